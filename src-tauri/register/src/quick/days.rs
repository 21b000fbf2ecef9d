//! Days in a line: which stretch is one by its shape, and which day it is.

mod like;
mod shape;
mod spoken;

use chrono::{Datelike, NaiveDate};

use crate::fault::FaultCode;
use crate::typed::{Cell, read_date};
pub(super) use like::like_a_day;
use shape::{shape, weekday_behind};
use spoken::in_words;
pub(super) use spoken::weekday;

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
    /// 11月15、16日: two days.
    Two(Day, Day),
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
    const NAMES: [&str; 6] = ["公示期限", "公示期", "公示时间", "征求意见时间", "征集时间", "时间"];
    const BEFORE: [&str; 10] = ["要求于", "请于", "须于", "应于", "自", "从", "于", "在", "为", "是"];
    const UNTIL: [&str; 6] = ["截止到", "截止", "截至", "限于", "限", "至"];
    let lead = |at: usize, words: &[&str]| {
        let word = word.get(at..).unwrap_or_default();
        words.iter().find(|lead| begins(word, lead)).map(|lead| lead.chars().count())
    };
    let name = lead(0, &NAMES).unwrap_or(0);
    let until = lead(name, &UNTIL);
    let led = name + until.or_else(|| lead(name, &BEFORE)).unwrap_or(0);
    let led = led + lead(led, &["从", "自"]).filter(|_| led > name).unwrap_or(0);
    let found = without_lead(word.get(led..)?, today, until.is_some())?;
    // 期限15日 is a length.
    let bare = word.get(led..led + found.length)?.iter().all(|c| c.is_ascii_digit() || *c == '日');
    if bare && begins(word.get(led - led.min(2)..)?, "期限") || bare && until.is_some() && begins(word, "限") {
        return None;
    }
    Some(DaysFound { length: led + found.length, said: found.said })
}

fn without_lead(word: &[char], today: NaiveDate, until: bool) -> Option<DaysFound> {
    if let Some((length, first, last)) = period(word, today) {
        return Some(DaysFound { length, said: Said::Period(first, last) });
    }
    if let Some((length, first, last)) = two(word, today) {
        return Some(DaysFound { length, said: Said::Two(first, last) });
    }
    // 去年12月5日
    let named = [("去年", -1), ("今年", 0), ("明年", 1)].into_iter().find(|(name, _)| begins(word, name));
    if let Some((_, years)) = named
        && let Some(length) = word.get(2..).and_then(shape)
        && let Some(stretch) = word.get(2..2 + length)
        && stretch.iter().take(3).any(|c| *c == '月')
    {
        let text = format!("{}年{}", today.year() + years, stretch.iter().collect::<String>());
        return Some(DaysFound { length: length + 2, said: Said::Day(read(&text, today)) });
    }
    let spoken = in_words(word, today);
    let length = spoken.map(|(length, _)| length).or_else(|| shape(word))?;
    let text: String = word.get(..length)?.iter().collect();
    let length = length + weekday_behind(word.get(length..)?);
    let behind = word.get(length..)?;
    // 前往, 前期, 起草 are words of their own.
    let before = behind.get(1).is_none_or(|c| !matches!(c, '往' | '期' | '来' | '后' | '夕'));
    let limit = ["之前", "以前", "前", "止"].iter().find(|limit| begins(behind, limit)).filter(|_| before);
    let (more, said) = match (limit, behind.first(), spoken) {
        // 11月16日前后 is no day.
        (_, Some('前'), _) if behind.get(1) == Some(&'后') => return None,
        (Some(limit), _, _) => (limit.chars().count(), Said::By(text)),
        (None, _, _) if until => (0, Said::By(text)),
        (None, Some('起'), _) if behind.get(1) != Some(&'草') => (1, Said::From(text)),
        (None, _, Some((_, day))) => (0, Said::Day(Ok(day))),
        (None, Some('左'), _) if behind.get(1) == Some(&'右') => return None,
        (None, Some(c), None) if TO.contains(c) || matches!(c, '后' | '、') => return None,
        (None, _, None) => (0, Said::Day(read(&text, today))),
    };
    Some(DaysFound { length: length + more, said })
}

/// 3月2日至3月8日, 3月2日-8日, 自3月2日起至3月8日止: a whole day, a sign, and another.
fn period(word: &[char], today: NaiveDate) -> Option<(usize, Day, Day)> {
    (0..word.len()).filter(|at| word.get(*at).is_some_and(|c| TO.contains(c))).find_map(|at| {
        let left = word.get(..at)?;
        let left = left.get(..left.len() - left.iter().rev().take_while(|c| **c == ' ').count())?;
        let left = left.strip_suffix(&['起']).unwrap_or(left);
        let now = left.iter().collect::<String>() == "即日";
        let first = match shape(left) {
            _ if now => left.len(),
            Some(length) if length + weekday_behind(left.get(length..)?) == left.len() => length,
            Some(_) | None => return None,
        };
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
        let closed = ["截止", "为止", "止"].iter().find(|end| begins(word.get(length..).unwrap_or_default(), end));
        let length = length + closed.map_or(0, |end| end.chars().count());
        let begins = if now { Ok(today) } else { read(&first, today) };
        // 3月至5月 has no days.
        if begins == Err(FaultCode::DateIncomplete) {
            return None;
        }
        let ends = read_from(&last, *begins.as_ref().unwrap_or(&today));
        Some((length, begins, ends))
    })
}

/// 11月15、16日; 11月15日、16日; 11月15日和11月17日.
fn two(word: &[char], today: NaiveDate) -> Option<(usize, Day, Day)> {
    let at = word.iter().position(|c| matches!(c, '、' | '和' | '及'))?;
    let left = word.get(..at)?;
    let length = shape(left).filter(|length| *length == left.len())?;
    let first: String = left.get(..length)?.iter().collect();
    let right = word.get(at + 1..)?;
    let (length, second) = match shape(right) {
        Some(length) => (length, right.get(..length)?.iter().collect()),
        None => {
            let digits = right.iter().take_while(|c| c.is_ascii_digit()).count();
            let day = (1..=2).contains(&digits) && matches!(right.get(digits), Some('日' | '号'));
            let month = first.find('月').map(|at| at + '月'.len_utf8()).filter(|_| day)?;
            let day: String = right.get(..digits)?.iter().collect();
            (digits + 1, format!("{}{day}日", first.get(..month)?))
        }
    };
    Some((at + 1 + length, read(&first, today), read(&second, today)))
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

/// The end of a period, or a limit: without its year the first such day that is not before another. What would lie
/// half a year ahead in the next year was meant before it.
pub(super) fn read_from(text: &str, from: NaiveDate) -> Day {
    const LONGEST: i64 = 183;
    let near = |day: NaiveDate| day.year() == from.year() || (day - from).num_days() <= LONGEST;
    in_year(text, [from.year(), from.year() + 1], |day| day >= from && near(day))
}

fn in_year(text: &str, years: [i32; 2], fits: impl Fn(NaiveDate) -> bool) -> Day {
    let cell = Cell::Text(text.into());
    match read_date(&cell, None) {
        Ok(Some(day)) => Ok(day),
        Ok(None) => Err(FaultCode::DateUnreadable),
        Err((FaultCode::DateYearUnknown, _)) => {
            let days: Vec<NaiveDate> =
                years.into_iter().filter_map(|year| read_date(&cell, Some(year)).ok().flatten()).collect();
            let late = if days.is_empty() { FaultCode::DateImpossible } else { FaultCode::EarlierThan };
            days.into_iter().find(|day| fits(*day)).ok_or(late)
        }
        // Two digits may be a year beside this one.
        Err((FaultCode::DateUnreadable, _)) => match read_date(&cell, years.first().copied()) {
            Ok(Some(day)) => Ok(day),
            Ok(None) => Err(FaultCode::DateUnreadable),
            Err((code, _)) => Err(code),
        },
        Err((code, _)) => Err(code),
    }
}

#[cfg(test)]
mod tests;
