//! A form as it was typed: days, numbers and texts read as a clerk writes them.

use chrono::{Datelike, Days, NaiveDate};
use serde_json::Value as Json;

use super::JsonMap;
use crate::error::{Error, Result};
use crate::fault::{Fault, FaultCode};
use crate::requests;
use crate::sensitive;
use crate::things::{self, Kind, LARGEST_COUNT, RecordId, Thing, Value, Values, Vocabulary};
use crate::typed::{Cell, read_count, read_date, read_money};

/// What a form says. Faults name fields by their keys, in the order of the fields.
pub(super) struct Form {
    pub values: Values,
    pub refusals: Vec<Fault>,
    pub warnings: Vec<Fault>,
}

/// How far ahead a day without its year may lie and still be of this year.
const AHEAD: Days = Days::new(31);

impl Form {
    /// `before` is the record that is edited: what it held already may stay.
    pub fn read(
        thing: Thing,
        json: &JsonMap,
        today: NaiveDate,
        vocabulary: &Vocabulary,
        before: Option<&Values>,
    ) -> Result<Form> {
        let mut exact = JsonMap::new();
        let mut typed = Vec::new();
        for (key, json) in json {
            match (thing.field(key), json) {
                (Some(field), Json::String(text)) => typed.push((field, text)),
                _ => {
                    exact.insert(key.clone(), json.clone());
                }
            }
        }
        let bad = |key: &str, value: &Json| Error::BadRequest {
            command: thing.key().into(),
            detail: format!("{key} = {value}"),
        };
        let mut values = Values::from_json(thing, &exact).map_err(|misfit| bad(&misfit.key, &misfit.value))?;
        let (mut refusals, mut warnings) = (Vec::new(), Vec::new());
        for (field, text) in typed {
            let value = match field.kind {
                Kind::Text { .. } => {
                    let (seen, hidden) = visible(text);
                    if hidden {
                        warnings.push(Fault::new(FaultCode::InvisibleRemoved, field.key, ""));
                    }
                    Ok(Value::Text(seen))
                }
                Kind::Link { to } => match RecordId::parse(text) {
                    Ok(record) if record.thing == to => Ok(Value::Text(record.to_string())),
                    Err(_) if text.trim().is_empty() => Ok(Value::Empty),
                    Ok(_) | Err(_) => Err(Fault::new(FaultCode::RecordUnknown, field.key, text)),
                },
                Kind::Date => read_day(text, today).map(|day| day.map_or(Value::Empty, Value::Date)),
                Kind::Count | Kind::Money => read_number(field.kind, text),
                Kind::Flag | Kind::Term { .. } | Kind::Channels => {
                    return Err(bad(field.key, &Json::String(text.clone())));
                }
            };
            match value {
                Ok(value) => values.set(field.key, value),
                Err(mut fault) => {
                    fault.column = field.key.into();
                    refusals.push(fault);
                }
            }
        }
        // A word that was merged is that other word; a draft may be older than the merger.
        vocabulary.speak_present(&mut values);
        vocabulary.check(&values)?;
        let (against, known) = things::check(&mut values);
        warnings.extend(known);
        let unread: Vec<String> = refusals.iter().map(|fault: &Fault| fault.column.clone()).collect();
        refusals.extend(against.into_iter().filter(|fault| !unread.contains(&fault.column)));
        refusals.extend(retired(&values, vocabulary, before));
        refusals.extend(requests::ground_missing(&values, vocabulary));
        warnings.extend(values.iter().filter_map(|(field, _)| {
            let day = values.date(field.key).filter(|day| *day > today && !field.lies_ahead())?;
            Some(Fault::new(FaultCode::DateUnlikely, field.key, day.to_string()))
        }));
        warnings.extend(sensitive::against_review(&values, vocabulary));
        for faults in [&mut refusals, &mut warnings] {
            faults.sort_by_key(|fault| thing.position(&fault.column));
        }
        Ok(Form { values, refusals, warnings })
    }
}

/// A day in words, or without its year: the last such day, or one that is near.
fn read_day(text: &str, today: NaiveDate) -> std::result::Result<Option<NaiveDate>, Fault> {
    let text = text.trim();
    let back = match text {
        "" => return Ok(None),
        "今天" => Some(0),
        "昨天" => Some(1),
        "前天" => Some(2),
        _ => None,
    };
    if let Some(days) = back {
        return Ok(today.checked_sub_days(Days::new(days)));
    }
    let cell = Cell::Text(text.into());
    let this_year = || read_date(&cell, Some(today.year()));
    let read = match read_date(&cell, None) {
        Err((FaultCode::DateYearUnknown, _)) => match this_year() {
            Ok(Some(day)) if today.checked_add_days(AHEAD).is_some_and(|last| day > last) => {
                read_date(&cell, Some(today.year() - 1))
            }
            read => read,
        },
        // Two digits may be a year beside this one.
        Err(_) => this_year(),
        read => read,
    };
    read.map_err(|(code, value)| Fault::new(code, "", value))
}

/// A count, or yuan in 分. An estimate or a unit is refused: a form has fields of their own for both.
fn read_number(kind: Kind, text: &str) -> std::result::Result<Value, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Value::Empty);
    }
    let cell = Cell::Text(text.into());
    let fault = |code| Fault::new(code, "", text);
    let (read, largest) = match kind {
        Kind::Money => (read_money(&cell, ""), format!("{}元", LARGEST_COUNT / 100)),
        Kind::Text { .. }
        | Kind::Date
        | Kind::Count
        | Kind::Flag
        | Kind::Term { .. }
        | Kind::Channels
        | Kind::Link { .. } => {
            let counted = match read_count(&cell) {
                Ok(Some(counted)) if counted.estimate => return Err(fault(FaultCode::NumberUnreadable)),
                Ok(Some(counted)) => match counted.unit {
                    Some(unit) => return Err(fault(FaultCode::NumberUnreadable).with(unit)),
                    None => Ok(Some(counted.number)),
                },
                Ok(None) => Ok(None),
                Err(other) => Err(other),
            };
            (counted, LARGEST_COUNT.to_string())
        }
    };
    match read {
        Ok(number) => Ok(number.map_or(Value::Empty, Value::Number)),
        Err((FaultCode::NumberTooLarge, _)) => Err(fault(FaultCode::NumberTooLarge).with(largest)),
        Err((code, _)) => Err(fault(code)),
    }
}

/// The text without signs that nobody sees, and whether it had any.
pub(crate) fn visible(text: &str) -> (String, bool) {
    let text = text.replace("\r\n", "\n");
    let hidden = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\t'))
            || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    (text.chars().filter(|c| !hidden(*c)).collect(), text.chars().any(hidden))
}

/// Words that are no longer offered, newly chosen.
fn retired(values: &Values, vocabulary: &Vocabulary, before: Option<&Values>) -> Vec<Fault> {
    let ids = |value: &Value| match value {
        Value::Number(id) => vec![*id],
        Value::Terms(ids) => ids.clone(),
        Value::Empty | Value::Flag(_) | Value::Date(_) | Value::Text(_) => Vec::new(),
    };
    let of_terms = values.iter().filter(|(field, _)| matches!(field.kind, Kind::Term { .. } | Kind::Channels));
    of_terms
        .flat_map(|(field, value)| {
            let had = before.map(|before| ids(before.get(field.key))).unwrap_or_default();
            let new = ids(value).into_iter().filter(move |id| !had.contains(id));
            let gone = new.filter_map(|id| vocabulary.get(id).filter(|term| term.retired));
            gone.map(|term| Fault::new(FaultCode::TermRetired, field.key, &term.name)).collect::<Vec<_>>()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_without_its_year_is_the_one_that_the_clerk_means() {
        let today = NaiveDate::from_ymd_opt(2023, 11, 20).unwrap();
        for (typed, day) in [
            ("2023-3-2", "2023-03-02"),
            ("2023年3月2日", "2023-03-02"),
            ("2023.3.2", "2023-03-02"),
            ("20230302", "2023-03-02"),
            ("3月2日", "2023-03-02"),
            ("3-2", "2023-03-02"),
            ("3.2", "2023-03-02"),
            ("12-21", "2023-12-21"),
            ("12-22", "2022-12-22"),
            ("今天", "2023-11-20"),
            ("昨天", "2023-11-19"),
            ("前天", "2023-11-18"),
        ] {
            assert_eq!(read_day(typed, today).unwrap().unwrap().to_string(), day, "{typed}");
        }
        assert_eq!(read_day(" ", today), Ok(None));
        for (typed, code) in [
            ("2023-02-30", FaultCode::DateImpossible),
            ("2月30日", FaultCode::DateImpossible),
            ("2023年3月", FaultCode::DateIncomplete),
            ("月底", FaultCode::DateUnreadable),
        ] {
            assert_eq!(read_day(typed, today).unwrap_err().code, code, "{typed}");
        }
    }

    #[test]
    fn numbers_are_read_as_typed_and_yuan_become_fen() {
        let count = |text| read_number(Kind::Count, text).map_err(|fault| fault.code);
        let money = |text| read_number(Kind::Money, text).map_err(|fault| fault.code);
        assert_eq!(count("1,200"), Ok(Value::Number(1200)));
        assert_eq!(count("１２"), Ok(Value::Number(12)));
        assert_eq!(count(""), Ok(Value::Empty));
        assert_eq!(money("12.50"), Ok(Value::Number(1250)));
        assert_eq!(count("约200"), Err(FaultCode::NumberUnreadable));
        assert_eq!(count("3.5"), Err(FaultCode::NumberFraction));
        assert_eq!(count("-3"), Err(FaultCode::NumberNegative));
        assert_eq!(money("若干"), Err(FaultCode::NumberUnreadable));
    }
}
