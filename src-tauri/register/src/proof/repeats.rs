//! The same fact stated in two places of a text: it must be the same number.

use std::collections::HashSet;

use super::Paragraph;
use super::facts::{pairs, share};
use super::numbers::Stated;

/// Two leads say the same from this share of the shorter one's words on.
const SAME_WORDS: f64 = 0.8;
/// Smaller numbers are the same by chance.
const TELLING: i64 = 10_000;

/// A number that stands in several paragraphs.
pub(super) struct Repeat<'a> {
    /// Each with the index of its paragraph.
    pub places: Vec<(usize, &'a Stated)>,
}

impl Repeat<'_> {
    pub(super) fn agrees(&self) -> bool {
        self.places.windows(2).all(|pair| pair[0].1.says(pair[1].1.thousandths()))
    }

    /// The units it is stated under, each once.
    pub(super) fn units(&self) -> Vec<&str> {
        let mut units: Vec<&str> = Vec::new();
        for (_, number) in &self.places {
            if !number.unit.is_empty() && !units.contains(&number.unit.as_str()) {
                units.push(&number.unit);
            }
        }
        units
    }
}

/// A number in running text and its counterpart in each later paragraph: where several there are the same number, the one whose words
/// are nearest. The same words in the same unit with another number are a repeat that does not agree.
pub(super) fn repeats(paragraphs: &[Paragraph]) -> Vec<Repeat<'_>> {
    // In a table the same number stands under many headings, and the same words in many rows.
    let running = paragraphs.iter().enumerate().filter(|(_, paragraph)| !paragraph.in_table);
    let running: Vec<(usize, Vec<Said>)> =
        running.map(|(at, paragraph)| (at, paragraph.numbers.iter().map(Said::new).collect())).collect();
    let mut repeats: Vec<Repeat> = Vec::new();
    for (index, (at, numbers)) in running.iter().enumerate() {
        for number in numbers {
            let known =
                repeats.iter().any(|repeat| repeat.places.iter().any(|(_, it)| std::ptr::eq(*it, number.stated)));
            if known {
                continue;
            }
            let later = running.iter().skip(index + 1);
            let others = later.filter_map(|(at, others)| Some((*at, counterpart(number, others)?)));
            let places: Vec<(usize, &Stated)> = std::iter::once((*at, number.stated)).chain(others).collect();
            if places.len() > 1 {
                repeats.push(Repeat { places });
            }
        }
    }
    repeats
}

/// A number with the words that lead to it, taken apart once.
struct Said<'a> {
    stated: &'a Stated,
    pairs: HashSet<[char; 2]>,
    /// What is said of another year is another fact.
    years: String,
}

impl<'a> Said<'a> {
    fn new(stated: &'a Stated) -> Said<'a> {
        let years = stated.lead.chars().filter(char::is_ascii_digit).collect();
        Said { stated, pairs: pairs(&stated.lead), years }
    }

    fn likeness(&self, other: &Said) -> f64 {
        let (fewer, more) = if self.pairs.len() <= other.pairs.len() {
            (&self.pairs, &other.pairs)
        } else {
            (&other.pairs, &self.pairs)
        };
        share(fewer, more)
    }

    fn same_number(&self, other: &Said) -> bool {
        self.stated.thousandths() == other.stated.thousandths()
    }

    fn same_words(&self, other: &Said) -> bool {
        self.pairs.len() > 2 && self.likeness(other) >= SAME_WORDS && self.years == other.years
    }
}

fn counterpart<'a>(number: &Said, others: &[Said<'a>]) -> Option<&'a Stated> {
    let candidates = others.iter().filter(|other| match number.same_number(other) {
        true => number.stated.thousandths() >= TELLING || number.same_words(other),
        false => !number.stated.unit.is_empty() && number.stated.unit == other.stated.unit && number.same_words(other),
    });
    let nearest = candidates.max_by(|a, b| {
        let same = number.same_number(a).cmp(&number.same_number(b));
        same.then(number.likeness(a).total_cmp(&number.likeness(b)))
    });
    nearest.map(|other| other.stated)
}
