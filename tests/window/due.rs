//! What is due stands on the overview, of every register, and leads to exactly those records.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::app::{App, drive};
use crate::driver::TODAY;
use crate::steps::{go, make_register, pictures, sample_register, set_period};

async fn log(app: &App, thing: &str, values: Value) {
    app.call("log_record", json!({ "thing": thing, "values": values })).await;
}

#[test]
fn what_is_due_in_each_register_leads_to_exactly_its_records() {
    drive("due", async |app| {
        app.pick(&[Some(&app.register_folder())]);
        make_register(app, "湖南示例职业学院").await;
        // What is due is so whatever the period.
        set_period(app, "2001-01-01", "2001-12-31").await;
        for (title, solved) in [("专栏更新慢", None), ("公示牌陈旧", None), ("已整改", Some("2026-03-01"))]
        {
            let remedy = solved.map(|_| "已更新");
            let values = json!({ "found_on": "2026-02-02", "title": title, "due_on": "2026-03-02",
                "solved_on": solved, "remedy": remedy });
            log(app, "problem", values).await;
        }
        let terms = app.call("terms", json!({})).await;
        let unit = terms.as_array().unwrap().iter().find(|term| term["name"] == "件").unwrap()["id"].clone();
        for (subject, due) in [("今日应答", json!(TODAY)), ("未定期限", Value::Null)] {
            let values = json!({ "received_on": "2026-03-02", "subject": subject, "unit": unit, "due_on": due });
            log(app, "reply", values).await;
        }
        for (name, objections) in [("有异议的公示", 1), ("无异议的公示", 0)] {
            let values = json!({ "posted_on": "2026-02-24", "ends_on": "2026-03-03", "name": name,
                "objections": objections });
            log(app, "notice", values).await;
        }
        go(app, "#/overview").await;
        app.reload().await;
        app.settled("overview-page").await;
        app.until("due-total", |shown| shown == "共 4 项").await;
        app.counted("due-row", 4).await;
        for (link, said, total) in [
            ("attention-overdue-problem", "已超", "共 2 条"),
            ("attention-due_today-reply", "今天是最后一天", "共 1 条"),
            ("attention-ended-notice", "已期满", "共 1 条"),
        ] {
            app.click(link).await;
            app.until("list-total", |shown| shown.contains(total)).await;
            app.until("due", |shown| shown.contains(said)).await;
            app.screenshot(link).await;
            app.click("rail-overview").await;
            app.settled("overview-page").await;
        }
        app.script("document.querySelector(`[data-testid='due-row'] a`).focus(); return null", Value::Null).await;
        app.press(&[Key::Enter]).await;
        app.until("record-detail", |shown| shown.contains("专栏更新慢")).await;
    });
}

#[test]
fn the_samples_overview_shows_what_is_due() {
    drive("due-sample", async |app| {
        sample_register(app).await;
        app.find("due-row").await;
        pictures(app, "overview-due").await;
    });
}

#[test]
fn the_samples_headlines_lead_to_what_they_count_and_cases_are_never_mixed_with_day_counts() {
    drive("headlines-sample", async |app| {
        sample_register(app).await;
        app.until("headline-day-counts", |shown| shown == "日常登记 28 行").await;
        for (link, total) in
            [("headline-day-counts", "共 28 条"), ("headline-reply", "共 63 条"), ("headline-request", "共 8 条")]
        {
            app.click(link).await;
            app.until("list-total", |shown| shown == total).await;
            app.click("rail-overview").await;
            app.settled("overview-page").await;
        }
        // Those that say nothing of a review, and those that say that it is still to come.
        let told = app.find("attention-unreviewed-publication").await.text().await.unwrap();
        let number: String = told.chars().filter(char::is_ascii_digit).collect();
        app.click("attention-unreviewed-publication").await;
        app.until("list-total", |shown| shown == format!("共 {number} 条")).await;
        app.screenshot("attention-unreviewed").await;
        app.click("rail-departments").await;
        app.settled("departments-page").await;
        pictures(app, "departments-sample").await;
    });
}
