//! What is set of a 清单事项 hangs on it, and goes with it when it is merged into another.

use chrono::NaiveDate;

use super::decisions::ListDecision;
use super::rhythm::Rhythm;
use crate::change::Change;
use crate::error::Result;
use crate::folder::Register;
use crate::period::Period;
use crate::store;

/// Gives an item's rhythm and decisions to the other, as far as nothing of the kind is set for that one: its own rhythm
/// and its own decision of a year, also one that was taken back, stand. Nor does a decision follow into a year in which
/// the other was published: whoever decided knew nothing of that. What was merged keeps its own, as it was.
pub(crate) fn follow(change: &mut Change, id: i64, into: i64) -> Result<()> {
    if let Some(rhythm) = store::list_marks::rhythm(&change.db, id)?
        && store::list_marks::rhythm(&change.db, into)?.is_none()
    {
        change.put_rhythm(into, &rhythm)?;
    }
    for (item, year, decision) in store::list_marks::decisions(&change.db)? {
        if item == id
            && store::list_marks::decision(&change.db, into, year)?.is_none()
            && !published_in(&change.db, into, year)?
        {
            change.put_list_decision(into, year, &decision)?;
        }
    }
    Ok(())
}

fn published_in(db: &store::Connection, item: i64, year: i32) -> Result<bool> {
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let Some((from, to)) = day(1, 1).zip(day(12, 31)) else { return Ok(false) };
    Ok(store::list_items::counts(db, Period { from, to })?.contains_key(&item))
}

impl Register {
    /// What is set of an item: its rhythm, and the years that it does not concern the school in, the last first.
    pub(crate) fn set_of_item(&self, id: i64) -> Result<(Option<Rhythm>, Vec<ListDecision>)> {
        let decisions = self.list_decisions()?.into_iter().filter(|((item, _), _)| *item == id);
        let mut decided: Vec<_> =
            decisions.map(|(_, decision)| decision).filter(|decision| decision.reason.is_some()).collect();
        decided.sort_by_key(|decision| std::cmp::Reverse(decision.year));
        Ok((self.rhythms()?.remove(&id), decided))
    }
}
