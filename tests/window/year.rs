//! The main job through the real window, on files: make, import, read, open, export, reopen.

use std::io::Read;
use std::path::Path;

use calamine::{Data, Reader, open_workbook_auto};

use crate::app::{App, drive};
use crate::steps::{make_register, pictures, set_period};

fn workbook() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/信息公开台账2023.xlsx"))
}

async fn make_and_import(app: &App) {
    let folder = app.register_folder();
    app.pick(&[Some(&folder), Some(workbook())]);
    make_register(app, "湖南示例职业学院").await;
    app.click("rail-imports").await;
    app.click("import-pick").await;
    app.find("columns-step").await;
    app.click("import-check").await;
    app.until("verdict-主动公开", |shown| shown.contains("752")).await;
}

#[test]
fn the_year_from_the_ledger_to_the_report() {
    drive("year", async |app| {
        make_and_import(app).await;
        let refused = app.text("verdict-主动公开-refused").await;
        assert!(refused.contains('4'), "{refused}");
        pictures(app, "import-verdicts").await;
        app.click("terms-add").await;
        app.click("import-run").await;
        app.until("import-result", |shown| shown.contains("2220")).await;
        app.click("import-to-figures").await;
        set_period(app, "2023-02-01", "2023-11-20").await;

        app.until("figure-items-value", |shown| shown.starts_with("706")).await;
        app.click("figure-web").await;
        app.until("pager-range", |shown| shown.contains("118")).await;
        app.counted("record-row", 100).await;
        app.click("pager-next").await;
        app.until("pager-range", |shown| shown.contains("101")).await;
        app.counted("record-row", 18).await;
        pictures(app, "figures").await;
        app.find_all("record-row").await.remove(0).click().await.unwrap();
        app.click("tab-origin").await;
        app.until("record-origin", |shown| shown.contains("信息公开台账2023.xlsx") && shown.contains("主动公开")).await;
        app.click("tab-history").await;
        app.find("history-entry").await;
        pictures(app, "record").await;

        app.click("rail-report").await;
        app.fill("report-addressee-input", "湖南省教育厅").await;
        app.until("report-figure-items", |shown| shown == "706条").await;
        pictures(app, "report").await;
        let (word, excel) = (app.file("年度报告.docx"), app.file("统计.xlsx"));
        app.pick(&[Some(&word), Some(&excel)]);
        app.click("export-docx").await;
        app.until("report-files", |shown| shown.contains("年度报告.docx")).await;
        app.click("export-xlsx").await;
        app.until("report-files", |shown| shown.contains("统计.xlsx")).await;

        let mut text = String::new();
        let mut archive = zip::ZipArchive::new(std::fs::File::open(&word).unwrap()).unwrap();
        archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
        assert!(text.contains("706条") && text.contains("23600余人次"));
        let mut book = open_workbook_auto(&excel).unwrap();
        let statistics = book.worksheet_range("统计表").unwrap();
        let row = statistics.rows().find(|row| row[0] == Data::String("web".into())).unwrap();
        assert!(row.contains(&Data::Float(118.0)), "{row:?}");
    });
}

#[test]
fn an_import_is_taken_back_in_the_window() {
    drive("undo", async |app| {
        make_and_import(app).await;
        app.click("terms-add").await;
        app.click("import-run").await;
        app.find("import-result").await;
        app.click("import-again").await;
        app.click("undo-import-1").await;
        app.find("undo-confirm").await;
        app.click("undo-yes").await;
        app.find("undo-done").await;
        app.click("rail-figures").await;
        set_period(app, "2023-02-01", "2023-11-20").await;
        app.until("figure-items-value", |shown| shown.starts_with('0')).await;
    });
}
