//! Beside an input method: Enter chooses its word and submits nothing, wherever a clerk types.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::app::{App, drive};
use crate::evidence::open_item;
use crate::logging::{self, SAVE_AND_NEXT};
use crate::quick::{self, chord, to_the_line, total};
use crate::rows::LEDGER;
use crate::steps::{enter_while_composing, go, make_register};

#[test]
fn the_form_of_a_record_neither_saves_nor_moves_on() {
    drive("composing", async |app| {
        logging::begin(app).await;
        app.type_text("通知").await;
        app.press(&[Key::Enter]).await;
        app.type_text("2026-11-02").await;
        assert!(enter_while_composing(app).await, "the form does not move on");
        assert_eq!(total(app, "publication").await, json!(0));
        // The same keys meant as keys save: what was held back was not simply dead.
        app.press(&SAVE_AND_NEXT).await;
        app.until("form-done", |shown| shown.contains("通知")).await;
        assert_eq!(total(app, "publication").await, json!(1));
    });
}

#[test]
fn the_line_at_the_top_neither_logs_nor_opens() {
    drive("composing-quick", async |app| {
        quick::begin(app).await;
        to_the_line(app).await;
        app.type_text("今天 官网 关于放假的通知").await;
        app.find("quick-entry").await;
        assert!(enter_while_composing(app).await, "the line keeps the focus");
        assert_eq!(total(app, "publication").await, json!(0));
        app.press(&SAVE_AND_NEXT).await;
        app.until("notice", |shown| shown.contains("关于放假的通知")).await;
        assert_eq!(total(app, "publication").await, json!(1));

        app.type_text("放假").await;
        app.find("quick-hit").await;
        assert!(enter_while_composing(app).await, "the line keeps the focus");
        app.gone("record-pane").await;
        app.press(&[Key::Enter]).await;
        app.until("record-title", |shown| shown == "关于放假的通知").await;
    });
}

#[test]
fn the_form_of_a_step_is_not_saved() {
    drive("composing-step", async |app| {
        app.pick(&[Some(&app.register_folder())]);
        make_register(app, "湖南示例职业学院").await;
        let terms = app.call("terms", json!({})).await;
        let unit = terms.as_array().unwrap().iter().find(|term| term["name"] == "件").unwrap()["id"].clone();
        let values = json!({ "received_on": "2026-11-02", "subject": "宿舍热水", "quantity": 1, "unit": unit });
        let saved = app.call("log_record", json!({ "thing": "reply", "values": values })).await;
        let reply = saved["record"]["id"].as_str().unwrap();
        go(app, &format!("#/registers/reply?record={reply}")).await;
        app.click("deed-answer").await;
        app.find("form-replied_on").await;
        app.fill("form-replied_on", "2026-11-09").await;
        assert!(enter_while_composing(app).await, "the step stays where it is");
        let unanswered = json!({ "thing": "reply", "limit": 1 });
        let listed = app.call("list_records", unanswered).await;
        assert_eq!(listed["records"][0]["values"]["replied_on"], Value::Null);
        app.press(&[Key::Enter]).await;
        app.until("flow-standing", |shown| shown.contains("已答复，用时 5 个工作日")).await;
    });
}

#[test]
fn pasted_rows_are_neither_left_nor_logged() {
    drive("composing-rows", async |app| {
        quick::begin(app).await;
        app.call("copy_text", json!({ "text": LEDGER })).await;
        to_the_line(app).await;
        chord(app, Key::Control, 'v').await;
        app.settled("rows-page").await;
        app.find("row-6").await;
        app.press(&[Key::Enter]).await;
        app.find("row-editor").await;
        app.type_text("2026-02-28").await;
        app.until("rows-total", |shown| shown.contains("可登记 9 行")).await;
        assert!(enter_while_composing(app).await, "the editor does not move on");
        assert_eq!(total(app, "publication").await, json!(0));
        app.press(&SAVE_AND_NEXT).await;
        app.until("notice", |shown| shown.contains("已登记 9 条")).await;
    });
}

#[test]
fn the_review_before_publication_is_not_saved() {
    drive("composing-review", async |app| {
        open_item(app, json!({ "title": "评优公示", "published_on": "2023-06-01" }), "tab-checks").await;
        app.click("record-review").await;
        app.find("review-form").await;
        let answer = "for (const no of document.querySelectorAll(`[data-testid='review-no']`)) no.click();
            document.querySelector(`[data-testid='review-public']`).click();
            document.querySelector(`[data-testid='review-remark']`).focus(); return null";
        app.script(answer, Value::Null).await;
        app.type_text("无涉密内容").await;
        assert!(enter_while_composing(app).await, "the remark keeps the focus");
        assert!(app.find_all("review-done").await.is_empty());
        app.click("review-save").await;
        app.until("review-done", |shown| shown.contains("无涉密内容")).await;
    });
}

/// What an input method shows before its word is chosen, and the word once it is.
async fn compose(app: &App, field: &str, letters: &str, word: &str) {
    let code = "const [{ field, letters, word }, done] = arguments;
        const input = document.querySelector(`[data-testid='${field}']`);
        input.focus();
        input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
        input.value = letters;
        input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
        setTimeout(() => {
            const before = document.querySelector(`[data-testid='search-total']`).textContent;
            input.value = word;
            input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
            input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: word }));
            done(before);
        }, 600)";
    let before = app.script_async(code, json!({ "field": field, "letters": letters, "word": word })).await;
    assert_eq!(before, json!("共 2 条"), "letters on their way to a word are not looked for");
}

#[test]
fn the_search_waits_for_the_word_and_enter_opens_nothing() {
    drive("composing-search", async |app| {
        quick::begin(app).await;
        let rows = json!([{ "title": "奖学金公示", "published_on": "2026-03-02" },
            { "title": "招生公示", "published_on": "2026-03-03" }]);
        app.call("log_records", json!({ "thing": "publication", "rows": rows })).await;
        go(app, "#/search?text=公示").await;
        app.until("search-total", |shown| shown == "共 2 条").await;
        compose(app, "search-words", "jiang'xue", "奖学金").await;
        app.until("search-total", |shown| shown == "共 1 条").await;
        assert!(enter_while_composing(app).await, "the words keep the focus");
        app.find("search-hit").await;
        assert!(app.find_all("record-pane").await.is_empty());
    });
}
