//! The fields of each thing. Labels are the headings of the office's own ledgers.

use super::{Dimension, Field, Kind, Thing};

const NAME: Kind = Kind::Text { max: 500 };
const NUMBER: Kind = Kind::Text { max: 100 };
const LINK: Kind = Kind::Text { max: 2000 };
const PROSE: Kind = Kind::Text { max: 5000 };

const fn required(key: &'static str, label: &'static str, label_en: &'static str, kind: Kind) -> Field {
    Field { key, label, label_en, kind, required: true }
}

const fn optional(key: &'static str, label: &'static str, label_en: &'static str, kind: Kind) -> Field {
    Field { key, label, label_en, kind, required: false }
}

const fn term(key: &'static str, label: &'static str, label_en: &'static str, dimension: Dimension) -> Field {
    optional(key, label, label_en, Kind::Term { dimension })
}

const fn link(key: &'static str, label: &'static str, label_en: &'static str, to: Thing) -> Field {
    optional(key, label, label_en, Kind::Link { to })
}

pub(super) fn of(thing: Thing) -> &'static [Field] {
    match thing {
        Thing::Publication => PUBLICATION,
        Thing::Meeting => MEETING,
        Thing::Reply => REPLY,
        Thing::Material => MATERIAL,
        Thing::Request => REQUEST,
        Thing::Evaluation => EVALUATION,
        Thing::CaseFile => CASE_FILE,
        Thing::Problem => PROBLEM,
        Thing::Regulation => REGULATION,
        Thing::Consultation => CONSULTATION,
        Thing::Notice => NOTICE,
    }
}

const PUBLICATION: &[Field] = &[
    required("title", "信息名称", "Title", NAME),
    optional("doc_number", "文号", "Document no.", NUMBER),
    optional("index_number", "索引号", "Index no.", NUMBER),
    term("kind", "文种", "Kind", Dimension::Kind),
    optional("channels", "公开渠道", "Channels", Kind::Channels),
    term("carrier", "载体", "Carrier", Dimension::Carrier),
    optional("copies", "印发份数", "Copies printed", Kind::Count),
    term("audience", "公开范围", "Audience", Dimension::Audience),
    term("department", "责任部门", "Department", Dimension::Department),
    optional("made_on", "形成日期", "Made on", Kind::Date),
    optional("published_on", "公开日期", "Published on", Kind::Date),
    required("is_public", "是否公开", "Public", Kind::Flag),
    term("secrecy_review", "保密审查", "Secrecy review", Dimension::SecrecyReview),
    term("list_item", "清单事项", "List item", Dimension::ListItem),
    link("meeting", "所属会议", "Of the meeting", Thing::Meeting),
    link("corrects", "更正对象", "Corrects", Thing::Publication),
    optional("link", "链接", "Link", LINK),
    optional("remarks", "备注", "Remarks", PROSE),
];

const MEETING: &[Field] = &[
    required("name", "会议名称", "Name", NAME),
    term("kind", "会议类别", "Kind", Dimension::MeetingKind),
    required("held_on", "召开日期", "Held on", Kind::Date),
    optional("place", "地点", "Place", NAME),
    optional("chair", "主持人", "Chair", NUMBER),
    optional("attendance", "参会人数", "Attendance", Kind::Count),
    term("department", "承办部门", "Department", Dimension::Department),
    optional("remarks", "备注", "Remarks", PROSE),
];

const REPLY: &[Field] = &[
    required("received_on", "收件日期", "Received on", Kind::Date),
    term("channel", "受理渠道", "Channel", Dimension::ReplyChannel),
    term("source", "来源", "Source", Dimension::ReplySource),
    term("matter", "事项类别", "Matter", Dimension::ReplyMatter),
    optional("subject", "事由", "Subject", PROSE),
    required("quantity", "数量", "Quantity", Kind::Count),
    required("unit", "单位", "Unit", Kind::Term { dimension: Dimension::Unit }),
    required("is_estimate", "是否约数", "Estimate", Kind::Flag),
    required("is_day_count", "是否日常登记", "Day count", Kind::Flag),
    optional("forwarded_by", "转来单位", "Forwarded by", NAME),
    term("department", "承办部门", "Department", Dimension::Department),
    optional("assigned_on", "转办日期", "Assigned on", Kind::Date),
    optional("due_on", "办理期限", "Due on", Kind::Date),
    optional("replied_on", "答复日期", "Replied on", Kind::Date),
    term("satisfaction", "满意情况", "Satisfaction", Dimension::Satisfaction),
    required("about_disclosure", "是否因信息公开工作", "About disclosure work", Kind::Flag),
    optional("remarks", "备注", "Remarks", PROSE),
];

const MATERIAL: &[Field] = &[
    required("handed_on", "日期", "Date", Kind::Date),
    required("name", "资料名称", "Name", NAME),
    required("quantity", "数量", "Quantity", Kind::Count),
    required("unit", "单位", "Unit", Kind::Term { dimension: Dimension::Unit }),
    optional("recipients", "发放对象", "Recipients", NAME),
    term("department", "发放部门", "Department", Dimension::Department),
    optional("remarks", "备注", "Remarks", PROSE),
];

const REQUEST: &[Field] = &[
    required("received_on", "收到日期", "Received on", Kind::Date),
    // A person's name is private: it is text of the record alone, no word of a vocabulary, and stands in no report.
    optional("applicant", "申请人", "Applicant", NUMBER),
    term("applicant_class", "申请人类别", "Applicant class", Dimension::ApplicantClass),
    term("mode", "申请方式", "Way of request", Dimension::RequestMode),
    optional("content", "申请内容", "Content", PROSE),
    term("answer_form", "指定提供方式", "Form of answer asked for", Dimension::AnswerForm),
    optional("clarify_asked_on", "补正通知日期", "Clarification asked on", Kind::Date),
    optional("clarify_given_on", "补正日期", "Clarification given on", Kind::Date),
    optional("extended_on", "延期日期", "Extended on", Kind::Date),
    optional("extension_reason", "延期理由", "Reason of extension", NAME),
    optional("third_party_asked_on", "征求第三方意见日期", "Third party asked on", Kind::Date),
    optional("third_party_answered_on", "第三方答复日期", "Third party answered on", Kind::Date),
    term("third_party_opinion", "第三方意见", "Third party's opinion", Dimension::ThirdPartyOpinion),
    term("outcome", "答复类型", "Outcome", Dimension::Outcome),
    term("refusal_ground", "不予公开理由", "Ground of refusal", Dimension::RefusalGround),
    // Empty: as the outcome proposes, see `requests::outcomes`.
    term("gov_outcome", "年报表办理结果", "Row in the government form", Dimension::GovOutcome),
    optional("replied_on", "答复日期", "Replied on", Kind::Date),
    optional("fee", "收费金额", "Fee", Kind::Money),
    optional("fee_waived", "减免金额", "Fee waived", Kind::Money),
    term("department", "承办部门", "Department", Dimension::Department),
    optional("remarks", "备注", "Remarks", PROSE),
];

const EVALUATION: &[Field] = &[
    required("held_on", "日期", "Date", Kind::Date),
    term("method", "评议方式", "Method", Dimension::EvaluationMethod),
    optional("issued", "发放问卷", "Forms issued", Kind::Count),
    required("valid", "有效问卷", "Valid answers", Kind::Count),
    required("satisfied", "满意份数", "Satisfied", Kind::Count),
    optional("remarks", "备注", "Remarks", PROSE),
];

const CASE_FILE: &[Field] = &[
    required("filed_on", "日期", "Date", Kind::Date),
    required("kind", "类别", "Kind", Kind::Term { dimension: Dimension::CaseKind }),
    optional("authority", "受理机关", "Authority", NAME),
    optional("subject", "事由", "Subject", PROSE),
    term("stage", "办理阶段", "Stage", Dimension::CaseStage),
    term("conclusion", "办理结论", "Conclusion", Dimension::CaseConclusion),
    optional("closed_on", "办结日期", "Closed on", Kind::Date),
    optional("result", "结果", "Result", PROSE),
    link("reply", "来自答复", "From reply", Thing::Reply),
    optional("remarks", "备注", "Remarks", PROSE),
];

const PROBLEM: &[Field] = &[
    required("found_on", "发现日期", "Found on", Kind::Date),
    required("title", "问题", "Problem", NAME),
    term("source", "问题来源", "Source", Dimension::ProblemSource),
    term("list_item", "清单事项", "List item", Dimension::ListItem),
    optional("remedy", "整改措施", "Remedy", PROSE),
    term("department", "责任部门", "Department", Dimension::Department),
    optional("owner", "责任人", "Owner", NUMBER),
    optional("due_on", "整改期限", "Due on", Kind::Date),
    optional("solved_on", "完成日期", "Solved on", Kind::Date),
    optional("remarks", "备注", "Remarks", PROSE),
];

const REGULATION: &[Field] = &[
    required("issued_on", "印发日期", "Issued on", Kind::Date),
    required("name", "制度名称", "Name", NAME),
    optional("doc_number", "文号", "Document no.", NUMBER),
    term("change", "制定或修订", "Made or revised", Dimension::RegulationChange),
    term("department", "责任部门", "Department", Dimension::Department),
    optional("effective_on", "施行日期", "In force from", Kind::Date),
    link("publication", "公开信息", "Published as", Thing::Publication),
    optional("remarks", "备注", "Remarks", PROSE),
];

const CONSULTATION: &[Field] = &[
    required("opened_on", "开始日期", "Opened on", Kind::Date),
    optional("closes_on", "截止日期", "Closes on", Kind::Date),
    required("name", "征求意见事项", "Matter", NAME),
    term("department", "责任部门", "Department", Dimension::Department),
    link("publication", "公开信息", "Published as", Thing::Publication),
    optional("opinions", "收到意见数", "Opinions received", Kind::Count),
    optional("adopted", "采纳意见数", "Opinions adopted", Kind::Count),
    optional("result", "采纳情况", "What came of them", PROSE),
    optional("answered_on", "反馈日期", "Answered on", Kind::Date),
    optional("remarks", "备注", "Remarks", PROSE),
];

const NOTICE: &[Field] = &[
    required("posted_on", "公示开始日期", "Posted on", Kind::Date),
    optional("ends_on", "公示截止日期", "Ends on", Kind::Date),
    required("name", "公示事项", "Matter", NAME),
    term("department", "责任部门", "Department", Dimension::Department),
    link("publication", "公开信息", "Published as", Thing::Publication),
    optional("objections", "收到异议数", "Objections received", Kind::Count),
    optional("result", "处理结果", "What came of them", PROSE),
    optional("remarks", "备注", "Remarks", PROSE),
];
