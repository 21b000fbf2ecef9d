//! Workbooks and values with something wrong in them: what cannot be taken is refused by name, and nothing else.

use rust_xlsxwriter::{Formula, Workbook};
use serde_json::json;

use crate::importing::{HEADER, file, import, message, refused, warned};
use crate::office::Office;

#[test]
fn files_that_are_no_ledgers_are_refused_by_name() {
    let mut office = Office::new();
    let ledger = std::fs::read(crate::year_2023::workbook()).unwrap();
    let cases = [
        (file(&office, "空.xlsx", b""), "workbook_empty"),
        (file(&office, "截断.xlsx", &ledger[..ledger.len() / 2]), "workbook_damaged"),
        (file(&office, "照片.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01"), "workbook_unknown"),
        (file(&office, "改名.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01"), "workbook_unknown"),
        (file(&office, "会议记录.csv", "今天开会。\n没有表头。\n".as_bytes()), "no_header"),
        (office.path("没有这个文件.xlsx"), "workbook_missing"),
        (crate::year_2023::fixture("formats"), "workbook_unknown"),
    ];
    for (path, code) in cases {
        assert_eq!(office.refusal("import", json!({"workbook": path})), code, "{}", path.display());
        let sentence = office.attempt("import", json!({"workbook": path})).unwrap_err();
        let name = path.file_name().unwrap().to_str().unwrap();
        assert!(sentence.sentence(register::Lang::Zh).contains(name), "{sentence}");
    }
    assert_eq!(office.call("register_info", json!({}))["records"], 0);
    assert!(office.red_checks().is_empty());
}

#[test]
fn values_that_cannot_be_refuse_their_row_and_no_other() {
    let mut office = Office::new();
    let long = "长".repeat(10_000);
    let answer = import(
        &mut office,
        &[
            &["好的一行", "", "学校官网", "", "2023-03-02", "是"],
            &["日期不存在", "", "学校官网", "", "2023年2月30日", "是"],
            &["负数", "", "文件", "-5", "2023-03-02", "是"],
            &[&long, "", "学校官网", "", "2023-03-02", "是"],
            &["半份", "", "文件", "2.5", "2023-03-02", "是"],
            &["没有日期", "", "学校官网", "", "", "是"],
            &["既非是也非否", "", "学校官网", "", "2023-03-02", "也许"],
            &["约数不能当份数", "", "文件", "约200", "2023-03-02", "是"],
            &["最后一行也好", "", "公示栏", "", "2023-03-03", "是"],
        ],
    );
    let expected = [
        (3, "公开日期", "date_impossible"),
        (4, "印发份数", "number_negative"),
        (5, "信息名称", "text_too_long"),
        (6, "印发份数", "number_fraction"),
        (7, "公开日期", "required_missing"),
        (8, "是否公开", "flag_unreadable"),
        (9, "印发份数", "number_unreadable"),
    ];
    let expected: Vec<_> = expected.iter().map(|(r, c, k)| (*r, (*c).to_owned(), (*k).to_owned())).collect();
    assert_eq!(refused(&answer), expected);
    assert_eq!((&answer["sheets"][0]["accepted"], &answer["sheets"][0]["rows"]), (&json!(2), &json!(9)));
    let message = answer["sheets"][0]["refused"][2]["message"].as_str().unwrap();
    assert!(message.chars().count() < 120, "the sentence does not repeat the long title: {message}");
}

#[test]
fn a_row_with_several_faults_is_one_entry_by_its_first_column() {
    let mut office = Office::new();
    let answer = import(&mut office, &[&["", "", "学校官网", "若干", "待定", "是"]]);
    let refused = &answer["sheets"][0]["refused"];
    assert_eq!((refused.as_array().unwrap().len(), &refused[0]["column"]), (1, &json!("信息名称")));
    let also: Vec<&str> =
        refused[0]["also"].as_array().unwrap().iter().map(|a| a["column"].as_str().unwrap()).collect();
    assert_eq!(also, ["印发份数", "公开日期"]);
}

#[test]
fn text_that_looks_like_a_formula_stays_text() {
    let mut office = Office::new();
    let title = "=HYPERLINK(\"http://127.0.0.1\",\"点击\")";
    let answer = import(&mut office, &[&[title, "=1+1", "学校官网", "", "2023-03-02", "是"]]);
    assert_eq!(answer["sheets"][0]["accepted"], 1);
    assert!(warned(&answer).contains(&(2, "looks_like_formula".to_owned())));
    assert_eq!(office.call("search", json!({"text": "HYPERLINK"}))["hits"][0]["title"], title);
}

#[test]
fn numbers_that_are_names_stay_text() {
    let mut office = Office::new();
    let path = file(
        &office,
        "台账2023.csv",
        "信息名称,文号,公开日期\n某事项,0012,2023-03-02\n另一事项,430102199001011234,2023-03-03\n".as_bytes(),
    );
    office.call("import", json!({"workbook": path}));
    for number in ["0012", "430102199001011234"] {
        let hit = office.call("search", json!({"text": number}))["hits"][0]["id"].clone();
        assert_eq!(office.call("record", json!({"id": hit}))["values"]["doc_number"], number);
    }
}

#[test]
fn formulas_that_failed_refuse_their_row_and_others_give_their_value() {
    let mut office = Office::new();
    let path = office.path("公式.xlsx");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in HEADER.iter().enumerate() {
        sheet.write(0, u16::try_from(column).unwrap(), *heading).unwrap();
    }
    let copies = [("=1/0", "#DIV/0!"), ("=B9", "#REF!"), ("=SUM(1,2)", "3"), ("=IF(B9=\"\",\"\",1)", "")];
    for (index, (formula, result)) in copies.into_iter().enumerate() {
        let row = u32::try_from(index + 1).unwrap();
        sheet.write(row, 0, format!("第{row}项")).unwrap();
        sheet.write(row, 3, Formula::new(formula).set_result(result)).unwrap();
        sheet.write(row, 4, "2023-03-02").unwrap();
    }
    book.save(&path).unwrap();
    let answer = office.call("import", json!({"workbook": path}));
    let fault = |row| (row, "印发份数".to_owned(), "cell_error".to_owned());
    assert_eq!(refused(&answer), [fault(2), fault(3)]);
    assert_eq!(answer["sheets"][0]["accepted"], 2);
}

#[test]
fn a_date_that_is_doubtful_is_refused_and_an_unlikely_one_told() {
    let mut office = Office::new();
    let row = |title: &'static str, day: &'static str| [title, "", "学校官网", "", day, "是"];
    let days = ["12/03/23", "23/03/12", "2023-11-21", "2021-12-31", "2022-03-02", "3日"];
    let rows: Vec<[&str; 6]> = days.into_iter().map(|day| row("某通知", day)).collect();
    let rows: Vec<&[&str]> = rows.iter().map(<[&str; 6]>::as_slice).collect();
    let answer = import(&mut office, &rows);
    let fault = |row, code: &str| (row, "公开日期".to_owned(), code.to_owned());
    assert_eq!(refused(&answer), [fault(2, "date_unreadable"), fault(7, "date_incomplete")]);
    let unlikely = |row| (row, "date_unlikely".to_owned());
    assert_eq!(warned(&answer), [unlikely(4), unlikely(5)]);
    assert!(message(&answer["sheets"][0]["refused"][1]).contains("年月日不全"));
}

#[test]
fn a_number_that_lost_its_last_digits_is_no_name() {
    let mut office = Office::new();
    let path = office.path("台账2023.xlsx");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in HEADER.iter().enumerate() {
        sheet.write(0, u16::try_from(column).unwrap(), *heading).unwrap();
    }
    for (row, number) in [(1, 430_102_199_001_011_234.0), (2, 123_456_789_012_345.0)] {
        sheet.write(row, 0, "某事项").unwrap();
        sheet.write(row, 1, number).unwrap();
        sheet.write(row, 4, "2023-03-02").unwrap();
    }
    book.save(&path).unwrap();
    let answer = office.call("import", json!({"workbook": path}));
    assert_eq!(refused(&answer), [(2, "文号".to_owned(), "digits_lost".to_owned())]);
    assert_eq!(answer["sheets"][0]["accepted"], 1);
}

#[test]
fn a_text_file_that_ends_within_quotation_marks_is_damaged() {
    let mut office = Office::new();
    let head = "信息名称,公开日期,公开渠道\n甲,2023-03-02,公示栏\n";
    for cut in ["乙,2023-03-03,\"公示", "\"乙\"\"的", "\"乙,2023-03-03,公示栏\n丙,2023-03-03,公示栏\n"] {
        let path = file(&office, "台账2023.csv", format!("{head}{cut}").as_bytes());
        assert_eq!(office.refusal("import", json!({"workbook": path})), "workbook_damaged", "{cut}");
    }
    let whole = format!("{head}5\"的铁钉,2023-03-03,\"公示\"\"栏\"\"\"\n");
    let path = file(&office, "台账2023.csv", whole.as_bytes());
    assert_eq!(office.call("import", json!({"workbook": path}))["sheets"][0]["accepted"], 2);
}
