//! Writes of what is kept beside a record, under its name: its files, decisions on it, its review.

use super::{Change, json};
use crate::error::Result;
use crate::finding::Kept;
use crate::store;
use crate::store::evidence::Attached;
use crate::things::RecordId;

impl Change<'_> {
    /// A file belongs to a record, or was withdrawn from it.
    pub(crate) fn put_evidence(&mut self, before: Option<&Attached>, after: &Attached) -> Result<()> {
        store::evidence::put(&self.db, after)?;
        // A search finds a record by the names of its files.
        let RecordId { thing, number } = RecordId::parse(&after.record)?;
        self.touched.add(thing, number);
        let name = format!("{}/{}", after.record, after.sha256);
        self.note(Kept::Evidence.key(), name, before.map(json), Some(json(after)));
        Ok(())
    }

    /// What a reviewer decided of a finding.
    pub(crate) fn decide(&mut self, record: &str, finding: &str, decision: &str) -> Result<()> {
        let before = store::evidence::put_decision(&self.db, record, finding, decision)?;
        self.note(Kept::Decision.key(), format!("{record}/{finding}"), before, Some(decision.to_owned()));
        Ok(())
    }

    /// The answers to the checklist before publication.
    pub(crate) fn review(&mut self, record: &str, answers: &str) -> Result<()> {
        let before = store::evidence::review(&self.db, record)?;
        store::evidence::put_review(&self.db, record, answers)?;
        self.note(Kept::Review.key(), record.to_owned(), before, Some(answers.to_owned()));
        Ok(())
    }
}
