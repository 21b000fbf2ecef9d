//! Requests (依申请公开) by the clerk's commands: the form, the clock, what is due, the government form.

use serde_json::{Value as Json, json};

use crate::ledgers::ledger;
use crate::office::Office;

fn log(office: &mut Office, values: Json) -> Json {
    office.call("log_record", json!({"thing": "request", "values": values}))
}

fn logged(office: &mut Office, values: Json) -> String {
    log(office, values)["record"]["id"].as_str().unwrap().to_owned()
}

/// (field, code) of faults.
fn told(faults: &Json) -> Vec<(String, String)> {
    let text = |fault: &Json, key: &str| fault[key].as_str().unwrap().to_owned();
    faults.as_array().unwrap().iter().map(|fault| (text(fault, "field"), text(fault, "code"))).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(field, code)| ((*field).to_owned(), (*code).to_owned())).collect()
}

#[test]
fn days_in_the_wrong_order_and_halves_of_a_pair_are_told_at_the_field() {
    let mut office = Office::new();
    for (values, warnings) in [
        (json!({"replied_on": "2023-03-01"}), &[("replied_on", "answered_before_received")][..]),
        (json!({"clarify_asked_on": "2023-03-01"}), &[("clarify_asked_on", "earlier_than")]),
        (
            json!({"clarify_asked_on": "2023-03-08", "clarify_given_on": "2023-03-07"}),
            &[("clarify_given_on", "earlier_than")],
        ),
        (json!({"clarify_given_on": "2023-03-07"}), &[("clarify_asked_on", "also_needed")]),
        (json!({"extended_on": "2023-03-20"}), &[("extension_reason", "also_needed")]),
        (json!({"extension_reason": "情况复杂"}), &[("extended_on", "also_needed")]),
        (json!({"third_party_answered_on": "2023-03-20"}), &[("third_party_asked_on", "also_needed")]),
        (
            json!({"third_party_asked_on": "2023-03-20", "third_party_answered_on": "2023-03-10"}),
            &[("third_party_answered_on", "earlier_than")],
        ),
        (
            json!({"clarify_asked_on": "2023-03-06", "clarify_given_on": "2023-03-10", "extended_on": "2023-03-20",
                "extension_reason": "情况复杂", "replied_on": "2023-03-24"}),
            &[],
        ),
    ] {
        let mut values = values;
        values["received_on"] = json!("2023-03-03");
        let check = office.call("check_record", json!({"thing": "request", "values": values}));
        assert_eq!(told(&check["warnings"]), pairs(warnings), "{values}");
        assert_eq!(check["refusals"], json!([]), "{values}");
    }
}

#[test]
fn a_refusal_is_not_saved_without_its_ground() {
    let mut office = Office::new();
    let refused = office.term("outcome", "不予公开");
    let mut values = json!({"received_on": "2023-03-03", "replied_on": "2023-03-10", "outcome": refused});
    let check = office.call("check_record", json!({"thing": "request", "values": values}));
    assert_eq!(told(&check["refusals"]), pairs(&[("refusal_ground", "ground_missing")]));
    assert!(check["refusals"][0]["zh"].as_str().unwrap().contains("“不予公开理由”（《高等学校信息公开办法》第十条）"));
    assert_eq!(office.refusal("log_record", json!({"thing": "request", "values": values})), "refused");
    values["refusal_ground"] = json!(office.term("refusal_ground", "涉及个人隐私"));
    log(&mut office, values);
    assert!(office.red_checks().is_empty());
}

#[test]
fn an_outcome_proposes_its_row_of_the_government_form() {
    let mut office = Office::new();
    let proposals = office.call("outcome_proposals", json!({}));
    for (outcome, ground, clarified, row) in [
        ("予以公开", None, false, "予以公开"),
        ("不予公开", Some("涉及商业秘密"), false, "不予公开：保护第三方合法权益"),
        ("不予公开", Some("涉及国家秘密"), true, "不予公开：属于国家秘密"),
        ("申请内容不明确", None, true, "无法提供：补正后申请内容仍不明确"),
        ("其他答复", None, false, "其他处理：其他"),
    ] {
        let outcome_id = office.term("outcome", outcome);
        let ground_id = ground.map(|ground| office.term("refusal_ground", ground));
        let row_id = office.term("gov_outcome", row);
        let expected = json!({"outcome": outcome_id, "refusal_ground": ground_id, "clarified": clarified,
                              "gov_outcome": row_id});
        assert!(proposals.as_array().unwrap().contains(&expected), "{outcome} {ground:?}");
    }
}

#[test]
fn the_clock_of_a_request_is_read_today_and_follows_the_rules() {
    // Today is Monday, 20 November 2023.
    let mut office = Office::new();
    let id = logged(
        &mut office,
        json!({"received_on": "2023-11-01", "content": "经费", "extended_on": "2023-11-15",
        "extension_reason": "需征求意见", "third_party_asked_on": "2023-11-03", "third_party_answered_on": "2023-11-07"}),
    );
    let clock = office.call("request_clock", json!({"id": id}));
    assert_eq!((&clock["standing"], &clock["due"]), (&json!("running"), &json!("2023-11-22")));
    assert_eq!((&clock["left"], &clock["extension"]), (&json!(2), &json!("not_allowed")));
    assert_eq!(clock["strip"][0], json!({"day": "2023-11-01", "mark": {"type": "receipt"}, "known": true}));
    let rules = |extension: u32, stops: bool| {
        json!({"answer_days": 15, "extension_days": extension, "publish_days": 20, "consultation_days": 10,
               "third_party_stops": stops})
    };
    assert_eq!(office.call("rules", json!({})), rules(0, false));
    let longer = rules(20, true);
    assert_eq!(office.call("set_rules", longer.clone()), longer);
    let clock = office.call("request_clock", json!({"id": id}));
    assert_eq!((&clock["due"], &clock["extension"]), (&json!("2023-12-22"), &json!("granted")));
    assert_eq!(clock["strip"][3]["mark"], json!({"type": "third_party"}));
    for wrong in [("answer_days", 0), ("publish_days", 0), ("consultation_days", 251), ("extension_days", 251)] {
        let mut rules = longer.clone();
        rules[wrong.0] = json!(wrong.1);
        assert_eq!(office.refusal("set_rules", rules), "rule_out_of_range");
    }
    assert_eq!(office.call("rules", json!({})), longer);
    let other = office.log_item("公示", "公示栏", "2023-06-01");
    assert_eq!(office.refusal("request_clock", json!({"id": other})), "no_such_record");
    assert!(office.red_checks().is_empty());
}

#[test]
fn a_ledger_of_requests_is_imported_with_all_its_columns_and_no_name_becomes_a_word() {
    let mut office = Office::new();
    let file = office.path("依申请公开2023.xlsx");
    let head: &[&str] = &[
        "收到日期",
        "申请人",
        "申请人类别",
        "申请内容",
        "指定提供方式",
        "补正通知日期",
        "补正日期",
        "延期日期",
        "延期理由",
        "征求第三方意见日期",
        "第三方答复日期",
        "第三方意见",
        "答复类型",
        "不予公开理由",
        "年报表办理结果",
        "答复日期",
    ];
    let row: &[&str] = &[
        "2023-03-03",
        "李某某",
        "自然人",
        "经费",
        "电子邮件",
        "2023-03-06",
        "2023-03-10",
        "2023-03-20",
        "情况复杂",
        "2023-03-13",
        "2023-03-17",
        "不同意公开",
        "不予公开",
        "涉及商业秘密",
        "不予公开：保护第三方合法权益",
        "2023-04-10",
    ];
    ledger(&file, "依申请公开", &[head, row]);
    let answer = office.call("import", json!({"workbook": file}));
    assert_eq!((&answer["new_terms"], &answer["sheets"][0]["accepted"]), (&json!([]), &json!(1)), "{answer}");
    let record = office.call("record", json!({"id": "request-1"}))["values"].clone();
    assert_eq!((&record["applicant"], &record["extension_reason"]), (&json!("李某某"), &json!("情况复杂")));
    assert_eq!(record["refusal_ground"], json!(office.term("refusal_ground", "涉及商业秘密")));
    let again = office.call("import", json!({"workbook": file}));
    assert_eq!(again["sheets"][0]["accepted"], 0);
    assert!(office.red_checks().is_empty());
}

#[test]
fn the_government_form_of_a_year_adds_up() {
    let mut office = Office::new();
    let (person, open) = (office.term("applicant_class", "自然人"), office.term("outcome", "予以公开"));
    log(
        &mut office,
        json!({"received_on": "2022-12-20", "replied_on": "2023-01-10", "applicant_class": person,
        "outcome": open}),
    );
    log(&mut office, json!({"received_on": "2023-12-20", "content": "未决"}));
    let form = office.call("government_form", json!({"year": 2023}));
    let total = |no: &str| {
        let rows = form["rows"].as_array().unwrap();
        rows.iter().find(|row| row["no"] == no).unwrap()["cells"][6]["count"].clone()
    };
    assert_eq!(
        [total("一"), total("二"), total("三（一）"), total("三（七）"), total("四")],
        [1, 1, 1, 1, 1].map(Json::from)
    );
    assert!(form["checks"].as_array().unwrap().iter().all(|check| check["ok"] == true));
    assert_eq!(form["gaps"][0]["lacks"], "applicant_class");
    assert_eq!(office.refusal("government_form", json!({"year": 1800})), "day_out_of_range");
}
