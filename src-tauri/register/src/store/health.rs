//! What the database itself can say of its own soundness.

use rusqlite::Connection;

use crate::error::Result;

/// SQLite's own check of pages, cells and indexes; empty where all is well.
pub(crate) fn integrity(db: &Connection) -> Result<Vec<String>> {
    let mut statement = db.prepare("PRAGMA integrity_check(20)")?;
    let lines: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(lines.into_iter().filter(|line| line != "ok").collect())
}

/// References that lead nowhere.
pub(crate) fn foreign_keys(db: &Connection) -> Result<Vec<String>> {
    let mut statement = db.prepare("PRAGMA foreign_key_check")?;
    let faults = statement
        .query_map([], |row| {
            let (table, row): (String, Option<i64>) = (row.get(0)?, row.get(1)?);
            Ok(format!("{table} {}", row.unwrap_or_default()))
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(faults)
}

/// Columns that only serve an index and do not say what they stand for: (where, how many).
pub(crate) fn index_columns(db: &Connection) -> Result<Vec<(String, u64)>> {
    let mut faults = Vec::new();
    for thing in crate::things::Thing::ALL {
        let table = thing.plural();
        let sql = format!(
            "SELECT count(*) FROM {table} t WHERE t.live <> (t.withdrawn_reason IS NULL AND NOT EXISTS
               (SELECT 1 FROM batches b WHERE b.id = t.batch AND b.undone_at IS NOT NULL))"
        );
        faults.push((format!("{table}.live"), db.query_row(&sql, [], |row| row.get(0))?));
    }
    let sql = "SELECT count(*) FROM releases r JOIN publications p ON p.id = r.publication
               WHERE r.live <> p.live OR r.is_public <> p.is_public OR r.published_on IS NOT p.published_on";
    faults.push(("releases".into(), db.query_row(sql, [], |row| row.get(0))?));
    faults.retain(|(_, count)| *count > 0);
    Ok(faults)
}
