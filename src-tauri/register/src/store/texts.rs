//! The texts of records, and what they are narrowed down by: all that a search looks through.

use std::ops::RangeInclusive;

use rusqlite::{Connection, Row};

use super::lists::kept;
use crate::error::Result;
use crate::things::{Dimension, Field, Kind, Thing};

/// One record while it is read.
pub(crate) struct TextRow<'a> {
    row: &'a Row<'a>,
    pub thing: Thing,
}

/// Columns before the texts: number, day, terms.
const TEXTS: usize = 3;

impl TextRow<'_> {
    pub(crate) fn number(&self) -> Result<i64> {
        Ok(self.row.get(0)?)
    }

    /// Blank where the record is undated.
    pub(crate) fn day(&self) -> Result<&str> {
        self.as_str(1)
    }

    /// Its department and its channels.
    pub(crate) fn terms(&self) -> Result<Vec<i64>> {
        Ok(self.as_str(2)?.split(',').filter_map(|id| id.parse().ok()).collect())
    }

    /// The text at this place of [`Thing::texts`]; blank where there is none.
    pub(crate) fn text(&self, place: usize) -> Result<&str> {
        self.as_str(TEXTS + place)
    }

    fn as_str(&self, column: usize) -> Result<&str> {
        Ok(self.row.get_ref(column)?.as_str_or_null().map_err(rusqlite::Error::from)?.unwrap_or_default())
    }
}

/// The records of a thing with these numbers that were not taken back, in their order: no more than `most`.
pub(crate) fn each(
    db: &Connection,
    thing: Thing,
    numbers: RangeInclusive<i64>,
    most: usize,
    mut visit: impl FnMut(TextRow) -> Result<()>,
) -> Result<()> {
    let columns: Vec<String> = thing.texts().map(|field| format!(", t.{}", field.key)).collect();
    let terms: Vec<String> = thing.fields().iter().filter_map(term_sql).collect();
    let sql = format!(
        "SELECT t.id, t.{}, concat_ws(',', {}){} FROM {} t WHERE t.id BETWEEN ?1 AND ?2 AND {}
         ORDER BY t.id LIMIT ?3",
        thing.date_field(),
        if terms.is_empty() { "NULL".to_owned() } else { terms.join(", ") },
        columns.concat(),
        thing.plural(),
        kept(db)?,
    );
    let mut statement = db.prepare_cached(&sql)?;
    let mut rows = statement.query((numbers.start(), numbers.end(), most))?;
    while let Some(row) = rows.next()? {
        visit(TextRow { row, thing })?;
    }
    Ok(())
}

/// A field by which a search is narrowed down.
fn term_sql(field: &Field) -> Option<String> {
    match field.kind {
        Kind::Term { dimension: Dimension::Department | Dimension::ReplyChannel } => Some(format!("t.{}", field.key)),
        Kind::Channels => Some("(SELECT group_concat(channel) FROM releases WHERE publication = t.id)".into()),
        Kind::Text { .. }
        | Kind::Date
        | Kind::Count
        | Kind::Money
        | Kind::Flag
        | Kind::Term { .. }
        | Kind::Link { .. } => None,
    }
}
