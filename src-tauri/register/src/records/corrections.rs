//! 更正、澄清: a publication of its own kind, which names what it corrects.

use std::collections::BTreeSet;

use super::check::Likeness;
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

/// Kinds of publications, as the vocabulary that a register begins with names them.
const KINDS: [&str; 2] = ["更正公告", "澄清公告"];

/// Whether these values are a correction that does not say of what.
pub(crate) fn names_nothing(values: &Values, vocabulary: &Vocabulary) -> bool {
    let kind = values.number("kind").and_then(|kind| vocabulary.get(kind));
    values.get(CORRECTS).is_empty() && kind.is_some_and(|kind| KINDS.contains(&kind.name.as_str()))
}

/// Told at the field that would name it.
pub(super) fn unnamed(values: &Values, vocabulary: &Vocabulary) -> Option<Fault> {
    names_nothing(values, vocabulary).then(|| Fault::new(FaultCode::CorrectionUnnamed, CORRECTS, ""))
}

impl Register {
    /// What the title of a correction names, as in 关于更正《…》的公告: where one item alone bears that title.
    pub(crate) fn corrected_in(&self, context: &Context, title: &str) -> Result<Option<NamedRecord>> {
        let (Some(from), Some(to)) = (title.find('《'), title.rfind('》')) else { return Ok(None) };
        // A title within a title has the inner marks.
        let named = title.get(from + '《'.len_utf8()..to).unwrap_or_default().replace('〈', "《").replace('〉', "》");
        let compared = Compared::new(&named, "");
        if compared.is_empty() {
            return Ok(None);
        }
        let alike = self.looked(context, |index| index.alike(Thing::Publication, &compared))?;
        // One may be found by its title in several ways.
        let same: BTreeSet<i64> =
            alike.into_iter().filter_map(|(why, number)| (why == Likeness::SameTitle).then_some(number)).collect();
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
