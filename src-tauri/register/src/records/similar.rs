//! Records that another may repeat.

use super::check::{Likeness, Similar};
use crate::context::Context;
use crate::error::Result;
use crate::folder::Register;
use crate::search::Compared;
use crate::store;
use crate::things::{RecordId, Thing, Values};

/// How many are shown.
const FEW: usize = 5;

/// Records kept that these values may repeat, the likeliest first, of those the newest; never `own`. A publication is
/// compared with every other, other things with those of the same day, and a day's count with none.
pub(super) fn similar(
    register: &Register,
    context: &Context,
    values: &Values,
    own: Option<i64>,
) -> Result<Vec<Similar>> {
    let thing = values.thing();
    let same =
        store::records::with_fingerprint(register.db(), thing, &store::records::fingerprint(values, None), false)?;
    let mut found: Vec<(Likeness, i64)> = same.into_iter().map(|id| (Likeness::SameInEveryField, id)).collect();
    let compared = Compared::new(values.text(thing.title_field()), values.text("doc_number"));
    if thing == Thing::Publication && !compared.is_empty() {
        found.extend(register.looked(context, |index| index.alike(thing, &compared))?);
    } else if let Some(day) = values.date(thing.date_field())
        && !compared.is_empty()
        && !values.flag("is_day_count")
    {
        let titles = store::lists::titles_of_day(register.db(), thing, &day.to_string())?;
        found.extend(titles.iter().filter_map(|(id, title)| Some((compared.with(title, "")?, *id))));
    }
    found.retain(|(_, id)| Some(*id) != own);
    found.sort_by_key(|(why, id)| (*why, std::cmp::Reverse(*id)));
    let mut similar: Vec<Similar> = Vec::new();
    for (why, number) in found {
        let id = RecordId { thing, number }.to_string();
        if similar.len() == FEW {
            break;
        }
        if similar.iter().any(|known| known.id == id) {
            continue;
        }
        if let Some(listed) = store::lists::listed(register.db(), thing, number)? {
            let date = listed.record.values.date(thing.date_field()).map(|day| day.to_string());
            let withdrawn = listed.record.withdrawn.is_some();
            similar.push(Similar { id, title: listed.title, date, why, withdrawn });
        }
    }
    Ok(similar)
}
