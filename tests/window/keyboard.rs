//! The whole window by the Tab key: every stop shows that it has the keyboard, and nothing lies over it.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::app::{App, drive};
use crate::steps::{go, open_first, sample_register};

/// More stops than these are more of the same: rows of a table, cells of rows.
const STOPS: usize = 70;

/// What is wrong with the stop where the keyboard is; `end` once the walk comes round or leaves the page.
const STOP: &str = "const at = document.activeElement;
    if (at === document.body || window.__stops.has(at)) return 'end';
    window.__stops.add(at);
    const name = `${at.tagName.toLowerCase()} ${at.dataset.testid ?? at.className} “${(at.getAttribute('aria-label') ?? at.textContent ?? '').trim().slice(0, 20)}”`;
    const outlined = (element) => element && getComputedStyle(element).outlineStyle !== 'none' && parseFloat(getComputedStyle(element).outlineWidth) > 0;
    if (!outlined(at) && !outlined(at.parentElement) && getComputedStyle(at).boxShadow === 'none') return `${name}: no sign of the focus`;
    const box = at.getClientRects()[0] ?? at.getBoundingClientRect();
    // Of what is larger than a line or two, its beginning.
    const [x, y] = [box.left + Math.min(box.width / 2, 200), box.top + Math.min(box.height / 2, 24)];
    const there = document.elementFromPoint(x, y);
    if (there === null) return `${name}: out of sight at ${Math.round(x)}, ${Math.round(y)}`;
    const mine = at.contains(there) || there.closest('label')?.control === at;
    return mine ? null : `${name}: covered by ${there.tagName.toLowerCase()} ${there.dataset.testid ?? there.className}`";

/// Tabs on from the page's beginning, or from an element of it.
async fn walk(app: &App, place: &str, from: &str, faults: &mut Vec<String>) {
    let begin = "window.__stops = new WeakSet(); document.querySelector(arguments[0]).focus(); return null";
    app.script(begin, json!(from)).await;
    let mut stops = 0;
    while stops < STOPS {
        app.press(&[Key::Tab]).await;
        match app.script(STOP, Value::Null).await {
            Value::Null => {}
            Value::String(end) if end == "end" => break,
            fault => faults.push(format!("{place}: {}", fault.as_str().unwrap())),
        }
        stops += 1;
    }
    assert!(stops > 2, "{place}: the Tab key leads nowhere");
}

fn nothing_hidden(faults: &[String]) {
    assert!(faults.is_empty(), "{} stops:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_stop_on_every_page_is_seen() {
    drive("keyboard-pages", async |app| {
        let mut faults = Vec::new();
        app.settled("start-page").await;
        walk(app, "start", ".skip", &mut faults).await;
        sample_register(app).await;
        walk(app, "frame and overview", ".skip", &mut faults).await;
        for page in ["publication", "meeting", "reply", "material", "request", "evaluation", "case_file"] {
            app.click(&format!("rail-{page}")).await;
            app.settled(&format!("{page}-page")).await;
            walk(app, page, "main", &mut faults).await;
        }
        for page in ["list_items", "figures", "report", "imports"] {
            app.click(&format!("rail-{page}")).await;
            app.settled(&format!("{page}-page")).await;
            walk(app, page, "main", &mut faults).await;
        }
        for section in ["institution", "periods", "terms", "care", "about"] {
            go(app, &format!("#/settings?section={section}")).await;
            app.find("settings-page").await;
            walk(app, section, "main", &mut faults).await;
        }
        nothing_hidden(&faults);
    });
}

#[test]
fn every_stop_of_what_opens_on_a_page_is_seen() {
    drive("keyboard-panels", async |app| {
        let mut faults = Vec::new();
        app.settled("start-page").await;
        sample_register(app).await;
        app.click("rail-publication").await;
        app.settled("publication-page").await;
        for panel in ["columns", "filter-kind"] {
            app.click(panel).await;
            walk(app, panel, &format!("[data-testid='{panel}']"), &mut faults).await;
        }
        open_first(app).await;
        walk(app, "pane", "[data-testid='record-pane']", &mut faults).await;
        app.click("record-withdraw").await;
        walk(app, "withdraw", "[data-testid='record-pane']", &mut faults).await;
        app.click("withdraw-cancel").await;
        app.click("log").await;
        app.find("form-title").await;
        app.click("form-more").await;
        walk(app, "form", "[data-testid='form-close']", &mut faults).await;
        app.click("rail-figures").await;
        app.settled("figures-page").await;
        app.click("figure-items").await;
        app.find("record-row").await;
        walk(app, "figure panel", "[data-testid='records-close']", &mut faults).await;
        app.click("view-charts").await;
        app.find("part-row").await;
        walk(app, "charts", "main", &mut faults).await;
        nothing_hidden(&faults);
    });
}

#[test]
fn every_cell_of_a_refused_row_is_seen_above_the_buttons() {
    drive("keyboard-import", async |app| {
        let mut faults = Vec::new();
        let ledger = app.file("主动公开.csv");
        let rows: String = (1..40).map(|n| format!("通知{n},2023-02-30,学校官网,{n}\n")).collect();
        std::fs::write(&ledger, format!("标题,发布日期,公开渠道,备注\n{rows}")).unwrap();
        app.pick(&[Some(&app.register_folder()), Some(&ledger)]);
        app.click("sample-register").await;
        app.settled("overview-page").await;
        app.click("rail-imports").await;
        app.click("import-pick").await;
        app.find("columns-step").await;
        walk(app, "columns", "main", &mut faults).await;
        app.click("import-check").await;
        app.find("refused-row").await;
        walk(app, "refused rows", "main", &mut faults).await;
        nothing_hidden(&faults);
    });
}
