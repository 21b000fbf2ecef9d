//! Which stretch has the shape of a day in figures, and the weekday behind one.

use super::begins;
use super::spoken::weekday;

/// （周四） behind a day, or 星期四.
pub(super) fn weekday_behind(rest: &[char]) -> usize {
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
pub(super) fn shape(word: &[char]) -> Option<usize> {
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
    // 231115
    if first == 6 && arabic(0) == 6 && word.len() == 6 && matches!(word, ['2', '0'..='9', '0' | '1', _, '0'..='3', _]) {
        return Some(6);
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
            // 23.11.15: the year in two digits.
            if first == 2 && second <= 2 && sign(at) == Some(separator) {
                let third = arabic(at + 1);
                let end = at + 1 + third;
                return ((1..=2).contains(&third) && whole(end)).then_some(end);
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
