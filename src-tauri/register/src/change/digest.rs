//! The digests by which the log holds the rows of an import: those that it brought, and those that it refused.

use sha2::{Digest, Sha256};

use crate::files::hex;
use crate::store::leftovers::Refused;
use crate::things::{Origin, Thing, Values};

/// The digest of an import's rows: each thing's in the order of their numbers, then all things together. The first
/// seven are taken in always and each later one only where it has rows, so that what was digested before there were
/// more holds.
#[derive(Default)]
pub(crate) struct RowsDigest([Rows; Thing::ALL.len()]);

/// How many things there were when the first imports were digested.
const FIRST: usize = 7;

#[derive(Default)]
struct Rows {
    digest: Sha256,
    any: bool,
}

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
        if let Some(rows) = self.0.get_mut(values.thing() as usize) {
            rows.digest.update(line);
            rows.any = true;
        }
    }

    pub(crate) fn finish(self) -> String {
        let mut all = Sha256::new();
        for (place, rows) in self.0.into_iter().enumerate() {
            if place < FIRST || rows.any {
                all.update(rows.digest.finalize());
            }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::things::Value;

    #[test]
    fn what_was_digested_when_there_were_seven_things_holds() {
        let origin = Origin { batch: 1, sheet: 0, row: 4 };
        let of = |thing, field| {
            let mut values = Values::new(thing);
            values.set(field, Value::Text("甲".into()));
            values
        };
        let digest = |rows: &[Values]| {
            let mut digest = RowsDigest::default();
            rows.iter().for_each(|values| digest.add(1, values, None, &origin));
            digest.finish()
        };
        let item = of(Thing::Publication, "title");
        let mut seven = vec![Sha256::new(); 7];
        seven[0].update("1\u{1f}1\u{1f}0\u{1f}4\u{1f}\u{1f}title=3:甲\u{1e}\n");
        let mut all = Sha256::new();
        seven.into_iter().for_each(|part| all.update(part.finalize()));
        assert_eq!(digest(std::slice::from_ref(&item)), hex(&all.finalize()));
        assert_ne!(digest(&[item.clone(), of(Thing::Notice, "name")]), digest(&[item]));
    }
}
