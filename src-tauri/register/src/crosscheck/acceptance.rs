//! What a person accepts of a check that fails or cannot tell, with the reason. It holds for that period, and as long as
//! what stood behind the line is the same.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CrossCheck, Outcome, told};
use crate::change::{Operation, json};
use crate::context::Context;
use crate::error::{Error, Result};
use crate::finding::Kept;
use crate::folder::Register;
use crate::period::Period;
use crate::records::{HistoryEntry, HistoryPart};
use crate::store;

/// What was accepted of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AcceptedCheck {
    pub reason: String,
    pub at: String,
    pub by: String,
    /// Not where the numbers or the records behind the line have changed since.
    pub holds: bool,
}

#[derive(Debug, Deserialize, TS)]
pub struct AcceptCheck {
    /// The line.
    pub id: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// `false` takes it back.
    pub accept: bool,
    pub reason: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct AcceptanceOf {
    pub id: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
}

/// An acceptance as it is kept and logged.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Acceptance {
    /// Whether it is one; `false` where it was taken back.
    accepted: bool,
    /// Why it was accepted, or taken back.
    reason: String,
    outcome: Outcome,
    /// The sentence that was accepted.
    sentence: String,
    digest: String,
    at: String,
    by: String,
}

/// By the line.
pub(super) type Accepted = HashMap<String, Acceptance>;

impl Acceptance {
    /// As it stands now.
    pub(super) fn shown(&self, digest: &str) -> Option<AcceptedCheck> {
        let Acceptance { reason, at, by, .. } = self.clone();
        self.accepted.then_some(AcceptedCheck { reason, at, by, holds: self.digest == digest })
    }
}

impl Register {
    /// Accepts a line that does not hold, or takes that back. The line with it.
    pub fn accept_check(&mut self, context: &Context, request: &AcceptCheck) -> Result<CrossCheck> {
        let period = Period::new(request.from, request.to)?;
        let line = self.check_line(context, &request.id, period)?;
        let before = self.acceptances_of(period)?.remove(&line.id).filter(|before| before.accepted);
        let (reason, label) = (request.reason.trim(), line.check.label.clone());
        match (request.accept, &before) {
            (true, _) if line.found.outcome == Outcome::Pass => return Err(Error::CheckHolds { label }),
            (false, None) => return Err(Error::CheckNotAccepted { label }),
            _ if reason.is_empty() => return Err(Error::AcceptanceReasonMissing),
            _ => {}
        }
        let acceptance = Acceptance {
            accepted: request.accept,
            reason: reason.to_owned(),
            outcome: line.found.outcome,
            sentence: line.found.sentence.clone(),
            digest: line.digest(),
            at: context.now.format("%Y-%m-%dT%H:%M:%S").to_string(),
            by: context.who.to_owned(),
        };
        self.change(context, Operation::CheckAccept, |change| {
            change.put_acceptance(&line.id, period, &json(&acceptance))
        })?;
        Ok(told(line, &self.acceptances_of(period)?))
    }

    /// Who accepted a line of a period and took that back, oldest first.
    pub fn acceptances(&self, request: &AcceptanceOf) -> Result<Vec<HistoryEntry>> {
        let name = format!("{}/{}/{}", request.id, request.from, request.to);
        let read = |json: Option<String>| json.and_then(|json| serde_json::from_str(&json).ok());
        let history = store::changes::history(self.db(), Kept::Acceptance.key(), &name)?;
        let entry = |(entry, changed): (store::changes::Entry, store::changes::ChangedRecord)| {
            HistoryEntry::of(entry, HistoryPart::Record, read(changed.before), read(changed.after))
        };
        Ok(history.into_iter().map(entry).collect())
    }

    pub(super) fn acceptances_of(&self, period: Period) -> Result<Accepted> {
        let read = |kept: store::acceptances::Accepted| Some((kept.line, serde_json::from_str(&kept.entry).ok()?));
        Ok(store::acceptances::of_period(self.db(), period)?.into_iter().filter_map(read).collect())
    }
}
