//! Records that wait by a day of their own, each read from the index made for it.

use chrono::NaiveDate;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ValueRef};
use rusqlite::{Connection, Params};

use super::records::title_sql;
use crate::error::Result;
use crate::things::Thing;

/// A record in force and its day.
pub(crate) struct Waiting {
    pub thing: Thing,
    pub number: i64,
    pub title: String,
    /// The day that it is listed by.
    pub since: NaiveDate,
    pub due: NaiveDate,
    pub department: Option<i64>,
}

/// Replies to be answered by a day that are no day's count.
pub(crate) fn replies(db: &Connection) -> Result<Vec<Waiting>> {
    read(db, Thing::Reply, "due_on", "replied_on IS NULL AND is_day_count = 0", [])
}

/// Problems to be solved by a day.
pub(crate) fn problems(db: &Connection) -> Result<Vec<Waiting>> {
    read(db, Thing::Problem, "due_on", "solved_on IS NULL", [])
}

/// Consultations after which nothing was told to the public yet.
pub(crate) fn consultations(db: &Connection) -> Result<Vec<Waiting>> {
    read(db, Thing::Consultation, "closes_on", "answered_on IS NULL", [])
}

/// Notices that have not ended by a day; those of which it is not said whether there were objections, 0 being said too;
/// and those whose objections came to nothing yet.
pub(crate) fn notices(db: &Connection, today: NaiveDate) -> Result<Vec<Waiting>> {
    let open = "(ends_on >= ? OR objections IS NULL OR (objections > 0 AND result IS NULL))";
    read(db, Thing::Notice, "ends_on", open, [today.to_string()])
}

/// The index is named, as the planner would rather read every record in force.
fn read(db: &Connection, thing: Thing, due: &str, condition: &str, parameters: impl Params) -> Result<Vec<Waiting>> {
    let (table, title, since) = (thing.plural(), title_sql(thing), thing.date_field());
    let sql = format!(
        "SELECT t.id, {title} AS title, t.{since} AS since, t.{due} AS due, t.department
         FROM {table} t INDEXED BY {table}_due WHERE live = 1 AND {due} IS NOT NULL AND {condition}"
    );
    let mut statement = db.prepare_cached(&sql)?;
    let waiting = statement.query_map(parameters, |row| {
        Ok(Waiting {
            thing,
            number: row.get("id")?,
            title: row.get("title")?,
            since: row.get::<_, Day>("since")?.0,
            due: row.get::<_, Day>("due")?.0,
            department: row.get("department")?,
        })
    })?;
    Ok(waiting.collect::<rusqlite::Result<_>>()?)
}

struct Day(NaiveDate);

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Day> {
        let day = value.as_str()?.parse().map_err(|error: chrono::ParseError| FromSqlError::Other(error.into()))?;
        Ok(Day(day))
    }
}
