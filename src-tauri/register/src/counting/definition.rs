//! Definitions of figures: data, shipped with the report template, kept in the register, readable in words.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Lang;
use crate::things::Thing;

/// What a figure counts, from which records, and how it is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    pub id: String,
    pub label: String,
    pub unit: String,
    pub counts: Subject,
    /// The date field that decides whether a record lies in the period, both ends included; empty where nothing is
    /// counted.
    #[serde(default)]
    pub date: String,
    /// All must hold. Withdrawn records never count.
    #[serde(default, rename = "where")]
    pub filters: Vec<Filter>,
    pub measure: Measure,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub rounding: Option<Rounding>,
    /// The wording for none, such as 无.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub zero: Option<String>,
    /// Whether it came with the program and cannot be changed, only copied; in a request nothing follows from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub shipped: Option<bool>,
}

/// A field of the vocabulary, or a flag, and the words it may hold. A term stands for all below it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    pub field: String,
    pub any: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    Publications,
    /// One publication on one channel: the only subject that counts an item on two channels twice.
    Releases,
    Meetings,
    Replies,
    Materials,
    Requests,
    Evaluations,
    CaseFiles,
    Problems,
    Regulations,
    Consultations,
    Notices,
}

impl Subject {
    pub(crate) const ALL: [Subject; 12] = [
        Subject::Publications,
        Subject::Releases,
        Subject::Meetings,
        Subject::Replies,
        Subject::Materials,
        Subject::Requests,
        Subject::Evaluations,
        Subject::CaseFiles,
        Subject::Problems,
        Subject::Regulations,
        Subject::Consultations,
        Subject::Notices,
    ];

    pub fn thing(self) -> Thing {
        match self {
            Subject::Publications | Subject::Releases => Thing::Publication,
            Subject::Meetings => Thing::Meeting,
            Subject::Replies => Thing::Reply,
            Subject::Materials => Thing::Material,
            Subject::Requests => Thing::Request,
            Subject::Evaluations => Thing::Evaluation,
            Subject::CaseFiles => Thing::CaseFile,
            Subject::Problems => Thing::Problem,
            Subject::Regulations => Thing::Regulation,
            Subject::Consultations => Thing::Consultation,
            Subject::Notices => Thing::Notice,
        }
    }

    pub(super) fn label(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Subject::Releases, Lang::Zh) => "发布",
            (Subject::Releases, Lang::En) => "Releases",
            (other, Lang::Zh) => other.thing().label(),
            (other, Lang::En) => other.thing().label_en(),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Measure {
    /// How many records; for releases, how many releases.
    Records,
    /// The sum of a number that they hold.
    Sum { field: String },
    /// The quotient of two sums, in percent to one decimal, rounded half up; nothing where the divisor is 0.
    Ratio { part: String, whole: String },
    /// 手工填报: nothing is counted. The number is what was declared for exactly that period, with its source.
    Declared,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// From 1000 up and not a whole hundred: down to the hundred, with 余.
    Hundreds,
}

impl Definition {
    /// The definition as a clerk would say it.
    pub fn meaning(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.zh(),
            Lang::En => self.en(),
        }
    }

    /// The same of a figure that is filled in by hand, with the source of its number.
    pub(super) fn meaning_with(&self, source: &str, lang: Lang) -> String {
        let meaning = self.meaning(lang);
        match lang {
            Lang::Zh => format!("{meaning}；来源：{source}"),
            Lang::En => format!("{meaning}; source: {source}"),
        }
    }

    fn field_label(&self, key: &str, lang: Lang) -> String {
        self.counts.thing().field(key).map_or(key, |field| field.label(lang)).to_owned()
    }

    fn zh(&self) -> String {
        let measure = match &self.measure {
            Measure::Declared => return "手工填报，不由登记的记录统计".to_owned(),
            Measure::Records => "按条计数".to_owned(),
            Measure::Sum { field } => format!("“{}”合计", self.field_label(field, Lang::Zh)),
            Measure::Ratio { part, whole } => {
                format!("“{}”合计÷“{}”合计", self.field_label(part, Lang::Zh), self.field_label(whole, Lang::Zh))
            }
        };
        let label = |key: &str| self.field_label(key, Lang::Zh);
        let mut parts = vec![format!("{}在统计期间内", label(&self.date))];
        for filter in &self.filters {
            parts.push(match filter.any.as_slice() {
                [one] => format!("{}为“{one}”", label(&filter.field)),
                several => format!("{}为“{}”之一", label(&filter.field), several.join("”“")),
            });
        }
        format!("未作废的{}，{}，{measure}", self.counts.label(Lang::Zh), parts.join("、"))
    }

    fn en(&self) -> String {
        let measure = match &self.measure {
            Measure::Declared => return "filled in by hand, not counted from records".to_owned(),
            Measure::Records => "how many there are".to_owned(),
            Measure::Sum { field } => format!("the sum of {}", self.field_label(field, Lang::En)),
            Measure::Ratio { part, whole } => format!(
                "the sum of {} over that of {}",
                self.field_label(part, Lang::En),
                self.field_label(whole, Lang::En)
            ),
        };
        let label = |key: &str| self.field_label(key, Lang::En);
        let word = |word: &String| match word.as_str() {
            super::YES => "yes".to_owned(),
            super::NO => "no".to_owned(),
            word => word.to_owned(),
        };
        let mut parts = vec![format!("{} in the period", label(&self.date))];
        for filter in &self.filters {
            let words: Vec<String> = filter.any.iter().map(word).collect();
            parts.push(format!("{} {}", label(&filter.field), words.join(" or ")));
        }
        format!("{} not withdrawn ({}): {measure}", self.counts.label(Lang::En), parts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_definition_reads_as_a_clerk_would_say_it() {
        let shipped = super::super::shipped_definitions().expect("read");
        let web = shipped.iter().find(|d| d.id == "web").expect("there");
        assert_eq!(
            web.meaning(Lang::Zh),
            "未作废的主动公开信息，公开日期在统计期间内、是否公开为“是”、公开渠道为“学校官网”，按条计数"
        );
        assert_eq!(
            web.meaning(Lang::En),
            "Published items not withdrawn (Published on in the period, Public yes, Channels 学校官网): how many there are"
        );
    }
}
