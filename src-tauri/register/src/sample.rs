//! A register to play with: an invented college and a year of its work, made anew from the same seed.

use std::path::Path;

use crate::context::Context;
use crate::error::{Error, Result};
use crate::folder::Register;

/// Makes a sample register in an empty or new folder; its records lie in the twelve months before the context's day.
pub(crate) fn make(_context: &Context, _folder: &Path) -> Result<Register> {
    Err(Error::Internal { detail: "sample".into() })
}
