//! 部门信息公开工作考核表: the scorecards of a period as one workbook: a table of all departments, a form to print of
//! each, and by what rules the numbers came about. Units are never added up.

use std::collections::HashSet;
use std::path::PathBuf;

use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use super::score_lines::{Line, lines};
use super::sheet::{Cell, Form, Sheet, SheetColumn, column};
use super::xlsx;
use crate::context::{Context, Stage};
use crate::error::Result;
use crate::files::{Arriving, check_outside, check_place, told_apart};
use crate::folder::Register;
use crate::import::Written;
use crate::people::{Scorecard, Scorecards};
use crate::period::{Period, zh_date};

#[derive(Debug, Deserialize, TS)]
pub struct ExportScorecards {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub xlsx: PathBuf,
    /// Whether the head of each form names 第一责任人 and 信息员.
    pub names: bool,
}

/// Writes the workbook whole or not at all.
pub fn export_scorecards(register: &Register, context: &Context, request: &ExportScorecards) -> Result<Written> {
    let period = Period::new(request.from, request.to)?;
    let place = request.xlsx.as_path();
    check_outside(register.folder(), place)?;
    check_place(place)?;
    let cards = register.scorecards(context, period)?;
    context.progress(Stage::Writing, 0, cards.departments.len() as u64)?;
    let institution = register.institution()?;
    let sheets = sheets(&cards, &institution, period, context.today(), request.names);
    let title = format!("部门信息公开工作考核（{}）", period.zh());
    let mut file = Arriving::beside(place).map_err(told_apart(place))?;
    xlsx::write_sheets((&title, &institution, context.today()), &sheets, place, &mut file)?;
    file.land().map_err(told_apart(place))?;
    Ok(Written { path: place.to_path_buf(), rows: cards.departments.len() as u64 })
}

const SUMMARY: &str = "各部门汇总";
const NOTES: &str = "统计口径";

fn sheets(cards: &Scorecards, institution: &str, period: Period, today: NaiveDate, names: bool) -> Vec<Sheet> {
    let lines = lines(cards, today);
    let mut taken: HashSet<String> = [SUMMARY, NOTES].map(str::to_owned).into();
    let mut sheets = vec![summary(cards, &lines)];
    for card in &cards.departments {
        sheets.push(Sheet {
            name: sheet_name(&card.name, &mut taken).into(),
            columns: vec![
                column("项目", 28),
                column("数量", 10),
                column("单位", 8),
                SheetColumn { wraps: true, ..column("统计口径", 56) },
            ],
            rows: lines
                .iter()
                .map(|line| {
                    let text = |text: &str| Cell::Text(text.to_owned());
                    vec![text(line.label), (line.value)(card), text(line.unit), text(&line.rule)]
                })
                .collect(),
            chart: None,
            form: Some(form(card, institution, period, names)),
        });
    }
    sheets.push(notes(cards, institution, period, today, &lines));
    sheets
}

/// One row a department.
fn summary(cards: &Scorecards, lines: &[Line]) -> Sheet {
    let columns = lines.iter().map(|line| column(line.heading, 10));
    Sheet {
        name: SUMMARY.into(),
        columns: [column("责任部门", 24)].into_iter().chain(columns).collect(),
        rows: cards
            .departments
            .iter()
            .map(|card| {
                let name = [Cell::Text(card.name.clone())].into_iter();
                name.chain(lines.iter().map(|line| (line.value)(card))).collect()
            })
            .collect(),
        chart: None,
        form: None,
    }
}

fn form(card: &Scorecard, institution: &str, period: Period, names: bool) -> Form {
    let mut above =
        vec![format!("单位：{institution}"), format!("责任部门：{}", card.name), format!("考核期间：{}", period.zh())];
    if names {
        let name = |name: &str| if name.is_empty() { "未填报".to_owned() } else { name.to_owned() };
        above.push(format!("第一责任人：{}　　信息员：{}", name(&card.head), name(&card.officer)));
    }
    Form {
        title: "部门信息公开工作考核表".into(),
        above,
        below: [
            "考核意见：",
            "责任部门（签字）：　　　　　　　　　　　　　　　　年　　月　　日",
            "信息公开工作机构（盖章）：　　　　　　　　　　　　年　　月　　日",
        ]
        .map(str::to_owned)
        .to_vec(),
    }
}

fn notes(cards: &Scorecards, institution: &str, period: Period, today: NaiveDate, lines: &[Line]) -> Sheet {
    let unassigned = format!("期间内另有{}条公开信息未填责任部门，不计入任何部门。", cards.unassigned);
    let general = [
        ("单位", institution.to_owned()),
        ("考核期间", format!("{}，起止当日均计入。", period.zh())),
        ("制表日期", zh_date(today)),
        ("数据来源", "信息公开台账的登记记录；作废的记录和已撤回的导入批次均不计入。".to_owned()),
        ("未填部门", unassigned),
        ("计量单位", "条、项、件单位不同，不相加；零表示统计结果为零，空白表示无从计算。".to_owned()),
    ];
    let rows = general.into_iter().chain(lines.iter().map(|line| (line.label, line.rule.clone())));
    Sheet {
        name: NOTES.into(),
        columns: vec![column("项目", 28), SheetColumn { wraps: true, ..column("口径", 100) }],
        rows: rows.map(|(subject, rule)| vec![Cell::Text(subject.to_owned()), Cell::Text(rule)]).collect(),
        chart: None,
        form: None,
    }
}

/// A name that a sheet may have and that no other has: to Excel, names that differ in case alone are one.
fn sheet_name(department: &str, taken: &mut HashSet<String>) -> String {
    const LONGEST: usize = 31;
    let plain = xlsx::allowed(department);
    let plain = if plain.is_empty() { "部门".to_owned() } else { plain };
    let numbered = |number: u32| {
        let end = format!("({number})");
        plain.chars().take(LONGEST - end.len()).collect::<String>() + &end
    };
    let names = [plain.clone()].into_iter().chain((2..).map(numbered));
    let free = names.into_iter().find(|name| taken.insert(name.to_lowercase()));
    free.unwrap_or(plain)
}
