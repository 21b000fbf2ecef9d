//! A year of one busy office: every register with as much in it as the year brings.

use std::path::Path;

use chrono::Days;

use super::Result;
use super::generate::{
    DEPARTMENTS, Dice, HEADINGS, MEETING_HEADINGS, ONE_YEAR, Office, REPLY_HEADINGS, csv, imported, meetings,
    publications, replies,
};

pub fn register(folder: &Path) -> Result<Office> {
    let place = tempfile::tempdir()?;
    let place = place.path();
    let dice = |seed| Dice::new(seed, ONE_YEAR);
    let files = [
        csv(place, "主动公开", &HEADINGS, publications(5_000, dice(1)))?,
        csv(place, "答复", &REPLY_HEADINGS, replies(800, dice(2)))?,
        csv(place, "会议", &MEETING_HEADINGS, meetings(120, dice(3)))?,
        csv(
            place,
            "依申请公开",
            &["收到日期", "申请人类别", "申请方式", "申请内容", "答复类型", "答复日期"],
            rows(30, dice(4), |dice, number, day| {
                // The last of them wait for their answer.
                let (outcome, replied) = match number {
                    0..26 => (dice.pick(&["予以公开", "部分公开"]).to_owned(), later(day, 1 + dice.roll(20))),
                    _ => (String::new(), String::new()),
                };
                let class = dice.pick(&["自然人", "商业企业"]).to_owned();
                let mode = dice.pick(&["信函", "电子邮件"]).to_owned();
                [day.to_string(), class, mode, format!("申请公开第{number}号事项"), outcome, replied]
            }),
        )?,
        csv(
            place,
            "发放资料",
            &["日期", "资料名称", "数量", "单位", "发放对象"],
            rows(60, dice(5), |dice, _, day| {
                let name = dice.pick(&["学生手册", "招生简章"]).to_owned();
                [day.to_string(), name, (10 + dice.roll(400)).to_string(), "本".into(), "新生".into()]
            }),
        )?,
        csv(
            place,
            "评议",
            &["日期", "评议方式", "发放问卷", "有效问卷", "满意份数"],
            rows(8, dice(6), |dice, _, day| {
                let satisfied = (400 + dice.roll(80)).to_string();
                [day.to_string(), "问卷调查".into(), "600".into(), "500".into(), satisfied]
            }),
        )?,
        csv(
            place,
            "举报复议诉讼",
            &["日期", "类别", "受理机关", "事由", "结果"],
            rows(3, dice(7), |_, number, day| {
                [
                    day.to_string(),
                    "举报".into(),
                    "省教育厅".into(),
                    format!("反映第{number}号事项公开不及时"),
                    "维持".into(),
                ]
            }),
        )?,
        csv(
            place,
            "问题清单",
            &["发现日期", "存在问题", "问题来源", "整改措施", "责任部门", "整改期限", "完成日期"],
            rows(60, dice(8), |dice, number, day| {
                let solved = if number % 3 == 0 { String::new() } else { later(day, 20) };
                let department = dice.pick(&DEPARTMENTS).to_owned();
                let title = format!("第{number}号栏目更新不及时");
                [day.to_string(), title, "自查".into(), "限期更新".into(), department, later(day, 30), solved]
            }),
        )?,
        csv(
            place,
            "规章制度",
            &["印发日期", "制度名称", "文号", "制定或修订", "责任部门"],
            rows(40, dice(9), |dice, number, day| {
                let change = dice.pick(&["制定", "修订"]).to_owned();
                let (name, letters) = (format!("第{number}号管理办法"), format!("示院制〔2023〕{number}号"));
                [day.to_string(), name, letters, change, dice.pick(&DEPARTMENTS).to_owned()]
            }),
        )?,
        csv(
            place,
            "征求意见",
            &["开始日期", "截止日期", "征求意见事项", "责任部门", "采纳情况"],
            rows(20, dice(10), |dice, number, day| {
                let result = if number % 4 == 0 { "" } else { "采纳三条" }.to_owned();
                let name = format!("第{number}号办法征求意见");
                [day.to_string(), later(day, 30), name, dice.pick(&DEPARTMENTS).to_owned(), result]
            }),
        )?,
        csv(
            place,
            "公示",
            &["公示开始日期", "公示截止日期", "公示事项", "责任部门", "收到异议数"],
            rows(200, dice(11), |dice, number, day| {
                let objections = if number % 20 == 0 { "1" } else { "0" }.to_owned();
                let name = format!("第{number}号名单公示");
                [day.to_string(), later(day, 7), name, dice.pick(&DEPARTMENTS).to_owned(), objections]
            }),
        )?,
    ];
    imported(folder, &files)
}

fn rows<const N: usize>(
    count: u64,
    mut dice: Dice,
    row: impl Fn(&mut Dice, u64, chrono::NaiveDate) -> [String; N],
) -> impl Iterator<Item = [String; N]> {
    (0..count).map(move |number| {
        let day = dice.day();
        row(&mut dice, number, day)
    })
}

fn later(day: chrono::NaiveDate, days: u64) -> String {
    (day + Days::new(days)).to_string()
}
