//! The day's overview: what each register holds, what was logged today, what is due, and what wants attention.

use serde::Serialize;
use ts_rs::TS;

use crate::context::Context;
use crate::due::{Due, DueStanding};
use crate::error::Result;
use crate::finding::Kept;
use crate::folder::{INSTITUTION, Register};
use crate::people::{Department, LateDepartment};
use crate::period::Period;
use crate::sensitive;
use crate::settings::{NamedPeriod, PERIODS};
use crate::store;
use crate::store::changes::{ChangedRecord, Entry};
use crate::things::{RecordId, Thing, Vocabulary};
use crate::workdays::CALENDAR;

/// How many of the day's entries are told of.
const SHOWN: usize = 50;
/// How many of those that are due are told of.
const URGENT: usize = 10;

#[derive(Clone, Debug, Serialize, TS)]
pub struct Overview {
    /// What each register holds of the period, in force.
    pub held: Vec<Held>,
    /// What was done today, the newest first; at most 50.
    pub today: Vec<Done>,
    /// Records logged today, those of imports not taken back among them.
    pub logged_today: u64,
    /// What is due, the most urgent first, whatever the period; at most 10.
    pub urgent: Vec<Due>,
    /// How much is due in all.
    pub due: u64,
    /// What wants attention; only what there is.
    pub attention: Vec<Attention>,
    /// The departments that are late, those with most first.
    pub late: Vec<LateDepartment>,
}

/// Records of one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Held {
    pub thing: Thing,
    /// Of replies the single ones: a day's counts are told beside them, never with them.
    pub records: u64,
    pub day_counts: u64,
}

/// One entry of the change log, as a clerk would tell of it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Done {
    pub seq: i64,
    /// Local time, `2023-11-20T09:30:00`.
    pub at: String,
    pub who: String,
    pub operation: String,
    pub thing: Option<Thing>,
    /// The record, where it was one.
    pub record: Option<String>,
    /// The record's title, the file of an import, the name of a term.
    pub title: String,
    /// How many records it touched.
    pub records: u64,
}

/// Records of one thing that want the same attention. The window opens them in the thing's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Attention {
    pub what: Wanting,
    pub thing: Option<Thing>,
    pub count: u64,
    /// The word that they have in common, where the list finds them by one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub term: Option<i64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Wanting {
    /// Rows of imports that were refused and not dealt with since.
    RefusedRows,
    /// Items without the date that would count them, whatever the period.
    Undated,
    /// Public items of the period without a secrecy review, or with one that is still to come: `term` is its word
    /// (《高等学校信息公开办法》第五条).
    Unreviewed,
    /// Public items of the period that their secrecy review withholds.
    WithheldYetPublic,
    /// Public items of the period that are on no channel.
    WithoutChannel,
    /// Requests and replies of the period that were not answered.
    Unanswered,
    /// What is past its due date, whatever the period.
    Overdue,
    /// What is due today.
    DueToday,
    /// What is due within three working days, and not today.
    DueSoon,
    /// What has ended, and what came of it is still to be told.
    Ended,
    /// 清单事项 that were published longer ago than their rhythm allows.
    StaleItems,
    /// 清单事项 that were never published.
    MissingItems,
}

/// What is told of each thing that is due, by how it stands.
const TOLD_OF_DUE: [(Wanting, DueStanding); 4] = [
    (Wanting::Overdue, DueStanding::Overdue),
    (Wanting::DueToday, DueStanding::DueToday),
    (Wanting::DueSoon, DueStanding::DueSoon),
    (Wanting::Ended, DueStanding::Ended),
];

impl Register {
    /// What was done on the context's day, and what in this period wants attention.
    pub fn overview(&self, context: &Context, period: Period) -> Result<Overview> {
        let period = period.checked()?;
        let mut logged_today = 0;
        let mut today = Vec::new();
        for entry in store::overview::entries_of(self.db(), &context.today().to_string())? {
            logged_today += self.logged_by(&entry)?;
            if today.len() < SHOWN {
                today.push(self.told(entry)?);
            }
        }
        let held = Thing::ALL.into_iter().map(|thing| self.held(thing, period)).collect::<Result<_>>()?;
        let mut urgent = self.due_list(context, None)?;
        let late = self.late_departments(period, context.today(), &urgent)?;
        let attention = self.attention(context, period, &urgent)?;
        let due = urgent.len() as u64;
        urgent.truncate(URGENT);
        Ok(Overview { held, today, logged_today, urgent, due, attention, late })
    }

    fn held(&self, thing: Thing, period: Period) -> Result<Held> {
        let all = store::overview::held(self.db(), thing, period)?;
        let day_counts = if thing == Thing::Reply { store::overview::day_counts(self.db(), period)? } else { 0 };
        Ok(Held { thing, records: all - day_counts, day_counts })
    }

    /// Records that an entry brought and that an undone import did not take with it.
    fn logged_by(&self, entry: &Entry) -> Result<u64> {
        if entry.rows.is_empty() {
            return store::overview::logged_by(self.db(), entry.seq);
        }
        let batch = store::batches::get(self.db(), entry.batch.unwrap_or_default())?;
        Ok(batch.filter(|batch| batch.undone_at.is_none()).map_or(0, |batch| batch.accepted))
    }

    fn told(&self, entry: Entry) -> Result<Done> {
        let mut done = Done {
            seq: entry.seq,
            at: entry.at,
            who: entry.who,
            operation: entry.operation,
            thing: None,
            record: None,
            title: String::new(),
            records: 0,
        };
        if let Some(batch) = entry.batch {
            if let Some(batch) = store::batches::get(self.db(), batch)? {
                done.title = batch.file;
                done.records = batch.accepted;
            }
            return Ok(done);
        }
        let changed = store::changes::records_of(self.db(), entry.seq)?;
        done.records = changed.iter().filter(|record| Thing::from_key(&record.thing).is_some()).count() as u64;
        let Some(first) = changed.first() else { return Ok(done) };
        match record_of(first) {
            Some(id) => {
                done.title = store::overview::title(self.db(), id.thing, id.number)?.unwrap_or_default();
                done.thing = Some(id.thing);
                done.record = Some(id.to_string());
            }
            None if first.thing == Kept::Department.key() => {
                let department: Option<Department> =
                    first.after.as_deref().and_then(|after| serde_json::from_str(after).ok());
                let term = department.map(|known| store::terms::get(self.db(), known.department)).transpose()?;
                done.title = term.flatten().map(|term| term.name).unwrap_or_default();
            }
            None if first.thing == Kept::ListRhythm.key() || first.thing == Kept::ListDecision.key() => {
                let item = first.record.split('/').next().and_then(|item| item.parse().ok());
                let term = item.map(|item| store::terms::get(self.db(), item)).transpose()?;
                done.title = term.flatten().map(|term| term.name).unwrap_or_default();
            }
            None => done.title = name_of(first),
        }
        Ok(done)
    }

    fn attention(&self, context: &Context, period: Period, due: &[Due]) -> Result<Vec<Attention>> {
        let db = self.db();
        let of = |what, thing, count| Attention { what, thing: Some(thing), count, term: None };
        let whole = |what, count| Attention { what, thing: None, count, term: None };
        let refused = store::leftovers::waiting(db)?;
        let items = self.list_gaps(period, context.today())?;
        let due_so = |standing, thing| {
            due.iter().filter(|due| due.limit.standing == standing && due.thing == thing).count() as u64
        };
        let vocabulary = self.vocabulary()?;
        let mut attention = Vec::new();
        for (what, standing) in TOLD_OF_DUE {
            attention.extend(Thing::ALL.map(|thing| of(what, thing, due_so(standing, thing))));
        }
        attention.extend([
            whole(Wanting::RefusedRows, refused),
            of(Wanting::Undated, Thing::Publication, store::overview::undated(db, Thing::Publication)?),
            self.unreviewed(&vocabulary, period)?,
            of(Wanting::WithoutChannel, Thing::Publication, store::overview::without_channel(db, period)?),
            of(Wanting::Unanswered, Thing::Request, store::overview::unanswered_requests(db, period)?),
            of(Wanting::Unanswered, Thing::Reply, store::overview::unanswered_replies(db, period)?),
            whole(Wanting::StaleItems, items.stale),
            whole(Wanting::MissingItems, items.missing),
        ]);
        if let Some(word) = sensitive::withheld(&vocabulary) {
            let count = store::overview::reviewed_as(db, word, period)?;
            let found = of(Wanting::WithheldYetPublic, Thing::Publication, count);
            attention.push(Attention { term: Some(word), ..found });
        }
        attention.retain(|wanting| wanting.count > 0);
        Ok(attention)
    }

    fn unreviewed(&self, vocabulary: &Vocabulary, period: Period) -> Result<Attention> {
        let term = sensitive::unreviewed(vocabulary);
        let said = term.map(|word| store::overview::reviewed_as(self.db(), word, period)).transpose()?;
        let count = store::overview::without_review(self.db(), period)? + said.unwrap_or_default();
        Ok(Attention { what: Wanting::Unreviewed, thing: Some(Thing::Publication), count, term })
    }
}

/// The record that was changed, or whose file, decision or review was.
fn record_of(changed: &ChangedRecord) -> Option<RecordId> {
    if let Some(thing) = Thing::from_key(&changed.thing) {
        return Some(RecordId { thing, number: changed.record.parse().ok()? });
    }
    let is_beside = [Kept::Evidence, Kept::Decision, Kept::Review].iter().any(|kept| kept.key() == changed.thing);
    is_beside.then(|| RecordId::parse(changed.record.split('/').next()?).ok())?
}

/// The name of what is no record: of a term, of a person, of a figure, of the institution, of the periods.
fn name_of(changed: &ChangedRecord) -> String {
    let after = changed.after.as_deref().unwrap_or_default();
    let key = match changed.thing.as_str() {
        "term" | "person" => "name",
        "figure" => "label",
        "archived_report" => "title",
        "setting" if changed.record == INSTITUTION => return after.to_owned(),
        "setting" if changed.record == PERIODS => {
            let periods: Vec<NamedPeriod> = serde_json::from_str(after).unwrap_or_default();
            return periods.into_iter().map(|period| period.name).collect::<Vec<_>>().join("、");
        }
        // The year of a calendar.
        "setting" => return changed.record.strip_prefix(CALENDAR).unwrap_or_default().to_owned(),
        _ => return String::new(),
    };
    let value: serde_json::Value = serde_json::from_str(after).unwrap_or_default();
    value.get(key).and_then(|name| name.as_str()).unwrap_or_default().to_owned()
}
