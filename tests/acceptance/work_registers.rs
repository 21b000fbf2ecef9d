//! The registers of the office's own work: problems, regulations, consultations, public notices, and records that name others.

use serde_json::{Value, json};

use crate::office::Office;

/// The codes of the warnings and refusals at each field.
fn told(office: &mut Office, thing: &str, values: Value) -> Vec<(String, String)> {
    let check = office.call("check_record", json!({"thing": thing, "values": values}));
    let faults = check["refusals"].as_array().unwrap().iter().chain(check["warnings"].as_array().unwrap());
    faults.map(|fault| (fault["field"].as_str().unwrap().into(), fault["code"].as_str().unwrap().into())).collect()
}

fn logged(office: &mut Office, thing: &str, values: Value) -> String {
    let saved = office.call("log_record", json!({"thing": thing, "values": values}));
    saved["record"]["id"].as_str().unwrap().to_owned()
}

#[test]
fn the_days_of_each_ledger_stand_in_their_order_and_parts_within_their_wholes() {
    let mut office = Office::new();
    for (thing, values, field, code) in [
        (
            "problem",
            json!({"found_on": "2023-05-08", "title": "更新不及时", "due_on": "2023-05-01"}),
            "due_on",
            "earlier_than",
        ),
        (
            "problem",
            json!({"found_on": "2023-05-08", "title": "更新不及时", "solved_on": "2023-05-30"}),
            "remedy",
            "also_needed",
        ),
        (
            "problem",
            json!({"found_on": "2023-05-08", "title": "更新不及时", "owner": "甲某、乙某"}),
            "owner",
            "several_names",
        ),
        ("problem", json!({"found_on": "2023-05-08"}), "title", "required_missing"),
        ("problem", json!({"found_on": "2023-02-30", "title": "更新不及时"}), "found_on", "date_impossible"),
        (
            "consultation",
            json!({"opened_on": "2023-05-08", "name": "章程", "closes_on": "2023-05-01"}),
            "closes_on",
            "earlier_than",
        ),
        (
            "consultation",
            json!({"opened_on": "2023-05-08", "name": "章程", "opinions": 3, "adopted": 5}),
            "adopted",
            "more_than_whole",
        ),
        ("consultation", json!({"opened_on": "2023-05-08", "name": "章程", "adopted": 5}), "opinions", "also_needed"),
        (
            "notice",
            json!({"posted_on": "2023-05-08", "name": "拟聘", "ends_on": "2023-05-01"}),
            "ends_on",
            "earlier_than",
        ),
        ("notice", json!({"posted_on": "2023-05-08", "name": "拟聘", "objections": 1}), "result", "also_needed"),
        ("reply", json!({"received_on": "2023-05-08", "assigned_on": "2023-05-05"}), "assigned_on", "earlier_than"),
        ("case_file", json!({"filed_on": "2023-05-08", "closed_on": "2023-05-05"}), "closed_on", "earlier_than"),
        (
            "regulation",
            json!({"issued_on": "2023-05-08", "effective_on": "2023-05-05"}),
            "effective_on",
            "earlier_than",
        ),
        (
            "consultation",
            json!({"opened_on": "2023-05-08", "closes_on": "2023-05-26", "answered_on": "2023-05-19"}),
            "answered_on",
            "earlier_than",
        ),
    ] {
        let faults = told(&mut office, thing, values.clone());
        assert!(faults.contains(&(field.into(), code.into())), "{thing} {values}: {faults:?}");
    }
    for (thing, values) in [
        (
            "problem",
            json!({"found_on": "2023-05-08", "title": "更新不及时", "remedy": "每周核对", "solved_on": "2023-05-30"}),
        ),
        ("notice", json!({"posted_on": "2023-05-08", "name": "拟聘", "ends_on": "2023-05-12", "objections": 0})),
        ("problem", json!({"found_on": "2023-05-08", "title": "更新不及时", "owner": "李和平"})),
    ] {
        assert_eq!(told(&mut office, thing, values.clone()), [], "{thing} {values}");
    }
}

#[test]
fn a_consultation_lasts_ten_working_days_at_least_holidays_not_counted() {
    let mut office = Office::new();
    let short = |office: &mut Office, opened: &str, closes: &str| {
        let faults = told(office, "consultation", json!({"opened_on": opened, "name": "章程", "closes_on": closes}));
        faults.contains(&("closes_on".into(), "period_too_short".into()))
    };
    // From Monday: the tenth working day after it is the Monday two weeks later.
    assert!(short(&mut office, "2023-05-08", "2023-05-19"));
    assert!(!short(&mut office, "2023-05-08", "2023-05-22"));
    // Over National Day 2023 (29 Sep to 6 Oct off; 7 and 8 Oct worked).
    assert!(short(&mut office, "2023-09-25", "2023-10-12"));
    assert!(!short(&mut office, "2023-09-25", "2023-10-13"));
}

#[test]
fn a_record_names_only_a_record_that_stands_in_the_register() {
    let mut office = Office::new();
    let meeting = logged(&mut office, "meeting", json!({"name": "校务会", "held_on": "2023-03-01"}));
    let minutes = json!({"title": "校务会纪要", "published_on": "2023-03-02", "meeting": meeting});
    let minutes_id = logged(&mut office, "publication", minutes.clone());
    let view = office.call("record", json!({"id": minutes_id}));
    assert_eq!(view["named"]["meeting"], "校务会");
    let of_meeting = office.call("record", json!({"id": meeting}));
    assert_eq!(of_meeting["named_by"][0]["record"]["id"], minutes_id);
    assert_eq!(of_meeting["named_by"][0]["field"], "meeting");
    assert_eq!(of_meeting["derived"], json!([]));

    for wrong in ["meeting-99", "publication-1", "校务会"] {
        let faults =
            told(&mut office, "publication", json!({"title": "纪要", "published_on": "2023-03-02", "meeting": wrong}));
        assert_eq!(faults[0], ("meeting".into(), "record_unknown".into()), "{wrong}");
    }
    // A withdrawn meeting is not newly named, and stays named where it was.
    office.call("withdraw_record", json!({"id": meeting, "reason": "误录", "also": false}));
    assert_eq!(told(&mut office, "publication", minutes.clone())[0].1, "record_unknown");
    let mut edited = minutes;
    edited["title"] = "校务会会议纪要".into();
    office.call("edit_record", json!({"id": minutes_id, "values": edited}));
    assert!(office.red_checks().is_empty());
}

#[test]
fn what_corrects_an_item_names_it_and_no_item_corrects_itself() {
    let mut office = Office::new();
    let wrong = logged(&mut office, "publication", json!({"title": "收费公示", "published_on": "2023-03-02"}));
    let values = json!({"title": "关于收费公示的更正", "published_on": "2023-03-09", "corrects": wrong});
    let correction = logged(&mut office, "publication", values.clone());
    let named_by = &office.call("record", json!({"id": wrong}))["named_by"];
    assert_eq!((&named_by[0]["field"], &named_by[0]["record"]["id"]), (&json!("corrects"), &json!(correction)));
    assert_eq!(named_by[0]["date"], "2023-03-09");
    let mut itself = values;
    itself["corrects"] = correction.clone().into();
    assert_eq!(office.refusal("edit_record", json!({"id": correction, "values": itself})), "refused");
    // Withdrawn, it corrects nothing any more.
    office.call("withdraw_record", json!({"id": correction, "reason": "误录", "also": false}));
    assert_eq!(office.call("record", json!({"id": wrong}))["named_by"], json!([]));
}

#[test]
fn a_day_that_is_set_beforehand_rightly_lies_after_today() {
    // Today is Monday, 20 November 2023.
    let mut office = Office::new();
    for (thing, values, expected) in [
        ("problem", json!({"found_on": "2023-11-20", "title": "更新慢", "due_on": "2023-12-20"}), vec![]),
        ("consultation", json!({"opened_on": "2023-11-20", "name": "章程", "closes_on": "2023-12-20"}), vec![]),
        ("notice", json!({"posted_on": "2023-11-20", "name": "评优", "ends_on": "2023-12-20"}), vec![]),
        ("regulation", json!({"issued_on": "2023-11-20", "name": "办法", "effective_on": "2024-01-01"}), vec![]),
        ("notice", json!({"posted_on": "2023-12-20", "name": "评优"}), vec![("posted_on", "date_unlikely")]),
    ] {
        let expected: Vec<(String, String)> =
            expected.into_iter().map(|(f, c): (&str, &str)| (f.into(), c.into())).collect();
        assert_eq!(told(&mut office, thing, values), expected, "{thing}");
    }
}
