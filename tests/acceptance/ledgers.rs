//! Workbooks made for a test: the ledger under other headings, and ledgers with something wrong in them.

use std::path::Path;

use calamine::{Data, Reader, open_workbook_auto};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

/// How other offices call the columns of the ledger: (heading here, heading there), sheet by sheet.
pub type Headings = &'static [(&'static str, &'static str)];

pub const HEADINGS: &[Headings] = &[
    &[
        ("序号", "编号"),
        ("信息名称", "信息标题"),
        ("文号", "发文字号"),
        ("文种", "信息类别"),
        ("公开渠道", "公开方式"),
        ("载体", "介质"),
        ("印发份数", "份数"),
        ("责任部门", "发布部门"),
        ("形成日期", "成文日期"),
        ("公开日期", "发布日期"),
        ("是否公开", "公开与否"),
        ("保密审查", "保密审核"),
        ("状态", "是否作废"),
        ("链接", "网址"),
        ("备注", "说明"),
        ("会议名称", "会议主题"),
        ("会议类别", "会议类型"),
        ("召开日期", "会议时间"),
        ("地点", "会议地点"),
        ("参会人数", "出席人数"),
        ("收件日期", "受理日期"),
        ("受理渠道", "来件渠道"),
        ("来源", "反映人类别"),
        ("事项类别", "问题类别"),
        ("事由", "反映问题"),
        ("承办部门", "办理部门"),
        ("答复日期", "办结日期"),
        ("人次", "咨询人次"),
        ("对象", "咨询对象"),
        ("资料名称", "材料名称"),
        ("发放对象", "领取对象"),
        ("发放问卷", "发出问卷数"),
        ("有效问卷", "有效份数"),
        ("满意份数", "满意票数"),
    ],
    &[
        ("信息名称", "标  题*"),
        ("文号", "文件号"),
        ("文种", "文件类型"),
        ("公开渠道", "发布平台"),
        ("载体", "载体形式"),
        ("印发份数", "印数（份）"),
        ("责任部门", "承办单位"),
        ("形成日期", "生成日期"),
        ("公开日期", "公布时间（年月日）"),
        ("是否公开", "是否公开（是/否）"),
        ("状态", "有效性"),
        ("会议名称", "会议内容"),
        ("会议类别", "会议种类"),
        ("召开日期", "开会时间"),
        ("收件日期", "来件日期"),
        ("受理渠道", "受理途径"),
        ("来源", "信息来源"),
        ("事项类别", "类别"),
        ("事由", "主要内容"),
        ("数量", "数量（件/人次）"),
        ("是否因信息公开工作", "是否涉及信息公开"),
        ("日期", "登记日期"),
        ("渠道", "答复渠道"),
        ("事项", "答复内容"),
        ("评议方式", "调查方式"),
        ("有效问卷", "回收有效问卷"),
        ("满意份数", "满意人数"),
    ],
];

/// The workbook with other headings, further title rows, and its columns in the opposite order.
pub fn rewritten(from: &Path, to: &Path, headings: Headings) {
    let mut book = open_workbook_auto(from).unwrap();
    let mut out = Workbook::new();
    for (name, range) in book.worksheets() {
        let sheet = out.add_worksheet().set_name(&name).unwrap();
        sheet.write(0, 0, "湖南示例职业学院").unwrap();
        sheet.write(1, 0, format!("2023年度{name}登记表")).unwrap();
        let first = if name == "主动公开" { 1 } else { 0 };
        let width = range.width();
        for (row, cells) in range.rows().enumerate().skip(first) {
            for (column, cell) in cells.iter().enumerate() {
                let there = u16::try_from(width - 1 - column).unwrap();
                let row_there = u32::try_from(row - first + 3).unwrap();
                let renamed = match cell {
                    Data::String(text) if row == first => {
                        let found = headings.iter().find(|(here, _)| here == text);
                        Data::String(found.map_or(text.clone(), |(_, there)| (*there).to_owned()))
                    }
                    other => other.clone(),
                };
                write(sheet, row_there, there, &renamed);
            }
        }
    }
    std::fs::create_dir_all(to.parent().unwrap()).unwrap();
    out.save(to).unwrap();
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &Data) {
    match cell {
        Data::Empty => {}
        Data::String(text) => drop(sheet.write_string(row, column, text).unwrap()),
        Data::Float(number) => drop(sheet.write_number(row, column, *number).unwrap()),
        Data::Int(number) => drop(sheet.write_number(row, column, *number as f64).unwrap()),
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            let date = ExcelDateTime::from_ymd(year, month, day).unwrap();
            let format = Format::new().set_num_format("yyyy/m/d");
            sheet.write_datetime_with_format(row, column, &date, &format).unwrap();
        }
        other => panic!("{other:?}"),
    }
}

/// A workbook of one sheet, every cell as text unless it reads as a number.
pub fn ledger(path: &Path, sheet: &str, rows: &[&[&str]]) {
    let mut out = Workbook::new();
    let page = out.add_worksheet().set_name(sheet).unwrap();
    for (row, cells) in rows.iter().enumerate() {
        for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let (row, column) = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
            match text.parse::<f64>() {
                Ok(number) => page.write_number(row, column, number).unwrap(),
                Err(_) => page.write_string(row, column, *text).unwrap(),
            };
        }
    }
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    out.save(path).unwrap();
}
