//! stub
use super::ImportAnswer;
use crate::commands::ImportRequest;
use crate::context::Context;
use crate::error::Result;
use crate::folder::Register;
pub(super) fn import(_register: &mut Register, _context: &Context, _request: &ImportRequest) -> Result<ImportAnswer> {
    Ok(ImportAnswer { batch: None, new_terms: vec![], sheets: vec![] })
}
