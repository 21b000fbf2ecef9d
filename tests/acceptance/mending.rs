//! Rows that an import refused are put right: in the window, in a workbook that goes back to the department, or by
//! hand; and none is forgotten until somebody has dealt with it. The blank ledger saves the trouble.

use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Reader, open_workbook_auto};
use register::Lang;
use rust_xlsxwriter::Workbook;
use serde_json::{Value as Json, json};

use crate::changes::{behind_the_back, forge_seal};
use crate::ledgers::ledger;
use crate::office::Office;
use crate::year_2023::fixture;

const HEADER: &[&str] = &["序号", "信息名称", "公开渠道", "印发份数", "公开日期", "责任部门"];

/// A ledger of three rows, of which the last two cannot be taken.
fn faulty(office: &Office) -> PathBuf {
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

fn count(answer: &Json, what: &str) -> usize {
    answer["sheets"].as_array().unwrap().iter().map(|sheet| sheet[what].as_array().unwrap().len()).sum()
}

fn accepted(answer: &Json) -> u64 {
    answer["sheets"].as_array().unwrap().iter().map(|sheet| sheet["accepted"].as_u64().unwrap()).sum()
}

/// (sheet, row) of each refused row that waits.
fn waiting(office: &mut Office) -> Vec<(String, u64)> {
    let list = office.call("leftovers", json!({"limit": 100}));
    let place = |row: &Json| (row["sheet"].as_str().unwrap().to_owned(), row["row"].as_u64().unwrap());
    let rows: Vec<_> = list["rows"].as_array().unwrap().iter().map(place).collect();
    assert_eq!(list["total"], rows.len());
    rows
}

fn record_titled(office: &mut Office, title: &str) -> Json {
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

    let meeting = json!({"name": "院长办公会", "held_on": "2023-03-02"});
    let meeting = office.call("log_record", json!({"thing": "meeting", "values": meeting}))["record"]["id"].clone();
    let refusals = [
        (json!({"ids": [first], "record": meeting}), "leftover_elsewhere"),
        (json!({"ids": [first], "record": "publication-99"}), "no_such_record"),
        (json!({"ids": [first, 99]}), "no_such_leftover"),
    ];
    for (request, code) in refusals {
        assert_eq!(office.refusal("settle_leftovers", request), code);
    }
    assert_eq!(waiting(&mut office).len(), 2);
    let record = office.log_item("收费标准", "学校官网", "2023-02-28");
    office.call("settle_leftovers", json!({"ids": [first], "record": record}));
    assert_eq!(waiting(&mut office), [("主动公开".to_owned(), 4)]);
    office.call("settle_leftovers", json!({"ids": [second]}));
    assert_eq!(office.refusal("settle_leftovers", json!({"ids": [second]})), "no_such_leftover");
    assert_eq!(office.call("leftover", json!({"id": second})), Json::Null);
    assert_eq!(waiting(&mut office), []);
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

/// The cells of a sheet as text.
fn cells(path: &Path, sheet: &str) -> Vec<Vec<String>> {
    let range = open_workbook_auto(path).unwrap().worksheet_range(sheet).unwrap();
    range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
}

#[test]
fn refused_rows_go_back_with_their_reasons_and_are_taken_once_mended() {
    let mut office = Office::new();
    let path = faulty(&office);
    let out = office.path("退回改正.xlsx");
    let written = office.call("export_refused", json!({"import": {"workbook": path}, "to": out}));
    assert_eq!(written["rows"], 2);
    assert_eq!(office.call("register_info", json!({}))["records"], 0, "nothing is imported by it");
    let mut rows = cells(&out, "主动公开");
    assert_eq!(rows[0], [&HEADER[..1], &["未收行出处"], &HEADER[1..], &["未收原因"]].concat());
    let [day, copies, why] = ["公开日期", "印发份数", "未收原因"].map(|heading| column(&rows, heading));
    assert!(rows[1][why].contains("不存在这一天") && rows[2][why].contains("负数"), "{rows:?}");
    let place = format!("{} “主动公开”第3行：", path.file_name().unwrap().to_str().unwrap());
    assert_eq!(rows[1][why].matches(&place).count(), 1, "the row is named once: {}", rows[1][why]);
    let as_it_is = office.call("import", json!({"workbook": out, "dry_run": true}));
    assert_eq!(
        (accepted(&as_it_is), count(&as_it_is, "refused"), count(&as_it_is, "warnings")),
        (0, 2, 0),
        "{as_it_is}"
    );

    rows[1][day] = "2023-02-28".into();
    rows[2][copies] = "5".into();
    write(&out, "主动公开", &rows);
    let mended = office.call("import", json!({"workbook": out}));
    assert_eq!((accepted(&mended), count(&mended, "refused")), (2, 0), "{mended}");
    assert_eq!(record_titled(&mut office, "人才培养方案")["values"]["published_on"], "2023-03-02");

    let none = json!({"import": {"workbook": out}, "to": office.path("没有.xlsx")});
    assert_eq!(office.refusal("export_refused", none), "nothing_refused");
    let inside = json!({"import": {"workbook": path}, "to": office.register().join("退回.xlsx")});
    assert_eq!(office.refusal("export_refused", inside), "inside_register");
}

fn column(rows: &[Vec<String>], heading: &str) -> usize {
    rows[0].iter().position(|column| column == heading).unwrap()
}

fn write(path: &Path, sheet: &str, rows: &[Vec<String>]) {
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    ledger(path, sheet, &rows);
}

/// A ledger of which two rows were refused, imported, and its refused rows as they were given out.
fn given_out(office: &mut Office) -> Vec<Vec<String>> {
    let path = faulty(office);
    let out = office.path("退回改正.xlsx");
    office.call("export_refused", json!({"import": {"workbook": path}, "to": out}));
    office.call("import", json!({"workbook": path}));
    cells(&out, "主动公开")
}

#[test]
fn mended_rows_settle_those_that_they_came_from_whatever_became_of_file_sheet_and_order() {
    let mut office = Office::new();
    let mut rows = given_out(&mut office);
    let copies = column(&rows, "印发份数");
    let originals = [("主动公开".to_owned(), 3), ("主动公开".to_owned(), 4)];
    assert_eq!(waiting(&mut office), originals);
    rows[2][copies] = "5".into();
    rows.swap(1, 2);
    let back = office.path("教务处返回.xlsx");
    write(&back, "Sheet1", &rows);
    let inspected = office.call("inspect_workbook", json!({"workbook": back}));
    let columns = inspected["sheets"][0]["columns"].clone();
    assert!(columns.as_array().unwrap().iter().all(|column| column["heading"] != "未收行出处"), "{columns}");
    // The window sends all that it shows.
    let mapping = json!({"sheets": [{"sheet": "Sheet1", "into": "publications", "columns": columns}]});
    let answer = office.call("import", json!({"workbook": back, "mapping": mapping}));
    assert_eq!((accepted(&answer), count(&answer, "refused"), count(&answer, "warnings")), (1, 1, 0), "{answer}");
    assert_eq!(waiting(&mut office), [("Sheet1".to_owned(), 3)], "what is refused again waits in its new place alone");
    assert!(office.red_checks().is_empty());
    office.open();
    office.call("undo_import", json!({"id": answer["batch"]}));
    assert_eq!(waiting(&mut office), originals);

    // Deleted rows wait on.
    rows.truncate(2);
    write(&back, "Sheet1", &rows);
    office.call("import", json!({"workbook": back}));
    assert_eq!(waiting(&mut office), originals[..1]);
    assert!(office.red_checks().is_empty());
}

#[test]
fn a_row_that_was_given_out_twice_settles_what_still_waits() {
    for imported_between in [true, false] {
        let mut office = Office::new();
        let mut rows = given_out(&mut office);
        let (day, copies) = (column(&rows, "公开日期"), column(&rows, "印发份数"));
        rows[2][copies] = "5".into();
        let back = office.path("教务处返回.xlsx");
        write(&back, "主动公开", &rows);
        let again = office.path("再次退回.xlsx");
        assert_eq!(office.call("export_refused", json!({"import": {"workbook": back}, "to": again}))["rows"], 1);
        if imported_between {
            office.call("import", json!({"workbook": back}));
            assert_eq!(waiting(&mut office).len(), 1);
        }
        let mut rows = cells(&again, "主动公开");
        rows[1][day] = "2023-02-28".into();
        write(&again, "主动公开", &rows);
        let answer = office.call("import", json!({"workbook": again}));
        assert_eq!((accepted(&answer), count(&answer, "refused")), (1, 0), "{answer}");
        let left = if imported_between { vec![] } else { vec![("主动公开".to_owned(), 4)] };
        assert_eq!(waiting(&mut office), left);
        assert!(office.red_checks().is_empty());
    }
}

const KINDS: [(&str, &str); 8] = [
    ("主动公开", "publications"),
    ("会议", "meetings"),
    ("答复", "replies"),
    ("日常登记", "day_counts"),
    ("发放资料", "materials"),
    ("依申请公开", "requests"),
    ("评议", "evaluations"),
    ("举报复议诉讼", "case_files"),
];

fn blank(office: &mut Office) -> PathBuf {
    let path = office.path("空白台账.xlsx");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    assert_eq!(office.call("blank_ledger", json!({"to": path}))["rows"], 0);
    path
}

#[test]
fn the_blank_ledger_is_recognised_column_by_column() {
    let mut office = Office::new();
    let path = blank(&mut office);
    let inspected = office.call("inspect_workbook", json!({"workbook": path}));
    for (sheet, into) in KINDS {
        let found = inspected["sheets"].as_array().unwrap().iter().find(|s| s["sheet"] == sheet).unwrap();
        assert_eq!(found["into"], into, "{sheet}");
        for column in found["columns"].as_array().unwrap() {
            assert!(column["field"].is_string(), "{sheet}: {column}");
        }
    }
    let answer = office.call("import", json!({"workbook": path}));
    assert_eq!((accepted(&answer), count(&answer, "refused"), count(&answer, "warnings")), (0, 0, 0), "{answer}");
    assert!(answer["sheets"].as_array().unwrap().iter().all(|sheet| sheet["rows"] == 0));
    assert_eq!(office.refusal("blank_ledger", json!({"to": office.register().join("台账.xlsx")})), "inside_register");
}

/// What a department might write under a heading of the blank ledger.
fn entry(sheet: &str, heading: &str) -> &'static str {
    match (sheet, heading) {
        (_, "信息名称" | "会议名称" | "资料名称") => "一项",
        (_, "公开渠道") => "学校官网、公示栏",
        (_, "是否公开" | "是否因信息公开工作") => "是",
        (_, "类别") => "举报",
        ("发放资料", "单位") => "份",
        (_, "单位") => "件",
        (_, "数量" | "人次" | "印发份数" | "参会人数" | "发放问卷" | "有效问卷" | "满意份数") => {
            "12"
        }
        (_, "收费金额" | "减免金额") => "1.50",
        (_, heading) if heading.ends_with("日期") => "2023-03-02",
        _ => "",
    }
}

#[test]
fn a_filled_in_ledger_is_taken_whole() {
    let mut office = Office::new();
    let path = blank(&mut office);
    let words = cells(&path, "词表");
    assert!(words[0].contains(&"公开渠道".to_owned()) && words.iter().any(|row| row.contains(&"公示栏".to_owned())));
    let full = office.path("已填台账.xlsx");
    let mut out = Workbook::new();
    for (name, _) in KINDS {
        let sheet = out.add_worksheet().set_name(name).unwrap();
        for (column, heading) in (0..).zip(&cells(&path, name)[0]) {
            sheet.write_string(0, column, heading).unwrap();
            sheet.write_string(1, column, entry(name, heading)).unwrap();
        }
    }
    out.save(&full).unwrap();
    let answer = office.call("import", json!({"workbook": full}));
    assert_eq!((accepted(&answer), count(&answer, "refused")), (KINDS.len() as u64, 0), "{answer}");
    assert_eq!(answer["new_terms"], json!([]));
}

#[test]
fn every_part_of_a_blank_ledger_is_valid_by_the_standards_schemas() {
    let mut office = Office::new();
    let path = blank(&mut office);
    let place = tempfile::tempdir().unwrap();
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    archive.extract(place.path()).unwrap();
    let checked = ["xl/styles", "xl/workbook", "xl/worksheets/", "xl/sharedStrings"];
    let parts = archive.file_names().map(Result::unwrap).filter(|name| name.ends_with(".xml"));
    let parts: Vec<PathBuf> = parts
        .filter(|name| checked.iter().any(|part| name.starts_with(part)))
        .map(|name| place.path().join(&*name))
        .collect();
    assert_eq!(parts.len(), KINDS.len() + 5, "{parts:?}");
    let output = Command::new("xmllint")
        .args(["--noout", "--schema"])
        .arg(fixture("ooxml").join("sml.xsd"))
        .args(&parts)
        .output()
        .unwrap_or_else(|error| panic!("xmllint, which `cargo xtask test` installs, cannot be started: {error}"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
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
    assert_eq!(fault["sentence"], "“公开日期”的“2023年2月30日”不存在这一天，请核对日期。");
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
