//! Departments that are late: items published past the limit in a period or not at all, matters that are past their due
//! date, and 清单事项 that are stale or missing.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::timely::{Timely, earliest_day, earliest_days};
use crate::board::{ItemState, Tally};
use crate::due::{Due, DueStanding};
use crate::error::Result;
use crate::folder::Register;
use crate::period::Period;
use crate::sensitive::withheld;
use crate::store;
use crate::store::scorecards::{Group, Unpublished};
use crate::things::Dimension;

/// What a department is late with; at least one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct LateDepartment {
    /// Its term.
    pub department: i64,
    pub name: String,
    /// Items of the period that appeared past the limit.
    pub publications: u64,
    /// Items that are meant for the public and not published, made longer ago than the limit by the period's end.
    pub unpublished: u64,
    /// Requests, replies and problems that are past their due date today, whatever the period.
    pub matters: u64,
    /// 清单事项 that it must publish, stale or missing on the period's board.
    pub duties: u64,
    /// The earliest day by which any of it was due; none where only missing items have none.
    pub since: Option<NaiveDate>,
}

impl LateDepartment {
    fn all(&self) -> u64 {
        self.publications + self.unpublished + self.matters + self.duties
    }

    /// What of it was due by a day that is known.
    fn due(&mut self, day: Option<NaiveDate>) {
        self.since = self.since.into_iter().chain(day).min();
    }
}

impl Register {
    /// The late departments, those with most first. `due` is what waits for the office today.
    pub(crate) fn late_departments(
        &self,
        period: Period,
        today: NaiveDate,
        due: &[Due],
    ) -> Result<Vec<LateDepartment>> {
        let (calendar, limit) = (self.calendar()?, self.rules()?.publish_days);
        let mut late: BTreeMap<i64, LateDepartment> = BTreeMap::new();
        let due_of = |made: String| made.parse().ok().map(|made| calendar.due(made, limit).day);
        if let Some(period) = self.published_within(period)? {
            let days = Timely::json(&earliest_days(&calendar, limit, period));
            for (department, items, made) in store::scorecards::first_made(self.db(), &Group::Late(&days), period)? {
                let late = late.entry(department).or_default();
                late.publications = items;
                late.due(due_of(made));
            }
        }
        let before = earliest_day(&calendar, limit, today.min(period.to));
        let unpublished = Group::Unpublished(Unpublished { before, withheld: withheld(&self.vocabulary()?) });
        for (department, items, made) in store::scorecards::first_made(self.db(), &unpublished, period)? {
            let late = late.entry(department).or_default();
            late.unpublished = items;
            late.due(due_of(made));
        }
        for due in due.iter().filter(|due| due.is_overdue()) {
            if let Some(department) = due.department {
                let late = late.entry(department).or_default();
                late.matters += 1;
                late.due(due.limit.due);
            }
        }
        for (department, (tally, stale)) in self.duties(period, today)? {
            if tally.gaps() > 0 {
                let late = late.entry(department).or_default();
                late.duties = tally.gaps();
                late.due(stale);
            }
        }
        let vocabulary = self.vocabulary()?;
        let mut departments: Vec<LateDepartment> = vocabulary
            .of(Dimension::Department)
            .filter_map(|term| {
                let late = late.remove(&term.id)?;
                Some(LateDepartment { department: term.id, name: term.name.clone(), ..late })
            })
            .collect();
        departments.sort_by_key(|late| (Reverse(late.all()), late.since));
        Ok(departments)
    }

    /// Of each department the 清单事项 that it must publish, counted by their state on the board of a period, and the
    /// earliest day by which a stale one was due again. What the board does not have is not counted.
    pub(super) fn duties(&self, period: Period, today: NaiveDate) -> Result<HashMap<i64, (Tally, Option<NaiveDate>)>> {
        let states = self.list_states(period, today)?;
        let mut duties: HashMap<i64, (Tally, Option<NaiveDate>)> = HashMap::new();
        for known in store::people::departments(self.db())? {
            for placed in known.duties.iter().filter_map(|item| states.get(item)) {
                let (tally, stale) = duties.entry(known.department).or_default();
                tally.add(placed.state);
                if placed.state == ItemState::Stale {
                    *stale = (*stale).into_iter().chain(placed.fresh_until).min();
                }
            }
        }
        Ok(duties)
    }

    /// The days of a period on which public items appeared, first to last: there is nothing to reckon beyond them.
    pub(super) fn published_within(&self, period: Period) -> Result<Option<Period>> {
        let days = store::scorecards::days_published(self.db(), period)?;
        Ok(days.and_then(|(from, to)| Some(Period { from: from.parse().ok()?, to: to.parse().ok()? })))
    }
}

impl Due {
    pub(super) fn is_overdue(&self) -> bool {
        self.limit.standing == DueStanding::Overdue
    }
}
