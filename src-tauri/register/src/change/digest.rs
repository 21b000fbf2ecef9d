//! The digests by which the log holds the rows of an import: those that it brought, and those that it refused.

use sha2::{Digest, Sha256};

use crate::files::hex;
use crate::store::leftovers::Refused;
use crate::things::{Origin, Thing, Values};

/// The digest of an import's rows: each thing's in the order of their numbers, then all seven together.
#[derive(Default)]
pub(crate) struct RowsDigest([Sha256; Thing::ALL.len()]);

impl RowsDigest {
    pub(crate) fn add(&mut self, id: i64, values: &Values, withdrawn: Option<&str>, origin: &Origin) {
        let line = format!(
            "{id}\u{1f}{}\u{1f}{}\u{1f}{}\u{1f}{}\u{1f}{}\n",
            origin.batch,
            origin.sheet,
            origin.row,
            withdrawn.unwrap_or_default(),
            values.canonical()
        );
        if let Some(digest) = self.0.get_mut(values.thing() as usize) {
            digest.update(line);
        }
    }

    pub(crate) fn finish(self) -> String {
        let mut all = Sha256::new();
        for digest in self.0 {
            all.update(digest.finalize());
        }
        hex(&all.finalize())
    }
}

/// The digest of the rows that an import refused, in the order of their numbers.
#[derive(Default)]
pub(crate) struct RefusedDigest(Sha256);

impl RefusedDigest {
    pub(crate) fn add(&mut self, id: i64, origin: &Origin, refused: &Refused) {
        let Origin { batch, sheet, row } = origin;
        let Refused { thing, values, cells, faults } = refused;
        for part in [&format!("{id}/{batch}/{sheet}/{row}"), thing, values, cells, faults] {
            self.0.update((part.len() as u64).to_be_bytes());
            self.0.update(part);
        }
    }

    pub(crate) fn finish(self) -> String {
        hex(&self.0.finalize())
    }
}
