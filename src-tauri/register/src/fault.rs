//! What can be wrong with one row or one form: the code, and the sentence that names the place.

use serde::Serialize;
use ts_rs::TS;

use crate::error::Lang;

/// Why a value cannot be taken, or what should be known of it though it was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, TS)]
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
    // Warnings
    PublicWithoutChannel,
    Undated,
    PublishedBeforeMade,
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
    CombinedReason,
}

impl FaultCode {
    /// The code as it stands in answers.
    pub fn name(self) -> String {
        serde_json::to_value(self).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
    }
}

/// One fault of one value: the column by its own heading, the value as it was written.
#[derive(Clone, Debug, PartialEq)]
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

    pub(crate) fn zh(&self) -> String {
        let (column, value, detail) = (&self.column, shorten(&self.value), &self.detail);
        match self.code {
            FaultCode::RequiredMissing => format!("“{column}”未填写，此项必填。"),
            FaultCode::DateImpossible => format!("“{column}”的“{value}”不存在这一天，请核对日期。"),
            FaultCode::DateUnreadable => format!("“{column}”的“{value}”不是日期，请填写年月日，如 2023年3月2日。"),
            FaultCode::DateIncomplete => format!("“{column}”的“{value}”缺少日，请填写到日。"),
            FaultCode::DateYearUnknown => {
                format!("“{column}”的“{value}”没有年份，表名和标题中也未写明年度，请补上年份。")
            }
            FaultCode::DateOutOfRange => format!("“{column}”的“{value}”超出 1949年至2100年，请核对年份。"),
            FaultCode::NumberUnreadable => {
                format!("“{column}”的“{value}”不是数字，请填写确数；没有确数的可写“约200”。")
            }
            FaultCode::NumberNegative => format!("“{column}”的“{value}”是负数，数量不能为负。"),
            FaultCode::NumberFraction => format!("“{column}”的“{value}”不是整数。"),
            FaultCode::NumberTooLarge => format!("“{column}”的“{value}”过大，最多 {detail}。"),
            FaultCode::FlagUnreadable => format!("“{column}”的“{value}”不能判断是或否，请填写“是”或“否”。"),
            FaultCode::TextTooLong => format!("“{column}”过长，最多 {detail} 字，请缩短后再导入。"),
            FaultCode::CellError => format!("“{column}”的公式出错（{value}），请在表格中改正。"),
            FaultCode::FormulaWithoutValue => {
                format!("“{column}”是公式（{value}）但没有计算结果，请在 Excel 中打开并保存后再导入。")
            }
            FaultCode::MoreThanWhole => format!("“{column}”的 {value} 多于“{detail}”，请核对。"),
            FaultCode::TermUnknown => format!("“{column}”的“{value}”不在词表中；本次要求只用已有词条。"),
            FaultCode::PublicWithoutChannel => format!("已公开但未填“{column}”：计入总条数，不计入任何渠道。"),
            FaultCode::Undated => format!("未填“{column}”：不计入任何期间。"),
            FaultCode::PublishedBeforeMade => format!("“{column}”{value} 早于“{detail}”，请核对。"),
            FaultCode::LooksLikeFormula => {
                format!("“{column}”以“{}”开头，已按文字保存，不会作为公式计算。", value.chars().next().unwrap_or('='))
            }
            FaultCode::RepeatedRow => {
                format!("与第 {detail} 行完全相同；此类登记可以重复，已照常导入，请确认不是误录。")
            }
            FaultCode::TotalRow => "这一行是合计，未作为记录导入。".into(),
            FaultCode::HeaderRepeated => "这一行重复了表头，未作为记录导入。".into(),
            FaultCode::MergedCell => format!("“{column}”是合并单元格，所含各行均按“{value}”导入。"),
            FaultCode::SheetHidden => "此表是隐藏的，未导入。如需导入，请取消隐藏或在列对应关系中指定。".into(),
            FaultCode::SheetUnrecognized => format!("没有认出此表的表头，未导入。列名可写作：{detail}。"),
            FaultCode::ColumnUnrecognized => format!("没有认出“{column}”这一列，其内容未导入。"),
            FaultCode::StatusUnknown => format!("“{column}”的“{value}”不是“作废”一类的状态，按有效导入。"),
            FaultCode::EstimateMarked => format!("“{column}”的“{value}”是约数，已按 {detail} 导入并标记为约数。"),
            FaultCode::CombinedReason => format!("“{column}”已作废而未写原因，原因记为“{detail}”。"),
        }
    }

    pub(crate) fn en(&self) -> String {
        let (column, value, detail) = (&self.column, shorten(&self.value), &self.detail);
        match self.code {
            FaultCode::RequiredMissing => format!("{column} is missing."),
            FaultCode::DateImpossible => format!("{column}: there is no such day as {value}."),
            FaultCode::DateUnreadable => format!("{column}: {value} is not a date."),
            FaultCode::DateIncomplete => format!("{column}: {value} lacks the day."),
            FaultCode::DateYearUnknown => {
                format!("{column}: {value} lacks the year, and no title or sheet name gives it.")
            }
            FaultCode::DateOutOfRange => format!("{column}: {value} is outside 1949 to 2100."),
            FaultCode::NumberUnreadable => format!("{column}: {value} is not a number."),
            FaultCode::NumberNegative => format!("{column}: {value} is negative."),
            FaultCode::NumberFraction => format!("{column}: {value} is not a whole number."),
            FaultCode::NumberTooLarge => format!("{column}: {value} is above {detail}."),
            FaultCode::FlagUnreadable => format!("{column}: {value} is neither yes nor no."),
            FaultCode::TextTooLong => format!("{column} is longer than {detail} characters."),
            FaultCode::CellError => format!("{column}: the formula failed ({value})."),
            FaultCode::FormulaWithoutValue => format!("{column}: the formula {value} has no stored result."),
            FaultCode::MoreThanWhole => format!("{column}: {value} is more than {detail}."),
            FaultCode::TermUnknown => format!("{column}: {value} is not in the vocabulary."),
            FaultCode::PublicWithoutChannel => format!("Public, but {column} is empty: counted in no channel."),
            FaultCode::Undated => format!("{column} is empty: counted in no period."),
            FaultCode::PublishedBeforeMade => format!("{column} {value} is before {detail}."),
            FaultCode::LooksLikeFormula => format!("{column} looks like a formula and was kept as text."),
            FaultCode::RepeatedRow => format!("The same as row {detail}; imported, as such entries may repeat."),
            FaultCode::TotalRow => "A row of totals; not imported.".into(),
            FaultCode::HeaderRepeated => "The header again; not imported.".into(),
            FaultCode::MergedCell => format!("{column} is a merged cell; {value} was taken for each of its rows."),
            FaultCode::SheetHidden => "The sheet is hidden and was not imported.".into(),
            FaultCode::SheetUnrecognized => {
                format!("No header was recognised; the sheet was not imported. Sought: {detail}.")
            }
            FaultCode::ColumnUnrecognized => format!("The column {column} was not recognised and not imported."),
            FaultCode::StatusUnknown => format!("{column}: {value} is no status of withdrawal; imported as in force."),
            FaultCode::EstimateMarked => format!("{column}: {value} is an estimate, taken as {detail} and marked."),
            FaultCode::CombinedReason => format!("{column}: withdrawn without a reason; recorded as {detail}."),
        }
    }
}

/// A value in a sentence is no longer than a glance.
fn shorten(value: &str) -> String {
    const GLANCE: usize = 40;
    if value.chars().count() <= GLANCE {
        return value.to_owned();
    }
    value.chars().take(GLANCE).chain(['…']).collect()
}
