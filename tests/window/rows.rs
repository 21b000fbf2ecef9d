//! Rows of a spreadsheet pasted into the line at the top, by keyboard alone.

use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::app::drive;
use crate::quick::{begin, chord, to_the_line, total};
use crate::steps::{go, pictures};

/// Ten rows under their headings; the fifth has a day that does not exist, the eighth no title.
pub const LEDGER: &str = "序号\t信息名称\t公开日期\t公开渠道\t承办部门
1\t关于开展学生资助工作的通知\t2026-03-02\t学校官网、公示栏\t学生工作处
2\t食堂价格公示\t2026-03-02\t公示栏\t后勤保障处
3\t迎新晚会圆满举行\t2026-03-03\t学校官网\t宣传部
4\t教学管理办法\t2026-03-03\t学校官网\t教务处
5\t招生章程\t2026-02-30\t学校官网\t招生就业处
6\t校务会纪要\t2026-03-04\t公示栏\t党委办公室
7\t图书采购中标公告\t2026-03-04\t招投标平台\t后勤保障处
8\t\t2026-03-05\t学校官网\t团委
9\t运动会开幕\t2026-03-05\t新闻网\t团委
10\t校园停电的通知\t2026-03-06\t学校官网\t后勤保障处
";

#[test]
fn ten_rows_are_pasted_two_put_right_and_all_logged_by_keyboard_alone() {
    drive("rows", async |app| {
        begin(app).await;
        app.call("copy_text", json!({ "text": LEDGER })).await;
        to_the_line(app).await;
        chord(app, Key::Control, 'v').await;
        app.settled("rows-page").await;
        app.until("rows-total", |shown| shown.contains("共 10 行") && shown.contains("可登记 8 行")).await;
        app.until("row-6", |shown| shown.contains("2026-02-30")).await;
        pictures(app, "rows").await;
        // The first row at fault has the focus; its field at fault is typed anew.
        app.press(&[Key::Enter]).await;
        app.find("row-editor").await;
        app.type_text("2026-02-28").await;
        app.until("rows-total", |shown| shown.contains("可登记 9 行")).await;
        pictures(app, "rows-editor").await;
        app.press(&[Key::Control, Key::Enter, Key::Null]).await;
        app.until("notice", |shown| shown.contains("已登记 9 条")).await;
        assert_eq!(total(app, "publication").await, json!(9));
        // What is left waits through a start of the window.
        app.reload().await;
        app.settled("rows-page").await;
        app.find("row-9").await;
        go(app, "#/overview").await;
        app.until("attention-unsaved", |shown| !shown.is_empty()).await;
        go(app, "#/rows").await;
        app.until("rows-total", |shown| shown.contains("共 1 行") && shown.contains("待更正 1 行")).await;
        app.press(&[Key::Enter]).await;
        app.find("row-editor").await;
        app.type_text("五四表彰大会").await;
        app.press(&[Key::Control, Key::Enter, Key::Null]).await;
        app.until("notice", |shown| shown.contains("已登记 1 条")).await;
        assert_eq!(total(app, "publication").await, json!(10));
        app.press(&[Key::F6]).await;
        app.press(&[Key::Enter]).await;
        app.until("notice", |shown| shown.contains("已撤回 1 条")).await;
        let list =
            app.call("list_records", json!({ "thing": "publication", "limit": 50, "standing": "in_force" })).await;
        assert_eq!(list["total"], json!(9), "{list}");
        app.until("rows-total", |shown| shown.contains("可登记 1 行")).await;
        app.screenshot("rows-back").await;
    });
}

#[test]
fn a_search_is_narrowed_by_keys_and_all_that_was_found_is_a_page() {
    drive("search-page", async |app| {
        begin(app).await;
        let rows: Vec<Value> = (0..120)
            .map(|n| {
                let day = if n % 3 == 0 { "2025-03-02" } else { "2026-03-02" };
                json!({ "title": format!("奖学金公示第{n}批"), "published_on": day })
            })
            .collect();
        app.call("log_records", json!({ "thing": "publication", "rows": rows })).await;
        app.reload().await;
        app.settled("overview-page").await;
        to_the_line(app).await;
        app.type_text("奖学金").await;
        app.until("quick-told", |shown| shown.contains("120")).await;
        app.press(&[Key::Tab]).await;
        app.press(&[Key::Tab]).await;
        let at = app.script("return document.activeElement.dataset.testid", Value::Null).await;
        assert_eq!(at, json!("search-thing"));
        app.press(&[Key::Tab]).await;
        app.type_text("2025").await;
        app.until("quick-told", |shown| shown.contains("40")).await;
        pictures(app, "search-narrowed").await;
        app.press(&[Key::Escape]).await;
        app.press(&[Key::Up, Key::Up]).await;
        app.press(&[Key::Enter]).await;
        app.until("search-total", |shown| shown.contains("40")).await;
        let page = app.find("search-page").await;
        page.find(Locator::Css("[data-testid='search-everywhere']")).await.unwrap().click().await.unwrap();
        app.until("search-total", |shown| shown.contains("120")).await;
        app.click("pager-next").await;
        app.until("pager-range", |shown| shown.contains("51")).await;
        pictures(app, "search-page").await;
    });
}
