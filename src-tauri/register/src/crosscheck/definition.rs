//! Definitions of cross-checks: data, shipped as JSON, kept in the register, so that a template can bring its own.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::change::{Change, Operation, json};
use crate::context::Context;
use crate::error::{CheckFault, Error, Result};
use crate::folder::Register;
use crate::store;

/// The checks of the shipped report template, in the order in which they are told.
const SHIPPED: &str = include_str!("annual_report.json");

/// The setting that holds the register's own, as JSON; without it those that ship hold.
const SETTING: &str = "cross_checks";

/// A cross-check: what it is called, the rule that it tells by, and the regulation that it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckDefinition {
    pub id: String,
    pub label: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub basis: Option<String>,
    pub rule: Rule,
}

/// What is held against what. Figures are named by their ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Rule {
    /// The total is the sum of its parts, to the last. All in one unit, or nothing can be said.
    PartsOfTotal { total: String, parts: Vec<String> },
    /// Two figures that state one fact.
    SameFact { a: String, b: String },
    /// Each record that `items` counts is counted by one of the channels at least, so that it is no more than their sum.
    AtMostChannels { items: String, channels: Vec<String> },
    /// The identities of the government form, of each calendar year that the period touches.
    GovernmentForm,
    /// What is carried into a calendar year is what was carried out of the one before, column by column.
    CarriedOver,
    /// Every figure against the same days a year before: a change of more than so many percent.
    Jump { percent: u32 },
    /// A figure that says none, and records that miss it by one condition alone.
    ZeroStated,
    /// The wording names the period, and no other days, months, years or school years.
    PeriodsDiffer,
    /// Records without the day that they are counted by, another day of which lies in the period.
    Undated,
    /// What was received in the period and has no day of answer.
    Unanswered { of: Received },
    /// 清单事项 that are missing or stale on the board of the period.
    ListItems,
    /// Totals that were declared, beside those that are counted.
    DeclaredTotals,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Received {
    Requests,
    /// Day counts aside.
    Replies,
}

/// The checks that take the place of the register's; those that ship where it is `null`.
#[derive(Debug, Deserialize, TS)]
pub struct SetCheckDefinitions {
    pub checks: Option<Vec<CheckDefinition>>,
}

/// The largest change in percent that a check may allow.
const MOST_PERCENT: u32 = 1000;

impl Rule {
    /// The figures that it names.
    pub(super) fn names(&self) -> Vec<&str> {
        match self {
            Rule::PartsOfTotal { total: whole, parts } | Rule::AtMostChannels { items: whole, channels: parts } => {
                [whole].into_iter().chain(parts).map(String::as_str).collect()
            }
            Rule::SameFact { a, b } => vec![a, b],
            Rule::GovernmentForm
            | Rule::CarriedOver
            | Rule::Jump { .. }
            | Rule::ZeroStated
            | Rule::PeriodsDiffer
            | Rule::Undated
            | Rule::Unanswered { .. }
            | Rule::ListItems
            | Rule::DeclaredTotals => Vec::new(),
        }
    }

    /// What keeps it from telling anything.
    fn fault(&self) -> Option<CheckFault> {
        let names = self.names();
        let twice = names.iter().collect::<HashSet<_>>().len() < names.len();
        match self {
            Rule::Jump { percent } if *percent == 0 || *percent > MOST_PERCENT => {
                Some(CheckFault::Percent { most: MOST_PERCENT })
            }
            _ if names.len() == 1 => Some(CheckFault::NoParts),
            _ if twice => Some(CheckFault::FigureTwice),
            _ => None,
        }
    }
}

impl CheckDefinition {
    /// What keeps it from being kept. Which figures there are, the caller knows.
    pub(crate) fn fault(&self, knows: impl Fn(&str) -> bool) -> Option<CheckFault> {
        let sign = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '_';
        let unknown = self.rule.names().into_iter().find(|id| !knows(id));
        if self.id.is_empty() || !self.id.chars().all(sign) {
            Some(CheckFault::Id)
        } else if self.label.trim().is_empty() {
            Some(CheckFault::Label)
        } else if let Some(figure) = unknown {
            Some(CheckFault::UnknownFigure { figure: figure.to_owned() })
        } else {
            self.rule.fault()
        }
    }
}

/// The checks that came with the program.
pub(super) fn shipped() -> Result<Vec<CheckDefinition>> {
    serde_json::from_str(SHIPPED).map_err(|error| Error::Internal { detail: error.to_string() })
}

/// Sets the checks, or lets those that ship hold again.
pub(crate) fn put_checks(change: &mut Change, checks: Option<&[CheckDefinition]>) -> Result<()> {
    change.set(SETTING, &checks.map(|checks| json(&checks)).unwrap_or_default())
}

impl Register {
    /// The checks in force.
    pub fn check_definitions(&self) -> Result<Vec<CheckDefinition>> {
        self.own_checks()?.map_or_else(shipped, Ok)
    }

    /// The checks of its own; nothing where those that ship hold.
    pub(crate) fn own_checks(&self) -> Result<Option<Vec<CheckDefinition>>> {
        let kept = store::settings::get(self.db(), SETTING)?.filter(|kept| !kept.is_empty());
        let read =
            |kept: String| serde_json::from_str(&kept).map_err(|error| Error::Internal { detail: error.to_string() });
        kept.map(read).transpose()
    }

    /// Puts these checks in the place of the register's.
    pub fn set_check_definitions(
        &mut self,
        context: &Context,
        request: &SetCheckDefinitions,
    ) -> Result<Vec<CheckDefinition>> {
        let figures = self.definitions()?;
        let mut seen = HashSet::new();
        for check in request.checks.iter().flatten() {
            let fault = check.fault(|id| figures.iter().any(|figure| figure.id == id));
            let twice = (!seen.insert(check.id.as_str())).then_some(CheckFault::Twice);
            if let Some(fault) = fault.or(twice) {
                return Err(Error::BadCheck { id: check.id.clone(), fault });
            }
        }
        if request.checks != self.own_checks()? {
            self.change(context, Operation::SettingSet, |change| put_checks(change, request.checks.as_deref()))?;
        }
        self.check_definitions()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::counting::shipped_definitions;

    #[test]
    fn every_shipped_check_is_sound_and_named_once() {
        let figures = shipped_definitions().unwrap();
        let checks = shipped().unwrap();
        for (place, check) in checks.iter().enumerate() {
            assert_eq!(check.fault(|id| figures.iter().any(|figure| figure.id == id)), None);
            assert!(checks[..place].iter().all(|other| other.id != check.id), "{}", check.id);
        }
    }
}
