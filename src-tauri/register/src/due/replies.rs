//! Single replies with a day by which they are to be answered; one without such a day is unanswered, never late.

use chrono::NaiveDate;

use super::{Due, DueStanding};
use crate::error::Result;
use crate::folder::Register;
use crate::store;
use crate::workdays::Calendar;

pub(super) fn due(register: &Register, calendar: &Calendar, today: NaiveDate) -> Result<Vec<Due>> {
    let waiting = store::due::replies(register.db())?;
    Ok(waiting.into_iter().map(|each| Due::by_day(each, DueStanding::Overdue, calendar, today)).collect())
}
