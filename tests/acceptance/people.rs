//! Departments with their people and duties, who acts today, and the scorecards that come of it.

use calamine::{Reader, Xlsx, open_workbook};
use chrono::Days;
use register::{Context, commands};
use serde_json::{Value as Json, json};

use crate::changes::{behind_the_back, forge_seal};
use crate::office::Office;
use crate::reports::check_parts;

pub fn set_department(office: &mut Office, id: i64, head: &str, officer: &str, duties: &[i64]) -> Json {
    let department = json!({"department": id, "head": head, "officer": officer, "telephone": "0731-1234567",
                            "duties": duties});
    office.call("set_department", department)
}

fn codes(warnings: &Json) -> Vec<(&str, &str)> {
    let told = warnings.as_array().unwrap().iter();
    told.map(|fault| (fault["field"].as_str().unwrap(), fault["code"].as_str().unwrap())).collect()
}

pub fn in_2023(mut request: Json) -> Json {
    request["from"] = json!("2023-01-01");
    request["to"] = json!("2023-12-31");
    request
}

pub fn department(office: &mut Office, id: i64) -> Json {
    office.call("department", in_2023(json!({"id": id})))
}

/// The newest entry of the log, as the overview tells it.
fn last_done(office: &mut Office) -> Json {
    office.call("overview", in_2023(json!({})))["today"][0].clone()
}

#[test]
fn a_departments_people_and_duties_are_kept_with_their_history_and_proven() {
    let mut office = Office::new();
    let id = office.term("department", "教务处");
    let item = office.term("list_item", "学校章程及制定的各项规章制度");
    let saved = set_department(&mut office, id, "张三", "李四", &[item, item]);
    assert_eq!(saved["warnings"], json!([]));
    assert_eq!(saved["department"]["duties"], json!([item]));
    assert_eq!(last_done(&mut office)["title"], "教务处");
    set_department(&mut office, id, "张三", "王五", &[item]);
    // The same once more is no change.
    set_department(&mut office, id, "张三", "王五", &[item]);
    let history = office.call("department_history", json!({"id": id}));
    let officers: Vec<(&Json, &Json)> = history
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| (&entry["before"]["officer"], &entry["after"]["officer"]))
        .collect();
    assert_eq!(officers, [(&Json::Null, &json!("李四")), (&json!("李四"), &json!("王五"))]);
    assert_eq!(history[1]["operation"], "department.set");
    assert!(office.red_checks().is_empty());
    office.open();
    assert_eq!(department(&mut office, id)["department"]["officer"], "王五");
}

#[test]
fn what_was_changed_past_the_write_door_is_found() {
    for change in ["UPDATE persons SET name = '别人'", "DELETE FROM duties", "UPDATE departments SET head = ''"] {
        let mut office = Office::new();
        let id = office.term("department", "教务处");
        let item = office.term("list_item", "学校章程及制定的各项规章制度");
        set_department(&mut office, id, "张三", "李四", &[item]);
        office.call("add_person", json!({"name": "王丽"}));
        assert!(office.red_checks().is_empty());
        behind_the_back(&mut office, change);
        forge_seal(&office);
        assert_eq!(office.red_checks(), ["vocabulary"], "{change}");
    }
}

#[test]
fn two_names_in_a_departments_field_are_told_and_kept_and_signs_that_nobody_sees_go() {
    let mut office = Office::new();
    let id = office.term("department", "教务处");
    let saved = set_department(&mut office, id, "张三、李四", "王丽😀\u{202e}", &[]);
    assert_eq!(codes(&saved["warnings"]), [("head", "several_names"), ("officer", "invisible_removed")]);
    assert!(saved["warnings"][0]["zh"].as_str().unwrap().contains("只填一人"));
    assert_eq!(
        (&saved["department"]["head"], &saved["department"]["officer"]),
        (&json!("张三、李四"), &json!("王丽😀"))
    );
    let saved = set_department(&mut office, id, "张三 李四", "张 三", &[]);
    assert_eq!(codes(&saved["warnings"]), [("head", "several_names")]);
    let long = json!({"department": id, "head": "张".repeat(51), "officer": "", "telephone": "", "duties": []});
    assert_eq!(office.refusal("set_department", long), "refused");
    let no_department = office.term("kind", "公示");
    assert_eq!(office.refusal("department_history", json!({"id": no_department})), "no_such_term");
    let foreign = json!({"department": id, "head": "", "officer": "", "telephone": "", "duties": [id]});
    assert_eq!(office.refusal("set_department", foreign), "no_such_term");
}

#[test]
fn a_person_who_acts_has_one_name_that_no_other_has() {
    let mut office = Office::new();
    assert_eq!(office.refusal("add_person", json!({"name": "张三、李四"})), "refused");
    assert_eq!(office.refusal("add_person", json!({"name": " \u{200f}"})), "refused");
    let id = office.call("add_person", json!({"name": " 张三\u{200b} "}))["person"]["id"].clone();
    assert_eq!(office.refusal("add_person", json!({"name": "张三"})), "person_exists");
    let other = office.call("add_person", json!({"name": "张三 李四"}));
    assert_eq!(codes(&other["warnings"]), [("name", "several_names")]);
    let renamed = json!({"id": other["person"]["id"], "name": "张三", "department": null, "active": true});
    assert_eq!(office.refusal("edit_person", renamed), "person_exists");
    office.call("edit_person", json!({"id": id, "name": "张三", "department": null, "active": false}));
    let back = office.call("add_person", json!({"name": "张三"}));
    assert_eq!((&back["person"]["id"], &back["person"]["active"]), (&id, &json!(true)));
    assert_eq!(office.call("persons", json!({})).as_array().unwrap().len(), 2);
    assert!(office.red_checks().is_empty());
}

#[test]
fn the_log_names_who_acts_until_the_day_is_over_or_they_are_no_longer_there() {
    let mut office = Office::new();
    let id = office.call("add_person", json!({"name": "李明"}))["person"]["id"].clone();
    assert_eq!(office.call("acting", json!({})), json!({"who": "王丽", "person": null}));
    assert_eq!(office.call("act_as", json!({"person": id})), json!({"who": "李明", "person": id}));
    let record = office.log_item("关于评优结果的公示", "公示栏", "2023-06-01");
    assert_eq!(office.call("history", json!({"id": record}))[0]["who"], "李明");
    // The same register once more, as after its folder came back.
    office.open();
    assert_eq!(office.call("acting", json!({}))["who"], "李明");
    let tomorrow = Context { now: office.context().now + Days::new(1), ..office.context() };
    let next = commands::call(&mut office.session, &tomorrow, "acting", json!({})).unwrap();
    assert_eq!(next, json!({"who": "王丽", "person": null}));
    office.call("edit_person", json!({"id": id, "name": "李小明", "department": null, "active": true}));
    assert_eq!(office.call("acting", json!({}))["who"], "李小明");
    assert_eq!(office.call("act_as", json!({"person": null})), json!({"who": "王丽", "person": null}));
    office.call("act_as", json!({"person": id}));
    office.call("edit_person", json!({"id": id, "name": "李小明", "department": null, "active": false}));
    assert_eq!(office.call("acting", json!({}))["who"], "王丽");
    assert_eq!(office.refusal("act_as", json!({"person": id})), "no_such_record");
    let other = office.path("另一台账");
    office.call("edit_person", json!({"id": id, "name": "李小明", "department": null, "active": true}));
    office.call("act_as", json!({"person": id}));
    office.call("new_register", json!({"folder": other, "institution": "另一学院"}));
    assert_eq!(office.call("acting", json!({}))["who"], "王丽", "another register has other people");
    let item = office.log_item("另一校的公示", "公示栏", "2023-06-01");
    assert_eq!(office.call("history", json!({"id": item}))[0]["who"], "王丽");
    let overview = office.call("overview", json!({"from": "2023-01-01", "to": "2023-12-31"}));
    let done = overview["today"].as_array().unwrap();
    assert!(done.iter().all(|done| done["who"] == "王丽"), "its first entry is nobody's of the other: {done:?}");
}

#[test]
fn merging_keeps_duties_and_people_and_shows_them_first() {
    let mut office = Office::new();
    let (old, new) = (office.term("department", "图书馆"), office.term("department", "教务处"));
    let (one, two) =
        (office.term("list_item", "学校章程及制定的各项规章制度"), office.term("list_item", "信息公开年度报告"));
    set_department(&mut office, old, "张三", "李四", &[one]);
    set_department(&mut office, new, "", "王五", &[two]);
    let person = office.call("add_person", json!({"name": "赵六", "department": old}))["person"]["id"].clone();
    let uses = office.call("term_uses", json!({"id": old}));
    assert_eq!(uses["duties"], json!(["学校章程及制定的各项规章制度"]));
    assert_eq!(uses["people"], json!(["张三", "李四", "赵六"]));
    assert_eq!(office.call("term_uses", json!({"id": one}))["duties"], json!(["图书馆"]));
    office.call("merge_terms", json!({"id": old, "into": new}));
    let merged = department(&mut office, new);
    assert_eq!((&merged["department"]["head"], &merged["department"]["officer"]), (&json!("张三"), &json!("王五")));
    let mut duties = vec![one, two];
    duties.sort_unstable();
    assert_eq!(merged["department"]["duties"], json!(duties));
    assert_eq!(merged["persons"][0]["id"], person);
    // A merged 清单事项 hands its duty on.
    office.call("merge_terms", json!({"id": one, "into": two}));
    assert_eq!(department(&mut office, new)["department"]["duties"], json!([two]));
    // Retiring takes nothing away.
    office.call("edit_term", json!({"id": new, "edit": {"retired": true}}));
    assert_eq!(department(&mut office, new)["department"]["duties"], json!([two]));
    assert!(office.red_checks().is_empty());
}

/// A public item of 教务处, made and published on these days.
pub fn item(office: &mut Office, title: &str, made: Option<&str>, published: &str, more: Json) -> String {
    let mut values = json!({"title": title, "made_on": made, "published_on": published, "is_public": true,
        "department": office.term("department", "教务处"), "channels": [office.term("channel", "公示栏")]});
    values.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let saved = office.call("log_record", json!({"thing": "publication", "values": values}));
    saved["record"]["id"].as_str().unwrap().to_owned()
}

/// A year of 教务处: what the scorecard must say of it is counted by hand below.
fn a_year(office: &mut Office) -> i64 {
    let id = office.term("department", "教务处");
    let duty = office.term("list_item", "学校章程及制定的各项规章制度");
    let missed = office.term("list_item", "信息公开年度报告");
    set_department(office, id, "张三", "李四", &[duty, missed]);
    // 20 working days from 2023-09-25, with 中秋、国庆 and their make-up days, end on 2023-10-27.
    let corrected = item(office, "最后一天", Some("2023-09-25"), "2023-10-27", json!({"list_item": duty}));
    item(office, "晚一天", Some("2023-09-25"), "2023-10-28", json!({}));
    item(office, "当天", Some("2023-03-01"), "2023-03-01", json!({}));
    item(office, "无形成日期", None, "2023-04-03", json!({}));
    item(office, "更正公告", Some("2023-05-08"), "2023-05-09", json!({"corrects": corrected}));
    item(office, "去年", Some("2022-01-04"), "2022-12-30", json!({}));
    item(office, "不公开", Some("2023-05-08"), "2023-05-09", json!({"is_public": false, "list_item": missed}));
    let withdrawn = item(office, "作废", Some("2023-05-08"), "2023-05-09", json!({}));
    office.call("withdraw_record", json!({"id": withdrawn, "reason": "误登"}));
    office.log_item("无部门", "公示栏", "2023-06-01");
    for (received, replied) in [
        ("2023-03-01", Some("2023-03-22")),
        ("2023-03-01", Some("2023-03-23")),
        ("2023-10-09", None),
        ("2023-11-17", None),
    ] {
        let values = json!({"received_on": received, "replied_on": replied, "content": "收费标准", "department": id});
        office.call("log_record", json!({"thing": "request", "values": values}));
    }
    let unit = office.term("unit", "件");
    for (replied, day_count) in
        [(json!("2023-03-02"), false), (json!("2023-03-09"), false), (Json::Null, false), (Json::Null, true)]
    {
        let values = json!({"received_on": "2023-03-01", "subject": "来信", "quantity": 3, "unit": unit,
            "due_on": "2023-03-08", "replied_on": replied, "is_day_count": day_count, "department": id});
        office.call("log_record", json!({"thing": "reply", "values": values}));
    }
    id
}

#[test]
fn a_scorecard_counts_what_a_clerk_would_and_each_number_opens_its_records() {
    let mut office = Office::new();
    let id = a_year(&mut office);
    let cards = office.call("scorecards", in_2023(json!({})));
    assert_eq!((&cards["unassigned"], &cards["limit"]), (&json!(1), &json!(20)));
    let card = cards["departments"].as_array().unwrap().iter().find(|card| card["department"] == id).unwrap();
    let expected = json!({
        "published": 5, "on_time": 3, "late": 1, "undated": 1, "provisional": 0, "corrections": 1, "unpublished": 0,
        "requests_in_time": 1, "requests_late": 1, "requests_open": 2, "requests_overdue": 1,
        "replies_in_time": 1, "replies_late": 1, "replies_undated": 0, "replies_open": 1, "replies_overdue": 1,
        "problems_overdue": 0, "duties": 1,
    });
    assert_eq!(card["scores"], expected);
    assert_eq!(card["on_time_share"], 75.0);
    assert_eq!((&card["duties"]["published"], &card["duties"]["missing"]), (&json!(1), &json!(1)));
    for (score, number) in expected.as_object().unwrap() {
        let asked = in_2023(json!({"department": id, "score": score, "limit": 100}));
        let found = office.call("score_records", asked);
        assert_eq!(&found["total"], number, "{score}");
        assert_eq!(found["records"].as_array().unwrap().len() as u64, number.as_u64().unwrap(), "{score}");
    }
    let late = in_2023(json!({"department": id, "score": "late", "limit": 100}));
    assert_eq!(office.call("score_records", late)["records"][0]["title"], "晚一天");
    let done = department(&mut office, id)["duties"].clone();
    let done: Vec<&Json> = done.as_array().unwrap().iter().map(|duty| &duty["publications"]).collect();
    assert_eq!(done.iter().filter(|count| ***count == json!(1)).count(), 1);
}

#[test]
fn what_was_made_long_ago_for_the_public_and_never_published_is_late_unless_it_is_withheld() {
    let mut office = Office::new();
    let id = office.term("department", "教务处");
    let withheld = office.term("secrecy_review", "不予公开");
    let unpublished = |more: Json| {
        let mut values = json!({"published_on": null, "is_public": false});
        values.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        values
    };
    item(&mut office, "拟公开", Some("2023-03-01"), "", unpublished(json!({})));
    item(&mut office, "去年形成", Some("2022-03-01"), "", unpublished(json!({})));
    item(&mut office, "审查后不予公开", Some("2023-03-01"), "", unpublished(json!({"secrecy_review": withheld})));
    item(&mut office, "内部文件", Some("2023-03-01"), "", unpublished(json!({"channels": []})));
    item(&mut office, "刚刚形成", Some("2023-11-17"), "", unpublished(json!({})));
    let asked = in_2023(json!({"department": id, "score": "unpublished", "limit": 100}));
    let found = office.call("score_records", asked);
    let titles: Vec<&str> =
        found["records"].as_array().unwrap().iter().map(|record| record["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["去年形成", "拟公开"]);
    let late = office.call("overview", in_2023(json!({})))["late"].clone();
    let of = late.as_array().unwrap().iter().find(|late| late["department"] == id).unwrap();
    assert_eq!(of["unpublished"], 2, "{of}");
}

#[test]
fn a_longer_limit_makes_late_items_timely_and_a_year_without_a_calendar_is_provisional() {
    let mut office = Office::new();
    let id = a_year(&mut office);
    item(&mut office, "年末", Some("2026-12-10"), "2026-12-11", json!({}));
    let of = |office: &mut Office, year: i32| {
        let cards = office.call("scorecards", json!({"from": format!("{year}-01-01"), "to": format!("{year}-12-31")}));
        let found = cards["departments"].as_array().unwrap().iter().find(|card| card["department"] == id);
        found.unwrap()["scores"].clone()
    };
    let scores = of(&mut office, 2026);
    assert_eq!((&scores["on_time"], &scores["provisional"]), (&json!(1), &json!(1)));
    let mut rules = office.call("rules", json!({}));
    rules["publish_days"] = json!(21);
    office.call("set_rules", rules);
    assert_eq!(of(&mut office, 2023)["late"], 0);
}

#[test]
fn late_departments_are_named_with_how_much_and_since_when() {
    let mut office = Office::new();
    let id = a_year(&mut office);
    let late = office.call("overview", in_2023(json!({})))["late"].clone();
    assert_eq!(
        late,
        json!([{"department": id, "name": "教务处", "publications": 1, "unpublished": 0, "matters": 2, "duties": 1,
                "since": "2023-03-08"}])
    );
    // What is overdue is late in every period; items only in the one in which they appeared.
    let before = office.call("overview", json!({"from": "2021-01-01", "to": "2021-12-31"}))["late"].clone();
    assert_eq!((&before[0]["publications"], &before[0]["since"]), (&json!(0), &json!("2023-03-08")));
}

fn cells(book: &mut Xlsx<std::io::BufReader<std::fs::File>>, sheet: &str) -> Vec<Vec<String>> {
    let rows = book.worksheet_range(sheet).unwrap();
    rows.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

#[test]
fn the_workbook_has_a_row_and_a_form_for_each_department_and_names_only_where_asked() {
    let mut office = Office::new();
    a_year(&mut office);
    let long = "信息公开工作领导小组办公室暨学校保密委员会办公室暨综合档案管理";
    for end in ["甲", "乙"] {
        office.call("add_term", json!({"dimension": "department", "name": format!("{long}{end}[一]")}));
    }
    let file = office.path("考核.xlsx");
    let asked = in_2023(json!({"xlsx": file, "names": false}));
    let written = office.call("export_scorecards", asked.clone());
    check_parts(&file, "sml.xsd", "xl/");
    let mut book: Xlsx<_> = open_workbook(&file).unwrap();
    let names = book.sheet_names();
    assert_eq!(written["rows"].as_u64().unwrap() as usize, names.len() - 2);
    assert_eq!((names[0].as_str(), names.last().unwrap().as_str()), ("各部门汇总", "统计口径"));
    assert!(names.iter().all(|name| name.chars().count() <= 31));
    let summary = cells(&mut book, "各部门汇总");
    let row = summary.iter().find(|row| row[0] == "教务处").unwrap();
    assert_eq!(
        row[1..],
        ["5", "3", "1", "1", "0", "1", "75", "0", "2", "1", "0", "1", "1", "1", "2", "1", "1", "1", "0", "1", "1", "0"]
    );
    let form = cells(&mut book, "教务处");
    for pair in form.windows(2).filter(|pair| pair[1][0].starts_with("其中")) {
        assert_eq!(pair[1][2], pair[0][2], "“{}” is a part of what stands above it, “{}”", pair[1][0], pair[0][0]);
    }
    let line = |label: &str| form.iter().find(|row| row[0] == label).unwrap_or_else(|| panic!("{label}")).clone();
    assert_eq!(line("公开信息")[1..3], ["5", "条"]);
    assert!(line("其中：按时公开")[3].contains("20个工作日"));
    assert!(line("依申请公开：尚未答复")[3].contains("2023年11月20日"));
    let named = |form: &[Vec<String>]| form.iter().flatten().any(|cell| cell.contains("张三"));
    assert!(!named(&form));
    office.call("export_scorecards", in_2023(json!({"xlsx": file, "names": true})));
    let mut book: Xlsx<_> = open_workbook(&file).unwrap();
    assert!(named(&cells(&mut book, "教务处")));
    let inside = office.register().join("考核.xlsx");
    assert_eq!(
        office.refusal("export_scorecards", in_2023(json!({"xlsx": inside, "names": false}))),
        "inside_register"
    );
    assert!(!inside.exists());
}
