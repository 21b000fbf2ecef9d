//! What was public of the 清单事项 (教办函〔2014〕23号): publications that name one, by item.
//!
//! A term stands for all below it: the item is the term right below a category, the channel the root of its tree.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::records::title_sql;
use crate::error::Result;
use crate::period::Period;
use crate::things::{Dimension, Thing};

/// Publications of one item on one channel.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Presence {
    pub item: i64,
    /// Nothing for publications of which no channel is known.
    pub channel: Option<i64>,
    pub publications: u64,
}

/// Each item's terms.
fn place_sql() -> String {
    format!(
        "place(id, item) AS (
            SELECT t.id, t.id FROM terms t JOIN terms category ON category.id = t.parent
            WHERE t.dimension = '{items}' AND category.parent IS NULL
            UNION ALL
            SELECT t.id, place.item FROM terms t JOIN place ON t.parent = place.id
        )",
        items = Dimension::ListItem.key(),
    )
}

/// The last day on which each item was published, ?1 included. One look into the index for each term.
fn newest_sql() -> String {
    format!(
        "WITH RECURSIVE {place},
        newest(item, day) AS MATERIALIZED (
            SELECT item, max(day) FROM (
                SELECT place.item, (
                    SELECT max(p.published_on) FROM publications p
                    WHERE p.list_item = place.id AND p.live = 1 AND p.is_public = 1 AND p.published_on <= ?1
                ) AS day FROM place
            ) WHERE day IS NOT NULL GROUP BY item
        )",
        place = place_sql(),
    )
}

/// As [`newest_sql`], with the publications that stand for each item from ?2 to ?1: those of the period, or, where it
/// has none, those of the last day before it. Joined in this order, each is found in the index; the planner would go
/// through all of them for each item.
fn shown_sql() -> String {
    format!(
        "{newest},
        shown(id, item, department) AS MATERIALIZED (
            SELECT p.id, place.item, p.department FROM newest
            CROSS JOIN place ON place.item = newest.item
            CROSS JOIN publications p ON p.list_item = place.id
            WHERE p.live = 1 AND p.is_public = 1 AND p.published_on BETWEEN min(newest.day, ?2) AND ?1
        )",
        newest = newest_sql(),
    )
}

/// The last day, up to this one, on which each item was published.
pub(crate) fn newest(db: &Connection, to: NaiveDate) -> Result<HashMap<i64, NaiveDate>> {
    let mut statement = db.prepare_cached(&(newest_sql() + " SELECT item, day FROM newest"))?;
    let rows = statement.query_map([to.to_string()], |row| Ok((row.get("item")?, row.get("day")?)))?;
    let rows: Vec<(i64, String)> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(rows.into_iter().filter_map(|(item, day)| Some((item, day.parse().ok()?))).collect())
}

/// Where each item was public, most first, without a channel last.
pub(crate) fn presence(db: &Connection, period: Period) -> Result<Vec<Presence>> {
    let sql = format!(
        "{shown},
        tree(id, root) AS (
            SELECT id, id FROM terms WHERE dimension = '{channels}' AND parent IS NULL
            UNION ALL
            SELECT t.id, tree.root FROM terms t JOIN tree ON t.parent = tree.id
        )
        SELECT shown.item, tree.root AS channel, count(DISTINCT shown.id) AS publications
        FROM shown
        LEFT JOIN releases r ON r.publication = shown.id
        LEFT JOIN tree ON tree.id = r.channel
        LEFT JOIN terms root ON root.id = tree.root
        GROUP BY shown.item, tree.root
        ORDER BY shown.item, tree.root IS NULL, publications DESC, root.position, root.id",
        shown = shown_sql(),
        channels = Dimension::Channel.key(),
    );
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map([period.to.to_string(), period.from.to_string()], |row| {
        Ok(Presence { item: row.get("item")?, channel: row.get("channel")?, publications: row.get("publications")? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The departments that published each item, most first: (item, department, publications).
pub(crate) fn departments(db: &Connection, period: Period) -> Result<Vec<(i64, i64, u64)>> {
    let sql = shown_sql()
        + " SELECT item, department, count(*) AS publications FROM shown WHERE department IS NOT NULL
            GROUP BY item, department ORDER BY item, publications DESC, department";
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map([period.to.to_string(), period.from.to_string()], |row| {
        Ok((row.get("item")?, row.get("department")?, row.get("publications")?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many publications of a period name each item or what lies below it.
pub(crate) fn counts(db: &Connection, period: Period) -> Result<HashMap<i64, u64>> {
    let sql = newest_sql()
        + " SELECT place.item, count(*) AS publications FROM place JOIN publications p ON p.list_item = place.id
            WHERE p.live = 1 AND p.is_public = 1 AND p.published_on BETWEEN ?2 AND ?1 GROUP BY place.item";
    let mut statement = db.prepare_cached(&sql)?;
    let bounds = [period.to.to_string(), period.from.to_string()];
    let rows = statement.query_map(bounds, |row| Ok((row.get("item")?, row.get("publications")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Problems in force that are not solved and name an item or what lies below it: (item, problem, what it is known by),
/// the oldest first.
pub(crate) fn open_problems(db: &Connection) -> Result<Vec<(i64, i64, String)>> {
    let sql = format!(
        "WITH RECURSIVE {place} SELECT place.item, t.id, {title} AS title FROM problems t
         JOIN place ON place.id = t.list_item WHERE t.live = 1 AND t.solved_on IS NULL ORDER BY t.found_on, t.id",
        place = place_sql(),
        title = title_sql(Thing::Problem),
    );
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map([], |row| Ok((row.get("item")?, row.get("id")?, row.get("title")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_for_an_item_is_found_in_the_index_alone() {
        let folder = tempfile::tempdir().unwrap();
        let db = crate::store::create(folder.path(), &folder.path().join("register.db")).unwrap();
        for sql in [newest_sql() + " SELECT item, day FROM newest", shown_sql() + " SELECT * FROM shown"] {
            let mut statement = db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let bounds = ["2023-12-31", "2023-01-01"].into_iter().take(statement.parameter_count());
            let plan: Vec<String> = statement
                .query_map(rusqlite::params_from_iter(bounds), |row| row.get("detail"))
                .unwrap()
                .collect::<rusqlite::Result<_>>()
                .unwrap();
            let at_publications: Vec<&String> = plan.iter().filter(|line| line.contains(" p ")).collect();
            let seek = "COVERING INDEX publications_listed (list_item=? AND live=? AND is_public=? AND published_on";
            assert!(at_publications.iter().all(|line| line.contains(seek)) && !at_publications.is_empty(), "{plan:#?}");
        }
    }
}
