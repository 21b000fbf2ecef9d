//! Rows that stand among the records and are none: the header again, another header, totals.

use super::{Heading, Recognised, dictionary, fit};
use crate::import::meaning::{Meaning, Target};
use crate::import::workbook::Sheet;
use crate::typed::{Cell, plain};

/// Whether a row below the header repeats it, as printed ledgers do at the top of a page.
pub(in crate::import) fn is_header_again(row: &[Cell], recognised: &Recognised, sheet: &Sheet) -> bool {
    let repeats = |header: usize| {
        let mut same = 0;
        for (column, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            if !matches!(cell, Cell::Text(_)) || cell != sheet.cell(header, column) {
                return false;
            }
            same += 1;
        }
        same >= 2
    };
    repeats(recognised.header) || recognised.header.checked_sub(1).is_some_and(repeats)
}

/// Whether a row is the header of another table: its cells are headings, and of other fields.
pub(in crate::import) fn is_another_header(row: &[Cell], recognised: &Recognised) -> bool {
    const FEWEST: usize = 3;
    // Headings are short texts without digits; rows of records have a day.
    let heads = |cell: &Cell| match cell {
        Cell::Text(text) => text.chars().count() <= 16 && !text.contains(|c: char| c.is_ascii_digit()),
        Cell::Empty => true,
        Cell::Number(_) | Cell::Day(_) | Cell::Flag(_) | Cell::Error(_) | Cell::FormulaWithoutValue(_) => false,
    };
    if row.iter().filter(|cell| !cell.is_empty()).count() < FEWEST || !row.iter().all(heads) {
        return false;
    }
    let headings: Vec<Heading> = row.iter().map(|cell| Heading::new(cell, None)).collect();
    Target::ALL.into_iter().any(|target| {
        let fit = fit(&headings, target);
        let unknown = fit.columns.iter().filter(|meaning| **meaning == Meaning::Unknown).count();
        let needed = dictionary::needed(target).iter().all(|group| group.iter().any(|key| fit.has(key)));
        needed && fit.fields() >= FEWEST && unknown * 2 < fit.fields() && fit.columns != recognised.columns
    })
}

/// Whether a row is 合计, 总计 or 小计.
pub(in crate::import) fn is_total(row: &[Cell], recognised: &Recognised) -> bool {
    let column_of = |key| recognised.columns.iter().position(|meaning| *meaning == Meaning::Field(key));
    let thing = recognised.target.thing();
    let (date, title) = (column_of(thing.date_field()), column_of(thing.title_field()));
    let said = |column: usize, cell: &Cell| match cell {
        Cell::Text(text) => totals(text, Some(column) == title),
        Cell::Empty
        | Cell::Number(_)
        | Cell::Day(_)
        | Cell::Flag(_)
        | Cell::Error(_)
        | Cell::FormulaWithoutValue(_) => false,
    };
    let filled = row.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
    let Some((place, _)) = filled.take(3).find(|(column, cell)| said(*column, cell)) else { return false };
    // A row with a day of its own is a record, whatever its title.
    date.is_none_or(|date| date == place || row.get(date).is_none_or(Cell::is_empty))
}

fn totals(text: &str, is_title: bool) -> bool {
    const WORDS: [&str; 7] = ["合计", "总计", "小计", "共计", "累计", "总数", "总和"];
    if text.chars().count() > 20 || !text.contains(['计', '总']) {
        return false;
    }
    let text: String = plain(text).chars().filter(|c| !c.is_whitespace()).collect();
    WORDS.iter().any(|word| {
        let behind = text.strip_prefix(word).map(|rest| rest.chars().next());
        let begins = behind.is_some_and(|c| c.is_none_or(|c| c.is_ascii_digit() || ":;,(（、。".contains(c)));
        begins || !is_title && text.chars().count() <= 8 && text.ends_with(word)
    })
}
