//! Days as people say them: 昨天, 三天前, 上周五, 本月15日, 15日, 下周一.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::shape::weekday_behind;
use super::{TO, begins};

/// 昨天, 三天前, 周一, 上周五; and the days to come, which only a limit can be.
pub(super) fn in_words(word: &[char], today: NaiveDate) -> Option<(usize, NaiveDate)> {
    const AGO: [(&str, u64); 13] = [
        ("今天", 0),
        ("今日", 0),
        ("昨天", 1),
        ("昨日", 1),
        ("前天", 2),
        ("前日", 2),
        ("大前天", 3),
        ("一周前", 7),
        ("昨晚", 1),
        ("昨夜", 1),
        ("今早", 0),
        ("今晨", 0),
        ("今晚", 0),
    ];
    const AHEAD: [(&str, u64); 4] = [("明天", 1), ("明日", 1), ("后天", 2), ("大后天", 3)];
    let named = |names: &[(&str, u64)]| {
        names.iter().find(|(name, _)| begins(word, name)).map(|(name, days)| (name.chars().count(), *days))
    };
    if let Some((length, days)) = named(&AGO).or_else(|| days_ago(word)) {
        return Some((length, today.checked_sub_days(Days::new(days))?));
    }
    if let Some((length, days)) = named(&AHEAD) {
        return Some((length, today.checked_add_days(Days::new(days))?));
    }
    of_month(word, today).or_else(|| of_week(word, today))
}

/// 周一, 上周五, 下周三.
fn of_week(word: &[char], today: NaiveDate) -> Option<(usize, NaiveDate)> {
    let named = |names: &[&str]| names.iter().find(|name| begins(word, name)).map(|name| name.chars().count());
    let last_week = named(&["上周", "上星期", "上礼拜", "上个星期"]);
    let this_week = named(&["本周", "这周", "本星期", "这星期"]);
    let next_week = named(&["下周", "下星期", "下礼拜", "下个星期"]);
    let length = last_week.or(this_week).or(next_week).or_else(|| named(&["周", "星期", "礼拜"]))?;
    let weekday = u64::try_from(weekday(*word.get(length)?)?).ok()?;
    // 周一至周五 is a period; 周年 and 周刊 are no days at all.
    if word.get(length + 1).is_some_and(|c| TO.contains(c)) {
        return None;
    }
    let monday = today.week(chrono::Weekday::Mon).first_day();
    let now = u64::from(today.weekday().num_days_from_monday());
    let day = match (last_week, this_week, next_week) {
        (Some(_), _, _) => monday.checked_sub_days(Days::new(7 - weekday))?,
        (_, Some(_), _) => monday.checked_add_days(Days::new(weekday))?,
        (_, _, Some(_)) => monday.checked_add_days(Days::new(7 + weekday))?,
        (None, None, None) => today.checked_sub_days(Days::new((now + 7 - weekday) % 7))?,
    };
    Some((length + 1, day))
}

/// 本月15日, 上月3号; 15日 alone is this month's where that is not in the future.
fn of_month(word: &[char], today: NaiveDate) -> Option<(usize, NaiveDate)> {
    const MONTHS: [(&str, u32); 4] = [("本月", 0), ("这个月", 0), ("上月", 1), ("上个月", 1)];
    let said = MONTHS.iter().find(|(name, _)| begins(word, name));
    let start = said.map_or(0, |(name, _)| name.chars().count());
    let rest = word.get(start..)?;
    let digits = rest.iter().take_while(|c| c.is_ascii_digit()).count();
    let day: u32 = rest.get(..digits).filter(|_| digits <= 2)?.iter().collect::<String>().parse().ok()?;
    matches!(rest.get(digits), Some('日' | '号')).then_some(())?;
    let length = start + digits + 1;
    let behind = word.get(length..)?;
    match said {
        Some((_, ago)) => Some((length, today.checked_sub_months(Months::new(*ago))?.with_day(day)?)),
        // 20日止: a limit, whose month follows from the day of the thing.
        None if matches!(behind.first(), Some('前' | '止' | '之' | '以' | '起')) => {
            Some((length, today.with_day(day)?))
        }
        None if weekday_behind(behind) == behind.len() && day <= today.day() => Some((length, today.with_day(day)?)),
        None => None,
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

pub(in super::super) fn weekday(c: char) -> Option<usize> {
    "一二三四五六日".chars().position(|day| day == c).or((c == '天').then_some(6))
}
