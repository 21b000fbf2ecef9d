//! What can be wrong with one row or one form: the code, and the sentence that names the place.

mod en;
mod zh;

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
    MoneyFraction,
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
    RecordUnknown,
    LeftUnread,
    // Warnings
    PublicWithoutChannel,
    Undated,
    PublishedBeforeMade,
    AnsweredBeforeReceived,
    EarlierThan,
    PeriodTooShort,
    AlsoNeeded,
    CaseFileLeft,
    CorrectionUnnamed,
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
    IdentityNumberFound,
    MobileNumberFound,
    BankCardFound,
    EmailFound,
    WithheldYetPublic,
    UnreviewedYetPublic,
    WithheldYetDated,
    CorrectionReasonNeeded,
    PeriodArchived,
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
