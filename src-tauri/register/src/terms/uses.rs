//! What hangs on a term: records, figures, terms below it.

use serde::Serialize;
use ts_rs::TS;

use crate::error::{Error, Result};
use crate::folder::Register;
use crate::things::{Dimension, Thing};

/// How much hangs on a term, for a list of terms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TermCount {
    pub id: i64,
    /// Records not taken back that name it, withdrawn ones too; not those of terms below it.
    pub records: u64,
    /// Figures whose definition names it.
    pub figures: u64,
}

/// What hangs on one term, in full.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TermUses {
    pub id: i64,
    pub records: Vec<ThingCount>,
    /// The labels of the figures that name it.
    pub figures: Vec<String>,
    /// The names of the terms right below it.
    pub below: Vec<String>,
    /// Other names that mean the same and were merged into it.
    pub aliases: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ThingCount {
    pub thing: Thing,
    pub records: u64,
}

impl Register {
    /// What hangs on each term of a vocabulary.
    pub fn term_counts(&self, _dimension: Dimension) -> Result<Vec<TermCount>> {
        Err(Error::Internal { detail: "term_counts".into() })
    }

    /// What hangs on one term.
    pub fn term_uses(&self, _id: i64) -> Result<TermUses> {
        Err(Error::Internal { detail: "term_uses".into() })
    }
}
