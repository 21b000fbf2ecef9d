//! Logging by the form: by keyboard alone, and through the death of the app.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::app::{App, drive, drive_through_a_kill};
use crate::steps::{add_term, field_value, go, make_register};

pub async fn begin(app: &App) {
    app.pick(&[Some(&app.register_folder())]);
    make_register(app, "湖南示例职业学院").await;
    app.click("rail-publication").await;
    app.settled("publication-page").await;
    app.type_text(&log_key()).await;
    app.find("form-title").await;
}

/// Ctrl and N, let go of again.
pub fn log_key() -> String {
    format!("{}n{}", char::from(Key::Control), char::from(Key::Null))
}

async fn total(app: &App) -> Value {
    app.call("list_records", json!({ "thing": "publication", "limit": 1 })).await["total"].take()
}

/// Ctrl and Enter, let go of again.
pub const SAVE_AND_NEXT: [Key; 3] = [Key::Control, Key::Enter, Key::Null];

#[test]
fn twenty_items_are_logged_by_keyboard_alone() {
    drive("keyboard", async |app| {
        app.pick(&[Some(&app.register_folder())]);
        make_register(app, "湖南示例职业学院").await;
        let department = add_term(app, "department", "图文中心").await;
        app.reload().await;
        app.settled("overview-page").await;
        go(app, "#/registers/publication").await;
        app.settled("publication-page").await;
        app.type_text(&log_key()).await;
        app.find("form-title").await;
        app.type_text("第1号通知").await;
        app.press(&[Key::Enter]).await;
        app.type_text("2026-11-02").await;
        app.press(&[Key::Enter, Key::Enter]).await;
        app.type_text("公告通知").await;
        app.press(&[Key::Enter]).await;
        app.type_text("学校官网").await;
        app.press(&[Key::Enter, Key::Enter]).await;
        app.type_text("图文").await;
        app.press(&[Key::Enter]).await;
        app.press(&SAVE_AND_NEXT).await;
        app.until("form-done", |shown| shown.contains("第1号通知")).await;
        for n in 2..=20 {
            assert_eq!(field_value(app, "published_on").await, "2026-11-02", "the day is carried over");
            app.type_text(&format!("第{n}号通知")).await;
            app.press(&SAVE_AND_NEXT).await;
            app.until("form-done", |shown| shown.contains(&format!("第{n}号通知"))).await;
        }
        assert_eq!(total(app).await, json!(20));
        let all =
            json!({ "thing": "publication", "filters": [{ "field": "department", "any": [department] }], "limit": 20 });
        let logged = app.call("list_records", all).await;
        assert_eq!(logged["total"], json!(20), "the department is chosen once and carried over");
        let first =
            &logged["records"].as_array().unwrap().iter().find(|one| one["title"] == "第1号通知").unwrap()["values"];
        assert!(first["kind"].is_number() && first["channels"].as_array().is_some_and(|all| all.len() == 1), "{first}");
        app.screenshot("logging-twenty").await;
    });
}

#[test]
fn keys_that_come_while_a_record_is_saved_belong_to_the_next() {
    drive("typed-ahead", async |app| {
        begin(app).await;
        app.type_text("第1号通知").await;
        app.press(&[Key::Enter]).await;
        app.type_text("2026-11-02").await;
        app.press(&SAVE_AND_NEXT).await;
        app.type_text("第2号通知").await;
        app.until("form-done", |shown| shown.contains("第1号通知")).await;
        assert_eq!(field_value(app, "title").await, "第2号通知");
    });
}

#[test]
fn a_half_filled_form_is_there_again_after_the_app_was_killed() {
    let typed = "关于印发《教学管理办法》的";
    drive_through_a_kill(
        "killed",
        async |app| {
            begin(app).await;
            app.type_text(typed).await;
            // Written within this time of the last key; the clerk is not told when.
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        },
        async |app| {
            app.settled("start-page").await;
            app.click_text("湖南示例职业学院").await;
            app.settled("overview-page").await;
            app.click("rail-publication").await;
            app.settled("publication-page").await;
            app.click("log").await;
            app.find("form-restored").await;
            assert_eq!(field_value(app, "title").await, typed);
            app.screenshot("logging-restored").await;
            assert_eq!(total(app).await, json!(0));
        },
    );
}
