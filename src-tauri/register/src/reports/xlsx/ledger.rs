//! A ledger to be filled in, as .xlsx: headings, what may be typed below them, and words to choose from.

use std::io::Write;
use std::path::Path;

use chrono::NaiveDate;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, Format, FormatAlign, FormatBorder,
    Formula, Worksheet, XlsxError,
};

use super::{A4, FONT, HEAD, excel_date, fitting, told};
use crate::context::Context;
use crate::error::Result;
use crate::files::{Arriving, check_outside, check_place, told_apart};
use crate::folder::Register;

/// A workbook of ledgers.
pub(crate) struct LedgerBook {
    pub title: &'static str,
    /// A first sheet, and its lines.
    pub notes: Option<(&'static str, Vec<String>)>,
    /// A last sheet with the words that columns offer.
    pub words: Option<Words>,
    pub sheets: Vec<LedgerSheet>,
}

pub(crate) struct Words {
    pub sheet: &'static str,
    /// A heading and the words below it.
    pub lists: Vec<(String, Vec<String>)>,
}

pub(crate) struct LedgerSheet {
    pub name: String,
    pub columns: Vec<LedgerColumn>,
    pub rows: Vec<Vec<Entry>>,
}

pub(crate) struct LedgerColumn {
    pub heading: String,
    pub required: bool,
    /// In characters of the default font; a Chinese one takes two.
    pub width: u16,
    pub rule: Rule,
    pub hidden: bool,
}

/// What may be typed into a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    Free,
    /// Kept as text: a long number keeps its digits, and what begins with `=` is no formula.
    Text,
    Day,
    Count,
    Money,
    YesNo,
    /// A word of this list, or another.
    Word(usize),
}

pub(crate) enum Entry {
    Text(String),
    Number(f64),
}

/// How far down the rules of a column reach.
const LAST_ROW: u32 = 5000;

/// Writes the workbook whole or not at all.
pub(crate) fn write_ledger(register: &Register, context: &Context, book: &LedgerBook, place: &Path) -> Result<()> {
    check_outside(register.folder(), place)?;
    check_place(place)?;
    let bytes = lay_down(context, book).map_err(|error| told(place, error))?;
    let mut file = Arriving::beside(place).map_err(told_apart(place))?;
    file.write_all(&bytes).map_err(told_apart(place))?;
    file.land().map_err(told_apart(place))
}

type Laid<T> = std::result::Result<T, XlsxError>;

fn lay_down(context: &Context, book: &LedgerBook) -> Laid<Vec<u8>> {
    let mut out = rust_xlsxwriter::Workbook::new();
    let day = excel_date(context.today())?;
    out.set_properties(&DocProperties::new().set_title(book.title).set_creation_datetime(&day));
    if let Some((name, lines)) = &book.notes {
        notes(out.add_worksheet().set_name(*name)?, lines)?;
    }
    for ledger in &book.sheets {
        sheet(out.add_worksheet(), ledger, book.words.as_ref())?;
    }
    if let Some(list) = &book.words {
        words(out.add_worksheet().set_name(list.sheet)?, list)?;
    }
    out.save_to_buffer()
}

fn notes(to: &mut Worksheet, lines: &[String]) -> Laid<()> {
    const WIDTH: u16 = 96;
    to.set_column_width(0, WIDTH)?;
    to.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    for (row, line) in (0..).zip(lines) {
        let look = look().set_text_wrap();
        let look = if row == 0 { look.set_bold().set_font_size(14) } else { look };
        to.set_row_height(row, if line.chars().count() * 2 > usize::from(WIDTH) { 40 } else { 24 })?;
        to.write_string_with_format(row, 0, line, &look)?;
    }
    Ok(())
}

fn sheet(to: &mut Worksheet, ledger: &LedgerSheet, words: Option<&Words>) -> Laid<()> {
    to.set_name(allowed(&ledger.name))?;
    to.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    to.set_freeze_panes(1, 0)?;
    to.set_row_height(0, 22)?;
    for (position, column) in (0..).zip(&ledger.columns) {
        let head = look().set_background_color(HEAD).set_align(FormatAlign::Center).set_border(FormatBorder::Thin);
        let head = if column.required { head.set_bold() } else { head };
        to.set_column_width(position, column.width)?;
        to.set_column_format(position, &format_of(column.rule))?;
        if column.hidden {
            to.set_column_hidden(position)?;
        }
        to.write_string_with_format(0, position, &column.heading, &head)?;
        if let Some(validation) = validation(column.rule, words)? {
            to.add_data_validation(1, position, LAST_ROW, position, &validation)?;
        }
    }
    for (row, entries) in (1..).zip(&ledger.rows) {
        for (position, entry) in (0..).zip(entries) {
            match entry {
                Entry::Text(text) if text.is_empty() => {}
                Entry::Text(text) => drop(to.write_string(row, position, fitting(text))?),
                Entry::Number(number) => drop(to.write_number(row, position, *number)?),
            }
        }
    }
    Ok(())
}

fn words(to: &mut Worksheet, list: &Words) -> Laid<()> {
    to.set_freeze_panes(1, 0)?;
    for (position, (heading, words)) in (0..).zip(&list.lists) {
        to.set_column_width(position, 22)?;
        to.write_string_with_format(0, position, heading, &look().set_background_color(HEAD))?;
        for (row, word) in (1..).zip(words) {
            to.write_string(row, position, fitting(word))?;
        }
    }
    Ok(())
}

fn look() -> Format {
    Format::new().set_font_name(FONT).set_font_size(11).set_align(FormatAlign::VerticalCenter)
}

fn format_of(rule: Rule) -> Format {
    match rule {
        Rule::Free => look().set_text_wrap(),
        Rule::Text => look().set_text_wrap().set_num_format("@"),
        Rule::Day => look().set_num_format("yyyy-mm-dd"),
        Rule::Count | Rule::Money | Rule::YesNo | Rule::Word(_) => look(),
    }
}

fn validation(rule: Rule, words: Option<&Words>) -> Laid<Option<DataValidation>> {
    let day = |year, month, day| excel_date(NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default());
    let rule = match rule {
        Rule::Free | Rule::Text => return Ok(None),
        Rule::Day => DataValidation::new()
            .allow_date(DataValidationRule::Between(day(1949, 1, 1)?, day(2100, 12, 31)?))
            .set_error_title("不是日期")?
            .set_error_message("请填写年月日，如 2023-03-02。")?,
        Rule::Count => DataValidation::new()
            .allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0))
            .set_error_title("不是整数")?
            .set_error_message("请只填数字，不写单位和“约”“若干”。")?,
        Rule::Money => DataValidation::new()
            .allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0))
            .set_error_title("不是金额")?
            .set_error_message("请填写以元为单位的数字，如 12.50。")?,
        Rule::YesNo => DataValidation::new()
            .allow_list_strings(&["是", "否"])?
            .set_error_title("只能填是或否")?
            .set_error_message("请填写“是”或“否”。")?,
        Rule::Word(list) => match words.and_then(|words| Some((words.sheet, list, words.lists.get(list)?))) {
            Some((sheet, list, (_, words))) => {
                let column = rust_xlsxwriter::utility::column_number_to_name(u16::try_from(list).unwrap_or_default());
                let formula = format!("='{sheet}'!${column}$2:${column}${}", words.len() + 1);
                DataValidation::new()
                    .allow_list_formula(Formula::new(formula))
                    .set_error_style(DataValidationErrorStyle::Warning)
                    .set_error_title("词表中没有")?
                    .set_error_message("列表中没有这个词，导入时将作为新词条加入。确定要这样填写吗？")?
            }
            None => return Ok(None),
        },
    };
    Ok(Some(rule))
}

/// A name that a sheet may have: 31 characters, none of them a sign of formulas.
pub(in crate::reports) fn allowed(name: &str) -> String {
    let name: String = name.chars().map(|c| if "[]:*?/\\".contains(c) { '-' } else { c }).take(31).collect();
    name.trim_matches('\'').to_owned()
}
