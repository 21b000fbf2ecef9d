//! What cannot be: told at its field, in words, as it was typed, and nothing beside it lost.

use fantoccini::key::Key;
use serde_json::json;

use crate::app::{App, drive, drive_over_a_restart};
use crate::evidence::verified;
use crate::logging::log_key;
use crate::steps::{add_term, field_value, pictures};
use crate::work_registers::{begin, show};

/// Puts signs into a field that the driver's keys cannot type.
async fn put(app: &App, field: &str, text: &str) {
    let code = "const [{ field, text }] = arguments;
        const input = document.querySelector(`[data-testid='form-${field}'] :is(input, textarea)`);
        input.focus(); input.value = text;
        input.dispatchEvent(new InputEvent('input', { bubbles: true })); return null";
    app.script(code, json!({ "field": field, "text": text })).await;
}

#[test]
fn what_cannot_be_is_told_at_its_field_and_nothing_typed_is_lost() {
    drive("work-bad-input", async |app| {
        begin(app, "consultation").await;
        let title = "学费😀调整\u{202e}征求意见";
        app.type_text(&log_key()).await;
        app.find("form-name").await;
        put(app, "name", title).await;
        app.fill("form-opened_on", "2026-11-02").await;
        app.fill("form-closes_on", "2026-11-31").await;
        app.press(&[Key::Tab]).await;
        app.until("form-closes_on", |shown| shown.contains('✕')).await;
        app.fill("form-closes_on", "2026-10-30").await;
        app.press(&[Key::Tab]).await;
        app.until("form-closes_on", |shown| shown.contains('⚠')).await;
        app.fill("form-closes_on", "2026-11-06").await;
        app.press(&[Key::Tab]).await;
        app.until("form-closes_on", |shown| shown.contains('⚠') && shown.contains("10")).await;
        app.fill("form-opinions", "3").await;
        app.fill("form-adopted", "5").await;
        app.click("form-save").await;
        app.until("form-adopted", |shown| shown.contains('✕')).await;
        for (field, text) in [("name", title), ("closes_on", "2026-11-06"), ("opinions", "3"), ("adopted", "5")] {
            assert_eq!(field_value(app, field).await, text);
        }
        app.screenshot("work-bad-consultation").await;
        app.fill("form-adopted", "3").await;
        app.click("form-save").await;
        app.until("period-short", |shown| shown.contains("只有 4 个工作日")).await;
        app.until("record-title", |shown| shown.contains("学费😀调整")).await;

        show(app, "problem").await;
        app.type_text(&log_key()).await;
        app.find("form-title").await;
        app.fill("form-title", "链接失效").await;
        app.fill("form-owner", "张三、李四").await;
        app.press(&[Key::Tab]).await;
        app.until("form-owner", |shown| shown.contains('⚠')).await;
        assert_eq!(field_value(app, "owner").await, "张三、李四");
        app.screenshot("work-several-names").await;
    });
}

#[test]
fn an_answer_before_its_request_and_a_retired_channel_are_told_where_they_stand() {
    drive("bad-input", async |app| {
        begin(app, "request").await;
        app.click("log").await;
        app.find("form-received_on").await;
        app.fill("form-received_on", "2023-02-30").await;
        app.fill("form-content", "索取招生简章").await;
        app.click("form-save").await;
        app.until("form-received_on", |shown| shown.contains('✕')).await;
        assert_eq!(field_value(app, "received_on").await, "2023-02-30");
        assert_eq!(field_value(app, "content").await, "索取招生简章");
        app.screenshot("bad-date").await;
        app.fill("form-received_on", "2023-03-02").await;
        app.fill("form-replied_on", "2023-03-01").await;
        app.press(&[Key::Tab]).await;
        app.until("form-replied_on", |shown| shown.contains('✕') || shown.contains('⚠')).await;
        assert_eq!(field_value(app, "replied_on").await, "2023-03-01");
        assert_eq!(field_value(app, "content").await, "索取招生简章");
        app.screenshot("answered-before-received").await;
        app.click("form-close").await;
        show(app, "publication").await;
        let channel = add_term(app, "channel", "旧公告栏").await;
        app.call("edit_term", json!({ "id": channel, "edit": { "retired": true } })).await;
        app.reload().await;
        app.settled("publication-page").await;
        app.click("log").await;
        app.find("form-title").await;
        app.fill("form-title", "通知").await;
        app.fill("form-channels", "旧公告栏").await;
        app.press(&[Key::Tab]).await;
        app.until("form-channels", |shown| shown.contains("“旧公告栏”已停用，请到设置中恢复")).await;
        assert_eq!(field_value(app, "title").await, "通知");
        app.screenshot("retired-channel").await;
    });
}

#[test]
fn days_and_numbers_that_contradict_each_other_are_told_before_they_are_saved() {
    drive("contradictions", async |app| {
        begin(app, "publication").await;
        app.click("log").await;
        app.fill("form-title", "食堂价格公示").await;
        app.click("form-more").await;
        app.fill("form-made_on", "2026-03-05").await;
        app.fill("form-published_on", "2026-03-02").await;
        app.press(&[Key::Tab]).await;
        app.until("form-published_on", |shown| shown.contains('⚠') && shown.contains("形成日期")).await;
        for (field, typed) in [("title", "食堂价格公示"), ("made_on", "2026-03-05"), ("published_on", "2026-03-02")]
        {
            assert_eq!(field_value(app, field).await, typed);
        }
        app.screenshot("bad-published-before-made").await;
        app.click("form-close").await;

        show(app, "evaluation").await;
        app.click("log").await;
        app.fill("form-held_on", "2026-03-02").await;
        app.fill("form-valid", "100").await;
        app.fill("form-satisfied", "120").await;
        app.click("form-save").await;
        app.until("form-satisfied", |shown| shown.contains('✕') && shown.contains("有效问卷")).await;
        for (field, typed) in [("held_on", "2026-03-02"), ("valid", "100"), ("satisfied", "120")] {
            assert_eq!(field_value(app, field).await, typed);
        }
        pictures(app, "bad-evaluation").await;
        app.fill("form-satisfied", "96").await;
        app.click("form-save").await;
        app.until("field-satisfied", |shown| shown == "96").await;
    });
}

#[test]
fn two_gigabytes_are_refused_before_they_are_copied_and_the_form_goes_on() {
    drive("two-gigabytes", async |app| {
        begin(app, "publication").await;
        // It lies nowhere: the disk keeps only its length.
        let large = app.file("全程录像.mp4");
        std::fs::File::create(&large).unwrap().set_len(2 << 30).unwrap();
        app.click("log").await;
        app.fill("form-title", "校务会全程录像").await;
        app.pick(&[Some(&large)]);
        app.click("form-add-file").await;
        app.until("form-file-refused", |shown| shown.contains("“全程录像.mp4”") && shown.contains("500 MB")).await;
        assert!(app.find_all("form-file").await.is_empty());
        assert_eq!(field_value(app, "title").await, "校务会全程录像");
        pictures(app, "bad-two-gigabytes").await;
        app.fill("form-published_on", "2026-03-02").await;
        app.click("form-save").await;
        app.find("record-detail").await;
        app.pick(&[Some(&large)]);
        app.click("tab-evidence").await;
        app.click("evidence-add").await;
        let failed = app.find("evidence-failed").await;
        assert_eq!(failed.attr("data-code").await.unwrap().as_deref(), Some("evidence_too_large"));
        app.find("evidence-none").await;
        let kept = std::fs::read_dir(app.register_folder().join("evidence")).map(Iterator::count).unwrap_or_default();
        assert_eq!(kept, 0, "not even a part of it");
        verified(app).await;
    });
}

#[test]
fn what_was_found_fault_with_is_there_again_after_a_restart() {
    drive_over_a_restart(
        "bad-restart",
        async |app| {
            begin(app, "evaluation").await;
            app.click("log").await;
            app.fill("form-held_on", "2026-02-30").await;
            app.fill("form-valid", "100").await;
            app.fill("form-satisfied", "120").await;
            app.click("form-save").await;
            app.until("form-satisfied", |shown| shown.contains('✕')).await;
        },
        async |app| {
            app.settled("start-page").await;
            app.click_text("湖南示例职业学院").await;
            app.settled("overview-page").await;
            show(app, "evaluation").await;
            app.click("log").await;
            app.find("form-restored").await;
            for (field, typed) in [("held_on", "2026-02-30"), ("valid", "100"), ("satisfied", "120")] {
                assert_eq!(field_value(app, field).await, typed);
            }
        },
    );
}
