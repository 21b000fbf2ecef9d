//! Files dropped onto the window, by the screen's own protocol: documents fill a form, pictures wait in it, what cannot be kept is told.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::app::{App, drive};
use crate::dragging::FileManager;
use crate::evidence::{open_item, verified, write};
use crate::quick::{begin, total};
use crate::steps::{field_value, go, pictures};

/// A notice as an office's program prints it.
fn notice(app: &App) -> PathBuf {
    let printed = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/formats/通知.pdf");
    write(app, "湘示院行54号.pdf", &std::fs::read(printed).unwrap())
}

async fn listed(app: &App) -> Value {
    let names =
        "return [...document.querySelectorAll(`[data-testid='form-file'] bdi`)].map((name) => name.textContent)";
    app.script(names, Value::Null).await
}

#[test]
fn a_document_dropped_onto_the_window_fills_in_a_publication() {
    drive("dropped", async |app| {
        begin(app).await;
        let word = app.file("年报.docx");
        let report = json!({ "from": "2026-01-01", "to": "2026-11-20", "addressee": "省教育厅", "date": "2026-11-20" });
        app.call("export_report", json!({ "report": report, "docx": word })).await;
        FileManager::open().drag(&[&word]);
        app.settled("publication-page").await;
        app.find("form-title").await;
        app.until("form-file-said", |shown| shown.contains("已从“年报.docx”读入")).await;
        let title = field_value(app, "title").await;
        assert!(title.contains("湖南示例职业学院"), "{title}");
        pictures(app, "dropped").await;
        // One whose text cannot be read, while the other waits: a form of its own, named by its file.
        go(app, "#/overview").await;
        app.settled("overview-page").await;
        FileManager::open().drag(&[&write(app, "关于放假的公告.doc", b"\xD0\xCF\x11\xE0")]);
        app.settled("publication-page").await;
        app.until("form-file-said", |shown| shown.contains("没有读出文字") && shown.contains("名称取自文件名")).await;
        assert_eq!(field_value(app, "title").await, "关于放假的公告");
        pictures(app, "dropped-unread").await;
        assert_eq!(total(app, "publication").await, json!(0), "nothing is saved unasked");
    });
}

#[test]
fn what_is_dropped_onto_a_form_is_read_waits_and_is_kept_with_its_record() {
    drive("dropped-form", async |app| {
        begin(app).await;
        app.click("rail-publication").await;
        app.settled("publication-page").await;
        let (notice, picture) = (notice(app), write(app, "公示 照片（1）.png", b"\x89PNG\r\n\x1a\n"));
        let (folder, vanished) = (app.file("一个文件夹"), app.file("拔掉的U盘.docx"));
        std::fs::create_dir(&folder).unwrap();

        // Held over the list, it is told what would become of it; taken away again, nothing has become of it.
        let files = FileManager::open();
        let held = files.hold(&[&notice]);
        app.until("drop-hint", |shown| shown.contains("登记一条")).await;
        pictures(app, "dropping").await;
        held.take_away();
        app.gone("drop-hint").await;
        assert!(app.find_all("record-form").await.is_empty());

        files.drag(&[&notice]);
        app.until("form-file-said", |shown| shown.contains("信息名称、文号、形成日期")).await;
        for (field, read) in
            [("title", "关于开展学生资助工作的通知"), ("doc_number", "湘示院行〔2023〕54号"), ("made_on", "2023-03-02")]
        {
            assert_eq!(field_value(app, field).await, read);
        }
        app.gone("drop-hint").await;
        files.drag(&[&picture, &folder, &vanished]);
        app.counted("form-file-refused", 2).await;
        app.counted("form-file", 2).await;
        assert_eq!(listed(app).await, json!(["湘示院行54号.pdf", "公示 照片（1）.png"]));
        let refused = app.text("form-files").await;
        assert!(refused.contains("一个文件夹") && refused.contains("拔掉的U盘.docx"), "{refused}");
        assert_eq!(field_value(app, "title").await, "关于开展学生资助工作的通知", "nothing is lost by what is refused");
        pictures(app, "dropped-form").await;

        app.fill("form-published_on", "2023-03-03").await;
        app.click("form-save").await;
        app.until("tab-evidence", |shown| shown.ends_with('2')).await;
        verified(app).await;
    });
}

#[test]
fn what_is_dropped_onto_a_record_is_its_evidence() {
    drive("dropped-record", async |app| {
        open_item(app, json!({ "title": "评优公示", "published_on": "2023-06-01" }), "tab-fields").await;
        let (notice, gone) = (notice(app), app.file("没有了.png"));
        let files = FileManager::open();
        let held = files.hold(&[&notice, &gone]);
        app.until("drop-hint", |shown| shown.contains("这条记录")).await;
        held.let_go();
        app.until("evidence-name", |shown| shown == "湘示院行54号.pdf").await;
        app.until("evidence-failed", |shown| shown.contains("没有了.png")).await;
        app.until("tab-evidence", |shown| shown.ends_with('1')).await;
        assert_eq!(total(app, "publication").await, json!(1), "and nothing else is begun");
        verified(app).await;
    });
}
