//! Figures and wording become plain Document and Sheet models; `docx` and `xlsx` alone know the formats.

mod board_sheet;
mod corrections;
mod document;
mod docx;
mod government;
mod list_items;
mod score_lines;
mod scorecards;
mod sheet;
mod wording;
mod xlsx;

use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::context::Context;
use crate::counting::Figure;
use crate::error::{Error, Lang, Result};
use crate::files::{Arriving, check_outside, check_place, same_file, told_apart};
use crate::folder::Register;
use crate::period::{Period, plausible};

pub use board_sheet::{ExportListBoard, export_board};
pub(crate) use corrections::write_corrections;
pub use document::{Block, Document, Run, TableCell, TableColumn, annual_report};
pub(crate) use document::{compose, is_school_year, reporting_year};
pub use government::{FormCell, FormCheck, FormGap, FormLack, FormRow, FormRule, FormSum, GovernmentForm};
pub use scorecards::{ExportScorecards, export_scorecards};
pub use wording::{Lines, Wording, set_wording, shipped_wording, wording};
pub(crate) use wording::{fault_of, lines_naming, put as put_wording, ship};
pub(crate) use xlsx::{Entry, LedgerBook, LedgerColumn, LedgerSheet, Rule, Words, write_ledger};

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
    pub(crate) fn period(&self) -> Period {
        Period { from: self.from, to: self.to }
    }

    pub(crate) fn date(&self) -> NaiveDate {
        self.date.unwrap_or(self.to)
    }

    /// On one line, without the colon that the layout puts after it.
    pub(crate) fn addressee(&self) -> String {
        one_line(&self.addressee).trim_end_matches(['：', ':', ' ']).to_owned()
    }

    /// That its days can be meant: the register, the wording and the formats all count in years of four digits.
    pub(crate) fn check(&self) -> Result<()> {
        match [self.from, self.to, self.date()].into_iter().find(|day| !plausible(*day)) {
            Some(day) => Err(Error::DayOutOfRange { day: day.to_string() }),
            None => Ok(()),
        }
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
    request.check()?;
    // The statistics go to nobody in particular; and the report may be looked at before it is known to whom it goes.
    if docx.is_some() && request.addressee().is_empty() {
        return Err(Error::AddresseeMissing);
    }
    check_places(register, docx, xlsx)?;
    let figures = register.figures(request.period(), Lang::Zh)?;
    let mut arriving = Vec::new();
    if let Some(place) = docx {
        let document = compose(register, request, &figures)?;
        let mut file = Arriving::beside(place).map_err(told_apart(place))?;
        write_document(&document, place, &mut file)?;
        arriving.push(file);
    }
    if let Some(place) = xlsx {
        let mut file = Arriving::beside(place).map_err(told_apart(place))?;
        write_statistics(register, context, request, figures, place, &mut file)?;
        arriving.push(file);
    }
    land(arriving)?;
    Ok(ReportFiles { docx: docx.map(Path::to_path_buf), xlsx: xlsx.map(Path::to_path_buf) })
}

/// A report as Word.
pub(crate) fn write_document(document: &Document, place: &Path, to: &mut impl Write) -> Result<()> {
    docx::write(document).and_then(|bytes| to.write_all(&bytes)).map_err(told_apart(place))
}

/// The statistics of a report as Excel, by figures that were counted already.
pub(crate) fn write_statistics(
    register: &Register,
    context: &Context,
    request: &ReportRequest,
    figures: Vec<Figure>,
    place: &Path,
    to: &mut (impl Write + Send),
) -> Result<()> {
    let workbook = sheet::workbook(register, request, figures)?;
    xlsx::write(register, context, &workbook, place, to)
}

/// All files are complete beside their places before any takes it.
pub(crate) fn land(mut arriving: Vec<Arriving>) -> Result<()> {
    for file in &mut arriving {
        file.close().map_err(told_apart(file.place()))?;
    }
    for file in arriving {
        let place = file.place().to_path_buf();
        file.land().map_err(told_apart(&place))?;
    }
    Ok(())
}

/// Told before any work is done.
pub(crate) fn check_places(register: &Register, docx: Option<&Path>, xlsx: Option<&Path>) -> Result<()> {
    for place in docx.into_iter().chain(xlsx) {
        check_outside(register.folder(), place)?;
        check_place(place)?;
    }
    match (docx, xlsx) {
        (Some(docx), Some(xlsx)) if same_file(docx, xlsx) => Err(Error::SameFile { path: docx.into() }),
        _ => Ok(()),
    }
}

/// Text from outside as one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
