//! Working days by the State Council's yearly notices: holidays off, make-up days worked (调休). No clock: days are
//! arguments.
//!
//! No notice exists for a year before about November of the year before. In a year without a table only weekends are
//! off, and a deadline that touches such a year is provisional.

mod reading;
mod rules;
mod shipped;
mod years;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use rules::Rules;
pub(crate) use years::CALENDAR;
pub use years::{CalendarYear, DeadlineRequest, OfYear, ReadCalendar, SetCalendarYear, WorkingDays};

/// A day that a notice makes other than its place in the week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SpecialDay {
    pub day: NaiveDate,
    /// Off; otherwise a weekend day that is worked.
    pub off: bool,
    /// The holiday, or the one that is made up for.
    pub name: String,
}

/// What a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayKind<'a> {
    Workday,
    MakeUp(&'a str),
    Weekend,
    Holiday(&'a str),
}

/// The days that are known, by year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Calendar {
    years: BTreeMap<i32, BTreeMap<NaiveDate, SpecialDay>>,
}

/// The last day of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Deadline {
    pub day: NaiveDate,
    /// It touches a year without a table, and may move once there is one.
    pub provisional: bool,
}

impl Calendar {
    /// Puts a table in the place of a year's.
    pub fn set_year(&mut self, year: i32, days: impl IntoIterator<Item = SpecialDay>) {
        self.years.insert(year, days.into_iter().map(|special| (special.day, special)).collect());
    }

    pub fn knows(&self, day: NaiveDate) -> bool {
        self.years.contains_key(&day.year())
    }

    /// The years that have a table.
    pub fn years(&self) -> impl Iterator<Item = i32> {
        self.years.keys().copied()
    }

    /// The special days of a year; none where it has no table.
    pub fn of_year(&self, year: i32) -> impl Iterator<Item = &SpecialDay> {
        self.years.get(&year).into_iter().flat_map(BTreeMap::values)
    }

    pub fn kind(&self, day: NaiveDate) -> DayKind<'_> {
        match self.years.get(&day.year()).and_then(|days| days.get(&day)) {
            Some(special) if special.off => DayKind::Holiday(&special.name),
            Some(special) => DayKind::MakeUp(&special.name),
            None if is_weekend(day) => DayKind::Weekend,
            None => DayKind::Workday,
        }
    }

    pub fn is_workday(&self, day: NaiveDate) -> bool {
        match self.kind(day) {
            DayKind::Workday | DayKind::MakeUp(_) => true,
            DayKind::Weekend | DayKind::Holiday(_) => false,
        }
    }

    /// The `days`-th working day after `start`, which itself never counts, working day or not.
    pub fn due(&self, start: NaiveDate, days: u32) -> Deadline {
        let mut due = Deadline { day: start, provisional: false };
        for _ in 0..days {
            loop {
                let Some(next) = due.day.succ_opt() else { return due };
                due = Deadline { day: next, provisional: due.provisional || !self.knows(next) };
                if self.is_workday(next) {
                    break;
                }
            }
        }
        due
    }

    /// How many working days lie after one day, up to another and including it.
    pub fn workdays_after(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        let days = from.iter_days().skip(1).take_while(|day| *day <= to);
        i64::try_from(days.filter(|day| self.is_workday(*day)).count()).unwrap_or(i64::MAX)
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

#[cfg(test)]
mod tests;
