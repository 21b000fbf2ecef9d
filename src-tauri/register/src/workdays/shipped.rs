//! The calendar that the program brings: 2019 to 2026, from the table beside this file.

use chrono::{Datelike, NaiveDate};

use super::{Calendar, SpecialDay};

/// A year on a line of its own, then its days: 休 or 班, the holiday, the days.
const TABLE: &str = include_str!("holidays.txt");

impl Calendar {
    pub fn shipped() -> Calendar {
        let mut calendar = Calendar { years: Default::default() };
        let mut year = 0;
        for line in TABLE.lines() {
            match line.parse() {
                Ok(number) => {
                    year = number;
                    calendar.set_year(year, []);
                }
                Err(_) => {
                    for special in days_of(line, year) {
                        calendar.years.entry(special.day.year()).or_default().insert(special.day, special);
                    }
                }
            }
        }
        calendar
    }
}

/// The days of a line such as `休 春节 02-04~02-10`; none of a remark or a blank line.
fn days_of(line: &str, year: i32) -> Vec<SpecialDay> {
    let mut parts = line.split_whitespace();
    let (Some(kind), Some(name), Some(days), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return Vec::new();
    };
    let (first, last) = days.split_once('~').unwrap_or((days, days));
    let day = |text: &str| NaiveDate::parse_from_str(&format!("{year}-{text}"), "%Y-%m-%d").ok();
    let (Some(first), Some(last)) = (day(first), day(last)) else { return Vec::new() };
    let special = |day| SpecialDay { day, off: kind == "休", name: name.to_owned() };
    first.iter_days().take_while(|day| *day <= last).map(special).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workdays::is_weekend;

    #[test]
    fn the_shipped_table_is_read_whole() {
        let calendar = Calendar::shipped();
        assert_eq!(calendar.years().collect::<Vec<_>>(), (2019..=2026).collect::<Vec<_>>());
        let count = |off| (2019..=2026).flat_map(|y| calendar.of_year(y)).filter(|s| s.off == off).count();
        // As many as the source has.
        assert_eq!((count(true), count(false)), (236, 52));
        for line in TABLE.lines().filter(|line| line.starts_with(['休', '班'])) {
            assert!(!days_of(line, 2024).is_empty(), "{line}");
        }
        assert!((2019..=2026).flat_map(|y| calendar.of_year(y)).all(|s| s.off || is_weekend(s.day)));
    }
}
