//! The lists of the register pages: filtered, searched, sorted, one page at a time.

use serde_json::{Value as Json, json};

use crate::office::Office;

fn titles(answer: &Json) -> Vec<&str> {
    answer["records"].as_array().unwrap().iter().map(|record| record["title"].as_str().unwrap()).collect()
}

fn list(office: &mut Office, request: Json) -> Json {
    let mut whole = json!({"thing": "publication", "limit": 50});
    whole.as_object_mut().unwrap().extend(request.as_object().unwrap().clone());
    office.call("list_records", whole)
}

/// Three items on different days and channels, the second 作废.
fn three_items() -> (Office, String) {
    let mut office = Office::new();
    office.log_item("关于放假安排的通知", "学校官网", "2023-09-28");
    let withdrawn = office.log_item("关于评优结果的公示", "公示栏", "2023-06-01");
    office.log_item("关于50%学费减免的通知", "公示栏", "2023-06-30");
    office.call("withdraw_record", json!({"id": withdrawn, "reason": "重复"}));
    (office, withdrawn)
}

#[test]
fn a_list_of_named_records_holds_those_alone() {
    let (mut office, withdrawn) = three_items();
    let named = list(&mut office, json!({"ids": [withdrawn, "publication-1"]}));
    assert_eq!(titles(&named), ["关于放假安排的通知", "关于评优结果的公示"]);
    assert_eq!(list(&mut office, json!({"ids": [withdrawn], "standing": "in_force"}))["total"], 0);
    assert_eq!(list(&mut office, json!({"ids": [withdrawn, "publication-1"], "text": "放假"}))["total"], 1);
    assert_eq!(list(&mut office, json!({"ids": []}))["total"], 0);
    let other = json!({"thing": "publication", "limit": 9, "ids": ["meeting-1"]});
    assert_eq!(office.refusal("list_records", other), "bad_request");
}

#[test]
fn a_list_begins_with_the_newest_and_has_its_pages() {
    let (mut office, _) = three_items();
    let all = list(&mut office, json!({}));
    assert_eq!(titles(&all), ["关于放假安排的通知", "关于50%学费减免的通知", "关于评优结果的公示"]);
    let second = list(&mut office, json!({"limit": 1, "offset": 1}));
    assert_eq!(second["total"], 3);
    assert_eq!(titles(&second), ["关于50%学费减免的通知"]);
    let by_title = list(&mut office, json!({"sort": {"field": "title", "descending": false}}));
    assert_eq!(titles(&by_title), ["关于50%学费减免的通知", "关于放假安排的通知", "关于评优结果的公示"]);
    let by_channel = list(&mut office, json!({"sort": {"field": "channels", "descending": true}}));
    assert_eq!(titles(&by_channel), ["关于放假安排的通知", "关于50%学费减免的通知", "关于评优结果的公示"]);
    let kinds = list(&mut office, json!({"sort": {"field": "kind", "descending": false}}));
    assert_eq!(titles(&kinds), ["关于放假安排的通知", "关于评优结果的公示", "关于50%学费减免的通知"]);
}

#[test]
fn both_ends_of_a_period_belong_to_it() {
    let (mut office, _) = three_items();
    let june = list(&mut office, json!({"period": {"from": "2023-06-01", "to": "2023-06-30"}}));
    assert_eq!(june["total"], 2);
    let reversed = json!({"thing": "publication", "limit": 5, "period": {"from": "2023-06-30", "to": "2023-06-01"}});
    assert_eq!(office.refusal("list_records", reversed), "period_reversed");
}

#[test]
fn every_word_must_stand_in_the_texts_here_and_in_the_search() {
    let (mut office, _) = three_items();
    for (text, found) in [("通知", 2), ("通知 放假", 1), ("放假　减免", 0), ("50%", 1), ("%", 1), ("_", 0), (" ", 3)]
    {
        assert_eq!(list(&mut office, json!({"text": text}))["total"], found, "{text}");
    }
    assert_eq!(office.call("search", json!({"text": "通知 减免"}))["total"], 1);
    assert_eq!(office.call("search", json!({"text": "放假 减免"}))["total"], 0);
}

#[test]
fn a_channel_stands_for_all_below_it() {
    let (mut office, _) = three_items();
    let site = office.term("channel", "学校官网");
    let column = office.call("add_term", json!({"dimension": "channel", "name": "校务栏目", "parent": site}));
    office.log_item("关于校务的公告", column["name"].as_str().unwrap(), "2023-03-01");
    let on_site = list(&mut office, json!({"filters": [{"field": "channels", "any": [site]}]}));
    assert_eq!(titles(&on_site), ["关于放假安排的通知", "关于校务的公告"]);
    let nowhere = list(&mut office, json!({"filters": [{"field": "channels", "any": [null]}]}));
    assert_eq!(nowhere["total"], 0);
}

#[test]
fn an_empty_field_can_be_asked_for() {
    let (mut office, _) = three_items();
    let department = office.call("add_term", json!({"dimension": "department", "name": "信息中心"}))["id"].clone();
    let values = json!({"title": "内部安排", "is_public": false, "department": department});
    office.call("log_record", json!({"thing": "publication", "values": values}));
    for (field, any, found) in [
        ("published_on", json!([null]), 1),
        ("department", json!([null]), 3),
        ("department", json!([null, department]), 4),
        ("department", json!([]), 0),
        ("is_public", json!([false]), 1),
        ("is_public", json!([true, false]), 4),
    ] {
        let filters = json!({"filters": [{"field": field, "any": any}]});
        assert_eq!(list(&mut office, filters)["total"], found, "{field} {any}");
    }
}

#[test]
fn withdrawn_records_are_listed_with_their_reason() {
    let (mut office, withdrawn) = three_items();
    assert_eq!(list(&mut office, json!({"standing": "in_force"}))["total"], 2);
    let gone = list(&mut office, json!({"standing": "withdrawn"}));
    assert_eq!((&gone["total"], &gone["records"][0]["id"]), (&json!(1), &json!(withdrawn)));
    assert_eq!(gone["records"][0]["withdrawn"], "重复");
}

#[test]
fn what_a_list_cannot_ask_is_a_bad_request() {
    let (mut office, _) = three_items();
    let channel = office.term("channel", "公示栏");
    for (part, code) in [
        (json!({"sort": {"field": "weight", "descending": true}}), "bad_request"),
        (json!({"filters": [{"field": "weight", "any": [null]}]}), "bad_request"),
        (json!({"filters": [{"field": "title", "any": [null]}]}), "bad_request"),
        (json!({"filters": [{"field": "is_public", "any": [channel]}]}), "bad_request"),
        (json!({"filters": [{"field": "published_on", "any": [false]}]}), "bad_request"),
        (json!({"filters": [{"field": "kind", "any": [channel]}]}), "no_such_term"),
    ] {
        let mut request = json!({"thing": "publication", "limit": 5});
        request.as_object_mut().unwrap().extend(part.as_object().unwrap().clone());
        assert_eq!(office.refusal("list_records", request), code, "{part}");
    }
}

#[test]
fn a_list_tells_which_items_a_correction_in_force_names() {
    let mut office = Office::new();
    let wrong = office.log_item("校历", "学校官网", "2023-09-01");
    office.log_item("课表", "学校官网", "2023-09-02");
    let values = json!({"title": "关于《校历》的更正", "published_on": "2023-09-05", "corrects": wrong});
    let correction = office.call("log_record", json!({"thing": "publication", "values": values}));
    let corrected = |office: &mut Office| -> Vec<String> {
        let all = list(office, json!({}));
        let marked = all["records"].as_array().unwrap().iter().filter(|one| one["corrected"] == true);
        marked.map(|one| one["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(corrected(&mut office), [wrong]);
    office.call("withdraw_record", json!({"id": correction["record"]["id"], "reason": "误登"}));
    assert!(corrected(&mut office).is_empty());
}

#[test]
fn a_date_that_is_filled_in_can_be_asked_for() {
    let mut office = Office::new();
    for (title, solved) in [("更新慢", Json::Null), ("内容少", json!("2023-11-01"))] {
        let values = json!({"found_on": "2023-09-01", "title": title, "solved_on": solved});
        office.call("log_record", json!({"thing": "problem", "values": values}));
    }
    let mut of = |any: Json| {
        let filters = json!([{"field": "solved_on", "any": any}]);
        list(&mut office, json!({"thing": "problem", "filters": filters}))
    };
    assert_eq!(titles(&of(json!([true]))), ["内容少"]);
    assert_eq!(titles(&of(json!([null]))), ["更新慢"]);
    assert_eq!(of(json!([null, true]))["total"], 2);
}

#[test]
fn a_list_tells_its_records_apart_by_a_flag_as_if_it_were_not_filtered_by_it() {
    let mut office = Office::new();
    let unit = office.term("unit", "件");
    for (subject, day_count) in [("来信", false), ("来电", false), ("电话", true), ("微信", true), ("窗口", true)]
    {
        let values = json!({"received_on": "2023-03-01", "subject": subject, "unit": unit, "is_day_count": day_count,
            "quantity": 1});
        office.call("log_record", json!({"thing": "reply", "values": values}));
    }
    let mut of = |more: Json| {
        let mut request = json!({"thing": "reply", "split_by": "is_day_count"});
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let answer = list(&mut office, request);
        (answer["total"].as_u64().unwrap(), answer["split"].clone())
    };
    let both = json!({"with": 3, "without": 2});
    let by = |any: Json| json!({"filters": [{"field": "is_day_count", "any": any}]});
    assert_eq!(of(json!({})), (5, both.clone()));
    assert_eq!(of(by(json!([true]))), (3, both.clone()));
    assert_eq!(of(by(json!([false]))), (2, both.clone()));
    assert_eq!(of(by(json!([false, true]))), (5, both));
    assert_eq!(of(json!({"text": "电"})), (2, json!({"with": 1, "without": 1})));
    assert_eq!(list(&mut office, json!({"thing": "reply"}))["split"], Json::Null);
    let no_flag = json!({"thing": "reply", "limit": 9, "split_by": "received_on"});
    assert_eq!(office.refusal("list_records", no_flag), "bad_request");
}
