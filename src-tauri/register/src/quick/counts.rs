//! Counts with their units in a line: 30人, 约200余人次, 12 件.

use super::line::{Line, Span};
use crate::typed::{Cell, read_count};

pub(super) struct Count {
    pub span: Span,
    pub number: i64,
    pub estimate: bool,
    pub unit: &'static str,
}

/// The count with its unit that ends a word.
pub(super) fn count_at_end(line: &Line, word: &Span) -> Option<Count> {
    const BEGINS: &str = "约近一二三四五六七八九十两";
    /// No count is longer; and what is not one is soon told.
    const LONGEST: usize = 16;
    let first = word.start.max(word.end.saturating_sub(LONGEST));
    (first..word.end).find_map(|start| {
        let sign = |at: usize| line.chars().get(at).copied();
        let begins = sign(start).is_some_and(|c| c.is_ascii_digit() || BEGINS.contains(c));
        let before = start.checked_sub(1).filter(|at| *at >= word.start).and_then(sign);
        let goes_on =
            before.is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '第') || BEGINS.contains(c));
        if !begins || goes_on {
            return None;
        }
        let span = start..word.end;
        let counted = read_count(&Cell::Text(line.plain(&span).into())).ok()??;
        Some(Count { number: counted.number, estimate: counted.estimate, unit: counted.unit?, span })
    })
}

/// The number without a unit that ends a word: 5, QQ咨询5. A year is none.
pub(super) fn bare_number_at_end(line: &Line, word: &Span) -> Option<Span> {
    let digits = line.slice(word).iter().rev().take_while(|c| c.is_ascii_digit()).count();
    let span = word.end - digits..word.end;
    let before = span.start.checked_sub(1).filter(|at| *at >= word.start).and_then(|at| line.chars().get(at));
    let part_of_more = before.is_some_and(|c| !c.is_alphabetic());
    ((1..=3).contains(&digits) && !part_of_more).then_some(span)
}

/// The whole number that begins at or behind a place, past blanks and words that join it to what it counts; and
/// where it ends, its unit with it.
pub(super) fn number_behind(line: &Line, at: usize) -> Option<(usize, i64)> {
    let chars = line.chars();
    let joins = |c: &&char| matches!(**c, ' ' | ':' | '问' | '卷' | '份' | '数' | '为' | '共' | '计' | '票' | '人');
    let start = at + chars.iter().skip(at).take_while(joins).count();
    let digits = chars.iter().skip(start).take_while(|c| c.is_ascii_digit()).count();
    let number = line.plain(&(start..start + digits)).parse().ok()?;
    let end = start + digits;
    let unit = end + chars.iter().skip(end).take_while(|c| **c == ' ').count();
    let is_unit = chars.get(unit).is_some_and(|c| matches!(c, '份' | '张' | '人' | '票' | '件' | '条' | '个'));
    Some((if is_unit { unit + 1 } else { end }, number))
}
