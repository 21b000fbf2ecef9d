//! Properties of the cross-checks over random registers: the outcome is that of an independent recount, and what is
//! withdrawn changes none.

use chrono::{Days, NaiveDate, NaiveDateTime};
use proptest::prelude::*;

use super::*;
use crate::change::Operation;
use crate::context::Unwatched;
use crate::counting::{Definition, Filter, Measure, Subject};
use crate::error::Lang;
use crate::things::{Dimension, Thing, Value, Values};

const KINDS: [&str; 3] = ["行政文件", "党建文件", "会议纪要"];
const CHANNELS: [&str; 3] = ["文件", "简报", "公示栏"];

/// A publication as the test itself knows it.
#[derive(Clone, Debug)]
struct Plain {
    /// After the first day of the year; the last tenth lies in the next.
    day: u64,
    kind: usize,
    channels: Vec<usize>,
    copies: i64,
}

/// Parts by the kinds or channels that they count.
type Parts = Vec<Vec<usize>>;

fn context() -> Context<'static> {
    Context { now: NaiveDateTime::default(), who: "test", lang: Lang::Zh, watch: &Unwatched }
}

fn first() -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 1, 1).unwrap()
}

fn year() -> Period {
    Period { from: first(), to: NaiveDate::from_ymd_opt(2023, 12, 31).unwrap() }
}

fn plain() -> impl Strategy<Value = Plain> {
    (0u64..400, 0usize..3, proptest::collection::vec(0usize..3, 0..3), 0i64..4).prop_map(
        |(day, kind, mut channels, copies)| {
            channels.sort_unstable();
            channels.dedup();
            Plain { day, kind, channels, copies }
        },
    )
}

fn parts() -> impl Strategy<Value = Parts> {
    proptest::collection::vec(proptest::sample::subsequence(vec![0, 1, 2], 1..=2), 1..4)
}

fn register_of(place: &std::path::Path, records: &[Plain]) -> Register {
    let mut register = crate::commands::make(&context(), &place.join("台账"), "示例学院").unwrap();
    let vocabulary = register.vocabulary().unwrap();
    let id = |dimension, name: &str| vocabulary.id(dimension, name).unwrap();
    register
        .change(&context(), Operation::RecordLog, |change| {
            for plain in records {
                let mut values = Values::new(Thing::Publication);
                values.set("title", Value::Text("某项信息".into()));
                values.set("published_on", Value::Date(first() + Days::new(plain.day)));
                values.set("is_public", Value::Flag(true));
                values.set("kind", Value::Number(id(Dimension::Kind, KINDS[plain.kind])));
                values.set("copies", Value::Number(plain.copies));
                let channels = plain.channels.iter().map(|at| id(Dimension::Channel, CHANNELS[*at])).collect();
                values.set("channels", Value::Terms(channels));
                change.log_record(&values)?;
            }
            Ok(())
        })
        .unwrap();
    register
}

/// A figure of its own, and a check over it and its parts.
fn define(register: &mut Register, field: &str, words: &[&str], parts: &Parts, measure: &Measure) -> Vec<String> {
    let mut figure = |id: String, filters: Vec<Filter>| {
        let definition = Definition {
            label: id.clone(),
            unit: "份".into(),
            counts: Subject::Publications,
            date: "published_on".into(),
            filters,
            measure: measure.clone(),
            rounding: None,
            zero: None,
            shipped: None,
            id: id.clone(),
        };
        register.define_figure(&context(), &definition).unwrap();
        id
    };
    let whole = figure(format!("{field}_whole"), Vec::new());
    let named = parts.iter().enumerate().map(|(at, part)| {
        let any = part.iter().map(|at| words[*at].to_owned()).collect();
        figure(format!("{field}_part_{at}"), vec![Filter { field: field.into(), any }])
    });
    [whole].into_iter().chain(named.collect::<Vec<_>>()).collect()
}

fn outcome(register: &Register, rule: Rule) -> (Outcome, Vec<i64>) {
    let ground = Ground::new(register, year(), first(), Lang::Zh).unwrap();
    let mut lines = found(&ground, &rule).unwrap();
    assert_eq!(lines.len(), 1);
    let line = lines.remove(0);
    (line.outcome, line.records.into_iter().map(|record| record.number).collect())
}

/// The numbers of the records of the year that a person with a pencil would pick.
fn picked(records: &[Plain], pick: impl Fn(&Plain) -> bool) -> Vec<i64> {
    let within = |plain: &Plain| year().contains(first() + Days::new(plain.day));
    (1..).zip(records).filter(|(_, plain)| within(plain) && pick(plain)).map(|(number, _)| number).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn the_outcome_is_that_of_a_recount(
        records in proptest::collection::vec(plain(), 0..12),
        (kinds, channels) in (parts(), parts()),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut register = register_of(folder.path(), &records);

        let names = define(&mut register, "kind", &KINDS, &kinds, &Measure::Sum { field: "copies".into() });
        let rule = Rule::PartsOfTotal { total: names[0].clone(), parts: names[1..].to_vec() };
        let times = |plain: &Plain| kinds.iter().filter(|part| part.contains(&plain.kind)).count() as i64;
        let all = picked(&records, |_| true);
        let copies = |times: &dyn Fn(&Plain) -> i64| -> i64 {
            all.iter().map(|number| &records[*number as usize - 1]).map(|plain| plain.copies * times(plain)).sum()
        };
        let holds = copies(&|_| 1) == copies(&times);
        let expected = match holds {
            true => (Outcome::Pass, Vec::new()),
            false => (Outcome::Fail, picked(&records, |plain| plain.copies > 0 && times(plain) != 1)),
        };
        prop_assert_eq!(outcome(&register, rule), expected);

        let names = define(&mut register, "channels", &CHANNELS, &channels, &Measure::Records);
        let rule = Rule::AtMostChannels { items: names[0].clone(), channels: names[1..].to_vec() };
        let on = |plain: &Plain| channels.iter().flatten().any(|channel| plain.channels.contains(channel));
        let nowhere = picked(&records, |plain| !on(plain));
        let expected = if nowhere.is_empty() { Outcome::Pass } else { Outcome::Fail };
        prop_assert_eq!(outcome(&register, rule), (expected, nowhere));
    }

    #[test]
    fn what_is_logged_and_withdrawn_changes_no_outcome(
        records in proptest::collection::vec(plain(), 0..8),
        extra in plain(),
        kinds in parts(),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut register = register_of(folder.path(), &records);
        let names = define(&mut register, "kind", &KINDS, &kinds, &Measure::Records);
        let own = CheckDefinition {
            id: "own".into(),
            label: "文种".into(),
            basis: None,
            rule: Rule::AtMostChannels { items: names[0].clone(), channels: names[1..].to_vec() },
        };
        let checks = register.check_definitions().unwrap().into_iter().chain([own]).collect();
        register.set_check_definitions(&context(), &SetCheckDefinitions { checks: Some(checks) }).unwrap();
        let told = |register: &Register| -> Vec<(String, Outcome, String)> {
            let lines = register.cross_checks(&context(), year()).unwrap();
            lines.into_iter().map(|line| (line.id, line.outcome, line.sentence)).collect()
        };
        let before = told(&register);
        let values = serde_json::json!({"title": "多记", "published_on": first() + Days::new(extra.day % 365),
            "copies": extra.copies});
        let saved =
            register.log_record(&context(), Thing::Publication, values.as_object().unwrap(), None, None).unwrap();
        register.withdraw_record(&context(), &saved.record.id, "重复", false).unwrap();
        prop_assert_eq!(told(&register), before);
        prop_assert!(register.verify(&context()).unwrap().ok);
    }
}
