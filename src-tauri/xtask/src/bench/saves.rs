//! One durable save through the write door, against a bare insert and commit.

use std::path::Path;

use rusqlite::{Connection, params};
use serde_json::json;

use super::Result;
use super::generate::Office;
use super::measure::{line, side_by_side};

pub fn measure(office: &mut Office, place: &Path, rounds: usize) -> Result {
    let bare = Connection::open(place.join("bare.db"))?;
    bare.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE items (id INTEGER PRIMARY KEY, title TEXT, published_on TEXT);",
    )?;
    let values = json!({"title": "关于放假安排的通知", "published_on": "2023-09-28", "is_public": true});
    let request = json!({"thing": "publication", "values": values});
    // The first change of a session lifts the seal; that is the session's cost, not the save's.
    office.call("log_record", request.clone())?;
    let mut number = 0;
    let (ours, theirs) = side_by_side(
        rounds,
        || office.call("log_record", request.clone()).map(drop),
        || {
            number += 1;
            bare.execute(
                "INSERT INTO items (title, published_on) VALUES (?, '2023-09-28')",
                params![number.to_string()],
            )?;
            Ok(())
        },
    )?;
    line("a durable save", ours, "a bare insert and commit", theirs, 3.0);
    Ok(())
}
