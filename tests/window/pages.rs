//! Every page of the window on the sample register, and what opens on it: photographed, and shutting nobody out.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::app::drive;
use crate::judging::{findings, judge, magnified, nothing_grave};
use crate::steps::{go, open_first, sample_register};

const THINGS: [&str; 11] = [
    "publication",
    "meeting",
    "reply",
    "material",
    "request",
    "evaluation",
    "case_file",
    "problem",
    "regulation",
    "consultation",
    "notice",
];
/// Rows of a spreadsheet: one as it should be, one of a day that does not exist, with a word that nobody knows.
const PASTED: &str = "信息名称\t公开日期\t公开渠道\n开学通知\t2023-09-01\t学校官网\n放假通知\t2023-02-30\t楼道电视";
const SECTIONS: [&str; 10] =
    ["institution", "periods", "terms", "calendar", "rules", "checks", "evidence", "template", "care", "about"];

#[test]
fn the_registers_with_a_record_and_a_form_open_shut_nobody_out() {
    drive("pages-registers", async |app| {
        let mut found = Vec::new();
        app.settled("start-page").await;
        judge(app, "start", &mut found).await;
        sample_register(app).await;
        for thing in THINGS {
            app.click(&format!("rail-{thing}")).await;
            app.settled(&format!("{thing}-page")).await;
            judge(app, thing, &mut found).await;
        }
        app.click("rail-request").await;
        app.settled("request-page").await;
        open_first(app).await;
        app.find("clock").await;
        judge(app, "clock", &mut found).await;
        app.click("rail-publication").await;
        app.settled("publication-page").await;
        open_first(app).await;
        judge(app, "pane", &mut found).await;
        app.click("tab-history").await;
        app.find("history-entry").await;
        judge(app, "pane-history", &mut found).await;
        let photograph = app.file("公示照片.jpg");
        std::fs::write(&photograph, b"x").unwrap();
        app.pick(&[Some(&photograph), Some(&app.file("没有.pdf"))]);
        app.click("tab-evidence").await;
        app.click("evidence-add").await;
        app.find("evidence-file").await;
        app.click("evidence-add").await;
        app.find("evidence-failed").await;
        app.click("evidence-withdraw").await;
        judge(app, "pane-evidence", &mut found).await;
        app.click("record-review").await;
        app.find("scan-unread").await;
        app.click("review-save").await;
        judge(app, "pane-checks", &mut found).await;
        app.click("log").await;
        app.find("form-title").await;
        app.click("form-more").await;
        judge(app, "form", &mut found).await;
        nothing_grave(&found);
    });
}

#[test]
fn the_results_and_the_upkeep_shut_nobody_out() {
    drive("pages-results", async |app| {
        let mut found = Vec::new();
        app.settled("start-page").await;
        sample_register(app).await;
        judge(app, "overview", &mut found).await;
        app.click("rail-list_items").await;
        app.settled("list_items-page").await;
        judge(app, "list-items", &mut found).await;
        app.find("item").await.click().await.unwrap();
        app.find("item-history").await;
        judge(app, "list-item", &mut found).await;
        magnified(app, "list-item", &mut found).await;
        app.click("rail-figures").await;
        app.settled("figures-page").await;
        judge(app, "figures", &mut found).await;
        app.click("view-charts").await;
        app.find("part-row").await;
        judge(app, "charts", &mut found).await;
        app.click("view-form").await;
        app.find("form-check").await;
        judge(app, "government-form", &mut found).await;
        app.click("rail-departments").await;
        app.settled("departments-page").await;
        judge(app, "departments", &mut found).await;
        app.find("department-open").await.click().await.unwrap();
        app.find("duties-choose").await;
        judge(app, "department", &mut found).await;
        app.click("duties-choose").await;
        found.extend(findings(app, "duties").await);
        app.click("duties-cancel").await;
        app.click("to-persons").await;
        app.until("persons-pane", |shown| shown.contains("示例人员甲")).await;
        app.fill("line-name", "示例人员尾").await;
        app.press(&[Key::Enter]).await;
        app.until("persons-pane", |shown| shown.contains("示例人员尾")).await;
        judge(app, "persons", &mut found).await;
        app.click("rail-report").await;
        app.settled("report-page").await;
        judge(app, "report", &mut found).await;
        app.click("edit-wording").await;
        app.find("editable").await;
        // A paragraph with a figure in it, not a heading.
        let figures = "for (const block of document.querySelectorAll(`[data-testid='editable']`))
            if (/\\d条，/.test(block.textContent)) return block.click(); return null";
        app.script(figures, Value::Null).await;
        app.find("block-words").await;
        app.script(
            "document.querySelector(`[data-testid='block-words']`).scrollIntoView({ block: 'center' }); return null",
            Value::Null,
        )
        .await;
        judge(app, "report-editing", &mut found).await;
        app.click("rail-imports").await;
        app.settled("imports-page").await;
        judge(app, "imports", &mut found).await;
        for section in SECTIONS {
            go(app, &format!("#/settings?section={section}")).await;
            app.find("settings-page").await;
            judge(app, &format!("settings-{section}"), &mut found).await;
        }
        nothing_grave(&found);
    });
}

#[test]
fn what_opens_over_the_pages_shuts_nobody_out() {
    drive("pages-opened", async |app| {
        let mut found = Vec::new();
        app.settled("start-page").await;
        sample_register(app).await;
        app.fill("quick", "公开").await;
        app.find("quick-hit").await;
        found.extend(findings(app, "quick line").await);
        app.fill("quick", "").await;
        go(app, "#/search?text=公开").await;
        app.find("search-hit").await;
        judge(app, "search", &mut found).await;
        app.call("copy_text", json!({ "text": PASTED })).await;
        app.script("document.querySelector(`[data-testid='quick']`).focus(); return null", Value::Null).await;
        app.type_text(&format!("{}v{}", char::from(Key::Control), char::from(Key::Null))).await;
        app.find("row-3").await;
        app.press(&[Key::Enter]).await;
        app.find("row-editor").await;
        judge(app, "rows", &mut found).await;
        app.click("rail-publication").await;
        app.settled("publication-page").await;
        for panel in ["columns", "filter-kind", "filter-channels"] {
            app.click(panel).await;
            found.extend(findings(app, panel).await);
            app.click(panel).await;
        }
        open_first(app).await;
        magnified(app, "pane", &mut found).await;
        app.click("tab-counted").await;
        app.find("record-detail").await;
        found.extend(findings(app, "counted").await);
        app.click("record-withdraw").await;
        app.hover("withdraw-do").await;
        found.extend(findings(app, "withdraw").await);
        app.click("withdraw-cancel").await;
        app.click("log").await;
        app.find("form-title").await;
        magnified(app, "form", &mut found).await;
        app.click("rail-figures").await;
        app.settled("figures-page").await;
        app.click("figure-items").await;
        app.find("record-row").await;
        found.extend(findings(app, "figure panel").await);
        magnified(app, "figures", &mut found).await;
        app.find("record-row").await.click().await.unwrap();
        app.find("record-detail").await;
        found.extend(findings(app, "record behind a figure").await);
        app.click("rail-report").await;
        app.settled("report-page").await;
        magnified(app, "report", &mut found).await;
        nothing_grave(&found);
    });
}

#[test]
fn the_forms_beside_the_pages_and_what_they_find_fault_with_shut_nobody_out() {
    drive("pages-forms", async |app| {
        let mut found = Vec::new();
        app.settled("start-page").await;
        app.pick(&[Some(&app.register_folder())]);
        app.click("sample-register").await;
        app.settled("overview-page").await;
        app.find("acting-ask").await;
        judge(app, "acting", &mut found).await;
        app.click("acting-skip").await;

        app.click("rail-list_items").await;
        app.settled("list_items-page").await;
        app.click("state-missing").await;
        app.click("item").await;
        app.find("item-history").await;
        app.fill("rhythm-grace", "很久").await;
        app.click("decision-do").await;
        app.until("decision", |shown| shown.contains("请写明理由")).await;
        judge(app, "item-forms", &mut found).await;

        app.click("rail-reply").await;
        app.settled("reply-page").await;
        open_first(app).await;
        app.click("deed-answer").await;
        app.find("form-replied_on").await;
        app.fill("form-replied_on", "2026-02-30").await;
        app.press(&[Key::Enter]).await;
        app.until("form-replied_on", |shown| shown.contains('✕')).await;
        judge(app, "step-form", &mut found).await;

        app.click("rail-publication").await;
        app.settled("publication-page").await;
        app.click("log").await;
        app.find("form-title").await;
        let document = app.file("通知.txt");
        std::fs::write(&document, "关于开展学生资助工作的通知\n各二级学院：\n2023年3月1日\n").unwrap();
        app.pick(&[Some(&document), Some(&app.file("没有.pdf"))]);
        app.click("form-add-file").await;
        app.find("form-file").await;
        app.click("form-add-file").await;
        app.find("form-file-refused").await;
        judge(app, "form-files", &mut found).await;
        app.click("form-close").await;

        // Invented, with a check digit that fits.
        let values = json!({ "title": "王某（430102199001011238）评优公示", "published_on": "2026-11-20" });
        let saved = app.call("log_record", json!({ "thing": "publication", "values": values })).await;
        let id = saved["record"]["id"].as_str().unwrap();
        go(app, &format!("#/registers/publication?record={id}&tab=checks")).await;
        app.click("finding-decide").await;
        app.click("decision-masked").await;
        app.click("decision-save").await;
        app.until("decision-form", |shown| shown.contains("请写明理由")).await;
        judge(app, "finding", &mut found).await;

        app.fill("quick", "今天 官微 校庆预告").await;
        app.find("quick-question").await;
        judge(app, "quick-asked", &mut found).await;
        nothing_grave(&found);
    });
}

#[test]
fn the_steps_of_an_import_and_a_register_that_is_gone_shut_nobody_out() {
    drive("pages-import", async |app| {
        let mut found = Vec::new();
        app.settled("start-page").await;
        let (folder, ledger) = (app.register_folder(), app.file("主动公开.csv"));
        let rows = "标题,发布日期,公开渠道\n开学通知,2023-09-01,某新渠道\n放假通知,2023-02-30,学校官网\n";
        std::fs::write(&ledger, rows).unwrap();
        app.pick(&[Some(&folder), Some(&ledger)]);
        app.click("sample-register").await;
        app.settled("overview-page").await;
        app.click("rail-imports").await;
        app.settled("imports-page").await;
        app.click("import-pick").await;
        app.find("columns-step").await;
        found.extend(findings(app, "columns").await);
        app.click("import-check").await;
        app.find("refused-row").await;
        found.extend(findings(app, "verdict").await);
        magnified(app, "verdict", &mut found).await;
        if !app.find_all("terms-add").await.is_empty() {
            app.click("terms-add").await;
        }
        app.click("import-run").await;
        app.find("import-result").await;
        found.extend(findings(app, "done").await);
        app.click("to-leftovers").await;
        app.find("leftover-row").await;
        found.extend(findings(app, "leftovers").await);
        std::fs::rename(&folder, app.file("拔掉")).unwrap();
        app.click("rail-overview").await;
        app.find("vanished").await;
        found.extend(findings(app, "vanished").await);
        nothing_grave(&found);
    });
}
