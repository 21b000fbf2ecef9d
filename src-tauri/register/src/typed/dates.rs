//! Days, in all the ways that people type them.

mod scan;
mod years;

use chrono::{Days, NaiveDate};

use crate::fault::FaultCode;
use crate::period::plausible;

use super::{Cell, is_placeholder, plain};
use scan::{Number, Scan};

pub(crate) use years::{year_in, years_in};

/// The day that a cell states; none where it is blank or says that there is none. A day without its year is read
/// within `year`. An error carries the value as it was written.
pub(crate) fn read_date(cell: &Cell, year: Option<i32>) -> std::result::Result<Option<NaiveDate>, (FaultCode, String)> {
    let read = match cell {
        Cell::Empty => return Ok(None),
        Cell::Day(day) => Ok(*day),
        Cell::Number(number) => of_number(*number, year),
        Cell::Text(text) => {
            let text = plain(text);
            if is_placeholder(&text) {
                return Ok(None);
            }
            of_text(&text, year)
        }
        Cell::Flag(_) => Err(FaultCode::DateUnreadable),
        Cell::Error(_) => Err(FaultCode::CellError),
        Cell::FormulaWithoutValue(_) => Err(FaultCode::FormulaWithoutValue),
    };
    match read {
        Ok(day) if plausible(day) => Ok(Some(day)),
        Ok(_) => Err((FaultCode::DateOutOfRange, cell.to_text())),
        Err(code) => Err((code, cell.to_text())),
    }
}

type Day = std::result::Result<NaiveDate, FaultCode>;

/// A number that was meant as a day: 20230302, or the serial number of a date that lost its format.
fn of_number(number: f64, year: Option<i32>) -> Day {
    // Serial numbers of 1954 to 2119.
    const SERIALS: std::ops::RangeInclusive<f64> = 20_000.0..=80_000.0;
    if SERIALS.contains(&number) {
        let days = Days::new(number.floor() as u64);
        let epoch = NaiveDate::from_ymd_opt(1899, 12, 30).ok_or(FaultCode::DateUnreadable)?;
        return epoch.checked_add_days(days).ok_or(FaultCode::DateUnreadable);
    }
    if number.fract() == 0.0 && (1.0..1e15).contains(&number) {
        return of_text(&number.to_string(), year);
    }
    // 2023.3 is a month, whether March or the October that lost its zero; 3.2 may have been 3.20.
    if (1949.0..2101.0).contains(&number) { Err(FaultCode::DateIncomplete) } else { Err(FaultCode::DateUnreadable) }
}

fn of_text(text: &str, year: Option<i32>) -> Day {
    let text = without_weekday(text);
    let chars: Vec<char> = text.chars().collect();
    let mut scan = Scan { chars: &chars, at: 0 };
    let Some(first) = scan.number() else { return Err(FaultCode::DateUnreadable) };
    if first.digits >= 5 {
        return compact(&first, scan.rest(), year);
    }
    let mark = scan.at;
    let Some(one) = scan.separator() else { return alone(&first, &scan) };
    let Some(second) = scan.number() else {
        scan.at = mark;
        return alone(&first, &scan);
    };
    let mark = scan.at;
    let third = scan.separator().and_then(|two| scan.number().map(|third| (two, third)));
    match third {
        Some((two, third)) if belong_together(one, two) && first.digits != 3 && third.digits <= 2 => {
            let year = match first.digits {
                4 => first.value,
                2 if is_year(first.value, year, matches!(one, '年' | '.')) => 2000 + first.value,
                _ => return Err(FaultCode::DateUnreadable),
            };
            day_of_month(&mut scan, one == '年' || two == '月')?;
            finish(&scan)?;
            calendar(year, second.value, third.value)
        }
        _ => {
            scan.at = mark;
            pair(&first, one, &second, &mut scan, year)
        }
    }
}

/// Whether two digits are a year: near the ledger's, or where that is unknown, by what stands behind them. 12/03/23
/// may be a year, a month or a day.
fn is_year(digits: i64, ledger: Option<i32>, plain: bool) -> bool {
    match ledger {
        Some(ledger) => (2000 + digits).abs_diff(i64::from(ledger)) <= 1,
        None => plain && digits > 0,
    }
}

/// Two numbers: a month and a day of the year in question, or a year and a month that lack the day.
fn pair(first: &Number, one: char, second: &Number, scan: &mut Scan, year: Option<i32>) -> Day {
    if first.digits == 4 || one == '年' {
        scan.accept(&['月']);
        let rest = scan.rest();
        let vague = ["上旬", "中旬", "下旬", "初", "中", "底", "末", "份", "月份", "间"];
        let incomplete = rest.is_empty() || vague.contains(&rest.as_str());
        return Err(match incomplete && (1..=12).contains(&second.value) && second.digits <= 2 {
            true => FaultCode::DateIncomplete,
            false => FaultCode::DateUnreadable,
        });
    }
    let day_like = matches!(one, '月' | '.' | '-' | '/' | '、');
    if !day_like || first.digits > 2 || second.digits > 2 || !(1..=12).contains(&first.value) {
        return Err(FaultCode::DateUnreadable);
    }
    day_of_month(scan, one == '月')?;
    finish(scan)?;
    match year {
        Some(year) => calendar(i64::from(year), first.value, second.value),
        // 30 February is in no year, 29 February in a leap year.
        None => calendar(2000, first.value, second.value).and(Err(FaultCode::DateYearUnknown)),
    }
}

/// One number: 2023年, 3月, 5日 lack the rest.
fn alone(first: &Number, scan: &Scan) -> Day {
    let rest = scan.rest();
    let year = first.digits == 4 && (1949..=2100).contains(&first.value);
    let lacks = match rest.as_str() {
        "" => year,
        "年" | "年度" | "年初" | "年底" | "年末" | "年中" | "年内" | "年上半年" | "年下半年" => {
            year || first.digits == 2
        }
        "月" | "月份" | "月初" | "月底" | "月上旬" | "月中旬" | "月下旬" => {
            (1..=12).contains(&first.value)
        }
        "日" | "号" => (1..=31).contains(&first.value),
        _ => false,
    };
    Err(if lacks { FaultCode::DateIncomplete } else { FaultCode::DateUnreadable })
}

/// Digits without separators: 20230302, with a time 20230302143000, 230302; 202303 lacks the day.
fn compact(number: &Number, rest: String, ledger: Option<i32>) -> Day {
    let of = |year: i64, month_day: i64| calendar(year, month_day / 100, month_day % 100);
    let value = number.value;
    match number.digits {
        8 => finish_text(&rest).and_then(|()| of(value / 10_000, value % 10_000)),
        12 | 14 if rest.is_empty() => {
            let day = value / 10_i64.pow(number.digits - 8);
            of(day / 10_000, day % 10_000)
        }
        6 if rest.is_empty() => {
            let (year, month) = (value / 100, value % 100);
            if (1949..=2100).contains(&year) && (1..=12).contains(&month) {
                return Err(FaultCode::DateIncomplete);
            }
            if !is_year(value / 10_000, ledger, false) {
                return Err(FaultCode::DateUnreadable);
            }
            of(2000 + value / 10_000, value % 10_000).map_err(|_| FaultCode::DateUnreadable)
        }
        _ => Err(FaultCode::DateUnreadable),
    }
}

fn calendar(year: i64, month: i64, day: i64) -> Day {
    if !(1949..=2100).contains(&year) {
        return Err(FaultCode::DateOutOfRange);
    }
    let parts = (i32::try_from(year), u32::try_from(month), u32::try_from(day));
    let (Ok(year), Ok(month), Ok(day)) = parts else { return Err(FaultCode::DateImpossible) };
    NaiveDate::from_ymd_opt(year, month, day).ok_or(FaultCode::DateImpossible)
}

/// Whether two separators belong to one date: 2023.3-5 is two months, and 12.2-5 four days.
fn belong_together(one: char, two: char) -> bool {
    match (one, two) {
        ('年', '月' | '.' | '/' | '、') | (_, '月') => true,
        ('年' | '月', _) => false,
        (one, two) => one == two,
    }
}

/// 日 or 号 behind the day, which nothing but a date has.
fn day_of_month(scan: &mut Scan, chinese: bool) -> std::result::Result<(), FaultCode> {
    let said = scan.accept(&['日', '号']);
    if said && !chinese { Err(FaultCode::DateUnreadable) } else { Ok(()) }
}

fn finish(scan: &Scan) -> std::result::Result<(), FaultCode> {
    finish_text(&scan.rest())
}

/// What may stand behind a date: a time of day, brackets that a weekday left, a full stop.
fn finish_text(rest: &str) -> std::result::Result<(), FaultCode> {
    let mut rest = rest.to_lowercase();
    for word in ["上午", "下午", "中午", "晚上", "早上", "凌晨", "傍晚", "全天", "am", "pm"] {
        if let Some(at) = rest.find(word) {
            rest.replace_range(at..at + word.len(), "");
            break;
        }
    }
    let rest = rest.trim_matches(|c: char| c.is_whitespace() || "。.,，、;；()t".contains(c));
    if rest.is_empty() {
        return Ok(());
    }
    let clock = rest.trim_end_matches('z').replace(['时', '点', '分'], ":").replace(['秒', '整'], "");
    let clock = clock.trim().trim_end_matches(':');
    let mut parts = clock.split(':');
    let hour = parts.next().and_then(|part| part.trim().parse::<u32>().ok());
    let rest_in_sixty = parts.all(|part| part.trim().parse::<f64>().is_ok_and(|part| (0.0..60.0).contains(&part)));
    let told = rest.contains([':', '时', '点']);
    let fits = told && rest_in_sixty && hour.is_some_and(|hour| hour <= 24);
    if fits { Ok(()) } else { Err(FaultCode::DateUnreadable) }
}

/// The text without 星期四, 周四 or （四）.
fn without_weekday(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    let is_day = |c: Option<&char>| c.is_some_and(|c| "一二三四五六日天末1234567".contains(*c));
    while let Some(c) = chars.get(at) {
        let after = |n: usize| chars.get(at + n);
        if matches!((c, after(1)), ('星', Some('期')) | ('礼', Some('拜'))) && is_day(after(2)) {
            at += 3;
        } else if *c == '周' && is_day(after(1)) {
            at += 2;
        } else if *c == '(' && is_day(after(1)) && after(2) == Some(&')') {
            at += 3;
        } else {
            out.push(*c);
            at += 1;
        }
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests;
