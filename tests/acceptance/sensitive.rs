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

#[test]
fn a_form_is_checked_in_all_its_texts_before_it_is_saved() {
    let mut office = Office::new();
    let values = json!({"title": format!("公示{IDENTITY}"), "remarks": "电话 138-1234-5678",
                        "link": "https://www.example.edu.cn/13912345678", "published_on": "2023-06-01",
                        "is_public": true});
    let (findings, _) = scan(&mut office, json!({"thing": "publication", "values": values}));
    let told: Vec<(&Json, &Json, &Json)> =
        findings.iter().map(|found| (&found["kind"], &found["masked"], &found["place"]["field"])).collect();
    assert_eq!(
        told,
        [
            (&json!("identity_number"), &json!("430102**********38"), &json!("title")),
            (&json!("mobile_number"), &json!("138****5678"), &json!("remarks")),
        ]
    );
    assert_eq!(findings[0]["place"], json!({"in": "field", "field": "title", "from": 2, "to": 20}));
    // It warns; whoever saves all the same, saves.
    office.call("log_record", json!({"thing": "publication", "values": values}));
    assert_eq!(office.refusal("scan_record", json!({})), "bad_request");
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
    // The form with the same title knows of it, with another one it does not.
    let form = |title: String| json!({"id": id, "values": {"title": title}});
    attach(&mut office, &id, "说明.txt", b"13812345678");
    let same = scan(&mut office, form(format!("关于王某（{IDENTITY}）的公示"))).0;
    assert_eq!(same.len(), 1, "files do not change while a form is filled in");
    assert_eq!(same[0]["decision"]["decision"], "masked");
    let other = scan(&mut office, form(format!("关于王某、李某（{IDENTITY}）的公示"))).0;
    assert_eq!(other[0]["decision"], Json::Null);
    let mut values = office.call("record", json!({"id": id}))["values"].clone();
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
    assert_eq!(office.call("secrecy_review", json!({"record": id})), Json::Null);
    office.call("set_secrecy_review", review(&[secret, private], "public", "身份证号已遮盖"));
    let kept = office.call("secrecy_review", json!({"record": id}));
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
