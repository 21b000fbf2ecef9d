//! What the days of a record come to on a day: the one clock of lists, of an open record, and of what is due.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::DueStanding;
use crate::context::Context;
use crate::error::Result;
use crate::folder::Register;
use crate::requests::{ClockStanding, clock};
use crate::things::{Thing, Values};
use crate::workdays::{Calendar, Rules};

/// A day by which something is to be done, as it stands today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Limit {
    pub standing: DueStanding,
    /// None while a clarification or a third party's opinion is waited for.
    pub due: Option<NaiveDate>,
    /// The working days touch a year whose holidays are not known yet.
    pub provisional: bool,
    /// Working days that are left after today; below zero, how many have passed since.
    pub left: i64,
}

/// Of a record that waits, its limit; of one that was dealt with, how long that took.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum RecordClock {
    Waiting(Limit),
    Handled(Handled),
}

/// In working days; what passes over a weekend is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Handled {
    /// From the day on which it came in, which never counts; times in which the clock stood do not either.
    pub took: i64,
    /// Whether it was done after its due date; in time also where no day was set.
    pub late: bool,
    /// How many days after that.
    pub over: i64,
}

/// What records are read by.
pub(crate) struct Clocks {
    calendar: Calendar,
    rules: Rules,
    today: NaiveDate,
}

impl Limit {
    /// Of a day that is set; `after` is how it stands once that has passed.
    pub(super) fn by_day(due: NaiveDate, after: DueStanding, calendar: &Calendar, today: NaiveDate) -> Limit {
        let (standing, left) = if today > due {
            (after, -calendar.workdays_after(due, today))
        } else if today == due {
            (DueStanding::DueToday, 0)
        } else {
            let left = calendar.workdays_after(today, due);
            (DueStanding::near(left), left)
        };
        let (first, last) = (today.min(due), today.max(due));
        let provisional = first.iter_days().skip(1).take_while(|day| *day <= last).any(|day| !calendar.knows(day));
        Limit { standing, due: Some(due), provisional, left }
    }
}

impl Clocks {
    /// Nothing where no day is waited for, or none was. The same records wait here as in the list of what is due.
    pub(crate) fn of(&self, values: &Values) -> Option<RecordClock> {
        match values.thing() {
            Thing::Request => {
                let clock = clock(values, &self.calendar, &self.rules, self.today)?;
                let late = clock.standing == ClockStanding::AnsweredLate;
                let handled = Handled { took: clock.took, late, over: if late { -clock.left } else { 0 } };
                Some(Limit::of_request(&clock).map_or(RecordClock::Handled(handled), RecordClock::Waiting))
            }
            Thing::Reply if values.flag("is_day_count") => None,
            Thing::Reply => self.until(values, "received_on", "replied_on"),
            Thing::Problem => self.until(values, "found_on", "solved_on"),
            Thing::Consultation if values.date("answered_on").is_none() => {
                self.waiting(values.date("closes_on")?, DueStanding::Ended)
            }
            Thing::Notice => {
                let ends = values.date("ends_on")?;
                let told = match values.number("objections") {
                    None => false,
                    Some(objections) => objections == 0 || !values.get("result").is_empty(),
                };
                if ends < self.today && told { None } else { self.waiting(ends, DueStanding::Ended) }
            }
            Thing::Consultation
            | Thing::Publication
            | Thing::Meeting
            | Thing::Material
            | Thing::Evaluation
            | Thing::CaseFile
            | Thing::Regulation => None,
        }
    }

    fn waiting(&self, due: NaiveDate, after: DueStanding) -> Option<RecordClock> {
        Some(RecordClock::Waiting(Limit::by_day(due, after, &self.calendar, self.today)))
    }

    /// From one day to another, and by a due date where one is set.
    fn until(&self, values: &Values, from: &str, to: &str) -> Option<RecordClock> {
        let due = values.date("due_on");
        match values.date(to) {
            None => self.waiting(due?, DueStanding::Overdue),
            Some(done) => {
                let days = |from: Option<NaiveDate>| from.map_or(0, |from| self.calendar.workdays_after(from, done));
                let late = due.is_some_and(|due| done > due);
                Some(RecordClock::Handled(Handled { took: days(values.date(from)), late, over: days(due) }))
            }
        }
    }
}

impl Register {
    /// What the records of this register are read by on the context's day.
    pub(crate) fn clocks(&self, context: &Context) -> Result<Clocks> {
        Ok(Clocks { calendar: self.calendar()?, rules: self.rules()?, today: context.today() })
    }
}
