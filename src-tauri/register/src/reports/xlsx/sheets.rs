//! One sheet: its head, its rows, its chart; and a form to print, with a title above and lines below the table.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartType, Color, Format, FormatAlign, FormatBorder, Worksheet, XlsxError,
};

use super::super::sheet::{self, Cell, Form, Shape, Sheet, SheetColumn};
use super::{A4, FONT, HEAD, excel_date, fitting};

/// Of a line of 11 pt, in points.
const LINE_HEIGHT: u32 = 15;
const ACCENT: Color = Color::RGB(0x2F_6D_5B);

type Laid<T> = Result<T, XlsxError>;

pub(super) fn plain(to: &mut Worksheet, sheet: &Sheet, looks: &Looks) -> Laid<()> {
    let top = match &sheet.form {
        Some(form) => upright(to, &sheet.name, form, &sheet.columns, looks)?,
        None => {
            begin(to, &sheet.name, &sheet.columns, looks)?;
            0
        }
    };
    let mut last = top;
    for (row, cells) in (top + 1..).zip(&sheet.rows) {
        let lines = lines(cells, &sheet.columns);
        if lines > 1 {
            to.set_row_height(row, lines * LINE_HEIGHT + 4)?;
        }
        write_row(to, row, cells, &sheet.columns, looks)?;
        last = row;
    }
    if let Some(form) = &sheet.form {
        for (row, line) in (last + 1..).zip(&form.below) {
            across(to, row, line, 30, &sheet.columns, &note().set_align(FormatAlign::VerticalCenter))?;
        }
    }
    if last > top
        && let Some(chart) = &sheet.chart
    {
        to.insert_chart(1, 3, &draw(chart, &sheet.name, last))?;
    }
    Ok(())
}

/// A form up to the head of its table, on upright paper: its title and the lines under it. The row of the head.
fn upright(to: &mut Worksheet, name: &str, form: &Form, columns: &[SheetColumn], looks: &Looks) -> Laid<u32> {
    to.set_paper_size(A4).set_portrait().set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    let title = Format::new().set_font_name(FONT).set_font_size(16).set_bold().set_align(FormatAlign::Center);
    across(to, 0, &form.title, 34, columns, &title.set_align(FormatAlign::VerticalCenter))?;
    let mut top = 1;
    for line in &form.above {
        across(to, top, line, 20, columns, &note())?;
        top += 1;
    }
    head(to, name, top, columns, looks)?;
    Ok(top)
}

fn note() -> Format {
    Format::new().set_font_name(FONT).set_font_size(11).set_text_wrap()
}

/// One text over all columns.
fn across(to: &mut Worksheet, row: u32, text: &str, height: u32, columns: &[SheetColumn], look: &Format) -> Laid<()> {
    let last = u16::try_from(columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
    to.set_row_height(row, height)?;
    to.merge_range(row, 0, row, last, fitting(text), look).map(|_| ())
}

/// Name, head, widths, and paper: A4 across, as wide as the page, the head on each.
pub(super) fn begin(to: &mut Worksheet, name: &str, columns: &[SheetColumn], looks: &Looks) -> Laid<()> {
    head(to, name, 0, columns, looks)?;
    to.set_freeze_panes(1, 0)?;
    to.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    to.set_repeat_rows(0, 0)?;
    to.set_footer("&C— &P —");
    Ok(())
}

fn head(to: &mut Worksheet, name: &str, row: u32, columns: &[SheetColumn], looks: &Looks) -> Laid<()> {
    to.set_name(name)?;
    let two_lines = columns.iter().any(|column| column.heading.contains('\n'));
    to.set_row_height(row, if two_lines { 36 } else { 22 })?;
    for (position, column) in (0..).zip(columns) {
        to.set_column_width(position, column.width)?;
        to.write_string_with_format(row, position, column.heading, &looks.head)?;
    }
    Ok(())
}

pub(super) fn write_row(
    to: &mut Worksheet,
    row: u32,
    cells: &[Cell],
    columns: &[SheetColumn],
    looks: &Looks,
) -> Laid<()> {
    for ((position, cell), column) in (0..).zip(cells).zip(columns) {
        match cell {
            Cell::Text(text) => {
                let look = if column.wraps { &looks.wrapped } else { &looks.text };
                to.write_string_with_format(row, position, fitting(text), look)?;
            }
            Cell::Number(number) => {
                to.write_number_with_format(row, position, *number, &looks.number)?;
            }
            Cell::Share(number) => {
                to.write_number_with_format(row, position, *number, &looks.share)?;
            }
            Cell::Date(date) => {
                to.write_datetime_with_format(row, position, &excel_date(*date)?, &looks.date)?;
            }
            Cell::Empty => {
                to.write_blank(row, position, &looks.text)?;
            }
        }
    }
    Ok(())
}

/// How many lines the fullest cell of a row takes: not every program finds the height of wrapped text by itself.
fn lines(cells: &[Cell], columns: &[SheetColumn]) -> u32 {
    let of = |(cell, column): (&Cell, &SheetColumn)| match cell {
        Cell::Text(text) if column.wraps => {
            let width: u32 = text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
            // Two are lost to the margins, and a line may break one character early.
            width.div_ceil(u32::from(column.width).saturating_sub(4).max(1))
        }
        Cell::Text(_) | Cell::Number(_) | Cell::Share(_) | Cell::Date(_) | Cell::Empty => 1,
    };
    cells.iter().zip(columns).map(of).max().unwrap_or(1)
}

pub(super) fn filter(to: &mut Worksheet, last: u32, columns: &[SheetColumn]) -> Laid<()> {
    let last_column = u16::try_from(columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
    to.autofilter(0, 0, last, last_column).map(|_| ())
}

pub(super) struct Looks {
    head: Format,
    text: Format,
    wrapped: Format,
    number: Format,
    share: Format,
    date: Format,
}

impl Looks {
    pub(super) fn new() -> Looks {
        let cell = || {
            let format = Format::new().set_font_name(FONT).set_font_size(11).set_align(FormatAlign::VerticalCenter);
            format.set_border(FormatBorder::Thin).set_border_color(Color::RGB(0xBF_C9_C5))
        };
        Looks {
            head: cell().set_text_wrap().set_bold().set_background_color(HEAD).set_align(FormatAlign::Center),
            text: cell().set_indent(1),
            wrapped: cell().set_indent(1).set_text_wrap(),
            number: cell().set_num_format("#,##0"),
            share: cell().set_num_format("0.0"),
            date: cell().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Center),
        }
    }
}

fn draw(chart: &sheet::Chart, sheet: &str, last: u32) -> Chart {
    let mut drawn = Chart::new(match chart.shape {
        Shape::Columns => ChartType::Column,
        Shape::Bars => ChartType::Bar,
    });
    let mut font = ChartFont::new();
    font.set_name(FONT).set_size(10);
    let mut heading = ChartFont::new();
    heading.set_name(FONT).set_size(13).set_bold();
    drawn
        .add_series()
        .set_name((sheet, 0, 1))
        .set_categories((sheet, 1, 0, last, 0))
        .set_values((sheet, 1, 1, last, 1))
        .set_format(
            rust_xlsxwriter::ChartFormat::new()
                .set_solid_fill(rust_xlsxwriter::ChartSolidFill::new().set_color(ACCENT)),
        )
        .set_data_label(ChartDataLabel::new().show_value().set_font(&font))
        .set_gap(60);
    drawn.title().set_name(chart.title).set_font(&heading);
    drawn.legend().set_hidden();
    // Every bar bears its number: no scale beside them, no lines behind them. The format's x axis is the lower one,
    // that of the numbers where bars lie.
    match chart.shape {
        Shape::Columns => {
            drawn.x_axis().set_font(&font);
            drawn.y_axis().set_min(0).set_hidden(true).set_major_gridlines(false);
            drawn.set_width((last * 60).clamp(640, 1600)).set_height(400);
        }
        Shape::Bars => {
            // The first row on top.
            drawn.y_axis().set_font(&font).set_reverse();
            drawn.x_axis().set_min(0).set_hidden(true).set_major_gridlines(false);
            drawn.set_width(760).set_height((last * 30 + 120).clamp(300, 1200));
        }
    }
    drawn
}
