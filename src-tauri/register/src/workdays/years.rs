//! The years of a register's calendar: the shipped ones, and those that the office put in or edited, which go before.

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rules::MOST_DAYS;
use super::{Calendar, Deadline, SpecialDay, is_weekend, reading};
use crate::change::{Operation, json};
use crate::context::Context;
use crate::error::{Error, Fault, FaultCode, Result};
use crate::folder::Register;
use crate::period::{Period, plausible};
use crate::store;

/// The setting that holds a year's days, as JSON, is this and the year.
pub(crate) const CALENDAR: &str = "calendar/";

/// A year of the calendar.
#[derive(Debug, Serialize, TS)]
pub struct CalendarYear {
    pub year: i32,
    /// Whether it has a table. Where it has none, only weekends are off.
    pub known: bool,
    /// Whether the office put its table in, or edited the shipped one.
    pub edited: bool,
    /// Every day that is other than its place in the week, in order.
    pub days: Vec<SpecialDay>,
    /// All the years that have a table.
    pub known_years: Vec<i32>,
}

#[derive(Debug, Deserialize, TS)]
pub struct OfYear {
    pub year: i32,
}

#[derive(Debug, Deserialize, TS)]
pub struct SetCalendarYear {
    pub year: i32,
    /// The whole table of the year; without one, the year is again as the program brought it.
    #[ts(optional)]
    pub days: Option<Vec<SpecialDay>>,
}

#[derive(Debug, Deserialize, TS)]
pub struct ReadCalendar {
    pub year: i32,
    /// .xlsx, .xls, .ods, .csv with columns 日期, 休/班, 名称; or .json with the same keys, or `date`, `isOffDay`, `name`.
    pub file: PathBuf,
}

/// A term of so many working days after a day.
#[derive(Debug, Deserialize, TS)]
pub struct DeadlineRequest {
    pub from: NaiveDate,
    pub days: u32,
}

/// How long a stretch of days is in working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct WorkingDays {
    /// After the first day, which itself never counts, up to the last and with it.
    pub days: i64,
    /// A year without a table is touched.
    pub provisional: bool,
}

impl Register {
    /// The working days of a stretch, such as a consultation's.
    pub fn working_days(&self, period: Period) -> Result<WorkingDays> {
        let Period { from, to } = period.checked()?;
        let calendar = self.calendar()?;
        let provisional = !calendar.knows(from) || !calendar.knows(to);
        Ok(WorkingDays { days: calendar.workdays_after(from, to), provisional })
    }

    /// The last day of a term, such as a consultation's or that of publishing.
    pub fn deadline(&self, request: &DeadlineRequest) -> Result<Deadline> {
        if !plausible(request.from) {
            return Err(Error::DayOutOfRange { day: request.from.to_string() });
        }
        if request.days > MOST_DAYS {
            return Err(Error::RuleOutOfRange { most: MOST_DAYS });
        }
        Ok(self.calendar()?.due(request.from, request.days))
    }

    /// The shipped calendar under the register's own years.
    pub(crate) fn calendar(&self) -> Result<Calendar> {
        let mut calendar = Calendar::shipped();
        for (year, days) in self.own_years()? {
            calendar.set_year(year, days);
        }
        Ok(calendar)
    }

    pub fn calendar_year(&self, year: i32) -> Result<CalendarYear> {
        checked(year)?;
        let calendar = self.calendar()?;
        Ok(CalendarYear {
            year,
            known: calendar.years().any(|known| known == year),
            edited: self.own_years()?.contains_key(&year),
            days: calendar.of_year(year).cloned().collect(),
            known_years: calendar.years().collect(),
        })
    }

    /// Puts a table in the place of a year's, or takes the office's own away.
    pub fn set_calendar_year(&mut self, context: &Context, request: SetCalendarYear) -> Result<CalendarYear> {
        let year = checked(request.year)?;
        match request.days {
            Some(days) => {
                let days = (1..).zip(days).collect();
                self.keep_days(context, year, days)?;
            }
            None if self.own_years()?.contains_key(&year) => {
                self.set(context, &key_of(year), &json(&None::<Vec<SpecialDay>>))?;
            }
            None => {}
        }
        self.calendar_year(year)
    }

    /// Reads a year's table from a file. Days of the December before, which a notice may move too, are laid over that
    /// year's. Nothing changes where any row is wrong.
    pub fn read_calendar(&mut self, context: &Context, request: &ReadCalendar) -> Result<CalendarYear> {
        let year = checked(request.year)?;
        let days = reading::read(&request.file, year)?;
        self.keep_days(context, year, days)?;
        self.calendar_year(year)
    }

    fn keep_days(&mut self, context: &Context, year: i32, days: Vec<(u32, SpecialDay)>) -> Result<()> {
        let calendar = self.calendar()?;
        let before = |day: NaiveDate| day.year() == year - 1 && day.month() == 12 && calendar.knows(day);
        let faults = faults(year, &days, before);
        if !faults.is_empty() {
            return Err(Error::CalendarFaulty { faults });
        }
        let (own, others): (Vec<_>, Vec<_>) =
            days.into_iter().map(|(_, special)| special).partition(|special| special.day.year() == year);
        let mut years = vec![(year, in_order(own))];
        if !others.is_empty() {
            years.push((year - 1, in_order(calendar.of_year(year - 1).cloned().chain(others))));
        }
        years.retain(|(year, days)| !calendar.years().any(|y| y == *year) || !calendar.of_year(*year).eq(days));
        if years.is_empty() {
            return Ok(());
        }
        self.change(context, Operation::SettingSet, |change| {
            years.iter().try_for_each(|(year, days)| change.set(&key_of(*year), &json(days)))
        })
    }

    fn own_years(&self) -> Result<BTreeMap<i32, Vec<SpecialDay>>> {
        let mut years = BTreeMap::new();
        for (key, value) in store::settings::all(self.db())? {
            let Some(year) = key.strip_prefix(CALENDAR).and_then(|year| year.parse().ok()) else { continue };
            let days: Option<Vec<SpecialDay>> =
                serde_json::from_str(&value).map_err(|error| Error::Internal { detail: error.to_string() })?;
            years.extend(days.map(|days| (year, days)));
        }
        Ok(years)
    }
}

fn key_of(year: i32) -> String {
    format!("{CALENDAR}{year}")
}

fn checked(year: i32) -> Result<i32> {
    match NaiveDate::from_ymd_opt(year, 1, 1).is_some_and(plausible) {
        true => Ok(year),
        false => Err(Error::DayOutOfRange { day: year.to_string() }),
    }
}

/// By day, each once, the later word for it.
fn in_order(days: impl IntoIterator<Item = SpecialDay>) -> Vec<SpecialDay> {
    let by_day: BTreeMap<NaiveDate, SpecialDay> = days
        .into_iter()
        .map(|special| (special.day, SpecialDay { name: special.name.trim().to_owned(), ..special }))
        .collect();
    by_day.into_values().collect()
}

/// What is wrong with a year's days, by row.
fn faults(year: i32, days: &[(u32, SpecialDay)], also: impl Fn(NaiveDate) -> bool) -> Vec<(u32, Fault)> {
    let mut seen: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    let mut faults = Vec::new();
    for (row, special) in days {
        let fault = |code, column| Fault::new(code, column, special.day.to_string());
        if special.day.year() != year && !also(special.day) {
            faults.push((*row, fault(FaultCode::DayOutsideYear, reading::DAY).with(year)));
        } else if let Some(first) = seen.insert(special.day, *row) {
            faults.push((*row, fault(FaultCode::DayRepeated, reading::DAY).with(first)));
        } else if !special.off && !is_weekend(special.day) {
            faults.push((*row, fault(FaultCode::MakeUpOnWeekday, reading::DAY)));
        } else if special.off && special.name.trim().is_empty() {
            faults.push((*row, Fault::new(FaultCode::RequiredMissing, reading::NAME, "")));
        }
    }
    faults
}
