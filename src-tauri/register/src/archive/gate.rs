//! Which archived report a record lies in, by its days; and that a change of it needs a reason, told before it is saved.

use super::{ArchivedReport, all_archived};
use crate::error::{FieldFault, Result};
use crate::fault::{Fault, FaultCode};
use crate::folder::Register;
use crate::things::{Record, Values};

/// The newest of these reports that counts the register of these values, with a counting day of theirs in its period.
pub(crate) fn sealing<'a>(archived: &'a [ArchivedReport], values: &Values) -> Option<&'a ArchivedReport> {
    archived.iter().find(|ArchivedReport { sealed, .. }| {
        let lies_within = |field: &str| values.date(field).is_some_and(|day| sealed.period().contains(day));
        sealed.counts.iter().any(|counted| counted.thing == values.thing() && lies_within(&counted.date))
    })
}

impl Register {
    /// That these values can be saved with a reason alone.
    pub(crate) fn reason_needed(&self, values: &Values, before: Option<&Record>) -> Result<Option<FieldFault>> {
        if before.is_some_and(|before| before.values == *values) {
            return Ok(None);
        }
        let archived = all_archived(self.db())?;
        let sealed =
            before.and_then(|before| sealing(&archived, &before.values)).or_else(|| sealing(&archived, values));
        Ok(sealed.map(|ArchivedReport { sealed, .. }| {
            let fault = Fault::new(FaultCode::CorrectionReasonNeeded, "reason", &sealed.title).with(sealed.number);
            FieldFault::of(values.thing(), fault)
        }))
    }
}
