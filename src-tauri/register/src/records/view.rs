//! One record as a screen shows it: its values, where it came from, and the records that belong to it.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use crate::change::{CORRECTION, correction_of};
use crate::context::Context;
use crate::due::RecordClock;
use crate::error::{Error, Result};
use crate::fault::{Fault, FaultCode};
use crate::folder::Register;
use crate::import::CellText;
use crate::store;
use crate::things::{Origin, Record, RecordId, Thing, Values};

/// Titles of records, by the fields that name them.
pub type Titles = BTreeMap<&'static str, String>;

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
    /// By fields that name another record: the title of that record.
    #[ts(type = "Record<string, string>")]
    pub named: Titles,
    /// Records in force that were made from it: the case file of a reply.
    pub derived: Vec<NamedRecord>,
    /// Records in force that name it, by the field that does: what a meeting made public, what corrects an item.
    pub named_by: Vec<NamingRecord>,
    /// How it stands by its days; nothing of what counts nowhere.
    pub clock: Option<RecordClock>,
}

/// A record and what it is known by.
#[derive(Debug, Serialize, TS)]
pub struct NamedRecord {
    pub id: String,
    pub thing: Thing,
    pub title: String,
}

/// A record that names another.
#[derive(Debug, Serialize, TS)]
pub struct NamingRecord {
    /// Its field that does.
    pub field: String,
    pub record: NamedRecord,
    pub date: Option<String>,
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

impl Register {
    /// A record by its name, also a withdrawn one.
    pub fn record(&self, context: &Context, id: &str) -> Result<RecordView> {
        let record_id = RecordId::parse(id)?;
        let record = store::records::get(self.db(), record_id.thing, record_id.number)?
            .ok_or_else(|| Error::NoSuchRecord { id: id.into() })?;
        let counts = record.withdrawn.is_none() && !record.taken_back;
        let clock = if counts { self.clocks(context)?.of(&record.values) } else { None };
        Ok(RecordView {
            id: record_id.to_string(),
            thing: record_id.thing,
            named: self.titles(&record.values)?,
            derived: self.derived(record_id)?,
            named_by: self.named_by(record_id)?,
            values: record.values,
            withdrawn: record.withdrawn,
            taken_back: record.taken_back,
            clock,
            origin: record.origin.map(|origin| self.origin(&origin)).transpose()?.flatten(),
        })
    }

    fn origin(&self, origin: &Origin) -> Result<Option<OriginView>> {
        let Some(batch) = store::batches::get(self.db(), origin.batch)? else { return Ok(None) };
        Ok(Some(OriginView {
            batch: batch.id,
            file: batch.file,
            sheet: store::batches::sheet(self.db(), origin.batch, origin.sheet)?.unwrap_or_default(),
            row: origin.row,
            imported_at: batch.imported_at,
            corrected: corrected(self.db(), origin)?,
        }))
    }

    /// The titles of records that the values name.
    pub(super) fn titles(&self, values: &Values) -> Result<Titles> {
        let mut titles = Titles::new();
        for (field, _) in values.thing().links() {
            if let Ok(named) = RecordId::parse(values.text(field.key))
                && let Some(title) = store::overview::title(self.db(), named.thing, named.number)?
            {
                titles.insert(field.key, title);
            }
        }
        Ok(titles)
    }

    /// Records in force that were made from this one.
    pub(super) fn derived(&self, id: RecordId) -> Result<Vec<NamedRecord>> {
        let made =
            self.named_by(id)?.into_iter().filter(|by| id.thing == Thing::Reply && by.record.thing == Thing::CaseFile);
        Ok(made.map(|by| by.record).collect())
    }

    /// Records in force that name this one.
    fn named_by(&self, id: RecordId) -> Result<Vec<NamingRecord>> {
        let mut naming = Vec::new();
        for thing in Thing::ALL {
            for (field, _) in thing.links().filter(|(_, to)| *to == id.thing) {
                for number in store::records::naming(self.db(), thing, field, &id.to_string())? {
                    naming.push(NamingRecord {
                        field: field.key.to_owned(),
                        record: self.named_record(RecordId { thing, number })?,
                        date: store::overview::date(self.db(), thing, number)?,
                    });
                }
            }
        }
        Ok(naming)
    }

    /// Whether a publication in force says that it corrects this record.
    pub(super) fn is_corrected(&self, thing: Thing, number: i64) -> Result<bool> {
        let corrects = Thing::Publication.links().find(|(field, to)| field.key == "corrects" && *to == thing);
        let Some((field, _)) = corrects else { return Ok(false) };
        let name = RecordId { thing, number }.to_string();
        Ok(!store::records::naming(self.db(), Thing::Publication, field, &name)?.is_empty())
    }

    /// Fields that newly name a record which is not there to be named, or the record itself.
    pub(super) fn unknown_links(&self, values: &Values, before: Option<&Record>) -> Result<Vec<Fault>> {
        let mut faults = Vec::new();
        for (field, _) in values.thing().links() {
            let name = values.text(field.key);
            if name.is_empty() || before.is_some_and(|record| record.values.text(field.key) == name) {
                continue;
            }
            let itself = before.is_some_and(|record| record.name() == name);
            let standing = match RecordId::parse(name) {
                Ok(named) => store::records::get(self.db(), named.thing, named.number)?,
                Err(_) => None,
            };
            if itself || standing.is_none_or(|record| record.taken_back || record.withdrawn.is_some()) {
                faults.push(Fault::new(FaultCode::RecordUnknown, field.key, ""));
            }
        }
        Ok(faults)
    }

    pub(super) fn named_record(&self, id: RecordId) -> Result<NamedRecord> {
        let title = store::overview::title(self.db(), id.thing, id.number)?.unwrap_or_default();
        Ok(NamedRecord { id: id.to_string(), thing: id.thing, title })
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
