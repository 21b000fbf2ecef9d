//! The records behind the numbers of a department's scorecard: one selection gives a number and its records.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};

use super::records::title_sql;
use super::selection::Selected;
use crate::error::Result;
use crate::period::Period;
use crate::things::{Dimension, Thing};

/// Days of publication, each with the earliest day on which what appeared then may have been made, as JSON:
/// `[["2023-03-20","2023-02-20"], …]`.
pub(crate) type EarliestDays = String;

/// Records of a period, told apart by department. Publications are public ones, where nothing else is said.
pub(crate) enum Group<'a> {
    Published,
    /// Made no earlier than the limit allows.
    OnTime(&'a EarliestDays),
    /// Made earlier.
    Late(&'a EarliestDays),
    /// Without the day on which they were made.
    Unmade(&'a EarliestDays),
    /// Made within one of these spans.
    MadeWithin(&'a [(String, String)]),
    /// That correct another.
    Corrections,
    /// Under a 清单事项 that their department must publish, or under this one alone.
    OfDuties(Option<i64>),
    /// Meant for the public, as a channel or a 清单事项 says, without a day of publication, and made up to the period's
    /// end; dated by their making.
    Unpublished(Unpublished),
    /// Replies that are no day's count.
    Replies(Answered),
    /// Problems found in the period and not solved by this day, which is past the one that was set.
    ProblemsOverdue(NaiveDate),
}

/// What should have been published and was not.
#[derive(Clone, Copy)]
pub(crate) struct Unpublished {
    /// Made before this day.
    pub before: NaiveDate,
    /// What the secrecy review says of what is withheld: it need not be published.
    pub withheld: Option<i64>,
}

/// When a reply was answered, by the day that was set for it.
#[derive(Clone, Copy)]
pub(crate) enum Answered {
    InTime,
    Late,
    /// Answered, and no day was set.
    Undated,
    No,
    /// Not answered by this day, which is past the one that was set.
    Overdue(NaiveDate),
}

/// Each duty's 清单事项 with everything below it in the tree.
const BELOW: &str = "WITH RECURSIVE below(item, term) AS (
    SELECT DISTINCT item, item FROM duties
    UNION SELECT below.item, t.id FROM terms t JOIN below ON t.parent = below.term)";

impl Group<'_> {
    pub(crate) fn thing(&self) -> Thing {
        match self {
            Group::Published
            | Group::OnTime(_)
            | Group::Late(_)
            | Group::Unmade(_)
            | Group::MadeWithin(_)
            | Group::Corrections
            | Group::OfDuties(_)
            | Group::Unpublished(_) => Thing::Publication,
            Group::Replies(_) => Thing::Reply,
            Group::ProblemsOverdue(_) => Thing::Problem,
        }
    }

    /// The day that its records are ordered by.
    fn date(&self) -> &'static str {
        match self {
            Group::Unpublished(_) => "made_on",
            Group::Published
            | Group::OnTime(_)
            | Group::Late(_)
            | Group::Unmade(_)
            | Group::MadeWithin(_)
            | Group::Corrections
            | Group::OfDuties(_)
            | Group::Replies(_)
            | Group::ProblemsOverdue(_) => self.thing().date_field(),
        }
    }

    /// The tables and the conditions. Parameters: the first day, the last day, and the days of [`EarliestDays`] where
    /// they are asked for.
    fn selection(&self) -> (&'static str, String) {
        // Day by day along the index: of each day only what is asked for is looked at, not all that appeared.
        let by_day = "json_each(?3) d CROSS JOIN publications t INDEXED BY publications_department";
        let items = "publications t INDEXED BY publications_department";
        let public = "t.live = 1 AND t.is_public = 1 AND t.published_on BETWEEN ?1 AND ?2";
        let made = "t.live = 1 AND t.is_public = 1 AND t.published_on = d.value ->> 0 AND t.made_on";
        match self {
            Group::Published => (items, public.into()),
            Group::OnTime(_) => (by_day, format!("{made} >= d.value ->> 1")),
            Group::Late(_) => (by_day, format!("{made} < d.value ->> 1")),
            Group::Unmade(_) => (by_day, format!("{made} IS NULL")),
            Group::MadeWithin(spans) => {
                let spans: Vec<String> =
                    spans.iter().map(|(from, to)| format!("t.made_on BETWEEN '{from}' AND '{to}'")).collect();
                let spans = if spans.is_empty() { "FALSE".to_owned() } else { spans.join(" OR ") };
                (items, format!("{public} AND ({spans})"))
            }
            Group::Corrections => {
                ("publications t INDEXED BY publications_corrects", format!("t.corrects IS NOT NULL AND {public}"))
            }
            Group::OfDuties(item) => {
                let item = item.map(|item| format!("AND u.item = {item}")).unwrap_or_default();
                let on_duty = format!(
                    "t.id IN ({BELOW} SELECT p.id FROM duties u JOIN below b ON b.item = u.item {item}
                       CROSS JOIN publications p INDEXED BY publications_duty
                       ON p.department = u.department AND p.list_item = b.term AND p.live = 1 AND p.is_public = 1
                         AND p.published_on BETWEEN ?1 AND ?2)"
                );
                ("publications t", on_duty)
            }
            Group::Unpublished(Unpublished { before, withheld }) => {
                let withheld = withheld.map(|id| format!("AND t.secrecy_review IS NOT {id}")).unwrap_or_default();
                let waiting = "t.live = 1 AND t.is_public = 0 AND t.published_on IS NULL AND (t.list_item IS NOT NULL
                    OR EXISTS (SELECT 1 FROM releases r WHERE r.publication = t.id))";
                (items, format!("{waiting} {withheld} AND t.made_on < '{before}' AND t.made_on <= ?2"))
            }
            Group::ProblemsOverdue(day) => {
                let open = format!("t.live = 1 AND t.solved_on IS NULL AND t.due_on < '{day}'");
                ("problems t", format!("{open} AND t.found_on BETWEEN ?1 AND ?2"))
            }
            Group::Replies(answered) => {
                let answered = match answered {
                    Answered::InTime => "t.replied_on <= t.due_on".to_owned(),
                    Answered::Late => "t.replied_on > t.due_on".to_owned(),
                    Answered::Undated => "t.replied_on IS NOT NULL AND t.due_on IS NULL".to_owned(),
                    Answered::No => "t.replied_on IS NULL".to_owned(),
                    Answered::Overdue(day) => format!("t.replied_on IS NULL AND t.due_on < '{day}'"),
                };
                let received = "t.live = 1 AND t.is_day_count = 0 AND t.received_on BETWEEN ?1 AND ?2";
                ("replies t", format!("{received} AND {answered}"))
            }
        }
    }

    /// The selection told apart by department. The index has its records by department: there the departments are
    /// gone through, so that nothing has to be sorted.
    fn by_department(&self) -> String {
        let (tables, conditions) = self.selection();
        match self {
            Group::Published
            | Group::OnTime(_)
            | Group::Late(_)
            | Group::Unmade(_)
            | Group::MadeWithin(_)
            | Group::Unpublished(_) => format!(
                "FROM terms o NOT INDEXED CROSS JOIN {tables} WHERE o.dimension = '{}' AND t.department = o.id
                   AND {conditions} GROUP BY o.id",
                Dimension::Department.key()
            ),
            Group::Corrections | Group::OfDuties(_) | Group::Replies(_) | Group::ProblemsOverdue(_) => {
                format!("FROM {tables} WHERE {conditions} AND t.department IS NOT NULL GROUP BY t.department")
            }
        }
    }

    fn parameters(&self, period: Period) -> Vec<String> {
        let mut parameters = vec![period.from.to_string(), period.to.to_string()];
        match self {
            Group::OnTime(days) | Group::Late(days) | Group::Unmade(days) => parameters.push((*days).clone()),
            Group::Published
            | Group::MadeWithin(_)
            | Group::Corrections
            | Group::OfDuties(_)
            | Group::Unpublished(_)
            | Group::Replies(_)
            | Group::ProblemsOverdue(_) => {}
        }
        parameters
    }
}

/// How many records of a group each department has that has any.
pub(crate) fn counts(db: &Connection, group: &Group, period: Period) -> Result<Vec<(i64, u64)>> {
    let sql = format!("SELECT t.department AS department, count(*) AS records {}", group.by_department());
    let mut statement = db.prepare_cached(&sql)?;
    let read = |row: &Row| Ok((row.get("department")?, row.get("records")?));
    Ok(statement.query_map(params_from_iter(group.parameters(period)), read)?.collect::<rusqlite::Result<_>>()?)
}

/// How many a department has, and one page of them in the order of their dates.
pub(crate) fn records(
    db: &Connection,
    group: &Group,
    period: Period,
    department: Option<i64>,
    (offset, limit): (u64, u64),
) -> Result<(u64, Vec<Selected>)> {
    let thing = group.thing();
    let department = department.map_or("IS NULL".to_owned(), |id| format!("= {id}"));
    let (tables, conditions) = group.selection();
    let from = format!("FROM {tables} WHERE {conditions} AND t.department {department}");
    let parameters = group.parameters(period);
    let total = db
        .prepare(&format!("SELECT count(*) AS records {from}"))?
        .query_row(params_from_iter(&parameters), |row| row.get("records"))?;
    let sql = format!(
        "SELECT t.id AS id, {} AS title, t.{date} AS date {from} ORDER BY t.{date}, t.id LIMIT {} OFFSET {}",
        title_sql(thing),
        i64::try_from(limit).unwrap_or(i64::MAX),
        i64::try_from(offset).unwrap_or(i64::MAX),
        date = group.date(),
    );
    let mut statement = db.prepare(&sql)?;
    let read =
        |row: &Row| Ok(Selected { id: row.get("id")?, title: row.get("title")?, date: row.get("date")?, quantity: 1 });
    let page = statement.query_map(params_from_iter(&parameters), read)?.collect::<rusqlite::Result<_>>()?;
    Ok((total, page))
}

/// How many items of a period each department published under each 清单事项 that it must publish:
/// (department, item, publications). Those of which there is none are among them.
pub(crate) fn duties(db: &Connection, period: Period) -> Result<Vec<(i64, i64, u64)>> {
    let sql = format!(
        "{BELOW} SELECT u.department AS department, u.item AS item, sum((
           SELECT count(*) FROM publications t INDEXED BY publications_duty
           WHERE t.department = u.department AND t.list_item = b.term AND t.live = 1 AND t.is_public = 1
             AND t.published_on BETWEEN ?1 AND ?2)) AS publications
         FROM duties u JOIN below b ON b.item = u.item GROUP BY u.department, u.item"
    );
    let mut statement = db.prepare_cached(&sql)?;
    let read = |row: &Row| Ok((row.get("department")?, row.get("item")?, row.get("publications")?));
    let days = [period.from.to_string(), period.to.to_string()];
    Ok(statement.query_map(days, read)?.collect::<rusqlite::Result<_>>()?)
}

/// Of each department how many items of a group it has, and when the first of them was made.
pub(crate) fn first_made(db: &Connection, group: &Group, period: Period) -> Result<Vec<(i64, u64, String)>> {
    let sql = format!(
        "SELECT t.department AS department, count(*) AS records, min(t.made_on) AS made_on {}",
        group.by_department()
    );
    let mut statement = db.prepare_cached(&sql)?;
    let read = |row: &Row| Ok((row.get("department")?, row.get("records")?, row.get("made_on")?));
    Ok(statement.query_map(params_from_iter(group.parameters(period)), read)?.collect::<rusqlite::Result<_>>()?)
}

/// The first and the last day of a period on which any public item appeared.
pub(crate) fn days_published(db: &Connection, period: Period) -> Result<Option<(String, String)>> {
    let end = |which: &str| -> Result<Option<String>> {
        let sql = format!(
            "SELECT {which}(published_on) AS day FROM publications
             WHERE live = 1 AND is_public = 1 AND published_on BETWEEN ? AND ?"
        );
        let days = [period.from.to_string(), period.to.to_string()];
        Ok(db.prepare_cached(&sql)?.query_row(days, |row| row.get("day")).optional()?.flatten())
    };
    Ok(end("min")?.zip(end("max")?))
}
