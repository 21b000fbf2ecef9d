//! 数据核对 beside the report: what does not hold is counted, opened, accepted by keyboard with a reason, and told again
//! once its numbers have changed.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::app::{App, drive};
use crate::judging::{judge, magnified, nothing_grave};
use crate::steps::sample_register;

/// The line that is brought about here.
const LINE: &str = "declared_totals/web";

/// Puts the focus on a part of a line.
async fn focus(app: &App, line: &str, part: &str) {
    let code =
        "const part = document.querySelector(`[data-check='${arguments[0][0]}'] [data-testid='${arguments[0][1]}']`);
        part?.scrollIntoView({ block: 'center' }); part?.focus(); return part !== null";
    assert_eq!(app.script(code, json!([line, part])).await, json!(true), "{line} {part}");
}

/// The group that the line stands in.
async fn group(app: &App) -> Value {
    let code =
        "return document.querySelector(`[data-check='${arguments[0]}']`)?.closest('section')?.dataset.testid ?? null";
    app.script(code, json!(LINE)).await
}

async fn open_checks(app: &App) {
    app.click("rail-report").await;
    app.settled("report-page").await;
    app.until("to-checks", |shown| !shown.contains('…')).await;
    app.click("to-checks").await;
    app.find("checks-panel").await;
}

fn pending(button: &str) -> usize {
    button.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap()
}

#[test]
fn a_check_that_does_not_hold_is_accepted_by_keyboard_and_told_again_once_its_numbers_change() {
    drive("cross-checks", async |app| {
        let mut found = Vec::new();
        sample_register(app).await;
        let period = app.call("periods", json!({})).await[0].clone();
        let of_period = |mut request: Value| {
            (request["from"], request["to"]) = (period["from"].clone(), period["to"].clone());
            request
        };
        app.call("declare_figure", of_period(json!({"figure": "web", "value": 9, "source": "上半年上报表"}))).await;
        open_checks(app).await;
        let before = pending(&app.text("to-checks").await);
        assert_eq!(group(app).await, "checks-pending");
        app.until("checks-panel", |shown| {
            shown.contains("不符") && shown.contains("上报数为9条（来源：上半年上报表）")
        })
        .await;
        judge(app, "cross-checks", &mut found).await;
        magnified(app, "cross-checks", &mut found).await;
        app.click("checks-passed-toggle").await;
        judge(app, "cross-checks-passed", &mut found).await;
        app.click("checks-passed-toggle").await;

        focus(app, LINE, "check-accept").await;
        app.press(&[Key::Enter]).await;
        app.find("accept-form").await;
        app.press(&[Key::Enter]).await;
        app.until("accept-form", |shown| shown.contains("请写明理由")).await;
        app.type_text("上报时下半年尚未登记").await;
        judge(app, "cross-checks-accepting", &mut found).await;
        app.press(&[Key::Enter]).await;
        app.until("checks-accepted", |shown| shown.contains("已接受：上报时下半年尚未登记")).await;
        assert_eq!(group(app).await, "checks-accepted");
        app.until("to-checks", |shown| pending(shown) == before - 1).await;

        // The records of a line, and back to it.
        focus(app, "requests_open", "check-records").await;
        app.press(&[Key::Enter]).await;
        app.find("record-row").await;
        judge(app, "cross-checks-records", &mut found).await;
        app.press(&[Key::Escape]).await;
        app.find("checks-panel").await;

        // One more on the website: what was accepted is told again.
        let terms = app.call("terms", json!({})).await;
        let web = terms.as_array().unwrap().iter().find(|term| term["name"] == "学校官网").unwrap()["id"].clone();
        let values = json!({"title": "补登的一条", "published_on": period["from"], "channels": [web]});
        app.call("log_record", json!({"thing": "publication", "values": values})).await;
        app.click("rail-overview").await;
        app.settled("overview-page").await;
        open_checks(app).await;
        assert_eq!(group(app).await, "checks-pending");
        app.until("check-stale", |shown| shown.contains("接受后数据有变")).await;
        judge(app, "cross-checks-stale", &mut found).await;
        focus(app, LINE, "check-take-back").await;
        app.press(&[Key::Enter]).await;
        app.find("accept-form").await;
        app.type_text("已核实").await;
        app.press(&[Key::Enter]).await;
        app.gone("check-accepted").await;
        app.until("to-checks", |shown| pending(shown) == before).await;
        assert!(app.call("verify", json!({})).await["ok"] == true);

        app.press(&[Key::Escape]).await;
        app.gone("checks-panel").await;
        nothing_grave(&found);
    });
}
