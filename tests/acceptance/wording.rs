//! Words and units in cells, as people write them.

use serde_json::json;

use crate::importing::{import, import_sheet, message, refused, warned};
use crate::office::Office;

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
