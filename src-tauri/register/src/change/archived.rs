//! An archived report is entered; and the gate before what one counts, which opens for a reason.

use super::{Change, json};
use crate::archive::{ArchivedReport, all_archived, sealing};
use crate::error::{Error, Result};
use crate::finding::Kept;
use crate::store;
use crate::things::Values;

impl Change<'_> {
    pub(crate) fn archive(&mut self, report: &ArchivedReport) -> Result<()> {
        let kept = json(report);
        store::archive::insert(&self.db, report.sealed.number, &kept)?;
        self.note(Kept::Archive.key(), report.sealed.number.to_string(), None, Some(kept));
        Ok(())
    }

    /// Why it is done: kept in the entry.
    pub(crate) fn because(&mut self, reason: Option<String>) {
        self.reason = reason;
    }

    /// The newest archived report in whose period a record with these values lies.
    pub(crate) fn sealed_by(&mut self, values: &Values) -> Result<Option<&ArchivedReport>> {
        let archived = match self.archived.take() {
            Some(archived) => archived,
            None => all_archived(&self.db)?,
        };
        Ok(sealing(self.archived.insert(archived), values))
    }

    /// What an archived report counts changes for a reason alone.
    pub(super) fn check_reason(&mut self, values: &Values) -> Result<()> {
        if self.reason.is_some() {
            return Ok(());
        }
        match self.sealed_by(values)? {
            Some(ArchivedReport { sealed, .. }) => Err(Error::CorrectionReasonMissing {
                title: sealed.title.clone(),
                number: sealed.number,
                period: sealed.period(),
            }),
            None => Ok(()),
        }
    }
}
