//! A small register for the tests of reports, and what an export promises as a whole.

use std::cell::Cell;

use serde_json::{Value as Json, json};
use tempfile::TempDir;

use super::*;
use crate::context::{Progress, Unwatched, Watch};
use crate::files::temporary_of;
use crate::things::{Dimension, Thing};

pub(super) fn context() -> Context<'static> {
    Context { now: chrono::NaiveDateTime::default(), who: "test", lang: crate::Lang::Zh, watch: &Unwatched }
}

pub(super) fn request() -> ReportRequest {
    let day = |text: &str| text.parse().unwrap();
    ReportRequest { from: day("2023-02-01"), to: day("2023-11-20"), addressee: "示例省教育厅".into(), date: None }
}

pub(super) fn term(register: &Register, dimension: Dimension, name: &str) -> i64 {
    register.terms().unwrap().into_iter().find(|t| t.dimension == dimension && t.name == name).unwrap().id
}

pub(super) fn log(register: &mut Register, thing: Thing, values: Json) -> String {
    register.log_record(&context(), thing, values.as_object().unwrap(), None, None).unwrap().record.id
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
    let detour = folder.path().join("台账/../年报.docx");
    for same in [&docx, &detour] {
        let error = export(&register, &context(), &request(), Some(&docx), Some(same)).unwrap_err();
        assert_eq!(error.code(), "same_file");
    }
    assert_eq!(files(folder.path()), ["台账"]);
}

#[test]
fn nothing_is_written_into_the_registers_folder() {
    let (folder, register) = a_filled_register();
    let own = register.folder().to_path_buf();
    let state = || {
        let names = [files(&own), files(&own.join("evidence"))];
        (names, std::fs::read(own.join("register.db")).unwrap(), std::fs::read(own.join("register.seal")).ok())
    };
    let before = state();
    let mut places: Vec<PathBuf> =
        ["register.db", "register.seal", "evidence/x.docx", "年报.docx"].iter().map(|name| own.join(name)).collect();
    places.push(folder.path().join("台账/evidence/../../台账/register.db"));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&own, folder.path().join("别名")).unwrap();
        places.push(folder.path().join("别名/年报.docx"));
    }
    let outside = folder.path().join("年报");
    for place in &places {
        for (docx, xlsx) in [(place, &outside), (&outside, place)] {
            let error = export(&register, &context(), &request(), Some(docx), Some(xlsx)).unwrap_err();
            assert_eq!(error.code(), "inside_register", "{}", place.display());
        }
    }
    assert!(state() == before);
    assert!(!outside.exists());
}

#[test]
fn a_report_to_nobody_can_be_looked_at_but_not_written() {
    let (folder, register) = a_register();
    let (docx, xlsx) = (folder.path().join("年报.docx"), folder.path().join("统计.xlsx"));
    for nobody in ["", " \n\u{3000}", " ：", ": :"] {
        let request = ReportRequest { addressee: nobody.into(), ..request() };
        assert_eq!(annual_report(&register, &request).unwrap().addressee, "");
        let error = export(&register, &context(), &request, Some(&docx), Some(&xlsx)).unwrap_err();
        assert_eq!(error.code(), "addressee_missing");
        assert_eq!(files(folder.path()), ["台账"]);
        export(&register, &context(), &request, None, Some(&xlsx)).unwrap();
        std::fs::remove_file(&xlsx).unwrap();
    }
}

#[test]
fn the_longest_period_has_its_report_and_an_impossible_one_its_sentence() {
    let (folder, register) = a_filled_register();
    let (docx, xlsx) = (folder.path().join("年报.docx"), folder.path().join("统计.xlsx"));
    let export = |from: &str, to: &str, date: Option<&str>| {
        let (from, to) = (from.parse().unwrap(), to.parse().unwrap());
        let request = ReportRequest { from, to, date: date.map(|day| day.parse().unwrap()), ..request() };
        export(&register, &context(), &request, Some(&docx), Some(&xlsx)).map_err(|error| error.code())
    };
    export("1949-01-01", "2100-12-31", None).unwrap();
    export("1949-01-01", "1949-01-01", None).unwrap();
    for (from, to, date) in [
        ("0001-01-01", "2023-12-31", None),
        ("2023-01-01", "+12023-12-31", None),
        ("-0001-01-01", "2023-12-31", None),
        ("2023-01-01", "2023-12-31", Some("1899-12-31")),
        ("2023-01-01", "2023-12-31", Some("+12023-01-01")),
    ] {
        assert_eq!(export(from, to, date).unwrap_err(), "day_out_of_range", "{from} {to} {date:?}");
    }
    assert_eq!(export("2023-12-31", "2023-01-01", None).unwrap_err(), "period_reversed");
}

/// A device that is always full stands under the temporary's name.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_and_leaves_what_was_there() {
    let (folder, register) = a_filled_register();
    for name in ["年报.docx", "统计.xlsx"] {
        let place = folder.path().join(name);
        std::fs::write(&place, "旧").unwrap();
        std::os::unix::fs::symlink("/dev/full", temporary_of(&place)).unwrap();
        let (docx, xlsx) = if name.ends_with("docx") { (Some(&*place), None) } else { (None, Some(&*place)) };
        let error = export(&register, &context(), &request(), docx, xlsx).unwrap_err();
        assert_eq!(error.code(), "disk_full", "{name}");
        assert!(error.sentence(crate::error::Lang::Zh).contains(name));
        assert_eq!(std::fs::read_to_string(&place).unwrap(), "旧");
    }
    assert_eq!(files(folder.path()), ["台账", "年报.docx", "统计.xlsx"]);
}
