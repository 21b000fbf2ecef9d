//! A workbook as rows of cells: .xlsx, .xls, .ods and .csv. The only place that knows their formats.

mod cell;

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

pub(crate) use cell::Cell;

/// An open file. Sheets are read one at a time, so that only one lies in memory.
pub(crate) struct Workbook {
    path: PathBuf,
    digest: String,
    heads: Vec<SheetHead>,
}

/// What is known of a sheet before it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SheetHead {
    pub name: String,
    pub hidden: bool,
}

/// The filled part of one sheet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    pub name: String,
    /// The workbook's own number of `rows[0]`, counted from 1.
    pub first_row: u32,
    /// From the first filled row to the last. A row ends with its last filled cell; a blank row in between is empty.
    pub rows: Vec<Vec<Cell>>,
    pub merged: Vec<Merged>,
}

/// Merged cells: rows by the workbook's own numbers from 1, columns from 0, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Merged {
    pub first_row: u32,
    pub last_row: u32,
    pub first_column: usize,
    pub last_column: usize,
}

impl Sheet {
    /// The cell of a column from 0; empty beyond the filled part.
    pub fn cell(&self, index: usize, column: usize) -> &Cell {
        self.rows.get(index).and_then(|row| row.get(column)).unwrap_or(&Cell::Empty)
    }

    /// The workbook's own number of a row.
    pub fn number(&self, index: usize) -> u32 {
        self.first_row.saturating_add(u32::try_from(index).unwrap_or(u32::MAX))
    }
}

impl Workbook {
    pub fn open(path: &Path) -> Result<Workbook> {
        Err(Error::WorkbookUnknown { path: path.to_owned() })
    }

    /// The file's name with its ending.
    pub fn file_name(&self) -> &str {
        self.path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
    }

    /// The SHA-256 of the file, in hex.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    pub fn sheets(&self) -> &[SheetHead] {
        &self.heads
    }

    /// Reads the sheet at this place of [`Workbook::sheets`].
    pub fn read(&mut self, index: usize) -> Result<Sheet> {
        Err(Error::WorkbookDamaged { path: self.path.clone(), detail: index.to_string() })
    }
}
