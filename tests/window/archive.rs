//! 归档: a report is frozen on its page, a record of it is corrected with its reason, and the sheet tells the difference.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::app::{App, drive};
use crate::judging::{judge, magnified, nothing_grave};
use crate::logging::SAVE_AND_NEXT;
use crate::steps::{go, sample_register};

async fn archive_it(app: &App) {
    app.click("rail-report").await;
    app.settled("report-page").await;
    app.fill("report-addressee-input", "湖南省教育厅").await;
    app.click("archive").await;
    app.until("archive-what", |shown| shown.contains("湖南省教育厅")).await;
    app.click("archive-do").await;
    app.find("corrections-none").await;
}

#[test]
fn a_report_is_archived_corrected_with_a_reason_and_tells_what_was_filed() {
    drive("archive", async |app| {
        let mut found = Vec::new();
        sample_register(app).await;
        go(app, "#/archive").await;
        app.find("to-report").await;
        judge(app, "archive-empty", &mut found).await;
        app.click("to-report").await;
        app.settled("report-page").await;
        app.click("archive").await;
        app.find("archive-name").await;
        judge(app, "archive-form", &mut found).await;
        app.press(&[Key::Escape]).await;
        app.gone("archive-form").await;
        archive_it(app).await;

        // Byte for byte, today and when it is corrected.
        let (before, after) = (app.file("年报.docx"), app.file("年报再导出.docx"));
        app.pick(&[Some(&before)]);
        app.click("archived-docx").await;
        app.find("report-files").await;

        // The first item that the web site's figure counted.
        app.click("corrected-all").await;
        let filed = app.text("filed-web").await;
        app.click("filed-web").await;
        app.find("record-row").await;
        judge(app, "archive-filed", &mut found).await;
        let rows = app.call("archived_rows", json!({ "id": "archive-1", "figure": "web", "limit": 1 })).await;
        let id = rows["records"][0]["id"].as_str().unwrap().to_owned();
        app.press(&[Key::Escape]).await;
        app.gone("filed-panel").await;

        go(app, &format!("#/registers/publication?record={id}")).await;
        app.find("record-detail").await;
        app.click("record-edit").await;
        app.find("form-title").await;
        app.fill("form-published_on", "2020-01-02").await;
        app.until("correction", |shown| shown.contains("归档第 1 号")).await;
        app.click("form-save-next").await;
        app.until("correction", |shown| shown.contains("请写明更正原因")).await;
        judge(app, "correction", &mut found).await;
        app.fill("correction-reason", "公开日期录入有误").await;
        app.click("form-save-next").await;
        app.gone("record-form").await;
        app.click("tab-history").await;
        app.until("history", |shown| shown.contains("公开日期录入有误")).await;

        go(app, "#/archive").await;
        app.find("archive-row").await;
        judge(app, "archive-list", &mut found).await;
        app.click("open-archive-1").await;
        app.find("record-change").await;
        assert_eq!(app.text("filed-web").await, filed);
        assert_ne!(app.text("now-web").await, filed);
        assert!(app.text("corrections").await.contains("公开日期录入有误"));
        judge(app, "archive-corrected", &mut found).await;
        magnified(app, "archive-corrected", &mut found).await;

        let sheet = app.file("更正情况.xlsx");
        app.pick(&[Some(&after), Some(&sheet)]);
        app.click("archived-docx").await;
        app.until("report-files", |shown| shown.contains("年报再导出.docx")).await;
        app.click("archived-sheet").await;
        app.until("report-files", |shown| shown.contains("更正情况.xlsx")).await;
        assert_eq!(std::fs::read(&before).unwrap(), std::fs::read(&after).unwrap());
        nothing_grave(&found);
    });
}

#[test]
fn what_is_logged_late_by_a_line_goes_to_the_form_that_asks_for_its_reason() {
    drive("archive-late", async |app| {
        sample_register(app).await;
        let today = app.call("archived_reports", json!({})).await;
        assert_eq!(today, json!([]));
        archive_it(app).await;
        let report = app.call("archived_reports", json!({})).await[0].clone();
        let day = report["to"].as_str().unwrap();
        app.fill("quick", &format!("{day} 官网 关于补登的通知")).await;
        app.find("quick-part-published_on").await;
        app.press(&[Key::Enter]).await;
        app.find("correction-reason").await;
        app.fill("form-title", "关于补登的通知（补登）").await;
        app.fill("correction-reason", "漏登补记").await;
        app.press(&SAVE_AND_NEXT).await;
        app.until("form-done", |shown| shown.contains("补登")).await;
        let changes = app.call("archive_changes", json!({ "id": "archive-1" })).await;
        let late: Vec<&Value> =
            changes["figures"].as_array().unwrap().iter().flat_map(|it| it["records"].as_array().unwrap()).collect();
        assert!(late.iter().any(|record| record["corrections"][0]["reason"] == "漏登补记"), "{late:?}");
    });
}
