//! Which figures count a record, by the same selection that counts them.

use serde::Serialize;
use ts_rs::TS;

use super::compile;
use crate::error::{Error, Result};
use crate::folder::Register;
use crate::period::Period;
use crate::store;
use crate::store::selection::Selection;
use crate::things::RecordId;

/// A figure that counts a record, and with how much.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CountedIn {
    pub figure: String,
    pub label: String,
    pub unit: String,
    pub quantity: i64,
}

impl Register {
    /// The figures of a period that count this record, in the order of the report. Of a ratio: with its part.
    pub fn counted_in(&self, id: &str, period: Period) -> Result<Vec<CountedIn>> {
        let period = period.checked()?;
        let RecordId { thing, number } = RecordId::parse(id)?;
        store::records::get(self.db(), thing, number)?.ok_or_else(|| Error::NoSuchRecord { id: id.into() })?;
        let vocabulary = self.vocabulary()?;
        let mut counted = Vec::new();
        for definition in self.definitions()?.into_iter().filter(|definition| definition.counts.thing() == thing) {
            let (selection, _) = compile(&definition, period, &vocabulary)?;
            let totals = Selection { only: Some(number), ..selection }.totals(self.db())?;
            if totals.records > 0 {
                counted.push(CountedIn {
                    figure: definition.id,
                    label: definition.label,
                    unit: definition.unit,
                    quantity: totals.sum,
                });
            }
        }
        Ok(counted)
    }
}
