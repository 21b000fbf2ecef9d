//! 归档: a report is frozen with all that stands behind it, proven, and exported again byte for byte.

use std::cell::Cell;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use register::{Context, Lang, Progress, Watch, commands};
use serde_json::{Value as Json, json};

use crate::changes::{behind_the_back, forge_seal};
use crate::office::{Office, content};
use crate::year_2023::{imported, period};

pub fn report() -> Json {
    let mut report = period();
    report["addressee"] = json!("湖南省教育厅");
    report
}

/// The ledger of 2023 with its report archived, and the archived report.
pub fn archived() -> (Office, Json) {
    let (mut office, _) = imported();
    let archived = office.call("archive_report", json!({"report": report()}));
    (office, archived)
}

fn folder(office: &Office) -> PathBuf {
    office.register().join("archive")
}

pub fn place(office: &Office, name: &str) -> PathBuf {
    let place = office.path(name);
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    place
}

/// The first item on the school's site, as it is archived.
pub fn an_item(office: &mut Office) -> String {
    let rows = office.call("archived_rows", json!({"id": "archive-1", "figure": "web", "limit": 1}));
    rows["records"][0]["id"].as_str().unwrap().to_owned()
}

/// The figures that are otherwise than they were filed.
pub fn moved(changes: &Json) -> Vec<String> {
    let figures = changes["figures"].as_array().unwrap().iter();
    let moved = figures.filter(|it| it["filed"] != it["now"] || it["records"] != json!([]));
    moved.map(|it| it["figure"].as_str().unwrap().to_owned()).collect()
}

/// Holds two packages against each other part by part, so that a difference names its place.
fn assert_same_package(one: &Path, other: &Path) {
    let parts = |file: &Path| -> Vec<(String, String, Vec<u8>)> {
        let mut archive = zip::ZipArchive::new(fs::File::open(file).unwrap()).unwrap();
        (0..archive.len())
            .map(|at| {
                let mut part = archive.by_index(at).unwrap();
                let mut bytes = Vec::new();
                part.read_to_end(&mut bytes).unwrap();
                (part.name().unwrap().into_owned(), format!("{:?}", part.last_modified()), bytes)
            })
            .collect()
    };
    let (ours, theirs) = (parts(one), parts(other));
    let names = |parts: &[(String, String, Vec<u8>)]| parts.iter().map(|it| it.0.clone()).collect::<Vec<_>>();
    assert_eq!(names(&ours), names(&theirs), "the parts and their order");
    for ((name, time, bytes), (_, their_time, their_bytes)) in ours.iter().zip(&theirs) {
        assert_eq!(time, their_time, "{name}: its time");
        if bytes != their_bytes {
            let at =
                bytes.iter().zip(their_bytes).position(|(a, b)| a != b).unwrap_or(bytes.len().min(their_bytes.len()));
            let around = |bytes: &[u8]| {
                String::from_utf8_lossy(&bytes[at.saturating_sub(60)..bytes.len().min(at + 60)]).into_owned()
            };
            panic!("{name}, byte {at}:\n{}\n{}", around(bytes), around(their_bytes));
        }
    }
    assert!(fs::read(one).unwrap() == fs::read(other).unwrap(), "the parts are the same, and their package is not");
}

#[test]
fn an_archived_report_keeps_its_text_its_figures_and_their_records() {
    let (mut office, archived) = archived();
    assert_eq!((&archived["id"], &archived["number"]), (&json!("archive-1"), &json!(1)));
    assert_eq!((&archived["by"], &archived["archived_at"]), (&json!("王丽"), &json!("2023-11-20T09:30:00")));
    assert!(archived["title"].as_str().unwrap().contains("信息公开"), "{archived}");
    let figures = office.call("figures", period());
    let document = office.call("report", report());
    let view = office.call("archived_report", json!({"id": "archive-1"}));
    assert_eq!((&view["figures"], &view["document"], &view["report"]), (&figures, &document, &archived));
    assert_eq!(office.call("archived_reports", json!({})), json!([archived]));
    for figure in figures.as_array().unwrap() {
        let mut now = period();
        now["figure"] = figure["id"].clone();
        let filed = json!({"id": "archive-1", "figure": figure["id"]});
        assert_eq!(office.call("archived_rows", filed), office.call("figure_rows", now));
    }
    let page = office.call("archived_rows", json!({"id": "archive-1", "figure": "web", "offset": 5, "limit": 2}));
    assert_eq!((page["records"].as_array().unwrap().len(), &page["total"]), (2, &page["value"]));
    assert_eq!(content(&folder(&office)).len(), 3);
    assert!(office.red_checks().is_empty());
}

#[test]
fn nothing_has_changed_right_after_a_report_was_archived() {
    let (mut office, _) = archived();
    let changes = office.call("archive_changes", json!({"id": "archive-1"}));
    assert!(moved(&changes).is_empty());
    assert_eq!(changes["edited"], json!([]));
    assert_eq!(changes["since"], json!({"wording": false, "definitions": [], "rules": false, "calendar": false}));
}

#[test]
fn the_same_state_is_the_same_bytes_whoever_exports_it_and_when() {
    let (mut office, _) = archived();
    let exported = (place(&office, "甲.docx"), place(&office, "甲.xlsx"));
    let kept = (place(&office, "归档.docx"), place(&office, "归档.xlsx"));
    let other = Context {
        now: NaiveDate::from_ymd_opt(2031, 2, 28).unwrap().and_hms_opt(23, 59, 59).unwrap(),
        who: "李强",
        lang: Lang::En,
        ..office.context()
    };
    // Another session, on another day, in another language.
    office.close();
    for (command, request) in [
        ("open_register", json!({"folder": office.register()})),
        ("export_report", json!({"report": report(), "docx": exported.0, "xlsx": exported.1})),
        ("export_archived", json!({"id": "archive-1", "docx": kept.0, "xlsx": kept.1})),
    ] {
        commands::call(&mut office.session, &other, command, request).unwrap();
    }
    assert_same_package(&exported.0, &kept.0);
    assert_same_package(&exported.1, &kept.1);
}

#[test]
fn what_was_archived_stays_as_it_was_filed_whatever_is_corrected() {
    let (mut office, _) = archived();
    let before = (place(&office, "前.docx"), place(&office, "前.xlsx"));
    let after = (place(&office, "后.docx"), place(&office, "后.xlsx"));
    office.call("export_archived", json!({"id": "archive-1", "docx": before.0, "xlsx": before.1}));
    let view = office.call("archived_report", json!({"id": "archive-1"}));
    let id = an_item(&mut office);
    office.call("withdraw_record", json!({"id": id, "reason": "重复登记"}));
    office.call("set_wording", json!({"text": "# {institution}\n共{web}。\n"}));
    office.call("rename_institution", json!({"name": "湖南示例大学"}));
    office.call("export_archived", json!({"id": "archive-1", "docx": after.0, "xlsx": after.1}));
    assert_same_package(&before.0, &after.0);
    assert_same_package(&before.1, &after.1);
    assert_eq!(office.call("archived_report", json!({"id": "archive-1"})), view);
    assert!(office.red_checks().is_empty());
}

#[test]
fn a_report_archived_again_gets_a_number_of_its_own() {
    let (mut office, first) = archived();
    let id = an_item(&mut office);
    office.call("withdraw_record", json!({"id": id, "reason": "重复登记"}));
    let second = office.call("archive_report", json!({"report": report(), "title": "2023年度报告（更正）"}));
    assert_eq!((&second["number"], &second["title"]), (&json!(2), &json!("2023年度报告（更正）")));
    assert_ne!(second["sha256"], first["sha256"]);
    assert_eq!(office.call("archived_reports", json!({})), json!([second, first]));
    assert_eq!(moved(&office.call("archive_changes", json!({"id": "archive-2"}))), Vec::<String>::new());
    assert!(moved(&office.call("archive_changes", json!({"id": "archive-1"}))).contains(&"web".to_owned()));
    assert!(office.red_checks().is_empty());
}

#[test]
fn a_report_to_nobody_or_of_a_name_without_end_is_not_archived() {
    let (mut office, _) = imported();
    let mut nobody = report();
    nobody["addressee"] = json!(" ");
    assert_eq!(office.refusal("archive_report", json!({"report": nobody})), "addressee_missing");
    let long = json!({"report": report(), "title": "长".repeat(101)});
    assert_eq!(office.refusal("archive_report", long), "refused");
    assert_eq!(office.refusal("archived_report", json!({"id": "archive-1"})), "no_such_archive");
    assert!(content(&folder(&office)).is_empty());
}

#[test]
fn a_cancelled_archiving_leaves_nothing() {
    /// Stops at a step.
    struct Impatient(Cell<u32>);
    impl Watch for Impatient {
        fn step(&self, _: Progress) -> bool {
            let left = self.0.get();
            self.0.set(left.saturating_sub(1));
            left > 0
        }
    }
    let (mut office, _) = imported();
    for steps in [0, 1, 2] {
        let watch = Impatient(Cell::new(steps));
        let context = Context { watch: &watch, ..office.context() };
        let request = json!({"report": report()});
        let error = commands::call(&mut office.session, &context, "archive_report", request).unwrap_err();
        assert_eq!(error.code(), "cancelled");
        assert!(content(&folder(&office)).is_empty());
    }
    assert_eq!(office.call("archived_reports", json!({})), json!([]));
    assert!(office.red_checks().is_empty());
}

#[test]
fn a_byte_changed_in_an_archived_file_is_told_and_never_exported() {
    for ending in ["json", "docx", "xlsx"] {
        let (mut office, archived) = archived();
        let sha256 = if ending == "json" { &archived["sha256"] } else { &archived[ending]["sha256"] };
        let file = folder(&office).join(sha256.as_str().unwrap());
        let mut bytes = fs::read(&file).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(&file, &bytes).unwrap();
        let checks = office.call("verify", json!({}))["checks"].clone();
        let red: Vec<&Json> = checks.as_array().unwrap().iter().filter(|check| check["ok"] == false).collect();
        assert_eq!((red.len(), &red[0]["check"]), (1, &json!("archive")));
        assert!(red[0]["detail"].as_str().unwrap().contains(&format!("archive-1.{ending}")), "{}", red[0]);
        if ending == "json" {
            for command in ["archived_report", "archive_changes"] {
                assert_eq!(office.refusal(command, json!({"id": "archive-1"})), "archive_changed");
            }
            continue;
        }
        let (docx, xlsx) = (place(&office, "出.docx"), place(&office, "出.xlsx"));
        fs::write(&docx, b"what was there").unwrap();
        let request = json!({"id": "archive-1", "docx": docx, "xlsx": xlsx});
        assert_eq!(office.refusal("export_archived", request.clone()), "archive_changed");
        assert_eq!((fs::read(&docx).unwrap(), xlsx.exists()), (b"what was there".to_vec(), false));
        fs::remove_file(&file).unwrap();
        assert_eq!(office.refusal("export_archived", request), "archive_lost");
        assert_eq!(office.red_checks(), ["archive"]);
    }
}

#[test]
fn an_archive_changed_behind_the_logs_back_is_seen() {
    let drop = "DROP TRIGGER archived_reports_stay; DROP TRIGGER archived_reports_remain;";
    for (forgery, seen) in [
        ("UPDATE archived_reports SET report = replace(report, '王丽', '李强')", vec!["vocabulary"]),
        ("DELETE FROM archived_reports", vec!["vocabulary", "archive"]),
    ] {
        let (mut office, _) = archived();
        behind_the_back(&mut office, &format!("{drop} {forgery}"));
        forge_seal(&office);
        assert_eq!(office.red_checks(), seen, "{forgery}");
    }
    let (mut office, _) = archived();
    office.close();
    let file = rusqlite::Connection::open(office.register().join("register.db")).unwrap();
    for sql in ["UPDATE archived_reports SET report = ''", "DELETE FROM archived_reports"] {
        assert!(file.execute_batch(sql).is_err(), "{sql}");
    }
}

#[test]
fn a_reason_in_the_log_cannot_be_altered_unseen() {
    let (mut office, _) = archived();
    let item = json!({"title": "关于补登的通知", "published_on": "2023-06-01"});
    office.call("log_record", json!({"thing": "publication", "values": item, "reason": "漏登补记"}));
    behind_the_back(
        &mut office,
        "DROP TRIGGER changes_stay; UPDATE changes SET reason = '另一原因' WHERE reason IS NOT NULL",
    );
    forge_seal(&office);
    assert_eq!(office.red_checks(), ["log"]);
}

#[test]
fn backups_hold_the_archive_and_bring_it_back() {
    let (mut office, archived) = archived();
    let backup = office.call("backup", json!({"to": place(&office, "备份")}));
    assert_eq!(backup["verified"], true);
    office.call("archive_report", json!({"report": report(), "title": "其后又归档"}));
    let lost = archived["docx"]["sha256"].as_str().unwrap();
    fs::remove_file(folder(&office).join(lost)).unwrap();
    let request = json!({"backup": backup["backup"], "folder": office.register(), "replace": true});
    office.call("restore", request);
    assert_eq!(office.call("archived_reports", json!({})), json!([archived]));
    assert_eq!(content(&folder(&office)).len(), 3);
    assert!(office.red_checks().is_empty());
}
