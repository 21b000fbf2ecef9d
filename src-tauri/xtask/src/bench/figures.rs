//! All figures of one year, against the same groupings in hand-written SQL over indexes made for them.

use std::time::Duration;

use rusqlite::Connection;
use serde_json::json;

use super::Result;
use super::generate::Office;
use super::measure::{line, side_by_side};

/// What somebody would write who had only these figures to give: covering indexes, a few groupings.
const INDEXES: &str = "
    CREATE INDEX bare_kind ON publications (live, published_on, is_public, kind, copies);
    CREATE INDEX bare_channel ON releases (live, published_on, is_public, channel, publication);
    CREATE INDEX bare_replies ON replies (live, received_on, unit, channel, matter, source, quantity);
    CREATE INDEX bare_meetings ON meetings (live, held_on, kind);
    CREATE INDEX bare_materials ON materials (live, handed_on, unit, quantity);
    ANALYZE;";
const GROUPINGS: [&str; 9] = [
    "SELECT is_public, kind, count(*), sum(copies) FROM publications
     WHERE live = 1 AND published_on BETWEEN '2023-01-01' AND '2023-12-31' GROUP BY is_public, kind",
    "SELECT channel, count(*) FROM releases
     WHERE live = 1 AND published_on BETWEEN '2023-01-01' AND '2023-12-31' AND is_public = 1 GROUP BY channel",
    // Items on any of four channels count once; no grouping by channel can say so.
    "SELECT count(DISTINCT publication) FROM releases WHERE live = 1 AND is_public = 1
     AND published_on BETWEEN '2023-01-01' AND '2023-12-31'
     AND channel IN (SELECT id FROM terms WHERE name IN ('红网', '新湖南', '中国新闻网', '湖南教育融媒'))",
    "SELECT unit, channel, matter, source, sum(quantity) FROM replies
     WHERE live = 1 AND received_on BETWEEN '2023-01-01' AND '2023-12-31' GROUP BY unit, channel, matter, source",
    "SELECT kind, count(*) FROM meetings WHERE live = 1 AND held_on BETWEEN '2023-01-01' AND '2023-12-31' GROUP BY kind",
    "SELECT unit, sum(quantity) FROM materials
     WHERE live = 1 AND handed_on BETWEEN '2023-01-01' AND '2023-12-31' GROUP BY unit",
    "SELECT outcome, count(*) FROM requests WHERE live = 1 AND received_on BETWEEN '2023-01-01' AND '2023-12-31' GROUP BY outcome",
    "SELECT sum(satisfied), sum(valid) FROM evaluations WHERE live = 1 AND held_on BETWEEN '2023-01-01' AND '2023-12-31'",
    "SELECT kind, count(*) FROM case_files WHERE live = 1 AND filed_on BETWEEN '2023-01-01' AND '2023-12-31' GROUP BY kind",
];

pub fn measure(office: &mut Office, bare: &Connection, rounds: usize) -> Result {
    bare.execute_batch(INDEXES)?;
    let year = json!({"from": "2023-01-01", "to": "2023-12-31"});
    let figures = office.call("figures", year.clone())?;
    let items = figures[0]["value"].clone();
    let (ours, theirs) = side_by_side(
        rounds,
        || office.call("figures", year.clone()).map(drop),
        || {
            for sql in GROUPINGS {
                let mut statement = bare.prepare_cached(sql)?;
                let mut rows = statement.query([])?;
                while rows.next()?.is_some() {}
            }
            Ok(())
        },
    )?;
    let count = figures.as_array().map_or(0, Vec::len);
    let what = format!("{count} figures of 2023 ({items} items)");
    line(&what, ours, "hand-written groupings", theirs, 2.0);
    let limit = Duration::from_millis(60);
    println!("{:<44}{}", "", if ours <= limit { "within 60 ms" } else { "above 60 ms" });
    Ok(())
}
