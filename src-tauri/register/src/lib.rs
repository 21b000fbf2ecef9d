//! The register of a college's information-disclosure office (高校信息公开台账).
//!
//! # Map
//!
//! | module | subject |
//! | --- | --- |
//! | [`commands`] | the one table of commands: name, request, answer |
//! | [`things`] | the things that are registered, each a table of fields |
//! | `typed` | what people typed: days, numbers, texts, read by forms and imports alike |
//! | [`records`] | records: logged, edited, withdrawn, listed, with their history |
//! | [`quick`] | a line as it is typed becomes a thing and its values |
//! | [`terms`] | vocabulary: departments, channels, kinds … as data |
//! | [`people`] | departments with their people and duties, who acts, the scorecards |
//! | [`requests`] | 依申请公开: the clock, what an outcome counts as |
//! | [`due`] | what waits by a day, of every register |
//! | [`workdays`] | working days: holidays, make-up days, time limits |
//! | [`import`] | workbook → rows → a verdict for each row → one batch that can be taken back |
//! | [`counting`] | figures: a definition and a period become a number and its records |
//! | [`crosscheck`] | 核对: what must fit together in a report, each pass, fail or cannot tell |
//! | [`board`] | 清单事项: what of each item is public on a day, its rhythm, the decisions of a year |
//! | [`reports`] | figures and wording become a document and sheets, then Word and Excel |
//! | [`templates`] | figures, wording and the words that they name, as a file for other schools |
//! | [`evidence`] | files and pictures that belong to a record |
//! | [`sensitive`] | what must not go out, the decisions on it, the review before publication |
//! | [`documents`] | the text of .docx, .pdf and tables, and what it says of itself |
//! | [`archive`] | 归档: a report frozen with all that stands behind it, and what was corrected since |
//! | [`proof`] | a finished document held against the figures: numbers, sums, repeats, comments |
//! | [`search`] | words in all records, their texts held in memory |
//! | [`overview`] | today's log, and what wants attention |
//! | [`settings`] | the institution's name, its reporting periods |
//! | `sample` | a register to play with |
//! | [`folder`] | a register is a folder: opened, sealed, verified, backed up, restored |
//! | `files` | a file is there whole or not at all |
//! | `kept` | files kept by their content, in `evidence/` and `archive/` |
//! | `change` | the one write door: named operation, transaction, entry in the chained log |
//! | `store` | the only place that knows SQL |
//! | [`error`], [`fault`] | what can go wrong, its code, its sentence |
//! | `finding` | what `verify` finds, its sentence |
//!
//! # Invariants, as what is absent
//!
//! - No window, no clock, no environment, no printing: the caller hands in a [`Context`].
//! - No SQL outside `store`; nothing writes there without the write door.
//! - No count is stored, no status derived from a clock is stored.
//! - No record is ever deleted: 作废 keeps it with its reason, and the log keeps every before and after.
//! - A number and its records come from one selection; there is no second way to count.
//! - No change of what an archived report counts without its reason, and none of the archive itself.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod archive;
#[cfg(test)]
mod bindings;
pub mod board;
mod change;
pub mod commands;
mod context;
pub mod counting;
pub mod crosscheck;
pub mod documents;
pub mod due;
pub mod error;
pub mod evidence;
pub mod fault;
mod files;
mod finding;
pub mod folder;
pub mod import;
mod kept;
pub mod overview;
pub mod people;
mod period;
pub mod proof;
pub mod quick;
pub mod records;
pub mod reports;
pub mod requests;
mod sample;
mod seal;
pub mod search;
pub mod sensitive;
pub mod settings;
mod store;
pub mod templates;
pub mod terms;
pub mod things;
mod typed;
pub mod workdays;

pub use commands::Session;
pub use context::{Context, Progress, Stage, Unwatched, Watch};
pub use error::{Error, Lang, Result};
pub use folder::Register;
pub use period::{Period, zh_date};
