//! The board of the 清单事项 in the window, by keyboard alone: filtered, decided, logged from, as the report's table has it.

use calamine::{Reader, open_workbook_auto};
use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::app::{App, drive};
use crate::logging::SAVE_AND_NEXT;
use crate::steps::{field_value, go, keep, make_register, pictures, sample_register, set_period};

const REPORT: &str = "信息公开年度报告";

async fn begin(app: &App) {
    app.pick(&[Some(&app.register_folder())]);
    make_register(app, "湖南示例职业学院").await;
    set_period(app, "2026-01-01", "2026-12-31").await;
    open(app).await;
}

/// Along the rail, as Tab and Enter lead there.
async fn open(app: &App) {
    tab_to(app, "rail-list_items").await;
    app.press(&[Key::Enter]).await;
    app.settled("list_items-page").await;
}

/// Tab after Tab until the focus is there.
async fn tab_to(app: &App, id: &str) {
    let mut passed = Vec::new();
    for _ in 0..200 {
        let at = app.script("return document.activeElement?.dataset.testid ?? null", Value::Null).await;
        if at == json!(id) {
            return;
        }
        passed.push(at);
        app.press(&[Key::Tab]).await;
    }
    panic!("Tab does not lead to {id:?}, but past {passed:?}");
}

/// How many rows there are, all of one state.
async fn rows(app: &App, state: &str) -> usize {
    let code = "return [...document.querySelectorAll(`[data-testid='item-row']`)].map((row) => row.dataset.state)";
    let states = app.script(code, Value::Null).await;
    let states = states.as_array().unwrap();
    assert!(states.iter().all(|found| found == state), "{states:?}");
    states.len()
}

/// Moves along the rows to the item of this name, and opens it.
async fn open_item(app: &App, name: &str) {
    tab_to(app, "item").await;
    for _ in 0..50 {
        let at = app.script("return document.activeElement.textContent.trim()", Value::Null).await;
        if at == name {
            app.press(&[Key::Enter]).await;
            app.until("item-pane", |shown| shown.contains(name)).await;
            return;
        }
        app.press(&[Key::Down]).await;
    }
    panic!("the arrows do not lead to {name:?}");
}

#[test]
fn a_gap_is_decided_on_and_filled_by_keyboard_alone() {
    drive("board", async |app| {
        begin(app).await;
        app.until("overall", |shown| shown.contains("已公开 0/50 项，0%")).await;
        tab_to(app, "state-missing").await;
        app.press(&[Key::Enter]).await;
        app.until("state-missing", |shown| shown.contains("50")).await;
        assert_eq!(rows(app, "missing").await, 50);

        open_item(app, "拟录取研究生名单").await;
        tab_to(app, "decision-do").await;
        app.press(&[Key::Enter]).await;
        app.until("decision", |shown| shown.contains("请写明理由")).await;
        app.type_text("学校不招收研究生").await;
        tab_to(app, "decision-do").await;
        app.press(&[Key::Enter]).await;
        app.until("decided", |shown| shown.contains("学校不招收研究生")).await;
        app.until("overall", |shown| shown.contains("已公开 0/49 项，0%")).await;
        app.press(&[Key::Escape]).await;
        app.gone("item-pane").await;
        assert_eq!(rows(app, "missing").await, 49, "it is missing no longer");

        open_item(app, REPORT).await;
        tab_to(app, "item-log").await;
        app.press(&[Key::Enter]).await;
        app.find("form-title").await;
        assert_eq!(field_value(app, "list_item").await, REPORT);
        app.type_text("2025年度信息公开工作报告").await;
        app.press(&[Key::Enter]).await;
        app.type_text("2026-03-02").await;
        app.press(&[Key::Enter, Key::Enter, Key::Enter]).await;
        app.type_text("学校官网").await;
        app.press(&[Key::Enter]).await;
        app.press(&SAVE_AND_NEXT).await;
        app.until("form-done", |shown| shown.contains("2025年度信息公开工作报告")).await;
        app.press(&[Key::Escape]).await;

        open(app).await;
        app.until("overall", |shown| shown.contains("已公开 1/49 项，2%")).await;
        tab_to(app, "state-published").await;
        app.press(&[Key::Enter]).await;
        assert_eq!(rows(app, "published").await, 1);
        open_item(app, REPORT).await;
        app.until("item-state", |shown| shown == "已公开").await;
        app.until("item-place", |shown| shown == "学校官网（1条）").await;
        app.until("item-count", |shown| shown == "本期 1 条").await;
        tab_to(app, "record-row").await;
        app.press(&[Key::Enter]).await;
        app.find("record-detail").await;
        app.press(&[Key::Escape]).await;
        app.gone("record-detail").await;
        app.find("item-records").await;
    });
}

#[test]
fn a_gap_becomes_a_task_that_stands_beside_it() {
    drive("board-task", async |app| {
        begin(app).await;
        open_item(app, REPORT).await;
        tab_to(app, "item-task").await;
        app.press(&[Key::Enter]).await;
        app.find("form-title").await;
        assert_eq!(field_value(app, "title").await, "“信息公开年度报告”未公开");
        assert_eq!(field_value(app, "source").await, "清单缺项");
        pictures(app, "board-task-form").await;
        app.press(&SAVE_AND_NEXT).await;
        app.until("form-done", |shown| shown.contains("未公开")).await;
        app.press(&[Key::Escape]).await;
        open(app).await;
        app.until("row-task", |shown| shown == "整改中").await;
        open_item(app, REPORT).await;
        app.until("item-open-task", |shown| shown.contains("“信息公开年度报告”未公开")).await;
        assert!(app.find_all("item-task").await.is_empty(), "one task is enough");
        tab_to(app, "row-task").await;
        app.press(&[Key::Enter]).await;
        app.until("record-detail", |shown| shown.contains("清单缺项")).await;
    });
}

#[test]
fn a_changed_rhythm_makes_an_item_stale_and_the_overview_leads_there() {
    drive("board-rhythm", async |app| {
        begin(app).await;
        let terms = app.call("terms", json!({})).await;
        let item = terms.as_array().unwrap().iter().find(|term| term["name"] == REPORT).unwrap()["id"].clone();
        let values = json!({ "title": "报告", "published_on": "2026-03-02", "is_public": true, "list_item": item });
        app.call("log_record", json!({ "thing": "publication", "values": values })).await;
        go(app, &format!("#/list-items?item={item}")).await;
        app.reload().await;
        app.until("item-state", |shown| shown == "已公开").await;
        app.script("document.querySelector(`[data-testid='rhythm-every']`).focus(); return null", Value::Null).await;
        app.type_text("每月").await;
        app.fill("rhythm-grace", "0").await;
        tab_to(app, "rhythm-save").await;
        app.press(&[Key::Enter]).await;
        app.until("item-state", |shown| shown == "待更新").await;
        app.until("item-freshUntil", |shown| shown == "2026年4月2日已到期").await;
        app.until("item-history", |shown| shown.contains("每月，宽限 0 天")).await;
        app.click("rail-overview").await;
        app.settled("overview-page").await;
        app.until("attention-missing_items", |shown| shown.contains("清单事项：49 项未公开")).await;
        app.until("attention-stale_items", |shown| shown.contains("清单事项：1 项待更新")).await;
        app.click("attention-stale_items").await;
        app.settled("list_items-page").await;
        assert_eq!(rows(app, "stale").await, 1);
    });
}

#[test]
fn the_samples_board_is_seen_and_given_out() {
    drive("board-sample", async |app| {
        sample_register(app).await;
        app.click("rail-list_items").await;
        app.settled("list_items-page").await;
        pictures(app, "board").await;
        app.find_all("item").await.remove(5).click().await.unwrap();
        app.find("record-row").await;
        pictures(app, "board-item").await;
        app.click("state-stale").await;
        app.click("item-close").await;
        app.gone("item-pane").await;
        pictures(app, "board-stale").await;
        let file = app.file("清单事项.xlsx");
        app.pick(&[Some(&file)]);
        app.click("board-export").await;
        app.until("notice", |shown| shown.contains("已导出到")).await;
        let range = open_workbook_auto(&file).unwrap().worksheet_range("清单事项").unwrap();
        assert_eq!(range.rows().count(), 51);
        keep(&file);
        let cards = app.file("考核表（演示）.xlsx");
        let year = json!({ "from": "2025-12-01", "to": "2026-11-30", "xlsx": cards, "names": true });
        app.call("export_scorecards", year).await;
        keep(&cards);
    });
}
