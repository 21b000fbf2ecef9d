//! 保密审查 before publication (《高等学校信息公开办法》第五条、第十条): the office's questions, and the answers to them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::reviewed::{ChangedSince, Reviewed};
use crate::change::{Change, Operation, json};
use crate::context::Context;
use crate::error::{Error, FieldFault, Result};
use crate::fault::{Fault, FaultCode};
use crate::folder::Register;
use crate::store;
use crate::things::{Dimension, RecordId, Term, Thing, Value, Values, Vocabulary};

/// The setting that holds the questions, as JSON.
const QUESTIONS: &str = "secrecy_questions";

/// What a new register asks; an office changes it as it needs.
const SHIPPED: [&str; 8] = [
    "是否涉及国家秘密？",
    "是否涉及工作秘密或内部事项？",
    "是否涉及商业秘密？",
    "是否涉及个人隐私（身份证号、手机号、银行卡号、住址、健康状况等）？",
    "是否含有未经批准发布的统计数据？",
    "是否属于正在调查、讨论、处理过程中的信息？",
    "公开后是否可能危及国家安全、公共安全、经济安全、社会稳定和学校安全稳定？",
    "是否涉及其他部门或第三方而尚未征求其意见？",
];

/// The words of the vocabulary that a review sets, and that of what is still to be reviewed.
const REVIEWED: &str = "已审查";
const UNREVIEWED: &str = "未审查";
const WITHHELD: &str = "不予公开";

/// The questions of the office, in their order; yes to any speaks against publication.
#[derive(Debug, Serialize, Deserialize, TS)]
pub struct Questions {
    pub questions: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Answer {
    /// As it was asked.
    pub question: String,
    pub yes: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Conclusion {
    /// 可以公开: the publication is 已审查.
    Public,
    /// 不予公开
    Withheld,
}

/// A review as it is kept and logged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SecrecyReview {
    pub answers: Vec<Answer>,
    pub conclusion: Conclusion,
    pub remark: String,
    pub at: String,
    pub by: String,
    /// Nothing where it was made before this was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub reviewed: Option<Reviewed>,
}

/// How a publication stands by its review.
#[derive(Debug, Serialize, TS)]
pub struct ReviewStanding {
    /// None where there was none.
    pub review: Option<SecrecyReview>,
    /// What is otherwise since; none where nothing is, or where that cannot be told.
    pub changed: Option<ChangedSince>,
    /// That it is withheld or still to be reviewed, and public all the same.
    pub contradicts: Option<FieldFault>,
}

#[derive(Debug, Deserialize, TS)]
pub struct SetSecrecyReview {
    pub record: String,
    pub answers: Vec<Answer>,
    pub conclusion: Conclusion,
    /// Needed where a yes is to go out all the same.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub remark: String,
    /// With 不予公开: the publication is public no more.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub unpublish: bool,
}

impl Register {
    pub fn secrecy_questions(&self) -> Result<Questions> {
        let set = store::settings::get(self.db(), QUESTIONS)?;
        let set = set.and_then(|questions| serde_json::from_str(&questions).ok());
        Ok(Questions { questions: set.unwrap_or_else(|| SHIPPED.map(str::to_owned).to_vec()) })
    }

    pub fn set_secrecy_questions(&mut self, context: &Context, request: &Questions) -> Result<Questions> {
        let questions: Vec<&str> = request.questions.iter().map(|question| question.trim()).collect();
        if questions.is_empty() || questions.contains(&"") {
            return Err(Error::QuestionsEmpty);
        }
        self.change(context, Operation::SettingSet, |change| change.set(QUESTIONS, &json(&questions)))?;
        self.secrecy_questions()
    }

    /// The review of a publication, and whether it still fits it.
    pub fn secrecy_review(&self, record: &str) -> Result<ReviewStanding> {
        let id = RecordId::parse(record)?;
        let found = store::records::get(self.db(), id.thing, id.number)?;
        let found = found.ok_or_else(|| Error::NoSuchRecord { id: record.into() })?;
        let review = store::evidence::review(self.db(), &id.to_string())?;
        let review: Option<SecrecyReview> = review.and_then(|review| serde_json::from_str(&review).ok());
        let now = self.as_reviewed(id, &found.values)?;
        let reviewed = review.as_ref().and_then(|review| review.reviewed.as_ref());
        let counts = found.withdrawn.is_none() && !found.taken_back;
        let fault = if counts { contradicted(&found.values, &self.vocabulary()?) } else { None };
        Ok(ReviewStanding {
            changed: reviewed.and_then(|reviewed| reviewed.changed(&now, &found.values)),
            contradicts: fault.map(|fault| FieldFault::of(id.thing, fault)),
            review,
        })
    }

    /// Keeps a review with what it was made of, and sets the publication's term by it.
    pub fn set_secrecy_review(&mut self, context: &Context, request: SetSecrecyReview) -> Result<ReviewStanding> {
        let id = self.open_to_change(&request.record)?;
        if id.thing != Thing::Publication {
            return Err(Error::NotReviewed { id: request.record });
        }
        let answered = |question: &String| request.answers.iter().any(|answer| answer.question == *question);
        if let Some(question) = self.secrecy_questions()?.questions.into_iter().find(|question| !answered(question)) {
            return Err(Error::AnswerMissing { question });
        }
        let remark = request.remark.trim();
        let any_yes = request.answers.iter().any(|answer| answer.yes);
        if any_yes && request.conclusion == Conclusion::Public && remark.is_empty() {
            return Err(Error::DecisionReasonMissing);
        }
        let record = self.current(id)?;
        let review = SecrecyReview {
            reviewed: Some(self.as_reviewed(id, &record.values)?),
            remark: remark.to_owned(),
            answers: request.answers,
            conclusion: request.conclusion,
            at: context.now.format("%Y-%m-%dT%H:%M:%S").to_string(),
            by: context.who.to_owned(),
        };
        self.change(context, Operation::ReviewSet, |change| {
            let mut values = record.values.clone();
            values.set("secrecy_review", Value::Number(term_of(change, review.conclusion)?));
            if request.unpublish && review.conclusion == Conclusion::Withheld {
                values.set("is_public", Value::Flag(false));
            }
            if values != record.values {
                change.because(Some(reason_of(&review)));
                change.edit_record(&record, &values, None)?;
            }
            change.review(&id.to_string(), &json(&review))
        })?;
        self.secrecy_review(&request.record)
    }
}

/// The word of a publication that its review withholds.
pub(crate) fn withheld(vocabulary: &Vocabulary) -> Option<i64> {
    vocabulary.id(Dimension::SecrecyReview, WITHHELD)
}

/// The word of a publication that is still to be reviewed.
pub(crate) fn unreviewed(vocabulary: &Vocabulary) -> Option<i64> {
    vocabulary.id(Dimension::SecrecyReview, UNREVIEWED)
}

/// What a review withholds cannot be public, nor what is still to be reviewed (《高等学校信息公开办法》第五条、第十条).
pub(crate) fn against_review(values: &Values, vocabulary: &Vocabulary) -> Option<Fault> {
    let day = values.date("published_on").map(|day| day.to_string()).unwrap_or_default();
    let code = match review_of(values) {
        word if word.is_none() || !values.flag("is_public") => return None,
        word if word == withheld(vocabulary) => FaultCode::WithheldYetPublic,
        // What is not out yet may still be reviewed.
        word if word == unreviewed(vocabulary) && !day.is_empty() => FaultCode::UnreviewedYetPublic,
        Some(_) | None => return None,
    };
    Some(Fault::new(code, "is_public", day))
}

/// The same, or that what is withheld has the day of a publication.
fn contradicted(values: &Values, vocabulary: &Vocabulary) -> Option<Fault> {
    let dated = || {
        let is_withheld = review_of(values).is_some_and(|word| withheld(vocabulary) == Some(word));
        let day = values.date("published_on").filter(|_| is_withheld)?;
        Some(Fault::new(FaultCode::WithheldYetDated, "published_on", day.to_string()))
    };
    against_review(values, vocabulary).or_else(dated)
}

/// The word of a publication's review.
fn review_of(values: &Values) -> Option<i64> {
    values.number("secrecy_review").filter(|_| values.thing() == Thing::Publication)
}

/// Why a publication changes with its review.
fn reason_of(review: &SecrecyReview) -> String {
    let concluded = match review.conclusion {
        Conclusion::Public => "保密审查：可以公开",
        Conclusion::Withheld => "保密审查：不予公开",
    };
    match review.remark.as_str() {
        "" => concluded.to_owned(),
        remark => format!("{concluded}（{remark}）"),
    }
}

/// The word for a conclusion; added where an office gave it another name.
fn term_of(change: &mut Change, conclusion: Conclusion) -> Result<i64> {
    let name = match conclusion {
        Conclusion::Public => REVIEWED,
        Conclusion::Withheld => WITHHELD,
    };
    match store::terms::named(&change.db, Dimension::SecrecyReview, name)? {
        Some(term) => Ok(term),
        None => change.add_term(Term::new(Dimension::SecrecyReview, name)),
    }
}
