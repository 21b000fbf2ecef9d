//! Requests that are not answered, by their statutory clock.

use chrono::NaiveDate;

use super::{Due, DueStanding};
use crate::error::Result;
use crate::folder::Register;
use crate::requests::{ClockStanding, RequestClock, clock};
use crate::store;
use crate::things::Thing;
use crate::workdays::Calendar;

pub(super) fn due(register: &Register, calendar: &Calendar, today: NaiveDate) -> Result<Vec<Due>> {
    let rules = register.rules()?;
    let mut list = Vec::new();
    for listed in store::requests::unanswered(register.db())? {
        let values = &listed.record.values;
        let read = clock(values, calendar, &rules, today).zip(values.date("received_on"));
        list.extend(read.and_then(|(clock, since)| {
            Some(Due {
                thing: Thing::Request,
                id: listed.record.name(),
                title: listed.title,
                since,
                department: values.number("department"),
                standing: standing(&clock)?,
                due: clock.due,
                provisional: clock.provisional,
                left: clock.left,
            })
        }));
    }
    Ok(list)
}

/// Nothing is due of what was answered.
fn standing(clock: &RequestClock) -> Option<DueStanding> {
    match clock.standing {
        ClockStanding::Overdue => Some(DueStanding::Overdue),
        ClockStanding::DueToday => Some(DueStanding::DueToday),
        ClockStanding::Running => Some(DueStanding::near(clock.left)),
        ClockStanding::Clarifying => Some(DueStanding::Clarifying),
        ClockStanding::AskingThirdParty => Some(DueStanding::AskingThirdParty),
        ClockStanding::AnsweredInTime | ClockStanding::AnsweredLate => None,
    }
}
