//! Properties of counting over random registers, definitions and periods: the number, the sum of its rows and an
//! independent recount agree; so do its parts, and what is said of each record.

use chrono::{Days, NaiveDate, NaiveDateTime};
use proptest::prelude::*;

use super::*;
use crate::change::Operation;
use crate::context::{Context, Unwatched};
use crate::store;
use crate::things::{Value, Values};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn context() -> Context<'static> {
    Context { now: NaiveDateTime::default(), who: "test", lang: crate::Lang::Zh, watch: &Unwatched }
}

/// A record as the test itself knows it: what the recount counts, apart from the register.
#[derive(Clone, Debug)]
struct Plain {
    thing: Thing,
    date: Option<NaiveDate>,
    /// Indexes into the words of the test: a kind, a unit, a source.
    word: usize,
    channels: Vec<usize>,
    public: bool,
    quantity: i64,
    withdrawn: bool,
}

const KINDS: [&str; 3] = ["行政文件", "党建文件", "会议纪要"];
/// The second and third lie below the first.
const CHANNELS: [&str; 4] = ["学校官网", "新闻网", "通知公告栏", "公示栏"];
const UNITS: [&str; 2] = ["件", "人次"];

fn dates() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![
        // The days where counting goes wrong: edges of months, years, school years, and leap days.
        Just(day(2023, 12, 31)),
        Just(day(2024, 1, 1)),
        Just(day(2024, 2, 29)),
        Just(day(2024, 8, 31)),
        Just(day(2024, 9, 1)),
        (0u64..730).prop_map(|n| day(2023, 7, 1) + Days::new(n)),
    ]
}

fn plain() -> impl Strategy<Value = Plain> {
    (
        prop_oneof![Just(Thing::Publication), Just(Thing::Reply)],
        proptest::option::weighted(0.9, dates()),
        0usize..3,
        proptest::collection::vec(0usize..4, 0..4),
        any::<bool>(),
        0i64..500,
        proptest::bool::weighted(0.2),
    )
        .prop_map(|(thing, date, word, channels, public, quantity, withdrawn)| {
            // Only an item that is not public may be undated; a reply never is.
            let date = if thing == Thing::Reply || public { date.or(Some(day(2024, 2, 29))) } else { date };
            Plain { thing, date, word, channels, public, quantity, withdrawn }
        })
}

fn periods() -> impl Strategy<Value = Period> {
    (dates(), 0u64..500).prop_map(|(from, length)| Period { from, to: from + Days::new(length) })
}

#[derive(Clone, Debug)]
struct Asked {
    thing: Thing,
    words: Option<Vec<usize>>,
    channels: Option<Vec<usize>>,
    public: Option<bool>,
    sum: bool,
    releases: bool,
}

fn asked() -> impl Strategy<Value = Asked> {
    (
        prop_oneof![Just(Thing::Publication), Just(Thing::Reply)],
        proptest::option::of(proptest::collection::vec(0usize..3, 1..3)),
        proptest::option::of(proptest::collection::vec(0usize..4, 1..3)),
        proptest::option::of(any::<bool>()),
        any::<bool>(),
        proptest::bool::weighted(0.2),
    )
        .prop_map(|(thing, words, channels, public, sum, releases)| {
            let publication = thing == Thing::Publication;
            // Replies are summed in one unit.
            let unit = words.as_deref().and_then(<[usize]>::first).copied().unwrap_or_default();
            Asked {
                thing,
                words: if sum && !publication { Some(vec![unit]) } else { words },
                channels: channels.filter(|_| publication),
                public: public.filter(|_| publication),
                sum: sum && !(publication && releases),
                releases: publication && releases,
            }
        })
}

fn word(thing: Thing, index: usize) -> &'static str {
    if thing == Thing::Publication { KINDS[index] } else { UNITS[index % 2] }
}

fn definition(asked: &Asked) -> Definition {
    let publication = asked.thing == Thing::Publication;
    let mut filters = Vec::new();
    if let Some(words) = &asked.words {
        let field = if publication { "kind" } else { "unit" };
        filters.push(Filter {
            field: field.into(),
            any: words.iter().map(|w| word(asked.thing, *w).to_owned()).collect(),
        });
    }
    if let Some(channels) = &asked.channels {
        filters
            .push(Filter { field: "channels".into(), any: channels.iter().map(|c| CHANNELS[*c].to_owned()).collect() });
    }
    if let Some(public) = asked.public {
        filters.push(Filter { field: "is_public".into(), any: vec![if public { "是" } else { "否" }.into()] });
    }
    let quantity = if publication { "copies" } else { "quantity" };
    Definition {
        id: "asked".into(),
        label: "所问".into(),
        unit: "条".into(),
        counts: match (publication, asked.releases) {
            (true, true) => Subject::Releases,
            (true, false) => Subject::Publications,
            (false, _) => Subject::Replies,
        },
        date: asked.thing.date_field().into(),
        filters,
        measure: if asked.sum { Measure::Sum { field: quantity.into() } } else { Measure::Records },
        rounding: None,
        zero: None,
        shipped: None,
    }
}

/// The recount: no SQL, no vocabulary, only what a person with a pencil would do.
fn recount(records: &[Plain], asked: &Asked, period: Period) -> (i64, u64) {
    let below = |channel: usize| if channel == 0 { vec![0, 1, 2] } else { vec![channel] };
    let mut value = 0;
    let mut rows = 0;
    for record in records {
        let mut channels: Vec<usize> = record.channels.clone();
        channels.sort_unstable();
        channels.dedup();
        let on: Vec<usize> = match &asked.channels {
            Some(wanted) => {
                let wanted: Vec<usize> = wanted.iter().flat_map(|c| below(*c)).collect();
                channels.iter().copied().filter(|c| wanted.contains(c)).collect()
            }
            None => channels,
        };
        let inside = record.date.is_some_and(|date| period.from <= date && date <= period.to);
        let word_fits = asked
            .words
            .as_ref()
            .is_none_or(|words| words.iter().any(|w| word(asked.thing, *w) == word(record.thing, record.word)));
        let counts = record.thing == asked.thing
            && !record.withdrawn
            && inside
            && word_fits
            && asked.public.is_none_or(|public| public == record.public)
            && ((asked.channels.is_none() && !asked.releases) || !on.is_empty());
        if counts {
            rows += 1;
            value += match (asked.sum, asked.releases) {
                (true, _) => record.quantity,
                (false, true) => i64::try_from(on.len()).unwrap(),
                (false, false) => 1,
            };
        }
    }
    (value, rows)
}

fn fill(register: &mut Register, records: &[Plain]) {
    let vocabulary = register.vocabulary().unwrap();
    let id = |dimension, name: &str| vocabulary.id(dimension, name).unwrap();
    register
        .change(&context(), Operation::RecordLog, |change| {
            for plain in records {
                let mut values = Values::new(plain.thing);
                let date = plain.date.map_or(Value::Empty, Value::Date);
                values.set(plain.thing.date_field(), date);
                match plain.thing {
                    Thing::Publication => {
                        values.set("title", Value::Text("某项信息".into()));
                        values.set("kind", Value::Number(id(Dimension::Kind, KINDS[plain.word])));
                        values.set("copies", Value::Number(plain.quantity));
                        values.set("is_public", Value::Flag(plain.public));
                        let channels = plain.channels.iter().map(|c| id(Dimension::Channel, CHANNELS[*c])).collect();
                        values.set("channels", Value::Terms(channels));
                    }
                    _ => {
                        values.set("quantity", Value::Number(plain.quantity));
                        values.set("unit", Value::Number(id(Dimension::Unit, UNITS[plain.word % 2])));
                    }
                }
                crate::things::check(&mut values);
                let number = change.log_record(&values)?;
                if plain.withdrawn {
                    let record = store::records::get(&change.db, plain.thing, number)?.unwrap();
                    change.edit_record(&record, &values, Some("重复"))?;
                }
            }
            Ok(())
        })
        .unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn value_is_the_sum_of_its_rows_and_an_independent_recount(
        records in proptest::collection::vec(plain(), 0..60),
        questions in proptest::collection::vec((asked(), periods()), 12),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut register = crate::commands::make(&context(), &folder.path().join("台账"), "示例学院").unwrap();
        fill(&mut register, &records);
        for (asked, period) in &questions {
            let definition = definition(asked);
            register.define_figure(&context(), &definition).unwrap();
            let rows = register.figure_rows("asked", *period, None, 0, u64::MAX).unwrap();
            let value = rows.value.as_ref().and_then(Number::as_i64).unwrap();
            let (recounted, recounted_rows) = recount(&records, asked, *period);
            prop_assert_eq!(value, recounted, "{:?} {:?}", asked, period);
            prop_assert_eq!(rows.total, recounted_rows);
            prop_assert_eq!(rows.records.len() as u64, rows.total);
            prop_assert_eq!(rows.records.iter().map(|r| r.quantity).sum::<i64>(), value);
            let months = register.figure_months("asked", *period).unwrap();
            prop_assert_eq!(months.iter().map(|m| m.quantity).sum::<i64>(), value);
            prop_assert_eq!(months.len(), period.months().count());
            let trends = register.figure_trends(*period).unwrap();
            let trend = trends.iter().find(|trend| trend.figure == "asked").unwrap();
            let (before, before_rows) = recount(&records, asked, period.year_before());
            prop_assert_eq!(trend.last_year.as_ref().and_then(Number::as_i64), Some(before));
            prop_assert_eq!(trend.last_year_rows, before_rows);
            prop_assert_eq!(trend.months.iter().map(|m| m.quantity).sum::<i64>(), value);
        }
        prop_assert!(register.verify(&context()).unwrap().ok);
    }

    #[test]
    fn a_part_is_the_sum_of_its_rows_and_the_parts_are_the_figure(
        records in proptest::collection::vec(plain(), 0..40),
        questions in proptest::collection::vec((asked(), periods()), 4),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut register = crate::commands::make(&context(), &folder.path().join("台账"), "示例学院").unwrap();
        fill(&mut register, &records);
        for (asked, period) in &questions {
            register.define_figure(&context(), &definition(asked)).unwrap();
            let (value, rows) = recount(&records, asked, *period);
            let fields = asked.thing.fields().iter().filter(|f| dimension_of(asked.thing, f.key).is_some());
            for by in fields.map(|field| field.key).chain([breakdown::MONTH]) {
                let Breakdown { parts, overlapping } = register.breakdown("asked", *period, by).unwrap();
                for part in &parts {
                    let of = PartOf { by: by.into(), key: part.key.clone() };
                    let rows = register.figure_rows("asked", *period, Some(&of), 0, u64::MAX).unwrap();
                    prop_assert_eq!(rows.value.as_ref().and_then(Number::as_i64), Some(part.quantity), "{} {:?}", by, asked);
                    prop_assert_eq!(rows.records.iter().map(|r| r.quantity).sum::<i64>(), part.quantity);
                    prop_assert_eq!((rows.total, rows.records.len() as u64), (part.records, part.records));
                }
                let whole = parts.iter().map(|part| part.quantity).sum::<i64>();
                let held = parts.iter().map(|part| part.records).sum::<u64>();
                prop_assert_eq!(overlapping, by == "channels" && !asked.releases);
                if overlapping {
                    prop_assert!(whole >= value && held >= rows, "{:?}", asked);
                } else {
                    prop_assert_eq!(whole, value, "{} {:?}", by, asked);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn a_record_is_in_the_rows_of_a_figure_or_has_a_reason_why_not(
        records in proptest::collection::vec(plain(), 1..20),
        asked in asked(),
        period in periods(),
        number in 0i64..60,
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut register = crate::commands::make(&context(), &folder.path().join("台账"), "示例学院").unwrap();
        fill(&mut register, &records);
        register.define_figure(&context(), &definition(&asked)).unwrap();
        // What is declared has no records, whatever is declared of whatever figure.
        let mut by_hand = Definition { id: "by_hand".into(), measure: Measure::Declared, ..definition(&asked) };
        (by_hand.date, by_hand.filters) = (String::new(), Vec::new());
        register.define_figure(&context(), &by_hand).unwrap();
        let before = register.figures(period, crate::Lang::Zh).unwrap();
        for figure in ["by_hand", "asked"] {
            let declared = DeclareFigure {
                figure: figure.into(),
                from: period.from,
                to: period.to,
                value: Some(number.into()),
                source: "来处".into(),
                reason: String::new(),
            };
            register.declare_figure(&context(), &declared).unwrap();
        }
        let after = register.figures(period, crate::Lang::Zh).unwrap();
        for (before, after) in before.iter().zip(&after) {
            let of = |figure: &Figure| (figure.value.clone(), figure.display.clone(), figure.rows);
            match after.by_hand {
                true => prop_assert_eq!((&after.value, after.rows), (&Some(number.into()), 0)),
                false => prop_assert_eq!(of(before), of(after)),
            }
            let agrees = after.declared.as_ref().map(|declared| declared.agrees);
            let equal = (after.id == "by_hand" || after.id == "asked").then(|| after.value == Some(number.into()));
            prop_assert_eq!(agrees, equal);
        }
        let mut held: std::collections::HashMap<String, Vec<(String, i64)>> = std::collections::HashMap::new();
        for figure in register.figures(period, crate::Lang::Zh).unwrap() {
            for row in register.figure_rows(&figure.id, period, None, 0, u64::MAX).unwrap().records {
                held.entry(row.id).or_default().push((figure.id.clone(), row.quantity));
            }
        }
        for thing in [Thing::Publication, Thing::Reply] {
            let of_thing = records.iter().filter(|plain| plain.thing == thing).count();
            for number in 1..=i64::try_from(of_thing).unwrap() {
                let id = RecordId { thing, number }.to_string();
                let said = register.figures_of_record(&id, period, crate::Lang::Zh).unwrap();
                // Counted or told why not, and never both or neither.
                for figure in &said {
                    let reason = figure.why_not.as_deref().map(str::trim);
                    prop_assert_eq!(figure.quantity.is_none(), reason.is_some(), "{} {:?}", id, figure);
                    prop_assert!(reason != Some(""), "{} {:?}", id, figure);
                }
                let counted = said.into_iter().filter_map(|figure| Some((figure.figure, figure.quantity?)));
                prop_assert_eq!(counted.collect::<Vec<_>>(), held.remove(&id).unwrap_or_default(), "{}", id);
            }
        }
        prop_assert!(held.is_empty());
    }
}

#[test]
fn a_period_includes_both_its_ends_also_on_leap_days_and_at_new_year() {
    let folder = tempfile::tempdir().unwrap();
    let mut register = crate::commands::make(&context(), &folder.path().join("台账"), "示例学院").unwrap();
    let ends = [day(2023, 12, 31), day(2024, 1, 1), day(2024, 2, 29), day(2024, 3, 1), day(2024, 12, 31)];
    let records: Vec<Plain> = ends
        .iter()
        .map(|date| Plain {
            thing: Thing::Publication,
            date: Some(*date),
            word: 0,
            channels: vec![0],
            public: true,
            quantity: 1,
            withdrawn: false,
        })
        .collect();
    fill(&mut register, &records);
    let count = |from: NaiveDate, to: NaiveDate| {
        register.figure_rows("items", Period { from, to }, None, 0, 10).unwrap().value.and_then(|v| v.as_i64()).unwrap()
    };
    for date in ends {
        assert_eq!(count(date, date), 1, "{date}");
    }
    assert_eq!(count(day(2024, 1, 1), day(2024, 12, 31)), 4);
    assert_eq!(count(day(2024, 2, 1), day(2024, 2, 29)), 1);
    assert_eq!(count(day(2024, 3, 2), day(2024, 12, 30)), 0);
}

#[test]
fn a_period_that_nobody_can_mean_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let register = crate::commands::make(&context(), &folder.path().join("台账"), "示例学院").unwrap();
    let reversed = Period { from: day(2024, 1, 2), to: day(2024, 1, 1) };
    assert!(matches!(register.figures(reversed, crate::Lang::Zh), Err(Error::PeriodReversed { .. })));
    let far = Period { from: day(2024, 1, 1), to: day(12024, 1, 1) };
    assert!(matches!(register.figures(far, crate::Lang::Zh), Err(Error::DayOutOfRange { .. })));
}

#[test]
fn a_renamed_word_still_counts_in_the_figures_that_name_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut register = crate::commands::make(&context(), &folder.path().join("台账"), "示例学院").unwrap();
    let record = Plain {
        thing: Thing::Publication,
        date: Some(day(2024, 5, 6)),
        word: 0,
        channels: vec![3],
        public: true,
        quantity: 1,
        withdrawn: false,
    };
    fill(&mut register, &[record]);
    let board = register.vocabulary().unwrap().id(Dimension::Channel, "公示栏").unwrap();
    let edit = crate::terms::TermEdit { name: Some("校务公示栏".into()), ..Default::default() };
    register.edit_term(&context(), board, edit).unwrap();
    let period = Period { from: day(2024, 1, 1), to: day(2024, 12, 31) };
    let figures = register.figures(period, crate::Lang::Zh).unwrap();
    let figure = figures.iter().find(|figure| figure.id == "board").unwrap();
    assert_eq!((figure.rows, figure.unknown.is_empty()), (1, true));
    assert!(register.verify(&context()).unwrap().ok);
}
