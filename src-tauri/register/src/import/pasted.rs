//! Rows copied from a spreadsheet, cells apart by tabs: under a header they are read as an import reads a sheet.

use super::meaning::{Meaning, Target};
use super::recognise::{Recognised, headings_alone, is_header_again, is_total, read_as, recognise};
use super::row::{Read, Reading};
use super::workbook::Sheet;
use crate::context::Context;
use crate::error::FieldFault;
use crate::fault::{Fault, FaultCode};
use crate::quick::proposed;
use crate::records::JsonMap;
use crate::things::{Kind, Thing, Vocabulary};
use crate::typed::{Cell, read_count, read_date, trimmed};

/// Rows of cells as they were pasted.
pub(crate) struct Pasted(Sheet);

/// Rows under a header.
pub(crate) struct Headed {
    pub thing: Thing,
    /// Headings that mean nothing here.
    pub unknown_headings: Vec<String>,
    pub rows: Vec<HeadedRow>,
}

pub(crate) struct HeadedRow {
    /// Its number among the lines that were pasted, from 1.
    pub row: u32,
    /// As a form takes them: what cannot be read stands there as it was written.
    pub values: JsonMap,
    /// Of cells that no form could show as they were written, with what was, and which terms that may mean.
    pub unsettled: Vec<(FieldFault, String, Vec<String>)>,
    pub doubts: Vec<FieldFault>,
    /// The reason, where the row is 作废.
    pub withdrawn: Option<String>,
}

/// The cells of a text, line by line; what a spreadsheet put between quotation marks is one cell.
pub(crate) fn cells(text: &str) -> Pasted {
    let mut rows: Vec<Vec<Cell>> = vec![Vec::new()];
    let mut rest = text.trim_end();
    loop {
        let (written, behind) = cell(rest);
        let cell = match trimmed(&written) {
            "" => Cell::Empty,
            text => Cell::Text(text.into()),
        };
        let last = rows.len() - 1;
        if let Some(row) = rows.get_mut(last) {
            row.push(cell);
        }
        rest = match behind.strip_prefix('\t') {
            Some(next) => next,
            None if behind.is_empty() => break,
            None => {
                rows.push(Vec::new());
                behind.strip_prefix("\r\n").or(behind.get(1..)).unwrap_or_default()
            }
        };
    }
    for row in &mut rows {
        let filled = row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        row.truncate(filled);
    }
    Pasted(Sheet { name: String::new(), first_row: 1, rows, merged: Vec::new() })
}

impl Pasted {
    /// How many rows there are, blank ones aside.
    pub fn filled(&self) -> usize {
        self.0.rows.iter().filter(|row| !row.is_empty()).count()
    }

    /// Each row as one line, with its number; running numbers before all of them are no part of it.
    pub fn lines(&self) -> Vec<(u32, String)> {
        let filled = || self.0.rows.iter().enumerate().filter(|(_, row)| !row.is_empty());
        let number = |row: &[Cell]| row.first().map(Cell::to_text).and_then(|text| text.parse::<u32>().ok());
        let first = filled().next().and_then(|(_, row)| number(row)).filter(|first| *first < 10_000);
        let running = |first: u32| (first..).zip(filled()).all(|(n, (_, row))| number(row) == Some(n) && row.len() > 1);
        let begin = usize::from(first.is_some_and(running));
        let line = |row: &Vec<Cell>| {
            let cells = row.iter().skip(begin).map(Cell::to_text).filter(|text| !text.is_empty());
            cells.collect::<Vec<_>>().join(" ").replace(['\n', '\r', '\t'], " ")
        };
        filled().map(|(index, row)| (self.0.number(index), line(row))).collect()
    }
}

const ENDS: [char; 3] = ['\t', '\n', '\r'];

/// The first cell of a text, and what stands behind it from the sign that ends it on.
fn cell(text: &str) -> (String, &str) {
    if let Some(quoted) = text.strip_prefix('"').and_then(quoted) {
        return quoted;
    }
    let (written, behind) = text.split_at(text.find(ENDS).unwrap_or(text.len()));
    (written.to_owned(), behind)
}

/// What stands up to the closing mark, where that ends the cell and the marks were needed; else they are the office's
/// own.
fn quoted(inner: &str) -> Option<(String, &str)> {
    let mut from = 0;
    loop {
        let at = from + inner.get(from..)?.find('"')?;
        let behind = inner.get(at + 1..)?;
        if behind.starts_with('"') {
            from = at + 2;
            continue;
        }
        let held = inner.get(..at)?;
        let needed = held.contains(ENDS) || held.contains("\"\"");
        let ends = behind.is_empty() || behind.starts_with(ENDS);
        return (needed && ends).then(|| (held.replace("\"\"", "\""), behind));
    }
}

/// The rows under the header, where there is one; `thing` is the register that they are meant for.
pub(crate) fn under_a_header(
    Pasted(sheet): &Pasted,
    thing: Option<Thing>,
    context: &Context,
    vocabulary: &Vocabulary,
) -> Option<Headed> {
    let recognised = header(sheet, thing)?;
    let reading = Reading::new(sheet, &recognised, context.today());
    let mut rows = Vec::new();
    for index in recognised.header + 1..sheet.rows.len() {
        let (cells, _) = reading.cells(index);
        let none =
            reading.is_blank(&cells) || is_header_again(&cells, &recognised, sheet) || is_total(&cells, &recognised);
        if !none {
            rows.push(row(sheet.number(index), &reading, &recognised, &cells, vocabulary));
        }
    }
    let unknown_headings = reading.unknown_headings().cloned().collect();
    Some(Headed { thing: reading.thing(), unknown_headings, rows })
}

/// A header holds no day and no number: a record that looks like one is not lost to it.
fn header(sheet: &Sheet, thing: Option<Thing>) -> Option<Recognised> {
    let found = recognise(sheet, "").filter(|found| thing.is_none_or(|thing| found.target.thing() == thing));
    let found = found.or_else(|| match thing {
        Some(thing) => read_as(sheet, "", Target::Thing(thing), None),
        None => headings_alone(sheet),
    })?;
    let says = |cell: &Cell| {
        matches!(read_date(cell, None), Ok(Some(_)) | Err((FaultCode::DateYearUnknown | FaultCode::DateImpossible, _)))
            || matches!(read_count(cell), Ok(Some(_)))
    };
    let heads = sheet.rows.get(found.header).is_some_and(|row| !row.iter().any(says));
    heads.then_some(found)
}

fn row(number: u32, reading: &Reading, recognised: &Recognised, cells: &[Cell], vocabulary: &Vocabulary) -> HeadedRow {
    let thing = reading.thing();
    let Read { mut values, withdrawn, unknown, refusals, warnings } = reading.read(cells, vocabulary);
    let mut unsettled = Vec::new();
    for word in &unknown {
        word.leave_out(&mut values);
        let fault = Fault::new(FaultCode::WordUnknown, word.field.key, &word.name);
        unsettled.push((
            FieldFault::of(thing, fault),
            word.name.clone(),
            proposed(vocabulary, word.dimension, &word.name),
        ));
    }
    let mut filled = values.filled();
    for fault in refusals {
        let column = recognised.headings.iter().position(|heading| *heading == fault.column);
        let meaning = column.and_then(|column| recognised.columns.get(column));
        // A fault of a field without a column is one that a form finds by itself.
        let Some(Meaning::Field(key)) = meaning else { continue };
        let written = column.and_then(|column| cells.get(column)).map(Cell::to_text).unwrap_or_default();
        match thing.field(key).map(|field| field.kind) {
            Some(Kind::Text { .. } | Kind::Date | Kind::Count | Kind::Money) => {
                filled.entry(*key).or_insert(written.into());
            }
            Some(Kind::Flag | Kind::Term { .. } | Kind::Channels | Kind::Link { .. }) | None => {
                unsettled.push((
                    FieldFault::of(thing, Fault { column: (*key).to_owned(), ..fault }),
                    written,
                    Vec::new(),
                ));
            }
        }
    }
    let key_of = |heading: &str| thing.fields().iter().find(|field| reading.name_of(field.key) == heading);
    let told = |fault: Fault| {
        let column = key_of(&fault.column).map_or(fault.column.clone(), |field| field.key.to_owned());
        FieldFault::of(thing, Fault { column, ..fault })
    };
    // What stands in the future a form says by itself.
    let own = warnings.into_iter().filter(|fault| fault.code != FaultCode::DateUnlikely);
    HeadedRow { row: number, values: filled, unsettled, doubts: own.map(told).collect(), withdrawn }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_what_stood_in_the_spreadsheet() {
        for (text, rows) in [
            ("甲\t乙\n丙\t丁", vec![vec!["甲", "乙"], vec!["丙", "丁"]]),
            ("甲\t乙\r\n丙\t丁\r\n", vec![vec!["甲", "乙"], vec!["丙", "丁"]]),
            ("甲\r丙", vec![vec!["甲"], vec!["丙"]]),
            ("甲\t\t丙\t\t", vec![vec!["甲", "", "丙"]]),
            ("\n甲", vec![vec![], vec!["甲"]]),
            ("\"上\n下\"\t乙", vec![vec!["上\n下", "乙"]]),
            ("\"说\"\"好\"\"\"\t乙", vec![vec!["说\"好\"", "乙"]]),
            ("\"五一\"放假通知\t乙", vec![vec!["\"五一\"放假通知", "乙"]]),
            ("\"五一\"\t乙", vec![vec!["\"五一\"", "乙"]]),
            ("\"没有\t结尾\n乙", vec![vec!["\"没有", "结尾"], vec!["乙"]]),
            ("", vec![vec![]]),
        ] {
            let read: Vec<Vec<String>> =
                cells(text).0.rows.iter().map(|row| row.iter().map(Cell::to_text).collect()).collect();
            assert_eq!(read, rows, "{text:?}");
        }
    }

    #[test]
    fn running_numbers_before_the_rows_are_no_part_of_them() {
        let lines = |text: &str| cells(text).lines().into_iter().map(|(_, line)| line).collect::<Vec<_>>();
        assert_eq!(lines("1\t3月2日\t甲\n2\t3月3日\t乙"), ["3月2日 甲", "3月3日 乙"]);
        assert_eq!(lines("7\t甲\n9\t乙"), ["7 甲", "9 乙"], "they do not run on");
        assert_eq!(lines("20230302\t甲"), ["20230302 甲"], "a day");
        assert_eq!(lines("甲\t\t\"上\n下\""), ["甲 上 下"]);
    }
}
