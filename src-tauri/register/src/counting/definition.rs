//! Definitions of figures: data, shipped with the report template, kept in the register, readable in words.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, Lang, Result};
use crate::things::{Kind, Thing};

/// What a figure counts, from which records, and how it is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    pub id: String,
    pub label: String,
    pub unit: String,
    pub counts: Subject,
    /// The date field that decides whether a record lies in the period, both ends included.
    pub date: String,
    /// All must hold. Withdrawn records never count.
    #[serde(rename = "where")]
    pub filters: Vec<Filter>,
    pub measure: Measure,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub rounding: Option<Rounding>,
    /// The wording for none, such as 无.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub zero: Option<String>,
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
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// From 1000 up and not a whole hundred: down to the hundred, with 余.
    Hundreds,
}

impl Definition {
    pub(crate) fn parse(id: &str, json: &str) -> Result<Definition> {
        serde_json::from_str(json)
            .map_err(|error| Error::BadDefinition { id: id.to_owned(), detail: error.to_string() })
    }

    /// That every field it names is there and of the right kind.
    pub(crate) fn check(&self) -> Result<()> {
        let thing = self.counts.thing();
        let bad = |detail: String| Err(Error::BadDefinition { id: self.id.clone(), detail });
        let plain = |text: &str| text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if self.id.is_empty() || !plain(&self.id) {
            return bad("id".into());
        }
        if self.label.trim().is_empty() {
            return bad("label".into());
        }
        let kind = |key: &str| thing.field(key).map(|field| field.kind);
        if kind(&self.date) != Some(Kind::Date) {
            return bad(format!("date: {}", self.date));
        }
        for filter in &self.filters {
            match kind(&filter.field) {
                Some(Kind::Term { .. } | Kind::Channels) => {}
                Some(Kind::Flag) if filter.any.iter().all(|word| word == super::YES || word == super::NO) => {}
                _ => return bad(format!("where: {}", filter.field)),
            }
        }
        let channels = self.filters.iter().filter(|filter| kind(&filter.field) == Some(Kind::Channels)).count();
        if channels > 1 {
            return bad("where: channels".into());
        }
        let sums: Vec<&str> = match &self.measure {
            Measure::Records => Vec::new(),
            Measure::Sum { field } => vec![field],
            Measure::Ratio { part, whole } => vec![part, whole],
        };
        match sums.into_iter().find(|field| !matches!(kind(field), Some(Kind::Count | Kind::Money))) {
            Some(field) => bad(format!("measure: {field}")),
            None if self.counts == Subject::Releases && self.measure != Measure::Records => bad("measure".into()),
            None => Ok(()),
        }
    }

    /// The definition as a clerk would say it.
    pub fn meaning(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.zh(),
            Lang::En => self.en(),
        }
    }

    fn field_label(&self, key: &str, lang: Lang) -> String {
        self.counts.thing().field(key).map_or(key, |field| field.label(lang)).to_owned()
    }

    fn zh(&self) -> String {
        let label = |key: &str| self.field_label(key, Lang::Zh);
        let mut parts = vec![format!("{}在统计期间内", label(&self.date))];
        for filter in &self.filters {
            parts.push(match filter.any.as_slice() {
                [one] => format!("{}为“{one}”", label(&filter.field)),
                several => format!("{}为“{}”之一", label(&filter.field), several.join("”“")),
            });
        }
        let measure = match &self.measure {
            Measure::Records => "按条计数".to_owned(),
            Measure::Sum { field } => format!("“{}”合计", label(field)),
            Measure::Ratio { part, whole } => format!("“{}”合计÷“{}”合计", label(part), label(whole)),
        };
        format!("未作废的{}，{}，{measure}", self.counts.label(Lang::Zh), parts.join("、"))
    }

    fn en(&self) -> String {
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
        let measure = match &self.measure {
            Measure::Records => "how many there are".to_owned(),
            Measure::Sum { field } => format!("the sum of {}", label(field)),
            Measure::Ratio { part, whole } => format!("the sum of {} over that of {}", label(part), label(whole)),
        };
        format!("{} not withdrawn ({}): {measure}", self.counts.label(Lang::En), parts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_definition_is_sound_and_named_once() {
        let shipped: Vec<Definition> = serde_json::from_str(super::super::SHIPPED).expect("read");
        assert_eq!(shipped.len(), 39);
        for (position, definition) in shipped.iter().enumerate() {
            definition.check().expect("sound");
            assert!(shipped[..position].iter().all(|other| other.id != definition.id), "{}", definition.id);
        }
    }

    #[test]
    fn a_definition_reads_as_a_clerk_would_say_it() {
        let shipped: Vec<Definition> = serde_json::from_str(super::super::SHIPPED).expect("read");
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
