//! 敏感信息检查 and 保密审查: told with the place, decided by a person, never blocking. All numbers are invented.

use std::fs;

use register::Lang;
use serde_json::{Value as Json, json};

use crate::changes::behind_the_back;
use crate::office::{Office, content};

const IDENTITY: &str = "430102199001011238";

fn scan(office: &mut Office, request: Json) -> (Vec<Json>, Vec<Json>) {
    let answer = office.call("scan_record", request);
    let part = |key: &str| answer[key].as_array().unwrap().clone();
    (part("findings"), part("unread"))
}

/// A desk with one item whose title names a person.
fn desk() -> (Office, String) {
    let mut office = Office::new();
    let id = office.log_item(&format!("关于王某（{IDENTITY}）的公示"), "公示栏", "2023-06-01");
    (office, id)
}

fn attach(office: &mut Office, id: &str, name: &str, bytes: &[u8]) -> Json {
    let path = office.path(name);
    fs::write(&path, bytes).unwrap();
    office.call("attach_evidence", json!({"record": id, "path": path}))
}

/// What the check of a form says of it: the code, the field, the sentence.
fn warned(check: &Json) -> Vec<(String, String, String)> {
    let of = |warning: &Json, key: &str| warning[key].as_str().unwrap().to_owned();
    let warnings = check["warnings"].as_array().unwrap();
    warnings.iter().map(|warning| (of(warning, "code"), of(warning, "field"), of(warning, "zh"))).collect()
}

#[test]
fn a_form_is_checked_in_all_its_texts_before_it_is_saved() {
    let mut office = Office::new();
    let web = office.term("channel", "学校官网");
    let values = json!({"title": format!("公示{IDENTITY}"), "remarks": "电话 138-1234-5678",
                        "link": "https://www.example.edu.cn/13912345678", "published_on": "2023-06-01",
                        "is_public": true, "channels": [web]});
    let check = office.call("check_record", json!({"thing": "publication", "values": values}));
    let told = warned(&check);
    assert_eq!(
        told.iter().map(|(code, field, _)| (code.as_str(), field.as_str())).collect::<Vec<_>>(),
        [("identity_number_found", "title"), ("mobile_number_found", "remarks")]
    );
    assert!(told[0].2.starts_with("“信息名称”第 3–20 字疑似身份证号 430102**********38："), "{}", told[0].2);
    assert!(told[1].2.starts_with("“备注”第 4–16 字疑似手机号 138****5678："), "{}", told[1].2);
    // It warns; whoever saves all the same, saves, and is told once more.
    let saved = office.call("log_record", json!({"thing": "publication", "values": values}));
    assert_eq!(warned(&saved).len(), 2);
}

#[test]
fn a_quick_line_a_pasted_row_and_an_imported_row_are_checked_as_a_form_is() {
    let mut office = Office::new();
    let codes = |warnings: &Json| -> Vec<String> {
        let warnings = warnings.as_array().unwrap().iter();
        let found = warnings.filter(|warning| warning["code"].as_str().unwrap().ends_with("_found"));
        found.map(|warning| warning["zh"].as_str().or(warning["message"].as_str()).unwrap().to_owned()).collect()
    };
    let line = "6月1日 学校官网 关于李某13812345678来信的答复公示";
    let quick = office.call("read_quick", json!({"text": line}));
    assert_eq!(codes(&quick["warnings"]).len(), 1, "{quick}");
    let pasted =
        "信息名称\t公开日期\t公开渠道\n关于李某13812345678的公示\t2023-06-01\t学校官网\n无\t2023-06-01\t学校官网";
    let rows = office.call("read_rows", json!({"text": pasted}));
    let told = codes(&rows["rows"][0]["doubts"]);
    assert!(told.len() == 1 && told[0].starts_with("“信息名称”第 5–15 字疑似手机号 138****5678"), "{told:?}");
    assert!(codes(&rows["rows"][1]["doubts"]).is_empty());
    let path = office.path("台账.csv");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let table = "名称,公开日期,公开渠道,备注\n关于评优的公示,2023-06-01,学校官网,联系人 13812345678\n";
    fs::write(&path, table).unwrap();
    let answer = office.call("import", json!({"workbook": path}));
    let sheet = &answer["sheets"][0];
    assert_eq!((&sheet["accepted"], sheet["refused"].as_array().unwrap().len()), (&json!(1), 0));
    let told = codes(&sheet["warnings"]);
    assert!(told.len() == 1 && told[0].contains("第2行：“备注”第 5–15 字疑似手机号 138****5678"), "{told:?}");
}

#[test]
fn files_of_a_record_are_read_too_and_those_that_cannot_be_are_named() {
    let (mut office, id) = desk();
    attach(&mut office, &id, "名单.csv", "姓名,电话\n李某,13812345678\n".as_bytes());
    attach(&mut office, &id, "说明.txt", "联系邮箱\nxxgk@example.edu.cn\n".as_bytes());
    attach(&mut office, &id, "照片.jpg", b"\xff\xd8\xff");
    let gone = attach(&mut office, &id, "撤下.txt", b"13912345678");
    let detach = json!({"record": id, "sha256": gone["evidence"]["sha256"], "reason": "放错"});
    office.call("detach_evidence", detach);
    let (findings, unread) = scan(&mut office, json!({"id": id}));
    let mut spots: Vec<String> =
        findings.iter().map(|found| format!("{} {}", found["place"]["name"], found["place"]["spot"])).collect();
    spots.sort();
    assert_eq!(
        spots,
        [
            r#""名单.csv" {"at":"cell","sheet":"SHEET","cell":"B2"}"#
                .replace("SHEET", findings.iter().find_map(|found| found["place"]["spot"]["sheet"].as_str()).unwrap()),
            r#""说明.txt" {"at":"line","number":2}"#.to_owned(),
            "null null".to_owned(),
        ]
    );
    assert_eq!(unread.len(), 1);
    assert_eq!((&unread[0]["name"], &unread[0]["code"]), (&json!("照片.jpg"), &json!("document_unknown")));
    assert!(unread[0]["zh"].as_str().unwrap().contains("“照片.jpg”"));
}

#[test]
fn a_decision_is_kept_with_its_reason_until_the_text_changes() {
    let (mut office, id) = desk();
    let finding = scan(&mut office, json!({"id": id})).0[0]["digest"].clone();
    let decide = |finding: &Json, reason: &str| json!({"record": id, "finding": finding, "decision": "masked", "reason": reason});
    assert_eq!(office.refusal("decide_scan", decide(&finding, " ")), "reason_missing");
    assert_eq!(office.refusal("decide_scan", decide(&json!("00"), "无")), "no_such_finding");
    office.call("decide_scan", decide(&finding, "公示时遮盖中间十位"));
    let (findings, _) = scan(&mut office, json!({"id": id}));
    let decided = &findings[0]["decision"];
    assert_eq!((&decided["decision"], &decided["reason"]), (&json!("masked"), &json!("公示时遮盖中间十位")));
    assert_eq!((&decided["by"], &decided["at"]), (&json!("王丽"), &json!("2023-11-20T09:30:00")));
    // The form with the same title knows of it, with another one it does not; nor does another record.
    let mut values = office.call("record", json!({"id": id}))["values"].clone();
    let mut form = |title: String, id: Option<&str>| {
        let mut values = values.clone();
        values["title"] = title.into();
        let mut request = json!({"thing": "publication", "values": values});
        if let Some(id) = id {
            request["id"] = id.into();
        }
        warned(&office.call("check_record", request)).len()
    };
    assert_eq!(form(format!("关于王某（{IDENTITY}）的公示"), Some(&id)), 0);
    assert_eq!(form(format!("关于王某、李某（{IDENTITY}）的公示"), Some(&id)), 1);
    assert_eq!(form(format!("关于王某（{IDENTITY}）的公示"), None), 1);
    values["remarks"] = json!("不相干的改动");
    office.call("edit_record", json!({"id": id, "values": values}));
    assert_eq!(scan(&mut office, json!({"id": id})).0[0]["decision"]["decision"], "masked");
    values["title"] = json!(format!("关于王某（身份证{IDENTITY}）的公示"));
    office.call("edit_record", json!({"id": id, "values": values}));
    assert_eq!(scan(&mut office, json!({"id": id})).0[0]["decision"], Json::Null);
    assert_eq!(office.refusal("decide_scan", decide(&finding, "晚了")), "no_such_finding");
}

#[test]
fn a_decision_stands_in_the_history_and_never_with_the_number_itself() {
    let (mut office, id) = desk();
    attach(&mut office, &id, "说明.txt", b"13812345678");
    let (findings, _) = scan(&mut office, json!({"id": id}));
    assert_eq!(findings.len(), 2);
    for (finding, decision) in findings.iter().zip(["withheld", "public"]) {
        let request = json!({"record": id, "finding": finding["digest"], "decision": decision, "reason": "按规定"});
        office.call("decide_scan", request);
    }
    let history = office.call("history", json!({"id": id})).as_array().unwrap().clone();
    let decided: Vec<&Json> = history.iter().filter(|entry| entry["part"] == "decision").collect();
    assert_eq!(decided.len(), 2);
    assert_eq!((&decided[0]["after"]["decision"], &decided[0]["who"]), (&json!("withheld"), &json!("王丽")));
    for entry in &decided {
        let after = entry["after"].to_string();
        assert!(!after.contains(IDENTITY) && !after.contains("13812345678"), "{after}");
    }
    assert!(office.red_checks().is_empty());
    behind_the_back(&mut office, "UPDATE scan_decisions SET decision = replace(decision, 'withheld', 'public')");
    assert!(office.red_checks().contains(&"vocabulary".to_owned()));
}

#[test]
fn a_file_dropped_on_the_window_says_what_fills_the_form() {
    let mut office = Office::new();
    let path = office.path("通知.txt");
    fs::write(&path, "湘示院行〔2023〕54号\n关于评优结果的公示\n教务处\n2023年6月1日\n").unwrap();
    let facts = office.call("document_facts", json!({"path": path}));
    assert_eq!((&facts["title"], &facts["date"]), (&json!("关于评优结果的公示"), &json!("2023-06-01")));
    assert_eq!(facts["doc_number"], "湘示院行〔2023〕54号");
    assert_eq!(office.refusal("document_facts", json!({"path": office.path("没有.pdf")})), "evidence_gone");
}

#[test]
fn the_review_before_publication_asks_the_offices_questions_and_sets_the_term() {
    let (mut office, id) = desk();
    let shipped = office.call("secrecy_questions", json!({}));
    assert!(shipped["questions"].as_array().unwrap().len() >= 5);
    for wrong in [json!([]), json!(["是否涉及国家秘密？", " "])] {
        assert_eq!(office.refusal("set_secrecy_questions", json!({"questions": wrong})), "questions_empty");
    }
    office.call("set_secrecy_questions", json!({"questions": ["是否涉及国家秘密？", "是否涉及个人隐私？"]}));
    let review = |answers: &[(&str, bool)], conclusion: &str, remark: &str| {
        let answers: Vec<Json> =
            answers.iter().map(|(question, yes)| json!({"question": question, "yes": yes})).collect();
        json!({"record": id, "answers": answers, "conclusion": conclusion, "remark": remark})
    };
    let (secret, private) = (("是否涉及国家秘密？", false), ("是否涉及个人隐私？", true));
    assert_eq!(office.refusal("set_secrecy_review", review(&[secret], "public", "")), "answer_missing");
    assert_eq!(office.refusal("set_secrecy_review", review(&[secret, private], "public", " ")), "reason_missing");
    let none = json!({"review": null, "changed": null, "contradicts": null});
    assert_eq!(office.call("secrecy_review", json!({"record": id})), none);
    office.call("set_secrecy_review", review(&[secret, private], "public", "身份证号已遮盖"));
    let kept = office.call("secrecy_review", json!({"record": id}))["review"].clone();
    assert_eq!((&kept["remark"], &kept["by"]), (&json!("身份证号已遮盖"), &json!("王丽")));
    assert_eq!((&kept["answers"][1]["yes"], &kept["at"]), (&json!(true), &json!("2023-11-20T09:30:00")));
    let mut term = |name: &str| office.term("secrecy_review", name);
    let (reviewed, withheld) = (term("已审查"), term("不予公开"));
    let term_now = |office: &mut Office| office.call("record", json!({"id": id}))["values"]["secrecy_review"].clone();
    assert_eq!(term_now(&mut office), reviewed);
    office.call("set_secrecy_review", review(&[secret, private], "withheld", ""));
    assert_eq!(term_now(&mut office), withheld);
    let history = office.call("history", json!({"id": id})).as_array().unwrap().clone();
    assert_eq!(history.iter().filter(|entry| entry["after"]["conclusion"] == "withheld").count(), 1);
    let meeting = json!({"name": "校务会", "held_on": "2023-06-01"});
    let meeting = office.call("log_record", json!({"thing": "meeting", "values": meeting}));
    let mut request = review(&[secret, private], "public", "无");
    request["record"] = meeting["record"]["id"].clone();
    let error = office.attempt("set_secrecy_review", request).unwrap_err();
    assert_eq!(error.code(), "not_reviewed");
    assert!(error.sentence(Lang::Zh).contains("meeting-1"));
    assert!(office.red_checks().is_empty());
}

/// A review of an item with this conclusion, all questions answered no.
fn review(office: &mut Office, id: &str, conclusion: &str, unpublish: bool) -> Json {
    let questions = office.call("secrecy_questions", json!({}))["questions"].clone();
    let answers: Vec<Json> =
        questions.as_array().unwrap().iter().map(|question| json!({"question": question, "yes": false})).collect();
    let request = json!({"record": id, "answers": answers, "conclusion": conclusion, "unpublish": unpublish});
    office.call("set_secrecy_review", request)
}

#[test]
fn what_a_review_withholds_is_told_as_long_as_it_is_public() {
    let mut office = Office::new();
    let id = office.log_item("关于评优结果的公示", "公示栏", "2023-06-01");
    let wanting = |office: &mut Office| {
        let overview = office.call("overview", json!({"from": "2023-01-01", "to": "2023-12-31"}));
        let attention = overview["attention"].as_array().unwrap().clone();
        let found = attention.iter().find(|one| one["what"] == "withheld_yet_public");
        found.map_or(0, |one| one["count"].as_u64().unwrap())
    };
    assert_eq!(review(&mut office, &id, "public", true)["contradicts"], Json::Null);
    assert_eq!(office.call("record", json!({"id": id}))["values"]["is_public"], true, "it was not withheld");
    assert_eq!(wanting(&mut office), 0);
    // Told at once, and nothing is changed that nobody asked for.
    let standing = review(&mut office, &id, "withheld", false);
    assert_eq!(standing["contradicts"]["code"], "withheld_yet_public");
    assert!(standing["contradicts"]["zh"].as_str().unwrap().contains("仍登记为公开（公开日期 2023-06-01）"));
    let values = office.call("record", json!({"id": id}))["values"].clone();
    assert_eq!(values["is_public"], true);
    let check = office.call("check_record", json!({"thing": "publication", "id": id, "values": values}));
    let told: Vec<_> = warned(&check).into_iter().map(|(code, field, _)| (code, field)).collect();
    assert_eq!(told, [("withheld_yet_public".to_owned(), "is_public".to_owned())]);
    assert_eq!(wanting(&mut office), 1);
    // In one step, where that is asked for: then the day alone is told of, at the review.
    let standing = review(&mut office, &id, "withheld", true);
    assert_eq!(standing["contradicts"]["code"], "withheld_yet_dated");
    let values = office.call("record", json!({"id": id}))["values"].clone();
    assert_eq!((&values["is_public"], &values["published_on"]), (&json!(false), &json!("2023-06-01")));
    let check = office.call("check_record", json!({"thing": "publication", "id": id, "values": values}));
    assert_eq!(warned(&check), []);
    assert_eq!(wanting(&mut office), 0);
    // Withdrawn, it counts nowhere, and there is nothing to settle.
    office.call("withdraw_record", json!({"id": id, "reason": "重复"}));
    assert_eq!(office.call("secrecy_review", json!({"record": id}))["contradicts"], Json::Null);
    assert!(office.red_checks().is_empty());
}

#[test]
fn an_imported_item_that_is_withheld_and_public_is_warned_of() {
    let mut office = Office::new();
    let path = office.path("台账.csv");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(
        &path,
        "名称,公开日期,公开渠道,保密审查\n甲通知,2023-06-01,学校官网,不予公开\n乙通知,2023-06-01,学校官网,已审查\n",
    )
    .unwrap();
    let answer = office.call("import", json!({"workbook": path}));
    let warnings = answer["sheets"][0]["warnings"].as_array().unwrap();
    let told: Vec<_> = warnings.iter().map(|one| (one["row"].as_u64().unwrap(), one["code"].clone())).collect();
    assert_eq!(told, [(2, json!("withheld_yet_public"))]);
}

#[test]
fn a_review_says_what_has_changed_since_it_was_made() {
    let (mut office, id) = desk();
    attach(&mut office, &id, "说明.txt", b"x");
    assert_eq!(review(&mut office, &id, "public", false)["changed"], Json::Null);
    let changed = |office: &mut Office| office.call("secrecy_review", json!({"record": id}))["changed"].clone();
    // What is no text was not reviewed.
    let mut values = office.call("record", json!({"id": id}))["values"].clone();
    values["copies"] = json!(30);
    office.call("edit_record", json!({"id": id, "values": values}));
    assert_eq!(changed(&mut office), Json::Null);
    let title = values["title"].clone();
    values["title"] = json!("另一个名称");
    values["remarks"] = json!("后加的");
    office.call("edit_record", json!({"id": id, "values": values}));
    let added = attach(&mut office, &id, "补充.txt", b"y");
    assert_eq!(changed(&mut office), json!({"fields": ["title", "remarks"], "files_added": 1, "files_withdrawn": 0}));
    // As it was, it is as it was reviewed.
    values["title"] = title;
    values["remarks"] = Json::Null;
    office.call("edit_record", json!({"id": id, "values": values}));
    let detach = json!({"record": id, "sha256": added["evidence"]["sha256"], "reason": "放错"});
    office.call("detach_evidence", detach);
    assert_eq!(changed(&mut office), Json::Null);
    assert!(office.red_checks().is_empty());
    behind_the_back(
        &mut office,
        "UPDATE secrecy_reviews SET answers = replace(answers, '\"texts\":{', '\"texts\":{\"a\":\"b\",')",
    );
    assert!(office.red_checks().contains(&"vocabulary".to_owned()));
}

#[test]
fn a_review_from_before_its_text_was_kept_raises_no_alarm() {
    let (mut office, id) = desk();
    review(&mut office, &id, "public", false);
    behind_the_back(&mut office, "UPDATE secrecy_reviews SET answers = json_remove(answers, '$.reviewed')");
    office.open();
    let mut values = office.call("record", json!({"id": id}))["values"].clone();
    values["title"] = json!("另一个名称");
    office.call("edit_record", json!({"id": id, "values": values}));
    let standing = office.call("secrecy_review", json!({"record": id}));
    assert_eq!((&standing["review"]["conclusion"], &standing["changed"]), (&json!("public"), &Json::Null));
}

#[test]
fn taking_an_import_back_leaves_its_evidence_where_it_is() {
    let mut office = Office::new();
    let path = office.path("台账.csv");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, "信息名称,公开日期\n关于评优结果的公示,2023-06-01\n").unwrap();
    let batch = office.call("import", json!({"workbook": path}))["batch"].clone();
    attach(&mut office, "publication-1", "照片.jpg", b"x");
    office.call("undo_import", json!({"id": batch}));
    let kept = office.call("evidence", json!({"record": "publication-1"}));
    assert_eq!((kept[0]["there"].clone(), content(&office.register().join("evidence")).len()), (json!(true), 1));
    let again = json!({"record": "publication-1", "path": office.path("照片.jpg")});
    assert_eq!(office.refusal("attach_evidence", again), "no_such_record");
    assert!(office.red_checks().is_empty());
}
