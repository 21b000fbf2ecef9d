//! What would be said of a record before it is saved: faults by field, and records that look like it.

use serde::Serialize;
use ts_rs::TS;

use super::JsonMap;
use super::corrections;
use super::form::Form;
use super::is_case;
use super::similar::similar;
use super::view::NamedRecord;
use crate::context::Context;
use crate::error::{Error, FieldFault, Result};
use crate::fault::{Fault, FaultCode, UNSAVED};
use crate::folder::Register;
use crate::things::{Record, RecordId, Thing, Values};

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
    /// That an archived report counts it: what is saved needs the reason of the correction.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub reason_needed: Option<FieldFault>,
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
    /// A form with all that is said of it, also by the calendar and by other records. `before` is what is edited.
    pub(super) fn read_form(
        &self,
        context: &Context,
        thing: Thing,
        json: &JsonMap,
        before: Option<&Record>,
    ) -> Result<Form> {
        let values = before.map(|record| &record.values);
        let vocabulary = self.vocabulary()?;
        let mut form = Form::read(thing, json, context.today(), &vocabulary, values)?;
        form.refusals.extend(self.unknown_links(&form.values, before)?);
        form.warnings.extend(self.too_short(&form.values)?);
        form.warnings.extend(self.case_left(&form.values, before)?);
        form.warnings.extend(corrections::unnamed(&form.values, &vocabulary));
        let edited = before.map(|before| RecordId { thing, number: before.id });
        form.warnings.extend(self.sensitive_faults(&form.values, edited)?);
        Ok(form)
    }

    /// A reply that is no longer said to be about disclosure work leaves its case file as it is.
    fn case_left(&self, values: &Values, before: Option<&Record>) -> Result<Vec<Fault>> {
        let Some(before) = before.filter(|before| is_case(&before.values) && !is_case(values)) else {
            return Ok(Vec::new());
        };
        let cases = self.derived(RecordId { thing: values.thing(), number: before.id })?;
        let left =
            |case: NamedRecord| Fault::new(FaultCode::CaseFileLeft, "about_disclosure", case.title).with(case.id);
        Ok(cases.into_iter().map(left).collect())
    }

    /// A consultation has its days (《高等学校信息公开办法》: 10 working days at least).
    fn too_short(&self, values: &Values) -> Result<Option<Fault>> {
        let term = values.date("opened_on").zip(values.date("closes_on"));
        let Some((opened, closes)) = term.filter(|(opened, closes)| opened <= closes) else { return Ok(None) };
        let (days, least) = (self.calendar()?.workdays_after(opened, closes), self.rules()?.consultation_days);
        let fault = || Fault::new(FaultCode::PeriodTooShort, "closes_on", days.to_string()).with(least);
        Ok((days < i64::from(least)).then(fault))
    }

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
        let form = self.read_form(context, thing, json, record.as_ref())?;
        let unsaved = |fault: Fault| match fault.code {
            FaultCode::InvisibleRemoved => fault.with(UNSAVED),
            _ => fault,
        };
        let told = |faults: Vec<Fault>| faults.into_iter().map(|fault| FieldFault::of(thing, unsaved(fault))).collect();
        Ok(RecordCheck {
            reason_needed: self.reason_needed(&form.values, record.as_ref())?,
            similar: similar(self, context, &form.values, record.map(|record| record.id))?,
            refusals: told(form.refusals),
            warnings: told(form.warnings),
            values: form.values,
        })
    }
}
