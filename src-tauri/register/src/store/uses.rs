//! Which records name a term.

use rusqlite::Connection;

use crate::error::Result;
use crate::things::{Dimension, Kind, Thing};

/// Not of an import that was taken back. What counts is that in any case, and is most of what there is.
const KEPT: &str =
    "(t.live = 1 OR t.batch IS NULL OR t.batch NOT IN (SELECT id FROM batches WHERE undone_at IS NOT NULL))";

/// Rows that name terms of a dimension: where they stand, the column of the term, that of the record.
struct Naming {
    thing: Thing,
    from: String,
    term: String,
    record: &'static str,
    kept: String,
}

fn naming(dimension: Dimension) -> impl Iterator<Item = Naming> {
    Thing::ALL.into_iter().flat_map(move |thing| {
        thing.fields().iter().filter_map(move |field| {
            let table = thing.plural();
            let (from, term, record, kept) = match field.kind {
                Kind::Term { dimension: of } if of == dimension => {
                    (format!("{table} t"), format!("t.{}", field.key), "t.id", KEPT.to_owned())
                }
                // A release repeats whether its publication counts: only where it does not is that one looked at.
                Kind::Channels if dimension == Dimension::Channel => (
                    "releases r".to_owned(),
                    "r.channel".to_owned(),
                    "r.publication",
                    format!("(r.live = 1 OR EXISTS (SELECT 1 FROM {table} t WHERE t.id = r.publication AND {KEPT}))"),
                ),
                Kind::Term { .. }
                | Kind::Channels
                | Kind::Text { .. }
                | Kind::Date
                | Kind::Count
                | Kind::Money
                | Kind::Flag
                | Kind::Link { .. } => return None,
            };
            Some(Naming { thing, from, term, record, kept })
        })
    })
}

/// How many records of each thing name each term: (term, thing, records). Records taken back are not among them.
pub(crate) fn counts(db: &Connection, dimension: Dimension) -> Result<Vec<(i64, Thing, u64)>> {
    let mut counts = Vec::new();
    for Naming { thing, from, term, kept, .. } in naming(dimension) {
        let sql = format!(
            "SELECT {term} AS term, count(*) AS records FROM {from} WHERE {term} IS NOT NULL AND {kept} GROUP BY {term}"
        );
        let mut statement = db.prepare_cached(&sql)?;
        let rows = statement.query_map([], |row| Ok((row.get("term")?, thing, row.get("records")?)))?;
        for row in rows {
            counts.push(row?);
        }
    }
    Ok(counts)
}

/// How many records of each thing name one term: (thing, records).
pub(crate) fn counts_of(db: &Connection, dimension: Dimension, id: i64) -> Result<Vec<(Thing, u64)>> {
    let mut counts = Vec::new();
    for Naming { thing, from, term, kept, .. } in naming(dimension) {
        let sql = format!("SELECT count(*) FROM {from} WHERE {term} = ? AND {kept}");
        counts.push((thing, db.prepare_cached(&sql)?.query_row([id], |row| row.get(0))?));
    }
    counts.retain(|(_, records)| *records > 0);
    Ok(counts)
}

/// Every record that names a term, also of imports taken back.
pub(crate) fn records(db: &Connection, dimension: Dimension, id: i64) -> Result<Vec<(Thing, i64)>> {
    let mut records = Vec::new();
    for Naming { thing, from, term, record, .. } in naming(dimension) {
        let sql = format!("SELECT {record} FROM {from} WHERE {term} = ? ORDER BY 1");
        let mut statement = db.prepare_cached(&sql)?;
        for number in statement.query_map([id], |row| row.get(0))? {
            records.push((thing, number?));
        }
    }
    Ok(records)
}
