//! A figure broken down by month, channel or any other vocabulary of its records; each part opens its records.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, Result};
use crate::folder::Register;
use crate::period::Period;

/// `by` of a breakdown by months of the figure's own date.
pub const MONTH: &str = "month";

/// One part of a figure: of its breakdown by `by`, the one with this key.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct PartOf {
    /// `month`, or a field that holds terms.
    pub by: String,
    /// `YYYY-MM`, or a term's number; empty for records where the field is empty.
    pub key: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct Breakdown {
    /// Months in their order; otherwise the largest first, the empty field last.
    pub parts: Vec<Part>,
    /// Whether a record may be in several parts, so that they may add up to more than the figure.
    pub overlapping: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Part {
    pub key: String,
    /// Empty where the field is.
    pub label: String,
    pub quantity: i64,
    pub records: u64,
}

impl Register {
    /// A figure's parts. Of a tree of terms, those of the top, each with all below it.
    pub fn breakdown(&self, _figure: &str, _period: Period, _by: &str) -> Result<Breakdown> {
        Err(Error::Internal { detail: "breakdown".into() })
    }
}
