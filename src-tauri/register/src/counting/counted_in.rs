//! Which figures count a record, by the same selection that counts them.

use serde::Serialize;
use ts_rs::TS;

use crate::error::{Error, Result};
use crate::folder::Register;
use crate::period::Period;

/// A figure that counts a record, and with how much.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CountedIn {
    pub figure: String,
    pub label: String,
    pub unit: String,
    pub quantity: i64,
}

impl Register {
    /// The figures of a period that count this record, in the order of the report.
    pub fn counted_in(&self, _id: &str, _period: Period) -> Result<Vec<CountedIn>> {
        Err(Error::Internal { detail: "counted_in".into() })
    }
}
