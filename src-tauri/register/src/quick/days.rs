//! Days in a line: which stretch is one by its shape, and which day it is.

use chrono::{Datelike, Days, NaiveDate};

use crate::fault::FaultCode;
use crate::typed::{Cell, read_date};

/// A day that stands at the beginning of a stretch.
pub(super) struct DayFound {
    /// How many signs it takes.
    pub length: usize,
    pub day: Result<NaiveDate, FaultCode>,
}

/// The day at the beginning of a word; none where what stands there is not meant as one. A day without its year is
/// the latest such day that is not in the future.
pub(super) fn day_at(word: &[char], today: NaiveDate) -> Option<DayFound> {
    if let Some((length, day)) = in_words(word, today) {
        return Some(DayFound { length, day: Ok(day) });
    }
    let length = shape(word)?;
    let text: String = word.get(..length)?.iter().collect();
    let day = read(&text, today);
    let length = length + weekday_behind(word.get(length..)?);
    // 3月2日至5日 is a period, and 3月2日前 a limit: they belong to the title.
    let behind = word.get(length..)?.first();
    let runs_on = behind.is_some_and(|c| "至到~—–-前后起".contains(*c));
    (!runs_on).then_some(DayFound { length, day })
}

/// A day as it is typed into a line, its year taken from today.
pub(super) fn read(text: &str, today: NaiveDate) -> Result<NaiveDate, FaultCode> {
    let chars: Vec<char> = text.chars().collect();
    if let Some((length, day)) = in_words(&chars, today)
        && length == chars.len()
    {
        return Ok(day);
    }
    let cell = Cell::Text(text.into());
    let of_year = |year: i32| read_date(&cell, Some(year)).map_err(|(code, _)| code);
    match read_date(&cell, None) {
        Ok(Some(day)) => Ok(day),
        Ok(None) => Err(FaultCode::DateUnreadable),
        Err((FaultCode::DateYearUnknown, _)) => {
            let years = [today.year(), today.year() - 1];
            let mut days = years.into_iter().filter_map(|year| of_year(year).ok().flatten());
            days.find(|day| *day <= today).ok_or(FaultCode::DateImpossible)
        }
        Err((code, _)) => Err(code),
    }
}

/// 昨天, 周一, 上周五.
fn in_words(word: &[char], today: NaiveDate) -> Option<(usize, NaiveDate)> {
    let begins = |text: &str| {
        let text: Vec<char> = text.chars().collect();
        word.starts_with(&text).then_some(text.len())
    };
    for (name, back) in [("今天", 0), ("今日", 0), ("昨天", 1), ("昨日", 1), ("前天", 2), ("前日", 2)] {
        if let Some(length) = begins(name) {
            return Some((length, today.checked_sub_days(Days::new(back))?));
        }
    }
    let last_week = ["上周", "上星期", "上礼拜", "上个星期"].into_iter().find_map(begins);
    let this = ["本周", "这周", "本星期", "这星期", "周", "星期", "礼拜"].into_iter().find_map(begins);
    let length = last_week.or(this)?;
    let weekday = u64::try_from(weekday(*word.get(length)?)?).ok()?;
    // 周一至周五 is a period; 周年 and 周刊 are no days at all.
    if word.get(length + 1).is_some_and(|c| "至到~—–-".contains(*c)) {
        return None;
    }
    let now = u64::from(today.weekday().num_days_from_monday());
    let back = if last_week.is_some() { now + 7 - weekday } else { (now + 7 - weekday) % 7 };
    Some((length + 1, today.checked_sub_days(Days::new(back))?))
}

fn weekday(c: char) -> Option<usize> {
    "一二三四五六日".chars().position(|day| day == c).or((c == '天').then_some(6))
}

/// （周四） behind a day, or 星期四.
fn weekday_behind(rest: &[char]) -> usize {
    let bracket = usize::from(rest.first() == Some(&'('));
    let within = rest.get(bracket..).unwrap_or_default();
    let named = ["周", "星期", "礼拜"].into_iter().map(|name| name.chars().collect::<Vec<_>>());
    let length = named.filter(|name| within.starts_with(name)).map(|name| name.len()).next();
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
mod tests {
    use super::*;

    #[test]
    fn a_day_without_its_year_is_the_latest_that_is_not_in_the_future() {
        // A Monday.
        let today = NaiveDate::from_ymd_opt(2023, 11, 20).unwrap();
        let at = |text: &str| day_at(&text.chars().collect::<Vec<_>>(), today).map(|found| (found.length, found.day));
        for (typed, length, day) in [
            ("3月2日", 4, "2023-03-02"),
            ("11月20日", 6, "2023-11-20"),
            ("11月21日", 6, "2022-11-21"),
            ("3月2日（周四）".replace('（', "(").replace('）', ")").as_str(), 8, "2023-03-02"),
            ("3月2日官网", 4, "2023-03-02"),
            ("三月二日", 4, "2023-03-02"),
            ("二〇二三年三月二日", 9, "2023-03-02"),
            ("3.2", 3, "2023-03-02"),
            ("12-31", 5, "2022-12-31"),
            ("2023/3/2", 8, "2023-03-02"),
            ("2023.03.02", 10, "2023-03-02"),
            ("20230302", 8, "2023-03-02"),
            ("今天", 2, "2023-11-20"),
            ("昨天", 2, "2023-11-19"),
            ("周一", 2, "2023-11-20"),
            ("周二", 2, "2023-11-14"),
            ("星期日", 3, "2023-11-19"),
            ("上周五", 3, "2023-11-17"),
            ("上周一", 3, "2023-11-13"),
        ] {
            let found = at(typed).unwrap_or_else(|| panic!("{typed}"));
            assert_eq!((found.0, found.1.map(|day| day.to_string())), (length, Ok(day.to_owned())), "{typed}");
        }
        for (typed, code) in [
            ("2月30日", FaultCode::DateImpossible),
            ("2月29日", FaultCode::DateImpossible),
            ("2023-13-01", FaultCode::DateImpossible),
            ("3月", FaultCode::DateIncomplete),
            ("2.30", FaultCode::DateImpossible),
        ] {
            assert_eq!(at(typed).and_then(|found| found.1.err()), Some(code), "{typed}");
        }
        for typed in
            ["3.45", "13.5", "3月2日至5日", "3月2日前", "周年庆", "2023年工作总结", "周一至周五", "3月工作", "12", "一"]
        {
            assert!(at(typed).is_none(), "{typed}");
        }
    }
}
