//! What a line takes over from the one before, where it does not say it itself; never its day, which is today's.

use super::{QuickAssumed, QuickReading};
use crate::error::{Error, Result};
use crate::records::JsonMap;
use crate::things::{Value, Values, Vocabulary};

/// Terms alone are carried over; one that is no longer chosen is not, nor one beside a word that is asked about.
pub(super) fn carry(reading: &mut QuickReading, carried: &JsonMap, vocabulary: &Vocabulary) -> Result<()> {
    let bad = |key: String| Error::BadRequest { command: "read_quick".into(), detail: format!("carried.{key}") };
    let mut values = Values::from_json(reading.thing, carried).map_err(|misfit| bad(misfit.key))?;
    vocabulary.speak_present(&mut values);
    for (field, value) in values.iter() {
        let ids = match value {
            Value::Number(id) => std::slice::from_ref(id),
            Value::Terms(ids) => ids.as_slice(),
            Value::Empty | Value::Flag(_) | Value::Date(_) | Value::Text(_) => continue,
        };
        let names: Option<Vec<&str>> = ids
            .iter()
            .map(|id| vocabulary.get(*id).filter(|term| !term.retired).map(|term| term.name.as_str()))
            .collect();
        if let (Some(names), false) = (names, said(reading, field.key)) {
            let json = serde_json::to_value(value).unwrap_or_default();
            reading.values.insert(field.key.to_owned(), json);
            let shown = names.join("、");
            reading.assumed.push(QuickAssumed { field: field.key.to_owned(), shown, carried: true });
        }
    }
    Ok(())
}

fn said(reading: &QuickReading, field: &str) -> bool {
    reading.values.contains_key(field) || reading.questions.iter().any(|question| question.fault.field == field)
}
