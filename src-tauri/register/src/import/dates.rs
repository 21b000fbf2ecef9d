//! Days, in all the ways that people type them.

use chrono::NaiveDate;

use crate::fault::FaultCode;

use super::workbook::Cell;

/// The day that a cell states; none where it is blank or says that there is none. A day without its year is read
/// within `year`. An error carries the value as it was written.
pub(crate) fn read_date(cell: &Cell, year: Option<i32>) -> std::result::Result<Option<NaiveDate>, (FaultCode, String)> {
    let _ = year;
    Err((FaultCode::DateUnreadable, cell.to_text()))
}

/// The one year that a title, a sheet's name or a file's name states; none where it states none, or several.
pub(crate) fn year_in(text: &str) -> Option<i32> {
    let _ = text;
    None
}
