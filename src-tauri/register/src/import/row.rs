//! A sheet under the meanings of its columns, and what each row of it says.

mod reader;
mod words;

use std::borrow::Cow;
use std::collections::HashMap;

use chrono::NaiveDate;

use super::CellText;
use super::meaning::Meaning;
use super::offered::REASON;
use super::origins::{self, RowOrigin};
use super::recognise::{self, Recognised};
use super::workbook::{Merged, Sheet};
use crate::fault::{Fault, FaultCode};
use crate::things::{Dimension, Field, Kind, Thing, Value, Values, Vocabulary};
use crate::typed::Cell;
use reader::RowReader;

/// Stands in a field for a word that the vocabulary does not have yet.
const NOT_YET: i64 = 0;

/// A sheet under its meanings.
pub(super) struct Reading<'a> {
    recognised: &'a Recognised,
    sheet: &'a Sheet,
    today: NaiveDate,
    /// The headings of satisfaction in degrees, where none has their total.
    degrees: Vec<&'a str>,
    /// Cells merged over several rows, by the rows that they cover.
    merged: HashMap<u32, Vec<&'a Merged>>,
    /// The column that says where each row stood before.
    origin: Option<usize>,
}

/// What a row says. Faults name the heading of their column.
pub(super) struct Read {
    pub values: Values,
    /// The reason, where the row is 作废.
    pub withdrawn: Option<String>,
    /// Words that the vocabulary lacks, in the order of columns.
    pub unknown: Vec<UnknownWord>,
    /// In the order of columns.
    pub refusals: Vec<Fault>,
    pub warnings: Vec<Fault>,
}

/// A word of a row that the vocabulary lacks.
pub(super) struct UnknownWord {
    pub field: &'static Field,
    pub dimension: Dimension,
    pub name: String,
}

impl<'a> Reading<'a> {
    pub fn new(sheet: &'a Sheet, recognised: &'a Recognised, today: NaiveDate) -> Reading<'a> {
        let mut merged: HashMap<u32, Vec<&Merged>> = HashMap::new();
        for region in &sheet.merged {
            if region.last_row > region.first_row && region.first_row > sheet.number(recognised.header) {
                for row in region.first_row..=region.last_row {
                    merged.entry(row).or_default().push(region);
                }
            }
        }
        let origin = recognised.columns.iter().position(|meaning| *meaning == Meaning::Origin);
        Reading { recognised, sheet, today, degrees: recognise::degrees(recognised), merged, origin }
    }

    /// Headings that mean nothing to us: their columns are not imported.
    pub fn unknown_headings(&self) -> impl Iterator<Item = &String> {
        let columns = self.recognised.columns.iter().zip(&self.recognised.headings);
        columns.filter(|(meaning, _)| **meaning == Meaning::Unknown).map(|(_, heading)| heading)
    }

    /// The cells of a row, where cells merged over several rows have their value in each of them, numbers in the
    /// first alone; and a word on each merger that begins here.
    pub fn cells(&self, index: usize) -> (Cow<'a, [Cell]>, Vec<Fault>) {
        let row = self.sheet.rows.get(index).map(Vec::as_slice).unwrap_or_default();
        let number = self.sheet.number(index);
        let Some(regions) = self.merged.get(&number) else { return (Cow::Borrowed(row), Vec::new()) };
        let mut cells = row.to_vec();
        let mut told = Vec::new();
        for region in regions {
            let first = (region.first_row - self.sheet.first_row) as usize;
            let value = self.sheet.cell(first, region.first_column);
            let Meaning::Field(key) = self.meaning(region.first_column) else { continue };
            if value.is_empty() {
                continue;
            }
            let counts = self.thing().field(key).is_some_and(|field| matches!(field.kind, Kind::Count | Kind::Money));
            if counts {
                if number == region.first_row {
                    let fault = Fault::new(FaultCode::MergedCell, self.heading(region.first_column), value.to_text());
                    told.push(fault.with(number));
                } else if let Some(cell) = cells.get_mut(region.first_column) {
                    *cell = Cell::Empty;
                }
                // A row without a quantity would be counted as one.
                if number != region.first_row && key == "quantity" && !row.is_empty() {
                    cells.resize(cells.len().max(region.first_column + 1), Cell::Empty);
                    cells[region.first_column] = Cell::Number(0.0);
                }
                continue;
            }
            if cells.len() <= region.first_column {
                cells.resize(region.first_column + 1, Cell::Empty);
            }
            cells[region.first_column] = value.clone();
            if number == region.first_row {
                told.push(Fault::new(FaultCode::MergedCell, self.heading(region.first_column), value.to_text()));
            }
        }
        (Cow::Owned(cells), told)
    }

    /// Whether nothing stands in the columns that matter: a blank line, or one with a running number alone.
    pub fn is_blank(&self, cells: &[Cell]) -> bool {
        cells.iter().enumerate().all(|(column, cell)| {
            let matters =
                matches!(self.meaning(column), Meaning::Field(_) | Meaning::Status | Meaning::WithdrawnReason);
            !matters || cell.to_text().trim().is_empty()
        })
    }

    /// The row by its headings, so that it can be read again without the titles above: days in full.
    pub fn texts(&self, cells: &[Cell], values: &Values) -> Vec<CellText> {
        let named = self.recognised.headings.iter().enumerate();
        let ours = |column: usize, heading: &String| heading == REASON || Some(column) == self.origin;
        let named = named.filter(|(column, heading)| !heading.is_empty() && !ours(*column, heading));
        let text = |column: usize| cells.get(column).map(Cell::to_text).unwrap_or_default();
        let day = |column: usize| match self.meaning(column) {
            Meaning::Field(key) => values.date(key),
            Meaning::Status
            | Meaning::WithdrawnReason
            | Meaning::Serial
            | Meaning::Origin
            | Meaning::Ignored
            | Meaning::Unknown => None,
        };
        let value = |column| day(column).map_or_else(|| text(column), |day| day.to_string());
        named.map(|(column, heading)| CellText { column: heading.clone(), value: value(column) }).collect()
    }

    /// Where the row stood each time that it was given out to be mended.
    pub fn origins(&self, cells: &[Cell]) -> Vec<RowOrigin> {
        let cell = self.origin.and_then(|column| cells.get(column));
        cell.map(|cell| origins::read(&cell.to_text())).unwrap_or_default()
    }

    pub fn read(&self, cells: &[Cell], vocabulary: &Vocabulary) -> Read {
        let mut row = RowReader {
            reading: self,
            vocabulary,
            read: Read {
                values: Values::new(self.thing()),
                withdrawn: None,
                unknown: Vec::new(),
                refusals: Vec::new(),
                warnings: Vec::new(),
            },
            faulty: Vec::new(),
            counted_in: None,
        };
        for column in 0..self.recognised.columns.len() {
            row.column(column, cells.get(column).unwrap_or(&Cell::Empty));
        }
        row.finish()
    }

    pub fn thing(&self) -> Thing {
        self.recognised.target.thing()
    }

    fn meaning(&self, column: usize) -> Meaning {
        self.recognised.columns.get(column).copied().unwrap_or(Meaning::Ignored)
    }

    fn heading(&self, column: usize) -> &str {
        self.recognised.headings.get(column).map_or("", String::as_str)
    }

    /// The column of a field; beyond the last where the sheet has none.
    fn column_of(&self, key: &str) -> usize {
        let columns = &self.recognised.columns;
        columns
            .iter()
            .position(|meaning| *meaning == Meaning::Field(key_of(self.thing(), key)))
            .unwrap_or(columns.len())
    }

    /// A field as the sheet calls it.
    pub fn name_of(&self, key: &str) -> String {
        let column = self.column_of(key);
        match self.recognised.headings.get(column) {
            Some(heading) if column < self.recognised.columns.len() => heading.clone(),
            _ => self.thing().field(key).map_or(key, |field| field.label).to_owned(),
        }
    }
}

fn key_of(thing: Thing, key: &str) -> &'static str {
    thing.field(key).map_or("", |field| field.key)
}

impl Read {
    /// Where words may not be added, they refuse their row.
    pub fn refuse_unknown_words(&mut self, reading: &Reading) {
        for word in &self.unknown {
            let heading = reading.name_of(word.field.key);
            self.refusals.push(Fault::new(FaultCode::TermUnknown, heading, &word.name));
        }
    }
}

impl UnknownWord {
    /// Takes out what stands for the word.
    pub fn leave_out(&self, values: &mut Values) {
        match values.get(self.field.key).clone() {
            Value::Terms(mut ids) => {
                ids.retain(|known| *known != NOT_YET);
                values.set(self.field.key, Value::Terms(ids));
            }
            _ => values.set(self.field.key, Value::Empty),
        }
    }

    /// Puts the word, now that it has a number, where it was missing.
    pub fn settle(&self, values: &mut Values, id: i64) {
        match values.get(self.field.key).clone() {
            Value::Terms(mut ids) => {
                ids.retain(|known| *known != NOT_YET);
                ids.push(id);
                values.set(self.field.key, Value::Terms(ids));
            }
            _ => values.set(self.field.key, Value::Number(id)),
        }
    }
}
