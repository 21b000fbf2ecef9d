//! The state of one item on a day.

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

use super::NOT_APPLICABLE;
use super::decisions::ListDecision;
use super::rhythm::Rhythm;
use crate::error::Result;
use crate::folder::Register;
use crate::period::Period;
use crate::store::list_items::newest;
use crate::things::Term;
use crate::workdays::{Calendar, Deadline};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ItemState {
    /// 已公开
    Published,
    /// 待更新: published, and longer ago than its rhythm allows.
    Stale,
    /// 未公开
    Missing,
    /// 不涉及
    NotApplicable,
}

/// What the states of all items hang on.
pub(super) struct Marks {
    pub year: i32,
    pub as_of: NaiveDate,
    newest: HashMap<i64, NaiveDate>,
    rhythms: HashMap<i64, Rhythm>,
    decisions: HashMap<(i64, i32), ListDecision>,
    calendar: Calendar,
    publish_days: u32,
}

pub(super) struct Standing {
    pub state: ItemState,
    /// 不涉及 by a decision for the year, not by the item's note.
    pub decided: bool,
    pub newest: Option<NaiveDate>,
    pub fresh_until: Option<Deadline>,
}

impl Marks {
    pub fn read(register: &Register, period: Period, today: NaiveDate) -> Result<Marks> {
        Ok(Marks {
            year: year_of(period),
            as_of: today.min(period.to),
            newest: newest(register.db(), period.to)?,
            rhythms: register.rhythms()?,
            decisions: register.list_decisions()?,
            calendar: register.calendar()?,
            publish_days: register.rules()?.publish_days,
        })
    }

    pub fn standing(&self, item: &Term) -> Standing {
        let note = item.note.trim();
        let decided = self.decision(item.id).is_some_and(|decision| decision.reason.is_some());
        let newest = self.newest.get(&item.id).copied();
        let fresh_until =
            newest.and_then(|day| self.rhythm(item.id).fresh_until(day, &self.calendar, self.publish_days));
        let state = if decided || note.starts_with(NOT_APPLICABLE) {
            ItemState::NotApplicable
        } else if newest.is_none() && note.is_empty() {
            ItemState::Missing
        } else if fresh_until.is_some_and(|due| due.day < self.as_of) {
            ItemState::Stale
        } else {
            // What is published outside the register, as a note says, has no age here.
            ItemState::Published
        };
        Standing { state, decided, newest, fresh_until }
    }

    pub fn rhythm(&self, item: i64) -> Rhythm {
        self.rhythms.get(&item).cloned().unwrap_or_default()
    }

    /// What was decided for the year, also where that was taken back.
    pub fn decision(&self, item: i64) -> Option<&ListDecision> {
        self.decisions.get(&(item, self.year))
    }

    /// The reason of the year before, where nobody has decided on this one.
    pub fn proposed(&self, item: i64) -> Option<String> {
        match self.decision(item) {
            Some(_) => None,
            None => self.decisions.get(&(item, self.year - 1))?.reason.clone(),
        }
    }
}

/// The year that most of a period lies in: that of its middle. A school year is the year that it ends in.
pub(super) fn year_of(period: Period) -> i32 {
    let half = u64::try_from((period.to - period.from).num_days() / 2).unwrap_or_default();
    period.from.checked_add_days(Days::new(half)).unwrap_or(period.to).year()
}
