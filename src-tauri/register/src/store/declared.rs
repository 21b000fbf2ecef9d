//! Numbers that somebody declared, as JSON: by figure and period.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::Writing;
use crate::error::Result;
use crate::period::Period;

/// What is declared of one figure for one period.
pub(crate) struct Stated {
    pub figure: String,
    pub from: String,
    pub to: String,
    pub entry: String,
}

pub(crate) fn all(db: &Connection) -> Result<Vec<Stated>> {
    let mut statement = db.prepare_cached("SELECT * FROM declared ORDER BY figure, from_day, to_day")?;
    Ok(statement.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn of_period(db: &Connection, period: Period) -> Result<Vec<Stated>> {
    let mut statement = db.prepare_cached("SELECT * FROM declared WHERE from_day = ? AND to_day = ?")?;
    let days = [period.from.to_string(), period.to.to_string()];
    Ok(statement.query_map(days, read)?.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn get(db: &Connection, figure: &str, period: Period) -> Result<Option<String>> {
    let mut statement =
        db.prepare_cached("SELECT entry FROM declared WHERE figure = ? AND from_day = ? AND to_day = ?")?;
    let key = params![figure, period.from.to_string(), period.to.to_string()];
    Ok(statement.query_row(key, |row| row.get("entry")).optional()?)
}

pub(crate) fn put(db: &Writing, figure: &str, period: Period, entry: &str) -> Result<()> {
    db.prepare_cached("INSERT OR REPLACE INTO declared (figure, from_day, to_day, entry) VALUES (?, ?, ?, ?)")?
        .execute(params![figure, period.from.to_string(), period.to.to_string(), entry])?;
    Ok(())
}

fn read(row: &Row) -> rusqlite::Result<Stated> {
    Ok(Stated {
        figure: row.get("figure")?,
        from: row.get("from_day")?,
        to: row.get("to_day")?,
        entry: row.get("entry")?,
    })
}
