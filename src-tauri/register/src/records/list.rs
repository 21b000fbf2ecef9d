//! The list of a register page: filtered, sorted, one page of it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::view::Titles;
use crate::context::Context;
use crate::due::RecordClock;
use crate::error::{Error, Result};
use crate::folder::Register;
use crate::period::Period;
use crate::search::Words;
use crate::store::lists::{Counted, Filter, Listing};
use crate::things::{Dimension, Field, Kind, RecordId, Thing, Values, Vocabulary};

/// Which records, in which order, from where on. Those of imports taken back are in no list.
#[derive(Debug, Deserialize, TS)]
pub struct ListRequest {
    pub thing: Thing,
    /// Only records dated in it; without one all, undated ones too.
    #[ts(optional)]
    pub period: Option<Period>,
    /// Words, with blanks between them, that all must stand in the texts of a record; see `SearchRequest`.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub text: String,
    /// Only these; without it all.
    #[ts(optional)]
    pub ids: Option<Vec<String>>,
    /// All must hold.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<ListFilter>>")]
    pub filters: Vec<ListFilter>,
    #[serde(default)]
    #[ts(optional, as = "Option<Standing>")]
    pub standing: Standing,
    /// The newest first where nothing else is asked for.
    #[ts(optional)]
    pub sort: Option<Sort>,
    #[serde(default)]
    #[ts(optional, as = "Option<u64>")]
    pub offset: u64,
    pub limit: u64,
    /// A flag by which the records are told apart: how many there are of each, were they not filtered by it.
    #[ts(optional)]
    pub split_by: Option<String>,
}

/// A field and what it may hold. A term stands for all below it.
#[derive(Debug, Deserialize, TS)]
pub struct ListFilter {
    pub field: String,
    pub any: Vec<FilterValue>,
}

/// `null` is an empty field; of a date, `true` is one that is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(untagged)]
pub enum FilterValue {
    Flag(bool),
    Term(i64),
    Empty(()),
}

/// Whether withdrawn records are in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    #[default]
    All,
    InForce,
    Withdrawn,
}

#[derive(Debug, Deserialize, TS)]
pub struct Sort {
    pub field: String,
    pub descending: bool,
}

/// One page of a list.
#[derive(Debug, Serialize, TS)]
pub struct RecordList {
    /// How many there are in all.
    pub total: u64,
    pub records: Vec<ListedRecord>,
    /// Where that was asked for: how many there are of each.
    pub split: Option<Split>,
}

/// Records told apart by a flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Split {
    pub with: u64,
    pub without: u64,
}

#[derive(Debug, Serialize, TS)]
pub struct ListedRecord {
    pub id: String,
    /// What it is known by, also where its title field is empty.
    pub title: String,
    #[ts(type = "Record<string, Value>")]
    pub values: Values,
    /// The reason, where the record is 作废.
    pub withdrawn: Option<String>,
    /// By fields that name another record: the title of that record.
    #[ts(type = "Record<string, string>")]
    pub named: Titles,
    /// Whether a publication in force corrects it.
    pub corrected: bool,
    /// How it stands by its days; nothing of what counts nowhere.
    pub clock: Option<RecordClock>,
}

/// The longest page.
const LARGEST_PAGE: u64 = 500;

impl Register {
    /// One page of the records of a thing.
    pub fn list_records(&self, context: &Context, request: &ListRequest) -> Result<RecordList> {
        let thing = request.thing;
        let vocabulary = self.vocabulary()?;
        let filters = request.filters.iter().map(|filter| read_filter(thing, filter, &vocabulary));
        let (sort, descending) = match &request.sort {
            Some(sort) => (field(thing, &sort.field)?, sort.descending),
            None => (field(thing, thing.date_field())?, true),
        };
        let words = Words::of(&request.text);
        let found = match words.is_empty() {
            true => None,
            false => Some(self.looked(context, |index| index.numbers(thing, &words))?),
        };
        let named = request.ids.as_deref().map(|ids| numbers(thing, ids)).transpose()?;
        let found = match (found, named) {
            (Some(found), Some(named)) => Some(found.into_iter().filter(|id| named.contains(id)).collect()),
            (found, named) => found.or_else(|| named.map(Vec::from_iter)),
        };
        let listing = Listing {
            thing,
            period: request.period.map(Period::checked).transpose()?,
            found,
            filters: filters.collect::<Result<_>>()?,
            in_force: match request.standing {
                Standing::All => None,
                Standing::InForce => Some(true),
                Standing::Withdrawn => Some(false),
            },
            sort,
            descending,
            offset: request.offset,
            limit: request.limit.min(LARGEST_PAGE),
            split_by: request.split_by.as_deref().map(|key| flag(thing, key)).transpose()?,
        };
        let (total, split, page) = listing.page(self.db())?;
        let clocks = self.clocks(context)?;
        let records = page
            .into_iter()
            .map(|listed| {
                Ok(ListedRecord {
                    id: listed.record.name(),
                    title: listed.title,
                    corrected: self.is_corrected(thing, listed.record.id)?,
                    clock: if listed.record.withdrawn.is_none() { clocks.of(&listed.record.values) } else { None },
                    named: self.titles(&listed.record.values)?,
                    values: listed.record.values,
                    withdrawn: listed.record.withdrawn,
                })
            })
            .collect::<Result<_>>()?;
        Ok(RecordList { total, records, split: split.map(|Counted { with, without, .. }| Split { with, without }) })
    }
}

/// The numbers of records of a thing.
fn numbers(thing: Thing, ids: &[String]) -> Result<BTreeSet<i64>> {
    let number = |id: &String| match RecordId::parse(id)? {
        record if record.thing == thing => Ok(record.number),
        _ => Err(bad(thing, "ids")),
    };
    ids.iter().map(number).collect()
}

fn field(thing: Thing, key: &str) -> Result<&'static Field> {
    thing.field(key).ok_or_else(|| bad(thing, key))
}

/// A field that says yes or no of each record.
fn flag(thing: Thing, key: &str) -> Result<&'static Field> {
    let field = field(thing, key)?;
    if field.kind == Kind::Flag { Ok(field) } else { Err(bad(thing, key)) }
}

fn bad(thing: Thing, key: &str) -> Error {
    Error::BadRequest { command: "list_records".into(), detail: format!("{}.{key}", thing.key()) }
}

/// A filter in numbers; an error where its field cannot hold what it asks for.
fn read_filter(thing: Thing, filter: &ListFilter, vocabulary: &Vocabulary) -> Result<Filter> {
    let field = field(thing, &filter.field)?;
    let mut read = Filter { field, any: Vec::new(), empty: false, filled: false };
    let of_dimension = |id: i64, dimension| match vocabulary.get(id) {
        Some(term) if term.dimension == dimension => Ok(vocabulary.with_descendants(id)),
        _ => Err(Error::NoSuchTerm { id }),
    };
    for value in &filter.any {
        match (field.kind, value) {
            (Kind::Text { .. } | Kind::Count | Kind::Money, _) => return Err(bad(thing, field.key)),
            (_, FilterValue::Empty(())) => read.empty = true,
            (Kind::Link { .. }, FilterValue::Flag(_) | FilterValue::Term(_)) => return Err(bad(thing, field.key)),
            (Kind::Flag, FilterValue::Flag(flag)) => read.any.push(i64::from(*flag)),
            (Kind::Term { dimension }, FilterValue::Term(id)) => read.any.extend(of_dimension(*id, dimension)?),
            (Kind::Channels, FilterValue::Term(id)) => read.any.extend(of_dimension(*id, Dimension::Channel)?),
            (Kind::Date, FilterValue::Flag(true)) => read.filled = true,
            (Kind::Date, FilterValue::Flag(false) | FilterValue::Term(_))
            | (Kind::Flag, FilterValue::Term(_))
            | (Kind::Term { .. } | Kind::Channels, FilterValue::Flag(_)) => return Err(bad(thing, field.key)),
        }
    }
    Ok(read)
}
