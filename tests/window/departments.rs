//! Departments, their people and scorecards, and who acts today, by the window.

use calamine::{Reader, Xlsx, open_workbook};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::app::{App, drive, drive_over_a_restart};
use crate::steps::{add_term, keep, make_register, new_register, open_first, pictures, set_period};

/// The register of an academic office: one department, a duty, items in time and late, a request past its due date.
async fn a_year(app: &App) -> Value {
    let department = add_term(app, "department", "示范教务处").await;
    let category = add_term(app, "list_item", "示范类别").await;
    let item = json!({ "dimension": "list_item", "name": "示范事项", "parent": category });
    let duty = app.call("add_term", item).await["id"].take();
    for (title, made, published, duty) in [
        ("按时的公示", Some("2023-09-25"), "2023-10-27", Some(&duty)),
        ("晚了一天的公示", Some("2023-09-25"), "2023-10-28", None),
        ("不知何时形成的公示", None, "2023-04-03", None),
    ] {
        let values = json!({ "title": title, "made_on": made, "published_on": published, "is_public": true,
            "department": department, "list_item": duty });
        app.call("log_record", json!({ "thing": "publication", "values": values })).await;
    }
    let request = json!({ "received_on": "2023-03-01", "content": "收费标准", "department": department });
    app.call("log_record", json!({ "thing": "request", "values": request })).await;
    department
}

async fn focused(app: &App) -> Value {
    app.script("return document.activeElement.dataset.testid ?? document.activeElement.tagName", Value::Null).await
}

#[test]
fn who_acts_is_chosen_by_keyboard_and_named_in_the_log() {
    drive_over_a_restart(
        "acting",
        async |app| {
            app.pick(&[Some(&app.register_folder())]);
            new_register(app, "示例职业学院").await;
            app.click("create-register").await;
            app.settled("overview-page").await;
            app.find("acting-ask").await;
            // It lies below the page and takes nothing from it.
            assert_ne!(focused(app).await, json!("acting-name"));
            app.screenshot("acting-ask").await;
            let name = app.find("acting-name").await;
            name.send_keys("李明").await.unwrap();
            app.press(&[Key::Enter]).await;
            app.gone("acting-ask").await;
            app.until("acting-who", |shown| shown == "李明").await;
            app.call(
                "log_record",
                json!({ "thing": "publication",
                "values": { "title": "开学通知", "published_on": "2023-09-01", "is_public": true } }),
            )
            .await;
            set_period(app, "2023-01-01", "2023-12-31").await;
            app.click("rail-publication").await;
            app.settled("publication-page").await;
            open_first(app).await;
            app.click("tab-history").await;
            app.until("history-entry", |shown| shown.contains("李明")).await;
            // Another takes over, in the bar at the top.
            app.call("add_person", json!({ "name": "王丽" })).await;
            app.click("acting").await;
            app.click("acting-persons").await;
            app.until("persons-pane", |shown| shown.contains("王丽")).await;
            app.reload().await;
            app.click("acting").await;
            app.screenshot("acting-name").await;
            app.find_all("acting-take").await[1].click().await.unwrap();
            app.until("acting-who", |shown| shown == "王丽").await;
            // The web view writes what it remembers a little later.
            tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        },
        async |app| {
            let recent = app.find("recent").await.find(Locator::Css("button")).await.unwrap();
            recent.click().await.unwrap();
            app.settled("overview-page").await;
            app.until("acting-who", |shown| shown == "王丽").await;
            assert!(app.find_all("acting-ask").await.is_empty(), "the day's choice outlives a restart");
        },
    );
}

#[test]
fn a_departments_people_and_duties_are_kept_and_its_numbers_open_their_records() {
    drive("departments", async |app| {
        app.pick(&[Some(&app.register_folder())]);
        make_register(app, "示例职业学院").await;
        let department = a_year(app).await;
        set_period(app, "2023-01-01", "2023-12-31").await;
        app.click("rail-overview").await;
        app.settled("overview-page").await;
        app.until("late-departments", |shown| shown.contains("示范教务处") && shown.contains("1 条逾期公开")).await;
        pictures(app, "late-departments").await;
        app.click("late-department").await;
        app.settled("departments-page").await;
        app.until("score-published", |shown| shown == "3").await;
        app.until("score-share", |shown| shown == "50%").await;
        app.until("department-overdue", |shown| shown.contains("收费标准") && shown.contains("已超")).await;
        app.fill("line-head", "张三、李四").await;
        app.fill("line-officer", "赵六").await;
        app.press(&[Key::Enter]).await;
        app.until("said-head", |shown| shown.contains("只填一人")).await;
        app.fill("line-head", "张三").await;
        app.click("department-save").await;
        app.gone("said-head").await;
        app.until("department-history", |shown| shown.contains("张三、李四") && shown.contains("赵六")).await;
        app.click("duties-choose").await;
        let item =
            app.find("duty-picker").await.find(Locator::XPath("//label[contains(., '示范事项')]")).await.unwrap();
        item.click().await.unwrap();
        app.click("duties-save").await;
        app.until("duty", |shown| shown.contains("示范事项") && shown.contains("1 条")).await;
        app.until("duties-done", |shown| shown.contains("1 项中已公开 1 项")).await;
        pictures(app, "department-filled").await;
        let reveal =
            "document.querySelector(`[data-testid='score-late']`).scrollIntoView({ block: 'center' }); return null";
        app.script(reveal, Value::Null).await;
        app.click("score-late").await;
        app.until("records-behind", |shown| shown.contains("晚了一天的公示")).await;
        app.screenshot("department-records").await;
        app.press(&[Key::Escape]).await;
        app.gone("records-behind").await;
        assert_eq!(focused(app).await, json!("score-late"), "back to the number");
        let file = app.file("考核.xlsx");
        app.pick(&[Some(&file)]);
        app.click("export-scorecards").await;
        app.click("export-names").await;
        app.screenshot("departments-export").await;
        app.click("export-save").await;
        app.until("notice", |shown| shown.contains("考核.xlsx")).await;
        let mut book: Xlsx<_> = open_workbook(&file).unwrap();
        let form = book.worksheet_range("示范教务处").unwrap();
        let cells: Vec<String> = form.rows().flatten().map(ToString::to_string).collect();
        assert!(cells.iter().any(|cell| cell.contains("张三")), "{cells:?}");
        keep(&file);
        let verified = app.call("verify", json!({})).await;
        assert_eq!(verified["ok"], json!(true), "{verified}");
        assert!(department.is_number());
    });
}
