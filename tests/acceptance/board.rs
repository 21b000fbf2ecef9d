//! The board of the 清单事项: it is the report's table, decisions hold for a year, the log holds what is set.

use calamine::{Data, Reader, open_workbook_auto};
use rusqlite::Connection;
use serde_json::{Value as Json, json};

use crate::office::Office;

const CHARTER: &str = "学校章程及制定的各项规章制度";
const REPORT: &str = "信息公开年度报告";
const GRADUATES: &str = "拟录取研究生名单";
const BUDGET: &str = "收支预算总表、收入预算表、支出预算表、财政拨款支出预算表";
const RECRUITING: &str = "招生章程及特殊类型招生办法，分批次、分科类招生计划";

fn board(office: &mut Office) -> Json {
    office.call("list_board", json!({"from": "2023-01-01", "to": "2023-12-31"}))
}

fn items(board: &Json) -> Vec<&Json> {
    let categories = board["categories"].as_array().unwrap().iter();
    categories.flat_map(|category| category["items"].as_array().unwrap()).collect()
}

fn item<'a>(board: &'a Json, name: &str) -> &'a Json {
    items(board).into_iter().find(|item| item["name"] == name).unwrap()
}

fn log(office: &mut Office, name: &str, day: &str) -> String {
    let item = office.term("list_item", name);
    let id = office.log_item(&format!("{day}的{name}"), "公示栏", day);
    let mut values = office.call("record", json!({"id": id}))["values"].clone();
    values["list_item"] = json!(item);
    office.call("edit_record", json!({"id": id, "values": values}));
    id
}

/// An item in each state, one by its note, one that was decided against what was published.
fn with_every_state() -> Office {
    let mut office = Office::new();
    log(&mut office, REPORT, "2023-03-01");
    log(&mut office, CHARTER, "2015-09-01");
    log(&mut office, BUDGET, "2021-04-01");
    log(&mut office, GRADUATES, "2023-05-01");
    for name in [GRADUATES, "参加研究生复试的考生成绩"] {
        let item = office.term("list_item", name);
        office.call("set_not_applicable", json!({"item": item, "year": 2023, "reason": "不招收研究生"}));
    }
    let recruiting = office.term("list_item", RECRUITING);
    office.call("edit_term", json!({"id": recruiting, "edit": {"note": "学校招生网"}}));
    office
}

#[test]
fn the_board_and_the_reports_table_say_the_same_of_every_item() {
    let mut office = with_every_state();
    let request = json!({"from": "2023-01-01", "to": "2023-12-31", "addressee": "省教育厅", "date": "2023-11-20"});
    let report = office.call("report", request);
    let tables = report["blocks"].as_array().unwrap().iter().filter_map(|block| block["rows"].as_array());
    let rows: Vec<Vec<String>> = tables
        .flatten()
        .map(|row| {
            let cells = row.as_array().unwrap().iter().map(|cell| cell["runs"].as_array().unwrap());
            cells.map(|runs| runs.iter().map(|run| run["text"].as_str().unwrap()).collect()).collect()
        })
        .collect();
    let board = board(&mut office);
    let shown = items(&board);
    assert_eq!((rows.len(), shown.len()), (50, 50));
    for (row, item) in rows.iter().zip(shown) {
        assert_eq!((&row[0], &row[2]), (&item["number"].to_string(), &item["name"].as_str().unwrap().to_owned()));
        let place = item["place"].as_str().unwrap();
        assert_eq!(row[3], if place.is_empty() { "未填报" } else { place }, "{item}");
        assert_eq!(place.is_empty(), item["state"] == "missing", "{item}");
        assert_eq!(place == "不涉及", item["state"] == "not_applicable", "{item}");
    }
    for (name, state, place) in [
        (REPORT, "published", "公示栏（1条）"),
        (CHARTER, "published", "公示栏（2015年9月1日公开）"),
        (BUDGET, "stale", "公示栏（2021年4月1日公开，待更新）"),
        (GRADUATES, "not_applicable", "不涉及"),
        (RECRUITING, "published", "学校招生网"),
        ("学籍管理办法", "missing", ""),
    ] {
        let found = item(&board, name);
        assert_eq!((&found["state"], &found["place"]), (&json!(state), &json!(place)), "{name}");
    }
    assert_eq!(item(&board, GRADUATES)["publications"], 1, "what speaks against the decision is not hidden");
    let overview = office.call("overview", json!({"from": "2023-01-01", "to": "2023-12-31"}));
    for (what, state) in [("stale_items", "stale"), ("missing_items", "missing")] {
        let told = overview["attention"].as_array().unwrap().iter().find(|each| each["what"] == what).unwrap();
        assert_eq!((&told["count"], &told["thing"]), (&board["tally"][state], &Json::Null), "{what}");
    }
}

#[test]
fn the_number_of_an_item_is_that_of_its_records() {
    let mut office = with_every_state();
    for item in items(&board(&mut office)) {
        let request = json!({"thing": "publication", "period": {"from": "2023-01-01", "to": "2023-12-31"}, "limit": 1,
            "standing": "in_force", "filters": [{"field": "list_item", "any": [item["id"]]},
            {"field": "is_public", "any": [true]}]});
        assert_eq!(office.call("list_records", request)["total"], item["publications"], "{item}");
    }
}

#[test]
fn what_is_set_of_an_item_is_logged_and_held_against_the_log() {
    let mut office = Office::new();
    let item_id = office.term("list_item", REPORT);
    let rhythm = json!({"every": "quarter", "grace_days": 7, "changed_on": "2023-10-09"});
    office.call("set_list_rhythm", json!({"item": item_id, "rhythm": rhythm}));
    office.call("set_list_rhythm", json!({"item": item_id, "rhythm": rhythm}));
    office.call("set_not_applicable", json!({"item": item_id, "year": 2023, "reason": "另行公开"}));
    office.call("set_not_applicable", json!({"item": item_id, "year": 2023, "reason": null}));
    assert_eq!(item(&board(&mut office), REPORT)["rhythm"], rhythm);
    let history = office.call("list_item_history", json!({"id": item_id}));
    let told: Vec<(&str, &Json)> = history
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| (entry["operation"].as_str().unwrap(), &entry["after"]["reason"]))
        .collect();
    let null = &Json::Null;
    assert_eq!(told, [("list.rhythm", null), ("list.decide", &json!("另行公开")), ("list.decide", null)], "once each");
    assert_eq!(office.red_checks(), Vec::<String>::new());
    let file = Connection::open(office.register().join("register.db")).unwrap();
    file.execute("UPDATE list_decisions SET decision = replace(decision, 'null', '\"不招生\"')", []).unwrap();
    drop(file);
    assert_eq!(office.red_checks(), ["file", "vocabulary"]);
    let file = Connection::open(office.register().join("register.db")).unwrap();
    file.execute("DELETE FROM list_rhythms", []).unwrap();
    drop(file);
    assert_eq!(office.red_checks(), ["file", "vocabulary"]);
}

#[test]
fn a_merged_items_rhythm_and_decisions_stand_for_the_other_where_it_has_none() {
    let mut office = Office::new();
    let above = office.term("list_item", REPORT);
    let terms = office.call("terms", json!({}));
    let above = terms.as_array().unwrap().iter().find(|term| term["id"] == above).unwrap()["parent"].clone();
    let mut add = |name: &str| {
        let new = json!({"dimension": "list_item", "name": name, "parent": above});
        office.call("add_term", new)["id"].as_i64().unwrap()
    };
    let (old, own, new) = (add("年报"), add("年度公开报告"), add("信息公开年报"));
    let rhythm = |every: &str| json!({"every": every, "grace_days": 7, "changed_on": null});
    for (item, every) in [(old, "quarter"), (own, "month")] {
        office.call("set_list_rhythm", json!({"item": item, "rhythm": rhythm(every)}));
    }
    let decide = |office: &mut Office, item: i64, year: i32, reason: Option<&str>| {
        office.call("set_not_applicable", json!({"item": item, "year": year, "reason": reason}));
    };
    decide(&mut office, old, 2023, Some("另行公开"));
    decide(&mut office, old, 2022, Some("尚未建校"));
    decide(&mut office, own, 2023, Some("由上级公开"));
    decide(&mut office, own, 2023, None);
    let marks = |office: &mut Office, name: &str, year: i32| {
        let board = office.call("list_board", json!({"from": format!("{year}-01-01"), "to": format!("{year}-12-31")}));
        let item = item(&board, name);
        (item["rhythm"].clone(), item["state"].clone(), item["decision"]["reason"].clone())
    };

    office.call("merge_terms", json!({"id": old, "into": own}));
    assert_eq!(marks(&mut office, "年度公开报告", 2023), (rhythm("month"), json!("missing"), Json::Null));
    assert_eq!(marks(&mut office, "年度公开报告", 2022), (rhythm("month"), json!("not_applicable"), json!("尚未建校")));
    let uses = office.call("term_uses", json!({"id": own}));
    assert_eq!((&uses["rhythm"], &uses["decisions"][0]["year"]), (&rhythm("month"), &json!(2022)));
    assert_eq!(uses["decisions"].as_array().unwrap().len(), 1, "what was taken back does not hang on it");
    assert_eq!(office.red_checks(), Vec::<String>::new());

    office.open();
    office.call("merge_terms", json!({"id": own, "into": new}));
    assert_eq!(marks(&mut office, "信息公开年报", 2022).0, rhythm("month"));
    assert_eq!(marks(&mut office, "信息公开年报", 2022).2, "尚未建校");
    let history = office.call("list_item_history", json!({"id": new}));
    let entries = history.as_array().unwrap();
    assert!(!entries.is_empty() && entries.iter().all(|entry| entry["operation"] == "term.merge"));
    assert_eq!(office.red_checks(), Vec::<String>::new());
}

#[test]
fn a_decision_does_not_follow_into_a_year_in_which_the_other_was_published() {
    let mut office = Office::new();
    let (old, new) = (office.term("list_item", GRADUATES), office.term("list_item", REPORT));
    for year in [2022, 2023] {
        office.call("set_not_applicable", json!({"item": old, "year": year, "reason": "不涉及"}));
    }
    let values = json!({"title": "年报", "published_on": "2023-10-31", "is_public": true, "list_item": new});
    office.call("log_record", json!({"thing": "publication", "values": values}));
    office.call("merge_terms", json!({"id": old, "into": new}));
    let state = |office: &mut Office, year: i32| {
        let board = office.call("list_board", json!({"from": format!("{year}-01-01"), "to": format!("{year}-12-31")}));
        item(&board, REPORT)["state"].clone()
    };
    assert_eq!((state(&mut office, 2022), state(&mut office, 2023)), (json!("not_applicable"), json!("published")));
    assert_eq!(office.red_checks(), Vec::<String>::new());
}

#[test]
fn what_cannot_be_set_is_refused_in_words() {
    let mut office = Office::new();
    let item = office.term("list_item", REPORT);
    let category = office.term("list_item", "基本信息");
    let department = office.term("department", "财务处");
    let rhythm = json!({"every": "year", "grace_days": 400});
    assert_eq!(office.refusal("set_list_rhythm", json!({"item": item, "rhythm": rhythm})), "grace_too_long");
    for other in [category, department, 0] {
        let decision = json!({"item": other, "year": 2023, "reason": "不涉及"});
        assert_eq!(office.refusal("set_not_applicable", decision), "no_such_term");
    }
    let without = json!({"item": item, "year": 2023, "reason": "　"});
    assert_eq!(office.refusal("set_not_applicable", without), "reason_missing");
    let never = json!({"item": item, "year": 0, "reason": "不涉及"});
    assert_eq!(office.refusal("set_not_applicable", never), "day_out_of_range");
}

#[test]
fn the_board_is_written_as_a_sheet_that_says_what_it_shows() {
    let mut office = with_every_state();
    let file = office.path("清单事项.xlsx");
    let written = office.call("export_list_board", json!({"from": "2023-01-01", "to": "2023-12-31", "file": file}));
    assert_eq!(written["rows"], 50);
    let range = open_workbook_auto(&file).unwrap().worksheet_range("清单事项").unwrap();
    let board = board(&mut office);
    for (row, item) in range.rows().skip(1).zip(items(&board)) {
        assert_eq!(row[0].to_string(), item["number"].to_string());
        assert_eq!(row[2], Data::String(item["name"].as_str().unwrap().into()));
        let place = item["place"].as_str().unwrap();
        assert_eq!(row[6].to_string(), if place.is_empty() { "未填报" } else { place });
    }
    let row = range.rows().find(|row| row[2] == GRADUATES).unwrap();
    assert_eq!((row[3].to_string(), row[10].to_string()), ("不涉及".into(), "不招收研究生".into()));
}
