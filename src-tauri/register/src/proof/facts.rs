//! What the register's own report states: each figure by its name and by the words that lead to it there.

use std::collections::{HashMap, HashSet};

use super::Paragraph;
use super::numbers::{Stated, in_thousandths, stated};
use crate::counting::Figure;
use crate::reports::{Block, Document, Run};

/// From this share of a fact's words on, a number is taken to state it.
const NEAR: f64 = 0.6;
/// A number that is the same may be led to by fewer of them.
const RELATED: f64 = 0.3;
/// A number of this size is hardly the same by chance.
const TELLING: i64 = 100_000;
/// Words of another year, or of a change: what they lead to is no figure of the period.
const OTHER: [&str; 14] =
    ["上年", "去年", "上一", "往年", "历年", "同期", "同比", "环比", "增加", "增长", "减少", "下降", "累计", "提高"];

/// What is known of the figures of a period.
pub(super) struct Facts<'a> {
    facts: Vec<Fact<'a>>,
    /// The paragraphs of the register's own report, with the figure behind each number of theirs.
    own: HashMap<String, Vec<Option<&'a Figure>>>,
}

/// A figure and words that lead to it.
struct Fact<'a> {
    figure: &'a Figure,
    pairs: HashSet<[char; 2]>,
    thousandths: i64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Verdict<'a> {
    /// By no figure where the register's own report says it word for word, as in its tables.
    Matches(Option<&'a Figure>),
    Contradicts(&'a Figure),
    Unknown,
}

impl<'a> Facts<'a> {
    pub(super) fn new(figures: &'a [Figure], report: &Document, units: &[String]) -> Facts<'a> {
        let by_id: HashMap<&str, &Figure> = figures.iter().map(|figure| (figure.id.as_str(), figure)).collect();
        let mut facts = Vec::new();
        let mut fact = |figure: &'a Figure, words: &str| {
            let value = figure.value.as_ref().and_then(serde_json::Number::as_f64);
            if let Some(value) = value {
                facts.push(Fact { figure, pairs: pairs(words), thousandths: in_thousandths(value) });
            }
        };
        figures.iter().for_each(|figure| fact(figure, &figure.label));
        let mut own = HashMap::new();
        for runs in texts(report) {
            let text: String = runs.iter().map(shown).collect();
            let numbers = stated(&text, units);
            let slots = slots(runs);
            let behind = |number: &Stated| {
                let slot = slots.iter().find(|(from, to, _)| *from <= number.digits.start && number.digits.end <= *to);
                slot.and_then(|(.., id)| by_id.get(id).copied())
            };
            for number in &numbers {
                if let Some(figure) = behind(number) {
                    fact(figure, &number.lead);
                }
            }
            own.insert(text.trim().to_owned(), numbers.iter().map(behind).collect());
        }
        Facts { facts, own }
    }

    /// What is to be said of each number of a paragraph.
    pub(super) fn judge(&self, paragraph: &Paragraph) -> Vec<Verdict<'a>> {
        if let Some(own) = self.own.get(paragraph.text.trim()).filter(|own| own.len() == paragraph.numbers.len()) {
            return own.iter().map(|figure| Verdict::Matches(*figure)).collect();
        }
        let judged = |number: &Stated| match self.judge_one(number) {
            // 学校官网（4条） in a row of a table is said of that row, not of the school.
            Verdict::Contradicts(_) if paragraph.in_table && !number.alone => Verdict::Unknown,
            verdict => verdict,
        };
        paragraph.numbers.iter().map(judged).collect()
    }

    fn judge_one(&self, number: &Stated) -> Verdict<'a> {
        let other_year = OTHER.iter().any(|word| number.lead.contains(word));
        let words = pairs(&number.lead);
        // In a table the words beside a number are its whole name.
        let nearness = |fact: &Fact| match number.alone {
            true => share(&fact.pairs, &words).min(share(&words, &fact.pairs)),
            false => share(&fact.pairs, &words),
        };
        let mut near: Vec<(f64, &Fact<'a>)> = self.facts.iter().map(|fact| (nearness(fact), fact)).collect();
        // The nearest first; of two names that are said in full, the longer.
        near.sort_by(|(a, fact), (b, other)| b.total_cmp(a).then(other.pairs.len().cmp(&fact.pairs.len())));
        let same = |fact: &Fact| number.says(fact.thousandths);
        let of_unit = |fact: &Fact| fact.figure.unit == number.unit;
        // The same number in another unit is the same fact counted by another name: 会议纪要11号, 11份.
        if let Some((_, fact)) = near.iter().find(|(share, fact)| *share >= NEAR && same(fact)) {
            return Verdict::Matches(Some(fact.figure));
        }
        if let Some((_, fact)) = near.iter().find(|(share, fact)| *share >= NEAR && of_unit(fact)) {
            return if other_year { Verdict::Unknown } else { Verdict::Contradicts(fact.figure) };
        }
        let alike = near.iter().find(|(share, fact)| {
            of_unit(fact) && same(fact) && (*share >= RELATED || number.thousandths() >= TELLING)
        });
        alike.map_or(Verdict::Unknown, |(_, fact)| Verdict::Matches(Some(fact.figure)))
    }
}

/// The texts of a report: title, paragraphs, the cells of its tables.
fn texts(report: &Document) -> impl Iterator<Item = &[Run]> {
    report.blocks.iter().flat_map(|block| -> Vec<&[Run]> {
        match block {
            Block::Heading { runs, .. } | Block::Paragraph { runs } | Block::Item { runs } => vec![runs],
            Block::Table { rows, .. } => rows.iter().flatten().map(|cell| cell.runs.as_slice()).collect(),
            Block::Signature { .. } => Vec::new(),
        }
    })
}

fn shown(run: &Run) -> &str {
    match run {
        Run::Text { text } => text,
        Run::Figure { display, .. } => display,
    }
}

/// From and to which sign each figure stands.
fn slots(runs: &[Run]) -> Vec<(usize, usize, &str)> {
    let mut at = 0;
    let mut slots = Vec::new();
    for run in runs {
        let end = at + shown(run).chars().count();
        match run {
            Run::Figure { id, .. } => slots.push((at, end, id.as_str())),
            Run::Text { .. } => {}
        }
        at = end;
    }
    slots
}

/// Each two signs that stand beside each other, punctuation and blanks left out.
pub(super) fn pairs(words: &str) -> HashSet<[char; 2]> {
    let signs: Vec<char> = words.chars().filter(|sign| sign.is_alphanumeric()).collect();
    signs.windows(2).filter_map(|pair| <[char; 2]>::try_from(pair).ok()).collect()
}

/// Which share of some words stands in others.
#[allow(clippy::cast_precision_loss)] // the words of a clause
pub(super) fn share(of: &HashSet<[char; 2]>, within: &HashSet<[char; 2]>) -> f64 {
    if of.is_empty() { 0.0 } else { of.intersection(within).count() as f64 / of.len() as f64 }
}
