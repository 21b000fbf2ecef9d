//! The sentences of faults in English.

use super::{APART, ESTIMATE, Fault, FaultCode, KEPT, shorten};

impl Fault {
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
            FaultCode::MoneyFraction => format!("{column}: {value} is not whole fen: two decimals at most."),
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
                format!("{column}: {value} is not in the vocabulary; choose one that is, or add it in the form.")
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
                format!(
                    "There are several days: {column} is {detail}, and {value} is there as well. Please check which is meant."
                )
            }
            FaultCode::ThingUnclear => format!("The line may be logged as {detail}; choose one."),
            FaultCode::LeftUnread => {
                format!("{value} was not read as anything: check {column}; a second record goes on a line of its own.")
            }
            FaultCode::RecordUnknown => {
                format!("The record chosen for {column} is not in the register or is withdrawn; choose again.")
            }
            FaultCode::PeriodTooShort => {
                format!("{column} is {value} working days after the beginning; a consultation lasts at least {detail}.")
            }
            FaultCode::AlsoNeeded => format!("{detail} is filled in; fill in {column} too."),
            FaultCode::PublicWithoutChannel => format!("Public, but {column} is empty: counted in no channel."),
            FaultCode::Undated => format!("{column} is empty: counted in no period."),
            FaultCode::CorrectionUnnamed => {
                format!("This is a correction: choose in {column} which item it corrects, and that item will say so.")
            }
            FaultCode::CaseFileLeft => {
                format!(
                    "The case file made from it, {value} ({detail}), stays in force and counts; withdraw it too if it no longer holds."
                )
            }
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
            FaultCode::IdentityNumberFound => {
                found(column, detail, "identity number", &value, "built as identity numbers are")
            }
            FaultCode::MobileNumberFound => {
                found(column, detail, "mobile number", &value, "begins and is as long as mobile numbers are")
            }
            FaultCode::BankCardFound => {
                found(column, detail, "bank card", &value, "length and check digit are those of a card")
            }
            FaultCode::EmailFound => found(column, detail, "e-mail address", &value, "written as e-mail addresses are"),
            FaultCode::WithheldYetPublic if value.is_empty() => {
                "Withheld by its secrecy review, and still entered as public; it counts as public. Please check.".into()
            }
            FaultCode::WithheldYetPublic => format!(
                "Withheld by its secrecy review, and still entered as public (on {value}); it counts as public. Please check."
            ),
            FaultCode::UnreviewedYetPublic => format!(
                "Not reviewed yet, and public since {value}. The secrecy review comes before publication: please make up for it, or check."
            ),
            FaultCode::CorrectionReasonNeeded => format!(
                "The record lies in the period of “{value}”, archived as number {detail}: saving it needs the reason of the correction."
            ),
            FaultCode::PeriodArchived => format!(
                "Records of this sheet lie in the period of “{value}”, archived as number {detail}. They are imported with this import as their reason; the archive stays, and what differs is told among its corrections."
            ),
            FaultCode::WithheldYetDated => format!(
                "Withheld by its secrecy review, and {column} says {value}. Of what was never public the day only tells the period; of what was, please check that it was taken down."
            ),
        }
    }
}

/// What must not go out, with its place.
fn found(column: &str, place: &str, what: &str, masked: &str, why: &str) -> String {
    format!(
        "{column}, characters {place}: possible {what}, {masked}: {why}. Check or cover it before it goes out; saving is not held up."
    )
}
