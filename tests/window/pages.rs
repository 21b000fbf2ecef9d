//! Every page of the window on the sample register: photographed in both sizes and looks, and held to axe-core's rules.

use std::path::Path;

use serde_json::Value;

use crate::app::{App, drive};
use crate::steps::{go, look, open_first, pictures, sample_register};

const THINGS: [&str; 7] = ["publication", "meeting", "reply", "material", "request", "evaluation", "case_file"];
const SECTIONS: [&str; 5] = ["institution", "periods", "terms", "care", "about"];

/// The findings of axe-core that would shut somebody out, one line each.
async fn findings(app: &App, page: &str) -> Vec<String> {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(axe).unwrap();
    // Run by the driver, not loaded by the page, whose policy would refuse it.
    app.script(&format!("if (!window.axe) {{ {axe} ; window.axe = axe }} return null"), Value::Null).await;
    let mut found = Vec::new();
    for theme in ["light", "dark", "contrast"] {
        look(app, theme).await;
        let code = "const done = arguments[arguments.length - 1];
            const grave = ({ impact }) => impact === 'serious' || impact === 'critical';
            const told = ({ id, nodes }) => nodes.slice(0, 4).map((node) => `${id}: ${node.html.slice(0, 160)} | ${node.failureSummary.replace(/\\s+/g, ' ').slice(0, 220)}`);
            setTimeout(() => window.axe.run().then(({ violations }) => done(violations.filter(grave).flatMap(told)), (error) => done([String(error)])), 300)";
        let told = app.script_async(code, Value::Null).await;
        let told = told.as_array().unwrap();
        found.extend(told.iter().map(|line| format!("{page} ({theme}) {}", line.as_str().unwrap())));
    }
    look(app, "light").await;
    found
}

/// Pictures of the page, and what axe-core finds on it.
async fn judge(app: &App, page: &str, found: &mut Vec<String>) {
    pictures(app, &format!("page-{page}")).await;
    found.extend(findings(app, page).await);
}

fn nothing_grave(found: &[String]) {
    assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
}

#[test]
fn the_registers_with_a_record_and_a_form_open_shut_nobody_out() {
    drive("pages-registers", async |app| {
        let mut found = Vec::new();
        app.settled("start-page").await;
        judge(app, "start", &mut found).await;
        sample_register(app).await;
        for thing in THINGS {
            app.click(&format!("rail-{thing}")).await;
            app.settled(&format!("{thing}-page")).await;
            judge(app, thing, &mut found).await;
        }
        app.click("rail-publication").await;
        app.settled("publication-page").await;
        open_first(app).await;
        judge(app, "pane", &mut found).await;
        app.click("tab-history").await;
        app.find("history-entry").await;
        judge(app, "pane-history", &mut found).await;
        app.click("log").await;
        app.find("form-title").await;
        app.click("form-more").await;
        judge(app, "form", &mut found).await;
        nothing_grave(&found);
    });
}

#[test]
fn the_results_and_the_upkeep_shut_nobody_out() {
    drive("pages-results", async |app| {
        let mut found = Vec::new();
        app.settled("start-page").await;
        sample_register(app).await;
        judge(app, "overview", &mut found).await;
        app.click("rail-figures").await;
        app.settled("figures-page").await;
        judge(app, "figures", &mut found).await;
        app.click("view-charts").await;
        app.find("part-row").await;
        judge(app, "charts", &mut found).await;
        app.click("rail-report").await;
        app.settled("report-page").await;
        judge(app, "report", &mut found).await;
        app.click("edit-wording").await;
        app.find("editable").await;
        app.find_all("editable").await.remove(2).click().await.unwrap();
        app.find("block-words").await;
        judge(app, "report-editing", &mut found).await;
        app.click("rail-imports").await;
        app.settled("imports-page").await;
        judge(app, "imports", &mut found).await;
        for section in SECTIONS {
            go(app, &format!("#/settings?section={section}")).await;
            app.find("settings-page").await;
            judge(app, &format!("settings-{section}"), &mut found).await;
        }
        nothing_grave(&found);
    });
}
