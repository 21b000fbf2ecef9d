//! Lists of records in SQL: one page of a thing's records.

use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, OptionalExtension, Row};

use super::records::{get, title_sql};
use crate::error::Result;
use crate::period::Period;
use crate::things::{Field, Kind, Record, Thing};

/// Which records of a thing, in which order. Terms come as their numbers, those below them included.
pub(crate) struct Listing {
    pub thing: Thing,
    pub period: Option<Period>,
    /// The only ones to be listed, where words were looked for.
    pub found: Option<Vec<i64>>,
    pub filters: Vec<Filter>,
    /// Records in force, or withdrawn ones; without it both.
    pub in_force: Option<bool>,
    pub sort: &'static Field,
    pub descending: bool,
    pub offset: u64,
    pub limit: u64,
    /// A flag that tells the records apart.
    pub split_by: Option<&'static Field>,
}

/// A field holds one of these numbers, or may be empty, or is filled in; with none of these, nothing matches.
pub(crate) struct Filter {
    pub field: &'static Field,
    pub any: Vec<i64>,
    pub empty: bool,
    pub filled: bool,
}

/// A record that was found, and what it is known by.
pub(crate) struct Listed {
    pub record: Record,
    pub title: String,
}

impl Listing {
    /// How many there are in all, how the flag tells them apart, were they not filtered by it, and one page.
    pub(crate) fn page(&self, db: &Connection) -> Result<(u64, Option<Counted>, Vec<Listed>)> {
        let thing = self.thing;
        let mut conditions = vec![
            match self.in_force {
                // What is live was not taken back.
                Some(true) => "t.live = 1",
                Some(false) | None => kept(db)?,
            }
            .to_owned(),
        ];
        if self.in_force == Some(false) {
            conditions.push("t.withdrawn_reason IS NOT NULL".into());
        }
        if let Some(period) = self.period {
            conditions.push(format!("t.{} BETWEEN '{}' AND '{}'", thing.date_field(), period.from, period.to));
        }
        conditions.extend(self.found.as_deref().map(|found| among(db, found)).transpose()?);
        let splits = |filter: &&Filter| self.split_by.is_some_and(|field| filter.field.key == field.key);
        let (by_split, others): (Vec<&Filter>, Vec<&Filter>) = self.filters.iter().partition(splits);
        conditions.extend(others.into_iter().map(filter_sql));
        let table = thing.plural();
        let found = conditions.join(" AND ");
        conditions.extend(by_split.iter().copied().map(filter_sql));
        let conditions = conditions.join(" AND ");
        let split =
            self.split_by.map(|field| split(db, &format!("FROM {table} t WHERE {found}"), field)).transpose()?;
        // What was counted with the split is not counted once more.
        let counted = split.and_then(|split| match by_split.as_slice() {
            [] => Some(split.all),
            [Filter { any, empty: false, filled: false, .. }] if *any == [1] => Some(split.with),
            [Filter { any, empty: false, filled: false, .. }] if *any == [0] => Some(split.without),
            _ => None,
        });
        let total = match counted {
            Some(total) => total,
            None => {
                db.query_row(&format!("SELECT count(*) FROM {table} t WHERE {conditions}"), [], |row| row.get(0))?
            }
        };
        let direction = if self.descending { "DESC" } else { "ASC" };
        let Order { joined, grouped, by } = order(self.sort);
        let sql = format!(
            "SELECT t.id FROM {table} t {joined} WHERE {conditions} {grouped}
             ORDER BY {by} {direction}, t.id {direction} LIMIT {} OFFSET {}",
            self.limit,
            i64::try_from(self.offset).unwrap_or(i64::MAX),
        );
        let ids: Vec<i64> = db.prepare(&sql)?.query_map([], |row| row.get("id"))?.collect::<rusqlite::Result<_>>()?;
        // The page alone is read whole: titles and channels of the rest would be looked up to be thrown away.
        let mut page = Vec::with_capacity(ids.len());
        for id in ids {
            page.extend(listed(db, thing, id)?);
        }
        Ok((total, split, page))
    }
}

/// How many records there are, and how many of them have a flag and have it not.
#[derive(Clone, Copy)]
pub(crate) struct Counted {
    all: u64,
    pub with: u64,
    pub without: u64,
}

fn split(db: &Connection, from: &str, field: &Field) -> Result<Counted> {
    let key = field.key;
    let sql = format!(
        "SELECT count(*) AS found, count(*) FILTER (WHERE t.{key} = 1) AS flagged,
           count(*) FILTER (WHERE t.{key} = 0) AS plain {from}"
    );
    let read =
        |row: &Row| Ok(Counted { all: row.get("found")?, with: row.get("flagged")?, without: row.get("plain")? });
    Ok(db.query_row(&sql, [], read)?)
}

/// A record with what it is known by.
pub(crate) fn listed(db: &Connection, thing: Thing, id: i64) -> Result<Option<Listed>> {
    let Some(record) = get(db, thing, id)? else { return Ok(None) };
    let sql = format!("SELECT {} FROM {} t WHERE t.id = ?", title_sql(thing), thing.plural());
    let title = db.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?;
    Ok(title.map(|title| Listed { record, title }))
}

fn filter_sql(filter: &Filter) -> String {
    let key = filter.field.key;
    let list = filter.any.iter().map(i64::to_string).collect::<Vec<_>>().join(", ");
    let releases = "SELECT 1 FROM releases r WHERE r.publication = t.id";
    let (any, empty) = match filter.field.kind {
        Kind::Channels => {
            (format!("EXISTS ({releases} AND r.channel IN ({list}))"), format!("NOT EXISTS ({releases})"))
        }
        Kind::Text { .. }
        | Kind::Date
        | Kind::Count
        | Kind::Money
        | Kind::Flag
        | Kind::Term { .. }
        | Kind::Link { .. } => (format!("t.{key} IN ({list})"), format!("t.{key} IS NULL")),
    };
    match (filter.empty, filter.filled) {
        (false, false) => any,
        (true, false) => format!("({any} OR {empty})"),
        (false, true) => format!("NOT ({empty})"),
        (true, true) => "TRUE".to_owned(),
    }
}

/// What records stand in the order of.
struct Order {
    joined: &'static str,
    grouped: &'static str,
    by: String,
}

/// Terms stand in the order of their names; of several channels the first counts.
fn order(field: &Field) -> Order {
    let by = |by: String| Order { joined: "", grouped: "", by };
    match field.kind {
        Kind::Term { .. } => by(format!("(SELECT name FROM terms WHERE id = t.{})", field.key)),
        // One walk along both tables; a look for each record's channels takes twice as long.
        Kind::Channels => Order {
            joined: "LEFT JOIN releases c ON c.publication = t.id LEFT JOIN terms m ON m.id = c.channel",
            grouped: "GROUP BY t.id",
            by: "min(m.name)".into(),
        },
        Kind::Text { .. } | Kind::Date | Kind::Count | Kind::Money | Kind::Flag | Kind::Link { .. } => {
            by(format!("t.{}", field.key))
        }
    }
}

/// Not of an import that was taken back. Where none ever was, there is nothing to look at.
pub(super) fn kept(db: &Connection) -> Result<&'static str> {
    let any = db.prepare_cached("SELECT 1 FROM batches WHERE undone_at IS NOT NULL")?.exists([])?;
    Ok(match any {
        true => "(t.batch IS NULL OR t.batch NOT IN (SELECT id FROM batches WHERE undone_at IS NOT NULL))",
        false => "TRUE",
    })
}

/// Fewer are looked up one by one; more are told from the rest while those are gone through.
const FEW: usize = 1000;

/// One of the records found.
fn among(db: &Connection, found: &[i64]) -> Result<String> {
    if found.len() <= FEW {
        return Ok(format!("t.id IN ({})", found.iter().map(i64::to_string).collect::<Vec<_>>().join(", ")));
    }
    let place = |id: i64| usize::try_from(id).unwrap_or_default();
    let mut marks = vec![false; found.iter().copied().map(place).max().unwrap_or_default() + 1];
    for id in found {
        if let Some(mark) = marks.get_mut(place(*id)) {
            *mark = true;
        }
    }
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    db.create_scalar_function("found", 1, flags, move |call| {
        Ok(marks.get(place(call.get(0)?)).copied().unwrap_or(false))
    })?;
    Ok("found(t.id)".into())
}

/// The titles of a thing's records of one day, those taken back and day counts excepted.
pub(crate) fn titles_of_day(db: &Connection, thing: Thing, day: &str) -> Result<Vec<(i64, String)>> {
    let single = if thing.field("is_day_count").is_some() { "t.is_day_count = 0" } else { "TRUE" };
    let sql = format!(
        "SELECT t.id, coalesce(t.{}, '') FROM {} t WHERE t.{} = ? AND {single} AND {}",
        thing.title_field(),
        thing.plural(),
        thing.date_field(),
        kept(db)?,
    );
    let mut statement = db.prepare_cached(&sql)?;
    let titles = statement.query_map([day], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(titles.collect::<rusqlite::Result<_>>()?)
}
