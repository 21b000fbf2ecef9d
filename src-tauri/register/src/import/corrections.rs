//! Cells of a workbook that the clerk put right in the window, before they are read.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::CellText;
use super::mapping::normal;
use crate::error::{Error, Result};
use crate::fault::{Fault, FaultCode};
use crate::typed::Cell;

/// A cell as it shall be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Correction {
    pub sheet: String,
    /// The workbook's own row number.
    pub row: u32,
    /// The column by its own heading.
    pub column: String,
    pub value: String,
}

/// The corrections of one import that no row has taken up yet.
pub(super) struct Corrections<'a>(HashMap<u32, Vec<&'a Correction>>);

/// What a row's corrections changed: each cell as it was, and as it is.
#[derive(Default)]
pub(super) struct Corrected {
    pub before: Vec<CellText>,
    pub after: Vec<CellText>,
}

impl<'a> Corrections<'a> {
    pub fn new(all: &'a [Correction]) -> Corrections<'a> {
        let mut by_row: HashMap<u32, Vec<&Correction>> = HashMap::new();
        for correction in all {
            by_row.entry(correction.row).or_default().push(correction);
        }
        Corrections(by_row)
    }

    /// Puts the corrected cells of a row in the place of the workbook's.
    pub fn apply(&mut self, sheet: &str, row: u32, headings: &[String], cells: &mut Cow<[Cell]>) -> Result<Corrected> {
        let mut corrected = Corrected::default();
        let Some(waiting) = self.0.get_mut(&row) else { return Ok(corrected) };
        for correction in waiting.extract_if(.., |correction| correction.sheet == sheet) {
            let wanted = normal(&correction.column);
            let same = |heading: &String| !wanted.is_empty() && normal(heading) == wanted;
            let column = headings.iter().position(same).ok_or_else(|| no_such_cell(correction))?;
            let text = |value: String| CellText { column: correction.column.clone(), value };
            let before = cells.get(column).map(Cell::to_text).unwrap_or_default();
            let after = correction.value.trim();
            if before == after {
                continue;
            }
            let cells = cells.to_mut();
            cells.resize(cells.len().max(column + 1), Cell::Empty);
            cells[column] = if after.is_empty() { Cell::Empty } else { Cell::Text(after.into()) };
            corrected.before.push(text(before));
            corrected.after.push(text(after.to_owned()));
        }
        Ok(corrected)
    }

    /// That none is left: each was for a cell that is there and was read.
    pub fn check_used(&self) -> Result<()> {
        match self.0.values().flatten().min_by_key(|left| (&left.sheet, left.row)) {
            Some(left) => Err(no_such_cell(left)),
            None => Ok(()),
        }
    }
}

impl Corrected {
    /// What is said of the row, once for each cell.
    pub fn told(&self) -> impl Iterator<Item = Fault> {
        let cells = self.before.iter().zip(&self.after);
        cells.map(|(was, is)| Fault::new(FaultCode::CellCorrected, &was.column, &was.value).with(&is.value))
    }
}

fn no_such_cell(correction: &Correction) -> Error {
    Error::NoSuchCell { sheet: correction.sheet.clone(), row: correction.row, column: correction.column.clone() }
}
