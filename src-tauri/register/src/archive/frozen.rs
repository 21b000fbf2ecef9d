//! What is frozen of a report, as one JSON: its keys in the order of their declaration, nothing between them, so that
//! the same state is the same bytes. What a later version adds here is optional: the bytes that are kept stay valid.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{ArchivedReport, Sealed};
use crate::counting::{Definition, Figure};
use crate::error::{Error, Result};
use crate::files::hex;
use crate::reports::Document;
use crate::things::Term;
use crate::workdays::{Rules, SpecialDay};

#[derive(Serialize, Deserialize)]
pub(super) struct Frozen {
    pub report: Sealed,
    /// The template.
    pub wording: String,
    pub document: Document,
    pub figures: Vec<FrozenFigure>,
    /// Each record behind any of them, by its name.
    pub records: BTreeMap<String, FrozenRecord>,
    /// The words that the definitions name, and those below them.
    pub words: Vec<Term>,
    pub rules: Rules,
    /// The years that the period touches.
    pub calendar: Vec<FrozenYear>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct FrozenFigure {
    pub figure: Figure,
    pub definition: Definition,
    /// Each record: its name, its counting day, its quantity.
    pub rows: Vec<(String, String, i64)>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct FrozenRecord {
    pub title: String,
    /// Of all its values.
    pub digest: String,
}

#[derive(PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FrozenYear {
    pub year: i32,
    pub known: bool,
    pub days: Vec<SpecialDay>,
}

impl Frozen {
    /// Reads what was frozen of a report where it is still what its seal says.
    pub(super) fn read(folder: &Path, report: &ArchivedReport) -> Result<Frozen> {
        let name = || format!("{}.json", report.sealed.id);
        let place = folder.join(&report.sha256);
        let bytes = std::fs::read(&place).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Error::ArchiveLost { name: name() },
            _ => Error::io(&place)(error),
        })?;
        if hex(&Sha256::digest(&bytes)) != report.sha256 {
            return Err(Error::ArchiveChanged { name: name() });
        }
        serde_json::from_slice(&bytes).map_err(|error| Error::Internal { detail: error.to_string() })
    }
}
