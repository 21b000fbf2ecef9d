//! A document's number in a line, whatever brackets it is typed with: 湘示院行〔2023〕54号.

use super::line::{Line, Span};

/// The number and where it stands. One within a title is the number of another document and is left there.
pub(super) fn document_number(line: &Line) -> Option<(Span, String)> {
    (0..line.chars().len()).find_map(|open| at_bracket(line, open))
}

fn at_bracket(line: &Line, open: usize) -> Option<(Span, String)> {
    let chars = line.chars();
    let sign = |at: usize| chars.get(at).copied();
    let blanks = |at: usize| at + chars.iter().skip(at).take_while(|c| **c == ' ').count();
    let digits = |at: usize| chars.iter().skip(at).take_while(|c| c.is_ascii_digit()).count();
    if !sign(open).is_some_and(|c| "〔﹝[【(".contains(c)) {
        return None;
    }
    let year = blanks(open + 1);
    if digits(year) != 4 {
        return None;
    }
    let mut at = year + 4;
    at += usize::from(sign(at) == Some('年'));
    at = blanks(at);
    if !sign(at).is_some_and(|c| "〕﹞]】)".contains(c)) {
        return None;
    }
    at = blanks(at + 1);
    at += usize::from(sign(at) == Some('第'));
    let number = at;
    let length = digits(number);
    if !(1..=5).contains(&length) {
        return None;
    }
    let behind = blanks(number + length);
    let end = if sign(behind) == Some('号') { behind + 1 } else { number + length };
    // Without 号 only what cannot be a remark in round brackets.
    if end == number + length && sign(open) == Some('(') {
        return None;
    }
    let apart = |c: Option<char>| c.is_none_or(|c| matches!(c, ' ' | ',' | ';' | '|' | '。' | ')'));
    if !apart(sign(end)) {
        return None;
    }
    let (start, prefix) = prefix(chars, open)?;
    let bracketed = start.checked_sub(1).and_then(sign) == Some('(') && sign(end) == Some(')');
    let span = start - usize::from(bracketed)..end + usize::from(bracketed);
    let (year, number) = (line.plain(&(year..year + 4)), line.plain(&(number..number + length)));
    line.is_free(&span).then(|| (span, format!("{prefix}〔{year}〕{number}号")))
}

/// The letters before the year, back to where a title ends or a blank stands.
fn prefix(chars: &[char], open: usize) -> Option<(usize, String)> {
    const TITLES: [&str; 12] =
        ["通知", "公示", "公告", "通报", "决定", "意见", "办法", "方案", "报告", "纪要", "规定", "章程"];
    const LONGEST: usize = 12;
    let before = chars.get(..open)?;
    let blanks = before.iter().rev().take_while(|c| **c == ' ').count();
    let letters = before.iter().rev().skip(blanks).take_while(|c| c.is_alphanumeric()).count();
    let from = open - blanks - letters;
    let text: String = chars.get(from..open - blanks)?.iter().collect();
    let title = TITLES.iter().filter_map(|title| text.rfind(title).map(|at| at + title.len())).max().unwrap_or(0);
    let prefix = text.get(title..)?;
    let length = prefix.chars().count();
    let digit = prefix.starts_with(|c: char| c.is_ascii_digit());
    let fits = (2..=LONGEST).contains(&length) && !prefix.contains("关于") && !prefix.contains("转发") && !digit;
    fits.then(|| (from + text.get(..title).map_or(0, |t| t.chars().count()), prefix.to_owned()))
}
