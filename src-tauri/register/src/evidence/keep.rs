//! A file on its way into `evidence/`: read once, block by block, hashed as it is written.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::unreadable;
use crate::context::{Context, Stage};
use crate::error::{Error, Result};
use crate::files::{Arriving, check_outside, hex};
use crate::folder::EVIDENCE;

const BLOCK: usize = 1 << 20;

/// A file that lies in `evidence/`.
pub(super) struct Arrived {
    pub sha256: String,
    pub size: u64,
    /// Whether it was not there before.
    pub is_new: bool,
}

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
pub(super) fn keep(context: &Context, register: &Path, path: &Path, most: u64) -> Result<Arrived> {
    let total = size_of(register, path, most)?;
    let evidence = register.join(EVIDENCE);
    fs::create_dir_all(&evidence).map_err(Error::io(&evidence))?;
    let mut source = File::open(path).map_err(unreadable(path))?;
    let mut arriving = Arriving::beside(&evidence.join(ARRIVING)).map_err(Error::io(&evidence))?;
    let (sha256, size) = {
        let pour = Pour { context, stage: Stage::Attaching, from: path, to: &evidence, total, most };
        pour.run(&mut source, &mut arriving)?
    };
    // It may have grown while it was read.
    if size > most {
        return Err(Error::EvidenceTooLarge { path: path.into(), size, most });
    }
    let place = evidence.join(&sha256);
    // Named by its content; a file that was cut or changed since gives way to the sound one.
    let is_new = !place.exists();
    arriving.land_as(&sha256).map_err(Error::io(&place))?;
    Ok(Arrived { sha256, size, is_new })
}

/// The place before the digest is known.
const ARRIVING: &str = "arriving";

/// Copies a file in one step and answers with the digest of what was copied.
pub(super) fn copy(context: &Context, stage: Stage, from: &Path, to: &Path, total: u64) -> Result<String> {
    let mut source = File::open(from).map_err(Error::io(from))?;
    let mut arriving = Arriving::beside(to).map_err(Error::io(to))?;
    let pour = Pour { context, stage, from, to, total, most: u64::MAX };
    let (sha256, _) = pour.run(&mut source, &mut arriving)?;
    arriving.land().map_err(crate::files::told_apart(to))?;
    Ok(sha256)
}

/// A file on its way from one place to another.
struct Pour<'a> {
    context: &'a Context<'a>,
    stage: Stage,
    from: &'a Path,
    to: &'a Path,
    total: u64,
    /// A file that grows while it is read is not followed beyond this.
    most: u64,
}

impl Pour<'_> {
    /// The digest and the number of the bytes that went.
    fn run(&self, source: &mut File, arriving: &mut Arriving) -> Result<(String, u64)> {
        let mut digest = Sha256::new();
        let mut block = vec![0; BLOCK];
        let mut done = 0_u64;
        loop {
            self.context.progress(self.stage, done.min(self.total), self.total)?;
            let read = source.read(&mut block).map_err(unreadable(self.from))?;
            let part = block.get(..read).unwrap_or_default();
            digest.update(part);
            arriving.write_all(part).map_err(Error::io(self.to))?;
            done += part.len() as u64;
            if part.is_empty() || done > self.most {
                return Ok((hex(&digest.finalize()), done));
            }
        }
    }
}
