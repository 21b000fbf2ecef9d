//! What the checks of a period stand on: its figures and definitions, the vocabulary, the day.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::counting::{Definition, Figure, compile, thousandths};
use crate::error::{Lang, Result};
use crate::folder::Register;
use crate::period::Period;
use crate::proof::plain;
use crate::store::selection::Selection;
use crate::things::{RecordId, Thing, Vocabulary};

use super::Outcome;

pub(super) struct Ground<'a> {
    pub register: &'a Register,
    pub period: Period,
    pub today: NaiveDate,
    pub lang: Lang,
    pub vocabulary: Vocabulary,
    /// In the order of the figures.
    pub definitions: Vec<Definition>,
    pub figures: Vec<Figure>,
}

/// One line that a check comes to.
pub(super) struct Found {
    /// The figure that the line is of, where a check has a line for each.
    pub of: Option<String>,
    pub outcome: Outcome,
    pub sentence: String,
    pub figures: Vec<String>,
    /// The numbers that it rests on, in no language.
    pub numbers: Vec<i64>,
    pub records: Vec<RecordId>,
}

impl Found {
    pub fn new(outcome: Outcome, sentence: String) -> Found {
        Found { of: None, outcome, sentence, figures: Vec::new(), numbers: Vec::new(), records: Vec::new() }
    }

    pub fn figures<'a>(self, figures: impl IntoIterator<Item = &'a Figure>) -> Found {
        let figures: Vec<&Figure> = figures.into_iter().collect();
        Found {
            numbers: figures.iter().map(|figure| exact(figure).unwrap_or(-1)).collect(),
            figures: figures.into_iter().map(|figure| figure.id.clone()).collect(),
            ..self
        }
    }

    pub fn of(self, figure: &Figure) -> Found {
        Found { of: Some(figure.id.clone()), ..self }
    }

    pub fn numbers(mut self, numbers: impl IntoIterator<Item = i64>) -> Found {
        self.numbers.extend(numbers);
        self
    }

    pub fn records(self, records: Vec<RecordId>) -> Found {
        Found { records, ..self }
    }
}

impl<'a> Ground<'a> {
    pub fn new(register: &'a Register, period: Period, today: NaiveDate, lang: Lang) -> Result<Ground<'a>> {
        Ok(Ground {
            register,
            period,
            today,
            lang,
            vocabulary: register.vocabulary()?,
            definitions: register.definitions()?,
            figures: register.figures(period, lang)?,
        })
    }

    pub fn say(&self, zh: impl Into<String>, en: impl Into<String>) -> String {
        match self.lang {
            Lang::Zh => zh.into(),
            Lang::En => en.into(),
        }
    }

    pub fn figure(&self, id: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.id == id)
    }

    /// The definitions with their figures.
    pub fn defined(&self) -> impl Iterator<Item = (&Definition, &Figure)> {
        self.definitions.iter().zip(&self.figures)
    }

    pub fn selection(&self, definition: &Definition) -> Result<Selection> {
        Ok(compile(definition, self.period, &self.vocabulary)?.0)
    }

    /// The records behind a figure, with what each contributes to it.
    pub fn behind(&self, id: &str) -> Result<HashMap<(Thing, i64), i64>> {
        let Some(definition) = self.definitions.iter().find(|definition| definition.id == id) else {
            return Ok(HashMap::new());
        };
        let thing = definition.counts.thing();
        let rows = self.selection(definition)?.quantities(self.register.db())?;
        Ok(rows.into_iter().map(|(number, quantity)| ((thing, number), quantity)).collect())
    }

    /// The numbers of the records behind a figure.
    pub fn numbers(&self, figure: &Figure) -> Result<Vec<i64>> {
        Ok(self.behind(&figure.id)?.into_keys().map(|(_, number)| number).collect())
    }

    /// A period in the words of the language.
    pub fn days(&self, period: Period) -> String {
        self.say(period.zh(), format!("{} to {}", period.from, period.to))
    }

    pub fn label(&self, thing: Thing) -> &'static str {
        match self.lang {
            Lang::Zh => thing.label(),
            Lang::En => thing.label_en(),
        }
    }

    /// The signs between the parts of a list.
    pub fn listed(&self, parts: impl IntoIterator<Item = String>) -> String {
        let between = if self.lang == Lang::Zh { "、" } else { ", " };
        parts.into_iter().collect::<Vec<_>>().join(between)
    }
}

/// A figure's number in thousandths, so that numbers with decimals compare as they are; nothing where it has none.
pub(super) fn exact(figure: &Figure) -> Option<i64> {
    figure.value.as_ref().and_then(thousandths)
}

/// A figure with its number to the last and its unit: 258件, and 约 where records behind it are estimates.
pub(super) fn stated(figure: &Figure) -> String {
    match &figure.value {
        Some(_) => format!("{}{}", figure.label, quantity(exact(figure).unwrap_or_default(), figure)),
        None => format!("{}{}", figure.label, figure.display),
    }
}

/// So many thousandths as a number of a figure.
pub(super) fn quantity(thousandths: i64, figure: &Figure) -> String {
    let about = if figure.estimates > 0 { "约" } else { "" };
    format!("{about}{}{}", plain(thousandths), figure.unit)
}

/// Records by their names.
pub(super) fn ids(keys: impl IntoIterator<Item = (Thing, i64)>) -> Vec<RecordId> {
    keys.into_iter().map(|(thing, number)| RecordId { thing, number }).collect()
}
