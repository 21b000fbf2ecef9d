//! Every figure month by month, and a year before.

use serde::Serialize;
use serde_json::Number;
use ts_rs::TS;

use super::MonthCount;
use crate::error::{Error, Result};
use crate::folder::Register;
use crate::period::Period;

/// A figure's course through a period, and what it was in the same period of the year before.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FigureTrend {
    pub figure: String,
    /// Each month of the period, those without any too; empty for a ratio.
    pub months: Vec<MonthCount>,
    #[ts(type = "number | null")]
    pub last_year: Option<Number>,
    pub last_year_display: String,
    /// How many records were behind it a year before.
    pub last_year_rows: u64,
}

impl Register {
    /// The trends of all figures, in the order of the report.
    pub fn figure_trends(&self, _period: Period) -> Result<Vec<FigureTrend>> {
        Err(Error::Internal { detail: "figure_trends".into() })
    }
}
