//! Records that another may repeat.

use super::check::{Likeness, Similar};
use crate::error::Result;
use crate::folder::Register;
use crate::store;
use crate::things::{RecordId, Thing, Values, folded};

/// How many are shown.
const FEW: usize = 5;

/// A shorter title lies within too many others to say anything.
const TELLING: usize = 8;

/// Records kept that these values may repeat, the likeliest first, of those the newest; never `own`.
pub(super) fn similar(register: &Register, values: &Values, own: Option<i64>) -> Result<Vec<Similar>> {
    let thing = values.thing();
    let same =
        store::records::with_fingerprint(register.db(), thing, &store::records::fingerprint(values, None), false)?;
    let mut found: Vec<(Likeness, i64)> = same.into_iter().map(|id| (Likeness::SameInEveryField, id)).collect();
    if thing != Thing::Evaluation && !values.flag("is_day_count") {
        let title = plain(values.text(thing.title_field()));
        let number = folded(values.text("doc_number"));
        let day = values.date(thing.date_field()).map(|day| day.to_string()).unwrap_or_default();
        let mut other = String::new();
        store::lists::each_title(register.db(), thing, &day, |id, its_title, its_number| {
            plain_into(its_title, &mut other);
            if !number.is_empty() && !its_number.is_empty() && folded(its_number) == number {
                found.push((Likeness::SameDocNumber, id));
            } else if !title.is_empty() && other == title {
                found.push((Likeness::SameTitle, id));
            } else if within(&title, &other) || within(&other, &title) {
                found.push((Likeness::TitleWithin, id));
            }
        })?;
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

fn within(short: &str, long: &str) -> bool {
    short.len() < long.len() && short.chars().nth(TELLING - 1).is_some() && long.contains(short)
}

/// Letters, digits and Chinese signs alone, half-width and small.
fn plain(title: &str) -> String {
    let mut out = String::new();
    plain_into(title, &mut out);
    out
}

fn plain_into(title: &str, out: &mut String) {
    out.clear();
    for c in title.chars() {
        match c {
            // Most of a title needs no folding; a register has many titles.
            '\u{4e00}'..='\u{9fff}' => out.push(c),
            c => out.extend(crate::things::narrow(c).to_lowercase().filter(|c| c.is_alphanumeric())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_compared_without_what_does_not_tell_them_apart() {
        assert_eq!(plain("关于 2023年“ＡＢＣ”考试的通知（一）"), plain("关于２０２３年《abc》考试的通知(一)"));
        assert!(within("年度预算公开说明", "关于年度预算公开说明的通知"));
        assert!(!within("预算公开说明", "关于年度预算公开说明的通知"));
    }
}
