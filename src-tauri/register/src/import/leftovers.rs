//! Rows that an import refused: kept until somebody has dealt with them, so that none is forgotten.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::origins::RowOrigin;
use super::{AlsoRefused, CellText, batch_id, batch_number};
use crate::change::{Change, Operation, json};
use crate::context::Context;
use crate::error::{Error, Result};
use crate::fault::Fault;
use crate::folder::Register;
use crate::store;
use crate::store::leftovers::{Refused, Waiting};
use crate::things::{Origin, RecordId, Thing, Values, Vocabulary};

/// A refused row that waits.
#[derive(Debug, Serialize, TS)]
pub struct Leftover {
    pub id: i64,
    pub batch: String,
    pub file: String,
    pub sheet: String,
    /// The workbook's own row number.
    pub row: u32,
    pub thing: Thing,
    /// What could be read of it, to begin a form with.
    #[ts(type = "Record<string, Value>")]
    pub values: Values,
    /// The row as it was written.
    pub cells: Vec<CellText>,
    /// Why it was refused.
    pub faults: Vec<AlsoRefused>,
}

/// Which page of them.
#[derive(Debug, Deserialize, TS)]
pub struct LeftoversRequest {
    #[serde(default)]
    #[ts(optional, as = "Option<u64>")]
    pub offset: u64,
    pub limit: u64,
}

/// One page of the refused rows that wait, the newest import first.
#[derive(Debug, Serialize, TS)]
pub struct LeftoverList {
    /// How many there are; `rows` is one page of them.
    pub total: u64,
    /// The imports that they are of, the newest first.
    pub batches: Vec<LeftoverBatch>,
    pub rows: Vec<Leftover>,
}

/// An import of which rows wait.
#[derive(Debug, Serialize, TS)]
pub struct LeftoverBatch {
    pub batch: String,
    pub file: String,
    pub rows: u64,
}

/// The refused rows of imports not taken back that nobody has dealt with, a page of them.
pub fn leftovers(register: &Register, context: &Context, request: &LeftoversRequest) -> Result<LeftoverList> {
    let waiting = store::leftovers::batches(register.db())?.into_iter();
    let batches: Vec<LeftoverBatch> =
        waiting.map(|(batch, file, rows)| LeftoverBatch { batch: batch_id(batch), file, rows }).collect();
    let vocabulary = register.vocabulary()?;
    let rows = store::leftovers::page(register.db(), request.offset, request.limit)?;
    Ok(LeftoverList {
        total: batches.iter().map(|batch| batch.rows).sum(),
        batches,
        rows: rows.into_iter().map(|row| told(row, context, &vocabulary)).collect::<Result<_>>()?,
    })
}

/// One of them; nothing where it was dealt with.
pub fn leftover(register: &Register, context: &Context, id: i64) -> Result<Option<Leftover>> {
    let vocabulary = register.vocabulary()?;
    store::leftovers::get(register.db(), id)?.map(|waiting| told(waiting, context, &vocabulary)).transpose()
}

/// Leaves refused rows out for good.
pub fn settle(register: &mut Register, context: &Context, ids: &[i64]) -> Result<()> {
    for id in ids {
        waiting_in(register, *id)?;
    }
    if ids.is_empty() {
        return Ok(());
    }
    register.change(context, Operation::ImportSettle, |change| {
        ids.iter().try_for_each(|id| change.settle_leftover(*id, None))
    })
}

/// Whether the row waits, and a record of this thing can be made of it.
pub(crate) fn check_waiting(register: &Register, id: i64, of: Thing) -> Result<()> {
    let thing = waiting_in(register, id)?;
    if thing != of {
        return Err(Error::LeftoverElsewhere { thing: thing.label().to_owned(), other: of.label().to_owned() });
    }
    Ok(())
}

/// The thing of which a row that waits is.
fn waiting_in(register: &Register, id: i64) -> Result<Thing> {
    thing(&store::leftovers::get(register.db(), id)?.ok_or(Error::NoSuchLeftover { id })?.refused)
}

/// Leaves all rows of an import out for good that still wait.
pub fn leave_out(register: &mut Register, context: &Context, batch: &str) -> Result<()> {
    let number = batch_number(batch).ok_or_else(|| Error::NoSuchBatch { id: batch.to_owned() })?;
    let ids = store::leftovers::of_batch(register.db(), number)?;
    settle(register, context, &ids)
}

/// Keeps a row that this import refuses.
pub(super) fn keep(
    change: &mut Change,
    origin: &Origin,
    values: &Values,
    cells: &[CellText],
    faults: &[Fault],
) -> Result<()> {
    let refused = Refused {
        thing: values.thing().key().to_owned(),
        values: json(&values.filled()),
        cells: json(&cells),
        faults: json(&faults),
    };
    change.keep_refused(origin, &refused)
}

/// Rows of one file that wait: their numbers, by sheet and row.
type Places = HashMap<(String, u32), Vec<i64>>;

/// Rows that earlier imports refused and that may come again.
pub(super) struct Earlier {
    batch: i64,
    /// Of files of the same name, which may be another department's.
    namesakes: HashMap<(String, u32), Vec<Waiting>>,
    /// Of files by their digest: of this very file, and of those whose rows were given out to be mended, once a row
    /// speaks of them.
    of_files: HashMap<String, Places>,
}

impl Earlier {
    pub fn of(change: &Change, file: &str, batch: i64) -> Result<Earlier> {
        let mut namesakes: HashMap<_, Vec<Waiting>> = HashMap::new();
        for waiting in store::leftovers::of_file(&change.db, file, batch)? {
            namesakes.entry((waiting.sheet.clone(), waiting.row)).or_default().push(waiting);
        }
        Ok(Earlier { batch, namesakes, of_files: HashMap::new() })
    }

    /// A row has come again where it says that it stood, or else where it stands in this very file; or it stands in
    /// the same place of a file of the same name and is what was refused there, put right.
    pub fn settle(
        &mut self,
        change: &mut Change,
        stands: &RowOrigin,
        told: &[RowOrigin],
        cells: impl FnOnce() -> Vec<CellText>,
        record: Option<RecordId>,
    ) -> Result<()> {
        let mut ids = Vec::new();
        for origin in if told.is_empty() { std::slice::from_ref(stands) } else { told } {
            let of_file = match self.of_files.entry(origin.digest.clone()) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(first) => {
                    first.insert(places(store::leftovers::of_digest(&change.db, &origin.digest, self.batch)?))
                }
            };
            ids.extend(of_file.remove(&(origin.sheet.clone(), origin.row)).unwrap_or_default());
        }
        let namesakes = if told.is_empty() { self.namesakes.remove(&(stands.sheet.clone(), stands.row)) } else { None };
        if let Some(namesakes) = namesakes {
            let cells = cells();
            for waiting in namesakes {
                if !ids.contains(&waiting.id) && is_put_right(&waiting.refused, &cells)? {
                    ids.push(waiting.id);
                }
            }
        }
        ids.into_iter().try_for_each(|id| change.settle_leftover(id, record))
    }
}

/// Whether a row is a refused one in all but what was faulty in it.
fn is_put_right(refused: &Refused, cells: &[CellText]) -> Result<bool> {
    let faults: Vec<Fault> = read(&refused.faults)?;
    let faulty =
        |column: &str| faults.iter().any(|fault| [&fault.column, &fault.detail].into_iter().any(|c| c == column));
    let was: Vec<CellText> = read(&refused.cells)?;
    let mut sound = was.iter().filter(|cell| !faulty(&cell.column)).peekable();
    Ok(sound.peek().is_some() && sound.all(|cell| cells.contains(cell)))
}

fn places(waiting: Vec<(i64, String, u32)>) -> Places {
    let mut places = Places::new();
    for (id, sheet, row) in waiting {
        places.entry((sheet, row)).or_default().push(id);
    }
    places
}

fn told(waiting: Waiting, context: &Context, vocabulary: &Vocabulary) -> Result<Leftover> {
    let Waiting { id, batch, file, sheet, row, refused } = waiting;
    let thing = thing(&refused)?;
    let mut values = Values::from_json(thing, &read(&refused.values)?).map_err(|misfit| unreadable(misfit.key))?;
    vocabulary.speak_present(&mut values);
    let faults: Vec<Fault> = read(&refused.faults)?;
    let faults = faults.into_iter().map(|fault| AlsoRefused::of(fault, context.lang, &file, &sheet, row));
    let (faults, cells) = (faults.collect(), read(&refused.cells)?);
    Ok(Leftover { id, batch: batch_id(batch), file, sheet, row, thing, values, cells, faults })
}

fn thing(refused: &Refused) -> Result<Thing> {
    Thing::from_key(&refused.thing).ok_or_else(|| unreadable(&refused.thing))
}

fn read<T: serde::de::DeserializeOwned>(json: &str) -> Result<T> {
    serde_json::from_str(json).map_err(unreadable)
}

fn unreadable(detail: impl ToString) -> Error {
    Error::Internal { detail: format!("leftovers: {}", detail.to_string()) }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDateTime;

    use super::*;
    use crate::context::Unwatched;
    use crate::error::Lang;
    use crate::import::{ImportRequest, import};

    #[test]
    fn as_many_are_counted_as_are_listed() {
        let place = tempfile::tempdir().unwrap();
        let context = Context { now: NaiveDateTime::default(), who: "王丽", lang: Lang::Zh, watch: &Unwatched };
        let mut register = crate::commands::make(&context, &place.path().join("台账"), "示例学院").unwrap();
        let workbook = place.path().join("主动公开.csv");
        std::fs::write(&workbook, "信息名称,公开日期\n甲,2023-03-02\n乙,待定\n丙,2023-02-30\n").unwrap();
        let request = serde_json::from_value::<ImportRequest>(serde_json::json!({"workbook": workbook})).unwrap();
        assert_eq!(store::leftovers::waiting(register.db()).unwrap(), 0);
        import(&mut register, &context, &request).unwrap();
        let listed = leftovers(&register, &context, &LeftoversRequest { offset: 0, limit: 9 }).unwrap();
        let ids: Vec<i64> = listed.rows.iter().map(|row| row.id).collect();
        assert_eq!((ids.len(), listed.total, store::leftovers::waiting(register.db()).unwrap()), (2, 2, 2));
        settle(&mut register, &context, &ids[..1]).unwrap();
        assert_eq!(store::leftovers::waiting(register.db()).unwrap(), 1);
    }
}
