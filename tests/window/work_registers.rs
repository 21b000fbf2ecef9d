//! The registers of the office's work: what belongs together is linked, replies go from receipt to satisfaction.

use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::app::{App, drive, drive_through_a_kill};
use crate::logging::{SAVE_AND_NEXT, log_key};
use crate::steps::{field_value, go, make_register, pictures};

pub async fn begin(app: &App, thing: &str) {
    app.pick(&[Some(&app.register_folder())]);
    make_register(app, "湖南示例职业学院").await;
    show(app, thing).await;
}

pub async fn show(app: &App, thing: &str) {
    app.click(&format!("rail-{thing}")).await;
    app.settled(&format!("{thing}-page")).await;
}

/// Logs a record past the screen: its name.
async fn log(app: &App, thing: &str, values: Value) -> String {
    let saved = app.call("log_record", json!({ "thing": thing, "values": values })).await;
    saved["record"]["id"].as_str().unwrap().to_owned()
}

async fn open(app: &App, thing: &str, id: &str) {
    go(app, &format!("#/registers/{thing}?record={id}")).await;
    app.find("record-detail").await;
}

/// The term of this name.
async fn term(app: &App, dimension: &str, name: &str) -> Value {
    let terms = app.call("terms", json!({})).await;
    let found = terms.as_array().unwrap().iter().find(|term| term["dimension"] == dimension && term["name"] == name);
    found.unwrap()["id"].clone()
}

async fn values_of(app: &App, id: &str) -> Value {
    app.call("record", json!({ "id": id })).await["values"].take()
}

/// Waits until a field shows this: the title of a linked record is asked for.
async fn until_value(app: &App, field: &str, text: &str) {
    for _ in 0..200 {
        if field_value(app, field).await == text {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("{field:?} shows {:?}", field_value(app, field).await);
}

/// Goes to a field by Enter, as a person does who leaves out those between.
pub async fn walk_to(app: &App, field: &str) {
    for _ in 0..30 {
        let at = "return document.activeElement.closest(`[data-testid^='form-']`)?.dataset.testid ?? null";
        if app.script(at, Value::Null).await == json!(format!("form-{field}")) {
            return;
        }
        app.press(&[Key::Enter]).await;
    }
    panic!("Enter does not lead to {field:?}");
}

#[test]
fn a_meeting_leads_to_what_it_made_public_and_the_link_is_chosen_by_keyboard() {
    drive("work-meeting", async |app| {
        begin(app, "meeting").await;
        let meeting = log(app, "meeting", json!({ "name": "校务会", "held_on": "2026-11-02" })).await;
        log(app, "meeting", json!({ "name": "信息公开业务培训", "held_on": "2026-11-03" })).await;
        open(app, "meeting", &meeting).await;
        app.until("linked-meeting", |shown| shown.contains("还没有登记")).await;
        app.click("log-publication").await;
        app.find("form-meeting").await;
        until_value(app, "meeting", "校务会").await;
        app.fill("form-title", "校务会纪要").await;
        app.fill("form-published_on", "2026-11-03").await;
        app.press(&SAVE_AND_NEXT).await;
        app.until("form-done", |shown| shown.contains("校务会纪要")).await;
        // Another one, the meeting chosen by its words.
        app.type_text("培训简讯").await;
        if app.find_all("form-meeting").await.is_empty() {
            app.click("form-more").await;
        }
        app.find("form-meeting").await.find(Locator::Css("input")).await.unwrap().click().await.unwrap();
        app.type_text("培训").await;
        app.until("option", |shown| shown.contains("2026-11-03") && shown.contains("信息公开业务培训")).await;
        app.screenshot("work-link-choices").await;
        app.press(&[Key::Enter]).await;
        until_value(app, "meeting", "信息公开业务培训").await;
        app.press(&SAVE_AND_NEXT).await;
        app.until("form-done", |shown| shown.contains("培训简讯")).await;
        app.press(&[Key::Escape]).await;
        open(app, "meeting", &meeting).await;
        app.until("linked-meeting", |shown| shown.contains("校务会纪要") && !shown.contains("培训")).await;
        pictures(app, "work-meeting-linked").await;
        app.find("linked-record").await.find(Locator::Css("a")).await.unwrap().click().await.unwrap();
        app.until("field-meeting", |shown| shown == "校务会").await;
        app.click("tab-history").await;
        app.find("history-entry").await;
    });
}

#[test]
fn a_correction_is_told_at_what_it_corrects_in_the_pane_and_in_the_list() {
    drive("work-correction", async |app| {
        begin(app, "publication").await;
        let channel = term(app, "channel", "学校官网").await;
        let values = json!({ "title": "2026年校历", "published_on": "2026-11-02", "channels": [channel] });
        let wrong = log(app, "publication", values).await;
        open(app, "publication", &wrong).await;
        app.click("log-correction").await;
        app.find("form-title").await;
        assert_eq!(field_value(app, "title").await, "关于《2026年校历》的更正");
        assert_eq!(field_value(app, "kind").await, "更正公告");
        until_value(app, "corrects", "2026年校历").await;
        app.fill("form-published_on", "2026-11-05").await;
        app.screenshot("work-correction-form").await;
        app.click("form-save").await;
        app.until("field-corrects", |shown| shown == "2026年校历").await;
        app.until("corrected-sign", |shown| shown == "已更正").await;
        open(app, "publication", &wrong).await;
        app.until("corrected", |shown| shown.contains("关于《2026年校历》的更正")).await;
        app.until("linked-corrects", |shown| shown.contains("2026-11-05")).await;
        pictures(app, "work-corrected").await;
    });
}

#[test]
fn a_reply_goes_from_its_receipt_to_satisfaction_and_its_case_file_is_never_forgotten() {
    drive("work-reply", async |app| {
        begin(app, "reply").await;
        let unit = term(app, "unit", "件").await;
        let people = term(app, "unit", "人次").await;
        let case = json!({ "received_on": "2026-11-02", "subject": "食堂价格公开不及时", "quantity": 1, "unit": unit });
        let reply = log(app, "reply", case).await;
        let count = json!({ "received_on": "2026-11-02", "quantity": 37, "unit": people, "is_day_count": true });
        log(app, "reply", count).await;
        app.reload().await;
        app.settled("reply-page").await;
        app.until("reply-kinds", |shown| {
            shown.contains("件（1）") && shown.contains("日常登记（1）") && shown.contains("全部（2）")
        })
        .await;
        app.click("kind-single").await;
        app.until("list-total", |shown| shown.contains("共 1 条")).await;
        app.until("due", |shown| shown.contains("待转办")).await;

        open(app, "reply", &reply).await;
        app.click("deed-assign").await;
        app.find("form-department").await;
        app.screenshot("work-reply-assign").await;
        app.type_text("后勤").await;
        app.press(&[Key::Enter, Key::Enter]).await;
        app.type_text("2026-11-10").await;
        app.press(&[Key::Enter]).await;
        app.until("flow-assigned", |shown| shown.contains("后勤保障处")).await;
        app.until("flow-standing", |shown| shown.contains("已超") || shown.contains("还剩")).await;
        pictures(app, "work-reply-flow").await;
        app.click("deed-answer").await;
        app.find("form-replied_on").await;
        app.fill("form-replied_on", "2026-02-30").await;
        app.press(&[Key::Enter]).await;
        app.until("form-replied_on", |shown| shown.contains('✕')).await;
        assert_eq!(field_value(app, "replied_on").await, "2026-02-30");
        app.fill("form-replied_on", "2026-11-09").await;
        app.press(&[Key::Enter]).await;
        app.until("flow-standing", |shown| shown.contains("已答复，用时 5 个工作日")).await;
        app.click("deed-satisfy").await;
        app.find("form-satisfaction").await;
        app.type_text("满意").await;
        app.press(&[Key::Enter]).await;
        app.until("flow-satisfied", |shown| shown.contains("满意")).await;
        app.gone("step-form").await;
        assert!(values_of(app, &reply).await["satisfaction"].is_number());

        for (about, other) in [(true, false), (false, true)] {
            app.click("record-edit").await;
            app.find("form-subject").await;
            if app.find_all("form-about_disclosure").await.is_empty() {
                app.click("form-more").await;
            }
            app.find("form-about_disclosure").await.find(Locator::Css("input")).await.unwrap().click().await.unwrap();
            app.press(&SAVE_AND_NEXT).await;
            app.until("field-about_disclosure", |shown| shown == if about { "是" } else { "否" }).await;
            assert_eq!(!app.find_all("left-case").await.is_empty(), other);
        }
        app.until("left-case", |shown| shown.contains("食堂价格公开不及时")).await;
        app.screenshot("work-reply-left-case").await;
        app.click("left-case-withdraw").await;
        app.fill("withdraw-reason", "不属信息公开工作").await;
        app.click("withdraw-do").await;
        app.gone("left-case").await;
        let cases = json!({ "thing": "case_file", "standing": "withdrawn", "limit": 1 });
        assert_eq!(app.call("list_records", cases).await["total"], json!(1));
    });
}

#[test]
fn a_half_filled_form_with_its_link_is_there_again_after_the_app_was_killed() {
    drive_through_a_kill(
        "work-killed",
        async |app| {
            begin(app, "notice").await;
            log(app, "publication", json!({ "title": "评优公示网页", "published_on": "2026-11-02" })).await;
            app.type_text(&log_key()).await;
            app.find("form-name").await;
            app.type_text("评优结果").await;
            walk_to(app, "publication").await;
            app.type_text("评优").await;
            app.until("option", |shown| shown.contains("评优公示网页")).await;
            app.press(&[Key::Enter]).await;
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        },
        async |app| {
            app.settled("start-page").await;
            app.click_text("湖南示例职业学院").await;
            app.settled("overview-page").await;
            show(app, "notice").await;
            app.click("log").await;
            app.find("form-restored").await;
            assert_eq!(field_value(app, "name").await, "评优结果");
            until_value(app, "publication", "评优公示网页").await;
        },
    );
}
