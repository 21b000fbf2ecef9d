//! A file on its way into `evidence/`: read once, block by block, hashed as it is written.

use std::fs::{self, File};
use std::path::Path;

use super::unreadable;
use crate::context::{Context, Stage};
use crate::error::{Error, Result};
use crate::files::check_outside;
use crate::folder::EVIDENCE;
use crate::kept::{Hashed, Landed, Pour};

/// The size of a file that may be kept as evidence, as far as can be told before it is read.
pub(super) fn size_of(register: &Path, path: &Path, most: u64) -> Result<u64> {
    check_outside(register, path).map_err(|error| match error {
        Error::InsideRegister { path } => Error::EvidenceInside { path },
        other => other,
    })?;
    let metadata = fs::metadata(path).map_err(unreadable(path))?;
    if !metadata.is_file() {
        // A pipe or a device would be read for ever.
        return Err(Error::EvidenceNotAFile { path: path.into() });
    }
    match metadata.len() {
        0 => Err(Error::EvidenceEmpty { path: path.into() }),
        size if size > most => Err(Error::EvidenceTooLarge { path: path.into(), size, most }),
        size => Ok(size),
    }
}

/// Copies a file into `evidence/`. Where that fails, or is cancelled, nothing of it stays.
pub(super) fn keep(context: &Context, register: &Path, path: &Path, most: u64) -> Result<Landed> {
    let total = size_of(register, path, most)?;
    let evidence = register.join(EVIDENCE);
    let mut source = File::open(path).map_err(unreadable(path))?;
    let mut arriving = Hashed::within(&evidence)?;
    let pour = Pour { context, stage: Stage::Attaching, total, most };
    pour.run(&mut source, |error| unreadable(path)(error), &mut arriving, |error| Error::io(&evidence)(error))?;
    // It may have grown while it was read.
    if arriving.size() > most {
        return Err(Error::EvidenceTooLarge { path: path.into(), size: arriving.size(), most });
    }
    arriving.keep()
}
