//! Lines as clerks type them. Today is Monday, 20 November 2023.

use chrono::{NaiveDate, NaiveDateTime};
use proptest::prelude::*;
use serde_json::Value as Json;

use super::{QuickReading, read};
use crate::Lang;
use crate::context::{Context, Unwatched};
use crate::fault::FaultCode;
use crate::terms::TermEdit;
use crate::things::{Dimension, Kind, Vocabulary};
use crate::workdays::Calendar;

/// Text | register | all that is read of it beyond what is assumed; `?` before a field that is asked about, with the
/// code. A value that is read and does not stand here is as wrong as one that stands here and is not read.
const LINES: &str = include_str!("lines.txt");

fn vocabulary() -> Vocabulary {
    let place = tempfile::tempdir().unwrap();
    let context = Context { now: NaiveDateTime::default(), who: "test", lang: Lang::Zh, watch: &Unwatched };
    let mut register = crate::commands::make(&context, &place.path().join("台账"), "示例学院").unwrap();
    let screen = register.vocabulary().unwrap().id(Dimension::Channel, "电子显示屏").unwrap();
    let other = register.add_term(&context, Dimension::Channel, "电子屏", None).unwrap();
    register.merge_terms(&context, other.id, screen).unwrap();
    let radio = register.vocabulary().unwrap().id(Dimension::Channel, "校园广播").unwrap();
    register.edit_term(&context, radio, TermEdit { retired: Some(true), ..TermEdit::default() }).unwrap();
    register.vocabulary().unwrap()
}

fn read_today(vocabulary: &Vocabulary, text: &str) -> QuickReading {
    read(text, vocabulary, &Calendar::shipped(), NaiveDate::from_ymd_opt(2023, 11, 20).unwrap())
}

fn value(vocabulary: &Vocabulary, reading: &QuickReading, key: &str) -> String {
    let name = |id: &Json| vocabulary.get(id.as_i64().unwrap()).unwrap().name.clone();
    let kind = reading.thing.field(key).unwrap_or_else(|| panic!("{:?} has no {key}", reading.thing)).kind;
    match (kind, reading.values.get(key)) {
        (_, None) => String::new(),
        (Kind::Term { .. }, Some(id)) => name(id),
        (Kind::Channels, Some(ids)) => {
            let mut ids: Vec<i64> = ids.as_array().unwrap().iter().filter_map(Json::as_i64).collect();
            ids.sort_unstable();
            ids.iter().map(|id| name(&(*id).into())).collect::<Vec<_>>().join("+")
        }
        (_, Some(Json::String(text))) => text.replace(' ', "_"),
        (_, Some(other)) => other.to_string(),
    }
}

#[test]
fn a_line_is_read_as_a_clerk_means_it() {
    let vocabulary = vocabulary();
    let mut wrong = Vec::new();
    let lines: Vec<&str> = LINES.lines().filter(|line| !line.is_empty()).collect();
    assert!(lines.len() >= 60, "{}", lines.len());
    for line in lines {
        let parts: Vec<&str> = line.split(" | ").collect();
        let [text, thing, expected] = parts.as_slice() else { panic!("{line}") };
        let text =
            text.replace("\\u{202e}", "\u{202e}").replace("\\u{202c}", "\u{202c}").replace("\\u{200b}", "\u{200b}");
        let reading = read_today(&vocabulary, &text);
        let assumed = |key: &str| reading.assumed.iter().any(|assumed| assumed.field == key);
        let values = reading.values.keys().filter(|key| !assumed(key));
        let asked = reading.questions.iter().map(|asked| format!("?{}={}", asked.fault.field, asked.fault.code.name()));
        let mut found: Vec<String> =
            values.map(|key| format!("{key}={}", value(&vocabulary, &reading, key))).chain(asked).collect();
        let mut wanted: Vec<&str> = expected.split_whitespace().collect();
        found.sort_unstable();
        wanted.sort_unstable();
        if reading.thing.key() != *thing || found != wanted {
            wrong.push(format!("{text}\n  is {:?} {found:?}\n not {thing} {wanted:?}", reading.thing));
        }
        check_places(&text, &reading);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_part_says_where_it_stands_and_as_what_it_was_read() {
    let text = "🎉 3月2日 官网、公示栏 关于资助的通知 学生处";
    let reading = read_today(&vocabulary(), text);
    let units: Vec<u16> = text.encode_utf16().collect();
    let told: Vec<(String, &str, &str)> = reading
        .parts
        .iter()
        .map(|part| {
            let written = String::from_utf16(&units[part.from..part.to]).unwrap();
            (written, part.field.as_str(), part.shown.as_str())
        })
        .collect();
    let expected = [
        ("3月2日", "published_on", "2023年3月2日"),
        ("官网", "channels", "学校官网"),
        ("公示栏", "channels", "公示栏"),
        ("通知", "kind", "公告通知"),
        ("学生处", "department", "学生工作处"),
    ];
    let expected: Vec<(String, &str, &str)> = expected.iter().map(|(w, f, s)| ((*w).to_owned(), *f, *s)).collect();
    assert_eq!(told, expected);
    assert_eq!(reading.left, "🎉 关于资助的通知");
}

#[test]
fn what_could_be_read_in_two_ways_is_asked_with_both_offered() {
    let vocabulary = vocabulary();
    let offered = |text: &str| -> Vec<String> {
        let reading = read_today(&vocabulary, text);
        reading
            .questions
            .iter()
            .flat_map(|question| question.choices.iter().map(|choice| choice.text.clone()))
            .collect()
    };
    assert_eq!(offered("3月2日 官微 校庆预告"), ["官方微信公众号", "官方微博"]);
    assert_eq!(offered("3月2日 官网 校庆预告 学生处、团委"), ["学生工作处", "团委"]);
    assert_eq!(offered("3月2日 投诉 1件 已答复"), ["答复日期：2023年3月2日", "答复日期：2023年11月20日"]);
    assert_eq!(offered("3月2日 召开座谈会 投诉处理 5件"), ["答复：", "会议："]);
    assert_eq!(offered("3月2日至3月8日 官网 拟录取名单公示"), ["公示：", "主动公开："]);
    assert_eq!(offered("3月2日至3月8日 官网 图书馆闭馆"), ["2023年3月2日", "2023年3月8日"]);
    // What is chosen is put in the place of what was asked about, and settles it.
    for text in
        ["3月2日 官方微博 校庆预告", "3月2日 投诉 1件 答复日期：2023年3月2日", "答复：3月2日 召开座谈会 投诉处理 5件"]
    {
        assert!(read_today(&vocabulary, text).questions.is_empty(), "{text}");
    }
}

#[test]
fn a_retired_channel_is_not_chosen_anew() {
    let vocabulary = vocabulary();
    let codes = |text: &str| -> Vec<FaultCode> {
        read_today(&vocabulary, text).questions.iter().map(|question| question.fault.code).collect()
    };
    assert_eq!(codes("3月2日 校园广播 防火提示"), [FaultCode::TermRetired]);
}

#[test]
fn a_line_without_a_day_is_today_s_and_says_so() {
    let vocabulary = vocabulary();
    let reading = read_today(&vocabulary, "官网 关于放假的通知");
    assert_eq!(reading.values["published_on"], "2023-11-20");
    assert_eq!(reading.assumed.first().map(|assumed| assumed.field.as_str()), Some("published_on"));
    assert!(read_today(&vocabulary, "3月3日 官网 关于放假的通知").assumed.is_empty());
}

/// Parts and questions lie within the text, on the borders of its signs; parts stand in order and do not overlap.
fn check_places(text: &str, reading: &QuickReading) {
    let mut borders = vec![0];
    borders.extend(text.chars().scan(0, |at, c| {
        *at += c.len_utf16();
        Some(*at)
    }));
    let mut last = 0;
    for part in &reading.parts {
        assert!(last <= part.from && part.from < part.to, "{text}: {:?}", reading.parts);
        assert!(borders.contains(&part.from) && borders.contains(&part.to), "{text}: {part:?}");
        last = part.to;
    }
    for question in &reading.questions {
        assert!(question.from <= question.to && borders.contains(&question.from) && borders.contains(&question.to));
    }
}

/// Words of which lines are made, in any order, beside any text.
fn lines() -> impl Strategy<Value = String> {
    let words: Vec<&str> = LINES.split([' ', '|', '、', '，', '\n']).filter(|word| !word.is_empty()).collect();
    let word = prop_oneof![
        proptest::sample::select(words).prop_map(str::to_owned),
        any::<String>(),
        proptest::sample::select(vec![
            "〔2023〕",
            "(",
            "》",
            "《",
            "：",
            "9999999999999999999年",
            "约",
            "0月0日",
            "，",
            "🎉",
            "\u{202e}"
        ])
        .prop_map(str::to_owned),
    ];
    (proptest::collection::vec(word, 0..8), proptest::sample::select(vec![" ", "", "、", "　"]))
        .prop_map(|(words, between)| words.join(between))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn any_text_is_read_without_fault(texts in proptest::collection::vec(lines(), 8)) {
        thread_local! { static WORDS: Vocabulary = vocabulary(); }
        WORDS.with(|vocabulary| for text in &texts {
            check_places(text, &read_today(vocabulary, text));
        });
    }
}
