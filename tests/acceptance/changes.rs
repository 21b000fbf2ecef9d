//! Logging, editing and withdrawing, and the proof that nothing changed behind the log's back.

use register::{Error, Lang};
use rusqlite::Connection;
use serde_json::{Value as Json, json};

use crate::office::Office;

#[test]
fn a_record_keeps_who_changed_what_and_when() {
    let mut office = Office::new();
    let id = office.log_item("关于评优结果的公示", "公示栏", "2023-06-01");
    let mut values = office.call("record", json!({"id": id}))["values"].clone();
    values["title"] = json!("关于2023年评优结果的公示");
    office.call("edit_record", json!({"id": id, "values": values}));
    office.call("withdraw_record", json!({"id": id, "reason": "重复登记"}));
    let history = office.call("history", json!({"id": id}));
    let operations: Vec<&str> = history.as_array().unwrap().iter().map(|h| h["operation"].as_str().unwrap()).collect();
    assert_eq!(operations, ["record.log", "record.edit", "record.withdraw"]);
    assert_eq!(history[1]["before"]["title"], "关于评优结果的公示");
    assert_eq!(history[1]["after"]["title"], "关于2023年评优结果的公示");
    assert_eq!(history[2]["after"]["withdrawn_reason"], "重复登记");
    assert_eq!((&history[2]["who"], &history[2]["at"]), (&json!("王丽"), &json!("2023-11-20T09:30:00")));
    assert!(office.red_checks().is_empty());
}

#[test]
fn a_withdrawn_record_stays_with_its_reason_and_counts_nowhere() {
    let mut office = Office::new();
    let id = office.log_item("关于评优结果的公示", "公示栏", "2023-06-01");
    office.log_item("关于奖学金名单的公示", "公示栏", "2023-06-02");
    assert_eq!(office.refusal("withdraw_record", json!({"id": id, "reason": " "})), "reason_missing");
    office.call("withdraw_record", json!({"id": id, "reason": "公示有误"}));
    assert_eq!((&office.figure("items")["value"], &office.figure("board")["value"]), (&json!(1), &json!(1)));
    assert_eq!(office.call("record", json!({"id": id}))["withdrawn"], "公示有误");
    assert_eq!(office.refusal("withdraw_record", json!({"id": id, "reason": "再次"})), "record_withdrawn");
    let values = json!({"title": "改名", "published_on": "2023-06-01", "is_public": true});
    assert_eq!(office.refusal("edit_record", json!({"id": id, "values": values})), "record_withdrawn");
}

#[test]
fn a_reply_about_disclosure_work_is_also_a_case_file() {
    let mut office = Office::new();
    let unit = office.term("unit", "件");
    let values = json!({"received_on": "2023-04-03", "subject": "反映公开不及时", "quantity": 1, "unit": unit,
                        "about_disclosure": true});
    let saved = office.call("log_record", json!({"thing": "reply", "values": values}));
    assert_eq!(office.figure("reported")["value"], 1);
    let case = json!({"id": "case_file-1", "thing": "case_file", "title": "反映公开不及时"});
    assert_eq!((&saved["also"], &saved["record"]["derived"]), (&json!([case]), &json!([case])));
    let shown = office.call("record", json!({"id": case["id"]}));
    assert_eq!((&shown["values"]["reply"], &shown["named"]["reply"]), (&saved["record"]["id"], &case["title"]));
    let listed = office.call("list_records", json!({"thing": "case_file", "limit": 9}))["records"][0].clone();
    assert_eq!(listed["named"], json!({"reply": "反映公开不及时"}));
    // Marked anew, it does not become a second one.
    let id = saved["record"]["id"].clone();
    let mut values = saved["record"]["values"].clone();
    for (marked, cases) in [(false, 1), (true, 1)] {
        values["about_disclosure"] = json!(marked);
        let saved = office.call("edit_record", json!({"id": id, "values": values}));
        assert_eq!((&saved["also"], &office.figure("reported")["value"]), (&json!([]), &json!(cases)));
    }
}

#[test]
fn a_reply_that_loses_its_mark_tells_of_the_case_file_that_stays() {
    let mut office = Office::new();
    let unit = office.term("unit", "件");
    let values =
        json!({"received_on": "2023-04-03", "subject": "反映公开不及时", "unit": unit, "about_disclosure": true});
    let saved = office.call("log_record", json!({"thing": "reply", "values": values}))["record"].clone();
    let edit = |office: &mut Office, marked: bool| {
        let mut values = saved["values"].clone();
        values["about_disclosure"] = json!(marked);
        let check = json!({"thing": "reply", "values": values, "id": saved["id"]});
        let before = office.call("check_record", check)["warnings"].clone();
        let after = office.call("edit_record", json!({"id": saved["id"], "values": values}));
        assert_eq!(before, after["warnings"], "what is told before is told after");
        after
    };
    let left = edit(&mut office, false);
    let warning = &left["warnings"][0];
    assert_eq!((&warning["code"], &warning["field"]), (&json!("case_file_left"), &json!("about_disclosure")));
    for lang in ["zh", "en"] {
        let said = warning[lang].as_str().unwrap();
        assert!(said.contains("反映公开不及时") && said.contains("case_file-1"), "{said}");
    }
    assert_eq!(left["record"]["derived"][0]["id"], "case_file-1");
    // Told of the change alone, and not where the case file is withdrawn.
    assert_eq!(edit(&mut office, false)["warnings"], json!([]));
    edit(&mut office, true);
    office.call("withdraw_record", json!({"id": "case_file-1", "reason": "误登"}));
    assert_eq!(edit(&mut office, false)["warnings"], json!([]));
}

#[test]
fn a_reply_is_withdrawn_alone_or_with_its_case_file() {
    for (also, left) in [(false, 1), (true, 0)] {
        let mut office = Office::new();
        let unit = office.term("unit", "件");
        let values = json!({"received_on": "2023-04-03", "quantity": 1, "unit": unit, "about_disclosure": true});
        let id = office.call("log_record", json!({"thing": "reply", "values": values}))["record"]["id"].clone();
        let withdrawn = office.call("withdraw_record", json!({"id": id, "reason": "误登", "also": also}));
        assert_eq!(withdrawn["derived"].as_array().unwrap().len(), left);
        assert_eq!(office.figure("reported")["value"], left);
        let case = office.call("history", json!({"id": "case_file-1"}));
        let reply = office.call("history", json!({"id": id}));
        if also {
            assert_eq!(case[1]["after"]["withdrawn_reason"], "误登");
            assert_eq!(case[1]["seq"], reply[1]["seq"], "one operation");
        }
        assert!(office.red_checks().is_empty());
    }
}

#[test]
fn a_reason_of_withdrawal_keeps_within_the_limits_of_a_text() {
    let mut office = Office::new();
    let id = office.log_item("关于评优结果的公示", "公示栏", "2023-06-01");
    match office.attempt("withdraw_record", json!({"id": id, "reason": "长".repeat(501)})) {
        Err(Error::Refused { faults }) => assert_eq!(faults[0].zh, "“作废原因”过长，最多 500 字，请缩短。"),
        other => panic!("{other:?}"),
    }
    assert_eq!(office.refusal("withdraw_record", json!({"id": id, "reason": "\u{202e}\u{0}"})), "reason_missing");
    let withdrawn = office.call("withdraw_record", json!({"id": id, "reason": " 重\u{202e}复\u{7}登记 "}));
    assert_eq!(withdrawn["withdrawn"], "重复登记");
}

#[test]
fn values_that_cannot_be_are_refused_and_nothing_is_kept() {
    let mut office = Office::new();
    let mut refused = |thing: &str, values| {
        let error = office.attempt("log_record", json!({"thing": thing, "values": values})).unwrap_err();
        error.code()
    };
    let item = |key: &str, value: serde_json::Value| {
        let mut values = json!({"title": "通知", "published_on": "2023-06-01", "is_public": true});
        values[key] = value;
        values
    };
    assert_eq!(refused("publication", item("title", json!("  "))), "refused");
    assert_eq!(refused("publication", item("title", json!("长".repeat(10_000)))), "refused");
    assert_eq!(refused("publication", item("published_on", json!(null))), "refused");
    assert_eq!(refused("publication", item("published_on", json!("2023-02-30"))), "refused");
    assert_eq!(refused("publication", item("copies", json!(-3))), "refused");
    assert_eq!(refused("publication", item("kind", json!(999_999))), "no_such_term");
    assert_eq!(refused("publication", item("colour", json!("red"))), "bad_request");
    let survey = json!({"held_on": "2023-05-18", "valid": 100, "satisfied": 101});
    assert_eq!(refused("evaluation", survey), "refused");
    assert_eq!(office.call("register_info", json!({}))["records"], 0);
}

#[test]
fn words_are_added_renamed_moved_and_retired() {
    let mut office = Office::new();
    let site = office.term("channel", "学校官网");
    let added = office.call("add_term", json!({"dimension": "channel", "name": "招生网", "parent": site}));
    let again = json!({"dimension": "channel", "name": "招生网"});
    assert_eq!(office.refusal("add_term", again), "term_exists");
    let misplaced = json!({"id": site, "edit": {"parent": added["id"]}});
    assert_eq!(office.refusal("edit_term", misplaced), "term_misplaced");
    office.log_item("招生章程", "招生网", "2023-05-01");
    let edit = json!({"id": added["id"], "edit": {"name": "招生信息网", "retired": true}});
    assert_eq!(office.call("edit_term", edit)["retired"], true);
    // What is on a column of the site is on the site.
    assert_eq!(office.figure("web")["value"], 1);
    assert!(office.red_checks().is_empty());
}

/// Opens the closed register's file as another program would.
pub fn behind_the_back(office: &mut Office, sql: &str) {
    office.close();
    let file = Connection::open(office.register().join("register.db")).unwrap();
    file.execute_batch(sql).unwrap();
}

/// A register whose seal was renewed by a forger, so that the log alone has to speak.
pub fn forge_seal(office: &Office) {
    std::fs::remove_file(office.register().join("register.seal")).unwrap();
}

#[test]
fn a_byte_changed_anywhere_in_the_file_is_seen() {
    let mut office = Office::new();
    office.log_item("关于评优结果的公示", "公示栏", "2023-06-01");
    assert!(office.red_checks().is_empty());
    let file = office.register().join("register.db");
    let whole = std::fs::read(&file).unwrap();
    // Every page, its head, its middle and its last byte, whether anything is stored there or not.
    for page in (0..whole.len()).step_by(4096) {
        for at in [page + 30, page + 2048, page + 4095] {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x20;
            std::fs::write(&file, bytes).unwrap();
            assert!(office.red_checks().contains(&"file".to_owned()), "byte {at}");
        }
    }
    std::fs::write(&file, whole).unwrap();
    assert!(office.red_checks().is_empty());
}

#[test]
fn a_broken_seal_stays_broken_when_work_goes_on() {
    let mut office = Office::new();
    behind_the_back(&mut office, "UPDATE settings SET value = '另一所学校' WHERE key = 'institution'");
    office.open();
    office.log_item("关于评优结果的公示", "公示栏", "2023-06-01");
    assert!(office.red_checks().contains(&"file".to_owned()));
    assert!(office.red_checks().contains(&"vocabulary".to_owned()));
}

#[test]
fn an_entry_removed_from_the_log_is_seen() {
    for (removed, check) in [("seq = 2", "log"), ("seq = (SELECT max(seq) FROM changes)", "records")] {
        let mut office = Office::new();
        office.log_item("关于评优结果的公示", "公示栏", "2023-06-01");
        office.log_item("关于奖学金名单的公示", "公示栏", "2023-06-02");
        let sql = format!(
            "DROP TRIGGER changes_remain; DROP TRIGGER change_records_remain;
             DELETE FROM change_records WHERE {removed}; DELETE FROM changes WHERE {removed};"
        );
        behind_the_back(&mut office, &sql);
        forge_seal(&office);
        assert!(office.red_checks().contains(&check.to_owned()), "{removed}");
    }
}

#[test]
fn a_row_changed_added_or_removed_behind_the_logs_back_is_seen() {
    let forgeries = [
        "UPDATE publications SET title = '另一个标题'",
        "UPDATE publications SET published_on = '2022-06-01'",
        "UPDATE releases SET channel = (SELECT id FROM terms WHERE name = '红网')",
        "DELETE FROM releases; DELETE FROM publications",
        "INSERT INTO publications (title, is_public, live, fingerprint) VALUES ('凭空', 1, 1, x'00')",
        "UPDATE publications SET withdrawn_reason = '无', live = 0; UPDATE releases SET live = 0",
    ];
    for sql in forgeries {
        let mut office = Office::new();
        office.log_item("关于评优结果的公示", "公示栏", "2023-06-01");
        behind_the_back(&mut office, sql);
        forge_seal(&office);
        assert!(office.red_checks().contains(&"records".to_owned()), "{sql}");
    }
}

#[test]
fn a_row_hidden_from_counting_behind_the_logs_back_is_seen() {
    let mut office = Office::new();
    office.log_item("关于评优结果的公示", "公示栏", "2023-06-01");
    behind_the_back(&mut office, "UPDATE publications SET live = 0");
    forge_seal(&office);
    assert!(office.red_checks().contains(&"database".to_owned()));
}

#[test]
fn what_is_found_and_what_a_figure_means_is_said_in_the_language_of_the_window() {
    let mut office = Office::new();
    office.log_item("关于评优结果的公示", "公示栏", "2023-06-01");
    behind_the_back(&mut office, "UPDATE publications SET title = '另一个标题'");
    let verify = json!({"folder": office.register()});
    let records = |answer: Json| {
        let checks = answer["checks"].as_array().unwrap().clone();
        checks.into_iter().find(|check| check["check"] == "records").unwrap()["detail"].clone()
    };
    assert_eq!(
        records(office.call("verify", verify.clone())),
        "publication-1 与变更记录不符；publication-1 的查重指纹与内容不符"
    );
    assert_eq!(
        records(office.call_in(Lang::En, "verify", verify)),
        "publication-1 is not as the change log has it; the fingerprint of publication-1 does not fit its content"
    );
    office.open();
    let year = json!({"from": "2023-01-01", "to": "2023-12-31"});
    assert!(office.call("figures", year.clone())[0]["meaning"].as_str().unwrap().starts_with("未作废的"));
    for figure in office.call_in(Lang::En, "figures", year).as_array().unwrap() {
        assert!(figure["meaning"].as_str().unwrap().contains(" not withdrawn ("), "{figure}");
    }
}

#[test]
fn the_log_refuses_to_be_edited() {
    let mut office = Office::new();
    office.close();
    let file = Connection::open(office.register().join("register.db")).unwrap();
    for sql in ["UPDATE changes SET who = '他人'", "DELETE FROM changes", "DELETE FROM change_records"] {
        assert!(file.execute_batch(sql).is_err(), "{sql}");
    }
}

#[test]
fn fingerprints_changed_behind_the_logs_back_are_seen() {
    let mut office = Office::new();
    office.log_item("关于评优结果的公示", "公示栏", "2023-06-01");
    behind_the_back(&mut office, "UPDATE publications SET fingerprint = zeroblob(16)");
    forge_seal(&office);
    assert!(office.red_checks().contains(&"records".to_owned()));
}

#[test]
fn a_change_left_in_the_write_ahead_log_by_another_program_is_seen() {
    let mut office = Office::new();
    office.log_item("关于评优结果的公示", "公示栏", "2023-06-01");
    office.close();
    let file = Connection::open(office.register().join("register.db")).unwrap();
    file.execute_batch("PRAGMA wal_autocheckpoint = 0; UPDATE batches SET accepted = accepted;").unwrap();
    file.execute_batch("UPDATE settings SET value = value || '。'").unwrap();
    let copy = office.path("副本");
    std::fs::create_dir_all(&copy).unwrap();
    // As it lies while the other program still runs.
    for name in ["register.db", "register.db-wal", "register.seal"] {
        std::fs::copy(office.register().join(name), copy.join(name)).unwrap();
    }
    let answer = office.call("verify", json!({"folder": copy}));
    assert_eq!(answer["checks"][0], json!({"check": "file", "ok": false, "detail": answer["checks"][0]["detail"]}));
}
