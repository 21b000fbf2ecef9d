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
    /// 几十人, 各3000册 say no number.
    const VAGUE: &str = "几数百千多余来各每";
    /// No count is longer; and what is not one is soon told.
    const LONGEST: usize = 16;
    let first = word.start.max(word.end.saturating_sub(LONGEST));
    (first..word.end).find_map(|start| {
        let sign = |at: usize| line.chars().get(at).copied();
        let begins = sign(start).is_some_and(|c| c.is_ascii_digit() || BEGINS.contains(c));
        let before = start.checked_sub(1).filter(|at| *at >= word.start).and_then(sign);
        let goes_on = before.is_some_and(|c| {
            c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '第') || BEGINS.contains(c) || VAGUE.contains(c)
        });
        // 不到10人
        let bound = line.plain(&(word.start.max(start.saturating_sub(2))..start));
        if !begins || goes_on || matches!(bound.as_str(), "不到" | "超过") {
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

/// Whether a text holds something counted, exactly or not: 来访3人, 近百人次, 十几个.
pub(super) fn holds_a_count(text: &[char]) -> bool {
    const UNITS: [&str; 14] =
        ["人次", "批次", "件", "起", "宗", "封", "通电话", "例", "条", "次", "册", "个人", "左右", "人"];
    let number = |c: &char| c.is_ascii_digit() || "几数一二三四五六七八九十两百千多余来".contains(*c);
    (1..text.len()).any(|at| {
        let rest: String = text.get(at..).unwrap_or_default().iter().take(3).collect();
        let Some(unit) = UNITS.iter().find(|unit| rest.starts_with(**unit)) else { return false };
        let digits = text.get(..at).unwrap_or_default().iter().rev().take_while(|c| number(c)).count();
        let figures = text.get(at - 1).is_some_and(char::is_ascii_digit);
        let before = at.checked_sub(digits + 1).and_then(|at| text.get(at));
        let ends = at + unit.chars().count() == text.len();
        // 第3次, 宿舍3人间, 一次 within a sentence.
        let counts = digits > 0 && before != Some(&'第') && (figures || ends || *unit == "人次");
        counts && !matches!(text.get(at + unit.chars().count()), Some('间' | '员' | '民' | '物'))
    })
}
