//! The first minute: the window opens, a register is made, found again, and the frame keeps its word.

use serde_json::{Value, json};

use crate::app::{LARGE, SMALL, drive};
use crate::steps::new_register;

#[test]
fn the_app_starts_with_its_start_page() {
    drive("start", async |app| {
        assert_eq!(app.title().await, "阳光台账");
        app.find("start-page").await;
        app.find_text("阳光台账").await;
        app.find("recent-none").await;
        for (name, size) in [("start-1366", SMALL), ("start-1920", LARGE)] {
            app.size(size).await;
            let inner = app.script("return [window.innerWidth, window.innerHeight]", Value::Null).await;
            assert_eq!(inner, json!([size.0, size.1]));
            app.screenshot(name).await;
        }
    });
}

#[test]
fn a_new_register_is_made_named_in_the_bar_and_listed_as_recent() {
    drive("new-register", async |app| {
        let folder = app.register_folder();
        app.pick(&[None, Some(&folder)]);
        new_register(app, "某某职业技术学院").await;
        app.until("new-folder-chosen", |shown| shown == "尚未选择").await;
        app.click("new-folder").await;
        app.until("new-folder-chosen", |shown| shown == folder.to_str().unwrap()).await;
        app.screenshot("new-register-last-step").await;
        app.click("create-and-import").await;
        app.settled("imports-page").await;
        app.until("institution", |shown| shown == "某某职业技术学院").await;
        let periods = app.call("periods", json!({})).await;
        assert_eq!(periods.as_array().map(Vec::len), Some(1), "{periods}");
        let recent = app.call("recent_registers", json!({})).await;
        assert_eq!(recent[0]["folder"], folder.to_str().unwrap());
        assert_eq!(recent[0]["institution"], "某某职业技术学院");
        app.screenshot("new-register").await;
    });
}

#[test]
fn a_second_start_leaves_the_first_window_alone_and_ends() {
    drive("second-start", async |app| {
        app.find("start-page").await;
        assert!(app.start_again().await, "the second program goes on beside the first");
        app.find("start-page").await;
    });
}

#[test]
fn a_register_is_sealed_when_the_system_ends_the_app() {
    let folder = tempfile::tempdir().unwrap();
    drive("seal", async |app| {
        app.find("start-page").await;
        app.call("new_register", json!({ "folder": folder.path(), "institution": "某学院" })).await;
    });
    assert!(folder.path().join("register.seal").is_file());
    assert!(!folder.path().join("register.db-wal").exists(), "the write-ahead log is folded in");
}

#[test]
fn the_page_may_reach_nothing_outside_and_open_nothing_of_its_own_choosing() {
    drive("closed", async |app| {
        app.find("start-page").await;
        let reached = app
            .script(
                "window.__violations = []; document.addEventListener('securitypolicyviolation', (e) => window.__violations.push(e.effectiveDirective));
                 const image = new Image(); image.src = 'https://example.invalid/x.png'; document.body.append(image); return null",
                Value::Null,
            )
            .await;
        assert_eq!(reached, Value::Null);
        let mut seen = Value::Null;
        for _ in 0..100 {
            seen = app.script("return window.__violations", Value::Null).await;
            if seen != json!([]) {
                break;
            }
        }
        assert_eq!(seen, json!(["img-src"]));
        let refused = app.try_call("open_path", json!({ "path": "/etc/passwd" })).await.unwrap_err();
        assert_eq!(refused["code"], "not_openable");
    });
}
