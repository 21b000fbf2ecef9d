//! Headers found under titles and notes, and the rows below them that are no records.

mod ledgers;
mod names;

use std::path::Path;

use super::*;
use crate::import::workbook::{Merged, Workbook};

/// A sheet from lines of headings and values, `|` between columns.
fn sheet(name: &str, lines: &[&str]) -> Sheet {
    let cell = |text: &str| match text.trim() {
        "" => Cell::Empty,
        text => text.parse().map(Cell::Number).unwrap_or_else(|_| Cell::Text(text.into())),
    };
    let rows = lines.iter().map(|line| line.split('|').map(cell).collect()).collect();
    Sheet { name: name.to_owned(), first_row: 1, rows, merged: Vec::<Merged>::new() }
}

/// The meanings as one line: field keys, `status`, `reason`, `serial`, `-` for unknown, `.` for blank headings.
fn meanings(recognised: &Recognised) -> String {
    let name = |meaning: &Meaning| match meaning {
        Meaning::Field(key) => key,
        Meaning::Status => "status",
        Meaning::WithdrawnReason => "reason",
        Meaning::Serial => "serial",
        Meaning::Origin => "origin",
        Meaning::Ignored => ".",
        Meaning::Unknown => "-",
    };
    recognised.columns.iter().map(name).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_header_is_found_under_titles_and_notes() {
    let lines = [
        "某某学院2023年度主动公开信息台账",
        "",
        "填报单位：党政办|||填报日期：2024年1月5日",
        "",
        "序号|信息名称|公开日期|公开渠道",
        "1|关于放假的通知|3月2日|学校官网",
        "2|食堂公示|3.5|公示栏",
    ];
    let recognised = recognise(&sheet("Sheet1", &lines), "export").expect("recognised");
    assert_eq!((recognised.header, recognised.year), (4, Some(2023)));
    assert_eq!(recognised.headings, ["序号", "信息名称", "公开日期", "公开渠道"]);
}

#[test]
fn groups_over_headings_are_read_with_them() {
    let lines = [
        "2023年信访台账",
        "序号|收件情况|||反映内容|办理情况||备注",
        "|日期|方式|对象||部门|日期|",
        "1|2023-3-2|来信|学生|食堂|后勤处|2023-3-9|",
    ];
    let recognised = recognise(&sheet("Sheet1", &lines), "export").expect("recognised");
    assert_eq!(recognised.header, 2);
    let columns = "serial received_on channel source subject department - remarks";
    assert_eq!(meanings(&recognised), columns);
    let lines = ["序号|会议|||参会人数", "|名称|日期|地点|", "1|党委会|2023-3-2|第一会议室|12"];
    let recognised = recognise(&sheet("Sheet1", &lines), "export").expect("recognised");
    assert_eq!((recognised.header, meanings(&recognised).as_str()), (1, "serial name held_on place attendance"));
    let lines = ["序号|受理||||答复|", "|日期|渠道|反映人|事项|日期|部门", "1|2023-3-2|电话|学生|食堂|2023-3-5|后勤处"];
    let recognised = recognise(&sheet("Sheet1", &lines), "export").expect("recognised");
    assert_eq!(meanings(&recognised), "serial received_on channel - subject replied_on department");
    assert_eq!(recognised.headings[5], "答复日期");
}

#[test]
fn two_columns_never_claim_one_field() {
    let recognised =
        recognise(&sheet("Sheet1", &["信息名称|标题|公开日期|公示日期|公开渠道||备注"]), "x").expect("known");
    assert_eq!(meanings(&recognised), "title - published_on - channels . remarks");
}

#[test]
fn what_is_written_below_tells_whether_from_where() {
    let lines = ["信息名称|公开方式|公开日期|发布平台", "甲|主动公开|2023-3-2|学校官网", "乙|依申请公开||"];
    let recognised = recognise(&sheet("Sheet1", &lines), "x").expect("known");
    assert_eq!(meanings(&recognised), "title is_public published_on channels");
    let lines = ["信息名称|公开方式|公开日期", "甲|学校官网|2023-3-2"];
    assert_eq!(meanings(&recognise(&sheet("Sheet1", &lines), "x").expect("known")), "title channels published_on");
}

#[test]
fn a_mapping_reads_a_sheet_as_it_says() {
    let lines = ["甲|乙|丙", "标题|时间|出处", "一则|2023-3-2|官网"];
    let sheet = sheet("Sheet1", &lines);
    let publications = Target::Thing(Thing::Publication);
    assert_eq!(recognise(&sheet, "x"), None);
    let read = read_as(&sheet, "x", publications, Some(2)).expect("read");
    assert_eq!((read.header, meanings(&read).as_str()), (1, "title published_on -"));
    let read = read_as(&sheet, "x", publications, Some(1)).expect("read");
    assert_eq!((read.header, meanings(&read).as_str()), (0, "- - -"));
    assert_eq!(read_as(&sheet, "x", publications, None).map(|read| read.header), Some(1));
    assert_eq!(read_as(&sheet, "x", publications, Some(9)), None);
    assert_eq!(read_as(&sheet, "x", publications, Some(0)), None);
}

#[test]
fn the_year_of_a_ledger_is_the_one_it_states() {
    let year = |name: &str, title: &str, stem: &str| {
        let lines = [title, "信息名称|公开日期|公开渠道"];
        recognise(&sheet(name, &lines), stem).and_then(|recognised| recognised.year)
    };
    assert_eq!(year("Sheet1", "2023年台账", "2024"), Some(2023));
    assert_eq!(year("2022年", "台账", "2024"), Some(2022));
    assert_eq!(year("Sheet1", "台账", "信息公开台账2023"), Some(2023));
    assert_eq!(year("Sheet1", "2023—2024学年台账", "2023"), None);
    assert_eq!(year("Sheet1", "台账", "台账"), None);
}

#[test]
fn the_unit_of_a_quantity_may_stand_in_its_heading() {
    let unit = |headings: &str| recognise(&sheet("Sheet1", &[headings]), "x").and_then(|recognised| recognised.unit);
    assert_eq!(unit("日期|渠道|对象|事项|人次"), Some("人次"));
    assert_eq!(unit("受理日期|受理渠道|反映问题|件数"), Some("件"));
    assert_eq!(unit("受理日期|受理渠道|反映问题|数量"), None);
    assert_eq!(unit("发放日期|资料名称|数量（本）|发放对象"), Some("本"));
    assert_eq!(unit("发放日期|资料名称|发放份数|发放对象"), Some("份"));
}

#[test]
fn repeated_headers_and_totals_are_no_records() {
    let lines = [
        "序号|信息名称|公开日期|公开渠道|印发份数",
        "1|关于合计口径的通知|2023-3-2|官网|3",
        "序号|信息名称|公开日期|公开渠道|印发份数",
        "合计||||706",
        "|合  计：|||706",
        "本页小计||||12",
        "总计：706条",
        "2|合计|2023-3-3|官网|",
        "3|年度总计划公示||官网|",
        "|总计划|||",
    ];
    let sheet = sheet("Sheet1", &lines);
    let recognised = recognise(&sheet, "x").expect("known");
    let again: Vec<usize> =
        (1..lines.len()).filter(|row| is_header_again(&sheet.rows[*row], &recognised, &sheet)).collect();
    let total: Vec<usize> = (1..lines.len()).filter(|row| is_total(&sheet.rows[*row], &recognised)).collect();
    assert_eq!((again, total), (vec![2], vec![3, 4, 5, 6]));
}
