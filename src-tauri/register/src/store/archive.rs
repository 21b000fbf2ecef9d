//! Archived reports in the database: each as JSON, by its number.

use rusqlite::{Connection, OptionalExtension, params};

use super::Writing;
use crate::error::Result;

/// All of them, the newest first.
pub(crate) fn all(db: &Connection) -> Result<Vec<(i64, String)>> {
    let mut statement = db.prepare_cached("SELECT number, report FROM archived_reports ORDER BY number DESC")?;
    let found = statement
        .query_map([], |row| Ok((row.get("number")?, row.get("report")?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

pub(crate) fn get(db: &Connection, number: i64) -> Result<Option<String>> {
    let mut statement = db.prepare_cached("SELECT report FROM archived_reports WHERE number = ?")?;
    Ok(statement.query_row([number], |row| row.get("report")).optional()?)
}

/// The number that the next one gets.
pub(crate) fn next(db: &Connection) -> Result<i64> {
    let sql = "SELECT coalesce(max(number), 0) + 1 AS next FROM archived_reports";
    Ok(db.prepare_cached(sql)?.query_row([], |row| row.get("next"))?)
}

pub(crate) fn insert(db: &Writing, number: i64, report: &str) -> Result<()> {
    db.execute("INSERT INTO archived_reports (number, report) VALUES (?, ?)", params![number, report])?;
    Ok(())
}
