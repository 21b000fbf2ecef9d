//! Sheets as people lay them out: merged cells, hidden sheets, totals, a second table.

use rust_xlsxwriter::{Format, Workbook};
use serde_json::{Value as Json, json};

use crate::importing::{HEADER, import, message, refused, warned};
use crate::ledgers::ledger;
use crate::office::Office;

#[test]
fn merged_cells_speak_for_each_of_their_rows_and_say_so() {
    let mut office = Office::new();
    let path = office.path("合并.xlsx");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in HEADER.iter().enumerate() {
        sheet.write(0, u16::try_from(column).unwrap(), *heading).unwrap();
    }
    for row in 1..=3 {
        sheet.write(row, 0, format!("第{row}项")).unwrap();
        sheet.write(row, 4, "2023-03-02").unwrap();
    }
    sheet.merge_range(1, 2, 3, 2, "公示栏", &Format::new()).unwrap();
    book.save(&path).unwrap();
    let answer = office.call("import", json!({"workbook": path}));
    assert_eq!(office.figure("board")["value"], 3);
    assert_eq!(warned(&answer), [(2, "merged_cell".to_owned())]);
}

#[test]
fn a_hidden_sheet_is_left_out_and_says_so_unless_it_is_named() {
    let mut office = Office::new();
    let path = office.path("隐藏.xlsx");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut book = Workbook::new();
    for (name, title) in [("主动公开", "看得见"), ("草稿", "看不见")] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (column, heading) in HEADER.iter().enumerate() {
            sheet.write(0, u16::try_from(column).unwrap(), *heading).unwrap();
        }
        sheet.write(1, 0, title).unwrap();
        sheet.write(1, 4, "2023-03-02").unwrap();
        sheet.set_hidden(name == "草稿");
    }
    book.save(&path).unwrap();
    let answer = office.call("import", json!({"workbook": path}));
    assert_eq!(office.figure("items")["value"], 1);
    assert!(warned(&answer).contains(&(0, "sheet_hidden".to_owned())));
    let mapping = json!({"sheets": [{"sheet": "草稿", "into": "publications"}]});
    office.call("import", json!({"workbook": path, "mapping": mapping}));
    assert_eq!(office.figure("items")["value"], 2);
}

#[test]
fn a_header_without_rows_is_no_fault() {
    let mut office = Office::new();
    let answer = import(&mut office, &[]);
    let sheet = &answer["sheets"][0];
    assert_eq!((&sheet["rows"], &sheet["refused"], &answer["batch"]), (&json!(0), &json!([]), &Json::Null));
}

#[test]
fn rows_that_are_no_records_are_passed_over_and_say_so() {
    let mut office = Office::new();
    let answer = import(
        &mut office,
        &[
            &["某事项", "", "文件", "5", "2023-03-02", "是"],
            &[],
            HEADER,
            &["另一事项", "", "文件", "6", "2023-03-02", "是"],
            &["合计", "", "", "11", "", ""],
        ],
    );
    assert_eq!(answer["sheets"][0]["accepted"], 2, "{answer}");
    assert_eq!(warned(&answer), [(4, "header_repeated".to_owned()), (6, "total_row".to_owned())]);
}

#[test]
fn a_number_in_merged_cells_counts_once_and_says_so() {
    let mut office = Office::new();
    let path = office.path("合并2023.xlsx");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in ["收件日期", "受理渠道", "事由", "数量"].into_iter().enumerate() {
        sheet.write(0, u16::try_from(column).unwrap(), heading).unwrap();
    }
    for row in 1..=3 {
        sheet.write(row, 0, "2023-03-02").unwrap();
        sheet.write(row, 2, format!("第{row}项")).unwrap();
    }
    sheet.merge_range(1, 1, 3, 1, "电话", &Format::new()).unwrap();
    sheet.merge_range(1, 3, 3, 3, "30", &Format::new()).unwrap();
    book.save(&path).unwrap();
    let answer = office.call("import", json!({"workbook": path}));
    assert_eq!(warned(&answer), [(2, "merged_cell".to_owned()), (2, "merged_cell".to_owned())]);
    assert!(message(&answer["sheets"][0]["warnings"][1]).contains("只计入第2行"), "{answer}");
    let hits = office.call("search", json!({"text": "项"}))["hits"].clone();
    let quantities = hits
        .as_array()
        .unwrap()
        .iter()
        .map(|hit| office.call("record", json!({"id": hit["id"]}))["values"]["quantity"].as_u64().unwrap());
    let mut quantities: Vec<u64> = quantities.collect();
    quantities.sort_unstable();
    assert_eq!(quantities, [0, 0, 30]);
}

#[test]
fn a_second_table_on_the_sheet_is_left_out_and_says_where_it_begins() {
    let mut office = Office::new();
    let answer = import(
        &mut office,
        &[
            &["某事项", "", "文件", "5", "2023-03-02", "是"],
            &["会议名称", "备注", "公开内容", "标题", "", ""],
            &[],
            &["会议名称", "会议类别", "召开日期", "地点", "", ""],
            &["研究工作", "党委会", "2023-03-02", "会议室", "", ""],
        ],
    );
    let sheet = &answer["sheets"][0];
    assert_eq!((&sheet["accepted"], &sheet["rows"]), (&json!(1), &json!(3)), "{answer}");
    assert_eq!(refused(&answer).last(), Some(&(5, String::new(), "second_table".to_owned())));
    assert!(message(&sheet["refused"][1]).contains("移到单独的工作表"));
}

#[test]
fn a_corrected_mapping_is_remembered_for_the_same_headings() {
    let mut office = Office::new();
    let path = office.path("怪表2023.xlsx");
    let header: &[&str] = &["条目", "何日", "何处"];
    ledger(&path, "Sheet1", &[header, &["关于放假的通知", "2023-09-28", "学校官网"]]);
    assert_eq!(office.refusal("import", json!({"workbook": path})), "no_header");
    let column = |heading: &str, field: &str| json!({"heading": heading, "field": field});
    let columns = [column("条目", "title"), column("何日", "published_on"), column("何处", "channels")];
    let mapping = json!({"sheets": [{"sheet": "Sheet1", "into": "publications", "header_row": 1, "columns": columns}]});
    let answer = office.call("import", json!({"workbook": path, "mapping": mapping}));
    assert_eq!((&answer["sheets"][0]["accepted"], &office.figure("web")["value"]), (&json!(1), &json!(1)));
    ledger(&path, "十月", &[header, &["关于运动会的通知", "2023-10-12", "学校官网"]]);
    assert_eq!(office.call("import", json!({"workbook": path}))["sheets"][0]["accepted"], 1);
    assert_eq!(office.figure("web")["value"], 2);
    let wrong = json!({"sheets": [{"sheet": "十月", "into": "publications", "columns": [column("条目", "colour")]}]});
    assert_eq!(office.refusal("import", json!({"workbook": path, "mapping": wrong})), "bad_mapping");
    assert!(office.red_checks().is_empty());
}
