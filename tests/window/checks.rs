//! 发布前检查 in the window: what must not go out is told and decided, the secrecy review sets its field.

use fantoccini::key::Key;
use serde_json::json;

use crate::app::{App, drive, drive_through_a_kill};
use crate::evidence::{open_item, verified};
use crate::steps::{go, open_first, pictures, set_period};

/// Invented, with a check digit that fits.
const IDENTITY: &str = "430102199001011238";

async fn open_checks(app: &App) {
    let title = format!("关于王某（{IDENTITY}）评优结果的公示");
    open_item(
        app,
        json!({ "title": title, "published_on": "2023-06-01", "is_public": true, "remarks": "联系电话 138-1234-5678" }),
        "tab-checks",
    )
    .await;
}

#[test]
fn a_finding_is_told_while_it_is_typed_and_decided_on_before_it_goes_out() {
    drive("scan", async |app| {
        open_checks(app).await;
        app.until("scan-found", |shown| shown.contains("发现 2 处，其中 2 处尚无处理意见")).await;
        app.until("finding-place", |shown| shown == "“信息名称”第 6–23 字").await;
        app.until("finding", |shown| shown.contains("430102**********38") && !shown.contains(IDENTITY)).await;
        app.click("finding-decide").await;
        app.click("decision-masked").await;
        app.click("decision-save").await;
        app.until("decision-form", |shown| shown.contains("请写明理由")).await;
        app.fill("decision-reason", "公示时遮盖中间十位").await;
        pictures(app, "scan-deciding").await;
        app.click("decision-save").await;
        app.until("finding-decision", |shown| shown.contains("须遮盖后公开。公示时遮盖中间十位")).await;
        app.until("scan-found", |shown| shown.contains("其中 1 处尚无")).await;
        pictures(app, "scan").await;
        app.click("tab-history").await;
        app.until("history", |shown| {
            ["身份证号 430102**********38，“信息名称”第 6–23 字", "处理意见：须遮盖后公开", "理由：公示时遮盖中间十位"]
                .iter()
                .all(|part| shown.contains(part))
        })
        .await;

        app.click("record-edit").await;
        app.find("form-title").await;
        app.until("form-remarks", |shown| shown.contains("疑似手机号 138****5678")).await;
        assert!(!app.text("form-title").await.contains("疑似"), "what was decided is not told again");
        app.fill("form-title", "关于李某13912345678的公示").await;
        app.until("form-title", |shown| shown.contains("第 5–15 字疑似手机号 139****5678")).await;
        pictures(app, "scan-form").await;
        app.press(&[Key::Control, Key::Enter, Key::Null]).await;
        app.until("record-title", |shown| shown == "关于李某13912345678的公示").await;
        app.click("tab-checks").await;
        app.until("scan-found", |shown| shown.contains("发现 2 处，其中 2 处尚无")).await;
        verified(app).await;
    });
}

#[test]
fn the_review_is_answered_by_keyboard_and_sets_its_field() {
    drive("review", async |app| {
        open_checks(app).await;
        go(app, "#/settings?section=checks").await;
        app.find("question-row").await;
        pictures(app, "questions").await;
        for _ in 0..7 {
            app.click("row-remove").await;
        }
        app.fill("question-text", "是否涉及国家秘密？").await;
        app.click("question-add").await;
        app.type_text("是否涉及个人隐私？").await;
        app.click("questions-save").await;
        app.until("notice", |shown| shown.contains("问题清单已保存")).await;
        go(app, "#/registers/publication?record=publication-1").await;
        app.click("record-review").await;
        app.find("review-form").await;
        app.click("review-save").await;
        app.until("review-form", |shown| shown.contains("请回答") && shown.contains("请选择审查结论")).await;
        // From the first fault on: no, yes, public, and why.
        app.press(&[Key::Right]).await;
        app.press(&[Key::Tab]).await;
        app.type_text(" ").await;
        app.press(&[Key::Tab]).await;
        app.type_text(" ").await;
        app.until("review-form", |shown| shown.contains("请写明仍可公开的理由")).await;
        app.press(&[Key::Tab]).await;
        app.type_text("身份证号公示时遮盖").await;
        pictures(app, "review-form").await;
        app.press(&[Key::Tab]).await;
        app.type_text(" ").await;
        app.until("review-done", |shown| shown.contains("可以公开") && shown.contains("身份证号公示时遮盖")).await;
        pictures(app, "review").await;
        app.click("tab-fields").await;
        app.until("field-secrecy_review", |shown| shown == "已审查").await;
        app.click("tab-history").await;
        app.until("history", |shown| {
            ["保密审查：已审查", "审查结论：可以公开", "是否涉及国家秘密：否", "是否涉及个人隐私：是"]
                .iter()
                .all(|part| shown.contains(part))
        })
        .await;
        app.screenshot("review-history").await;
        verified(app).await;
    });
}

/// All questions answered no.
const ALL_NO: &str = "document.querySelectorAll(`[data-testid='review-no']`).forEach((no) => no.click()); return null";

#[test]
fn a_review_half_made_survives_a_kill_and_what_it_withholds_is_settled_before_it_is_forgotten() {
    drive_through_a_kill(
        "review-withheld",
        async |app| {
            open_checks(app).await;
            app.find("review-form").await;
            app.script(ALL_NO, serde_json::Value::Null).await;
            app.click("review-withheld").await;
            app.until("review-contradicts", |shown| shown.contains("仍登记为公开（公开日期 2023-06-01）")).await;
            pictures(app, "review-contradicts").await;
            app.fill("review-remark", "涉及个人信息，已从公示栏撤下").await;
            app.click("finding-decide").await;
            app.fill("decision-reason", "写了一半").await;
            // Written within this time of the last key.
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        },
        async |app| {
            app.settled("start-page").await;
            app.click_text("湖南示例职业学院").await;
            app.settled("overview-page").await;
            app.until("attention-unsaved", |shown| shown.contains("评优结果的公示")).await;
            app.click("unsaved").await;
            app.find("decision-form").await;
            assert_eq!(app.script(&value_of("decision-reason"), serde_json::Value::Null).await, "写了一半");
            let remark = app.script(&value_of("review-remark"), serde_json::Value::Null).await;
            assert_eq!(remark, "涉及个人信息，已从公示栏撤下");
            app.click("decision-cancel").await;
            app.click("review-save").await;
            app.until("review-contradiction", |shown| shown.contains("仍登记为公开")).await;
            pictures(app, "review-contradiction").await;
            go(app, "#/overview").await;
            app.settled("overview-page").await;
            app.gone("attention-unsaved").await;
            set_period(app, "2023-01-01", "2023-12-31").await;
            app.click("attention-withheld_yet_public-publication").await;
            app.settled("publication-page").await;
            app.counted("list-row", 1).await;
            open_first(app).await;
            app.click("tab-checks").await;
            app.click("review-make-private").await;
            app.until("review-contradiction", |shown| shown.contains("填有 2023-06-01")).await;

            // What is written after the review was not reviewed.
            app.click("record-edit").await;
            app.fill("form-remarks", "改过了").await;
            app.press(&[Key::Control, Key::Enter, Key::Null]).await;
            app.click("tab-checks").await;
            app.until("review-outlived", |shown| shown.contains("审查后内容已改动：“备注”有改动")).await;
            pictures(app, "review-outlived").await;
            verified(app).await;
        },
    );
}

fn value_of(id: &str) -> String {
    format!("return document.querySelector(`[data-testid='{id}']`).value")
}
