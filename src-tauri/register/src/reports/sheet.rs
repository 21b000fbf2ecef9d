//! The statistics as plain sheets: figures, months, channels, and the columns of the record list.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde_json::Number;

use super::ReportRequest;
use crate::counting::{Definition, Figure, FigureRecord, Measure};
use crate::error::Result;
use crate::folder::Register;
use crate::period::{Period, zh_date};
use crate::things::LARGEST_COUNT;

/// A round number below the 1,048,576 rows of the format (ECMA-376 part 1, 18.3.1.73).
const ROWS_A_SHEET: u32 = 1_000_000;

/// Everything that the workbook shows. The records themselves are many: they are visited when they are written.
pub(super) struct Workbook {
    pub institution: String,
    pub period: Period,
    /// The day that the report bears.
    pub date: NaiveDate,
    /// Before the list of records.
    pub sheets: Vec<Sheet>,
    pub evidence: Evidence,
    /// After the list of records.
    pub notes: Sheet,
}

/// The list of every record behind every figure.
pub(super) struct Evidence {
    pub name: &'static str,
    pub columns: Vec<SheetColumn>,
    pub definitions: Vec<Definition>,
    /// How many there will be.
    pub records: u64,
    /// How many stand on a sheet before the next begins.
    pub rows_a_sheet: u32,
}

pub(super) struct Sheet {
    pub name: Cow<'static, str>,
    pub columns: Vec<SheetColumn>,
    pub rows: Vec<Vec<Cell>>,
    /// Drawn from the first two columns.
    pub chart: Option<Chart>,
    /// A form to print, upright; other sheets lie across.
    pub form: Option<Form>,
}

/// What stands around the table of a form.
pub(super) struct Form {
    pub title: String,
    pub above: Vec<String>,
    pub below: Vec<String>,
}

pub(super) struct SheetColumn {
    pub heading: &'static str,
    /// In characters of the default font; a Chinese one takes two.
    pub width: u16,
    pub wraps: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    Text(String),
    Number(f64),
    /// With one decimal.
    Share(f64),
    Date(NaiveDate),
    Empty,
}

pub(super) struct Chart {
    pub shape: Shape,
    pub title: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Upright, one for each row, from the left.
    Columns,
    /// Lying, one for each row, from the top.
    Bars,
}

/// The statistics of a report from figures that were counted already.
pub(super) fn workbook(register: &Register, request: &ReportRequest, figures: Vec<Figure>) -> Result<Workbook> {
    let period = request.period();
    let records = figures.iter().map(|figure| figure.rows).sum();
    let channels = register.by_channel(period)?;
    let channels = channels.into_iter().map(|(term, count)| vec![Cell::Text(term.name), count.into()]);
    Ok(Workbook {
        institution: register.institution()?,
        period,
        date: request.date(),
        sheets: vec![
            figure_sheet(figures, period),
            Sheet {
                name: "按月".into(),
                columns: vec![column("月份", 12), column("条数", 10)],
                rows: months(register, period)?,
                chart: Some(Chart { shape: Shape::Columns, title: "各月主动公开信息（条）" }),
                form: None,
            },
            Sheet {
                name: "按渠道".into(),
                columns: vec![column("公开渠道", 28), column("条数", 10)],
                rows: channels.collect(),
                chart: Some(Chart { shape: Shape::Bars, title: "各渠道主动公开信息（条）" }),
                form: None,
            },
        ],
        evidence: Evidence {
            name: "记录清单",
            columns: vec![
                column("编号", 14),
                column("指标", 34),
                column("记录编号", 20),
                column("日期", 12),
                column("名称", 70),
                column("数量", 10),
                column("单位", 12),
            ],
            definitions: register.definitions()?,
            records,
            rows_a_sheet: ROWS_A_SHEET,
        },
        notes: notes(register, request)?,
    })
}

/// One row a figure; its id stands in the first column, by which other programs find it.
fn figure_sheet(figures: Vec<Figure>, period: Period) -> Sheet {
    let rows = figures.into_iter().map(|figure| {
        let value = Cell::from(figure.value.as_ref());
        let lacking = match figure.unknown.as_slice() {
            [] => String::new(),
            words => format!("（词表中没有：{}）", words.join("、")),
        };
        vec![
            Cell::Text(figure.id),
            Cell::Text(figure.label),
            value,
            Cell::Text(figure.unit),
            Cell::Text(figure.display),
            Cell::Text(period.zh()),
            Cell::Text(figure.meaning + &lacking),
            i64::try_from(figure.rows).unwrap_or(i64::MAX).into(),
            figure.declared.as_ref().map_or(Cell::Empty, |declared| Cell::from(Some(&declared.value))),
            figure.declared.map_or(Cell::Empty, |declared| Cell::Text(declared.source)),
        ]
    });
    Sheet {
        name: "统计表".into(),
        rows: rows.collect(),
        columns: vec![
            column("编号", 14),
            column("指标", 34),
            column("数值", 10),
            column("单位", 9),
            column("报告用语", 18),
            column("统计期间", 34),
            SheetColumn { wraps: true, ..column("统计口径", 70) },
            column("记录数", 9),
            column("上报数", 10),
            SheetColumn { wraps: true, ..column("来源", 34) },
        ],
        chart: None,
        form: None,
    }
}

/// Every month of the period, also one without anything.
fn months(register: &Register, period: Period) -> Result<Vec<Vec<Cell>>> {
    const HEADLINE: &str = "items";
    // An office may have defined its figures anew, without this one.
    if register.definitions()?.iter().all(|definition| definition.id != HEADLINE) {
        return Ok(Vec::new());
    }
    let months = register.figure_months(HEADLINE, period)?.into_iter();
    Ok(months.map(|month| vec![Cell::Text(month.month), month.quantity.into()]).collect())
}

/// One record behind a figure. The quantities of a figure add up to its value; behind a share stands its part.
pub(super) fn record_row(definition: &Definition, record: FigureRecord) -> Vec<Cell> {
    let unit = match &definition.measure {
        Measure::Records | Measure::Sum { .. } | Measure::Declared => definition.unit.clone(),
        Measure::Ratio { part, .. } => {
            definition.counts.thing().field(part).map_or_else(|| part.clone(), |field| field.label.to_owned())
        }
    };
    vec![
        Cell::Text(definition.id.clone()),
        Cell::Text(definition.label.clone()),
        Cell::Text(record.id),
        record.date.parse().map_or_else(|_| Cell::Text(record.date.clone()), Cell::Date),
        Cell::Text(record.title),
        record.quantity.into(),
        Cell::Text(unit),
    ]
}

/// By what rules the numbers came about.
fn notes(register: &Register, request: &ReportRequest) -> Result<Sheet> {
    const RULES: [(&str, &str); 10] = [
        (
            "依据",
            "《高等学校信息公开办法》（教育部令第29号）；《教育部关于公布〈高等学校信息公开事项清单〉的通知》（教办函〔2014〕23号）。",
        ),
        (
            "数据来源",
            "全部数值由信息公开台账的登记记录汇总。“统计表”一行为一个指标，“记录清单”列出每个指标所依据的每条记录。",
        ),
        ("核对方法", "按“编号”筛选“记录清单”，“数量”合计即为“统计表”的“数值”；以%为单位的指标除外，其“数量”为分子。"),
        ("统计期间", "起止当日均计入。由各指标口径所列的日期决定一条记录是否在期间之内。"),
        ("多渠道公开", "同一信息通过多个渠道公开的，总数只计一条，各渠道分别计一条，因此各渠道之和可能大于总数。"),
        ("计量单位", "条、项、号、份、件、次、人次等单位不同的数量不相加。"),
        ("概数", "“报告用语”中的“约”表示含估计数，“余”表示按百位舍去尾数；“数值”列为未经舍去的合计。"),
        (
            "无与未填报",
            "“无”“没有”表示统计结果为零；“未填报”表示没有可供计算的记录，或应由人填报而尚未填报，“数值”列留空。",
        ),
        (
            "手工填报和上报数",
            "“上报数”由人填报，注明来源，列在统计得出的“数值”旁，不代替它。手工填报的指标没有所依据的记录，“数值”即所填的数。",
        ),
        ("作废", "作废的记录和已撤回的导入批次均不计入。"),
    ];
    let mut rows = vec![
        ["单位".to_owned(), register.institution()?],
        ["统计期间".to_owned(), request.period().zh()],
        ["报告日期".to_owned(), zh_date(request.date())],
    ];
    rows.extend(RULES.map(|(subject, rule)| [subject.to_owned(), rule.to_owned()]));
    Ok(Sheet {
        name: "说明".into(),
        columns: vec![column("项目", 14), SheetColumn { wraps: true, ..column("内容", 100) }],
        rows: rows.into_iter().map(|row| row.map(Cell::Text).to_vec()).collect(),
        chart: None,
        form: None,
    })
}

pub(super) fn column(heading: &'static str, width: u16) -> SheetColumn {
    SheetColumn { heading, width, wraps: false }
}

impl From<Option<&Number>> for Cell {
    /// A figure's value: a share where it is no whole number.
    fn from(value: Option<&Number>) -> Cell {
        match value.and_then(Number::as_i64) {
            Some(whole) => whole.into(),
            None => value.and_then(Number::as_f64).map_or(Cell::Empty, Cell::Share),
        }
    }
}

impl From<i64> for Cell {
    /// A spreadsheet keeps numbers as floating point: exact up to 2^53, far beyond the sums of a register.
    fn from(number: i64) -> Cell {
        const EXACT: i64 = 1 << 53;
        const { assert!(LARGEST_COUNT < EXACT / 1_000_000) };
        #[allow(clippy::cast_precision_loss)]
        Cell::Number(number as f64)
    }
}
