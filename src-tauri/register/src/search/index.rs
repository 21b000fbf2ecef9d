//! Everything there is to find, in memory: made from the store before the first search, then kept current with every
//! change that is kept.

use std::collections::{HashMap, HashSet};

use super::alike::Compared;
use super::block::{Block, Head};
use super::building::{Building, SearchReadiness, Step, read};
use super::lines::Lines;
use super::words::Words;
use crate::context::{Context, Stage};
use crate::error::Result;
use crate::period::Period;
use crate::records::Likeness;
use crate::store::{self, Connection};
use crate::things::{RecordId, Thing};

/// After more changes than these everything is read anew: later ones would be dearer than that.
const MANY: usize = 4096;

/// Records that a change touched.
#[derive(Default)]
pub(crate) struct Touched {
    records: Vec<RecordId>,
    /// More than are worth naming.
    many: bool,
}

impl Touched {
    pub(crate) fn add(&mut self, thing: Thing, number: i64) {
        if self.records.len() == MANY {
            self.many = true;
        } else {
            self.records.push(RecordId { thing, number });
        }
    }

    pub(crate) fn add_many(&mut self) {
        self.many = true;
    }
}

/// The index where it was made or is being made, and what has changed since it was looked into.
#[derive(Default)]
pub(crate) struct Finder {
    index: Option<Index>,
    building: Option<Building>,
    stale: HashSet<RecordId>,
}

impl Finder {
    pub(crate) fn touched(&mut self, touched: Touched) {
        let changed = match (&self.index, &self.building) {
            (None, None) => return,
            (Some(index), _) => index.changed.len(),
            (None, Some(_)) => 0,
        };
        self.stale.extend(touched.records);
        if touched.many || self.stale.len() + changed > MANY {
            *self = Finder::default();
        }
    }

    /// A short step towards the index; nothing where it is made.
    pub(crate) fn prepare(&mut self, db: &Connection) -> Result<SearchReadiness> {
        if self.index.is_none() {
            let building = self.building.take().map_or_else(|| Building::new(db), Ok)?;
            match building.step(db)? {
                Step::On(building) => return Ok(self.building.insert(building).readiness()),
                Step::Done(index) => self.index = Some(index),
            }
        }
        Ok(SearchReadiness { ready: true, done: 0, total: 0 })
    }

    /// The index as the register is now.
    pub(crate) fn current(&mut self, db: &Connection, context: &Context) -> Result<&Index> {
        let mut index = loop {
            if let Some(index) = self.index.take() {
                break index;
            }
            let SearchReadiness { done, total, .. } = self.prepare(db)?;
            context.progress(Stage::Indexing, done, total)?;
        };
        for id in std::mem::take(&mut self.stale) {
            index.renew(db, id)?;
        }
        Ok(self.index.insert(index))
    }
}

/// Which records are looked through.
#[derive(Default)]
pub(crate) struct Among {
    pub thing: Option<Thing>,
    pub period: Option<Period>,
    /// Departments and channels: of each list a record must have one.
    pub terms: Vec<Vec<i64>>,
}

pub(crate) struct Index {
    /// All records as they were when it was made, those of imports taken back excepted.
    block: Block,
    /// Where a record stands in the block, by thing and number.
    places: HashMap<Thing, Vec<u32>>,
    /// Records of the block that have changed since, or gone.
    gone: Vec<bool>,
    /// As they are now.
    changed: HashMap<RecordId, (Head, Lines)>,
    groups: Groups,
}

/// The departments and channels that records have together: few, however many the records.
#[derive(Default)]
pub(super) struct Groups {
    terms: Vec<Vec<i64>>,
    known: HashMap<Vec<i64>, u32>,
}

impl Groups {
    pub(super) fn of(&mut self, terms: Vec<i64>) -> u32 {
        let next = u32::try_from(self.terms.len()).unwrap_or(u32::MAX);
        *self.known.entry(terms).or_insert_with_key(|terms| {
            self.terms.push(terms.clone());
            next
        })
    }
}

impl Index {
    /// Of a block with the newest record first.
    pub(super) fn new(block: Block, groups: Groups) -> Index {
        let mut places: HashMap<Thing, Vec<u32>> = HashMap::new();
        for (at, head) in (0..).zip(&block.heads) {
            let places = places.entry(head.thing).or_default();
            let number = usize::try_from(head.number).unwrap_or_default();
            if places.len() <= number {
                places.resize(number + 1, u32::MAX);
            }
            places[number] = at;
        }
        Index { gone: vec![false; block.len()], block, places, changed: HashMap::new(), groups }
    }

    /// Reads a record again.
    fn renew(&mut self, db: &Connection, id: RecordId) -> Result<()> {
        let place = self.places.get(&id.thing).zip(usize::try_from(id.number).ok());
        let place = place.and_then(|(places, number)| places.get(number)).and_then(|at| usize::try_from(*at).ok());
        if let Some(gone) = place.and_then(|at| self.gone.get_mut(at)) {
            *gone = true;
        }
        self.changed.remove(&id);
        let names = store::evidence::names_of(db, id)?;
        store::texts::each(db, id.thing, id.number..=id.number, 1, |row| {
            let mut lines = Lines::default();
            let head = read(&row, &names, &mut self.groups, &mut lines)?;
            lines.end();
            self.changed.insert(id, (head, lines));
            Ok(())
        })
    }

    /// The records that hold all words, the newest first: of these `limit` from `offset` on, and how many there are in
    /// all.
    pub(crate) fn find(&self, words: &Words, among: &Among, offset: usize, limit: usize) -> (u64, Vec<RecordId>) {
        let mut total = 0;
        let last = offset.saturating_add(limit);
        let mut heads: Vec<Head> = Vec::new();
        self.each(words, among, |head, changed| {
            // Those of the block come first and in their order; the rest are few.
            if changed || heads.len() < last {
                heads.push(*head);
            }
            total += 1;
        });
        heads.sort_by(Head::order);
        (total, heads.iter().take(last).skip(offset).map(Head::id).collect())
    }

    /// The numbers of a thing's records that hold all words, in no order.
    pub(crate) fn numbers(&self, thing: Thing, words: &Words) -> Vec<i64> {
        let mut numbers = Vec::new();
        self.each(words, &Among { thing: Some(thing), ..Among::default() }, |head, _| numbers.push(head.number));
        numbers
    }

    /// Visits the records that hold all words, and says of each whether it has changed since the block was made.
    fn each(&self, words: &Words, among: &Among, mut visit: impl FnMut(&Head, bool)) {
        if words.is_empty() {
            return;
        }
        let holds = |terms: &Vec<i64>| among.terms.iter().all(|any| terms.iter().any(|term| any.contains(term)));
        let groups: Vec<bool> = self.groups.terms.iter().map(holds).collect();
        let days = among.period.map(|period| (day(&period.from.to_string()), day(&period.to.to_string())));
        let fits = |head: &Head| {
            among.thing.is_none_or(|thing| thing == head.thing)
                && days.is_none_or(|(from, to)| (from..=to).contains(&head.day))
                && usize::try_from(head.group).ok().and_then(|group| groups.get(group)).copied().unwrap_or(false)
        };
        let range = days.map_or(0..self.block.len(), |(from, to)| self.block.dated(from, to));
        self.block.scan(words, range, |at| {
            if let Some(head) = self.block.heads.get(at)
                && fits(head)
                && !self.gone.get(at).copied().unwrap_or(false)
            {
                visit(head, false);
            }
        });
        for (head, lines) in self.changed.values() {
            if fits(head) && words.hold(&lines.text, &lines.keys) {
                visit(head, true);
            }
        }
    }

    /// The records of a thing that are like what is compared.
    pub(crate) fn alike(&self, thing: Thing, compared: &Compared) -> Vec<(Likeness, i64)> {
        let mut alike = Vec::new();
        compared.candidates(&self.block, thing, |at| {
            if let Some(head) = self.block.heads.get(at)
                && head.thing == thing
                && !self.gone.get(at).copied().unwrap_or(false)
                && let Some(why) = compared.with_line(thing, self.block.text(at))
            {
                alike.push((why, head.number));
            }
        });
        for (head, lines) in self.changed.values().filter(|(head, _)| head.thing == thing) {
            alike.extend(compared.with_line(thing, &lines.text).map(|why| (why, head.number)));
        }
        alike
    }
}

/// `YYYY-MM-DD` as one number that stands in the same order.
pub(super) fn day(text: &str) -> i32 {
    text.bytes().filter(u8::is_ascii_digit).fold(0, |day, digit| day * 10 + i32::from(digit - b'0'))
}
