//! Files kept by their content, in `evidence/` and `archive/`: each under its SHA-256, and the same content once.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::context::{Context, Stage};
use crate::error::{Error, Result};
use crate::files::{Arriving, hex, told_apart};

const BLOCK: usize = 1 << 20;

/// The place of a file before its digest is known.
const ARRIVING: &str = "arriving";

/// A file on its way, hashed as it is written.
pub(crate) struct Hashed {
    file: Arriving,
    digest: Sha256,
    size: u64,
}

impl Hashed {
    /// Begins a file that is to be kept in a folder.
    pub(crate) fn within(folder: &Path) -> Result<Hashed> {
        fs::create_dir_all(folder).map_err(Error::io(folder))?;
        Hashed::beside(&folder.join(ARRIVING)).map_err(Error::io(folder))
    }

    fn beside(place: &Path) -> io::Result<Hashed> {
        Ok(Hashed { file: Arriving::beside(place)?, digest: Sha256::new(), size: 0 })
    }

    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    pub(crate) fn place(&self) -> &Path {
        self.file.place()
    }

    /// Takes its place under its digest; a file there that was cut or changed since gives way to the sound one.
    pub(crate) fn keep(self) -> Result<Landed> {
        let sha256 = hex(&self.digest.finalize());
        let place = self.file.place().with_file_name(&sha256);
        let is_new = !place.exists();
        self.file.land_as(&sha256).map_err(Error::io(&place))?;
        Ok(Landed { sha256, size: self.size, unknown: is_new.then_some(place) })
    }
}

impl Write for Hashed {
    fn write(&mut self, block: &[u8]) -> io::Result<usize> {
        let written = self.file.write(block)?;
        self.digest.update(block.get(..written).unwrap_or_default());
        self.size += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// A file that lies among the kept ones. Nothing knows of it yet: where it is new it goes again unless it is to stay.
pub(crate) struct Landed {
    pub sha256: String,
    pub size: u64,
    unknown: Option<PathBuf>,
}

impl Landed {
    /// The register knows of it now.
    pub(crate) fn stay(mut self) {
        self.unknown = None;
    }
}

impl Drop for Landed {
    fn drop(&mut self) {
        if let Some(place) = self.unknown.take() {
            let _ = fs::remove_file(place);
        }
    }
}

/// A stream of bytes from one place to another, told of as it goes.
pub(crate) struct Pour<'a> {
    pub context: &'a Context<'a>,
    pub stage: Stage,
    pub total: u64,
    /// A file that grows while it is read is not followed beyond this.
    pub most: u64,
}

impl Pour<'_> {
    pub(crate) fn run(
        &self,
        source: &mut impl Read,
        unreadable: impl Fn(io::Error) -> Error,
        to: &mut Hashed,
        unwritable: impl Fn(io::Error) -> Error,
    ) -> Result<()> {
        let mut block = vec![0; BLOCK];
        loop {
            self.context.progress(self.stage, to.size.min(self.total), self.total)?;
            let read = source.read(&mut block).map_err(&unreadable)?;
            let part = block.get(..read).unwrap_or_default();
            to.write_all(part).map_err(&unwritable)?;
            if part.is_empty() || to.size > self.most {
                return Ok(());
            }
        }
    }
}

/// A copy of a kept file on its way to a place; nothing where its content is no longer what its name says.
pub(crate) fn copy_of(context: &Context, kept: &Path, total: u64, place: &Path) -> Result<Option<Arriving>> {
    let mut source = File::open(kept).map_err(Error::io(kept))?;
    let mut copy = Hashed::beside(place).map_err(told_apart(place))?;
    let pour = Pour { context, stage: Stage::Copying, total, most: u64::MAX };
    pour.run(&mut source, |error| Error::io(kept)(error), &mut copy, |error| told_apart(place)(error))?;
    let found = hex(&copy.digest.finalize());
    Ok(kept.file_name().is_some_and(|name| name.to_string_lossy() == found).then_some(copy.file))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::Unwatched;

    fn kept(folder: &Path, content: &[u8]) -> Landed {
        let mut file = Hashed::within(folder).unwrap();
        file.write_all(content).unwrap();
        file.keep().unwrap()
    }

    #[test]
    fn what_nothing_came_to_know_of_goes_again_and_what_was_there_before_stays() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("archive");
        let sha256 = {
            let unknown = kept(&folder, "年报".as_bytes());
            assert!(folder.join(&unknown.sha256).is_file() && unknown.size == 6);
            unknown.sha256.clone()
        };
        assert!(!folder.join(&sha256).exists());
        kept(&folder, "年报".as_bytes()).stay();
        drop(kept(&folder, "年报".as_bytes()));
        assert_eq!(fs::read(folder.join(&sha256)).unwrap(), "年报".as_bytes());
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    }

    #[test]
    fn a_copy_is_begun_only_of_what_is_still_what_its_name_says() {
        let context =
            Context { now: chrono::NaiveDateTime::default(), who: "test", lang: crate::Lang::Zh, watch: &Unwatched };
        let place = tempfile::tempdir().unwrap();
        let file = kept(place.path(), b"whole");
        let (source, copy) = (place.path().join(&file.sha256), place.path().join("copy.docx"));
        copy_of(&context, &source, 5, &copy).unwrap().unwrap().land().unwrap();
        assert_eq!(fs::read(&copy).unwrap(), b"whole");
        fs::write(&source, b"whale").unwrap();
        assert!(copy_of(&context, &source, 5, &copy).unwrap().is_none());
        assert_eq!(fs::read(&copy).unwrap(), b"whole");
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 2);
    }
}
