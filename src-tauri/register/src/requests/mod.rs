//! Requests (依申请公开): their clock, and as what an outcome counts in the government form.

mod clock;
mod outcomes;

pub use clock::{ClockStanding, DayMark, Extension, RequestClock, StripDay};
pub(crate) use clock::{clock, standing};
pub use outcomes::OutcomeProposal;
pub(crate) use outcomes::{CLASSES, OTHER, OUTCOME_ROWS, counted_as, ground_missing};
