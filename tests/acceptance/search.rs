//! Search over everything at once: any words, document numbers and initials, newest first with the true total.

use register::{Context, Error, Progress, Watch, commands};
use serde_json::{Value as Json, json};

use crate::office::Office;

/// An office with items, a meeting and a reply that have words in common.
fn office() -> Office {
    let mut office = Office::new();
    for (title, number, day) in [
        ("关于开展学生资助工作的通知", "湘示院行〔2023〕54号", "2023-03-02"),
        ("学生资助名单公示", "", "2023-06-01"),
        ("《银行账户管理办法》", "湘示院行〔2022〕7号", "2022-11-30"),
    ] {
        let values = json!({"title": title, "doc_number": number, "published_on": day, "is_public": true});
        office.call("log_record", json!({"thing": "publication", "values": values}));
    }
    let meeting = json!({"name": "学生资助评审会", "held_on": "2023-05-20", "place": "行政楼 301"});
    office.call("log_record", json!({"thing": "meeting", "values": meeting}));
    let unit = office.term("unit", "件");
    let reply = json!({"received_on": "2023-05-20", "subject": "咨询助学贷款", "quantity": 1, "unit": unit});
    office.call("log_record", json!({"thing": "reply", "values": reply}));
    office
}

fn ids(answer: &Json) -> Vec<&str> {
    answer["hits"].as_array().unwrap().iter().map(|hit| hit["id"].as_str().unwrap()).collect()
}

fn search(office: &mut Office, text: &str) -> Vec<String> {
    let answer = office.call("search", json!({"text": text}));
    assert_eq!(answer["total"], ids(&answer).len(), "{text}");
    ids(&answer).into_iter().map(str::to_owned).collect()
}

#[test]
fn words_of_any_length_are_found_in_any_text_newest_first() {
    let mut office = office();
    for (text, found) in [
        ("助", &["publication-2", "meeting-1", "reply-1", "publication-1"][..]),
        ("学生资助", &["publication-2", "meeting-1", "publication-1"]),
        ("资助 通知", &["publication-1"]),
        ("行政楼301", &["meeting-1"]),
        ("评审　资助", &["meeting-1"]),
        ("资助 咨询", &[]),
        (" \u{200b} ", &[]),
    ] {
        assert_eq!(search(&mut office, text), found, "{text}");
    }
}

#[test]
fn a_document_number_is_found_with_whatever_brackets_it_is_typed() {
    let mut office = office();
    for text in ["湘示院行〔2023〕54号", "[2023]54", "（２０２３）54号", "54号"] {
        assert_eq!(search(&mut office, text), ["publication-1"], "{text}");
    }
    assert_eq!(search(&mut office, "湘示院行"), ["publication-1", "publication-3"]);
}

#[test]
fn initials_find_what_they_abbreviate_in_every_reading() {
    let mut office = office();
    let aid = ["publication-2", "meeting-1", "publication-1"];
    for (text, found) in [
        ("xszz", &aid[..]),
        ("XSZZ", &aid),
        ("xszz psh", &["meeting-1"]),
        ("yhzh", &["publication-3"]),
        ("yxzh", &["publication-3"]),
        ("zhglbf", &["publication-3"]),
        ("xsxh", &[]),
    ] {
        assert_eq!(search(&mut office, text), found, "{text}");
    }
}

#[test]
fn the_total_is_true_whatever_the_page() {
    let mut office = office();
    let page = office.call("search", json!({"text": "助", "limit": 2}));
    assert_eq!((&page["total"], ids(&page)), (&json!(4), vec!["publication-2", "meeting-1"]));
    let none = office.call("search", json!({"text": "助", "limit": 0}));
    assert_eq!((&none["total"], ids(&none)), (&json!(4), vec![]));
}

#[test]
fn a_search_can_keep_to_a_year_a_thing_a_department_and_a_channel() {
    let mut office = office();
    let site = office.term("channel", "学校官网");
    let column = office.call("add_term", json!({"dimension": "channel", "name": "校务栏目", "parent": site}));
    let department = office.call("add_term", json!({"dimension": "department", "name": "学生处"}))["id"].clone();
    let values = json!({"title": "资助政策问答", "published_on": "2022-12-31", "is_public": true,
                        "department": department, "channels": [column["id"]]});
    office.call("log_record", json!({"thing": "publication", "values": values}));
    let year = json!({"from": "2023-01-01", "to": "2023-12-31"});
    for (narrowed, found) in [
        (json!({"period": year}), &["publication-2", "meeting-1", "publication-1"][..]),
        (json!({"thing": "meeting"}), &["meeting-1"]),
        (json!({"terms": [department]}), &["publication-4"]),
        (json!({"terms": [site]}), &["publication-4"]),
        (
            json!({"terms": [site, department], "period": {"from": "2022-01-01", "to": "2022-12-31"}}),
            &["publication-4"],
        ),
        (json!({"terms": [site, department], "period": year}), &[]),
    ] {
        let mut request = json!({"text": "资助"});
        request.as_object_mut().unwrap().extend(narrowed.as_object().unwrap().clone());
        assert_eq!(ids(&office.call("search", request)), found, "{narrowed}");
    }
    assert_eq!(office.refusal("search", json!({"text": "资助", "terms": [99_999]})), "no_such_term");
    let reversed = json!({"text": "资助", "period": {"from": "2023-12-31", "to": "2023-01-01"}});
    assert_eq!(office.refusal("search", reversed), "period_reversed");
}

#[test]
fn a_record_logged_late_stands_at_its_day_and_an_edited_one_is_found_by_its_new_words() {
    let mut office = office();
    assert_eq!(search(&mut office, "资助").len(), 3);
    let late = json!({"title": "资助工作总结", "published_on": "2023-05-25", "is_public": true});
    office.call("log_record", json!({"thing": "publication", "values": late}));
    let expected = ["publication-2", "publication-4", "meeting-1", "publication-1"];
    assert_eq!(search(&mut office, "资助"), expected);
    let values = json!({"title": "奖学金名单公示", "published_on": "2023-06-01", "is_public": true});
    office.call("edit_record", json!({"id": "publication-2", "values": values}));
    assert_eq!(search(&mut office, "资助"), expected[1..]);
    assert_eq!(search(&mut office, "jxj"), ["publication-2"]);
    let list = json!({"thing": "publication", "text": "zz", "limit": 50});
    assert_eq!(office.call("list_records", list)["total"], 2);
}

#[test]
fn withdrawn_records_are_found_and_marked_those_of_imports_taken_back_are_not() {
    let mut office = office();
    assert_eq!(search(&mut office, "资助").len(), 3);
    office.call("withdraw_record", json!({"id": "publication-1", "reason": "重复"}));
    let answer = office.call("search", json!({"text": "资助"}));
    let withdrawn: Vec<_> = answer["hits"].as_array().unwrap().iter().map(|hit| &hit["withdrawn"]).collect();
    assert_eq!(withdrawn, [&Json::Null, &Json::Null, &json!("重复")]);
    let file = office.path("补录.csv");
    std::fs::write(&file, "信息名称,公开日期,是否公开\n资助热线公告,2023-08-01,是\n").unwrap();
    let batch = office.call("import", json!({"workbook": file}))["batch"].clone();
    assert_eq!(search(&mut office, "资助")[0], "publication-4");
    office.call("undo_import", json!({"id": batch}));
    assert_eq!(search(&mut office, "资助"), ["publication-2", "meeting-1", "publication-1"]);
    office.close();
    office.open();
    assert_eq!(search(&mut office, "资助"), ["publication-2", "meeting-1", "publication-1"]);
}

#[test]
fn a_first_search_that_was_stopped_is_made_good_by_the_next() {
    struct Stopped;
    impl Watch for Stopped {
        fn step(&self, _: Progress) -> bool {
            false
        }
    }
    let mut office = office();
    let context = Context { watch: &Stopped, ..office.context() };
    let stopped = commands::call(&mut office.session, &context, "search", json!({"text": "资助"}));
    assert!(matches!(stopped, Err(Error::Cancelled)));
    assert_eq!(search(&mut office, "资助").len(), 3);
}

#[test]
fn what_is_found_is_told_page_by_page() {
    let mut office = Office::new();
    for n in 1..=7 {
        office.log_item(&format!("资助通知{n}"), "学校官网", "2023-03-02");
    }
    let page = |office: &mut Office, offset: u64| -> (u64, Vec<String>) {
        let answer = office.call("search", json!({"text": "资助", "limit": 3, "offset": offset}));
        let hits = answer["hits"].as_array().unwrap().iter();
        (answer["total"].as_u64().unwrap(), hits.map(|hit| hit["id"].as_str().unwrap().to_owned()).collect())
    };
    let ids = |numbers: &[u64]| numbers.iter().map(|n| format!("publication-{n}")).collect::<Vec<_>>();
    assert_eq!(page(&mut office, 0), (7, ids(&[7, 6, 5])));
    assert_eq!(page(&mut office, 3), (7, ids(&[4, 3, 2])));
    assert_eq!(page(&mut office, 6), (7, ids(&[1])));
    assert_eq!(page(&mut office, 9), (7, ids(&[])));
}

#[test]
fn a_record_is_found_by_the_names_of_the_files_kept_with_it() {
    let mut office = office();
    let path = office.path("评审会签到表（扫描件）.pdf");
    std::fs::write(&path, b"x").unwrap();
    let attach = |office: &mut Office, record: &str| {
        office.call("attach_evidence", json!({"record": record, "path": path}))["evidence"]["sha256"].clone()
    };
    // Kept before the first search, and after it.
    let sha256 = attach(&mut office, "publication-2");
    assert_eq!(search(&mut office, "签到表 扫描件"), ["publication-2"]);
    attach(&mut office, "meeting-1");
    assert_eq!(search(&mut office, "签到表.PDF"), [] as [&str; 0], "the words stand apart in the name");
    assert_eq!(search(&mut office, "签到表 .PDF"), ["publication-2", "meeting-1"]);
    assert_eq!(search(&mut office, "qdb 资助"), ["publication-2", "meeting-1"]);
    // Withdrawn, it says nothing of the record any more.
    office.call("detach_evidence", json!({"record": "publication-2", "sha256": sha256, "reason": "放错"}));
    assert_eq!(search(&mut office, "签到表"), ["meeting-1"]);
}

#[test]
fn what_is_logged_while_a_search_is_being_prepared_is_found() {
    let mut office = Office::new();
    office.log_item("关于资助的通知", "学校官网", "2023-03-02");
    let first = office.call("prepare_search", json!({}));
    assert_eq!((&first["ready"], &first["total"]), (&json!(false), &json!(1)));
    office.log_item("资助政策问答", "学校官网", "2023-03-03");
    let mut steps = 0;
    while office.call("prepare_search", json!({}))["ready"] == json!(false) {
        steps += 1;
        assert!(steps < 50, "it comes to an end");
    }
    assert_eq!(search(&mut office, "资助"), ["publication-2", "publication-1"]);
    assert_eq!(office.call("prepare_search", json!({}))["ready"], json!(true));
}
