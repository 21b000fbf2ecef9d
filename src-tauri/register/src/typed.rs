//! What people typed, in a form or a workbook: days and numbers as they are read, texts as they are compared.

mod cell;
mod dates;
mod numbers;

pub(crate) use cell::{Cell, trimmed};
pub(crate) use dates::{read_date, year_in, years_in};
pub(crate) use numbers::{COUNT_UNITS, Counted, chinese_number, read_count, read_money, unit_named};

use crate::fault::FaultCode;
use crate::things::narrow;

/// A value as read, or why it cannot be, with the value as it was written.
pub(crate) type Reading<T> = std::result::Result<T, (FaultCode, String)>;

/// Text as it is compared: half-width letters, digits and signs, no blanks at the ends.
pub(crate) fn plain(text: &str) -> String {
    let narrow = text.chars().filter(|c| !matches!(c, '\u{200b}' | '\u{feff}')).map(|c| match narrow(c) {
        c if c.is_whitespace() => ' ',
        '‘' | '’' => '\'',
        c => c,
    });
    narrow.collect::<String>().trim().trim_start_matches('\'').trim().to_owned()
}

/// Whether a value says only that there is none.
pub(crate) fn is_placeholder(plain: &str) -> bool {
    let text = plain.trim_end_matches(['。', '.']).trim();
    let strokes = |c: char| matches!(c, '/' | '\\' | '-' | '—' | '–' | '―' | '_' | '*' | '…' | '·' | ' ');
    text.chars().all(strokes)
        || matches!(text, "无" | "暂无" | "没有" | "空" | "不适用" | "不涉及" | "N/A" | "n/a" | "NA" | "NULL" | "null")
}

/// The text of a cell that holds a value, faults of the sheet aside.
pub(crate) fn text_of(cell: &Cell) -> Reading<String> {
    match cell {
        Cell::Error(_) => Err((FaultCode::CellError, cell.to_text())),
        Cell::FormulaWithoutValue(_) => Err((FaultCode::FormulaWithoutValue, cell.to_text())),
        Cell::Empty | Cell::Text(_) | Cell::Number(_) | Cell::Day(_) | Cell::Flag(_) => Ok(plain(&cell.to_text())),
    }
}
