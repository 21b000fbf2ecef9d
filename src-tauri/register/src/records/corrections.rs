//! 更正、澄清: a publication of its own kind, which names what it corrects.

use std::collections::BTreeSet;

use super::check::Likeness;
use super::correcting::{CLARIFICATION, CORRECTION, Correcting};
use super::view::NamedRecord;
use crate::context::Context;
use crate::error::Result;
use crate::fault::{Fault, FaultCode};
use crate::folder::Register;
use crate::search::Compared;
use crate::store;
use crate::things::{RecordId, Thing, Values, Vocabulary};

/// The field that names it.
pub(crate) const CORRECTS: &str = "corrects";

/// Whether these values are a correction, by their kind or by their title, that does not say of what.
pub(crate) fn names_nothing(values: &Values, vocabulary: &Vocabulary) -> bool {
    let code = values.number("kind").and_then(|kind| vocabulary.code(kind));
    let is_one = || code.is_some_and(|code| [CORRECTION, CLARIFICATION].contains(&code)) || says_so(values);
    values.thing() == Thing::Publication && values.get(CORRECTS).is_empty() && is_one()
}

fn says_so(values: &Values) -> bool {
    Correcting::read(values.text(Thing::Publication.title_field())).is_some()
}

/// Told at the field that would name it.
pub(super) fn unnamed(values: &Values, vocabulary: &Vocabulary) -> Option<Fault> {
    names_nothing(values, vocabulary).then(|| Fault::new(FaultCode::CorrectionUnnamed, CORRECTS, ""))
}

impl Register {
    /// What the title of a correction names, where one item alone bears that title.
    pub(crate) fn corrected_in(&self, context: &Context, title: &str) -> Result<Option<NamedRecord>> {
        // One may be found by its title in several ways.
        let mut same: BTreeSet<i64> = BTreeSet::new();
        for named in Correcting::read(title).map(|correcting| correcting.named()).unwrap_or_default() {
            let compared = Compared::new(&named, "");
            if !compared.is_empty() {
                let alike = self.looked(context, |index| index.alike(Thing::Publication, &compared))?;
                same.extend(alike.into_iter().filter(|(why, _)| *why == Likeness::SameTitle).map(|(_, number)| number));
            }
        }
        let mut found = Vec::new();
        for number in same {
            let listed = store::lists::listed(self.db(), Thing::Publication, number)?;
            found.extend(listed.filter(|one| one.record.withdrawn.is_none()).map(|one| (number, one.title)));
        }
        let Some((number, title)) = found.pop().filter(|_| found.is_empty()) else { return Ok(None) };
        let id = RecordId { thing: Thing::Publication, number }.to_string();
        Ok(Some(NamedRecord { id, thing: Thing::Publication, title }))
    }
}
