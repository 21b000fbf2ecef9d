//! What an import of a template comes to in a register: told before it is done, then done as it was told.

use chrono::{Datelike, NaiveDate};

use super::words::Steps;
use super::{Defined, FigureBecomes, MonthDay, PeriodRule, Problems, Template, TemplateFigure, TemplateInspection};
use crate::change::{Change, json};
use crate::context::Context;
use crate::counting::{Definition, put_order, shipped_definitions};
use crate::crosscheck::{CheckDefinition, put_checks};
use crate::error::Result;
use crate::folder::Register;
use crate::reports;
use crate::settings::{NamedPeriod, PERIODS};
use crate::things::Vocabulary;

pub(super) struct Plan {
    pub(super) told: TemplateInspection,
    vocabulary: Vocabulary,
    words: Steps,
    defined: Vec<Definition>,
    gone: Vec<String>,
    /// The figures in the order of the file, where it is another.
    order: Option<Vec<String>>,
    /// The wording, where it is another.
    wording: Option<String>,
    /// The cross-checks, where they are others: those that ship where the file has none.
    checks: Option<Option<Vec<CheckDefinition>>>,
    /// All periods, where some come.
    periods: Option<Vec<NamedPeriod>>,
}

impl Plan {
    pub(super) fn new(
        register: &Register,
        context: &Context,
        template: Template,
        problems: &mut Problems,
    ) -> Result<Plan> {
        let Template { name, note, periods: rules, words, figures, checks, wording } = template;
        let vocabulary = register.vocabulary()?;
        let (words, told_words) = Steps::new(&vocabulary, &words, &figures, problems);
        let shipped = shipped_definitions()?;
        let before = register.definitions()?;
        let (mut told, mut defined) = (Vec::new(), Vec::new());
        let order: Vec<String> = figures.iter().map(|figure| figure.definition.id.clone()).collect();
        for Defined { definition, .. } in figures {
            let now = before.iter().find(|other| other.id == definition.id);
            let becomes = match now {
                None => FigureBecomes::New,
                Some(now) if now.says_what(&definition) => FigureBecomes::Same,
                Some(_) => FigureBecomes::Changed,
            };
            told.push(TemplateFigure { id: definition.id.clone(), label: definition.label.clone(), becomes });
            if becomes != FigureBecomes::Same {
                defined.push(definition.known_by(&shipped));
            }
        }
        let gone: Vec<&Definition> = before.iter().filter(|other| !order.contains(&other.id)).collect();
        told.extend(gone.iter().map(|gone| TemplateFigure {
            id: gone.id.clone(),
            label: gone.label.clone(),
            becomes: FigureBecomes::Gone,
        }));
        let stands = before.iter().map(|definition| &definition.id).eq(&order);
        let mut periods = register.periods()?;
        let come = coming(&rules, &periods, context.today());
        periods.extend(come.iter().cloned());
        let other_wording = wording != reports::wording(register)?.text;
        let other_checks = checks != register.own_checks()?;
        Ok(Plan {
            words,
            vocabulary,
            defined,
            gone: gone.into_iter().map(|gone| gone.id.clone()).collect(),
            order: (!stands).then_some(order),
            wording: other_wording.then_some(wording),
            checks: other_checks.then_some(checks),
            periods: (!come.is_empty()).then_some(periods),
            told: TemplateInspection {
                name,
                note,
                words: told_words,
                figures: told,
                checks: other_checks,
                wording: other_wording,
                periods: come,
                problems: Vec::new(),
            },
        })
    }

    /// Whether anything would be changed.
    pub(super) fn changes(&self) -> bool {
        let figures = !self.defined.is_empty() || !self.gone.is_empty() || self.order.is_some();
        figures || self.words.any() || self.wording.is_some() || self.checks.is_some() || self.periods.is_some()
    }

    pub(super) fn carry_out(&self, change: &mut Change) -> Result<()> {
        self.words.carry_out(change, &self.vocabulary)?;
        self.gone.iter().try_for_each(|id| change.remove_figure(id))?;
        self.defined.iter().try_for_each(|definition| change.define_figure(&definition.id, &json(definition)))?;
        if let Some(order) = &self.order {
            put_order(change, &order.iter().map(String::as_str).collect::<Vec<_>>())?;
        }
        if let Some(wording) = &self.wording {
            reports::put_wording(change, wording)?;
        }
        if let Some(checks) = &self.checks {
            put_checks(change, checks.as_deref())?;
        }
        match &self.periods {
            Some(periods) => change.set(PERIODS, &json(periods)),
            None => Ok(()),
        }
    }
}

/// Of each rule the period that holds today and the one before it, where the office has neither it nor its name.
fn coming(rules: &[PeriodRule], known: &[NamedPeriod], today: NaiveDate) -> Vec<NamedPeriod> {
    let mut come: Vec<NamedPeriod> = Vec::new();
    for rule in rules {
        let year = if (today.month(), today.day()) < rule.from { today.year() - 1 } else { today.year() };
        for period in [year, year - 1].into_iter().filter_map(|year| rule.in_year(year)) {
            let same =
                |other: &NamedPeriod| other.name == period.name || (other.from, other.to) == (period.from, period.to);
            if !known.iter().chain(&come).any(same) {
                come.push(period);
            }
        }
    }
    come
}

impl PeriodRule {
    /// The period that begins in a year.
    fn in_year(&self, year: i32) -> Option<NamedPeriod> {
        let day = |year: i32, (month, day): MonthDay| NaiveDate::from_ymd_opt(year, month, day);
        let last = if self.to < self.from { year + 1 } else { year };
        let name = self.name.replace("{year}", &year.to_string()).replace("{next}", &last.to_string());
        Some(NamedPeriod { name, from: day(year, self.from)?, to: day(last, self.to)? })
    }

    /// The rule of which a period is one: of no more than a year, and of days that every year has.
    fn of(period: &NamedPeriod) -> Option<PeriodRule> {
        let (first, last) = (period.from.year(), period.to.year());
        let mut name = period.name.replace(&first.to_string(), "{year}");
        if last != first {
            name = name.replace(&last.to_string(), "{next}");
        }
        let month_day = |day: NaiveDate| (day.month(), day.day());
        let rule = PeriodRule { name, from: month_day(period.from), to: month_day(period.to) };
        let recurs = rule.from != (2, 29) && rule.to != (2, 29);
        (recurs && rule.in_year(first).as_ref() == Some(period)).then_some(rule)
    }
}

/// The rules by which an office's periods recur, each once.
pub(super) fn rules(periods: &[NamedPeriod]) -> Vec<PeriodRule> {
    let mut rules: Vec<PeriodRule> = Vec::new();
    for rule in periods.iter().filter_map(PeriodRule::of) {
        if rules.iter().all(|other| other.name != rule.name) {
            rules.push(rule);
        }
    }
    rules
}
