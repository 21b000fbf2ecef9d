//! Which files belong to which record, and what reviewers said of records: rows under a record's name.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;

use super::Writing;
use crate::error::Result;
use crate::things::RecordId;

/// A file as a record keeps it; also what the change log keeps of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Attached {
    pub record: String,
    pub sha256: String,
    pub name: String,
    pub size: u64,
    pub added_at: String,
    pub added_by: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn_reason: Option<String>,
}

/// The files of a record, oldest first; also withdrawn ones.
pub(crate) fn of_record(db: &Connection, record: &str) -> Result<Vec<Attached>> {
    many(db, "SELECT * FROM evidence WHERE record = ? ORDER BY added_at, name, sha256", [record])
}

/// The names of the files that stand, by their records: a search finds a record by them.
pub(crate) fn names(db: &Connection) -> Result<HashMap<RecordId, Vec<String>>> {
    let sql =
        "SELECT record, name FROM evidence WHERE withdrawn_reason IS NULL ORDER BY record, added_at, name, sha256";
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut names: HashMap<RecordId, Vec<String>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let record: String = row.get("record")?;
        names.entry(RecordId::parse(&record)?).or_default().push(row.get("name")?);
    }
    Ok(names)
}

/// The same of one record.
pub(crate) fn names_of(db: &Connection, record: RecordId) -> Result<Vec<String>> {
    let files = of_record(db, &record.to_string())?.into_iter();
    Ok(files.filter(|file| file.withdrawn_reason.is_none()).map(|file| file.name).collect())
}

/// The records that keep a file.
pub(crate) fn of_file(db: &Connection, sha256: &str) -> Result<Vec<Attached>> {
    many(db, "SELECT * FROM evidence WHERE sha256 = ? ORDER BY added_at, record", [sha256])
}

pub(crate) fn all(db: &Connection) -> Result<Vec<Attached>> {
    many(db, "SELECT * FROM evidence ORDER BY sha256, record", [])
}

pub(crate) fn get(db: &Connection, record: &str, sha256: &str) -> Result<Option<Attached>> {
    let mut statement = db.prepare_cached("SELECT * FROM evidence WHERE record = ? AND sha256 = ?")?;
    Ok(statement.query_row([record, sha256], read).optional()?)
}

pub(crate) fn put(db: &Writing, kept: &Attached) -> Result<()> {
    db.prepare_cached(
        "INSERT OR REPLACE INTO evidence (record, sha256, name, size, added_at, added_by, withdrawn_reason)
         VALUES (?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        kept.record,
        kept.sha256,
        kept.name,
        kept.size,
        kept.added_at,
        kept.added_by,
        kept.withdrawn_reason
    ])?;
    Ok(())
}

fn many<P: rusqlite::Params>(db: &Connection, sql: &str, parameters: P) -> Result<Vec<Attached>> {
    let mut statement = db.prepare_cached(sql)?;
    let found = statement.query_map(parameters, read)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

fn read(row: &Row) -> rusqlite::Result<Attached> {
    Ok(Attached {
        record: row.get("record")?,
        sha256: row.get("sha256")?,
        name: row.get("name")?,
        size: row.get("size")?,
        added_at: row.get("added_at")?,
        added_by: row.get("added_by")?,
        withdrawn_reason: row.get("withdrawn_reason")?,
    })
}

/// The decisions on a record's findings: (finding, decision as JSON).
pub(crate) fn decisions(db: &Connection, record: &str) -> Result<Vec<(String, String)>> {
    let mut statement = db.prepare_cached("SELECT finding, decision FROM scan_decisions WHERE record = ?")?;
    let found = statement
        .query_map([record], |row| Ok((row.get("finding")?, row.get("decision")?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// Every decision under its name in the log, as JSON.
pub(crate) fn all_decisions(db: &Connection) -> Result<Vec<(String, String)>> {
    let mut statement =
        db.prepare_cached("SELECT record || '/' || finding AS name, decision FROM scan_decisions ORDER BY 1")?;
    let found = statement
        .query_map([], |row| Ok((row.get("name")?, row.get("decision")?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// Puts a decision in the place of the one before, which it answers with.
pub(crate) fn put_decision(db: &Writing, record: &str, finding: &str, decision: &str) -> Result<Option<String>> {
    let before = db
        .prepare_cached("SELECT decision FROM scan_decisions WHERE record = ? AND finding = ?")?
        .query_row([record, finding], |row| row.get("decision"))
        .optional()?;
    db.prepare_cached("INSERT OR REPLACE INTO scan_decisions (record, finding, decision) VALUES (?, ?, ?)")?
        .execute([record, finding, decision])?;
    Ok(before)
}

/// The answers to the checklist of a record, as JSON.
pub(crate) fn review(db: &Connection, record: &str) -> Result<Option<String>> {
    let mut statement = db.prepare_cached("SELECT answers FROM secrecy_reviews WHERE record = ?")?;
    Ok(statement.query_row([record], |row| row.get("answers")).optional()?)
}

pub(crate) fn all_reviews(db: &Connection) -> Result<Vec<(String, String)>> {
    let mut statement = db.prepare_cached("SELECT record, answers FROM secrecy_reviews ORDER BY 1")?;
    let found = statement
        .query_map([], |row| Ok((row.get("record")?, row.get("answers")?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

pub(crate) fn put_review(db: &Writing, record: &str, answers: &str) -> Result<()> {
    db.prepare_cached("INSERT OR REPLACE INTO secrecy_reviews (record, answers) VALUES (?, ?)")?
        .execute([record, answers])?;
    Ok(())
}
