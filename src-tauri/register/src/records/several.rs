//! Several records at once: logged in one transaction, taken back in one, and the last one to be repeated.

use serde::Serialize;
use ts_rs::TS;

use super::{JsonMap, NamedRecord, RecordView, correction_reason, is_case};
use crate::change::Operation;
use crate::context::Context;
use crate::error::{Error, FieldFault, Result};
use crate::folder::Register;
use crate::store;
use crate::things::{RecordId, Thing};

/// What came of rows that were to be logged.
#[derive(Debug, Serialize, TS)]
pub struct RowsLogged {
    /// One for each row, in their order.
    pub rows: Vec<RowLogged>,
    /// What was logged with them: case files of replies about disclosure work.
    pub also: Vec<NamedRecord>,
}

/// What came of one row: its record, or why it was refused.
#[derive(Debug, Serialize, TS)]
pub struct RowLogged {
    pub id: Option<String>,
    pub faults: Vec<FieldFault>,
}

impl Register {
    /// Logs the rows that a form would save, all of them in one entry of the log; the others are told and left out.
    pub fn log_records(
        &mut self,
        context: &Context,
        thing: Thing,
        rows: &[JsonMap],
        reason: Option<&str>,
    ) -> Result<RowsLogged> {
        let reason = correction_reason(reason)?;
        let mut told = Vec::new();
        let mut taken = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            let faults = match self.accept(context, thing, row, None) {
                Ok((values, _)) => {
                    taken.push((at, values));
                    Vec::new()
                }
                Err(Error::Refused { faults }) => faults,
                Err(other) => return Err(other),
            };
            told.push(RowLogged { id: None, faults });
        }
        if taken.is_empty() {
            return Ok(RowsLogged { rows: told, also: Vec::new() });
        }
        let (ids, cases) = self.change(context, Operation::RecordLog, |change| {
            change.because(reason);
            let (mut ids, mut cases) = (Vec::new(), Vec::new());
            for (at, values) in &taken {
                let number = change.log_record(values)?;
                ids.push((*at, RecordId { thing, number }));
                if is_case(values) {
                    cases.push(change.case_of_reply(values, number, None)?);
                }
            }
            Ok((ids, cases))
        })?;
        for (at, id) in ids {
            if let Some(row) = told.get_mut(at) {
                row.id = Some(id.to_string());
            }
        }
        let named = |number| self.named_record(RecordId { thing: Thing::CaseFile, number });
        Ok(RowsLogged { rows: told, also: cases.into_iter().map(named).collect::<Result<_>>()? })
    }

    /// 作废 of several records and those made from them, all or none, in one entry of the log.
    pub fn withdraw_records(&mut self, context: &Context, ids: &[String], reason: &str) -> Result<()> {
        self.withdraw(context, ids, reason, true)
    }

    /// The record of a thing that was logged last and is in force, imports aside.
    pub fn last_logged(&self, context: &Context, thing: Thing) -> Result<Option<RecordView>> {
        let last = store::records::last_logged(self.db(), thing)?;
        last.map(|number| self.record(context, &RecordId { thing, number }.to_string())).transpose()
    }
}
