//! What a scorecard says of duties, of what was never published, of replies without a day, of problems; and who is late.

use serde_json::{Value as Json, json};

use crate::office::Office;
use crate::people::{department, in_2023, item, set_department};

const STATUTE: &str = "学校章程及制定的各项规章制度";
const REPORT: &str = "信息公开年度报告";

fn card(office: &mut Office, id: i64) -> Json {
    let cards = office.call("scorecards", in_2023(json!({})));
    cards["departments"].as_array().unwrap().iter().find(|card| card["department"] == id).unwrap().clone()
}

fn late(office: &mut Office) -> Json {
    office.call("overview", in_2023(json!({})))["late"].clone()
}

fn records(office: &mut Office, id: i64, score: &str) -> Vec<String> {
    let found = office.call("score_records", in_2023(json!({"department": id, "score": score, "limit": 100})));
    let records = found["records"].as_array().unwrap();
    assert_eq!(found["total"], records.len());
    records.iter().map(|record| record["title"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn duties_stand_as_on_the_board_what_lasts_is_done_and_what_does_not_concern_the_school_is_none() {
    let mut office = Office::new();
    let id = office.term("department", "教务处");
    let (lasting, stale) = (office.term("list_item", STATUTE), office.term("list_item", REPORT));
    let concerned = office.term("list_item", "毕业生的规模、结构、就业率、就业流向");
    let missing = office.term("list_item", "高校毕业生就业质量年度报告");
    set_department(&mut office, id, "张三", "", &[lasting, stale, concerned, missing]);
    let rhythm = |every: &str| json!({"every": every, "grace_days": 0, "changed_on": null});
    for (item, every) in [(lasting, "standing"), (stale, "quarter")] {
        office.call("set_list_rhythm", json!({"item": item, "rhythm": rhythm(every)}));
    }
    item(&mut office, "章程", None, "2019-03-01", json!({"list_item": lasting}));
    item(&mut office, "年报", None, "2023-01-03", json!({"list_item": stale}));
    office.call("set_not_applicable", json!({"item": concerned, "year": 2023, "reason": "尚无毕业生"}));
    let tally = json!({"published": 1, "stale": 1, "missing": 1, "not_applicable": 1, "percent": 33.3});
    assert_eq!(card(&mut office, id)["duties"], tally);
    let told = department(&mut office, id)["duties"].clone();
    let told: Vec<(&Json, &Json)> =
        told.as_array().unwrap().iter().map(|duty| (&duty["item"], &duty["state"])).collect();
    for (item, state) in [(lasting, "published"), (stale, "stale"), (concerned, "not_applicable"), (missing, "missing")]
    {
        assert!(told.contains(&(&json!(item), &json!(state))), "{item} {state}: {told:?}");
    }
    // The stale one was due again on 3 April; the missing one has no day.
    let expected = json!([{"department": id, "name": "教务处", "publications": 0, "unpublished": 0, "matters": 0,
                           "duties": 2, "since": "2023-04-03"}]);
    assert_eq!(late(&mut office), expected);
    item(&mut office, "年报", None, "2023-11-01", json!({"list_item": stale}));
    assert_eq!(late(&mut office)[0]["since"], Json::Null);
    // What the list no longer has is nobody's to publish.
    office.call("edit_term", json!({"id": missing, "edit": {"retired": true}}));
    assert_eq!(card(&mut office, id)["duties"]["missing"], 0);
    assert_eq!(late(&mut office), json!([]));
}

#[test]
fn what_was_made_long_ago_and_never_published_makes_its_department_late() {
    let mut office = Office::new();
    let id = office.term("department", "教务处");
    let channel = office.term("channel", "公示栏");
    let duty = office.term("list_item", REPORT);
    // Until its day is known, an item is not public.
    let mut made = |title: &str, day: &str, more: Json| {
        let mut values =
            json!({"title": title, "made_on": day, "is_public": false, "department": id, "channels": [channel]});
        values.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        office.call("log_record", json!({"thing": "publication", "values": values}));
    };
    // 20 working days before Monday, 20 November 2023, is 23 October.
    made("刚好", "2023-10-23", json!({}));
    made("早一个工作日", "2023-10-20", json!({}));
    made("去年", "2022-05-05", json!({"channels": [], "list_item": duty}));
    made("不公开", "2023-03-01", json!({"channels": []}));
    made("已公开", "2023-03-01", json!({"published_on": "2023-03-02", "is_public": true}));
    assert_eq!(records(&mut office, id, "unpublished"), ["去年", "早一个工作日"]);
    assert_eq!(card(&mut office, id)["scores"]["unpublished"], 2);
    let told = late(&mut office)[0].clone();
    assert_eq!((&told["unpublished"], &told["publications"]), (&json!(2), &json!(0)));
    assert_eq!(told["since"], "2022-06-01");
    // Of a period that is over, what was late at its end.
    let cards = office.call("scorecards", json!({"from": "2022-01-01", "to": "2022-12-31"}));
    let card = cards["departments"].as_array().unwrap().iter().find(|card| card["department"] == id).unwrap();
    assert_eq!((&card["scores"]["unpublished"], &cards["as_of"]), (&json!(1), &json!("2022-12-31")));
}

#[test]
fn an_answer_without_a_day_set_is_neither_in_time_nor_late_and_what_is_overdue_is_told() {
    let mut office = Office::new();
    let id = office.term("department", "教务处");
    let unit = office.term("unit", "件");
    for (subject, due, replied) in [
        ("按期", json!("2023-03-08"), json!("2023-03-08")),
        ("逾期", json!("2023-03-08"), json!("2023-03-09")),
        ("未定期限", Json::Null, json!("2023-03-09")),
        ("今天到期", json!("2023-11-20"), Json::Null),
        ("超过期限", json!("2023-11-17"), Json::Null),
        ("未答未定", Json::Null, Json::Null),
    ] {
        let values = json!({"received_on": "2023-03-01", "subject": subject, "quantity": 1, "unit": unit,
            "due_on": due, "replied_on": replied, "department": id});
        office.call("log_record", json!({"thing": "reply", "values": values}));
    }
    for (title, found, due, solved) in [
        ("已整改", "2023-03-01", "2023-03-08", json!("2023-04-01")),
        ("未整改", "2023-03-01", "2023-03-08", Json::Null),
        ("去年发现", "2022-03-01", "2022-03-08", Json::Null),
    ] {
        let values = json!({"found_on": found, "title": title, "due_on": due, "solved_on": solved, "department": id});
        office.call("log_record", json!({"thing": "problem", "values": values}));
    }
    for (score, titles) in [
        ("replies_in_time", &["按期"][..]),
        ("replies_late", &["逾期"]),
        ("replies_undated", &["未定期限"]),
        ("replies_open", &["今天到期", "超过期限", "未答未定"]),
        ("replies_overdue", &["超过期限"]),
        ("problems_overdue", &["未整改"]),
    ] {
        assert_eq!(records(&mut office, id, score), titles, "{score}");
        assert_eq!(card(&mut office, id)["scores"][score], titles.len(), "{score}");
    }
    // The department's page names what is overdue, whatever the period.
    let overdue = department(&mut office, id)["overdue"].clone();
    let titles: Vec<&Json> = overdue.as_array().unwrap().iter().map(|due| &due["title"]).collect();
    assert_eq!(titles, ["去年发现", "未整改", "超过期限"]);
    assert_eq!(late(&mut office)[0]["matters"], 3);
}
