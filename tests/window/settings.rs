//! The settings in the window: words renamed, retired and merged, with what becomes of records and figures.

use serde_json::{Value, json};

use crate::app::{App, drive};
use crate::steps::{add_term, go, make_register};

/// A register with two departments that are one, and a record of each.
async fn two_departments(app: &App) -> (Value, Value) {
    app.pick(&[Some(&app.register_folder())]);
    make_register(app, "湖南示例职业学院").await;
    let (one, other) =
        (add_term(app, "department", "一号办公室").await, add_term(app, "department", "二号办公室").await);
    for (title, department) in [("资助公告", &one), ("评优公示", &other)] {
        let values = json!({ "title": title, "published_on": "2026-09-01", "department": department });
        app.call("log_record", json!({ "thing": "publication", "values": values })).await;
    }
    go(app, "#/settings?section=terms").await;
    app.find("term-find").await;
    (one, other)
}

/// Opens a word by its name.
async fn open_term(app: &App, name: &str) {
    app.fill("term-find", name).await;
    app.until("term", |shown| shown.contains(name)).await;
    app.click("term-open").await;
    app.find("term-uses").await;
}

async fn records_of(app: &App, department: &Value) -> Value {
    let filters = json!([{ "field": "department", "any": [department] }]);
    app.call("list_records", json!({ "thing": "publication", "filters": filters, "limit": 1 })).await["total"].take()
}

#[test]
fn a_word_is_renamed_and_its_records_follow() {
    drive("term-renamed", async |app| {
        let (one, _) = two_departments(app).await;
        open_term(app, "一号办公室").await;
        app.until("term-uses", |shown| shown.contains('1')).await;
        app.fill("term-name", "三号办公室").await;
        app.click("term-rename").await;
        app.fill("term-find", "三号办公室").await;
        app.until("term", |shown| shown.contains("三号办公室")).await;
        assert_eq!(records_of(app, &one).await, json!(1));
        app.click("rail-publication").await;
        app.settled("publication-page").await;
        app.find_text("三号办公室").await;
    });
}

#[test]
fn a_retired_word_says_so_and_is_taken_back() {
    drive("term-retired", async |app| {
        let (one, _) = two_departments(app).await;
        open_term(app, "一号办公室").await;
        app.click("term-retire").await;
        app.until("term", |shown| shown.contains("已停用")).await;
        assert_eq!(records_of(app, &one).await, json!(1), "its records stay");
        app.until("term-retire", |shown| shown == "恢复使用").await;
        app.click("term-retire").await;
        app.until("term", |shown| !shown.contains("（已停用）")).await;
    });
}

#[test]
fn two_words_are_merged_after_a_second_look_at_what_hangs_on_both() {
    drive("term-merged", async |app| {
        let (one, other) = two_departments(app).await;
        open_term(app, "一号办公室").await;
        let into = app.find("term-into").await;
        into.select_by_value(&other.to_string()).await.unwrap();
        app.click("term-merge").await;
        app.until("merge-ask", |shown| shown.contains("二号办公室：") && shown.matches("1 条").count() == 2).await;
        app.screenshot("term-merge-asked").await;
        assert_eq!(records_of(app, &other).await, json!(1), "nothing is done before the second word");
        app.click("merge-yes").await;
        app.gone("term-editor").await;
        app.fill("term-find", "二号办公室").await;
        app.until("term", |shown| shown.contains("又名：一号办公室")).await;
        assert_eq!(records_of(app, &other).await, json!(2));
        assert_eq!(records_of(app, &one).await, json!(0));
    });
}
