//! A record: its values, whether it is withdrawn, where it came from, and how it is named and logged.

use super::{Thing, Values};
use crate::error::{Error, Result};

/// Where an imported record stood.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Origin {
    pub batch: i64,
    pub sheet: i64,
    pub row: i64,
}

/// A record as the store holds it.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    pub id: i64,
    pub values: Values,
    pub withdrawn: Option<String>,
    pub origin: Option<Origin>,
    pub taken_back: bool,
    /// Of the values as they came, and as they are where that differs; see `store::records`.
    pub fingerprints: (Vec<u8>, Option<Vec<u8>>),
}

impl Record {
    pub(crate) fn name(&self) -> String {
        RecordId { thing: self.values.thing(), number: self.id }.to_string()
    }

    /// What the change log keeps of it: filled fields, and the reason where it is withdrawn.
    pub(crate) fn logged(&self) -> String {
        logged(&self.values, self.withdrawn.as_deref())
    }
}

pub(crate) fn logged(values: &Values, withdrawn: Option<&str>) -> String {
    let mut map = values.filled();
    if let Some(reason) = withdrawn {
        map.insert(WITHDRAWN.into(), reason.into());
    }
    serde_json::Value::Object(map).to_string()
}

/// What [`logged`] wrote, read back.
pub(crate) fn from_logged(thing: Thing, json: &str) -> Option<(Values, Option<String>)> {
    let serde_json::Value::Object(mut map) = serde_json::from_str(json).ok()? else { return None };
    let withdrawn = map.remove(WITHDRAWN).and_then(|reason| reason.as_str().map(str::to_owned));
    Some((Values::from_json(thing, &map).ok()?, withdrawn))
}

const WITHDRAWN: &str = "withdrawn_reason";

/// A record's name outside the store: `publication-12`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct RecordId {
    pub thing: Thing,
    pub number: i64,
}

impl RecordId {
    pub(crate) fn parse(id: &str) -> Result<RecordId> {
        let parsed = id.rsplit_once('-').and_then(|(thing, number)| {
            Some(RecordId { thing: Thing::from_key(thing)?, number: number.parse().ok()? })
        });
        parsed.ok_or_else(|| Error::NoSuchRecord { id: id.to_owned() })
    }
}

impl std::fmt::Display for RecordId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.thing.key(), self.number)
    }
}
