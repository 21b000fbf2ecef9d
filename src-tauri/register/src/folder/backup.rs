//! Backups: a whole register folder, made while the register is open, proven before it is called a backup.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ARCHIVE, BACKUPS, EVIDENCE, Register, RegisterInfo, clear, verify};
use crate::change::json;
use crate::context::{Context, Stage};
use crate::error::{Error, Result};
use crate::files::{copy, is_temporary, replace};
use crate::seal::{DATABASE, Seal, SealState, WRITE_AHEAD};
use crate::store;

/// Where a backup lies, how many records it holds, and whether it passed every check. A register with a fault can be
/// backed up too, so that nothing is lost; its copy has the fault, and is not verified.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BackupMade {
    pub backup: String,
    pub records: u64,
    pub verified: bool,
}

/// When a register was last backed up.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LastBackup {
    /// Local time, `2023-11-20T09:30:00`.
    pub at: String,
    pub path: String,
    /// Whether the copy passed every check.
    pub verified: bool,
}

/// What is kept by its content, and goes with the database.
const KEPT: [&str; 2] = [EVIDENCE, ARCHIVE];

/// In `backups/`: a [`LastBackup`].
const LAST: &str = "last.json";

impl Register {
    /// Copies the register into a new folder inside `to`, or inside its own `backups/`, and verifies the copy.
    pub fn backup(&self, context: &Context, to: Option<&Path>) -> Result<BackupMade> {
        let place = to.map_or_else(|| self.folder.join(BACKUPS), Path::to_path_buf);
        fs::create_dir_all(&place).map_err(Error::io(&place))?;
        let target = free_name(&place, &context.now.format("%Y%m%d-%H%M%S").to_string());
        let partial = target.with_extension("partial");
        let done = self.copy_into(context, &partial).and_then(|records| {
            let verified = verify(context, &partial)?.ok;
            fs::rename(&partial, &target).map_err(Error::io(&target))?;
            self.note_backup(context, &target, verified);
            Ok(BackupMade { backup: target.display().to_string(), records, verified })
        });
        if done.is_err() {
            let _ = fs::remove_dir_all(&partial);
        }
        done
    }

    /// When and where the last backup was made. It only informs: a missing or unreadable note says nothing.
    pub(super) fn last_backup(&self) -> Option<LastBackup> {
        serde_json::from_slice(&fs::read(self.folder.join(BACKUPS).join(LAST)).ok()?).ok()
    }

    fn note_backup(&self, context: &Context, target: &Path, verified: bool) {
        let last = LastBackup {
            at: context.now.format("%Y-%m-%dT%H:%M:%S").to_string(),
            path: target.display().to_string(),
            verified,
        };
        // The copy is made; that it cannot be noted does not unmake it.
        let _ = replace(&self.folder.join(BACKUPS).join(LAST), json(&last).as_bytes());
    }

    fn copy_into(&self, context: &Context, folder: &Path) -> Result<u64> {
        fs::create_dir_all(folder).map_err(Error::io(folder))?;
        let file = folder.join(DATABASE);
        {
            let mut copy = Connection::open(&file).map_err(|e| store::explain(folder, e.into()))?;
            let backup = Backup::new(&self.db, &mut copy)?;
            loop {
                let step = backup.step(2048).map_err(|e| store::explain(folder, e.into()))?;
                let progress = backup.progress();
                let total = u64::try_from(progress.pagecount).unwrap_or_default();
                let left = u64::try_from(progress.remaining).unwrap_or_default();
                context.progress(Stage::Copying, total.saturating_sub(left), total)?;
                match step {
                    StepResult::Done => break,
                    StepResult::More => {}
                    // The register is locked by this program; nobody else can hold it.
                    _ => return Err(Error::RegisterBusy { folder: self.folder.clone() }),
                }
            }
        }
        copy_kept(context, &self.folder, folder)?;
        let backups = folder.join(BACKUPS);
        fs::create_dir_all(&backups).map_err(Error::io(&backups))?;
        sync(&file)?;
        match self.seal.state()? {
            SealState::Broken => Seal::of(folder).mark_broken()?,
            SealState::Whole | SealState::Lifted => Seal::of(folder).renew()?,
        }
        store::records::count(&self.db)
    }
}

/// Puts a backup in a register's place. The backup is verified first; an existing register only gives way with
/// `replace`, after it was backed up into its own `backups/`.
pub fn restore(context: &Context, backup: &Path, folder: &Path, replace: bool) -> Result<RegisterInfo> {
    if !backup.join(DATABASE).is_file() {
        return Err(Error::NotABackup { folder: backup.into() });
    }
    let verified = verify(context, backup)?;
    if let Some(fault) = verified.checks.into_iter().find(|check| !check.ok) {
        return Err(Error::BackupFaulty { folder: backup.into(), detail: fault.detail });
    }
    let exists = folder.join(DATABASE).exists();
    if exists {
        if !replace {
            return Err(Error::RegisterExists { folder: folder.into() });
        }
        set_aside(context, folder)?;
    } else if folder.exists() && fs::read_dir(folder).map_err(Error::io(folder))?.next().is_some() {
        return Err(Error::RestoreIntoOther { folder: folder.into() });
    }
    let put = put_in_place(context, backup, folder);
    if put.is_err() && !exists {
        // The folder was empty, so all that is in it is ours.
        clear(folder);
    }
    put?;
    Register::open(folder)?.info()
}

/// Copies what a backup holds into a register's folder; the database last, in one step.
fn put_in_place(context: &Context, backup: &Path, folder: &Path) -> Result<()> {
    for part in [EVIDENCE, BACKUPS] {
        let path = folder.join(part);
        fs::create_dir_all(&path).map_err(Error::io(&path))?;
    }
    copy_kept(context, backup, folder)?;
    let file = folder.join(DATABASE);
    let arriving = folder.join("register.db.restoring");
    let copied = fs::copy(backup.join(DATABASE), &arriving)
        .map_err(Error::io(&arriving))
        .and_then(|_| sync(&arriving))
        .and_then(|()| {
            // A write-ahead log belongs to the file it was written for.
            for leftover in [WRITE_AHEAD, "register.db-shm"] {
                let path = folder.join(leftover);
                if path.exists() {
                    fs::remove_file(&path).map_err(Error::io(&path))?;
                }
            }
            fs::rename(&arriving, &file).map_err(Error::io(&file))
        });
    if copied.is_err() {
        let _ = fs::remove_file(&arriving);
    }
    copied?;
    KEPT.into_iter().try_for_each(|kept| drop_files_of_others(&backup.join(kept), &folder.join(kept)))?;
    Seal::of(folder).renew()
}

/// Files that came after the backup belong to nothing in it. What gave way was set aside with them before.
fn drop_files_of_others(backup: &Path, folder: &Path) -> Result<()> {
    for file in fs::read_dir(folder).map_err(Error::io(folder))? {
        let file = file.map_err(Error::io(folder))?;
        if !backup.join(file.file_name()).exists() {
            fs::remove_file(file.path()).map_err(Error::io(file.path()))?;
        }
    }
    Ok(())
}

/// Backs up the register that is about to be replaced: as a backup where it is sound, file by file where it is not.
fn set_aside(context: &Context, folder: &Path) -> Result<()> {
    let kept = Register::open(folder).and_then(|register| register.backup(context, None));
    match kept {
        Ok(_) => Ok(()),
        Err(error @ (Error::RegisterBusy { .. } | Error::RegisterReadOnly { .. } | Error::Cancelled)) => Err(error),
        Err(_) => {
            let place = folder.join(BACKUPS);
            let aside = free_name(&place, &context.now.format("%Y%m%d-%H%M%S-damaged").to_string());
            fs::create_dir_all(&aside).map_err(Error::io(&aside))?;
            for name in [DATABASE, WRITE_AHEAD] {
                let from = folder.join(name);
                if from.exists() {
                    fs::copy(&from, aside.join(name)).map_err(Error::io(&from))?;
                }
            }
            copy_kept(context, folder, &aside)
        }
    }
}

/// Copies the folders of files that are named by their content.
fn copy_kept(context: &Context, from: &Path, to: &Path) -> Result<()> {
    KEPT.into_iter().try_for_each(|kept| copy_files(context, &from.join(kept), &to.join(kept)))
}

fn copy_files(context: &Context, from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).map_err(Error::io(to))?;
    if !from.exists() {
        return Ok(());
    }
    let files: Vec<_> = fs::read_dir(from).map_err(Error::io(from))?.collect();
    let total = files.len() as u64;
    for (done, file) in files.into_iter().enumerate() {
        context.progress(Stage::Copying, done as u64, total)?;
        let source = file.map_err(Error::io(from))?.path();
        let target = to.join(source.file_name().unwrap_or_default());
        let alike = |target: &Path| {
            let length = |path: &Path| path.metadata().ok().map(|file| file.len());
            target.exists() && length(target) == length(&source)
        };
        // Named by its content: what is there in its whole length already is the same.
        if !is_temporary(&source) && !alike(&target) {
            copy(&source, &target).map_err(Error::io(&target))?;
        }
    }
    Ok(())
}

fn sync(file: &Path) -> Result<()> {
    fs::OpenOptions::new().write(true).open(file).and_then(|file| file.sync_all()).map_err(Error::io(file))
}

/// `name` inside `place`, or `name-2`, `name-3` … where it is taken.
fn free_name(place: &Path, name: &str) -> PathBuf {
    let mut target = place.join(name);
    let mut number = 2;
    while target.exists() {
        target = place.join(format!("{name}-{number}"));
        number += 1;
    }
    target
}
