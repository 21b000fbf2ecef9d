//! A definition is tried before it is kept: its number and its records as one picks, and what is still wrong by its part.
//!
//! What there is to pick from, `things` and `terms` say: each [`super::Subject`] is the plural of a thing, and releases are
//! those of publications; its dates are the fields of kind `date`, conditions are on the fields of kind `term` (the
//! words of that vocabulary), `channels` and `flag` (是, 否), and sums are of the fields of kind `count` and `money`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::check::Draft;
use super::{Figure, FigureRows};
use crate::context::Context;
use crate::error::{PickFault, Result};
use crate::folder::Register;
use crate::period::Period;

#[derive(Debug, Deserialize, TS)]
pub struct TryFigure {
    pub definition: Draft,
    pub from: NaiveDate,
    pub to: NaiveDate,
    #[serde(default)]
    #[ts(optional, as = "Option<u64>")]
    pub offset: u64,
    #[ts(optional)]
    pub limit: Option<u64>,
}

/// What would come of a definition. Nothing is kept.
#[derive(Debug, Serialize, TS)]
pub struct Trial {
    /// All that keeps it from being kept, by its part.
    pub faults: Vec<PickFault>,
    /// Its number and one page of its records, as soon as it can be counted.
    pub figure: Option<Figure>,
    pub rows: Option<FigureRows>,
}

impl Register {
    pub fn try_figure(&self, context: &Context, request: TryFigure) -> Result<Trial> {
        let period = Period::new(request.from, request.to)?;
        let (definition, faults) = request.definition.so_far();
        let faults = faults.iter().map(PickFault::from).collect();
        let Some(definition) = definition.filter(|definition| definition.counting_faults().is_empty()) else {
            return Ok(Trial { faults, figure: None, rows: None });
        };
        let figure = self.figure_by(&definition, period, context.lang, &self.vocabulary()?)?;
        let limit = request.limit.unwrap_or(u64::MAX);
        let rows = self.rows_of(definition, period, None, request.offset, limit)?;
        Ok(Trial { faults, figure: Some(figure), rows: Some(rows) })
    }
}
