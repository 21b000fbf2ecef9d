//! 归档: a report is frozen with all that stands behind it; records may be corrected, with a reason, and the archive tells.

use std::cell::Cell;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use calamine::{Reader, open_workbook_auto};
use chrono::NaiveDate;
use register::{Context, Error, Lang, Progress, Watch, commands};
use serde_json::{Value as Json, json};

use crate::changes::{behind_the_back, forge_seal};
use crate::ledgers::ledger;
use crate::office::{Office, content};
use crate::year_2023::{assert_figures, imported, period};

fn report() -> Json {
    let mut report = period();
    report["addressee"] = json!("湖南省教育厅");
    report
}

/// The ledger of 2023 with its report archived, and the archived report.
fn archived() -> (Office, Json) {
    let (mut office, _) = imported();
    let archived = office.call("archive_report", json!({"report": report()}));
    (office, archived)
}

fn folder(office: &Office) -> PathBuf {
    office.register().join("archive")
}

fn place(office: &Office, name: &str) -> PathBuf {
    let place = office.path(name);
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    place
}

/// The first item on the school's site, as it is archived.
fn an_item(office: &mut Office) -> String {
    let rows = office.call("archived_rows", json!({"id": "archive-1", "figure": "web", "limit": 1}));
    rows["records"][0]["id"].as_str().unwrap().to_owned()
}

fn values(office: &mut Office, id: &str) -> Json {
    office.call("record", json!({"id": id}))["values"].clone()
}

fn change(changes: &Json, figure: &str) -> Json {
    changes["figures"].as_array().unwrap().iter().find(|it| it["figure"] == figure).unwrap().clone()
}

/// The figures that are otherwise than they were filed.
fn moved(changes: &Json) -> Vec<String> {
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
fn a_report_to_nobody_is_not_archived() {
    let (mut office, _) = imported();
    let mut nobody = report();
    nobody["addressee"] = json!(" ");
    assert_eq!(office.refusal("archive_report", json!({"report": nobody})), "addressee_missing");
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
fn a_record_that_an_archived_report_counts_is_corrected_with_a_reason_alone() {
    let (mut office, _) = archived();
    let id = an_item(&mut office);
    let mut new = values(&mut office, &id);
    new["published_on"] = json!("2022-12-31");
    let check = office.call("check_record", json!({"thing": "publication", "values": new, "id": id}));
    assert_eq!(check["reason_needed"]["code"], "correction_reason_needed");
    for reason in [Json::Null, json!("  ")] {
        let request = json!({"id": id, "values": new, "reason": reason});
        assert_eq!(office.refusal("edit_record", request), "correction_reason_missing");
    }
    let error = office.attempt("edit_record", json!({"id": id, "values": new})).unwrap_err();
    assert!(error.sentence(Lang::Zh).contains("归档第 1 号"), "{error}");
    match office.attempt("edit_record", json!({"id": id, "values": new, "reason": "长".repeat(501)})) {
        Err(Error::Refused { faults }) => assert_eq!(faults[0].field, "reason"),
        other => panic!("{other:?}"),
    }
    assert_figures(&mut office);
    office.call("edit_record", json!({"id": id, "values": new, "reason": "公开日期录入有误"}));
    let history = office.call("history", json!({"id": id}));
    assert_eq!(history[1]["reason"], "公开日期录入有误");
    assert_eq!(history[0].get("reason"), None);
    // Moved back it lies in the period again.
    new["published_on"] = json!("2023-06-01");
    assert_eq!(office.refusal("edit_record", json!({"id": id, "values": new})), "correction_reason_missing");
    // Saved as it is, it is no correction.
    let kept = values(&mut office, &id);
    office.call("edit_record", json!({"id": id, "values": kept}));
    assert!(office.red_checks().is_empty());
}

#[test]
fn what_lies_outside_every_archived_period_needs_no_reason() {
    let (mut office, _) = archived();
    let id = office.log_item("关于期间之后的通知", "学校官网", "2023-11-21");
    let mut new = values(&mut office, &id);
    let check = office.call("check_record", json!({"thing": "publication", "values": new, "id": id}));
    assert_eq!(check.get("reason_needed"), None);
    new["title"] = json!("关于期间之后的另一通知");
    office.call("edit_record", json!({"id": id, "values": new}));
    // What no figure counts is not sealed.
    let problem = json!({"title": "整改", "found_on": "2023-06-01"});
    office.call("log_record", json!({"thing": "problem", "values": problem}));
    assert!(moved(&office.call("archive_changes", json!({"id": "archive-1"}))).is_empty());
}

#[test]
fn what_is_logged_late_needs_a_reason_one_by_one_pasted_or_counted() {
    let (mut office, _) = archived();
    let item = json!({"title": "关于补登的通知", "published_on": "2023-06-01", "is_public": true});
    let late = |reason: Json| json!({"thing": "publication", "values": item, "reason": reason});
    let pasted = |reason: Json| json!({"thing": "publication", "rows": [item], "reason": reason});
    let (channel, unit) = (office.term("reply_channel", "电话"), office.term("unit", "人次"));
    let count =
        |reason: Json| json!({"channel": channel, "unit": unit, "day": "2023-06-01", "by": 1, "reason": reason});
    let before = office.call("register_info", json!({}))["records"].clone();
    for (command, request) in
        [("log_record", late(Json::Null)), ("log_records", pasted(Json::Null)), ("count_one", count(Json::Null))]
    {
        assert_eq!(office.refusal(command, request), "correction_reason_missing", "{command}");
    }
    assert_eq!(office.call("register_info", json!({}))["records"], before);
    let check = office.call("check_record", json!({"thing": "publication", "values": item}));
    assert_eq!(check["reason_needed"]["field"], "reason");
    office.call("log_record", late(json!("漏登补记")));
    office.call("log_records", pasted(json!("漏登补记")));
    office.call("count_one", count(json!("漏计一次")));
    let changes = office.call("archive_changes", json!({"id": "archive-1"}));
    assert_eq!(moved(&changes), ["items", "r_phone"]);
    let items = change(&changes, "items");
    assert_eq!(items["now"]["value"], json!(items["filed"]["value"].as_i64().unwrap() + 2));
    let came = &items["records"][0];
    assert_eq!((&came["filed"], &came["now"], &came["title"]), (&Json::Null, &json!(1), &json!("关于补登的通知")));
    assert_eq!(came["corrections"][0]["reason"], "漏登补记");
    assert_eq!(
        (&came["corrections"][0]["by"], &came["corrections"][0]["operation"]),
        (&json!("王丽"), &json!("record.log"))
    );
    assert!(office.red_checks().is_empty());
}

#[test]
fn what_was_corrected_is_told_figure_by_figure_with_its_reason() {
    let (mut office, _) = archived();
    let id = an_item(&mut office);
    let copied = office.call("archived_rows", json!({"id": "archive-1", "figure": "copies", "limit": 1}))["records"][0]
        ["id"]
        .as_str()
        .unwrap()
        .to_owned();
    office.call("withdraw_record", json!({"id": id, "reason": "重复登记"}));
    let mut new = values(&mut office, &copied);
    let copies = new["copies"].as_i64().unwrap_or(0);
    new["copies"] = json!(copies + 3);
    office.call("edit_record", json!({"id": copied, "values": new, "reason": "份数有误"}));
    let changes = office.call("archive_changes", json!({"id": "archive-1"}));
    let web = change(&changes, "web");
    assert_eq!((&web["filed"]["value"], &web["now"]["value"]), (&json!(118), &json!(117)));
    let gone = &web["records"][0];
    assert_eq!((&gone["id"], &gone["filed"], &gone["now"]), (&json!(id), &json!(1), &Json::Null));
    assert_eq!(gone["corrections"][0]["reason"], "重复登记");
    let sum = change(&changes, "copies");
    let corrected = sum["records"].as_array().unwrap().iter().find(|it| it["id"] == copied.as_str()).unwrap();
    assert_eq!((&corrected["filed"], &corrected["now"]), (&json!(copies), &json!(copies + 3)));
    assert_eq!(corrected["corrections"][0]["reason"], "份数有误");
    // What moves no figure is told apart.
    let other = office.call("archived_rows", json!({"id": "archive-1", "figure": "web", "offset": 3, "limit": 1}));
    let other = other["records"][0]["id"].as_str().unwrap().to_owned();
    let mut new = values(&mut office, &other);
    new["remarks"] = json!("补注");
    office.call("edit_record", json!({"id": other, "values": new, "reason": "补注来源"}));
    let edited = office.call("archive_changes", json!({"id": "archive-1"}))["edited"].clone();
    assert_eq!((&edited[0]["id"], &edited[0]["corrections"][0]["reason"]), (&json!(other), &json!("补注来源")));
    assert_eq!(edited.as_array().unwrap().len(), 1);

    let sheet = place(&office, "更正.xlsx");
    office.call("export_archive_changes", json!({"id": "archive-1", "to": sheet}));
    let mut book = open_workbook_auto(&sheet).unwrap();
    let mut texts = |name: &str| -> Vec<Vec<String>> {
        let range = book.worksheet_range(name).unwrap();
        range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
    };
    let row = texts("更正情况").into_iter().find(|row| row[0] == "学校官网").unwrap();
    assert_eq!(row[1..7], ["条", "118", "118条", "117", "117条", "-1"].map(str::to_owned));
    let told = texts("更正明细");
    assert!(told.iter().any(|row| row[1] == "不再计入" && row[7] == "2023-11-20 王丽：重复登记"), "{told:?}");
    assert!(told.iter().any(|row| row[1] == "内容改动" && row[7] == "2023-11-20 王丽：补注来源"), "{told:?}");
    assert!(texts("说明").iter().any(|row| row[0] == "归档编号" && row[1] == "archive-1"));
}

#[test]
fn an_import_into_an_archived_period_is_warned_of_and_named_as_the_reason() {
    let (mut office, _) = archived();
    let file = office.path("补登.xlsx");
    ledger(
        &file,
        "主动公开",
        &[
            &["信息名称", "公开日期", "公开渠道", "是否公开"],
            &["关于补报的通知一", "2023-06-01", "学校官网", "是"],
            &["关于补报的通知二", "2023-06-02", "学校官网", "是"],
            &["关于期间之后的通知", "2023-12-02", "学校官网", "是"],
        ],
    );
    for dry_run in [true, false] {
        let answer = office.call("import", json!({"workbook": file, "dry_run": dry_run}));
        let warnings = answer["sheets"][0]["warnings"].as_array().unwrap();
        let told: Vec<&Json> = warnings.iter().filter(|warning| warning["code"] == "period_archived").collect();
        assert_eq!((told.len(), &told[0]["row"], &answer["sheets"][0]["accepted"]), (1, &json!(0), &json!(3)));
    }
    let web = change(&office.call("archive_changes", json!({"id": "archive-1"})), "web");
    assert_eq!(web["now"]["value"], 120);
    assert_eq!(web["records"][0]["corrections"][0]["reason"], "import-2（补登.xlsx）");
    office.call("undo_import", json!({"id": "import-2"}));
    assert!(moved(&office.call("archive_changes", json!({"id": "archive-1"}))).is_empty());
    // The batch that the report was made of.
    office.call("undo_import", json!({"id": "import-1"}));
    let web = change(&office.call("archive_changes", json!({"id": "archive-1"})), "web");
    let made = &web["records"][0]["corrections"][0];
    assert_eq!((&web["now"]["value"], &made["operation"]), (&json!(0), &json!("import.undo")));
    assert!(made["reason"].as_str().unwrap().starts_with("import-1（信息公开台账2023"), "{made}");
    assert!(office.red_checks().is_empty());
}

#[test]
fn words_renamed_and_merged_move_no_figure_of_an_archived_report() {
    let (mut office, _) = archived();
    let (web, board) = (office.term("channel", "学校官网"), office.term("channel", "红网"));
    let press = office.term("channel", "新湖南");
    office.call("edit_term", json!({"id": web, "edit": {"name": "学校门户网站"}}));
    office.call("merge_terms", json!({"id": board, "into": press}));
    let changes = office.call("archive_changes", json!({"id": "archive-1"}));
    assert!(moved(&changes).is_empty());
    assert_eq!(changes["since"]["definitions"], json!([]));
    let edited = &changes["edited"][0];
    assert_eq!(edited["corrections"][0]["reason"], "合并词条“红网”到“新湖南”");
    assert!(office.red_checks().is_empty());
}

#[test]
fn a_secrecy_review_is_the_reason_of_what_it_changes() {
    let (mut office, _) = archived();
    let id = an_item(&mut office);
    let questions = office.call("secrecy_questions", json!({}))["questions"].clone();
    let answers: Vec<Json> =
        questions.as_array().unwrap().iter().map(|question| json!({"question": question, "yes": true})).collect();
    let review =
        json!({"record": id, "answers": answers, "conclusion": "withheld", "unpublish": true, "remark": "含隐私"});
    office.call("set_secrecy_review", review);
    let web = change(&office.call("archive_changes", json!({"id": "archive-1"})), "web");
    assert_eq!(web["records"][0]["corrections"][0]["reason"], "保密审查：不予公开（含隐私）");
}

#[test]
fn wording_definitions_and_rules_that_changed_since_are_told() {
    let (mut office, _) = archived();
    office.call("set_wording", json!({"text": "# {institution}\n共{web}。\n"}));
    let definitions = office.call("definitions", json!({}));
    let mut web = definitions.as_array().unwrap().iter().find(|it| it["id"] == "web").unwrap().clone();
    web["where"][1]["any"] = json!(["公示栏"]);
    office.call("define_figure", web);
    let mut rules = office.call("rules", json!({}));
    rules["answer_days"] = json!(20);
    office.call("set_rules", rules);
    office.call("set_calendar_year", json!({"year": 2023, "days": []}));
    let changes = office.call("archive_changes", json!({"id": "archive-1"}));
    let since = json!({"wording": true, "definitions": ["学校官网"], "rules": true, "calendar": true});
    assert_eq!(changes["since"], since);
    assert!(moved(&changes).is_empty(), "they count by what was filed");
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
