//! What the register does not say: zeros that records just miss, records without their day, what is not answered, and
//! 清单事项 without anything.

use std::collections::{BTreeMap, BTreeSet};

use super::Outcome;
use super::definition::Received;
use super::ground::{Found, Ground, exact, ids, stated};
use crate::counting::{Definition, Measure};
use crate::error::Result;
use crate::store::selection::{Condition, Quantity, Selection};
use crate::things::{Field, Kind, RecordId, Thing};

/// A line for each figure that says none while records miss it by one condition alone: their field is empty, or no
/// word of the definition is in the vocabulary.
pub(super) fn zeros(ground: &Ground) -> Result<Vec<Found>> {
    let mut lines = Vec::new();
    let mut none = 0;
    for (definition, figure) in ground.defined() {
        if figure.rows > 0 || figure.by_hand || exact(figure) != Some(0) {
            continue;
        }
        none += 1;
        let mut missed: BTreeSet<i64> = BTreeSet::new();
        let mut reasons = Vec::new();
        for NearMiss { field, unknown, records } in near_misses(ground, definition)? {
            if records.is_empty() {
                continue;
            }
            let (count, label) = (records.len(), field.label(ground.lang));
            let words = ground.listed(unknown);
            reasons.push(match words.is_empty() {
                true => ground
                    .say(format!("{count}条只因没有填写{label}"), format!("{count} only because {label} is empty")),
                false => ground.say(
                    format!("{count}条只因词表中没有“{words}”（{label}）"),
                    format!("{count} only because “{words}” ({label}) is not in the vocabulary"),
                ),
            });
            missed.extend(records);
        }
        if missed.is_empty() {
            continue;
        }
        let (register, reasons) = (ground.label(definition.counts.thing()), ground.listed(reasons));
        let sentence = ground.say(
            format!("{}为“{}”，但统计期间内的{register}登记中有{reasons}而未计入。", figure.label, figure.display),
            format!(
                "{} says “{}”, yet of {register} in the period are left out: {reasons}.",
                figure.label, figure.display
            ),
        );
        let thing = definition.counts.thing();
        let records = ids(missed.into_iter().map(|number| (thing, number)));
        lines.push(Found::new(Outcome::Fail, sentence).of(figure).figures([figure]).records(records));
    }
    if lines.is_empty() {
        let sentence = match none {
            0 => ground.say("没有为零的指标。", "No figure says none."),
            _ => ground.say(
                format!("为零的指标{none}项，统计期间内没有只差一项条件而未计入的登记。"),
                format!("{none} figures say none, and no record misses one of them by one condition alone."),
            ),
        };
        lines.push(Found::new(Outcome::Pass, sentence).numbers([none]));
    }
    Ok(lines)
}

/// What one condition alone leaves out.
struct NearMiss {
    field: &'static Field,
    /// Its words, where the vocabulary has none of them.
    unknown: Vec<String>,
    records: Vec<i64>,
}

fn near_misses(ground: &Ground, definition: &Definition) -> Result<Vec<NearMiss>> {
    let thing = definition.counts.thing();
    let selection = Selection { quantity: Quantity::One, ..ground.selection(definition)? };
    let mut found = Vec::new();
    for (at, condition) in selection.conditions.iter().enumerate() {
        let (key, matches_none, relaxed) = match condition {
            Condition::OneOf { field, terms } => (*field, terms.is_empty(), Condition::Empty { field }),
            Condition::OnChannels { channels } => ("channels", channels.is_empty(), Condition::OnNoChannel),
            Condition::Flag { .. } | Condition::Empty { .. } | Condition::OnNoChannel | Condition::Never => continue,
        };
        let Some(field) = thing.field(key) else { continue };
        let mut conditions = selection.conditions.clone();
        let unknown = match matches_none {
            // No word of it is known, so that nothing can match: what the others leave is what it misses.
            true => {
                conditions.remove(at);
                let words = definition.filters.iter().find(|filter| filter.field == key);
                words.map(|filter| filter.any.clone()).unwrap_or_default()
            }
            false => {
                conditions[at] = relaxed;
                Vec::new()
            }
        };
        let near = Selection { conditions, ..selection.clone() };
        found.push(NearMiss { field, unknown, records: numbers(ground, &near)? });
    }
    Ok(found)
}

fn numbers(ground: &Ground, selection: &Selection) -> Result<Vec<i64>> {
    Ok(selection.quantities(ground.register.db())?.into_iter().map(|(number, _)| number).collect())
}

/// Of each definition: its records but for the day, which is empty, while another day of theirs lies in the period.
pub(super) fn undated(ground: &Ground) -> Result<Found> {
    let mut found: BTreeMap<(Thing, &'static str), BTreeSet<i64>> = BTreeMap::new();
    for definition in ground.definitions.iter().filter(|definition| definition.measure != Measure::Declared) {
        let thing = definition.counts.thing();
        let selection = ground.selection(definition)?;
        let Some(missing) = thing.field(selection.date).filter(|field| !field.required) else { continue };
        let days = thing.fields().iter().filter(|field| field.kind == Kind::Date && field.key != missing.key);
        for other in days {
            let mut undated = Selection { date: other.key, ..selection.clone() };
            undated.conditions.push(Condition::Empty { field: missing.key });
            found.entry((thing, missing.key)).or_default().extend(numbers(ground, &undated)?);
        }
    }
    found.retain(|_, numbers| !numbers.is_empty());
    if found.is_empty() {
        let sentence = ground.say(
            "其他日期在统计期间内的登记，都填有统计所依据的日期。",
            "Whatever has another day in the period has the day that it is counted by.",
        );
        return Ok(Found::new(Outcome::Pass, sentence));
    }
    let told = found.iter().map(|((thing, key), numbers)| {
        let day = thing.field(key).map_or(*key, |field| field.label(ground.lang));
        let (count, register) = (numbers.len(), ground.label(*thing));
        ground.say(format!("{register}{count}条没有填写{day}"), format!("{register}: {count} without {day}"))
    });
    let told = ground.listed(told);
    let sentence = ground.say(
        format!("{told}，其他日期在统计期间内，没有计入指标。"),
        format!("{told}, with another day in the period: they are not counted."),
    );
    let records = found
        .into_iter()
        .flat_map(|((thing, _), numbers)| numbers.into_iter().map(move |number| RecordId { thing, number }));
    Ok(Found::new(Outcome::Fail, sentence).records(records.collect()))
}

pub(super) fn unanswered(ground: &Ground, of: Received) -> Result<Found> {
    let (thing, conditions) = match of {
        Received::Requests => (Thing::Request, Vec::new()),
        // What is counted by the day is answered on the spot.
        Received::Replies => (Thing::Reply, vec![Condition::Flag { field: "is_day_count", value: false }]),
    };
    let quantity = Quantity::One;
    let received =
        Selection { thing, date: thing.date_field(), period: ground.period, conditions, quantity, only: None };
    let total = received.totals(ground.register.db())?.records;
    let mut open = received;
    open.conditions.push(Condition::Empty { field: "replied_on" });
    let open = numbers(ground, &open)?;
    let (count, register) = (open.len(), ground.label(thing));
    let (outcome, sentence) = match count {
        _ if total == 0 => (
            Outcome::Pass,
            ground.say(format!("统计期间没有{register}登记。"), format!("{register}: none received in the period.")),
        ),
        0 => (
            Outcome::Pass,
            ground.say(
                format!("统计期间的{register}登记{total}条，都填有答复日期。"),
                format!("{register}: {total} received in the period, all with a day of answer."),
            ),
        ),
        _ => (
            Outcome::Fail,
            ground.say(
                format!("统计期间的{register}登记{total}条，其中{count}条没有填写答复日期。"),
                format!("{register}: {total} received in the period, {count} without a day of answer."),
            ),
        ),
    };
    let total = i64::try_from(total).unwrap_or(i64::MAX);
    Ok(Found::new(outcome, sentence).numbers([total]).records(ids(open.into_iter().map(|number| (thing, number)))))
}

/// Fails where an item is missing or stale; where nothing at all is said of any item, nothing can be told.
pub(super) fn list_items(ground: &Ground) -> Result<Found> {
    let tally = ground.register.list_gaps(ground.period, ground.today)?;
    let (published, stale, missing, not) = (tally.published, tally.stale, tally.missing, tally.not_applicable);
    let total = published + stale + missing + not;
    let outcome = match tally.gaps() {
        0 => Outcome::Pass,
        _ if missing == total => Outcome::CannotTell,
        _ => Outcome::Fail,
    };
    let sentence = match outcome {
        Outcome::CannotTell => ground.say(
            format!("清单事项{total}项，没有一条信息登记了清单事项，无从核对。"),
            format!("Of the {total} list items none is named by any record, so nothing can be told."),
        ),
        Outcome::Pass | Outcome::Fail => ground.say(
            format!("清单事项{total}项：已公开{published}项，待更新{stale}项，未公开{missing}项，不涉及{not}项。"),
            format!(
                "{total} list items: {published} published, {stale} stale, {missing} missing, {not} not applicable."
            ),
        ),
    };
    let numbers = [published, stale, missing, not].map(|count| i64::try_from(count).unwrap_or(i64::MAX));
    Ok(Found::new(outcome, sentence).numbers(numbers))
}

/// That a figure which the check names is not in the register.
pub(super) fn unknown_figure(ground: &Ground, known: &[&crate::counting::Figure], missing: &[&str]) -> Found {
    let names = ground.listed(missing.iter().map(|id| format!("“{id}”")));
    let known_told = ground.listed(known.iter().map(|figure| stated(figure)));
    let sentence = ground.say(
        format!("指标{names}不在本台账中，无从核对（{known_told}）。"),
        format!("There is no figure {names} in this register, so nothing can be told ({known_told})."),
    );
    Found::new(Outcome::CannotTell, sentence).figures(known.iter().copied())
}
