//! Records: logged, edited, withdrawn, listed, looked up with their history. Nothing is deleted.

mod check;
mod form;
mod list;
mod similar;

use serde::Serialize;
use ts_rs::TS;

use crate::change::{CORRECTION, Operation, correction_of};
use crate::context::Context;
use crate::error::{Error, FieldFault, Result};
use crate::fault::Fault;
use crate::finding::Kept;
use crate::folder::Register;
use crate::import::CellText;
use crate::records::form::Form;
use crate::store;
use crate::store::changes::Entry;
use crate::things::{Origin, Record, RecordId, Thing, Values};

pub use check::{Likeness, RecordCheck, Similar};
pub use list::{FilterValue, ListFilter, ListRequest, ListedRecord, RecordList, Sort, Standing};

/// A record as a screen shows it.
#[derive(Debug, Serialize, TS)]
pub struct RecordView {
    pub id: String,
    pub thing: Thing,
    /// By field; terms by their numbers.
    #[ts(type = "Record<string, Value>")]
    pub values: Values,
    /// The reason, where the record is 作废.
    pub withdrawn: Option<String>,
    /// Whether it went with an import that was taken back.
    pub taken_back: bool,
    pub origin: Option<OriginView>,
}

/// The row of a workbook from which a record came.
#[derive(Debug, Serialize, TS)]
pub struct OriginView {
    pub batch: String,
    pub file: String,
    pub sheet: String,
    /// The workbook's own row number.
    pub row: i64,
    pub imported_at: String,
    /// Cells that were put right in the window before they were read.
    pub corrected: Vec<CorrectedCell>,
}

#[derive(Debug, Serialize, TS)]
pub struct CorrectedCell {
    pub column: String,
    pub before: String,
    pub after: String,
}

/// One entry of a record's history.
#[derive(Debug, Serialize, TS)]
pub struct HistoryEntry {
    pub seq: i64,
    pub at: String,
    pub who: String,
    pub operation: String,
    /// Filled fields before and after; nothing where the record was not there.
    #[ts(type = "Record<string, Value> | null")]
    pub before: Option<serde_json::Value>,
    #[ts(type = "Record<string, Value> | null")]
    pub after: Option<serde_json::Value>,
}

impl HistoryEntry {
    fn of(entry: Entry, before: Option<serde_json::Value>, after: Option<serde_json::Value>) -> HistoryEntry {
        let Entry { seq, at, who, operation, .. } = entry;
        HistoryEntry { seq, at, who, operation, before, after }
    }
}

/// What came of logging or editing: the record, and what should be known of it.
#[derive(Debug, Serialize, TS)]
pub struct Saved {
    pub record: RecordView,
    pub warnings: Vec<FieldFault>,
    /// Records that are the same in every field.
    pub same_as: Vec<String>,
}

impl Register {
    /// Logs a new record.
    pub fn log_record(&mut self, context: &Context, thing: Thing, json: &JsonMap) -> Result<Saved> {
        let (values, warnings) = self.accept(context, thing, json, None)?;
        let fingerprint = store::records::fingerprint(&values, None);
        let same_as = store::records::with_fingerprint(self.db(), thing, &fingerprint, false)?;
        let id = self.change(context, Operation::RecordLog, |change| {
            let id = change.log_record(&values)?;
            if thing == Thing::Reply && values.flag("about_disclosure") {
                change.case_of_reply(&values, id, None)?;
            }
            Ok(id)
        })?;
        self.saved(RecordId { thing, number: id }, warnings, same_as)
    }

    /// Puts new values in a record's place.
    pub fn edit_record(&mut self, context: &Context, id: &str, json: &JsonMap) -> Result<Saved> {
        let record_id = RecordId::parse(id)?;
        let record = self.current(record_id)?;
        if record.withdrawn.is_some() {
            return Err(Error::RecordWithdrawn { id: id.into() });
        }
        let (values, warnings) = self.accept(context, record_id.thing, json, Some(&record.values))?;
        let becomes_case = record_id.thing == Thing::Reply
            && values.flag("about_disclosure")
            && !record.values.flag("about_disclosure");
        if values != record.values {
            self.change(context, Operation::RecordEdit, |change| {
                change.edit_record(&record, &values, None)?;
                if becomes_case {
                    change.case_of_reply(&values, record.id, None)?;
                }
                Ok(())
            })?;
        }
        self.saved(record_id, warnings, Vec::new())
    }

    /// 作废: the record stays, with its reason, and counts nowhere.
    pub fn withdraw_record(&mut self, context: &Context, id: &str, reason: &str) -> Result<RecordView> {
        let record_id = RecordId::parse(id)?;
        let record = self.current(record_id)?;
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Error::ReasonMissing);
        }
        if record.withdrawn.is_some() {
            return Err(Error::RecordWithdrawn { id: id.into() });
        }
        self.change(context, Operation::RecordWithdraw, |change| {
            change.edit_record(&record, &record.values, Some(reason))
        })?;
        self.record(id)
    }

    /// A record by its name, also a withdrawn one.
    pub fn record(&self, id: &str) -> Result<RecordView> {
        let record_id = RecordId::parse(id)?;
        let record = store::records::get(self.db(), record_id.thing, record_id.number)?
            .ok_or_else(|| Error::NoSuchRecord { id: id.into() })?;
        let origin = match &record.origin {
            Some(origin) => {
                let batch = store::batches::get(self.db(), origin.batch)?;
                batch
                    .map(|batch| -> Result<OriginView> {
                        let sheet = store::batches::sheet(self.db(), origin.batch, origin.sheet)?.unwrap_or_default();
                        Ok(OriginView {
                            batch: batch.id,
                            file: batch.file,
                            sheet,
                            row: origin.row,
                            imported_at: batch.imported_at,
                            corrected: corrected(self.db(), origin)?,
                        })
                    })
                    .transpose()?
            }
            None => None,
        };
        Ok(RecordView {
            id: record_id.to_string(),
            thing: record_id.thing,
            values: record.values,
            withdrawn: record.withdrawn,
            taken_back: record.taken_back,
            origin,
        })
    }

    /// Who changed what of a record and when, oldest first. An imported record begins with its import.
    pub fn history(&self, id: &str) -> Result<Vec<HistoryEntry>> {
        let record_id = RecordId::parse(id)?;
        let record = store::records::get(self.db(), record_id.thing, record_id.number)?
            .ok_or_else(|| Error::NoSuchRecord { id: id.into() })?;
        let logged = store::changes::history(self.db(), record_id.thing.key(), &record_id.number.to_string())?;
        let read = |json: Option<&String>| json.and_then(|json| serde_json::from_str(json).ok());
        let mut history = Vec::new();
        if let Some(origin) = &record.origin
            && let Some(entry) = store::changes::import_entry(self.db(), origin.batch)?
        {
            let after = match logged.first() {
                Some((_, first)) => first.before.clone(),
                None => Some(record.logged()),
            };
            history.push(HistoryEntry::of(entry, None, read(after.as_ref())));
        }
        for (entry, changed) in logged {
            history.push(HistoryEntry::of(entry, read(changed.before.as_ref()), read(changed.after.as_ref())));
        }
        for kept in Kept::OF_RECORDS {
            for (entry, changed) in store::changes::history_beside(self.db(), kept.key(), &record_id.to_string())? {
                history.push(HistoryEntry::of(entry, read(changed.before.as_ref()), read(changed.after.as_ref())));
            }
        }
        if let Some(origin) = &record.origin {
            let batch = store::changes::history(self.db(), "batch", &origin.batch.to_string())?;
            let undone = batch.into_iter().filter(|(_, changed)| changed.before.is_some());
            history.extend(undone.map(|(entry, _)| HistoryEntry::of(entry, None, None)));
        }
        history.sort_by_key(|entry| entry.seq);
        Ok(history)
    }

    pub(crate) fn current(&self, id: RecordId) -> Result<Record> {
        store::records::get(self.db(), id.thing, id.number)?
            .filter(|record| !record.taken_back)
            .ok_or_else(|| Error::NoSuchRecord { id: id.to_string() })
    }

    /// Values from a form, or all the faults that refuse them.
    fn accept(
        &self,
        context: &Context,
        thing: Thing,
        json: &JsonMap,
        before: Option<&Values>,
    ) -> Result<(Values, Vec<Fault>)> {
        let form = Form::read(thing, json, context.today(), &self.vocabulary()?, before)?;
        if form.refusals.is_empty() {
            return Ok((form.values, form.warnings));
        }
        Err(Error::Refused { faults: form.refusals.into_iter().map(|fault| FieldFault::of(thing, fault)).collect() })
    }

    fn saved(&self, id: RecordId, warnings: Vec<Fault>, same_as: Vec<i64>) -> Result<Saved> {
        Ok(Saved {
            record: self.record(&id.to_string())?,
            warnings: warnings.into_iter().map(|fault| FieldFault::of(id.thing, fault)).collect(),
            same_as: same_as.into_iter().map(|number| RecordId { thing: id.thing, number }.to_string()).collect(),
        })
    }
}

/// The cells of an imported row that were put right before they were read, as the log kept them.
fn corrected(db: &store::Connection, origin: &Origin) -> Result<Vec<CorrectedCell>> {
    let ends = store::changes::first_and_last(db, CORRECTION, &correction_of(origin))?;
    let Some((Some(before), Some(after))) = ends else { return Ok(Vec::new()) };
    let cells = |json: &str| serde_json::from_str::<Vec<CellText>>(json).unwrap_or_default();
    let pairs = cells(&before).into_iter().zip(cells(&after));
    Ok(pairs.map(|(was, is)| CorrectedCell { column: was.column, before: was.value, after: is.value }).collect())
}

pub type JsonMap = serde_json::Map<String, serde_json::Value>;
