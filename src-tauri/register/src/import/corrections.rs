//! Cells of a workbook that the clerk put right in the window, before they are read.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A cell as it shall be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Correction {
    pub sheet: String,
    /// The workbook's own row number.
    pub row: u32,
    /// The column by its own heading.
    pub column: String,
    pub value: String,
}
