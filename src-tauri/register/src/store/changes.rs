//! The change log in the database: appended to, read, never edited.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::Writing;
use crate::error::Result;

/// One entry, as it is chained.
pub(crate) struct Entry {
    pub seq: i64,
    pub at: String,
    pub who: String,
    pub operation: String,
    pub batch: Option<i64>,
    /// Digest of the rows of a whole import; empty for other operations.
    pub rows: String,
    /// Why it was done, where somebody said so.
    pub reason: Option<String>,
    pub previous: String,
    pub hash: String,
}

/// What an entry changed of one record.
pub(crate) struct ChangedRecord {
    pub thing: String,
    pub record: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// The newest entry's number and hash; nothing in a register that is being made.
pub(crate) fn head(db: &Connection) -> Result<Option<(i64, String)>> {
    Ok(db
        .prepare_cached("SELECT seq, hash FROM changes ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get("seq")?, row.get("hash")?)))
        .optional()?)
}

/// What tells a register from every other: the hash of its first entry, which names institution, person and time.
pub(crate) fn first_hash(db: &Connection) -> Result<String> {
    let sql = "SELECT hash FROM changes ORDER BY seq LIMIT 1";
    Ok(db.prepare_cached(sql)?.query_row([], |row| row.get("hash")).optional()?.unwrap_or_default())
}

pub(crate) fn append(db: &Writing, entry: &Entry, records: &[ChangedRecord]) -> Result<()> {
    db.prepare_cached(
        "INSERT INTO changes (seq, at, who, operation, batch, rows, reason, previous, hash)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        entry.seq,
        entry.at,
        entry.who,
        entry.operation,
        entry.batch,
        entry.rows,
        entry.reason,
        entry.previous,
        entry.hash
    ])?;
    let mut statement = db.prepare_cached(
        "INSERT INTO change_records (seq, position, thing, record, before, after) VALUES (?, ?, ?, ?, ?, ?)",
    )?;
    for (position, record) in records.iter().enumerate() {
        statement.execute(params![entry.seq, position, record.thing, record.record, record.before, record.after])?;
    }
    Ok(())
}

/// Every entry, oldest first.
pub(crate) fn entries(db: &Connection) -> Result<Vec<Entry>> {
    let mut statement = db.prepare_cached("SELECT * FROM changes ORDER BY seq")?;
    let entries = statement.query_map([], read_entry)?.collect::<rusqlite::Result<_>>()?;
    Ok(entries)
}

/// What one entry changed, in its order.
pub(crate) fn records_of(db: &Connection, seq: i64) -> Result<Vec<ChangedRecord>> {
    let mut statement = db.prepare_cached("SELECT * FROM change_records WHERE seq = ? ORDER BY position")?;
    let records = statement.query_map([seq], read_record)?.collect::<rusqlite::Result<_>>()?;
    Ok(records)
}

/// Every entry that touched a record, oldest first, with what it did to it.
pub(crate) fn history(db: &Connection, thing: &str, record: &str) -> Result<Vec<(Entry, ChangedRecord)>> {
    let mut statement = db.prepare_cached(
        "SELECT c.*, r.thing, r.record, r.before, r.after FROM change_records r JOIN changes c ON c.seq = r.seq
         WHERE r.thing = ? AND r.record = ? ORDER BY r.seq, r.position",
    )?;
    let history = statement
        .query_map([thing, record], |row| Ok((read_entry(row)?, read_record(row)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(history)
}

/// Every entry that touched what is kept under a record's name, oldest first.
pub(crate) fn history_beside(db: &Connection, thing: &str, record: &str) -> Result<Vec<(Entry, ChangedRecord)>> {
    // `0` follows `/`: all names that begin with the record's and a stroke, along the index.
    let mut statement = db.prepare_cached(
        "SELECT c.*, r.thing, r.record, r.before, r.after FROM change_records r JOIN changes c ON c.seq = r.seq
         WHERE r.thing = ?1 AND (r.record = ?2 OR r.record > ?2 || '/' AND r.record < ?2 || '0')
         ORDER BY r.seq, r.position",
    )?;
    let history = statement
        .query_map([thing, record], |row| Ok((read_entry(row)?, read_record(row)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(history)
}

/// The first and the last that the log says of a record: its `before` at the first entry, its `after` at the last.
pub(crate) fn first_and_last(
    db: &Connection,
    thing: &str,
    record: &str,
) -> Result<Option<(Option<String>, Option<String>)>> {
    let mut statement = db.prepare_cached(
        "SELECT before, after FROM change_records WHERE thing = ?1 AND record = ?2 ORDER BY seq, position",
    )?;
    let mut found = statement.query([thing, record])?;
    let mut ends: Option<(Option<String>, Option<String>)> = None;
    while let Some(row) = found.next()? {
        let after = row.get("after")?;
        ends = Some(match ends {
            None => (row.get("before")?, after),
            Some((before, _)) => (before, after),
        });
    }
    Ok(ends)
}

/// The entry that the log first tells of something in; 0 where it never does.
pub(crate) fn first_seq(db: &Connection, thing: &str, record: &str) -> Result<i64> {
    let sql = "SELECT coalesce(min(seq), 0) AS first FROM change_records WHERE thing = ? AND record = ?";
    Ok(db.prepare_cached(sql)?.query_row([thing, record], |row| row.get("first"))?)
}

/// The records of a kind that the log knows, each once.
pub(crate) fn known(db: &Connection, thing: &str) -> Result<Vec<String>> {
    let mut statement = db.prepare_cached("SELECT DISTINCT record FROM change_records WHERE thing = ?")?;
    let records = statement.query_map([thing], |row| row.get("record"))?.collect::<rusqlite::Result<_>>()?;
    Ok(records)
}

/// What an entry left of one record.
pub(crate) struct Left {
    pub record: String,
    pub after: Option<String>,
    /// The import that it was done in.
    pub batch: Option<i64>,
}

/// All that the log says of the records of a kind, oldest first.
pub(crate) fn of_kind(db: &Connection, thing: &str) -> Result<Vec<Left>> {
    let mut statement = db.prepare_cached(
        "SELECT r.record, r.after, c.batch FROM change_records r JOIN changes c ON c.seq = r.seq
         WHERE r.thing = ? ORDER BY r.seq, r.position",
    )?;
    let read = |row: &Row| Ok(Left { record: row.get("record")?, after: row.get("after")?, batch: row.get("batch")? });
    let found = statement.query_map([thing], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// The entry that imported a batch: when, and by whom.
pub(crate) fn import_entry(db: &Connection, batch: i64) -> Result<Option<Entry>> {
    let mut statement =
        db.prepare_cached("SELECT * FROM changes WHERE batch = ? AND rows <> '' ORDER BY seq LIMIT 1")?;
    Ok(statement.query_row([batch], read_entry).optional()?)
}

pub(super) fn read_entry(row: &Row) -> rusqlite::Result<Entry> {
    Ok(Entry {
        seq: row.get("seq")?,
        at: row.get("at")?,
        who: row.get("who")?,
        operation: row.get("operation")?,
        batch: row.get("batch")?,
        rows: row.get("rows")?,
        reason: row.get("reason")?,
        previous: row.get("previous")?,
        hash: row.get("hash")?,
    })
}

fn read_record(row: &Row) -> rusqlite::Result<ChangedRecord> {
    Ok(ChangedRecord {
        thing: row.get("thing")?,
        record: row.get("record")?,
        before: row.get("before")?,
        after: row.get("after")?,
    })
}
