//! What is half typed anywhere: there again after the app was killed, and said to be; a step that was done elsewhere goes.

use serde_json::{Value, json};

use crate::app::{App, drive, drive_through_a_kill};
use crate::steps::{add_term, go, make_register, pictures};

async fn begin(app: &App) -> Value {
    app.pick(&[Some(&app.register_folder())]);
    make_register(app, "湖南示例职业学院").await;
    let department = add_term(app, "department", "示范教务处").await;
    let values = json!({ "title": "重复登记的通知", "published_on": "2026-03-02", "is_public": true });
    app.call("log_record", json!({ "thing": "publication", "values": values })).await;
    department
}

/// What stands in a field.
async fn value(app: &App, id: &str) -> Value {
    app.script("return document.querySelector(`[data-testid='${arguments[0]}']`).value", json!(id)).await
}

async fn back_with(app: &App, note: &str, field: &str, typed: &str) {
    app.until(note, |shown| shown.contains("已恢复上次未保存的内容")).await;
    assert_eq!(value(app, field).await, json!(typed));
}

async fn to_department(app: &App) {
    go(app, "#/departments").await;
    app.settled("departments-page").await;
    app.click_text("示范教务处").await;
    app.settled("department-pane").await;
}

#[test]
fn what_was_half_typed_in_panes_and_settings_is_there_again_after_the_app_was_killed() {
    drive_through_a_kill(
        "drafts",
        async |app| {
            begin(app).await;
            go(app, "#/registers/publication?record=publication-1").await;
            app.click("record-withdraw").await;
            app.fill("withdraw-reason", "与第3条重").await;
            to_department(app).await;
            app.fill("line-head", "张").await;
            go(app, "#/departments?persons=1").await;
            app.fill("line-name", "赵").await;
            go(app, "#/settings?section=terms").await;
            app.fill("term-new", "招生就业").await;
            go(app, "#/settings?section=calendar&year=2028").await;
            app.fill("calendar-name", "元").await;
            go(app, "#/list-items").await;
            app.settled("list_items-page").await;
            app.click("item").await;
            app.fill("decision-reason", "本校不设").await;
            app.fill("rhythm-grace", "45天").await;
            // Written within this time of the last key; the clerk is not told when.
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        },
        async |app| {
            app.settled("start-page").await;
            app.click_text("湖南示例职业学院").await;
            app.settled("overview-page").await;
            go(app, "#/registers/publication?record=publication-1").await;
            app.click("record-withdraw").await;
            back_with(app, "withdraw-unsaved", "withdraw-reason", "与第3条重").await;
            pictures(app, "drafts-withdraw").await;
            to_department(app).await;
            back_with(app, "department-unsaved", "line-head", "张").await;
            pictures(app, "drafts-department").await;
            go(app, "#/departments?persons=1").await;
            back_with(app, "person-unsaved", "line-name", "赵").await;
            pictures(app, "drafts-persons").await;
            go(app, "#/settings?section=terms").await;
            back_with(app, "term-new-unsaved", "term-new", "招生就业").await;
            pictures(app, "drafts-terms").await;
            go(app, "#/settings?section=calendar&year=2028").await;
            back_with(app, "calendar-unsaved", "calendar-name", "元").await;
            go(app, "#/list-items").await;
            app.settled("list_items-page").await;
            app.click("item").await;
            back_with(app, "decision-unsaved", "decision-reason", "本校不设").await;
            back_with(app, "rhythm-unsaved", "rhythm-grace", "45天").await;
            pictures(app, "drafts-item").await;
            // Given up on purpose, it comes back no more.
            app.click("decision-revert").await;
            app.gone("decision-unsaved").await;
            go(app, "#/registers/publication?record=publication-1").await;
            app.click("record-withdraw").await;
            app.find("withdraw-unsaved").await;
            app.click("withdraw-cancel").await;
            app.click("record-withdraw").await;
            app.find("withdraw-reason").await;
            app.gone("withdraw-unsaved").await;
        },
    );
}

#[test]
fn a_half_filled_step_that_was_done_in_the_form_goes_and_what_was_typed_is_told() {
    drive("drafts-step", async |app| {
        begin(app).await;
        let values = json!({ "title": "栏目更新慢", "found_on": "2026-03-02" });
        app.call("log_record", json!({ "thing": "problem", "values": values })).await;
        go(app, "#/registers/problem?record=problem-1").await;
        app.click("deed-solve").await;
        app.fill("form-remedy", "改由各部门").await;
        go(app, "#/overview").await;
        app.until("attention-unsaved", |shown| shown.contains("栏目更新慢")).await;
        pictures(app, "drafts-unsaved").await;
        let solved =
            json!({ "title": "栏目更新慢", "found_on": "2026-03-02", "remedy": "已清理", "solved_on": "2026-03-05" });
        app.call("edit_record", json!({ "id": "problem-1", "values": solved })).await;
        go(app, "#/registers/publication").await;
        app.settled("publication-page").await;
        go(app, "#/overview").await;
        app.until("step-dropped", |shown| shown.contains("栏目更新慢") && shown.contains("“改由各部门”")).await;
        app.gone("attention-unsaved").await;
        pictures(app, "drafts-step-dropped").await;
    });
}
