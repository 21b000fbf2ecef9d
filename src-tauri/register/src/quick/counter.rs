//! The day's counts: one more call, message or visitor, added to the row of the day and taken back again.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::json as object;
use ts_rs::TS;

use crate::change::json;
use crate::context::Context;
use crate::error::{Error, Result};
use crate::folder::Register;
use crate::period::Period;
use crate::records::{FilterValue, JsonMap, ListFilter, ListRequest, ListedRecord, Saved, Standing};
use crate::store;
use crate::things::{Dimension, LARGEST_COUNT, Thing, Vocabulary};

#[derive(Debug, Deserialize, TS)]
pub struct OfDay {
    pub day: NaiveDate,
}

#[derive(Debug, Deserialize, TS)]
pub struct CountOne {
    pub channel: i64,
    pub unit: i64,
    #[ts(optional)]
    pub matter: Option<i64>,
    pub day: NaiveDate,
    /// How many more; below zero takes back.
    pub by: i64,
    /// Why the count of an archived day is corrected.
    #[serde(default)]
    #[ts(optional)]
    pub reason: Option<String>,
}

/// A channel that has a key of its own, or one matter of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct PinnedCounter {
    pub channel: i64,
    #[serde(default)]
    #[ts(optional)]
    pub matter: Option<i64>,
}

/// What is counted by the day from now on, in the order of the keys; nothing for what is used most.
#[derive(Debug, Deserialize, TS)]
pub struct SetCounters {
    pub counters: Vec<PinnedCounter>,
}

/// A channel that is counted by the day, or one matter of it.
#[derive(Debug, PartialEq, Serialize, TS)]
pub struct DayCounter {
    pub channel: i64,
    pub matter: Option<i64>,
    /// 电话, or 电话·招生咨询.
    pub name: String,
    /// The unit to count on in: 人次.
    pub unit: i64,
    /// All that the day's counts come to in that unit; of a channel, matters with a key of their own aside.
    pub count: i64,
}

/// Offered where nothing was counted by the day yet.
const USUAL: [&str; 4] = ["电话", "QQ群", "微信群", "现场接待"];
const HEADS: &str = "人次";
/// More than these are not offered unasked.
const FEW: usize = 6;
/// Alt with a digit.
const KEYS: usize = 9;
/// The setting that holds what was chosen, as JSON.
const COUNTERS: &str = "counters";

impl Register {
    /// What is counted by the day: as it was chosen, else the channels most used of late; with what the day has of each.
    pub fn day_counters(&self, context: &Context, day: NaiveDate) -> Result<Vec<DayCounter>> {
        let vocabulary = self.vocabulary()?;
        let Some(unit) = vocabulary.id(Dimension::Unit, HEADS) else { return Ok(Vec::new()) };
        let pinned = self.pinned(&vocabulary)?;
        let counters = if pinned.is_empty() { self.usual(context, &vocabulary)? } else { pinned };
        let mut counts: HashMap<PinnedCounter, i64> = HashMap::new();
        for record in self.day_counts(context, Some(day), vec![term("unit", unit)])? {
            let meant = |key| record.values.number(key).map(|id| vocabulary.meant(id));
            if let (Some(channel), Some(quantity)) = (meant("channel"), record.values.number("quantity")) {
                let own = PinnedCounter { channel, matter: meant("matter") };
                let of = if counters.contains(&own) { own } else { PinnedCounter { channel, matter: None } };
                *counts.entry(of).or_default() += quantity;
            }
        }
        let name = |id: i64| vocabulary.get(id).map_or("", |term| term.name.as_str());
        let counter = |of: PinnedCounter| DayCounter {
            channel: of.channel,
            matter: of.matter,
            name: of.matter.map_or(name(of.channel).to_owned(), |it| format!("{}·{}", name(of.channel), name(it))),
            unit,
            count: counts.get(&of).copied().unwrap_or(0),
        };
        Ok(counters.into_iter().map(counter).collect())
    }

    /// Sets what has a key of its own.
    pub fn set_counters(&mut self, context: &Context, counters: &[PinnedCounter]) -> Result<()> {
        let vocabulary = self.vocabulary()?;
        let of = |dimension, id| vocabulary.get(id).is_some_and(|term| term.dimension == dimension);
        let fits = |(at, counter): (usize, &PinnedCounter)| {
            of(Dimension::ReplyChannel, counter.channel)
                && counter.matter.is_none_or(|matter| of(Dimension::ReplyMatter, matter))
                && counters.iter().position(|first| first == counter) == Some(at)
        };
        if counters.len() > KEYS || !counters.iter().enumerate().all(fits) {
            return Err(Error::BadRequest { command: "set_counters".into(), detail: "counters".into() });
        }
        self.set(context, COUNTERS, &json(&counters))
    }

    /// What was chosen, as it is called now, without what is no longer chosen.
    fn pinned(&self, vocabulary: &Vocabulary) -> Result<Vec<PinnedCounter>> {
        let Some(chosen) = store::settings::get(self.db(), COUNTERS)? else { return Ok(Vec::new()) };
        let chosen: Vec<PinnedCounter> =
            serde_json::from_str(&chosen).map_err(|error| Error::Internal { detail: error.to_string() })?;
        let offered = |id: i64| vocabulary.get(id).is_some_and(|term| !term.retired);
        let mut counters: Vec<PinnedCounter> = Vec::new();
        for PinnedCounter { channel, matter } in chosen {
            let of =
                PinnedCounter { channel: vocabulary.meant(channel), matter: matter.map(|id| vocabulary.meant(id)) };
            if offered(of.channel) && of.matter.is_none_or(offered) && !counters.contains(&of) {
                counters.push(of);
            }
        }
        Ok(counters)
    }

    /// The channels most used of late; each keeps its place, and with it its key, however much is counted.
    fn usual(&self, context: &Context, vocabulary: &Vocabulary) -> Result<Vec<PinnedCounter>> {
        let mut used: HashMap<i64, usize> = HashMap::new();
        for record in self.day_counts(context, None, Vec::new())? {
            if let Some(channel) = record.values.number("channel") {
                *used.entry(vocabulary.meant(channel)).or_default() += 1;
            }
        }
        let mut channels: Vec<_> = vocabulary
            .of(Dimension::ReplyChannel)
            .filter(|term| !term.retired && (used.contains_key(&term.id) || USUAL.contains(&term.name.as_str())))
            .collect();
        channels.sort_by_key(|term| std::cmp::Reverse(used.get(&term.id).copied().unwrap_or(0)));
        channels.truncate(FEW);
        channels.sort_by_key(|term| term.position);
        Ok(channels.into_iter().map(|term| PinnedCounter { channel: term.id, matter: None }).collect())
    }

    /// Adds to the row in which the day's count of a channel stands, or makes it. It never falls below zero.
    pub fn count_one(&mut self, context: &Context, request: &CountOne) -> Result<Saved> {
        let matter = request.matter.map_or(FilterValue::Empty(()), FilterValue::Term);
        let filters = vec![
            term("channel", request.channel),
            term("unit", request.unit),
            ListFilter { field: "matter".into(), any: vec![matter] },
            ListFilter { field: "source".into(), any: vec![FilterValue::Empty(())] },
            ListFilter { field: "department".into(), any: vec![FilterValue::Empty(())] },
            // What somebody estimated is not made exact by one more.
            ListFilter { field: "is_estimate".into(), any: vec![FilterValue::Flag(false)] },
        ];
        let row = self.day_counts(context, Some(request.day), filters)?.into_iter().next();
        let before = row.as_ref().and_then(|row| row.values.number("quantity")).unwrap_or(0);
        let quantity = before.saturating_add(request.by).clamp(0, LARGEST_COUNT);
        match row {
            Some(row) => {
                let mut values = row.values.filled();
                values.insert("quantity".into(), quantity.into());
                self.edit_record(context, &row.id, &values, request.reason.as_deref())
            }
            None if quantity == 0 => Err(Error::BadRequest { command: "count_one".into(), detail: "by".into() }),
            None => {
                let values = object!({
                    "received_on": request.day, "channel": request.channel, "matter": request.matter,
                    "quantity": quantity, "unit": request.unit, "is_day_count": true,
                });
                let values: JsonMap = values.as_object().cloned().unwrap_or_default();
                self.log_record(context, Thing::Reply, &values, None, request.reason.as_deref())
            }
        }
    }

    /// Rows of day counts in force, of one day or the latest.
    fn day_counts(
        &self,
        context: &Context,
        day: Option<NaiveDate>,
        mut filters: Vec<ListFilter>,
    ) -> Result<Vec<ListedRecord>> {
        const LATEST: u64 = 500;
        filters.push(ListFilter { field: "is_day_count".into(), any: vec![FilterValue::Flag(true)] });
        let list = self.list_records(
            context,
            &ListRequest {
                thing: Thing::Reply,
                ids: None,
                period: day.map(|day| Period { from: day, to: day }),
                text: String::new(),
                filters,
                standing: Standing::InForce,
                sort: None,
                offset: 0,
                limit: LATEST,
                split_by: None,
            },
        )?;
        Ok(list.records)
    }
}

fn term(field: &str, id: i64) -> ListFilter {
    ListFilter { field: field.into(), any: vec![FilterValue::Term(id)] }
}
