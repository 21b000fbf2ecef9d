//! Two words that mean the same become one: records and figures follow, the old name still leads to it.

use crate::context::Context;
use crate::error::{Error, Result};
use crate::folder::Register;
use crate::things::Term;

impl Register {
    /// Merges the term `id` into the term `into`, in one logged operation. Answers with `into`.
    pub fn merge_terms(&mut self, _context: &Context, _id: i64, _into: i64) -> Result<Term> {
        Err(Error::Internal { detail: "merge_terms".into() })
    }
}
