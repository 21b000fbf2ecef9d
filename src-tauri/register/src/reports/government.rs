//! Table 3 of the government form (国办公开办函〔2021〕30号): requests of a calendar year by outcome and class of
//! applicant, with the form's own identities checked.
//!
//! A request is handled in the year of its answer; one whose answer is dated before its receipt, in that of its
//! receipt. It is carried out of each year that ends before that, and into each that begins after its receipt.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

use crate::error::{Error, Result};
use crate::folder::Register;
use crate::period::Period;
use crate::requests::{CLASSES, OTHER, OUTCOME_ROWS, counted_as};
use crate::store;
use crate::things::{Values, Vocabulary};

/// The table, filled in.
#[derive(Debug, Serialize, TS)]
pub struct GovernmentForm {
    pub year: i32,
    /// The headings of the columns: six classes of applicants, then 总计.
    pub columns: Vec<String>,
    pub rows: Vec<FormRow>,
    pub checks: Vec<FormCheck>,
    /// What the register does not say of requests that are counted, and as what they count all the same.
    pub gaps: Vec<FormGap>,
}

#[derive(Debug, Serialize, TS)]
pub struct FormRow {
    pub no: String,
    pub label: String,
    /// One for each column.
    pub cells: Vec<FormCell>,
}

/// A number and the requests behind it.
#[derive(Debug, Serialize, TS)]
pub struct FormCell {
    pub count: u64,
    pub records: Vec<String>,
}

/// One identity of the form.
#[derive(Debug, Serialize, TS)]
pub struct FormCheck {
    pub rule: FormRule,
    pub ok: bool,
    /// One for each column, or each row, in their order.
    pub sums: Vec<FormSum>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FormRule {
    /// 一＋二＝三（七）＋四, in each column.
    ReceivedIsHandledOrCarriedOut,
    /// 三（七） is the sum of the 21 rows above it, in each column.
    OutcomesAddUp,
    /// 总计 is the sum of the six classes, in each row.
    ClassesAddUp,
    /// 二 is last year's 四, in each column.
    CarriedInWasCarriedOut,
}

#[derive(Debug, Serialize, TS)]
pub struct FormSum {
    /// The heading of the column, or the number of the row.
    pub of: String,
    pub left: u64,
    pub right: u64,
    pub ok: bool,
}

/// What a request lacks that the form asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FormGap {
    pub record: String,
    pub title: String,
    pub lacks: FormLack,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FormLack {
    /// No class, or one that the form does not have: counted as 其他.
    ApplicantClass,
    /// Answered without an outcome that the form has: counted as 其他处理：其他.
    Outcome,
    /// Refused without a ground, and no row chosen: counted as 不予公开：其他法律行政法规禁止公开.
    RefusalGround,
    /// An outcome without the day of the answer: counted as not answered.
    RepliedOn,
}

/// A request as the form sees it.
struct Case {
    id: String,
    received: NaiveDate,
    handled: Option<NaiveDate>,
    /// Places in the form's columns and among its 21 rows.
    class: usize,
    outcome: usize,
}

impl Case {
    /// Received up to the end of a year.
    fn is_known(&self, year: i32) -> bool {
        self.received.year() <= year
    }

    fn is_new(&self, year: i32) -> bool {
        self.received.year() == year
    }

    fn is_carried_in(&self, year: i32) -> bool {
        self.received.year() < year && self.handled.is_none_or(|day| day.year() >= year)
    }

    fn is_handled(&self, year: i32) -> bool {
        self.handled.is_some_and(|day| day.year() == year)
    }

    fn is_carried_out(&self, year: i32) -> bool {
        self.is_known(year) && self.handled.is_none_or(|day| day.year() > year)
    }
}

impl Register {
    /// Table 3 for a calendar year.
    pub fn government_form(&self, year: i32) -> Result<GovernmentForm> {
        let first = NaiveDate::from_ymd_opt(year, 1, 1);
        let last = NaiveDate::from_ymd_opt(year, 12, 31);
        let period = first.zip(last).ok_or_else(|| Error::DayOutOfRange { day: year.to_string() })?;
        let period = Period::new(period.0, period.1)?;
        let vocabulary = self.vocabulary()?;
        let mut cases = Vec::new();
        let mut gaps = Vec::new();
        for listed in store::requests::received_up_to(self.db(), period.to)? {
            let values = &listed.record.values;
            let Some(received) = values.date("received_on") else { continue };
            let class = column_of(values, &vocabulary);
            let outcome = place_of(values, &vocabulary);
            let case = Case {
                id: listed.record.name(),
                received,
                handled: values.date("replied_on").map(|day| day.max(received)),
                class: class.unwrap_or(CLASSES.len() - 1),
                outcome: outcome.or_else(|| place(OTHER)).unwrap_or(OUTCOME_ROWS.len() - 1),
            };
            if case.is_handled(year) || case.is_carried_out(year) {
                let decided = !values.get("outcome").is_empty() || !values.get("gov_outcome").is_empty();
                let lacking = [
                    (class.is_none(), FormLack::ApplicantClass),
                    (case.is_handled(year) && outcome.is_none(), FormLack::Outcome),
                    (case.is_handled(year) && lacks_ground(values, &vocabulary), FormLack::RefusalGround),
                    (case.handled.is_none() && decided, FormLack::RepliedOn),
                ];
                let lacking = lacking.into_iter().filter(|(lacks, _)| *lacks);
                gaps.extend(lacking.map(|(_, lacks)| FormGap {
                    record: case.id.clone(),
                    title: listed.title.clone(),
                    lacks,
                }));
            }
            cases.push(case);
        }
        Ok(filled_in(year, &cases, gaps))
    }
}

/// The column of a request's class; none where the form does not have it.
fn column_of(values: &Values, vocabulary: &Vocabulary) -> Option<usize> {
    let code = vocabulary.code(values.number("applicant_class")?)?;
    CLASSES.iter().position(|(class, _)| *class == code)
}

fn place(code: &str) -> Option<usize> {
    OUTCOME_ROWS.iter().position(|row| row.code == code)
}

/// The row of a request's outcome among the 21.
fn place_of(values: &Values, vocabulary: &Vocabulary) -> Option<usize> {
    place(counted_as(values, vocabulary)?)
}

fn lacks_ground(values: &Values, vocabulary: &Vocabulary) -> bool {
    values.get("gov_outcome").is_empty() && crate::requests::ground_missing(values, vocabulary).is_some()
}

fn filled_in(year: i32, cases: &[Case], gaps: Vec<FormGap>) -> GovernmentForm {
    let columns: Vec<String> = CLASSES.iter().map(|(_, label)| *label).chain(["总计"]).map(str::to_owned).collect();
    let row = |no: &str, label: &str, holds: &dyn Fn(&Case) -> bool| {
        // The total is counted by itself, so that the sum of the classes proves something.
        let of = |class: Option<usize>| {
            let behind = cases.iter().filter(|case| class.is_none_or(|class| case.class == class) && holds(case));
            let records: Vec<String> = behind.map(|case| case.id.clone()).collect();
            FormCell { count: records.len() as u64, records }
        };
        let cells = (0..CLASSES.len()).map(Some).chain([None]).map(of).collect();
        FormRow { no: no.to_owned(), label: label.to_owned(), cells }
    };
    let mut rows = vec![
        row("一", "本年新收政府信息公开申请数量", &|case| case.is_new(year)),
        row("二", "上年结转政府信息公开申请数量", &|case| case.is_carried_in(year)),
    ];
    for (at, outcome) in OUTCOME_ROWS.iter().enumerate() {
        rows.push(row(outcome.no, outcome.label, &|case| case.is_handled(year) && case.outcome == at));
    }
    rows.push(row("三（七）", "总计", &|case| case.is_handled(year)));
    rows.push(row("四", "结转下年度继续办理", &|case| case.is_carried_out(year)));
    let before = row("四", "", &|case| case.is_carried_out(year - 1));

    let checks = checks(&columns, &rows, &before);
    GovernmentForm { year, columns, rows, checks, gaps }
}

fn checks(columns: &[String], rows: &[FormRow], carried_before: &FormRow) -> Vec<FormCheck> {
    let of_columns = |rule, sides: &dyn Fn(usize) -> (u64, u64)| {
        check(rule, columns.iter().enumerate().map(|(at, column)| (column.clone(), sides(at))))
    };
    let count = |row: Option<&FormRow>, at: usize| row.and_then(|row| row.cells.get(at)).map_or(0, |cell| cell.count);
    let (first, second) = (rows.first(), rows.get(1));
    let outcomes = rows.get(2..2 + OUTCOME_ROWS.len()).unwrap_or_default();
    let (handled, out) = (rows.get(2 + OUTCOME_ROWS.len()), rows.last());
    vec![
        of_columns(FormRule::ReceivedIsHandledOrCarriedOut, &|at| {
            (count(first, at) + count(second, at), count(handled, at) + count(out, at))
        }),
        of_columns(FormRule::OutcomesAddUp, &|at| {
            (count(handled, at), outcomes.iter().map(|row| count(Some(row), at)).sum())
        }),
        check(
            FormRule::ClassesAddUp,
            rows.iter().map(|row| {
                let classes = (0..CLASSES.len()).map(|at| count(Some(row), at)).sum();
                (row.no.clone(), (count(Some(row), CLASSES.len()), classes))
            }),
        ),
        of_columns(FormRule::CarriedInWasCarriedOut, &|at| (count(second, at), count(Some(carried_before), at))),
    ]
}

fn check(rule: FormRule, sides: impl Iterator<Item = (String, (u64, u64))>) -> FormCheck {
    let sums: Vec<FormSum> = sides.map(|(of, (left, right))| FormSum { of, left, right, ok: left == right }).collect();
    FormCheck { rule, ok: sums.iter().all(|sum| sum.ok), sums }
}

#[cfg(test)]
mod tests;
