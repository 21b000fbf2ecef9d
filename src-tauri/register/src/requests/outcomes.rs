//! The school's outcomes and the rows of the government form: what an outcome counts as where the clerk chose nothing
//! else, and the ground that a refusal needs. Words are known by their codes, whatever they are called.

use serde::Serialize;
use ts_rs::TS;

use crate::error::{Fault, FaultCode, Result};
use crate::folder::Register;
use crate::things::{Dimension, Thing, Values, Vocabulary};

/// The row of the government form that an outcome counts in, where the record names none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OutcomeProposal {
    /// Terms: the outcome, on this ground where it is a refusal.
    pub outcome: i64,
    pub refusal_ground: Option<i64>,
    /// Whether a clarification was given, which tells what stayed unclear from what was given up.
    pub clarified: bool,
    pub gov_outcome: i64,
}

/// A row of the government form's outcomes (国办公开办函〔2021〕30号, table 3).
pub(crate) struct OutcomeRow {
    /// The code of the term that stands for it.
    pub code: &'static str,
    pub no: &'static str,
    pub label: &'static str,
}

const fn row(code: &'static str, no: &'static str, label: &'static str) -> OutcomeRow {
    OutcomeRow { code, no, label }
}

/// All of them, in the form's order.
pub(crate) const OUTCOME_ROWS: [OutcomeRow; 21] = [
    row("1", "三（一）", "予以公开"),
    row("2", "三（二）", "部分公开（区分处理的，只计这一情形，不计其他情形）"),
    row("3.1", "三（三）1", "不予公开：属于国家秘密"),
    row("3.2", "三（三）2", "不予公开：其他法律行政法规禁止公开"),
    row("3.3", "三（三）3", "不予公开：危及“三安全一稳定”"),
    row("3.4", "三（三）4", "不予公开：保护第三方合法权益"),
    row("3.5", "三（三）5", "不予公开：属于三类内部事务信息"),
    row("3.6", "三（三）6", "不予公开：属于四类过程性信息"),
    row("3.7", "三（三）7", "不予公开：属于行政执法案卷"),
    row("3.8", "三（三）8", "不予公开：属于行政查询事项"),
    row("4.1", "三（四）1", "无法提供：本机关不掌握相关政府信息"),
    row("4.2", "三（四）2", "无法提供：没有现成信息需要另行制作"),
    row("4.3", "三（四）3", "无法提供：补正后申请内容仍不明确"),
    row("5.1", "三（五）1", "不予处理：信访举报投诉类申请"),
    row("5.2", "三（五）2", "不予处理：重复申请"),
    row("5.3", "三（五）3", "不予处理：要求提供公开出版物"),
    row("5.4", "三（五）4", "不予处理：无正当理由大量反复申请"),
    row("5.5", "三（五）5", "不予处理：要求行政机关确认或重新出具已获取信息"),
    row("6.1", "三（六）1", "其他处理：申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
    row("6.2", "三（六）2", "其他处理：申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
    row("6.3", "三（六）3", "其他处理：其他"),
];

/// The classes of applicants, by code, in the order of the form's columns.
pub(crate) const CLASSES: [(&str, &str); 6] = [
    ("person", "自然人"),
    ("business", "商业企业"),
    ("research", "科研机构"),
    ("welfare", "社会公益组织"),
    ("legal", "法律服务机构"),
    ("other", "其他"),
];

/// 其他处理：其他
pub(crate) const OTHER: &str = "6.3";

/// The code of the row, by the codes of the outcome and of the ground of refusal; none for a word of the school's own.
fn row_of(outcome: &str, ground: Option<&str>, clarified: bool) -> Option<&'static str> {
    Some(match outcome {
        "open" => "1",
        "partly_open" => "2",
        "refused" => match ground {
            Some("state_secret") => "3.1",
            Some("trade_secret" | "privacy") => "3.4",
            _ => "3.2",
        },
        "not_ours" | "not_there" => "4.1",
        "unclear" if clarified => "4.3",
        "unclear" => "6.1",
        "repeated" => "5.2",
        "other" => OTHER,
        _ => return None,
    })
}

/// The code of the row that a request counts in: the one that the record names, or else the proposal.
pub(crate) fn counted_as(values: &Values, vocabulary: &Vocabulary) -> Option<&'static str> {
    let code = |key: &str| vocabulary.code(values.number(key)?);
    if !values.get("gov_outcome").is_empty() {
        // A word of the school's own is no row of the form.
        let chosen = code("gov_outcome")?;
        return OUTCOME_ROWS.iter().map(|row| row.code).find(|row| *row == chosen);
    }
    row_of(code("outcome")?, code("refusal_ground"), values.date("clarify_given_on").is_some())
}

/// A refusal names its ground (《高等学校信息公开办法》第十条).
pub(crate) fn ground_missing(values: &Values, vocabulary: &Vocabulary) -> Option<Fault> {
    let refused = values.number("outcome").and_then(|outcome| vocabulary.code(outcome)) == Some("refused");
    let missing = values.thing() == Thing::Request && refused && values.get("refusal_ground").is_empty();
    missing.then(|| Fault::new(FaultCode::GroundMissing, "refusal_ground", ""))
}

impl Register {
    /// What every outcome counts as where the record does not say otherwise.
    pub fn outcome_proposals(&self) -> Result<Vec<OutcomeProposal>> {
        let vocabulary = self.vocabulary()?;
        let grounds: Vec<(Option<i64>, Option<&str>)> = std::iter::once((None, None))
            .chain(vocabulary.of(Dimension::RefusalGround).map(|term| (Some(term.id), term.code.as_deref())))
            .collect();
        let mut proposals = Vec::new();
        for outcome in vocabulary.of(Dimension::Outcome) {
            let Some(code) = outcome.code.as_deref() else { continue };
            let grounds = if code == "refused" { grounds.as_slice() } else { grounds.get(..1).unwrap_or_default() };
            for (ground, ground_code) in grounds {
                for clarified in [false, true] {
                    let row = row_of(code, *ground_code, clarified);
                    let term = row.and_then(|row| vocabulary.coded(Dimension::GovOutcome, row));
                    proposals.extend(term.map(|term| OutcomeProposal {
                        outcome: outcome.id,
                        refusal_ground: *ground,
                        clarified,
                        gov_outcome: term.id,
                    }));
                }
            }
        }
        Ok(proposals)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_and_every_class_of_the_form_has_its_word() {
        let shipped: serde_json::Value = serde_json::from_str(include_str!("../terms/shipped.json")).unwrap();
        let codes = |dimension: &str| -> Vec<String> {
            let words = shipped[dimension].as_array().unwrap().iter();
            words.map(|word| word["code"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(codes("gov_outcome"), OUTCOME_ROWS.map(|row| row.code));
        assert_eq!(codes("applicant_class"), CLASSES.map(|(code, _)| code));
        for outcome in codes("outcome") {
            assert!(row_of(&outcome, None, false).is_some(), "{outcome}");
        }
    }

    #[test]
    fn each_outcome_of_the_school_has_its_row_in_the_government_form() {
        for (outcome, ground, clarified, row) in [
            ("open", None, false, Some("1")),
            ("partly_open", None, true, Some("2")),
            ("refused", Some("state_secret"), false, Some("3.1")),
            ("refused", Some("trade_secret"), false, Some("3.4")),
            ("refused", Some("privacy"), false, Some("3.4")),
            ("refused", Some("other_law"), false, Some("3.2")),
            ("refused", None, false, Some("3.2")),
            ("not_ours", None, false, Some("4.1")),
            ("not_there", None, false, Some("4.1")),
            ("unclear", None, false, Some("6.1")),
            ("unclear", None, true, Some("4.3")),
            ("repeated", None, false, Some("5.2")),
            ("other", None, false, Some("6.3")),
            ("something_else", None, false, None),
        ] {
            assert_eq!(row_of(outcome, ground, clarified), row, "{outcome} {ground:?} {clarified}");
        }
    }
}
