//! The list of a register page: filtered, sorted, one page of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, Result};
use crate::folder::Register;
use crate::period::Period;
use crate::things::{Thing, Values};

/// Which records, in which order, from where on. Those of imports taken back are in no list.
#[derive(Debug, Deserialize, TS)]
pub struct ListRequest {
    pub thing: Thing,
    /// Only records dated in it; without one all, undated ones too.
    #[ts(optional)]
    pub period: Option<Period>,
    /// Words, with blanks between them, that all must stand in the texts of a record.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub text: String,
    /// All must hold.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<ListFilter>>")]
    pub filters: Vec<ListFilter>,
    #[serde(default)]
    #[ts(optional, as = "Option<Standing>")]
    pub standing: Standing,
    /// The newest first where nothing else is asked for.
    #[ts(optional)]
    pub sort: Option<Sort>,
    #[serde(default)]
    #[ts(optional, as = "Option<u64>")]
    pub offset: u64,
    pub limit: u64,
}

/// A field and what it may hold. A term stands for all below it.
#[derive(Debug, Deserialize, TS)]
pub struct ListFilter {
    pub field: String,
    pub any: Vec<FilterValue>,
}

/// `null` is an empty field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(untagged)]
pub enum FilterValue {
    Flag(bool),
    Term(i64),
    Empty(()),
}

/// Whether withdrawn records are in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    #[default]
    All,
    InForce,
    Withdrawn,
}

#[derive(Debug, Deserialize, TS)]
pub struct Sort {
    pub field: String,
    pub descending: bool,
}

/// One page of a list.
#[derive(Debug, Serialize, TS)]
pub struct RecordList {
    /// How many there are in all.
    pub total: u64,
    pub records: Vec<ListedRecord>,
}

#[derive(Debug, Serialize, TS)]
pub struct ListedRecord {
    pub id: String,
    /// What it is known by, also where its title field is empty.
    pub title: String,
    #[ts(type = "Record<string, Value>")]
    pub values: Values,
    /// The reason, where the record is 作废.
    pub withdrawn: Option<String>,
}

impl Register {
    /// One page of the records of a thing.
    pub fn list_records(&self, _request: &ListRequest) -> Result<RecordList> {
        Err(Error::Internal { detail: "list_records".into() })
    }
}
