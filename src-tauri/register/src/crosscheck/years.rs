//! A year held against the one before: changes of figures, and the requests that are carried from one to the other.

use chrono::Datelike;

use super::Outcome;
use super::ground::{Found, Ground, exact, quantity, stated};
use crate::counting::Figure;
use crate::error::Result;
use crate::proof::plain;
use crate::reports::{FormCheck, FormRule, GovernmentForm};
use crate::store;
use crate::things::RecordId;

/// Below so many a year before, a percentage says nothing: what has changed by as many is left to a person.
const FEW: i64 = 10_000;

pub(super) fn jumps(ground: &Ground, percent: u32) -> Result<Vec<Found>> {
    let before = ground.period.year_before();
    let last_year = ground.register.figures(before, ground.lang)?;
    let days = ground.days(before);
    if last_year.iter().all(|figure| figure.rows == 0 && exact(figure).unwrap_or_default() == 0) {
        let sentence = ground.say(
            format!("上年同期（{days}）没有计入指标的登记，无从比较。"),
            format!("Nothing is counted in the same days a year before ({days}), so nothing can be compared."),
        );
        return Ok(vec![Found::new(Outcome::CannotTell, sentence)]);
    }
    let mut lines = Vec::new();
    let (mut compared, mut small) = (0, 0);
    for (figure, last) in ground.figures.iter().zip(&last_year) {
        let (Some(now), Some(then)) = (exact(figure), exact(last)) else { continue };
        let change = (now - then).abs();
        let outcome = match then {
            _ if then < FEW && change < FEW => {
                small += 1;
                continue;
            }
            _ if then < FEW => Outcome::CannotTell,
            _ if i128::from(change) * 100 > i128::from(then) * i128::from(percent) => Outcome::Fail,
            _ => {
                compared += 1;
                continue;
            }
        };
        lines.push(jump(ground, figure, last, (now, then), outcome, &days, percent));
    }
    if lines.is_empty() {
        let sentence = ground.say(
            format!(
                "与上年同期（{days}）相比，{compared}项指标变化均不超过{percent}%；{small}项上年不足10，相差也不足10，不按百分比比较。"
            ),
            format!(
                "Against {days}, {compared} figures changed by no more than {percent} %; {small} were below 10 and changed by less than 10, where a percentage says nothing."
            ),
        );
        return Ok(vec![Found::new(Outcome::Pass, sentence)]);
    }
    Ok(lines)
}

fn jump(
    ground: &Ground,
    figure: &Figure,
    last: &Figure,
    (now, then): (i64, i64),
    outcome: Outcome,
    days: &str,
    percent: u32,
) -> Found {
    let (is, was) = (stated(figure), quantity(then, last));
    let sentence = match outcome {
        Outcome::CannotTell => ground.say(
            format!("{is}，上年同期（{days}）{was}，不足10，不宜按百分比比较，请人工核对。"),
            format!("{is}; {was} in {days}: below 10, where a percentage says nothing. Look at it yourself."),
        ),
        Outcome::Fail | Outcome::Pass => {
            // In tenths of a percent, as shares are told.
            let tenths = (i128::from((now - then).abs()) * 2000 + i128::from(then)) / (i128::from(then) * 2);
            let change = plain(i64::try_from(tenths * 100).unwrap_or(i64::MAX));
            let (zh, en) = if now > then { ("增加", "up") } else { ("减少", "down") };
            ground.say(
                format!("{is}，上年同期（{days}）{was}，{zh}{change}%，超过{percent}%。"),
                format!("{is}; {was} in {days}: {en} by {change} %, more than {percent} %."),
            )
        }
    };
    Found::new(outcome, sentence).of(figure).figures([figure]).numbers([then])
}

/// The form of each calendar year that the period touches.
fn forms(ground: &Ground) -> Result<Vec<GovernmentForm>> {
    (ground.period.from.year()..=ground.period.to.year()).map(|year| ground.register.government_form(year)).collect()
}

pub(super) fn government_form(ground: &Ground) -> Result<Found> {
    Ok(identities(ground, &forms(ground)?))
}

/// Fails where an identity does not hold, and cannot tell where requests lack what the form asks for.
fn identities(ground: &Ground, forms: &[GovernmentForm]) -> Found {
    let mut outcome = Outcome::Pass;
    let (mut sentences, mut numbers) = (Vec::new(), Vec::new());
    let mut behind: Vec<RecordId> = Vec::new();
    for form in forms {
        let year = form.year;
        let of_columns = form.checks.iter().filter(|check| check.rule != FormRule::CarriedInWasCarriedOut);
        let broken: Vec<String> =
            of_columns.filter(|check| !check.ok).flat_map(|check| differing(ground, check)).collect();
        let total = |no: &str| {
            let row = form.rows.iter().find(|row| row.no == no);
            row.and_then(|row| row.cells.last()).map_or(0, |cell| cell.count)
        };
        let [new, carried_in, handled, out] = ["一", "二", "三（七）", "四"].map(total);
        numbers.extend([new, carried_in, handled, out].map(|count| i64::try_from(count).unwrap_or(i64::MAX)));
        let told = ground.say(
            format!("{year}年：新收{new}件＋上年结转{carried_in}件＝办理{handled}件＋结转下年{out}件"),
            format!("{year}: {new} new + {carried_in} carried in = {handled} handled + {out} carried out"),
        );
        if !broken.is_empty() {
            outcome = Outcome::Fail;
            let broken = ground.listed(broken);
            sentences.push(ground.say(format!("{year}年：{broken}"), format!("{year}: {broken}")));
        } else if form.gaps.is_empty() {
            sentences.push(ground.say(format!("{told}，各栏相符"), format!("{told}, in each column")));
        } else {
            if outcome == Outcome::Pass {
                outcome = Outcome::CannotTell;
            }
            let mut lacking: Vec<RecordId> =
                form.gaps.iter().filter_map(|gap| RecordId::parse(&gap.record).ok()).collect();
            lacking.dedup();
            let count = lacking.len();
            sentences.push(ground.say(
                format!("{told}，其中{count}件缺少申请人类别、办理结果或答复日期，暂按“其他”或未办结计入"),
                format!("{told}, with {count} that lack class, outcome or day of answer, and count as 其他 or as open for now"),
            ));
            behind.extend(lacking);
        }
    }
    let sentence = ground.say(sentences.join("；") + "。", sentences.join("; ") + ".");
    Found::new(outcome, sentence).numbers(numbers).records(behind)
}

pub(super) fn carried_over(ground: &Ground) -> Result<Found> {
    let first_day = store::records::days(ground.register.db())?.0;
    let mut outcome = Outcome::Pass;
    let (mut sentences, mut numbers) = (Vec::new(), Vec::new());
    for form in forms(ground)? {
        let (year, before) = (form.year, form.year - 1);
        // A register that begins with the year knows nothing of what was carried out of the one before.
        if first_day.as_ref().is_none_or(|day| *day >= format!("{year}-01-01")) {
            if outcome == Outcome::Pass {
                outcome = Outcome::CannotTell;
            }
            sentences.push(ground.say(
                format!("台账没有{before}年及以前的登记，{year}年的上年结转数无从核对"),
                format!(
                    "The register has nothing of {before} or before, so what was carried into {year} cannot be told"
                ),
            ));
            continue;
        }
        for check in form.checks.iter().filter(|check| check.rule == FormRule::CarriedInWasCarriedOut) {
            let (carried_in, out) = check.sums.last().map_or((0, 0), |sum| (sum.left, sum.right));
            numbers.extend([carried_in, out].map(|count| i64::try_from(count).unwrap_or(i64::MAX)));
            if check.ok {
                sentences.push(ground.say(
                    format!("{year}年上年结转{carried_in}件，与{before}年结转下年{out}件一致"),
                    format!("{carried_in} carried into {year}, as {out} were carried out of {before}"),
                ));
            } else {
                outcome = Outcome::Fail;
                let broken = ground.listed(differing(ground, check));
                sentences.push(ground.say(format!("{year}年：{broken}"), format!("{year}: {broken}")));
            }
        }
    }
    let sentence = ground.say(sentences.join("；") + "。", sentences.join("; ") + ".");
    Ok(Found::new(outcome, sentence).numbers(numbers))
}

/// The columns, or rows, in which the sides of an identity differ.
fn differing(ground: &Ground, check: &FormCheck) -> Vec<String> {
    let apart = check.sums.iter().filter(|sum| !sum.ok);
    let told = apart.map(|sum| {
        ground.say(
            format!("“{}”{}件，应为{}件", sum.of, sum.left, sum.right),
            format!("“{}” {} where it should be {}", sum.of, sum.left, sum.right),
        )
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, NaiveDateTime};

    use super::*;
    use crate::context::{Context, Unwatched};
    use crate::error::Lang;
    use crate::period::Period;

    #[test]
    fn a_column_whose_sides_differ_is_told_with_both_numbers() {
        let place = tempfile::tempdir().unwrap();
        let context = Context { now: NaiveDateTime::default(), who: "test", lang: Lang::Zh, watch: &Unwatched };
        let register = crate::commands::make(&context, &place.path().join("台账"), "示例学院").unwrap();
        let day: NaiveDate = "2023-06-30".parse().unwrap();
        let ground = Ground::new(&register, Period { from: day, to: day }, day, Lang::Zh).unwrap();
        let mut form = register.government_form(2023).unwrap();
        let whole = identities(&ground, std::slice::from_ref(&form));
        assert_eq!((whole.outcome, whole.numbers), (Outcome::Pass, vec![0; 4]));
        let check = &mut form.checks[0];
        (check.ok, check.sums[0].ok, check.sums[0].left, check.sums[0].right) = (false, false, 3, 2);
        let told = identities(&ground, &[form]);
        assert_eq!(told.outcome, Outcome::Fail);
        assert_eq!(told.sentence, "2023年：“自然人”3件，应为2件。");
    }
}
