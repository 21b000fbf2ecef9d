//! 自定义统计项: picked with the number beside, kept through the death of the app, filled in by hand, declared beside.

use fantoccini::key::Key;
use serde_json::json;

use crate::app::{App, drive, drive_through_a_kill};
use crate::judging::{judge, magnified, nothing_grave};
use crate::steps::{go, sample_register, select};

async fn to_own(app: &App) {
    go(app, "#/figures?view=own").await;
    app.find("own-figures").await;
}

async fn definition(app: &App, label: &str) -> serde_json::Value {
    let all = app.call("definitions", json!({})).await;
    let found = all.as_array().unwrap().iter().find(|definition| definition["label"] == label);
    found.unwrap_or_else(|| panic!("no figure is called {label}")).clone()
}

#[test]
fn a_figure_is_picked_with_its_number_beside_and_goes_on_after_the_app_was_killed() {
    drive_through_a_kill(
        "own-figures",
        async |app| {
            let mut found = Vec::new();
            sample_register(app).await;
            app.click("rail-figures").await;
            app.settled("figures-page").await;
            app.click("view-own").await;
            app.find("own-none").await;
            judge(app, "own-figures", &mut found).await;
            app.click("own-make").await;
            app.find("own-register").await;
            judge(app, "own-empty", &mut found).await;
            app.fill("own-label", "官网招生信息").await;
            select(app, "own-register", "publications").await;
            app.click("filter-channels").await;
            let terms = app.call("terms", json!({})).await;
            let web = terms.as_array().unwrap().iter().find(|term| term["name"] == "学校官网").unwrap()["id"].clone();
            app.click(&format!("choice-{web}")).await;
            app.press(&[Key::Escape]).await;
            app.fill("own-unit", "条").await;
            app.until("trial-meaning", |shown| shown.contains("公开渠道为“学校官网”")).await;
            app.find("record-row").await;
            judge(app, "own-editor", &mut found).await;
            magnified(app, "own-editor", &mut found).await;
            // Written within this time of the last choice; the clerk is not told when.
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
            nothing_grave(&found);
        },
        async |app| {
            app.settled("start-page").await;
            app.click_text("示例职业技术学院（演示）").await;
            app.settled("overview-page").await;
            go(app, "#/figures?view=own&edit=new").await;
            app.until("figure-unsaved", |shown| shown.contains("已恢复上次未保存的内容")).await;
            app.until("trial-meaning", |shown| shown.contains("公开渠道为“学校官网”")).await;
            let tried = app.text("trial-value").await;
            app.click("own-save").await;
            app.find("own-figures").await;
            let own = definition(app, "官网招生信息").await;
            let row = app.text(&format!("own-row-{}", own["id"].as_str().unwrap())).await;
            let number: String = tried.chars().take_while(char::is_ascii_digit).collect();
            assert!(number != "0" && row.contains(&format!("{number}条")), "{tried} became {row}");
        },
    );
}

#[test]
fn a_shipped_figure_is_copied_one_is_filled_in_by_hand_and_a_declared_total_is_told_where_it_differs() {
    drive("own-figures-by-hand", async |app| {
        let mut found = Vec::new();
        sample_register(app).await;
        app.click("rail-figures").await;
        app.settled("figures-page").await;
        to_own(app).await;
        app.click("own-copy-web").await;
        app.until("trial-meaning", |shown| shown.contains("学校官网")).await;
        app.fill("own-label", "门户网站").await;
        app.click("own-save").await;
        app.find("own-figures").await;
        assert_eq!(definition(app, "学校官网").await["shipped"], json!(true));
        assert_eq!(definition(app, "门户网站").await["id"], json!("own_1"));

        app.click("own-make").await;
        app.fill("own-label", "公众号关注人数").await;
        app.click("own-by-hand").await;
        app.fill("own-unit", "人").await;
        app.until("trial-meaning", |shown| shown.contains("手工填报")).await;
        app.press(&[Key::Enter]).await;
        app.find("own-declare-own_2").await;
        app.click("own-declare-own_2").await;
        app.find("declare-value").await;
        app.fill("declare-value", "12800").await;
        app.fill("declare-source", "公众平台后台").await;
        app.click("declare-save").await;
        app.until("own-row-own_2", |shown| shown.contains("12800人") && shown.contains("来源：公众平台后台")).await;

        // A total that was declared elsewhere stands beside the counted one, and never in its place.
        app.click("own-declare-web").await;
        app.until("declare-pane", |shown| shown.contains("上报数")).await;
        app.fill("declare-value", "1").await;
        app.fill("declare-source", "省厅报表").await;
        app.press(&[Key::Enter]).await;
        app.until("declared-web", |shown| shown.contains("不一致")).await;
        judge(app, "own-declared", &mut found).await;
        app.click("view-numbers").await;
        app.until("figure-web", |shown| shown.contains("与统计数不一致")).await;
        judge(app, "figures-declared", &mut found).await;

        to_own(app).await;
        app.click("own-declare-web").await;
        app.click("declare-take-back").await;
        app.fill("take-back-reason", "报表有误，已重报").await;
        app.click("take-back-do").await;
        app.gone("declared-web").await;
        app.press(&[Key::Escape]).await;
        app.gone("declare-pane").await;

        app.click("own-remove-own_1").await;
        app.click("own-removed-own_1").await;
        app.gone("own-row-own_1").await;
        // What is filled in for a period is not removed with its figure.
        app.click("own-remove-own_2").await;
        app.click("own-removed-own_2").await;
        app.find("error").await;
        app.find("own-row-own_2").await;
        nothing_grave(&found);
    });
}
