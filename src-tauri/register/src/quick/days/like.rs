//! Stretches that look like a day or a length of time, though nothing was read of them: they are asked about.

use super::begins;
use super::spoken::weekday;
use std::ops::Range;

/// Said of days without naming one.
const VAGUE: [&str; 22] = [
    "上周",
    "上星期",
    "上个星期",
    "上礼拜",
    "本周",
    "这周",
    "下周",
    "下星期",
    "上月",
    "上个月",
    "本月",
    "这个月",
    "下月",
    "下个月",
    "月初",
    "月中",
    "月底",
    "月末",
    "上旬",
    "中旬",
    "下旬",
    "即日",
];

/// Such as mean one only where nothing else stands in the word.
const ALONE: [&str; 12] =
    ["近日", "日前", "近期", "前几天", "前两天", "前些天", "年初", "年底", "年末", "刚才", "上午", "下午"];

/// The first stretch of a text that looks like a day; a year alone is none, nor what is counted.
pub(in super::super) fn like_a_day(text: &[char]) -> Option<Range<usize>> {
    if ALONE.iter().any(|word| whole(text, word)) || is_part_of_a_year(text) {
        return Some(0..text.len());
    }
    (0..text.len()).find_map(|at| {
        let rest = text.get(at..)?;
        let before = at.checked_sub(1).and_then(|at| text.get(at)).copied();
        let length = named(rest, before).or_else(|| vague(text, at)).or_else(|| in_figures(rest, before))?;
        Some(at..at + length)
    })
}

/// 三季度, 上半年, 第12周, 11月第3周: longer than a day, and the day is said nowhere.
fn is_part_of_a_year(text: &[char]) -> bool {
    let text: String = text.iter().collect();
    let digits = |text: &str| !text.is_empty() && text.chars().all(number);
    let quarter = text.strip_suffix("季度").is_some_and(|rest| digits(rest.trim_start_matches('第')) || rest == "本");
    let week = text
        .strip_suffix('周')
        .and_then(|rest| rest.split_once('第'))
        .is_some_and(|(before, week)| digits(week) && (before.is_empty() || before.ends_with('月')));
    quarter || week || matches!(text.as_str(), "上半年" | "下半年" | "本学期" | "上学期" | "暑假" | "寒假")
}

fn whole(text: &[char], word: &str) -> bool {
    begins(text, word) && text.len() == word.chars().count()
}

fn number(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十两〇零○廿卅半".contains(c)
}

/// 明天, 周三, 正月.
fn named(rest: &[char], before: Option<char>) -> Option<usize> {
    const DAYS: [&str; 14] = [
        "今天", "今日", "昨天", "昨日", "昨晚", "今早", "前天", "前日", "明天", "明日", "后天", "次日", "当天", "当日",
    ];
    if let Some(word) = DAYS.iter().find(|word| begins(rest, word)) {
        return Some(word.chars().count());
    }
    let week = ["周", "星期", "礼拜"].iter().find(|name| begins(rest, name))?.chars().count();
    let fits = rest.get(week).is_some_and(|c| weekday(*c).is_some()) && before != Some('每') && before != Some('一');
    fits.then_some(week + 1)
}

/// 上周, 本月底 at either end of a word.
fn vague(text: &[char], at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let word = VAGUE.iter().find(|word| begins(rest, word))?;
    let length = word.chars().count();
    // 本周菜单 holds today.
    let now = matches!(*word, "本周" | "这周" | "本月" | "这个月");
    if now && at + length < text.len() && !rest.get(length).is_some_and(|c| number(*c) || "初中底末上下".contains(*c))
    {
        return None;
    }
    let ends = at == 0 || at + length == text.len() || text.get(at - 1).is_some_and(|c| number(*c) || *c == '月');
    ends.then_some(length)
}

/// Days that give campaigns their names, where a title goes on behind them.
fn is_a_festival(rest: &[char]) -> bool {
    const NAMES: [&str; 14] =
        ["12.13", "12.4", "12.9", "12.1", "11.9", "10.1", "9.18", "6.26", "6.5", "5.12", "5.4", "4.15", "3.15", "3.8"];
    NAMES.iter().any(|name| {
        let behind = rest.get(name.len());
        begins(rest, name) && behind.is_some_and(|c| !c.is_ascii_digit() && *c != '日' && *c != '.')
    })
}

/// 11月, 15日, 3.2, 2023-11-15, 十一月十五日, 两周前.
fn in_figures(rest: &[char], before: Option<char>) -> Option<usize> {
    let arabic = |at: usize| rest.iter().skip(at).take_while(|c| c.is_ascii_digit()).count();
    let value = |at: usize, length: usize| -> Option<u32> {
        rest.get(at..at + length)?.iter().collect::<String>().parse().ok()
    };
    let sign = |at: usize| rest.get(at).copied();
    let apart = before.is_none_or(|c| !number(c) && !matches!(c, '第' | '.' | '-' | '/') && !c.is_ascii_alphabetic());
    let first = rest.iter().take_while(|c| number(**c)).count();
    if first == 0 || !apart {
        return None;
    }
    let digits = arabic(0);
    let behind = rest.get(first..)?;
    let ago = ["天", "周", "个星期", "星期", "个月", "月"].iter().find_map(|unit| {
        let turned = behind.get(unit.chars().count()..).filter(|_| begins(behind, unit))?;
        let word = ["之前", "以前", "前", "后"].iter().find(|word| begins(turned, word))?;
        Some(first + unit.chars().count() + word.chars().count())
    });
    // Behind the month its day; the month alone is none where a title goes on: 11月工作简报.
    let month_day = |at: usize| {
        let day = rest.iter().skip(at).take_while(|c| number(**c)).count();
        let end = at + day;
        let part = ["初", "中旬", "上旬", "下旬", "底", "末", "份"]
            .iter()
            .find(|part| begins(rest.get(end..).unwrap_or_default(), part));
        match (day, sign(end), part) {
            (1.., Some('日' | '号'), _) => Some(end + 1),
            (0, _, Some(&"份")) if sign(end + 1).is_some() => None,
            (0, _, Some(part)) => Some(end + part.chars().count()),
            (_, None, _) => Some(end),
            _ => None,
        }
    };
    let within = |from: u32, to: u32| value(0, digits).is_some_and(|n| (from..=to).contains(&n)) && digits <= 2;
    match sign(first) {
        _ if ago.is_some() => ago,
        Some('月') if digits == first && within(1, 12) => month_day(first + 1),
        Some('月') if digits == 0 => month_day(first + 1),
        Some('年') if digits == 4 || digits == 2 => {
            let month = arabic(first + 1);
            let fits = (1..=2).contains(&month) && matches!(sign(first + 1 + month), Some('月' | '.' | '-'));
            month_day(first + 2 + month).filter(|_| fits)
        }
        Some('日') if within(1, 31) => {
            let other = matches!(sign(first + 1), Some('内' | '游' | '均' | '报' | '志'));
            (!other).then_some(first + 1)
        }
        // 3号楼, 5号文件
        Some('号') if within(1, 31) && before.is_none_or(|c| "自从于在至到".contains(c)) => {
            let goes_on = sign(first + 1).is_some_and(|c| "楼文线院馆门厅公令机教实食宿栋车".contains(c));
            (!goes_on).then_some(first + 1)
        }
        // 12.4宪法宣传日
        Some('.') if rest.get(first + 2).is_some() && is_a_festival(rest) => None,
        Some(separator @ ('.' | '-' | '/')) if digits == first => {
            let second = arabic(first + 1);
            let end = first + 1 + second;
            let more = (sign(end) == Some(separator)).then(|| arabic(end + 1)).filter(|third| *third > 0);
            let amount = sign(end).is_some_and(|c| "万元亿%倍折分米级版年岁章:期月号".contains(c));
            let month_at = if digits == 4 { first + 1 } else { 0 };
            let month = value(month_at, if digits == 4 { second } else { digits });
            let day = digits == 4 || value(first + 1, second).is_some_and(|day| (1..=31).contains(&day));
            let length = matches!(digits, 1 | 2 | 4) && (1..=2).contains(&second) && !(amount && more.is_none());
            let fits = length && month.is_some_and(|month| (1..=12).contains(&month)) && day || more.is_some();
            fits.then(|| more.map_or(end, |third| end + 1 + third))
        }
        _ if digits == first && matches!(digits, 6 | 8) => {
            let month = value(digits - 4, 2).is_some_and(|month| (1..=12).contains(&month));
            let day = value(digits - 2, 2).is_some_and(|day| (1..=31).contains(&day));
            (rest.first() == Some(&'2') && month && day).then_some(digits)
        }
        _ => None,
    }
}
