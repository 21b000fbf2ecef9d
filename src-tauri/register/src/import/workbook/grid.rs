//! Rows under construction: cells put at their places become the filled part of a sheet.

use std::collections::HashSet;
use std::sync::Arc;

use super::{Cell, Merged, Sheet, Trouble};
use crate::typed::trimmed;

/// Cells of one sheet, blank ones between filled ones included. 64 million take some 1.5 GB: a ledger of a million
/// rows has a quarter of that, and no more can be meant.
const MOST_CELLS: usize = 64_000_000;

/// The last row that a spreadsheet can have, from 0.
const LAST_ROW: usize = 1_048_575;

#[derive(Default)]
pub(super) struct Grid {
    rows: Vec<Vec<Cell>>,
    cells: usize,
    width: usize,
    texts: HashSet<Arc<str>>,
}

impl Grid {
    /// Puts a cell at its place, both counted from 0. Blank cells take no place.
    pub fn put(&mut self, row: usize, column: usize, cell: Cell) -> Result<(), Trouble> {
        if cell.is_empty() {
            return Ok(());
        }
        if row > LAST_ROW {
            return Err(Trouble::damaged("more than 1048576 rows"));
        }
        if row >= self.rows.len() {
            self.rows.resize_with(row + 1, Vec::new);
        }
        if let Some(cells) = self.rows.get_mut(row) {
            if column >= cells.len() {
                self.cells += column + 1 - cells.len();
                if self.cells > MOST_CELLS {
                    return Err(Trouble::damaged("more than 64 million cells"));
                }
                self.width = self.width.max(column + 1);
                if cells.capacity() == 0 {
                    cells.reserve_exact(self.width.min(64));
                }
                cells.resize(column + 1, Cell::Empty);
            }
            if let Some(place) = cells.get_mut(column) {
                *place = cell;
            }
        }
        Ok(())
    }

    /// A text cell; blank text is an empty cell.
    pub fn text(&mut self, text: &str) -> Cell {
        let text = trimmed(text);
        if text.is_empty() { Cell::Empty } else { Cell::Text(self.share(text)) }
    }

    /// Short texts that were seen before are kept once.
    pub fn share(&mut self, text: &str) -> Arc<str> {
        const SHORT: usize = 48;
        const MOST: usize = 20_000;
        if text.len() > SHORT {
            return text.into();
        }
        if let Some(known) = self.texts.get(text) {
            return known.clone();
        }
        let text: Arc<str> = text.into();
        if self.texts.len() < MOST {
            self.texts.insert(text.clone());
        }
        text
    }

    /// The sheet: from the first filled row to the last.
    pub fn finish(mut self, name: &str, merged: Vec<Merged>) -> Sheet {
        let first = self.rows.iter().position(|row| !row.is_empty()).unwrap_or_default();
        self.rows.drain(..first);
        let first_row = u32::try_from(first + 1).unwrap_or(u32::MAX);
        Sheet { name: name.to_owned(), first_row, rows: self.rows, merged }
    }
}
