//! Workbooks that the app gives out to be filled in and taken back: the blank ledger, and the rows that were refused.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::meaning::Target;
use super::origins::{ORIGIN, written};
use super::{ImportRequest, Refusal, SheetVerdict, verdicts};
use crate::context::Context;
use crate::error::{Error, Result};
use crate::fault::FaultCode;
use crate::folder::Register;
use crate::reports::{Entry, LedgerBook, LedgerColumn, LedgerSheet, Rule, Words, write_ledger};
use crate::store;
use crate::things::{Dimension, Field, Kind, Thing};

#[derive(Debug, Deserialize, TS)]
pub struct ExportRefused {
    pub import: ImportRequest,
    /// The .xlsx to write.
    pub to: PathBuf,
}

/// A workbook that was written.
#[derive(Debug, Serialize, TS)]
pub struct Written {
    pub path: PathBuf,
    /// How many rows it holds, headings aside.
    pub rows: u64,
}

/// The last column of refused rows; an import knows it and passes over it.
pub(super) const REASON: &str = "未收原因";
const NOTES: &str = "填写说明";
const WORDS: &str = "词表";

/// Whether a sheet of this name, where it is no ledger, is one that the blank ledger brings along.
pub(super) fn is_ours(sheet: &str) -> bool {
    [NOTES, WORDS].contains(&sheet)
}

/// Writes the rows that an import refuses as a workbook with the same headings and the reason in a last column, to
/// be mended and imported.
pub fn export_refused(register: &mut Register, context: &Context, request: &ExportRefused) -> Result<Written> {
    let import = ImportRequest { dry_run: true, ..request.import.clone() };
    let answer = verdicts::import(register, context, &import)?;
    let sheets: Vec<LedgerSheet> =
        answer.sheets.into_iter().filter(|sheet| !sheet.refused.is_empty()).map(refused).collect();
    let rows = sheets.iter().map(|sheet| sheet.rows.len() as u64).sum();
    if rows == 0 {
        return Err(Error::NothingRefused { path: import.workbook });
    }
    write_ledger(register, context, &LedgerBook { title: REASON, notes: None, words: None, sheets }, &request.to)?;
    Ok(Written { path: request.to.clone(), rows })
}

/// Writes an empty ledger for the departments: a sheet for each thing, with the register's own words to choose from.
pub fn blank_ledger(register: &Register, context: &Context, to: &Path) -> Result<Written> {
    let mut lists: Vec<(Dimension, Vec<String>)> =
        Dimension::ALL.into_iter().map(|dimension| (dimension, Vec::new())).collect();
    for term in store::terms::all(register.db())? {
        if let Some((_, names)) = lists.iter_mut().find(|(dimension, _)| *dimension == term.dimension)
            && !term.retired
            && term.same_as.is_none()
        {
            names.push(term.name);
        }
    }
    lists.retain(|(_, names)| !names.is_empty());
    let known: Vec<Dimension> = lists.iter().map(|(dimension, _)| *dimension).collect();
    let words = lists.into_iter().map(|(dimension, names)| (dimension.label().to_owned(), names)).collect();
    let book = LedgerBook {
        title: "信息公开台账（空白）",
        notes: Some((NOTES, notes(&register.institution()?))),
        words: Some(Words { sheet: WORDS, lists: words }),
        sheets: Target::ALL.into_iter().map(|target| blank(target, &known)).collect(),
    };
    write_ledger(register, context, &book, to)?;
    Ok(Written { path: to.to_path_buf(), rows: 0 })
}

fn notes(institution: &str) -> Vec<String> {
    [
        "本表用于登记信息公开工作，每类事项一张工作表，填好后交信息公开办公室导入。没有发生的事项，留空即可。",
        "一行登记一件事，从第二行起填写。请勿改动表名和第一行的列名，不要合并单元格，不要插入合计行。",
        "列名加粗的为必填项，其余各列没有内容的留空。公开日期在“是否公开”为“否”时可以不填。",
        "日期填写到日，如 2023-03-02。数量只填数字，不写“若干”“多人”；没有确数的可写“约30”，仅限“答复”和“日常登记”。",
        "有下拉箭头的单元格请从列表中选用；列表中没有的可以直接填写，导入时作为新词条加入。",
        "“公开渠道”可以填写多个，用顿号隔开，如“学校官网、公示栏”。",
        "逐件办理的来信来访填入“答复”，每日按人次登记的咨询接待填入“日常登记”，同一件事不要两处都填。",
        "“词表”工作表是下拉列表的来源，请勿改动。",
    ]
    .into_iter()
    .enumerate()
    .map(|(index, note)| format!("{}. {note}", index + 1))
    .fold(vec![format!("{institution}信息公开台账填写说明")], |mut all, note| {
        all.push(note);
        all
    })
}

/// The sheet of one kind, as the import recognises it.
fn blank(target: Target, known: &[Dimension]) -> LedgerSheet {
    let thing = target.thing();
    let shown = |field: &&Field| match target {
        Target::DayCounts => DAY_COUNTS.iter().any(|(key, _)| *key == field.key),
        // An estimate is written as 约30, and another record has its name in the register alone.
        Target::Thing(_) => !["is_estimate", "is_day_count"].contains(&field.key) && field.links_to().is_none(),
    };
    let column = |field: &Field| {
        let own = DAY_COUNTS.iter().find(|(key, _)| target == Target::DayCounts && *key == field.key);
        let heading = own.map_or(field.label, |(_, heading)| heading);
        LedgerColumn {
            heading: heading.to_owned(),
            required: is_required(target, field),
            width: width(field),
            rule: rule(target, field, known),
            hidden: false,
        }
    };
    LedgerSheet {
        name: name(target).to_owned(),
        columns: thing.fields().iter().filter(shown).map(column).collect(),
        rows: Vec::new(),
    }
}

/// The columns of 日常登记, which calls them otherwise than single replies do.
const DAY_COUNTS: [(&str, &str); 7] = [
    ("received_on", "日期"),
    ("channel", "受理渠道"),
    ("source", "来源"),
    ("matter", "事项类别"),
    ("quantity", "人次"),
    ("department", "承办部门"),
    ("remarks", "备注"),
];

fn name(target: Target) -> &'static str {
    match target {
        Target::DayCounts => "日常登记",
        Target::Thing(Thing::Publication) => "主动公开",
        Target::Thing(
            thing @ (Thing::Meeting
            | Thing::Reply
            | Thing::Material
            | Thing::Request
            | Thing::Evaluation
            | Thing::CaseFile
            | Thing::Problem
            | Thing::Regulation
            | Thing::Consultation
            | Thing::Notice),
        ) => thing.label(),
    }
}

/// Whether a row without it is refused; the rest goes without saying.
fn is_required(target: Target, field: &Field) -> bool {
    let said = match field.key {
        "unit" => false,
        "quantity" => target != Target::Thing(Thing::Reply),
        "published_on" => true,
        _ => field.required,
    };
    said && field.kind != Kind::Flag
}

fn rule(target: Target, field: &Field, known: &[Dimension]) -> Rule {
    let words = |of: Dimension| known.iter().position(|dimension| *dimension == of).map_or(Rule::Text, Rule::Word);
    match field.kind {
        Kind::Text { .. } | Kind::Link { .. } => Rule::Text,
        Kind::Date => Rule::Day,
        // 约30 may stand here.
        Kind::Count if target.thing() == Thing::Reply => Rule::Free,
        Kind::Count => Rule::Count,
        Kind::Money => Rule::Money,
        Kind::Flag => Rule::YesNo,
        Kind::Term { dimension } => words(dimension),
        Kind::Channels => words(Dimension::Channel),
    }
}

fn width(field: &Field) -> u16 {
    match field.kind {
        Kind::Text { max } if max >= 5000 => 36,
        Kind::Text { max } if max >= 500 => 40,
        Kind::Channels => 24,
        Kind::Text { .. } | Kind::Term { .. } | Kind::Link { .. } => 18,
        Kind::Date => 13,
        Kind::Count | Kind::Money | Kind::Flag => 12,
    }
}

fn refused(sheet: SheetVerdict) -> LedgerSheet {
    let headings = sheet.refused.first().map(|row| &row.cells);
    let column = |heading: &str, width| LedgerColumn {
        heading: heading.to_owned(),
        required: false,
        width,
        rule: Rule::Free,
        hidden: false,
    };
    let mut columns: Vec<LedgerColumn> = headings.into_iter().flatten().map(|cell| column(&cell.column, 18)).collect();
    columns.push(column(REASON, 60));
    columns.insert(ORIGIN_AT, LedgerColumn { rule: Rule::Text, hidden: true, ..column(ORIGIN, 18) });
    LedgerSheet { name: sheet.sheet, columns, rows: sheet.refused.into_iter().map(row).collect() }
}

/// Where the hidden column stands: between others, so that whoever sorts the rows that they see takes it along.
const ORIGIN_AT: usize = 1;

/// A refused row as it stands, with why and from where.
fn row(refusal: Refusal) -> Vec<Entry> {
    let faults = || {
        // The first says where; the others need not say it again.
        let also = refusal.also.iter().map(|fault| (&fault.column, fault.code, &fault.sentence));
        std::iter::once((&refusal.column, refusal.code, &refusal.message)).chain(also)
    };
    let reasons: Vec<&str> = faults().map(|(_, _, message)| message.as_str()).collect();
    let entry = |cell: &super::CellText| {
        let code = faults().find(|(column, _, _)| **column == cell.column).map(|(_, code, _)| code);
        match (code, cell.value.parse()) {
            // As text it would be taken although it is wrong.
            (Some(FaultCode::DigitsLost), Ok(number)) => Entry::Number(number),
            (Some(FaultCode::CellError), _) => Entry::Text(String::new()),
            _ => Entry::Text(cell.value.clone()),
        }
    };
    let mut entries: Vec<Entry> = refusal.cells.iter().map(entry).collect();
    entries.push(Entry::Text(reasons.join("\n")));
    entries.insert(ORIGIN_AT, Entry::Text(written(&refusal.origins)));
    entries
}
