//! Workbook → rows → a verdict for each row → one batch that can be taken back.

mod corrections;
mod dictionary;
mod flags;
mod leftovers;
mod mapping;
mod meaning;
mod offered;
mod origins;
mod pasted;
mod recognise;
mod row;
mod verdicts;
mod workbook;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::change::Operation;
use crate::context::Context;
use crate::error::{Error, Lang, Result};
use crate::fault::{Fault, FaultCode};
use crate::folder::Register;
use crate::store;
use crate::things::Dimension;
use origins::RowOrigin;

pub use crate::store::batches::Batch;
pub(crate) use crate::store::batches::{batch_id, batch_number};
pub use corrections::Correction;
pub(crate) use flags::read_flag;
pub(crate) use leftovers::check_waiting;
pub use leftovers::{Leftover, LeftoverBatch, LeftoverList, LeftoversRequest, leave_out, leftover, leftovers, settle};
pub use mapping::{ColumnMapping, Inspection, Mapping, SheetInspection, SheetMapping};
pub use offered::{ExportRefused, Written, blank_ledger, export_refused};
pub(crate) use pasted::{Headed, Pasted, cells, under_a_header};
pub(crate) use workbook::{Workbook, decoded};

/// Which workbook, and how.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ImportRequest {
    pub workbook: PathBuf,
    /// Shows what would come of it, and changes nothing.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub dry_run: bool,
    /// Refuses rows with words that the vocabulary lacks, instead of adding the words.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub strict: bool,
    /// How sheets and columns are to be read, where recognition fell short. Remembered.
    #[ts(optional)]
    pub mapping: Option<Mapping>,
    /// Cells that were put right in the window.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<Correction>>")]
    pub corrections: Vec<Correction>,
}

/// What came of an import, or would.
#[derive(Debug, Serialize, TS)]
pub struct ImportAnswer {
    /// Empty after a dry run, or where nothing was accepted.
    pub batch: Option<String>,
    /// Words that the vocabulary lacked and got.
    pub new_terms: Vec<NewTerm>,
    /// Case files that were made of replies about disclosure work.
    pub case_files: u64,
    pub sheets: Vec<SheetVerdict>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct NewTerm {
    pub dimension: Dimension,
    pub name: String,
    /// Words that it may mean, and that were there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub near: Vec<String>,
}

/// The verdicts on one sheet. `into` is empty where the sheet was not recognised.
#[derive(Debug, Serialize, TS)]
pub struct SheetVerdict {
    pub sheet: String,
    pub into: Option<String>,
    pub rows: u64,
    pub accepted: u64,
    pub duplicates: Vec<Duplicate>,
    pub refused: Vec<Refusal>,
    pub warnings: Vec<Warning>,
}

/// A row that repeats another.
#[derive(Debug, Serialize, TS)]
pub struct Duplicate {
    pub row: u32,
    pub of: Original,
}

/// The first of its kind: a row of the same sheet, a row of the sheet that it names, or a record.
#[derive(Debug, Default, Serialize, TS)]
pub struct Original {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub row: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub sheet: Option<String>,
    /// A record that was there before.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub record: Option<String>,
}

/// A row that cannot be taken, by its first fault in the order of columns; the rest in `also`.
#[derive(Debug, Serialize, TS)]
pub struct Refusal {
    pub row: u32,
    pub column: String,
    pub value: String,
    pub code: FaultCode,
    /// With the file, the sheet and the row.
    pub message: String,
    /// The bare sentence, for where the row is shown anyway.
    pub sentence: String,
    pub also: Vec<AlsoRefused>,
    /// The row as it stands, corrections included, to be put right.
    pub cells: Vec<CellText>,
    /// Where it stood before it was given out to be mended, and where it stands; for giving it out.
    #[serde(skip)]
    origins: Vec<RowOrigin>,
}

/// A cell as text, by its column's own heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CellText {
    pub column: String,
    pub value: String,
}

#[derive(Debug, Serialize, TS)]
pub struct AlsoRefused {
    pub column: String,
    pub value: String,
    pub code: FaultCode,
    /// With the file, the sheet and the row.
    pub message: String,
    /// The bare sentence.
    pub sentence: String,
}

impl AlsoRefused {
    fn of(fault: Fault, lang: Lang, file: &str, sheet: &str, row: u32) -> AlsoRefused {
        AlsoRefused {
            message: fault.placed(lang, file, sheet, row),
            sentence: fault.sentence(lang),
            column: fault.column,
            value: fault.value,
            code: fault.code,
        }
    }
}

/// What should be known of a row that was taken, or of a sheet (row 0).
#[derive(Debug, Serialize, TS)]
pub struct Warning {
    pub row: u32,
    pub code: FaultCode,
    /// With the file, the sheet and the row.
    pub message: String,
    /// The bare sentence.
    pub sentence: String,
}

/// The sheets and columns of a workbook as recognised, or as a mapping says, with nothing imported.
pub fn inspect(
    register: &Register,
    context: &Context,
    workbook: &Path,
    mapping: Option<Mapping>,
) -> Result<Inspection> {
    mapping::inspect(register, context, workbook, mapping)
}

/// Imports a workbook. Good rows become one batch though others are refused.
pub fn import(register: &mut Register, context: &Context, request: &ImportRequest) -> Result<ImportAnswer> {
    verdicts::import(register, context, request)
}

/// Takes an import back whole: its records count nowhere and are no originals of duplicates, terms that only it
/// brought go, and the log keeps all.
pub fn undo(register: &mut Register, context: &Context, id: &str) -> Result<Batch> {
    let unknown = || Error::NoSuchBatch { id: id.to_owned() };
    let number = batch_number(id).ok_or_else(unknown)?;
    let batch = store::batches::get(register.db(), number)?.ok_or_else(unknown)?;
    if batch.undone_at.is_some() {
        return Err(Error::BatchUndone { id: batch.id });
    }
    register.change(context, Operation::ImportUndo, |change| change.undo_batch(number))?;
    store::batches::get(register.db(), number)?.ok_or_else(unknown)
}

/// All imports, newest first.
pub fn batches(register: &Register) -> Result<Vec<Batch>> {
    store::batches::all(register.db())
}
