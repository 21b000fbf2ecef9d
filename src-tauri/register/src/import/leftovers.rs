//! Rows that an import refused: kept until somebody has dealt with them, so that none is forgotten.

use serde::Serialize;
use ts_rs::TS;

use super::{AlsoRefused, CellText};
use crate::context::Context;
use crate::error::{Error, Result};
use crate::folder::Register;
use crate::things::{Thing, Values};

/// A refused row that waits.
#[derive(Debug, Serialize, TS)]
pub struct Leftover {
    pub id: i64,
    pub batch: String,
    pub file: String,
    pub sheet: String,
    /// The workbook's own row number.
    pub row: u32,
    pub thing: Thing,
    /// What could be read of it, to begin a form with.
    #[ts(type = "Record<string, Value>")]
    pub values: Values,
    /// The row as it was written.
    pub cells: Vec<CellText>,
    /// Why it was refused.
    pub faults: Vec<AlsoRefused>,
}

/// The refused rows of imports not taken back that nobody has dealt with, the newest import first.
pub fn leftovers(_register: &Register) -> Result<Vec<Leftover>> {
    Err(Error::Internal { detail: "leftovers".into() })
}

/// Marks refused rows as dealt with: logged by hand as `record`, or left out for good.
pub fn settle(_register: &mut Register, _context: &Context, _ids: &[i64], _record: Option<&str>) -> Result<()> {
    Err(Error::Internal { detail: "settle_leftovers".into() })
}
