//! Which ledger a sheet is, where its header stands, and what its columns mean.

use crate::things::Thing;

use super::workbook::{Cell, Sheet};

/// What the rows of a sheet become.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Target {
    Thing(Thing),
    /// 日常登记: replies with a quantity, one row a day, channel and matter.
    DayCounts,
}

impl Target {
    /// `publications` … `case_files`, `day_counts`
    pub fn key(self) -> &'static str {
        match self {
            Target::Thing(thing) => thing.plural(),
            Target::DayCounts => "day_counts",
        }
    }

    pub fn from_key(key: &str) -> Option<Target> {
        if key == "day_counts" { Some(Target::DayCounts) } else { Thing::from_plural(key).map(Target::Thing) }
    }

    /// The thing that its rows are.
    pub fn thing(self) -> Thing {
        match self {
            Target::Thing(thing) => thing,
            Target::DayCounts => Thing::Reply,
        }
    }
}

/// A sheet as understood.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Recognised {
    pub target: Target,
    /// Where the header stands in the sheet's rows; of a header of two rows, the lower.
    pub header: usize,
    /// One for each column of the header.
    pub columns: Vec<Meaning>,
    /// The headings as written, one for each column.
    pub headings: Vec<String>,
    /// The year that titles, the sheet's name or the file's name state.
    pub year: Option<i32>,
    /// The unit that the heading of the quantity states: 人次, 件, 本, 份.
    pub unit: Option<&'static str>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    Field(&'static str),
    /// Whether the row stands or is 作废.
    Status,
    WithdrawnReason,
    /// A running number: not imported, and no part of a comparison.
    Serial,
    /// A column without a heading.
    Ignored,
    Unknown,
}

/// What the sheet is; none where no header is found.
pub(crate) fn recognise(sheet: &Sheet, file_stem: &str) -> Option<Recognised> {
    let _ = (sheet, file_stem);
    None
}

/// The sheet as the given target. The header is sought where no row is given; `header_row` is the workbook's own
/// number. None where there is no such row, or no header is found.
pub(crate) fn read_as(sheet: &Sheet, file_stem: &str, target: Target, header_row: Option<u32>) -> Option<Recognised> {
    let _ = (sheet, file_stem, target, header_row);
    None
}

/// A heading as written, on one line.
pub(crate) fn heading(cell: &Cell) -> String {
    cell.to_text().split_whitespace().collect()
}

/// What is looked for, in few words, for sentences of failure.
pub(crate) fn sought() -> String {
    String::new()
}

/// Whether a row below the header repeats it, as printed ledgers do at the top of a page.
pub(crate) fn is_header_again(row: &[Cell], recognised: &Recognised, sheet: &Sheet) -> bool {
    let _ = (row, recognised, sheet);
    false
}

/// Whether a row is 合计, 总计 or 小计.
pub(crate) fn is_total(row: &[Cell], recognised: &Recognised) -> bool {
    let _ = (row, recognised);
    false
}
