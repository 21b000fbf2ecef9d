//! What would be said of a record before it is saved: faults by field, and records that look like it.

use serde::Serialize;
use ts_rs::TS;

use super::JsonMap;
use super::form::Form;
use super::similar::similar;
use crate::context::Context;
use crate::error::{Error, FieldFault, Result};
use crate::fault::{Fault, FaultCode, UNSAVED};
use crate::folder::Register;
use crate::things::{RecordId, Thing, Values};

/// What is known of a form's values.
#[derive(Debug, Serialize, TS)]
pub struct RecordCheck {
    /// As they were read: a day typed in words is a date here.
    #[ts(type = "Record<string, Value>")]
    pub values: Values,
    /// What must be mended before it can be saved.
    pub refusals: Vec<FieldFault>,
    /// What should be known, and does not hinder.
    pub warnings: Vec<FieldFault>,
    /// Records that it may repeat, the likeliest first; a few of them.
    pub similar: Vec<Similar>,
}

/// A record that another may repeat.
#[derive(Debug, Serialize, TS)]
pub struct Similar {
    pub id: String,
    pub title: String,
    pub date: Option<String>,
    pub why: Likeness,
    pub withdrawn: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Likeness {
    SameInEveryField,
    SameDocNumber,
    SameTitle,
    /// One title holds the other.
    TitleWithin,
}

impl Register {
    /// What would be said of these values. `id` is the record that is edited, which never repeats itself.
    pub fn check_record(
        &self,
        context: &Context,
        thing: Thing,
        json: &JsonMap,
        id: Option<&str>,
    ) -> Result<RecordCheck> {
        let record = match id {
            Some(id) => {
                let record_id = RecordId::parse(id)?;
                if record_id.thing != thing {
                    return Err(Error::NoSuchRecord { id: id.into() });
                }
                Some(self.current(record_id)?)
            }
            None => None,
        };
        let before = record.as_ref().map(|record| &record.values);
        let form = Form::read(thing, json, context.today(), &self.vocabulary()?, before)?;
        let unsaved = |fault: Fault| match fault.code {
            FaultCode::InvisibleRemoved => fault.with(UNSAVED),
            _ => fault,
        };
        let told = |faults: Vec<Fault>| faults.into_iter().map(|fault| FieldFault::of(thing, unsaved(fault))).collect();
        Ok(RecordCheck {
            similar: similar(self, context, &form.values, record.map(|record| record.id))?,
            refusals: told(form.refusals),
            warnings: told(form.warnings),
            values: form.values,
        })
    }
}
