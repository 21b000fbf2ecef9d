//! Every figure month by month, and a year before.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::Number;
use ts_rs::TS;

use super::{MonthCount, compile};
use crate::error::Result;
use crate::folder::Register;
use crate::period::Period;
use crate::store::selection::Selection;

/// A figure's course through a period, and what it was in the same period of the year before.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FigureTrend {
    pub figure: String,
    /// Each month of the period, those without any too; empty for a ratio and for what is filled in by hand.
    pub months: Vec<MonthCount>,
    #[ts(type = "number | null")]
    pub last_year: Option<Number>,
    pub last_year_display: String,
    /// How many records were behind it a year before.
    pub last_year_rows: u64,
}

impl Register {
    /// The trends of all figures, in the order of the report, from one snapshot.
    pub fn figure_trends(&self, period: Period) -> Result<Vec<FigureTrend>> {
        let period = period.checked()?;
        let vocabulary = self.vocabulary()?;
        let snapshot = self.db().unchecked_transaction()?;
        let trend = |definition: super::Definition| {
            let (selection, _) = compile(&definition, period, &vocabulary)?;
            let months = months(self, &selection)?;
            let last_year = Selection { period: period.year_before(), ..selection }.totals(self.db())?;
            let (value, display) = self.shown_figure(&definition, period.year_before(), last_year)?;
            Ok(FigureTrend {
                figure: definition.id,
                months,
                last_year: value,
                last_year_display: display,
                last_year_rows: last_year.records,
            })
        };
        let trends = self.definitions()?.into_iter().map(trend).collect();
        snapshot.finish()?;
        trends
    }
}

/// What a selection comes to in each month of its period; nothing of what does not come apart.
pub(super) fn months(register: &Register, selection: &Selection) -> Result<Vec<MonthCount>> {
    Ok(in_months(register, selection)?.into_iter().map(|(month, quantity, _)| MonthCount { month, quantity }).collect())
}

/// Each month of the period with its quantity and the number of its records. Summed by the day in the database, where
/// an index has the days in their order.
pub(super) fn in_months(register: &Register, selection: &Selection) -> Result<Vec<(String, i64, u64)>> {
    if !selection.comes_apart() {
        return Ok(Vec::new());
    }
    let mut counted: HashMap<String, (i64, u64)> = HashMap::new();
    for (mut day, quantity, records) in selection.by_value::<String>(register.db(), selection.date)? {
        day.truncate("YYYY-MM".len());
        let month = counted.entry(day).or_default();
        *month = (month.0 + quantity, month.1 + records);
    }
    let count = |month: String| {
        let (quantity, records) = counted.get(&month).copied().unwrap_or_default();
        (month, quantity, records)
    };
    Ok(selection.period.months().map(count).collect())
}
