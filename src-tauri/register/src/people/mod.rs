//! Departments (责任部门) with their people and what they must publish, the persons of the office who may act, and
//! the scorecards that come of it.
//!
//! Names of people are data of the register: no report holds one, but the head of a scorecard where that is asked for.

mod departments;
mod late;
mod merging;
mod names;
mod persons;
mod scorecards;
mod timely;

pub use departments::{Department, DepartmentInPeriod, DepartmentSaved, DepartmentView, DutyDone};
pub use late::LateDepartment;
pub(crate) use merging::follow;
pub use persons::{ActAs, Acting, AddPerson, Person, PersonSaved};
pub use scorecards::{Score, ScoreRecords, ScoreRecordsRequest, Scorecard, Scorecards};

#[cfg(test)]
mod tests;
