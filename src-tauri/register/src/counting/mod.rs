//! Figures: a definition and a period become a number and the records behind it, by one and the same selection.

mod breakdown;
mod check;
mod declared;
mod definition;
mod display;
mod own;
#[cfg(test)]
mod properties;
mod trends;
mod trying;
mod why;

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};
use serde_json::Number;
use ts_rs::TS;

use crate::change::json;
use crate::error::{DefinitionFault, Error, Lang, Result};
use crate::folder::Register;
use crate::period::Period;
use crate::store::selection::{Condition, Quantity, Selected, Selection, Totals};
use crate::things::{Dimension, Kind, RecordId, Term, Thing, Vocabulary};

pub use breakdown::{Breakdown, Part, PartOf};
pub use check::Draft;
pub use declared::{DeclareFigure, Declared};
pub use definition::{Definition, Filter, Measure, Rounding, Subject};
pub use own::{CopyFigure, OrderFigures, shipped_definitions};
pub(crate) use own::{put_order, ship};
pub use trends::FigureTrend;
pub use trying::{Trial, TryFigure};
pub use why::FigureOfRecord;

pub(crate) use declared::thousandths;

use declared::Declaration;

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
    /// Whether it is filled in by hand (手工填报): nothing is counted, and there are no records behind it.
    pub by_hand: bool,
    /// What was declared for this very period (上报数); of what is filled in by hand, its number with its source.
    pub declared: Option<Declared>,
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
        let declared = self.declarations(period)?;
        let figures =
            self.definitions()?.iter().map(|d| self.figure(d, period, lang, &vocabulary, &declared)).collect();
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
        self.rows_of(self.definition(id)?, period.checked()?, part, offset, limit)
    }

    fn rows_of(
        &self,
        definition: Definition,
        period: Period,
        part: Option<&PartOf>,
        offset: u64,
        limit: u64,
    ) -> Result<FigureRows> {
        let vocabulary = self.vocabulary()?;
        let (mut selection, _) = compile(&definition, period, &vocabulary)?;
        if let Some(part) = part {
            selection = breakdown::narrowed(selection, part, &vocabulary)?;
        }
        let totals = selection.totals(self.db())?;
        let rows = selection.rows(self.db(), offset, limit)?;
        Ok(FigureRows {
            value: self.shown_figure(&definition, period, totals)?.0,
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

    /// What a definition comes to, be it one of the register's or not.
    pub(crate) fn figure_by(
        &self,
        definition: &Definition,
        period: Period,
        lang: Lang,
        vocabulary: &Vocabulary,
    ) -> Result<Figure> {
        self.figure(definition, period, lang, vocabulary, &self.declarations(period)?)
    }

    fn figure(
        &self,
        definition: &Definition,
        period: Period,
        lang: Lang,
        vocabulary: &Vocabulary,
        declared: &HashMap<String, Declaration>,
    ) -> Result<Figure> {
        let (selection, unknown) = compile(definition, period, vocabulary)?;
        let totals = selection.totals(self.db())?;
        let declared = declared.get(&definition.id);
        let (value, display) = display::shown(definition, totals, declared);
        let declared = declared.and_then(|declared| declared.beside(definition, value.as_ref()));
        let by_hand = definition.measure == Measure::Declared;
        let meaning = match &declared {
            Some(declared) if by_hand => definition.meaning_with(&declared.source, lang),
            Some(_) | None => definition.meaning(lang),
        };
        Ok(Figure {
            id: definition.id.clone(),
            label: definition.label.clone(),
            unit: definition.unit.clone(),
            value,
            display,
            rows: totals.records,
            estimates: totals.estimates,
            meaning,
            unknown,
            by_hand,
            declared,
        })
    }

    /// The value of a period and its wording, from what was counted or, where nothing is, from what was declared.
    fn shown_figure(
        &self,
        definition: &Definition,
        period: Period,
        totals: Totals,
    ) -> Result<(Option<Number>, String)> {
        let declared = match definition.measure {
            Measure::Declared => self.declaration(&definition.id, period)?,
            Measure::Records | Measure::Sum { .. } | Measure::Ratio { .. } => None,
        };
        Ok(display::shown(definition, totals, declared.as_ref()))
    }
}

/// A definition and a period as one selection: its totals are the number, its rows are the records. Also the words
/// that the vocabulary lacks.
pub(crate) fn compile(
    definition: &Definition,
    period: Period,
    vocabulary: &Vocabulary,
) -> Result<(Selection, Vec<String>)> {
    definition.check_counting()?;
    let thing = definition.counts.thing();
    if definition.measure == Measure::Declared {
        let conditions = vec![Condition::Never];
        let date = thing.date_field();
        return Ok((Selection { thing, date, period, conditions, quantity: Quantity::One, only: None }, Vec::new()));
    }
    let bad = |key: &str| Error::BadDefinition {
        id: definition.id.clone(),
        fault: DefinitionFault::Filter { field: key.into() },
    };
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
                return Err(bad(field.key));
            }
        };
        conditions.push(condition);
    }
    let quantity = match (&definition.measure, definition.counts) {
        (Measure::Records, Subject::Releases) => Quantity::Releases,
        (Measure::Records | Measure::Declared, _) => Quantity::One,
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
