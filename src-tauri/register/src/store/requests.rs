//! Requests for the clock and for the government form.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::lists::{Listed, listed};
use crate::error::Result;
use crate::period::Period;
use crate::things::{Kind, Thing, Value, Values};

/// Requests that count and have no day of answer, by the day of their receipt.
pub(crate) fn unanswered(db: &Connection) -> Result<Vec<Listed>> {
    read(db, "SELECT id FROM requests WHERE live = 1 AND replied_on IS NULL ORDER BY received_on, id", [])
}

/// Requests that count and were received up to a day.
pub(crate) fn received_up_to(db: &Connection, day: NaiveDate) -> Result<Vec<Listed>> {
    let sql = "SELECT id FROM requests WHERE live = 1 AND received_on <= ? ORDER BY received_on, id";
    read(db, sql, [day.to_string()])
}

/// A request's number, its department, and its days alone.
pub(crate) type RequestDays = (i64, Option<i64>, Values);

/// The requests that count and were received in a period, by the day of their receipt. Their texts are not read.
pub(crate) fn days_of(db: &Connection, period: Period) -> Result<Vec<RequestDays>> {
    let dates = || Thing::Request.fields().iter().filter(|field| field.kind == Kind::Date).map(|field| field.key);
    let sql = format!(
        "SELECT id, department, {} FROM requests WHERE live = 1 AND received_on BETWEEN ? AND ?
         ORDER BY received_on, id",
        dates().collect::<Vec<_>>().join(", ")
    );
    let mut statement = db.prepare_cached(&sql)?;
    let mut rows = statement.query([period.from.to_string(), period.to.to_string()])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let mut values = Values::new(Thing::Request);
        for key in dates() {
            let day: Option<String> = row.get(key)?;
            values.set(key, day.and_then(|day| day.parse().ok()).map_or(Value::Empty, Value::Date));
        }
        found.push((row.get("id")?, row.get("department")?, values));
    }
    Ok(found)
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
