//! The day's entries of the log, and counts of what wants attention.

use rusqlite::{Connection, OptionalExtension, params};

use super::changes::{self, Entry};
use super::records::title_sql;
use crate::error::Result;
use crate::period::Period;
use crate::things::Thing;

/// The entries of a day, the newest first. The log is walked from its end, and no further than the day reaches.
pub(crate) fn entries_of(db: &Connection, day: &str) -> Result<Vec<Entry>> {
    let mut statement = db.prepare_cached("SELECT * FROM changes ORDER BY seq DESC")?;
    let mut rows = statement.query([])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        let entry = changes::read_entry(row)?;
        if entry.at.as_str() < day {
            break;
        }
        if entry.at.starts_with(day) {
            entries.push(entry);
        }
    }
    Ok(entries)
}

/// How many records an entry logged itself; those of an import's rows are not among them.
pub(crate) fn logged_by(db: &Connection, seq: i64) -> Result<u64> {
    let sql = format!(
        "SELECT count(*) FROM change_records WHERE seq = ? AND before IS NULL AND thing IN ({})",
        Thing::ALL.map(|thing| format!("'{}'", thing.key())).join(", ")
    );
    Ok(db.prepare_cached(&sql)?.query_row([seq], |row| row.get(0))?)
}

/// What a record is known by.
pub(crate) fn title(db: &Connection, thing: Thing, id: i64) -> Result<Option<String>> {
    let sql = format!("SELECT {} FROM {} t WHERE t.id = ?", title_sql(thing), thing.plural());
    Ok(db.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?)
}

/// Records that count and lack their day, whatever the period.
pub(crate) fn undated(db: &Connection, thing: Thing) -> Result<u64> {
    let sql = format!("SELECT count(*) FROM {} WHERE {} IS NULL AND live = 1", thing.plural(), thing.date_field());
    Ok(db.prepare_cached(&sql)?.query_row([], |row| row.get(0))?)
}

/// Public items of a period that count and lack a secrecy review.
pub(crate) fn unreviewed(db: &Connection, period: Period) -> Result<u64> {
    of_period(db, Thing::Publication, "is_public = 1 AND secrecy_review IS NULL", period)
}

/// Public items of a period that count and are on no channel.
pub(crate) fn without_channel(db: &Connection, period: Period) -> Result<u64> {
    let none = "is_public = 1 AND NOT EXISTS (SELECT 1 FROM releases r WHERE r.publication = t.id)";
    of_period(db, Thing::Publication, none, period)
}

/// Records of a period that count and have no day of answer.
pub(crate) fn unanswered(db: &Connection, thing: Thing, period: Period) -> Result<u64> {
    let single = if thing == Thing::Reply { " AND is_day_count = 0" } else { "" };
    of_period(db, thing, &format!("replied_on IS NULL{single}"), period)
}

fn of_period(db: &Connection, thing: Thing, condition: &str, period: Period) -> Result<u64> {
    let sql = format!(
        "SELECT count(*) FROM {} t WHERE live = 1 AND {} BETWEEN ? AND ? AND {condition}",
        thing.plural(),
        thing.date_field()
    );
    let (from, to) = (period.from.to_string(), period.to.to_string());
    Ok(db.prepare_cached(&sql)?.query_row(params![from, to], |row| row.get(0))?)
}
