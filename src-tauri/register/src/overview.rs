//! The day's overview: what was logged today, and what wants attention.

use serde::Serialize;
use ts_rs::TS;

use crate::context::Context;
use crate::error::{Error, Result};
use crate::folder::Register;
use crate::period::Period;
use crate::things::Thing;

#[derive(Clone, Debug, Serialize, TS)]
pub struct Overview {
    /// What was done today, the newest first; at most 50.
    pub today: Vec<Done>,
    /// Records logged today, those of imports not taken back among them.
    pub logged_today: u64,
    /// What wants attention; only what there is.
    pub attention: Vec<Attention>,
}

/// One entry of the change log, as a clerk would tell of it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Done {
    pub seq: i64,
    /// Local time, `2023-11-20T09:30:00`.
    pub at: String,
    pub who: String,
    pub operation: String,
    pub thing: Option<Thing>,
    /// The record, where it was one.
    pub record: Option<String>,
    /// The record's title, the file of an import, the name of a term.
    pub title: String,
    /// How many records it touched.
    pub records: u64,
}

/// Records of one thing that want the same attention. The window opens them in the thing's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Attention {
    pub what: Wanting,
    pub thing: Option<Thing>,
    pub count: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Wanting {
    /// Rows of imports that were refused and not dealt with since.
    RefusedRows,
    /// Items without the date that would count them, whatever the period.
    Undated,
    /// Public items of the period without a secrecy review (《高等学校信息公开办法》第五条).
    Unreviewed,
    /// Public items of the period that are on no channel.
    WithoutChannel,
    /// Requests and replies of the period that were not answered.
    Unanswered,
}

impl Register {
    /// What was done on the context's day, and what in this period wants attention.
    pub fn overview(&self, _context: &Context, _period: Period) -> Result<Overview> {
        Err(Error::Internal { detail: "overview".into() })
    }
}
