//! The memory of a search in the making, in steps so short that whoever works in the register between them does not
//! notice: all texts are read, then put in order.

use std::collections::HashMap;
use std::mem;

use serde::Serialize;
use ts_rs::TS;

use super::block::{Block, Head};
use super::index::{Groups, Index, day};
use super::lines::Lines;
use crate::error::Result;
use crate::store::{self, Connection};
use crate::things::{RecordId, Thing};

/// Records that one step reads or puts in their place.
const STEP: usize = if cfg!(test) { 3 } else { 16_384 };

/// How far it has come, in records: each is read and put in its place.
#[derive(Debug, PartialEq, Eq, Serialize, TS)]
pub struct SearchReadiness {
    pub ready: bool,
    pub done: u64,
    pub total: u64,
}

pub(super) struct Building {
    groups: Groups,
    /// As read: thing by thing, in the order of their numbers.
    read: Block,
    /// The things still to be read, the next one last, and the number of the last record read of it.
    left: Vec<Thing>,
    last: i64,
    /// The names of the files of records that are still to be read.
    names: HashMap<RecordId, Vec<String>>,
    /// Where each record stands in what was read, the newest first; known once all is read.
    order: Vec<usize>,
    sorted: Block,
    total: u64,
}

pub(super) enum Step {
    On(Building),
    Done(Index),
}

impl Building {
    pub fn new(db: &Connection) -> Result<Building> {
        Ok(Building {
            groups: Groups::default(),
            read: Block::default(),
            left: Thing::ALL.into_iter().rev().collect(),
            last: 0,
            names: store::evidence::names(db)?,
            order: Vec::new(),
            sorted: Block::default(),
            total: store::records::count(db)?,
        })
    }

    pub fn readiness(&self) -> SearchReadiness {
        let done = (self.read.len() + self.sorted.len()) as u64 / 2;
        SearchReadiness { ready: false, done: done.min(self.total), total: self.total }
    }

    pub fn step(mut self, db: &Connection) -> Result<Step> {
        if let Some(thing) = self.left.last().copied() {
            self.read_on(db, thing)?;
        } else if self.order.len() < self.read.len() {
            self.order = self.read.order();
            self.sorted = Block::as_large_as(&self.read);
        } else {
            let from = self.sorted.len();
            for at in self.order.iter().skip(from).take(STEP) {
                self.sorted.take(&self.read, *at);
            }
            if self.sorted.len() == self.order.len() {
                return Ok(Step::Done(Index::new(mem::take(&mut self.sorted), self.groups)));
            }
        }
        Ok(Step::On(self))
    }

    /// Reads on in a thing; one of which there is no more is done with.
    fn read_on(&mut self, db: &Connection, thing: Thing) -> Result<()> {
        let before = self.read.len();
        store::texts::each(db, thing, self.last + 1..=i64::MAX, STEP, |row| {
            let id = RecordId { thing, number: row.number()? };
            let names = self.names.remove(&id).unwrap_or_default();
            let head = read(&row, &names, &mut self.groups, &mut self.read.lines)?;
            self.last = head.number;
            self.read.push(head);
            Ok(())
        })?;
        if self.read.len() < before + STEP {
            self.left.pop();
            self.last = 0;
        }
        Ok(())
    }
}

/// Adds the texts of a record and the names of its files to the lines, which its head does not end.
pub(super) fn read(
    row: &store::texts::TextRow,
    names: &[String],
    groups: &mut Groups,
    lines: &mut Lines,
) -> Result<Head> {
    for (place, field) in row.thing.texts().enumerate() {
        lines.add(field, row.text(place)?);
    }
    names.iter().for_each(|name| lines.add_name(name));
    Ok(Head { number: row.number()?, day: day(row.day()?), group: groups.of(row.terms()?), thing: row.thing })
}
