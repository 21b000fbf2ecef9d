//! Imports made for a test, and what is read from their answers.

use std::path::PathBuf;

use serde_json::{Value as Json, json};

use crate::ledgers::ledger;
use crate::office::Office;

pub const HEADER: &[&str] = &["信息名称", "文号", "公开渠道", "印发份数", "公开日期", "是否公开"];

pub fn import(office: &mut Office, rows: &[&[&str]]) -> Json {
    let path = office.path("台账2023.xlsx");
    ledger(&path, "主动公开", &[&[HEADER], rows].concat());
    office.call("import", json!({"workbook": path}))
}

/// (row, column, code) of each refused row.
pub fn refused(answer: &Json) -> Vec<(u64, String, String)> {
    let text = |value: &Json| value.as_str().unwrap().to_owned();
    let rows = answer["sheets"][0]["refused"].as_array().unwrap();
    rows.iter().map(|r| (r["row"].as_u64().unwrap(), text(&r["column"]), text(&r["code"]))).collect()
}

pub fn warned(answer: &Json) -> Vec<(u64, String)> {
    let rows = answer["sheets"].as_array().unwrap().iter().flat_map(|sheet| sheet["warnings"].as_array().unwrap());
    rows.map(|w| (w["row"].as_u64().unwrap(), w["code"].as_str().unwrap().to_owned())).collect()
}

pub fn file(office: &Office, name: &str, content: &[u8]) -> PathBuf {
    let path = office.path(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, content).unwrap();
    path
}

/// A workbook of one sheet, imported.
pub fn import_sheet(office: &mut Office, name: &str, rows: &[&[&str]]) -> Json {
    let path = office.path("台账2023.xlsx");
    ledger(&path, name, rows);
    office.call("import", json!({"workbook": path}))
}

pub fn message(list: &Json) -> &str {
    list["message"].as_str().unwrap()
}
