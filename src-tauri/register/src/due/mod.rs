//! What is due: everything that waits for the office by a day, the most urgent first. One file for each source.

mod clock;
mod consultations;
mod notices;
mod problems;
mod replies;
mod requests;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use crate::context::Context;
use crate::error::Result;
use crate::folder::Register;
use crate::store::due::Waiting;
use crate::things::{RecordId, Thing};
use crate::workdays::Calendar;

pub use clock::{Handled, Limit, RecordClock};

/// One record that something is to be done about by a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Due {
    pub thing: Thing,
    /// The record.
    pub id: String,
    pub title: String,
    /// Its own day: received, found, opened, posted.
    pub since: NaiveDate,
    /// The department's term.
    pub department: Option<i64>,
    #[serde(flatten)]
    pub limit: Limit,
}

/// How urgent it is, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DueStanding {
    Overdue,
    DueToday,
    /// Within three working days.
    DueSoon,
    /// Its term is over, and what came of it is still to be told: no day is set for that.
    Ended,
    Running,
    /// The clock stands, as a clarification is waited for.
    Clarifying,
    /// The clock stands, as a third party was asked.
    AskingThirdParty,
}

/// How near a due date is told of, in working days.
const SOON: i64 = 3;

impl DueStanding {
    fn near(left: i64) -> DueStanding {
        if left <= SOON { DueStanding::DueSoon } else { DueStanding::Running }
    }
}

impl Due {
    /// Of a record whose day is given; `after` is how it stands once that has passed.
    fn by_day(waiting: Waiting, after: DueStanding, calendar: &Calendar, today: NaiveDate) -> Due {
        let Waiting { thing, number, title, since, due, department } = waiting;
        let limit = Limit::by_day(due, after, calendar, today);
        Due { thing, id: RecordId { thing, number }.to_string(), title, since, department, limit }
    }
}

impl Register {
    /// Every record in force that something is to be done about by a day, of one thing or of all.
    pub fn due_list(&self, context: &Context, of: Option<Thing>) -> Result<Vec<Due>> {
        let (calendar, today) = (self.calendar()?, context.today());
        let things = of.map_or(Thing::ALL.to_vec(), |thing| vec![thing]);
        let mut list = Vec::new();
        for thing in things {
            list.extend(match thing {
                Thing::Request => requests::due(self, &calendar, today)?,
                Thing::Reply => replies::due(self, &calendar, today)?,
                Thing::Problem => problems::due(self, &calendar, today)?,
                Thing::Consultation => consultations::due(self, &calendar, today)?,
                Thing::Notice => notices::due(self, &calendar, today)?,
                Thing::Publication
                | Thing::Meeting
                | Thing::Material
                | Thing::Evaluation
                | Thing::CaseFile
                | Thing::Regulation => Vec::new(),
            });
        }
        list.sort_by_key(|due| (due.limit.standing, due.limit.due, due.since));
        Ok(list)
    }
}
