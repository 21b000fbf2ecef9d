//! Whether what was made was published in time: within 20 working days of making (《高等学校信息公开办法》; 教办函〔2014〕23号,
//! 二; the number is a setting), by the register's calendar.
//!
//! The due date of what was made on a day is the last working day of the term. Turned round: what appears on a day is
//! in time if it was made no earlier than so many working days before it. That day is the same for all that appears
//! together, so that a register of many items is asked by days and not by records.

use std::collections::{BTreeSet, VecDeque};

use chrono::{Datelike, Days, NaiveDate};

use crate::period::Period;
use crate::workdays::Calendar;

/// The limit over a period.
pub(super) struct Timely {
    /// See [`crate::store::scorecards::EarliestDays`].
    pub earliest: String,
    /// Spans of days: what was made on one of them has a due date that touches a year whose holidays are not known.
    pub provisional: Vec<(String, String)>,
}

impl Timely {
    pub fn new(calendar: &Calendar, limit: u32, period: Period) -> Timely {
        let days = earliest_days(calendar, limit, period);
        Timely { earliest: Timely::json(&days), provisional: provisional(calendar, limit) }
    }

    pub fn json(days: &[[NaiveDate; 2]]) -> String {
        serde_json::to_string(days).unwrap_or_default()
    }
}

/// Each day of a period, and the earliest on which what is published on it may have been made.
pub(super) fn earliest_days(calendar: &Calendar, limit: u32, period: Period) -> Vec<[NaiveDate; 2]> {
    let limit = limit as usize;
    // Two of three days are worked at the least, over so many.
    let lead = Days::new(2 * limit as u64 + 30);
    let first = period.from.checked_sub_days(lead).unwrap_or(period.from);
    let mut worked: VecDeque<NaiveDate> = VecDeque::new();
    let mut days = Vec::new();
    for day in first.iter_days().take_while(|day| *day <= period.to) {
        if let Some(earliest) = worked.front().filter(|_| day >= period.from) {
            days.push([day, *earliest]);
        }
        if calendar.is_workday(day) {
            worked.push_back(day);
            if worked.len() > limit {
                worked.pop_front();
            }
        }
    }
    days
}

/// The earliest day on which what is not published by the end of this one may have been made without being late.
pub(super) fn earliest_day(calendar: &Calendar, limit: u32, day: NaiveDate) -> NaiveDate {
    earliest_days(calendar, limit, Period { from: day, to: day }).first().map_or(day, |[_, earliest]| *earliest)
}

/// The spans of making whose due date touches a year without a table.
fn provisional(calendar: &Calendar, limit: u32) -> Vec<(String, String)> {
    const YEARS: std::ops::RangeInclusive<i32> = 1949..=2100;
    let known: BTreeSet<i32> = calendar.years().collect();
    let unknown = |year: &i32| !known.contains(year);
    let mut spans = Vec::new();
    let mut years = YEARS.filter(unknown).peekable();
    while let Some(first) = years.next() {
        let mut last = first;
        while let Some(next) = years.next_if_eq(&(last + 1)) {
            last = next;
        }
        // The day of making itself never counts: from the last day of a year on, the next year alone does.
        let end = NaiveDate::from_ymd_opt(last, 12, 30);
        let begin = NaiveDate::from_ymd_opt(first, 1, 1).map(|new_year| earliest_day(calendar, limit, new_year));
        if let Some((begin, end)) = begin.zip(end) {
            let begin = if first == *YEARS.start() { NaiveDate::MIN.with_year(0).unwrap_or(begin) } else { begin };
            spans.push((begin.to_string(), end.to_string()));
        }
    }
    spans
}
