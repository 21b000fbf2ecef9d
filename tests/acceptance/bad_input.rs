//! What a clerk may drop in that is not a sound ledger: each gets a sentence that names the place, good rows are
//! kept, and nothing half-done stays.

use std::path::PathBuf;

use rust_xlsxwriter::{Format, Formula, Workbook};
use serde_json::{Value as Json, json};

use crate::ledgers::ledger;
use crate::office::Office;

const HEADER: &[&str] = &["信息名称", "文号", "公开渠道", "印发份数", "公开日期", "是否公开"];

fn import(office: &mut Office, rows: &[&[&str]]) -> Json {
    let path = office.path("台账2023.xlsx");
    ledger(&path, "主动公开", &[&[HEADER], rows].concat());
    office.call("import", json!({"workbook": path}))
}

/// (row, column, code) of each refused row.
fn refused(answer: &Json) -> Vec<(u64, String, String)> {
    let text = |value: &Json| value.as_str().unwrap().to_owned();
    let rows = answer["sheets"][0]["refused"].as_array().unwrap();
    rows.iter().map(|r| (r["row"].as_u64().unwrap(), text(&r["column"]), text(&r["code"]))).collect()
}

fn warned(answer: &Json) -> Vec<(u64, String)> {
    let rows = answer["sheets"].as_array().unwrap().iter().flat_map(|sheet| sheet["warnings"].as_array().unwrap());
    rows.map(|w| (w["row"].as_u64().unwrap(), w["code"].as_str().unwrap().to_owned())).collect()
}

fn file(office: &Office, name: &str, content: &[u8]) -> PathBuf {
    let path = office.path(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, content).unwrap();
    path
}

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
fn what_is_not_public_needs_neither_channel_nor_date_of_making() {
    let mut office = Office::new();
    let answer = import(
        &mut office,
        &[
            &["内部文件", "", "", "10", "2023-03-02", "否"],
            &["内部而有渠道", "", "文件", "", "2023-03-02", "否"],
            &["公开而无渠道", "", "", "", "2023-03-02", "是"],
        ],
    );
    assert_eq!(answer["sheets"][0]["accepted"], 3);
    assert_eq!((&office.figure("items")["value"], &office.figure("by_document")["value"]), (&json!(1), &json!(0)));
    assert_eq!(warned(&answer), [(4, "public_without_channel".to_owned())]);
}

#[test]
fn day_counts_may_repeat_within_a_workbook_and_not_between_two() {
    let mut office = Office::new();
    let path = office.path("日常登记2023.xlsx");
    let header: &[&str] = &["日期", "渠道", "对象", "事项", "人次"];
    let row: &[&str] = &["2023-03-02", "电话", "家长", "信息咨询", "12"];
    ledger(&path, "日常登记", &[header, row, row]);
    let first = office.call("import", json!({"workbook": path}));
    assert_eq!(first["sheets"][0]["accepted"], 2);
    assert_eq!(warned(&first), [(3, "repeated_row".to_owned())]);
    assert_eq!(office.figure("r_phone")["value"], 24);
    // One more of the same: two stand for those that are there, the third is new.
    ledger(&path, "日常登记", &[header, row, row, row]);
    let second = office.call("import", json!({"workbook": path}));
    let sheet = &second["sheets"][0];
    assert_eq!((&sheet["accepted"], sheet["duplicates"].as_array().unwrap().len()), (&json!(1), 2));
    assert_eq!(office.figure("r_phone")["value"], 36);
}

#[test]
fn an_estimate_is_marked_and_never_added_silently() {
    let mut office = Office::new();
    let path = office.path("日常登记2023.xlsx");
    let rows: &[&[&str]] = &[&["日期", "渠道", "对象", "事项", "人次"], &["3月2日", "电话", "家长", "咨询", "约200"]];
    ledger(&path, "日常登记", rows);
    let answer = office.call("import", json!({"workbook": path}));
    assert!(warned(&answer).contains(&(2, "estimate_marked".to_owned())));
    let figure = office.figure("r_phone");
    assert_eq!(
        (&figure["value"], &figure["display"], &figure["estimates"]),
        (&json!(200), &json!("约200人次"), &json!(1))
    );
}

#[test]
fn a_reply_about_disclosure_work_comes_in_as_a_case_file_too() {
    let mut office = Office::new();
    let path = office.path("答复2023.xlsx");
    let header: &[&str] = &["收件日期", "受理渠道", "来源", "事项类别", "事由", "数量", "单位", "是否因信息公开工作"];
    let rows: &[&[&str]] = &[
        header,
        &["2023-03-02", "电话", "家长", "投诉", "反映食堂价格", "1", "件", "否"],
        &["2023-03-03", "电话", "家长", "投诉", "反映公开不及时", "1", "件", "是"],
    ];
    ledger(&path, "答复", rows);
    let answer = office.call("import", json!({"workbook": path}));
    assert_eq!((&answer["sheets"][0]["accepted"], &office.figure("reported")["value"]), (&json!(2), &json!(1)));
    assert_eq!(office.call("import", json!({"workbook": path}))["batch"], Json::Null);
    assert_eq!(office.figure("reported")["value"], 1);
    office.call("undo_import", json!({"id": answer["batch"]}));
    assert_eq!(office.figure("reported")["value"], 0);
}

#[test]
fn a_withdrawn_row_comes_in_with_its_reason_and_counts_nowhere() {
    let mut office = Office::new();
    let path = office.path("台账2023.xlsx");
    let rows: &[&[&str]] = &[
        &["信息名称", "公开日期", "公开渠道", "状态"],
        &["有效", "2023-03-02", "公示栏", ""],
        &["作废而无原因", "2023-03-02", "公示栏", "作废"],
        &["作废并有原因", "2023-03-02", "公示栏", "作废：名单有误"],
    ];
    ledger(&path, "主动公开", rows);
    office.call("import", json!({"workbook": path}));
    assert_eq!(office.figure("board")["value"], 1);
    for (title, reason) in [("作废而无原因", "导入时已作废"), ("作废并有原因", "名单有误")] {
        let hit = office.call("search", json!({"text": title}))["hits"][0]["id"].clone();
        assert_eq!(office.call("record", json!({"id": hit}))["withdrawn"], reason);
    }
    assert_eq!(office.call("import", json!({"workbook": path}))["batch"], Json::Null);
}

#[test]
fn an_import_that_is_cancelled_leaves_nothing() {
    struct Impatient(std::cell::Cell<u32>);
    impl register::Watch for Impatient {
        fn step(&self, _: register::Progress) -> bool {
            self.0.set(self.0.get() + 1);
            self.0.get() < 6
        }
    }
    let mut office = Office::new();
    let watch = Impatient(std::cell::Cell::new(0));
    let request = json!({"workbook": crate::year_2023::workbook()});
    let context = register::Context { watch: &watch, ..office.context() };
    let cancelled = register::commands::call(&mut office.session, &context, "import", request).unwrap_err();
    assert_eq!(cancelled.code(), "cancelled");
    assert_eq!(
        (&office.call("register_info", json!({}))["records"], office.call("batches", json!({}))),
        (&json!(0), json!([]))
    );
    assert!(office.red_checks().is_empty());
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

/// A workbook of one sheet, imported.
fn import_sheet(office: &mut Office, name: &str, rows: &[&[&str]]) -> Json {
    let path = office.path("台账2023.xlsx");
    ledger(&path, name, rows);
    office.call("import", json!({"workbook": path}))
}

fn message(list: &Json) -> &str {
    list["message"].as_str().unwrap()
}

#[test]
fn the_unit_written_behind_a_quantity_is_its_unit() {
    let mut office = Office::new();
    let header: &[&str] = &["收件日期", "受理渠道", "来源", "事项类别", "事由", "数量"];
    let row = |quantity| ["2023-03-02", "电话", "家长", "投诉", "反映食堂价格", quantity];
    let answer = import_sheet(&mut office, "答复", &[header, &row("12人次"), &row("3人"), &row("2")]);
    assert_eq!(answer["sheets"][0]["accepted"], 3, "{answer}");
    let header: &[&str] = &["收件日期", "受理渠道", "来源", "事项类别", "事由", "数量", "单位"];
    let row = |quantity, unit| ["2023-03-02", "电话", "家长", "投诉", "反映宿舍", quantity, unit];
    let answer =
        import_sheet(&mut office, "答复", &[header, &row("12人次", "件"), &row("12人", "人次"), &row("5件", "")]);
    assert_eq!(refused(&answer), [(2, "数量".to_owned(), "unit_contradicts".to_owned())]);
    let records = office.call("search", json!({"text": "反映"}))["hits"].clone();
    let mut counted: Vec<(u64, String)> = Vec::new();
    for hit in records.as_array().unwrap() {
        let record = office.call("record", json!({"id": hit["id"]}));
        let unit = record["values"]["unit"].as_u64().unwrap();
        let terms = office.call("terms", json!({"dimension": "unit"}));
        let name = terms.as_array().unwrap().iter().find(|term| term["id"] == unit).unwrap()["name"].clone();
        counted.push((record["values"]["quantity"].as_u64().unwrap(), name.as_str().unwrap().to_owned()));
    }
    counted.sort();
    let expected = [(2, "件"), (3, "人次"), (5, "件"), (12, "人次"), (12, "人次")];
    assert_eq!(counted, expected.map(|(number, unit)| (number, unit.to_owned())));
}

#[test]
fn a_count_in_the_wrong_unit_refuses_its_row_and_says_why() {
    let mut office = Office::new();
    let row = |copies| ["某通知", "", "文件", copies, "2023-03-02", "是"];
    let answer = import(&mut office, &[&row("12人次"), &row("约200"), &row("99999999999"), &row("30份")]);
    let fault = |row, code: &str| (row, "印发份数".to_owned(), code.to_owned());
    let expected = [fault(2, "number_unreadable"), fault(3, "number_unreadable"), fault(4, "number_too_large")];
    assert_eq!(refused(&answer), expected);
    let told = &answer["sheets"][0]["refused"];
    assert!(message(&told[0]).contains("人次") && !message(&told[1]).contains("可写"), "{told}");
    assert!(message(&told[2]).contains("最多 9"), "{told}");
}

#[test]
fn words_are_known_in_other_widths_cases_blanks_and_brackets() {
    let mut office = Office::new();
    let header: &[&str] = &["会议名称", "会议类别", "召开日期"];
    let row = |kind| ["研究工作", kind, "2023-03-02"];
    let answer = import_sheet(&mut office, "会议", &[header, &row("校务会(扩大)"), &row("党 委 会"), &row("党委会")]);
    assert_eq!(answer["new_terms"], json!([]));
    let header: &[&str] = &["收件日期", "受理渠道", "来源", "事项类别", "事由"];
    let row = |channel| ["2023-03-02", channel, "家长", "投诉", "反映食堂价格"];
    let answer = import_sheet(&mut office, "答复", &[header, &row("qq群"), &row("ＱＱ群")]);
    assert_eq!((&answer["new_terms"], &answer["sheets"][0]["accepted"]), (&json!([]), &json!(1)), "{answer}");
    assert_eq!(answer["sheets"][0]["duplicates"], json!([{"row": 3, "of": {"row": 2}}]), "one word, one content");
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
fn a_row_that_says_in_words_that_it_is_withdrawn_is_told() {
    let mut office = Office::new();
    let header: &[&str] = &["信息名称", "公开日期", "公开渠道", "状态", "备注"];
    let row = |title, status, remarks| [title, "2023-03-02", "公示栏", status, remarks];
    let rows = [row("甲（作废）", "", ""), row("乙", "", "已撤回"), row("丙", "作废", "已撤回"), row("丁", "", "")];
    let rows: Vec<&[&str]> = std::iter::once(header).chain(rows.iter().map(<[&str; 5]>::as_slice)).collect();
    let answer = import_sheet(&mut office, "主动公开", &rows);
    let told: Vec<u64> =
        warned(&answer).into_iter().filter(|(_, code)| code == "withdrawn_in_text").map(|(row, _)| row).collect();
    assert_eq!((told, &answer["sheets"][0]["accepted"]), (vec![2, 3], &json!(4)));
}

#[test]
fn satisfaction_in_degrees_is_not_guessed() {
    let mut office = Office::new();
    let header: &[&str] = &["测评时间", "测评方式", "有效问卷", "非常满意", "满意", "基本满意", "不满意"];
    let rows = [header, &["2023-03-02", "问卷调查", "100", "50", "30", "15", "5"]];
    let answer = import_sheet(&mut office, "评议", &rows);
    assert_eq!(refused(&answer), [(2, "满意".to_owned(), "satisfied_in_degrees".to_owned())]);
    assert!(message(&answer["sheets"][0]["refused"][0]).contains("满意份数"));
    let header: &[&str] = &["测评时间", "测评方式", "有效问卷", "非常满意", "满意份数", "基本满意", "不满意"];
    let rows = [header, &["2023-03-02", "问卷调查", "100", "50", "80", "15", "5"]];
    assert_eq!(import_sheet(&mut office, "评议", &rows)["sheets"][0]["accepted"], 1);
}

#[test]
fn channels_in_one_cell_are_told_apart_and_several_terms_in_one_field_told() {
    let mut office = Office::new();
    let row = |title, channels| [title, "", channels, "", "2023-03-02", "是"];
    let rows = [
        row("甲", "学校官网+公示栏"),
        row("乙", "学校官网&公示栏·简报。"),
        row("丙", "学校官网　公示栏和简报"),
        row("丁", "学校官网-公示栏"),
        row("戊", "和平之声广播"),
    ];
    let rows: Vec<&[&str]> = rows.iter().map(<[&str; 6]>::as_slice).collect();
    let answer = import(&mut office, &rows);
    assert_eq!(answer["new_terms"], json!([{"dimension": "channel", "name": "和平之声广播"}]));
    assert_eq!((&office.figure("web")["value"], &office.figure("board")["value"]), (&json!(4), &json!(4)));
    let header: &[&str] = &["收件日期", "受理渠道", "来源", "事项类别", "事由"];
    let rows = [header, &["2023-03-02", "电话、短信", "家长", "投诉", "反映食堂价格"]];
    let answer = import_sheet(&mut office, "答复", &rows);
    assert_eq!(warned(&answer), [(2, "several_terms".to_owned())]);
}

#[test]
fn a_word_of_a_closed_list_is_known_within_others_and_a_new_word_near_one_is_told() {
    let mut office = Office::new();
    let header: &[&str] = &["申请日期", "申请人类别", "申请方式", "申请内容", "答复类型"];
    let row = |outcome| ["2023-03-02", "自然人", "当面", "经费", outcome];
    let answer = import_sheet(&mut office, "依申请公开", &[header, &row("不予公开（涉及个人隐私）")]);
    assert_eq!((&answer["new_terms"], warned(&answer)), (&json!([]), vec![(2, "term_taken".to_owned())]));
    assert!(message(&answer["sheets"][0]["warnings"][0]).contains("“不予公开”"));
    let header: &[&str] = &["立案日期", "案件类别", "受理机关", "案由"];
    let row = |kind| ["2023-03-02", kind, "某机关", "某事"];
    let answer = import_sheet(&mut office, "案件", &[header, &row("信息公开行政复议"), &row("投诉举报")]);
    assert_eq!((&answer["new_terms"], &answer["sheets"][0]["accepted"]), (&json!([]), &json!(2)));
    let header: &[&str] = &["会议名称", "会议类别", "召开日期"];
    let row = |kind| ["研究工作", kind, "2023-03-02"];
    let answer = import_sheet(&mut office, "会议", &[header, &row("党委会议"), &row("协调"), &row("晨会")]);
    assert_eq!(warned(&answer), [(2, "term_near".to_owned()), (3, "term_near".to_owned())]);
    assert_eq!(answer["new_terms"].as_array().unwrap().len(), 3);
}

#[test]
fn names_of_persons_do_not_enter_the_vocabulary() {
    let mut office = Office::new();
    let header: &[&str] = &["来访日期", "来访渠道", "来访人", "来访事由"];
    let answer = import_sheet(&mut office, "来访", &[header, &["2023-03-02", "电话", "张三丰", "反映食堂价格"]]);
    assert_eq!((&answer["new_terms"], &answer["sheets"][0]["accepted"]), (&json!([]), &json!(1)));
    assert_eq!(warned(&answer), [(0, "column_unrecognized".to_owned())]);
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
