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
    let end = match (sign(behind), sign(behind + 1)) {
        (Some('号'), Some('文')) => behind + 2,
        (Some('号'), _) => behind + 1,
        _ => number + length,
    };
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
    const TITLES: [&str; 13] =
        ["通知", "公示", "公告", "通报", "办公室", "决定", "意见", "办法", "方案", "报告", "纪要", "规定", "章程"];
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
    // 校历 〔2023〕5号: what stands apart is a title unless it ends as such letters do.
    if blanks > 0 && !prefix.ends_with(|c| "发行党函办字教学人财政院校通告文委纪团工宣组科研保".contains(c))
    {
        return None;
    }
    let fits = (2..=LONGEST).contains(&length) && !prefix.contains("关于") && !prefix.contains("转发") && !digit;
    fits.then(|| (from + text.get(..title).map_or(0, |t| t.chars().count()), prefix.to_owned()))
}

/// What looks like a document's number though it is written in no form of one; and how it should be written, where
/// that is plain: 湘示院行2023-5号.
pub(super) fn like_a_number(text: &[char]) -> Option<(Span, Option<String>)> {
    let whole: String = text.iter().collect();
    if ["转发", "关于", "贯彻", "落实", "执行", "根据", "依据"].iter().any(|word| whole.contains(word)) {
        return None;
    }
    (0..text.len()).find_map(|at| year_and_number(text, at)).or_else(|| {
        // 湘示院行61号, <2023>61号
        let end = whole.trim_end_matches('文').strip_suffix('号')?;
        let stem = end.trim_end_matches(|c: char| c.is_ascii_digit());
        (stem.len() < end.len() && stem.chars().count() >= 3 && !stem.ends_with(['第', '月']))
            .then_some((0..text.len(), None))
    })
}

fn year_and_number(text: &[char], at: usize) -> Option<(Span, Option<String>)> {
    let sign = |at: usize| text.get(at).copied();
    let opened = sign(at).is_some_and(|c| "〔﹝[【(".contains(c));
    let year = at + usize::from(opened);
    // 2O23: a letter in the place of a figure.
    let figures: String =
        text.get(year..year + 4)?.iter().map(|c| if matches!(c, 'O' | 'o' | '○' | '〇') { '0' } else { *c }).collect();
    let is_year = figures.starts_with("20") || figures.starts_with("19");
    let apart = at.checked_sub(1).and_then(sign).is_none_or(|c| !c.is_ascii_digit());
    if !is_year || !apart || !figures.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let mut number = year + 4;
    number += usize::from(sign(number) == Some('年'));
    let closed = sign(number).is_some_and(|c| "〕﹞]】)".contains(c));
    let joined = sign(number).is_some_and(|c| matches!(c, '-' | '—' | '/'));
    if opened != closed || !opened && !joined && sign(number) != Some('第') {
        return None;
    }
    number += usize::from(closed || joined);
    number += usize::from(sign(number) == Some('第'));
    let within = |c: &&char| c.is_ascii_digit() || matches!(**c, '、' | ',' | '-' | '至' | '和' | '号');
    let length = text.iter().skip(number).take_while(within).count();
    let ended = text.get(number..number + length).is_some_and(|all| all.ends_with(&['号']));
    let length = length - usize::from(ended);
    let end = number + length;
    // 2023年第5号通告 goes on as a title; (2023)5 may be anything.
    if length == 0 || end + usize::from(ended) != text.len() || !ended && !opened {
        return None;
    }
    let plain: String = text.get(number..end)?.iter().collect();
    let prefix: String = text.get(..at)?.iter().collect();
    let clear =
        (2..=12).contains(&at) && plain.chars().all(|c| c.is_ascii_digit()) && prefix.chars().all(char::is_alphabetic);
    Some((0..text.len(), clear.then(|| format!("{prefix}〔{figures}〕{plain}号"))))
}
