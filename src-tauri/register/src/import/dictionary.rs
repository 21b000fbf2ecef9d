//! The headings of ledgers: which words name which field, for each kind of sheet. A table of data.
//!
//! Offices name one thing in many ways. A name stands under one field of a target, the more usual ones first; a
//! pattern catches what was not foreseen, and weighs less. How much a heading tells of the kind of sheet it heads is
//! its weight: 受理机关 stands in one ledger only, 日期 in every one.

use crate::things::Thing;

use super::meaning::{Meaning, Target};

/// Names and patterns of one meaning.
pub(super) struct Entry {
    pub meaning: Meaning,
    pub weight: i32,
    names: &'static str,
    patterns: &'static str,
}

impl Entry {
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.names.split_whitespace()
    }

    /// Whether a pattern fits: words of which each must occur, `|` between alternatives, `!` before what must not.
    pub fn foresees(&self, key: &str) -> bool {
        self.patterns.split(';').filter(|pattern| !pattern.is_empty()).any(|pattern| {
            pattern.split_whitespace().all(|word| match word.strip_prefix('!') {
                Some(absent) => !key.contains(absent),
                None => word.split('|').any(|choice| key.contains(choice)),
            })
        })
    }
}

/// Says by itself what ledger this is.
const TELLING: i32 = 3;
/// Narrows it down.
const USUAL: i32 = 2;
/// Stands in many kinds of ledgers.
const COMMON: i32 = 1;
/// Says nothing of the kind.
const SILENT: i32 = 0;

const fn field(key: &'static str, weight: i32, names: &'static str, patterns: &'static str) -> Entry {
    Entry { meaning: Meaning::Field(key), weight, names, patterns }
}

/// The meanings that a heading may have in a sheet of this kind, those of every sheet included.
pub(super) fn entries(target: Target) -> impl Iterator<Item = &'static Entry> {
    of(target).iter().chain(EVERYWHERE)
}

fn of(target: Target) -> &'static [Entry] {
    match target {
        Target::Thing(Thing::Publication) => PUBLICATIONS,
        Target::Thing(Thing::Meeting) => MEETINGS,
        Target::Thing(Thing::Reply) => REPLIES,
        Target::Thing(Thing::Material) => MATERIALS,
        Target::Thing(Thing::Request) => REQUESTS,
        Target::Thing(Thing::Evaluation) => EVALUATIONS,
        Target::Thing(Thing::CaseFile) => CASE_FILES,
        Target::DayCounts => DAY_COUNTS,
    }
}

/// What a sheet of this kind cannot do without: of each group one field.
pub(super) fn needed(target: Target) -> &'static [&'static [&'static str]] {
    match target {
        Target::Thing(Thing::Publication) => &[&["title"], &["published_on", "made_on"]],
        Target::Thing(Thing::Meeting) => &[&["name"], &["held_on"]],
        Target::Thing(Thing::Reply) => &[&["received_on"], &["subject", "matter", "channel"]],
        Target::Thing(Thing::Material) => &[&["handed_on"], &["name"], &["quantity"]],
        Target::Thing(Thing::Request) => &[&["received_on"], &["content", "applicant_class", "mode", "outcome"]],
        Target::Thing(Thing::Evaluation) => &[&["held_on"], &["valid"], &["satisfied"]],
        Target::Thing(Thing::CaseFile) => &[&["filed_on"], &["kind"]],
        Target::DayCounts => &[&["received_on"], &["quantity"], &["channel", "source", "matter"]],
    }
}

/// Words in the name of a sheet, or in its title, that speak for a kind.
pub(super) fn hints(target: Target) -> &'static [&'static str] {
    match target {
        Target::Thing(Thing::Publication) => &["主动公开", "公开信息", "信息发布", "公开台账", "发文", "公示", "公文"],
        Target::Thing(Thing::Meeting) => &["会议"],
        Target::Thing(Thing::Reply) => &["答复", "信访", "来信", "来访", "投诉", "信箱", "提案", "办件", "受理"],
        Target::Thing(Thing::Material) => &["资料", "材料", "发放"],
        Target::Thing(Thing::Request) => &["依申请", "申请公开"],
        Target::Thing(Thing::Evaluation) => &["评议", "满意度", "测评", "问卷"],
        Target::Thing(Thing::CaseFile) => &["举报", "复议", "诉讼", "案件"],
        Target::DayCounts => &["日常", "答疑", "接待", "日登记", "咨询登记", "咨询统计", "咨询情况统计"],
    }
}

/// Whether a heading is one degree of satisfaction among others. 满意 alone may be one, or the total.
pub(super) fn is_degree(key: &str) -> bool {
    const DEGREES: [&str; 10] = [
        "非常满意",
        "很满意",
        "十分满意",
        "完全满意",
        "特别满意",
        "满意",
        "比较满意",
        "较满意",
        "较为满意",
        "基本满意",
    ];
    const COUNTED: [&str; 9] = ["问卷份数", "问卷数", "份数", "人数", "票数", "人次", "数", "票", "人"];
    let bare = COUNTED.iter().find_map(|word| key.strip_suffix(word)).unwrap_or(key);
    DEGREES.contains(&bare) && (bare != "满意" || bare == key)
}

const EVERYWHERE: &[Entry] = &[
    // Stands behind the rows that were given out to be mended.
    Entry { meaning: Meaning::Ignored, weight: SILENT, names: super::offered::REASON, patterns: "" },
    Entry {
        meaning: Meaning::Serial,
        weight: SILENT,
        names: "序号 编号 序 顺序号 行号 流水号 序列号 序列 次序 序次 登记序号 台账编号 记录编号 台账序号 no # №",
        patterns: "",
    },
    Entry {
        meaning: Meaning::Status,
        weight: SILENT,
        names: "状态 是否作废 是否有效 有效性 时效 时效性 有效状态 信息状态 记录状态 文件状态 当前状态 数据状态 作废 \
         作废情况 作废标志 作废标记 是否撤回 是否撤销 是否废止 是否已作废 效力 效力状态 有效与否",
        patterns: "是否 作废|撤回|撤销|废止|有效",
    },
    Entry {
        meaning: Meaning::WithdrawnReason,
        weight: SILENT,
        names: "作废原因 撤回原因 撤销原因 废止原因 作废理由 撤回理由 撤销理由 作废说明 撤回说明 失效原因 删除原因",
        patterns: "作废|撤回|撤销|废止|删除 原因|理由|说明",
    },
    field(
        "remarks",
        SILENT,
        "备注 说明 附注 备考 备注说明 其他 其它 其他说明 补充说明 情况说明 注 附记",
        "备注; 说明 !作废 !撤回 !撤销",
    ),
];

const PUBLICATIONS: &[Entry] = &[
    field(
        "title",
        TELLING,
        "信息名称 信息标题 公开信息名称 公开信息标题 主动公开信息名称 公开事项名称 公开内容 公开事项 公开项目 \
         主动公开内容 主动公开事项 公开信息内容 信息公开内容 信息公开事项 公开内容名称 公开信息 公开条目 \
         信息条目 信息题名 公开文件名称 公示名称 公示标题 公示内容 公示事项 公告名称 公告标题 发布内容 发布标题 \
         发布信息名称 发布信息标题 政府信息名称 政务信息标题 政务公开内容 校务公开内容 校务公开事项 \
         院务公开内容 信息内容 公布内容 公布事项",
        "公开|公示|公告|发布 名称|标题|题名|题目|内容|事项; 信息 名称|标题|题名|题目",
    ),
    field(
        "title",
        USUAL,
        "文件名称 文件标题 公文标题 公文名称 题名 文件题名 通知名称 稿件标题 稿件名称 新闻标题 文章标题 \
         文章名称 发文标题 文题 标题名称 报道标题 推文标题",
        "文件|公文|文章|稿件|通知|新闻|发文 名称|标题|题名|题目",
    ),
    field("title", COMMON, "标题 名称 题目 内容 主要内容 事项 事项名称 项目名称 内容名称 主题", ""),
    field(
        "doc_number",
        TELLING,
        "文号 发文字号 文件号 文件编号 发文号 文件文号 公文文号 公文编号 文件字号 公文字号 发文文号 字号 \
         发文编号 文件发文字号 公文号",
        "发文|文件|公文 号 !索引 !序",
    ),
    field(
        "index_number",
        TELLING,
        "索引号 信息索引号 信息索引 索引编号 信息编号 目录编号 信息目录编号 目录号 公开编号 信息公开编号 索取号 \
         公开目录编号 政府信息索引号",
        "索引",
    ),
    field(
        "kind",
        USUAL,
        "文种 信息类别 信息类型 信息种类 信息分类 公开类别 公开类型 公文种类 公文类型 文件类型 文件类别 \
         文件种类 体裁 体裁分类 主题分类 内容分类 公开信息类别 公开内容类别 公开事项类别 公开内容分类 信息类目 \
         栏目类别 信息属类 公开种类 公文文种 文件性质 稿件类型 稿件类别",
        "信息|文件|公文|公开|稿件|内容 类别|类型|种类|分类|类目",
    ),
    field("kind", COMMON, "类别 类型 种类 分类 性质 类目", ""),
    field(
        "channels",
        TELLING,
        "公开渠道 发布渠道 公开平台 发布平台 公开方式 公开形式 公开途径 公布途径 公布方式 公布形式 公布渠道 \
         发布方式 发布形式 发布途径 发布媒体 公开媒体 公开载体 发布载体 公开场所 公开地点 公开位置 公开栏目 \
         公开网站 发布位置 发布栏目 发布网站 公示渠道 公示方式 公示形式 公示平台 公示地点 公示位置 信息公开渠道 \
         信息公开方式 信息公开形式 信息公开平台 信息发布渠道 信息发布平台 主动公开渠道 主动公开方式 \
         主动公开形式 公开渠道和场所 公开渠道及载体 刊登媒体 刊载媒体 刊发媒体 媒体名称 推送平台 宣传平台 \
         投放渠道 登载媒体 公开发布渠道 传播渠道",
        "公开|发布|公布|公示|刊登|刊发|推送 渠道|平台|途径|方式|形式|媒体|媒介|位置|栏目|载体|场所|网站 !日期 !时间",
    ),
    field("channels", COMMON, "渠道 平台 途径 媒体 栏目 网站 渠道名称 方式 形式", ""),
    field(
        "carrier",
        TELLING,
        "载体 载体形式 载体类型 载体种类 载体形态 介质 介质类型 存储介质 信息载体 信息载体形式 信息形式 \
         文件载体 信息介质",
        "载体 !公开 !发布; 介质",
    ),
    field(
        "copies",
        USUAL,
        "印发份数 印数 印刷份数 印发数量 打印份数 印制份数 印份 发文份数 印发数 文件份数 印刷数量 印制数量 \
         发行份数 印量 发放份数",
        "印 份|数; 份数",
    ),
    field("copies", COMMON, "份数 数量", ""),
    field(
        "audience",
        TELLING,
        "公开范围 公开对象 发布范围 公开受众 公示范围 公布范围 发布对象 知悉范围 公开层级 信息公开范围 受众 \
         面向对象 开放范围 传达范围 公开人群",
        "公开|发布|公示|公布 范围|对象|层级",
    ),
    field(
        "department",
        USUAL,
        "责任部门 发布部门 承办部门 承办单位 责任单位 发布单位 拟稿部门 拟稿单位 信息来源部门 信息来源 来源部门 \
         来源单位 主办科室 主办部门 主办单位 发文单位 发文部门 发文机关 发布机构 发布机关 公开部门 公开单位 \
         公开主体 公开机构 公开责任部门 公开责任单位 公开责任主体 责任处室 责任科室 责任主体 责任部门单位 \
         起草部门 起草单位 提供部门 提供单位 信息提供部门 信息提供单位 归口部门 归口管理部门 牵头部门 牵头单位 \
         产生部门 信息产生部门 制作部门 制作单位 报送部门 报送单位 供稿部门 供稿单位 经办部门 经办科室 经办单位 \
         填报部门 填报单位 职能部门 主管部门 形成部门 所属部门 承办科室 承办处室 印发单位 印发部门 公开科室 \
         发布科室",
        "责任|发布|发文|承办|主办|拟稿|起草|提供|来源|制作|公开|报送|供稿|经办|牵头|印发 部门|单位|科室|处室|机构|机关|院系|主体",
    ),
    field("department", COMMON, "部门 单位 处室 科室 院系 部门名称 单位名称 二级单位 股室", ""),
    field(
        "made_on",
        USUAL,
        "形成日期 制作日期 成文日期 生成日期 形成时间 制作时间 成文时间 生成时间 产生日期 产生时间 印发日期 \
         印发时间 签发日期 签发时间 拟稿日期 拟稿时间 起草日期 起草时间 获取日期 制作获取日期 制作或获取日期 \
         形成或获取日期 信息生成日期 信息形成日期 信息产生日期 落款日期 文件日期 定稿日期 制发日期 编制日期 \
         行文日期",
        // 发文日期 is the day of publication, except beside one that says so.
        "形成|制作|成文|生成|产生|印发|签发|拟稿|起草|获取|制发|发文|落款 日期|时间",
    ),
    field(
        "published_on",
        TELLING,
        "公开日期 发布日期 公布日期 公开时间 发布时间 公布时间 公示日期 公示时间 公告日期 公告时间 信息公开日期 \
         信息公开时间 信息发布日期 信息发布时间 主动公开日期 主动公开时间 首次公开日期 首次公开时间 \
         公开发布日期 公开发布时间 对外公开日期 公开年月日 发布年月日 发文日期 发文时间 上网日期 上网时间 \
         挂网日期 挂网时间 上传日期 上传时间 推送日期 推送时间 刊登日期 刊登时间 刊发日期 刊发时间 发表日期 \
         发表时间 登载日期 张贴日期 张贴时间 见报日期 播出日期 公示起始日期 公开起始日期 公示开始时间 \
         公开起始时间",
        "公开|发布|公布|公示|公告|上网|挂网|上传|推送|刊登|刊发|发表|张贴 日期|时间|年月日 !结束 !截止 !终止 !期限",
    ),
    field("published_on", COMMON, "日期 时间 年月日", ""),
    field(
        "is_public",
        TELLING,
        "是否公开 公开与否 公开属性 公开性质 是否主动公开 是否予以公开 是否已公开 可否公开 能否公开 公开否 \
         公开选项 公开标识 公开状态 信息公开属性 文件公开属性 公文公开属性 是否可公开 是否对外公开 是否上网",
        "是否|可否|能否 公开; 公开 属性|性质|标识",
    ),
    field(
        "secrecy_review",
        TELLING,
        "保密审查 保密审核 保密审查情况 保密审查结果 保密审查结论 保密审查意见 保密审查状态 保密审核情况 \
         保密审核结果 是否保密审查 是否经保密审查 是否通过保密审查 是否已保密审查 审查情况 审查结果 审查意见 \
         审核情况 审核结果 审核意见 定密审查 公开审查 公开审核 信息公开审查 审查 审核 审批情况 审核状态 \
         审查状态 审查结论",
        "保密 审查|审核|审批 !人 !员; 审查|审核 情况|结果|意见|结论|状态",
    ),
    field(
        "list_item",
        TELLING,
        "清单事项 清单条目 清单类别 清单项目 清单目录 清单 公开清单 公开清单事项 事项清单 对应清单事项 \
         对应清单条目 对应清单 所属清单事项 清单对应项 清单编号 清单序号 公开目录 目录类别 基本目录",
        "清单",
    ),
    field(
        "link",
        USUAL,
        "链接 网址 url 链接地址 网页地址 公开链接 网页链接 发布链接 发布网址 公开网址 信息链接 网络链接 \
         原文链接 链接网址 网站链接 网站地址 文章链接 查询网址 信息网址 访问地址 公示链接 公示网址 link",
        "链接; 网址; url",
    ),
];

const MEETINGS: &[Entry] = &[
    field(
        "name",
        TELLING,
        "会议名称 会议主题 会议标题 会议内容 会议议题 会议题目 会议名 会议主要内容 会议事项 会议主要议题 \
         例会名称 会议全称",
        "会议 名称|主题|标题|议题|内容|题目",
    ),
    field("name", COMMON, "名称 主题 标题 议题 内容 主要内容 主要议题 事项", ""),
    field(
        "kind",
        TELLING,
        "会议类别 会议类型 会议种类 会议性质 会议分类 会议级别 会议层次 会议形式",
        "会议 类别|类型|种类|性质|分类|级别",
    ),
    field("kind", COMMON, "类别 类型 种类 分类 性质", ""),
    field(
        "held_on",
        TELLING,
        "召开日期 召开时间 会议日期 会议时间 开会日期 开会时间 举行日期 举行时间 举办日期 举办时间 会议召开日期 \
         会议召开时间",
        "会议|召开|开会|举行|举办 日期|时间",
    ),
    field("held_on", COMMON, "日期 时间 年月日 登记日期 登记时间", ""),
    field(
        "place",
        USUAL,
        "会议地点 召开地点 举办地点 举行地点 开会地点 会议场所 会场 会议室",
        "会议|召开|举办 地点|场所",
    ),
    field("place", COMMON, "地点 场所 地址", "地点"),
    field(
        "chair",
        USUAL,
        "主持人 主持 会议主持人 会议主持 主持领导 召集人 主持人员 会议召集人 召集主持人 主持人姓名",
        "主持; 召集人",
    ),
    field(
        "attendance",
        USUAL,
        "参会人数 出席人数 与会人数 到会人数 参加人数 实到人数 参会人次 出席人次 会议人数 参与人数 参会人员数 \
         参会人员数量 到会人次 参会规模",
        "参会|出席|与会|到会|参加 人数|人次|数量",
    ),
    field("attendance", COMMON, "人数 规模", ""),
    field(
        "department",
        USUAL,
        "承办部门 主办部门 承办单位 主办单位 组织部门 组织单位 召集部门 召集单位 会务部门 责任部门 责任单位 \
         牵头部门 牵头单位 承办科室 主办科室 会议承办部门 会议主办部门 承办处室 会议组织部门",
        "承办|主办|组织|召集|会务|责任|牵头 部门|单位|科室|处室",
    ),
    field("department", COMMON, "部门 单位 处室 科室", ""),
];

// As with the applicants of requests, columns 来信人, 反映人 … hold names of persons, which do not belong into a
// vocabulary; those of their classes do.
const REPLIES: &[Entry] = &[
    field(
        "received_on",
        TELLING,
        "收件日期 受理日期 来件日期 来访日期 来信日期 来电日期 收件时间 受理时间 来件时间 来访时间 来信时间 \
         来电时间 来文日期 来文时间 接收日期 接收时间 接件日期 接件时间 接访日期 接访时间 接待日期 接待时间 \
         反映日期 反映时间 投诉日期 投诉时间 咨询日期 咨询时间 信访日期 信访时间 诉求日期 诉求时间 提案日期 \
         提案时间 留言日期 留言时间 提问日期 提问时间 收到日期 收到时间 收文日期 收文时间 收信日期 收信时间 \
         交办日期 交办时间 来信来访日期 来信来访时间 接听日期 接听时间 接诉日期 接诉时间 受理登记日期",
        "收件|受理|来件|来访|来信|来电|接收|接待|反映|投诉|咨询|信访|诉求|留言|收到|交办 日期|时间 !办结 !答复 !回复",
    ),
    field("received_on", COMMON, "日期 时间 登记日期 登记时间 提交日期 提交时间 年月日", ""),
    field(
        "channel",
        TELLING,
        "受理渠道 受理途径 受理方式 受理形式 受理平台 来件方式 来件渠道 来件途径 来访方式 来访形式 来信方式 \
         反映渠道 反映方式 反映途径 信访形式 信访方式 信访渠道 接收渠道 接收方式 接待方式 诉求渠道 诉求方式 \
         诉求途径 诉求来源 投诉渠道 投诉方式 投诉途径 咨询方式 咨询渠道 咨询途径 来源渠道 来源途径 答复渠道 \
         办件来源 信件来源 工单来源 提案渠道 收件渠道 收件方式 收件途径 登记渠道 来信来访方式 留言渠道 提问渠道",
        "受理|来件|来访|来信|反映|信访|接收|接待|诉求|投诉|咨询|来源|收件|留言 渠道|途径|方式|形式|平台",
    ),
    field("channel", COMMON, "渠道 途径 方式 形式 提交方式 平台", ""),
    field(
        "source",
        TELLING,
        "反映人类别 反映人身份 来访人身份 投诉人身份 咨询人身份 来信人类别 来访人类别 投诉人类别 咨询人类别 \
         信访人类别 诉求人类别 反映人类型 咨询对象 来访对象 服务对象 受理对象 反映对象 来件单位 \
         来文单位 交办单位 交办机关 来信单位 转交单位 投诉人类型 咨询人类型",
        "反映人|来信人|来访人|来电人|投诉人|咨询人|信访人|诉求人|提问人|留言人 类别|类型|身份|性质",
    ),
    field(
        "source",
        USUAL,
        "来源 来源类别 来源对象 信息来源 问题来源 事项来源 人员类别 人员类型 人员身份 身份 身份类别 对象类别 群体 \
         来件来源",
        "",
    ),
    field("source", COMMON, "对象 人员", ""),
    field(
        "matter",
        TELLING,
        "事项类别 问题类别 问题类型 事项类型 诉求类别 诉求类型 信访类别 信访类型 办件类型 办件类别 业务类型 \
         业务类别 信件类型 信件类别 来件类别 来件类型 来访类别 反映类别 反映类型 投诉类别 投诉类型 咨询类别 \
         咨询类型 事项性质 问题性质 问题分类 事项分类 诉求分类 受理类别 受理类型 反映问题类别 反映问题类型 \
         提案类别 提案类型 事件类型 事件类别 诉求性质 工单类型 留言类型 留言类别",
        "事项|问题|诉求|信访|办件|业务|信件|来件|反映|投诉|咨询|受理|提案|留言 类别|类型|分类|性质",
    ),
    field("matter", COMMON, "类别 类型 分类 性质 种类", ""),
    field(
        "subject",
        TELLING,
        "反映问题 反映事项 反映内容 反映情况 反映的问题 反映主要问题 反映的主要问题 来信内容 来信事由 来访事由 \
         来访内容 来电内容 来件内容 投诉内容 投诉事项 投诉问题 咨询内容 咨询事项 咨询问题 诉求内容 诉求事项 \
         诉求描述 信访事项 信访内容 信访事由 问题描述 问题内容 问题概述 事项概述 事项内容 办件内容 办件标题 \
         信件标题 信件主题 信件内容 提案内容 提案名称 提案标题 提案案由 主要诉求 主要问题 留言内容 提问内容 \
         受理事项 受理内容 接待内容 答复事项 来信来访内容 来信来访事由 交办事项 交办内容 工单内容 留言主题",
        "反映|来信|来访|来电|来件|投诉|咨询|诉求|信访|问题|提案|留言|信件|交办 内容|事项|事由|问题|描述|概述|标题|主题",
    ),
    field("subject", COMMON, "事由 内容 主要内容 事项 问题 标题 主题 摘要 内容摘要 事项名称 名称 案由 主要事项", ""),
    field(
        "quantity",
        COMMON,
        "数量 件数 人次 人次数 受理数量 受理件数 受理人次 答复件数 答复数量 答复人次 办件数量 办件量 咨询人次 \
         接待人次 人数 数目 件次 案件数 来访人次 来访人数 反映人数 涉及人数",
        "受理|答复|办理|办件|咨询|接待|来访 数量|件数|人次|人数",
    ),
    field("unit", SILENT, "单位 计量单位 数量单位 计数单位 统计单位", "计量 单位"),
    field(
        "department",
        USUAL,
        "承办部门 承办单位 承办科室 承办处室 承办学院 责任部门 责任单位 责任科室 办理部门 办理单位 办理科室 \
         处理部门 处理单位 答复部门 答复单位 回复部门 回复单位 经办部门 经办单位 经办科室 转办部门 转办单位 \
         受理部门 受理单位 主办部门 主办单位 负责部门 负责单位 办结部门 解答部门 协办部门 交办部门 接待部门",
        "承办|责任|办理|处理|答复|回复|经办|转办|受理|主办|负责|解答 部门|单位|科室|处室|学院",
    ),
    field("department", COMMON, "部门 处室 科室 部门名称", ""),
    field(
        "replied_on",
        TELLING,
        "答复日期 答复时间 回复日期 回复时间 办结日期 办结时间 反馈日期 反馈时间 办复日期 办复时间 办理日期 \
         办理时间 处理日期 处理时间 结案日期 结案时间 完成日期 完成时间 解答日期 解答时间 办毕日期 答复办结日期 \
         答复反馈日期 处结日期 办理完成日期 办理完成时间 回函日期 回复完成时间",
        "答复|回复|办结|反馈|办复|办理|处理|结案|完成|解答 日期|时间 !限 !截止 !应",
    ),
    field(
        "about_disclosure",
        TELLING,
        "是否因信息公开工作 是否因信息公开 因信息公开工作 因信息公开 是否涉及信息公开 涉及信息公开 是否信息公开 \
         是否信息公开类 是否与信息公开有关 是否信息公开工作 是否信息公开相关 是否针对信息公开工作 \
         是否信息公开投诉 是否涉信息公开 是否属信息公开工作 是否属于信息公开 信息公开相关",
        "是否 信息公开",
    ),
];

const DAY_COUNTS: &[Entry] = &[
    field(
        "received_on",
        COMMON,
        "日期 登记日期 接待日期 咨询日期 答疑日期 服务日期 值班日期 统计日期 记录日期 接访日期 时间 登记时间 \
         接待时间 咨询时间 年月日 月日 统计时间 服务时间 答疑时间 接听日期 接听时间 来访日期 解答日期",
        "登记|接待|咨询|答疑|服务|值班|统计|接听|来访|解答 日期|时间",
    ),
    field(
        "channel",
        TELLING,
        "咨询渠道 咨询方式 咨询途径 咨询平台 接待方式 接待渠道 接待形式 答疑方式 答疑渠道 答疑平台 服务渠道 \
         服务方式 受理渠道 受理方式 答复渠道 答复方式 沟通渠道 沟通方式 解答渠道 解答方式 咨询形式 登记渠道",
        "咨询|接待|答疑|服务|受理|答复|沟通|解答 渠道|方式|途径|平台|形式",
    ),
    field("channel", COMMON, "渠道 方式 途径 平台 形式", ""),
    field(
        "source",
        TELLING,
        "服务对象 咨询对象 接待对象 答疑对象 来访对象 咨询人群 服务人群 咨询人类别 人员类别 \
         人员类型 对象类别 人群 解答对象 来源 受众",
        "咨询|接待|答疑|服务|来访|解答 对象|人群|人类别",
    ),
    field("source", COMMON, "对象 人员 群体 身份", ""),
    field(
        "matter",
        USUAL,
        "事项 事项类别 事项类型 咨询事项 咨询内容 咨询类别 咨询类型 接待事项 接待内容 答疑事项 答疑内容 \
         服务事项 服务内容 内容 类别 类型 主要事项 主要内容 解答事项 解答内容 业务类型 业务类别 问题类别 \
         问题类型 业务 服务类型 服务类别 咨询问题",
        "咨询|接待|答疑|服务|解答|业务 事项|内容|类别|类型",
    ),
    field(
        "quantity",
        TELLING,
        "人次 人次数 接待人次 咨询人次 服务人次 答疑人次 解答人次 接听人次 来访人次 当日人次 合计人次 答复人次 \
         受理人次 接待人数 咨询人数 服务人数 答疑人数 解答人数 咨询量 接待量 服务量 答疑量 接听量",
        "人次; 接待|咨询|服务|答疑|解答|接听 人数|数量|量",
    ),
    field("quantity", COMMON, "人数 数量 次数 件数 条数 数目", ""),
    field("unit", SILENT, "单位 计量单位 数量单位 计数单位", "计量 单位"),
    field(
        "department",
        COMMON,
        "部门 责任部门 承办部门 值班部门 登记部门 接待部门 服务部门 答疑部门 解答部门 填报部门 科室 处室 \
         承办单位 答复部门",
        "责任|承办|值班|登记|接待|服务|答疑|解答 部门|单位|科室",
    ),
];

const MATERIALS: &[Entry] = &[
    field(
        "handed_on",
        TELLING,
        "发放日期 发放时间 派发日期 派发时间 分发日期 分发时间 领取日期 领取时间 领用日期 领用时间 赠阅日期 \
         发送日期 配发日期 印发日期",
        "发放|派发|分发|领取|领用|赠阅|配发 日期|时间",
    ),
    field("handed_on", COMMON, "日期 时间 年月日 登记日期 登记时间", ""),
    field(
        "name",
        TELLING,
        "资料名称 材料名称 学习资料名称 学习资料 宣传资料名称 宣传资料 宣传材料名称 宣传材料 宣传品名称 \
         发放资料名称 发放资料 发放材料 发放材料名称 发放内容 手册名称 书籍名称 读本名称 刊物名称 印刷品名称 \
         资料标题 资料 材料 书名 资料内容 宣传册名称 资料种类",
        "资料|材料|手册|书籍|刊物|读本|宣传品|宣传册 名称|标题|内容",
    ),
    field("name", COMMON, "名称 品名 内容 物品名称", ""),
    field(
        "quantity",
        USUAL,
        "发放数量 发放份数 发放本数 发放册数 发放数 派发数量 分发数量 领取数量 领用数量 领取份数 册数 本数 \
         派发份数 印发份数 印发数量 套数",
        "发放|派发|分发|领取|领用 数量|份数|本数|册数|数",
    ),
    field("quantity", COMMON, "数量 份数 数目", ""),
    field("unit", SILENT, "单位 计量单位 数量单位 计数单位", "计量 单位"),
    field(
        "recipients",
        TELLING,
        "发放对象 领取对象 派发对象 分发对象 发送对象 接收对象 发放范围 发放人群 领取单位 领取部门 领取班级 \
         领取人 领用人 领用单位 领用部门 受领单位 发往单位 赠阅对象 接收单位 接收部门",
        "发放|领取|派发|分发|接收|领用 对象|范围|人群|班级",
    ),
    field("recipients", COMMON, "对象 受众 服务对象 面向对象", ""),
    field(
        "department",
        USUAL,
        "发放部门 发放单位 派发部门 派发单位 分发部门 分发单位 制作部门 编印部门 编印单位 发放科室 责任部门 \
         承办部门 经办部门 主办部门 责任单位 承办单位 主办单位 印发部门",
        "发放|派发|分发|制作|编印|责任|承办|经办|主办 部门|单位|科室",
    ),
    field("department", COMMON, "部门 处室 科室", ""),
];

const REQUESTS: &[Entry] = &[
    field(
        "received_on",
        TELLING,
        "收到申请日期 收到申请时间 申请日期 申请时间 申请提交日期 申请提交时间 申请收到日期 申请受理日期 \
         申请接收日期 接收申请日期 接收申请时间",
        "申请 日期|时间 !答复 !办结",
    ),
    field(
        "received_on",
        USUAL,
        "收到日期 收到时间 受理日期 受理时间 收件日期 收件时间 接收日期 接收时间 收文日期 来件日期 来件时间",
        "收到|受理|收件|接收 日期|时间",
    ),
    field("received_on", COMMON, "日期 时间 登记日期 登记时间 提交日期 提交时间", ""),
    // The names of persons are no class: they are text, and do not enter a vocabulary.
    field(
        "applicant",
        TELLING,
        "申请人 申请人姓名 申请人名称 申请人姓名或名称 申请人姓名名称 申请者 申请者姓名 申请者名称 申请单位 申请单位名称",
        "申请人|申请者 姓名|名称",
    ),
    field(
        "applicant_class",
        TELLING,
        "申请人类别 申请人类型 申请人性质 申请人身份 申请人分类 申请人属性 申请主体 申请主体类别 申请主体类型 \
         申请者类别 申请者类型 申请者身份 主体类别 主体类型 申请人主体类型",
        "申请人|申请主体|申请者 类别|类型|性质|身份|分类|属性",
    ),
    field(
        "mode",
        TELLING,
        "申请方式 申请渠道 申请途径 申请形式 申请提交方式 申请递交方式 申请接收渠道 收到申请方式 申请平台",
        "申请 方式|渠道|途径|形式",
    ),
    field("mode", COMMON, "提交方式 递交方式 接收方式 接收渠道 收件方式 受理方式 受理渠道 来件方式 方式 渠道 途径", ""),
    field(
        "content",
        TELLING,
        "申请内容 申请事项 申请公开内容 申请公开事项 申请公开的信息 申请公开信息 申请公开信息内容 \
         申请公开的内容 申请信息 申请信息内容 申请信息名称 申请标题 申请内容描述 申请事由 申请主题 所需信息 \
         所需信息内容 所需信息描述 所需信息内容描述 所需政府信息 信息需求 申请公开政府信息内容 申请概要 \
         申请摘要",
        "申请 内容|事项|信息|标题|主题|事由 !人 !日期 !时间; 所需 信息",
    ),
    field("content", COMMON, "内容 主要内容 事由 事项 标题 名称", ""),
    field(
        "answer_form",
        TELLING,
        "指定提供方式 所需信息的指定提供方式 信息提供方式 提供方式 信息的指定提供方式 获取信息的方式 获取信息方式 \
         信息获取方式 获取方式 指定获取方式",
        "提供|获取 方式|形式 !申请",
    ),
    field(
        "clarify_asked_on",
        TELLING,
        "补正通知日期 补正通知时间 补正告知日期 补正告知时间 通知补正日期 通知补正时间 告知补正日期 告知补正时间 \
         要求补正日期 要求补正时间 一次性告知补正日期",
        "补正 通知|告知|要求 日期|时间",
    ),
    field(
        "clarify_given_on",
        TELLING,
        "补正日期 补正时间 补正收到日期 补正收到时间 收到补正日期 收到补正时间 补正提交日期 补正材料收到日期 \
         收到补正材料日期 补正完成日期",
        "补正 日期|时间 !通知 !告知 !要求",
    ),
    field(
        "extended_on",
        TELLING,
        "延期日期 延期时间 延期告知日期 延期告知时间 告知延期日期 延期通知日期 延期答复告知日期 延期答复日期 \
         延长期限告知日期",
        "延期|延长 日期|时间",
    ),
    field(
        "extension_reason",
        TELLING,
        "延期理由 延期原因 延期答复理由 延期答复原因 延长期限理由 延长理由",
        "延期|延长 理由|原因",
    ),
    field(
        "third_party_asked_on",
        TELLING,
        "征求第三方意见日期 征求第三方意见时间 征求意见日期 征求意见时间 第三方征求意见日期 第三方意见征询日期",
        "征求|征询 日期|时间",
    ),
    field(
        "third_party_answered_on",
        TELLING,
        "第三方答复日期 第三方答复时间 第三方回复日期 第三方回复时间 第三方反馈日期 第三方反馈时间",
        "第三方 答复|回复|反馈 日期|时间",
    ),
    field(
        "third_party_opinion",
        TELLING,
        "第三方意见 第三方是否同意 第三方意见结果 第三方态度 第三方是否同意公开",
        "第三方 意见|同意 !日期 !时间",
    ),
    field(
        "refusal_ground",
        TELLING,
        "不予公开理由 不予公开原因 不予公开的理由 不予公开的原因 不予公开依据 不公开理由 不公开原因 拒绝理由 拒绝原因",
        "不予公开|不公开|拒绝 理由|原因|依据",
    ),
    field(
        "gov_outcome",
        TELLING,
        "年报表办理结果 年报办理结果 政府年报表办理结果 年报统计类别 年报分类",
        "年报 结果|类别|分类",
    ),
    field(
        "outcome",
        TELLING,
        "答复类型 答复结果 答复类别 答复结论 答复决定 答复情况 答复意见 答复结果类型 申请处理结果 申请办理结果 \
         申请答复结果 答复处理结果 公开决定 答复种类",
        "答复 类型|结果|类别|结论|决定|情况",
    ),
    field(
        "outcome",
        USUAL,
        "处理结果 办理结果 处理类型 处理情况 办理情况 处理决定 处理结论 公开结果 公开情况 结果 是否公开 \
         答复方式",
        "处理|办理 结果|情况|结论",
    ),
    field(
        "replied_on",
        USUAL,
        "答复日期 答复时间 回复日期 回复时间 办结日期 办结时间 告知日期 告知时间 作出答复日期 作出答复时间 \
         处理日期 处理时间 送达日期 送达时间 反馈日期 反馈时间 答复送达日期 办理日期 完成日期 完成时间",
        "答复|回复|办结|告知|送达|反馈 日期|时间 !限 !截止 !应",
    ),
    field(
        "fee",
        USUAL,
        "收费金额 收费 收取费用 收取金额 收费数额 收费情况 信息处理费 收取信息处理费 工本费 检索费 费用 金额 \
         收费额 收取的费用 收取工本费",
        "收费|收取|处理费|工本费 !减 !免",
    ),
    field(
        "fee_waived",
        TELLING,
        "减免金额 减免费用 减免 减免数额 减免情况 减免收费 减免额 费用减免 费用减免金额 免收金额 免收费用 \
         减免费 收费减免 减免收费金额",
        "减免; 免收",
    ),
    field(
        "department",
        USUAL,
        "承办部门 承办单位 承办科室 责任部门 责任单位 答复部门 答复单位 答复机构 答复主体 办理部门 办理单位 \
         经办部门 经办单位 受理部门 受理单位 受理机构 转办部门 处理部门 主办部门 承办机构",
        "承办|责任|答复|办理|经办|受理|转办|主办 部门|单位|科室|机构",
    ),
    field("department", COMMON, "部门 单位 处室 科室", ""),
];

const EVALUATIONS: &[Entry] = &[
    field(
        "held_on",
        TELLING,
        "评议日期 评议时间 测评日期 测评时间 调查日期 调查时间 评价日期 评价时间 问卷日期 问卷时间 \
         满意度调查日期 满意度调查时间 测评开展时间 评议开展时间",
        "评议|测评|调查|评价|问卷 日期|时间",
    ),
    field(
        "held_on",
        COMMON,
        "日期 时间 开展日期 开展时间 活动日期 活动时间 实施日期 实施时间 年月日 登记日期 登记时间",
        "",
    ),
    field(
        "method",
        TELLING,
        "评议方式 评议形式 评议渠道 评议途径 评议类型 评议类别 测评方式 测评形式 测评类型 调查方式 调查形式 \
         调查渠道 评价方式 评价形式 评议名称 测评名称 评议方法",
        "评议|测评|调查|评价 方式|形式|渠道|途径|类型|方法",
    ),
    field("method", COMMON, "方式 形式 类型 类别 渠道", ""),
    field(
        "issued",
        TELLING,
        "发放问卷 发放问卷数 发放问卷数量 发放问卷份数 发出问卷 发出问卷数 发出问卷份数 发出份数 发放份数 \
         问卷发放数 问卷发放份数 问卷发放数量 发放测评表 发出测评表 发放评议表 发出评议表 发放票数 发出票数 \
         发放表数 发放表份数 发卷数 下发问卷 下发份数 发放选票 应评人数",
        "发放|发出|下发|派发 问卷|份数|测评表|评议表|票|表|数",
    ),
    field("issued", COMMON, "发放数 发放数量 发出数量 发出数 发放 发出 参评人数 参与人数 调查人数", ""),
    field(
        "valid",
        TELLING,
        "有效问卷 有效问卷数 有效问卷份数 有效份数 有效数 有效数量 收回有效 收回有效问卷 收回有效份数 \
         回收有效问卷 回收有效份数 有效回收 有效收回 有效回收数 有效回收份数 有效答卷 有效答卷数 有效票数 \
         有效票 有效测评表 有效评议表 有效人数 有效样本 有效样本数 有效评价数 有效评价 有效",
        // What came back stands for what is valid only where nothing says so.
        "有效 !无效; 收回|回收 问卷|份数|数|票|表 !率",
    ),
    field(
        "satisfied",
        TELLING,
        "满意份数 满意人数 满意数 满意票数 满意票 满意问卷 满意问卷数 满意答卷数 满意人次 满意数量 评价满意 \
         评价满意份数 评价满意人数 满意 满意及以上 满意以上份数 满意和基本满意 满意评价数 评价为满意 表示满意 \
         表示满意人数 非常满意和满意",
        "满意 份数|人数|票|问卷|数|人次 !不 !基本满意 !率 !度",
    ),
    // Degrees make the sheet known; its rows are refused, see `recognise::degrees`.
    field("satisfied", COMMON, "非常满意 很满意 十分满意 完全满意 特别满意 比较满意 较满意 较为满意 基本满意", ""),
];

const CASE_FILES: &[Entry] = &[
    field(
        "filed_on",
        TELLING,
        "立案日期 立案时间 收案日期 收案时间 举报日期 举报时间 复议日期 复议时间 诉讼日期 诉讼时间 起诉日期 \
         起诉时间 提起日期 提起时间 案发日期 案件日期 复议申请日期 举报受理日期",
        "立案|收案|举报|复议|诉讼|起诉|案件 日期|时间 !结",
    ),
    field(
        "filed_on",
        COMMON,
        "日期 时间 受理日期 受理时间 收到日期 收到时间 登记日期 登记时间 发生日期 发生时间 提出日期 提出时间 \
         申请日期",
        "",
    ),
    field(
        "kind",
        TELLING,
        "案件类别 案件类型 案件种类 案件性质 案件形式 案件分类 救济类型 救济方式 救济途径 救济类别 \
         举报复议诉讼类别 举报复议诉讼 复议诉讼类别 复议诉讼类型 争议类型 争议类别",
        "案件|救济|复议|诉讼|争议 类别|类型|种类|性质|形式",
    ),
    field("kind", COMMON, "类别 类型 种类 分类 性质 事项类别 形式", ""),
    field(
        "authority",
        TELLING,
        "受理机关 受理机构 受理机关名称 受理法院 复议机关 复议机构 审理机关 审理法院 审理机构 管辖法院 管辖机关 \
         办理机关 处理机关 复议诉讼机关 裁判机关 受理或审理机关 受理复议机关 承办法院",
        "受理|复议|审理|管辖|办理|处理 机关|法院|机构",
    ),
    field("authority", COMMON, "受理单位 受理部门", ""),
    field(
        "subject",
        TELLING,
        "案由 举报内容 举报事项 举报事由 举报问题 复议事项 复议请求 复议事由 诉讼请求 诉讼事由 争议事项 \
         案件内容 案情 基本案情 案情摘要 案情简介 案件事由 请求事项 案件名称 案件摘要",
        "案件|举报|复议|诉讼|争议 内容|事项|事由|请求|摘要|名称",
    ),
    field("subject", COMMON, "事由 内容 主要内容 事项 摘要 反映问题 反映内容 事由摘要", ""),
    field(
        "result",
        TELLING,
        "复议结果 复议决定 诉讼结果 裁判结果 审理结果 判决结果 裁决结果 结案情况 结案结果 案件结果 案件处理结果 \
         举报处理结果 复议诉讼结果 裁定结果",
        "复议|诉讼|裁判|审理|判决|裁决|结案|案件 结果|决定|情况",
    ),
    field("result", USUAL, "结果 处理结果 办理结果 处理情况 办理情况 处理决定 结论 处理意见", "处理|办理 结果|情况"),
];
