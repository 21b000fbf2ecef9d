//! A page in front of a judge: its pictures, and axe-core's findings on it in each theme.

use std::path::Path;

use serde_json::{Value, json};

use crate::app::App;
use crate::steps::{look, pictures};

/// The findings of axe-core that would shut somebody out, one line each.
pub async fn findings(app: &App, page: &str) -> Vec<String> {
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
pub async fn judge(app: &App, page: &str, found: &mut Vec<String>) {
    pictures(app, &format!("page-{page}")).await;
    found.extend(findings(app, page).await);
}

/// In the largest text and in high contrast, one picture each, and axe-core's findings in the large text.
pub async fn magnified(app: &App, page: &str, found: &mut Vec<String>) {
    look(app, "contrast").await;
    app.screenshot(&format!("page-{page}-contrast")).await;
    look(app, "light").await;
    app.script(TEXT, json!("larger")).await;
    app.screenshot(&format!("page-{page}-larger")).await;
    found.extend(findings(app, &format!("{page} in large text")).await);
    app.script(TEXT, json!("normal")).await;
}

const TEXT: &str = "document.documentElement.dataset.text = arguments[0]; return null";

pub fn nothing_grave(found: &[String]) {
    assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
}
