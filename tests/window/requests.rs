//! Requests in the window: logged, clarified, answered late; what is due leads to them; the calendar; the government form.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::app::{App, drive};
use crate::logging::{SAVE_AND_NEXT, log_key};
use crate::steps::{go, make_register, open_first, pictures, sample_register, set_period};

async fn begin(app: &App) {
    app.pick(&[Some(&app.register_folder())]);
    make_register(app, "湖南示例职业学院").await;
    set_period(app, "2026-01-01", "2035-12-31").await;
    app.click("rail-request").await;
    app.settled("request-page").await;
}

async fn log(app: &App, values: Value) {
    app.call("log_record", json!({ "thing": "request", "values": values })).await;
}

/// A shipped word by its code.
async fn coded(app: &App, dimension: &str, code: &str) -> Value {
    let terms = app.call("terms", json!({})).await;
    let found = terms.as_array().unwrap().iter().find(|term| term["dimension"] == dimension && term["code"] == code);
    found.unwrap()["id"].clone()
}

/// Puts these into the fields of the open record, and saves it.
async fn edit(app: &App, fields: &[(&str, &str)]) {
    app.click("record-edit").await;
    app.find("form-received_on").await;
    if app.text("form-more").await.contains("更多") {
        app.click("form-more").await;
    }
    for (field, text) in fields {
        app.fill(&format!("form-{field}"), text).await;
    }
    app.press(&[Key::Tab]).await;
    app.press(&SAVE_AND_NEXT).await;
    app.find("record-detail").await;
}

#[test]
fn a_request_is_logged_by_keyboard_and_its_clock_runs() {
    drive("request-logged", async |app| {
        begin(app).await;
        app.type_text(&log_key()).await;
        app.find("form-received_on").await;
        app.type_text("今天").await;
        app.press(&[Key::Enter]).await;
        app.type_text("某申请人").await;
        app.press(&[Key::Enter]).await;
        app.type_text("自然人").await;
        app.press(&[Key::Enter, Key::Enter, Key::Enter]).await;
        app.type_text("申请公开2025年学费收支情况").await;
        app.screenshot("request-form").await;
        app.press(&SAVE_AND_NEXT).await;
        app.until("form-done", |shown| shown.contains("学费收支")).await;
        app.press(&[Key::Escape]).await;
        app.until("due", |shown| shown.contains("还剩 15 个工作日")).await;
        open_first(app).await;
        app.until("clock-standing", |shown| shown.contains("办理中")).await;
        app.until("clock-left", |shown| shown.contains("还剩 15 个工作日")).await;
        app.until("clock-due", |shown| shown.contains("星期")).await;
        let days = app.find_all("clock-day").await;
        assert!(days.len() > 20, "three weeks of working days and the weekends between: {}", days.len());
        let first = days[0].attr("title").await.unwrap().unwrap();
        assert!(first.contains("收到当日，不计") && first.contains("今天"), "{first}");
        days[0].click().await.unwrap();
        app.press(&[Key::End]).await;
        app.until("clock-said", |shown| shown.contains("计第 15 个工作日") && shown.contains("答复期限")).await;
        pictures(app, "request-clock").await;
    });
}

#[test]
fn a_clarification_stops_the_clock_and_a_late_answer_is_told() {
    drive("request-clarified", async |app| {
        begin(app).await;
        log(app, json!({ "received_on": "2026-03-02", "content": "申请公开招标文件" })).await;
        app.reload().await;
        app.settled("request-page").await;
        open_first(app).await;
        app.until("clock-standing", |shown| shown.contains("已逾期")).await;
        edit(app, &[("clarify_asked_on", "2026-03-05")]).await;
        app.until("clock-standing", |shown| shown.contains("补正中")).await;
        app.until("clock-left", |shown| shown.contains("暂停计算，余 12 个工作日")).await;
        app.screenshot("request-clarifying").await;
        edit(app, &[("clarify_given_on", "2026-03-12")]).await;
        app.until("clock-due", |shown| shown.contains("2026年3月30日（星期一）")).await;
        edit(app, &[("replied_on", "2026-04-02"), ("outcome", "予以公开")]).await;
        app.until("clock-standing", |shown| shown.contains("逾期答复")).await;
        app.until("clock-left", |shown| shown.contains("超过期限 3 个工作日")).await;
        pictures(app, "request-late").await;
        app.click("record-edit").await;
        app.find("form-gov_outcome").await;
        let placeholder = "return document.querySelector(`[data-testid='form-gov_outcome'] input`).placeholder";
        assert_eq!(app.script(placeholder, Value::Null).await, json!("按答复类型：予以公开"));
        assert!(app.find_all("form-refusal_ground").await.is_empty(), "only a refusal has a ground");
        pictures(app, "request-form").await;
    });
}

#[test]
fn what_is_overdue_is_told_on_opening_and_leads_to_its_requests_alone() {
    drive("request-due", async |app| {
        begin(app).await;
        for (received_on, content) in [("2026-01-05", "逾期一件"), ("2026-03-02", "逾期又一件")] {
            log(app, json!({ "received_on": received_on, "content": content })).await;
        }
        log(app, json!({ "received_on": "2026-03-02", "content": "已办结", "replied_on": "2026-03-05" })).await;
        // Told once a day: as if this were the next one.
        app.script("for (const key of Object.keys(localStorage)) if (key.startsWith('sunreg.due.')) localStorage.removeItem(key); return null", Value::Null).await;
        go(app, "#/overview").await;
        app.reload().await;
        app.until("notice", |shown| shown.contains("已逾期：依申请 2 件。")).await;
        pictures(app, "request-reminder").await;
        app.click("notice-action").await;
        app.until("list-total", |shown| shown.contains("共 2 条")).await;
        app.click("rail-overview").await;
        app.settled("overview-page").await;
        assert!(app.find_all("notice").await.is_empty(), "told once");
        app.click("attention-overdue-request").await;
        app.until("list-total", |shown| shown.contains("共 2 条")).await;
        app.until("due", |shown| shown.contains("已超")).await;
        pictures(app, "request-list").await;
        app.click("filter-overdue").await;
        app.until("list-total", |shown| shown.contains("共 3 条")).await;
    });
}

#[test]
fn a_year_of_the_calendar_is_put_in_by_hand_and_taken_back() {
    drive("calendar", async |app| {
        begin(app).await;
        let far = json!({ "from": "2098-12-20", "days": 15 });
        assert_eq!(app.call("deadline", far.clone()).await["provisional"], json!(true));
        for year in ["2098", "2099"] {
            go(app, &format!("#/settings?section=calendar&year={year}")).await;
            app.until("calendar-unknown", |shown| shown.contains(year)).await;
            app.fill("calendar-from", "1-1").await;
            app.fill("calendar-to", "1-3").await;
            app.fill("calendar-name", "元旦").await;
            app.click("calendar-add").await;
            app.until("holiday", |shown| shown.contains("1月3日")).await;
            app.click("calendar-save").await;
            app.find("calendar-source").await;
        }
        assert_eq!(app.call("deadline", far).await["provisional"], json!(false));
        app.click("calendar-restore").await;
        app.find("calendar-unknown").await;
        go(app, "#/settings?section=calendar&year=2026").await;
        app.until("calendar-source", |shown| shown.contains("随程序提供")).await;
        pictures(app, "calendar").await;
        go(app, "#/settings?section=rules").await;
        app.fill("rule-extension_days", "20").await;
        pictures(app, "rules").await;
        app.click("rules-save").await;
        app.until("notice", |shown| shown.contains("办理时限已保存")).await;
        assert_eq!(app.call("rules", json!({})).await["extension_days"], json!(20));
    });
}

#[test]
fn a_number_of_the_government_form_opens_its_requests() {
    drive("government-form", async |app| {
        begin(app).await;
        let (person, business) =
            (coded(app, "applicant_class", "person").await, coded(app, "applicant_class", "business").await);
        let open = coded(app, "outcome", "open").await;
        for (class, day, replied) in [
            (&person, "2026-03-02", Some("2026-03-06")),
            (&business, "2026-03-03", Some("2026-03-09")),
            (&person, "2025-12-29", None),
        ] {
            let outcome = replied.map(|_| open.clone());
            let values = json!({ "received_on": day, "applicant_class": class, "content": format!("{day}的申请"),
                "replied_on": replied, "outcome": outcome });
            log(app, values).await;
        }
        log(
            app,
            json!({ "received_on": "2026-03-04", "replied_on": "2026-03-06", "outcome": open, "content": "缺类别" }),
        )
        .await;
        go(app, "#/figures?view=form&year=2026").await;
        app.find("form-row").await;
        app.counted("form-row", 25).await;
        app.counted("form-check", 4).await;
        app.until("form-check", |shown| shown.contains("相符")).await;
        app.until("form-gap", |shown| shown.contains("缺类别") && shown.contains("缺申请人类别")).await;
        pictures(app, "government-form").await;
        app.find("form-cell").await.click().await.unwrap();
        app.until("records-behind", |shown| shown.contains("2026-03-02的申请") && shown.contains("共 1 件")).await;
        app.screenshot("government-form-opened").await;
        app.click("record-row").await;
        app.find("clock").await;
        app.click("records-behind-close").await;
        app.gone("records-behind").await;
        app.click("form-year-before").await;
        app.until("form-year", |shown| shown == "2025").await;
    });
}

#[test]
fn the_sample_registers_requests_have_their_clocks() {
    drive("request-sample", async |app| {
        sample_register(app).await;
        app.click("rail-request").await;
        app.settled("request-page").await;
        open_first(app).await;
        app.find("clock-day").await;
        pictures(app, "request-sample").await;
    });
}
