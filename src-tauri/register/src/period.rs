//! A period: two days, both included. Always an argument, never a constant.

use chrono::{Datelike, Months, NaiveDate};
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

    /// The same days a year before; 28 February for the 29th.
    pub fn year_before(self) -> Period {
        let before = |day: NaiveDate| day.checked_sub_months(Months::new(12)).unwrap_or(day);
        Period { from: before(self.from), to: before(self.to) }
    }

    /// The months that the period touches, `YYYY-MM`.
    pub fn months(self) -> impl Iterator<Item = String> {
        let first = self.from.with_day(1).unwrap_or(self.from);
        (0..)
            .map_while(move |n| first.checked_add_months(Months::new(n)).filter(|month| *month <= self.to))
            .map(month_of)
    }

    /// The days of a month, `YYYY-MM`, that the period holds; without any, it ends before it begins.
    pub fn within_month(self, month: &str) -> Option<Period> {
        let first = NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d").ok()?;
        let last = first.checked_add_months(Months::new(1))?.pred_opt()?;
        Some(Period { from: self.from.max(first), to: self.to.min(last) })
    }

    /// “2023年2月1日至2023年11月20日”
    pub fn zh(self) -> String {
        format!("{}至{}", zh_date(self.from), zh_date(self.to))
    }
}

fn month_of(day: NaiveDate) -> String {
    day.format("%Y-%m").to_string()
}

/// A date as official documents write it: Arabic figures without leading zeros (GB/T 9704—2012, 7.3.5.4).
pub fn zh_date(date: NaiveDate) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// Whether a day can be meant: from 1949 to 2100.
pub fn plausible(date: NaiveDate) -> bool {
    (1949..=2100).contains(&date.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(from: &str, to: &str) -> Period {
        Period { from: from.parse().expect("a day"), to: to.parse().expect("a day") }
    }

    #[test]
    fn a_leap_day_is_the_28th_a_year_before() {
        assert_eq!(period("2024-02-29", "2024-12-31").year_before(), period("2023-02-28", "2023-12-31"));
        assert_eq!(period("2025-02-28", "2025-02-28").year_before(), period("2024-02-28", "2024-02-28"));
    }

    #[test]
    fn a_period_touches_each_month_from_its_first_day_to_its_last() {
        let months = |from, to| period(from, to).months().collect::<Vec<_>>();
        assert_eq!(months("2023-11-30", "2024-02-01"), ["2023-11", "2023-12", "2024-01", "2024-02"]);
        assert_eq!(months("2024-01-31", "2024-01-31"), ["2024-01"]);
    }

    #[test]
    fn a_month_of_a_period_keeps_to_the_period() {
        let whole = period("2024-02-10", "2024-03-05");
        assert_eq!(whole.within_month("2024-02"), Some(period("2024-02-10", "2024-02-29")));
        assert_eq!(whole.within_month("2024-03"), Some(period("2024-03-01", "2024-03-05")));
        assert!(whole.within_month("2024-13").is_none());
    }
}
