//! What was typed in one place, a cell of a workbook above all; small enough for a million rows.

use std::sync::Arc;

use chrono::NaiveDate;

/// The value of a cell. Texts are shared, as a ledger repeats its departments and channels in every row.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Cell {
    #[default]
    Empty,
    /// Text without blanks at its ends; never blank.
    Text(Arc<str>),
    Number(f64),
    /// The day of a date, whatever its time of day.
    Day(NaiveDate),
    Flag(bool),
    /// `#DIV/0!` and its like.
    Error(Arc<str>),
    /// A formula that the writing program never computed.
    FormulaWithoutValue(Arc<str>),
}

impl Cell {
    pub fn is_empty(&self) -> bool {
        matches!(self, Cell::Empty)
    }

    /// The value as a person would type it: numbers without exponent, whole ones without decimals, days as
    /// `YYYY-MM-DD`.
    pub fn to_text(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) | Cell::Error(text) => text.to_string(),
            Cell::FormulaWithoutValue(formula) => format!("={}", formula.trim_start_matches('=')),
            // `Display` of f64 never writes an exponent.
            Cell::Number(number) => number.to_string(),
            Cell::Day(day) => day.to_string(),
            Cell::Flag(flag) => if *flag { "TRUE" } else { "FALSE" }.to_owned(),
        }
    }
}

/// Text without what cannot be seen at its ends.
pub(crate) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_small() {
        assert!(size_of::<Cell>() <= 24, "{}", size_of::<Cell>());
    }

    #[test]
    fn numbers_read_as_they_were_typed() {
        for (number, text) in [(20230302.0, "20230302"), (38.0, "38"), (12.5, "12.5"), (-3.0, "-3"), (0.1, "0.1")] {
            assert_eq!(Cell::Number(number).to_text(), text);
        }
        assert_eq!(Cell::Number(430_102_199_001_011_200.0).to_text(), "430102199001011200");
        assert_eq!(Cell::Number(1e21).to_text(), "1000000000000000000000");
    }
}
