//! Importing a workbook, against the spreadsheet reader alone, and the memory that it takes.

use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Reader, open_workbook_auto};
use serde_json::json;

use super::Result;
use super::generate::{Office, workbook};
use super::measure::{line, median, time};

pub fn measure(place: &Path, rows: u64, rounds: usize) -> Result {
    let path = place.join("ledger.xlsx");
    workbook(&path, rows)?;
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for round in 0..rounds {
        let mut office = Office::new(place.join(format!("import-{round}")))?;
        let (took, answer) = time(|| office.call("import", json!({"workbook": path})))?;
        if answer["sheets"][0]["accepted"] != json!(rows) {
            return Err(format!("{} of {rows} rows were accepted", answer["sheets"][0]["accepted"]).into());
        }
        ours.push(took);
        bare.push(
            time(|| {
                let mut book = open_workbook_auto(&path)?;
                book.worksheet_range("主动公开")?;
                Ok(())
            })?
            .0,
        );
    }
    line(&format!("importing {rows} rows of .xlsx"), median(ours), "calamine's reading alone", median(bare), 6.0);
    let register = place.join("import-child");
    Office::new(register.clone())?;
    let child = Command::new(std::env::current_exe()?).arg("--import-child").args([&register, &path]).output()?;
    println!("{:<44}{:>12}", "peak memory of that import", String::from_utf8_lossy(&child.stdout).trim());
    Ok(())
}

/// Imports in a process of its own, so that its peak is the import's.
pub fn child(paths: &[PathBuf]) -> Result {
    let [register, workbook] = paths else { return Err("a register and a workbook".into()) };
    let mut office = Office { session: register::Session::default(), folder: register.clone() };
    office.call("open_register", json!({"folder": register}))?;
    office.call("import", json!({"workbook": workbook}))?;
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak =
        status.lines().find_map(|line| line.strip_prefix("VmHWM:")).and_then(|kib| kib.split_whitespace().next());
    match peak.and_then(|kib| kib.parse::<u64>().ok()) {
        Some(kib) => println!("{} MiB", kib / 1024),
        None => println!("unknown on this system"),
    }
    Ok(())
}
