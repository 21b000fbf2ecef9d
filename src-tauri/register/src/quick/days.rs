//! Days in a line: which stretch is one by its shape, and which day it is.

use chrono::{Datelike, Days, NaiveDate};

use crate::fault::FaultCode;
use crate::typed::{Cell, read_date};

/// What stands at the beginning of a word and is meant as days.
pub(super) struct DaysFound {
    /// How many signs it takes.
    pub length: usize,
    pub said: Said,
}

pub(super) enum Said {
    Day(Day),
    /// 3月2日至8日, both included.
    Period(Day, Day),
    /// 3月2日前, as typed: its year follows from the day of the thing.
    By(String),
    /// 3月2日起.
    From(String),
}

type Day = Result<NaiveDate, FaultCode>;

/// What stands between the two days of a period.
pub(super) const TO: [char; 7] = ['至', '到', '~', '—', '–', '-', '～'];

/// The days at the beginning of a word; none where what stands there is not meant as such. A day without its year is
/// the latest such day that is not in the future.
pub(super) fn days_at(word: &[char], today: NaiveDate) -> Option<DaysFound> {
    const BEFORE: [&str; 8] = ["要求于", "请于", "须于", "应于", "自", "从", "于", "在"];
    const UNTIL: [&str; 6] = ["截止到", "截止", "截至", "限于", "限", "至"];
    let lead = |words: &[&str]| words.iter().find(|lead| begins(word, lead)).map(|lead| lead.chars().count());
    let until = lead(&UNTIL);
    let led = until.or_else(|| lead(&BEFORE)).unwrap_or(0);
    let found = without_lead(word.get(led..)?, today, until.is_some())?;
    Some(DaysFound { length: led + found.length, said: found.said })
}

fn without_lead(word: &[char], today: NaiveDate, until: bool) -> Option<DaysFound> {
    if let Some((length, day)) = in_words(word, today) {
        return Some(DaysFound { length, said: Said::Day(Ok(day)) });
    }
    if let Some((length, first, last)) = period(word, today) {
        return Some(DaysFound { length, said: Said::Period(first, last) });
    }
    let length = shape(word)?;
    let text: String = word.get(..length)?.iter().collect();
    let length = length + weekday_behind(word.get(length..)?);
    let behind = word.get(length..)?;
    let limit = ["之前", "以前", "前", "止"].iter().find(|limit| begins(behind, limit));
    let (more, said) = match (limit, behind.first()) {
        (Some(limit), _) => (limit.chars().count(), Said::By(text)),
        (None, _) if until => (0, Said::By(text)),
        (None, Some('起')) => (1, Said::From(text)),
        (None, Some(c)) if TO.contains(c) || *c == '后' => return None,
        (None, _) => (0, Said::Day(read(&text, today))),
    };
    Some(DaysFound { length: length + more, said })
}

/// 3月2日至3月8日, 3月2日-8日: a whole day, a sign, and another.
fn period(word: &[char], today: NaiveDate) -> Option<(usize, Day, Day)> {
    (0..word.len()).filter(|at| word.get(*at).is_some_and(|c| TO.contains(c))).find_map(|at| {
        let left = word.get(..at)?;
        let left = left.get(..left.len() - left.iter().rev().take_while(|c| **c == ' ').count())?;
        let first = shape(left)
            .filter(|length| length + weekday_behind(left.get(*length..).unwrap_or_default()) == left.len())?;
        let first: String = left.get(..first)?.iter().collect();
        let start = at + word.get(at..)?.iter().take_while(|c| TO.contains(c) || **c == ' ').count();
        let right = word.get(start..)?;
        let (length, last) = match shape(right) {
            Some(length) => (length, right.get(..length)?.iter().collect()),
            None => {
                // 3月2日-8日: of the same month.
                let digits = right.iter().take_while(|c| c.is_ascii_digit()).count();
                let day = (1..=2).contains(&digits) && matches!(right.get(digits), Some('日' | '号'));
                let month = first.find('月').map(|at| at + '月'.len_utf8()).filter(|_| day)?;
                let day: String = right.get(..digits)?.iter().collect();
                (digits + 1, format!("{}{day}日", first.get(..month)?))
            }
        };
        let length = start + length + weekday_behind(right.get(length..)?);
        let begins = read(&first, today);
        // 3月至5月 has no days.
        if begins == Err(FaultCode::DateIncomplete) {
            return None;
        }
        let ends = read_from(&last, *begins.as_ref().unwrap_or(&today));
        Some((length, begins, ends))
    })
}

fn begins(word: &[char], text: &str) -> bool {
    text.chars().enumerate().all(|(at, c)| word.get(at) == Some(&c))
}

/// A day as it is typed into a line: without its year the latest that is not in the future.
pub(super) fn read(text: &str, today: NaiveDate) -> Day {
    let chars: Vec<char> = text.chars().collect();
    match in_words(&chars, today) {
        Some((length, day)) if length == chars.len() => Ok(day),
        _ => in_year(text, [today.year(), today.year() - 1], |day| day <= today),
    }
}

/// The end of a period, or a limit: without its year the first such day that is not before another.
pub(super) fn read_from(text: &str, from: NaiveDate) -> Day {
    in_year(text, [from.year(), from.year() + 1], |day| day >= from)
}

fn in_year(text: &str, years: [i32; 2], fits: impl Fn(NaiveDate) -> bool) -> Day {
    let cell = Cell::Text(text.into());
    match read_date(&cell, None) {
        Ok(Some(day)) => Ok(day),
        Ok(None) => Err(FaultCode::DateUnreadable),
        Err((FaultCode::DateYearUnknown, _)) => {
            let mut days = years.into_iter().filter_map(|year| read_date(&cell, Some(year)).ok().flatten());
            days.find(|day| fits(*day)).ok_or(FaultCode::DateImpossible)
        }
        Err((code, _)) => Err(code),
    }
}

/// 昨天, 三天前, 周一, 上周五.
fn in_words(word: &[char], today: NaiveDate) -> Option<(usize, NaiveDate)> {
    const NAMED: [(&str, u64); 8] =
        [("今天", 0), ("今日", 0), ("昨天", 1), ("昨日", 1), ("前天", 2), ("前日", 2), ("大前天", 3), ("一周前", 7)];
    let back = |length: usize, days: u64| Some((length, today.checked_sub_days(Days::new(days))?));
    if let Some((name, days)) = NAMED.into_iter().find(|(name, _)| begins(word, name)) {
        return back(name.chars().count(), days);
    }
    if let Some((length, days)) = days_ago(word) {
        return back(length, days);
    }
    let named = |names: &[&str]| names.iter().find(|name| begins(word, name)).map(|name| name.chars().count());
    let last_week = named(&["上周", "上星期", "上礼拜", "上个星期"]);
    let this_week = named(&["本周", "这周", "本星期", "这星期"]);
    let length = last_week.or(this_week).or_else(|| named(&["周", "星期", "礼拜"]))?;
    let weekday = u64::try_from(weekday(*word.get(length)?)?).ok()?;
    // 周一至周五 is a period; 周年 and 周刊 are no days at all.
    if word.get(length + 1).is_some_and(|c| TO.contains(c)) {
        return None;
    }
    let now = u64::from(today.weekday().num_days_from_monday());
    match (last_week, this_week) {
        (Some(_), _) => back(length + 1, now + 7 - weekday),
        (None, Some(_)) if weekday > now => Some((length + 1, today.checked_add_days(Days::new(weekday - now))?)),
        (None, _) => back(length + 1, (now + 7 - weekday) % 7),
    }
}

/// 三天前, 10天前; 3日前 is a limit.
fn days_ago(word: &[char]) -> Option<(usize, u64)> {
    let digits = word.iter().take_while(|c| c.is_ascii_digit()).count();
    let (length, days) = match digits {
        0 => (1, "一二三四五六七八九十".chars().position(|c| word.first() == Some(&c)).map(|at| at as u64 + 1)),
        1 | 2 => (digits, word.get(..digits)?.iter().collect::<String>().parse().ok()),
        _ => return None,
    };
    let days = days.or((word.first() == Some(&'两')).then_some(2))?;
    ["天之前", "天以前", "天前"]
        .iter()
        .find(|ago| begins(word.get(length..).unwrap_or_default(), ago))
        .map(|ago| (length + ago.chars().count(), days))
}

fn weekday(c: char) -> Option<usize> {
    "一二三四五六日".chars().position(|day| day == c).or((c == '天').then_some(6))
}

/// （周四） behind a day, or 星期四.
fn weekday_behind(rest: &[char]) -> usize {
    let bracket = usize::from(rest.first() == Some(&'('));
    let within = rest.get(bracket..).unwrap_or_default();
    let length = ["周", "星期", "礼拜"].iter().find(|name| begins(within, name)).map(|name| name.chars().count());
    match length {
        Some(length) if within.get(length).is_some_and(|c| weekday(*c).is_some()) => {
            let all = bracket + length + 1;
            let closed = bracket == 0 || rest.get(all) == Some(&')');
            if closed { all + bracket } else { 0 }
        }
        _ => 0,
    }
}

/// How many signs at the beginning have the shape of a day.
fn shape(word: &[char]) -> Option<usize> {
    let arabic = |at: usize| word.iter().skip(at).take_while(|c| c.is_ascii_digit()).count();
    let number = |at: usize| match arabic(at) {
        0 => word.iter().skip(at).take_while(|c| "〇零○一二三四五六七八九十廿卅".contains(**c)).count(),
        digits => digits,
    };
    let sign = |at: usize| word.get(at).copied();
    let first = number(0);
    if first == 0 {
        return None;
    }
    if arabic(0) == 8 && matches!(word, ['1', '9', ..] | ['2', '0', ..]) && first == 8 {
        return Some(8);
    }
    let whole = |length: usize| length == word.len();
    // The month from here on: 3月2日, 3月2 alone, 3月 alone.
    let month_day = |at: usize, before: usize| -> Option<usize> {
        if sign(at) != Some('月') || !(1..=3).contains(&before) {
            return None;
        }
        let day = number(at + 1);
        let end = at + 1 + day;
        match sign(end) {
            Some('日' | '号') if (1..=3).contains(&day) => Some(end + 1),
            _ if whole(end) && day <= 3 => Some(end),
            _ => None,
        }
    };
    match sign(first)? {
        '月' => month_day(first, first),
        '年' if first == 4 || first == 2 => {
            let month = number(first + 1);
            month_day(first + 1 + month, month)
        }
        separator @ ('-' | '/' | '.') if arabic(0) == first => {
            let second = arabic(first + 1);
            let at = first + 1 + second;
            if !(1..=2).contains(&second) {
                return None;
            }
            if first == 4 && sign(at) == Some(separator) {
                let third = arabic(at + 1);
                let end = at + 1 + third;
                return ((1..=2).contains(&third) && sign(end) != Some(separator)).then_some(end);
            }
            // 3.45 is no day, 2.30 one that does not exist.
            let value =
                |at: usize, length: usize| word.get(at..at + length)?.iter().collect::<String>().parse::<u32>().ok();
            let month = value(0, first).is_some_and(|month| (1..=12).contains(&month));
            let day = value(first + 1, second).is_some_and(|day| (1..=31).contains(&day));
            (month && day && first <= 2 && whole(at)).then_some(at)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
