//! Figures held against each other: a total and its parts, one fact in two places, a total and the channels, what is
//! declared and what is counted.

use std::collections::{BTreeSet, HashSet};

use super::Outcome;
use super::ground::{Found, Ground, exact, ids, quantity, stated};
use crate::counting::{Figure, Measure};
use crate::error::Result;
use crate::proof::plain;

/// What is to be said where a figure has no number, or the figures are of several units.
fn untold(ground: &Ground, figures: &[&Figure]) -> Option<Found> {
    let empty: Vec<String> =
        figures.iter().filter(|figure| exact(figure).is_none()).map(|figure| figure.label.clone()).collect();
    let units: BTreeSet<&str> = figures.iter().map(|figure| figure.unit.as_str()).collect();
    let sentence = if !empty.is_empty() {
        let names = ground.listed(empty);
        ground.say(format!("{names}没有数据，无从核对。"), format!("There is no number of {names}."))
    } else if units.len() > 1 {
        let units = ground.listed(units.into_iter().map(str::to_owned));
        ground.say(
            format!("计量单位不一（{units}），不能相加，无从核对。"),
            format!("The units differ ({units}): such numbers do not add up to anything."),
        )
    } else {
        return None;
    };
    Some(Found::new(Outcome::CannotTell, sentence).figures(figures.iter().copied()))
}

pub(super) fn parts_of_total(ground: &Ground, total: &Figure, parts: &[&Figure]) -> Result<Found> {
    let all: Vec<&Figure> = [total].into_iter().chain(parts.iter().copied()).collect();
    if let Some(untold) = untold(ground, &all) {
        return Ok(untold);
    }
    let whole = exact(total).unwrap_or_default();
    let sum: i64 = parts.iter().filter_map(|part| exact(part)).sum();
    let stated_parts: Vec<String> = parts.iter().map(|part| stated(part)).collect();
    let parts_told = stated_parts.join("＋");
    if whole == sum {
        let sentence = format!("{}＝{parts_told}", stated(total));
        let sentence = ground.say(format!("{sentence}。"), format!("{sentence}."));
        return Ok(Found::new(Outcome::Pass, sentence).figures(all));
    }
    let (sum_told, apart) = (quantity(sum, total), quantity((whole - sum).abs(), total));
    let sentence = ground.say(
        format!("{}，分项合计{sum_told}（{parts_told}），相差{apart}。", stated(total)),
        format!("{}; the parts come to {sum_told} ({parts_told}), {apart} apart.", stated(total)),
    );
    // Records that count in the total with another quantity than in all parts together.
    let mut differing = ground.behind(&total.id)?;
    for part in parts {
        for (record, quantity) in ground.behind(&part.id)? {
            *differing.entry(record).or_default() -= quantity;
        }
    }
    differing.retain(|_, left| *left != 0);
    let differing: BTreeSet<_> = differing.into_keys().collect();
    Ok(Found::new(Outcome::Fail, sentence).figures(all).records(ids(differing)))
}

pub(super) fn same_fact(ground: &Ground, a: &Figure, b: &Figure) -> Found {
    let (one, other) = (stated(a), stated(b));
    let (outcome, sentence) = match (exact(a), exact(b)) {
        (None, _) | (_, None) => (
            Outcome::CannotTell,
            ground.say(format!("{one}，{other}，无从核对。"), format!("{one}; {other}: a number is missing.")),
        ),
        (left, right) if left != right => (
            Outcome::Fail,
            ground
                .say(format!("同一事实两处不一：{one}，{other}。"), format!("One fact, two numbers: {one}; {other}.")),
        ),
        _ if a.unit != b.unit => (
            Outcome::CannotTell,
            ground.say(
                format!("{one}，{other}，数字相同而计量单位不同，不能认定为同一事实。"),
                format!("{one}; {other}: the same number under two units, which is not yet the same fact."),
            ),
        ),
        _ => (Outcome::Pass, ground.say(format!("{one}，{other}，两处一致。"), format!("{one}; {other}: the same."))),
    };
    Found::new(outcome, sentence).figures([a, b])
}

pub(super) fn at_most_channels(ground: &Ground, items: &Figure, channels: &[&Figure]) -> Result<Found> {
    let all: Vec<&Figure> = [items].into_iter().chain(channels.iter().copied()).collect();
    let counted = |figure: &&Figure| {
        ground
            .defined()
            .find(|(definition, _)| definition.id == figure.id)
            .and_then(|(definition, _)| (definition.measure == Measure::Records).then_some(definition.counts.thing()))
    };
    let things: BTreeSet<_> = all.iter().map(counted).collect();
    let Some(thing) = things.first().copied().flatten().filter(|_| things.len() == 1) else {
        let sentence = ground.say(
            "各项不是同一台账按条计数的指标，无从核对。",
            "These figures do not all count records of one register, so nothing can be said.",
        );
        return Ok(Found::new(Outcome::CannotTell, sentence).figures(all));
    };
    let whole: HashSet<i64> = ground.numbers(items)?.into_iter().collect();
    let (mut times, mut listed) = (0, HashSet::new());
    for channel in channels {
        let here: Vec<i64> = ground.numbers(channel)?.into_iter().filter(|number| whole.contains(number)).collect();
        times += here.len();
        listed.extend(here);
    }
    let unlisted: BTreeSet<i64> = whole.difference(&listed).copied().collect();
    let (count, whole) = (unlisted.len(), stated(items));
    let (outcome, sentence) = match count {
        0 => (
            Outcome::Pass,
            ground.say(
                format!("{whole}，在各分列项中共计入{times}次，每一条都至少计入一项。"),
                format!("{whole}, counted {times} times in the lines, each in one of them at least."),
            ),
        ),
        count => (
            Outcome::Fail,
            ground.say(
                format!("{whole}，其中{count}条没有计入任何分列项（各分列项共计入{times}次）。"),
                format!("{whole}; {count} of the records are in none of the lines, which count {times} times in all."),
            ),
        ),
    };
    Ok(Found::new(outcome, sentence)
        .figures(all)
        .numbers([int(times)])
        .records(ids(unlisted.into_iter().map(|number| (thing, number)))))
}

pub(super) fn declared_totals(ground: &Ground) -> Vec<Found> {
    let beside = ground.figures.iter().filter(|figure| !figure.by_hand);
    let declared: Vec<_> = beside.filter_map(|figure| Some((figure, figure.declared.as_ref()?))).collect();
    let apart: Vec<Found> = declared
        .iter()
        .filter(|(_, declared)| !declared.agrees)
        .map(|(figure, declared)| {
            let (counted, source) = (stated(figure), &declared.source);
            let value = crate::counting::thousandths(&declared.value).unwrap_or_default();
            let apart = plain((value - exact(figure).unwrap_or_default()).abs());
            let (said, unit) = (plain(value), &figure.unit);
            let sentence = ground.say(
                format!("{counted}，上报数为{said}{unit}（来源：{source}），相差{apart}{unit}。"),
                format!("{counted}; {said}{unit} was declared (source: {source}), {apart}{unit} apart."),
            );
            Found::new(Outcome::Fail, sentence).of(figure).figures([*figure]).numbers([value])
        })
        .collect();
    if !apart.is_empty() {
        return apart;
    }
    let count = declared.len();
    let sentence = match count {
        0 => ground.say("没有登记上报数。", "No total is declared."),
        _ => ground.say(
            format!("登记的上报数{count}项，均与统计数一致。"),
            format!("{count} declared, each as it is counted."),
        ),
    };
    vec![Found::new(Outcome::Pass, sentence).figures(declared.iter().map(|(figure, _)| *figure))]
}

fn int(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
