//! Two words that mean the same become one; the old word still leads to it.

use serde_json::{Value as Json, json};

use crate::ledgers::ledger;
use crate::office::Office;

const HEAD: &[&str] = &["信息名称", "公开日期", "公开渠道", "责任部门"];

fn import(office: &mut Office, file: &str, rows: &[&[&str]]) -> Json {
    let path = office.path(file);
    ledger(&path, "信息公开", &[&[HEAD], rows].concat());
    office.call("import", json!({"workbook": path}))
}

fn accepted(answer: &Json) -> u64 {
    answer["sheets"].as_array().unwrap().iter().map(|sheet| sheet["accepted"].as_u64().unwrap()).sum()
}

fn add(office: &mut Office, dimension: &str, name: &str) -> i64 {
    office.call("add_term", json!({"dimension": dimension, "name": name}))["id"].as_i64().unwrap()
}

fn merge(office: &mut Office, id: i64, into: i64) {
    assert_eq!(office.call("merge_terms", json!({"id": id, "into": into}))["id"], into);
}

fn department(office: &mut Office, record: &str) -> Json {
    office.call("record", json!({"id": record}))["values"]["department"].clone()
}

#[test]
fn records_of_every_standing_follow_with_before_and_after_in_one_entry() {
    let mut office = Office::new();
    let (old, new) = (add(&mut office, "department", "教务科"), office.term("department", "教务处"));
    let batch = import(
        &mut office,
        "一.xlsx",
        &[&["课程安排", "2023-03-01", "公示栏", "教务科"], &["停课通知", "2023-03-02", "公示栏", "教务科"]],
    )["batch"]
        .clone();
    let meeting = json!({"name": "教务会", "held_on": "2023-03-03", "department": old});
    let meeting = office.call("log_record", json!({"thing": "meeting", "values": meeting}))["record"]["id"].clone();
    office.call("withdraw_record", json!({"id": "publication-1", "reason": "误登"}));
    office.call("undo_import", json!({"id": batch}));
    merge(&mut office, old, new);
    for record in ["publication-1", "publication-2", meeting.as_str().unwrap()] {
        assert_eq!(department(&mut office, record), json!(new), "{record}");
        let history = office.call("history", json!({"id": record}));
        let entry = history.as_array().unwrap().iter().find(|h| h["operation"] == "term.merge").unwrap();
        assert_eq!(entry["before"]["department"], old);
        assert_eq!(entry["after"]["department"], new);
    }
    assert_eq!(office.call("record", json!({"id": "publication-1"}))["withdrawn"], "误登");
    let day = json!({"from": "2023-01-01", "to": "2023-12-31"});
    let done = office.call("overview", day)["today"][0].clone();
    assert_eq!(
        (&done["operation"], &done["title"], &done["records"]),
        (&json!("term.merge"), &json!("教务科"), &json!(3))
    );
    assert!(office.red_checks().is_empty());
}

#[test]
fn an_item_on_both_channels_is_on_the_one_and_counts_once() {
    let mut office = Office::new();
    let (site, board) = (add(&mut office, "channel", "校内公告栏"), office.term("channel", "公示栏"));
    let values = json!({"title": "两处", "published_on": "2023-03-01", "is_public": true, "channels": [site, board]});
    office.call("log_record", json!({"thing": "publication", "values": values}));
    office.log_item("一处", "校内公告栏", "2023-03-02");
    assert_eq!(office.figure("board")["value"], 1);
    merge(&mut office, site, board);
    assert_eq!(office.figure("board")["value"], 2);
    assert_eq!(office.call("record", json!({"id": "publication-1"}))["values"]["channels"], json!([board]));
    assert!(office.red_checks().is_empty());
}

#[test]
fn importing_the_same_file_again_with_the_old_word_adds_nothing() {
    let mut office = Office::new();
    let rows: &[&[&str]] = &[
        &["课程安排", "2023-03-01", "公示栏", "教务科"],
        &["停课通知", "2023-03-02", "公示栏", "教务科"],
        &["调课通知", "2023-03-03", "公示栏", "教务科"],
    ];
    assert_eq!(accepted(&import(&mut office, "一.xlsx", rows)), 3);
    let old = office.term("department", "教务科");
    let new = office.term("department", "教务处");
    merge(&mut office, old, new);
    assert_eq!(accepted(&import(&mut office, "一.xlsx", rows)), 0);
    let more = import(&mut office, "二.xlsx", &[&["补考通知", "2023-03-04", "公示栏", "教务科"]]);
    assert_eq!(accepted(&more), 1);
    assert_eq!(more["new_terms"], json!([]));
    assert_eq!(department(&mut office, "publication-4"), json!(new));
    assert!(office.red_checks().is_empty());
}

#[test]
fn terms_below_figures_and_earlier_names_follow() {
    let mut office = Office::new();
    let site = office.term("channel", "学校官网");
    let new = add(&mut office, "channel", "学校门户网站");
    let older = add(&mut office, "channel", "老校网");
    let column = office.term("channel", "新闻网");
    office.log_item("首页", "学校官网", "2023-03-01");
    office.log_item("栏目", "新闻网", "2023-03-02");
    merge(&mut office, older, site);
    merge(&mut office, site, new);
    assert_eq!(office.figure("web")["value"], 2);
    assert_eq!(office.figure("web")["unknown"], json!([]));
    let terms = office.call("terms", json!({}));
    let term = |id: i64| terms.as_array().unwrap().iter().find(|term| term["id"] == id).unwrap();
    assert_eq!((&term(site)["same_as"], &term(older)["same_as"]), (&json!(new), &json!(new)));
    assert_eq!(term(column)["parent"], new);
    let uses = office.call("term_uses", json!({"id": new}));
    assert_eq!(uses["records"], json!([{"thing": "publication", "records": 1}]));
    assert_eq!(uses["figures"], json!(["学校官网"]));
    assert_eq!(uses["aliases"], json!(["学校官网", "老校网"]));
    assert_eq!(uses["below"].as_array().unwrap().len(), 3);
    assert!(office.red_checks().is_empty());
}

#[test]
fn a_definition_that_names_both_words_names_the_one_once() {
    let mut office = Office::new();
    let (minutes, documents) = (office.term("kind", "会议纪要"), office.term("kind", "行政文件"));
    merge(&mut office, minutes, documents);
    let definitions = office.call("definitions", json!({}));
    let copies = definitions.as_array().unwrap().iter().find(|d| d["id"] == "copies").unwrap();
    assert_eq!(copies["where"][0]["any"], json!(["行政文件", "党建文件"]));
}

#[test]
fn words_that_cannot_be_one_are_refused_and_stay() {
    let mut office = Office::new();
    let site = office.term("channel", "学校官网");
    let news = office.term("channel", "新闻网");
    let board = office.term("channel", "公示栏");
    let radio = office.term("channel", "校园广播");
    let kind = office.term("kind", "公示");
    office.call("edit_term", json!({"id": radio, "edit": {"retired": true}}));
    for (id, into) in [(site, site), (site, news), (news, site), (board, kind), (board, radio)] {
        assert_eq!(office.refusal("merge_terms", json!({"id": id, "into": into})), "term_into");
    }
    merge(&mut office, radio, board);
    assert_eq!(office.refusal("merge_terms", json!({"id": site, "into": radio})), "term_into");
    assert_eq!(office.refusal("merge_terms", json!({"id": radio, "into": site})), "term_into");
    assert_eq!(office.refusal("merge_terms", json!({"id": 9999, "into": site})), "no_such_term");
}

#[test]
fn a_merged_word_is_a_name_and_nothing_else() {
    let mut office = Office::new();
    let (radio, board) = (office.term("channel", "校园广播"), office.term("channel", "公示栏"));
    merge(&mut office, radio, board);
    let add = json!({"dimension": "channel", "name": "校园广播"});
    assert_eq!(office.refusal("add_term", add), "term_exists");
    let below = json!({"dimension": "channel", "name": "一号喇叭", "parent": radio});
    assert_eq!(office.refusal("add_term", below), "term_misplaced");
    assert_eq!(office.refusal("edit_term", json!({"id": radio, "edit": {"name": "广播"}})), "no_such_term");
    assert_eq!(office.refusal("edit_term", json!({"id": board, "edit": {"name": "校园广播"}})), "term_exists");
    let values = json!({"title": "甲", "published_on": "2023-03-01", "is_public": true, "channels": [radio]});
    let saved = office.call("log_record", json!({"thing": "publication", "values": values}));
    assert_eq!(saved["record"]["values"]["channels"], json!([board]), "a form begun before the merger means the same");
}

#[test]
fn taking_back_the_import_that_brought_both_words_takes_both() {
    let mut office = Office::new();
    let rows: &[&[&str]] =
        &[&["课程安排", "2023-03-01", "公示栏", "教务科"], &["停课通知", "2023-03-02", "公示栏", "教学科"]];
    let batch = import(&mut office, "一.xlsx", rows)["batch"].clone();
    let (old, new) = (office.term("department", "教务科"), office.term("department", "教学科"));
    merge(&mut office, old, new);
    office.call("undo_import", json!({"id": batch}));
    let terms = office.call("terms", json!({}));
    assert!(terms.as_array().unwrap().iter().all(|term| term["id"] != old && term["id"] != new));
    assert!(office.red_checks().is_empty());
    office.open();
    assert_eq!(accepted(&import(&mut office, "一.xlsx", rows)), 2);
    assert!(office.red_checks().is_empty());
}

#[test]
fn a_word_that_an_own_word_was_merged_into_outlives_its_import() {
    let mut office = Office::new();
    let own = office.term("department", "教务处");
    let batch = import(&mut office, "一.xlsx", &[&["课程安排", "2023-03-01", "公示栏", "教学科"]])["batch"].clone();
    let brought = office.term("department", "教学科");
    merge(&mut office, own, brought);
    office.call("undo_import", json!({"id": batch}));
    let again = import(&mut office, "二.xlsx", &[&["停课通知", "2023-03-02", "公示栏", "教务处"]]);
    assert_eq!(again["new_terms"], json!([]));
    assert_eq!(department(&mut office, "publication-2"), json!(brought));
    assert!(office.red_checks().is_empty());
}

#[test]
fn how_much_hangs_on_each_word_is_counted_without_what_was_taken_back() {
    let mut office = Office::new();
    let board = office.term("channel", "公示栏");
    let batch = import(&mut office, "一.xlsx", &[&["课程安排", "2023-03-01", "公示栏", "教务处"]])["batch"].clone();
    let id = office.log_item("名单", "公示栏", "2023-03-01");
    office.call("withdraw_record", json!({"id": id, "reason": "误登"}));
    let of_board = |office: &mut Office| {
        let counts = office.call("term_counts", json!({"dimension": "channel"}));
        counts.as_array().unwrap().iter().find(|count| count["id"] == board).unwrap().clone()
    };
    assert_eq!(of_board(&mut office), json!({"id": board, "records": 2, "figures": 1}));
    office.call("undo_import", json!({"id": batch}));
    assert_eq!(of_board(&mut office), json!({"id": board, "records": 1, "figures": 1}));
}

#[test]
fn records_mended_or_withdrawn_before_a_merger_are_not_added_again_after_it() {
    let mut office = Office::new();
    let rows: &[&[&str]] = &[
        &["课程安排", "2023-03-01", "公示栏", "教务科"],
        &["停课通知", "2023-03-02", "公示栏", "教务科"],
        &["调课通知", "2023-03-03", "公示栏", "教务科"],
    ];
    import(&mut office, "一.xlsx", rows);
    let mut values = office.call("record", json!({"id": "publication-1"}))["values"].clone();
    values["title"] = json!("课程安排（更正）");
    office.call("edit_record", json!({"id": "publication-1", "values": values}));
    office.call("withdraw_record", json!({"id": "publication-2", "reason": "误登"}));
    let mut values = office.call("record", json!({"id": "publication-3"}))["values"].clone();
    values["department"] = json!(office.term("department", "学生工作处"));
    office.call("edit_record", json!({"id": "publication-3", "values": values}));
    let (old, new) = (office.term("department", "教务科"), office.term("department", "教务处"));
    merge(&mut office, old, new);
    assert_eq!(accepted(&import(&mut office, "一.xlsx", rows)), 0);
    assert!(office.red_checks().is_empty());
}
