//! The words of the office's own work, with its days: how many before today, or after it where they are below zero.

use crate::sample::year::work::Days;

/// Problems: what, source, remedy, department, when found, due and solved.
pub(in crate::sample) const PROBLEMS: &[(&str, &str, &str, &str, Days)] = &[
    ("信息公开专栏部分栏目更新不及时", "自查", "明确各栏目更新周期，每月通报", "宣传部", (75, 12, None)),
    ("收费公示牌未更新本学年标准", "群众反映", "更换公示牌并在专栏同步公布", "财务处", (40, 3, None)),
    ("保密审查记录填写不全", "上级检查", "补齐审查意见，组织一次培训", "行政办公室", (30, -2, None)),
    ("学校章程在网站上不易查找", "评议反馈", "在专栏首页增设“学校章程”入口", "宣传部", (20, -30, None)),
    ("部分公开内容较为单薄", "评议反馈", "补充图表和政策解读", "行政办公室", (15, -45, None)),
    ("采购结果公告缺少成交金额", "自查", "统一公告模板", "后勤保障处", (250, 220, Some(224))),
    ("仪器设备采购信息缺项", "清单缺项", "补充公布近三年采购结果", "后勤保障处", (190, 160, Some(151))),
    ("依申请公开指南联系电话有误", "群众反映", "更正指南并公告", "行政办公室", (120, 110, Some(117))),
    ("财务决算公布时间偏晚", "上级检查", "决算批复后20个工作日内公布", "财务处", (100, 70, Some(76))),
];

/// Regulations: name, document number, made or revised, department, when issued.
pub(in crate::sample) const REGULATIONS: &[(&str, &str, &str, &str, i64)] = &[
    ("信息公开工作实施办法", "示职院制", "修订", "行政办公室", 260),
    ("信息公开保密审查规定", "示职院制", "制定", "行政办公室", 205),
    ("采购管理办法", "示职院制", "修订", "后勤保障处", 140),
    ("学生资助工作实施细则", "示职院制", "制定", "学生工作处", 90),
    ("会议费管理暂行规定", "示职院制", "废止", "财务处", 55),
];

/// What came of a consultation: opinions, how many were adopted, what is told of them.
type Came = Option<(&'static str, &'static str, &'static str)>;

/// Consultations: matter, department, when opened, closed and answered, what came of them.
pub(in crate::sample) const CONSULTATIONS: &[(&str, &str, Days, Came)] = &[
    (
        "《学校章程（修订草案）》征求意见",
        "行政办公室",
        (230, 200, Some(190)),
        Some(("26", "9", "采纳9条，其余已逐条说明理由")),
    ),
    (
        "《学生公寓管理办法》征求意见",
        "学生工作处",
        (150, 120, Some(113)),
        Some(("41", "12", "采纳12条，作息时间等意见已说明")),
    ),
    ("《绩效工资分配方案》征求意见", "组织人事处", (45, 9, None), None),
    ("《食堂经营管理规定》征求意见", "后勤保障处", (14, -18, None), None),
];

/// Notices: matter, department, when posted and ended, objections and what came of them.
pub(in crate::sample) const NOTICES: &[(&str, &str, Days, (&str, &str))] = &[
    ("国家励志奖学金拟推荐名单公示", "学生工作处", (7, 0, None), ("", "")),
    ("专业带头人拟聘人选公示", "组织人事处", (4, -3, None), ("", "")),
    ("校级教学成果奖评审结果公示", "教务处", (22, 13, None), ("1", "")),
    ("发展对象公示", "组织人事处", (160, 153, None), ("0", "无异议")),
    ("实训设备采购中标结果公示", "后勤保障处", (110, 105, None), ("2", "经复核，异议不成立，已书面答复")),
];

/// Cases about disclosure work: subject, authority, stage, conclusion, when filed and closed.
pub(in crate::sample) const CASES: &[(&str, &str, &str, &str, Days)] = &[
    ("反映收费信息公开不全", "省教育厅", "已办结", "结果维持", (170, 0, Some(150))),
    ("反映招生计划公布滞后", "长沙市教育局", "办理中", "尚未审结", (16, 0, None)),
];
