//! The day's overview: what was done today, and what wants attention.

use serde_json::{Value as Json, json};

use crate::ledgers::ledger;
use crate::office::Office;

fn overview(office: &mut Office) -> Json {
    office.call("overview", json!({"from": "2023-01-01", "to": "2023-12-31"}))
}

/// How many records want this: of a thing, by what they want.
fn wanting(office: &mut Office, what: &str, thing: &str) -> u64 {
    let answer = overview(office);
    let found = answer["attention"].as_array().unwrap().iter().find(|a| a["what"] == what && a["thing"] == thing);
    found.map_or(0, |found| found["count"].as_u64().unwrap())
}

/// What is wanted of records; the list of items, of which nothing is logged here, aside.
fn wanted_of_records(answer: &Json) -> Vec<Json> {
    let all = answer["attention"].as_array().unwrap().iter();
    all.filter(|each| each["what"] != "missing_items").cloned().collect()
}

#[test]
fn the_day_is_told_newest_first_by_title() {
    let mut office = Office::new();
    let id = office.log_item("关于评优结果的公示", "公示栏", "2023-06-01");
    office.call("add_term", json!({"dimension": "department", "name": "实训中心"}));
    office.call("withdraw_record", json!({"id": id, "reason": "重复登记"}));
    let answer = overview(&mut office);
    let told: Vec<(&str, &str)> = answer["today"]
        .as_array()
        .unwrap()
        .iter()
        .map(|done| (done["operation"].as_str().unwrap(), done["title"].as_str().unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            ("record.withdraw", "关于评优结果的公示"),
            ("term.add", "实训中心"),
            ("record.log", "关于评优结果的公示"),
            ("register.new", crate::office::INSTITUTION),
        ]
    );
    let logged = &answer["today"][2];
    assert_eq!((&logged["record"], &logged["thing"]), (&json!(id), &json!("publication")));
    assert_eq!((&logged["records"], &logged["who"]), (&json!(1), &json!("王丽")));
    assert_eq!(answer["logged_today"], 1);
}

#[test]
fn an_import_is_told_by_its_file_and_counts_until_it_is_taken_back() {
    let mut office = Office::new();
    let file = office.path("三月.xlsx");
    let head: &[&str] = &["信息名称", "公开日期", "公开渠道"];
    ledger(&file, "信息公开", &[head, &["甲", "2023-03-01", "公示栏"], &["乙", "2023-03-02", "公示栏"]]);
    let batch = office.call("import", json!({"workbook": file}))["batch"].clone();
    let answer = overview(&mut office);
    let done = &answer["today"][0];
    assert_eq!((&done["operation"], &done["title"]), (&json!("import"), &json!("三月.xlsx")));
    assert_eq!((&done["records"], &answer["logged_today"]), (&json!(2), &json!(2)));
    office.call("undo_import", json!({"id": batch}));
    let answer = overview(&mut office);
    assert_eq!((&answer["today"][0]["operation"], &answer["logged_today"]), (&json!("import.undo"), &json!(0)));
}

#[test]
fn public_items_without_review_or_channel_want_attention_until_they_have_them() {
    let mut office = Office::new();
    let id = office.log_item("关于评优结果的公示", "公示栏", "2023-06-01");
    let bare = json!({"title": "无渠道", "published_on": "2023-06-02", "is_public": true});
    let bare = office.call("log_record", json!({"thing": "publication", "values": bare}))["record"]["id"].clone();
    let inner = json!({"title": "内部事项", "published_on": "2023-06-03", "is_public": false});
    office.call("log_record", json!({"thing": "publication", "values": inner}));
    office.log_item("去年的公示", "公示栏", "2022-06-01");
    assert_eq!(wanting(&mut office, "unreviewed", "publication"), 2);
    assert_eq!(wanting(&mut office, "without_channel", "publication"), 1);
    let mut values = office.call("record", json!({"id": id}))["values"].clone();
    values["secrecy_review"] = json!(office.term("secrecy_review", "已审查"));
    office.call("edit_record", json!({"id": id, "values": values}));
    office.call("withdraw_record", json!({"id": bare, "reason": "误登"}));
    assert_eq!(wanted_of_records(&overview(&mut office)), Vec::<Json>::new());
}

#[test]
fn what_is_still_to_be_reviewed_and_public_wants_attention_like_what_says_nothing_of_a_review() {
    let mut office = Office::new();
    let to_come = office.term("secrecy_review", "未审查");
    let silent = office.log_item("关于评优结果的公示", "公示栏", "2023-06-01");
    let (done, channel) = (office.term("secrecy_review", "已审查"), office.term("channel", "公示栏"));
    let item = |title: &str, review: i64| {
        json!({"title": title, "published_on": "2023-06-02", "is_public": true, "secrecy_review": review,
               "channels": [channel]})
    };
    let reviewed = item("已审查的通知", done);
    let marked = item("未审查的通知", to_come);
    let log = |office: &mut Office, values: &Json| {
        office.call("log_record", json!({"thing": "publication", "values": values}))["record"]["id"].clone()
    };
    log(&mut office, &reviewed);
    let id = log(&mut office, &marked);
    let answer = overview(&mut office);
    let wanted = json!({"what": "unreviewed", "thing": "publication", "count": 2, "term": to_come});
    assert_eq!(wanted_of_records(&answer), [wanted]);
    // The list finds exactly these by what is told of them.
    let filters = json!([{"field": "is_public", "any": [true]}, {"field": "secrecy_review", "any": [null, to_come]}]);
    let request = json!({"thing": "publication", "filters": filters, "standing": "in_force", "limit": 9});
    let listed = office.call("list_records", request)["records"].clone();
    let found: Vec<&Json> = listed.as_array().unwrap().iter().map(|record| &record["id"]).collect();
    assert_eq!(found, [&id, &json!(silent)]);
    // The form warns of it, and so does the review beside the record; what is not public yet may wait.
    let check = |office: &mut Office, values: &Json| {
        office.call("check_record", json!({"thing": "publication", "id": id, "values": values}))["warnings"].clone()
    };
    let warnings = check(&mut office, &marked);
    assert_eq!((&warnings[0]["code"], &warnings[0]["field"]), (&json!("unreviewed_yet_public"), &json!("is_public")));
    assert!(warnings[0]["zh"].as_str().unwrap().contains("已于 2023-06-02 公开"), "{warnings}");
    let standing = office.call("secrecy_review", json!({"record": id}));
    assert_eq!(standing["contradicts"]["code"], "unreviewed_yet_public");
    let mut waiting = marked;
    waiting["published_on"] = Json::Null;
    assert_eq!(check(&mut office, &waiting), json!([]));
}

#[test]
fn an_undated_item_wants_attention_in_every_period() {
    let mut office = Office::new();
    let undated = json!({"title": "拟公开事项", "is_public": false});
    office.call("log_record", json!({"thing": "publication", "values": undated}));
    assert_eq!(wanting(&mut office, "undated", "publication"), 1);
    let other = office.call("overview", json!({"from": "2001-01-01", "to": "2001-12-31"}));
    assert_eq!(wanted_of_records(&other), [json!({"what": "undated", "thing": "publication", "count": 1})]);
}

#[test]
fn requests_and_single_replies_without_an_answer_want_attention() {
    let mut office = Office::new();
    let unit = office.term("unit", "件");
    for (day, replied, day_count) in [
        ("2023-04-03", Json::Null, false),
        ("2023-04-03", json!("2023-04-05"), false),
        ("2023-04-04", Json::Null, true),
    ] {
        let values = json!({"received_on": day, "subject": "来信", "quantity": 1, "unit": unit, "replied_on": replied,
                            "is_day_count": day_count});
        office.call("log_record", json!({"thing": "reply", "values": values}));
    }
    let request = json!({"received_on": "2023-05-04", "content": "收费标准"});
    office.call("log_record", json!({"thing": "request", "values": request}));
    assert_eq!(wanting(&mut office, "unanswered", "reply"), 1);
    let held = overview(&mut office)["held"].clone();
    let replies = held.as_array().unwrap().iter().find(|held| held["thing"] == "reply").unwrap();
    assert_eq!(*replies, json!({"thing": "reply", "records": 2, "day_counts": 1}), "never mixed");
    assert_eq!(wanting(&mut office, "unanswered", "request"), 1);
}
