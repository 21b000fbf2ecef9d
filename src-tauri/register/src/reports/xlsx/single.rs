//! A workbook of one sheet, small enough to lie in memory.

use std::path::Path;

use chrono::NaiveDate;
use rust_xlsxwriter::{DocProperties, XlsxError};

use super::{Looks, excel_date, filter, plain, told};
use crate::error::Result;
use crate::files::{check_outside, check_place, replace, told_apart};
use crate::folder::Register;
use crate::reports::sheet::Sheet;

/// Writes the sheet whole or not at all. The day that it bears stands for the clock, so that the same sheet is the
/// same file.
pub(crate) fn write_sheet(register: &Register, sheet: &Sheet, title: &str, day: NaiveDate, place: &Path) -> Result<()> {
    check_outside(register.folder(), place)?;
    check_place(place)?;
    let institution = register.institution()?;
    let bytes = lay_down(sheet, title, &institution, day).map_err(|error| told(place, error))?;
    replace(place, &bytes).map_err(told_apart(place))
}

fn lay_down(sheet: &Sheet, title: &str, institution: &str, day: NaiveDate) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let day = excel_date(day)?;
    book.set_properties(&DocProperties::new().set_title(title).set_author(institution).set_creation_datetime(&day));
    let page = book.add_worksheet();
    plain(page, sheet, &Looks::new())?;
    filter(page, u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX), &sheet.columns)?;
    book.save_to_buffer()
}
