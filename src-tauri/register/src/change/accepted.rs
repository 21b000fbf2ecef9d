//! Writes of what a person accepts of the cross-checks.

use super::Change;
use crate::error::Result;
use crate::finding::Kept;
use crate::period::Period;
use crate::store;

impl Change<'_> {
    pub(crate) fn put_acceptance(&mut self, line: &str, period: Period, entry: &str) -> Result<()> {
        let before = store::acceptances::get(&self.db, line, period)?;
        store::acceptances::put(&self.db, line, period, entry)?;
        let name = format!("{line}/{}/{}", period.from, period.to);
        self.note(Kept::Acceptance.key(), name, before, Some(entry.to_owned()));
        Ok(())
    }
}
