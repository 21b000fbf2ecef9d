//! The working-day calendar: shipped, edited by hand, read from a file.

use serde_json::{Value as Json, json};

use crate::ledgers::ledger;
use crate::office::Office;

fn calendar(office: &mut Office, year: i32) -> Json {
    office.call("calendar", json!({"year": year}))
}

fn off(day: &str, name: &str) -> Json {
    json!({"day": day, "off": true, "name": name})
}

/// The due date of a request that runs into 2027.
fn due(office: &mut Office) -> (Json, Json) {
    let values = json!({"received_on": "2026-12-14", "content": "经费"});
    let logged = office.call("log_record", json!({"thing": "request", "values": values}));
    let clock = office.call("request_clock", json!({"id": logged["record"]["id"]}));
    (clock["due"].clone(), clock["provisional"].clone())
}

#[test]
fn a_shipped_year_lists_every_day_that_is_no_ordinary_one() {
    let mut office = Office::new();
    let year = calendar(&mut office, 2024);
    assert_eq!((&year["known"], &year["edited"]), (&json!(true), &json!(false)));
    assert_eq!(year["days"][0], off("2024-01-01", "元旦"));
    assert!(year["days"].as_array().unwrap().contains(&json!({"day": "2024-02-04", "off": false, "name": "春节"})));
    assert_eq!(year["known_years"], json!([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]));
    let unknown = calendar(&mut office, 2027);
    assert_eq!((&unknown["known"], &unknown["days"]), (&json!(false), &json!([])));
    assert_eq!(office.refusal("calendar", json!({"year": 1800})), "day_out_of_range");
}

#[test]
fn a_year_put_in_by_hand_is_logged_and_makes_its_deadlines_certain() {
    let mut office = Office::new();
    assert_eq!(due(&mut office), (json!("2027-01-04"), json!(true)));
    let days = json!([off("2027-01-01", " 元旦 ")]);
    let year = office.call("set_calendar_year", json!({"year": 2027, "days": days}));
    assert_eq!(
        (&year["known"], &year["edited"], &year["days"]),
        (&json!(true), &json!(true), &json!([off("2027-01-01", "元旦")]))
    );
    assert_eq!(due(&mut office), (json!("2027-01-05"), json!(false)));
    let done = office.call("overview", json!({"from": "2023-01-01", "to": "2023-12-31"}));
    let set = done["today"].as_array().unwrap().iter().find(|done| done["operation"] == "setting.set").unwrap();
    assert_eq!((&set["title"], &set["who"]), (&json!("2027"), &json!("王丽")));
    // Without days the year is again as it was.
    let year = office.call("set_calendar_year", json!({"year": 2027}));
    assert_eq!((&year["known"], &year["edited"]), (&json!(false), &json!(false)));
    assert_eq!(due(&mut office), (json!("2027-01-04"), json!(true)));
    assert!(office.red_checks().is_empty());
}

#[test]
fn a_term_ends_on_its_last_working_day() {
    let mut office = Office::new();
    let term = |from: &str, days: u32| json!({"from": from, "days": days});
    // Ten working days of consultation over 春节.
    assert_eq!(office.call("deadline", term("2025-01-27", 10)), json!({"day": "2025-02-17", "provisional": false}));
    assert_eq!(office.call("deadline", term("2026-12-14", 15)), json!({"day": "2027-01-04", "provisional": true}));
    assert_eq!(office.refusal("deadline", term("2026-12-14", 251)), "rule_out_of_range");
    assert_eq!(office.refusal("deadline", term("1900-12-14", 15)), "day_out_of_range");
}

#[test]
fn an_edited_year_goes_before_the_shipped_one_and_can_be_put_back() {
    let mut office = Office::new();
    let shipped = calendar(&mut office, 2026);
    let fewer = json!([off("2026-01-01", "元旦")]);
    assert_eq!(office.call("set_calendar_year", json!({"year": 2026, "days": fewer}))["days"], fewer);
    office.close();
    office.open();
    assert_eq!(calendar(&mut office, 2026)["days"], fewer);
    assert_eq!(office.call("set_calendar_year", json!({"year": 2026})), shipped);
    assert!(office.red_checks().is_empty());
}

#[test]
fn a_year_is_read_from_a_table_and_from_json() {
    let mut office = Office::new();
    let rows: &[&[&str]] = &[
        &["2027年节假日安排"],
        &["日期", "休/班", "名称"],
        &["2027年1月1日", "休", "元旦"],
        &["2027-02-05", "放假", "春节"],
        &["2027-02-14", "班", "春节"],
    ];
    let file = office.path("2027.xlsx");
    ledger(&file, "安排", rows);
    let year = office.call("read_calendar", json!({"year": 2027, "file": file}));
    let days = json!([off("2027-01-01", "元旦"), off("2027-02-05", "春节"), {"day": "2027-02-14", "off": false, "name": "春节"}]);
    assert_eq!((&year["days"], &year["known"]), (&days, &json!(true)));

    let file = office.path("2028.csv");
    std::fs::write(&file, "日期,名称,休/班\n1月1日,元旦,休\n\n2028-01-09,元旦,班\n").unwrap();
    let year = office.call("read_calendar", json!({"year": 2028, "file": file}));
    assert_eq!(year["days"], json!([off("2028-01-01", "元旦"), {"day": "2028-01-09", "off": false, "name": "元旦"}]));

    // As notices are published for programs; the December before goes to its own year.
    let before = calendar(&mut office, 2026)["days"].as_array().unwrap().len();
    let file = office.path("2027.json");
    let days = json!({"year": 2027, "days": [
        {"name": "元旦", "date": "2026-12-31", "isOffDay": true}, {"name": "元旦", "date": "2027-01-01", "isOffDay": true}]});
    std::fs::write(&file, days.to_string()).unwrap();
    let year = office.call("read_calendar", json!({"year": 2027, "file": file}));
    assert_eq!(year["days"], json!([off("2027-01-01", "元旦")]));
    let december = calendar(&mut office, 2026)["days"].as_array().unwrap().clone();
    assert_eq!((december.len(), december.last().unwrap()), (before + 1, &off("2026-12-31", "元旦")));
    assert!(office.red_checks().is_empty());
}

#[test]
fn a_file_with_a_wrong_row_changes_nothing_and_names_the_row() {
    let mut office = Office::new();
    let file = office.path("2027.csv");
    for (rows, said) in [
        ("2027-02-30,休,春节", "第2行：“日期”填写的“2027-02-30”不是有效日期"),
        ("2027-01-01,休,元旦\n月底,休,春节", "第3行：“日期”的“月底”不是日期"),
        ("2027-01-01,半天,元旦", "第2行：“休/班”的“半天”不能判断"),
        ("2027-01-01,,元旦", "第2行：“休/班”未填写"),
        ("2027-01-01,休,", "第2行：“名称”未填写"),
        ("2028-01-01,休,元旦", "第2行：“日期”的“2028-01-01”不在 2027 年"),
        ("2026-11-01,休,元旦", "第2行：“日期”的“2026-11-01”不在 2027 年"),
        ("2027-01-01,休,元旦\n2027-01-01,班,元旦", "第3行：“日期”的“2027-01-01”与第 2 行重复"),
        ("2027-01-04,班,元旦", "第2行：“日期”的“2027-01-04”不是周六、周日"),
    ] {
        std::fs::write(&file, format!("日期,休/班,名称\n{rows}\n")).unwrap();
        let error = office.attempt("read_calendar", json!({"year": 2027, "file": file})).unwrap_err();
        let sentence = error.sentence(register::Lang::Zh);
        assert!(sentence.contains(said) && sentence.starts_with("日历未改动。"), "{sentence}");
        assert_eq!(error.code(), "calendar_faulty");
        assert_eq!(calendar(&mut office, 2027)["known"], false, "{rows}");
    }
    for (name, content, code) in [
        ("无表头.csv", "甲,乙\n1,2\n", "no_header"),
        ("空.csv", "日期,休/班,名称\n", "workbook_empty"),
        ("坏.json", "[{", "workbook_damaged"),
        ("别的.json", "{\"holidays\": []}", "no_header"),
    ] {
        let file = office.path(name);
        std::fs::write(&file, content).unwrap();
        assert_eq!(office.refusal("read_calendar", json!({"year": 2027, "file": file})), code, "{name}");
    }
    for name in ["没有.csv", "没有.json"] {
        let file = office.path(name);
        assert_eq!(office.refusal("read_calendar", json!({"year": 2027, "file": file})), "workbook_missing");
    }
    let twice = json!([off("2027-01-01", "元旦"), off("2027-01-01", "元旦")]);
    assert_eq!(office.refusal("set_calendar_year", json!({"year": 2027, "days": twice})), "calendar_faulty");
    assert_eq!(office.call("calendar", json!({"year": 2027}))["edited"], false);
}

#[test]
fn the_working_days_of_a_stretch_leave_out_its_first_day_weekends_and_holidays() {
    let mut office = Office::new();
    let mut days = |from: &str, to: &str| office.call("working_days", json!({"from": from, "to": to}));
    assert_eq!(days("2026-03-02", "2026-03-16"), json!({"days": 10, "provisional": false}));
    assert_eq!(days("2024-02-09", "2024-02-18"), json!({"days": 1, "provisional": false}), "18 February is worked");
    assert_eq!(days("2026-12-31", "2027-01-01")["provisional"], json!(true));
    let reversed = json!({"from": "2026-03-02", "to": "2026-03-01"});
    assert_eq!(office.refusal("working_days", reversed), "period_reversed");
}
