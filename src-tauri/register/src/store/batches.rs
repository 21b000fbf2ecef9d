//! Imports: one row a batch, and the names of its sheets.

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use ts_rs::TS;

use super::Writing;
use crate::error::Result;

/// One import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Batch {
    pub id: String,
    /// The name of the file.
    pub file: String,
    /// Its SHA-256.
    pub file_digest: String,
    pub imported_at: String,
    pub accepted: u64,
    /// When it was taken back.
    pub undone_at: Option<String>,
}

impl Batch {
    pub(crate) fn number(&self) -> i64 {
        batch_number(&self.id).unwrap_or_default()
    }
}

/// A batch's name outside the store: `import-3`.
pub(crate) fn batch_id(number: i64) -> String {
    format!("import-{number}")
}

pub(crate) fn batch_number(id: &str) -> Option<i64> {
    id.strip_prefix("import-")?.parse().ok()
}

pub(crate) fn insert(db: &Writing, file: &str, file_digest: &str, at: &str) -> Result<i64> {
    db.execute(
        "INSERT INTO batches (file, file_digest, imported_at, accepted) VALUES (?, ?, ?, 0)",
        [file, file_digest, at],
    )?;
    Ok(db.last_insert_rowid())
}

pub(crate) fn insert_sheet(db: &Writing, batch: i64, sheet: i64, name: &str) -> Result<()> {
    db.execute("INSERT INTO batch_sheets (batch, sheet, name) VALUES (?, ?, ?)", params![batch, sheet, name])?;
    Ok(())
}

pub(crate) fn set_accepted(db: &Writing, batch: i64, accepted: u64) -> Result<()> {
    db.execute("UPDATE batches SET accepted = ? WHERE id = ?", params![accepted, batch])?;
    Ok(())
}

pub(crate) fn set_undone(db: &Writing, batch: i64, at: &str) -> Result<()> {
    db.execute("UPDATE batches SET undone_at = ? WHERE id = ?", params![at, batch])?;
    Ok(())
}

/// All imports, newest first.
pub(crate) fn all(db: &Connection) -> Result<Vec<Batch>> {
    let mut statement = db.prepare_cached("SELECT * FROM batches ORDER BY id DESC")?;
    let batches = statement.query_map([], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(batches)
}

pub(crate) fn get(db: &Connection, id: i64) -> Result<Option<Batch>> {
    Ok(db.prepare_cached("SELECT * FROM batches WHERE id = ?")?.query_row([id], read).optional()?)
}

pub(crate) fn sheet(db: &Connection, batch: i64, sheet: i64) -> Result<Option<String>> {
    Ok(db
        .prepare_cached("SELECT name FROM batch_sheets WHERE batch = ? AND sheet = ?")?
        .query_row([batch, sheet], |row| row.get("name"))
        .optional()?)
}

fn read(row: &Row) -> rusqlite::Result<Batch> {
    let id: i64 = row.get("id")?;
    Ok(Batch {
        id: batch_id(id),
        file: row.get("file")?,
        file_digest: row.get("file_digest")?,
        imported_at: row.get("imported_at")?,
        accepted: row.get("accepted")?,
        undone_at: row.get("undone_at")?,
    })
}
