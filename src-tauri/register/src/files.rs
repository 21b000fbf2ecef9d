//! Files that are there whole or not at all: written beside their place, flushed to the disk, then renamed.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::{Error, Result};

/// A file on its way to its place. Dropped before [`Arriving::land`], nothing of it stays.
pub(crate) struct Arriving {
    place: PathBuf,
    temporary: PathBuf,
    file: Option<File>,
}

impl Arriving {
    /// Begins a file beside its place: a rename within one folder is one step on every file system.
    pub(crate) fn beside(place: &Path) -> io::Result<Arriving> {
        let temporary = temporary_of(place);
        let file = File::create(&temporary)?;
        Ok(Arriving { place: place.into(), temporary, file: Some(file) })
    }

    pub(crate) fn place(&self) -> &Path {
        &self.place
    }

    /// Flushed to the disk and closed: Windows does not rename what is open.
    pub(crate) fn close(&mut self) -> io::Result<()> {
        match self.file.take() {
            Some(file) => file.sync_all(),
            None => Ok(()),
        }
    }

    /// Takes another name in its folder, one that was not known before it was written.
    pub(crate) fn land_as(mut self, name: &str) -> io::Result<()> {
        self.place.set_file_name(name);
        self.land()
    }

    /// Takes its place, in one step, from whatever was there.
    pub(crate) fn land(mut self) -> io::Result<()> {
        self.close()?;
        fs::rename(&self.temporary, &self.place)?;
        // The rename itself reaches the disk where a folder can be flushed; Windows needs and allows none.
        if let Some(Ok(folder)) = self.place.parent().map(File::open) {
            let _ = folder.sync_all();
        }
        Ok(())
    }
}

impl Write for Arriving {
    fn write(&mut self, block: &[u8]) -> io::Result<usize> {
        match &mut self.file {
            Some(file) => file.write(block),
            None => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), File::flush)
    }
}

impl Drop for Arriving {
    fn drop(&mut self) {
        drop(self.file.take());
        // Once landed there is nothing under this name.
        let _ = fs::remove_file(&self.temporary);
    }
}

/// How the name of a file on its way ends.
const TEMPORARY: &str = ".sunreg.tmp";

/// The same for the same place, so that what a power cut left behind is taken up again; and short, since a name
/// may be as long as the file system allows.
pub(crate) fn temporary_of(place: &Path) -> PathBuf {
    let name = place.file_name().unwrap_or_default();
    let digest = hex(&Sha256::digest(name.to_string_lossy().as_bytes()));
    place.with_file_name(format!(".{}{TEMPORARY}", digest.get(..16).unwrap_or(&digest)))
}

/// Whether a file is what a power cut left of one on its way.
pub(crate) fn is_temporary(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(TEMPORARY))
}

/// Copies a file into its place, block by block.
pub(crate) fn copy(from: &Path, place: &Path) -> io::Result<()> {
    let mut source = File::open(from)?;
    let mut arriving = Arriving::beside(place)?;
    io::copy(&mut source, &mut arriving)?;
    arriving.land()
}

/// Puts a whole file in its place.
pub(crate) fn replace(place: &Path, content: &[u8]) -> io::Result<()> {
    let mut arriving = Arriving::beside(place)?;
    arriving.write_all(content)?;
    arriving.land()
}

/// That a person's choice of a place can be written: told before any work is done for it.
pub(crate) fn check_place(place: &Path) -> Result<()> {
    let Some(folder) = folder_of(place) else { return Err(Error::NotAFile { path: place.into() }) };
    if !folder.is_dir() {
        return Err(Error::FolderMissing { folder: folder.into() });
    }
    if place.file_name().is_none() || place.is_dir() {
        return Err(Error::NotAFile { path: place.into() });
    }
    // A file may be replaced although it is read-only: it was protected on purpose.
    match OpenOptions::new().write(true).open(place) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(told_apart(place)(error)),
    }
}

/// That a place lies outside a register's folder: told before anything there is so much as opened, since closing a
/// second handle of the database gives up its lock (SQLite, "How To Corrupt", 2.2).
pub(crate) fn check_outside(register: &Path, place: &Path) -> Result<()> {
    let register = settled(register);
    // The folder it would be written into; and, where it is a link, what it leads to.
    if [settled_place(place), settled(place)].iter().any(|place| place.starts_with(&register)) {
        return Err(Error::InsideRegister { path: place.into() });
    }
    Ok(())
}

/// Whether two places are one file. Names that differ in case alone are one on Windows and macOS: taken so everywhere.
pub(crate) fn same_file(one: &Path, other: &Path) -> bool {
    let name = |place: &Path| settled_place(place).to_string_lossy().to_lowercase();
    name(one) == name(other) || settled(one) == settled(other)
}

/// Where a file lies or would lie: its folder without links and detours.
fn settled_place(place: &Path) -> PathBuf {
    match (folder_of(place), place.file_name()) {
        (Some(folder), Some(name)) => settled(folder).join(name),
        _ => std::path::absolute(place).unwrap_or_else(|_| place.into()),
    }
}

/// A path without links and detours, as far as it is there and its drive can tell.
fn settled(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| settled_place(path))
}

/// The folder of a file, `.` where it is named by its name alone.
fn folder_of(place: &Path) -> Option<&Path> {
    place.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder })
}

/// The failures of writing that a clerk can do something about, told apart.
pub(crate) fn told_apart(place: &Path) -> impl FnOnce(io::Error) -> Error {
    /// ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION (Windows, System Error Codes 0–499): Word and Excel keep
    /// what they show locked.
    const LOCKED: [i32; 2] = [32, 33];
    let path = place.to_path_buf();
    move |error| match error.raw_os_error() {
        Some(code) if cfg!(windows) && LOCKED.contains(&code) => Error::FileBusy { path },
        _ if matches!(error.kind(), io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy) => {
            Error::FileBusy { path }
        }
        _ if matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem) => {
            Error::FileReadOnly { path }
        }
        _ => Error::io(path)(error),
    }
}

/// Bytes as hexadecimal text.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_there_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("年报.docx");
        replace(&place, b"old").unwrap();
        let mut arriving = Arriving::beside(&place).unwrap();
        arriving.write_all(b"half").unwrap();
        drop(arriving);
        assert_eq!(fs::read(&place).unwrap(), b"old");
        replace(&place, b"new").unwrap();
        assert_eq!(fs::read(&place).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_name_as_long_as_can_be_has_room_for_its_temporary() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("报".repeat(83) + ".docx");
        replace(&place, b"whole").unwrap();
        assert_eq!(fs::read(&place).unwrap(), b"whole");
    }

    #[test]
    fn a_place_that_cannot_be_written_is_told_in_its_own_words() {
        let folder = tempfile::tempdir().unwrap();
        let code = |place: PathBuf| check_place(&place).err().map(|error| error.code());
        assert_eq!(code(folder.path().join("年报.docx")), None);
        assert_eq!(code(folder.path().join("没有/年报.docx")), Some("folder_missing"));
        assert_eq!(code(folder.path().to_path_buf()), Some("not_a_file"));
        let there = folder.path().join("在.docx");
        fs::write(&there, b"").unwrap();
        assert_eq!(code(there), None);
    }

    #[test]
    fn a_place_inside_a_register_is_seen_through_detours() {
        let folder = tempfile::tempdir().unwrap();
        let at = |path: &str| folder.path().join(path);
        let register = at("台账");
        fs::create_dir_all(register.join("evidence")).unwrap();
        fs::create_dir_all(at("台账2/内")).unwrap();
        fs::write(register.join("register.db"), b"").unwrap();
        let mut inside = vec![
            at("台账/register.db"),
            at("台账/年报.docx"),
            at("台账/evidence/x.docx"),
            at("台账/没有/x.docx"),
            at("台账2/../台账/x.docx"),
            at("台账2/内/../../台账/evidence/../x.docx"),
        ];
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(&register, at("别名")).unwrap();
            std::os::unix::fs::symlink(register.join("register.db"), at("链接.docx")).unwrap();
            inside.extend([at("别名/x.docx"), at("链接.docx")]);
        }
        for place in inside {
            let told = check_outside(&register, &place).unwrap_err();
            assert_eq!(told.code(), "inside_register", "{}", place.display());
        }
        for place in [at("年报.docx"), at("台账2/年报.docx"), at("台账.docx"), at("台账/../年报.docx")] {
            check_outside(&register, &place).unwrap();
        }
    }

    #[test]
    fn one_file_is_known_by_all_its_names() {
        let folder = tempfile::tempdir().unwrap();
        let at = |path: &str| folder.path().join(path);
        fs::create_dir(at("内")).unwrap();
        for other in ["年报.A", "内/../年报.a", "./年报.a"] {
            assert!(same_file(&at("年报.a"), &at(other)), "{other}");
        }
        assert!(!same_file(&at("年报.a"), &at("年报.b")));
        assert!(!same_file(&at("年报.a"), &at("内/年报.a")));
    }
}
