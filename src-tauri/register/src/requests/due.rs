//! What is due: everything that waits for the office by a day, the most urgent first.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::clock::{ClockStanding, RequestClock, clock};
use crate::context::Context;
use crate::error::Result;
use crate::folder::Register;
use crate::store;

/// One thing that is to be done by a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Due {
    pub of: DueOf,
    /// The record.
    pub id: String,
    pub title: String,
    pub received_on: NaiveDate,
    /// The department's term.
    pub department: Option<i64>,
    pub standing: ClockStanding,
    /// None while a clarification is waited for.
    pub due: Option<NaiveDate>,
    pub provisional: bool,
    /// Working days that are left after today; below zero, how many it is late.
    pub left: i64,
    /// Due today or within three working days.
    pub soon: bool,
}

/// What kind of duty it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DueOf {
    /// The answer to a request.
    Request,
}

/// How near a due date is told of, in working days.
const SOON: i64 = 3;

impl Due {
    pub(crate) fn is_overdue(&self) -> bool {
        self.standing == ClockStanding::Overdue
    }
}

fn is_soon(clock: &RequestClock) -> bool {
    match clock.standing {
        ClockStanding::DueToday => true,
        ClockStanding::Running => clock.left <= SOON,
        ClockStanding::Overdue
        | ClockStanding::Clarifying
        | ClockStanding::AnsweredInTime
        | ClockStanding::AnsweredLate => false,
    }
}

impl Register {
    /// Every request in force that is not answered: by due date, what waits for a clarification last.
    pub fn due_list(&self, context: &Context) -> Result<Vec<Due>> {
        let (calendar, rules) = (self.calendar()?, self.rules()?);
        let mut list = Vec::new();
        for listed in store::requests::unanswered(self.db())? {
            let values = &listed.record.values;
            let read = clock(values, &calendar, &rules, context.today()).zip(values.date("received_on"));
            list.extend(read.map(|(clock, received_on)| Due {
                of: DueOf::Request,
                id: listed.record.name(),
                title: listed.title,
                received_on,
                department: listed.record.values.number("department"),
                standing: clock.standing,
                due: clock.due,
                provisional: clock.provisional,
                left: clock.left,
                soon: is_soon(&clock),
            }));
        }
        list.sort_by_key(|due| (due.due.is_none(), due.due, due.received_on));
        Ok(list)
    }
}
