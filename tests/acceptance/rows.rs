//! Rows copied from a spreadsheet: read with what is to be said of each, logged in one entry, taken back in one.

use serde_json::{Value as Json, json};

use crate::office::Office;

const LEDGER: &str = "信息名称\t公开日期\t公开渠道\t内部编号
关于开展学生资助工作的通知\t2023-03-02\t学校官网、公示栏\tX1
食堂价格公示\t3月3日\t楼道电视\tX2

招生章程\t2023-02-30\t学校官网\tX3
合计\t\t3
";

fn read(office: &mut Office, text: &str, thing: Option<&str>) -> Json {
    let request = thing.map_or(json!({"text": text}), |thing| json!({"text": text, "thing": thing}));
    office.call("read_rows", request)
}

fn codes(faults: &Json) -> Vec<(&str, &str)> {
    let told = faults.as_array().unwrap().iter();
    told.map(|fault| (fault["field"].as_str().unwrap(), fault["code"].as_str().unwrap())).collect()
}

fn unsettled(row: &Json) -> Vec<(&str, &str)> {
    let open = row["unsettled"].as_array().unwrap().iter();
    open.map(|open| (open["fault"]["field"].as_str().unwrap(), open["fault"]["code"].as_str().unwrap())).collect()
}

fn seqs(office: &mut Office, id: &Json) -> Vec<i64> {
    let history = office.call("history", json!({"id": id}));
    history.as_array().unwrap().iter().map(|entry| entry["seq"].as_i64().unwrap()).collect()
}

#[test]
fn rows_under_a_header_are_read_as_an_import_reads_them() {
    let mut office = Office::new();
    let read = read(&mut office, LEDGER, None);
    assert_eq!((&read["thing"], &read["headed"]), (&json!("publication"), &json!(true)));
    assert_eq!(read["unknown_headings"], json!(["内部编号"]));
    let rows = read["rows"].as_array().unwrap();
    let numbers: Vec<_> = rows.iter().map(|row| row["row"].as_u64().unwrap()).collect();
    assert_eq!(numbers, [2, 3, 5], "blank rows and sums are no records");
    let (site, board) = (office.term("channel", "学校官网"), office.term("channel", "公示栏"));
    assert_eq!(rows[0]["values"]["channels"], json!([site.min(board), site.max(board)]));
    assert_eq!((codes(&rows[0]["faults"]), unsettled(&rows[0])), (vec![], vec![]));
    assert_eq!(rows[1]["values"]["published_on"], "2023-03-03", "of this year, as a form reads it");
    assert_eq!(unsettled(&rows[1]), [("channels", "word_unknown")]);
    assert_eq!(rows[1]["unsettled"][0]["written"], "楼道电视");
    assert_eq!(codes(&rows[2]["faults"]), [("published_on", "date_impossible")]);
    assert_eq!(rows[2]["values"]["published_on"], "2023-02-30", "what was written is not lost");
}

#[test]
fn rows_without_a_header_are_read_as_lines_of_one_register() {
    let mut office = Office::new();
    let text =
        "1\t3月2日\t官网\t关于放假的通知\t学生处\n2\t3月3日\t公示栏\t2023年食堂价格\t后勤处\n3\t\t官微\t校庆预告\t";
    let publications = read(&mut office, text, None);
    assert_eq!((&publications["thing"], &publications["headed"]), (&json!("publication"), &json!(false)));
    let rows = publications["rows"].as_array().unwrap();
    assert_eq!(rows[0]["values"]["title"], "关于放假的通知", "its running number is no part of it");
    assert_eq!(rows[1]["values"]["department"], json!(office.term("department", "后勤保障处")));
    assert_eq!(unsettled(&rows[2]), [("channels", "word_unclear")]);
    assert_eq!(
        (&rows[2]["assumed"], &rows[2]["values"]["published_on"]),
        (&json!(["published_on"]), &json!("2023-11-20"))
    );
    let meetings = read(&mut office, text, Some("meeting"));
    assert_eq!(
        (&meetings["thing"], &meetings["rows"][0]["values"]["held_on"]),
        (&json!("meeting"), &json!("2023-03-02"))
    );
}

#[test]
fn a_first_row_that_is_a_record_is_not_taken_for_a_header() {
    let mut office = Office::new();
    let read = read(&mut office, "2023-03-02\t公示\t学校官网\n2023-03-03\t通知\t公示栏", Some("publication"));
    assert_eq!((&read["headed"], read["rows"].as_array().unwrap().len()), (&json!(false), 2));
}

#[test]
fn a_row_that_repeats_another_or_a_record_says_so() {
    let mut office = Office::new();
    office.log_item("招生章程", "学校官网", "2023-03-02");
    let text = "信息名称\t公开日期\t公开渠道\t是否作废\n招生章程\t2023-03-02\t学校官网\t\n校历\t2023-03-02\t公示栏\t\n校历\t2023-3-2\t公示栏\t\n旧通知\t2023-03-02\t公示栏\t作废";
    let read = read(&mut office, text, Some("publication"));
    let rows = read["rows"].as_array().unwrap();
    assert_eq!(rows[0]["similar"][0]["why"], "same_in_every_field");
    assert_eq!((&rows[1]["repeats"], &rows[2]["repeats"]), (&json!(null), &json!(3)));
    assert!(rows[3]["withdrawn"].is_string(), "{}", rows[3]);
}

#[test]
fn rows_are_logged_in_one_entry_and_those_refused_are_told() {
    let mut office = Office::new();
    let row = |title: &str, day: &str| json!({"title": title, "published_on": day, "is_public": true});
    let rows = json!([row("甲", "2023-03-02"), row("", "2023-03-02"), row("乙", "2月30日"), row("丙", "3月3日")]);
    let told = office.call("log_records", json!({"thing": "publication", "rows": rows}));
    let rows = told["rows"].as_array().unwrap();
    assert_eq!([&rows[0]["id"], &rows[3]["id"]], [&json!("publication-1"), &json!("publication-2")]);
    assert_eq!(codes(&rows[1]["faults"]), [("title", "required_missing")]);
    assert_eq!((codes(&rows[2]["faults"]), &rows[2]["id"]), (vec![("published_on", "date_impossible")], &json!(null)));
    let (first, second) = (seqs(&mut office, &rows[0]["id"]), seqs(&mut office, &rows[3]["id"]));
    assert_eq!((first.len(), first == second), (1, true), "one paste is one entry of the log");
    let none = office.call("log_records", json!({"thing": "publication", "rows": [row("", "2023-03-02")]}));
    assert_eq!(none["rows"][0]["id"], json!(null));
    assert_eq!(office.red_checks(), Vec::<String>::new());
}

#[test]
fn a_reply_about_disclosure_work_among_the_rows_is_a_case_too() {
    let mut office = Office::new();
    let unit = office.term("unit", "件");
    let row = json!({"received_on": "2023-03-02", "subject": "未公开预算", "quantity": 1, "unit": unit,
        "about_disclosure": true});
    let told = office.call("log_records", json!({"thing": "reply", "rows": [row]}));
    assert_eq!(told["also"][0]["thing"], "case_file");
    office.call("withdraw_records", json!({"ids": [told["rows"][0]["id"]], "reason": "粘贴有误"}));
    assert_eq!(office.call("record", json!({"id": told["also"][0]["id"]}))["withdrawn"], "粘贴有误");
    assert_eq!(office.red_checks(), Vec::<String>::new());
}

#[test]
fn a_paste_is_taken_back_whole_or_not_at_all() {
    let mut office = Office::new();
    let ids: Vec<String> =
        ["甲", "乙", "丙"].iter().map(|title| office.log_item(title, "学校官网", "2023-03-02")).collect();
    office.call("withdraw_record", json!({"id": ids[1], "reason": "重复"}));
    let all = json!({"ids": ids, "reason": "粘贴有误"});
    assert_eq!(office.refusal("withdraw_records", all), "record_withdrawn");
    assert_eq!(office.call("record", json!({"id": ids[0]}))["withdrawn"], json!(null), "nothing is half done");
    office.call("withdraw_records", json!({"ids": [ids[0], ids[2]], "reason": "粘贴有误"}));
    let (first, last) = (seqs(&mut office, &json!(ids[0])), seqs(&mut office, &json!(ids[2])));
    assert_eq!(first.last(), last.last(), "one entry of the log");
    assert_eq!(office.refusal("withdraw_records", json!({"ids": [], "reason": " "})), "reason_missing");
    assert_eq!(office.red_checks(), Vec::<String>::new());
}

#[test]
fn more_rows_than_anyone_looks_through_are_left_to_the_import() {
    let mut office = Office::new();
    let text = "通知\t2023-03-02\n".repeat(501);
    assert_eq!(office.refusal("read_rows", json!({"text": text})), "too_many_rows");
}

#[test]
fn the_record_logged_last_is_the_one_to_be_repeated() {
    let mut office = Office::new();
    let last = |office: &mut Office| office.call("last_logged", json!({"thing": "publication"}))["id"].take();
    assert_eq!(last(&mut office), json!(null));
    let first = office.log_item("校历", "学校官网", "2023-09-01");
    let second = office.log_item("食谱", "公示栏", "2023-03-01");
    assert_eq!(last(&mut office), json!(second), "whatever its day");
    office.call("withdraw_record", json!({"id": second, "reason": "重复"}));
    assert_eq!(last(&mut office), json!(first));
}

#[test]
fn headings_that_the_import_knows_are_headings_here() {
    let mut office = Office::new();
    for (text, fields) in [
        ("标题\t日期\t渠道\t部门\n校历\t3月2日\t官网\t后勤处", vec!["title", "published_on", "channels", "department"]),
        ("名称\t日期\n校历\t3月2日", vec!["title", "published_on"]),
    ] {
        let read = read(&mut office, text, None);
        assert_eq!((&read["thing"], &read["headed"]), (&json!("publication"), &json!(true)), "{text}");
        let rows = read["rows"].as_array().unwrap();
        assert_eq!((rows.len(), &rows[0]["values"]["title"]), (1, &json!("校历")), "{text}");
        for field in fields {
            assert!(rows[0]["values"].get(field).is_some_and(|value| !value.is_null()), "{text}: {field}");
        }
    }
    let bare = read(&mut office, "校历\t招生章程\n校训\t校徽", None);
    assert_eq!(bare["headed"], json!(false));
}

#[test]
fn a_row_knows_what_clerks_say_for_a_term_and_asks_where_several_may_be_meant() {
    let mut office = Office::new();
    let text =
        "信息名称\t公开日期\t公开渠道\t责任部门\n校历\t2023-03-02\t官网、公众号\t学生处\n校训\t2023-03-02\t官微\t教务";
    let rows = read(&mut office, text, None)["rows"].take();
    let (site, wechat) = (office.term("channel", "学校官网"), office.term("channel", "官方微信公众号"));
    assert_eq!(rows[0]["values"]["channels"], json!([site.min(wechat), site.max(wechat)]));
    assert_eq!(rows[0]["values"]["department"], json!(office.term("department", "学生工作处")));
    assert_eq!(unsettled(&rows[0]), []);
    let told = codes(&rows[0]["doubts"]);
    assert_eq!(told.iter().filter(|(_, code)| *code == "term_taken").count(), 3, "{told:?}");
    let offered = |n: usize| -> Vec<&str> {
        let choices = rows[1]["unsettled"][n]["choices"].as_array().unwrap();
        choices.iter().map(|choice| choice["shown"].as_str().unwrap()).collect()
    };
    assert_eq!(offered(0), ["官方微信公众号", "官方微博"]);
    assert_eq!(offered(1), ["教务处"]);
}
