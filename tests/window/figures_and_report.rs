//! What was counted, opened from a figure and from a bar; and the wording of the report, edited in place and exported.

use std::io::Read;

use serde_json::{Value, json};

use crate::app::{App, drive};
use crate::steps::sample_register;

/// Clicks along the foot of the chart, from left to right, until a bar is hit: where bars stand hangs on the data.
async fn click_a_bar(app: &App) {
    let click = "const chart = document.querySelector(`[data-testid='chart']`).getBoundingClientRect();
        const [clientX, clientY] = [chart.left + chart.width * arguments[0], chart.top + chart.height * 0.86];
        const at = document.elementFromPoint(clientX, clientY);
        for (const type of ['mousemove', 'mousedown', 'mouseup', 'click'])
            at.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, view: window, clientX, clientY }));
        return null";
    for place in 1..40 {
        app.script(click, json!(f64::from(place) / 40.0)).await;
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        if !app.find_all("records-panel").await.is_empty() {
            return;
        }
    }
    panic!("no bar of the chart opens its records");
}

#[test]
fn a_figure_and_a_bar_of_a_chart_open_their_records() {
    drive("drill-down", async |app| {
        sample_register(app).await;
        app.click("rail-figures").await;
        app.settled("figures-page").await;
        let items = app.text("figure-items-value").await;
        app.click("figure-items").await;
        let listed = app.text("pager-range").await;
        let count: String = items.chars().filter(char::is_ascii_digit).collect();
        assert!(count != "0" && listed.contains(&count), "{items} opens {listed}");
        app.click("records-close").await;
        app.click("view-charts").await;
        app.find("part-row").await;
        app.find("chart").await;
        app.script("document.querySelector(`[data-testid='chart']`).scrollIntoView(); return null", Value::Null).await;
        // The chart grows to its bars first.
        app.screenshot("chart-before-the-click").await;
        click_a_bar(app).await;
        app.find("record-row").await;
        app.screenshot("chart-drill-down").await;
    });
}

#[test]
fn the_wording_is_edited_in_place_and_stands_in_the_exported_report() {
    drive("wording", async |app| {
        sample_register(app).await;
        app.click("rail-report").await;
        app.settled("report-page").await;
        app.fill("report-addressee-input", "湖南省教育厅").await;
        app.until("report-addressee", |shown| shown.contains("湖南省教育厅")).await;
        app.click("edit-wording").await;
        app.find("editable").await;
        app.find_all("editable").await.remove(2).click().await.unwrap();
        app.fill("block-words", "本年度的公开工作由学院办公室逐条核对。").await;
        app.click("block-save").await;
        app.gone("block-editor").await;
        app.until("report-paper", |shown| shown.contains("由学院办公室逐条核对")).await;
        app.click("edit-wording").await;
        let word = app.file("年度报告.docx");
        app.pick(&[Some(&word)]);
        app.click("export-docx").await;
        app.until("report-files", |shown| shown.contains("年度报告.docx")).await;
        let mut text = String::new();
        let mut archive = zip::ZipArchive::new(std::fs::File::open(&word).unwrap()).unwrap();
        archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
        assert!(text.contains("由学院办公室逐条核对"));
    });
}

/// The block of the wording that says this, opened.
async fn open_block(app: &App, said: &str) {
    // The paper is drawn a screenful after the other.
    app.until("report-paper", |shown| shown.contains(said)).await;
    for block in app.find_all("editable").await {
        if block.text().await.unwrap().contains(said) {
            block.click().await.unwrap();
            app.find("block-words").await;
            return;
        }
    }
    panic!("no paragraph says {said}");
}

async fn wording(app: &App) -> String {
    app.call("wording", json!({})).await["text"].as_str().unwrap().to_owned()
}

#[test]
fn a_deletion_taken_back_under_an_open_paragraph_costs_no_words() {
    drive("wording-undo", async |app| {
        sample_register(app).await;
        app.click("rail-report").await;
        app.settled("report-page").await;
        let before = wording(app).await;
        app.click("edit-wording").await;
        app.find("editable").await;
        open_block(app, "文件和资料。制发").await;
        app.click("block-remove").await;
        app.gone("block-editor").await;
        app.until("notice", |told| told.contains("已删除")).await;
        open_block(app, "会议。召开").await;
        app.fill("block-words", "会议。召开各类会议若干次。").await;
        // Enter that chooses a word of an input method.
        app.script(
            "const area = document.querySelector(`[data-testid='block-words']`);
             for (const ctrlKey of [false, true])
                 area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey, isComposing: true, bubbles: true }));
             return null",
            Value::Null,
        )
        .await;
        assert!(!wording(app).await.contains("若干次"));
        app.click("notice-action").await;
        app.gone("block-editor").await;
        app.until("report-paper", |shown| shown.contains("文件和资料。制发")).await;
        let of = |text: &str, item: &str| text.lines().find(|line| line.contains(item)).map(str::to_owned);
        let after = wording(app).await;
        assert_eq!(of(&after, "文件和资料。制发"), of(&before, "文件和资料。制发"));
        assert_eq!(of(&after, "会议。召开").as_deref(), Some("3. 会议。召开各类会议若干次。"));
        assert_eq!(before.lines().count(), after.lines().count());
    });
}
