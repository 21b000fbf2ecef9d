//! Refused rows: one put right in its place and imported with the rest, one left over and entered by hand.

use fantoccini::key::Key;

use crate::app::{App, drive, drive_through_a_kill};
use crate::steps::{enter_while_composing, make_register};

const ROWS: &str = "标题,发布日期,公开渠道\n\
                    关于开学的通知,2023-09-01,学校官网\n\
                    关于放假的通知,2023-02-30,学校官网\n\
                    关于缴费的通知,2023-13-01,学校官网\n";

/// Up to the rows of the workbook that are refused.
async fn check(app: &App) {
    let (folder, ledger) = (app.register_folder(), app.file("主动公开.csv"));
    std::fs::write(&ledger, ROWS).unwrap();
    app.pick(&[Some(&folder), Some(&ledger)]);
    make_register(app, "湖南示例职业学院").await;
    app.click("rail-imports").await;
    app.click("import-pick").await;
    app.find("columns-step").await;
    app.click("import-check").await;
    app.until("verdict-主动公开-refused", |shown| shown.contains('2')).await;
}

#[test]
fn a_refused_row_is_put_right_in_its_place_and_imported_the_other_is_entered_by_hand() {
    drive("mending", async |app| {
        check(app).await;
        app.fill("mend-发布日期", "2023-02-28").await;
        app.press(&[Key::Tab]).await;
        app.screenshot("mending-typed").await;
        app.click("tab-refused").await;
        app.until("verdict-主动公开-refused", |shown| shown.contains('1')).await;
        app.screenshot("mending-mended").await;
        if !app.find_all("terms-add").await.is_empty() {
            app.click("terms-add").await;
        }
        app.click("import-run").await;
        app.until("import-result", |shown| shown.contains('2')).await;
        app.click("to-leftovers").await;
        app.until("leftover-row", |shown| shown.contains("关于缴费的通知")).await;
        app.screenshot("leftovers").await;
        app.click("mend-leftover-1").await;
        app.fill("form-published_on", "2023-12-01").await;
        app.click("form-save").await;
        app.until("record-title", |shown| shown == "关于缴费的通知").await;
        app.click("rail-imports").await;
        app.settled("imports-page").await;
        app.gone("leftovers").await;
    });
}

#[test]
fn enter_that_an_input_method_takes_leaves_the_cell_as_it_is() {
    drive("mending-composing", async |app| {
        check(app).await;
        app.fill("mend-发布日期", "2023-02").await;
        assert!(enter_while_composing(app).await, "the next cell has the focus");
    });
}

#[test]
fn cells_put_right_are_there_again_after_the_app_was_killed() {
    drive_through_a_kill(
        "mending-killed",
        async |app| {
            check(app).await;
            app.fill("mend-发布日期", "2023-02-28").await;
            app.click("tab-refused").await;
            app.until("verdict-主动公开-refused", |shown| shown.contains('1')).await;
            // Written within this time of the last key.
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        },
        async |app| {
            app.settled("start-page").await;
            app.click_text("湖南示例职业学院").await;
            app.settled("overview-page").await;
            app.until("attention-unsaved", |shown| shown.contains("主动公开.csv")).await;
            app.click("unsaved").await;
            app.until("kept-import", |shown| shown.contains("主动公开.csv")).await;
            app.screenshot("import-kept").await;
            app.click("kept-resume").await;
            app.until("mended-row", |shown| shown.contains("2023-02-28")).await;
            app.until("verdict-主动公开-refused", |shown| shown.contains('1')).await;
        },
    );
}
