//! Titles and documents' numbers that are like those of another record.

use std::collections::HashSet;

use memchr::memmem::Finder;

use super::block::Block;
use super::lines::{FIELD_END, keys_of};
use crate::records::Likeness;
use crate::things::{Thing, folded};

/// A shorter title lies within too many others to say anything.
const TELLING: usize = 8;

/// A title and a document's number with which others are compared.
pub(crate) struct Compared {
    title: String,
    number: String,
}

impl Compared {
    pub(crate) fn new(title: &str, number: &str) -> Compared {
        Compared { title: plain(&folded(title)), number: folded(number) }
    }

    /// Whether nothing can be like it.
    pub(crate) fn is_empty(&self) -> bool {
        self.title.is_empty() && self.number.is_empty()
    }

    /// With what is written in another record.
    pub(crate) fn with(&self, title: &str, number: &str) -> Option<Likeness> {
        self.with_folded(&folded(title), &folded(number))
    }

    fn with_folded(&self, title: &str, number: &str) -> Option<Likeness> {
        let title = plain(title);
        if !self.number.is_empty() && number == self.number {
            Some(Likeness::SameDocNumber)
        } else if !self.title.is_empty() && title == self.title {
            Some(Likeness::SameTitle)
        } else if within(&self.title, &title) || within(&title, &self.title) {
            Some(Likeness::TitleWithin)
        } else {
            None
        }
    }

    /// With the text line of another record of this thing.
    pub(super) fn with_line(&self, thing: Thing, line: &[u8]) -> Option<Likeness> {
        let field = |place| line.split(|byte| *byte == FIELD_END).nth(place);
        let read =
            |bytes: Option<&[u8]>| bytes.and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default().to_owned();
        let number = thing.texts().position(|field| field.key == "doc_number").and_then(field);
        self.with_folded(&read(field(0)), &read(number))
    }

    /// Every record of a block that may be like it, and some that are not.
    pub(super) fn candidates(&self, block: &Block, thing: Thing, mut visit: impl FnMut(usize)) {
        if !self.number.is_empty() {
            let ends = char::from(FIELD_END);
            let number = Finder::new(&format!("{ends}{}{ends}", self.number)).into_owned();
            each(block, |at| block.text_hit(at, block.len(), |text| number.find(text)), &mut visit);
        }
        let title = keys_of(&self.title);
        if title.is_empty() {
            return;
        }
        // Those with the same title, and those that it lies within.
        let same = Finder::new(&title);
        each(block, |at| block.keys_hit(at, block.len(), |keys| find_whole(&same, keys)), &mut visit);
        // Those that lie within it begin like some part of it.
        let parts: HashSet<[u8; 2 * TELLING]> = title.as_chunks::<2>().0.windows(TELLING).map(beginning).collect();
        let mut sieve = [false; 4096];
        parts.iter().for_each(|part| sieve[sifted(part)] = true);
        for (at, head) in block.heads.iter().enumerate() {
            let Some(part) = block.keys(at).first_chunk() else { continue };
            if sieve[sifted(part)] && head.thing == thing && parts.contains(part) {
                visit(at);
            }
        }
    }
}

fn each(block: &Block, next: impl Fn(usize) -> Option<usize>, visit: &mut impl FnMut(usize)) {
    let mut at = 0;
    while at < block.len()
        && let Some(found) = next(at)
    {
        visit(found);
        at = found + 1;
    }
}

/// A match that begins with a code, not in the middle of one.
fn find_whole(finder: &Finder, keys: &[u8]) -> Option<usize> {
    let mut from = 0;
    loop {
        let found = from + finder.find(keys.get(from..)?)?;
        if found % 2 == 0 {
            return Some(found);
        }
        from = found + 1;
    }
}

fn beginning(codes: &[[u8; 2]]) -> [u8; 2 * TELLING] {
    let mut part = [0; 2 * TELLING];
    part.iter_mut().zip(codes.as_flattened()).for_each(|(to, from)| *to = *from);
    part
}

/// A place in a small sieve: most records are done with here.
fn sifted(part: &[u8; 2 * TELLING]) -> usize {
    let mixed = u128::from_le_bytes(*part);
    let [low, high] = [mixed as u64, (mixed >> 64) as u64];
    let mixed = low.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ high.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed >> 52) as usize
}

fn within(short: &str, long: &str) -> bool {
    short.len() < long.len() && short.chars().nth(TELLING - 1).is_some() && long.contains(short)
}

/// Letters, digits and Chinese signs alone, of a folded title.
fn plain(title: &str) -> String {
    title.chars().filter(|sign| sign.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_compared_without_what_does_not_tell_them_apart() {
        let same = |one: &str, other: &str| Compared::new(one, "").with(other, "") == Some(Likeness::SameTitle);
        assert!(same("关于 2023年“ＡＢＣ”考试的通知（一）", "关于２０２３年《abc》考试的通知(一)"));
        assert!(within("年度预算公开说明", "关于年度预算公开说明的通知"));
        assert!(!within("预算公开说明", "关于年度预算公开说明的通知"));
    }
}
