//! The report leaves as Word and Excel: valid by the standard's schemas, and read again by programs that are not ours.

use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Reader, open_workbook_auto};
use serde_json::{Value as Json, json};

use crate::ledgers::ledger;
use crate::office::Office;
use crate::year_2023::{expected, fixture, imported, period};

fn request() -> Json {
    let mut report = period();
    report["addressee"] = json!("湖南省教育厅");
    report
}

/// The year's report in both formats.
pub fn exported(office: &mut Office) -> (PathBuf, PathBuf) {
    let (word, excel) = (office.path("年度报告.docx"), office.path("统计.xlsx"));
    std::fs::create_dir_all(word.parent().unwrap()).unwrap();
    office.call("export_report", json!({"report": request(), "docx": word, "xlsx": excel}));
    (word, excel)
}

/// The text that LibreOffice reads in a file.
fn reread(file: &Path, filter: &str, ending: &str) -> String {
    let place = tempfile::tempdir().unwrap();
    let profile = format!("-env:UserInstallation=file://{}/profile", place.path().display());
    let output = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", filter, "--outdir"])
        .arg(place.path())
        .arg(file)
        .output()
        .unwrap_or_else(|error| panic!("soffice, which `cargo xtask test` installs, cannot be started: {error}"));
    let read = place.path().join(file.file_name().unwrap()).with_extension(ending);
    std::fs::read_to_string(&read)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
}

/// Holds the parts of a written file against the standard's schema.
pub fn check_parts(file: &Path, schema: &str, folder: &str) {
    let place = tempfile::tempdir().unwrap();
    let mut archive = zip::ZipArchive::new(std::fs::File::open(file).unwrap()).unwrap();
    archive.extract(place.path()).unwrap();
    // Charts, drawings, themes and fonts have schemas of their own.
    let checked = ["document", "styles", "settings", "footer", "workbook", "worksheets/", "sharedStrings", "comments"];
    let parts: Vec<PathBuf> = archive
        .file_names()
        .map(Result::unwrap)
        .filter(|name| name.ends_with(".xml"))
        .filter(|name| name.strip_prefix(folder).is_some_and(|part| checked.iter().any(|c| part.starts_with(c))))
        .map(|name| place.path().join(&*name))
        .collect();
    assert!(parts.len() >= 5, "{parts:?}");
    let output = Command::new("xmllint")
        .args(["--noout", "--schema"])
        .arg(fixture("ooxml").join(schema))
        .args(&parts)
        .output()
        .unwrap_or_else(|error| panic!("xmllint, which `cargo xtask test` installs, cannot be started: {error}"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn every_part_is_valid_by_the_standards_schemas() {
    let (mut office, _) = imported();
    let (word, excel) = exported(&mut office);
    check_parts(&word, "wml.xsd", "word/");
    check_parts(&excel, "sml.xsd", "xl/");
}

#[test]
fn the_word_file_says_each_figure_right_after_its_label() {
    let (mut office, _) = imported();
    let text = reread(&exported(&mut office).0, "txt:Text (encoded):UTF8", "txt");
    let expected = expected();
    for figure in expected["figures"].as_array().unwrap() {
        let (label, display) = (figure["label"].as_str().unwrap(), figure["display"].as_str().unwrap());
        let said = [format!("{label}{display}"), format!("{label}：{display}")];
        let times: usize = said.iter().map(|words| text.matches(words.as_str()).count()).sum();
        assert_eq!(times, 1, "{label} {display}");
    }
    assert!(text.contains("湖南省教育厅：") && text.contains("2023年2月1日至2023年11月20日"));
    assert!(text.trim_end().ends_with("2023年11月20日"), "the date stands at the end");
}

#[test]
fn the_excel_file_has_a_row_for_each_figure_and_every_record_behind_it() {
    let (mut office, _) = imported();
    let excel = exported(&mut office).1;
    let csv = reread(&excel, "csv:Text - txt - csv (StarCalc):44,34,76", "csv");
    let mut book = open_workbook_auto(&excel).unwrap();
    let statistics = book.worksheet_range("统计表").unwrap();
    let evidence = book.worksheet_range("记录清单").unwrap();
    let figures = office.call("figures", period());
    for figure in figures.as_array().unwrap() {
        let id = figure["id"].as_str().unwrap();
        let line = csv.lines().find(|line| line.starts_with(&format!("{id},"))).unwrap_or_else(|| panic!("{id}"));
        assert!(line.contains(figure["display"].as_str().unwrap()), "{line}");
        let row = statistics.rows().find(|row| row[0] == Data::String(id.into())).unwrap();
        assert_eq!(row[1], Data::String(figure["label"].as_str().unwrap().into()));
        let value = row.iter().find_map(|cell| if let Data::Float(number) = cell { Some(*number) } else { None });
        assert_eq!(value, figure["value"].as_f64(), "{id}");
        let records = evidence.rows().filter(|row| row[0] == Data::String(id.into())).count() as u64;
        assert_eq!(Some(records), figure["rows"].as_u64(), "{id}");
    }
}

#[test]
fn no_cell_of_an_export_becomes_a_formula() {
    let mut office = Office::new();
    let path = office.path("台账2023.xlsx");
    let titles = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "http://127.0.0.1/"];
    let rows: Vec<[&str; 3]> = titles.iter().map(|title| [*title, "2023-03-02", "公示栏"]).collect();
    let mut all: Vec<&[&str]> = vec![&["信息名称", "公开日期", "公开渠道"]];
    all.extend(rows.iter().map(|row| &row[..]));
    ledger(&path, "主动公开", &all);
    office.call("import", json!({"workbook": path}));
    let mut book = open_workbook_auto(exported(&mut office).1).unwrap();
    for sheet in book.sheet_names() {
        let formulas = book.worksheet_formula(&sheet).unwrap();
        assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()), "{sheet}");
    }
    let evidence = book.worksheet_range("记录清单").unwrap();
    for title in titles {
        assert!(evidence.used_cells().any(|(_, _, cell)| *cell == Data::String(title.into())), "{title}");
    }
}

#[test]
fn a_place_that_cannot_be_written_leaves_neither_file() {
    let (mut office, _) = imported();
    let (word, nowhere) = (office.path("年报.docx"), office.path("没有的文件夹").join("统计.xlsx"));
    let refused = office.refusal("export_report", json!({"report": request(), "docx": word, "xlsx": nowhere}));
    assert_eq!(refused, "folder_missing");
    assert!(!word.exists());
}

#[test]
fn a_year_without_records_reads_as_one() {
    let mut office = Office::new();
    let text = reread(&exported(&mut office).0, "txt:Text (encoded):UTF8", "txt");
    for said in ["全校主动公开信息0条", "依申请公开：无", "举报：没有", "满意度未填报"] {
        assert!(text.contains(said), "{said}");
    }
}
