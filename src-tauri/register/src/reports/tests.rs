//! A small register for the tests of reports, and what an export promises as a whole.

use std::cell::Cell;

use serde_json::{Value as Json, json};
use tempfile::TempDir;

use super::*;
use crate::context::{Progress, Unwatched, Watch};
use crate::things::{Dimension, Thing};

pub(super) fn context() -> Context<'static> {
    Context { now: chrono::NaiveDateTime::default(), who: "test", watch: &Unwatched }
}

pub(super) fn request() -> ReportRequest {
    let day = |text: &str| text.parse().unwrap();
    ReportRequest { from: day("2023-02-01"), to: day("2023-11-20"), addressee: "示例省教育厅".into(), date: None }
}

pub(super) fn term(register: &Register, dimension: Dimension, name: &str) -> i64 {
    register.terms().unwrap().into_iter().find(|t| t.dimension == dimension && t.name == name).unwrap().id
}

pub(super) fn log(register: &mut Register, thing: Thing, values: Json) -> String {
    register.log_record(&context(), thing, values.as_object().unwrap()).unwrap().record.id
}

/// An empty register.
pub(super) fn a_register() -> (TempDir, Register) {
    let folder = tempfile::tempdir().unwrap();
    let register = crate::commands::make(&context(), &folder.path().join("台账"), "示例学院").unwrap();
    (folder, register)
}

/// A register with something of most things.
pub(super) fn a_filled_register() -> (TempDir, Register) {
    let (folder, mut register) = a_register();
    let id = |dimension, name: &str| term(&register, dimension, name);
    let web = id(Dimension::Channel, "学校官网");
    let board = id(Dimension::Channel, "公示栏");
    let press = id(Dimension::Channel, "红网");
    let admin = id(Dimension::Kind, "行政文件");
    let party_meeting = id(Dimension::MeetingKind, "党委会");
    let daily = id(Dimension::ReplyChannel, "日常答疑");
    let phone = id(Dimension::ReplyChannel, "电话");
    let people = id(Dimension::Unit, "人次");
    let books = id(Dimension::Unit, "本");
    let charter = id(Dimension::ListItem, "学校章程及制定的各项规章制度");
    let mut records = vec![
        (Thing::Meeting, json!({"name": "党委会", "kind": party_meeting, "held_on": "2023-04-04"})),
        (Thing::Material, json!({"handed_on": "2023-05-05", "name": "学生手册", "quantity": 1586, "unit": books})),
        (Thing::Evaluation, json!({"held_on": "2023-06-06", "valid": 1000, "satisfied": 873})),
        (
            Thing::Publication,
            json!({"title": "=HYPERLINK(\"http://example.org\")", "published_on": "2023-03-01",
            "is_public": true, "channels": [web, board], "list_item": charter}),
        ),
        (
            Thing::Publication,
            json!({"title": "http://example.org <&> \u{b}“引号”", "published_on": "2023-11-20",
            "is_public": true, "channels": [web, press]}),
        ),
    ];
    for number in 1..=12 {
        let title = format!("关于第{number}项工作的通知");
        records.push((
            Thing::Publication,
            json!({"title": title, "doc_number": format!("院发〔2023〕{number}号"),
            "kind": admin, "copies": 30, "published_on": format!("2023-{number:02}-15"), "is_public": number % 2 == 0,
            "channels": [board]}),
        ));
    }
    for (channel, quantity, estimate) in [(daily, 23617, false), (phone, 800, true)] {
        records.push((
            Thing::Reply,
            json!({"received_on": "2023-07-07", "channel": channel, "quantity": quantity,
            "unit": people, "is_estimate": estimate, "is_day_count": true, "about_disclosure": false}),
        ));
    }
    for (thing, values) in records {
        log(&mut register, thing, values);
    }
    (folder, register)
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn the_same_request_writes_the_same_bytes() {
    let (folder, register) = a_filled_register();
    let place = |name: &str| folder.path().join(name);
    for turn in ["甲", "乙"] {
        let (docx, xlsx) = (place(&format!("{turn}.docx")), place(&format!("{turn}.xlsx")));
        export(&register, &context(), &request(), Some(&docx), Some(&xlsx)).unwrap();
    }
    for ending in ["docx", "xlsx"] {
        let read = |turn: &str| std::fs::read(place(&format!("{turn}.{ending}"))).unwrap();
        assert!(read("甲") == read("乙"), "{ending}");
    }
    assert_eq!(files(folder.path()), ["乙.docx", "乙.xlsx", "台账", "甲.docx", "甲.xlsx"]);
}

#[test]
fn a_cancelled_export_leaves_what_was_there() {
    /// Stops after so many steps.
    struct Stop(Cell<u32>);
    impl Watch for Stop {
        fn step(&self, _: Progress) -> bool {
            let left = self.0.get();
            self.0.set(left.saturating_sub(1));
            left > 0
        }
    }
    let (folder, register) = a_filled_register();
    let (docx, xlsx) = (folder.path().join("年报.docx"), folder.path().join("年报.xlsx"));
    std::fs::write(&docx, "旧").unwrap();
    // While the records are listed, and while the file is packed.
    for steps in [0, 1] {
        let stop = Stop(Cell::new(steps));
        let stopped = Context { watch: &stop, ..context() };
        let error = export(&register, &stopped, &request(), Some(&docx), Some(&xlsx)).unwrap_err();
        assert_eq!(error.code(), "cancelled");
        assert_eq!(files(folder.path()), ["台账", "年报.docx"]);
        assert_eq!(std::fs::read_to_string(&docx).unwrap(), "旧");
    }
}

#[test]
fn a_place_that_fails_leaves_the_other_unwritten() {
    let (folder, register) = a_filled_register();
    let docx = folder.path().join("年报.docx");
    let error = export(&register, &context(), &request(), Some(&docx), Some(&folder.path().join("没有/年报.xlsx")))
        .unwrap_err();
    assert_eq!(error.code(), "folder_missing");
    let error = export(&register, &context(), &request(), Some(&docx), Some(&docx)).unwrap_err();
    assert_eq!(error.code(), "bad_request");
    assert_eq!(files(folder.path()), ["台账"]);
}
