//! A sheet that the program does not recognise, mapped by hand in the window.

use fantoccini::key::Key;

use crate::app::drive;
use crate::steps::{make_register, select, set_period};

#[test]
fn an_unrecognised_sheet_is_mapped_by_hand_and_counts() {
    drive("mapping", async |app| {
        let (folder, workbook) = (app.register_folder(), app.file("通知.csv"));
        std::fs::write(&workbook, "条目,何日,何处\n关于放假的通知,2023-09-28,学校官网\n").unwrap();
        app.pick(&[Some(&folder), Some(&workbook)]);
        make_register(app, "湖南示例职业学院").await;

        app.click("rail-imports").await;
        app.click("import-pick").await;
        select(app, "sheet-into-通知", "publications").await;
        app.until("header-row-failure", |shown| shown.contains("通知")).await;
        app.screenshot("mapping-no-header").await;
        app.fill("header-row", "1").await;
        app.press(&[Key::Enter]).await;
        select(app, "column-条目", "title").await;
        select(app, "column-何日", "published_on").await;
        select(app, "column-何处", "channels").await;
        app.gone("header-row-failure").await;
        app.screenshot("mapping-by-hand").await;

        app.click("import-check").await;
        app.until("verdict-通知", |shown| shown.contains('1')).await;
        app.click("import-run").await;
        app.until("import-result", |shown| shown.contains('1')).await;
        app.click("import-to-figures").await;
        set_period(app, "2023-01-01", "2023-12-31").await;
        app.until("figure-web-value", |shown| shown == "1条").await;
    });
}
