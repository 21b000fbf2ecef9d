//! The 更正情况 of an archived report as sheets: figure by figure, record by record, and what else has changed.

use std::path::Path;

use serde_json::Number;

use super::sheet::{Cell, Sheet, SheetColumn, column};
use super::xlsx;
use crate::archive::{ArchiveChanges, CorrectionMade, FigureShown, RecordChange};
use crate::context::Context;
use crate::error::Result;
use crate::files::{Arriving, check_outside, check_place, told_apart};
use crate::folder::Register;
use crate::import::Written;

/// Writes what has changed since a report was archived, as it stands today.
pub(crate) fn write_corrections(register: &Register, context: &Context, id: &str, place: &Path) -> Result<Written> {
    check_outside(register.folder(), place)?;
    check_place(place)?;
    let changes = register.archive_changes(context, id)?;
    let sheets = [figures(&changes), records(&changes), notes(&changes)];
    let title = format!("更正情况（{}）", changes.report.sealed.title);
    let mut file = Arriving::beside(place).map_err(told_apart(place))?;
    let head = (title.as_str(), changes.report.sealed.institution.as_str(), context.today());
    xlsx::write_sheets(head, &sheets, place, &mut file)?;
    file.land().map_err(told_apart(place))?;
    let rows = sheets.iter().map(|sheet| sheet.rows.len() as u64).sum();
    Ok(Written { path: place.to_path_buf(), rows })
}

fn wide(heading: &'static str, width: u16) -> SheetColumn {
    SheetColumn { wraps: true, ..column(heading, width) }
}

fn plain(name: &'static str, columns: Vec<SheetColumn>, rows: Vec<Vec<Cell>>) -> Sheet {
    Sheet { name: name.into(), columns, rows, chart: None, form: None }
}

/// Every figure, also one that still holds: of that nothing stands in the columns of what has changed.
fn figures(changes: &ArchiveChanges) -> Sheet {
    let rows = changes.figures.iter().map(|figure| {
        let (filed, now) = (whole(&figure.filed), whole(&figure.now));
        let count = |of: fn(&RecordChange) -> bool| {
            let records = figure.records.iter().filter(|record| of(record)).count();
            unless_none(i64::try_from(records).unwrap_or(i64::MAX))
        };
        vec![
            Cell::Text(figure.label.clone()),
            Cell::Text(figure.unit.clone()),
            figure.filed.value.as_ref().into(),
            Cell::Text(figure.filed.display.clone()),
            figure.now.value.as_ref().into(),
            Cell::Text(figure.now.display.clone()),
            filed.zip(now).map_or(Cell::Empty, |(filed, now)| unless_none(now - filed)),
            count(|record| record.filed.is_none()),
            count(|record| record.now.is_none()),
            count(|record| record.filed.is_some() && record.now.is_some()),
        ]
    });
    let columns = vec![
        wide("指标", 34),
        column("单位", 9),
        column("归档数值", 11),
        column("归档用语", 18),
        column("现数值", 11),
        column("现用语", 18),
        column("增减", 9),
        column("新计入记录", 12),
        column("不再计入记录", 13),
        column("数量改变记录", 13),
    ];
    plain("更正情况", columns, rows.collect())
}

/// Every record that makes a difference, with what was done to it; then those that only say something else.
fn records(changes: &ArchiveChanges) -> Sheet {
    let mut rows = Vec::new();
    for figure in &changes.figures {
        for record in &figure.records {
            let what = match (record.filed, record.now) {
                (None, _) => "新计入",
                (Some(_), None) => "不再计入",
                (Some(_), Some(_)) => "数量改变",
            };
            rows.push(vec![
                Cell::Text(figure.label.clone()),
                Cell::Text(what.to_owned()),
                Cell::Text(record.id.clone()),
                Cell::Text(record.title.clone()),
                record.date.parse().map_or_else(|_| Cell::Text(record.date.clone()), Cell::Date),
                record.filed.map_or(Cell::Empty, Cell::from),
                record.now.map_or(Cell::Empty, Cell::from),
                Cell::Text(told(&record.corrections)),
            ]);
        }
    }
    rows.extend(changes.edited.iter().map(|record| {
        vec![
            Cell::Empty,
            Cell::Text("内容改动".to_owned()),
            Cell::Text(record.id.clone()),
            Cell::Text(record.title.clone()),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Text(told(&record.corrections)),
        ]
    }));
    let columns = vec![
        wide("指标", 30),
        column("变化", 11),
        column("记录编号", 18),
        wide("名称", 40),
        column("日期", 12),
        column("归档数量", 10),
        column("现数量", 10),
        wide("更正时间、经办人和原因", 44),
    ];
    plain("更正明细", columns, rows)
}

/// When, by whom and why, correction by correction. A record that nobody touched moved with the words it is counted by.
fn told(corrections: &[CorrectionMade]) -> String {
    if corrections.is_empty() {
        return "记录未改动，系词表变动".to_owned();
    }
    let one = |made: &CorrectionMade| {
        let day = made.at.split('T').next().unwrap_or_default();
        format!("{day} {}：{}", made.by, made.reason.as_deref().unwrap_or("未注明原因"))
    };
    corrections.iter().map(one).collect::<Vec<_>>().join("；")
}

/// What was archived, and whether what it came from is still what it was.
fn notes(changes: &ArchiveChanges) -> Sheet {
    let (report, since) = (&changes.report, &changes.since);
    let sealed = &report.sealed;
    let still = |changed: bool| if changed { "归档后有改动" } else { "与归档时一致" }.to_owned();
    let definitions = match since.definitions.as_slice() {
        [] => still(false),
        labels => format!("归档后有改动：{}。现数值仍按归档时的口径计算。", labels.join("、")),
    };
    let rows = [
        ("归档年报", sealed.title.clone()),
        ("归档编号", sealed.id.clone()),
        ("统计期间", sealed.period().zh()),
        ("归档时间", sealed.archived_at.replace('T', " ")),
        ("归档人", sealed.by.clone()),
        ("程序版本", sealed.program.clone()),
        ("归档摘要", format!("SHA-256 {}", report.sha256)),
        ("报告文字", still(since.wording)),
        ("统计口径", definitions),
        ("期限规则", still(since.rules)),
        ("工作日历", still(since.calendar)),
    ];
    let rows = rows.map(|(subject, text)| vec![Cell::Text(subject.to_owned()), Cell::Text(text)]).to_vec();
    plain("说明", vec![column("项目", 14), wide("内容", 100)], rows)
}

/// A number where there is any.
fn unless_none(number: i64) -> Cell {
    if number == 0 { Cell::Empty } else { number.into() }
}

/// A figure in whole numbers; nothing of a share.
fn whole(figure: &FigureShown) -> Option<i64> {
    figure.value.as_ref().and_then(Number::as_i64)
}
