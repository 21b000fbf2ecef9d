//! Values of fields, typed by the field's kind.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize, Serializer, ser::SerializeMap};
use ts_rs::TS;

use super::{Kind, Thing};

/// A value as it crosses the border: empty, text (dates as `YYYY-MM-DD`, another record as its name), a whole number
/// (counts, 分, terms by their id), a flag, or a set of terms.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(untagged)]
pub enum Value {
    #[default]
    Empty,
    Flag(bool),
    Number(i64),
    Date(NaiveDate),
    Text(String),
    Terms(Vec<i64>),
}

impl Value {
    pub fn is_empty(&self) -> bool {
        match self {
            Value::Empty => true,
            Value::Terms(terms) => terms.is_empty(),
            Value::Text(text) => text.is_empty(),
            Value::Flag(_) | Value::Number(_) | Value::Date(_) => false,
        }
    }

    /// Whether a field of this kind can hold the value.
    pub fn fits(&self, kind: Kind) -> bool {
        match (self, kind) {
            (Value::Empty, _) => true,
            (Value::Flag(_), Kind::Flag) => true,
            (Value::Number(n), Kind::Count | Kind::Money) => *n >= 0,
            (Value::Number(_), Kind::Term { .. }) => true,
            (Value::Date(_), Kind::Date) => true,
            (Value::Text(_), Kind::Text { .. } | Kind::Link { .. }) => true,
            (Value::Terms(_), Kind::Channels) => true,
            (Value::Flag(_) | Value::Number(_) | Value::Date(_) | Value::Text(_) | Value::Terms(_), _) => false,
        }
    }

    /// The value as one unambiguous piece of text: what digests and fingerprints are made of.
    pub fn write_canonical(&self, out: &mut String) {
        use std::fmt::Write;
        match self {
            Value::Empty => Ok(()),
            Value::Flag(flag) => write!(out, "{}", u8::from(*flag)),
            Value::Number(number) => write!(out, "{number}"),
            Value::Date(date) => write!(out, "{date}"),
            Value::Text(text) => write!(out, "{}:{text}", text.len()),
            Value::Terms(terms) => terms.iter().try_for_each(|term| write!(out, "{term},")),
        }
        .unwrap_or_default() // writing to a String cannot fail
    }
}

/// The values of one record, in the order of its thing's fields.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Values {
    thing: Thing,
    cells: Vec<Value>,
}

impl Values {
    pub fn new(thing: Thing) -> Values {
        Values { thing, cells: vec![Value::Empty; thing.fields().len()] }
    }

    pub fn thing(&self) -> Thing {
        self.thing
    }

    /// The values beside their fields.
    pub fn iter(&self) -> impl Iterator<Item = (&'static super::Field, &Value)> {
        self.thing.fields().iter().zip(&self.cells)
    }

    /// The value of a field; empty where the thing has no such field.
    pub fn get(&self, key: &str) -> &Value {
        self.thing.position(key).and_then(|position| self.cells.get(position)).unwrap_or(&Value::Empty)
    }

    /// Sets a field. Channels are kept as a set: sorted, each once.
    pub fn set(&mut self, key: &str, value: Value) {
        let value = match value {
            Value::Terms(mut terms) => {
                terms.sort_unstable();
                terms.dedup();
                if terms.is_empty() { Value::Empty } else { Value::Terms(terms) }
            }
            Value::Text(text) if text.trim().is_empty() => Value::Empty,
            other => other,
        };
        if let Some(cell) = self.thing.position(key).and_then(|position| self.cells.get_mut(position)) {
            *cell = value;
        }
    }

    pub fn text(&self, key: &str) -> &str {
        match self.get(key) {
            Value::Text(text) => text,
            _ => "",
        }
    }

    pub fn number(&self, key: &str) -> Option<i64> {
        match self.get(key) {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    pub fn date(&self, key: &str) -> Option<NaiveDate> {
        match self.get(key) {
            Value::Date(date) => Some(*date),
            _ => None,
        }
    }

    pub fn flag(&self, key: &str) -> bool {
        matches!(self.get(key), Value::Flag(true))
    }

    /// Every filled field with its value, unambiguously: empty fields are left out, so that a field added by a
    /// later version does not change what was digested before.
    pub fn canonical(&self) -> String {
        let mut out = String::with_capacity(160);
        for (field, value) in self.iter() {
            if !value.is_empty() {
                out.push_str(field.key);
                out.push('=');
                value.write_canonical(&mut out);
                out.push('\u{1e}');
            }
        }
        out
    }
}

impl Serialize for Values {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.cells.len()))?;
        for (field, value) in self.iter() {
            map.serialize_entry(field.key, value)?;
        }
        map.end()
    }
}

impl Values {
    /// Values from JSON, read by the kind of each field; what does not fit is named.
    pub fn from_json(thing: Thing, json: &serde_json::Map<String, serde_json::Value>) -> Result<Values, Misfit> {
        let mut values = Values::new(thing);
        for (key, json) in json {
            let field = thing.field(key).ok_or_else(|| Misfit { key: key.clone(), value: json.clone() })?;
            let value = read(field.kind, json).ok_or_else(|| Misfit { key: key.clone(), value: json.clone() })?;
            values.set(key, value);
        }
        Ok(values)
    }

    /// The filled fields alone, as the change log keeps them.
    pub fn filled(&self) -> serde_json::Map<String, serde_json::Value> {
        self.iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(field, value)| (field.key.to_owned(), serde_json::to_value(value).unwrap_or_default()))
            .collect()
    }
}

/// A value that its field cannot hold, or a field that the thing does not have.
#[derive(Debug)]
pub struct Misfit {
    pub key: String,
    pub value: serde_json::Value,
}

fn read(kind: Kind, json: &serde_json::Value) -> Option<Value> {
    use serde_json::Value as Json;
    match (kind, json) {
        (_, Json::Null) => Some(Value::Empty),
        (Kind::Text { .. } | Kind::Link { .. }, Json::String(text)) => Some(Value::Text(text.clone())),
        (Kind::Date, Json::String(text)) if text.is_empty() => Some(Value::Empty),
        (Kind::Date, Json::String(text)) => NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(Value::Date),
        (Kind::Count | Kind::Money | Kind::Term { .. }, Json::Number(number)) => number.as_i64().map(Value::Number),
        (Kind::Flag, Json::Bool(flag)) => Some(Value::Flag(*flag)),
        (Kind::Channels, Json::Array(ids)) => {
            ids.iter().map(Json::as_i64).collect::<Option<Vec<_>>>().map(Value::Terms)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_for_the_log_reads_back_the_same() {
        let mut values = Values::new(Thing::Publication);
        values.set("title", Value::Text("2023-03-02".into()));
        values.set("published_on", Value::Date(NaiveDate::from_ymd_opt(2023, 3, 2).expect("a day")));
        values.set("channels", Value::Terms(vec![3, 1, 3]));
        values.set("is_public", Value::Flag(true));
        let back = Values::from_json(Thing::Publication, &values.filled()).expect("fits");
        assert_eq!(back, values);
        assert_eq!(back.get("channels"), &Value::Terms(vec![1, 3]));
    }

    #[test]
    fn two_records_that_differ_in_one_place_differ_canonically() {
        let with = |key: &str, text: &str| {
            let mut values = Values::new(Thing::Publication);
            values.set(key, Value::Text(text.into()));
            values.canonical()
        };
        assert_ne!(with("title", "甲"), with("remarks", "甲"));
        assert_ne!(with("title", "甲\u{1e}remarks=乙"), with("title", "甲"));
    }
}
