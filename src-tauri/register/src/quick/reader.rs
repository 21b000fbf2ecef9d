//! A line read: its register, then day, document number and labelled values, then what each register has of its own.

use chrono::NaiveDate;
use serde_json::Value as Json;

use super::document_number::document_number;
use super::line::{Line, Span};
use super::thing::{Chosen, choose, mark_of};
use super::words::{Meant, meant};
use super::{QuickAssumed, QuickChoice, QuickPart, QuickQuestion, QuickReading};
use crate::error::FieldFault;
use crate::fault::{Fault, FaultCode};
use crate::period::zh_date;
use crate::records::JsonMap;
use crate::things::{Dimension, Kind, Several, Thing, Vocabulary, several};
use crate::workdays::Calendar;

pub(super) struct Reader<'a> {
    pub line: Line,
    pub vocabulary: &'a Vocabulary,
    pub calendar: &'a Calendar,
    pub today: NaiveDate,
    pub thing: Thing,
    /// The mark that the line began with.
    pub mark: String,
    pub values: JsonMap,
    parts: Vec<(Span, &'static str, String)>,
    questions: Vec<(Span, Fault, Vec<QuickChoice>)>,
    assumed: Vec<QuickAssumed>,
}

/// What stands between names and words in one place.
pub(super) const BETWEEN: [char; 6] = ['、', '/', '+', '&', '和', '及'];

/// Reads a line.
pub(crate) fn read(text: &str, vocabulary: &Vocabulary, calendar: &Calendar, today: NaiveDate) -> QuickReading {
    let line = Line::new(text);
    let chosen = choose(&line, vocabulary, today);
    read_chosen(line, chosen, vocabulary, calendar, today)
}

/// Reads a line as one of a register, whatever its words speak for.
pub(crate) fn read_of(
    text: &str,
    thing: Thing,
    vocabulary: &Vocabulary,
    calendar: &Calendar,
    today: NaiveDate,
) -> QuickReading {
    let chosen = Chosen { thing, mark: None, others: Vec::new() };
    read_chosen(Line::new(text), chosen, vocabulary, calendar, today)
}

fn read_chosen(
    line: Line,
    chosen: Chosen,
    vocabulary: &Vocabulary,
    calendar: &Calendar,
    today: NaiveDate,
) -> QuickReading {
    let mut reader = Reader {
        line,
        vocabulary,
        calendar,
        today,
        thing: chosen.thing,
        mark: String::new(),
        values: JsonMap::new(),
        parts: Vec::new(),
        questions: Vec::new(),
        assumed: Vec::new(),
    };
    if let Some(mark) = &chosen.mark {
        reader.mark = reader.line.plain(mark).trim_end_matches(':').trim().to_owned();
        reader.put(mark, "", Json::Null, chosen.thing.label());
    }
    reader.other_things(&chosen.others);
    reader.labelled();
    if reader.thing.field("doc_number").is_some()
        && let Some((span, number)) = document_number(&reader.line)
    {
        reader.put(&span, "doc_number", Json::String(number.clone()), &number);
    }
    reader.labelled_days();
    reader.days();
    reader.fields();
    reader.unknown_department();
    reader.doubts();
    reader.title();
    if !reader.values.contains_key(reader.thing.date_field()) && !reader.asks(reader.thing.date_field()) {
        reader.assume(reader.thing.date_field(), Json::String(today.to_string()), &zh_date(today));
    }
    reader.finish()
}

impl Reader<'_> {
    /// Sets a field from a stretch and takes that out of the title. A field is set once.
    pub fn put(&mut self, span: &Span, field: &'static str, value: Json, shown: &str) {
        if field.is_empty() || !self.values.contains_key(field) {
            self.note(span, field, value, shown);
            self.line.take(span);
        }
    }

    /// Sets a field from a stretch that stays in the title.
    pub fn note(&mut self, span: &Span, field: &'static str, value: Json, shown: &str) {
        if !field.is_empty() {
            self.values.insert(field.to_owned(), value);
        }
        self.parts.push((span.clone(), field, shown.to_owned()));
    }

    /// Sets what the line does not say.
    pub fn assume(&mut self, field: &'static str, value: Json, shown: &str) {
        self.values.insert(field.to_owned(), value);
        self.assumed.push(QuickAssumed { field: field.to_owned(), shown: shown.to_owned(), carried: false });
    }

    /// Asks about a stretch, which is no part of the title then.
    pub fn ask(&mut self, span: &Span, fault: Fault, choices: Vec<QuickChoice>) {
        self.line.take(span);
        self.questions.push((span.clone(), fault, choices));
    }

    /// Asks about a stretch that stays in the title.
    pub fn doubt(&mut self, span: &Span, fault: Fault, choices: Vec<QuickChoice>) {
        self.questions.push((span.clone(), fault, choices));
    }

    /// Asks about a value that was read.
    pub fn doubt_value(&mut self, field: &'static str, code: FaultCode, detail: &str) {
        let part = self.parts.iter().find(|(_, of, _)| *of == field).map(|(span, ..)| span.clone());
        let Some(span) = part.filter(|_| !self.asks(field)) else { return };
        let fault = Fault::new(code, field, self.line.written(&span)).with(detail);
        self.questions.push((span, fault, Vec::new()));
    }

    pub fn asks(&self, field: &str) -> bool {
        self.questions.iter().any(|(_, fault, _)| fault.column == field)
    }

    /// Which of several words is meant.
    pub fn ask_which(&mut self, span: &Span, field: &'static str, names: &[String]) {
        let fault = Fault::new(FaultCode::WordUnclear, field, self.line.written(span)).with(names.join("、"));
        let choices = names.iter().map(|name| QuickChoice { text: name.clone(), shown: name.clone() }).collect();
        self.ask(span, fault, choices);
    }

    /// Takes a word as one of a vocabulary; whether it was one, or was asked about.
    pub fn put_term(&mut self, span: &Span, field: &'static str, dimension: Dimension, word: &str) -> bool {
        if self.values.contains_key(field) {
            return false;
        }
        match meant(self.vocabulary, dimension, word) {
            Meant::One(id, name) => self.put(span, field, id.into(), &name),
            Meant::Several(names) => self.ask_which(span, field, &names),
            Meant::Retired(name) => self.ask(span, Fault::new(FaultCode::TermRetired, field, name), Vec::new()),
            Meant::Nothing => return false,
        }
        true
    }

    /// A text that names one person; of several none is taken.
    pub fn put_name(&mut self, span: &Span, field: &'static str, name: &str) {
        if several(name) != Several::No {
            self.ask(span, Fault::new(FaultCode::SeveralNames, field, name), Vec::new());
        } else {
            self.put(span, field, Json::String(name.to_owned()), name);
        }
    }

    fn other_things(&mut self, others: &[Thing]) {
        if others.is_empty() {
            return;
        }
        let fitting: Vec<Thing> = [self.thing].iter().chain(others).copied().collect();
        let labels: Vec<&str> = fitting.iter().map(|thing| thing.label()).collect();
        let fault = Fault::new(FaultCode::ThingUnclear, "", "").with(labels.join("、"));
        let choice =
            |thing: &Thing| QuickChoice { text: format!("{}：", mark_of(*thing)), shown: thing.label().into() };
        self.questions.push((0..0, fault, fitting.iter().map(choice).collect()));
    }

    /// What is left is the title; of a thing without one, a remark.
    fn title(&mut self) {
        let left = self.line.left();
        let field = self.thing.field(self.thing.title_field());
        let key = match field.map(|field| field.kind) {
            Some(Kind::Text { .. }) => self.thing.title_field(),
            _ => "remarks",
        };
        if !left.is_empty() {
            self.values.entry(key).or_insert(Json::String(left));
        }
    }

    fn finish(mut self) -> QuickReading {
        self.parts.sort_by_key(|(span, _, _)| (span.start, span.end));
        let mut parts: Vec<QuickPart> = Vec::new();
        for (span, field, shown) in &self.parts {
            let (from, to) = self.line.place(span);
            if parts.last().is_none_or(|last| last.to <= from) {
                parts.push(QuickPart { from, to, field: (*field).to_owned(), shown: shown.clone() });
            }
        }
        let questions = self.questions.into_iter().map(|(span, fault, choices)| {
            let (from, to) = self.line.place(&span);
            let written = fault.value.clone();
            QuickQuestion { from, to, fault: FieldFault::of(self.thing, fault), written, choices }
        });
        QuickReading {
            thing: self.thing,
            parts,
            assumed: self.assumed,
            left: self.line.left(),
            questions: questions.collect(),
            values: self.values,
            warnings: Vec::new(),
            similar: Vec::new(),
        }
    }
}
