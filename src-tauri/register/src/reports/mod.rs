//! Figures and wording become plain Document and Sheet models; `docx` and `xlsx` alone know the formats.

mod document;
mod docx;
mod list_items;
mod sheet;
mod wording;
mod xlsx;

use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::context::Context;
use crate::error::{Error, Result};
use crate::files::{Arriving, check_place, told_apart};
use crate::folder::Register;
use crate::period::Period;

pub use document::{Block, Document, Run, TableCell, TableColumn, annual_report};
pub(crate) use wording::ship;

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

impl ReportRequest {
    fn period(&self) -> Period {
        Period { from: self.from, to: self.to }
    }

    fn date(&self) -> NaiveDate {
        self.date.unwrap_or(self.to)
    }
}

/// The files that were written.
#[derive(Debug, Serialize, TS)]
pub struct ReportFiles {
    pub docx: Option<PathBuf>,
    pub xlsx: Option<PathBuf>,
}

/// Writes the report as Word, its statistics as Excel, or both. Both are complete beside their places before
/// either takes it. The register is borrowed and locked all the while, so that both show one state of it.
pub fn export(
    register: &Register,
    context: &Context,
    request: &ReportRequest,
    docx: Option<&Path>,
    xlsx: Option<&Path>,
) -> Result<ReportFiles> {
    if docx.is_some() && docx == xlsx {
        return Err(Error::BadRequest { command: "export_report".into(), detail: "docx = xlsx".into() });
    }
    docx.into_iter().chain(xlsx).try_for_each(check_place)?;
    let figures = register.figures(request.period())?;
    let mut arriving = Vec::new();
    if let Some(place) = docx {
        let document = document::compose(register, request, &figures)?;
        let bytes = docx::write(&document).map_err(told_apart(place))?;
        let mut file = Arriving::beside(place).map_err(told_apart(place))?;
        file.write_all(&bytes).map_err(told_apart(place))?;
        arriving.push(file);
    }
    if let Some(place) = xlsx {
        let workbook = sheet::workbook(register, request, figures)?;
        let mut file = Arriving::beside(place).map_err(told_apart(place))?;
        xlsx::write(register, context, &workbook, place, &mut file)?;
        arriving.push(file);
    }
    for file in &mut arriving {
        file.close().map_err(told_apart(file.place()))?;
    }
    for file in arriving {
        let place = file.place().to_path_buf();
        file.land().map_err(told_apart(&place))?;
    }
    Ok(ReportFiles { docx: docx.map(Path::to_path_buf), xlsx: xlsx.map(Path::to_path_buf) })
}

#[cfg(test)]
mod tests;
