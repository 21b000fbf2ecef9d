//! The database file: how it is opened, locked and brought up to date.

use std::path::Path;

use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::error::{Error, Result};

/// One entry a version, in order; an entry that has landed is never edited.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_register.sql"),
    include_str!("migrations/0002_window.sql"),
    include_str!("migrations/0003_pace.sql"),
    include_str!("migrations/0004_requests.sql"),
    include_str!("migrations/0005_evidence.sql"),
    include_str!("migrations/0006_ledgers.sql"),
    include_str!("migrations/0007_people.sql"),
    include_str!("migrations/0008_list_board.sql"),
    include_str!("migrations/0009_due.sql"),
    include_str!("migrations/0010_archive.sql"),
    include_str!("migrations/0011_declared.sql"),
    include_str!("migrations/0012_acceptances.sql"),
];

pub(crate) const KNOWN_VERSION: i64 = MIGRATIONS.len() as i64;

/// “SUNR”, at a fixed place in the file's head (SQLite file format, section 1.3.10).
const APPLICATION_ID: i64 = 0x5355_4e52;

/// Opens the database of `folder` for this program alone. Touches nothing where it cannot.
pub(crate) fn open(folder: &Path, file: &Path) -> Result<Connection> {
    let explain = |error: rusqlite::Error| told_apart(folder, error);
    let connection =
        Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)
            .map_err(explain)?;
    connection.busy_timeout(std::time::Duration::ZERO).map_err(explain)?;
    if connection.is_readonly("main").map_err(explain)? {
        return Err(Error::RegisterReadOnly { folder: folder.into() });
    }
    configure(&connection).map_err(explain)?;
    let id: i64 = connection.pragma_query_value(None, "application_id", |row| row.get(0)).map_err(explain)?;
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(explain)?;
    if id != APPLICATION_ID {
        return Err(Error::NotARegister { folder: folder.into() });
    }
    if version > KNOWN_VERSION {
        return Err(Error::RegisterNewer { folder: folder.into(), found: version, known: KNOWN_VERSION });
    }
    migrate(&connection, version).map_err(explain)?;
    Ok(connection)
}

/// Makes a new database file.
pub(crate) fn create(folder: &Path, file: &Path) -> Result<Connection> {
    let explain = |error: rusqlite::Error| told_apart(folder, error);
    let connection = Connection::open_with_flags(
        file,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )
    .map_err(explain)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID).map_err(explain)?;
    configure(&connection).map_err(explain)?;
    migrate(&connection, 0).map_err(explain)?;
    Ok(connection)
}

/// Folds the write-ahead log into the file.
pub(crate) fn checkpoint(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
}

fn configure(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "cache_size", -65_536)?;
    // Takes the lock that the mode then keeps.
    connection.execute_batch("BEGIN EXCLUSIVE; COMMIT;")?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(())
}

fn migrate(connection: &Connection, version: i64) -> rusqlite::Result<()> {
    for (index, sql) in MIGRATIONS.iter().enumerate().skip(usize::try_from(version).unwrap_or(0)) {
        connection.execute_batch(&format!("BEGIN IMMEDIATE; {sql} PRAGMA user_version = {}; COMMIT;", index + 1))?;
    }
    Ok(())
}

/// A failure of the database in the words of its register; other failures as they are.
pub(crate) fn explain(folder: &Path, error: Error) -> Error {
    match error {
        Error::Store(error) => told_apart(folder, error),
        other => other,
    }
}

/// The failures that a clerk can do something about, told apart.
fn told_apart(folder: &Path, error: rusqlite::Error) -> Error {
    let folder = folder.to_path_buf();
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::RegisterBusy { folder },
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
            Error::RegisterReadOnly { folder }
        }
        Some(ErrorCode::DiskFull) => Error::DiskFull { path: folder },
        Some(ErrorCode::NotADatabase) => Error::NotARegister { folder },
        Some(ErrorCode::DatabaseCorrupt) => Error::RegisterDamaged { folder, detail: error.to_string() },
        _ => Error::Store(error),
    }
}

/// A database that may not grow is to SQLite what a full disk is.
#[cfg(test)]
pub(crate) fn limit_to_present_size(connection: &Connection) -> rusqlite::Result<()> {
    let pages: i64 = connection.pragma_query_value(None, "page_count", |row| row.get(0))?;
    connection.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::things::{Kind, Thing};

    #[test]
    fn sqlite_is_past_the_wal_reset_fault() {
        assert!(rusqlite::version_number() >= 3_051_003, "{}", rusqlite::version());
    }

    #[test]
    fn the_tables_hold_exactly_the_fields() {
        let folder = tempfile::tempdir().expect("a folder");
        let connection = create(folder.path(), &folder.path().join("register.db")).expect("made");
        let tail = ["withdrawn_reason", "batch", "sheet", "row", "live", "fingerprint", "edited_fingerprint"];
        for thing in Thing::ALL {
            let columns: Vec<String> = connection
                .prepare(&format!("SELECT name FROM pragma_table_info('{}')", thing.plural()))
                .and_then(|mut s| s.query_map([], |row| row.get("name"))?.collect())
                .expect("columns");
            let expected: Vec<&str> = std::iter::once("id")
                .chain(thing.fields().iter().filter(|f| f.kind != Kind::Channels).map(|f| f.key))
                .chain(tail)
                .collect();
            assert_eq!(columns.len(), expected.len(), "{thing:?}");
            assert!(expected.iter().all(|key| columns.iter().any(|c| c == key)), "{thing:?}: {columns:?}");
        }
    }

    #[test]
    fn a_register_of_an_earlier_program_is_brought_up_to_date() {
        let columns = |connection: &Connection| -> Vec<(String, String)> {
            let sql = "SELECT t.name AS owner, c.name FROM sqlite_schema t, pragma_table_info(t.name) c ORDER BY 1, 2";
            let mut statement = connection.prepare(sql).expect("prepared");
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("asked");
            rows.collect::<rusqlite::Result<_>>().expect("columns")
        };
        let folder = tempfile::tempdir().expect("a folder");
        let now = columns(&create(folder.path(), &folder.path().join("now.db")).expect("made"));
        for version in 1..MIGRATIONS.len() {
            let file = folder.path().join(format!("{version}.db"));
            let old = Connection::open(&file).expect("made");
            old.pragma_update(None, "application_id", APPLICATION_ID).expect("set");
            for sql in &MIGRATIONS[..version] {
                old.execute_batch(sql).expect("migrated");
            }
            old.pragma_update(None, "user_version", i64::try_from(version).expect("small")).expect("set");
            drop(old);
            assert_eq!(columns(&open(folder.path(), &file).expect("opened")), now, "from version {version}");
        }
    }

    #[test]
    fn a_register_of_a_newer_program_is_refused_with_both_versions_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("register.db");
        let connection = create(folder.path(), &file).expect("made");
        connection.pragma_update(None, "user_version", KNOWN_VERSION + 6).expect("set");
        drop(connection);
        let before = std::fs::read(&file).expect("read");
        match open(folder.path(), &file) {
            Err(Error::RegisterNewer { found, known, .. }) => {
                assert_eq!((found, known), (KNOWN_VERSION + 6, KNOWN_VERSION))
            }
            other => panic!("{other:?}"),
        }
        assert_eq!(std::fs::read(&file).expect("read"), before);
    }
}
