//! Words in all records, as they are typed: our answers beside SQLite's LIKE over the same columns.

use std::time::Duration;

use rusqlite::Connection;
use serde_json::{Value as Json, json};

use super::Result;
use super::generate::Office;
use super::measure::{milliseconds, percentile, time};

/// What is typed, by class: common, rare and absent words together, each typed as often as any other.
const MIX: [(&str, &[&str]); 5] = [
    ("one sign", &["关", "财", "党", "号", "蜂", "龘"]),
    ("two signs", &["事项", "新闻", "财务", "公示", "蜜蜂", "火星"]),
    ("four signs", &["新闻报道", "台账信息", "重大事项", "媒体报道", "蜂箱安置", "星际旅行"]),
    ("two words", &["财务处 公示", "图书馆 媒体报道", "关于 文件", "教务处 1号", "关于 蜜蜂", "财务处 火星"]),
    ("initials", &["gy", "cwc", "xwbd", "zdsx", "mfxaz", "vvvv"]),
];
const PAGE: usize = 50;
const TARGET: Duration = Duration::from_millis(50);

const RARE: [&str; 3] = ["关于校园蜜蜂蜂箱安置的说明", "关于蜂箱安置地点的公示", "关于蜜蜂养殖社团的通知"];

/// The tables of the large register, their days and their texts.
const TABLES: [(&str, &str, &[&str]); 3] = [
    ("publications", "published_on", &["title", "doc_number", "index_number", "link", "remarks"]),
    ("replies", "received_on", &["subject", "remarks"]),
    ("meetings", "held_on", &["name", "place", "chair", "remarks"]),
];

pub fn measure(office: &mut Office, copy: &Connection, rounds: usize) -> Result {
    for title in RARE {
        let values = json!({"title": title, "published_on": "2017-05-04", "is_public": true});
        office.call("log_record", json!({"thing": "publication", "values": values}))?;
    }
    let before = resident();
    let steps = prepare(office)?;
    let memory = before.zip(resident()).map(|(before, after)| after.saturating_sub(before) / 1024);
    let memory = memory.map_or("memory unknown here".to_owned(), |memory| format!("{memory} MiB"));
    let all: Duration = steps.iter().sum();
    println!("{:<44}{:>12}   {memory}", "all texts read for the search", milliseconds(all));
    let longest = steps.iter().max().copied().unwrap_or_default();
    println!("{:<44}{:>12}   of {} steps", "the longest step of that", milliseconds(longest), steps.len());

    let numbers = document_numbers(office)?;
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let mut all = Vec::new();
    for (class, words) in MIX.into_iter().chain([("document numbers", numbers.as_slice())]) {
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for text in words {
            let total = search(office, text)?;
            for _ in 0..rounds {
                ours.push(time(|| search(office, text))?.0);
            }
            // Initials are not among what LIKE can find.
            if class != "initials" {
                let (took, found) = time(|| like(copy, text))?;
                theirs.push(took);
                if class != "document numbers" && found + rare(text) != total {
                    return Err(format!("{text}: {total} found, LIKE finds {found}").into());
                }
            }
        }
        all.extend_from_slice(&ours);
        let theirs = if theirs.is_empty() { "not to be had".into() } else { p50_p95(&theirs) };
        println!("search: {class:<36}{}   LIKE: {theirs}", p50_p95(&ours));
    }
    let p95 = percentile(&mut all, 95);
    let verdict = if p95 <= TARGET { "within 50 ms" } else { "above 50 ms" };
    println!("{:<44}{}   {verdict}", "search: all of the mix", p50_p95(&all));
    others(office, rounds)
}

/// What else looks into the texts: a form while it is filled in, a list narrowed down, a search after a save.
fn others(office: &mut Office, rounds: usize) -> Result {
    let values = json!({"title": "关于财务处第77号事项的公示", "published_on": "2023-05-04", "is_public": true});
    let record = json!({"thing": "publication", "values": values});
    let list = |text: &str, sort: &str| json!({"thing": "publication", "text": text, "limit": PAGE, "sort": {"field": sort, "descending": true}});
    for (what, name, request) in [
        ("a form's likely repetitions", "check_record", record.clone()),
        ("a list with a common word", "list_records", list("公示", "published_on")),
        ("a list with a rare word", "list_records", list("蜜蜂", "published_on")),
        ("a list in the order of channels", "list_records", list("", "channels")),
        ("the same with a common word", "list_records", list("公示", "channels")),
    ] {
        let mut times = Vec::new();
        for _ in 0..rounds {
            times.push(time(|| office.call(name, request.clone()))?.0);
        }
        println!("{what:<44}{}", p50_p95(&times));
    }
    let mut times = Vec::new();
    for _ in 0..rounds {
        office.call("log_record", record.clone())?;
        times.push(time(|| search(office, "财务处 公示"))?.0);
    }
    println!("{:<44}{}", "a search after a save", p50_p95(&times));
    Ok(())
}

/// As the window does it once a register is open: how long each step holds the register.
fn prepare(office: &mut Office) -> Result<Vec<Duration>> {
    let mut steps = Vec::new();
    loop {
        let (step, told) = time(|| office.call("prepare_search", json!({})))?;
        steps.push(step);
        if told["ready"] == json!(true) {
            return Ok(steps);
        }
    }
}

fn search(office: &mut Office, text: &str) -> Result<u64> {
    let found = office.call("search", json!({"text": text, "limit": PAGE}))?;
    found["total"].as_u64().ok_or_else(|| "a search without its total".into())
}

/// How many of the rare records, which are not in the copy, hold the words.
fn rare(text: &str) -> u64 {
    RARE.iter().map(|title| u64::from(text.split(' ').all(|word| title.contains(word)))).sum()
}

/// Some that are there, typed with the brackets of a plain keyboard.
fn document_numbers(office: &mut Office) -> Result<Vec<String>> {
    let request = json!({"thing": "publication", "text": "示院", "limit": 400});
    let list = office.call("list_records", request)?;
    let records = list["records"].as_array().into_iter().flatten();
    let numbers = records.filter_map(|record: &Json| record["values"]["doc_number"].as_str());
    Ok(numbers.step_by(60).map(|number| number.replace('〔', "[").replace('〕', "]")).collect())
}

/// The total and the newest page, as SQL would have them.
fn like(copy: &Connection, text: &str) -> Result<u64> {
    let mut total = 0;
    for (table, day, columns) in TABLES {
        let holds = |word: &str| {
            let each: Vec<String> = columns.iter().map(|column| format!("{column} LIKE '%{word}%'")).collect();
            format!("({})", each.join(" OR "))
        };
        let words: Vec<String> = text.split(' ').map(holds).collect();
        let words = words.join(" AND ");
        let count = format!("SELECT count(*) FROM {table} WHERE {words}");
        total += copy.query_row(&count, [], |row| row.get::<_, u64>(0))?;
        let page = format!("SELECT * FROM {table} WHERE {words} ORDER BY {day} DESC, id DESC LIMIT {PAGE}");
        let mut page = copy.prepare(&page)?;
        let mut rows = page.query([])?;
        while rows.next()?.is_some() {}
    }
    Ok(total)
}

fn p50_p95(times: &[Duration]) -> String {
    let mut times = times.to_vec();
    let (p50, p95) = (percentile(&mut times, 50), percentile(&mut times, 95));
    format!("{:>12} p50 {:>10} p95", milliseconds(p50), milliseconds(p95))
}

/// What this process holds in memory, in KiB, where the system tells.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?.trim().trim_end_matches(" kB").parse().ok()
}
