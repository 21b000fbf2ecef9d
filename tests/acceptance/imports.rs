//! What comes of the rows of an import.

use serde_json::{Value as Json, json};

use crate::importing::{import, warned};
use crate::ledgers::ledger;
use crate::office::Office;

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
    assert_eq!(answer["case_files"], 1);
    let again = office.call("import", json!({"workbook": path}));
    assert_eq!((&again["batch"], &again["case_files"]), (&Json::Null, &json!(0)));
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
