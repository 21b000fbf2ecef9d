//! Sums that a text states: a whole and the parts listed after it (其中) or before it (合计).

use super::Paragraph;
use super::numbers::Stated;

/// Words that open the list of a whole's parts.
const OPEN: [&str; 2] = ["其中", "包括"];
/// Words that a whole stands behind.
const TOTAL: [&str; 5] = ["合计", "共计", "总计", "总共", "共"];

/// A whole, and what a text says it is made of.
pub(super) struct Sum<'a> {
    pub stated: &'a Stated,
    pub parts: Vec<&'a Stated>,
}

impl Sum<'_> {
    /// The sum of the parts' bare numbers, in thousandths: units are told, never added up across each other.
    pub(super) fn computed(&self) -> i64 {
        self.parts.iter().map(|part| part.thousandths()).sum()
    }

    pub(super) fn holds(&self) -> bool {
        let slack: i64 = self.parts.iter().map(|part| part.slack()).sum();
        let beyond = (self.computed() - self.stated.thousandths()).abs();
        self.stated.says(self.computed()) || (slack > 0 && beyond <= slack + self.stated.slack())
    }

    /// The units of the whole and its parts, each once.
    pub(super) fn units(&self) -> Vec<&str> {
        let mut units: Vec<&str> = Vec::new();
        for unit in std::iter::once(self.stated).chain(self.parts.iter().copied()).map(|number| number.unit.as_str()) {
            if !unit.is_empty() && !units.contains(&unit) {
                units.push(unit);
            }
        }
        units
    }
}

/// Every sum of a paragraph, in the order of its whole.
pub(super) fn sums(paragraph: &Paragraph) -> Vec<Sum<'_>> {
    let numbers = &paragraph.numbers;
    let signs: Vec<char> = paragraph.text.chars().collect();
    let between = |from: usize, to: usize| -> String { signs.get(from..to).unwrap_or_default().iter().collect() };
    let mut sums = Vec::new();
    for (at, stated) in numbers.iter().enumerate() {
        let before = |index: usize| {
            let from = index.checked_sub(1).map_or(0, |index| numbers[index].whole.end);
            between(from, numbers[index].whole.start)
        };
        let parts = if at + 1 < numbers.len() && opens(&before(at + 1)) {
            after(numbers, at, before)
        } else if is_total(stated) {
            ahead(numbers, at, before)
        } else {
            Vec::new()
        };
        if parts.len() > 1 && !names_its_own(stated, &parts) {
            sums.push(Sum { stated, parts });
        }
    }
    sums
}

/// Whether what stands between a number and the next makes the next a part of it.
fn opens(between: &str) -> bool {
    OPEN.iter().any(|word| between.contains(word)) && !between.contains(['；', ';'])
}

fn is_total(number: &Stated) -> bool {
    TOTAL.iter().any(|word| number.clause().trim_end_matches('为').ends_with(word))
}

/// The parts listed behind a whole, up to the end of the list: a semicolon, a whole of another list, or a sentence
/// that does not go on as the first part began.
fn after(numbers: &[Stated], whole: usize, before: impl Fn(usize) -> String) -> Vec<&Stated> {
    let first = before(whole + 1);
    let opening: String = behind_opening(&first).chars().take(2).collect();
    let mut parts = Vec::new();
    for (index, number) in numbers.iter().enumerate().skip(whole + 1) {
        let said = before(index);
        if index > whole + 1 {
            let sentence = said.rsplit_once(['。', '！']).map(|(_, sentence)| sentence);
            let goes_on = sentence.is_none_or(|sentence| !opening.is_empty() && sentence.starts_with(&opening));
            if said.contains(['；', ';']) || OPEN.iter().any(|word| said.contains(word)) || !goes_on {
                break;
            }
        }
        if !is_total(number) {
            parts.push(number);
        }
    }
    parts
}

/// What follows 其中 and its comma.
fn behind_opening(between: &str) -> &str {
    let behind = OPEN.iter().filter_map(|word| between.rsplit_once(word)).map(|(_, behind)| behind).next();
    behind.unwrap_or_default().trim_start_matches(['，', ',', '：', ':', ' '])
}

/// The parts listed before a whole, back to the beginning of its list.
fn ahead(numbers: &[Stated], whole: usize, before: impl Fn(usize) -> String) -> Vec<&Stated> {
    let mut parts = Vec::new();
    let mut index = whole;
    while index > 0 && !ends(&before(index)) {
        index -= 1;
        if is_total(&numbers[index]) {
            break;
        }
        parts.push(&numbers[index]);
        if opens(&before(index)) {
            break;
        }
    }
    parts.reverse();
    parts
}

fn ends(between: &str) -> bool {
    between.contains(['。', '；', ';', '！'])
}

/// Whether a whole says what of the parts it counts, as in “以上三类文件印发份数合计”: then it is no sum of theirs.
fn names_its_own(stated: &Stated, parts: &[&Stated]) -> bool {
    let named = TOTAL.iter().find_map(|word| stated.clause().trim_end_matches('为').strip_suffix(word));
    let named = named.is_some_and(|named| named.chars().filter(|sign| sign.is_alphanumeric()).count() > 2);
    named && parts.iter().all(|part| part.unit != stated.unit)
}
