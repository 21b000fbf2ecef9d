//! The headings of the ledgers of the office's own work: problems, regulations, consultations, public notices.

use super::{COMMON, Entry, SILENT, TELLING, USUAL, field};

pub(super) const PROBLEMS: &[Entry] = &[
    field("found_on", TELLING, "发现日期 发现时间 检查日期 检查时间 自查日期 自查时间 问题发现日期", ""),
    field("found_on", COMMON, "日期 时间 登记日期 登记时间", ""),
    field(
        "title",
        TELLING,
        "问题 存在问题 问题描述 问题内容 主要问题 存在的问题 发现问题 具体问题 整改事项 问题表现",
        "",
    ),
    field("source", TELLING, "问题来源", ""),
    field("source", COMMON, "来源", ""),
    field("list_item", USUAL, "清单事项 对应清单事项", ""),
    field("remedy", TELLING, "整改措施 整改内容 整改要求 改进措施 整改任务 整改方案", ""),
    field("department", USUAL, "整改责任部门 责任部门 整改单位 责任单位 牵头部门", ""),
    field("owner", TELLING, "整改责任人", ""),
    field("owner", COMMON, "责任人 负责人", ""),
    field("due_on", TELLING, "整改期限 整改时限 完成时限 整改完成时限 限期", ""),
    field("solved_on", TELLING, "整改完成日期 整改完成时间 销号日期 销号时间", ""),
    field("solved_on", USUAL, "完成日期 完成时间", ""),
];

pub(super) const REGULATIONS: &[Entry] = &[
    field("issued_on", USUAL, "印发日期 印发时间 发文日期 发文时间 出台日期 出台时间 颁布日期 颁布时间", ""),
    field("issued_on", COMMON, "日期 时间", ""),
    field("name", TELLING, "制度名称 规章制度名称 规章制度 制度文件名称", ""),
    field("name", COMMON, "名称 文件名称", ""),
    field("doc_number", USUAL, "文号 发文字号 文件编号 发文号", ""),
    field("change", TELLING, "制定或修订 制修订 制定修订废止 制修订情况 新制定或修订 新建或修订", ""),
    field("department", COMMON, "责任部门 起草部门 制定部门 主管部门 牵头部门", ""),
    field("effective_on", TELLING, "施行日期 实施日期 生效日期 施行时间 实施时间", ""),
];

pub(super) const CONSULTATIONS: &[Entry] = &[
    field("opened_on", TELLING, "征求意见开始日期 征集开始日期 征求意见开始时间 征集开始时间", ""),
    field("opened_on", USUAL, "开始日期 开始时间 起始日期 起始时间", ""),
    field("closes_on", TELLING, "征求意见截止日期 征集截止日期 征求意见截止时间 征集截止时间", ""),
    field("closes_on", USUAL, "截止日期 截止时间 结束日期 结束时间", ""),
    field("name", TELLING, "征求意见事项 征求意见项目 征求意见稿名称 征集事项 征求意见内容 征集主题", ""),
    field("name", SILENT, "事项 名称 标题", ""),
    field("department", COMMON, "责任部门 征求部门 起草部门 发布部门", ""),
    field("opinions", TELLING, "收到意见数 收到意见 意见数 收到意见条数 征集意见数 反馈意见数", ""),
    field("adopted", TELLING, "采纳意见数 采纳意见 采纳数 采纳条数", ""),
    field("result", TELLING, "采纳情况 意见采纳情况 意见处理情况", ""),
    field("answered_on", TELLING, "反馈日期 反馈时间 公布采纳情况日期", ""),
];

pub(super) const NOTICES: &[Entry] = &[
    field("posted_on", TELLING, "公示开始日期 公示开始时间 公示起始日期 公示起始时间 公示起日", ""),
    field("posted_on", USUAL, "开始日期 开始时间 起始日期 起始时间", ""),
    field("ends_on", TELLING, "公示截止日期 公示截止时间 公示结束日期 公示结束时间 公示止日", ""),
    field("ends_on", USUAL, "截止日期 截止时间 结束日期 结束时间", ""),
    field("name", TELLING, "公示事项 公示内容 公示名称 公示标题 公示项目", ""),
    field("name", SILENT, "事项 名称 标题", ""),
    field("department", COMMON, "责任部门 公示部门 公示单位 发布部门", ""),
    field("objections", TELLING, "收到异议数 异议数 收到异议 异议件数", ""),
    field("result", TELLING, "处理结果 异议处理结果 异议处理情况 公示结果", ""),
];
