//! Writes of figures: their definitions, and the numbers that are declared of them.

use super::Change;
use crate::error::Result;
use crate::finding::Kept;
use crate::period::Period;
use crate::store;

impl Change<'_> {
    pub(crate) fn define_figure(&mut self, id: &str, definition: &str) -> Result<()> {
        let before = store::figures::get(&self.db, id)?;
        store::figures::put(&self.db, id, definition)?;
        self.note(Kept::Figure.key(), id.to_owned(), before, Some(definition.to_owned()));
        Ok(())
    }

    /// The log keeps what it was.
    pub(crate) fn remove_figure(&mut self, id: &str) -> Result<()> {
        let before = store::figures::get(&self.db, id)?;
        store::figures::remove(&self.db, id)?;
        self.note(Kept::Figure.key(), id.to_owned(), before, None);
        Ok(())
    }

    pub(crate) fn declare(&mut self, figure: &str, period: Period, entry: &str) -> Result<()> {
        let before = store::declared::get(&self.db, figure, period)?;
        store::declared::put(&self.db, figure, period, entry)?;
        let name = format!("{figure}/{}/{}", period.from, period.to);
        self.note(Kept::Declared.key(), name, before, Some(entry.to_owned()));
        Ok(())
    }
}
