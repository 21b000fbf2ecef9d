//! Writes of departments with their people and duties, and of the persons who may act.

use super::{Change, json};
use crate::error::Result;
use crate::finding::Kept;
use crate::people::{Department, Person};
use crate::store;

impl Change<'_> {
    pub(crate) fn put_department(&mut self, before: Option<&Department>, after: &Department) -> Result<()> {
        store::people::put_department(&self.db, after)?;
        self.note(Kept::Department.key(), after.department.to_string(), before.map(json), Some(json(after)));
        Ok(())
    }

    /// Adds a person, or puts what is known of one now in place; the person with their number.
    pub(crate) fn put_person(&mut self, before: Option<&Person>, after: &Person) -> Result<Person> {
        let id = store::people::put_person(&self.db, after)?;
        let after = Person { id, ..after.clone() };
        self.note(Kept::Person.key(), id.to_string(), before.map(json), Some(json(&after)));
        Ok(after)
    }
}
