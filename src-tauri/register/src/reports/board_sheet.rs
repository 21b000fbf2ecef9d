//! The board of the 清单事项 as a sheet: one row an item, to be sorted and handed round.

use std::path::PathBuf;

use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use super::sheet::{Cell, Sheet, SheetColumn, column};
use super::xlsx;
use crate::board::{BoardItem, Every, ItemState, NOT_FILLED_IN, Rhythm};
use crate::context::Context;
use crate::error::Result;
use crate::files::{Arriving, check_outside, check_place, told_apart};
use crate::folder::Register;
use crate::import::Written;
use crate::period::Period;
use crate::things::Vocabulary;

#[derive(Debug, Deserialize, TS)]
pub struct ExportListBoard {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub file: PathBuf,
}

/// Writes the board of a period as it stands today.
pub fn export_board(register: &Register, context: &Context, request: &ExportListBoard) -> Result<Written> {
    let period = Period { from: request.from, to: request.to };
    let place = request.file.as_path();
    check_outside(register.folder(), place)?;
    check_place(place)?;
    let board = register.list_board(period, context.today())?;
    let vocabulary = register.vocabulary()?;
    let mut rows = Vec::new();
    for category in board.categories {
        rows.extend(category.items.into_iter().map(|item| row(&category.name, item, &vocabulary)));
    }
    let wide = |heading, width| SheetColumn { wraps: true, ..column(heading, width) };
    let sheet = Sheet {
        name: "清单事项".into(),
        columns: vec![
            column("序号", 6),
            wide("类别", 22),
            wide("公开事项", 48),
            column("状态", 9),
            column("本期条数", 10),
            column("最近公开", 12),
            wide("公开情况", 34),
            column("更新周期", 12),
            column("应更新日期", 12),
            wide("责任部门", 18),
            wide("不涉及理由", 28),
        ],
        rows,
        chart: None,
        form: None,
    };
    let title = format!("清单事项公开情况（{}）", period.zh());
    let mut file = Arriving::beside(place).map_err(told_apart(place))?;
    xlsx::write_sheets(
        (&title, &register.institution()?, board.as_of),
        std::slice::from_ref(&sheet),
        place,
        &mut file,
    )?;
    file.land().map_err(told_apart(place))?;
    Ok(Written { path: place.to_path_buf(), rows: sheet.rows.len() as u64 })
}

fn row(category: &str, item: BoardItem, vocabulary: &Vocabulary) -> Vec<Cell> {
    let count = |number: u64| Cell::from(i64::try_from(number).unwrap_or(i64::MAX));
    let departments = item.departments.iter().filter_map(|id| vocabulary.get(*id));
    let departments: Vec<&str> = departments.map(|term| term.name.as_str()).collect();
    vec![
        count(item.number as u64),
        Cell::Text(category.to_owned()),
        Cell::Text(item.name),
        Cell::Text(state(item.state).to_owned()),
        count(item.publications),
        item.newest.map_or(Cell::Empty, Cell::Date),
        Cell::Text(if item.place.is_empty() { NOT_FILLED_IN.to_owned() } else { item.place }),
        Cell::Text(every(&item.rhythm).to_owned()),
        item.fresh_until.map_or(Cell::Empty, Cell::Date),
        Cell::Text(departments.join("、")),
        Cell::Text(item.decision.and_then(|decision| decision.reason).unwrap_or_default()),
    ]
}

fn state(state: ItemState) -> &'static str {
    match state {
        ItemState::Published => "已公开",
        ItemState::Stale => "待更新",
        ItemState::Missing => "未公开",
        ItemState::NotApplicable => "不涉及",
    }
}

fn every(rhythm: &Rhythm) -> &'static str {
    match rhythm.every {
        Every::Year => "每年",
        Every::Term => "每学期",
        Every::Quarter => "每季度",
        Every::Month => "每月",
        Every::Standing => "长期有效",
    }
}
