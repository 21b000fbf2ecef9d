//! Rows of all things: one piece of SQL for all, made from their fields.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params, params_from_iter};
use sha2::{Digest, Sha256};

use super::Writing;
use crate::error::Result;
use crate::things::{Field, Kind, Origin, Record, Thing, Value, Values};

/// What makes a row a duplicate: a digest of every field, and of its withdrawal.
pub(crate) type Fingerprint = [u8; 16];

pub(crate) fn fingerprint(values: &Values, withdrawn: Option<&str>) -> Fingerprint {
    let mut digest = Sha256::new();
    digest.update(values.canonical());
    digest.update(withdrawn.unwrap_or_default());
    let mut short = [0; 16];
    short.copy_from_slice(&digest.finalize()[..16]);
    short
}

/// Adds a row and returns its number.
pub(crate) fn insert(
    db: &Writing,
    values: &Values,
    withdrawn: Option<&str>,
    origin: Option<&Origin>,
    fingerprint: &Fingerprint,
) -> Result<i64> {
    let thing = values.thing();
    let columns: Vec<&str> = columns(thing).collect();
    let sql = format!(
        "INSERT INTO {} ({}, withdrawn_reason, batch, sheet, row, live, fingerprint) VALUES ({})",
        thing.plural(),
        columns.join(", "),
        vec!["?"; columns.len() + 6].join(", "),
    );
    let live = withdrawn.is_none();
    let tail: [&dyn ToSql; 6] =
        [&withdrawn, &origin.map(|o| o.batch), &origin.map(|o| o.sheet), &origin.map(|o| o.row), &live, fingerprint];
    let own = values.iter().filter(|(field, _)| field.kind != Kind::Channels).map(|(_, value)| value as &dyn ToSql);
    db.prepare_cached(&sql)?.execute(params_from_iter(own.chain(tail)))?;
    let id = db.last_insert_rowid();
    release(db, id, values, live)?;
    Ok(id)
}

/// Puts new values in a row's place. An imported row keeps the fingerprint that it came with, so that importing
/// its file again still finds it.
pub(crate) fn update(db: &Writing, id: i64, values: &Values, withdrawn: Option<&str>) -> Result<()> {
    let thing = values.thing();
    let sets: Vec<String> = columns(thing).map(|column| format!("{column} = ?")).collect();
    let sql = format!(
        "UPDATE {} SET {}, withdrawn_reason = ?, edited_fingerprint = iif(batch IS NULL, NULL, ?),
         fingerprint = iif(batch IS NULL, ?, fingerprint) WHERE id = ?",
        thing.plural(),
        sets.join(", ")
    );
    let now = fingerprint(values, withdrawn);
    let own = values.iter().filter(|(field, _)| field.kind != Kind::Channels).map(|(_, value)| value as &dyn ToSql);
    let tail: [&dyn ToSql; 4] = [&withdrawn, &now, &now, &id];
    db.prepare_cached(&sql)?.execute(params_from_iter(own.chain(tail)))?;
    refresh_live(db, thing, "id = ?", id)?;
    if thing == Thing::Publication {
        let live = db.query_row("SELECT live FROM publications WHERE id = ?", [id], |row| row.get("live"))?;
        db.execute("DELETE FROM releases WHERE publication = ?", [id])?;
        release(db, id, values, live)?;
    }
    Ok(())
}

/// Rows count again, or no longer, after their import was taken back.
pub(crate) fn refresh_batch(db: &Writing, batch: i64) -> Result<()> {
    for thing in Thing::ALL {
        refresh_live(db, thing, "batch = ?", batch)?;
    }
    Ok(())
}

/// `live`, which serves the indexes, from what it stands for; written here and at a row's insertion only.
fn refresh_live(db: &Writing, thing: Thing, rows: &str, parameter: i64) -> Result<()> {
    let table = thing.plural();
    db.execute(
        &format!(
            "UPDATE {table} SET live = withdrawn_reason IS NULL AND NOT EXISTS
               (SELECT 1 FROM batches b WHERE b.id = {table}.batch AND b.undone_at IS NOT NULL) WHERE {rows}"
        ),
        [parameter],
    )?;
    if thing == Thing::Publication {
        db.execute(
            &format!(
                "UPDATE releases SET live = (SELECT live FROM publications p WHERE p.id = publication)
                 WHERE publication IN (SELECT id FROM publications WHERE {rows})"
            ),
            [parameter],
        )?;
    }
    Ok(())
}

/// One release for each channel of a publication that has none.
fn release(db: &Writing, id: i64, values: &Values, live: bool) -> Result<()> {
    let Value::Terms(channels) = values.get("channels") else { return Ok(()) };
    let published = values.get("published_on");
    let mut statement = db.prepare_cached(
        "INSERT INTO releases (publication, channel, released_on, live, is_public, published_on)
         VALUES (?, ?, coalesce(?4, ''), ?3, ?5, ?4)",
    )?;
    for channel in channels {
        statement.execute(params![id, channel, live, published, values.flag("is_public")])?;
    }
    Ok(())
}

/// A record, also one that is withdrawn or was taken back.
pub(crate) fn get(db: &Connection, thing: Thing, id: i64) -> Result<Option<Record>> {
    let mut statement = db.prepare_cached(&format!("{} WHERE t.id = ?", select(thing)))?;
    Ok(statement.query_row([id], |row| read(row, thing)).optional()?)
}

/// Every record of a thing in the order of their numbers, one at a time.
pub(crate) fn each(
    db: &Connection,
    thing: Thing,
    rows: Option<i64>,
    mut visit: impl FnMut(Record) -> Result<()>,
) -> Result<()> {
    let filter = if rows.is_some() { "WHERE t.batch = ?1" } else { "WHERE ?1 IS NULL" };
    let mut statement = db.prepare(&format!("{} {filter} ORDER BY t.id", select(thing)))?;
    let mut found = statement.query([rows])?;
    while let Some(row) = found.next()? {
        visit(read(row, thing)?)?;
    }
    Ok(())
}

/// How many rows stand in the tables, live or not.
pub(crate) fn count(db: &Connection) -> Result<u64> {
    Thing::ALL.into_iter().try_fold(0, |sum, thing| {
        let rows: u64 = db.query_row(&format!("SELECT count(*) FROM {}", thing.plural()), [], |row| row.get(0))?;
        Ok(sum + rows)
    })
}

/// The first and the last day on which anything that counts is dated.
pub(crate) fn days(db: &Connection) -> Result<(Option<String>, Option<String>)> {
    let mut first: Option<String> = None;
    let mut last: Option<String> = None;
    for thing in Thing::ALL {
        let end = |order: &str| -> Result<Option<String>> {
            // The sign before `live` keeps to the index of dates, whose first or last entry is the answer.
            let sql = format!(
                "SELECT {date} FROM {table} WHERE +live = 1 AND {date} IS NOT NULL ORDER BY {date} {order} LIMIT 1",
                date = thing.date_field(),
                table = thing.plural()
            );
            Ok(db.prepare_cached(&sql)?.query_row([], |row| row.get(0)).optional()?)
        };
        if let (Some(from), Some(to)) = (end("ASC")?, end("DESC")?) {
            first = Some(first.map_or(from.clone(), |day| day.min(from)));
            last = Some(last.map_or(to.clone(), |day| day.max(to)));
        }
    }
    Ok((first, last))
}

/// Not of an import that was taken back.
pub(super) const KEPT: &str = "NOT EXISTS (SELECT 1 FROM batches b WHERE b.id = t.batch AND b.undone_at IS NOT NULL)";
const KEPT_IMPORTED: &str = "EXISTS (SELECT 1 FROM batches b WHERE b.id = t.batch AND b.undone_at IS NULL)";

/// Whether any row of the thing was ever stored.
pub(crate) fn any(db: &Connection, thing: Thing) -> Result<bool> {
    Ok(db.prepare_cached(&format!("SELECT 1 FROM {} LIMIT 1", thing.plural()))?.exists([])?)
}

/// The number of the record in force that was logged last; those of imports aside.
pub(crate) fn last_logged(db: &Connection, thing: Thing) -> Result<Option<i64>> {
    let sql = format!("SELECT id FROM {} WHERE live = 1 AND batch IS NULL ORDER BY id DESC LIMIT 1", thing.plural());
    Ok(db.prepare_cached(&sql)?.query_row([], |row| row.get(0)).optional()?)
}

/// Records with this fingerprint that were not taken back, oldest first. With `imported`, only those that an
/// import brought.
pub(crate) fn with_fingerprint(
    db: &Connection,
    thing: Thing,
    fingerprint: &Fingerprint,
    imported: bool,
) -> Result<Vec<i64>> {
    let table = thing.plural();
    let kept = if imported { KEPT_IMPORTED } else { KEPT };
    // Two searches, each along its own index; as one condition SQLite plans it anew for every value.
    let sql = format!(
        "SELECT t.id FROM {table} t WHERE t.fingerprint = ?1 AND {kept}
         UNION ALL SELECT t.id FROM {table} t WHERE t.edited_fingerprint = ?1 AND {kept} ORDER BY 1"
    );
    let mut statement = db.prepare_cached(&sql)?;
    let ids = statement.query_map([fingerprint], |row| row.get("id"))?.collect::<rusqlite::Result<_>>()?;
    Ok(ids)
}

/// Records in force whose field names this record.
pub(crate) fn naming(db: &Connection, thing: Thing, field: &Field, record: &str) -> Result<Vec<i64>> {
    let sql = format!(
        "SELECT id FROM {} WHERE {} = ? AND live = 1 ORDER BY {}, id",
        thing.plural(),
        field.key,
        thing.date_field()
    );
    let mut statement = db.prepare_cached(&sql)?;
    let ids = statement.query_map([record], |row| row.get("id"))?.collect::<rusqlite::Result<_>>()?;
    Ok(ids)
}

/// The text by which a record is known in a list: its title, or for want of one what it is about.
pub(crate) fn title_sql(thing: Thing) -> &'static str {
    match thing {
        Thing::Publication | Thing::Problem => "t.title",
        Thing::Meeting | Thing::Material | Thing::Regulation | Thing::Consultation | Thing::Notice => "t.name",
        Thing::Reply => {
            "coalesce(t.subject, (SELECT name FROM terms WHERE id = t.matter), (SELECT name FROM terms WHERE id = t.channel), '')"
        }
        Thing::Request => "coalesce(t.content, (SELECT name FROM terms WHERE id = t.applicant_class), '')",
        Thing::Evaluation => "coalesce((SELECT name FROM terms WHERE id = t.method), '')",
        Thing::CaseFile => "coalesce(t.subject, (SELECT name FROM terms WHERE id = t.kind), '')",
    }
}

/// The same for several fingerprints.
pub(crate) fn with_fingerprints(
    db: &Connection,
    thing: Thing,
    fingerprints: &[Fingerprint],
    imported: bool,
) -> Result<Vec<i64>> {
    let mut ids = Vec::new();
    for print in fingerprints {
        ids.extend(with_fingerprint(db, thing, print, imported)?);
    }
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

fn columns(thing: Thing) -> impl Iterator<Item = &'static str> {
    thing.fields().iter().filter(|field| field.kind != Kind::Channels).map(|field| field.key)
}

fn select(thing: Thing) -> String {
    let channels = match thing {
        Thing::Publication => ", (SELECT group_concat(channel) FROM releases WHERE publication = t.id) AS channels",
        _ => "",
    };
    let table = thing.plural();
    format!(
        "SELECT t.*{channels}, b.undone_at IS NOT NULL AS taken_back FROM {table} t LEFT JOIN batches b ON b.id = t.batch"
    )
}

fn read(row: &Row, thing: Thing) -> rusqlite::Result<Record> {
    let mut values = Values::new(thing);
    for field in thing.fields() {
        values.set(field.key, from_sql(field.kind, row.get_ref(field.key)?)?);
    }
    let batch: Option<i64> = row.get("batch")?;
    let origin = match batch {
        Some(batch) => Some(Origin { batch, sheet: row.get("sheet")?, row: row.get("row")? }),
        None => None,
    };
    Ok(Record {
        id: row.get("id")?,
        values,
        withdrawn: row.get("withdrawn_reason")?,
        origin,
        taken_back: row.get("taken_back")?,
        fingerprints: (row.get("fingerprint")?, row.get("edited_fingerprint")?),
    })
}

fn from_sql(kind: Kind, value: ValueRef) -> rusqlite::Result<Value> {
    let read = || -> FromSqlResult<Value> {
        if value == ValueRef::Null {
            return Ok(Value::Empty);
        }
        Ok(match kind {
            Kind::Text { .. } | Kind::Link { .. } => Value::Text(String::column_result(value)?),
            Kind::Date => Value::Date(
                chrono::NaiveDate::parse_from_str(value.as_str()?, "%Y-%m-%d")
                    .map_err(|e| FromSqlError::Other(e.into()))?,
            ),
            Kind::Count | Kind::Money | Kind::Term { .. } => Value::Number(value.as_i64()?),
            Kind::Flag => Value::Flag(value.as_i64()? != 0),
            Kind::Channels => Value::Terms(
                value
                    .as_str()?
                    .split(',')
                    .map(|id| id.parse().map_err(|e: std::num::ParseIntError| FromSqlError::Other(e.into())))
                    .collect::<FromSqlResult<_>>()?,
            ),
        })
    };
    Ok(read()?)
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Value::Empty => ToSqlOutput::from(rusqlite::types::Null),
            Value::Flag(flag) => ToSqlOutput::from(*flag),
            Value::Number(number) => ToSqlOutput::from(*number),
            Value::Date(date) => ToSqlOutput::from(date.to_string()),
            Value::Text(text) => ToSqlOutput::from(text.as_str()),
            Value::Terms(_) => return Err(rusqlite::Error::ToSqlConversionFailure("a set has no column".into())),
        })
    }
}
