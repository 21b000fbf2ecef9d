//! The annual report as Word and the statistics as Excel.

use std::path::Path;

use serde_json::json;

use super::Result;
use super::generate::Office;
use super::measure::{median, milliseconds, time};

pub fn measure(office: &mut Office, place: &Path, rounds: usize) -> Result {
    let report = json!({"from": "2023-01-01", "to": "2023-12-31", "addressee": "省教育厅"});
    for (kind, what) in [("docx", "the report as Word"), ("xlsx", "the statistics as Excel, with every record")] {
        let path = place.join("report").with_extension(kind);
        let mut times = Vec::new();
        for _ in 0..rounds {
            times.push(time(|| office.call("export_report", json!({"report": report, kind: path})))?.0);
        }
        let size = std::fs::metadata(&path)?.len() / 1024;
        println!("{what:<44}{:>12}   {size} KiB", milliseconds(median(times)));
    }
    Ok(())
}
