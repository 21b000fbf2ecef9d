//! 成稿核对: a report that no longer holds is held against the register; what it should say is opened and commented.

use std::io::Read;

use fantoccini::key::Key;
use serde_json::json;

use crate::app::drive;
use crate::judging::{judge, nothing_grave};
use crate::steps::sample_register;

#[test]
fn what_the_register_says_otherwise_than_the_finished_report_is_named_opened_and_commented() {
    drive("proof", async |app| {
        let mut found = Vec::new();
        sample_register(app).await;
        app.click("rail-report").await;
        app.settled("report-page").await;
        app.fill("report-addressee-input", "湖南省教育厅").await;
        let word = app.file("年报.docx");
        app.pick(&[Some(&word)]);
        app.click("export-docx").await;
        app.find("report-files").await;
        // Logged after the report was finished: the total and the channel are one higher now.
        let terms = app.call("terms", json!({})).await;
        let web = terms.as_array().unwrap().iter().find(|term| term["name"] == "学校官网").unwrap()["id"].clone();
        let values = json!({"title": "补登的一条", "published_on": "2026-11-20", "channels": [web]});
        app.call("log_record", json!({"thing": "publication", "values": values})).await;

        app.click("to-proof").await;
        app.find("proof-pick").await;
        judge(app, "proof-empty", &mut found).await;
        app.pick(&[Some(&word)]);
        app.click("proof-pick").await;
        app.counted("proved-number", 2).await;
        let table = app.text("proved-numbers").await;
        assert!(table.contains("不符") && table.contains("学校官网"), "{table}");
        judge(app, "proof-contradicts", &mut found).await;
        app.click("proved-figure").await;
        app.find("record-row").await;
        judge(app, "proof-records", &mut found).await;
        app.press(&[Key::Escape]).await;
        app.gone("records-panel").await;
        app.click("verdict-all").await;
        judge(app, "proof", &mut found).await;

        let copy = app.file("年报（批注）.docx");
        app.pick(&[Some(&copy)]);
        app.click("proof-annotate").await;
        app.until("report-files", |shown| shown.contains("年报（批注）.docx")).await;
        let mut archive = zip::ZipArchive::new(std::fs::File::open(&copy).unwrap()).unwrap();
        let mut comments = String::new();
        archive.by_name("word/comments.xml").unwrap().read_to_string(&mut comments).unwrap();
        assert_eq!(comments.matches("与台账不一致").count(), 2, "{comments}");

        // What cannot be read is told, and another may be chosen.
        let broken = app.file("损坏.docx");
        std::fs::write(&broken, b"PK no archive").unwrap();
        app.pick(&[Some(&broken), Some(&word)]);
        app.click("proof-pick").await;
        app.find("error").await;
        app.click("proof-pick").await;
        app.counted("proved-number", 2).await;
        nothing_grave(&found);
    });
}
