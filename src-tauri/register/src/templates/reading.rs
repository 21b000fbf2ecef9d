//! A template file's text becomes a template; whatever is wrong is told by its line, all of it at once.

use std::collections::HashSet;
use std::ops::Range;

use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Defined, MonthDay, PeriodRule, Problems, Template, Word};
use crate::counting::{Definition, Filter, Measure, Rounding, Subject};
use crate::error::{DefinitionFault, Holds, TemplateFileFault};
use crate::reports;
use crate::things::Dimension;

/// The version of the format.
pub(super) const VERSION: u32 = 1;

pub(super) type Value<'t> = Spanned<DeValue<'t>>;

/// Reads as much as can be read.
pub(super) fn read(text: &str) -> (Template, Problems) {
    let mut reader = Reader { text, problems: Vec::new() };
    let mut template = Template::default();
    match DeTable::parse(text) {
        Ok(document) => reader.document(document.get_ref(), &mut template),
        Err(error) => {
            let line = reader.line(error.span().unwrap_or_default());
            reader.wrong(
                line,
                match error.message() {
                    "duplicate key" => TemplateFileFault::KeyTwice,
                    detail => TemplateFileFault::Syntax { detail: detail.to_owned() },
                },
            );
        }
    }
    (template, reader.problems)
}

pub(super) struct Reader<'t> {
    text: &'t str,
    problems: Problems,
}

impl Reader<'_> {
    /// The line on which a part of the text begins, counted from 1.
    pub(super) fn line(&self, span: Range<usize>) -> usize {
        let before = self.text.as_bytes().get(..span.start).unwrap_or_default();
        1 + before.iter().filter(|byte| **byte == b'\n').count()
    }

    pub(super) fn wrong(&mut self, line: usize, fault: TemplateFileFault) {
        self.problems.push((line, fault));
    }

    fn document(&mut self, document: &DeTable, template: &mut Template) {
        self.known(document, &["template", "name", "note", "period", "words", "figure", "check", "report"]);
        match field(document, "template") {
            Some(version) => {
                let found = version.get_ref();
                let known = found.as_integer().is_some_and(|number| number.as_str() == VERSION.to_string());
                if !known {
                    let line = self.line(version.span());
                    let found = self.text.get(version.span()).unwrap_or_default().to_owned();
                    self.wrong(line, TemplateFileFault::Version { found });
                }
            }
            None => self.missing(1, "template"),
        }
        template.name = self.text(document, "name", 1).unwrap_or_default();
        template.note = self.optional_text(document, "note").unwrap_or_default();
        for (table, line) in self.tables(document, "period") {
            template.periods.extend(self.period(table, line, &template.periods));
        }
        if let Some((words, _)) = self.table(document, "words") {
            template.words = self.words(words);
        }
        let mut ids = HashSet::new();
        for (table, line) in self.tables(document, "figure") {
            let Some(defined) = self.figure(table, line) else { continue };
            let id = defined.definition.id.clone();
            if !ids.insert(id.clone()) {
                self.wrong(line, TemplateFileFault::FigureTwice { id });
            }
            template.figures.push(defined);
        }
        template.checks = self.checks(document, &ids);
        match self.table(document, "report") {
            Some((report, line)) => {
                self.known(report, &["wording"]);
                template.wording = self.text(report, "wording", line).unwrap_or_default();
                if let Some(wording) = field(report, "wording").filter(|value| value.get_ref().is_str()) {
                    self.wording(wording.span(), &template.wording, &ids);
                }
            }
            None if field(document, "report").is_none() => self.missing(1, "report"),
            None => {}
        }
    }

    fn wording(&mut self, span: Range<usize>, wording: &str, ids: &HashSet<String>) {
        let Some((line, fault)) = reports::fault_of(wording, |slot| ids.contains(slot)) else { return };
        let written = self.text.get(span.clone()).unwrap_or_default();
        let first = self.line(span);
        // Over several lines the text begins after the first; in one line it has no lines to count.
        let at = match ["'''\n", "\"\"\"\n"].iter().any(|open| written.starts_with(open)) {
            true => first + line,
            false if written.starts_with("'''") || written.starts_with("\"\"\"") => first + line - 1,
            false => first,
        };
        self.wrong(at, TemplateFileFault::Wording(fault));
    }

    fn period(&mut self, table: &DeTable, line: usize, before: &[PeriodRule]) -> Option<PeriodRule> {
        self.known(table, &["name", "from", "to"]);
        let name = self.text(table, "name", line)?.trim().to_owned();
        let (from, to) = (self.month_day(table, "from", line), self.month_day(table, "to", line));
        if name.is_empty() {
            self.wrong(line, TemplateFileFault::PeriodUnnamed);
        }
        if before.iter().any(|other| other.name == name) {
            self.wrong(line, TemplateFileFault::PeriodTwice { name: name.clone() });
        }
        Some(PeriodRule { name, from: from?, to: to? })
    }

    fn month_day(&mut self, table: &DeTable, key: &str, line: usize) -> Option<MonthDay> {
        let text = self.text(table, key, line)?;
        let parsed = text.split_once('-').and_then(|(month, day)| Some((month.parse().ok()?, day.parse().ok()?)));
        // Of a common year: what recurs each year has no 29 February.
        let found = parsed.filter(|(month, day)| chrono::NaiveDate::from_ymd_opt(2023, *month, *day).is_some());
        if found.is_none() {
            self.wrong(self.line_of(table, key).unwrap_or(line), TemplateFileFault::MonthDay { text });
        }
        found
    }

    fn words(&mut self, table: &DeTable) -> Vec<Word> {
        let keys = Dimension::ALL.map(Dimension::key);
        self.known(table, &keys);
        let mut words = Vec::new();
        for dimension in Dimension::ALL {
            let Some(list) = field(table, dimension.key()) else { continue };
            let Some(list) = list.get_ref().as_array() else {
                self.holds(list, dimension.key(), Holds::Texts);
                continue;
            };
            let from = words.len();
            for entry in list.iter() {
                words.extend(self.word(dimension, entry));
            }
            self.tree(words.get(from..).unwrap_or_default());
        }
        words
    }

    fn word(&mut self, dimension: Dimension, entry: &Value) -> Option<Word> {
        let line = self.line(entry.span());
        let (name, parent) = match entry.get_ref() {
            DeValue::String(name) => (name.to_string(), None),
            DeValue::Table(table) => {
                self.known(table, &["name", "parent"]);
                (self.text(table, "name", line)?, self.optional_text(table, "parent"))
            }
            _ => {
                self.holds(entry, dimension.key(), Holds::Texts);
                return None;
            }
        };
        let name = name.trim().to_owned();
        if name.is_empty() {
            self.wrong(line, TemplateFileFault::WordEmpty);
            return None;
        }
        if parent.is_some() && !dimension.is_tree() {
            self.wrong(line, TemplateFileFault::WordBelow { name: name.clone() });
        }
        Some(Word { dimension, name, parent: parent.map(|parent| parent.trim().to_owned()), line })
    }

    /// Each word once, and each parent among them.
    fn tree(&mut self, words: &[Word]) {
        for (place, word) in words.iter().enumerate() {
            if words.iter().take(place).any(|other| other.name == word.name) {
                self.wrong(word.line, TemplateFileFault::WordTwice { name: word.name.clone() });
            }
            if let Some(parent) = word.parent.as_ref()
                && words.iter().all(|other| other.name != *parent)
            {
                let (name, parent) = (word.name.clone(), parent.clone());
                self.wrong(word.line, TemplateFileFault::ParentMissing { name, parent });
            }
        }
    }

    fn figure(&mut self, table: &DeTable, line: usize) -> Option<Defined> {
        self.known(
            table,
            &["id", "label", "unit", "counts", "date", "where", "sum", "ratio", "by_hand", "rounding", "zero"],
        );
        let id = self.text(table, "id", line);
        let (label, unit) = (self.text(table, "label", line), self.text(table, "unit", line));
        let measure = self.measure(table, line);
        let counts: Option<Subject> = match field(table, "counts") {
            None if measure == Some(Measure::Declared) => Some(Subject::Publications),
            None => {
                self.missing(line, "counts");
                None
            }
            Some(_) => self.choice(table, "counts", &Subject::ALL),
        };
        let rounding: Option<Rounding> = self.choice(table, "rounding", &[Rounding::Hundreds]);
        let zero = self.optional_text(table, "zero");
        let (id, label, unit, counts, measure) = (id?, label?, unit?, counts?, measure?);
        let date = self.optional_text(table, "date").unwrap_or_else(|| match measure {
            Measure::Declared => String::new(),
            Measure::Records | Measure::Sum { .. } | Measure::Ratio { .. } => counts.thing().date_field().to_owned(),
        });
        let (filters, conditions) = self.filters(table).into_iter().unzip();
        let definition = Definition { id, label, unit, counts, date, filters, measure, rounding, zero, shipped: None };
        for fault in definition.faults() {
            let at = self.line_of_fault(table, &fault).unwrap_or(line);
            self.wrong(at, TemplateFileFault::Definition { id: definition.id.clone(), fault });
        }
        Some(Defined { definition, line, conditions })
    }

    fn measure(&mut self, table: &DeTable, line: usize) -> Option<Measure> {
        let named = ["sum", "ratio", "by_hand"].into_iter().filter(|key| field(table, key).is_some());
        let named: Vec<&str> = named.collect();
        match named.as_slice() {
            [] => Some(Measure::Records),
            ["sum"] => self.text(table, "sum", line).map(|field| Measure::Sum { field }),
            ["ratio"] => match self.texts(field(table, "ratio")?, "ratio")?.as_slice() {
                [part, whole] => Some(Measure::Ratio { part: part.clone(), whole: whole.clone() }),
                _ => {
                    self.holds(field(table, "ratio")?, "ratio", Holds::Texts);
                    None
                }
            },
            ["by_hand"] => match field(table, "by_hand")?.get_ref() {
                DeValue::Boolean(true) => Some(Measure::Declared),
                _ => {
                    self.holds(field(table, "by_hand")?, "by_hand", Holds::Yes);
                    None
                }
            },
            _ => {
                self.wrong(line, TemplateFileFault::TwoMeasures);
                None
            }
        }
    }

    /// The conditions, each with its line.
    fn filters(&mut self, table: &DeTable) -> Vec<(Filter, usize)> {
        let Some((conditions, _)) = self.table(table, "where") else { return Vec::new() };
        let mut filters = Vec::new();
        for (key, words) in conditions.iter() {
            let field = key.get_ref().to_string();
            if let Some(any) = self.texts(words, &field) {
                filters.push((Filter { field, any }, self.line(key.span())));
            }
        }
        filters
    }

    /// Where the part of a definition stands that a fault is of.
    fn line_of_fault(&self, table: &DeTable, fault: &DefinitionFault) -> Option<usize> {
        let part = crate::error::PickFault::from(fault).field;
        match part.strip_prefix("where.") {
            Some(condition) => self.line_of(field(table, "where")?.get_ref().as_table()?, condition),
            None if part == "measure" => ["sum", "ratio", "by_hand"].iter().find_map(|key| self.line_of(table, key)),
            None => self.line_of(table, &part),
        }
    }

    fn line_of(&self, table: &DeTable, key: &str) -> Option<usize> {
        table.iter().find(|(known, _)| known.get_ref() == key).map(|(known, _)| self.line(known.span()))
    }

    /// One of the words that a type knows; each is called as it is in requests.
    fn choice<T: DeserializeOwned + serde::Serialize>(&mut self, table: &DeTable, key: &str, known: &[T]) -> Option<T> {
        let value = self.optional_text(table, key)?;
        let found = serde_json::from_value(json!(value)).ok();
        if found.is_none() {
            let line = self.line_of(table, key).unwrap_or(1);
            let names = known.iter().filter_map(|choice| match serde_json::to_value(choice) {
                Ok(Json::String(name)) => Some(name),
                _ => None,
            });
            let known = names.collect::<Vec<_>>().join("、");
            self.wrong(line, TemplateFileFault::ChoiceUnknown { value, known });
        }
        found
    }

    pub(super) fn text(&mut self, table: &DeTable, key: &str, line: usize) -> Option<String> {
        if field(table, key).is_none() {
            self.missing(line, key);
        }
        self.optional_text(table, key)
    }

    pub(super) fn optional_text(&mut self, table: &DeTable, key: &str) -> Option<String> {
        let value = field(table, key)?;
        match value.get_ref() {
            DeValue::String(text) => Some(text.to_string()),
            _ => {
                self.holds(value, key, Holds::Text);
                None
            }
        }
    }

    fn texts(&mut self, value: &Value, key: &str) -> Option<Vec<String>> {
        let texts: Option<Vec<String>> = value
            .get_ref()
            .as_array()
            .and_then(|list| list.iter().map(|entry| Some(entry.get_ref().as_str()?.to_owned())).collect());
        if texts.is_none() {
            self.holds(value, key, Holds::Texts);
        }
        texts
    }

    fn table<'d, 't>(&mut self, table: &'d DeTable<'t>, key: &str) -> Option<(&'d DeTable<'t>, usize)> {
        let value = field(table, key)?;
        match value.get_ref().as_table() {
            Some(found) => Some((found, self.line_of(table, key).unwrap_or(1))),
            None => {
                self.holds(value, key, Holds::Table);
                None
            }
        }
    }

    pub(super) fn tables<'d, 't>(&mut self, table: &'d DeTable<'t>, key: &str) -> Vec<(&'d DeTable<'t>, usize)> {
        let Some(value) = field(table, key) else { return Vec::new() };
        let tables = value.get_ref().as_array().and_then(|list| {
            list.iter().map(|entry| Some((entry.get_ref().as_table()?, self.line(entry.span())))).collect()
        });
        if tables.is_none() {
            self.holds(value, key, Holds::Tables);
        }
        tables.unwrap_or_default()
    }

    pub(super) fn known(&mut self, table: &DeTable, known: &[&str]) {
        for (key, _) in table.iter().filter(|(key, _)| !known.contains(&key.get_ref().as_ref())) {
            let line = self.line(key.span());
            let key = key.get_ref().to_string();
            self.wrong(line, TemplateFileFault::KeyUnknown { key, known: known.join("、") });
        }
    }

    pub(super) fn missing(&mut self, line: usize, key: &str) {
        self.wrong(line, TemplateFileFault::KeyMissing { key: key.to_owned() });
    }

    pub(super) fn holds(&mut self, value: &Value, key: &str, holds: Holds) {
        let line = self.line(value.span());
        self.wrong(line, TemplateFileFault::KeyHolds { key: key.to_owned(), holds });
    }
}

pub(super) fn field<'d, 't>(table: &'d DeTable<'t>, key: &str) -> Option<&'d Value<'t>> {
    table.iter().find(|(known, _)| known.get_ref() == key).map(|(_, value)| value)
}
