//! The eleven registers: in each a record is logged by keyboard, edited, found, kept with its evidence, withdrawn, and told of in its history.

use fantoccini::key::Key;

use crate::app::{App, drive};
use crate::evidence::{verified, write};
use crate::logging::{SAVE_AND_NEXT, log_key};
use crate::steps::{make_register, open_first, pictures};
use crate::work_registers::{show, walk_to};

struct Case {
    thing: &'static str,
    /// Field by field what is typed into the form.
    typed: &'static [(&'static str, &'static str)],
    /// The field that is edited, and what stands there then.
    edited: (&'static str, &'static str),
    /// What its row in the list and among what is found shows.
    known_by: &'static str,
    /// The words by which it is found.
    found_by: &'static str,
}

const REGISTERS: [Case; 11] = [
    Case {
        thing: "publication",
        typed: &[("title", "食堂价格调整的通知"), ("published_on", "2026-11-02")],
        edited: ("doc_number", "院发〔2026〕10号"),
        known_by: "食堂价格调整的通知",
        found_by: "院发〔2026〕10号",
    },
    Case {
        thing: "meeting",
        typed: &[("name", "信息公开工作例会"), ("held_on", "2026-11-02")],
        edited: ("attendance", "38"),
        known_by: "信息公开工作例会",
        found_by: "工作例会",
    },
    Case {
        thing: "reply",
        typed: &[("received_on", "2026-11-02"), ("subject", "宿舍热水供应时间")],
        edited: ("remarks", "已电话告知"),
        known_by: "宿舍热水供应时间",
        found_by: "热水",
    },
    Case {
        thing: "material",
        typed: &[("handed_on", "2026-11-02"), ("name", "新生手册"), ("quantity", "300"), ("unit", "本")],
        edited: ("recipients", "新生"),
        known_by: "新生手册",
        found_by: "新生手册",
    },
    Case {
        thing: "request",
        typed: &[("received_on", "2026-11-02"), ("content", "2025年学费收支情况")],
        edited: ("applicant", "某申请人"),
        known_by: "2025年学费收支情况",
        found_by: "学费",
    },
    Case {
        thing: "evaluation",
        typed: &[("held_on", "2026-11-02"), ("method", "问卷调查"), ("valid", "190"), ("satisfied", "181")],
        edited: ("remarks", "面向毕业生"),
        known_by: "问卷调查",
        found_by: "毕业生",
    },
    Case {
        thing: "case_file",
        typed: &[("filed_on", "2026-11-02"), ("kind", "举报"), ("subject", "反映公开不及时")],
        edited: ("result", "已更正"),
        known_by: "反映公开不及时",
        found_by: "不及时",
    },
    Case {
        thing: "problem",
        typed: &[("title", "专栏内容陈旧"), ("found_on", "2026-11-02"), ("due_on", "2026-11-20")],
        edited: ("owner", "陈老师"),
        known_by: "专栏内容陈旧",
        found_by: "专栏",
    },
    Case {
        thing: "regulation",
        typed: &[("name", "信息公开实施细则"), ("issued_on", "2026-11-02")],
        edited: ("doc_number", "院发〔2026〕9号"),
        known_by: "信息公开实施细则",
        found_by: "实施细则",
    },
    Case {
        thing: "consultation",
        typed: &[("name", "校车线路调整"), ("opened_on", "2026-11-02"), ("closes_on", "2026-11-30")],
        edited: ("opinions", "12"),
        known_by: "校车线路调整",
        found_by: "校车",
    },
    Case {
        thing: "notice",
        typed: &[("name", "评优结果公示"), ("posted_on", "2026-11-02"), ("ends_on", "2026-11-08")],
        edited: ("objections", "0"),
        known_by: "评优结果公示",
        found_by: "评优",
    },
];

/// By keyboard alone, from the empty register to its first row.
async fn log(app: &App, &Case { thing, typed, known_by, .. }: &Case) {
    show(app, thing).await;
    app.find("list-empty").await;
    app.screenshot(&format!("work-{thing}-empty")).await;
    app.type_text(&log_key()).await;
    app.find("record-form").await;
    app.find(&format!("form-{}", typed[0].0)).await;
    for (field, text) in typed {
        walk_to(app, field).await;
        app.type_text(text).await;
    }
    app.press(&SAVE_AND_NEXT).await;
    app.until("form-done", |shown| shown.contains("已登记")).await;
    app.press(&[Key::Escape]).await;
    app.until("list-total", |shown| shown.contains("共 1 条")).await;
    app.until("list-row", |shown| shown.contains(known_by)).await;
}

async fn edit(app: &App, &Case { thing, typed, edited: (field, text), .. }: &Case) {
    open_first(app).await;
    app.click("record-edit").await;
    app.find(&format!("form-{}", typed[0].0)).await;
    if app.find_all(&format!("form-{field}")).await.is_empty() {
        app.click("form-more").await;
    }
    app.fill(&format!("form-{field}"), text).await;
    app.press(&SAVE_AND_NEXT).await;
    app.find("record-detail").await;
    app.until(&format!("field-{field}"), |shown| shown.contains(text)).await;
    pictures(app, &format!("work-{thing}")).await;
    app.click("tab-history").await;
    app.until("history", |shown| shown.contains(text) && shown.contains("修改")).await;
}

/// In the line at the top, by a hit that says more if the record counts no longer.
async fn find(app: &App, &Case { known_by, found_by, .. }: &Case, withdrawn: bool) {
    app.fill("quick", found_by).await;
    app.until("quick-hit", |shown| shown.contains(known_by) && shown.contains("作废") == withdrawn).await;
    app.fill("quick", "").await;
}

/// A file is kept with the record, and opens as it was.
async fn keep_evidence(app: &App, &Case { known_by, .. }: &Case, files: usize) {
    let file = write(app, &format!("{known_by}.txt"), known_by.as_bytes());
    app.pick(&[Some(&file)]);
    app.click("tab-evidence").await;
    app.find("evidence-none").await;
    app.click("evidence-add").await;
    app.until("evidence-name", |shown| shown == format!("{known_by}.txt")).await;
    app.until("tab-evidence", |shown| shown.ends_with('1')).await;
    std::fs::remove_file(&file).unwrap();
    opens(app, known_by, files).await;
}

async fn opens(app: &App, written: &str, files: usize) {
    app.click("evidence-open").await;
    let copy = app.opened(files).await;
    assert!(copy.ends_with(format!("{written}.txt")), "{}", copy.display());
    assert_eq!(std::fs::read_to_string(copy).unwrap(), written);
}

/// It counts no longer; all of it is still there to be read.
async fn withdraw(app: &App, &Case { thing, known_by, .. }: &Case, files: usize) {
    app.click("record-withdraw").await;
    app.fill("withdraw-reason", "重复登记").await;
    app.click("withdraw-do").await;
    app.until("record-withdrawn", |shown| shown.contains("重复登记")).await;
    app.click("tab-history").await;
    app.until("history", |shown| {
        [&format!("{known_by}.txt"), "作废原因：重复登记"].iter().all(|told| shown.contains(*told))
    })
    .await;
    app.screenshot(&format!("work-{thing}-history")).await;
    app.click("tab-evidence").await;
    app.until("evidence", |shown| shown.contains("只能查看")).await;
    opens(app, known_by, files).await;
}

#[test]
fn each_register_logs_edits_finds_keeps_evidence_withdraws_and_tells_its_history() {
    drive("registers", async |app| {
        app.pick(&[Some(&app.register_folder())]);
        make_register(app, "湖南示例职业学院").await;
        for (at, case) in REGISTERS.iter().enumerate() {
            log(app, case).await;
            edit(app, case).await;
            find(app, case, false).await;
            keep_evidence(app, case, 2 * at + 1).await;
            withdraw(app, case, 2 * at + 2).await;
            find(app, case, true).await;
        }
        verified(app).await;
    });
}
