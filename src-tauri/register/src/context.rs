//! What the library may know of the outside: the time, who is at work, and whom to tell of progress.
//!
//! The library has no clock and reads no environment; every call is handed a [`Context`].

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;
use ts_rs::TS;

use crate::error::{Error, Lang, Result};

/// The circumstances of one call.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Local date and time, written into the change log and into names of backups.
    pub now: NaiveDateTime,
    /// The person at work, as the log names them.
    pub who: &'a str,
    /// The language of the sentences in answers.
    pub lang: Lang,
    /// Hears of progress, and may ask to stop.
    pub watch: &'a dyn Watch,
}

impl Context<'_> {
    /// The local calendar day of the call.
    pub fn today(&self) -> NaiveDate {
        self.now.date()
    }

    /// Reports progress; an error where the work is to stop.
    pub fn progress(&self, stage: Stage, done: u64, total: u64) -> Result<()> {
        if self.watch.step(Progress { stage, done, total }) { Ok(()) } else { Err(Error::Cancelled) }
    }
}

/// Someone who follows long work. Returns `false` from [`Watch::step`] to cancel it.
pub trait Watch {
    fn step(&self, progress: Progress) -> bool;
}

/// Follows nothing and never cancels.
pub struct Unwatched;

impl Watch for Unwatched {
    fn step(&self, _: Progress) -> bool {
        true
    }
}

/// How far a long piece of work has come. `total` is 0 where it cannot be known.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct Progress {
    pub stage: Stage,
    pub done: u64,
    pub total: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Reading a workbook from disk; counted in sheets.
    Reading,
    /// Checking and storing rows; counted in rows.
    Importing,
    /// Checking records against the log; counted in records.
    Verifying,
    /// Copying the register; counted in pages.
    Copying,
    /// Writing a report; counted in records.
    Writing,
    /// Reading the texts of records, to look for words in them; counted in records.
    Indexing,
    /// Putting one term in another's place; counted in records.
    Merging,
}
