//! What can be wrong with a definition of a figure: the part it is of, its code, and how it is said within a sentence.

use serde::Serialize;
use ts_rs::TS;

use crate::things::Field;

/// What is wrong with one part of a definition; what is no field is named as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DefinitionFault {
    /// Small letters, digits and `_` alone.
    Id,
    LabelMissing,
    CountsMissing,
    /// None, or not a date of these records.
    Date {
        field: String,
    },
    MeasureMissing,
    /// None, or not a number of these records.
    MeasureField {
        field: String,
    },
    /// Releases are counted, not summed.
    ReleasesSummed,
    /// Not a field of these records that words are picked for.
    Filter {
        field: String,
    },
    FilterTwice {
        field: &'static Field,
    },
    /// A flag is 是 or 否.
    FlagWords {
        field: &'static Field,
    },
    WordsMissing {
        field: &'static Field,
    },
    /// Numbers of several units are never added up.
    UnitsMixed {
        unit: &'static Field,
    },
    /// What is filled in by hand selects no records: it has neither a date nor conditions.
    ByHandSelects,
    /// As it is kept, it cannot be read.
    Unreadable {
        detail: String,
    },
}

/// A fault of one part of a definition, told in either language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PickFault {
    /// `id`, `label`, `counts`, `date`, `measure`, or `where.` and the field of the condition.
    pub field: String,
    pub code: String,
    pub zh: String,
    pub en: String,
}

impl From<&DefinitionFault> for PickFault {
    fn from(fault: &DefinitionFault) -> PickFault {
        PickFault { field: fault.field(), code: fault.code().into(), zh: fault.zh(), en: fault.en() }
    }
}

impl DefinitionFault {
    fn field(&self) -> String {
        match self {
            DefinitionFault::Id | DefinitionFault::Unreadable { .. } => "id".into(),
            DefinitionFault::LabelMissing => "label".into(),
            DefinitionFault::CountsMissing => "counts".into(),
            DefinitionFault::Date { .. } => "date".into(),
            DefinitionFault::MeasureMissing
            | DefinitionFault::MeasureField { .. }
            | DefinitionFault::ReleasesSummed
            | DefinitionFault::ByHandSelects => "measure".into(),
            DefinitionFault::Filter { field } => format!("where.{field}"),
            DefinitionFault::FilterTwice { field }
            | DefinitionFault::FlagWords { field }
            | DefinitionFault::WordsMissing { field }
            | DefinitionFault::UnitsMixed { unit: field } => format!("where.{}", field.key),
        }
    }

    fn code(&self) -> &'static str {
        match self {
            DefinitionFault::Id => "id",
            DefinitionFault::LabelMissing => "label_missing",
            DefinitionFault::CountsMissing => "counts_missing",
            DefinitionFault::Date { .. } => "date",
            DefinitionFault::MeasureMissing => "measure_missing",
            DefinitionFault::MeasureField { .. } => "measure_field",
            DefinitionFault::ReleasesSummed => "releases_summed",
            DefinitionFault::Filter { .. } => "filter",
            DefinitionFault::FilterTwice { .. } => "filter_twice",
            DefinitionFault::FlagWords { .. } => "flag_words",
            DefinitionFault::WordsMissing { .. } => "words_missing",
            DefinitionFault::UnitsMixed { .. } => "units_mixed",
            DefinitionFault::ByHandSelects => "by_hand_selects",
            DefinitionFault::Unreadable { .. } => "unreadable",
        }
    }

    pub(super) fn zh(&self) -> String {
        match self {
            DefinitionFault::Id => "编号只能用小写字母、数字和下划线，且不能为空".into(),
            DefinitionFault::LabelMissing => "没有填写名称".into(),
            DefinitionFault::CountsMissing => "没有选定统计哪一类登记".into(),
            DefinitionFault::Date { field } if field.is_empty() => "没有选定按哪个日期归入统计期间".into(),
            DefinitionFault::Date { field } => format!("“{field}”不是这类登记的日期"),
            DefinitionFault::MeasureMissing => "没有选定怎样计数".into(),
            DefinitionFault::MeasureField { field } if field.is_empty() => "没有选定合计哪一项数量".into(),
            DefinitionFault::MeasureField { field } => format!("“{field}”不是这类登记的数量"),
            DefinitionFault::ReleasesSummed => "发布只能按次计数，不能合计数量".into(),
            DefinitionFault::Filter { field } => format!("“{field}”不是这类登记可以作条件的一项"),
            DefinitionFault::FilterTwice { field } => format!("条件“{}”重复，请并成一个", field.label),
            DefinitionFault::FlagWords { field } => format!("条件“{}”只能选“是”或“否”", field.label),
            DefinitionFault::WordsMissing { field } => format!("条件“{}”没有选任何词，将什么也数不到", field.label),
            DefinitionFault::UnitsMixed { unit } => {
                format!("合计的数量可能单位不一，单位不同的不能相加，请加上条件“{}”，只选一个单位", unit.label)
            }
            DefinitionFault::ByHandSelects => "手工填报的指标不从登记中统计，不能有日期和条件".into(),
            DefinitionFault::Unreadable { detail } => format!("无法读出（{detail}）"),
        }
    }

    pub(super) fn en(&self) -> String {
        match self {
            DefinitionFault::Id => "an id has small letters, digits and underscores alone, and is not empty".into(),
            DefinitionFault::LabelMissing => "it has no name".into(),
            DefinitionFault::CountsMissing => "nothing is chosen to be counted".into(),
            DefinitionFault::Date { field } if field.is_empty() => "no date is chosen".into(),
            DefinitionFault::Date { field } => format!("{field} is no date of these records"),
            DefinitionFault::MeasureMissing => "no way of counting is chosen".into(),
            DefinitionFault::MeasureField { field } if field.is_empty() => "no number to sum is chosen".into(),
            DefinitionFault::MeasureField { field } => format!("{field} is no number of these records"),
            DefinitionFault::ReleasesSummed => "releases are counted, not summed".into(),
            DefinitionFault::Filter { field } => format!("{field} is no field that a condition can be on"),
            DefinitionFault::FilterTwice { field } => {
                format!("there are two conditions on {}; make them one", field.label_en)
            }
            DefinitionFault::FlagWords { field } => format!("a condition on {} is 是 or 否", field.label_en),
            DefinitionFault::WordsMissing { field } => {
                format!("the condition on {} names no word and matches nothing", field.label_en)
            }
            DefinitionFault::UnitsMixed { unit } => {
                format!(
                    "numbers of different units are not added up; add a condition on {} with one word",
                    unit.label_en
                )
            }
            DefinitionFault::ByHandSelects => "what is filled in by hand has neither a date nor conditions".into(),
            DefinitionFault::Unreadable { detail } => format!("it cannot be read ({detail})"),
        }
    }
}
