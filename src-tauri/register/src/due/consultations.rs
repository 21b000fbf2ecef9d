//! Consultations: the day on which they close, and after it what became of the opinions until that is told.

use chrono::NaiveDate;

use super::{Due, DueStanding};
use crate::error::Result;
use crate::folder::Register;
use crate::store;
use crate::workdays::Calendar;

pub(super) fn due(register: &Register, calendar: &Calendar, today: NaiveDate) -> Result<Vec<Due>> {
    let waiting = store::due::consultations(register.db())?;
    Ok(waiting.into_iter().map(|each| Due::by_day(each, DueStanding::Ended, calendar, today)).collect())
}
