//! Quick entry in the line at the top: twenty items by keyboard alone, what is asked, and the counts of the day.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::app::{App, drive};
use crate::steps::{field_value, go, make_register, pictures};

/// Ctrl and Enter, let go of again.
pub const LOG: [Key; 3] = [Key::Control, Key::Enter, Key::Null];

pub async fn begin(app: &App) {
    app.pick(&[Some(&app.register_folder())]);
    make_register(app, "湖南示例职业学院").await;
    app.settled("overview-page").await;
}

/// A sign with a key held.
pub async fn chord(app: &App, held: Key, sign: char) {
    app.type_text(&format!("{}{sign}{}", char::from(held), char::from(Key::Null))).await;
}

pub async fn to_the_line(app: &App) {
    chord(app, Key::Control, 'k').await;
}

pub async fn total(app: &App, thing: &str) -> Value {
    app.call("list_records", json!({ "thing": thing, "limit": 1 })).await["total"].take()
}

/// Lines of a day, and what the notice says of each.
const LINES: [(&str, &str); 20] = [
    ("今天 官网、公示栏 关于开展学生资助工作的通知 学生处 湘示院行〔2026〕54号", "关于开展学生资助工作的通知"),
    ("今天 党委会 研究干部任免 11人", "党委会 研究干部任免"),
    ("今天 电话咨询 12人次", "12人次"),
    ("今天 官网 国家奖学金评审结果公示 学生处", "国家奖学金评审结果公示"),
    ("今天 发放手册 200册 给新生", "手册"),
    ("今天 微信 迎新晚会圆满举行 宣传部", "迎新晚会圆满举行"),
    ("QQ群咨询 20 人次", "20 人次"),
    ("今天 召开党政联席会 参会12人", "党政联席会"),
    ("今天 公示栏 食堂价格公示 后勤处", "食堂价格公示"),
    ("投诉 1件 食堂饭菜质量", "食堂饭菜质量"),
    ("今天 文件 教学管理办法 印发50份 教务处", "教学管理办法"),
    ("今天 学生座谈会 学生处 第二会议室 25人", "学生座谈会"),
    ("今天 发放《报考指南》300册 给家长", "《报考指南》"),
    ("今天 官网/校报 招生章程 招就处", "招生章程"),
    ("家长来电咨询 招生政策 3人次", "招生政策"),
    ("今天 新闻网 运动会开幕 团委", "运动会开幕"),
    ("今天 校务会(扩大) 40人", "校务会(扩大)"),
    ("现场接待 学生 15人", "15人"),
    ("今天 招投标平台 图书采购中标公告 后勤处", "图书采购中标公告"),
    ("资料：校报 500份", "校报"),
];

#[test]
fn twenty_mixed_items_are_logged_in_the_line_by_keyboard_alone() {
    drive("quick", async |app| {
        begin(app).await;
        to_the_line(app).await;
        for (n, (line, title)) in LINES.iter().enumerate() {
            app.type_text(line).await;
            if n == 0 {
                app.until("quick-entry", |shown| shown.contains("湘示院行〔2026〕54号")).await;
                app.screenshot("quick-line").await;
            }
            app.press(&[Key::Enter]).await;
            app.until("notice", |shown| shown.contains(&format!("{title}。"))).await;
            assert_eq!(app.find("quick").await.prop("value").await.unwrap().as_deref(), Some(""), "ready for the next");
        }
        for (thing, many) in [("publication", 8), ("meeting", 4), ("reply", 5), ("material", 3)] {
            assert_eq!(total(app, thing).await, json!(many), "{thing}");
            go(app, &format!("#/registers/{thing}")).await;
            app.settled(&format!("{thing}-page")).await;
            app.until("list-total", |shown| shown.contains(&many.to_string())).await;
            app.screenshot(&format!("quick-{thing}")).await;
        }
    });
}

#[test]
fn what_was_just_logged_is_taken_back_and_what_is_asked_is_settled_by_keys() {
    drive("quick-asked", async |app| {
        begin(app).await;
        to_the_line(app).await;
        app.type_text("今天 官微 校庆预告").await;
        app.until("quick-question", |shown| shown.contains("官方微博")).await;
        app.screenshot("quick-asked").await;
        chord(app, Key::Alt, '2').await;
        app.until("quick-part-channels", |shown| shown.contains("官方微博")).await;
        app.press(&LOG).await;
        app.until("notice", |shown| shown.contains("校庆预告")).await;
        app.press(&[Key::F6]).await;
        app.press(&[Key::Enter]).await;
        app.until("notice", |shown| shown.contains("已撤回")).await;
        let list = app.call("list_records", json!({ "thing": "publication", "limit": 1 })).await;
        assert!(list["records"][0]["withdrawn"].is_string(), "{list}");
        // A day that does not exist is told at its field, with all that was typed in the form.
        to_the_line(app).await;
        app.type_text("2月30日 官网 关于放假的通知").await;
        app.press(&LOG).await;
        app.settled("publication-page").await;
        app.find("form-title").await;
        assert_eq!(field_value(app, "published_on").await, "2月30日");
        assert_eq!(field_value(app, "title").await, "关于放假的通知");
        app.until("record-form", |shown| shown.contains("“2月30日”")).await;
        app.screenshot("quick-form").await;
        assert_eq!(total(app, "publication").await, json!(1));
    });
}

#[test]
fn what_a_line_asks_goes_along_to_its_form_and_nothing_of_it_is_lost() {
    drive("quick-to-form", async |app| {
        begin(app).await;
        to_the_line(app).await;
        app.type_text("今天 党委会 主持人：王某、李某").await;
        app.until("quick-question", |shown| shown.contains("像是多人")).await;
        app.press(&[Key::Enter]).await;
        app.settled("meeting-page").await;
        app.until("form-chair", |shown| shown.contains('⚠') && shown.contains("像是多人")).await;
        assert_eq!(field_value(app, "chair").await, "王某、李某");
        app.press(&LOG).await;
        app.until("form-chair", |shown| shown.contains("就这样")).await;
        assert_eq!(total(app, "meeting").await, json!(0));
        app.click("stay").await;
        app.press(&LOG).await;
        app.until("form-done", |shown| shown.contains("党委会")).await;

        to_the_line(app).await;
        app.type_text("3月2日 3月5日 官网 校庆预告片 外联部").await;
        app.until("quick-part-department", |shown| shown.contains("外联部")).await;
        app.press(&[Key::Enter]).await;
        app.settled("publication-page").await;
        app.until("form-department", |shown| shown.contains('⚠') && shown.contains("“外联部”")).await;
        app.until("form-published_on", |shown| shown.contains('⚠') && shown.contains("“3月5日”")).await;
        assert_eq!(field_value(app, "department").await, "外联部");
        assert_eq!(field_value(app, "title").await, "校庆预告片");
        app.press(&LOG).await;
        pictures(app, "quick-to-form").await;
        assert_eq!(total(app, "publication").await, json!(0));
        // It is a draft from the first moment on.
        app.press(&[Key::Escape]).await;
        app.gone("record-form").await;
        app.click("log").await;
        app.find("form-restored").await;
        app.fill("form-published_on", "2026-03-05").await;
        app.click("stay").await;
        assert_eq!(field_value(app, "department").await, "");
        app.press(&LOG).await;
        app.until("form-done", |shown| shown.contains("校庆预告片")).await;
        assert_eq!(total(app, "publication").await, json!(1));
    });
}

#[test]
fn one_key_counts_one_more_of_the_day_and_it_is_taken_back() {
    drive("quick-counts", async |app| {
        begin(app).await;
        app.find("counters").await;
        for n in 1..=3 {
            chord(app, Key::Alt, '2').await;
            app.until("counter-2", |shown| shown.contains(&format!(" {n}"))).await;
        }
        app.until("notice", |shown| shown.contains('3')).await;
        app.screenshot("quick-counts").await;
        app.press(&[Key::F6]).await;
        app.press(&[Key::Enter]).await;
        app.until("counter-2", |shown| shown.contains(" 2")).await;
        assert_eq!(total(app, "reply").await, json!(1), "the day has one row");
        // On any other page as well.
        app.click("rail-reply").await;
        app.settled("reply-page").await;
        chord(app, Key::Alt, '2').await;
        app.until("notice", |shown| shown.contains("加一，今天共 3 人次")).await;
        pictures(app, "quick-counts-elsewhere").await;
        chord(app, Key::Control, 'z').await;
        app.until("notice", |shown| shown.contains("已撤回") && shown.contains("今天共 2 人次")).await;
    });
}

#[test]
fn a_matter_gets_a_key_of_its_own_among_the_counts() {
    drive("quick-counter-editor", async |app| {
        begin(app).await;
        app.click("counters-edit").await;
        app.find("counter-matter").await;
        let choose = "const done = arguments[arguments.length - 1];
            const list = (id) => document.querySelector(`[data-testid='${id}']`);
            const wait = setInterval(() => {
                if (list('counter-channel').options.length < 2) return;
                clearInterval(wait);
                for (const [id, name] of [['counter-channel', '电话'], ['counter-matter', '咨询答疑']]) {
                    list(id).value = [...list(id).options].find((option) => option.text === name).value;
                    list(id).dispatchEvent(new Event('change', { bubbles: true }));
                }
                done(null);
            }, 50)";
        app.script_async(choose, Value::Null).await;
        app.click("counter-pin").await;
        app.until("counter-5", |shown| shown.contains("电话·咨询答疑 0")).await;
        pictures(app, "quick-counter-editor").await;
        app.press(&[Key::Escape]).await;
        chord(app, Key::Alt, '5').await;
        app.until("counter-5", |shown| shown.contains("电话·咨询答疑 1")).await;
        app.until("counter-2", |shown| shown.contains("电话 0")).await;
        app.press(&[Key::F6]).await;
        app.press(&[Key::Enter]).await;
        app.until("counter-5", |shown| shown.contains("电话·咨询答疑 0")).await;
    });
}

#[test]
fn the_last_record_is_repeated_by_a_key_and_what_a_line_takes_over_is_shown() {
    drive("quick-repeat", async |app| {
        begin(app).await;
        to_the_line(app).await;
        app.type_text("3月2日 官网 食堂价格公示 后勤处 湘示院行〔2026〕54号").await;
        app.press(&LOG).await;
        app.until("notice", |shown| shown.contains("食堂价格公示")).await;
        // Nothing is taken over in place of a word that nobody knows.
        app.type_text("关于王某任职的通知 组织部 文件 印发30份").await;
        app.until("quick-part-department", |shown| shown.contains("组织部 不在词表中")).await;
        app.until("quick-part-published_on", |shown| shown.contains("按今天登记")).await;
        app.gone("quick-carried").await;
        pictures(app, "quick-unknown").await;
        app.press(&[Key::Escape, Key::Escape]).await;
        app.type_text("3月3日 关于停水的通知").await;
        app.until("quick-carried", |shown| shown.contains("学校官网") && shown.contains("后勤保障处")).await;
        pictures(app, "quick-carried").await;
        chord(app, Key::Alt, '0').await;
        app.gone("quick-carried").await;
        app.press(&[Key::Escape, Key::Escape]).await;
        chord(app, Key::Alt, 'l').await;
        app.settled("publication-page").await;
        app.find("form-title").await;
        assert_eq!(field_value(app, "title").await, "食堂价格公示");
        assert_eq!(field_value(app, "doc_number").await, "");
        assert_ne!(field_value(app, "published_on").await, "2026-03-02");
        app.press(&LOG).await;
        app.until("form-done", |shown| shown.contains("食堂价格公示")).await;
        assert_eq!(total(app, "publication").await, json!(2));
    });
}

#[test]
fn words_neither_found_nor_recognised_are_logged_in_the_register_that_is_chosen() {
    drive("quick-none", async |app| {
        begin(app).await;
        to_the_line(app).await;
        app.type_text("食堂满意度").await;
        app.until("quick-told", |shown| shown.contains("要登记的")).await;
        pictures(app, "quick-none").await;
        app.press(&[Key::Enter]).await;
        app.press(&[Key::Down, Key::Down, Key::Enter]).await;
        app.settled("meeting-page").await;
        app.find("form-name").await;
        assert_eq!(field_value(app, "name").await, "食堂满意度");
        assert_eq!(total(app, "meeting").await, json!(0));
    });
}
