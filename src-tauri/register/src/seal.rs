//! The seal: the SHA-256 of `register.db` as this program last closed it, in `register.seal` beside it.
//!
//! It is lifted before the first change of a session and set anew when the register is closed, so that a byte
//! that changed in between is seen wherever in the file it lies. A broken seal is kept as `register.seal.broken`
//! and stays until the register is restored.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::files::{hex, replace};

/// The file that is sealed.
pub(crate) const DATABASE: &str = "register.db";
/// What SQLite keeps beside it while it is open.
pub(crate) const WRITE_AHEAD: &str = "register.db-wal";
const SEAL: &str = "register.seal";
const BROKEN: &str = "register.seal.broken";

pub(crate) struct Seal {
    folder: PathBuf,
    lifted: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SealState {
    Whole,
    /// The file is not as this program left it.
    Broken,
    /// The last session did not end cleanly, or one is under way.
    Lifted,
}

impl Seal {
    pub(crate) fn of(folder: &Path) -> Seal {
        Seal { folder: folder.into(), lifted: false }
    }

    pub(crate) fn state(&self) -> Result<SealState> {
        if self.folder.join(BROKEN).exists() {
            return Ok(SealState::Broken);
        }
        let seal = self.folder.join(SEAL);
        let stated = match fs::read_to_string(&seal) {
            Ok(stated) => stated,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(SealState::Lifted),
            Err(error) => return Err(Error::io(&seal)(error)),
        };
        // The seal is lifted before this program writes: a write-ahead log beside it is somebody else's.
        let log = self.folder.join(WRITE_AHEAD);
        if !self.lifted && log.metadata().is_ok_and(|log| log.len() > 0) {
            return Ok(SealState::Broken);
        }
        let file = self.folder.join(DATABASE);
        let found = digest(&file)?;
        Ok(if stated.trim() == found { SealState::Whole } else { SealState::Broken })
    }

    /// Before the first change of a session.
    pub(crate) fn release(&mut self) -> Result<()> {
        if self.lifted {
            return Ok(());
        }
        let seal = self.folder.join(SEAL);
        let done = match self.state()? {
            SealState::Whole => fs::remove_file(&seal),
            SealState::Broken if seal.exists() => fs::rename(&seal, self.folder.join(BROKEN)),
            SealState::Broken | SealState::Lifted => Ok(()),
        };
        done.map_err(Error::io(&seal))?;
        self.lifted = true;
        Ok(())
    }

    /// After the register is closed. A register that cannot be sealed is still whole; the next check says so.
    pub(crate) fn apply(&self) {
        let seal = self.folder.join(SEAL);
        if self.lifted || !seal.exists() {
            let _ = digest(&self.folder.join(DATABASE)).map(|found| replace(&seal, found.as_bytes()));
        }
    }

    /// A copy of a register that was changed outside is one too.
    pub(crate) fn mark_broken(&self) -> Result<()> {
        let broken = self.folder.join(BROKEN);
        replace(&broken, b"").map_err(Error::io(&broken))
    }

    /// A restored register starts whole.
    pub(crate) fn renew(&self) -> Result<()> {
        let broken = self.folder.join(BROKEN);
        if broken.exists() {
            fs::remove_file(&broken).map_err(Error::io(&broken))?;
        }
        let seal = self.folder.join(SEAL);
        let found = digest(&self.folder.join(DATABASE))?;
        replace(&seal, found.as_bytes()).map_err(Error::io(&seal))
    }
}

/// The SHA-256 of a file, as hexadecimal text.
fn digest(path: &Path) -> Result<String> {
    digest_watched(path, || Ok(()))
}

/// The same, asking before each block whether the work is to go on.
pub(crate) fn digest_watched(path: &Path, mut watch: impl FnMut() -> Result<()>) -> Result<String> {
    let mut file = fs::File::open(path).map_err(Error::io(path))?;
    let mut digest = Sha256::new();
    let mut block = vec![0; 1 << 20];
    loop {
        watch()?;
        let read = file.read(&mut block).map_err(Error::io(path))?;
        if read == 0 {
            return Ok(hex(&digest.finalize()));
        }
        digest.update(&block[..read]);
    }
}
