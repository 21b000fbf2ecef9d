//! What is typed into a form, and what is said of it before it is saved.

use register::Error;
use serde_json::{Value as Json, json};

use crate::office::Office;

fn check(office: &mut Office, thing: &str, values: Json) -> Json {
    office.call("check_record", json!({"thing": thing, "values": values}))
}

fn codes(faults: &Json) -> Vec<(&str, &str)> {
    let faults = faults.as_array().unwrap().iter();
    faults.map(|fault| (fault["field"].as_str().unwrap(), fault["code"].as_str().unwrap())).collect()
}

#[test]
fn a_form_is_read_as_a_clerk_types_it() {
    let mut office = Office::new();
    let values = json!({"title": "关于开学的通知", "published_on": "3月2日", "made_on": "", "copies": "1,200"});
    let answer = check(&mut office, "publication", values.clone());
    assert_eq!(codes(&answer["refusals"]), []);
    assert_eq!(answer["values"]["published_on"], "2023-03-02");
    assert_eq!(answer["values"]["copies"], 1200);
    let saved = office.call("log_record", json!({"thing": "publication", "values": values}));
    assert_eq!(saved["record"]["values"], answer["values"]);
    let request = check(&mut office, "request", json!({"received_on": "昨天", "fee": "12.50"}));
    assert_eq!((&request["values"]["received_on"], &request["values"]["fee"]), (&json!("2023-11-19"), &json!(1250)));
}

#[test]
fn all_that_refuses_a_form_is_said_at_once() {
    let mut office = Office::new();
    let values = json!({"title": " ", "published_on": "2023-02-30", "copies": "若干"});
    let expected =
        [("title", "required_missing"), ("copies", "number_unreadable"), ("published_on", "date_impossible")];
    assert_eq!(codes(&check(&mut office, "publication", values.clone())["refusals"]), expected);
    match office.attempt("log_record", json!({"thing": "publication", "values": values})) {
        Err(Error::Refused { faults }) => assert_eq!(faults.len(), 3),
        other => panic!("{other:?}"),
    }
    let misfit = json!({"thing": "publication", "values": {"title": 5}});
    assert_eq!(office.refusal("check_record", misfit), "bad_request");
}

#[test]
fn what_is_unlikely_is_said_and_does_not_hinder() {
    let mut office = Office::new();
    let values = json!({"received_on": "2023-12-01", "replied_on": "2023-11-01"});
    let answer = check(&mut office, "request", values);
    assert_eq!(codes(&answer["refusals"]), []);
    let expected = [("received_on", "date_unlikely"), ("replied_on", "answered_before_received")];
    assert_eq!(codes(&answer["warnings"]), expected);
}

#[test]
fn signs_that_nobody_sees_are_removed_and_lines_are_kept() {
    let mut office = Office::new();
    let values = json!({"held_on": "2023-05-01", "name": "党委\u{202e}会\u{0}", "remarks": "一\n二\t三"});
    let answer = check(&mut office, "meeting", values.clone());
    assert_eq!((&answer["values"]["name"], &answer["values"]["remarks"]), (&json!("党委会"), &json!("一\n二\t三")));
    assert_eq!(codes(&answer["warnings"]), [("name", "invisible_removed")]);
    assert!(answer["warnings"][0]["zh"].as_str().unwrap().contains("保存时将去掉"));
    let saved = office.call("log_record", json!({"thing": "meeting", "values": values}));
    assert!(saved["warnings"][0]["zh"].as_str().unwrap().contains("已去掉"));
}

#[test]
fn a_retired_word_stays_where_it_is_and_is_not_chosen_anew() {
    let mut office = Office::new();
    let id = office.log_item("关于评优结果的公示", "公示栏", "2023-06-01");
    let board = office.term("channel", "公示栏");
    office.call("edit_term", json!({"id": board, "edit": {"retired": true}}));
    let mut values = json!({"title": "关于评先结果的公示", "published_on": "2023-06-01", "channels": [board]});
    assert_eq!(codes(&check(&mut office, "publication", values.clone())["refusals"]), [("channels", "term_retired")]);
    values["is_public"] = json!(true);
    office.call("edit_record", json!({"id": id, "values": values}));
}

#[test]
fn a_record_that_may_repeat_another_names_it() {
    let mut office = Office::new();
    let day = "2023-06-01";
    let item = |title: &str, number: Json| json!({"title": title, "doc_number": number, "published_on": day});
    let mut log = |values: Json| {
        let saved = office.call("log_record", json!({"thing": "publication", "values": values}));
        saved["record"]["id"].as_str().unwrap().to_owned()
    };
    let first = log(item("关于公布2023年度预算的通知", json!("湘示院〔2023〕12号")));
    let longer = log(item("转发《关于公布2023年度预算的通知》", json!(null)));
    let mut like = |values: Json, id: Option<&str>| {
        let mut request = json!({"thing": "publication", "values": values});
        if let Some(id) = id {
            request["id"] = json!(id);
        }
        let answer = office.call("check_record", request);
        let similar = answer["similar"].as_array().unwrap().iter();
        similar.map(|s| (s["id"].as_str().unwrap().to_owned(), s["why"].as_str().unwrap().to_owned())).collect()
    };
    let said = |pairs: &[(&String, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(id, why)| ((*id).clone(), (*why).to_owned())).collect()
    };
    let same: Vec<(String, String)> = like(item("关于公布2023年度预算的通知", json!("湘示院〔2023〕12号")), None);
    assert_eq!(same, said(&[(&first, "same_in_every_field"), (&longer, "title_within")]));
    assert_eq!(like(item("另一件", json!("湘示院[２０２３] 12号")), None), said(&[(&first, "same_doc_number")]));
    let title = item("关于公布２０２３年度预算的 通知。", json!(null));
    assert_eq!(like(title.clone(), None), said(&[(&first, "same_title"), (&longer, "title_within")]));
    assert_eq!(like(title, Some(&first)), said(&[(&longer, "title_within")]));
    assert_eq!(like(item("预算的通知", json!(null)), None), []);
}

#[test]
fn other_things_repeat_only_on_the_same_day_and_day_counts_never() {
    let mut office = Office::new();
    let meeting = |day: &str| json!({"name": "党委会", "held_on": day});
    office.call("log_record", json!({"thing": "meeting", "values": meeting("2023-05-01")}));
    let alike = json!({"name": "党委 会", "held_on": "2023-05-01"});
    assert_eq!(check(&mut office, "meeting", alike)["similar"][0]["why"], "same_title");
    assert_eq!(check(&mut office, "meeting", meeting("2023-05-02"))["similar"], json!([]));
    let unit = office.term("unit", "人次");
    let count = |quantity: u32| {
        json!({"received_on": "2023-05-01", "subject": "咨询招生政策", "quantity": quantity,
                                       "unit": unit, "is_day_count": true})
    };
    office.call("log_record", json!({"thing": "reply", "values": count(3)}));
    assert_eq!(check(&mut office, "reply", count(4))["similar"], json!([]));
}
