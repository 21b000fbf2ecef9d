//! Figures and wording become plain Document and Sheet models; `docx` and `xlsx` alone know the formats.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::change::Change;
use crate::context::Context;
use crate::error::Result;
use crate::folder::Register;

/// Which report.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ReportRequest {
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// To whom it goes, as it stands under the title.
    pub addressee: String,
    /// The day it bears; the last of the period where none is given.
    #[ts(optional)]
    pub date: Option<NaiveDate>,
}

#[derive(Debug, Serialize, TS)]
pub struct Document {
    pub blocks: Vec<String>,
}

/// The files that were written.
#[derive(Debug, Serialize, TS)]
pub struct ReportFiles {
    pub docx: Option<PathBuf>,
    pub xlsx: Option<PathBuf>,
}

pub fn annual_report(_register: &Register, _request: &ReportRequest) -> Result<Document> {
    Ok(Document { blocks: Vec::new() })
}

pub fn export(
    _register: &Register,
    _context: &Context,
    _request: &ReportRequest,
    docx: Option<&Path>,
    xlsx: Option<&Path>,
) -> Result<ReportFiles> {
    Ok(ReportFiles { docx: docx.map(Path::to_path_buf), xlsx: xlsx.map(Path::to_path_buf) })
}

pub(crate) fn ship(_change: &mut Change) -> Result<()> {
    Ok(())
}
