//! What an office sets of a 清单事项, as JSON: how often it is renewed, and for which years it does not concern it.

use rusqlite::{Connection, OptionalExtension, params};

use super::Writing;
use crate::error::Result;

/// (item, rhythm)
pub(crate) fn rhythms(db: &Connection) -> Result<Vec<(i64, String)>> {
    let mut statement = db.prepare_cached("SELECT item, rhythm FROM list_rhythms ORDER BY item")?;
    let rows = statement.query_map([], |row| Ok((row.get("item")?, row.get("rhythm")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn rhythm(db: &Connection, item: i64) -> Result<Option<String>> {
    let mut statement = db.prepare_cached("SELECT rhythm FROM list_rhythms WHERE item = ?")?;
    Ok(statement.query_row([item], |row| row.get("rhythm")).optional()?)
}

pub(crate) fn put_rhythm(db: &Writing, item: i64, rhythm: &str) -> Result<()> {
    db.prepare_cached("INSERT OR REPLACE INTO list_rhythms (item, rhythm) VALUES (?, ?)")?
        .execute(params![item, rhythm])?;
    Ok(())
}

/// (item, year, decision)
pub(crate) fn decisions(db: &Connection) -> Result<Vec<(i64, i32, String)>> {
    let mut statement = db.prepare_cached("SELECT item, year, decision FROM list_decisions ORDER BY item, year")?;
    let rows = statement.query_map([], |row| Ok((row.get("item")?, row.get("year")?, row.get("decision")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn decision(db: &Connection, item: i64, year: i32) -> Result<Option<String>> {
    let mut statement = db.prepare_cached("SELECT decision FROM list_decisions WHERE item = ? AND year = ?")?;
    Ok(statement.query_row(params![item, year], |row| row.get("decision")).optional()?)
}

pub(crate) fn put_decision(db: &Writing, item: i64, year: i32, decision: &str) -> Result<()> {
    db.prepare_cached("INSERT OR REPLACE INTO list_decisions (item, year, decision) VALUES (?, ?, ?)")?
        .execute(params![item, year, decision])?;
    Ok(())
}
