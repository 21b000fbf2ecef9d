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
        // An encrypted one has no content that could be checked.
        let checked = package::check_content(&bytes);
        let book = guarded(|| match &checked {
            Ok(()) => Ods::new(Cursor::new(bytes)),
            Err(_) => Err(ods_without_content(bytes)),
        })?;
        match (book, checked) {
            (Ok(book), _) => Ok(Spreadsheet::Ods(book)),
            (Err(OdsError::Password), _) => Err(Trouble::Encrypted),
            (Err(_), Err(trouble)) => Err(trouble),
            (Err(error), Ok(())) => Err(Trouble::damaged(error)),
        }
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
