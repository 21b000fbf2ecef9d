//! What an office sets once: its name, and the periods that it reports on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::context::Context;
use crate::error::{Error, Result};
use crate::folder::Register;

/// A period with a name, such as 2023年度 or 2022—2023学年. The first of them is the one that a window begins with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NamedPeriod {
    pub name: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
}

impl Register {
    pub fn rename_institution(&mut self, _context: &Context, _name: &str) -> Result<()> {
        Err(Error::Internal { detail: "rename_institution".into() })
    }

    pub fn periods(&self) -> Result<Vec<NamedPeriod>> {
        Ok(Vec::new())
    }

    pub fn set_periods(&mut self, _context: &Context, _periods: Vec<NamedPeriod>) -> Result<Vec<NamedPeriod>> {
        Err(Error::Internal { detail: "set_periods".into() })
    }
}
