//! Definitions of figures in the database, as JSON in the order of the report.

use rusqlite::{Connection, OptionalExtension, params};

use super::Writing;
use crate::error::Result;

pub(crate) fn all(db: &Connection) -> Result<Vec<(String, String)>> {
    let mut statement = db.prepare_cached("SELECT id, definition FROM figures ORDER BY position, id")?;
    let figures = statement
        .query_map([], |row| Ok((row.get("id")?, row.get("definition")?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(figures)
}

pub(crate) fn get(db: &Connection, id: &str) -> Result<Option<String>> {
    Ok(db
        .prepare_cached("SELECT definition FROM figures WHERE id = ?")?
        .query_row([id], |row| row.get("definition"))
        .optional()?)
}

/// Puts a definition in its place, or at the end where it is new.
pub(crate) fn put(db: &Writing, id: &str, definition: &str) -> Result<()> {
    db.execute(
        "INSERT INTO figures (id, position, definition)
         VALUES (?1, (SELECT coalesce(max(position), 0) + 1 FROM figures), ?2)
         ON CONFLICT (id) DO UPDATE SET definition = ?2",
        params![id, definition],
    )?;
    Ok(())
}

pub(crate) fn remove(db: &Writing, id: &str) -> Result<()> {
    db.execute("DELETE FROM figures WHERE id = ?", [id])?;
    Ok(())
}
