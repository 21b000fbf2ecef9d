//! Figures: a definition and a period become a number and the records behind it, by one and the same selection.

mod breakdown;
mod definition;
mod display;
#[cfg(test)]
mod properties;
mod trends;
mod why;

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use serde_json::Number;
use ts_rs::TS;

use crate::change::{Change, Operation, json};
use crate::context::Context;
use crate::error::{Error, Lang, Result};
use crate::folder::Register;
use crate::period::Period;
use crate::store;
use crate::store::selection::{Condition, Quantity, Selected, Selection};
use crate::things::{Dimension, Kind, RecordId, Term, Thing, Vocabulary};

pub use breakdown::{Breakdown, Part, PartOf};
pub use definition::{Definition, Filter, Measure, Rounding, Subject};
pub use trends::FigureTrend;
pub use why::FigureOfRecord;

/// The definitions of the shipped report template, in its order.
const SHIPPED: &str = include_str!("annual_report.json");

/// A figure: what a definition comes to in a period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Figure {
    pub id: String,
    pub label: String,
    pub unit: String,
    /// Nothing where nothing can be said, such as a share of no answers at all.
    #[ts(type = "number | null")]
    pub value: Option<Number>,
    /// As the report prints it: 706条, 23600余人次, 无.
    pub display: String,
    /// How many records are behind it.
    pub rows: u64,
    /// How many of them are estimates.
    pub estimates: u64,
    /// The definition in words.
    pub meaning: String,
    /// Words of the definition that the vocabulary does not have; they match nothing.
    pub unknown: Vec<String>,
}

/// The records behind a figure.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FigureRows {
    pub figure: String,
    #[ts(type = "number | null")]
    pub value: Option<Number>,
    /// How many there are; `records` may be one page of them.
    pub total: u64,
    pub records: Vec<FigureRecord>,
}

/// One record behind a figure. The quantities add up to the value, ratios aside.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FigureRecord {
    pub id: String,
    pub thing: Thing,
    pub title: String,
    pub date: String,
    pub quantity: i64,
}

/// What a figure came to in one month.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MonthCount {
    /// `YYYY-MM`
    pub month: String,
    pub quantity: i64,
}

impl Register {
    /// Every figure of the register's definitions, in the order of the report, from one snapshot; their meaning is
    /// told in this language.
    pub fn figures(&self, period: Period, lang: Lang) -> Result<Vec<Figure>> {
        let period = period.checked()?;
        let vocabulary = self.vocabulary()?;
        let snapshot = self.db().unchecked_transaction()?;
        let figures = self.definitions()?.iter().map(|d| self.figure(d, period, lang, &vocabulary)).collect();
        snapshot.finish()?;
        figures
    }

    /// The records behind a figure or one part of it, in the order of their dates, `limit` of them from `offset` on.
    pub fn figure_rows(
        &self,
        id: &str,
        period: Period,
        part: Option<&PartOf>,
        offset: u64,
        limit: u64,
    ) -> Result<FigureRows> {
        let period = period.checked()?;
        let definition = self.definition(id)?;
        let vocabulary = self.vocabulary()?;
        let (mut selection, _) = compile(&definition, period, &vocabulary)?;
        if let Some(part) = part {
            selection = breakdown::narrowed(selection, part, &vocabulary)?;
        }
        let totals = selection.totals(self.db())?;
        let rows = selection.rows(self.db(), offset, limit)?;
        Ok(FigureRows {
            value: display::shown(&definition, totals).0,
            figure: definition.id,
            total: totals.records,
            records: rows.into_iter().map(|row| record(definition.counts.thing(), row)).collect(),
        })
    }

    /// What a figure came to in each month of a period, those without any too; nothing for a ratio.
    pub fn figure_months(&self, id: &str, period: Period) -> Result<Vec<MonthCount>> {
        let (selection, _) = compile(&self.definition(id)?, period.checked()?, &self.vocabulary()?)?;
        trends::months(self, &selection)
    }

    /// The items of each top channel and all below it, most first: what is on several channels counts on each.
    pub fn by_channel(&self, period: Period) -> Result<Vec<(Term, i64)>> {
        let items = Selection {
            thing: Thing::Publication,
            date: Thing::Publication.date_field(),
            period: period.checked()?,
            conditions: vec![Condition::Flag { field: "is_public", value: true }],
            quantity: Quantity::One,
            only: None,
        };
        let counts = breakdown::by_channel(self, &items, &self.vocabulary()?)?;
        Ok(counts.into_iter().map(|(channel, totals)| (channel, totals.sum)).collect())
    }

    pub fn definitions(&self) -> Result<Vec<Definition>> {
        store::figures::all(self.db())?.iter().map(|(id, json)| Definition::parse(id, json)).collect()
    }

    pub fn definition(&self, id: &str) -> Result<Definition> {
        let json = store::figures::get(self.db(), id)?.ok_or_else(|| Error::NoSuchFigure { id: id.into() })?;
        Definition::parse(id, &json)
    }

    /// Adds a definition, or puts a new one in its place.
    pub fn define_figure(&mut self, context: &Context, definition: &Definition) -> Result<()> {
        definition.check()?;
        self.change(context, Operation::FigureDefine, |change| change.define_figure(&definition.id, &json(definition)))
    }

    /// Visits every record behind a definition, for an export.
    pub(crate) fn each_record(
        &self,
        definition: &Definition,
        period: Period,
        mut visit: impl FnMut(FigureRecord) -> Result<()>,
    ) -> Result<()> {
        let (selection, _) = compile(definition, period, &self.vocabulary()?)?;
        let thing = definition.counts.thing();
        selection.each(self.db(), 0, u64::MAX, |row| visit(record(thing, row)))
    }

    /// The definitions that name a term, with its new name: (id, definition as JSON).
    pub(crate) fn definitions_renamed(&self, term: &Term, name: &str) -> Result<Vec<(String, String)>> {
        let mut renamed = Vec::new();
        for mut definition in self.definitions()? {
            let thing = definition.counts.thing();
            let before = definition.clone();
            for filter in &mut definition.filters {
                if dimension_of(thing, &filter.field) == Some(term.dimension) {
                    filter.any.iter_mut().filter(|word| **word == term.name).for_each(|word| *word = name.to_owned());
                    let mut seen = HashSet::new();
                    filter.any.retain(|word| seen.insert(word.clone()));
                }
            }
            if definition != before {
                renamed.push((definition.id.clone(), json(&definition)));
            }
        }
        Ok(renamed)
    }

    pub(crate) fn figure(
        &self,
        definition: &Definition,
        period: Period,
        lang: Lang,
        vocabulary: &Vocabulary,
    ) -> Result<Figure> {
        let (selection, unknown) = compile(definition, period, vocabulary)?;
        let totals = selection.totals(self.db())?;
        let (value, display) = display::shown(definition, totals);
        Ok(Figure {
            id: definition.id.clone(),
            label: definition.label.clone(),
            unit: definition.unit.clone(),
            value,
            display,
            rows: totals.records,
            estimates: totals.estimates,
            meaning: definition.meaning(lang),
            unknown,
        })
    }
}

/// A definition and a period as one selection: its totals are the number, its rows are the records. Also the words
/// that the vocabulary lacks.
fn compile(definition: &Definition, period: Period, vocabulary: &Vocabulary) -> Result<(Selection, Vec<String>)> {
    definition.check()?;
    let thing = definition.counts.thing();
    let bad = |detail: &str| Error::BadDefinition { id: definition.id.clone(), detail: detail.into() };
    let field = |key: &str| thing.field(key).map(|field| field.key).ok_or_else(|| bad(key));
    let mut unknown = Vec::new();
    let mut conditions = Vec::new();
    for filter in &definition.filters {
        let field = thing.field(&filter.field).ok_or_else(|| bad(&filter.field))?;
        let condition = match field.kind {
            Kind::Flag => match (filter.any.iter().any(|w| w == YES), filter.any.iter().any(|w| w == NO)) {
                (true, true) => continue,
                (yes, _) => Condition::Flag { field: field.key, value: yes },
            },
            Kind::Term { dimension } => {
                Condition::OneOf { field: field.key, terms: resolve(dimension, &filter.any, vocabulary, &mut unknown) }
            }
            Kind::Channels => {
                Condition::OnChannels { channels: resolve(Dimension::Channel, &filter.any, vocabulary, &mut unknown) }
            }
            Kind::Text { .. } | Kind::Date | Kind::Count | Kind::Money | Kind::Link { .. } => {
                return Err(bad(field.label));
            }
        };
        conditions.push(condition);
    }
    let quantity = match (&definition.measure, definition.counts) {
        (Measure::Records, Subject::Releases) => Quantity::Releases,
        (Measure::Records, _) => Quantity::One,
        (Measure::Sum { field: of }, _) => Quantity::Sum(field(of)?),
        (Measure::Ratio { part, whole }, _) => Quantity::Ratio { part: field(part)?, whole: field(whole)? },
    };
    Ok((Selection { thing, date: field(&definition.date)?, period, conditions, quantity, only: None }, unknown))
}

const YES: &str = "是";
const NO: &str = "否";

/// The terms of these names and all below them, each once.
fn resolve(dimension: Dimension, names: &[String], vocabulary: &Vocabulary, unknown: &mut Vec<String>) -> Vec<i64> {
    let mut ids = Vec::new();
    for name in names {
        match vocabulary.id(dimension, name) {
            Some(id) => ids.extend(vocabulary.with_descendants(id)),
            None => unknown.push(name.clone()),
        }
    }
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// The vocabulary of a field's words.
pub(crate) fn dimension_of(thing: Thing, field: &str) -> Option<Dimension> {
    match thing.field(field)?.kind {
        Kind::Term { dimension } => Some(dimension),
        Kind::Channels => Some(Dimension::Channel),
        Kind::Text { .. } | Kind::Date | Kind::Count | Kind::Money | Kind::Flag | Kind::Link { .. } => None,
    }
}

fn record(thing: Thing, row: Selected) -> FigureRecord {
    let id = RecordId { thing, number: row.id }.to_string();
    FigureRecord { id, thing, title: row.title, date: row.date, quantity: row.quantity }
}

/// Puts the shipped definitions into a new register.
pub(crate) fn ship(change: &mut Change) -> Result<()> {
    let shipped: Vec<Definition> =
        serde_json::from_str(SHIPPED).map_err(|error| Error::Internal { detail: error.to_string() })?;
    shipped.iter().try_for_each(|definition| change.define_figure(&definition.id, &json(definition)))
}

/// The quotient that a ratio shows: tenths of a percent, rounded half up; nothing without a whole.
pub(crate) fn tenths_of_percent(part: i64, whole: i64) -> Option<i64> {
    let (part, whole) = (i128::from(part), i128::from(whole));
    if whole == 0 { None } else { i64::try_from((part * 2000 + whole) / (whole * 2)).ok() }
}

/// A share in percent, with one decimal; nothing without a whole.
pub(crate) fn percent(part: u64, whole: u64) -> Option<f64> {
    let tenths = tenths_of_percent(i64::try_from(part).ok()?, i64::try_from(whole).ok()?)?;
    #[allow(clippy::cast_precision_loss)] // a few thousand tenths
    Some(tenths as f64 / 10.0)
}
