//! Records: logged, edited, withdrawn, listed, looked up with their history. Nothing is deleted.

mod check;
mod correcting;
mod corrections;
mod form;
mod list;
mod several;
mod similar;
mod view;

use serde::Serialize;
use ts_rs::TS;

use crate::change::Operation;
use crate::context::Context;
use crate::error::{Error, FieldFault, Lang, Result};
use crate::fault::{Fault, FaultCode};
use crate::finding::Kept;
use crate::folder::Register;
use crate::import;
use crate::store;
use crate::store::changes::{ChangedRecord, Entry};
use crate::things::{Record, RecordId, Thing, Values};

pub(crate) use correcting::Correcting;
pub(crate) use corrections::{CORRECTS, names_nothing};
pub(crate) use form::visible;

pub use check::{Likeness, RecordCheck, Similar};
pub use list::{FilterValue, ListFilter, ListRequest, ListedRecord, RecordList, Sort, Split, Standing};
pub use several::{RowLogged, RowsLogged};
pub use view::{CorrectedCell, NamedRecord, OriginView, RecordView};

/// What an entry of a record's history changed: the record itself, or what is kept under its name.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HistoryPart {
    Record,
    Evidence,
    Decision,
    Review,
}

/// One entry of a record's history.
#[derive(Debug, Serialize, TS)]
pub struct HistoryEntry {
    pub seq: i64,
    pub at: String,
    pub who: String,
    pub operation: String,
    /// Why, where somebody said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub reason: Option<String>,
    pub part: HistoryPart,
    /// Filled fields before and after; nothing where the record was not there.
    #[ts(type = "Record<string, Value> | null")]
    pub before: Option<serde_json::Value>,
    #[ts(type = "Record<string, Value> | null")]
    pub after: Option<serde_json::Value>,
}

impl HistoryEntry {
    pub(crate) fn of(
        entry: Entry,
        part: HistoryPart,
        before: Option<serde_json::Value>,
        after: Option<serde_json::Value>,
    ) -> HistoryEntry {
        let Entry { seq, at, who, operation, reason, .. } = entry;
        HistoryEntry { seq, at, who, operation, reason, part, before, after }
    }
}

/// What is kept under the name of a record, and shown in its history.
const BESIDE: [(HistoryPart, Kept); 3] = [
    (HistoryPart::Evidence, Kept::Evidence),
    (HistoryPart::Decision, Kept::Decision),
    (HistoryPart::Review, Kept::Review),
];

/// What came of logging or editing: the record, and what should be known of it.
#[derive(Debug, Serialize, TS)]
pub struct Saved {
    pub record: RecordView,
    /// What was logged with it: the case file of a reply about disclosure work.
    pub also: Vec<NamedRecord>,
    pub warnings: Vec<FieldFault>,
    /// Records that are the same in every field.
    pub same_as: Vec<String>,
}

impl Register {
    /// Logs a new record. Where it is the refused row of an import, entered by hand, that row is dealt with by it.
    pub fn log_record(
        &mut self,
        context: &Context,
        thing: Thing,
        json: &JsonMap,
        leftover: Option<i64>,
        reason: Option<&str>,
    ) -> Result<Saved> {
        let reason = correction_reason(reason)?;
        let (values, warnings) = self.accept(context, thing, json, None)?;
        if let Some(row) = leftover {
            import::check_waiting(self, row, thing)?;
        }
        let fingerprint = store::records::fingerprint(&values, None);
        let same_as = store::records::with_fingerprint(self.db(), thing, &fingerprint, false)?;
        let (id, case) = self.change(context, Operation::RecordLog, |change| {
            change.because(reason);
            let number = change.log_record(&values)?;
            let id = RecordId { thing, number };
            let case = if is_case(&values) { Some(change.case_of_reply(&values, number, None)?) } else { None };
            if let Some(row) = leftover {
                change.settle_leftover(row, Some(id))?;
            }
            Ok((id, case))
        })?;
        self.saved(context, id, case, warnings, same_as)
    }

    /// Puts new values in a record's place.
    pub fn edit_record(&mut self, context: &Context, id: &str, json: &JsonMap, reason: Option<&str>) -> Result<Saved> {
        let reason = correction_reason(reason)?;
        let record_id = RecordId::parse(id)?;
        let record = self.current(record_id)?;
        if record.withdrawn.is_some() {
            return Err(Error::RecordWithdrawn { id: id.into() });
        }
        let (values, warnings) = self.accept(context, record_id.thing, json, Some(&record))?;
        let becomes_case = is_case(&values) && !is_case(&record.values) && self.derived(record_id)?.is_empty();
        let mut case = None;
        if values != record.values {
            case = self.change(context, Operation::RecordEdit, |change| {
                change.because(reason);
                change.edit_record(&record, &values, None)?;
                Ok(if becomes_case { Some(change.case_of_reply(&values, record.id, None)?) } else { None })
            })?;
        }
        self.saved(context, record_id, case, warnings, Vec::new())
    }

    /// 作废: the record stays, with its reason, and counts nowhere; nor do those made from it, where that is asked for.
    pub fn withdraw_record(&mut self, context: &Context, id: &str, reason: &str, derived: bool) -> Result<RecordView> {
        self.withdraw(context, &[id.to_owned()], reason, derived)?;
        self.record(context, id)
    }

    fn withdraw(&mut self, context: &Context, ids: &[String], reason: &str, derived: bool) -> Result<()> {
        let reason = reason_given(reason)?;
        let mut records: Vec<Record> = Vec::new();
        for id in ids {
            let record_id = RecordId::parse(id)?;
            let record = self.current(record_id)?;
            if record.withdrawn.is_some() {
                return Err(Error::RecordWithdrawn { id: id.clone() });
            }
            records.push(record);
            if derived {
                for made in self.derived(record_id)? {
                    records.push(self.current(RecordId::parse(&made.id)?)?);
                }
            }
        }
        self.change(context, Operation::RecordWithdraw, |change| {
            records.iter().try_for_each(|record| change.edit_record(record, &record.values, Some(&reason)))
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
            history.push(HistoryEntry::of(entry, HistoryPart::Record, None, read(after.as_ref())));
        }
        let mut tell = |part, told: Vec<(Entry, ChangedRecord)>| {
            let entries = told.into_iter();
            history.extend(entries.map(|(entry, changed)| {
                HistoryEntry::of(entry, part, read(changed.before.as_ref()), read(changed.after.as_ref()))
            }));
        };
        tell(HistoryPart::Record, logged);
        for (part, kept) in BESIDE {
            tell(part, store::changes::history_beside(self.db(), kept.key(), &record_id.to_string())?);
        }
        if let Some(origin) = &record.origin {
            let batch = store::changes::history(self.db(), "batch", &origin.batch.to_string())?;
            let undone = batch.into_iter().filter(|(_, changed)| changed.before.is_some());
            history.extend(undone.map(|(entry, _)| HistoryEntry::of(entry, HistoryPart::Record, None, None)));
        }
        history.sort_by_key(|entry| entry.seq);
        Ok(history)
    }

    /// The import that brought a record, and its file.
    pub(crate) fn batch_of(&self, id: &str) -> Result<Option<String>> {
        let RecordId { thing, number } = RecordId::parse(id)?;
        let origin = store::records::get(self.db(), thing, number)?.and_then(|record| record.origin);
        let batch = origin.map(|origin| store::batches::get(self.db(), origin.batch)).transpose()?.flatten();
        Ok(batch.map(|batch| format!("{}（{}）", batch.id, batch.file)))
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
        before: Option<&Record>,
    ) -> Result<(Values, Vec<Fault>)> {
        let form = self.read_form(context, thing, json, before)?;
        if form.refusals.is_empty() {
            return Ok((form.values, form.warnings));
        }
        Err(Error::Refused { faults: form.refusals.into_iter().map(|fault| FieldFault::of(thing, fault)).collect() })
    }

    fn saved(
        &self,
        context: &Context,
        id: RecordId,
        case: Option<i64>,
        warnings: Vec<Fault>,
        same_as: Vec<i64>,
    ) -> Result<Saved> {
        let case = case.map(|number| self.named_record(RecordId { thing: Thing::CaseFile, number })).transpose()?;
        Ok(Saved {
            record: self.record(context, &id.to_string())?,
            also: case.into_iter().collect(),
            warnings: warnings.into_iter().map(|fault| FieldFault::of(id.thing, fault)).collect(),
            same_as: same_as.into_iter().map(|number| RecordId { thing: id.thing, number }.to_string()).collect(),
        })
    }
}

/// Whether a record is a reply about the school's own disclosure work, which is a case file too.
fn is_case(values: &Values) -> bool {
    values.thing() == Thing::Reply && values.flag("about_disclosure")
}

/// The reason of a withdrawal.
fn reason_given(typed: &str) -> Result<String> {
    line_as_kept("reason", typed, ("作废原因", "The reason"), LONGEST_REASON)?.ok_or(Error::ReasonMissing)
}

/// The reason of a correction; nothing where none is given.
fn correction_reason(typed: Option<&str>) -> Result<Option<String>> {
    let names = ("更正原因", "The reason of the correction");
    line_as_kept("reason", typed.unwrap_or_default(), names, LONGEST_REASON)
}

const LONGEST_REASON: usize = 500;

/// A text that somebody gave beside a record's values, within its limits; nothing where none was given.
pub(crate) fn line_as_kept(field: &str, typed: &str, (zh, en): (&str, &str), longest: usize) -> Result<Option<String>> {
    let (seen, _) = visible(typed);
    let line = seen.trim();
    if line.is_empty() {
        return Ok(None);
    }
    if line.chars().count() > longest {
        let code = FaultCode::TextTooLong;
        let said = |label, lang| Fault::new(code, label, "").with(longest).sentence(lang);
        let (zh, en) = (said(zh, Lang::Zh), said(en, Lang::En));
        return Err(Error::Refused { faults: vec![FieldFault { field: field.into(), code, zh, en }] });
    }
    Ok(Some(line.to_owned()))
}

pub type JsonMap = serde_json::Map<String, serde_json::Value>;
