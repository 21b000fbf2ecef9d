//! Refused rows of imports, and which of them still wait.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::Writing;
use crate::error::Result;
use crate::things::Origin;

/// A refused row as it is kept; what the import knows of it is JSON.
pub(crate) struct Refused {
    pub thing: String,
    pub values: String,
    pub cells: String,
    pub faults: String,
}

/// A refused row that waits.
pub(crate) struct Waiting {
    pub id: i64,
    pub batch: i64,
    pub file: String,
    pub sheet: String,
    pub row: u32,
    pub refused: Refused,
}

/// Of imports not taken back; and nobody has dealt with it, or only an import that was taken back.
const WAITING: &str = "FROM leftovers l
    JOIN batches b ON b.id = l.batch AND b.undone_at IS NULL
    JOIN batch_sheets s ON s.batch = l.batch AND s.sheet = l.sheet
    LEFT JOIN batches later ON later.id = l.settled_in
    WHERE (l.settled IS NULL OR later.undone_at IS NOT NULL)";

/// The number of the new row.
pub(crate) fn insert(db: &Writing, origin: &Origin, refused: &Refused) -> Result<i64> {
    db.prepare_cached(
        "INSERT INTO leftovers (batch, sheet, row, thing, \"values\", cells, faults) VALUES (?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        origin.batch,
        origin.sheet,
        origin.row,
        refused.thing,
        refused.values,
        refused.cells,
        refused.faults
    ])?;
    Ok(db.last_insert_rowid())
}

/// Dealt with: by a record, or left out where there is none; and by which import, where it was one.
pub(crate) fn settle(db: &Writing, id: i64, record: Option<&str>, batch: Option<i64>) -> Result<()> {
    db.prepare_cached("UPDATE leftovers SET settled = ?, settled_in = ? WHERE id = ?")?.execute(params![
        record.unwrap_or_default(),
        batch,
        id
    ])?;
    Ok(())
}

/// Those that wait, the newest import first, `limit` of them from `offset` on.
pub(crate) fn page(db: &Connection, offset: u64, limit: u64) -> Result<Vec<Waiting>> {
    let sql =
        format!("SELECT l.*, b.file, s.name {WAITING} ORDER BY l.batch DESC, l.sheet, l.row, l.id LIMIT ? OFFSET ?");
    let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    let mut statement = db.prepare_cached(&sql)?;
    let found = statement.query_map([whole(limit), whole(offset)], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// One that waits.
pub(crate) fn get(db: &Connection, id: i64) -> Result<Option<Waiting>> {
    let sql = format!("SELECT l.*, b.file, s.name {WAITING} AND l.id = ?");
    Ok(db.prepare_cached(&sql)?.query_row([id], read).optional()?)
}

/// The imports of which rows wait, the newest first: (batch, file, rows).
pub(crate) fn batches(db: &Connection) -> Result<Vec<(i64, String, u64)>> {
    let sql = format!("SELECT l.batch, b.file, count(*) AS rows {WAITING} GROUP BY l.batch ORDER BY l.batch DESC");
    let mut statement = db.prepare_cached(&sql)?;
    let read = |row: &Row| Ok((row.get("batch")?, row.get("file")?, row.get("rows")?));
    let found = statement.query_map([], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// The numbers of those of one import.
pub(crate) fn of_batch(db: &Connection, batch: i64) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached(&format!("SELECT l.id {WAITING} AND l.batch = ? ORDER BY l.id"))?;
    let found = statement.query_map([batch], |row| row.get("id"))?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// Those of earlier imports, of files of this name.
pub(crate) fn of_file(db: &Connection, file: &str, before: i64) -> Result<Vec<Waiting>> {
    let sql = format!("SELECT l.*, b.file, s.name {WAITING} AND b.file = ? AND l.batch < ?");
    let mut statement = db.prepare_cached(&sql)?;
    let found = statement.query_map(params![file, before], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// Where those of earlier imports stand, of the file with this digest: (number, sheet, row).
pub(crate) fn of_digest(db: &Connection, digest: &str, before: i64) -> Result<Vec<(i64, String, u32)>> {
    let sql = format!("SELECT l.id, s.name, l.row {WAITING} AND b.file_digest = ? AND l.batch < ?");
    let mut statement = db.prepare_cached(&sql)?;
    let read = |row: &Row| Ok((row.get("id")?, row.get("name")?, row.get("row")?));
    let found = statement.query_map(params![digest, before], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// A refused row as the table has it, whether it waits or not.
pub(crate) struct Kept {
    pub id: i64,
    pub origin: Origin,
    pub refused: Refused,
    pub settled: Option<Settlement>,
}

/// By which record, blank where the row was left out; and by which import, where it was one.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Settlement {
    pub record: String,
    pub batch: Option<i64>,
}

/// Visits every row of the table in the order of their numbers.
pub(crate) fn each(db: &Connection, mut visit: impl FnMut(Kept)) -> Result<()> {
    let mut statement = db.prepare_cached("SELECT * FROM leftovers ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let origin = Origin { batch: row.get("batch")?, sheet: row.get("sheet")?, row: row.get("row")? };
        let (record, batch): (Option<String>, Option<i64>) = (row.get("settled")?, row.get("settled_in")?);
        // An import without a record is no settlement that this program makes.
        let settled = match (record, batch) {
            (None, None) => None,
            (record, batch) => Some(Settlement { record: record.unwrap_or_default(), batch }),
        };
        visit(Kept { id: row.get("id")?, origin, refused: refused(row)?, settled });
    }
    Ok(())
}

/// How many wait.
pub(crate) fn waiting(db: &Connection) -> Result<u64> {
    Ok(db.prepare_cached(&format!("SELECT count(*) AS waiting {WAITING}"))?.query_row([], |row| row.get("waiting"))?)
}

fn read(row: &Row) -> rusqlite::Result<Waiting> {
    Ok(Waiting {
        id: row.get("id")?,
        batch: row.get("batch")?,
        file: row.get("file")?,
        sheet: row.get("name")?,
        row: row.get("row")?,
        refused: refused(row)?,
    })
}

fn refused(row: &Row) -> rusqlite::Result<Refused> {
    Ok(Refused {
        thing: row.get("thing")?,
        values: row.get("values")?,
        cells: row.get("cells")?,
        faults: row.get("faults")?,
    })
}
