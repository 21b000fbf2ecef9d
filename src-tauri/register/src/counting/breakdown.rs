//! A figure broken down by month, channel or any other vocabulary of its records; each part opens its records.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{compile, trends};
use crate::error::{Error, Result};
use crate::folder::Register;
use crate::period::Period;
use crate::store::selection::{Condition, Quantity, Selection, Totals};
use crate::things::{Dimension, Kind, Term, Thing, Vocabulary};

/// `by` of a breakdown by months of the figure's own date.
pub const MONTH: &str = "month";

/// One part of a figure: of its breakdown by `by`, the one with this key.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct PartOf {
    /// `month`, or a field that holds terms.
    pub by: String,
    /// `YYYY-MM`, or a term's number; empty for records where the field is empty.
    pub key: String,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct Breakdown {
    /// Months in their order; otherwise the largest first, the empty field last.
    pub parts: Vec<Part>,
    /// Whether a record may be in several parts, so that they may add up to more than the figure.
    pub overlapping: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Part {
    pub key: String,
    /// Empty where the field is.
    pub label: String,
    pub quantity: i64,
    pub records: u64,
}

impl Register {
    /// A figure's parts. Of a tree of terms, those of the top, each with all below it, and of a figure that is confined to
    /// one of them, those below that one; none of a ratio, and of what is filled in by hand.
    pub fn breakdown(&self, figure: &str, period: Period, by: &str) -> Result<Breakdown> {
        let definition = self.definition(figure)?;
        let vocabulary = self.vocabulary()?;
        let (selection, _) = compile(&definition, period.checked()?, &vocabulary)?;
        let by = By::named(selection.thing, by).ok_or_else(|| refused("breakdown", by))?;
        if !selection.comes_apart() {
            return Ok(Breakdown { parts: Vec::new(), overlapping: false });
        }
        let parts = match by {
            By::Month => trends::in_months(self, &selection)?
                .into_iter()
                .map(|(month, quantity, records)| Part { key: month.clone(), label: month, quantity, records })
                .collect(),
            By::Term { field, .. } => by_term(self, &selection, field, &vocabulary)?,
            By::Channels => {
                let channels = by_channel(self, &selection, &vocabulary)?;
                let mut parts: Vec<Part> = channels
                    .into_iter()
                    .map(|(term, of)| Part {
                        key: term.id.to_string(),
                        label: term.name,
                        quantity: of.sum,
                        records: of.records,
                    })
                    .collect();
                let nowhere = on_channels(selection.clone(), None).totals(self.db())?;
                if nowhere.records > 0 {
                    let (quantity, records) = (nowhere.sum, nowhere.records);
                    parts.push(Part { key: String::new(), label: String::new(), quantity, records });
                }
                parts
            }
        };
        // A release is on one channel alone, a record on several.
        Ok(Breakdown { parts, overlapping: by == By::Channels && selection.quantity != Quantity::Releases })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Month,
    Term { field: &'static str, dimension: Dimension },
    Channels,
}

impl By {
    fn named(thing: Thing, by: &str) -> Option<By> {
        if by == MONTH {
            return Some(By::Month);
        }
        let field = thing.field(by)?;
        match field.kind {
            Kind::Term { dimension } => Some(By::Term { field: field.key, dimension }),
            Kind::Channels => Some(By::Channels),
            Kind::Text { .. } | Kind::Date | Kind::Count | Kind::Money | Kind::Flag | Kind::Link { .. } => None,
        }
    }
}

/// Of a selection, one part of its breakdown.
pub(super) fn narrowed(mut selection: Selection, part: &PartOf, vocabulary: &Vocabulary) -> Result<Selection> {
    let refused = |what: &str| refused("figure_rows", what);
    let term = |dimension: Dimension| -> Result<Option<Vec<i64>>> {
        match part.key.as_str() {
            "" => Ok(None),
            key => {
                let id: i64 = key.parse().map_err(|_| refused(key))?;
                Ok(Some(standing_under(id, dimension, vocabulary)))
            }
        }
    };
    match By::named(selection.thing, &part.by).ok_or_else(|| refused(&part.by))? {
        By::Month => {
            selection.period = selection.period.within_month(&part.key).ok_or_else(|| refused(&part.key))?;
            Ok(selection)
        }
        By::Term { field, dimension } => {
            selection.conditions.push(match term(dimension)? {
                Some(terms) => Condition::OneOf { field, terms },
                None => Condition::Empty { field },
            });
            Ok(selection)
        }
        By::Channels => {
            let columns = Columns::of(&selection, vocabulary);
            let channels = match part.key.as_str() {
                "" => None,
                key => Some(columns.under(key.parse().map_err(|_| refused(key))?, vocabulary)),
            };
            Ok(on_channels(selection, channels.as_deref()))
        }
    }
}

/// The level of the tree of channels at which a selection comes apart: the top, or below the one channel that it is
/// confined to where that has columns.
struct Columns {
    below: Option<i64>,
}

impl Columns {
    fn of(selection: &Selection, vocabulary: &Vocabulary) -> Columns {
        let mut level = Columns { below: None };
        while let Some(only) = level.only_part(selection.channels().unwrap_or_default(), vocabulary) {
            let next = Columns { below: Some(only) };
            // One without columns stands for itself.
            if level.below == Some(only)
                || next.only_part(selection.channels().unwrap_or_default(), vocabulary) == Some(only)
            {
                break;
            }
            level = next;
        }
        level
    }

    /// The part that all of these count under, where it is one.
    fn only_part(&self, channels: &[i64], vocabulary: &Vocabulary) -> Option<i64> {
        let first = self.part(*channels.first()?, vocabulary);
        channels.iter().all(|id| self.part(*id, vocabulary) == first).then_some(first)
    }

    /// The channel that another counts under. What is on the channel above the columns itself counts under that one.
    fn part(&self, id: i64, vocabulary: &Vocabulary) -> i64 {
        let path = vocabulary.path(id);
        let above = self.below.and_then(|below| path.iter().position(|step| *step == below));
        path.get(above.map_or(0, |place| place + 1)).or(path.last()).copied().unwrap_or(id)
    }

    /// All that count under a part.
    fn under(&self, part: i64, vocabulary: &Vocabulary) -> Vec<i64> {
        let channels = vocabulary.of(Dimension::Channel).map(|term| term.id);
        channels.filter(|id| self.part(*id, vocabulary) == part).collect()
    }
}

/// What a selection comes to on each channel of its level and all below it, most first, where there is any.
pub(super) fn by_channel(
    register: &Register,
    selection: &Selection,
    vocabulary: &Vocabulary,
) -> Result<Vec<(Term, Totals)>> {
    let columns = Columns::of(selection, vocabulary);
    let mut counts = Vec::new();
    for channel in vocabulary.of(Dimension::Channel).filter(|term| columns.part(term.id, vocabulary) == term.id) {
        let under = columns.under(channel.id, vocabulary);
        let totals = on_channels(selection.clone(), Some(&under)).totals(register.db())?;
        if totals.records > 0 {
            counts.push((channel.clone(), totals));
        }
    }
    counts.sort_by_key(|(term, totals)| (Reverse(totals.sum), term.position, term.id));
    Ok(counts)
}

/// The parts by a field of one term: each record lies in one of them.
fn by_term(register: &Register, selection: &Selection, field: &str, vocabulary: &Vocabulary) -> Result<Vec<Part>> {
    let mut counted: BTreeMap<Option<i64>, (i64, u64)> = BTreeMap::new();
    for (term, quantity, records) in selection.by_value::<Option<i64>>(register.db(), field)? {
        let part = counted.entry(term.map(|id| vocabulary.standing(id))).or_default();
        *part = (part.0 + quantity, part.1 + records);
    }
    let mut counted: Vec<_> =
        counted.into_iter().map(|(id, of)| (id, id.and_then(|id| vocabulary.get(id)), of)).collect();
    counted.sort_by_key(|(id, term, (quantity, _))| (id.is_none(), Reverse(*quantity), term.map(|term| term.position)));
    let part = |(id, term, (quantity, records)): (Option<i64>, Option<&Term>, (i64, u64))| Part {
        key: id.map(|id| id.to_string()).unwrap_or_default(),
        label: term.map(|term| term.name.clone()).unwrap_or_default(),
        quantity,
        records,
    };
    Ok(counted.into_iter().map(part).collect())
}

/// The selection on these channels, within those that it is confined to; or what is on none.
fn on_channels(mut selection: Selection, channels: Option<&[i64]>) -> Selection {
    let confined = selection.channels();
    let condition = match channels {
        Some(channels) => {
            let asked = |id: &i64| confined.is_none_or(|confined| confined.contains(id));
            Condition::OnChannels { channels: channels.iter().copied().filter(asked).collect() }
        }
        None if confined.is_none() && selection.quantity != Quantity::Releases => Condition::OnNoChannel,
        // What is counted for its channels is on one.
        None => Condition::OnChannels { channels: Vec::new() },
    };
    selection.conditions.retain(|condition| !matches!(condition, Condition::OnChannels { .. }));
    selection.conditions.push(condition);
    selection
}

/// The terms that count under this one in a breakdown.
fn standing_under(id: i64, dimension: Dimension, vocabulary: &Vocabulary) -> Vec<i64> {
    vocabulary.of(dimension).map(|term| term.id).filter(|term| vocabulary.standing(*term) == id).collect()
}

fn refused(command: &str, what: &str) -> Error {
    Error::BadRequest { command: command.into(), detail: what.into() }
}
