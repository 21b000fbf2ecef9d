//! A register is a folder: `register.db`, `evidence/` and `archive/` (files named by their SHA-256), `backups/`, and
//! the seal.

mod backup;
mod verify;

use std::cell::{RefCell, RefMut};
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use serde::Serialize;
use ts_rs::TS;

use crate::change::{self, Change, Keep, Operation};
use crate::context::Context;
use crate::error::{Error, Result};
use crate::seal::{DATABASE, Seal};
use crate::search::Finder;
use crate::store;

pub use backup::{BackupMade, LastBackup, restore};
pub use verify::{Check, Verification, verify};

/// The files of records, each named by its SHA-256.
pub(crate) const EVIDENCE: &str = "evidence";
/// The files of archived reports, each named by its SHA-256.
pub(crate) const ARCHIVE: &str = "archive";
/// Copies of evidence that were opened; gone when the register is closed.
pub(crate) const OPENED: &str = "opened";
const BACKUPS: &str = "backups";

/// An open register: this program's alone until it is dropped, which closes and seals it.
pub struct Register {
    folder: PathBuf,
    db: Connection,
    seal: Seal,
    /// Of the database file as it was opened.
    identity: Option<Identity>,
    finder: RefCell<Finder>,
}

/// What a register says of itself.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RegisterInfo {
    /// Its own wherever its folder is moved to; copies share it.
    pub id: String,
    pub folder: String,
    pub institution: String,
    /// Records in all, withdrawn ones and those of imports taken back included.
    pub records: u64,
    /// The first and the last day on which anything that counts is dated.
    pub first_day: Option<String>,
    pub last_day: Option<String>,
    pub last_backup: Option<LastBackup>,
}

impl Register {
    /// Makes a register in an empty or new folder; `furnish` puts into it what every register begins with.
    pub(crate) fn create(
        context: &Context,
        folder: &Path,
        institution: &str,
        furnish: impl FnOnce(&mut Change) -> Result<()>,
    ) -> Result<Register> {
        let institution = institution.trim();
        if institution.is_empty() {
            return Err(Error::BadRequest { command: "new_register".into(), detail: "institution".into() });
        }
        whole_or_not(folder, || Register::fill(context, folder, institution, furnish))
    }

    fn fill(
        context: &Context,
        folder: &Path,
        institution: &str,
        furnish: impl FnOnce(&mut Change) -> Result<()>,
    ) -> Result<Register> {
        for part in [EVIDENCE, BACKUPS] {
            let path = folder.join(part);
            std::fs::create_dir_all(&path).map_err(Error::io(&path))?;
        }
        let db = store::create(folder, &folder.join(DATABASE))?;
        let mut register = Register::holding(folder, db);
        register.change(context, Operation::RegisterNew, |change| {
            change.set(INSTITUTION, institution)?;
            furnish(change)
        })?;
        Ok(register)
    }

    /// Opens a register for this program alone. Touches nothing where it cannot.
    pub fn open(folder: &Path) -> Result<Register> {
        let file = folder.join(DATABASE);
        if !file.is_file() {
            return Err(Error::NotARegister { folder: folder.into() });
        }
        let db = store::open(folder, &file)?;
        Ok(Register::holding(folder, db))
    }

    fn holding(folder: &Path, db: Connection) -> Register {
        let (identity, seal) = (identity(folder), Seal::of(folder));
        Register { folder: folder.into(), db, seal, identity, finder: RefCell::default() }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// That the open database is still the file in the folder: a stick may be pulled, a folder moved away, and what
    /// was then written would be lost.
    pub(crate) fn still_there(&self) -> Result<()> {
        match identity(&self.folder) {
            found if found.is_some() && found == self.identity => Ok(()),
            _ => Err(Error::RegisterVanished { folder: self.folder.clone() }),
        }
    }

    pub fn info(&self) -> Result<RegisterInfo> {
        let (first_day, last_day) = store::records::days(&self.db)?;
        Ok(RegisterInfo {
            id: store::changes::first_hash(&self.db)?,
            folder: self.folder.display().to_string(),
            institution: self.institution()?,
            records: store::records::count(&self.db)?,
            first_day,
            last_day,
            last_backup: self.last_backup(),
        })
    }

    pub(crate) fn institution(&self) -> Result<String> {
        Ok(store::settings::get(&self.db, INSTITUTION)?.unwrap_or_default())
    }

    pub(crate) fn db(&self) -> &Connection {
        &self.db
    }

    pub(crate) fn finder(&self) -> RefMut<'_, Finder> {
        self.finder.borrow_mut()
    }

    /// Does `work` whole or not at all, and enters it in the change log.
    pub(crate) fn change<T>(
        &mut self,
        context: &Context,
        operation: Operation,
        work: impl FnOnce(&mut Change) -> Result<T>,
    ) -> Result<T> {
        self.change_if(context, operation, |change| Ok((work(change)?, Keep::Yes)))
    }

    /// Does `work`, and keeps it only where it says so.
    pub(crate) fn change_if<T>(
        &mut self,
        context: &Context,
        operation: Operation,
        work: impl FnOnce(&mut Change) -> Result<(T, Keep)>,
    ) -> Result<T> {
        change::change(&mut self.db, &mut self.seal, self.finder.get_mut(), context, operation, work)
    }

    /// A failure of the database, told in the words of the register's folder.
    pub(crate) fn explain(&self, error: Error) -> Error {
        match (error, self.still_there()) {
            // A stick that goes while the database reads or writes shows as a failure of the database.
            (Error::Store(_), Err(vanished)) => vanished,
            (error, _) => store::explain(&self.folder, error),
        }
    }
}

/// What tells a file from another that takes its name: device and number, where the system has them.
#[cfg(unix)]
type Identity = (u64, u64);
#[cfg(not(unix))]
type Identity = ();

/// Of the database in a folder; nothing where there is none.
fn identity(folder: &Path) -> Option<Identity> {
    let file = folder.join(DATABASE).metadata().ok().filter(std::fs::Metadata::is_file)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        Some((file.dev(), file.ino()))
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        Some(())
    }
}

/// Makes a register in an empty or new folder; where that fails, nothing half-made stays.
pub(crate) fn whole_or_not(folder: &Path, make: impl FnOnce() -> Result<Register>) -> Result<Register> {
    let existed = folder.exists();
    if existed && std::fs::read_dir(folder).map_err(Error::io(folder))?.next().is_some() {
        return Err(Error::FolderNotEmpty { folder: folder.into() });
    }
    std::fs::create_dir_all(folder).map_err(Error::io(folder))?;
    let made = make();
    if made.is_err() {
        // The folder was empty, so all that is in it is ours.
        clear(folder);
        if !existed {
            let _ = std::fs::remove_dir(folder);
        }
    }
    made
}

/// Empties a folder of what this program put there.
fn clear(folder: &Path) {
    for file in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = file.path();
        let _ = if path.is_dir() { std::fs::remove_dir_all(&path) } else { std::fs::remove_file(&path) };
    }
}

/// The setting that holds the name of the institution.
pub(crate) const INSTITUTION: &str = "institution";

impl Drop for Register {
    fn drop(&mut self) {
        // Closing would empty and remove the write-ahead log by its name: that of a file that took this one's place.
        if self.still_there().is_err() {
            let _ = self.db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
            return;
        }
        let _ = std::fs::remove_dir_all(self.folder.join(OPENED));
        // The write-ahead log goes into the file, the file is closed, and only then sealed.
        let checkpointed = store::checkpoint(&self.db).is_ok();
        if let Ok(nothing) = Connection::open_in_memory() {
            drop(std::mem::replace(&mut self.db, nothing));
            if checkpointed {
                self.seal.apply();
            }
        }
    }
}
