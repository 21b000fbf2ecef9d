//! Numbers that somebody declared: figures that are filled in by hand (手工填报), and totals that were reported from
//! elsewhere (上报数), each of one figure for one period, with its source. A declared number stands beside the counted one,
//! never in its place; where nothing is counted, it is the figure.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Number;
use ts_rs::TS;

use super::{Definition, Figure, Measure, display};
use crate::change::{Operation, json};
use crate::context::Context;
use crate::error::{Error, Result};
use crate::folder::Register;
use crate::period::Period;
use crate::store;
use crate::things::LARGEST_COUNT;

/// What is declared of a figure for a period, beside what is counted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Declared {
    #[ts(type = "number")]
    pub value: Number,
    /// As the report would print it.
    pub display: String,
    pub source: String,
    pub at: String,
    pub by: String,
    /// Whether it is what is counted; so is always what is filled in by hand.
    pub agrees: bool,
}

/// A declaration as it is kept and logged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Declaration {
    /// None where it was taken back.
    pub value: Option<Number>,
    pub source: String,
    /// Why it was taken back.
    pub reason: Option<String>,
    pub at: String,
    pub by: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct DeclareFigure {
    pub figure: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// `null` takes it back.
    #[ts(type = "number | null")]
    pub value: Option<Number>,
    /// Where the number is from.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub source: String,
    /// Why it is taken back.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reason: String,
}

impl Declaration {
    /// Beside what is counted.
    pub(super) fn beside(&self, definition: &Definition, counted: Option<&Number>) -> Option<Declared> {
        let value = self.value.clone()?;
        let agrees = definition.measure == Measure::Declared || thousandths(&value) == counted.and_then(thousandths);
        Some(Declared {
            display: display::stated(definition, &value),
            source: self.source.clone(),
            at: self.at.clone(),
            by: self.by.clone(),
            agrees,
            value,
        })
    }
}

/// A number to three decimals.
pub(crate) fn thousandths(number: &Number) -> Option<i64> {
    #[allow(clippy::cast_possible_truncation)] // within what may be declared, or not equal to it
    number.as_f64().map(|number| (number * 1000.0).round() as i64)
}

/// The number, where it may be declared: whole numbers as such.
fn accepted(value: &Number) -> Result<Number> {
    let refused = || Error::DeclaredOutOfRange { most: LARGEST_COUNT };
    let exact = value.as_f64().ok_or_else(refused)?;
    let thousandths = thousandths(value).ok_or_else(refused)?;
    #[allow(clippy::cast_precision_loss)] // far below 2^53
    let within = (0.0..=LARGEST_COUNT as f64).contains(&exact) && (thousandths as f64 / 1000.0 - exact).abs() < 1e-9;
    match within {
        false => Err(refused()),
        true if thousandths % 1000 == 0 => Ok((thousandths / 1000).into()),
        true => Ok(value.clone()),
    }
}

impl Register {
    /// Declares a number of a figure for a period, or takes it back. The figure with it.
    pub fn declare_figure(&mut self, context: &Context, request: &DeclareFigure) -> Result<Figure> {
        let definition = self.definition(&request.figure)?;
        let period = Period::new(request.from, request.to)?;
        let (source, reason) = (request.source.trim(), request.reason.trim());
        let before = self.declaration(&definition.id, period)?.filter(|before| before.value.is_some());
        let (value, reason) = match &request.value {
            Some(_) if source.is_empty() => return Err(Error::SourceMissing),
            Some(value) => (Some(accepted(value)?), None),
            None if before.is_none() => return Err(Error::NothingDeclared { id: definition.id }),
            None if reason.is_empty() => return Err(Error::TakenBackWithoutReason),
            None => (None, Some(reason.to_owned())),
        };
        let unchanged =
            before.as_ref().is_some_and(|before| value.is_some() && before.value == value && before.source == source);
        if !unchanged {
            let source = if value.is_some() { source.to_owned() } else { String::new() };
            let at = context.now.format("%Y-%m-%dT%H:%M:%S").to_string();
            let entry = json(&Declaration { value, source, reason, at, by: context.who.to_owned() });
            self.change(context, Operation::FigureDeclare, |change| change.declare(&definition.id, period, &entry))?;
        }
        self.figure_by(&definition, period, context.lang, &self.vocabulary()?)
    }

    /// What is declared for a period, by figure.
    pub(super) fn declarations(&self, period: Period) -> Result<HashMap<String, Declaration>> {
        let read = |stated: store::declared::Stated| Some((stated.figure, serde_json::from_str(&stated.entry).ok()?));
        Ok(store::declared::of_period(self.db(), period)?.into_iter().filter_map(read).collect())
    }

    pub(super) fn declaration(&self, figure: &str, period: Period) -> Result<Option<Declaration>> {
        let entry = store::declared::get(self.db(), figure, period)?;
        Ok(entry.and_then(|entry| serde_json::from_str(&entry).ok()))
    }

    /// For how many periods a number of a figure is declared.
    pub(super) fn declared_periods(&self, figure: &str) -> Result<usize> {
        let stated = store::declared::all(self.db())?.into_iter().filter(|stated| stated.figure == figure);
        let kept = stated.filter_map(|stated| serde_json::from_str::<Declaration>(&stated.entry).ok());
        Ok(kept.filter(|declaration| declaration.value.is_some()).count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_may_be_declared_with_three_decimals() {
        let number = |text: &str| serde_json::from_str::<Number>(text).unwrap();
        for (given, kept) in [("0", "0"), ("12800", "12800"), ("95.0", "95"), ("95.4", "95.4"), ("0.125", "0.125")] {
            assert_eq!(accepted(&number(given)).unwrap().to_string(), kept);
        }
        for given in ["-1", "0.1234", "1e300", "99999999999999"] {
            assert!(matches!(accepted(&number(given)), Err(Error::DeclaredOutOfRange { .. })), "{given}");
        }
    }
}
