//! The 清单事项 (教办函〔2014〕23号) as a board: of each item, in a period, what is published, stale, missing, 不涉及.
//!
//! The annual report's table is made from the same board, so that the two cannot differ. The state of an item is
//! worked out each time, from its publications, its rhythm and the day.

mod decisions;
mod merging;
mod rhythm;
mod standing;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use crate::counting::percent;
use crate::error::{Error, Result};
use crate::folder::Register;
use crate::period::{Period, zh_date};
use crate::records::NamedRecord;
use crate::store;
use crate::store::list_items::{counts, departments, open_problems, presence};
use crate::things::{Dimension, RecordId, Term, Thing, Vocabulary};

pub use decisions::{ListDecision, SetNotApplicable};
pub(crate) use merging::follow;
pub use rhythm::{Every, Rhythm, SetListRhythm};
pub(crate) use rhythm::{furnish, ship};
pub use standing::ItemState;
use standing::{Marks, Standing};

/// Nothing is known: not the same as none.
pub(crate) const NOT_FILLED_IN: &str = "未填报";
const NOT_APPLICABLE: &str = "不涉及";

/// The board of a period as it stands on a day.
#[derive(Debug, Serialize, TS)]
pub struct ListBoard {
    /// The year that decisions are made for.
    pub year: i32,
    /// The day on which the states hold: the last of the period, or today while it runs.
    pub as_of: NaiveDate,
    pub tally: Tally,
    pub categories: Vec<BoardCategory>,
}

#[derive(Debug, Serialize, TS)]
pub struct BoardCategory {
    pub id: i64,
    pub name: String,
    pub tally: Tally,
    pub items: Vec<BoardItem>,
}

/// How many items are in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, TS)]
pub struct Tally {
    pub published: u64,
    pub stale: u64,
    pub missing: u64,
    pub not_applicable: u64,
    /// Published, of all that concern the school, with one decimal; none where nothing does.
    pub percent: Option<f64>,
}

#[derive(Debug, Serialize, TS)]
pub struct BoardItem {
    /// Its term.
    pub id: i64,
    /// Its place on the list.
    pub number: usize,
    pub name: String,
    pub state: ItemState,
    /// Publications of the period.
    pub publications: u64,
    /// The last day, up to the period's end, on which it was published.
    pub newest: Option<NaiveDate>,
    /// The day after which it is stale; none while nothing makes it so.
    pub fresh_until: Option<NaiveDate>,
    /// That day may move: it lies in a year without a working-day calendar.
    pub provisional: bool,
    /// What the annual report's table says of it; empty where it says 未填报.
    pub place: String,
    /// The departments whose duty it is; where it is nobody's, those that published it, most first.
    pub departments: Vec<i64>,
    pub rhythm: Rhythm,
    pub note: String,
    /// Why it does not concern the school this year.
    pub decision: Option<ListDecision>,
    /// The reason of the year before, where nobody has decided on this one yet.
    pub proposed: Option<String>,
    /// Problems on record that are not solved.
    pub tasks: Vec<NamedRecord>,
}

impl Tally {
    pub(crate) fn add(&mut self, state: ItemState) {
        match state {
            ItemState::Published => self.published += 1,
            ItemState::Stale => self.stale += 1,
            ItemState::Missing => self.missing += 1,
            ItemState::NotApplicable => self.not_applicable += 1,
        }
        let concerned = self.published + self.stale + self.missing;
        self.percent = percent(self.published, concerned);
    }

    /// Items that concern the school and are not published, or no longer fresh.
    pub(crate) fn gaps(&self) -> u64 {
        self.stale + self.missing
    }
}

/// How an item stands on the board.
#[derive(Clone, Copy)]
pub(crate) struct Placed {
    pub state: ItemState,
    /// The day after which it is stale; none while nothing makes it so.
    pub fresh_until: Option<NaiveDate>,
}

impl Register {
    /// The board of a period, as it stands on a day.
    pub fn list_board(&self, period: Period, today: NaiveDate) -> Result<ListBoard> {
        let period = period.checked()?;
        let marks = Marks::read(self, period, today)?;
        let vocabulary = self.vocabulary()?;
        let counted = counts(self.db(), period)?;
        let mut places: HashMap<i64, Vec<(String, u64)>> = HashMap::new();
        for found in presence(self.db(), period)? {
            let channel = found.channel.and_then(|id| vocabulary.get(id)).map_or("渠道未填报", |term| &term.name);
            places.entry(found.item).or_default().push((channel.to_owned(), found.publications));
        }
        let mut duties: HashMap<i64, Vec<i64>> = HashMap::new();
        for department in store::people::departments(self.db())? {
            department.duties.iter().for_each(|item| duties.entry(*item).or_default().push(department.department));
        }
        let mut published_by: HashMap<i64, Vec<i64>> = HashMap::new();
        for (item, department, _) in departments(self.db(), period)? {
            published_by.entry(item).or_default().push(department);
        }
        let mut tasks: HashMap<i64, Vec<NamedRecord>> = HashMap::new();
        for (item, number, title) in open_problems(self.db())? {
            let id = RecordId { thing: Thing::Problem, number };
            tasks.entry(item).or_default().push(NamedRecord { id: id.to_string(), thing: id.thing, title });
        }
        let mut board =
            ListBoard { year: marks.year, as_of: marks.as_of, tally: Tally::default(), categories: Vec::new() };
        let mut number = 0;
        for (category, items) in listed(&vocabulary) {
            let mut tally = Tally::default();
            let items = items.into_iter().map(|term| {
                number += 1;
                let standing = marks.standing(term);
                tally.add(standing.state);
                board.tally.add(standing.state);
                let publications = counted.get(&term.id).copied().unwrap_or_default();
                BoardItem {
                    id: term.id,
                    number,
                    name: term.name.clone(),
                    place: place(term, &standing, publications, places.get(&term.id).map_or(&[], Vec::as_slice)),
                    state: standing.state,
                    publications,
                    newest: standing.newest,
                    fresh_until: standing.fresh_until.map(|due| due.day),
                    provisional: standing.fresh_until.is_some_and(|due| due.provisional),
                    departments: duties.remove(&term.id).or(published_by.remove(&term.id)).unwrap_or_default(),
                    rhythm: marks.rhythm(term.id),
                    note: term.note.trim().to_owned(),
                    decision: marks.decision(term.id).filter(|decision| decision.reason.is_some()).cloned(),
                    proposed: marks.proposed(term.id),
                    tasks: tasks.remove(&term.id).unwrap_or_default(),
                }
            });
            let items = items.collect();
            board.categories.push(BoardCategory { id: category.id, name: category.name.clone(), tally, items });
        }
        Ok(board)
    }

    /// How many items are stale and how many are missing, for the day's overview.
    pub(crate) fn list_gaps(&self, period: Period, today: NaiveDate) -> Result<Tally> {
        let marks = Marks::read(self, period, today)?;
        let vocabulary = self.vocabulary()?;
        let mut tally = Tally::default();
        for term in listed(&vocabulary).into_iter().flat_map(|(_, items)| items) {
            tally.add(marks.standing(term).state);
        }
        Ok(tally)
    }

    /// How each item on the board of a period stands on a day, by its term and by those below it.
    pub(crate) fn list_states(&self, period: Period, today: NaiveDate) -> Result<HashMap<i64, Placed>> {
        let marks = Marks::read(self, period, today)?;
        let vocabulary = self.vocabulary()?;
        let items = listed(&vocabulary).into_iter().flat_map(|(_, items)| items);
        let placed = items.flat_map(|item| {
            let Standing { state, fresh_until, .. } = marks.standing(item);
            let placed = Placed { state, fresh_until: fresh_until.map(|until| until.day) };
            vocabulary.with_descendants(item.id).into_iter().map(move |term| (term, placed))
        });
        Ok(placed.collect())
    }

    /// An item of the list: a term right below a category.
    fn list_item(&self, id: i64) -> Result<Term> {
        let vocabulary = self.vocabulary()?;
        let is_item = |term: &&Term| {
            let above = term.parent.and_then(|parent| vocabulary.get(parent));
            term.dimension == Dimension::ListItem && above.is_some_and(|above| above.parent.is_none())
        };
        vocabulary.get(id).filter(is_item).cloned().ok_or(Error::NoSuchTerm { id })
    }
}

/// The categories with their items, as they are offered.
fn listed(vocabulary: &Vocabulary) -> Vec<(&Term, Vec<&Term>)> {
    let offered = |parent: Option<i64>| {
        vocabulary.of(Dimension::ListItem).filter(move |term| term.parent == parent && !term.retired)
    };
    offered(None).map(|category| (category, offered(Some(category.id)).collect())).collect()
}

/// What the report's table says of an item. Its own note goes before what was counted: 不涉及, or a place outside the
/// register; a decision for the year goes before both.
fn place(item: &Term, standing: &Standing, publications: u64, places: &[(String, u64)]) -> String {
    let note = item.note.trim();
    if standing.decided {
        return NOT_APPLICABLE.to_owned();
    }
    if !note.is_empty() {
        return note.to_owned();
    }
    match standing.newest {
        None => String::new(),
        Some(_) if publications > 0 => {
            let counted = |(channel, count): &(String, u64)| format!("{channel}（{count}条）");
            places.iter().map(counted).collect::<Vec<_>>().join("、")
        }
        Some(day) => {
            let channels = places.iter().map(|(channel, _)| channel.as_str()).collect::<Vec<_>>().join("、");
            let stale = if standing.state == ItemState::Stale { "，待更新" } else { "" };
            format!("{channels}（{}公开{stale}）", zh_date(day))
        }
    }
}
