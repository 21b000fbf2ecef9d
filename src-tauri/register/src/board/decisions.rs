//! 不涉及: a person's decision that an item does not concern the school in a year. It holds for that year alone.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::change::{Operation, json};
use crate::context::Context;
use crate::error::{Error, Result};
use crate::finding::Kept;
use crate::folder::Register;
use crate::period::plausible;
use crate::records::{HistoryEntry, HistoryPart};
use crate::store;

/// A decision as it is kept and logged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ListDecision {
    pub year: i32,
    /// None where it was taken back.
    pub reason: Option<String>,
    pub at: String,
    pub by: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct SetNotApplicable {
    pub item: i64,
    pub year: i32,
    /// `null` takes the decision back.
    pub reason: Option<String>,
}

impl Register {
    /// Decides that an item does not concern the school in a year, or that it does after all.
    pub fn set_not_applicable(&mut self, context: &Context, request: &SetNotApplicable) -> Result<ListDecision> {
        let item = self.list_item(request.item)?.id;
        if !NaiveDate::from_ymd_opt(request.year, 1, 1).is_some_and(plausible) {
            return Err(Error::DayOutOfRange { day: request.year.to_string() });
        }
        let reason = request.reason.as_deref().map(str::trim);
        if reason == Some("") {
            return Err(Error::DecisionReasonMissing);
        }
        let decision = ListDecision {
            year: request.year,
            reason: reason.map(str::to_owned),
            at: context.now.format("%Y-%m-%dT%H:%M:%S").to_string(),
            by: context.who.to_owned(),
        };
        self.change(context, Operation::ListDecide, |change| {
            change.put_list_decision(item, request.year, &json(&decision))
        })?;
        Ok(decision)
    }

    /// Every decision, by item and year.
    pub(super) fn list_decisions(&self) -> Result<HashMap<(i64, i32), ListDecision>> {
        let read =
            |(item, year, decision): (i64, i32, String)| Some(((item, year), serde_json::from_str(&decision).ok()?));
        Ok(store::list_marks::decisions(self.db())?.into_iter().filter_map(read).collect())
    }

    /// Who decided what of an item, and set its rhythm, oldest first.
    pub fn list_item_history(&self, id: i64) -> Result<Vec<HistoryEntry>> {
        let item = self.list_item(id)?.id.to_string();
        let read = |json: Option<&String>| json.and_then(|json| serde_json::from_str(json).ok());
        let mut history = Vec::new();
        for kept in [Kept::ListRhythm, Kept::ListDecision] {
            for (entry, changed) in store::changes::history_beside(self.db(), kept.key(), &item)? {
                history.push(HistoryEntry::of(
                    entry,
                    HistoryPart::Record,
                    read(changed.before.as_ref()),
                    read(changed.after.as_ref()),
                ));
            }
        }
        history.sort_by_key(|entry| entry.seq);
        Ok(history)
    }
}
