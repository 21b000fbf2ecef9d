//! Over random changes to a register: a search finds what a person would who reads every record, and in their order;
//! so does the look for repetitions.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate, NaiveDateTime};
use pinyin::ToPinyinMulti;
use proptest::prelude::*;

use super::*;
use crate::change::{Keep, Operation};
use crate::context::Unwatched;
use crate::records::Likeness;
use crate::store::evidence::Attached;
use crate::things::{Dimension, Kind, Origin, Record, Value, Values, folded};

fn context() -> Context<'static> {
    Context { now: NaiveDateTime::default(), who: "test", lang: crate::Lang::Zh, watch: &Unwatched }
}

/// Pieces of titles: readings in plenty, brackets, widths, blanks, Latin, and signs that nobody sees.
const PIECES: [&str; 14] = [
    "学生资助",
    "银行重庆分行",
    "关于",
    "会议纪要",
    "〔2023〕",
    "（２０２３）",
    "5４号",
    "QQ 群",
    "ａbc",
    "《办法》",
    "长沙\u{1f}单位",
    "\u{200b}学生\n",
    "龥",
    "50%_",
];
/// What is looked for besides parts of those.
const NEEDLES: [&str; 12] =
    ["xszz", "yh", "cqfh", "zqfx", "2023xs", "hyjy", "[2023]", "b", "qq群", "星际", "%", "(２０２３）5"];

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(0..PIECES.len(), 1..5).prop_map(|pieces| pieces.iter().map(|at| PIECES[*at]).collect())
}

fn needle() -> impl Strategy<Value = String> {
    let part = (text(), 0usize..12, 1usize..5)
        .prop_map(|(text, from, length)| text.chars().skip(from).take(length).collect::<String>());
    let word = prop_oneof![2 => part, 1 => (0..NEEDLES.len()).prop_map(|at| NEEDLES[at].to_owned())];
    proptest::collection::vec(word, 1..4).prop_map(|words| words.join(" "))
}

/// A record's thing, texts, day, department and channels.
#[derive(Clone, Debug)]
struct Plain {
    thing: Thing,
    texts: Vec<String>,
    day: Option<u64>,
    terms: Vec<usize>,
}

fn plain() -> impl Strategy<Value = Plain> {
    let thing = prop_oneof![3 => Just(Thing::Publication), 1 => Just(Thing::Meeting), 1 => Just(Thing::Reply)];
    let day = proptest::option::weighted(0.9, 0u64..6);
    (thing, proptest::collection::vec(text(), 1..4), day, proptest::collection::vec(0usize..3, 0..3))
        .prop_map(|(thing, texts, day, terms)| Plain { thing, texts, day, terms })
}

#[derive(Clone, Debug)]
enum Step {
    Log(Plain),
    Edit(usize, Plain),
    Withdraw(usize),
    Import(Vec<Plain>),
    TakeBack(usize),
    /// Begun, and not kept.
    Rehearse(Plain),
    /// A file with this name is kept with a record; or withdrawn from it.
    Attach(usize, String, bool),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => plain().prop_map(Step::Log),
        3 => (any::<usize>(), plain()).prop_map(|(at, plain)| Step::Edit(at, plain)),
        2 => any::<usize>().prop_map(Step::Withdraw),
        2 => proptest::collection::vec(plain(), 1..5).prop_map(Step::Import),
        1 => any::<usize>().prop_map(Step::TakeBack),
        1 => plain().prop_map(Step::Rehearse),
        2 => (any::<usize>(), text(), any::<bool>()).prop_map(|(at, name, stands)| Step::Attach(at, name, stands)),
    ]
}

fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 12, 29).unwrap() + Days::new(number)
}

/// The vocabulary of the test: a channel, one below it, and a department.
fn terms(register: &mut Register) -> [i64; 3] {
    let site = register.vocabulary().unwrap().id(Dimension::Channel, "学校官网").unwrap();
    let below = register.add_term(&context(), Dimension::Channel, "校务栏目", Some(site)).unwrap().id;
    let department = register.add_term(&context(), Dimension::Department, "学生处", None).unwrap().id;
    [site, below, department]
}

fn values(plain: &Plain, terms: [i64; 3]) -> Values {
    let mut values = Values::new(plain.thing);
    for (field, text) in plain.thing.texts().zip(&plain.texts) {
        values.set(field.key, Value::Text(text.clone()));
    }
    for field in plain.thing.fields().iter().filter(|field| field.required) {
        match field.kind {
            Kind::Date => values.set(field.key, Value::Date(day(0))),
            Kind::Count => values.set(field.key, Value::Number(1)),
            Kind::Flag => values.set(field.key, Value::Flag(false)),
            // Any term stands for a unit here; it is not looked at.
            Kind::Term { .. } => values.set(field.key, Value::Number(terms[2])),
            Kind::Text { .. } | Kind::Money | Kind::Channels | Kind::Link { .. } => {}
        }
    }
    if let Some(number) = plain.day {
        values.set(plain.thing.date_field(), Value::Date(day(number)));
    }
    if plain.terms.contains(&2) {
        values.set("department", Value::Number(terms[2]));
    }
    let channels = plain.terms.iter().filter(|term| **term < 2).map(|term| terms[*term]);
    values.set("channels", Value::Terms(channels.collect()));
    values
}

/// Every record that was not taken back.
fn kept(register: &Register) -> Vec<Record> {
    let mut records = Vec::new();
    for thing in Thing::ALL {
        let mut keep = |record: Record| {
            if !record.taken_back {
                records.push(record);
            }
            Ok(())
        };
        store::records::each(register.db(), thing, None, &mut keep).unwrap();
    }
    records
}

fn take(register: &mut Register, step: &Step, terms: [i64; 3]) {
    let records = kept(register);
    let pick = |at: usize| records.get(at.checked_rem(records.len()).unwrap_or(0)).cloned();
    let write = |change: &mut crate::change::Change, plain: &Plain| change.log_record(&values(plain, terms));
    match step {
        Step::Log(plain) => {
            register.change(&context(), Operation::RecordLog, |change| write(change, plain)).unwrap();
        }
        Step::Edit(at, plain) => {
            let Some(record) = pick(*at) else { return };
            let plain = Plain { thing: record.values.thing(), ..plain.clone() };
            let edit = |change: &mut crate::change::Change| {
                change.edit_record(&record, &values(&plain, terms), record.withdrawn.as_deref())
            };
            register.change(&context(), Operation::RecordEdit, edit).unwrap();
        }
        Step::Withdraw(at) => {
            let Some(record) = pick(*at) else { return };
            let withdraw =
                |change: &mut crate::change::Change| change.edit_record(&record, &record.values, Some("重复"));
            register.change(&context(), Operation::RecordWithdraw, withdraw).unwrap();
        }
        Step::Import(plains) => {
            let import = |change: &mut crate::change::Change| {
                let batch = change.begin_batch("台账.xlsx", "00")?;
                for (row, plain) in (1..).zip(plains) {
                    let values = values(plain, terms);
                    let print = store::records::fingerprint(&values, None);
                    change.import_record(&values, None, &Origin { batch, sheet: 0, row }, &print)?;
                }
                change.end_batch(batch, plains.len() as u64)
            };
            register.change(&context(), Operation::Import, import).unwrap();
        }
        Step::TakeBack(at) => {
            let batches: Vec<_> = store::batches::all(register.db()).unwrap();
            let left: Vec<_> = batches.iter().filter(|batch| batch.undone_at.is_none()).collect();
            if let Some(batch) = left.get(at.checked_rem(left.len()).unwrap_or(0)) {
                crate::import::undo(register, &context(), &batch.id).unwrap();
            }
        }
        Step::Attach(at, name, stands) => {
            let Some(record) = pick(*at) else { return };
            let file = Attached {
                record: record.name(),
                sha256: folded(name),
                name: name.clone(),
                size: 1,
                added_at: String::new(),
                added_by: "test".into(),
                withdrawn_reason: (!stands).then(|| "放错".into()),
            };
            register.change(&context(), Operation::EvidenceAttach, |change| change.put_evidence(None, &file)).unwrap();
        }
        Step::Rehearse(plain) => {
            register
                .change_if(&context(), Operation::RecordLog, |change| Ok((write(change, plain)?, Keep::No)))
                .unwrap();
        }
    }
}

/// Whether a word stands in a text, or is the initials of what stands there: sign by sign.
fn stands(word: &str, field: &str, text: &str) -> bool {
    let (word, text) = (folded(word), folded(text));
    if text.contains(&word) {
        return true;
    }
    let typed: Vec<char> = word.chars().collect();
    let latin = typed.iter().all(char::is_ascii_alphanumeric) && typed.iter().any(char::is_ascii_alphabetic);
    let signs: Vec<char> = text.chars().filter(|sign| sign.is_alphanumeric()).collect();
    let read = |sign: char, key: char| {
        let readings = sign.to_pinyin_multi().into_iter().flatten();
        sign == key || readings.map(|reading| reading.plain()).any(|reading| reading.starts_with(key))
    };
    let spelt = |signs: &[char]| signs.iter().zip(&typed).all(|(sign, key)| read(*sign, *key));
    field != "link" && latin && typed.len() > 1 && signs.windows(typed.len()).any(spelt)
}

/// What a person finds who reads all there is, newest first.
fn read_through(records: &[Record], files: &[Attached], request: &SearchRequest, terms: [i64; 3]) -> Vec<String> {
    let mut found: Vec<&Record> = Vec::new();
    for record in records {
        let (thing, values) = (record.values.thing(), &record.values);
        let texts = || thing.texts().map(|field| (field.key, values.text(field.key)));
        let name = record.name();
        let names = || files.iter().filter(|file| file.record == name && file.withdrawn_reason.is_none());
        let holds = |word: &str| {
            texts().any(|(field, text)| stands(word, field, text))
                || names().any(|file| stands(word, "file", &file.name))
        };
        let words: Vec<&str> = request.text.split_whitespace().filter(|word| !folded(word).is_empty()).collect();
        let has = |term: &i64| {
            let below = if *term == terms[0] { vec![terms[0], terms[1]] } else { vec![*term] };
            let channels = match values.get("channels") {
                Value::Terms(channels) => channels.clone(),
                _ => Vec::new(),
            };
            below.iter().any(|term| channels.contains(term) || values.number("department") == Some(*term))
        };
        let date = values.date(thing.date_field());
        if !words.is_empty()
            && words.iter().all(|word| holds(word))
            && request.thing.is_none_or(|asked| asked == thing)
            && request.period.is_none_or(|period| date.is_some_and(|date| period.contains(date)))
            && request.terms.iter().all(has)
        {
            found.push(record);
        }
    }
    found.sort_by_key(|record| {
        let thing = record.values.thing();
        (std::cmp::Reverse(record.values.date(thing.date_field())), thing, std::cmp::Reverse(record.id))
    });
    found.iter().map(|record| record.name()).collect()
}

fn request() -> impl Strategy<Value = SearchRequest> {
    let thing = proptest::option::weighted(0.2, prop_oneof![Just(Thing::Publication), Just(Thing::Reply)]);
    let period = proptest::option::weighted(0.2, (0u64..6, 0u64..3));
    let terms = proptest::collection::vec(0i64..3, 0..2);
    (needle(), 0usize..6, 0usize..3, thing, period, proptest::option::weighted(0.3, terms)).prop_map(
        |(text, limit, offset, thing, period, terms)| SearchRequest {
            text,
            limit,
            offset,
            thing,
            period: period.map(|(from, length)| Period { from: day(from), to: day(from + length) }),
            terms: terms.unwrap_or_default(),
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_search_finds_what_a_person_finds_who_reads_every_record(
        steps in proptest::collection::vec((step(), request(), text(), any::<bool>()), 1..24),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut register = crate::commands::make(&context(), &folder.path().join("台账"), "示例学院").unwrap();
        let terms = terms(&mut register);
        for (step, request, title, search) in &steps {
            take(&mut register, step, terms);
            // Between two searches the memory may be half made.
            if !search {
                register.prepare_search().unwrap();
                continue;
            }
            let records = kept(&register);
            let request = SearchRequest {
                text: request.text.clone(),
                terms: request.terms.iter().map(|at| terms[usize::try_from(*at).unwrap()]).collect(),
                ..*request
            };
            let files = store::evidence::all(register.db()).unwrap();
            let read = read_through(&records, &files, &request, terms);
            let answer = register.search(&context(), &request).unwrap();
            prop_assert_eq!(answer.total, read.len() as u64, "{:?} {:?}", request, read);
            let hits: Vec<_> = answer.hits.iter().map(|hit| hit.id.clone()).collect();
            let page: Vec<_> = read.into_iter().skip(request.offset).take(request.limit).collect();
            prop_assert_eq!(hits, page, "{:?}", request);

            let compared = Compared::new(title, "〔2023〕5４号");
            let alike = register.looked(&context(), |index| index.alike(Thing::Publication, &compared)).unwrap();
            let publications = records.iter().filter(|record| record.values.thing() == Thing::Publication);
            let each = publications.filter_map(|record| {
                Some((compared.with(record.values.text("title"), record.values.text("doc_number"))?, record.id))
            });
            prop_assert_eq!(
                alike.into_iter().collect::<BTreeSet<(Likeness, i64)>>(),
                each.collect::<BTreeSet<(Likeness, i64)>>(),
                "{}", title
            );
        }
    }
}
