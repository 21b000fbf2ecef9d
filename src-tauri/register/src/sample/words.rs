//! The words of the sample: what a vocational college publishes, meets about and answers. Nobody and nothing in them is real.

pub(super) mod work;

use super::year::work::Days;

/// Departments that the shipped vocabulary does not have.
pub(super) const DEPARTMENTS: &[&str] = &["机电工程学院", "信息技术学院", "财经商贸学院", "学前教育学院", "实训中心"];

/// One sort of published items. Of `channels` each entry is the channels of one item, divided by 、.
pub(super) struct Sort {
    pub share: u64,
    pub kind: &'static str,
    pub channels: &'static [&'static str],
    /// With the department that each comes from.
    pub titles: &'static [(&'static str, &'static str)],
    /// The letters of its document numbers; only printed documents have one.
    pub number: Option<&'static str>,
}

/// The festival or holidays that the notices of a month speak of, January first; in some months of none.
pub(super) const FESTIVALS: [Option<&str>; 12] = [
    Some("寒假"),
    None,
    Some("清明节"),
    Some("劳动节"),
    Some("端午节"),
    Some("暑假"),
    None,
    None,
    Some("国庆节"),
    None,
    None,
    Some("元旦"),
];

/// Where a title names it.
pub(super) const FESTIVAL: &str = "{节}";

/// What stands for a mark in a title.
pub(super) const MARKS: &[(&str, &[&str])] = &[
    ("{系}", &["机电工程学院", "信息技术学院", "财经商贸学院", "学前教育学院"]),
    ("{专业}", &["机电一体化技术", "软件技术", "大数据与会计", "学前教育", "新能源汽车技术", "电子商务"]),
    ("{奖}", &["国家奖学金", "国家励志奖学金", "国家助学金", "省级优秀毕业生", "校级三好学生"]),
    ("{物}", &["实训设备", "图书", "学生公寓家具", "多媒体教室改造", "食堂食材配送", "校园绿化养护"]),
    (
        "{事}",
        &["安全生产大检查", "教学诊断与改进", "校园文化艺术节", "职业技能竞赛", "师德师风建设", "防范电信网络诈骗宣传"],
    ),
];

pub(super) const SORTS: &[Sort] = &[
    Sort {
        share: 8,
        kind: "行政文件",
        channels: &["文件、信息公开专栏", "文件", "文件、公示栏"],
        titles: &[
            ("关于做好{节}放假及值班工作的通知", "行政办公室"),
            ("关于印发《{专业}专业人才培养方案（修订）》的通知", "教务处"),
            ("关于开展{事}的通知", "行政办公室"),
            ("关于{物}采购立项的批复", "后勤保障处"),
            ("关于成立{事}工作领导小组的通知", "行政办公室"),
            ("关于调整{系}教学秘书岗位职责的通知", "教务处"),
        ],
        number: Some("示职院发"),
    },
    Sort {
        share: 4,
        kind: "党建文件",
        channels: &["文件", "文件、信息公开专栏"],
        titles: &[
            ("关于召开{系}党总支组织生活会的通知", "组织人事处"),
            ("关于加强{事}中党员先锋作用的意见", "党委办公室"),
            ("关于开展主题党日活动的通知（{节}前）", "组织人事处"),
            ("关于表彰{系}先进党支部的决定", "组织人事处"),
        ],
        number: Some("示职院党发"),
    },
    Sort {
        share: 3,
        kind: "会议纪要",
        channels: &["文件", "会议"],
        titles: &[
            ("院长办公会纪要：研究{事}", "行政办公室"),
            ("专题会议纪要：研究{物}事项", "行政办公室"),
            ("专题会议纪要：研究{系}实训基地建设", "行政办公室"),
        ],
        number: Some("示职院纪"),
    },
    Sort {
        share: 12,
        kind: "公告通知",
        channels: &["通知公告栏", "信息公开专栏", "通知公告栏、官方微信公众号", "电子显示屏", "校园广播"],
        titles: &[
            ("{节}期间图书馆开放时间安排", "图书馆"),
            ("关于{专业}专业技能抽查的通知", "教务处"),
            ("{系}毕业设计答辩安排", "教务处"),
            ("关于{事}的温馨提示", "保卫处"),
            ("{专业}专业单独招生考试须知", "招生就业处"),
            ("全国大学英语等级考试报名通知（{系}）", "教务处"),
        ],
        number: None,
    },
    Sort {
        share: 9,
        kind: "公示",
        channels: &["公示栏", "信息公开专栏、公示栏", "信息公开专栏", "公示栏、官方微信公众号"],
        titles: &[
            ("{奖}拟推荐名单公示（{系}）", "学生工作处"),
            ("{系}入党积极分子拟发展对象公示", "组织人事处"),
            ("{专业}专业带头人拟聘人选公示", "组织人事处"),
            ("{系}学生转专业拟同意名单公示", "教务处"),
            ("教职工{事}评优结果公示", "工会"),
        ],
        number: None,
    },
    Sort {
        share: 6,
        kind: "招投标信息",
        channels: &["招投标平台、信息公开专栏", "招投标平台", "信息公开专栏"],
        titles: &[
            ("{物}项目采购公告", "后勤保障处"),
            ("{物}项目中标结果公告", "后勤保障处"),
            ("{物}项目竞争性磋商公告", "后勤保障处"),
            ("{物}项目合同公告", "财务处"),
        ],
        number: None,
    },
    Sort {
        share: 10,
        kind: "新闻报道",
        channels: &["新闻网", "新闻网、官方微信公众号", "官方微信公众号", "官方视频号", "新闻网、官方微博"],
        titles: &[
            ("{系}举行{事}启动仪式", "{系}"),
            ("{专业}专业师生赴企业开展岗位实习", "宣传部"),
            ("我校学生在{专业}技能竞赛中获奖", "团委"),
            ("学校召开{事}推进会", "宣传部"),
            ("{系}开展{节}前安全教育", "{系}"),
        ],
        number: None,
    },
    Sort {
        share: 3,
        kind: "媒体报道",
        channels: &["红网", "新湖南", "湖南教育融媒", "中国新闻网"],
        titles: &[
            ("示例职院：{专业}专业产教融合见实效", "宣传部"),
            ("示例职院{系}送技术下乡", "宣传部"),
            ("示例职院扎实推进{事}", "宣传部"),
        ],
        number: None,
    },
    Sort {
        share: 3,
        kind: "简报",
        channels: &["简报", "简报、信息公开专栏"],
        titles: &[("{事}工作简报", "宣传部"), ("{系}教学工作简报", "{系}"), ("信息公开工作简报", "行政办公室")],
        number: None,
    },
    Sort {
        share: 1,
        kind: "公开信",
        channels: &["公开信、官方微信公众号"],
        titles: &[("致全体学生家长的一封信（{节}）", "学生工作处"), ("致{专业}专业新生的一封信", "招生就业处")],
        number: None,
    },
    Sort {
        share: 1,
        kind: "承诺书",
        channels: &["承诺书、公示栏"],
        titles: &[("{系}安全工作承诺书", "保卫处"), ("食品安全承诺书（{节}）", "后勤保障处")],
        number: None,
    },
    Sort {
        share: 2,
        kind: "台账信息",
        channels: &["台账"],
        titles: &[("{系}实训室安全隐患排查台账", "实训中心"), ("{事}整改台账", "行政办公室")],
        number: None,
    },
    Sort {
        share: 2,
        kind: "重大事项",
        channels: &["会议、信息公开专栏", "会议"],
        titles: &[
            ("学校年度收支预算情况通报", "财务处"),
            ("{物}项目立项情况通报", "财务处"),
            ("{系}机构设置调整情况通报", "党委办公室"),
        ],
        number: None,
    },
];

/// Kinds of meetings: kind, names, usual attendance, how many in a year.
pub(super) const MEETINGS: &[(&str, &[&str], u64, u64)] = &[
    ("党委会", &["研究{事}", "研究干部人事工作", "研究{物}项目"], 9, 12),
    ("党委中心学习组专题学习研讨会", &["专题学习研讨：{事}"], 16, 6),
    ("校务会", &["研究{系}教学工作", "研究{物}采购", "研究{奖}评审结果"], 11, 14),
    ("中层及以上干部会", &["学期工作部署会", "{事}动员会"], 48, 6),
    ("座谈会", &["{系}学生代表座谈会", "{专业}专业校企合作座谈会"], 26, 9),
    ("协调会", &["{事}协调会"], 14, 4),
    ("专题迎检迎评工作汇报会", &["{事}迎检工作汇报会"], 22, 4),
    ("项目招投标会议", &["{物}项目开标会"], 12, 5),
];

/// A sort of single replies.
pub(super) type ReplySort =
    (&'static str, &'static str, &'static str, &'static str, &'static str, &'static [&'static str], u64, u64);

/// Single replies: channel, source, matter, unit, department, subjects, how many in a year, the most that one counts.
pub(super) const REPLIES: &[ReplySort] = &[
    ("学校领导信箱", "学生", "咨询答疑", "件", "后勤保障处", &["宿舍热水供应时间", "校园网资费"], 10, 1),
    ("学校领导信箱", "学生", "咨询答疑", "件", "教务处", &["{专业}专业选课", "{专业}专业补考安排"], 6, 1),
    ("学校领导信箱", "家长", "投诉", "件", "后勤保障处", &["食堂菜品价格", "宿舍空调维修"], 6, 1),
    ("教育阳光服务中心", "家长", "投诉", "件", "学生工作处", &["实习安排", "代收费用"], 6, 1),
    ("教育阳光服务中心", "社会公众", "咨询答疑", "人次", "招生就业处", &["{专业}专业招生咨询", "学历证书查询"], 14, 30),
    ("教代会", "教职工", "提案", "件", "工会", &["改善教师休息室条件", "优化{事}流程"], 6, 1),
    ("上级转交", "省教育厅", "信访投诉", "件", "行政办公室", &["学费退费", "{专业}专业实习"], 3, 1),
    ("上级转交", "长沙市教育局", "信访投诉", "件", "保卫处", &["校园周边噪声"], 2, 1),
    ("来函来电", "上级主管部门", "专项咨询", "人次", "行政办公室", &["{事}情况"], 4, 5),
    ("来函来电", "新闻媒体", "专项咨询", "人次", "宣传部", &["{专业}专业就业情况"], 3, 4),
];

/// Cases that are not answered yet, one of them past its day: source, matter, subject, department, when received and due.
pub(super) const OPEN: &[(&str, &str, &str, &str, Days)] = &[
    ("学生", "咨询答疑", "图书馆座位预约", "图书馆", (2, -2, None)),
    ("家长", "投诉", "实训耗材费收取标准", "财务处", (24, 5, None)),
];

/// A day's counts: channel, source, the most of one day; those of the second half are estimates.
pub(super) const DAY_COUNTS: &[(&str, &str, u64)] =
    &[("日常答疑", "学生", 60), ("电话", "家长", 40), ("QQ群", "学生", 120), ("微信群", "学生", 150)];

/// Material handed out: name, unit, to whom.
pub(super) const MATERIALS: &[(&str, &str, &str)] = &[
    ("学生手册", "本", "{系}新生"),
    ("资助政策读本", "本", "全体新生"),
    ("安全教育读本", "本", "{系}学生"),
    ("招生简章", "份", "报考学生及家长"),
    ("信息公开指南", "册", "{系}师生"),
];

/// Requests: content, class of applicant, way, outcome; none where it is not yet answered.
pub(super) const REQUESTS: &[(&str, &str, &str, Option<&str>)] = &[
    ("近三年{专业}专业录取最低分", "自然人", "网上平台", Some("予以公开")),
    ("{物}项目中标合同价款", "商业企业", "信函", Some("部分公开")),
    ("学费收费依据及标准", "自然人", "电子邮件", Some("予以公开")),
    ("{奖}评审专家名单", "自然人", "当面", Some("不予公开")),
    ("毕业生就业质量年度报告", "科研机构", "电子邮件", Some("予以公开")),
    ("{系}实训基地建设经费决算", "社会公益组织", "信函", Some("予以公开")),
    ("{专业}专业近三年招生计划", "自然人", "网上平台", None),
    ("学生公寓收费标准调整依据", "自然人", "电子邮件", None),
];

/// Why items were withdrawn.
pub(super) const REASONS: &[&str] = &["重复登记", "内容有误，已另行发布", "日期登记错误", "误登", "已由主办部门撤回"];
