//! Requests (依申请公开): their clock, what is due, and as what an outcome counts in the government form.

mod clock;
mod due;
mod outcomes;

pub(crate) use clock::standing;
pub use clock::{ClockStanding, DayMark, Extension, RequestClock, StripDay};
pub use due::{Due, DueOf};
pub use outcomes::OutcomeProposal;
pub(crate) use outcomes::{CLASSES, OTHER, OUTCOME_ROWS, counted_as, ground_missing};
