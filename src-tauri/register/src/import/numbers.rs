//! Counts, amounts, flags and the status of a row, in all the ways that people type them.

use crate::fault::FaultCode;

use super::workbook::Cell;

type Reading<T> = std::result::Result<T, (FaultCode, String)>;

/// A whole number, and whether it was written as an estimate (约200, 200余).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counted {
    pub number: i64,
    pub estimate: bool,
}

/// Whether a row stands, as a column 状态 says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    InForce,
    /// With the reason, or none.
    Withdrawn(String),
    /// A word that says neither.
    Unknown(String),
}

pub(crate) fn read_count(cell: &Cell) -> Reading<Option<Counted>> {
    Err((FaultCode::NumberUnreadable, cell.to_text()))
}

/// An amount in 分. The heading may state the unit: 收费金额（万元）.
pub(crate) fn read_money(cell: &Cell, heading: &str) -> Reading<Option<i64>> {
    let _ = heading;
    Err((FaultCode::NumberUnreadable, cell.to_text()))
}

pub(crate) fn read_flag(cell: &Cell) -> Reading<Option<bool>> {
    Err((FaultCode::FlagUnreadable, cell.to_text()))
}

/// What a column of status says. The heading decides what 是 means: 是否作废, 是否有效.
pub(crate) fn read_status(cell: &Cell, heading: &str) -> Status {
    let _ = heading;
    Status::Unknown(cell.to_text())
}
