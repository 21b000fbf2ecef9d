//! 部门信息公开工作考核: what each department did in a period, number by number, and the records behind each number.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::timely::{Timely, earliest_day};
use crate::board::Tally;
use crate::context::Context;
use crate::counting::{FigureRecord, percent};
use crate::error::{Error, Result};
use crate::folder::Register;
use crate::period::Period;
use crate::requests::{ClockStanding, standing};
use crate::sensitive::withheld;
use crate::store;
use crate::store::scorecards::{Answered, Group, Unpublished};
use crate::store::selection::Selected;
use crate::things::{Dimension, RecordId, Thing};

/// A number of a scorecard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Score {
    /// Public items that appeared in the period.
    Published,
    /// … of those with a day of making, those that appeared within the limit.
    OnTime,
    /// … those that appeared later.
    Late,
    /// … those without a day of making, which are neither.
    Undated,
    /// … those whose due date touches a year without a calendar: in time or late only for now.
    Provisional,
    /// … those that correct what had been published (更正、澄清). An edit of a record is none.
    Corrections,
    /// Items that have a channel or a 清单事项 and no day of publication, made longer ago than the limit by the period's
    /// end. A public item cannot be without that day: these are still marked as not public.
    Unpublished,
    /// Requests received in the period and answered in time.
    RequestsInTime,
    RequestsLate,
    /// Not answered.
    RequestsOpen,
    /// … of these past their due date today.
    RequestsOverdue,
    /// Replies received in the period, day counts aside, answered by the day that was set.
    RepliesInTime,
    RepliesLate,
    /// Answered, and no day was set: neither.
    RepliesUndated,
    /// Not answered.
    RepliesOpen,
    /// … of these past the day that was set.
    RepliesOverdue,
    /// Problems found in the period, not solved and past the day that was set.
    ProblemsOverdue,
    /// Public items of the period under 清单事项 that the department must publish.
    Duties,
}

impl Score {
    pub(crate) const ALL: [Score; 18] = [
        Score::Published,
        Score::OnTime,
        Score::Late,
        Score::Undated,
        Score::Provisional,
        Score::Corrections,
        Score::Unpublished,
        Score::RequestsInTime,
        Score::RequestsLate,
        Score::RequestsOpen,
        Score::RequestsOverdue,
        Score::RepliesInTime,
        Score::RepliesLate,
        Score::RepliesUndated,
        Score::RepliesOpen,
        Score::RepliesOverdue,
        Score::ProblemsOverdue,
        Score::Duties,
    ];
}

/// Every department's scorecard of a period.
#[derive(Debug, Serialize, TS)]
pub struct Scorecards {
    /// In the order of the vocabulary; retired ones only where they have anything.
    pub departments: Vec<Scorecard>,
    /// Public items of the period that name no department, and stand on no scorecard.
    pub unassigned: u64,
    /// Working days from making within which an item appears in time.
    pub limit: u32,
    /// The day on which the duties and what is not published stand so: the last of the period, or today while it runs.
    pub as_of: NaiveDate,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct Scorecard {
    /// Its term.
    pub department: i64,
    pub name: String,
    pub retired: bool,
    pub head: String,
    pub officer: String,
    #[ts(type = "Record<Score, number>")]
    pub scores: BTreeMap<Score, u64>,
    /// 按时率: in time of those with a day of making, in percent; nothing where none has one.
    pub on_time_share: Option<f64>,
    /// The 清单事项 that it must publish, as the board of the period has them.
    pub duties: Tally,
}

impl Scorecard {
    pub(crate) fn score(&self, score: Score) -> u64 {
        self.scores.get(&score).copied().unwrap_or_default()
    }
}

#[derive(Debug, Deserialize, TS)]
pub struct ScoreRecordsRequest {
    /// Records of no department where it is null.
    pub department: Option<i64>,
    pub score: Score,
    /// Of the duties, those under this 清单事项 alone.
    #[ts(optional)]
    pub item: Option<i64>,
    pub from: NaiveDate,
    pub to: NaiveDate,
    #[serde(default)]
    #[ts(optional, as = "Option<u64>")]
    pub offset: u64,
    pub limit: u64,
}

/// One page of the records behind a number.
#[derive(Debug, Serialize, TS)]
pub struct ScoreRecords {
    pub total: u64,
    pub records: Vec<FigureRecord>,
}

/// Where the records behind a number come from.
enum Source<'a> {
    Stored(Group<'a>),
    /// Requests of one of these standings.
    Requests(&'static [ClockStanding]),
}

/// What every number of a period is reckoned with.
struct Reckoning {
    period: Period,
    today: NaiveDate,
    as_of: NaiveDate,
    timely: Timely,
    /// What was not published by `as_of` and is late.
    unpublished: Unpublished,
}

impl Reckoning {
    fn source(&self, score: Score, item: Option<i64>) -> Source<'_> {
        match score {
            Score::Published => Source::Stored(Group::Published),
            Score::OnTime => Source::Stored(Group::OnTime(&self.timely.earliest)),
            Score::Late => Source::Stored(Group::Late(&self.timely.earliest)),
            Score::Undated => Source::Stored(Group::Unmade(&self.timely.earliest)),
            Score::Provisional => Source::Stored(Group::MadeWithin(&self.timely.provisional)),
            Score::Corrections => Source::Stored(Group::Corrections),
            Score::Unpublished => Source::Stored(Group::Unpublished(self.unpublished)),
            Score::RequestsInTime => Source::Requests(&[ClockStanding::AnsweredInTime]),
            Score::RequestsLate => Source::Requests(&[ClockStanding::AnsweredLate]),
            Score::RequestsOpen => Source::Requests(&[
                ClockStanding::Overdue,
                ClockStanding::DueToday,
                ClockStanding::Running,
                ClockStanding::Clarifying,
                ClockStanding::AskingThirdParty,
            ]),
            Score::RequestsOverdue => Source::Requests(&[ClockStanding::Overdue]),
            Score::RepliesInTime => Source::Stored(Group::Replies(Answered::InTime)),
            Score::RepliesLate => Source::Stored(Group::Replies(Answered::Late)),
            Score::RepliesUndated => Source::Stored(Group::Replies(Answered::Undated)),
            Score::RepliesOpen => Source::Stored(Group::Replies(Answered::No)),
            Score::RepliesOverdue => Source::Stored(Group::Replies(Answered::Overdue(self.today))),
            Score::ProblemsOverdue => Source::Stored(Group::ProblemsOverdue(self.today)),
            Score::Duties => Source::Stored(Group::OfDuties(item)),
        }
    }
}

/// A request with its department, as the scorecard sees it.
struct Standing {
    id: i64,
    department: Option<i64>,
    received: NaiveDate,
    standing: ClockStanding,
}

impl Register {
    /// The scorecards of all departments.
    pub fn scorecards(&self, context: &Context, period: Period) -> Result<Scorecards> {
        let reckoning = self.reckoning(context, period)?;
        let vocabulary = self.vocabulary()?;
        let snapshot = self.db().unchecked_transaction()?;
        let mut counts: BTreeMap<i64, BTreeMap<Score, u64>> = BTreeMap::new();
        let requests = self.requests_standing(&reckoning)?;
        for score in Score::ALL {
            let found = match reckoning.source(score, None) {
                Source::Stored(group) => store::scorecards::counts(self.db(), &group, period)?,
                Source::Requests(among) => {
                    let of = requests.iter().filter(|request| among.contains(&request.standing));
                    of.filter_map(|request| Some((request.department?, 1))).collect()
                }
            };
            for (department, records) in found {
                *counts.entry(department).or_default().entry(score).or_default() += records;
            }
        }
        let duties = self.duties(period, context.today())?;
        let (unassigned, _) = store::scorecards::records(self.db(), &Group::Published, period, None, (0, 0))?;
        let mut departments = Vec::new();
        for term in vocabulary.of(Dimension::Department) {
            let found = counts.remove(&term.id).unwrap_or_default();
            if term.retired && found.is_empty() {
                continue;
            }
            let known = self.department_kept(term.id)?;
            let score = |score| (score, found.get(&score).copied().unwrap_or_default());
            let scores: BTreeMap<Score, u64> = Score::ALL.into_iter().map(score).collect();
            departments.push(Scorecard {
                department: term.id,
                name: term.name.clone(),
                retired: term.retired,
                head: known.head,
                officer: known.officer,
                on_time_share: percent(score(Score::OnTime).1, score(Score::OnTime).1 + score(Score::Late).1),
                scores,
                duties: duties.get(&term.id).map(|(tally, _)| *tally).unwrap_or_default(),
            });
        }
        snapshot.finish()?;
        Ok(Scorecards { departments, unassigned, limit: self.rules()?.publish_days, as_of: reckoning.as_of })
    }

    /// One page of the records behind a number, in the order of their dates: from the selection that gave the number.
    pub fn score_records(&self, context: &Context, request: &ScoreRecordsRequest) -> Result<ScoreRecords> {
        let period = Period::new(request.from, request.to)?;
        let reckoning = self.reckoning(context, period)?;
        match reckoning.source(request.score, request.item) {
            Source::Stored(group) => {
                let page = (request.offset, request.limit);
                let (total, page) = store::scorecards::records(self.db(), &group, period, request.department, page)?;
                let records = page.into_iter().map(|selected| record(group.thing(), selected)).collect();
                Ok(ScoreRecords { total, records })
            }
            Source::Requests(among) => {
                let mut found = self.requests_standing(&reckoning)?;
                found.retain(|request| among.contains(&request.standing));
                found.retain(|found| found.department == request.department);
                let place = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
                let page = found.iter().skip(place(request.offset)).take(place(request.limit));
                let records = page.map(|found| self.request_record(found)).collect::<Result<_>>()?;
                Ok(ScoreRecords { total: found.len() as u64, records })
            }
        }
    }

    fn reckoning(&self, context: &Context, period: Period) -> Result<Reckoning> {
        let period = period.checked()?;
        let (calendar, limit) = (self.calendar()?, self.rules()?.publish_days);
        let published = self.published_within(period)?.unwrap_or(Period { from: period.from, to: period.from });
        let (today, as_of) = (context.today(), context.today().min(period.to));
        let before = earliest_day(&calendar, limit, as_of);
        let unpublished = Unpublished { before, withheld: withheld(&self.vocabulary()?) };
        Ok(Reckoning { period, today, as_of, timely: Timely::new(&calendar, limit, published), unpublished })
    }

    fn requests_standing(&self, reckoning: &Reckoning) -> Result<Vec<Standing>> {
        let (calendar, rules) = (self.calendar()?, self.rules()?);
        let days = store::requests::days_of(self.db(), reckoning.period)?.into_iter();
        let read = days.filter_map(|(id, department, values)| {
            let standing = standing(&values, &calendar, &rules, reckoning.today)?;
            Some(Standing { id, department, received: values.date("received_on")?, standing })
        });
        Ok(read.collect())
    }

    fn request_record(&self, found: &Standing) -> Result<FigureRecord> {
        let title = store::overview::title(self.db(), Thing::Request, found.id)?.ok_or_else(|| {
            Error::NoSuchRecord { id: RecordId { thing: Thing::Request, number: found.id }.to_string() }
        })?;
        let selected = Selected { id: found.id, title, date: found.received.to_string(), quantity: 1 };
        Ok(record(Thing::Request, selected))
    }
}

fn record(thing: Thing, selected: Selected) -> FigureRecord {
    let Selected { id, title, date, quantity } = selected;
    FigureRecord { id: RecordId { thing, number: id }.to_string(), thing, title, date, quantity }
}
