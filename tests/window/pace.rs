//! How long a click takes to show its page, measured inside the page: every page that the rail leads to.
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

/// What is done on a page once it is there: the page, what it is called, what is clicked, what is shown then.
const ON_PAGES: [(&str, &str, &str, &str); 5] = [
    ("publication", "next page", "pager-next", "publication-page"),
    ("publication", "sorted by title", "sort-title", "publication-page"),
    ("publication", "a record opened", "list-row", "record-detail"),
    ("publication", "a record begun", "log", "record-form"),
    ("figures", "as charts", "view-charts", "charts"),
];

/// A way through the window.
struct Click {
    name: String,
    clicked: String,
    shown: String,
    times: Vec<f64>,
}

/// Every page that the rail leads to, in its order, and what is done on it.
async fn clicks(app: &App) -> Vec<Click> {
    let pages = "return [...document.querySelectorAll(`[data-testid^='rail-']`)]
        .map((link) => [link.dataset.testid.slice(5), link.textContent.trim()])";
    let pages: Vec<[String; 2]> = serde_json::from_value(app.script(pages, json!(null)).await).unwrap();
    let click = |name: String, clicked: String, shown: String| Click { name, clicked, shown, times: Vec::new() };
    let mut clicks = Vec::new();
    for [page, name] in pages {
        clicks.push(click(name, format!("rail-{page}"), format!("{page}-page")));
        let more = ON_PAGES.iter().filter(|(of, ..)| *of == page);
        clicks.extend(
            more.map(|(_, name, clicked, shown)| {
                click(format!("· {name}"), (*clicked).to_owned(), (*shown).to_owned())
            }),
        );
    }
    clicks
}

/// Clicks, and answers with the milliseconds until the frame after the page had its answer was painted; with what stands
/// there instead where that does not come.
const STOPWATCH: &str = "
    const [{ clicked, shown }, done] = arguments
    const page = () => document.querySelector(`[data-testid='${shown}']`)
    const there = () => page() !== null && !document.querySelector(`[data-testid='${shown}'][aria-busy='true']`)
    const target = document.querySelector(`[data-testid='${clicked}']`)
    let [left, arrived] = [!there(), false]
    const painted = () => requestAnimationFrame(() => {
        const after = new MessageChannel()
        after.port1.onmessage = () => done(performance.now() - started)
        after.port2.postMessage(null)
    })
    // A page that is already in sight is left by the first sign of its work, be that over before it is told of here.
    const watcher = new MutationObserver((changes) => {
        left ||= !there() || changes.some(({ type, target }) => type === 'attributes' && target === page())
        if (!left || arrived || !there()) return
        arrived = true
        watcher.disconnect()
        painted()
    })
    watcher.observe(document, { subtree: true, childList: true, attributeFilter: ['aria-busy', 'data-testid'] })
    const seen = () => ({ left, arrived, there: there(), clickable: target.isConnected && !target.disabled, at: location.hash })
    setTimeout(() => done(seen()), 15000)
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
    took.as_f64().unwrap_or_else(|| panic!("from {clicked} to {shown}: {took}"))
}

#[test]
fn every_page_from_its_click() {
    let register =
        PathBuf::from(std::env::var_os("SUNREG_BENCH_REGISTER").expect("the folder of the register to be measured"));
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
        let mut clicks = clicks(app).await;
        let mut bare = Vec::new();
        for _ in 0..ROUNDS {
            bare.push(app.script_async(BARE, json!(null)).await.as_f64().unwrap());
            for click in &mut clicks {
                click.times.push(milliseconds(app, &click.clicked, &click.shown).await);
            }
        }
        let bare = median(&mut bare);
        println!("{:>9} {:>9} {:>7}  {:<9}", "median", "the first", "ratio", "target");
        println!("{bare:>6.1} ms {:>9} {:>7}  {:<9}  forty bare rows of a table", "", "1.0 ×", "");
        for mut click in clicks {
            let first = click.times[0];
            let median = median(&mut click.times);
            let verdict = if median <= TARGET { "within" } else { "ABOVE" };
            let ratio = median / bare;
            println!("{median:>6.1} ms {first:>6.1} ms {ratio:>5.1} ×  {verdict:<6} {TARGET}  {}", click.name);
        }
    });
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_unstable_by(f64::total_cmp);
    times[times.len() / 2]
}
