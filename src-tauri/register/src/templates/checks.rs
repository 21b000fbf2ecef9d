//! The cross-checks of a template file: read from it and written into it.

use std::collections::HashSet;

use serde_json::{Map, Value as Json};
use toml::de::{DeTable, DeValue};

use super::reading::{Reader, Value, field};
use crate::crosscheck::{CheckDefinition, Rule};
use crate::error::{CheckFault, TemplateFileFault};

impl Reader<'_> {
    /// The checks of a file; nothing where it does not speak of them.
    pub(super) fn checks(&mut self, document: &DeTable, figures: &HashSet<String>) -> Option<Vec<CheckDefinition>> {
        field(document, "check")?;
        let mut checks: Vec<CheckDefinition> = Vec::new();
        for (table, line) in self.tables(document, "check") {
            let Some(check) = self.check(table, line) else { continue };
            let twice = checks.iter().any(|other| other.id == check.id).then_some(CheckFault::Twice);
            if let Some(fault) = check.fault(|id| figures.contains(id)).or(twice) {
                self.wrong(line, TemplateFileFault::Check { id: check.id.clone(), fault });
            }
            checks.push(check);
        }
        Some(checks)
    }

    fn check(&mut self, table: &DeTable, line: usize) -> Option<CheckDefinition> {
        self.known(table, &["id", "label", "basis", "rule"]);
        let (id, label) = (self.text(table, "id", line), self.text(table, "label", line));
        let basis = self.optional_text(table, "basis");
        let Some(rule) = field(table, "rule") else {
            self.missing(line, "rule");
            return None;
        };
        let (id, label) = (id?, label?);
        match serde_json::from_value::<Rule>(plain(rule)) {
            Ok(rule) => Some(CheckDefinition { id, label, basis, rule }),
            Err(error) => {
                self.wrong(
                    line,
                    TemplateFileFault::Check { id, fault: CheckFault::Rule { detail: error.to_string() } },
                );
                None
            }
        }
    }
}

/// What a file says, as a request would say it; what no rule holds is left empty.
fn plain(value: &Value) -> Json {
    match value.get_ref() {
        DeValue::String(text) => Json::from(text.as_ref()),
        DeValue::Integer(number) => number.as_str().parse::<i64>().map_or(Json::Null, Json::from),
        DeValue::Boolean(yes) => Json::from(*yes),
        DeValue::Array(list) => list.iter().map(plain).collect(),
        DeValue::Table(table) => Json::Object(
            table.iter().map(|(key, value)| (key.get_ref().to_string(), plain(value))).collect::<Map<_, _>>(),
        ),
        DeValue::Float(_) | DeValue::Datetime(_) => Json::Null,
    }
}

/// A check's rule as the lines of its table: (key, value).
pub(super) fn rule_lines(rule: &Rule) -> Vec<(String, String)> {
    let json = serde_json::to_value(rule).unwrap_or_default();
    let parts = json.as_object().into_iter().flatten();
    parts.map(|(key, value)| (format!("rule.{key}"), value.to_string().replace(",\"", ", \""))).collect()
}
