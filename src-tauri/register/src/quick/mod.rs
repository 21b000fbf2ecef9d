//! Quick entry: one line as a clerk types it becomes a thing and its values, each recognised part with its place.
//!
//! Nothing is guessed unseen: a part says what it was read as, and what could be read in two ways is asked.

mod carried;
mod clues;
mod counter;
mod counts;
mod dated;
mod days;
mod department;
mod document_number;
mod doubts;
mod fields;
mod labelled;
mod limits;
mod line;
mod meeting;
mod places;
mod publication;
mod reader;
mod reply;
mod request;
mod rows;
#[cfg(test)]
mod tests;
mod thing;
mod words;
mod years;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::context::Context;
use crate::error::{FieldFault, Result};
use crate::folder::Register;
use crate::records::{CORRECTS, JsonMap, Similar, names_nothing};
use crate::things::{Thing, Values, Vocabulary};

pub use counter::{CountOne, DayCounter, OfDay, PinnedCounter, SetCounters};
pub(crate) use reader::{read, read_of};
pub use rows::{ReadRows, RowRead, RowsRead, Unsettled};
pub(crate) use words::{proposed, spoken_for};

#[derive(Debug, Deserialize, TS)]
pub struct ReadQuick {
    pub text: String,
    /// By register, what the line before had: taken for fields that this one does not name.
    #[serde(default)]
    #[ts(optional, type = "Partial<Record<Thing, Record<string, Value>>>")]
    pub carried: HashMap<Thing, JsonMap>,
}

/// What a line says.
#[derive(Debug, Serialize, TS)]
pub struct QuickReading {
    pub thing: Thing,
    /// As a form takes them: a day that does not exist stands there as it was typed.
    #[ts(type = "Record<string, Value>")]
    pub values: JsonMap,
    /// In the order of the line; no two overlap.
    pub parts: Vec<QuickPart>,
    /// What was filled in though the line does not say it.
    pub assumed: Vec<QuickAssumed>,
    /// What nothing was recognised of: the title.
    pub left: String,
    /// What must be settled before it can be saved.
    pub questions: Vec<QuickQuestion>,
    /// What should be known, and does not hinder.
    pub warnings: Vec<FieldFault>,
    /// Records that it may repeat.
    pub similar: Vec<Similar>,
}

/// A recognised part of a line.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct QuickPart {
    /// In UTF-16 units, as the page counts.
    pub from: usize,
    pub to: usize,
    /// Empty where the part says to which register the line belongs.
    pub field: String,
    /// As what it was read.
    pub shown: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct QuickAssumed {
    pub field: String,
    pub shown: String,
    /// Whether it is what the line before had.
    pub carried: bool,
}

/// Something that cannot be taken as it stands.
#[derive(Debug, Serialize, TS)]
pub struct QuickQuestion {
    pub from: usize,
    pub to: usize,
    /// Its field is empty where the register itself is in question.
    pub fault: FieldFault,
    /// What the fault is about, as it was typed; empty where nothing was.
    pub written: String,
    /// What to put in the place of the stretch, one of them.
    pub choices: Vec<QuickChoice>,
}

#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct QuickChoice {
    pub text: String,
    pub shown: String,
}

impl Register {
    /// Reads a line, and says of its values what would be said of a form's.
    pub fn read_quick(&self, context: &Context, request: &ReadQuick) -> Result<QuickReading> {
        let vocabulary = self.vocabulary()?;
        let mut reading = read(&request.text, &vocabulary, &self.calendar()?, context.today());
        years::ask_of_years(&mut reading, &request.text, context.today());
        if let Some(carried) = request.carried.get(&reading.thing) {
            carried::carry(&mut reading, carried, &vocabulary)?;
        }
        self.assume_corrected(context, &mut reading, &vocabulary)?;
        let checked = self.check_record(context, reading.thing, &reading.values, None)?;
        let end = request.text.encode_utf16().count();
        for fault in checked.refusals {
            if reading.questions.iter().all(|question| question.fault.field != fault.field) {
                let part = reading.parts.iter().find(|part| part.field == fault.field);
                let (from, to) = part.map_or((end, end), |part| (part.from, part.to));
                let question = QuickQuestion { from, to, fault, written: String::new(), choices: Vec::new() };
                reading.questions.push(question);
            }
        }
        reading.warnings = checked.warnings;
        reading.similar = checked.similar;
        Ok(reading)
    }

    /// A correction whose title names one item alone corrects that one.
    fn assume_corrected(&self, context: &Context, reading: &mut QuickReading, vocabulary: &Vocabulary) -> Result<()> {
        let values = Values::from_json(reading.thing, &reading.values);
        if values.is_ok_and(|values| names_nothing(&values, vocabulary))
            && let Some(item) = self.corrected_in(context, &reading.left)?
        {
            reading.values.insert(CORRECTS.to_owned(), item.id.into());
            reading.assumed.push(QuickAssumed { field: CORRECTS.to_owned(), shown: item.title, carried: false });
        }
        Ok(())
    }
}
