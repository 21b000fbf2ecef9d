//! How a figure is printed.

use serde_json::Number;

use super::declared::Declaration;
use super::{Definition, Measure, Rounding, tenths_of_percent};
use crate::store::selection::Totals;

/// Nothing can be said: not the same as none.
const NOT_FILLED_IN: &str = "未填报";

/// The value and its wording. An estimate among the records is never added silently: the wording says 约. What was
/// declared is the value only where nothing is counted.
pub(super) fn shown(
    definition: &Definition,
    totals: Totals,
    declared: Option<&Declaration>,
) -> (Option<Number>, String) {
    let unit = &definition.unit;
    match definition.measure {
        Measure::Ratio { .. } => match tenths_of_percent(totals.sum, totals.whole) {
            Some(tenths) => {
                #[allow(clippy::cast_precision_loss)] // a few thousand tenths
                let value = Number::from_f64(tenths as f64 / 10.0);
                (value, format!("{}.{}{unit}", tenths / 10, tenths % 10))
            }
            None => (None, NOT_FILLED_IN.to_owned()),
        },
        Measure::Declared => match declared.and_then(|declared| declared.value.as_ref()) {
            Some(value) => (Some(value.clone()), stated(definition, value)),
            None => (None, NOT_FILLED_IN.to_owned()),
        },
        Measure::Records | Measure::Sum { .. } => {
            (Some(totals.sum.into()), whole(definition, totals.sum, totals.estimates > 0))
        }
    }
}

/// A number that was declared, in the wording of its figure.
pub(super) fn stated(definition: &Definition, value: &Number) -> String {
    match value.as_i64() {
        Some(number) => whole(definition, number, false),
        None => format!("{value}{}", definition.unit),
    }
}

fn whole(definition: &Definition, sum: i64, estimated: bool) -> String {
    match (sum, &definition.zero) {
        (0, Some(wording)) => wording.clone(),
        (sum, _) => in_words(sum, definition.rounding, &definition.unit, estimated),
    }
}

fn in_words(sum: i64, rounding: Option<Rounding>, unit: &str, estimated: bool) -> String {
    match rounding {
        Some(Rounding::Hundreds) if sum >= 1000 && sum % 100 != 0 => format!("{}余{unit}", sum / 100 * 100),
        Some(Rounding::Hundreds) | None if estimated => format!("约{sum}{unit}"),
        Some(Rounding::Hundreds) | None => format!("{sum}{unit}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hundreds_are_rounded_down_and_say_so() {
        let cases =
            [(23617, "23600余人次"), (2312, "2300余人次"), (2300, "2300人次"), (999, "999人次"), (1000, "1000人次")];
        for (sum, wording) in cases {
            assert_eq!(in_words(sum, Some(Rounding::Hundreds), "人次", false), wording);
        }
    }

    #[test]
    fn an_estimate_is_never_added_silently() {
        assert_eq!(in_words(276, None, "件", true), "约276件");
        assert_eq!(in_words(276, None, "件", false), "276件");
    }

    #[test]
    fn a_share_is_rounded_half_up_to_one_decimal() {
        let cases = [
            (873, 1000, Some(873)),
            (1, 3, Some(333)),
            (2, 3, Some(667)),
            (1, 2000, Some(1)),
            (1, 2001, Some(0)),
            (0, 0, None),
        ];
        assert_eq!((crate::counting::percent(2, 3), crate::counting::percent(0, 0)), (Some(66.7), None));
        for (sum, whole, tenths) in cases {
            assert_eq!(tenths_of_percent(sum, whole), tenths, "{sum}/{whole}");
        }
    }
}
