//! Search through the texts of all records.

use serde::Serialize;
use ts_rs::TS;

use crate::error::Result;
use crate::folder::Register;
use crate::store;
use crate::things::{RecordId, Thing};

/// What was found: how many in all, and the newest of them.
#[derive(Debug, Serialize, TS)]
pub struct SearchAnswer {
    pub total: u64,
    pub hits: Vec<Hit>,
}

#[derive(Debug, Serialize, TS)]
pub struct Hit {
    pub id: String,
    pub thing: Thing,
    pub title: String,
    /// Empty where the record is undated.
    pub date: Option<String>,
}

impl Register {
    /// Records whose texts hold every word of `text`, newest first; withdrawn ones too, those of imports taken back not.
    pub fn search(&self, text: &str, limit: usize) -> Result<SearchAnswer> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(SearchAnswer { total: 0, hits: Vec::new() });
        }
        let (total, found) = store::lists::search(self.db(), text, limit)?;
        let hits = found
            .into_iter()
            .map(|found| Hit {
                id: RecordId { thing: found.thing, number: found.id }.to_string(),
                thing: found.thing,
                title: found.title,
                date: found.date,
            })
            .collect();
        Ok(SearchAnswer { total, hits })
    }
}
