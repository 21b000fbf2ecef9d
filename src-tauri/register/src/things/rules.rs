//! What a record must satisfy, whether typed into a form or read from a workbook.

use crate::fault::{Fault, FaultCode};

use super::several::{Several, several};
use super::{Kind, LARGEST_COUNT, Thing, Value, Values};

/// Fields that name one person.
const PERSONS: [&str; 3] = ["applicant", "chair", "owner"];

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
            (_, Value::Text(text)) if PERSONS.contains(&field.key) && several(text) != Several::No => {
                warnings.push(fault(FaultCode::SeveralNames));
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
        Thing::Reply => reply(values, &mut warnings),
        Thing::Request => request(values, &mut warnings),
        Thing::CaseFile => in_order(values, &[("closed_on", "filed_on")], &mut warnings),
        Thing::Problem => problem(values, &mut warnings),
        Thing::Consultation => consultation(values, &mut refusals, &mut warnings),
        Thing::Notice => notice(values, &mut warnings),
        Thing::Regulation => in_order(values, &[("effective_on", "issued_on")], &mut warnings),
        Thing::Meeting | Thing::Material => {}
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

fn reply(values: &Values, warnings: &mut Vec<Fault>) {
    answered(values, warnings);
    in_order(values, &[("assigned_on", "received_on"), ("due_on", "received_on")], warnings);
    together(values, &[("satisfaction", "replied_on")], warnings);
}

/// The days of a request stand in their order, and what belongs together is there together.
fn request(values: &Values, warnings: &mut Vec<Fault>) {
    answered(values, warnings);
    let order = [
        ("clarify_asked_on", "received_on"),
        ("clarify_given_on", "clarify_asked_on"),
        ("extended_on", "received_on"),
        ("third_party_asked_on", "received_on"),
        ("third_party_answered_on", "third_party_asked_on"),
    ];
    in_order(values, &order, warnings);
    let pairs = [
        ("clarify_given_on", "clarify_asked_on"),
        ("extended_on", "extension_reason"),
        ("extension_reason", "extended_on"),
        ("third_party_answered_on", "third_party_asked_on"),
    ];
    together(values, &pairs, warnings);
}

fn problem(values: &Values, warnings: &mut Vec<Fault>) {
    in_order(values, &[("due_on", "found_on"), ("solved_on", "found_on")], warnings);
    together(values, &[("solved_on", "remedy")], warnings);
}

fn consultation(values: &Values, refusals: &mut Vec<Fault>, warnings: &mut Vec<Fault>) {
    within(values, &[("adopted", "opinions")], refusals);
    in_order(
        values,
        &[("closes_on", "opened_on"), ("answered_on", "opened_on"), ("answered_on", "closes_on")],
        warnings,
    );
    together(values, &[("adopted", "opinions")], warnings);
}

fn notice(values: &Values, warnings: &mut Vec<Fault>) {
    in_order(values, &[("ends_on", "posted_on")], warnings);
    if values.number("objections").is_some_and(|objections| objections > 0) {
        together(values, &[("objections", "result")], warnings);
    }
}

/// Each day is no earlier than the other.
fn in_order(values: &Values, pairs: &[(&'static str, &'static str)], warnings: &mut Vec<Fault>) {
    for (later, earlier) in pairs {
        if let (Some(first), Some(then)) = (values.date(earlier), values.date(later))
            && then < first
        {
            warnings.push(Fault::new(FaultCode::EarlierThan, *later, then.to_string()).with(earlier));
        }
    }
}

/// Where the one is filled in, so is the other.
fn together(values: &Values, pairs: &[(&'static str, &'static str)], warnings: &mut Vec<Fault>) {
    for (given, lacking) in pairs {
        if !values.get(given).is_empty() && values.get(lacking).is_empty() {
            warnings.push(Fault::new(FaultCode::AlsoNeeded, *lacking, "").with(given));
        }
    }
}

/// Satisfaction is satisfied ÷ valid.
fn evaluation(values: &Values, refusals: &mut Vec<Fault>) {
    within(values, &[("satisfied", "valid"), ("valid", "issued")], refusals);
}

/// No part may exceed its whole.
fn within(values: &Values, pairs: &[(&'static str, &'static str)], refusals: &mut Vec<Fault>) {
    for (part, whole) in pairs {
        if let (Some(p), Some(w)) = (values.number(part), values.number(whole))
            && p > w
        {
            refusals.push(Fault::new(FaultCode::MoreThanWhole, *part, p.to_string()).with(whole));
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
