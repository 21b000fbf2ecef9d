//! What the written .xlsx holds, read back with the reader of the import.

use std::collections::HashMap;

use calamine::{Data, Reader, Xlsx, open_workbook};
use tempfile::TempDir;

use super::super::tests::{a_filled_register, a_register, context, request};
use super::*;
use crate::Lang;
use crate::reports::export;

fn written(register: &Register) -> (TempDir, Xlsx<std::io::BufReader<std::fs::File>>) {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("统计表.xlsx");
    export(register, &context(), &request(), None, Some(&place)).unwrap();
    let book = open_workbook(&place).unwrap();
    (folder, book)
}

fn rows(book: &mut Xlsx<std::io::BufReader<std::fs::File>>, sheet: &str) -> Vec<Vec<Data>> {
    book.worksheet_range(sheet).unwrap().rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn a_row_is_found_by_its_id_and_agrees_with_the_figure() {
    let (_folder, register) = a_filled_register();
    let (_files, mut book) = written(&register);
    assert_eq!(book.sheet_names(), ["统计表", "按月", "按渠道", "记录清单", "说明"]);
    let table = rows(&mut book, "统计表");
    let by_id: HashMap<String, &Vec<Data>> = table.iter().map(|row| (row[0].to_string(), row)).collect();
    let figures = register.figures(request().period(), Lang::Zh).unwrap();
    assert_eq!(table.len(), figures.len() + 1);
    for figure in figures {
        let row = by_id[&figure.id];
        assert_eq!(row[1].to_string(), figure.label);
        assert_eq!(row[2].to_string(), figure.value.map_or(String::new(), |value| value.to_string()), "{}", figure.id);
        assert_eq!((row[3].to_string(), row[4].to_string()), (figure.unit, figure.display));
        assert_eq!(row[7].to_string(), figure.rows.to_string());
    }
    let head: Vec<String> = table[0].iter().map(ToString::to_string).collect();
    assert_eq!(head, ["编号", "指标", "数值", "单位", "报告用语", "统计期间", "统计口径", "记录数", "上报数", "来源"]);
}

#[test]
fn the_records_of_a_figure_add_up_to_it() {
    let (_folder, register) = a_filled_register();
    let (_files, mut book) = written(&register);
    let mut sums: HashMap<String, f64> = HashMap::new();
    for row in rows(&mut book, "记录清单").iter().skip(1) {
        *sums.entry(row[0].to_string()).or_default() += row[5].to_string().parse::<f64>().unwrap();
    }
    for figure in register.figures(request().period(), Lang::Zh).unwrap() {
        if figure.unit != "%" {
            let value = figure.value.and_then(|value| value.as_f64()).unwrap();
            assert!((sums.get(&figure.id).copied().unwrap_or_default() - value).abs() < 0.5, "{}", figure.id);
        }
    }
}

#[test]
fn a_list_longer_than_a_sheet_goes_on_on_the_next() {
    let (_folder, register) = a_filled_register();
    let figures = register.figures(request().period(), Lang::Zh).unwrap();
    let mut workbook = sheet::workbook(&register, &request(), figures).unwrap();
    workbook.evidence.rows_a_sheet = 10;
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("统计表.xlsx");
    let mut file = std::fs::File::create(&place).unwrap();
    write(&register, &context(), &workbook, &place, &mut file).unwrap();
    let mut book: Xlsx<_> = open_workbook(&place).unwrap();
    let sheets: Vec<String> = book.sheet_names().into_iter().filter(|name| name.starts_with("记录清单")).collect();
    assert_eq!(sheets[..2], ["记录清单", "记录清单(2)"]);
    let counts: Vec<usize> = sheets.iter().map(|sheet| rows(&mut book, sheet).len() - 1).collect();
    assert_eq!(counts.iter().sum::<usize>() as u64, workbook.evidence.records);
    assert!(counts.iter().all(|count| (1..=10).contains(count)), "{counts:?}");
}

#[test]
fn a_list_on_disk_holds_what_a_list_in_memory_holds() {
    let (_folder, register) = a_filled_register();
    let (_files, mut in_memory) = written(&register);
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("统计表.xlsx");
    let mut file = std::fs::File::create(&place).unwrap();
    write(&register, &context(), &as_if_large(&register), &place, &mut file).unwrap();
    let mut on_disk: Xlsx<_> = open_workbook(&place).unwrap();
    assert_eq!(on_disk.sheet_names(), in_memory.sheet_names());
    for sheet in in_memory.sheet_names() {
        assert_eq!(rows(&mut on_disk, &sheet), rows(&mut in_memory, &sheet), "{sheet}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

/// The statistics as they are written for more records than lie in memory.
fn as_if_large(register: &Register) -> Workbook {
    let mut workbook =
        sheet::workbook(register, &request(), register.figures(request().period(), Lang::Zh).unwrap()).unwrap();
    workbook.evidence.records = IN_MEMORY + 1;
    workbook
}

/// What the format's writer says when its temporary file meets a full disk.
fn full_disk() -> ! {
    let error = std::io::Error::from(std::io::ErrorKind::StorageFull);
    panic!("Couldn't write to xml file: {error:?}")
}

#[test]
fn a_panic_of_the_formats_writer_is_a_failure_like_any_other() {
    struct PanicsWhileListing;
    impl crate::context::Watch for PanicsWhileListing {
        fn step(&self, _: crate::context::Progress) -> bool {
            full_disk()
        }
    }
    /// Once: the format's writer goes on to end its archive on the way out.
    struct PanicsWhilePacking(Option<fn() -> !>);
    impl Write for PanicsWhilePacking {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            self.0.take().map_or(Err(io::ErrorKind::StorageFull.into()), |panics| panics())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let (folder, register) = a_filled_register();
    let place = folder.path().join("统计表.xlsx");
    let workbook = as_if_large(&register);
    let watched = Context { watch: &PanicsWhileListing, ..context() };
    let told =
        |context: &Context, to: &mut PanicsWhilePacking| write(&register, context, &workbook, &place, to).unwrap_err();
    for error in [
        told(&watched, &mut PanicsWhilePacking(Some(full_disk))),
        told(&context(), &mut PanicsWhilePacking(Some(full_disk))),
    ] {
        assert!(matches!(&error, Error::DiskFull { path } if *path == place), "{error}");
    }
    let error = told(&context(), &mut PanicsWhilePacking(Some(|| panic!("otherwise"))));
    assert!(matches!(&error, Error::Write { path, detail } if *path == place && detail == "otherwise"), "{error}");
    // The register is as good as before.
    export(&register, &context(), &request(), None, Some(&place)).unwrap();
}

#[test]
fn a_folder_that_takes_no_temporary_file_is_an_error_not_a_panic() {
    let (folder, register) = a_filled_register();
    let place = folder.path().join("没有/统计表.xlsx");
    let error = write(&register, &context(), &as_if_large(&register), &place, &mut Vec::new()).unwrap_err();
    assert_eq!(error.code(), "io");
}

#[test]
fn text_is_never_a_formula_or_a_link() {
    let (_folder, register) = a_filled_register();
    let (files, mut book) = written(&register);
    let title = "=HYPERLINK(\"http://example.org\")";
    let records = rows(&mut book, "记录清单");
    assert!(records.iter().any(|row| row[4] == Data::String(title.into())));
    assert!(records.iter().any(|row| row[4].to_string().starts_with("http://example.org <&>")));
    assert!(records.iter().skip(1).all(|row| matches!(row[3], Data::DateTime(_))));
    let bytes = std::fs::File::open(files.path().join("统计表.xlsx")).unwrap();
    let mut archive = zip::ZipArchive::new(bytes).unwrap();
    for index in 0..archive.len() {
        let mut content = String::new();
        let mut part = archive.by_index(index).unwrap();
        std::io::Read::read_to_string(&mut part, &mut content).unwrap();
        let name = part.name().unwrap().into_owned();
        if name.starts_with("xl/worksheets/sheet") {
            assert!(!content.contains("<f>") && !content.contains("<hyperlink"), "{name}");
        }
    }
}

#[test]
fn every_month_of_the_period_is_there() {
    let (_folder, register) = a_filled_register();
    let (_files, mut book) = written(&register);
    let months: Vec<(String, String)> =
        rows(&mut book, "按月").iter().skip(1).map(|row| (row[0].to_string(), row[1].to_string())).collect();
    assert_eq!(months.len(), 10);
    assert_eq!((months[0].0.as_str(), months[0].1.as_str()), ("2023-02", "1"));
    assert_eq!((months[3].0.as_str(), months[3].1.as_str()), ("2023-05", "0"));
    assert_eq!(months[9].0, "2023-11");
}

#[test]
fn an_empty_register_has_its_statistics_too() {
    let (_folder, register) = a_register();
    let (_files, mut book) = written(&register);
    let table = rows(&mut book, "统计表");
    let satisfaction = table.iter().find(|row| row[0] == Data::String("satisfaction".into())).unwrap();
    assert_eq!(satisfaction[2], Data::Empty);
    assert_eq!(satisfaction[4].to_string(), "未填报");
}

#[test]
fn text_longer_than_a_cell_is_cut_between_characters() {
    let long = "𠮷".repeat(20_000);
    assert_eq!(fitting(&long).chars().count(), LONGEST / 2);
    assert_eq!(fitting("短"), "短");
}
