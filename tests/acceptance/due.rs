//! What is due: of every register one list, what the overview tells of it, and the lists that open at exactly those.

use serde_json::{Value as Json, json};

use crate::office::Office;

fn log(office: &mut Office, thing: &str, values: Json) -> Json {
    office.call("log_record", json!({"thing": thing, "values": values}))["record"]["id"].clone()
}

fn reply(office: &mut Office, subject: &str, due_on: Json) -> Json {
    let values = json!({"received_on": "2023-11-01", "subject": subject, "unit": office.term("unit", "件"),
                        "due_on": due_on});
    log(office, "reply", values)
}

/// Which of what wants attention is due, as what, thing and count.
fn told(office: &mut Office) -> Vec<(String, String, u64)> {
    // Whatever the period.
    let overview = office.call("overview", json!({"from": "2001-01-01", "to": "2001-12-31"}));
    let text = |value: &Json| value.as_str().unwrap_or_default().to_owned();
    let each = overview["attention"].as_array().unwrap().iter();
    let of_records = each.filter(|each| !each["thing"].is_null());
    of_records.map(|each| (text(&each["what"]), text(&each["thing"]), each["count"].as_u64().unwrap())).collect()
}

#[test]
fn the_overview_tells_of_what_is_due_in_every_register() {
    // Today is Monday, 20 November 2023.
    let mut office = Office::new();
    log(&mut office, "request", json!({"received_on": "2022-10-10", "content": "逾期"}));
    log(&mut office, "request", json!({"received_on": "2023-10-30", "content": "今日到期"}));
    log(&mut office, "request", json!({"received_on": "2023-11-02", "content": "三日内"}));
    log(
        &mut office,
        "request",
        json!({"received_on": "2023-11-06", "content": "待补正", "clarify_asked_on": "2023-11-07"}),
    );
    let withdrawn = log(&mut office, "request", json!({"received_on": "2023-10-09", "content": "误登"}));
    office.call("withdraw_record", json!({"id": withdrawn, "reason": "误登"}));
    reply(&mut office, "逾期", json!("2023-11-17"));
    reply(&mut office, "三日内", json!("2023-11-23"));
    reply(&mut office, "四日后", json!("2023-11-24"));
    reply(&mut office, "无期限", Json::Null);
    log(&mut office, "problem", json!({"found_on": "2023-09-01", "title": "更新慢", "due_on": "2023-11-20"}));
    log(&mut office, "consultation", json!({"opened_on": "2023-10-09", "name": "章程", "closes_on": "2023-10-27"}));
    log(&mut office, "notice", json!({"posted_on": "2023-11-13", "name": "评优", "ends_on": "2023-11-20"}));
    let notice = json!({"posted_on": "2023-11-06", "name": "拟聘", "ends_on": "2023-11-10", "objections": 1});
    log(&mut office, "notice", notice);
    let expected = [
        ("overdue", "reply", 1),
        ("overdue", "request", 1),
        ("due_today", "request", 1),
        ("due_today", "problem", 1),
        ("due_today", "notice", 1),
        ("due_soon", "reply", 1),
        ("due_soon", "request", 1),
        ("ended", "consultation", 1),
        ("ended", "notice", 1),
    ];
    assert_eq!(told(&mut office), expected.map(|(what, thing, count)| (what.into(), thing.into(), count)));
    let overview = office.call("overview", json!({"from": "2023-01-01", "to": "2023-12-31"}));
    assert_eq!((overview["urgent"].as_array().unwrap().len(), &overview["due"]), (10, &json!(11)));
    assert_eq!(overview["urgent"][0]["title"], "逾期");
    assert_eq!(overview["urgent"][0]["due"], "2022-10-31");
    // A reply without a day is not due, and unanswered all the same.
    let unanswered =
        overview["attention"].as_array().unwrap().iter().find(|a| a["thing"] == "reply" && a["what"] == "unanswered");
    assert_eq!(unanswered.unwrap()["count"], 4);
}

#[test]
fn the_due_list_of_one_register_names_its_records_and_their_list_holds_exactly_those() {
    let mut office = Office::new();
    let late = reply(&mut office, "逾期", json!("2023-11-15"));
    reply(&mut office, "还早", json!("2023-12-20"));
    log(&mut office, "problem", json!({"found_on": "2023-09-01", "title": "更新慢", "due_on": "2023-11-10"}));
    let list = office.call("due_list", json!({"thing": "reply"}));
    assert_eq!(
        list[0],
        json!({"thing": "reply", "id": late, "title": "逾期", "since": "2023-11-01", "department": null,
               "standing": "overdue", "due": "2023-11-15", "provisional": false, "left": -3})
    );
    let standings: Vec<&Json> = list.as_array().unwrap().iter().map(|due| &due["standing"]).collect();
    assert_eq!(standings, [&json!("overdue"), &json!("running")]);
    let listed = office.call("list_records", json!({"thing": "reply", "ids": [late], "limit": 9}));
    assert_eq!((&listed["total"], &listed["records"][0]["id"]), (&json!(1), &late));
    assert_eq!(office.call("due_list", json!({})).as_array().unwrap().len(), 3);
    assert_eq!(office.call("due_list", json!({"thing": "meeting"})), json!([]));
}

#[test]
fn what_is_done_about_a_record_takes_it_off_the_list() {
    let mut office = Office::new();
    let unit = office.term("unit", "件");
    let cases = [
        (
            "reply",
            json!({"received_on": "2023-11-01", "subject": "来信", "unit": unit, "due_on": "2023-11-15"}),
            json!({"replied_on": "2023-11-20"}),
        ),
        (
            "problem",
            json!({"found_on": "2023-09-01", "title": "更新慢", "due_on": "2023-11-10"}),
            json!({"solved_on": "2023-11-20"}),
        ),
        (
            "consultation",
            json!({"opened_on": "2023-10-09", "name": "章程", "closes_on": "2023-10-27"}),
            json!({"answered_on": "2023-11-20"}),
        ),
        (
            "notice",
            json!({"posted_on": "2023-11-06", "name": "拟聘", "ends_on": "2023-11-10", "objections": 1}),
            json!({"result": "异议不成立"}),
        ),
    ];
    for (thing, values, done) in cases {
        let id = log(&mut office, thing, values);
        assert_eq!(office.call("due_list", json!({}))[0]["id"], id);
        let mut values = office.call("record", json!({"id": id}))["values"].clone();
        values.as_object_mut().unwrap().extend(done.as_object().unwrap().clone());
        office.call("edit_record", json!({"id": id, "values": values}));
        assert_eq!(office.call("due_list", json!({})), json!([]), "{thing}");
    }
    assert!(office.red_checks().is_empty());
}
