//! What an office sets once: its name and its reporting periods.

use serde_json::json;

use crate::office::Office;

#[test]
fn the_institution_takes_another_name_and_the_log_keeps_both() {
    let mut office = Office::new();
    let info = office.call("rename_institution", json!({"name": " 湖南示例职业技术大学 "}));
    assert_eq!(info["institution"], "湖南示例职业技术大学");
    assert_eq!(office.refusal("rename_institution", json!({"name": " "})), "bad_request");
    let day = json!({"from": "2023-01-01", "to": "2023-12-31"});
    let done = office.call("overview", day)["today"][0].clone();
    assert_eq!((&done["operation"], &done["title"]), (&json!("setting.set"), &json!("湖南示例职业技术大学")));
    assert!(office.red_checks().is_empty());
}

#[test]
fn an_office_names_its_periods_and_finds_them_again() {
    let mut office = Office::new();
    assert_eq!(office.call("periods", json!({})), json!([]));
    let year = json!({"name": "2023年度", "from": "2023-01-01", "to": "2023-12-31"});
    let school = json!({"name": "2022—2023学年", "from": "2022-09-01", "to": "2023-08-31"});
    let blanks = json!({"name": " 2023年度 ", "from": "2023-01-01", "to": "2023-12-31"});
    let set = office.call("set_periods", json!({"periods": [blanks, school]}));
    assert_eq!(set, json!([year, school]));
    let done = office.call("overview", json!({"from": "2023-01-01", "to": "2023-12-31"}))["today"][0].clone();
    assert_eq!((&done["operation"], &done["title"]), (&json!("setting.set"), &json!("2023年度、2022—2023学年")));
    office.close();
    office.open();
    assert_eq!(office.call("periods", json!({})), json!([year, school]));
    assert!(office.red_checks().is_empty());
}

#[test]
fn a_period_without_a_name_of_its_own_or_that_cannot_be_changes_nothing() {
    let mut office = Office::new();
    let year = |name: &str, from: &str, to: &str| json!({"name": name, "from": from, "to": to});
    let good = year("2023年度", "2023-01-01", "2023-12-31");
    office.call("set_periods", json!({"periods": [good]}));
    for (periods, code) in [
        (json!([year(" ", "2023-01-01", "2023-12-31")]), "period_unnamed"),
        (json!([good, year("2023年度 ", "2022-01-01", "2022-12-31")]), "period_unnamed"),
        (json!([year("反了", "2023-12-31", "2023-01-01")]), "period_reversed"),
        (json!([year("太早", "1900-01-01", "2023-01-01")]), "day_out_of_range"),
    ] {
        assert_eq!(office.refusal("set_periods", json!({"periods": periods})), code);
    }
    assert_eq!(office.call("periods", json!({})), json!([good]));
}
