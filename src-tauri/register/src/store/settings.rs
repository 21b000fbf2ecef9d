//! Settings, and the mappings learned from corrected imports: text under a key.

use rusqlite::{Connection, OptionalExtension};

use super::Writing;
use crate::error::Result;

pub(crate) fn get(db: &Connection, key: &str) -> Result<Option<String>> {
    Ok(db
        .prepare_cached("SELECT value FROM settings WHERE key = ?")?
        .query_row([key], |row| row.get("value"))
        .optional()?)
}

pub(crate) fn all(db: &Connection) -> Result<Vec<(String, String)>> {
    pairs(db, "SELECT key, value FROM settings ORDER BY key")
}

pub(crate) fn put(db: &Writing, key: &str, value: &str) -> Result<()> {
    db.execute(
        "INSERT INTO settings (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
        [key, value],
    )?;
    Ok(())
}

pub(crate) fn mapping(db: &Connection, headings: &str) -> Result<Option<String>> {
    Ok(db
        .prepare_cached("SELECT mapping AS value FROM mappings WHERE headings = ?")?
        .query_row([headings], |row| row.get("value"))
        .optional()?)
}

pub(crate) fn mappings(db: &Connection) -> Result<Vec<(String, String)>> {
    pairs(db, "SELECT headings AS key, mapping AS value FROM mappings ORDER BY headings")
}

pub(crate) fn put_mapping(db: &Writing, headings: &str, mapping: &str) -> Result<()> {
    db.execute(
        "INSERT INTO mappings (headings, mapping) VALUES (?1, ?2) ON CONFLICT (headings) DO UPDATE SET mapping = ?2",
        [headings, mapping],
    )?;
    Ok(())
}

fn pairs(db: &Connection, sql: &str) -> Result<Vec<(String, String)>> {
    let mut statement = db.prepare_cached(sql)?;
    let pairs =
        statement.query_map([], |row| Ok((row.get("key")?, row.get("value")?)))?.collect::<rusqlite::Result<_>>()?;
    Ok(pairs)
}
