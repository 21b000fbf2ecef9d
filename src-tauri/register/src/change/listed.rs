//! Writes of what is kept of a 清单事项: how often it is renewed, and whether a year concerns the school.

use super::Change;
use crate::error::Result;
use crate::finding::Kept;
use crate::store;

impl Change<'_> {
    pub(crate) fn put_rhythm(&mut self, item: i64, rhythm: &str) -> Result<()> {
        let before = store::list_marks::rhythm(&self.db, item)?;
        if before.as_deref() != Some(rhythm) {
            store::list_marks::put_rhythm(&self.db, item, rhythm)?;
            self.note(Kept::ListRhythm.key(), item.to_string(), before, Some(rhythm.to_owned()));
        }
        Ok(())
    }

    pub(crate) fn put_list_decision(&mut self, item: i64, year: i32, decision: &str) -> Result<()> {
        let before = store::list_marks::decision(&self.db, item, year)?;
        store::list_marks::put_decision(&self.db, item, year, decision)?;
        self.note(Kept::ListDecision.key(), format!("{item}/{year}"), before, Some(decision.to_owned()));
        Ok(())
    }
}
