//! Rows that an import refused: kept until somebody has dealt with them, so that none is forgotten.

use std::collections::HashMap;

use serde::Serialize;
use ts_rs::TS;

use super::{AlsoRefused, CellText, batch_id};
use crate::change::{Change, Operation, json};
use crate::context::Context;
use crate::error::{Error, Result};
use crate::fault::Fault;
use crate::folder::Register;
use crate::store;
use crate::store::leftovers::{Refused, Waiting};
use crate::things::{Origin, RecordId, Thing, Values};

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

/// The refused rows of imports not taken back that nobody has dealt with, the newest import first.
pub fn leftovers(register: &Register, context: &Context) -> Result<Vec<Leftover>> {
    store::leftovers::all(register.db())?.into_iter().map(|waiting| told(waiting, context)).collect()
}

/// Marks refused rows as dealt with: logged by hand as `record`, or left out for good.
pub fn settle(register: &mut Register, context: &Context, ids: &[i64], record: Option<&str>) -> Result<()> {
    let record = match record {
        Some(id) => {
            register.record(id)?;
            Some(RecordId::parse(id)?)
        }
        None => None,
    };
    let waiting = store::leftovers::all(register.db())?;
    for id in ids {
        let found = waiting.iter().find(|row| row.id == *id).ok_or(Error::NoSuchLeftover { id: *id })?;
        let thing = thing(&found.refused)?;
        if let Some(record) = record.filter(|record| record.thing != thing) {
            return Err(Error::LeftoverElsewhere { record: record.to_string(), thing: thing.label().to_owned() });
        }
    }
    if ids.is_empty() {
        return Ok(());
    }
    register.change(context, Operation::ImportSettle, |change| {
        ids.iter().try_for_each(|id| change.settle_leftover(*id, record))
    })
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

/// Rows that earlier imports of files of the same name refused, by sheet and row.
pub(super) struct Earlier(HashMap<(String, u32), Vec<i64>>);

impl Earlier {
    pub fn of(change: &Change, file: &str, batch: i64) -> Result<Earlier> {
        let mut earlier: HashMap<(String, u32), Vec<i64>> = HashMap::new();
        for row in store::leftovers::of_file(&change.db, file, batch)? {
            earlier.entry((row.sheet, row.row)).or_default().push(row.id);
        }
        Ok(Earlier(earlier))
    }

    /// The row has come again: whatever this import makes of it takes the earlier one's place.
    pub fn settle(&mut self, change: &mut Change, sheet: &str, row: u32, record: Option<RecordId>) -> Result<()> {
        if self.0.is_empty() {
            return Ok(());
        }
        let ids = self.0.remove(&(sheet.to_owned(), row)).unwrap_or_default();
        ids.into_iter().try_for_each(|id| change.settle_leftover(id, record))
    }
}

fn told(waiting: Waiting, context: &Context) -> Result<Leftover> {
    let Waiting { id, batch, file, sheet, row, refused } = waiting;
    let thing = thing(&refused)?;
    let values = Values::from_json(thing, &read(&refused.values)?).map_err(|misfit| unreadable(misfit.key))?;
    let faults: Vec<Fault> = read(&refused.faults)?;
    let faults = faults.into_iter().map(|fault| AlsoRefused {
        message: fault.sentence(context.lang),
        column: fault.column,
        value: fault.value,
        code: fault.code,
    });
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
        let ids: Vec<i64> = leftovers(&register, &context).unwrap().iter().map(|row| row.id).collect();
        assert_eq!((ids.len(), store::leftovers::waiting(register.db()).unwrap()), (2, 2));
        settle(&mut register, &context, &ids[..1], None).unwrap();
        assert_eq!(store::leftovers::waiting(register.db()).unwrap(), 1);
    }
}
