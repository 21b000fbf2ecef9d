//! Workbooks that the app gives out to be filled in and taken back: the blank ledger, and the rows that were refused.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ImportRequest;
use crate::context::Context;
use crate::error::{Error, Result};
use crate::folder::Register;

#[derive(Debug, Deserialize, TS)]
pub struct ExportRefused {
    pub import: ImportRequest,
    /// The .xlsx to write.
    pub to: PathBuf,
}

/// A workbook that was written.
#[derive(Debug, Serialize, TS)]
pub struct Written {
    pub path: PathBuf,
    /// How many rows it holds, headings aside.
    pub rows: u64,
}

/// Writes the rows that an import refuses as a workbook with the same headings and the reason in a last column, to
/// be mended and imported.
pub fn export_refused(_register: &mut Register, _context: &Context, _request: &ExportRefused) -> Result<Written> {
    Err(Error::Internal { detail: "export_refused".into() })
}

/// Writes an empty ledger for the departments: a sheet for each thing, with the register's own words to choose from.
pub fn blank_ledger(_register: &Register, _to: &Path) -> Result<Written> {
    Err(Error::Internal { detail: "blank_ledger".into() })
}
