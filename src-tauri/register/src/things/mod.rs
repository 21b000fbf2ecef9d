//! What a register holds: eleven things, each a table of fields.
//!
//! A field is named once, in [`fields`]. The SQL column, the form, the import, the list, the log and the
//! evidence sheet of an export all follow from that line; a test holds the tables against the database.

mod dimension;
mod fields;
mod record;
mod rules;
mod several;
mod value;
mod vocabulary;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Lang;

pub use dimension::Dimension;
pub(crate) use record::{Origin, Record, RecordId, from_logged, logged};
pub use rules::check;
pub(crate) use several::{Several, several};
pub use value::{Value, Values};
pub use vocabulary::Term;
pub(crate) use vocabulary::{Vocabulary, folded, folded_sign, narrow};

/// The things that are registered and counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Thing {
    /// 主动公开信息, counted in 条
    Publication,
    /// 会议, counted in 次
    Meeting,
    /// 答复 and 日常登记: a single case, or a day's count
    Reply,
    /// 发放资料
    Material,
    /// 依申请公开
    Request,
    /// 评议
    Evaluation,
    /// 举报、复议、诉讼 about disclosure work
    CaseFile,
    /// 问题清单: a shortcoming, its remedy, owner and due date
    Problem,
    /// 规章制度, made, revised or abolished
    Regulation,
    /// 征求意见
    Consultation,
    /// 公示, with its period and what objections came
    Notice,
}

/// How the values of a field are written, checked and compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Kind {
    /// Text of at most `max` characters.
    Text { max: usize },
    /// A calendar day.
    Date,
    /// A whole number, zero or more.
    Count,
    /// An amount of money, kept in 分 (1/100 yuan).
    Money,
    /// 是 or 否.
    Flag,
    /// One term of the vocabulary.
    Term { dimension: Dimension },
    /// A set of channels: one release each.
    Channels,
    /// The name of another record, such as `meeting-3`.
    Link { to: Thing },
}

/// One field of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Field {
    /// The identifier: SQL column, JSON key.
    #[ts(type = "string")]
    pub key: &'static str,
    /// The Chinese term, as a heading would have it.
    #[ts(type = "string")]
    pub label: &'static str,
    /// The same in English.
    #[ts(type = "string")]
    pub label_en: &'static str,
    pub kind: Kind,
    pub required: bool,
}

impl Field {
    /// The thing that it names a record of.
    pub fn links_to(&self) -> Option<Thing> {
        match self.kind {
            Kind::Link { to } => Some(to),
            Kind::Text { .. }
            | Kind::Date
            | Kind::Count
            | Kind::Money
            | Kind::Flag
            | Kind::Term { .. }
            | Kind::Channels => None,
        }
    }

    /// Whether its day is set beforehand, and rightly lies after today: a limit, an end, the day from which a rule holds.
    pub(crate) fn lies_ahead(&self) -> bool {
        matches!(self.key, "due_on" | "closes_on" | "ends_on" | "effective_on")
    }

    pub fn label(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.label,
            Lang::En => self.label_en,
        }
    }
}

impl Thing {
    pub const ALL: [Thing; 11] = [
        Thing::Publication,
        Thing::Meeting,
        Thing::Reply,
        Thing::Material,
        Thing::Request,
        Thing::Evaluation,
        Thing::CaseFile,
        Thing::Problem,
        Thing::Regulation,
        Thing::Consultation,
        Thing::Notice,
    ];

    /// The identifier of one record's thing.
    pub fn key(self) -> &'static str {
        match self {
            Thing::Publication => "publication",
            Thing::Meeting => "meeting",
            Thing::Reply => "reply",
            Thing::Material => "material",
            Thing::Request => "request",
            Thing::Evaluation => "evaluation",
            Thing::CaseFile => "case_file",
            Thing::Problem => "problem",
            Thing::Regulation => "regulation",
            Thing::Consultation => "consultation",
            Thing::Notice => "notice",
        }
    }

    pub fn from_key(key: &str) -> Option<Thing> {
        Thing::ALL.into_iter().find(|thing| thing.key() == key)
    }

    /// The identifier of the whole: table of the database, target of an import, subject of a figure.
    pub fn plural(self) -> &'static str {
        match self {
            Thing::Publication => "publications",
            Thing::Meeting => "meetings",
            Thing::Reply => "replies",
            Thing::Material => "materials",
            Thing::Request => "requests",
            Thing::Evaluation => "evaluations",
            Thing::CaseFile => "case_files",
            Thing::Problem => "problems",
            Thing::Regulation => "regulations",
            Thing::Consultation => "consultations",
            Thing::Notice => "notices",
        }
    }

    pub fn from_plural(key: &str) -> Option<Thing> {
        Thing::ALL.into_iter().find(|thing| thing.plural() == key)
    }

    /// The Chinese name.
    pub fn label(self) -> &'static str {
        match self {
            Thing::Publication => "主动公开信息",
            Thing::Meeting => "会议",
            Thing::Reply => "答复",
            Thing::Material => "发放资料",
            Thing::Request => "依申请公开",
            Thing::Evaluation => "评议",
            Thing::CaseFile => "举报、复议、诉讼",
            Thing::Problem => "问题整改",
            Thing::Regulation => "规章制度",
            Thing::Consultation => "征求意见",
            Thing::Notice => "公示",
        }
    }

    /// The English name.
    pub fn label_en(self) -> &'static str {
        match self {
            Thing::Publication => "Published items",
            Thing::Meeting => "Meetings",
            Thing::Reply => "Replies",
            Thing::Material => "Material handed out",
            Thing::Request => "Requests",
            Thing::Evaluation => "Evaluations",
            Thing::CaseFile => "Case files",
            Thing::Problem => "Problems",
            Thing::Regulation => "Regulations",
            Thing::Consultation => "Consultations",
            Thing::Notice => "Public notices",
        }
    }

    /// The fields in the order of form, list and log.
    pub fn fields(self) -> &'static [Field] {
        fields::of(self)
    }

    pub fn field(self, key: &str) -> Option<&'static Field> {
        self.fields().iter().find(|field| field.key == key)
    }

    /// Where the field stands in [`Values`].
    pub fn position(self, key: &str) -> Option<usize> {
        self.fields().iter().position(|field| field.key == key)
    }

    /// The field that says, in a list, which record this is.
    pub fn title_field(self) -> &'static str {
        match self {
            Thing::Publication | Thing::Problem => "title",
            Thing::Meeting | Thing::Material | Thing::Regulation | Thing::Consultation | Thing::Notice => "name",
            Thing::Reply | Thing::CaseFile => "subject",
            Thing::Request => "content",
            Thing::Evaluation => "method",
        }
    }

    /// The fields that hold text, the title before the others.
    pub fn texts(self) -> impl Iterator<Item = &'static Field> {
        let texts = self.fields().iter().filter(|field| matches!(field.kind, Kind::Text { .. }));
        let is_title = move |field: &&Field| field.key == self.title_field();
        texts.clone().filter(is_title).chain(texts.filter(move |field| !is_title(field)))
    }

    /// The fields that name another record.
    pub fn links(self) -> impl Iterator<Item = (&'static Field, Thing)> {
        self.fields().iter().filter_map(|field| Some((field, field.links_to()?)))
    }

    /// The day on which a record is listed, and counted unless a figure says otherwise.
    pub fn date_field(self) -> &'static str {
        match self {
            Thing::Publication => "published_on",
            Thing::Meeting | Thing::Evaluation => "held_on",
            Thing::Reply | Thing::Request => "received_on",
            Thing::Material => "handed_on",
            Thing::CaseFile => "filed_on",
            Thing::Problem => "found_on",
            Thing::Regulation => "issued_on",
            Thing::Consultation => "opened_on",
            Thing::Notice => "posted_on",
        }
    }

    /// Things whose entries may rightly be equal in every field within one workbook:
    /// two classes that took the same number of booklets on the same day.
    pub fn may_repeat(self, values: &Values) -> bool {
        match self {
            Thing::Material | Thing::Evaluation => true,
            Thing::Reply => values.flag("is_day_count"),
            Thing::Publication
            | Thing::Meeting
            | Thing::Request
            | Thing::CaseFile
            | Thing::Problem
            | Thing::Regulation
            | Thing::Consultation
            | Thing::Notice => false,
        }
    }
}

/// The largest whole number of a field: beyond it a digit was typed twice.
pub const LARGEST_COUNT: i64 = 999_999_999;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_thing_has_the_fields_that_name_and_date_it() {
        for thing in Thing::ALL {
            assert!(thing.field(thing.title_field()).is_some(), "{thing:?}");
            assert_eq!(thing.field(thing.date_field()).map(|f| f.kind), Some(Kind::Date), "{thing:?}");
        }
    }

    #[test]
    fn a_title_comes_before_other_texts() {
        for thing in Thing::ALL {
            let texts: Vec<_> = thing.texts().map(|field| field.key).collect();
            let all = thing.fields().iter().filter(|field| matches!(field.kind, Kind::Text { .. }));
            assert_eq!(texts.len(), all.count(), "{thing:?}");
            assert!(!texts.contains(&thing.title_field()) || texts[0] == thing.title_field(), "{texts:?}");
        }
    }

    #[test]
    fn keys_lead_back_to_their_things_and_dimensions() {
        for thing in Thing::ALL {
            assert_eq!(Thing::from_key(thing.key()), Some(thing));
            assert_eq!(Thing::from_plural(thing.plural()), Some(thing));
        }
        for dimension in Dimension::ALL {
            assert_eq!(Dimension::from_key(dimension.key()), Some(dimension));
        }
    }
}
