//! The vocabularies. Words are data of the register; only the kinds of words are not.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The vocabularies. Their terms are data of the register; see [`Term`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// 公开渠道, a tree
    Channel,
    /// 文种
    Kind,
    /// 载体
    Carrier,
    /// 公开范围
    Audience,
    /// 部门
    Department,
    /// 保密审查结论
    SecrecyReview,
    /// 会议类别
    MeetingKind,
    /// 受理渠道
    ReplyChannel,
    /// 来源
    ReplySource,
    /// 事项类别
    ReplyMatter,
    /// 计量单位
    Unit,
    /// 评议方式
    EvaluationMethod,
    /// 申请人类别
    ApplicantClass,
    /// 申请方式
    RequestMode,
    /// 答复类型
    Outcome,
    /// 指定提供方式
    AnswerForm,
    /// 第三方意见
    ThirdPartyOpinion,
    /// 不予公开理由 (《高等学校信息公开办法》第十条)
    RefusalGround,
    /// 年报表办理结果 (国办公开办函〔2021〕30号, table 3)
    GovOutcome,
    /// 案件类别
    CaseKind,
    /// 满意情况 of one reply
    Satisfaction,
    /// 案件办理阶段
    CaseStage,
    /// 案件办理结论 (国办公开办函〔2021〕30号, table 4)
    CaseConclusion,
    /// 问题来源
    ProblemSource,
    /// 制定、修订、废止
    RegulationChange,
    /// 清单事项, a tree of ten categories
    ListItem,
}

impl Dimension {
    pub const ALL: [Dimension; 26] = [
        Dimension::Channel,
        Dimension::Kind,
        Dimension::Carrier,
        Dimension::Audience,
        Dimension::Department,
        Dimension::SecrecyReview,
        Dimension::MeetingKind,
        Dimension::ReplyChannel,
        Dimension::ReplySource,
        Dimension::ReplyMatter,
        Dimension::Unit,
        Dimension::EvaluationMethod,
        Dimension::ApplicantClass,
        Dimension::RequestMode,
        Dimension::Outcome,
        Dimension::AnswerForm,
        Dimension::ThirdPartyOpinion,
        Dimension::RefusalGround,
        Dimension::GovOutcome,
        Dimension::CaseKind,
        Dimension::Satisfaction,
        Dimension::CaseStage,
        Dimension::CaseConclusion,
        Dimension::ProblemSource,
        Dimension::RegulationChange,
        Dimension::ListItem,
    ];

    /// The identifier, as it stands in JSON and in the database.
    pub fn key(self) -> &'static str {
        match self {
            Dimension::Channel => "channel",
            Dimension::Kind => "kind",
            Dimension::Carrier => "carrier",
            Dimension::Audience => "audience",
            Dimension::Department => "department",
            Dimension::SecrecyReview => "secrecy_review",
            Dimension::MeetingKind => "meeting_kind",
            Dimension::ReplyChannel => "reply_channel",
            Dimension::ReplySource => "reply_source",
            Dimension::ReplyMatter => "reply_matter",
            Dimension::Unit => "unit",
            Dimension::EvaluationMethod => "evaluation_method",
            Dimension::ApplicantClass => "applicant_class",
            Dimension::RequestMode => "request_mode",
            Dimension::Outcome => "outcome",
            Dimension::AnswerForm => "answer_form",
            Dimension::ThirdPartyOpinion => "third_party_opinion",
            Dimension::RefusalGround => "refusal_ground",
            Dimension::GovOutcome => "gov_outcome",
            Dimension::CaseKind => "case_kind",
            Dimension::Satisfaction => "satisfaction",
            Dimension::CaseStage => "case_stage",
            Dimension::CaseConclusion => "case_conclusion",
            Dimension::ProblemSource => "problem_source",
            Dimension::RegulationChange => "regulation_change",
            Dimension::ListItem => "list_item",
        }
    }

    pub fn from_key(key: &str) -> Option<Dimension> {
        Dimension::ALL.into_iter().find(|dimension| dimension.key() == key)
    }

    /// The English name.
    pub fn label_en(self) -> &'static str {
        match self {
            Dimension::Channel => "Channels",
            Dimension::Kind => "Kinds",
            Dimension::Carrier => "Carriers",
            Dimension::Audience => "Audiences",
            Dimension::Department => "Departments",
            Dimension::SecrecyReview => "Secrecy reviews",
            Dimension::MeetingKind => "Kinds of meetings",
            Dimension::ReplyChannel => "Reply channels",
            Dimension::ReplySource => "Sources",
            Dimension::ReplyMatter => "Matters",
            Dimension::Unit => "Units",
            Dimension::EvaluationMethod => "Methods of evaluation",
            Dimension::ApplicantClass => "Applicant classes",
            Dimension::RequestMode => "Ways of request",
            Dimension::Outcome => "Outcomes",
            Dimension::AnswerForm => "Forms of answer",
            Dimension::ThirdPartyOpinion => "Third parties' opinions",
            Dimension::RefusalGround => "Grounds of refusal",
            Dimension::GovOutcome => "Rows of the government form",
            Dimension::CaseKind => "Kinds of case files",
            Dimension::Satisfaction => "Satisfaction",
            Dimension::CaseStage => "Stages of case files",
            Dimension::CaseConclusion => "Conclusions of case files",
            Dimension::ProblemSource => "Sources of problems",
            Dimension::RegulationChange => "Changes of regulations",
            Dimension::ListItem => "List items",
        }
    }

    /// Whether its terms stand in a tree.
    pub fn is_tree(self) -> bool {
        matches!(self, Dimension::Channel | Dimension::ListItem)
    }

    /// The Chinese name, for screens and sentences.
    pub fn label(self) -> &'static str {
        match self {
            Dimension::Channel => "公开渠道",
            Dimension::Kind => "文种",
            Dimension::Carrier => "载体",
            Dimension::Audience => "公开范围",
            Dimension::Department => "部门",
            Dimension::SecrecyReview => "保密审查",
            Dimension::MeetingKind => "会议类别",
            Dimension::ReplyChannel => "受理渠道",
            Dimension::ReplySource => "来源",
            Dimension::ReplyMatter => "事项类别",
            Dimension::Unit => "计量单位",
            Dimension::EvaluationMethod => "评议方式",
            Dimension::ApplicantClass => "申请人类别",
            Dimension::RequestMode => "申请方式",
            Dimension::Outcome => "答复类型",
            Dimension::AnswerForm => "指定提供方式",
            Dimension::ThirdPartyOpinion => "第三方意见",
            Dimension::RefusalGround => "不予公开理由",
            Dimension::GovOutcome => "年报表办理结果",
            Dimension::CaseKind => "案件类别",
            Dimension::Satisfaction => "满意情况",
            Dimension::CaseStage => "案件办理阶段",
            Dimension::CaseConclusion => "案件办理结论",
            Dimension::ProblemSource => "问题来源",
            Dimension::RegulationChange => "制度制修订",
            Dimension::ListItem => "清单事项",
        }
    }
}
