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

/// The day of a record.
pub(crate) fn date(db: &Connection, thing: Thing, id: i64) -> Result<Option<String>> {
    let sql = format!("SELECT {} FROM {} WHERE id = ?", thing.date_field(), thing.plural());
    Ok(db.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?.flatten())
}

/// Records that count and lack their day, whatever the period.
pub(crate) fn undated(db: &Connection, thing: Thing) -> Result<u64> {
    // The sign before `live` keeps to the index of dates, where those without one stand together.
    let sql = format!("SELECT count(*) FROM {} WHERE {} IS NULL AND +live = 1", thing.plural(), thing.date_field());
    Ok(db.prepare_cached(&sql)?.query_row([], |row| row.get(0))?)
}

/// Records of a period that count.
pub(crate) fn held(db: &Connection, thing: Thing, period: Period) -> Result<u64> {
    of_period(db, thing, &format!("{} t", thing.plural()), "TRUE", period)
}

/// Rows of a period that count and tell of a day's counts, not of a case.
pub(crate) fn day_counts(db: &Connection, period: Period) -> Result<u64> {
    of_period(db, Thing::Reply, "replies t", "is_day_count = 1", period)
}

/// Public items of a period that count and say nothing of a secrecy review.
pub(crate) fn without_review(db: &Connection, period: Period) -> Result<u64> {
    // The planner would rather read every public item of the period than the index made for this.
    let from = "publications t INDEXED BY publications_unreviewed";
    of_period(db, Thing::Publication, from, "is_public = 1 AND secrecy_review IS NULL", period)
}

/// Public items of a period that count and whose secrecy review is this word.
pub(crate) fn reviewed_as(db: &Connection, word: i64, period: Period) -> Result<u64> {
    let said = format!("is_public = 1 AND secrecy_review = {word}");
    of_period(db, Thing::Publication, "publications t", &said, period)
}

/// Public items of a period that count and are on no channel.
pub(crate) fn without_channel(db: &Connection, period: Period) -> Result<u64> {
    let none = "is_public = 1 AND NOT EXISTS (SELECT 1 FROM releases r WHERE r.publication = t.id)";
    of_period(db, Thing::Publication, "publications t", none, period)
}

/// Requests of a period that count and have no day of answer.
pub(crate) fn unanswered_requests(db: &Connection, period: Period) -> Result<u64> {
    of_period(db, Thing::Request, "requests t", "replied_on IS NULL", period)
}

/// Replies of a period that count, are no day's count, and have no day of answer.
pub(crate) fn unanswered_replies(db: &Connection, period: Period) -> Result<u64> {
    let from = "replies t INDEXED BY replies_unanswered";
    of_period(db, Thing::Reply, from, "replied_on IS NULL AND is_day_count = 0", period)
}

fn of_period(db: &Connection, thing: Thing, from: &str, condition: &str, period: Period) -> Result<u64> {
    let date = thing.date_field();
    let sql = format!("SELECT count(*) FROM {from} WHERE live = 1 AND {date} BETWEEN ? AND ? AND {condition}");
    let (from, to) = (period.from.to_string(), period.to.to_string());
    Ok(db.prepare_cached(&sql)?.query_row(params![from, to], |row| row.get(0))?)
}
