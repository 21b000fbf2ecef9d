//! A register's page: logged, searched, filtered, edited, withdrawn, with its history.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::app::{App, drive};
use crate::steps::{add_term, make_register, open_first, set_period};

const HOSTILE: &str = "<img src=x onerror=\"window.__ran = true\">\u{202e}通知😀";

async fn begin(app: &App) {
    app.pick(&[Some(&app.register_folder())]);
    make_register(app, "湖南示例职业学院").await;
    set_period(app, "2023-01-01", "2023-12-31").await;
}

#[test]
fn a_record_is_logged_found_edited_and_withdrawn_and_its_history_tells_all() {
    drive("register-page", async |app| {
        begin(app).await;
        app.click("rail-publication").await;
        app.find("list-empty").await;
        app.click("log-first").await;
        app.fill("form-title", "关于秋季开学的通知").await;
        app.fill("form-published_on", "2023.9.1").await;
        app.click("form-save-next").await;
        app.until("form-done", |shown| shown.contains("关于秋季开学的通知")).await;
        app.fill("form-title", "关于放假的公告").await;
        app.click("form-save").await;
        app.until("record-title", |shown| shown == "关于放假的公告").await;
        app.until("list-total", |shown| shown.contains('2')).await;

        app.fill("list-search", "开学").await;
        app.until("list-total", |shown| shown.contains('1')).await;
        assert!(app.text("list-row").await.contains("关于秋季开学的通知"));
        app.click("filters-clear").await;
        app.until("list-total", |shown| shown.contains('2')).await;

        app.click("record-edit").await;
        app.fill("form-title", "关于国庆放假的公告").await;
        app.press(&[Key::Control, Key::Enter, Key::Null]).await;
        app.until("record-title", |shown| shown == "关于国庆放假的公告").await;
        app.click("record-withdraw").await;
        app.click("withdraw-do").await;
        app.find("withdraw-form").await;
        app.fill("withdraw-reason", "重复登记").await;
        app.screenshot("withdraw").await;
        app.click("withdraw-do").await;
        app.until("record-withdrawn", |shown| shown.contains("重复登记")).await;
        app.click("tab-history").await;
        app.find("history-entry").await;
        let told = app.text("history").await;
        app.counted("history-entry", 3).await;
        assert!(told.contains("关于放假的公告") && told.contains("关于国庆放假的公告"), "{told}");
        app.screenshot("history").await;
    });
}

#[test]
fn a_filter_narrows_the_list_and_is_taken_away_by_its_chip() {
    drive("filter-chip", async |app| {
        begin(app).await;
        let department = add_term(app, "department", "图文中心").await;
        for (title, department) in [("课表", department.clone()), ("校历", Value::Null)] {
            let values = json!({ "title": title, "published_on": "2023-09-01", "department": department });
            app.call("log_record", json!({ "thing": "publication", "values": values })).await;
        }
        app.reload().await;
        app.click("rail-publication").await;
        app.until("list-total", |shown| shown.contains('2')).await;
        app.click("filter-department").await;
        app.click(&format!("choice-{department}")).await;
        app.until("list-total", |shown| shown.contains('1')).await;
        assert!(app.text("list-row").await.contains("课表"));
        app.screenshot("filter-chip").await;
        app.press(&[Key::Escape]).await;
        app.click("remove-department").await;
        app.until("list-total", |shown| shown.contains('2')).await;
    });
}

#[test]
fn a_hostile_title_is_shown_as_text_and_runs_nothing() {
    drive("hostile", async |app| {
        begin(app).await;
        let values = json!({ "title": HOSTILE, "published_on": "2023-09-01" });
        app.call("log_record", json!({ "thing": "publication", "values": values })).await;
        app.click("rail-publication").await;
        app.until("list-row", |shown| shown.contains("<img src=x onerror=")).await;
        open_first(app).await;
        app.until("record-title", |shown| shown.contains("<img src=x onerror=")).await;
        app.click("tab-history").await;
        app.find("history-entry").await;
        app.screenshot("hostile-title").await;
        let ran =
            app.script("return [window.__ran ?? false, document.querySelectorAll('img[src=x]').length]", Value::Null);
        assert_eq!(ran.await, json!([false, 0]));
    });
}
