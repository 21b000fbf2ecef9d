//! 年报模板 in the settings: another school's is shown before it is taken over, the one before kept and brought back.

use std::path::Path;

use serde_json::{Value, json};

use crate::app::{App, drive};
use crate::judging::{judge, nothing_grave};
use crate::steps::{go, sample_register};

async fn labels(app: &App) -> Vec<Value> {
    let definitions = app.call("definitions", json!({})).await;
    definitions.as_array().unwrap().iter().map(|definition| definition["label"].clone()).collect()
}

#[test]
fn a_template_is_shown_before_it_is_imported_and_the_one_before_is_brought_back() {
    drive("template", async |app| {
        let mut found = Vec::new();
        sample_register(app).await;
        let before = labels(app).await;
        go(app, "#/settings?section=template").await;
        app.find("template-pick").await;

        let wrong = app.file("有误.toml");
        std::fs::write(&wrong, "template = 1\nname = \"有误\"\n\n[[figure]]\nid = \"web\"\n").unwrap();
        app.pick(&[Some(&wrong)]);
        app.click("template-pick").await;
        app.until("template-problems", |shown| shown.contains("第 ")).await;
        judge(app, "template-problems", &mut found).await;

        let other = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/示例师范学校模板.toml");
        let kept = app.file("原模板.toml");
        app.pick(&[Some(&other), Some(&kept), Some(&kept)]);
        app.click("template-pick").await;
        app.find("template-changes").await;
        assert_eq!(labels(app).await, before, "nothing is changed before it is said so");
        judge(app, "template-brings", &mut found).await;
        app.click("template-import").await;
        app.until("report-files", |shown| shown.contains("原模板.toml")).await;
        assert_ne!(labels(app).await, before);

        app.click("template-pick").await;
        app.find("template-changes").await;
        app.click("template-keep").await;
        app.click("template-import").await;
        app.gone("template-brings").await;
        assert_eq!(labels(app).await, before);
        nothing_grave(&found);
    });
}
