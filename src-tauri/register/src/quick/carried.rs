//! What a line takes over from the one before, where it does not say it itself; never its day, which is today's.

use super::{QuickAssumed, QuickQuestion, QuickReading};
use crate::error::{Error, FieldFault, Result};
use crate::fault::{Fault, FaultCode};
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

/// Words that end like a department's name, and are none.
const NO_OFFICES: [&str; 7] = ["干部", "全部", "会议室", "教室", "实验室", "主办", "举办"];

/// Asks about 组织部 beside a title, where no department of that name is known.
pub(super) fn ask_of_unknown(reading: &mut QuickReading, text: &str) {
    const FIELD: &str = "department";
    if reading.thing.field(FIELD).is_none() || said(reading, FIELD) {
        return;
    }
    let like_an_office = |word: &&str| {
        (2..=8).contains(&word.chars().count())
            && (word.ends_with(['处', '部', '办', '室', '院', '馆']) || word.ends_with("中心"))
            && !NO_OFFICES.iter().any(|ending| word.ends_with(ending))
    };
    let words: Vec<&str> = reading.left.split_whitespace().collect();
    // By itself it is what the line is about.
    if words.len() > 1
        && let Some(word) = words.into_iter().rfind(like_an_office)
        && let Some((before, _)) = text.rsplit_once(word)
    {
        let from = before.encode_utf16().count();
        let fault = FieldFault::of(reading.thing, Fault::new(FaultCode::WordUnknown, FIELD, word));
        let to = from + word.encode_utf16().count();
        reading.questions.push(QuickQuestion { from, to, fault, choices: Vec::new() });
    }
}
