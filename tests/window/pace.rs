//! How long a click takes to show its page, measured inside the page on a large register.
//!
//! A measurement, not a test: `cargo xtask bench window` makes the register, builds the app as it is shipped, and
//! prints the figures.
#![allow(clippy::print_stdout)] // figures are what it is for

use std::path::PathBuf;

use serde_json::json;

use crate::app::{App, drive};
use crate::steps::set_period;

/// What the clerk shall not have to wait for.
const TARGET: f64 = 100.0;
const ROUNDS: usize = 9;

/// A way through the window: what it is called, what is clicked, what is shown once it is there.
const CLICKS: [(&str, &str, &str); 18] = [
    ("概览", "rail-overview", "overview-page"),
    ("主动公开", "rail-publication", "publication-page"),
    ("· its next page", "pager-next", "publication-page"),
    ("· sorted by title", "sort-title", "publication-page"),
    ("· a record opened", "list-row", "record-detail"),
    ("· a record begun", "log", "record-form"),
    ("会议", "rail-meeting", "meeting-page"),
    ("答复", "rail-reply", "reply-page"),
    ("资料", "rail-material", "material-page"),
    ("依申请", "rail-request", "request-page"),
    ("评议", "rail-evaluation", "evaluation-page"),
    ("案件", "rail-case_file", "case_file-page"),
    ("统计", "rail-figures", "figures-page"),
    ("· as charts", "view-charts", "charts"),
    ("部门", "rail-departments", "departments-page"),
    ("年报", "rail-report", "report-page"),
    ("导入", "rail-imports", "imports-page"),
    ("设置", "rail-settings", "settings-page"),
];

/// Clicks, and answers with the milliseconds until the frame after the page had its answer was painted.
const STOPWATCH: &str = "
    const [{ clicked, shown }, done] = arguments
    const busy = () => document.querySelector(`[data-testid='${shown}'][aria-busy='true']`)
    const there = () => document.querySelector(`[data-testid='${shown}']`) && !busy()
    const target = document.querySelector(`[data-testid='${clicked}']`)
    let left = !there()
    const painted = () => requestAnimationFrame(() => {
        const after = new MessageChannel()
        after.port1.onmessage = () => done(performance.now() - started)
        after.port2.postMessage(null)
    })
    const watcher = new MutationObserver(() => {
        if (!there()) left = true
        else if (left) { watcher.disconnect(); painted() }
    })
    watcher.observe(document, { subtree: true, childList: true, attributeFilter: ['aria-busy', 'data-testid'] })
    const started = performance.now();
    (target.tagName === 'TR' ? target.cells[0] : target).click()";

/// What the machine needs for less than any page is: forty plain rows, put into an empty page's place and painted.
const BARE: &str = "
    const [, done] = arguments
    const started = performance.now()
    const table = document.createElement('table')
    table.style.cssText = 'position:fixed;inset:0;z-index:9999;background:Canvas'
    for (let row = 0; row < 40; row += 1) {
        const cells = table.insertRow()
        for (let column = 0; column < 8; column += 1) cells.insertCell().textContent = `第${row}行第${column}列的内容`
    }
    document.body.append(table)
    requestAnimationFrame(() => {
        const after = new MessageChannel()
        after.port1.onmessage = () => { done(performance.now() - started); table.remove() }
        after.port2.postMessage(null)
    })";

async fn milliseconds(app: &App, clicked: &str, shown: &str) -> f64 {
    app.find(clicked).await;
    let took = app.script_async(STOPWATCH, json!({ "clicked": clicked, "shown": shown })).await;
    took.as_f64().unwrap()
}

#[test]
fn every_page_from_its_click() {
    let register = PathBuf::from(std::env::var_os("SUNREG_BENCH_REGISTER").expect("the folder of a large register"));
    drive("pace", async |app| {
        app.pick(&[Some(&register)]);
        app.click("open-register").await;
        app.settled("overview-page").await;
        set_period(app, "2023-01-01", "2023-12-31").await;
        app.settled("overview-page").await;
        let listed = app.call("list_records", json!({ "thing": "publication", "limit": 1 })).await;
        println!(
            "\nFrom the click to the painted page, {} publications in the register, one year shown:",
            listed["total"]
        );
        app.click("rail-settings").await;
        app.settled("settings-page").await;
        let mut times = vec![Vec::new(); CLICKS.len()];
        let mut bare = Vec::new();
        for _ in 0..ROUNDS {
            bare.push(app.script_async(BARE, json!(null)).await.as_f64().unwrap());
            for ((_, clicked, shown), times) in CLICKS.iter().zip(&mut times) {
                times.push(milliseconds(app, clicked, shown).await);
            }
        }
        let bare = median(&mut bare);
        println!("{bare:>8.1} ms  forty bare rows of a table, for the ratios below");
        for ((name, ..), mut times) in CLICKS.iter().zip(times) {
            let first = times[0];
            let median = median(&mut times);
            let verdict = if median <= TARGET { "within" } else { "above" };
            let ratio = median / bare;
            println!(
                "{median:>8.1} ms  {ratio:>4.1} ×  {verdict} {TARGET} ms   (the first time {first:>6.1} ms)  {name}"
            );
        }
    });
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_unstable_by(f64::total_cmp);
    times[times.len() / 2]
}
