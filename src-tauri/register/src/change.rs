//! The one write door: a named operation, one transaction, one entry in the change log.
//!
//! The log is append-only and chained: the hash of each entry takes in the hash of the one before, so that an
//! entry cannot be removed or altered unseen. `folder` checks it against the records.

mod accepted;
mod archived;
mod beside;
mod digest;
mod figures;
mod listed;
mod people;
#[cfg(test)]
mod tests;

use sha2::{Digest, Sha256};

use crate::archive::ArchivedReport;
use crate::context::Context;
use crate::error::Result;
use crate::files::hex;
use crate::seal::Seal;
use crate::search::{Finder, Touched};
use crate::store::changes::{ChangedRecord, Entry};
use crate::store::leftovers::Refused;
use crate::store::records::{Fingerprint, fingerprint};
use crate::store::{self, Connection, Writing};
use crate::things::{Dimension, Origin, Record, RecordId, Term, Thing, Value, Values, logged};

pub(crate) use digest::{RefusedDigest, RowsDigest};

/// Everything that can be done to a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operation {
    RegisterNew,
    RecordLog,
    RecordEdit,
    RecordWithdraw,
    Import,
    ImportUndo,
    ImportSettle,
    TermAdd,
    TermEdit,
    TermMerge,
    TermsShip,
    FigureDefine,
    FigureRemove,
    FigureDeclare,
    TemplateImport,
    WordingSet,
    SettingSet,
    EvidenceAttach,
    EvidenceDetach,
    ScanDecide,
    ReviewSet,
    ListRhythm,
    ListDecide,
    DepartmentSet,
    PersonAdd,
    PersonEdit,
    ReportArchive,
    CheckAccept,
}

impl Operation {
    /// The name in the log.
    fn name(self) -> &'static str {
        match self {
            Operation::RegisterNew => "register.new",
            Operation::RecordLog => "record.log",
            Operation::RecordEdit => "record.edit",
            Operation::RecordWithdraw => "record.withdraw",
            Operation::Import => "import",
            Operation::ImportUndo => "import.undo",
            Operation::ImportSettle => "import.settle",
            Operation::TermAdd => "term.add",
            Operation::TermEdit => "term.edit",
            Operation::TermMerge => "term.merge",
            Operation::TermsShip => "terms.ship",
            Operation::FigureDefine => "figure.define",
            Operation::FigureRemove => "figure.remove",
            Operation::FigureDeclare => "figure.declare",
            Operation::TemplateImport => "template.import",
            Operation::WordingSet => "wording.set",
            Operation::SettingSet => "setting.set",
            Operation::EvidenceAttach => "evidence.attach",
            Operation::EvidenceDetach => "evidence.detach",
            Operation::ScanDecide => "scan.decide",
            Operation::ReviewSet => "review.set",
            Operation::ListRhythm => "list.rhythm",
            Operation::ListDecide => "list.decide",
            Operation::DepartmentSet => "department.set",
            Operation::PersonAdd => "person.add",
            Operation::PersonEdit => "person.edit",
            Operation::ReportArchive => "report.archive",
            Operation::CheckAccept => "check.accept",
        }
    }
}

/// A change under way. Whatever it writes is noted for the log.
pub(crate) struct Change<'a> {
    pub(crate) db: Writing<'a>,
    at: String,
    records: Vec<ChangedRecord>,
    batch: Option<i64>,
    rows: Option<RowsDigest>,
    refused: RefusedDigest,
    reason: Option<String>,
    /// The archived reports, once they were asked for.
    archived: Option<Vec<ArchivedReport>>,
    /// What a search has to read again.
    touched: Touched,
}

/// Whether a change is to stay once its work is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keep {
    Yes,
    /// It was a rehearsal, or came to nothing.
    No,
}

/// Does `work` whole or not at all, and enters it in the log; or takes it back where it says so.
pub(crate) fn change<T>(
    db: &mut Connection,
    seal: &mut Seal,
    finder: &mut Finder,
    context: &Context,
    operation: Operation,
    work: impl FnOnce(&mut Change) -> Result<(T, Keep)>,
) -> Result<T> {
    seal.release()?;
    let mut change = Change {
        db: Writing::begin(db)?,
        at: context.now.format("%Y-%m-%dT%H:%M:%S").to_string(),
        records: Vec::new(),
        batch: None,
        rows: None,
        refused: RefusedDigest::default(),
        reason: None,
        archived: None,
        touched: Touched::default(),
    };
    let (done, keep) = work(&mut change)?;
    match keep {
        Keep::Yes => {
            change.enter(context, operation)?;
            change.db.commit()?;
            finder.touched(change.touched);
        }
        Keep::No => drop(change),
    }
    Ok(done)
}

impl<'a> Change<'a> {
    pub(crate) fn log_record(&mut self, values: &Values) -> Result<i64> {
        self.check_reason(values)?;
        let id = store::records::insert(&self.db, values, None, None, &fingerprint(values, None))?;
        self.touched.add(values.thing(), id);
        self.note(values.thing().key(), id.to_string(), None, Some(logged(values, None)));
        Ok(id)
    }

    pub(crate) fn edit_record(&mut self, record: &Record, values: &Values, withdrawn: Option<&str>) -> Result<()> {
        // A withdrawal has its reason; and what is withdrawn or was taken back counts nowhere.
        if withdrawn.is_none() && !record.taken_back {
            self.check_reason(&record.values)?;
            self.check_reason(values)?;
        }
        store::records::update(&self.db, record.id, values, withdrawn)?;
        self.touched.add(values.thing(), record.id);
        let after = logged(values, withdrawn);
        self.note(values.thing().key(), record.id.to_string(), Some(record.logged()), Some(after));
        Ok(())
    }

    /// A reply about the school's own disclosure work is also a complaint to be reported; one about a canteen is not.
    /// The number of its case file.
    pub(crate) fn case_of_reply(&mut self, reply: &Values, id: i64, origin: Option<&Origin>) -> Result<i64> {
        const COMPLAINT: &str = "举报";
        let kind = match store::terms::named(&self.db, Dimension::CaseKind, COMPLAINT)? {
            Some(kind) => kind,
            None => self.add_term(Term::new(Dimension::CaseKind, COMPLAINT))?,
        };
        let mut case = Values::new(Thing::CaseFile);
        case.set("filed_on", reply.get("received_on").clone());
        case.set("kind", Value::Number(kind));
        case.set("subject", reply.get("subject").clone());
        case.set("reply", Value::Text(RecordId { thing: Thing::Reply, number: id }.to_string()));
        match origin {
            Some(origin) => self.import_record(&case, None, origin, &fingerprint(&case, None)),
            None => self.log_record(&case),
        }
    }

    /// Begins an import; its rows enter the log as one digest, and those that it refuses as another.
    pub(crate) fn begin_batch(&mut self, file: &str, file_digest: &str) -> Result<i64> {
        let batch = store::batches::insert(&self.db, file, file_digest, &self.at)?;
        self.batch = Some(batch);
        self.rows = Some(RowsDigest::default());
        Ok(batch)
    }

    pub(crate) fn import_record(
        &mut self,
        values: &Values,
        withdrawn: Option<&str>,
        origin: &Origin,
        fingerprint: &Fingerprint,
    ) -> Result<i64> {
        let id = store::records::insert(&self.db, values, withdrawn, Some(origin), fingerprint)?;
        self.touched.add(values.thing(), id);
        if let Some(rows) = &mut self.rows {
            rows.add(id, values, withdrawn, origin);
        }
        Ok(id)
    }

    /// Keeps a row that an import refuses.
    pub(crate) fn keep_refused(&mut self, origin: &Origin, refused: &Refused) -> Result<()> {
        let id = store::leftovers::insert(&self.db, origin, refused)?;
        self.refused.add(id, origin, refused);
        Ok(())
    }

    pub(crate) fn end_batch(&mut self, batch: i64, accepted: u64) -> Result<()> {
        store::batches::set_accepted(&self.db, batch, accepted)?;
        self.note_batch(batch, None)?;
        let refused = std::mem::take(&mut self.refused).finish();
        self.note(REFUSED, batch.to_string(), None, Some(refused));
        Ok(())
    }

    /// Takes an import back: its rows count nowhere, and terms that only it brought go.
    pub(crate) fn undo_batch(&mut self, batch: i64) -> Result<()> {
        let before = store::batches::get(&self.db, batch)?;
        store::batches::set_undone(&self.db, batch, &self.at)?;
        store::records::refresh_batch(&self.db, batch)?;
        self.touched.add_many();
        self.batch = Some(batch);
        while self.clear_terms()? {}
        self.note_batch(batch, before.as_ref())
    }

    /// Lets terms go that nothing leans on any more, and their other names with them. Whether there was any: a branch
    /// is free once its leaves are gone.
    fn clear_terms(&mut self) -> Result<bool> {
        let mut any = false;
        for term in store::terms::of_undone(&self.db)?.into_iter().rev() {
            if !store::terms::in_use(&self.db, term.id)? {
                for name in store::terms::aliases(&self.db, term.id)?.into_iter().chain([term]) {
                    self.edit_term(&name, Term { gone: true, ..name.clone() })?;
                }
                any = true;
            }
        }
        Ok(any)
    }

    /// Keeps which cells of an imported row were put right before they were read.
    pub(crate) fn note_correction(&mut self, origin: &Origin, before: String, after: String) {
        self.note(CORRECTION, correction_of(origin), Some(before), Some(after));
    }

    /// A refused row is dealt with: by a record, or left out where there is none.
    pub(crate) fn settle_leftover(&mut self, id: i64, record: Option<RecordId>) -> Result<()> {
        let record = record.map(|record| record.to_string());
        store::leftovers::settle(&self.db, id, record.as_deref(), self.batch)?;
        self.note(SETTLED, id.to_string(), None, Some(json(&record)));
        Ok(())
    }

    fn note_batch(&mut self, batch: i64, before: Option<&crate::import::Batch>) -> Result<()> {
        let after = store::batches::get(&self.db, batch)?;
        self.note("batch", batch.to_string(), before.map(json), after.as_ref().map(json));
        Ok(())
    }

    pub(crate) fn add_term(&mut self, mut term: Term) -> Result<i64> {
        term.batch = self.batch;
        term.id = store::terms::insert(&self.db, &term)?;
        self.note("term", term.id.to_string(), None, Some(json(&term)));
        Ok(term.id)
    }

    pub(crate) fn edit_term(&mut self, before: &Term, after: Term) -> Result<()> {
        store::terms::update(&self.db, &after)?;
        self.note("term", after.id.to_string(), Some(json(before)), Some(json(&after)));
        Ok(())
    }

    pub(crate) fn set(&mut self, key: &str, value: &str) -> Result<()> {
        let before = store::settings::get(&self.db, key)?;
        store::settings::put(&self.db, key, value)?;
        self.note("setting", key.to_owned(), before, Some(value.to_owned()));
        Ok(())
    }

    pub(crate) fn learn_mapping(&mut self, headings: &str, mapping: &str) -> Result<()> {
        let before = store::settings::mapping(&self.db, headings)?;
        if before.as_deref() != Some(mapping) {
            store::settings::put_mapping(&self.db, headings, mapping)?;
            self.note("mapping", headings.to_owned(), before, Some(mapping.to_owned()));
        }
        Ok(())
    }

    fn note(&mut self, thing: &str, record: String, before: Option<String>, after: Option<String>) {
        self.records.push(ChangedRecord { thing: thing.to_owned(), record, before, after });
    }

    fn enter(&mut self, context: &Context, operation: Operation) -> Result<()> {
        let (last, previous) = store::changes::head(&self.db)?.unwrap_or_default();
        let mut entry = Entry {
            seq: last + 1,
            at: self.at.clone(),
            who: context.who.to_owned(),
            operation: operation.name().to_owned(),
            batch: self.batch,
            rows: self.rows.take().map(RowsDigest::finish).unwrap_or_default(),
            reason: self.reason.take(),
            previous,
            hash: String::new(),
        };
        entry.hash = entry_hash(&entry, &self.records);
        store::changes::append(&self.db, &entry, &self.records)
    }
}

/// What the log calls the rows that an import refused, by the import, and what became of one, by its number.
pub(crate) const REFUSED: &str = "leftovers";
pub(crate) const SETTLED: &str = "leftover";

/// What the log calls the cells of a row that were put right.
pub(crate) const CORRECTION: &str = "correction";

/// The name under which the log keeps them.
pub(crate) fn correction_of(origin: &Origin) -> String {
    format!("{}/{}/{}", origin.batch, origin.sheet, origin.row)
}

/// SHA-256 of an entry, of what it changed, and of the hash before it.
pub(crate) fn entry_hash(entry: &Entry, records: &[ChangedRecord]) -> String {
    let mut digest = Sha256::new();
    let mut take = |part: Option<&str>| {
        // A length before each part, so that no two entries run together alike.
        digest.update(part.map_or(u64::MAX, |p| p.len() as u64).to_be_bytes());
        digest.update(part.unwrap_or_default());
    };
    take(Some(&entry.previous));
    take(Some(&entry.seq.to_string()));
    take(Some(&entry.at));
    take(Some(&entry.who));
    take(Some(&entry.operation));
    take(entry.batch.map(|batch| batch.to_string()).as_deref());
    take(Some(&entry.rows));
    for record in records {
        take(Some(&record.thing));
        take(Some(&record.record));
        take(record.before.as_deref());
        take(record.after.as_deref());
    }
    // Entries of before there were reasons have none.
    if entry.reason.is_some() {
        take(entry.reason.as_deref());
    }
    hex(&digest.finalize())
}

/// A value as the log keeps it.
pub(crate) fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
