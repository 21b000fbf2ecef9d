//! Files of a record in the window: kept, refused in words, withdrawn with a reason; a form that a document fills.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::app::{App, drive, drive_through_a_kill};
use crate::steps::{field_value, go, make_register, open_first, pictures, set_period};

/// What an office's document looks like as plain text.
const DOCUMENT: &str =
    "湘示院行〔2023〕54号\n关于开展学生资助工作的通知\n各二级学院：\n现将有关事项通知如下。\n学生处\n2023年3月1日\n";

/// A register with one item, and its pane open at the tab.
pub async fn open_item(app: &App, values: Value, tab: &str) {
    app.pick(&[Some(&app.register_folder())]);
    make_register(app, "湖南示例职业学院").await;
    set_period(app, "2023-01-01", "2023-12-31").await;
    app.call("log_record", json!({ "thing": "publication", "values": values })).await;
    app.click("rail-publication").await;
    app.settled("publication-page").await;
    open_first(app).await;
    app.click(tab).await;
}

async fn open_evidence(app: &App) {
    let values = json!({ "title": "关于评优结果的公示", "published_on": "2023-06-01", "is_public": true });
    open_item(app, values, "tab-evidence").await;
    app.find("evidence-none").await;
}

pub fn write(app: &App, name: &str, bytes: &[u8]) -> PathBuf {
    let path = app.file(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// Picks a file for the record in the pane.
async fn add(app: &App, path: &Path) {
    app.pick(&[Some(path)]);
    app.click("evidence-add").await;
}

pub async fn verified(app: &App) {
    assert_eq!(app.call("verify", json!({})).await["ok"], json!(true));
}

#[test]
fn a_file_is_kept_with_its_record_withdrawn_with_a_reason_and_told_in_the_history() {
    drive("evidence", async |app| {
        open_evidence(app).await;
        pictures(app, "evidence-none").await;
        add(app, &write(app, "公示照片.jpg", &[7; 123_456])).await;
        app.until("evidence-name", |shown| shown == "公示照片.jpg").await;
        app.until("notice", |shown| shown.contains("已存入“公示照片.jpg”")).await;
        app.until("tab-evidence", |shown| shown.ends_with('1')).await;
        app.until("evidence-file", |shown| shown.contains("123.5 KB") && shown.contains("存入")).await;
        add(app, &write(app, "原件.zip", b"PK")).await;
        app.until("tab-evidence", |shown| shown.ends_with('2')).await;

        // A kind that might bring a program with it is not opened; its folder is offered.
        let files = app.find_all("evidence-file").await;
        assert_eq!(files.len(), 2);
        let open = "document.querySelectorAll(`[data-testid='evidence-file']`).forEach((file) =>
            file.textContent.includes('原件.zip') && file.querySelector(`[data-testid='evidence-open']`).click()); return null";
        app.script(open, Value::Null).await;
        app.until("error", |shown| shown.contains("没有打开")).await;
        app.find("evidence-folder").await;
        app.click("error-dismiss").await;

        let withdraw = open.replace("evidence-open", "evidence-withdraw");
        app.script(&withdraw, Value::Null).await;
        app.click("detach-do").await;
        app.until("detach-form", |shown| shown.contains("请写明撤下原因")).await;
        app.fill("detach-reason", "放错了记录").await;
        app.screenshot("evidence-withdrawing").await;
        app.click("detach-do").await;
        app.until("evidence-withdrawn", |shown| shown == "已撤下：放错了记录").await;
        app.until("tab-evidence", |shown| shown.ends_with('1')).await;
        pictures(app, "evidence").await;

        app.click("tab-history").await;
        app.until("history", |shown| {
            ["公示照片.jpg（123.5 KB）", "撤下佐证材料", "撤下原因：放错了记录"].iter().all(|part| shown.contains(part))
        })
        .await;
        app.screenshot("evidence-history").await;
        verified(app).await;
    });
}

#[test]
fn a_file_that_cannot_be_kept_is_told_in_words_at_its_place_and_tried_again() {
    drive("evidence-refused", async |app| {
        open_evidence(app).await;
        go(app, "#/settings?section=evidence").await;
        app.fill("evidence-limit", "0").await;
        app.until("settings-page", |shown| shown.contains("请填写 1 至 4000 的整数")).await;
        app.fill("evidence-limit", "1").await;
        app.click("evidence-limit-save").await;
        app.until("notice", |shown| shown.contains("大小上限已保存")).await;
        go(app, "#/registers/publication?record=publication-1&tab=evidence").await;
        app.find("evidence-none").await;

        let vanished = app.file("拔掉的U盘.pdf");
        let folder = app.file("一个文件夹");
        std::fs::create_dir(&folder).unwrap();
        let large = write(app, "大.bin", &vec![7; 1_100_000]);
        let empty = write(app, "空.pdf", b"");
        for (path, code) in [
            (&vanished, "evidence_gone"),
            (&large, "evidence_too_large"),
            (&folder, "evidence_not_a_file"),
            (&empty, "evidence_empty"),
        ] {
            add(app, path).await;
            app.find_text(&path.file_name().unwrap().to_string_lossy()).await;
            let failed = app.find_all("evidence-failed").await;
            let last = failed.last().unwrap();
            assert_eq!(last.attr("data-code").await.unwrap().as_deref(), Some(code));
        }
        app.find("evidence-none").await;
        pictures(app, "evidence-refused").await;
        // The stick is back.
        std::fs::write(&vanished, b"%PDF").unwrap();
        app.click("evidence-again").await;
        app.until("evidence-name", |shown| shown == "拔掉的U盘.pdf").await;
        for _ in 0..3 {
            app.click("evidence-let-go").await;
        }
        app.gone("evidence-failed").await;
        verified(app).await;
    });
}

#[test]
fn a_document_fills_a_new_form_and_is_kept_with_its_record() {
    drive("evidence-form", async |app| {
        open_evidence(app).await;
        let document = write(app, "通知.txt", DOCUMENT.as_bytes());
        app.click("log").await;
        app.fill("form-doc_number", "先写的文号").await;
        app.pick(&[Some(&document), Some(&app.file("没有这个文件.pdf"))]);
        app.click("form-add-file").await;
        app.until("form-file-said", |shown| shown.contains("信息名称、形成日期")).await;
        assert_eq!(field_value(app, "title").await, "关于开展学生资助工作的通知");
        assert_eq!(field_value(app, "made_on").await, "2023-03-01");
        assert_eq!(field_value(app, "doc_number").await, "先写的文号", "what was typed stays");
        app.until("form-title", |shown| shown.contains("读自“通知.txt”")).await;
        app.click("form-add-file").await;
        app.until("form-file-refused", |shown| shown.contains("找不到文件")).await;
        pictures(app, "evidence-form").await;
        app.click("form-file-let-go").await;

        // A save that is refused loses neither file nor mark.
        app.click("form-save").await;
        app.until("form-published_on", |shown| shown.contains('✕')).await;
        app.until("form-file", |shown| shown.contains("通知.txt")).await;
        app.fill("form-title", "关于开展学生资助工作的通知（更正）").await;
        app.until("form-title", |shown| !shown.contains("读自")).await;
        app.fill("form-published_on", "2023-03-02").await;
        app.click("form-save").await;
        app.until("record-title", |shown| shown == "关于开展学生资助工作的通知（更正）").await;
        app.until("tab-evidence", |shown| shown.ends_with('1')).await;
        app.click("tab-evidence").await;
        app.until("evidence-name", |shown| shown == "通知.txt").await;

        // One that is gone by then: the record stands, and its tab says why.
        app.click("log").await;
        app.pick(&[Some(&document)]);
        app.click("form-add-file").await;
        app.find("form-file").await;
        std::fs::remove_file(&document).unwrap();
        app.fill("form-title", "关于放假的通知").await;
        app.fill("form-published_on", "2023-04-28").await;
        app.click("form-save").await;
        app.until("notice", |shown| shown.contains("记录已保存，但有 1 个文件没有存入：通知.txt")).await;
        app.screenshot("evidence-after-save").await;
        app.click("notice-action").await;
        app.until("evidence-failed", |shown| shown.contains("找不到文件")).await;
        app.until("record-title", |shown| shown == "关于放假的通知").await;
        verified(app).await;
    });
}

#[test]
fn a_file_that_was_not_kept_waits_at_its_record_through_a_kill_and_is_found_by_its_name_once_it_is() {
    const NAME: &str = "拔掉的U盘.pdf";
    drive_through_a_kill(
        "evidence-killed",
        async |app| {
            open_evidence(app).await;
            add(app, &app.file(NAME)).await;
            app.until("evidence-failed", |shown| shown.contains("找不到文件")).await;
        },
        async |app| {
            app.settled("start-page").await;
            app.click_text("湖南示例职业学院").await;
            app.settled("overview-page").await;
            app.until("attention-unsaved", |shown| shown.contains("关于评优结果的公示")).await;
            app.screenshot("evidence-unfinished-overview").await;
            app.click("unsaved").await;
            app.until("evidence-failed", |shown| shown.contains(NAME) && shown.contains("找不到文件")).await;
            write(app, NAME, b"%PDF");
            go(app, "#/overview").await;
            app.settled("overview-page").await;
            app.click("unsaved").await;
            pictures(app, "evidence-unfinished").await;
            app.click("evidence-again").await;
            app.until("evidence-name", |shown| shown == NAME).await;
            app.gone("evidence-failed").await;
            go(app, "#/overview").await;
            app.settled("overview-page").await;
            app.gone("attention-unsaved").await;
            let found = app.call("search", json!({ "text": "拔掉 U盘" })).await;
            assert_eq!(found["hits"][0]["id"], "publication-1");
            verified(app).await;
        },
    );
}
