//! Rows that an import refused are put right in the window, or by hand; and none is forgotten until somebody has
//! dealt with it.

use std::path::PathBuf;

use register::Lang;
use serde_json::{Value as Json, json};

use crate::changes::{behind_the_back, forge_seal};
use crate::ledgers::ledger;
use crate::office::Office;

pub const HEADER: &[&str] = &["序号", "信息名称", "公开渠道", "印发份数", "公开日期", "责任部门"];

/// A ledger of three rows, of which the last two cannot be taken.
pub fn faulty(office: &Office) -> PathBuf {
    let path = office.path("台账2023.xlsx");
    let rows: [&[&str]; 4] = [
        HEADER,
        &["1", "招生章程", "学校官网", "", "2023-03-01", "招生办"],
        &["2", "收费标准", "学校官网", "", "2023年2月30日", "财务处"],
        &["3", "人才培养方案", "公示栏", "-5", "3月2日", "新设处室"],
    ];
    ledger(&path, "主动公开", &rows);
    path
}

fn correction(row: u32, column: &str, value: &str) -> Json {
    json!({"sheet": "主动公开", "row": row, "column": column, "value": value})
}

pub fn count(answer: &Json, what: &str) -> usize {
    answer["sheets"].as_array().unwrap().iter().map(|sheet| sheet[what].as_array().unwrap().len()).sum()
}

pub fn accepted(answer: &Json) -> u64 {
    answer["sheets"].as_array().unwrap().iter().map(|sheet| sheet["accepted"].as_u64().unwrap()).sum()
}

/// (sheet, row) of each refused row that waits.
pub fn waiting(office: &mut Office) -> Vec<(String, u64)> {
    let list = office.call("leftovers", json!({"limit": 100}));
    let place = |row: &Json| (row["sheet"].as_str().unwrap().to_owned(), row["row"].as_u64().unwrap());
    let rows: Vec<_> = list["rows"].as_array().unwrap().iter().map(place).collect();
    assert_eq!(list["total"], rows.len());
    rows
}

pub fn record_titled(office: &mut Office, title: &str) -> Json {
    let id = office.call("search", json!({"text": title}))["hits"][0]["id"].clone();
    office.call("record", json!({"id": id}))
}

#[test]
fn a_corrected_cell_is_read_instead_of_the_workbooks_and_the_log_keeps_both() {
    let mut office = Office::new();
    let path = faulty(&office);
    let request = |dry: bool| {
        let corrections = [correction(3, "公开日期", " 2023年2月28日 "), correction(4, "印发份数", "5")];
        json!({"workbook": path, "dry_run": dry, "corrections": corrections})
    };
    for dry in [true, false] {
        let answer = office.call("import", request(dry));
        assert_eq!((accepted(&answer), count(&answer, "refused")), (3, 0), "{answer}");
        let warnings = answer["sheets"][0]["warnings"].as_array().unwrap();
        let told = warnings.iter().find(|w| w["code"] == "cell_corrected" && w["row"] == 3).unwrap();
        let said = "“公开日期”由“2023年2月30日”改为“2023年2月28日”后导入。";
        assert!(told["message"].as_str().unwrap().ends_with(said), "{told}");
    }
    let record = record_titled(&mut office, "收费标准");
    assert_eq!(record["values"]["published_on"], "2023-02-28");
    let corrected = json!([{"column": "公开日期", "before": "2023年2月30日", "after": "2023年2月28日"}]);
    assert_eq!(record["origin"]["corrected"], corrected);
    assert_eq!(record_titled(&mut office, "招生章程")["origin"]["corrected"], json!([]));
    assert!(office.red_checks().is_empty());
}

#[test]
fn a_correction_of_a_cell_that_is_not_there_changes_nothing() {
    let mut office = Office::new();
    let path = faulty(&office);
    let elsewhere = json!({"sheet": "没有这张表", "row": 3, "column": "公开日期", "value": "2023-02-28"});
    for wrong in [elsewhere, correction(9, "公开日期", "2023-02-28"), correction(3, "没有这一列", "甲")] {
        let request = json!({"workbook": path, "corrections": [correction(3, "公开日期", "2023-02-28"), wrong]});
        assert_eq!(office.refusal("import", request), "no_such_cell");
    }
    assert_eq!(office.call("register_info", json!({}))["records"], 0);
    assert_eq!(office.call("batches", json!({})), json!([]));
}

#[test]
fn a_refused_row_is_shown_whole_with_its_corrections_and_its_days_in_full() {
    let mut office = Office::new();
    let path = faulty(&office);
    let corrections = [correction(4, "责任部门", "教务处")];
    let answer = office.call("import", json!({"workbook": path, "dry_run": true, "corrections": corrections}));
    let cells = |row: usize| answer["sheets"][0]["refused"][row]["cells"].clone();
    let text = |values: [&str; 6]| -> Json {
        HEADER.iter().zip(values).map(|(column, value)| json!({"column": column, "value": value})).collect()
    };
    assert_eq!(cells(0), text(["2", "收费标准", "学校官网", "", "2023年2月30日", "财务处"]));
    assert_eq!(cells(1), text(["3", "人才培养方案", "公示栏", "-5", "2023-03-02", "教务处"]));
}

#[test]
fn refused_rows_wait_until_they_are_logged_or_left_out() {
    let mut office = Office::new();
    let path = faulty(&office);
    office.call("import", json!({"workbook": path}));
    let rows = office.call("leftovers", json!({"limit": 100}))["rows"].clone();
    let last = &rows[1];
    assert_eq!((&last["batch"], &last["file"], &last["row"]), (&json!("import-1"), &json!("台账2023.xlsx"), &json!(4)));
    assert_eq!((&last["thing"], &last["values"]["published_on"]), (&json!("publication"), &json!("2023-03-02")));
    assert_eq!(last["values"]["channels"], json!([office.term("channel", "公示栏")]));
    assert_eq!(last["values"]["department"], Json::Null, "a word that the vocabulary lacks is in the cells alone");
    assert_eq!(last["cells"][5]["value"], "新设处室");
    assert_eq!(
        (&last["faults"][0]["column"], &last["faults"][0]["code"]),
        (&json!("印发份数"), &json!("number_negative"))
    );
    let (first, second) = (rows[0]["id"].clone(), rows[1]["id"].clone());
    assert_eq!(office.call("leftover", json!({"id": second})), *last);

    assert_eq!(office.refusal("settle_leftovers", json!({"ids": [first, 99]})), "no_such_leftover");
    assert_eq!(waiting(&mut office).len(), 2);
    let values = json!({"title": "收费标准", "published_on": "2023-02-28"});
    office.call("log_record", json!({"thing": "publication", "values": values, "leftover": first}));
    assert_eq!(waiting(&mut office), [("主动公开".to_owned(), 4)]);
    office.call("settle_leftovers", json!({"ids": [second]}));
    assert_eq!(office.refusal("settle_leftovers", json!({"ids": [second]})), "no_such_leftover");
    assert_eq!(office.call("leftover", json!({"id": second})), Json::Null);
    assert_eq!(waiting(&mut office), []);
    assert!(office.red_checks().is_empty());
}

#[test]
fn a_row_entered_by_hand_is_logged_and_dealt_with_at_one_stroke() {
    let mut office = Office::new();
    let path = faulty(&office);
    office.call("import", json!({"workbook": path}));
    let row = office.call("leftovers", json!({"limit": 100}))["rows"][0]["id"].clone();
    let values = json!({"title": "收费标准", "published_on": "2023-02-28", "is_public": true});
    let item = json!({"thing": "publication", "values": values, "leftover": row});
    let meeting = json!({"thing": "meeting", "values": {"name": "办公会", "held_on": "2023-03-02"}, "leftover": row});
    let faulty = json!({"thing": "publication", "values": {"title": "收费标准"}, "leftover": row});
    assert_eq!(office.refusal("log_record", meeting), "leftover_elsewhere");
    assert_eq!(office.refusal("log_record", faulty), "refused");
    assert_eq!(waiting(&mut office).len(), 2);
    let saved = office.call("log_record", item.clone());
    assert_eq!(waiting(&mut office), [("主动公开".to_owned(), 4)]);
    assert_eq!(office.call("history", json!({"id": saved["record"]["id"]})).as_array().unwrap().len(), 1);
    let records = office.call("register_info", json!({}))["records"].clone();
    assert_eq!(office.refusal("log_record", item), "no_such_leftover");
    assert_eq!(office.call("register_info", json!({}))["records"], records, "it is not entered twice");
    let today = office.call("overview", json!({"from": "2023-11-20", "to": "2023-11-20"}))["today"].clone();
    let operations: Vec<&Json> = today.as_array().unwrap().iter().map(|done| &done["operation"]).collect();
    assert_eq!(operations[..2], [&json!("record.log"), &json!("import")]);
    assert!(office.red_checks().is_empty());
}

#[test]
fn a_refused_row_speaks_in_the_words_of_today() {
    let mut office = Office::new();
    let path = faulty(&office);
    office.call("import", json!({"workbook": path}));
    let (old, new) = (office.term("channel", "公示栏"), office.term("channel", "学校官网"));
    office.call("merge_terms", json!({"id": old, "into": new}));
    assert_eq!(office.call("leftover", json!({"id": 2}))["values"]["channels"], json!([new]));
    let rows = office.call("leftovers", json!({"limit": 100}))["rows"].clone();
    assert_eq!(rows[1]["values"]["channels"], json!([new]));
}

#[test]
fn a_file_of_the_same_name_settles_only_the_rows_that_it_puts_right() {
    let mut office = Office::new();
    let path = faulty(&office);
    office.call("import", json!({"workbook": path}));
    // Another department's ledger of the same name.
    let theirs: [&[&str]; 4] = [
        HEADER,
        &["1", "社团招新", "公示栏", "", "2023-03-01", "团委"],
        &["2", "志愿服务", "公示栏", "", "2023-03-02", "团委"],
        &["3", "五四表彰", "公示栏", "5", "2023-05-04", "团委"],
    ];
    ledger(&path, "主动公开", &theirs);
    office.call("import", json!({"workbook": path}));
    assert_eq!(waiting(&mut office), [("主动公开".to_owned(), 3), ("主动公开".to_owned(), 4)]);
    // The department's own, with one of the rows put right in the workbook and the other one rewritten.
    let mended: [&[&str]; 4] = [
        HEADER,
        &["1", "招生章程", "学校官网", "", "2023-03-01", "招生办"],
        &["2", "收费标准", "学校官网", "", "2023年2月28日", "财务处"],
        &["3", "另一件事", "公示栏", "5", "3月2日", "新设处室"],
    ];
    ledger(&path, "主动公开", &mended);
    office.call("import", json!({"workbook": path}));
    assert_eq!(waiting(&mut office), [("主动公开".to_owned(), 4)]);
    assert!(office.red_checks().is_empty());
}

#[test]
fn the_rows_that_wait_are_told_page_by_page_and_those_of_one_import_left_out_together() {
    let mut office = Office::new();
    for (file, faulty) in [("一月.xlsx", 3), ("二月.xlsx", 2)] {
        let path = office.path(file);
        let title = |row: u32| format!("{file}第{row}项");
        let titles: Vec<String> = (0..=faulty).map(title).collect();
        let day = |row: usize| if row == 0 { "2023-01-05" } else { "待定" };
        let rows: Vec<[&str; 6]> =
            titles.iter().enumerate().map(|(n, t)| ["", t, "学校官网", "", day(n), ""]).collect();
        let rows: Vec<&[&str]> = std::iter::once(HEADER).chain(rows.iter().map(|row| row.as_slice())).collect();
        ledger(&path, "主动公开", &rows);
        office.call("import", json!({"workbook": path}));
    }
    let mut page = |offset: u64| office.call("leftovers", json!({"offset": offset, "limit": 2}));
    let place = |row: &Json| (row["file"].as_str().unwrap().to_owned(), row["row"].as_u64().unwrap());
    let shown = |page: &Json| page["rows"].as_array().unwrap().iter().map(place).collect::<Vec<_>>();
    let of = |file: &str, row| (file.to_owned(), row);
    assert_eq!(shown(&page(0)), [of("二月.xlsx", 3), of("二月.xlsx", 4)]);
    assert_eq!(shown(&page(2)), [of("一月.xlsx", 3), of("一月.xlsx", 4)]);
    let last = page(4);
    assert_eq!((shown(&last), &last["total"]), (vec![of("一月.xlsx", 5)], &json!(5)));
    let batch = |id: &str, file: &str, rows: u64| json!({"batch": id, "file": file, "rows": rows});
    assert_eq!(last["batches"], json!([batch("import-2", "二月.xlsx", 2), batch("import-1", "一月.xlsx", 3)]));
    assert_eq!(shown(&page(9)), []);

    office.call("leave_out_leftovers", json!({"id": "import-1"}));
    let left = office.call("leftovers", json!({"limit": 2}));
    assert_eq!((&left["total"], &left["batches"]), (&json!(2), &json!([batch("import-2", "二月.xlsx", 2)])));
    assert_eq!(office.refusal("leave_out_leftovers", json!({"id": "一月"})), "no_such_batch");
    assert!(office.red_checks().is_empty());
}

#[test]
fn the_same_row_imported_again_no_longer_waits_unless_that_import_is_taken_back() {
    let mut office = Office::new();
    let path = faulty(&office);
    office.call("import", json!({"workbook": path}));
    let again = json!({"workbook": path, "corrections": [correction(3, "公开日期", "2023-02-28")]});
    let answer = office.call("import", again);
    assert_eq!((accepted(&answer), count(&answer, "duplicates")), (1, 1));
    assert_eq!(waiting(&mut office), [("主动公开".to_owned(), 4)], "the row refused twice waits once");
    office.call("undo_import", json!({"id": answer["batch"]}));
    assert_eq!(waiting(&mut office), [("主动公开".to_owned(), 3), ("主动公开".to_owned(), 4)]);
    office.call("undo_import", json!({"id": "import-1"}));
    assert_eq!(waiting(&mut office), []);
    assert!(office.red_checks().is_empty());
}

#[test]
fn a_refused_row_changed_added_removed_or_settled_behind_the_logs_back_is_seen() {
    let forgeries = [
        "UPDATE leftovers SET cells = '[]' WHERE id = 1",
        "UPDATE leftovers SET \"values\" = '{}' WHERE id = 2",
        "UPDATE leftovers SET row = 9 WHERE id = 1",
        "DELETE FROM leftovers WHERE id = 1",
        "DELETE FROM leftovers WHERE id = 2",
        "INSERT INTO leftovers (batch, sheet, row, thing, \"values\", cells, faults)
         SELECT batch, sheet, 9, thing, \"values\", cells, faults FROM leftovers WHERE id = 1",
        "UPDATE leftovers SET settled = '' WHERE id = 2",
        "UPDATE leftovers SET settled_in = 1 WHERE id = 2",
        "UPDATE leftovers SET settled = NULL WHERE id = 1",
        "UPDATE leftovers SET settled = 'publication-1' WHERE id = 1",
    ];
    for sql in forgeries {
        let mut office = Office::new();
        let path = faulty(&office);
        office.call("import", json!({"workbook": path}));
        office.call("settle_leftovers", json!({"ids": [1]}));
        assert!(office.red_checks().is_empty());
        behind_the_back(&mut office, sql);
        forge_seal(&office);
        assert_eq!(office.red_checks(), ["leftovers"], "{sql}");
    }
}

#[test]
fn a_workbook_without_refused_rows_proves_that_it_had_none() {
    let mut office = Office::new();
    let path = office.path("台账2023.xlsx");
    ledger(&path, "主动公开", &[HEADER, &["1", "招生章程", "学校官网", "", "2023-03-01", "招生办"]]);
    office.call("import", json!({"workbook": path}));
    assert!(office.red_checks().is_empty());
    let sql = "INSERT INTO leftovers (batch, sheet, row, thing, \"values\", cells, faults)
               VALUES (1, 0, 9, 'publication', '{}', '[]', '[]')";
    behind_the_back(&mut office, sql);
    forge_seal(&office);
    assert_eq!(office.red_checks(), ["leftovers"]);
}

#[test]
fn an_import_that_accepts_nothing_leaves_nothing_over() {
    let mut office = Office::new();
    let path = office.path("台账2023.xlsx");
    ledger(&path, "主动公开", &[HEADER, &["1", "收费标准", "学校官网", "", "2023年2月30日", "财务处"]]);
    let answer = office.call("import", json!({"workbook": path}));
    assert_eq!((&answer["batch"], count(&answer, "refused")), (&Json::Null, 1));
    assert_eq!(waiting(&mut office), []);
}

#[test]
fn an_import_speaks_the_language_of_the_window() {
    let mut office = Office::new();
    let path = faulty(&office);
    let answer = office.call_in(Lang::En, "import", json!({"workbook": path}));
    let message = answer["sheets"][0]["refused"][0]["message"].as_str().unwrap();
    assert_eq!(message, "台账2023.xlsx, 主动公开, row 3: 公开日期: there is no such day as 2023年2月30日.");
    let fault = office.call_in(Lang::En, "leftover", json!({"id": 1}))["faults"][0].clone();
    assert_eq!(
        (fault["message"].as_str().unwrap(), &fault["sentence"]),
        (message, &answer["sheets"][0]["refused"][0]["sentence"])
    );
    let fault = office.call("leftover", json!({"id": 1}))["faults"][0].clone();
    assert_eq!(fault["sentence"], "“公开日期”填写的“2023年2月30日”不是有效日期，请核对。");
}

#[test]
fn a_sentence_stands_alone_beside_the_one_that_names_file_sheet_and_row() {
    let mut office = Office::new();
    let path = office.path("台账2023.xlsx");
    let rows: [&[&str]; 2] =
        [&["信息名称", "公开日期", "印发份数", "我校特色"], &["招生章程", "2023年2月30日", "-5", ""]];
    ledger(&path, "主动公开", &rows);
    let answer = office.call("import", json!({"workbook": path, "dry_run": true}));
    let (row, unknown) = (&answer["sheets"][0]["refused"][0], &answer["sheets"][0]["warnings"][0]);
    for (told, place) in [(row, "第2行"), (&row["also"][0], "第2行"), (unknown, "")] {
        let sentence = told["sentence"].as_str().unwrap();
        assert_eq!(told["message"], format!("台账2023.xlsx “主动公开”{place}：{sentence}"));
    }
}
