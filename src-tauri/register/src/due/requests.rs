//! Requests that are not answered, by their statutory clock.

use chrono::NaiveDate;

use super::{Due, DueStanding, Limit};
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
                limit: Limit::of_request(&clock)?,
            })
        }));
    }
    Ok(list)
}

impl Limit {
    /// Nothing is due of what was answered.
    pub(super) fn of_request(clock: &RequestClock) -> Option<Limit> {
        let standing = match clock.standing {
            ClockStanding::Overdue => DueStanding::Overdue,
            ClockStanding::DueToday => DueStanding::DueToday,
            ClockStanding::Running => DueStanding::near(clock.left),
            ClockStanding::Clarifying => DueStanding::Clarifying,
            ClockStanding::AskingThirdParty => DueStanding::AskingThirdParty,
            ClockStanding::AnsweredInTime | ClockStanding::AnsweredLate => return None,
        };
        let RequestClock { due, provisional, left, .. } = *clock;
        Some(Limit { standing, due, provisional, left })
    }
}
