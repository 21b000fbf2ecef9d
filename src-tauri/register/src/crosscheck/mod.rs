//! 核对: what must fit together in a report of a period, each pass, fail or cannot tell, in one sentence with its numbers.
//!
//! The checks are data ([`CheckDefinition`]): they ship as JSON, are kept in the register, and name figures by their ids.
//! A check whose figures the register does not have at all is left out. One check may come to several lines, one for
//! each figure that it speaks of, so that each can be accepted for itself. Nothing that is found is stored; what a
//! person accepts is, with a digest of what stood behind the line then, so that it no longer holds once that changes.
//!
//! What was decided where the rules leave it open:
//! - Numbers compare to the last, without tolerance, also those that are printed rounded.
//! - Against the year before, a number below 10 gives no meaningful percentage. Where it has changed by less than 10, that
//!   is no finding; where by more, a person must look. A change of exactly the limit is none above it.
//! - A line of the report with one number under two units is no contradiction, and not yet the same fact.
//! - Where no record at all names a 清单事项, the board cannot be told from one that nobody fills in.

mod acceptance;
mod days;
mod definition;
mod gaps;
mod ground;
#[cfg(test)]
mod properties;
mod sums;
mod years;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::change::json;
use crate::context::Context;
use crate::counting::{Figure, FigureRecord};
use crate::error::{Error, Result};
use crate::files::hex;
use crate::folder::Register;
use crate::period::Period;
use crate::store;
use crate::things::RecordId;

pub use acceptance::{AcceptCheck, AcceptanceOf, AcceptedCheck};
pub(crate) use definition::put_checks;
pub use definition::{CheckDefinition, Received, Rule, SetCheckDefinitions};
use ground::{Found, Ground};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Pass,
    Fail,
    CannotTell,
}

/// One line of what the checks of a period come to.
#[derive(Debug, Serialize, TS)]
pub struct CrossCheck {
    /// The check, and after a stroke the figure where it has a line for each: `year_before/web`.
    pub id: String,
    pub label: String,
    /// The regulation that it rests on.
    pub basis: Option<String>,
    pub outcome: Outcome,
    pub sentence: String,
    /// The figures that it speaks of.
    pub figures: Vec<String>,
    /// How many records are behind what does not fit.
    pub records: u64,
    /// What a person accepted of it; nothing where it passes.
    pub accepted: Option<AcceptedCheck>,
}

#[derive(Debug, Deserialize, TS)]
pub struct CheckRecordsRequest {
    pub id: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
    #[serde(default)]
    #[ts(optional, as = "Option<u64>")]
    pub offset: u64,
    pub limit: u64,
}

/// One page of the records behind a line, in the order of their days.
#[derive(Debug, Serialize, TS)]
pub struct CheckRecords {
    pub total: u64,
    pub records: Vec<FigureRecord>,
}

/// A line with what its digest is made of.
struct Line {
    id: String,
    check: CheckDefinition,
    found: Found,
}

impl Line {
    /// What stands behind the line: its rule, outcome, numbers and records, in no language.
    fn digest(&self) -> String {
        let Found { outcome, figures, numbers, records, .. } = &self.found;
        let records: Vec<String> = records.iter().map(RecordId::to_string).collect();
        hex(&Sha256::digest(json(&(&self.check.rule, outcome, figures, numbers, records))))
    }
}

impl Register {
    /// What the checks of a period come to, in their order.
    pub fn cross_checks(&self, context: &Context, period: Period) -> Result<Vec<CrossCheck>> {
        let period = period.checked()?;
        let accepted = self.acceptances_of(period)?;
        let lines = self.check_lines(context, period)?;
        Ok(lines.into_iter().map(|line| told(line, &accepted)).collect())
    }

    /// The records behind a line, `limit` of them from `offset` on.
    pub fn cross_check_records(&self, context: &Context, request: &CheckRecordsRequest) -> Result<CheckRecords> {
        let line = self.check_line(context, &request.id, Period::new(request.from, request.to)?)?;
        let mut records = Vec::with_capacity(line.found.records.len());
        for id in line.found.records {
            let date = store::overview::date(self.db(), id.thing, id.number)?.unwrap_or_default();
            records.push((date, id));
        }
        records.sort_by(|(day, id), (other_day, other)| {
            (day, id.thing, id.number).cmp(&(other_day, other.thing, other.number))
        });
        let total = records.len() as u64;
        let size = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
        let page = records.into_iter().skip(size(request.offset)).take(size(request.limit));
        let read = |(date, RecordId { thing, number }): (String, RecordId)| {
            let title = store::overview::title(self.db(), thing, number)?.unwrap_or_default();
            Ok(FigureRecord { id: RecordId { thing, number }.to_string(), thing, title, date, quantity: 1 })
        };
        Ok(CheckRecords { total, records: page.map(read).collect::<Result<_>>()? })
    }

    fn check_line(&self, context: &Context, id: &str, period: Period) -> Result<Line> {
        let mut lines = self.check_lines(context, period)?.into_iter();
        lines.find(|line| line.id == id).ok_or_else(|| Error::NoSuchCheck { id: id.into() })
    }

    fn check_lines(&self, context: &Context, period: Period) -> Result<Vec<Line>> {
        let ground = Ground::new(self, period, context.today(), context.lang)?;
        let mut lines = Vec::new();
        for check in self.check_definitions()? {
            for found in found(&ground, &check.rule)? {
                let id = found.of.as_ref().map_or_else(|| check.id.clone(), |figure| format!("{}/{figure}", check.id));
                lines.push(Line { id, check: check.clone(), found });
            }
        }
        Ok(lines)
    }
}

fn told(line: Line, accepted: &acceptance::Accepted) -> CrossCheck {
    let accepted = match line.found.outcome {
        Outcome::Pass => None,
        Outcome::Fail | Outcome::CannotTell => accepted.get(&line.id).and_then(|kept| kept.shown(&line.digest())),
    };
    let Line { id, check, found } = line;
    CrossCheck {
        id,
        label: check.label,
        basis: check.basis,
        outcome: found.outcome,
        sentence: found.sentence,
        figures: found.figures,
        records: found.records.len() as u64,
        accepted,
    }
}

/// The lines that a rule comes to.
fn found(ground: &Ground, rule: &Rule) -> Result<Vec<Found>> {
    let names = rule.names();
    let (mut known, mut missing): (Vec<&Figure>, Vec<&str>) = (Vec::new(), Vec::new());
    for id in names {
        match ground.figure(id) {
            Some(figure) => known.push(figure),
            None => missing.push(id),
        }
    }
    if !missing.is_empty() {
        // Of figures that the register does not have at all, nothing is to be said.
        let told = (!known.is_empty()).then(|| gaps::unknown_figure(ground, &known, &missing));
        return Ok(told.into_iter().collect());
    }
    Ok(match (rule, known.as_slice()) {
        (Rule::PartsOfTotal { .. }, [total, parts @ ..]) => vec![sums::parts_of_total(ground, total, parts)?],
        (Rule::SameFact { .. }, [a, b]) => vec![sums::same_fact(ground, a, b)],
        (Rule::AtMostChannels { .. }, [items, channels @ ..]) => vec![sums::at_most_channels(ground, items, channels)?],
        // They name figures, which were found or told of above.
        (Rule::PartsOfTotal { .. } | Rule::SameFact { .. } | Rule::AtMostChannels { .. }, _) => Vec::new(),
        (Rule::GovernmentForm, _) => vec![years::government_form(ground)?],
        (Rule::CarriedOver, _) => vec![years::carried_over(ground)?],
        (Rule::Jump { percent }, _) => years::jumps(ground, *percent)?,
        (Rule::ZeroStated, _) => gaps::zeros(ground)?,
        (Rule::PeriodsDiffer, _) => vec![days::periods(ground)?],
        (Rule::Undated, _) => vec![gaps::undated(ground)?],
        (Rule::Unanswered { of }, _) => vec![gaps::unanswered(ground, *of)?],
        (Rule::ListItems, _) => vec![gaps::list_items(ground)?],
        (Rule::DeclaredTotals, _) => sums::declared_totals(ground),
    })
}
