//! Accepted cross-checks, as JSON: by the line that was accepted and the period.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::Writing;
use crate::error::Result;
use crate::period::Period;

/// What was accepted of one line for one period.
pub(crate) struct Accepted {
    pub line: String,
    pub from: String,
    pub to: String,
    pub entry: String,
}

pub(crate) fn all(db: &Connection) -> Result<Vec<Accepted>> {
    let mut statement = db.prepare_cached("SELECT * FROM acceptances ORDER BY line, from_day, to_day")?;
    Ok(statement.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn of_period(db: &Connection, period: Period) -> Result<Vec<Accepted>> {
    let mut statement = db.prepare_cached("SELECT * FROM acceptances WHERE from_day = ? AND to_day = ?")?;
    let days = [period.from.to_string(), period.to.to_string()];
    Ok(statement.query_map(days, read)?.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn get(db: &Connection, line: &str, period: Period) -> Result<Option<String>> {
    let mut statement =
        db.prepare_cached("SELECT entry FROM acceptances WHERE line = ? AND from_day = ? AND to_day = ?")?;
    let key = params![line, period.from.to_string(), period.to.to_string()];
    Ok(statement.query_row(key, |row| row.get("entry")).optional()?)
}

pub(crate) fn put(db: &Writing, line: &str, period: Period, entry: &str) -> Result<()> {
    db.prepare_cached("INSERT OR REPLACE INTO acceptances (line, from_day, to_day, entry) VALUES (?, ?, ?, ?)")?
        .execute(params![line, period.from.to_string(), period.to.to_string(), entry])?;
    Ok(())
}

fn read(row: &Row) -> rusqlite::Result<Accepted> {
    Ok(Accepted {
        line: row.get("line")?,
        from: row.get("from_day")?,
        to: row.get("to_day")?,
        entry: row.get("entry")?,
    })
}
