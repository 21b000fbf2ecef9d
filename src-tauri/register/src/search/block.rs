//! The lines of many records one behind the other, the newest record first, and where words stand in them.

use std::cmp::{Ordering, Reverse};
use std::ops::Range;

use super::lines::Lines;
use super::words::{Word, Words};
use crate::things::{RecordId, Thing};

/// What is known of a record besides its texts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    pub number: i64,
    /// `YYYYMMDD`; 0 where the record is undated.
    pub day: i32,
    /// Which department and channels it has: see [`super::index::Index`].
    pub group: u32,
    pub thing: Thing,
}

impl Head {
    pub(super) fn id(&self) -> RecordId {
        RecordId { thing: self.thing, number: self.number }
    }

    /// The newest first; of one day by thing, the latest entry first.
    pub(super) fn order(&self, other: &Head) -> Ordering {
        let key = |head: &Head| (Reverse(head.day), head.thing, Reverse(head.number));
        key(self).cmp(&key(other))
    }
}

#[derive(Default)]
pub(super) struct Block {
    pub heads: Vec<Head>,
    pub lines: Lines,
    /// Where each record's lines end.
    text_ends: Vec<usize>,
    keys_ends: Vec<usize>,
}

impl Block {
    /// Adds a record whose lines stand at the end of `lines`.
    pub(super) fn push(&mut self, head: Head) {
        self.lines.end();
        self.heads.push(head);
        self.text_ends.push(self.lines.text.len());
        self.keys_ends.push(self.lines.keys.len());
    }

    pub(super) fn len(&self) -> usize {
        self.heads.len()
    }

    pub(super) fn text(&self, at: usize) -> &[u8] {
        &self.lines.text[start(&self.text_ends, at)..start(&self.text_ends, at + 1)]
    }

    pub(super) fn keys(&self, at: usize) -> &[u8] {
        &self.lines.keys[start(&self.keys_ends, at)..start(&self.keys_ends, at + 1)]
    }

    /// Where each record stands among all, the newest first.
    pub(super) fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.len()).collect();
        order.sort_unstable_by(|a, b| self.heads[*a].order(&self.heads[*b]));
        order
    }

    /// An empty block with room for another.
    pub(super) fn as_large_as(other: &Block) -> Block {
        Block {
            heads: Vec::with_capacity(other.len()),
            lines: Lines {
                text: Vec::with_capacity(other.lines.text.len()),
                keys: Vec::with_capacity(other.lines.keys.len()),
            },
            text_ends: Vec::with_capacity(other.len()),
            keys_ends: Vec::with_capacity(other.len()),
        }
    }

    /// Adds a record of another block.
    pub(super) fn take(&mut self, other: &Block, at: usize) {
        self.heads.push(other.heads[at]);
        self.lines.text.extend_from_slice(other.text(at));
        self.lines.keys.extend_from_slice(other.keys(at));
        self.text_ends.push(self.lines.text.len());
        self.keys_ends.push(self.lines.keys.len());
    }

    /// The records dated in a period: they stand together.
    pub(super) fn dated(&self, from: i32, to: i32) -> Range<usize> {
        self.heads.partition_point(|head| head.day > to)..self.heads.partition_point(|head| head.day >= from)
    }

    /// The records in `range` that hold all words, in their order. Each word leaps to where the others stand, so that
    /// the rarest sets the pace.
    pub(super) fn scan(&self, words: &Words, range: Range<usize>, mut visit: impl FnMut(usize)) {
        let mut searches: Vec<Search> = words.0.iter().map(Search::new).collect();
        let mut at = range.start;
        'records: while at < range.end {
            for search in &mut searches {
                let next = search.next(self, at, range.end);
                if next > at {
                    at = next;
                    continue 'records;
                }
            }
            visit(at);
            at += 1;
        }
    }

    /// The first record from `at` on in whose text, or across whose texts, `find` finds something.
    pub(super) fn text_hit(&self, at: usize, end: usize, find: impl FnOnce(&[u8]) -> Option<usize>) -> Option<usize> {
        hit(&self.text_ends, &self.lines.text, at, end, find)
    }

    /// The same with their keys.
    pub(super) fn keys_hit(&self, at: usize, end: usize, find: impl FnOnce(&[u8]) -> Option<usize>) -> Option<usize> {
        hit(&self.keys_ends, &self.lines.keys, at, end, find)
    }
}

/// One word on its way through a block.
struct Search<'a> {
    word: &'a Word,
    /// The next record that holds it in its text, and by its initials; nothing where that is yet to be looked for.
    in_text: Option<usize>,
    in_keys: Option<usize>,
}

impl<'a> Search<'a> {
    fn new(word: &'a Word) -> Search<'a> {
        Search { word, in_text: None, in_keys: None }
    }

    /// The first record from `at` on that holds the word, or the end.
    fn next(&mut self, block: &Block, at: usize, end: usize) -> usize {
        let word = self.word;
        let in_text = next(&mut self.in_text, at, || block.text_hit(at, end, |text| word.text.find(text)), end);
        match &word.initials {
            Some(keyed) if in_text > at => {
                next(&mut self.in_keys, at, || block.keys_hit(at, end, |keys| keyed.find(keys)), end).min(in_text)
            }
            Some(_) | None => in_text,
        }
    }
}

/// What was found before, as long as it lies ahead.
fn next(known: &mut Option<usize>, at: usize, find: impl FnOnce() -> Option<usize>, end: usize) -> usize {
    match known {
        Some(found) if *found >= at => *found,
        _ => *known.insert(find().unwrap_or(end)),
    }
}

fn hit(ends: &[usize], line: &[u8], at: usize, end: usize, find: impl FnOnce(&[u8]) -> Option<usize>) -> Option<usize> {
    let (from, to) = (start(ends, at), start(ends, end));
    let offset = from + find(line.get(from..to)?)?;
    // Most hits lie near: look in strides that double.
    let mut stride = 1;
    while ends.get(at + stride).is_some_and(|end| *end <= offset) {
        stride *= 2;
    }
    let (low, high) = (at + stride / 2, (at + stride + 1).min(ends.len()));
    Some(low + ends.get(low..high)?.partition_point(|end| *end <= offset))
}

fn start(ends: &[usize], at: usize) -> usize {
    at.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0)
}
