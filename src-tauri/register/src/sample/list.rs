//! What the sample shows of the 清单事项: publications that name one, and what is set of the list.

use chrono::NaiveDate;

use crate::board::{Every, Rhythm, SetListRhythm, SetNotApplicable};
use crate::context::Context;
use crate::error::{Error, Result};
use crate::folder::Register;
use crate::period::Period;
use crate::things::Dimension;

const TENDERS: &str = "仪器设备、图书、药品等物资设备采购和重大基建工程的招投标";
const BUDGET: &str = "收支预算总表、收入预算表、支出预算表、财政拨款支出预算表";
const ADMISSION: &str = "招生章程及特殊类型招生办法，分批次、分科类招生计划";
const APPOINTMENTS: &str = "校内中层干部任免、人员招聘信息";
const STATUS_RULES: &str = "学籍管理办法";

/// By what stands in the title of an item, the 清单事项 that it shows.
const NAMED: &[(&str, &str)] = &[
    ("采购公告", TENDERS),
    ("中标结果公告", TENDERS),
    ("磋商公告", TENDERS),
    ("合同公告", TENDERS),
    ("年度收支预算", BUDGET),
    ("单独招生考试须知", ADMISSION),
];

/// Published once: title, item, department, channels, how many days ago.
pub(super) const ONCE: &[(&str, &str, &str, &str, u64)] = &[
    ("信息公开工作年度报告", "信息公开年度报告", "行政办公室", "信息公开专栏", 300),
    (
        "学校概况与办学基本情况一览",
        "办学规模、校级领导班子简介及分工、学校机构设置、学科情况、专业情况、各类在校生情况、教师和专业技术人员数量等办学基本情况",
        "行政办公室",
        "信息公开专栏",
        64,
    ),
    ("示例职业技术学院章程（核准稿）", "学校章程及制定的各项规章制度", "党委办公室", "信息公开专栏、文件", 210),
    ("教职工代表大会工作报告", "教职工代表大会相关制度、工作报告", "工会", "会议、信息公开专栏", 150),
    ("年度工作要点", "学校发展规划、年度工作计划及重点工作安排", "行政办公室", "文件", 262),
    ("招生章程", ADMISSION, "招生就业处", "学校官网", 170),
    ("收费项目和收费标准公示", "收费项目、收费依据、收费标准及投诉方式", "财务处", "公示栏、信息公开专栏", 84),
    ("部门决算公开说明", "收支决算总表、收入决算表、支出决算表、财政拨款支出决算表", "财务处", "信息公开专栏", 95),
    ("财务管理制度汇编", "财务、资产管理制度", "财务处", "信息公开专栏", 240),
    ("中层干部任前公示", APPOINTMENTS, "组织人事处", "公示栏", 270),
    ("岗位设置管理与聘用实施办法", "岗位设置管理与聘用办法", "组织人事处", "文件", 200),
    ("毕业生就业质量年度报告", "高校毕业生就业质量年度报告", "招生就业处", "学校官网", 318),
    ("专业设置与新增专业名单", "专业设置、当年新增专业、停招专业名单", "教务处", "信息公开专栏", 130),
    ("学籍管理规定", STATUS_RULES, "教务处", "信息公开专栏", 220),
    (
        "学生奖助学金评定办法",
        "学生奖学金、助学金、学费减免、助学贷款、勤工俭学的申请与管理规定",
        "学生工作处",
        "信息公开专栏、公示栏",
        190,
    ),
    ("学生申诉处理办法", "学生申诉办法", "学生工作处", "信息公开专栏", 188),
    ("学术道德规范", "学术规范制度", "科研处", "信息公开专栏", 205),
];

/// Items that a department must publish beside those that it published: some of them were forgotten.
const OWED: &[(&str, &str)] = &[
    ("后勤保障处", TENDERS),
    ("财务处", BUDGET),
    ("财务处", "受捐赠财产的使用与管理情况"),
    ("组织人事处", "校级领导干部社会兼职情况"),
    ("教务处", "全校开设课程总门数、实践教学学分占总学分比例、选修课学分占总学分比例"),
    ("学生工作处", "学生奖励处罚办法"),
    ("科研处", "学术不端行为查处机制"),
];

/// What a college without graduate studies decides each year.
const NO_GRADUATES: &[&str] = &[
    "研究生招生简章、招生专业目录、复试录取办法，各院（系、所）或学科、专业招收研究生人数",
    "参加研究生复试的考生成绩",
    "拟录取研究生名单",
    "研究生招生咨询及申诉渠道",
    "拟授予硕士、博士学位同等学力人员资格审查和学力水平认定",
    "新增硕士、博士学位授权学科或专业学位授权点审核办法",
    "拟新增学位授权学科或专业学位授权点的申报及论证材料",
];

/// The 清单事项 that an item of this title shows; empty where it shows none.
pub(super) fn item_of(title: &str) -> &'static str {
    NAMED.iter().find(|(words, _)| title.contains(words)).map_or("", |(_, item)| item)
}

/// The 清单事项 that a department must publish.
pub(super) fn duties_of(department: &str) -> impl Iterator<Item = &'static str> {
    let once = ONCE.iter().map(|(_, item, from, ..)| (*from, *item));
    once.chain(OWED.iter().copied()).filter(move |(from, _)| *from == department).map(|(_, item)| item)
}

/// The year's decisions, and a change that waits to be published.
pub(super) fn settle(register: &mut Register, context: &Context, period: Period, changed: NaiveDate) -> Result<()> {
    let year = register.list_board(period, context.today())?.year;
    for name in NO_GRADUATES {
        let item = id(register, name)?;
        let reason = Some("学校未开展研究生教育".to_owned());
        register.set_not_applicable(context, &SetNotApplicable { item, year, reason })?;
    }
    let item = id(register, STATUS_RULES)?;
    let rhythm = Rhythm { changed_on: Some(changed), ..Rhythm::from(Every::Standing) };
    register.set_list_rhythm(context, &SetListRhythm { item, rhythm })?;
    Ok(())
}

fn id(register: &Register, name: &str) -> Result<i64> {
    let wrong = || Error::Internal { detail: format!("list_item: {name}") };
    register.vocabulary()?.id(Dimension::ListItem, name).ok_or_else(wrong)
}
