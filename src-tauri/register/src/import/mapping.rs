//! How sheets and columns of a workbook are to be read: as recognised, or as a clerk corrected it.

use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::context::Context;
use crate::error::Result;
use crate::folder::Register;

/// How the sheets of a workbook are to be read. Sheets that it does not name are read as recognised.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    pub sheets: Vec<SheetMapping>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SheetMapping {
    pub sheet: String,
    /// `publications`, `meetings`, `replies`, `day_counts`, `materials`, `requests`, `evaluations`, `case_files`;
    /// empty to leave the sheet out.
    pub into: Option<String>,
    /// The workbook's own number of the header row; found where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub header_row: Option<u32>,
    /// Corrections by heading; headings that are not named stay as recognised.
    #[serde(default)]
    pub columns: Vec<ColumnMapping>,
}

/// A heading and the field it means; no field to leave the column out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ColumnMapping {
    pub heading: String,
    pub field: Option<String>,
}

/// A workbook as recognised.
#[derive(Debug, Serialize, TS)]
pub struct Inspection {
    pub file: String,
    pub sheets: Vec<SheetInspection>,
}

#[derive(Debug, Serialize, TS)]
pub struct SheetInspection {
    pub sheet: String,
    pub hidden: bool,
    pub into: Option<String>,
    pub header_row: Option<u32>,
    /// Rows below the header, blank ones too.
    pub rows: u64,
    pub columns: Vec<ColumnMapping>,
    /// The first rows below the header, as text.
    pub sample: Vec<Vec<String>>,
}

pub(super) fn inspect(_register: &Register, _context: &Context, _workbook: &Path) -> Result<Inspection> {
    Ok(Inspection { file: String::new(), sheets: Vec::new() })
}
