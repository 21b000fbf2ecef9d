//! Everything there is to find, in memory: made from the store at the first search, then kept current with every
//! change that is kept.

use std::collections::{HashMap, HashSet};

use super::alike::Compared;
use super::block::{Block, Head};
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

/// The index where it was made, and what has changed since it was looked into.
#[derive(Default)]
pub(crate) struct Finder {
    index: Option<Index>,
    stale: HashSet<RecordId>,
}

impl Finder {
    pub(crate) fn touched(&mut self, touched: Touched) {
        let Some(index) = &self.index else { return };
        self.stale.extend(touched.records);
        if touched.many || self.stale.len() + index.changed.len() > MANY {
            *self = Finder::default();
        }
    }

    /// The index as the register is now.
    pub(crate) fn current(&mut self, db: &Connection, context: &Context) -> Result<&Index> {
        let mut index = match self.index.take() {
            Some(index) => index,
            None => Index::build(db, context)?,
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
struct Groups {
    terms: Vec<Vec<i64>>,
    known: HashMap<Vec<i64>, u32>,
}

impl Groups {
    fn of(&mut self, terms: Vec<i64>) -> u32 {
        let next = u32::try_from(self.terms.len()).unwrap_or(u32::MAX);
        *self.known.entry(terms).or_insert_with_key(|terms| {
            self.terms.push(terms.clone());
            next
        })
    }
}

impl Index {
    fn build(db: &Connection, context: &Context) -> Result<Index> {
        let total = store::records::count(db)?;
        let mut block = Block::default();
        let mut groups = Groups::default();
        for thing in Thing::ALL {
            store::texts::each(db, thing, None, |row| {
                if block.len() % 4096 == 0 {
                    context.progress(Stage::Indexing, block.len() as u64, total)?;
                }
                let head = read(&row, &mut groups, &mut block.lines)?;
                block.push(head);
                Ok(())
            })?;
        }
        let block = block.sorted();
        let mut places: HashMap<Thing, Vec<u32>> = HashMap::new();
        for (at, head) in (0..).zip(&block.heads) {
            let places = places.entry(head.thing).or_default();
            let number = usize::try_from(head.number).unwrap_or_default();
            if places.len() <= number {
                places.resize(number + 1, u32::MAX);
            }
            places[number] = at;
        }
        Ok(Index { gone: vec![false; block.len()], block, places, changed: HashMap::new(), groups })
    }

    /// Reads a record again.
    fn renew(&mut self, db: &Connection, id: RecordId) -> Result<()> {
        let place = self.places.get(&id.thing).zip(usize::try_from(id.number).ok());
        let place = place.and_then(|(places, number)| places.get(number)).and_then(|at| usize::try_from(*at).ok());
        if let Some(gone) = place.and_then(|at| self.gone.get_mut(at)) {
            *gone = true;
        }
        self.changed.remove(&id);
        store::texts::each(db, id.thing, Some(id.number), |row| {
            let mut lines = Lines::default();
            let head = read(&row, &mut self.groups, &mut lines)?;
            lines.end();
            self.changed.insert(id, (head, lines));
            Ok(())
        })
    }

    /// The records that hold all words, the newest first: of these the first `limit`, and how many there are in all.
    pub(crate) fn find(&self, words: &Words, among: &Among, limit: usize) -> (u64, Vec<RecordId>) {
        let mut total = 0;
        let mut heads: Vec<Head> = Vec::new();
        self.each(words, among, |head, changed| {
            // Those of the block come first and in their order; the rest are few.
            if changed || heads.len() < limit {
                heads.push(*head);
            }
            total += 1;
        });
        heads.sort_by(Head::order);
        (total, heads.iter().take(limit).map(Head::id).collect())
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

fn read(row: &store::texts::TextRow, groups: &mut Groups, lines: &mut Lines) -> Result<Head> {
    for (place, field) in row.thing.texts().enumerate() {
        lines.add(field, row.text(place)?);
    }
    Ok(Head { number: row.number()?, day: day(row.day()?), group: groups.of(row.terms()?), thing: row.thing })
}

/// `YYYY-MM-DD` as one number that stands in the same order.
fn day(text: &str) -> i32 {
    text.bytes().filter(u8::is_ascii_digit).fold(0, |day, digit| day * 10 + i32::from(digit - b'0'))
}
