//! The keys by which a sign may be typed: a letter or a digit by itself, a Chinese sign by the first letter of every
//! reading it has (学 is x; 行 is x and h).

use std::collections::HashMap;
use std::sync::LazyLock;

use pinyin::ToPinyinMulti;

/// Ends a record in a line of codes.
pub(super) const RECORD_END: u16 = 0;
/// Ends a field.
pub(super) const FIELD_END: u16 = 1;
/// A sign that no key stands for.
const OTHER: u16 = 2;

/// Beyond what the readings of all signs need; a test holds them to it.
const CODES: usize = 1024;

const FIRST: u32 = 0x3400;
const LAST: u32 = 0x9fff;

/// Signs with the same keys have one code.
struct Table {
    /// The code of each sign from [`FIRST`] to [`LAST`].
    signs: Vec<u16>,
    /// The keys of each code, one bit each.
    keys: Vec<u64>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut keys = vec![0; usize::from(OTHER) + 1];
    // The plain keys come first, each its own code.
    keys.extend((0..36).map(|bit| 1u64 << bit));
    let mut codes: HashMap<u64, u16> = (0u16..).zip(&keys).skip(1 + usize::from(OTHER)).map(|(c, k)| (*k, c)).collect();
    let signs = (FIRST..=LAST).map(|sign| {
        let readings = char::from_u32(sign).and_then(|c| c.to_pinyin_multi());
        let letters = readings.into_iter().flatten().filter_map(|reading| bit(reading.plain().chars().next()?));
        match letters.fold(0, |all, bit| all | 1 << bit) {
            0 => OTHER,
            all => *codes.entry(all).or_insert_with(|| {
                keys.push(all);
                u16::try_from(keys.len() - 1).unwrap_or(OTHER)
            }),
        }
    });
    let signs = signs.collect();
    Table { signs, keys }
});

/// The place of a key: letters, then digits.
fn bit(c: char) -> Option<u32> {
    match c {
        'a'..='z' => Some(u32::from(c) - u32::from('a')),
        '0'..='9' => Some(26 + u32::from(c) - u32::from('0')),
        // The one initial that is written with an accent.
        'ê' => Some(4),
        _ => None,
    }
}

/// The code of a folded sign.
pub(super) fn code(c: char) -> u16 {
    if let Some(at) = u32::from(c).checked_sub(FIRST) {
        return usize::try_from(at).ok().and_then(|at| TABLE.signs.get(at)).copied().unwrap_or(OTHER);
    }
    bit(c).and_then(|bit| u16::try_from(bit).ok()).map_or(OTHER, |bit| OTHER + 1 + bit)
}

/// Keys typed one after the other, to be found in a line of codes: Shift-Or (Baeza-Yates, Gonnet 1992), which costs
/// the same however many readings the signs have.
pub(super) struct Pattern {
    /// For each code a bit for each key typed: clear where the code may stand for it.
    table: Box<[u64; CODES]>,
    /// The bit that is clear once all keys are found.
    last: u64,
}

impl Pattern {
    /// Of a word of letters and digits; a single letter or a number is not meant for initials.
    pub(super) fn of(word: &str) -> Option<Pattern> {
        let typed: Vec<u32> = word.chars().map(bit).collect::<Option<_>>()?;
        if !(2..=64).contains(&typed.len()) || typed.iter().all(|bit| *bit >= 26) {
            return None;
        }
        let mut table = Box::new([!0; CODES]);
        for (row, keys) in table.iter_mut().zip(&TABLE.keys) {
            for (place, bit) in typed.iter().enumerate() {
                if keys >> bit & 1 == 1 {
                    *row &= !(1 << place);
                }
            }
        }
        Some(Pattern { table, last: 1 << (typed.len() - 1) })
    }

    /// Where the last key of the first match stands, in bytes.
    pub(super) fn find(&self, line: &[u8]) -> Option<usize> {
        let mut state = !0u64;
        let (pairs, _) = line.as_chunks::<2>();
        let found = pairs.iter().position(|pair| {
            state = (state << 1) | self.table[usize::from(u16::from_le_bytes(*pair)) % CODES];
            state & self.last == 0
        });
        found.map(|pair| 2 * pair)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Vec<u8> {
        text.chars().flat_map(|c| code(c).to_le_bytes()).collect()
    }

    #[test]
    fn every_set_of_keys_has_its_code() {
        assert!(TABLE.keys.len() < CODES, "{}", TABLE.keys.len());
    }

    #[test]
    fn initials_stand_for_every_reading_of_a_sign() {
        let finds = |word: &str, text: &str| Pattern::of(word).unwrap().find(&line(text)).is_some();
        for (word, text, found) in [
            ("xszz", "学生资助", true),
            ("xszz", "关于学生资助工作的通知", true),
            ("xszz", "学生会资助", false),
            ("yh", "银行", true),
            ("yx", "银行", true),
            ("yy", "银行", false),
            ("2023xs", "2023学生", true),
            ("hyjy", "会议纪要", true),
            ("kyjy", "会议纪要", true),
            ("qqq", "qq群", true),
            ("xs", "学", false),
        ] {
            assert_eq!(finds(word, text), found, "{word} {text}");
        }
        assert!(["x", "2023", "学生", "x-y", ""].iter().all(|word| Pattern::of(word).is_none()));
    }
}
