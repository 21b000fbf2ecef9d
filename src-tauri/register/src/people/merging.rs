//! What hangs on a department or on a 清单事项 goes with it when it is merged into another.

use super::{Department, Person};
use crate::change::Change;
use crate::error::Result;
use crate::store;

/// Puts one term in another's place in duties, departments and persons: a department's duties come to the other's,
/// and its people where the other has none.
pub(crate) fn follow(change: &mut Change, id: i64, into: i64) -> Result<()> {
    for department in store::people::with_duty(&change.db, id)? {
        if let Some(before) = store::people::department(&change.db, department)? {
            let meant = before.duties.iter().map(|item| if *item == id { into } else { *item });
            let after = Department { duties: sorted(meant), ..before.clone() };
            change.put_department(Some(&before), &after)?;
        }
    }
    if let Some(from) = store::people::department(&change.db, id)? {
        let known = store::people::department(&change.db, into)?;
        let to = known.clone().unwrap_or_else(|| Department::unknown(into));
        let either = |one: &String, other: &String| if one.is_empty() { other.clone() } else { one.clone() };
        let after = Department {
            department: into,
            head: either(&to.head, &from.head),
            officer: either(&to.officer, &from.officer),
            telephone: either(&to.telephone, &from.telephone),
            duties: sorted(to.duties.iter().chain(&from.duties).copied()),
        };
        change.put_department(known.as_ref(), &after)?;
        change.put_department(Some(&from), &Department::unknown(id))?;
    }
    for person in store::people::persons(&change.db)?.into_iter().filter(|person| person.department == Some(id)) {
        change.put_person(Some(&person), &Person { department: Some(into), ..person.clone() })?;
    }
    Ok(())
}

fn sorted(items: impl Iterator<Item = i64>) -> Vec<i64> {
    let mut items: Vec<i64> = items.collect();
    items.sort_unstable();
    items.dedup();
    items
}
