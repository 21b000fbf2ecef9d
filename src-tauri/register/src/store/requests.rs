//! Requests for the clock and for the government form.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::lists::{Listed, listed};
use crate::error::Result;
use crate::things::Thing;

/// Requests that count and have no day of answer, by the day of their receipt.
pub(crate) fn unanswered(db: &Connection) -> Result<Vec<Listed>> {
    read(db, "SELECT id FROM requests WHERE live = 1 AND replied_on IS NULL ORDER BY received_on, id", [])
}

/// Requests that count and were received up to a day.
pub(crate) fn received_up_to(db: &Connection, day: NaiveDate) -> Result<Vec<Listed>> {
    let sql = "SELECT id FROM requests WHERE live = 1 AND received_on <= ? ORDER BY received_on, id";
    read(db, sql, [day.to_string()])
}

fn read(db: &Connection, sql: &str, parameters: impl rusqlite::Params) -> Result<Vec<Listed>> {
    let mut statement = db.prepare_cached(sql)?;
    let ids: Vec<i64> = statement.query_map(parameters, |row| row.get("id"))?.collect::<rusqlite::Result<_>>()?;
    let mut requests = Vec::with_capacity(ids.len());
    for id in ids {
        requests.extend(listed(db, Thing::Request, id)?);
    }
    Ok(requests)
}
