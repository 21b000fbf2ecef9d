//! The three formats of spreadsheets: .xlsx cell by cell, .xls and .ods sheet by sheet.

use std::collections::HashMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use calamine::{
    Data, DataRef, ExcelDateTime, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx,
    XlsxFormulaMetadata,
};
use chrono::{Days, NaiveDate};

use super::grid::Grid;
use super::{Bytes, Cell, Merged, Sheet, SheetHead, Trouble, package};

type Source = Cursor<Bytes>;

pub(super) enum Spreadsheet {
    Xlsx { book: Box<Xlsx<Source>>, bytes: Bytes, places: HashMap<String, usize> },
    Xls(Box<Xls<Source>>),
    Ods(Ods<Source>),
}

impl Spreadsheet {
    pub fn xlsx(bytes: Bytes) -> Result<Spreadsheet, Trouble> {
        let places = package::check_workbook(&bytes)?;
        let book = guarded(|| Xlsx::new(Cursor::new(bytes.clone())))?.map_err(Trouble::damaged)?;
        Ok(Spreadsheet::Xlsx { book: Box::new(book), bytes, places })
    }

    pub fn xls(bytes: Bytes) -> Result<Spreadsheet, Trouble> {
        let book = guarded(|| Xls::new(Cursor::new(bytes)))?.map_err(|error| match error {
            XlsError::Password => Trouble::Encrypted,
            other => Trouble::damaged(other),
        })?;
        Ok(Spreadsheet::Xls(Box::new(book)))
    }

    pub fn ods(bytes: Bytes) -> Result<Spreadsheet, Trouble> {
        package::check_content(&bytes)?;
        let book = guarded(|| Ods::new(Cursor::new(bytes)))?.map_err(|error| match error {
            OdsError::Password => Trouble::Encrypted,
            other => Trouble::damaged(other),
        })?;
        Ok(Spreadsheet::Ods(book))
    }

    pub fn heads(&self) -> Vec<SheetHead> {
        let sheets = match self {
            Spreadsheet::Xlsx { book, .. } => book.sheets_metadata(),
            Spreadsheet::Xls(book) => book.sheets_metadata(),
            Spreadsheet::Ods(book) => book.sheets_metadata(),
        };
        sheets
            .iter()
            .filter(|sheet| sheet.typ == SheetType::WorkSheet)
            .map(|sheet| SheetHead { name: sheet.name.clone(), hidden: sheet.visible != SheetVisible::Visible })
            .collect()
    }

    pub fn read(&mut self, name: &str) -> Result<Sheet, Trouble> {
        match self {
            Spreadsheet::Xlsx { book, bytes, places } => {
                let merged = match places.get(name) {
                    Some(place) => package::merged(bytes, *place)?,
                    None => Vec::new(),
                };
                guarded(|| read_xlsx(book, name, merged))?
            }
            Spreadsheet::Xls(book) => guarded(|| {
                let merged = book.merge_cells_by_sheet_name(name).unwrap_or_default();
                let merged = merged
                    .iter()
                    .map(|region| Merged {
                        first_row: region.start.0.saturating_add(1),
                        last_row: region.end.0.saturating_add(1),
                        first_column: region.start.1 as usize,
                        last_column: region.end.1 as usize,
                    })
                    .collect();
                let cells = book.worksheet_range(name).map_err(Trouble::damaged)?;
                let formulas = book.worksheet_formula(name).map_err(Trouble::damaged)?;
                read_range(name, &cells, &formulas, book.has_1904_epoch(), merged)
            })?,
            Spreadsheet::Ods(book) => guarded(|| {
                let cells = book.worksheet_range(name).map_err(Trouble::damaged)?;
                let formulas = book.worksheet_formula(name).map_err(Trouble::damaged)?;
                read_range(name, &cells, &formulas, false, Vec::new())
            })?,
        }
    }
}

/// The readers of these formats index into what a damaged file claims to hold: .xls above all, where no checksum
/// tells damage beforehand. A file that makes them panic is a damaged file, and no reason to end the program.
fn guarded<T>(read: impl FnOnce() -> T) -> Result<T, Trouble> {
    catch_unwind(AssertUnwindSafe(read)).map_err(|_| Trouble::damaged("unreadable structure"))
}

fn read_xlsx(book: &mut Xlsx<Source>, name: &str, merged: Vec<Merged>) -> Result<Sheet, Trouble> {
    let from_1904 = book.has_1904_epoch();
    let mut grid = Grid::default();
    // A formula shared by many cells is written out in the first of them.
    let mut shared: HashMap<usize, Arc<str>> = HashMap::new();
    let mut cells = book.worksheet_cells_reader(name).map_err(Trouble::damaged)?;
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(Trouble::damaged)? {
        let formula = match cell.formula {
            None => None,
            Some(XlsxFormulaMetadata::SharedDerived { shared_index }) => {
                Some(shared.get(&shared_index).cloned().unwrap_or_default())
            }
            Some(XlsxFormulaMetadata::Shared { shared_index, formula, .. }) => {
                let formula: Arc<str> = formula.into();
                shared.insert(shared_index, formula.clone());
                Some(formula)
            }
            Some(XlsxFormulaMetadata::Normal { formula }) => Some(formula.into()),
            // A kind of formula that a later version of the reader may name.
            Some(_) => Some(Arc::default()),
        };
        let value = match cell.value {
            DataRef::Empty => formula.map_or(Cell::Empty, Cell::FormulaWithoutValue),
            DataRef::Int(number) => Cell::Number(number as f64),
            DataRef::Float(number) => Cell::Number(number),
            DataRef::String(text) => grid.text(&text),
            DataRef::SharedString(text) => grid.text(text),
            DataRef::Bool(flag) => Cell::Flag(flag),
            DataRef::DateTime(moment) => day_of(moment, from_1904),
            DataRef::DateTimeIso(text) => day_of_iso(&mut grid, &text),
            DataRef::DurationIso(text) => grid.text(&text),
            DataRef::Error(error) => Cell::Error(grid.share(&error.to_string())),
        };
        grid.put(cell.pos.0 as usize, cell.pos.1 as usize, value)?;
    }
    Ok(grid.finish(name, merged))
}

fn read_range(
    name: &str,
    cells: &Range<Data>,
    formulas: &Range<String>,
    from_1904: bool,
    merged: Vec<Merged>,
) -> Result<Sheet, Trouble> {
    let mut grid = Grid::default();
    let (top, left) = cells.start().map_or((0, 0), |(row, column)| (row as usize, column as usize));
    let formula_at = |row: usize, column: usize| {
        let place = (u32::try_from(row).ok()?, u32::try_from(column).ok()?);
        formulas.get_value(place).filter(|formula| !formula.is_empty())
    };
    for (row, column, value) in cells.used_cells() {
        let (row, column) = (top + row, left + column);
        let value = match value {
            Data::Empty => Cell::Empty,
            Data::Int(number) => Cell::Number(*number as f64),
            Data::Float(number) => Cell::Number(*number),
            // In .ods the error of a formula is text.
            Data::String(text) if is_error(text) && formula_at(row, column).is_some() => Cell::Error(grid.share(text)),
            Data::String(text) => grid.text(text),
            Data::Bool(flag) => Cell::Flag(*flag),
            Data::DateTime(moment) => day_of(*moment, from_1904),
            Data::DateTimeIso(text) => day_of_iso(&mut grid, text),
            Data::DurationIso(text) => grid.text(text),
            Data::Error(error) => Cell::Error(grid.share(&error.to_string())),
        };
        grid.put(row, column, value)?;
    }
    let (top, left) = formulas.start().map_or((0, 0), |(row, column)| (row as usize, column as usize));
    for (row, column, formula) in formulas.used_cells() {
        let (row, column) = (top + row, left + column);
        let place = (u32::try_from(row).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX));
        if cells.get_value(place).is_none_or(|value| *value == Data::Empty) {
            let formula = formula.trim_start_matches("of:");
            grid.put(row, column, Cell::FormulaWithoutValue(formula.into()))?;
        }
    }
    Ok(grid.finish(name, merged))
}

fn is_error(text: &str) -> bool {
    text.starts_with("Err:") || text.starts_with('#') && text.ends_with(['!', '?', 'A'])
}

/// The day of a serial number of days since 30 December 1899, or since 1 January 1904. A mere time of day, and what
/// lies beyond the calendar, stays a number.
fn day_of(moment: ExcelDateTime, from_1904: bool) -> Cell {
    const SECONDS: f64 = 86_400.0;
    const BETWEEN_EPOCHS: f64 = 1462.0;
    let serial = moment.as_f64();
    let days = (serial * SECONDS).round() / SECONDS + if from_1904 { BETWEEN_EPOCHS } else { 0.0 };
    if moment.is_duration() || serial < 1.0 || !(1.0..2_958_466.0).contains(&days) {
        return Cell::Number(serial);
    }
    // Up to 28 February 1900 the numbers are one less: Excel knows a 29 February 1900.
    let days = days.floor() as u64 + u64::from(days < 60.0);
    NaiveDate::from_ymd_opt(1899, 12, 30)
        .and_then(|epoch| epoch.checked_add_days(Days::new(days)))
        .map_or(Cell::Number(serial), Cell::Day)
}

/// The day of `2023-03-02` or `2023-03-02T10:00:00`.
fn day_of_iso(grid: &mut Grid, text: &str) -> Cell {
    match text.get(..10).map(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d")) {
        Some(Ok(day)) => Cell::Day(day),
        Some(Err(_)) | None => grid.text(text),
    }
}
