//! Vocabulary in the database.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::Writing;
use super::records::KEPT;
use crate::error::Result;
use crate::things::{Dimension, Term};

/// Every term that has not gone, in the order of dimension, position and number.
pub(crate) fn all(db: &Connection) -> Result<Vec<Term>> {
    let mut statement = db.prepare_cached("SELECT * FROM terms WHERE gone = 0 ORDER BY dimension, position, id")?;
    let terms = statement.query_map([], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(terms)
}

/// A term, also one that has gone with its import.
pub(crate) fn get(db: &Connection, id: i64) -> Result<Option<Term>> {
    Ok(db.prepare_cached("SELECT * FROM terms WHERE id = ?")?.query_row([id], read).optional()?)
}

/// Whether a dimension ever had a word, also one that has gone.
pub(crate) fn any(db: &Connection, dimension: Dimension) -> Result<bool> {
    Ok(db.prepare_cached("SELECT 1 FROM terms WHERE dimension = ? LIMIT 1")?.exists([dimension.key()])?)
}

/// The term that a name means.
pub(crate) fn named(db: &Connection, dimension: Dimension, name: &str) -> Result<Option<i64>> {
    let mut statement = db.prepare_cached(
        "SELECT coalesce(same_as, id) AS id FROM terms WHERE dimension = ? AND name = ? AND gone = 0",
    )?;
    Ok(statement.query_row(params![dimension.key(), name], |row| row.get("id")).optional()?)
}

/// The terms of imports that were taken back: of this one, and of earlier ones whose terms were then in use. Other
/// names are not among them: they stay and go with the term that they mean.
pub(crate) fn of_undone(db: &Connection) -> Result<Vec<Term>> {
    let mut statement = db.prepare_cached(
        "SELECT * FROM terms WHERE gone = 0 AND same_as IS NULL
           AND batch IN (SELECT id FROM batches WHERE undone_at IS NOT NULL) ORDER BY id",
    )?;
    let terms = statement.query_map([], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(terms)
}

/// The other names of a term.
pub(crate) fn aliases(db: &Connection, id: i64) -> Result<Vec<Term>> {
    let mut statement = db.prepare_cached("SELECT * FROM terms WHERE same_as = ? AND gone = 0 ORDER BY id")?;
    let terms = statement.query_map([id], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(terms)
}

/// Whether any record that was not taken back, any other term or a department's duty leans on the term; so does another name of it that
/// was there without the imports taken back.
pub(crate) fn in_use(db: &Connection, id: i64) -> Result<bool> {
    use crate::things::{Kind, Thing};
    let leaning = "SELECT 1 FROM terms WHERE gone = 0 AND (parent = ?1 OR same_as = ?1
                     AND (batch IS NULL OR batch IN (SELECT id FROM batches WHERE undone_at IS NULL)))";
    if db.prepare_cached(leaning)?.exists([id])? {
        return Ok(true);
    }
    if super::people::lean_on(db, id)? {
        return Ok(true);
    }
    for thing in Thing::ALL {
        for field in thing.fields() {
            let table = thing.plural();
            let sql = match field.kind {
                Kind::Term { .. } => format!("SELECT 1 FROM {table} t WHERE t.{} = ? AND {KEPT} LIMIT 1", field.key),
                Kind::Channels => format!(
                    "SELECT 1 FROM releases r JOIN {table} t ON t.id = r.publication WHERE r.channel = ? AND {KEPT} LIMIT 1"
                ),
                Kind::Text { .. } | Kind::Date | Kind::Count | Kind::Money | Kind::Flag | Kind::Link { .. } => continue,
            };
            if db.prepare_cached(&sql)?.exists([id])? {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

pub(crate) fn insert(db: &Writing, term: &Term) -> Result<i64> {
    db.prepare_cached(
        "INSERT INTO terms (dimension, name, parent, position, retired, note, batch, code) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        term.dimension.key(),
        term.name,
        term.parent,
        term.position,
        term.retired,
        term.note,
        term.batch,
        term.code
    ])?;
    Ok(db.last_insert_rowid())
}

pub(crate) fn update(db: &Writing, term: &Term) -> Result<()> {
    db.prepare_cached(
        "UPDATE terms SET name = ?, parent = ?, position = ?, retired = ?, note = ?, same_as = ?, gone = ?, code = ? WHERE id = ?",
    )?
    .execute(params![
        term.name,
        term.parent,
        term.position,
        term.retired,
        term.note,
        term.same_as,
        term.gone,
        term.code,
        term.id
    ])?;
    Ok(())
}

fn read(row: &Row) -> rusqlite::Result<Term> {
    let key: String = row.get("dimension")?;
    let dimension = Dimension::from_key(&key).ok_or_else(|| {
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, format!("dimension {key}").into())
    })?;
    Ok(Term {
        id: row.get("id")?,
        dimension,
        name: row.get("name")?,
        parent: row.get("parent")?,
        position: row.get("position")?,
        retired: row.get("retired")?,
        note: row.get("note")?,
        same_as: row.get("same_as")?,
        code: row.get("code")?,
        batch: row.get("batch")?,
        gone: row.get("gone")?,
    })
}
