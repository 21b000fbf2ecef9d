//! A period: two days, both included. Always an argument, never a constant.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, Result};

/// From one day to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Period {
    pub from: NaiveDate,
    pub to: NaiveDate,
}

impl Period {
    pub fn new(from: NaiveDate, to: NaiveDate) -> Result<Period> {
        Period { from, to }.checked()
    }

    /// The period, or an error where it ends before it begins, or lies where nobody can mean it.
    pub fn checked(self) -> Result<Period> {
        if let Some(day) = [self.from, self.to].into_iter().find(|day| !plausible(*day)) {
            return Err(Error::DayOutOfRange { day: day.to_string() });
        }
        if self.from > self.to {
            return Err(Error::PeriodReversed { from: self.from.to_string(), to: self.to.to_string() });
        }
        Ok(self)
    }

    pub fn contains(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }

    /// “2023年2月1日至2023年11月20日”
    pub fn zh(self) -> String {
        format!("{}至{}", zh_date(self.from), zh_date(self.to))
    }
}

/// A date as official documents write it: Arabic figures without leading zeros (GB/T 9704—2012, 7.3.5.4).
pub fn zh_date(date: NaiveDate) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// Whether a day can be meant: from 1949 to 2100.
pub fn plausible(date: NaiveDate) -> bool {
    (1949..=2100).contains(&date.year())
}
