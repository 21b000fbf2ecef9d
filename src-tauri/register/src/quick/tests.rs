//! Lines as clerks type them: text | thing | what is read. Today is Monday, 20 November 2023.

use chrono::{NaiveDate, NaiveDateTime};
use proptest::prelude::*;
use serde_json::Value as Json;

use super::{QuickReading, read};
use crate::Lang;
use crate::context::{Context, Unwatched};
use crate::fault::FaultCode;
use crate::terms::TermEdit;
use crate::things::{Dimension, Kind, Vocabulary};

/// `?` before a field: asked about, and by which code.
const LINES: &str = "
3月2日 官网、公示栏 关于开展学生资助工作的通知 学生处 湘示院行〔2023〕54号 | publication | published_on=2023-03-02 channels=学校官网+公示栏 title=关于开展学生资助工作的通知 department=学生工作处 doc_number=湘示院行〔2023〕54号 kind=公告通知
昨天 学校官网 关于做好国庆假期值班工作的通知 | publication | published_on=2023-11-19 channels=学校官网 title=关于做好国庆假期值班工作的通知 kind=公告通知
3.2 公示栏 关于国家奖学金评审结果的公示 | publication | published_on=2023-03-02 channels=公示栏 title=关于国家奖学金评审结果的公示 kind=公示
3-2 微信 迎新晚会圆满举行 宣传部 | publication | published_on=2023-03-02 channels=官方微信公众号 title=迎新晚会圆满举行 department=宣传部
2023/3/2 红网，学校官网 我校召开就业工作推进会的报道 | publication | published_on=2023-03-02 channels=学校官网+红网 title=我校召开就业工作推进会的报道
20230302 文件 学生管理办法 印发50份 教务处 | publication | published_on=2023-03-02 channels=文件 title=学生管理办法 copies=50 department=教务处 kind=规章制度
周一 官网 食堂价格公示 后勤处 | publication | published_on=2023-11-20 channels=学校官网 title=食堂价格公示 department=后勤保障处 kind=公示
上周五 新闻网 “五四”表彰大会召开 团委 | publication | published_on=2023-11-17 channels=新闻网 title=“五四”表彰大会召开 department=团委
今天 官网/公示栏/校报 招生章程 招生就业处 | publication | published_on=2023-11-20 channels=学校官网+公示栏+校报 title=招生章程 department=招生就业处
11月21日 官网 年终总结会安排的通知 | publication | published_on=2022-11-21 channels=学校官网 title=年终总结会安排的通知 kind=公告通知
３月２日　官网　关于放假的通知　学生处 | publication | published_on=2023-03-02 channels=学校官网 title=关于放假的通知 department=学生工作处
湘示院行[2023]54号 关于成立校史馆的决定 3月2日 文件 | publication | doc_number=湘示院行〔2023〕54号 title=关于成立校史馆的决定 published_on=2023-03-02 channels=文件
关于调整作息时间的通知 湘示院行【2023】第7号 3月2日 | publication | title=关于调整作息时间的通知 doc_number=湘示院行〔2023〕7号 published_on=2023-03-02
关于调整作息时间的通知（湘示院行(2023)7号）3月2日 公示栏 | publication | title=关于调整作息时间的通知 doc_number=湘示院行〔2023〕7号 published_on=2023-03-02 channels=公示栏
3月2日 关于转发湘教发〔2023〕3号文件的通知 官网 | publication | title=关于转发湘教发〔2023〕3号文件的通知 channels=学校官网 doc_number=
3月2日 湘示院党〔2023年〕 12 号 关于表彰先进的决定 | publication | doc_number=湘示院党〔2023〕12号 title=关于表彰先进的决定
3月2日 官网 关于2023年3月5日停水的通知 | publication | published_on=2023-03-02 title=关于2023年3月5日停水的通知
3月2日印发 官网 教学管理规定 3月5日 | publication | made_on=2023-03-02 published_on=2023-03-05 title=教学管理规定
3月2日（周四）官网 科研项目申报指南 科研处 | publication | published_on=2023-03-02 channels=学校官网 title=科研项目申报指南 department=科研处
三月二日 公告栏 图书馆开放时间调整的公告 图书馆 | publication | published_on=2023-03-02 channels=通知公告栏 department=图书馆 kind=公告通知
3月2日 官网 财务处 2023年部门预算 | publication | department=财务处 title=2023年部门预算
3月2日 官网、公众号 🎉迎新季🎉 活动预告 | publication | channels=学校官网+官方微信公众号 title=🎉迎新季🎉_活动预告
\u{202e}3月2日\u{202c} 官网 关于值班的通知\u{200b} | publication | published_on=2023-03-02 channels=学校官网 title=关于值班的通知
3月2日 招投标平台 图书采购中标公告 后勤保障处 | publication | channels=招投标平台 title=图书采购中标公告 kind=招投标信息 department=后勤保障处
3月2日 简报 第3期工作动态 | publication | channels=简报 title=第3期工作动态
3月2日 官网 《学生手册》 纸质版 100份 | publication | title=《学生手册》 carrier=纸质版 copies=100
主动公开：党委会通过的人事任免名单 3月2日 官网 | publication | title=党委会通过的人事任免名单 channels=学校官网
3月2日 在官网发布 关于校园停电的通知 | publication | channels=学校官网 title=关于校园停电的通知
3月2日 电子屏 电子显示屏 防诈骗提示 | publication | channels=电子显示屏 title=防诈骗提示
3月2日 官网 第十届职工代表大会 会议纪要 | publication | kind=会议纪要 title=第十届职工代表大会
3月2日 官网 https://www.example.edu.cn/a/1.html 校历 | publication | link=https://www.example.edu.cn/a/1.html title=校历
文号：湘示院行〔2023〕9号 部门：教务处 标题：校历 3月2日 | publication | doc_number=湘示院行〔2023〕9号 department=教务处 title=校历
2月30日 官网 关于放假的通知 | publication | ?published_on=date_impossible published_on=2月30日 title=关于放假的通知
3月 官网 关于放假的通知 | publication | ?published_on=date_incomplete published_on=3月
3月2日 官微 校庆预告 | publication | ?channels=word_unclear title=校庆预告
3月2日 官网、宣传橱窗 校庆预告 | publication | ?channels=word_unknown channels=学校官网 title=校庆预告
3月2日 官网 校庆预告 学生处、团委 | publication | ?department=word_unclear title=校庆预告
3月2日 3月5日 官网 校庆预告 | publication | ?published_on=several_days published_on=2023-03-02 title=校庆预告
3月2日至3月8日 官网 拟录取名单公示 | notice | ?=thing_unclear posted_on=2023-03-02 ends_on=2023-03-08
3月2日至3月8日 拟录取名单公示 | notice | posted_on=2023-03-02 ends_on=2023-03-08 name=拟录取名单公示
公示：2023年职称评审结果 11月2日-11月8日 人事处 | notice | name=2023年职称评审结果 posted_on=2023-11-02 ends_on=2023-11-08 department=组织人事处
公示：先进个人名单 公示时间：11月2日至8日 工会 | notice | name=先进个人名单 posted_on=2023-11-02 ends_on=2023-11-08 department=工会
公示：助学金名单 11月17日 - 11月24日 学生处 | notice | name=助学金名单 posted_on=2023-11-17 ends_on=2023-11-24 department=学生工作处
征求意见：校园管理办法 11月2日至11月20日 办公室 | consultation | name=校园管理办法 opened_on=2023-11-02 closes_on=2023-11-20 ?department=word_unclear
征求意见：校园管理办法 11月2日 截止12月1日 行政办公室 | consultation | name=校园管理办法 opened_on=2023-11-02 closes_on=2023-12-01 department=行政办公室
校园管理办法征求意见 11月2日至11月20日 | consultation | opened_on=2023-11-02 closes_on=2023-11-20 name=校园管理办法征求意见
3月2日至3月8日 官网 图书馆闭馆 | publication | ?published_on=several_days published_on=2023-03-02 title=图书馆闭馆
3月2日 官网 3月5日至8日停水通知 | publication | published_on=2023-03-02 title=3月5日至8日停水通知
3月2日 官网 3月20日前完成注册的通知 | publication | published_on=2023-03-02 title=3月20日前完成注册的通知
问题：公开栏目更新不及时 宣传部 12月20日前整改 | problem | title=公开栏目更新不及时 department=宣传部 due_on=2023-12-20 found_on=2023-11-20
问题：专栏空白 11月3日 整改期限：12月20日 宣传部 | problem | title=专栏空白 found_on=2023-11-03 due_on=2023-12-20 department=宣传部
制度：信息公开管理办法 湘示院行〔2023〕33号 3月2日印发 自4月1日起施行 行政办公室 | regulation | name=信息公开管理办法 doc_number=湘示院行〔2023〕33号 issued_on=2023-03-02 effective_on=2023-04-01 department=行政办公室
家长来电 咨询招生 3人次 招就处 | reply | source=家长 channel=来函来电 subject=咨询招生 matter=咨询答疑 quantity=3 unit=人次 department=招生就业处
3月2日 学生投诉食堂卫生 1件 转后勤处 3月10日前答复 | reply | subject=学生投诉食堂卫生 quantity=1 department=后勤保障处 due_on=2023-03-10 received_on=2023-03-02
11月3日 省教育厅转来信访件 反映收费问题 财务处 11月20日前答复 | reply | received_on=2023-11-03 channel=上级转交 source=省教育厅 forwarded_by=省教育厅 matter=信访投诉 subject=反映收费问题 department=财务处 due_on=2023-11-20 quantity=1 unit=件
11月3日 市信访局转办投诉件 反映噪声 | reply | forwarded_by=市信访局 channel=上级转交 matter=投诉 subject=反映噪声
QQ 咨询 5 | reply | channel=QQ群 matter=咨询答疑 quantity=5 unit=人次 is_day_count=true subject=
今天 电话咨询12 | reply | channel=电话 matter=咨询答疑 quantity=12 unit=人次 is_day_count=true subject=
窗口咨询 8人 | reply | channel=现场接待 matter=咨询答疑 quantity=8 unit=人次 is_day_count=true
领导信箱 学生反映食堂涨价 1件 转后勤处 | reply | channel=学校领导信箱 subject=学生反映食堂涨价 quantity=1 unit=件 department=后勤保障处
3月2日 官网 关于放假的通知 外联部 | publication | ?department=word_unknown title=关于放假的通知
3月2日 继续教育学院 招生简章 官网 | publication | ?department=word_unknown title=招生简章
投诉 1件 宿舍漏水 转总务科 | reply | ?department=word_unknown subject=宿舍漏水
3月2日 官网 新能源实验室 | publication | title=新能源实验室
3月2日 官网 关于任免中层干部 | publication | title=关于任免中层干部
三天前 官网 关于放假的通知 | publication | published_on=2023-11-17 title=关于放假的通知
前天 电话咨询 3人次 | reply | received_on=2023-11-18 quantity=3
3月2日下午 党委会 主持人李某 行政楼302 12人 | meeting | held_on=2023-03-02 name=党委会 chair=李某 place=行政楼302 remarks=下午 attendance=12
3月2日下午召开党政联席会 | meeting | held_on=2023-03-02 name=党政联席会 remarks=下午
3月2日 李某信函申请公开招生录取办法 | request | applicant=李某 mode=信函 content=申请公开招生录取办法
3月2日 李某 网络申请公开招生录取办法 | request | applicant=李某 mode=网上平台 content=申请公开招生录取办法
3月2日 李某当面申请公开收费标准 | request | applicant=李某 mode=当面 content=申请公开收费标准
举报：未按期公开部门预算 3月2日 省教育厅 | case_file | kind=举报 authority=省教育厅 subject=未按期公开部门预算
3月2日 发放《新生手册》200册 2023级新生 招生就业处 | material | name=《新生手册》 recipients=2023级新生 quantity=200 department=招生就业处
3月2日 官网 关于更正《2023年部门预算》的公告 | publication | kind=更正公告 title=关于更正《2023年部门预算》的公告
官网 关于放假的通知 | publication | published_on=2023-11-20 title=关于放假的通知
3月2日 党委会 研究干部任免 30人 | meeting | held_on=2023-03-02 name=党委会_研究干部任免 kind=党委会 attendance=30
3月2日召开党政联席会 参会12人 | meeting | held_on=2023-03-02 name=党政联席会 kind=党政联席会 attendance=12
昨天 召开2023年教职工代表大会 报告厅 126人参加 | meeting | held_on=2023-11-19 name=2023年教职工代表大会 kind=教职工代表大会 place=报告厅 attendance=126
3月2日 学生座谈会 学生处 第二会议室 25 人 | meeting | name=学生座谈会 kind=座谈会 department=学生工作处 place=第二会议室 attendance=25
3月2日 校务会(扩大) 40人 | meeting | name=校务会(扩大) kind=校务会（扩大） attendance=40
会议：信息公开工作培训 3月2日 50人 党办 | meeting | name=信息公开工作培训 held_on=2023-03-02 attendance=50 department=党委办公室
3月2日 安全工作协调会 王某主持 后勤处 | meeting | name=安全工作协调会 kind=协调会 chair=王某 department=后勤保障处
3月2日 党委会 主持人：王某、李某 | meeting | ?chair=several_names name=党委会
3月2日 中层及以上干部会 60人 地点：行政楼三楼 | meeting | kind=中层及以上干部会 attendance=60 place=行政楼三楼
3月2日 举行新学期工作部署会议 | meeting | name=新学期工作部署会议 held_on=2023-03-02
3月2日 电话咨询 12人次 | reply | received_on=2023-03-02 channel=电话 matter=咨询答疑 quantity=12 unit=人次 is_day_count=true
今天 QQ群咨询 20 人次 | reply | received_on=2023-11-20 channel=QQ群 matter=咨询答疑 quantity=20 unit=人次
昨天 微信 咨询 约30人次 | reply | channel=微信群 matter=咨询答疑 quantity=30 is_estimate=true unit=人次
3月2日 投诉 1件 食堂饭菜质量 已答复 | reply | matter=投诉 quantity=1 unit=件 subject=食堂饭菜质量 ?replied_on=also_needed is_day_count=false
3月2日 家长来电咨询 招生政策 3人次 | reply | source=家长 channel=来函来电 matter=咨询答疑 subject=招生政策 quantity=3
3月2日 领导信箱 学生投诉宿舍漏水 1件 后勤处 3月5日答复 | reply | channel=学校领导信箱 quantity=1 replied_on=2023-03-05 subject=学生投诉宿舍漏水 department=后勤保障处
答复：图书馆延长开放时间 3月2日 意见箱 | reply | channel=意见箱 subject=图书馆延长开放时间 quantity=1 unit=件
3月2日 信访 2件 | reply | matter=信访投诉 quantity=2 unit=件
3月2日 现场接待 学生 15人 | reply | channel=现场接待 source=学生 quantity=15 unit=人次
发放手册 200册 给新生 | material | name=手册 quantity=200 unit=册 recipients=新生 handed_on=2023-11-20
3月2日 发放《新生手册》200册 给新生 招生就业处 | material | handed_on=2023-03-02 name=《新生手册》 quantity=200 unit=册 recipients=新生 department=招生就业处
9月1日 向新生发放资助政策宣传册3000份 | material | handed_on=2023-09-01 recipients=新生 name=资助政策宣传册 quantity=3000 unit=份
资料：校报 3月2日 500份 | material | name=校报 quantity=500 unit=份
3月2日 赠送年鉴 约20本 | material | ?quantity=number_unreadable name=年鉴
依申请：王某 3月2日 电子邮件 申请公开2022年食堂采购合同 | request | applicant=王某 received_on=2023-03-02 mode=电子邮件 content=申请公开2022年食堂采购合同
3月2日 李某申请公开招生录取办法 信函 自然人 | request | applicant=李某 mode=信函 applicant_class=自然人 content=申请公开招生录取办法
依申请：王某、李某 3月2日 当面 申请公开收费标准 | request | ?applicant=several_names mode=当面
3月2日 网上评议 发放问卷100份 有效95 满意90 | evaluation | held_on=2023-03-02 method=网上评议 issued=100 valid=95 satisfied=90
3月2日 问卷调查 有效问卷 80 份，满意 85 份 | evaluation | method=问卷调查 valid=80 satisfied=85
举报：未按期公开部门预算 3月2日 | case_file | kind=举报 subject=未按期公开部门预算 filed_on=2023-03-02
3月2日 行政复议 不服不予公开决定 | case_file | kind=行政复议 filed_on=2023-03-02
3月2日 召开座谈会 投诉处理 5件 | reply | ?=thing_unclear
";

fn vocabulary() -> Vocabulary {
    let place = tempfile::tempdir().unwrap();
    let context = Context { now: NaiveDateTime::default(), who: "test", lang: Lang::Zh, watch: &Unwatched };
    let mut register = crate::commands::make(&context, &place.path().join("台账"), "示例学院").unwrap();
    let screen = register.vocabulary().unwrap().id(Dimension::Channel, "电子显示屏").unwrap();
    let other = register.add_term(&context, Dimension::Channel, "电子屏", None).unwrap();
    register.merge_terms(&context, other.id, screen).unwrap();
    let radio = register.vocabulary().unwrap().id(Dimension::Channel, "校园广播").unwrap();
    register.edit_term(&context, radio, TermEdit { retired: Some(true), ..TermEdit::default() }).unwrap();
    register.vocabulary().unwrap()
}

fn read_today(vocabulary: &Vocabulary, text: &str) -> QuickReading {
    read(text, vocabulary, NaiveDate::from_ymd_opt(2023, 11, 20).unwrap())
}

fn value(vocabulary: &Vocabulary, reading: &QuickReading, key: &str) -> String {
    let name = |id: &Json| vocabulary.get(id.as_i64().unwrap()).unwrap().name.clone();
    let kind = reading.thing.field(key).unwrap_or_else(|| panic!("{:?} has no {key}", reading.thing)).kind;
    match (kind, reading.values.get(key)) {
        (_, None) => String::new(),
        (Kind::Term { .. }, Some(id)) => name(id),
        (Kind::Channels, Some(ids)) => {
            let mut ids: Vec<i64> = ids.as_array().unwrap().iter().filter_map(Json::as_i64).collect();
            ids.sort_unstable();
            ids.iter().map(|id| name(&(*id).into())).collect::<Vec<_>>().join("+")
        }
        (_, Some(Json::String(text))) => text.replace(' ', "_"),
        (_, Some(other)) => other.to_string(),
    }
}

#[test]
fn a_line_is_read_as_a_clerk_means_it() {
    let vocabulary = vocabulary();
    let mut wrong = Vec::new();
    let lines: Vec<&str> = LINES.lines().filter(|line| !line.is_empty()).collect();
    assert!(lines.len() >= 60, "{}", lines.len());
    for line in lines {
        let parts: Vec<&str> = line.split(" | ").collect();
        let [text, thing, expected] = parts.as_slice() else { panic!("{line}") };
        let text =
            text.replace("\\u{202e}", "\u{202e}").replace("\\u{202c}", "\u{202c}").replace("\\u{200b}", "\u{200b}");
        let reading = read_today(&vocabulary, &text);
        if reading.thing.key() != *thing {
            wrong.push(format!("{text}: {:?}", reading.thing));
            continue;
        }
        for pair in expected.split_whitespace() {
            let (key, wanted) = pair.split_once('=').unwrap();
            let found = match key.strip_prefix('?') {
                Some(field) => {
                    let asked = reading.questions.iter().find(|question| question.fault.field == field);
                    asked.map_or_else(String::new, |question| question.fault.code.name())
                }
                None => value(&vocabulary, &reading, key),
            };
            if found != wanted {
                wrong.push(format!("{text}: {key} is {found:?}, not {wanted:?}"));
            }
        }
        let asks = expected.contains('?');
        if asks == reading.questions.is_empty() {
            wrong.push(format!("{text}: asks {:?}", reading.questions));
        }
        check_places(&text, &reading);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_part_says_where_it_stands_and_as_what_it_was_read() {
    let text = "🎉 3月2日 官网、公示栏 关于资助的通知 学生处";
    let reading = read_today(&vocabulary(), text);
    let units: Vec<u16> = text.encode_utf16().collect();
    let told: Vec<(String, &str, &str)> = reading
        .parts
        .iter()
        .map(|part| {
            let written = String::from_utf16(&units[part.from..part.to]).unwrap();
            (written, part.field.as_str(), part.shown.as_str())
        })
        .collect();
    let expected = [
        ("3月2日", "published_on", "2023年3月2日"),
        ("官网", "channels", "学校官网"),
        ("公示栏", "channels", "公示栏"),
        ("通知", "kind", "公告通知"),
        ("学生处", "department", "学生工作处"),
    ];
    let expected: Vec<(String, &str, &str)> = expected.iter().map(|(w, f, s)| ((*w).to_owned(), *f, *s)).collect();
    assert_eq!(told, expected);
    assert_eq!(reading.left, "🎉 关于资助的通知");
}

#[test]
fn what_could_be_read_in_two_ways_is_asked_with_both_offered() {
    let vocabulary = vocabulary();
    let offered = |text: &str| -> Vec<String> {
        let reading = read_today(&vocabulary, text);
        reading
            .questions
            .iter()
            .flat_map(|question| question.choices.iter().map(|choice| choice.text.clone()))
            .collect()
    };
    assert_eq!(offered("3月2日 官微 校庆预告"), ["官方微信公众号", "官方微博"]);
    assert_eq!(offered("3月2日 官网 校庆预告 学生处、团委"), ["学生工作处", "团委"]);
    assert_eq!(offered("3月2日 投诉 1件 已答复"), ["答复日期：2023年3月2日", "答复日期：2023年11月20日"]);
    assert_eq!(offered("3月2日 召开座谈会 投诉处理 5件"), ["答复：", "会议："]);
    assert_eq!(offered("3月2日至3月8日 官网 拟录取名单公示"), ["公示：", "主动公开："]);
    assert_eq!(offered("3月2日至3月8日 官网 图书馆闭馆"), ["2023年3月2日", "2023年3月8日"]);
    // What is chosen is put in the place of what was asked about, and settles it.
    for text in
        ["3月2日 官方微博 校庆预告", "3月2日 投诉 1件 答复日期：2023年3月2日", "会议：3月2日 召开座谈会 投诉处理 5件"]
    {
        assert!(read_today(&vocabulary, text).questions.is_empty(), "{text}");
    }
}

#[test]
fn a_retired_channel_is_not_chosen_anew() {
    let vocabulary = vocabulary();
    let codes = |text: &str| -> Vec<FaultCode> {
        read_today(&vocabulary, text).questions.iter().map(|question| question.fault.code).collect()
    };
    assert_eq!(codes("3月2日 校园广播 防火提示"), [FaultCode::TermRetired]);
}

#[test]
fn a_line_without_a_day_is_today_s_and_says_so() {
    let vocabulary = vocabulary();
    let reading = read_today(&vocabulary, "官网 关于放假的通知");
    assert_eq!(reading.values["published_on"], "2023-11-20");
    assert_eq!(reading.assumed.first().map(|assumed| assumed.field.as_str()), Some("published_on"));
    assert!(read_today(&vocabulary, "3月3日 官网 关于放假的通知").assumed.is_empty());
}

/// Parts and questions lie within the text, on the borders of its signs; parts stand in order and do not overlap.
fn check_places(text: &str, reading: &QuickReading) {
    let mut borders = vec![0];
    borders.extend(text.chars().scan(0, |at, c| {
        *at += c.len_utf16();
        Some(*at)
    }));
    let mut last = 0;
    for part in &reading.parts {
        assert!(last <= part.from && part.from < part.to, "{text}: {:?}", reading.parts);
        assert!(borders.contains(&part.from) && borders.contains(&part.to), "{text}: {part:?}");
        last = part.to;
    }
    for question in &reading.questions {
        assert!(question.from <= question.to && borders.contains(&question.from) && borders.contains(&question.to));
    }
}

/// Words of which lines are made, in any order, beside any text.
fn lines() -> impl Strategy<Value = String> {
    let words: Vec<&str> = LINES.split([' ', '|', '、', '，', '\n']).filter(|word| !word.is_empty()).collect();
    let word = prop_oneof![
        proptest::sample::select(words).prop_map(str::to_owned),
        any::<String>(),
        proptest::sample::select(vec![
            "〔2023〕",
            "(",
            "》",
            "《",
            "：",
            "9999999999999999999年",
            "约",
            "0月0日",
            "，",
            "🎉",
            "\u{202e}"
        ])
        .prop_map(str::to_owned),
    ];
    (proptest::collection::vec(word, 0..8), proptest::sample::select(vec![" ", "", "、", "　"]))
        .prop_map(|(words, between)| words.join(between))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn any_text_is_read_without_fault(texts in proptest::collection::vec(lines(), 8)) {
        thread_local! { static WORDS: Vocabulary = vocabulary(); }
        WORDS.with(|vocabulary| for text in &texts {
            check_places(text, &read_today(vocabulary, text));
        });
    }
}
