//! Logging by the form: by keyboard alone, beside an input method, and through the death of the app.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::app::{App, drive, drive_through_a_kill};
use crate::steps::{field_value, make_register};

async fn begin(app: &App) {
    app.pick(&[Some(&app.register_folder())]);
    make_register(app, "湖南示例职业学院").await;
    app.click("rail-publication").await;
    app.settled("publication-page").await;
    app.click("log").await;
    app.find("form-title").await;
}

async fn total(app: &App) -> Value {
    app.call("list_records", json!({ "thing": "publication", "limit": 1 })).await["total"].take()
}

/// Ctrl and Enter, let go of again.
const SAVE_AND_NEXT: [Key; 3] = [Key::Control, Key::Enter, Key::Null];

#[test]
fn twenty_items_are_logged_by_keyboard_alone() {
    drive("keyboard", async |app| {
        begin(app).await;
        app.type_text("第1号通知").await;
        app.press(&[Key::Enter]).await;
        app.type_text("2026-11-02").await;
        app.press(&SAVE_AND_NEXT).await;
        app.until("form-done", |shown| shown.contains("第1号通知")).await;
        for n in 2..=20 {
            assert_eq!(field_value(app, "published_on").await, "2026-11-02", "the day is carried over");
            app.type_text(&format!("第{n}号通知")).await;
            app.press(&SAVE_AND_NEXT).await;
            app.until("form-done", |shown| shown.contains(&format!("第{n}号通知"))).await;
        }
        assert_eq!(total(app).await, json!(20));
        app.screenshot("logging-twenty").await;
    });
}

#[test]
fn enter_while_an_input_method_composes_submits_nothing() {
    drive("composing", async |app| {
        begin(app).await;
        app.type_text("通知").await;
        app.press(&[Key::Enter]).await;
        app.type_text("2026-11-02").await;
        let composing = "const at = document.activeElement;
            for (const how of [{ isComposing: true }, { keyCode: 229 }])
                for (const ctrlKey of [false, true]) {
                    const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ctrlKey, ...how });
                    if (how.keyCode) Object.defineProperty(event, 'keyCode', { value: 229 });
                    at.dispatchEvent(event);
                }
            return document.activeElement === at";
        assert_eq!(app.script(composing, Value::Null).await, json!(true), "the form does not move on");
        assert_eq!(total(app).await, json!(0));
        // The same keys meant as keys save: what was held back was not simply dead.
        app.press(&SAVE_AND_NEXT).await;
        app.until("form-done", |shown| shown.contains("通知")).await;
        assert_eq!(total(app).await, json!(1));
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
