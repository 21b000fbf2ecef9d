//! The day's counts: one more call, message or visitor, added to the row of the day and taken back again.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

use crate::context::Context;
use crate::error::{Error, Result};
use crate::folder::Register;
use crate::period::Period;
use crate::records::{FilterValue, JsonMap, ListFilter, ListRequest, ListedRecord, Saved, Standing};
use crate::things::{Dimension, LARGEST_COUNT, Thing};

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
}

/// A channel that is counted by the day.
#[derive(Debug, PartialEq, Serialize, TS)]
pub struct DayCounter {
    pub channel: i64,
    pub name: String,
    /// The unit to count on in: 人次.
    pub unit: i64,
    /// All that the day's counts of the channel come to in that unit.
    pub count: i64,
}

/// Offered where nothing was counted by the day yet.
const USUAL: [&str; 4] = ["电话", "QQ群", "微信群", "现场接待"];
const HEADS: &str = "人次";
/// More than these have no key of their own.
const MOST: usize = 6;

impl Register {
    /// The channels counted by the day, the most used of late, with what the day has of each.
    pub fn day_counters(&self, context: &Context, day: NaiveDate) -> Result<Vec<DayCounter>> {
        let vocabulary = self.vocabulary()?;
        let Some(unit) = vocabulary.id(Dimension::Unit, HEADS) else { return Ok(Vec::new()) };
        let mut used: HashMap<i64, usize> = HashMap::new();
        for record in self.day_counts(context, None, Vec::new())? {
            if let Some(channel) = record.values.number("channel") {
                *used.entry(vocabulary.meant(channel)).or_default() += 1;
            }
        }
        let mut counts: HashMap<i64, i64> = HashMap::new();
        let of_unit = vec![term("unit", unit)];
        for record in self.day_counts(context, Some(day), of_unit)? {
            if let (Some(channel), Some(quantity)) = (record.values.number("channel"), record.values.number("quantity"))
            {
                *counts.entry(vocabulary.meant(channel)).or_default() += quantity;
            }
        }
        let mut channels: Vec<_> = vocabulary
            .of(Dimension::ReplyChannel)
            .filter(|term| !term.retired && (used.contains_key(&term.id) || USUAL.contains(&term.name.as_str())))
            .collect();
        channels.sort_by_key(|term| std::cmp::Reverse(used.get(&term.id).copied().unwrap_or(0)));
        channels.truncate(MOST);
        // Each keeps its place, and with it its key, however much is counted.
        channels.sort_by_key(|term| term.position);
        let counter = |channel: i64, name: &str| DayCounter {
            channel,
            name: name.to_owned(),
            unit,
            count: counts.get(&channel).copied().unwrap_or(0),
        };
        Ok(channels.into_iter().map(|term| counter(term.id, &term.name)).collect())
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
                self.edit_record(context, &row.id, &values)
            }
            None if quantity == 0 => Err(Error::BadRequest { command: "count_one".into(), detail: "by".into() }),
            None => {
                let values = json!({
                    "received_on": request.day, "channel": request.channel, "matter": request.matter,
                    "quantity": quantity, "unit": request.unit, "is_day_count": true,
                });
                let values: JsonMap = values.as_object().cloned().unwrap_or_default();
                self.log_record(context, Thing::Reply, &values, None)
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
            },
        )?;
        Ok(list.records)
    }
}

fn term(field: &str, id: i64) -> ListFilter {
    ListFilter { field: field.into(), any: vec![FilterValue::Term(id)] }
}
