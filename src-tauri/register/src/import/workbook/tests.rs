//! Workbooks of every format, whole and damaged.

use std::io::{Cursor, Write};
use std::panic::catch_unwind;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook as Writer};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::*;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(name)
}

fn text(text: &str) -> Cell {
    Cell::Text(text.into())
}

fn day(text: &str) -> Cell {
    Cell::Day(text.parse().expect("a day"))
}

/// A file of these bytes under this name, opened.
fn file(name: &str, bytes: &[u8]) -> Result<Workbook> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("written");
    Workbook::open(&path)
}

fn first_sheet(name: &str, bytes: &[u8]) -> Sheet {
    file(name, bytes).and_then(|mut book| book.read(0)).expect("reads")
}

fn xlsx(fill: impl FnOnce(&mut Writer) -> std::result::Result<(), rust_xlsxwriter::XlsxError>) -> Vec<u8> {
    let mut writer = Writer::new();
    fill(&mut writer).expect("filled");
    writer.save_to_buffer().expect("written")
}

fn code(result: Result<Workbook>) -> &'static str {
    result.map_or_else(|error| error.code(), |_| "opened")
}

#[test]
fn the_ledger_of_the_reference_case_is_read_whole() {
    let mut book = Workbook::open(&fixture("信息公开台账2023.xlsx")).expect("opens");
    assert_eq!(book.stem(), "信息公开台账2023");
    assert_eq!(book.digest().len(), 64);
    let rows = [("主动公开", 763), ("会议", 126), ("答复", 810), ("日常登记", 521), ("发放资料", 13), ("评议", 3)];
    for (index, (name, count)) in rows.into_iter().enumerate() {
        let sheet = book.read(index).expect("reads");
        assert_eq!((sheet.name.as_str(), sheet.first_row, sheet.rows.len()), (name, 1, count));
    }
    let sheet = book.read(0).expect("reads");
    let title = Merged { first_row: 1, last_row: 1, first_column: 0, last_column: 14 };
    assert_eq!(sheet.merged, [title]);
    assert_eq!(sheet.cell(2, 0), &Cell::Number(1.0));
    assert_eq!(sheet.cell(2, 8).to_text(), "2023-03-28");
    assert_eq!(sheet.cell(3, 8), &text("2023.04.16"));
}

#[test]
fn three_formats_of_one_workbook_read_alike() {
    for name in ["small.xlsx", "small.xls", "small.ods"] {
        let mut book = Workbook::open(&fixture("formats").join(name)).expect(name);
        let heads: Vec<_> = book.sheets().iter().map(|head| (head.name.as_str(), head.hidden)).collect();
        assert_eq!(heads, [("主动公开", false), ("隐藏", true), ("空", false)], "{name}");
        let sheet = book.read(0).expect(name);
        assert_eq!((sheet.first_row, sheet.rows.len(), sheet.number(5)), (1, 6, 6), "{name}");
        assert_eq!(sheet.cell(2, 2), &day("2023-03-02"), "{name}");
        assert_eq!(sheet.cell(3, 2), &text("2023.3.3"), "{name}");
        assert_eq!(sheet.cell(5, 2), &day("2023-03-04"), "{name}");
        assert!(sheet.rows[4].is_empty(), "{name}");
        assert_eq!(sheet.cell(2, 3), &Cell::Number(38.0), "{name}");
        // LibreOffice keeps truth values in .ods as numbers.
        let flag = if name == "small.ods" { Cell::Number(1.0) } else { Cell::Flag(true) };
        assert_eq!(sheet.cell(5, 4), &flag, "{name}");
        // openpyxl wrote the formulas without their values; LibreOffice computed them.
        if name == "small.xlsx" {
            assert_eq!(sheet.cell(3, 3), &Cell::FormulaWithoutValue("D3+2".into()));
            assert_eq!(sheet.cell(5, 3), &Cell::FormulaWithoutValue("1/0".into()));
        } else {
            assert_eq!(sheet.cell(3, 3), &Cell::Number(40.0), "{name}");
            assert_eq!(sheet.cell(5, 3), &Cell::Error("#DIV/0!".into()), "{name}");
        }
        if name != "small.ods" {
            let title = Merged { first_row: 1, last_row: 1, first_column: 0, last_column: 4 };
            let channel = Merged { first_row: 3, last_row: 4, first_column: 4, last_column: 4 };
            assert_eq!(sheet.merged.len(), 2, "{name}");
            assert!(sheet.merged.contains(&title) && sheet.merged.contains(&channel), "{name}");
        }
        let hidden = book.read(1).expect(name);
        assert_eq!((hidden.first_row, hidden.rows.len(), hidden.cell(0, 1)), (3, 1, &text("藏")), "{name}");
        assert!(book.read(2).expect(name).rows.is_empty(), "{name}");
        assert_eq!(book.read(3).map(|_| ()).map_err(|error| error.code()), Err("internal"));
    }
}

#[test]
fn cells_of_every_kind_are_read_from_xlsx() {
    let bytes = xlsx(|writer| {
        let date = Format::new().set_num_format("yyyy-mm-dd");
        let time = Format::new().set_num_format("hh:mm");
        let sheet = writer.add_worksheet();
        sheet.write(0, 0, "  标题\n第二行 ")?;
        sheet.write(0, 1, "   ")?;
        sheet.write_with_format(1, 0, ExcelDateTime::from_ymd(2023, 3, 2)?.and_hms(23, 59, 59)?, &date)?;
        sheet.write_with_format(1, 1, 0.5, &time)?;
        sheet.write(2, 0, 20_230_302)?;
        sheet.write(2, 1, "430102199001011234")?;
        sheet.write(2, 2, "007")?;
        sheet.write(3, 0, true)?;
        sheet.write_formula(3, 1, Formula::new("=1/0").set_result("#DIV/0!"))?;
        sheet.write_formula(3, 2, Formula::new("=SUM(A1:A2)").set_result("12"))?;
        sheet.write_formula(3, 3, Formula::new("=\"\"").set_result("空"))?;
        sheet.write_formula(3, 4, Formula::new("=#REF!").set_result("#REF!"))?;
        Ok(())
    });
    let bytes = rezipped(&bytes, |_, content| match String::from_utf8(content) {
        Ok(xml) => xml.replace("<v>空</v>", "<v></v>").into_bytes(),
        Err(error) => error.into_bytes(),
    });
    let sheet = first_sheet("a.xlsx", &bytes);
    assert_eq!(sheet.rows[0], [text("标题\n第二行")]);
    assert_eq!(sheet.rows[1], [day("2023-03-02"), Cell::Number(0.5)]);
    assert_eq!(sheet.rows[2], [Cell::Number(20_230_302.0), text("430102199001011234"), text("007")]);
    let errors = [Cell::Error("#DIV/0!".into()), Cell::Number(12.0), Cell::Empty, Cell::Error("#REF!".into())];
    assert_eq!(sheet.rows[3][0], Cell::Flag(true));
    assert_eq!(&sheet.rows[3][1..], errors);
}

#[test]
fn formatted_but_blank_rows_take_no_place() {
    let bytes = xlsx(|writer| {
        let yellow = Format::new().set_background_color("FFFF00");
        let sheet = writer.add_worksheet_with_constant_memory()?;
        for row in (0..50_000).chain([1_048_575]) {
            match row {
                4 => sheet.write(row, 2, "信息名称")?,
                6 => sheet.write(row, 3, "甲")?,
                _ => sheet.write_blank(row, 0, &yellow)?,
            };
        }
        Ok(())
    });
    let sheet = first_sheet("a.xlsx", &bytes);
    assert_eq!((sheet.first_row, sheet.rows.len(), sheet.number(2)), (5, 3, 7));
    assert_eq!(sheet.rows.iter().map(Vec::len).collect::<Vec<_>>(), [3, 0, 4]);
}

#[test]
fn days_of_the_1904_calendar_are_the_same_days() {
    let bytes = xlsx(|writer| {
        let date = Format::new().set_num_format("yyyy-mm-dd");
        // 2023-03-02 counted from 1 January 1904.
        writer.add_worksheet().write_with_format(0, 0, 43_525, &date)?;
        Ok(())
    });
    assert_eq!(first_sheet("a.xlsx", &bytes).rows, [[day("2019-03-01")]]);
    let changed = rezipped(&bytes, |name, content| {
        if name == "xl/workbook.xml" {
            let xml = String::from_utf8(content).expect("text");
            let with_epoch = xml.replacen("<workbookPr ", "<workbookPr date1904=\"1\" ", 1);
            assert_ne!(xml, with_epoch);
            with_epoch.into_bytes()
        } else {
            content
        }
    });
    assert_eq!(first_sheet("a.xlsx", &changed).rows, [[day("2023-03-02")]]);
}

/// The package with its parts changed.
fn rezipped(bytes: &[u8], change: impl Fn(&str, Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    rebuilt(bytes, |name, content| (name.to_owned(), change(name, content)))
}

/// The package with its parts changed and renamed.
fn rebuilt(bytes: &[u8], change: impl Fn(&str, Vec<u8>) -> (String, Vec<u8>)) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).expect("a part");
        let name = String::from_utf8_lossy(part.name_raw()).into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("read");
        let (name, content) = change(&name, content);
        writer.start_file(name.as_str(), SimpleFileOptions::default()).expect("begun");
        writer.write_all(&content).expect("written");
    }
    writer.finish().expect("finished").into_inner()
}

#[test]
fn text_files_in_their_encodings() {
    let table = "信息名称,公开日期\r\n甲,2023-3-2\r\n";
    let wide: Vec<u8> = table.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let wide_big: Vec<u8> = table.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let files: [(&str, Vec<u8>); 6] = [
        ("UTF-8", table.into()),
        ("UTF-8 with its mark", [b"\xEF\xBB\xBF", table.as_bytes()].concat()),
        ("GB18030", encoding_rs::GB18030.encode(table).0.into_owned()),
        ("UTF-16", [b"\xFF\xFE".as_slice(), &wide].concat()),
        ("UTF-16, big end first", [b"\xFE\xFF".as_slice(), &wide_big].concat()),
        ("tabs", table.replace(',', "\t").into()),
    ];
    for (encoding, bytes) in files {
        let sheet = first_sheet("主动公开.csv", &bytes);
        assert_eq!(sheet.name, "主动公开", "{encoding}");
        let rows = [[text("信息名称"), text("公开日期")], [text("甲"), text("2023-3-2")]];
        assert_eq!(sheet.rows, rows, "{encoding}");
    }
    // A rare character that only the four bytes of GB18030 can write.
    let rare = first_sheet("a.csv", &encoding_rs::GB18030.encode("姓,名\n㐂,𠮷").0);
    assert_eq!(rare.rows[1], [text("㐂"), text("𠮷")]);
}

#[test]
fn text_files_keep_values_and_row_numbers() {
    let table =
        "\n标题;日期\r\n\r\n\"甲\n乙; \"\"丙\"\"\";2023-3-2\n;\n   \n007;430102199001011234\r\n=\"0012\";-3\n\n";
    let sheet = first_sheet("a.csv", table.as_bytes());
    assert_eq!(sheet.first_row, 2);
    let rows: Vec<(u32, Vec<String>)> = sheet
        .rows
        .iter()
        .enumerate()
        .map(|(i, row)| (sheet.number(i), row.iter().map(Cell::to_text).collect()))
        .collect();
    let expected = [
        (2, vec!["标题", "日期"]),
        (3, vec![]),
        (4, vec!["甲\n乙; \"丙\"", "2023-3-2"]),
        (5, vec![]),
        (6, vec![]),
        (7, vec!["007", "430102199001011234"]),
        (8, vec!["0012", "-3"]),
    ];
    assert_eq!(rows.len(), expected.len());
    for ((row, values), (expected_row, expected)) in rows.iter().zip(&expected) {
        assert_eq!((row, values), (expected_row, &expected.iter().map(|v| (*v).to_owned()).collect()));
    }
    let old_mac = first_sheet("a.csv", b"a,b\r1,2\r\r3,4\r");
    assert_eq!((old_mac.rows.len(), old_mac.cell(3, 1)), (4, &text("4")));
    let declared = first_sheet("a.csv", b"sep=;\r\na,x;b\r\n1;2\r\n");
    assert_eq!(declared.rows[0], [text("a,x"), text("b")]);
    let inner = first_sheet("a.csv", "标题,日期\n甲 5\" 屏,1\n乙,2\n".as_bytes());
    assert_eq!(inner.rows.len(), 3);
}

#[test]
fn the_kind_is_told_by_the_content_before_the_name() {
    let book = fs::read(fixture("formats/small.xlsx")).expect("read");
    assert_eq!(first_sheet("a.xls", &book).rows.len(), 6);
    assert_eq!(first_sheet("a", &book).rows.len(), 6);
    assert_eq!(first_sheet("a.xls", "信息名称\t公开日期\n甲\t2023-3-2".as_bytes()).rows.len(), 2);
    assert_eq!(first_sheet("a.xlsx", &fs::read(fixture("formats/small.xls")).expect("read")).rows.len(), 6);
}

#[test]
fn what_is_no_workbook_is_told_apart() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(code(Workbook::open(&folder.path().join("无.xlsx"))), "workbook_missing");
    assert_eq!(code(Workbook::open(folder.path())), "workbook_unknown");
    assert_eq!(code(file("a.xlsx", b"")), "workbook_empty");
    for name in ["encrypted.xlsx", "encrypted.xls", "encrypted.ods"] {
        assert_eq!(code(Workbook::open(&fixture("formats").join(name))), "workbook_encrypted", "{name}");
    }
    let book = fs::read(fixture("formats/small.xlsx")).expect("read");
    let docx = rebuilt(&book, |name, content| (name.replace("xl/", "word/"), content));
    let foreign: [(&str, &[u8]); 9] = [
        ("a.docx", &docx),
        ("a.docx", &docx[..docx.len() / 2]),
        ("a.pdf", b"%PDF-1.7\n1 0 obj"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("a.csv", b"a,b\n1,\0\n"),
        ("a.xls", b"<html><table><tr><td>1</td></tr></table></html>"),
        ("a.xls", b"<?xml version=\"1.0\"?><Workbook/>"),
        ("a.rtf", b"{\\rtf1 a}"),
        ("a.xlsx", b"\x01\x02\x03"),
    ];
    for (name, bytes) in foreign {
        assert_eq!(code(file(name, bytes)), "workbook_unknown", "{name}");
    }
    let damaged: [(&str, &[u8]); 6] = [
        ("a.xlsx", &book[..book.len() / 2]),
        ("a.xlsx", b"PK\x03\x04"),
        ("a.xls", &fs::read(fixture("formats/small.xls")).expect("read")[..3000]),
        ("a.ods", &fs::read(fixture("formats/small.ods")).expect("read")[..9000]),
        ("a.csv", &"信息名称,公开日期\n甲,2023".as_bytes()[..23]),
        ("a.csv", "信息名称,公开日期\n\"甲,2023-3-2\n乙,2023-3-3\n丙,2023-3-4\n".as_bytes()),
    ];
    for (name, bytes) in damaged {
        let opened = file(name, bytes).and_then(|mut book| book.read(0));
        assert_eq!(
            opened.map_err(|error| error.code()).map(|sheet| sheet.rows.len()),
            Err("workbook_damaged"),
            "{name}"
        );
    }
}

#[test]
fn a_changed_byte_in_a_sheet_is_damage_and_no_other_number() {
    let bytes = xlsx(|writer| {
        let sheet = writer.add_worksheet();
        (0..2000).try_for_each(|row| sheet.write(row, 0, row).map(drop))
    });
    let mut archive = ZipArchive::new(Cursor::new(bytes.as_slice())).expect("a package");
    let part = archive.by_name("xl/worksheets/sheet1.xml").expect("a sheet");
    let (start, size) = (part.data_start().expect("placed") as usize, part.compressed_size() as usize);
    drop(part);
    for at in (start..start + size).step_by(size / 40) {
        let mut bytes = bytes.clone();
        bytes[at] ^= 0x10;
        let read = file("a.xlsx", &bytes).and_then(|mut book| book.read(0));
        assert_eq!(read.map(|sheet| sheet.rows.len()).map_err(|error| error.code()), Err("workbook_damaged"), "{at}");
    }
}

/// Whatever bytes come, reading them ends, and with a value.
#[test]
fn truncated_and_altered_workbooks_never_panic() {
    // A small generator of the same numbers each time (Numerical Recipes).
    let mut state = 20_230_302_u32;
    let mut next = |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % below
    };
    let mut failed = Vec::new();
    for name in ["formats/small.xlsx", "formats/small.xls", "formats/small.ods", "信息公开台账2023.xlsx"] {
        let whole = fs::read(fixture(name)).expect("read");
        let rounds = if whole.len() > 100_000 { 12 } else { 450 };
        let plain_name = Path::new(name).file_name().and_then(|name| name.to_str()).unwrap_or_default();
        for round in 0..rounds {
            let mut bytes = whole.clone();
            match round % 3 {
                0 => bytes.truncate(next(whole.len())),
                1 => bytes[next(whole.len())] ^= 1 << next(8),
                _ => {
                    for _ in 0..8 {
                        bytes[next(whole.len())] = next(256) as u8;
                    }
                }
            }
            let read = catch_unwind(|| {
                if let Ok(mut book) = file(plain_name, &bytes) {
                    for index in 0..book.sheets().len() {
                        let _ = book.read(index);
                    }
                }
            });
            if read.is_err() {
                failed.push((name, round));
            }
        }
    }
    assert_eq!(failed, []);
}
