//! The case that decides: a clerk's ledger of 2023 and what an honest count of it gives.

use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use crate::ledgers;
use crate::office::{INSTITUTION, Office};

pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

pub fn workbook() -> PathBuf {
    fixture("信息公开台账2023.xlsx")
}

pub fn expected() -> Json {
    serde_json::from_slice(&std::fs::read(fixture("expected.json")).unwrap()).unwrap()
}

pub fn period() -> Json {
    json!({"from": "2023-02-01", "to": "2023-11-20"})
}

pub fn imported() -> (Office, Json) {
    let mut office = Office::new();
    let answer = office.call("import", json!({"workbook": workbook()}));
    (office, answer)
}

/// Every figure has the value and the wording that are expected; all but ratios are the sum of their rows.
pub fn assert_figures(office: &mut Office) {
    let figures = office.call("figures", period());
    let expected = expected();
    let expected = expected["figures"].as_array().unwrap();
    assert_eq!(figures.as_array().unwrap().len(), expected.len());
    for (figure, wanted) in figures.as_array().unwrap().iter().zip(expected) {
        let of = |figure: &Json| -> Vec<Json> {
            ["id", "label", "unit", "value", "display"].iter().map(|key| figure[key].clone()).collect()
        };
        assert_eq!(of(figure), of(wanted));
        let mut request = period();
        request["figure"] = figure["id"].clone();
        let rows = office.call("figure_rows", request);
        let records = rows["records"].as_array().unwrap();
        assert_eq!((&rows["value"], records.len() as u64), (&figure["value"], figure["rows"].as_u64().unwrap()));
        if figure["unit"] != "%" {
            let sum: i64 = records.iter().map(|record| record["quantity"].as_i64().unwrap()).sum();
            assert_eq!(Some(sum), figure["value"].as_i64(), "{}", figure["id"]);
        }
    }
}

fn nothing_counts(office: &mut Office) {
    let figures = office.call("figures", period());
    for figure in figures.as_array().unwrap() {
        assert!(figure["rows"] == 0 && (figure["value"] == 0 || figure["value"].is_null()), "{figure}");
    }
}

fn accepted(answer: &Json) -> u64 {
    answer["sheets"].as_array().unwrap().iter().map(|sheet| sheet["accepted"].as_u64().unwrap()).sum()
}

#[test]
fn every_figure_of_the_year_is_what_an_honest_count_gives() {
    let (mut office, _) = imported();
    assert_figures(&mut office);
    assert!(office.red_checks().is_empty());
}

#[test]
fn the_import_says_of_each_row_what_is_to_be_said() {
    let (_, answer) = imported();
    let expected = expected();
    let sheets = answer["sheets"].as_array().unwrap();
    let into = ["publications", "meetings", "replies", "replies", "materials", "evaluations", "requests", "case_files"];
    assert_eq!(sheets.iter().map(|s| s["into"].as_str().unwrap()).collect::<Vec<_>>(), into);
    for sheet in sheets {
        let wanted = &expected["import"][sheet["sheet"].as_str().unwrap()];
        assert_eq!(sheet["rows"], wanted["data_rows"], "{}", sheet["sheet"]);
        let whole = wanted.get("accepted").unwrap_or(&wanted["data_rows"]);
        assert_eq!(&sheet["accepted"], whole, "{}", sheet["sheet"]);
    }
    let published = &sheets[0];
    let refused: Vec<(u64, &str, &str, &str)> = published["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| {
            let text = |key: &str| r[key].as_str().unwrap();
            (r["row"].as_u64().unwrap(), text("column"), text("value"), text("code"))
        })
        .collect();
    assert_eq!(
        refused,
        [
            (43, "公开日期", "2023年2月30日", "date_impossible"),
            (213, "信息名称", "", "required_missing"),
            (383, "公开日期", "待定", "date_unreadable"),
            (553, "印发份数", "若干", "number_unreadable"),
        ]
    );
    let message = published["refused"][0]["message"].as_str().unwrap();
    for part in ["信息公开台账2023.xlsx", "主动公开", "第43行", "公开日期", "2023年2月30日"] {
        assert!(message.contains(part), "{message}");
    }
    let duplicates: Vec<(u64, u64)> = published["duplicates"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| (d["row"].as_u64().unwrap(), d["of"]["row"].as_u64().unwrap()))
        .collect();
    assert_eq!(duplicates, [(187, 99), (373, 293), (575, 229), (642, 75), (665, 494)]);
}

#[test]
fn a_backup_gives_the_same_figures() {
    let (mut office, _) = imported();
    let made = office.call("backup", json!({}));
    let copy = office.path("恢复");
    office.call("restore", json!({"backup": made["backup"], "folder": copy}));
    assert_figures(&mut office);
}

#[test]
fn importing_the_same_file_again_adds_nothing() {
    let (mut office, first) = imported();
    let records = office.call("register_info", json!({}))["records"].clone();
    let again = office.call("import", json!({"workbook": workbook()}));
    assert!(again["batch"].is_null());
    assert_eq!((accepted(&again), &again["new_terms"]), (0, &json!([])));
    for (sheet, before) in again["sheets"].as_array().unwrap().iter().zip(first["sheets"].as_array().unwrap()) {
        let duplicates = sheet["duplicates"].as_array().unwrap();
        let refused = before["refused"].as_array().unwrap().len();
        assert_eq!(duplicates.len() + refused, sheet["rows"].as_u64().unwrap() as usize, "{}", sheet["sheet"]);
        assert!(duplicates.iter().all(|d| d["of"]["record"].is_string() || d["of"]["row"].is_u64()));
    }
    assert_eq!(office.call("register_info", json!({}))["records"], records);
    assert_figures(&mut office);
}

#[test]
fn an_edited_record_is_still_known_when_its_file_comes_again() {
    let (mut office, _) = imported();
    let hit = office.call("search", json!({"text": "我校开展勤工助学工作（第40期）"}))["hits"][0]["id"].clone();
    let mut values = office.call("record", json!({"id": hit}))["values"].clone();
    values["title"] = json!("我校开展勤工助学工作（第40期，更正）");
    office.call("edit_record", json!({"id": hit, "values": values}));
    let withdrawn = office.call("search", json!({"text": "第59期"}))["hits"][0]["id"].clone();
    office.call("withdraw_record", json!({"id": withdrawn, "reason": "误登"}));
    let again = office.call("import", json!({"workbook": workbook()}));
    assert_eq!(accepted(&again), 0);
    let items = office.call("figures", period());
    assert_eq!(items[0]["value"], 705);
    assert!(office.red_checks().is_empty());
}

#[test]
fn an_import_taken_back_leaves_the_figures_as_before_and_can_come_anew() {
    let (mut office, answer) = imported();
    let terms = Office::new().call("terms", json!({}));
    assert!(office.call("terms", json!({})).as_array().unwrap().len() > terms.as_array().unwrap().len());
    let undone = office.call("undo_import", json!({"id": answer["batch"]}));
    assert!(undone["undone_at"].is_string());
    nothing_counts(&mut office);
    // Words that only the import brought have gone with it.
    assert_eq!(office.call("terms", json!({})), terms);
    assert_eq!(office.call("search", json!({"text": "关于"}))["total"], 0);
    assert_eq!(office.refusal("undo_import", json!({"id": answer["batch"]})), "batch_undone");
    assert_eq!(office.refusal("undo_import", json!({"id": "import-99"})), "no_such_batch");
    let anew = office.call("import", json!({"workbook": workbook()}));
    assert_eq!((accepted(&anew), &anew["new_terms"]), (accepted(&answer), &answer["new_terms"]));
    assert_figures(&mut office);
    assert!(office.red_checks().is_empty());
}

#[test]
fn words_that_others_use_stay_when_their_import_is_taken_back() {
    let (mut office, answer) = imported();
    let department = office.term("department", "艺术设计学院");
    let values =
        json!({"title": "手工登记", "published_on": "2023-05-01", "is_public": true, "department": department});
    office.call("log_record", json!({"thing": "publication", "values": values}));
    office.call("undo_import", json!({"id": answer["batch"]}));
    assert_eq!(office.term("department", "艺术设计学院"), department);
    assert!(office.red_checks().is_empty());
}

#[test]
fn a_word_goes_with_the_last_import_that_used_it() {
    let mut office = Office::new();
    let (first, second) = (office.path("甲2023.xlsx"), office.path("乙2023.xlsx"));
    for (path, title) in [(&first, "甲"), (&second, "乙")] {
        let rows: &[&[&str]] = &[&["信息名称", "公开日期", "公开渠道"], &[title, "2023-03-02", "校友通讯"]];
        ledgers::ledger(path, "主动公开", rows);
    }
    let brought = office.call("import", json!({"workbook": first}));
    let used = office.call("import", json!({"workbook": second}));
    office.call("undo_import", json!({"id": brought["batch"]}));
    office.term("channel", "校友通讯");
    office.call("undo_import", json!({"id": used["batch"]}));
    let terms = office.call("terms", json!({}));
    assert!(terms.as_array().unwrap().iter().all(|term| term["name"] != "校友通讯"));
    assert!(office.red_checks().is_empty());
}

#[test]
fn a_rehearsal_says_the_same_and_changes_nothing() {
    let mut office = Office::new();
    let rehearsed = office.call("import", json!({"workbook": workbook(), "dry_run": true}));
    assert!(rehearsed["batch"].is_null());
    nothing_counts(&mut office);
    assert_eq!(office.call("batches", json!({})), json!([]));
    let real = office.call("import", json!({"workbook": workbook()}));
    assert_eq!((&rehearsed["sheets"], &rehearsed["new_terms"]), (&real["sheets"], &real["new_terms"]));
}

#[test]
fn with_strict_rows_with_unknown_words_are_refused() {
    let mut office = Office::new();
    let answer = office.call("import", json!({"workbook": workbook(), "strict": true}));
    assert_eq!(answer["new_terms"], json!([]));
    let refused = answer["sheets"][0]["refused"].as_array().unwrap();
    assert!(refused.iter().any(|row| row["code"] == "term_unknown" && row["value"] == "艺术设计学院"));
    assert!(accepted(&answer) > 0);
}

#[test]
fn the_ledger_in_other_formats_gives_the_same_figures() {
    for name in ["formats/信息公开台账2023.ods", "formats/信息公开台账2023.xls"] {
        let mut office = Office::new();
        let answer = office.call("import", json!({"workbook": fixture(name)}));
        assert_eq!(answer["sheets"][0]["accepted"], 752, "{name}");
        assert_figures(&mut office);
        // It is the same ledger, whatever the format.
        assert_eq!(accepted(&office.call("import", json!({"workbook": workbook()}))), 0, "{name}");
    }
}

#[test]
fn the_ledger_as_gb18030_csv_files_gives_the_same_figures() {
    let mut office = Office::new();
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(fixture("formats/信息公开台账2023-csv")).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    for file in &files {
        let answer = office.call("import", json!({"workbook": file}));
        assert_eq!(answer["sheets"][0]["sheet"], file.file_stem().unwrap().to_str().unwrap());
        assert!(answer["sheets"][0]["into"].is_string(), "{file:?}");
    }
    assert_figures(&mut office);
}

#[test]
fn the_ledger_under_other_headings_gives_the_same_figures() {
    for variant in ledgers::HEADINGS {
        let mut office = Office::new();
        let path = office.path("台账.xlsx");
        ledgers::rewritten(&workbook(), &path, variant);
        let answer = office.call("import", json!({"workbook": path}));
        for sheet in answer["sheets"].as_array().unwrap() {
            assert!(sheet["into"].is_string(), "{sheet}");
        }
        assert_eq!(answer["sheets"][0]["accepted"], 752, "{}", answer["sheets"][0]["warnings"]);
        assert_figures(&mut office);
    }
}

#[test]
fn a_register_is_found_again_under_its_institution() {
    let (mut office, _) = imported();
    office.close();
    office.open();
    let info = office.call("register_info", json!({}));
    assert_eq!((&info["institution"], &info["last_day"]), (&json!(INSTITUTION), &json!("2023-12-31")));
}
