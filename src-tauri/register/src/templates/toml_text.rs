//! A template as the text of a file: the same template is always the same text.

use std::fmt::Write;

use super::checks::rule_lines;
use super::reading::VERSION;
use super::{PeriodRule, Template};
use crate::counting::{Definition, Measure, Rounding};
use crate::crosscheck::CheckDefinition;
use crate::things::Dimension;

pub(super) fn written(template: &Template) -> String {
    let mut text = format!("template = {VERSION}\nname = {}\n", quoted(&template.name));
    if !template.note.is_empty() {
        line(&mut text, "note", &quoted(&template.note));
    }
    if template.checks.as_ref().is_some_and(Vec::is_empty) {
        line(&mut text, "check", "[]");
    }
    for PeriodRule { name, from, to } in &template.periods {
        let day = |(month, day): &(u32, u32)| quoted(&format!("{month:02}-{day:02}"));
        text.push_str("\n[[period]]\n");
        line(&mut text, "name", &quoted(name));
        line(&mut text, "from", &day(from));
        line(&mut text, "to", &day(to));
    }
    if !template.words.is_empty() {
        text.push_str("\n[words]\n");
    }
    for dimension in Dimension::ALL {
        let words = template.words.iter().filter(|word| word.dimension == dimension);
        let words: Vec<String> = words
            .map(|word| match &word.parent {
                Some(parent) => format!("    {{ name = {}, parent = {} }},\n", quoted(&word.name), quoted(parent)),
                None => format!("    {},\n", quoted(&word.name)),
            })
            .collect();
        if !words.is_empty() {
            line(&mut text, dimension.key(), &format!("[\n{}]", words.concat()));
        }
    }
    template.figures.iter().for_each(|figure| define(&mut text, &figure.definition));
    template.checks.iter().flatten().for_each(|check| check_of(&mut text, check));
    text.push_str("\n[report]\n");
    line(&mut text, "wording", &several_lines(&template.wording));
    text
}

fn define(text: &mut String, definition: &Definition) {
    text.push_str("\n[[figure]]\n");
    line(text, "id", &quoted(&definition.id));
    line(text, "label", &quoted(&definition.label));
    line(text, "unit", &quoted(&definition.unit));
    line(text, "counts", &crate::change::json(&definition.counts));
    if !definition.date.is_empty() {
        line(text, "date", &quoted(&definition.date));
    }
    let list = |words: &[String]| format!("[{}]", words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(", "));
    for filter in &definition.filters {
        line(text, &format!("where.{}", filter.field), &list(&filter.any));
    }
    match &definition.measure {
        Measure::Records => {}
        Measure::Sum { field } => line(text, "sum", &quoted(field)),
        Measure::Ratio { part, whole } => line(text, "ratio", &list(&[part.clone(), whole.clone()])),
        Measure::Declared => line(text, "by_hand", "true"),
    }
    match definition.rounding {
        Some(Rounding::Hundreds) => line(text, "rounding", "\"hundreds\""),
        None => {}
    }
    if let Some(zero) = &definition.zero {
        line(text, "zero", &quoted(zero));
    }
}

fn check_of(text: &mut String, check: &CheckDefinition) {
    text.push_str("\n[[check]]\n");
    line(text, "id", &quoted(&check.id));
    line(text, "label", &quoted(&check.label));
    if let Some(basis) = &check.basis {
        line(text, "basis", &quoted(basis));
    }
    rule_lines(&check.rule).iter().for_each(|(key, value)| line(text, key, value));
}

fn line(text: &mut String, key: &str, value: &str) {
    // Writing into memory does not fail.
    let _ = writeln!(text, "{key} = {value}");
}

/// The escapes of JSON are those of TOML too (TOML 1.0, “String”), which wants one control character more escaped.
fn quoted(text: &str) -> String {
    crate::change::json(&text).replace('\u{7f}', "\\u007F")
}

/// As it stands, where nothing in it has to be escaped.
fn several_lines(text: &str) -> String {
    let plain = |c: char| !c.is_control() || matches!(c, '\n' | '\t');
    if text.contains("'''") || text.ends_with('\'') || !text.chars().all(plain) {
        return quoted(text);
    }
    format!("'''\n{text}'''")
}
