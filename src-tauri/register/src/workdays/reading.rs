//! A year's notice from a file: a table with columns 日期, 休/班, 名称, or the same as JSON.

use std::path::Path;

use chrono::NaiveDate;
use serde_json::Value as Json;

use super::SpecialDay;
use crate::error::{Error, Fault, FaultCode, Result};
use crate::import::Workbook;
use crate::things::folded;
use crate::typed::{Cell, read_date};

pub(super) const DAY: &str = "日期";
const KIND: &str = "休/班";
pub(super) const NAME: &str = "名称";

const DAYS: &[&str] = &["日期", "时间", "年月日", "date", "day"];
const KINDS: &[&str] = &["休/班", "休班", "班/休", "类型", "类别", "安排", "是否放假", "是否休息", "isoffday", "off"];
const NAMES: &[&str] = &["名称", "节日", "节日名称", "节假日", "节假日名称", "假期", "说明", "name"];

const OFF: &[&str] = &["休", "休息", "放假", "休假", "假", "节假日", "法定节假日", "是", "true"];
const WORKED: &[&str] = &["班", "上班", "补班", "调休", "调休上班", "工作日", "否", "false"];

/// A row before it is understood, by its number in the file.
struct Row {
    number: u32,
    day: Cell,
    kind: Cell,
    name: Cell,
}

/// The days of a file with their rows, or every row that cannot be read.
pub(super) fn read(file: &Path, year: i32) -> Result<Vec<(u32, SpecialDay)>> {
    let is_json = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    let rows = if is_json { of_json(file)? } else { of_table(file)? };
    let mut days = Vec::new();
    let mut faults = Vec::new();
    for row in rows {
        match understood(&row, year) {
            Ok(special) => days.push((row.number, special)),
            Err(fault) => faults.push((row.number, fault)),
        }
    }
    match faults.is_empty() {
        true if days.is_empty() => Err(Error::WorkbookEmpty { path: file.into() }),
        true => Ok(days),
        false => Err(Error::CalendarFaulty { faults }),
    }
}

fn understood(row: &Row, year: i32) -> std::result::Result<SpecialDay, Fault> {
    let day: NaiveDate = match read_date(&row.day, Some(year)) {
        Ok(Some(day)) => day,
        Ok(None) => return Err(Fault::new(FaultCode::RequiredMissing, DAY, "")),
        Err((code, value)) => return Err(Fault::new(code, DAY, value)),
    };
    let kind = folded(&row.kind.to_text());
    let off = match kind.as_str() {
        "" => return Err(Fault::new(FaultCode::RequiredMissing, KIND, "")),
        kind if OFF.contains(&kind) => true,
        kind if WORKED.contains(&kind) => false,
        _ => return Err(Fault::new(FaultCode::DayKindUnreadable, KIND, row.kind.to_text())),
    };
    Ok(SpecialDay { day, off, name: row.name.to_text() })
}

/// The rows below the first header that any sheet has.
fn of_table(file: &Path) -> Result<Vec<Row>> {
    let mut workbook = Workbook::open(file)?;
    for index in 0..workbook.sheets().len() {
        let sheet = workbook.read(index)?;
        let header = (0..sheet.rows.len()).find_map(|at| {
            let place = |words: &[&str]| {
                let row = sheet.rows.get(at)?;
                row.iter().position(|cell| words.contains(&folded(&cell.to_text()).as_str()))
            };
            Some((at, place(DAYS)?, place(KINDS)?, place(NAMES)))
        });
        let Some((header, day, kind, name)) = header else { continue };
        let rows = (header + 1..sheet.rows.len()).filter(|at| sheet.rows.get(*at).is_some_and(|row| !row.is_empty()));
        return Ok(rows
            .map(|at| Row {
                number: sheet.number(at),
                day: sheet.cell(at, day).clone(),
                kind: sheet.cell(at, kind).clone(),
                name: name.map_or(Cell::Empty, |name| sheet.cell(at, name).clone()),
            })
            .collect());
    }
    Err(Error::NoHeader { path: file.into(), sought: [DAY, KIND, NAME].join("、") })
}

/// A list of days, or an object whose `days` is one.
fn of_json(file: &Path) -> Result<Vec<Row>> {
    let path = || file.to_path_buf();
    let bytes = std::fs::read(file).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Error::WorkbookMissing { path: path() },
        _ => Error::io(file)(error),
    })?;
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let json: Json = serde_json::from_slice(text)
        .map_err(|error| Error::WorkbookDamaged { path: path(), detail: error.to_string() })?;
    let days = json.as_array().or_else(|| json.get("days")?.as_array());
    let days = days.ok_or_else(|| Error::NoHeader { path: path(), sought: [DAY, KIND, NAME].join("、") })?;
    let value = |day: &Json, words: &[&str]| {
        let found = day.as_object().into_iter().flatten().find(|(key, _)| words.contains(&folded(key).as_str()));
        found.map_or(Cell::Empty, |(_, value)| match value {
            Json::String(text) if !text.trim().is_empty() => Cell::Text(text.trim().into()),
            Json::Bool(flag) => Cell::Flag(*flag),
            Json::Number(number) => number.as_f64().map_or(Cell::Empty, Cell::Number),
            Json::String(_) | Json::Null | Json::Array(_) | Json::Object(_) => Cell::Empty,
        })
    };
    Ok((1..)
        .zip(days)
        .map(|(number, day)| Row { number, day: value(day, DAYS), kind: value(day, KINDS), name: value(day, NAMES) })
        .collect())
}
