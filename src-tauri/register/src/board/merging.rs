//! What is set of a 清单事项 goes with it when it is merged into another.

use crate::change::Change;
use crate::error::Result;
use crate::store;

/// Gives an item's rhythm and decisions to the other, as far as nothing of the kind is set for that one: its own rhythm
/// and its own decision of a year, also one that was taken back, stand. What was merged keeps its own, as it was.
pub(crate) fn follow(change: &mut Change, id: i64, into: i64) -> Result<()> {
    if let Some(rhythm) = store::list_marks::rhythm(&change.db, id)?
        && store::list_marks::rhythm(&change.db, into)?.is_none()
    {
        change.put_rhythm(into, &rhythm)?;
    }
    for (item, year, decision) in store::list_marks::decisions(&change.db)? {
        if item == id && store::list_marks::decision(&change.db, into, year)?.is_none() {
            change.put_list_decision(into, year, &decision)?;
        }
    }
    Ok(())
}
