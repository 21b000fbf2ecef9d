//! The days that the wording of the report names beside its period: last year's date, another month, a school year.

use chrono::{Datelike, NaiveDate};

use super::Outcome;
use super::ground::{Found, Ground};
use crate::error::Result;
use crate::period::{Period, zh_date};
use crate::reports::{is_school_year, reporting_year, wording};

/// How many places a sentence tells.
const TOLD: usize = 3;

/// A mention of days in the wording, as it stands there, and the line.
#[derive(Debug, PartialEq, Eq)]
struct Mention {
    line: usize,
    text: String,
}

pub(super) fn periods(ground: &Ground) -> Result<Found> {
    let text = wording(ground.register)?.text;
    let period = ground.period;
    let others = others(&text, period);
    let named = is_named(&text, period);
    let days = ground.days(period);
    let mut faults = Vec::new();
    if !named {
        faults.push(ground.say("正文没有写明统计期间", "the wording does not name the period"));
    }
    if !others.is_empty() {
        let told = others
            .iter()
            .take(TOLD)
            .map(|Mention { line, text }| ground.say(format!("第{line}行“{text}”"), format!("line {line} “{text}”")));
        let told = ground.listed(told);
        let count = others.len();
        faults.push(match count > TOLD {
            false => ground.say(format!("正文{told}与之不一"), format!("the wording says otherwise: {told}")),
            true => ground.say(
                format!("正文{told}等{count}处与之不一"),
                format!("the wording says otherwise in {count} places: {told} …"),
            ),
        });
    }
    let figures = ground.figures.len();
    let (outcome, sentence) = match faults.is_empty() {
        true => (
            Outcome::Pass,
            ground.say(
                format!("{figures}项指标都按统计期间{days}统计，正文写明了这一期间，没有别的起止日期。"),
                format!("All {figures} figures count by {days}, which the wording names; it names no other days."),
            ),
        ),
        false => (
            Outcome::Fail,
            ground.say(
                format!("统计期间为{days}；{}。", faults.join("；")),
                format!("The period is {days}; {}.", faults.join("; ")),
            ),
        ),
    };
    let lines = others.iter().map(|mention| i64::try_from(mention.line).unwrap_or(i64::MAX));
    Ok(Found::new(outcome, sentence).numbers([i64::from(named)]).numbers(lines))
}

/// By its slot, by those of both its ends, or by both days as they are.
fn is_named(text: &str, period: Period) -> bool {
    let says = |slot: &str, day: NaiveDate| text.contains(slot) || text.contains(&zh_date(day));
    text.contains("{period}") || says("{from}", period.from) && says("{to}", period.to)
}

/// Whatever names days near the period that are not its own. Days of long ago are those of rules and of history.
fn others(text: &str, period: Period) -> Vec<Mention> {
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let signs: Vec<char> = line.chars().collect();
        let mut at = 0;
        while at < signs.len() {
            let mention = Days::read(&signs, at);
            at = mention.as_ref().map_or(at + 1, |mention| mention.end);
            if let Some(mention) = mention.filter(|mention| mention.is_other(period)) {
                let text = signs[mention.start..mention.end].iter().collect();
                found.push(Mention { line: index + 1, text });
            }
        }
        if !is_school_year(period) && line.contains("本学年") {
            found.push(Mention { line: index + 1, text: "本学年".into() });
        }
    }
    found
}

/// 2023年2月1日, 2023年2月, 2023年度, 2022—2023学年.
struct Days {
    start: usize,
    end: usize,
    year: i32,
    says: Says,
}

enum Says {
    Day(u32, u32),
    Month(u32),
    /// 年度 or 学年, as it is written.
    Year(String),
}

impl Days {
    fn read(signs: &[char], start: usize) -> Option<Days> {
        // In the middle of a number nothing begins.
        let inside = start.checked_sub(1).and_then(|before| signs.get(before)).is_some_and(char::is_ascii_digit);
        let (mut year, mut at) = number(signs, start, 4).filter(|_| !inside)?;
        if let Some(('—' | '-' | '–', (second, end))) = signs.get(at).copied().zip(number(signs, at + 1, 4)) {
            (year, at) = (second, end);
        }
        let years: String = signs[start..at].iter().collect::<String>().replace(['-', '–'], "—");
        let year = i32::try_from(year).ok()?;
        let has = |at: usize, sign: char| signs.get(at) == Some(&sign);
        if has(at, '学') && has(at + 1, '年') {
            return Some(Days { start, end: at + 2, year, says: Says::Year(format!("{years}学年")) });
        }
        if !has(at, '年') {
            return None;
        }
        if has(at + 1, '度') {
            return Some(Days { start, end: at + 2, year, says: Says::Year(format!("{years}年度")) });
        }
        let (month, at) = number(signs, at + 1, 2).filter(|(_, at)| has(*at, '月'))?;
        match number(signs, at + 1, 2).filter(|(_, at)| has(*at, '日')) {
            Some((day, at)) => Some(Days { start, end: at + 1, year, says: Says::Day(month, day) }),
            None => Some(Days { start, end: at + 1, year, says: Says::Month(month) }),
        }
    }

    fn is_other(&self, period: Period) -> bool {
        let near = (period.from.year() - 1..=period.to.year() + 1).contains(&self.year);
        let ends = [period.from, period.to];
        let own = match &self.says {
            Says::Day(month, day) => {
                ends.iter().any(|end| (end.year(), end.month(), end.day()) == (self.year, *month, *day))
            }
            Says::Month(month) => ends.iter().any(|end| (end.year(), end.month()) == (self.year, *month)),
            Says::Year(said) => *said == reporting_year(period),
        };
        near && !own
    }
}

/// A number of so many digits at most, of exactly four where four are asked for, and where it ends.
fn number(signs: &[char], at: usize, most: usize) -> Option<(u32, usize)> {
    let digits: String = signs.get(at..)?.iter().take_while(|sign| sign.is_ascii_digit()).collect();
    let fits = if most == 4 { digits.len() == 4 } else { (1..=most).contains(&digits.len()) };
    Some((digits.parse().ok().filter(|_| fits)?, at + digits.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period() -> Period {
        Period { from: "2023-02-01".parse().unwrap(), to: "2023-11-20".parse().unwrap() }
    }

    #[test]
    fn days_that_are_not_the_periods_are_found_with_their_lines() {
        let text = "# {institution}\n截至2023年11月20日，2023年2月份以来\n根据2010年4月6日的规定\n截至2022年11月15日，\
                    2023年度与2022年度，本学年，2023年3月；电话20231120年\n2022—2023学年，2023年12月31日";
        let found: Vec<(usize, String)> = others(text, period()).into_iter().map(|m| (m.line, m.text)).collect();
        let expected = [
            (4, "2022年11月15日"),
            (4, "2022年度"),
            (4, "2023年3月"),
            (4, "本学年"),
            (5, "2022—2023学年"),
            (5, "2023年12月31日"),
        ];
        assert_eq!(found, expected.map(|(line, text)| (line, text.to_owned())));
        let school = Period { from: "2022-09-01".parse().unwrap(), to: "2023-08-31".parse().unwrap() };
        assert_eq!(others("2022-2023学年，本学年，截至2023年8月", school), []);
    }

    #[test]
    fn a_period_is_named_by_its_slot_or_by_both_its_ends() {
        for text in ["{period}", "{from}至{to}", "{from}至2023年11月20日", "2023年2月1日至2023年11月20日"] {
            assert!(is_named(text, period()), "{text}");
        }
        for text in ["", "截至{to}", "{reporting_year}", "2023年2月1日以来"] {
            assert!(!is_named(text, period()), "{text}");
        }
    }
}
