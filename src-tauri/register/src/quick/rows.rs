//! Several records at once, as rows copied from a spreadsheet: by their header where there is one, else each row read
//! as a line. Nothing is saved by reading.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{QuickChoice, QuickQuestion, QuickReading, read, read_of};
use crate::context::{Context, Stage};
use crate::error::{Error, FieldFault, Result};
use crate::folder::Register;
use crate::import::{Headed, Pasted, cells, under_a_header};
use crate::records::{JsonMap, Similar};
use crate::things::{Thing, Values, Vocabulary};
use crate::workdays::Calendar;

/// More rows are an import's, which takes them as one batch.
const MOST: usize = 500;

#[derive(Debug, Deserialize, TS)]
pub struct ReadRows {
    /// Lines of cells, apart by tabs.
    pub text: String,
    /// The register that they are meant for; by what they say where it is left out.
    #[ts(optional)]
    pub thing: Option<Thing>,
}

/// What the rows say.
#[derive(Debug, Serialize, TS)]
pub struct RowsRead {
    pub thing: Thing,
    /// Whether they stand under a header.
    pub headed: bool,
    /// Headings that mean nothing in this register: what stands below them is not read.
    pub unknown_headings: Vec<String>,
    pub rows: Vec<RowRead>,
}

#[derive(Debug, Serialize, TS)]
pub struct RowRead {
    /// Its number among the lines that were pasted, from 1.
    pub row: u32,
    /// As a form takes them: what cannot be read stands there as it was written.
    #[ts(type = "Record<string, Value>")]
    pub values: JsonMap,
    /// Fields that the row does not name.
    pub assumed: Vec<String>,
    /// Of cells that could not be taken.
    pub unsettled: Vec<Unsettled>,
    /// Why a form with these values could not be saved.
    pub faults: Vec<FieldFault>,
    /// What should be known, and does not hinder.
    pub doubts: Vec<FieldFault>,
    /// Records that it may repeat.
    pub similar: Vec<Similar>,
    /// The number of the row before it that says the same.
    pub repeats: Option<u32>,
    /// The reason, where the row says that it is 作废.
    pub withdrawn: Option<String>,
}

/// What hinders until its field is changed, or somebody says that it stays as it is.
#[derive(Debug, Serialize, TS)]
pub struct Unsettled {
    pub fault: FieldFault,
    /// As it was typed.
    pub written: String,
    /// What it may mean.
    pub choices: Vec<QuickChoice>,
}

impl From<QuickQuestion> for Unsettled {
    fn from(QuickQuestion { fault, written, choices, .. }: QuickQuestion) -> Unsettled {
        Unsettled { fault, written, choices }
    }
}

impl RowRead {
    fn of(row: u32, values: JsonMap) -> RowRead {
        RowRead {
            row,
            values,
            assumed: Vec::new(),
            unsettled: Vec::new(),
            faults: Vec::new(),
            doubts: Vec::new(),
            similar: Vec::new(),
            repeats: None,
            withdrawn: None,
        }
    }
}

impl Register {
    /// Reads rows, and says of the values of each what would be said of a form's.
    pub fn read_rows(&self, context: &Context, request: &ReadRows) -> Result<RowsRead> {
        let vocabulary = self.vocabulary()?;
        let pasted = cells(&request.text);
        let rows = pasted.filled();
        if rows > MOST {
            return Err(Error::TooManyRows { rows, most: MOST });
        }
        let mut read = match under_a_header(&pasted, request.thing, context, &vocabulary) {
            Some(headed) => headed.into(),
            None => by_their_cells(&pasted, request.thing, context.today(), &vocabulary, &self.calendar()?),
        };
        let mut seen: HashMap<Values, u32> = HashMap::new();
        for (done, row) in (0..).zip(&mut read.rows) {
            context.progress(Stage::Reading, done, rows as u64)?;
            let checked = self.check_record(context, read.thing, &row.values, None)?;
            let told = |fault: &FieldFault| row.unsettled.iter().all(|known| known.fault.field != fault.field);
            row.faults = checked.refusals.into_iter().filter(told).collect();
            let more: Vec<FieldFault> =
                checked.warnings.into_iter().filter(|doubt| !row.doubts.contains(doubt)).collect();
            row.doubts.extend(more);
            row.similar = checked.similar;
            row.values = as_read(&checked.values, &row.values);
            row.repeats = seen.get(&checked.values).copied();
            seen.entry(checked.values).or_insert(row.row);
        }
        Ok(read)
    }
}

impl From<Headed> for RowsRead {
    fn from(headed: Headed) -> RowsRead {
        let choice = |name: String| QuickChoice { text: name.clone(), shown: name };
        let open = |(fault, written, names): (FieldFault, String, Vec<String>)| Unsettled {
            fault,
            written,
            choices: names.into_iter().map(choice).collect(),
        };
        let rows = headed.rows.into_iter().map(|row| RowRead {
            unsettled: row.unsettled.into_iter().map(open).collect(),
            doubts: row.doubts,
            withdrawn: row.withdrawn,
            ..RowRead::of(row.row, row.values)
        });
        let rows = rows.collect();
        RowsRead { thing: headed.thing, headed: true, unknown_headings: headed.unknown_headings, rows }
    }
}

/// Values as they were read, and beside them what could not be read, as it was written.
fn as_read(values: &Values, written: &JsonMap) -> JsonMap {
    let mut read = values.filled();
    for (key, value) in written {
        read.entry(key.clone()).or_insert_with(|| value.clone());
    }
    read
}

/// Each row as a line that a clerk types. Where nobody says which register they are for, it is that of most of them.
fn by_their_cells(
    pasted: &Pasted,
    thing: Option<Thing>,
    today: NaiveDate,
    vocabulary: &Vocabulary,
    calendar: &Calendar,
) -> RowsRead {
    let lines = pasted.lines();
    let readings: Vec<QuickReading> = lines.iter().map(|(_, line)| read(line, vocabulary, calendar, today)).collect();
    let votes = |thing: Thing| readings.iter().filter(|reading| reading.thing == thing).count();
    // Of equals the first.
    let most = Thing::ALL.into_iter().rev().max_by_key(|thing| votes(*thing));
    let thing = thing.or(most).unwrap_or(Thing::Publication);
    let rows = lines.iter().zip(readings).map(|((row, line), reading)| {
        let reading = if reading.thing == thing { reading } else { read_of(line, thing, vocabulary, calendar, today) };
        RowRead {
            assumed: reading.assumed.into_iter().map(|assumed| assumed.field).collect(),
            // The register is that of all rows, and chosen above them.
            unsettled: reading
                .questions
                .into_iter()
                .filter(|asked| !asked.fault.field.is_empty())
                .map(Unsettled::from)
                .collect(),
            ..RowRead::of(*row, reading.values)
        }
    });
    RowsRead { thing, headed: false, unknown_headings: Vec::new(), rows: rows.collect() }
}
