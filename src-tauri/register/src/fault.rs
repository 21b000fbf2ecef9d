//! What can be wrong with one row or one form: the code, and the sentence that names the place.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Lang;
use crate::things::Thing;

/// Why a value cannot be taken, or what should be known of it though it was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FaultCode {
    // Refusals
    RequiredMissing,
    DateImpossible,
    DateUnreadable,
    DateIncomplete,
    DateYearUnknown,
    DateOutOfRange,
    NumberUnreadable,
    NumberNegative,
    NumberFraction,
    NumberTooLarge,
    FlagUnreadable,
    TextTooLong,
    CellError,
    FormulaWithoutValue,
    MoreThanWhole,
    TermUnknown,
    UnitContradicts,
    SecondTable,
    SatisfiedInDegrees,
    DigitsLost,
    TermRetired,
    DayOutsideYear,
    DayRepeated,
    DayKindUnreadable,
    MakeUpOnWeekday,
    GroundMissing,
    WordUnclear,
    WordUnknown,
    SeveralNames,
    SeveralDays,
    ThingUnclear,
    // Warnings
    PublicWithoutChannel,
    Undated,
    PublishedBeforeMade,
    AnsweredBeforeReceived,
    EarlierThan,
    AlsoNeeded,
    InvisibleRemoved,
    LooksLikeFormula,
    RepeatedRow,
    TotalRow,
    HeaderRepeated,
    MergedCell,
    SheetHidden,
    SheetUnrecognized,
    ColumnUnrecognized,
    StatusUnknown,
    EstimateMarked,
    WithdrawnWithoutReason,
    WithdrawnInText,
    DateUnlikely,
    SeveralTerms,
    TermTaken,
    TermNear,
    CellCorrected,
}

impl FaultCode {
    /// The code as it stands in answers.
    pub fn name(self) -> String {
        serde_json::to_value(self).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
    }
}

/// One fault of one value: the column by its own heading, the value as it was written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fault {
    pub column: String,
    pub value: String,
    pub code: FaultCode,
    /// What the sentence needs beyond the value: a limit, another column, a row.
    pub detail: String,
}

impl Fault {
    pub fn new(code: FaultCode, column: impl Into<String>, value: impl Into<String>) -> Fault {
        Fault { column: column.into(), value: value.into(), code, detail: String::new() }
    }

    pub fn with(mut self, detail: impl ToString) -> Fault {
        self.detail = detail.to_string();
        self
    }

    pub fn sentence(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.zh(),
            Lang::En => self.en(),
        }
    }

    /// The sentence with the file, the sheet and the row that it speaks of. Row 0 is the sheet as a whole.
    pub(crate) fn placed(&self, lang: Lang, file: &str, sheet: &str, row: u32) -> String {
        let said = self.sentence(lang);
        match (lang, row) {
            (Lang::Zh, 0) => format!("{file} “{sheet}”：{said}"),
            (Lang::Zh, row) => format!("{file} “{sheet}”第{row}行：{said}"),
            (Lang::En, 0) => format!("{file}, {sheet}: {said}"),
            (Lang::En, row) => format!("{file}, {sheet}, row {row}: {said}"),
        }
    }

    pub(crate) fn zh(&self) -> String {
        let (column, value, detail) = (&self.column, shorten(&self.value), &self.detail);
        match self.code {
            FaultCode::RequiredMissing => format!("“{column}”未填写，此项必填。"),
            FaultCode::DateImpossible => format!("“{column}”填写的“{value}”不是有效日期，请核对。"),
            FaultCode::DateUnreadable => format!("“{column}”的“{value}”不是日期，请填写年月日，如 2023年3月2日。"),
            FaultCode::DateIncomplete => format!("“{column}”的“{value}”年月日不全，请填写到日，如 2023年3月2日。"),
            FaultCode::DateYearUnknown => {
                format!("“{column}”的“{value}”没有年份，表名和标题中也未写明年度，请补上年份。")
            }
            FaultCode::DateOutOfRange => format!("“{column}”的“{value}”超出 1949年至2100年，请核对年份。"),
            FaultCode::NumberUnreadable => match detail.as_str() {
                "" => format!("“{column}”的“{value}”不是确定的数字，请填写确数。"),
                ESTIMATE => {
                    format!("“{column}”的“{value}”不是数字，请填写确数；没有确数的可写“{ESTIMATE}”。")
                }
                unit => format!("“{column}”的“{value}”写的单位是“{unit}”，与此列不符，请核对后填写数字。"),
            },
            FaultCode::NumberNegative => format!("“{column}”的“{value}”是负数，数量不能为负。"),
            FaultCode::NumberFraction => format!("“{column}”的“{value}”不是整数。"),
            FaultCode::NumberTooLarge => format!("“{column}”的“{value}”过大，最多 {detail}。"),
            FaultCode::FlagUnreadable => format!("“{column}”的“{value}”不能判断是或否，请填写“是”或“否”。"),
            FaultCode::TextTooLong => format!("“{column}”过长，最多 {detail} 字，请缩短。"),
            FaultCode::CellError => format!("“{column}”的公式出错（{value}），请在表格中改正。"),
            FaultCode::FormulaWithoutValue => {
                format!("“{column}”是公式（{value}）但没有计算结果，请在 Excel 中打开并保存后再导入。")
            }
            FaultCode::MoreThanWhole => format!("“{column}”的 {value} 多于“{detail}”，请核对。"),
            FaultCode::TermUnknown => format!("“{column}”的“{value}”不在词表中；本次要求只用已有词条。"),
            FaultCode::UnitContradicts => {
                format!("“{column}”的“{value}”与此行的计量单位“{detail}”不一致，请核对后改为一致。")
            }
            FaultCode::SecondTable => "从这一行起是另一张表，未导入，请移到单独的工作表。".into(),
            FaultCode::SatisfiedInDegrees => {
                format!("满意程度分列填写（{detail}），不能判断哪些算作满意，请增加“满意份数”一列填写合计。")
            }
            FaultCode::DigitsLost => {
                format!("“{column}”的“{value}”：超过15位的数字在表格中已失真，请设为文本格式重新填写。")
            }
            FaultCode::TermRetired => {
                format!("“{column}”的“{value}”已停用，请改选其他词条，或在“设置”中恢复使用。")
            }
            FaultCode::DayOutsideYear => format!("“{column}”的“{value}”不在 {detail} 年，请核对年份。"),
            FaultCode::DayRepeated => format!("“{column}”的“{value}”与第 {detail} 行重复，请只留一行。"),
            FaultCode::DayKindUnreadable => format!("“{column}”的“{value}”不能判断是放假还是上班，请填写“休”或“班”。"),
            FaultCode::MakeUpOnWeekday => {
                format!("“{column}”的“{value}”不是周六、周日，本来就上班，不是调休上班，请核对。")
            }
            FaultCode::GroundMissing => {
                format!("答复为不予公开，须填写“{column}”（《高等学校信息公开办法》第十条）。")
            }
            FaultCode::WordUnclear => format!("“{column}”的“{value}”可能是{detail}，请选定一个。"),
            FaultCode::WordUnknown => format!("“{column}”的“{value}”不在词表中，没有填入，请改写或在表单中新增。"),
            FaultCode::SeveralNames if detail == KEPT => {
                format!("“{column}”填的“{value}”像是多人的姓名，已照原样保存；请核对，只填一人。")
            }
            FaultCode::SeveralNames if detail == APART => {
                format!("“{column}”只能填一人，“{value}”像是多人，请改为一人，其余另行添加。")
            }
            FaultCode::SeveralNames => format!("“{column}”只能填一人，“{value}”像是多人，请改为一人，其余写入备注。"),
            FaultCode::SeveralDays => format!("写了多个日期，“{column}”已取{detail}，请删去“{value}”或改正。"),
            FaultCode::ThingUnclear => format!("这一行可以登记为{detail}，请选定一个。"),
            FaultCode::AlsoNeeded => format!("已填“{detail}”，“{column}”也请填写。"),
            FaultCode::PublicWithoutChannel => format!("已公开但未填“{column}”：计入总条数，不计入任何渠道。"),
            FaultCode::Undated => format!("未填“{column}”：不计入任何期间。"),
            FaultCode::InvisibleRemoved if detail == UNSAVED => {
                format!("“{column}”中有看不见的控制字符，保存时将去掉，其余文字不变。")
            }
            FaultCode::InvisibleRemoved => format!("“{column}”中有看不见的控制字符，已去掉，其余文字不变。"),
            FaultCode::PublishedBeforeMade | FaultCode::AnsweredBeforeReceived | FaultCode::EarlierThan => {
                format!("“{column}”{value} 早于“{detail}”，请核对。")
            }
            FaultCode::LooksLikeFormula => {
                format!("“{column}”以“{}”开头，已按文字保存，不会作为公式计算。", value.chars().next().unwrap_or('='))
            }
            FaultCode::RepeatedRow => {
                format!("与第 {detail} 行完全相同；此类登记可以重复，已照常导入，请确认不是误录。")
            }
            FaultCode::TotalRow => "这一行是合计，未作为记录导入。".into(),
            FaultCode::HeaderRepeated => "这一行重复了表头，未作为记录导入。".into(),
            FaultCode::MergedCell if detail.is_empty() => {
                format!("“{column}”是合并单元格，所含各行均按“{value}”导入。")
            }
            FaultCode::MergedCell => {
                format!("“{column}”是合并单元格，“{value}”只计入第{detail}行，所含其余各行不再计。")
            }
            FaultCode::SheetHidden => "此表是隐藏的，未导入。如需导入，请取消隐藏或在列对应关系中指定。".into(),
            FaultCode::SheetUnrecognized => format!("没有认出此表的表头，未导入。列名可写作：{detail}。"),
            FaultCode::ColumnUnrecognized => format!("没有认出“{column}”这一列，其内容未导入。"),
            FaultCode::StatusUnknown => format!("“{column}”的“{value}”不是“作废”一类的状态，按有效导入。"),
            FaultCode::EstimateMarked => format!("“{column}”的“{value}”是约数，已按 {detail} 导入并标记为约数。"),
            FaultCode::WithdrawnWithoutReason => format!("“{column}”已作废而未写原因，原因记为“{detail}”。"),
            FaultCode::WithdrawnInText => {
                format!("“{column}”中写有“{detail}”，此行仍按有效导入；如已作废，请在状态列注明。")
            }
            FaultCode::DateUnlikely if detail.is_empty() => format!("“{column}”的“{value}”晚于今天，请核对。"),
            FaultCode::DateUnlikely => format!("“{column}”的“{value}”与台账年度 {detail} 年相差一年以上，请核对。"),
            FaultCode::SeveralTerms => {
                format!("“{column}”的“{value}”含有多个已有词条（{detail}），此列只能填一个，已整体作为一个词条。")
            }
            FaultCode::TermTaken => format!("“{column}”的“{value}”已按“{detail}”导入，请核对。"),
            FaultCode::TermNear => format!("“{column}”的“{value}”是新词条，与已有的“{detail}”相近，请核对是否同一词。"),
            FaultCode::CellCorrected => {
                let quoted =
                    |text: &str| if text.is_empty() { "空白".into() } else { format!("“{}”", shorten(text)) };
                format!("“{column}”由{}改为{}后导入。", quoted(&value), quoted(detail))
            }
        }
    }

    pub(crate) fn en(&self) -> String {
        let (column, value, detail) = (&self.column, shorten(&self.value), &self.detail);
        match self.code {
            FaultCode::RequiredMissing => format!("{column} is missing."),
            FaultCode::DateImpossible => format!("{column}: there is no such day as {value}."),
            FaultCode::DateUnreadable => format!("{column}: {value} is not a date."),
            FaultCode::DateIncomplete => format!("{column}: {value} is not complete: year, month and day are needed."),
            FaultCode::DateYearUnknown => {
                format!("{column}: {value} lacks the year, and no title or sheet name gives it.")
            }
            FaultCode::DateOutOfRange => format!("{column}: {value} is outside 1949 to 2100."),
            FaultCode::NumberUnreadable => match detail.as_str() {
                "" => format!("{column}: {value} is not an exact number."),
                ESTIMATE => format!("{column}: {value} is not a number; an estimate is written {ESTIMATE}."),
                unit => format!("{column}: {value} is counted in {unit}, which does not belong here."),
            },
            FaultCode::NumberNegative => format!("{column}: {value} is negative."),
            FaultCode::NumberFraction => format!("{column}: {value} is not a whole number."),
            FaultCode::NumberTooLarge => format!("{column}: {value} is above {detail}."),
            FaultCode::FlagUnreadable => format!("{column}: {value} is neither yes nor no."),
            FaultCode::TextTooLong => format!("{column} is longer than {detail} characters."),
            FaultCode::CellError => format!("{column}: the formula failed ({value})."),
            FaultCode::FormulaWithoutValue => format!("{column}: the formula {value} has no stored result."),
            FaultCode::MoreThanWhole => format!("{column}: {value} is more than {detail}."),
            FaultCode::TermUnknown => format!("{column}: {value} is not in the vocabulary."),
            FaultCode::UnitContradicts => format!("{column}: {value} contradicts the unit of the row, {detail}."),
            FaultCode::SecondTable => {
                "Another table begins at this row and was not imported; move it to a sheet of its own.".into()
            }
            FaultCode::SatisfiedInDegrees => {
                format!("Satisfaction stands in degrees ({detail}); add a column 满意份数 with the total.")
            }
            FaultCode::DigitsLost => {
                format!("{column}: {value} has lost digits beyond the fifteenth; type it again as text.")
            }
            FaultCode::TermRetired => {
                format!("{column}: {value} is retired; choose another term, or restore it under Settings.")
            }
            FaultCode::DayOutsideYear => format!("{column}: {value} is not in {detail}."),
            FaultCode::DayRepeated => format!("{column}: {value} stands in row {detail} already; keep one."),
            FaultCode::DayKindUnreadable => format!("{column}: {value} says neither 休 (off) nor 班 (worked)."),
            FaultCode::MakeUpOnWeekday => {
                format!("{column}: {value} is no Saturday or Sunday, and worked anyway; check the day.")
            }
            FaultCode::GroundMissing => {
                format!("{column} is missing: a refusal needs its ground (art. 10 of the Measures).")
            }
            FaultCode::WordUnclear => format!("{column}: {value} may be {detail}; choose one."),
            FaultCode::WordUnknown => {
                format!(
                    "{column}: {value} is not in the vocabulary and was not filled in; change it, or add it in the form."
                )
            }
            FaultCode::SeveralNames if detail == KEPT => {
                format!("{column} holds {value}, which looks like several names; kept as it is. Please enter one.")
            }
            FaultCode::SeveralNames if detail == APART => {
                format!("{column} holds one person, and {value} looks like several; add the others on their own.")
            }
            FaultCode::SeveralNames => {
                format!("{column} holds one person, and {value} looks like several; put the others into the remarks.")
            }
            FaultCode::SeveralDays => {
                format!("There are several days; {column} is {detail}. Remove {value} or correct it.")
            }
            FaultCode::ThingUnclear => format!("The line may be logged as {detail}; choose one."),
            FaultCode::AlsoNeeded => format!("{detail} is filled in; fill in {column} too."),
            FaultCode::PublicWithoutChannel => format!("Public, but {column} is empty: counted in no channel."),
            FaultCode::Undated => format!("{column} is empty: counted in no period."),
            FaultCode::InvisibleRemoved => {
                format!("{column} held invisible control characters; they were removed, the rest is as typed.")
            }
            FaultCode::PublishedBeforeMade | FaultCode::AnsweredBeforeReceived | FaultCode::EarlierThan => {
                format!("{column} {value} is before {detail}.")
            }
            FaultCode::LooksLikeFormula => format!("{column} looks like a formula and was kept as text."),
            FaultCode::RepeatedRow => format!("The same as row {detail}; imported, as such entries may repeat."),
            FaultCode::TotalRow => "A row of totals; not imported.".into(),
            FaultCode::HeaderRepeated => "The header again; not imported.".into(),
            FaultCode::MergedCell if detail.is_empty() => {
                format!("{column} is a merged cell; {value} was taken for each of its rows.")
            }
            FaultCode::MergedCell => {
                format!("{column} is a merged cell; {value} was counted for row {detail} alone.")
            }
            FaultCode::SheetHidden => "The sheet is hidden and was not imported.".into(),
            FaultCode::SheetUnrecognized => {
                format!("No header was recognised; the sheet was not imported. Sought: {detail}.")
            }
            FaultCode::ColumnUnrecognized => format!("The column {column} was not recognised and not imported."),
            FaultCode::StatusUnknown => format!("{column}: {value} is no status of withdrawal; imported as in force."),
            FaultCode::EstimateMarked => format!("{column}: {value} is an estimate, taken as {detail} and marked."),
            FaultCode::WithdrawnWithoutReason => {
                format!("{column}: withdrawn without a reason; recorded as {detail}.")
            }
            FaultCode::WithdrawnInText => {
                format!("{column} says {detail}, yet the row was imported as in force; say so in a column of status.")
            }
            FaultCode::DateUnlikely if detail.is_empty() => format!("{column}: {value} is after today."),
            FaultCode::DateUnlikely => {
                format!("{column}: {value} is more than a year away from the ledger's {detail}.")
            }
            FaultCode::SeveralTerms => {
                format!("{column}: {value} holds several known terms ({detail}); it was taken as one new term.")
            }
            FaultCode::TermTaken => format!("{column}: {value} was taken as {detail}."),
            FaultCode::TermNear => format!("{column}: {value} is a new term, close to {detail}."),
            FaultCode::CellCorrected => {
                let named = |text: &str| if text.is_empty() { "blank".into() } else { shorten(text) };
                format!("{column} was put right from {} to {} before the import.", named(&value), named(detail))
            }
        }
    }
}

/// A fault of one field of a form, told in either language.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FieldFault {
    /// The field's key.
    pub field: String,
    pub code: FaultCode,
    pub zh: String,
    pub en: String,
}

impl FieldFault {
    /// A fault that names fields by their keys, as [`crate::things::check`] makes them.
    pub(crate) fn of(thing: Thing, fault: Fault) -> FieldFault {
        let said = |lang: Lang| {
            let label =
                |text: &String| thing.field(text).map_or_else(|| text.clone(), |field| field.label(lang).to_owned());
            Fault { column: label(&fault.column), detail: label(&fault.detail), ..fault.clone() }.sentence(lang)
        };
        FieldFault { field: fault.column.clone(), code: fault.code, zh: said(Lang::Zh), en: said(Lang::En) }
    }
}

/// The detail of a fault of what is typed and not saved yet.
pub(crate) const UNSAVED: &str = "unsaved";

/// The detail of a fault of what is saved all the same.
pub(crate) const KEPT: &str = "kept";

/// The detail of a fault of several names where each is to be entered by itself.
pub(crate) const APART: &str = "apart";

/// How an estimate is written; the detail of a fault where one may be.
pub(crate) const ESTIMATE: &str = "约200";

/// A value in a sentence is no longer than a glance.
fn shorten(value: &str) -> String {
    const GLANCE: usize = 40;
    if value.chars().count() <= GLANCE {
        return value.to_owned();
    }
    value.chars().take(GLANCE).chain(['…']).collect()
}
