//! Departments that are late: items published past the limit in a period, and matters that are past their due date.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::timely::{Timely, earliest_days};
use crate::due::{Due, DueStanding};
use crate::error::Result;
use crate::folder::Register;
use crate::period::Period;
use crate::store;
use crate::things::Dimension;

/// What a department is late with; at least one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LateDepartment {
    /// Its term.
    pub department: i64,
    pub name: String,
    /// Items of the period that appeared past the limit.
    pub publications: u64,
    /// Requests, replies and problems that are past their due date today, whatever the period.
    pub matters: u64,
    /// The earliest day by which any of it was due.
    pub since: NaiveDate,
}

impl Register {
    /// The late departments, those with most first. `due` is what waits for the office today.
    pub(crate) fn late_departments(&self, period: Period, due: &[Due]) -> Result<Vec<LateDepartment>> {
        let (calendar, limit) = (self.calendar()?, self.rules()?.publish_days);
        let mut late: BTreeMap<i64, (u64, u64, NaiveDate)> = BTreeMap::new();
        let mut add = |department, publications, matters, since: NaiveDate| {
            let sum = late.entry(department).or_insert((0, 0, since));
            *sum = (sum.0 + publications, sum.1 + matters, sum.2.min(since));
        };
        if let Some(period) = self.published_within(period)? {
            let days = earliest_days(&calendar, limit, period);
            for (department, publications, made) in store::scorecards::late(self.db(), &Timely::json(&days), period)? {
                let due = made.parse().map(|made| calendar.due(made, limit).day);
                add(department, publications, 0, due.unwrap_or(period.from));
            }
        }
        for due in due.iter().filter(|due| due.standing == DueStanding::Overdue) {
            if let Some((department, day)) = due.department.zip(due.due) {
                add(department, 0, 1, day);
            }
        }
        let vocabulary = self.vocabulary()?;
        let mut departments: Vec<LateDepartment> = vocabulary
            .of(Dimension::Department)
            .filter_map(|term| {
                let (publications, matters, since) = late.remove(&term.id)?;
                Some(LateDepartment { department: term.id, name: term.name.clone(), publications, matters, since })
            })
            .collect();
        departments.sort_by_key(|late| (std::cmp::Reverse(late.publications + late.matters), late.since));
        Ok(departments)
    }

    /// The days of a period on which public items appeared, first to last: there is nothing to reckon beyond them.
    pub(super) fn published_within(&self, period: Period) -> Result<Option<Period>> {
        let days = store::scorecards::days_published(self.db(), period)?;
        Ok(days.and_then(|(from, to)| Some(Period { from: from.parse().ok()?, to: to.parse().ok()? })))
    }
}
