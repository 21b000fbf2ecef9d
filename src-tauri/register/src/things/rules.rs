//! What a record must satisfy, whether typed into a form or read from a workbook.

use crate::fault::{Fault, FaultCode};

use super::{Kind, LARGEST_COUNT, Thing, Value, Values};

/// Fills what goes without saying, then finds what refuses the record and what should be known of it.
/// Faults name fields by their keys; the caller puts its own headings in their place.
pub fn check(values: &mut Values) -> (Vec<Fault>, Vec<Fault>) {
    fill(values);
    let mut refusals = Vec::new();
    let mut warnings = Vec::new();
    for (field, value) in values.iter() {
        let fault = |code| Fault::new(code, field.key, text_of(value));
        if value.is_empty() {
            if field.required {
                refusals.push(fault(FaultCode::RequiredMissing));
            }
            continue;
        }
        match (field.kind, value) {
            (Kind::Text { max }, Value::Text(text)) if text.chars().count() > max => {
                refusals.push(fault(FaultCode::TextTooLong).with(max));
            }
            (Kind::Count | Kind::Money, Value::Number(number)) if *number > LARGEST_COUNT => {
                refusals.push(fault(FaultCode::NumberTooLarge).with(LARGEST_COUNT));
            }
            (Kind::Count | Kind::Money, Value::Number(number)) if *number < 0 => {
                refusals.push(fault(FaultCode::NumberNegative));
            }
            (Kind::Date, Value::Date(date)) if !crate::period::plausible(*date) => {
                refusals.push(fault(FaultCode::DateOutOfRange));
            }
            (_, Value::Text(text)) if text.starts_with(['=', '+', '@']) => {
                warnings.push(fault(FaultCode::LooksLikeFormula));
            }
            (kind, value) if !value.fits(kind) => refusals.push(fault(FaultCode::RequiredMissing)),
            _ => {}
        }
    }
    match values.thing() {
        Thing::Publication => publication(values, &mut refusals, &mut warnings),
        Thing::Evaluation => evaluation(values, &mut refusals),
        Thing::Reply => answered(values, &mut warnings),
        Thing::Request => request(values, &mut warnings),
        Thing::Meeting | Thing::Material | Thing::CaseFile => {}
    }
    (refusals, warnings)
}

/// A flag that nobody set is 否, except that an item in a ledger of published items is public.
fn fill(values: &mut Values) {
    let thing = values.thing();
    for field in thing.fields() {
        if field.kind == Kind::Flag && values.get(field.key).is_empty() {
            values.set(field.key, Value::Flag(field.key == "is_public"));
        }
    }
    if thing == Thing::Reply && values.get("quantity").is_empty() && !values.flag("is_day_count") {
        values.set("quantity", Value::Number(1));
    }
}

fn publication(values: &Values, refusals: &mut Vec<Fault>, warnings: &mut Vec<Fault>) {
    let published = values.date("published_on");
    if published.is_none() {
        let list = if values.flag("is_public") { refusals } else { &mut *warnings };
        let code = if values.flag("is_public") { FaultCode::RequiredMissing } else { FaultCode::Undated };
        list.push(Fault::new(code, "published_on", ""));
    }
    if values.flag("is_public") && values.get("channels").is_empty() {
        warnings.push(Fault::new(FaultCode::PublicWithoutChannel, "channels", ""));
    }
    if let (Some(made), Some(published)) = (values.date("made_on"), published)
        && published < made
    {
        warnings
            .push(Fault::new(FaultCode::PublishedBeforeMade, "published_on", published.to_string()).with("made_on"));
    }
}

fn answered(values: &Values, warnings: &mut Vec<Fault>) {
    if let (Some(received), Some(replied)) = (values.date("received_on"), values.date("replied_on"))
        && replied < received
    {
        let fault = Fault::new(FaultCode::AnsweredBeforeReceived, "replied_on", replied.to_string());
        warnings.push(fault.with("received_on"));
    }
}

/// The days of a request stand in their order, and what belongs together is there together.
fn request(values: &Values, warnings: &mut Vec<Fault>) {
    answered(values, warnings);
    for (later, earlier) in [
        ("clarify_asked_on", "received_on"),
        ("clarify_given_on", "clarify_asked_on"),
        ("extended_on", "received_on"),
        ("third_party_asked_on", "received_on"),
        ("third_party_answered_on", "third_party_asked_on"),
    ] {
        if let (Some(first), Some(then)) = (values.date(earlier), values.date(later))
            && then < first
        {
            warnings.push(Fault::new(FaultCode::EarlierThan, later, then.to_string()).with(earlier));
        }
    }
    for (given, lacking) in [
        ("clarify_given_on", "clarify_asked_on"),
        ("extended_on", "extension_reason"),
        ("extension_reason", "extended_on"),
        ("third_party_answered_on", "third_party_asked_on"),
    ] {
        if !values.get(given).is_empty() && values.get(lacking).is_empty() {
            warnings.push(Fault::new(FaultCode::AlsoNeeded, lacking, "").with(given));
        }
    }
}

/// Satisfaction is satisfied ÷ valid: no part may exceed its whole.
fn evaluation(values: &Values, refusals: &mut Vec<Fault>) {
    for (part, whole) in [("satisfied", "valid"), ("valid", "issued")] {
        if let (Some(p), Some(w)) = (values.number(part), values.number(whole))
            && p > w
        {
            refusals.push(Fault::new(FaultCode::MoreThanWhole, part, p.to_string()).with(whole));
        }
    }
}

fn text_of(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Date(date) => date.to_string(),
        Value::Flag(_) | Value::Terms(_) | Value::Empty => String::new(),
    }
}
