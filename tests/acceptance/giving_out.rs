//! Workbooks that are given out and come back: refused rows for the department to put right, and the blank ledger that
//! saves the trouble.

use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Reader, open_workbook_auto};
use rust_xlsxwriter::Workbook;
use serde_json::json;

use crate::ledgers::ledger;
use crate::mending::{HEADER, accepted, count, faulty, record_titled, waiting};
use crate::office::Office;
use crate::year_2023::fixture;

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
    assert!(rows[1][why].contains("不是有效日期") && rows[2][why].contains("负数"), "{rows:?}");
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

const KINDS: [(&str, &str); 12] = [
    ("主动公开", "publications"),
    ("会议", "meetings"),
    ("答复", "replies"),
    ("日常登记", "day_counts"),
    ("发放资料", "materials"),
    ("依申请公开", "requests"),
    ("评议", "evaluations"),
    ("举报、复议、诉讼", "case_files"),
    ("问题整改", "problems"),
    ("规章制度", "regulations"),
    ("征求意见", "consultations"),
    ("公示", "notices"),
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
        (_, "信息名称" | "会议名称" | "资料名称" | "问题" | "制度名称" | "征求意见事项" | "公示事项") => {
            "一项"
        }
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
