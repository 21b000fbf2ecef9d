//! Records that an archived report counts are corrected with a reason, and the archive tells what was filed and what is.

use calamine::{Reader, open_workbook_auto};
use register::{Error, Lang};
use serde_json::{Value as Json, json};

use crate::archive::{an_item, archived, moved, place, report};
use crate::ledgers::ledger;
use crate::office::Office;
use crate::year_2023::{assert_figures, imported};

fn values(office: &mut Office, id: &str) -> Json {
    office.call("record", json!({"id": id}))["values"].clone()
}

fn change(changes: &Json, figure: &str) -> Json {
    changes["figures"].as_array().unwrap().iter().find(|it| it["figure"] == figure).unwrap().clone()
}

#[test]
fn a_record_that_an_archived_report_counts_is_corrected_with_a_reason_alone() {
    let (mut office, _) = archived();
    let id = an_item(&mut office);
    let mut new = values(&mut office, &id);
    new["published_on"] = json!("2022-12-31");
    let check = office.call("check_record", json!({"thing": "publication", "values": new, "id": id}));
    assert_eq!(check["reason_needed"]["code"], "correction_reason_needed");
    for reason in [Json::Null, json!("  ")] {
        let request = json!({"id": id, "values": new, "reason": reason});
        assert_eq!(office.refusal("edit_record", request), "correction_reason_missing");
    }
    let error = office.attempt("edit_record", json!({"id": id, "values": new})).unwrap_err();
    assert!(error.sentence(Lang::Zh).contains("归档第 1 号"), "{error}");
    match office.attempt("edit_record", json!({"id": id, "values": new, "reason": "长".repeat(501)})) {
        Err(Error::Refused { faults }) => assert_eq!(faults[0].field, "reason"),
        other => panic!("{other:?}"),
    }
    assert_figures(&mut office);
    office.call("edit_record", json!({"id": id, "values": new, "reason": "公开日期录入有误"}));
    let history = office.call("history", json!({"id": id}));
    assert_eq!(history[1]["reason"], "公开日期录入有误");
    assert_eq!(history[0].get("reason"), None);
    // Moved back it lies in the period again.
    new["published_on"] = json!("2023-06-01");
    assert_eq!(office.refusal("edit_record", json!({"id": id, "values": new})), "correction_reason_missing");
    // Saved as it is, it is no correction.
    let kept = values(&mut office, &id);
    office.call("edit_record", json!({"id": id, "values": kept}));
    assert!(office.red_checks().is_empty());
}

#[test]
fn what_lies_outside_every_archived_period_needs_no_reason() {
    let (mut office, _) = archived();
    let id = office.log_item("关于期间之后的通知", "学校官网", "2023-11-21");
    let mut new = values(&mut office, &id);
    let check = office.call("check_record", json!({"thing": "publication", "values": new, "id": id}));
    assert_eq!(check.get("reason_needed"), None);
    new["title"] = json!("关于期间之后的另一通知");
    office.call("edit_record", json!({"id": id, "values": new}));
    // What no figure counts is not sealed.
    let problem = json!({"title": "整改", "found_on": "2023-06-01"});
    office.call("log_record", json!({"thing": "problem", "values": problem}));
    assert!(moved(&office.call("archive_changes", json!({"id": "archive-1"}))).is_empty());
}

#[test]
fn what_is_logged_late_needs_a_reason_one_by_one_pasted_or_counted() {
    let (mut office, _) = archived();
    let item = json!({"title": "关于补登的通知", "published_on": "2023-06-01", "is_public": true});
    let late = |reason: Json| json!({"thing": "publication", "values": item, "reason": reason});
    let pasted = |reason: Json| json!({"thing": "publication", "rows": [item], "reason": reason});
    let (channel, unit) = (office.term("reply_channel", "电话"), office.term("unit", "人次"));
    let count =
        |reason: Json| json!({"channel": channel, "unit": unit, "day": "2023-06-01", "by": 1, "reason": reason});
    let before = office.call("register_info", json!({}))["records"].clone();
    for (command, request) in
        [("log_record", late(Json::Null)), ("log_records", pasted(Json::Null)), ("count_one", count(Json::Null))]
    {
        assert_eq!(office.refusal(command, request), "correction_reason_missing", "{command}");
    }
    assert_eq!(office.call("register_info", json!({}))["records"], before);
    let check = office.call("check_record", json!({"thing": "publication", "values": item}));
    assert_eq!(check["reason_needed"]["field"], "reason");
    office.call("log_record", late(json!("漏登补记")));
    office.call("log_records", pasted(json!("漏登补记")));
    office.call("count_one", count(json!("漏计一次")));
    let changes = office.call("archive_changes", json!({"id": "archive-1"}));
    assert_eq!(moved(&changes), ["items", "r_phone"]);
    let items = change(&changes, "items");
    assert_eq!(items["now"]["value"], json!(items["filed"]["value"].as_i64().unwrap() + 2));
    let came = &items["records"][0];
    assert_eq!((&came["filed"], &came["now"], &came["title"]), (&Json::Null, &json!(1), &json!("关于补登的通知")));
    assert_eq!(came["corrections"][0]["reason"], "漏登补记");
    assert_eq!(
        (&came["corrections"][0]["by"], &came["corrections"][0]["operation"]),
        (&json!("王丽"), &json!("record.log"))
    );
    assert!(office.red_checks().is_empty());
}

#[test]
fn what_was_corrected_is_told_figure_by_figure_with_its_reason() {
    let (mut office, _) = archived();
    let id = an_item(&mut office);
    let copied = office.call("archived_rows", json!({"id": "archive-1", "figure": "copies", "limit": 1}))["records"][0]
        ["id"]
        .as_str()
        .unwrap()
        .to_owned();
    office.call("withdraw_record", json!({"id": id, "reason": "重复登记"}));
    let mut new = values(&mut office, &copied);
    let copies = new["copies"].as_i64().unwrap_or(0);
    new["copies"] = json!(copies + 3);
    office.call("edit_record", json!({"id": copied, "values": new, "reason": "份数有误"}));
    let changes = office.call("archive_changes", json!({"id": "archive-1"}));
    let web = change(&changes, "web");
    assert_eq!((&web["filed"]["value"], &web["now"]["value"]), (&json!(118), &json!(117)));
    let gone = &web["records"][0];
    assert_eq!((&gone["id"], &gone["filed"], &gone["now"]), (&json!(id), &json!(1), &Json::Null));
    assert_eq!(gone["corrections"][0]["reason"], "重复登记");
    let sum = change(&changes, "copies");
    let corrected = sum["records"].as_array().unwrap().iter().find(|it| it["id"] == copied.as_str()).unwrap();
    assert_eq!((&corrected["filed"], &corrected["now"]), (&json!(copies), &json!(copies + 3)));
    assert_eq!(corrected["corrections"][0]["reason"], "份数有误");
    // What moves no figure is told apart.
    let other = office.call("archived_rows", json!({"id": "archive-1", "figure": "web", "offset": 3, "limit": 1}));
    let other = other["records"][0]["id"].as_str().unwrap().to_owned();
    let mut new = values(&mut office, &other);
    new["remarks"] = json!("补注");
    office.call("edit_record", json!({"id": other, "values": new, "reason": "补注来源"}));
    let edited = office.call("archive_changes", json!({"id": "archive-1"}))["edited"].clone();
    assert_eq!((&edited[0]["id"], &edited[0]["corrections"][0]["reason"]), (&json!(other), &json!("补注来源")));
    assert_eq!(edited.as_array().unwrap().len(), 1);

    let sheet = place(&office, "更正.xlsx");
    office.call("export_archive_changes", json!({"id": "archive-1", "to": sheet}));
    let mut book = open_workbook_auto(&sheet).unwrap();
    let mut texts = |name: &str| -> Vec<Vec<String>> {
        let range = book.worksheet_range(name).unwrap();
        range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
    };
    let row = texts("更正情况").into_iter().find(|row| row[0] == "学校官网").unwrap();
    assert_eq!(row[1..7], ["条", "118", "118条", "117", "117条", "-1"].map(str::to_owned));
    let told = texts("更正明细");
    assert!(told.iter().any(|row| row[1] == "不再计入" && row[7] == "2023-11-20 王丽：重复登记"), "{told:?}");
    assert!(told.iter().any(|row| row[1] == "内容改动" && row[7] == "2023-11-20 王丽：补注来源"), "{told:?}");
    assert!(texts("说明").iter().any(|row| row[0] == "归档编号" && row[1] == "archive-1"));
}

#[test]
fn an_import_into_an_archived_period_is_warned_of_and_named_as_the_reason() {
    let (mut office, _) = archived();
    let file = office.path("补登.xlsx");
    ledger(
        &file,
        "主动公开",
        &[
            &["信息名称", "公开日期", "公开渠道", "是否公开"],
            &["关于补报的通知一", "2023-06-01", "学校官网", "是"],
            &["关于补报的通知二", "2023-06-02", "学校官网", "是"],
            &["关于期间之后的通知", "2023-12-02", "学校官网", "是"],
        ],
    );
    for dry_run in [true, false] {
        let answer = office.call("import", json!({"workbook": file, "dry_run": dry_run}));
        let warnings = answer["sheets"][0]["warnings"].as_array().unwrap();
        let told: Vec<&Json> = warnings.iter().filter(|warning| warning["code"] == "period_archived").collect();
        assert_eq!((told.len(), &told[0]["row"], &answer["sheets"][0]["accepted"]), (1, &json!(0), &json!(3)));
    }
    let web = change(&office.call("archive_changes", json!({"id": "archive-1"})), "web");
    assert_eq!(web["now"]["value"], 120);
    assert_eq!(web["records"][0]["corrections"][0]["reason"], "import-2（补登.xlsx）");
    office.call("undo_import", json!({"id": "import-2"}));
    assert!(moved(&office.call("archive_changes", json!({"id": "archive-1"}))).is_empty());
    // The batch that the report was made of.
    office.call("undo_import", json!({"id": "import-1"}));
    let web = change(&office.call("archive_changes", json!({"id": "archive-1"})), "web");
    let made = &web["records"][0]["corrections"][0];
    assert_eq!((&web["now"]["value"], &made["operation"]), (&json!(0), &json!("import.undo")));
    assert!(made["reason"].as_str().unwrap().starts_with("import-1（信息公开台账2023"), "{made}");
    assert!(office.red_checks().is_empty());
}

#[test]
fn words_renamed_and_merged_move_no_figure_of_an_archived_report() {
    let (mut office, _) = archived();
    let (web, board) = (office.term("channel", "学校官网"), office.term("channel", "红网"));
    let press = office.term("channel", "新湖南");
    office.call("edit_term", json!({"id": web, "edit": {"name": "学校门户网站"}}));
    office.call("merge_terms", json!({"id": board, "into": press}));
    let changes = office.call("archive_changes", json!({"id": "archive-1"}));
    assert!(moved(&changes).is_empty());
    assert_eq!(changes["since"]["definitions"], json!([]));
    let edited = &changes["edited"][0];
    assert_eq!(edited["corrections"][0]["reason"], "合并词条“红网”到“新湖南”");
    assert!(office.red_checks().is_empty());
}

#[test]
fn a_secrecy_review_is_the_reason_of_what_it_changes() {
    let (mut office, _) = archived();
    let id = an_item(&mut office);
    let questions = office.call("secrecy_questions", json!({}))["questions"].clone();
    let answers: Vec<Json> =
        questions.as_array().unwrap().iter().map(|question| json!({"question": question, "yes": true})).collect();
    let review =
        json!({"record": id, "answers": answers, "conclusion": "withheld", "unpublish": true, "remark": "含隐私"});
    office.call("set_secrecy_review", review);
    let web = change(&office.call("archive_changes", json!({"id": "archive-1"})), "web");
    assert_eq!(web["records"][0]["corrections"][0]["reason"], "保密审查：不予公开（含隐私）");
}

#[test]
fn wording_definitions_and_rules_that_changed_since_are_told() {
    let (mut office, _) = imported();
    // The shipped ones cannot be changed: a copy of the school's own can.
    office.call("copy_figure", json!({"id": "web", "new_id": "own_web", "label": "本校官网"}));
    office.call("archive_report", json!({"report": report()}));
    office.call("set_wording", json!({"text": "# {institution}\n共{web}。\n"}));
    let definitions = office.call("definitions", json!({}));
    let mut own = definitions.as_array().unwrap().iter().find(|it| it["id"] == "own_web").unwrap().clone();
    own["where"][1]["any"] = json!(["公示栏"]);
    office.call("define_figure", own);
    let mut rules = office.call("rules", json!({}));
    rules["answer_days"] = json!(20);
    office.call("set_rules", rules);
    office.call("set_calendar_year", json!({"year": 2023, "days": []}));
    let changes = office.call("archive_changes", json!({"id": "archive-1"}));
    let since = json!({"wording": true, "definitions": ["本校官网"], "rules": true, "calendar": true});
    assert_eq!(changes["since"], since);
    assert!(moved(&changes).is_empty(), "they count by what was filed");
}

#[test]
fn what_is_saved_without_a_reason_moves_no_filed_figure() {
    let (mut office, _) = archived();
    let unit = office.term("unit", "件");
    let kinds = [
        ("publication", "published_on", "web", json!({"title": "甲", "is_public": true})),
        ("meeting", "held_on", "m_party", json!({"name": "乙"})),
        ("reply", "received_on", "r_mailbox", json!({"subject": "丙", "quantity": 3, "unit": unit})),
        ("evaluation", "held_on", "satisfaction", json!({"valid": 10, "satisfied": 9})),
    ];
    let days = ["2023-01-31", "2023-02-01", "2023-06-15", "2023-11-20", "2023-11-21"];
    let (mut saved, mut refused) = (0, 0);
    for (thing, date, figure, other) in kinds {
        let rows = office.call("archived_rows", json!({"id": "archive-1", "figure": figure, "limit": 3}));
        let mut ids: Vec<String> =
            rows["records"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect();
        for day in days {
            let mut new = other.clone();
            new[date] = json!(day);
            match office.attempt("log_record", json!({"thing": thing, "values": new})) {
                Ok(logged) => ids.push(logged["record"]["id"].as_str().unwrap().to_owned()),
                Err(error) => assert_eq!(error.code(), "correction_reason_missing"),
            }
        }
        for id in &ids {
            let was = values(&mut office, id);
            for (field, value) in days.iter().map(|day| (date, json!(day))).chain([("remarks", json!("注"))]) {
                let mut new = was.clone();
                new[field] = value;
                match office.attempt("edit_record", json!({"id": id, "values": new})) {
                    Ok(_) => saved += 1,
                    Err(error) => {
                        assert_eq!(error.code(), "correction_reason_missing");
                        refused += 1;
                    }
                }
            }
        }
    }
    assert!(saved > 10 && refused > 30, "{saved} {refused}");
    assert_figures(&mut office);
    assert!(moved(&office.call("archive_changes", json!({"id": "archive-1"}))).is_empty());
}
