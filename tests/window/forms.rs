//! Beside plain logging: a day's count, a likely repetition, a copy, the columns, and finding by little.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::app::{App, drive};
use crate::steps::{field_value, make_register, open_first, set_period};

async fn begin(app: &App, thing: &str) {
    app.pick(&[Some(&app.register_folder())]);
    make_register(app, "湖南示例职业学院").await;
    set_period(app, "2023-01-01", "2023-12-31").await;
    app.click(&format!("rail-{thing}")).await;
    app.settled(&format!("{thing}-page")).await;
}

async fn log(app: &App, values: Value) {
    app.call("log_record", json!({ "thing": "publication", "values": values })).await;
}

#[test]
fn a_days_count_is_logged_with_its_number_and_unit() {
    drive("day-count", async |app| {
        begin(app, "reply").await;
        app.click("log").await;
        app.find("form-received_on").await;
        app.click("way-day").await;
        app.fill("form-received_on", "2023-09-01").await;
        app.fill("form-quantity", "37").await;
        assert_eq!(field_value(app, "unit").await, "人次");
        app.screenshot("day-count").await;
        app.click("form-save").await;
        app.find("record-detail").await;
        let list = app.call("list_records", json!({ "thing": "reply", "limit": 1 })).await;
        let values = &list["records"][0]["values"];
        assert_eq!((&values["quantity"], &values["is_day_count"]), (&json!(37), &json!(true)), "{values}");
    });
}

#[test]
fn a_likely_repetition_is_told_before_it_is_saved() {
    drive("similar", async |app| {
        begin(app, "publication").await;
        log(app, json!({ "title": "关于秋季开学的通知", "published_on": "2023-09-01" })).await;
        app.click("log").await;
        app.fill("form-title", "关于秋季开学的通知").await;
        app.until("similar", |shown| shown.contains("关于秋季开学的通知") && shown.contains("同名称")).await;
        app.screenshot("similar").await;
        app.click("similar-look").await;
        app.until("similar-record", |shown| shown.contains("2023-09-01")).await;
    });
}

#[test]
fn a_copy_has_all_but_the_document_number() {
    drive("duplicate", async |app| {
        begin(app, "publication").await;
        log(app, json!({ "title": "放假通知", "doc_number": "院发〔2023〕7号", "published_on": "2023-09-01" })).await;
        app.reload().await;
        app.settled("publication-page").await;
        open_first(app).await;
        app.click("record-duplicate").await;
        app.find("form-doc_number").await;
        assert_eq!(field_value(app, "title").await, "放假通知");
        assert_eq!(field_value(app, "published_on").await, "2023-09-01");
        assert_eq!(field_value(app, "doc_number").await, "");
    });
}

#[test]
fn a_form_that_another_row_puts_away_is_told_of_and_found_again() {
    drive("put-away", async |app| {
        begin(app, "publication").await;
        log(app, json!({ "title": "放假通知", "published_on": "2023-09-01" })).await;
        app.reload().await;
        app.settled("publication-page").await;
        app.click("log").await;
        app.fill("form-title", "尚未写完的").await;
        open_first(app).await;
        app.until("notice", |shown| shown.contains("草稿")).await;
        app.screenshot("put-away").await;
        app.click("notice-action").await;
        app.find("form-title").await;
        assert_eq!(field_value(app, "title").await, "尚未写完的");
        app.click("rail-overview").await;
        app.until("attention-unsaved", |shown| shown.contains("尚未写完的")).await;
    });
}

#[test]
fn columns_are_chosen_and_stay_chosen() {
    drive("columns", async |app| {
        begin(app, "publication").await;
        log(app, json!({ "title": "放假通知", "published_on": "2023-09-01", "remarks": "只发纸质" })).await;
        app.reload().await;
        app.settled("publication-page").await;
        assert!(app.find_all("head-remarks").await.is_empty());
        app.click("columns").await;
        app.click("column-remarks").await;
        app.press(&[Key::Escape]).await;
        app.until("list-row", |shown| shown.contains("只发纸质")).await;
        app.reload().await;
        app.settled("publication-page").await;
        app.find("head-remarks").await;
        app.click("columns").await;
        app.click("columns-restore").await;
        app.gone("head-remarks").await;
    });
}

#[test]
fn a_list_is_searched_by_one_character_and_by_a_document_number() {
    drive("list-search", async |app| {
        begin(app, "publication").await;
        log(app, json!({ "title": "放假通知", "doc_number": "院发〔2023〕7号", "published_on": "2023-09-01" })).await;
        log(app, json!({ "title": "招生章程", "doc_number": "院发〔2023〕8号", "published_on": "2023-09-02" })).await;
        app.reload().await;
        app.until("list-total", |shown| shown.contains('2')).await;
        for (words, found) in [("招", "招生章程"), ("〔2023〕7号", "放假通知")] {
            app.fill("list-search", words).await;
            app.until("list-row", |shown| shown.contains(found)).await;
            app.until("list-total", |shown| shown.contains('1')).await;
        }
    });
}
