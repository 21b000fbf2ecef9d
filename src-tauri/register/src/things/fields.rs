//! The fields of each thing. Labels are the headings of the office's own ledgers.

use super::{Dimension, Field, Kind, Thing};

const NAME: Kind = Kind::Text { max: 500 };
const NUMBER: Kind = Kind::Text { max: 100 };
const LINK: Kind = Kind::Text { max: 2000 };
const PROSE: Kind = Kind::Text { max: 5000 };

const fn required(key: &'static str, label: &'static str, kind: Kind) -> Field {
    Field { key, label, kind, required: true }
}

const fn optional(key: &'static str, label: &'static str, kind: Kind) -> Field {
    Field { key, label, kind, required: false }
}

const fn term(key: &'static str, label: &'static str, dimension: Dimension) -> Field {
    optional(key, label, Kind::Term { dimension })
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
    }
}

const PUBLICATION: &[Field] = &[
    required("title", "信息名称", NAME),
    optional("doc_number", "文号", NUMBER),
    optional("index_number", "索引号", NUMBER),
    term("kind", "文种", Dimension::Kind),
    optional("channels", "公开渠道", Kind::Channels),
    term("carrier", "载体", Dimension::Carrier),
    optional("copies", "印发份数", Kind::Count),
    term("audience", "公开范围", Dimension::Audience),
    term("department", "责任部门", Dimension::Department),
    optional("made_on", "形成日期", Kind::Date),
    optional("published_on", "公开日期", Kind::Date),
    required("is_public", "是否公开", Kind::Flag),
    term("secrecy_review", "保密审查", Dimension::SecrecyReview),
    term("list_item", "清单事项", Dimension::ListItem),
    optional("link", "链接", LINK),
    optional("remarks", "备注", PROSE),
];

const MEETING: &[Field] = &[
    required("name", "会议名称", NAME),
    term("kind", "会议类别", Dimension::MeetingKind),
    required("held_on", "召开日期", Kind::Date),
    optional("place", "地点", NAME),
    optional("chair", "主持人", NUMBER),
    optional("attendance", "参会人数", Kind::Count),
    term("department", "承办部门", Dimension::Department),
    optional("remarks", "备注", PROSE),
];

const REPLY: &[Field] = &[
    required("received_on", "收件日期", Kind::Date),
    term("channel", "受理渠道", Dimension::ReplyChannel),
    term("source", "来源", Dimension::ReplySource),
    term("matter", "事项类别", Dimension::ReplyMatter),
    optional("subject", "事由", PROSE),
    required("quantity", "数量", Kind::Count),
    required("unit", "单位", Kind::Term { dimension: Dimension::Unit }),
    required("is_estimate", "是否约数", Kind::Flag),
    required("is_day_count", "是否日常登记", Kind::Flag),
    term("department", "承办部门", Dimension::Department),
    optional("replied_on", "答复日期", Kind::Date),
    required("about_disclosure", "是否因信息公开工作", Kind::Flag),
    optional("remarks", "备注", PROSE),
];

const MATERIAL: &[Field] = &[
    required("handed_on", "日期", Kind::Date),
    required("name", "资料名称", NAME),
    required("quantity", "数量", Kind::Count),
    required("unit", "单位", Kind::Term { dimension: Dimension::Unit }),
    optional("recipients", "发放对象", NAME),
    term("department", "发放部门", Dimension::Department),
    optional("remarks", "备注", PROSE),
];

const REQUEST: &[Field] = &[
    required("received_on", "收到日期", Kind::Date),
    term("applicant_class", "申请人类别", Dimension::ApplicantClass),
    term("mode", "申请方式", Dimension::RequestMode),
    optional("content", "申请内容", PROSE),
    term("outcome", "答复类型", Dimension::Outcome),
    optional("replied_on", "答复日期", Kind::Date),
    optional("fee", "收费金额", Kind::Money),
    optional("fee_waived", "减免金额", Kind::Money),
    term("department", "承办部门", Dimension::Department),
    optional("remarks", "备注", PROSE),
];

const EVALUATION: &[Field] = &[
    required("held_on", "日期", Kind::Date),
    term("method", "评议方式", Dimension::EvaluationMethod),
    optional("issued", "发放问卷", Kind::Count),
    required("valid", "有效问卷", Kind::Count),
    required("satisfied", "满意份数", Kind::Count),
    optional("remarks", "备注", PROSE),
];

const CASE_FILE: &[Field] = &[
    required("filed_on", "日期", Kind::Date),
    required("kind", "类别", Kind::Term { dimension: Dimension::CaseKind }),
    optional("authority", "受理机关", NAME),
    optional("subject", "事由", PROSE),
    optional("result", "结果", PROSE),
    optional("reply", "来自答复", NUMBER),
    optional("remarks", "备注", PROSE),
];
