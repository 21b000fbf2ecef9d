//! The days of a line, put where its register has them: its own day, a period, a limit, the day of an answer.

use chrono::NaiveDate;
use serde_json::Value as Json;

use super::QuickChoice;
use super::days::{Said, days_at, read, read_from};
use super::line::Span;
use super::reader::Reader;
use crate::fault::{Fault, FaultCode};
use crate::period::zh_date;
use crate::things::Thing;

/// Where a register has the last day of a period, or the day by which something is due.
fn limit_field(thing: Thing) -> Option<&'static str> {
    match thing {
        Thing::Reply | Thing::Problem => Some("due_on"),
        Thing::Notice => Some("ends_on"),
        Thing::Consultation => Some("closes_on"),
        Thing::Publication
        | Thing::Meeting
        | Thing::Material
        | Thing::Request
        | Thing::Evaluation
        | Thing::CaseFile
        | Thing::Regulation => None,
    }
}

/// What is to be done by a day.
fn is_due(behind: &str) -> bool {
    let behind =
        ["要求", "予以", "完成", "作出", "书面"].iter().find_map(|lead| behind.strip_prefix(lead)).unwrap_or(behind);
    matches!(
        behind,
        "" | "答复"
            | "回复"
            | "反馈"
            | "办结"
            | "办理"
            | "整改"
            | "整改到位"
            | "整改完毕"
            | "完成"
            | "完毕"
            | "截止"
    )
}

impl Reader<'_> {
    /// The thing's own day first: the years of the others follow from it.
    pub fn days(&mut self) {
        for word in self.line.words() {
            self.put_day(&word);
        }
        for word in self.line.words() {
            self.put_days(&word, self.thing.date_field());
        }
    }

    /// The first day is the thing's own, one with 答复 behind it that of the answer.
    fn put_day(&mut self, word: &Span) {
        let own = self.thing.date_field();
        let Some(found) = days_at(self.line.slice(word), self.today) else { return };
        let Said::Day(day) = found.said else { return };
        let mut span = word.start..word.start + found.length;
        let behind = self.line.plain(&(span.end..word.end));
        let field = match (self.thing, behind.as_str()) {
            (Thing::Reply | Thing::Request, "答复" | "已答复" | "回复" | "已回复" | "办结") => "replied_on",
            (Thing::Publication, "印发" | "成文" | "形成" | "制发") => "made_on",
            (Thing::Regulation, "施行" | "实施" | "执行") => "effective_on",
            (Thing::Regulation, "印发") => {
                span = word.clone();
                own
            }
            _ => own,
        };
        if field != own {
            span = word.clone();
        }
        match day {
            Ok(day) => self.put_one_day(&span, field, day),
            Err(code) => self.ask_day(&span, field, code),
        }
    }

    fn put_one_day(&mut self, span: &Span, field: &'static str, day: NaiveDate) {
        match self.day_of(field) {
            None if !self.values.contains_key(field) => {
                self.put(span, field, Json::String(day.to_string()), &zh_date(day));
            }
            // The same day once more.
            Some(known) if known == day => {}
            known => {
                let fault = Fault::new(FaultCode::SeveralDays, field, self.line.written(span));
                self.ask(span, fault.with(known.map(zh_date).unwrap_or_default()), Vec::new());
            }
        }
    }

    fn ask_day(&mut self, span: &Span, field: &'static str, code: FaultCode) {
        let written = self.line.written(span);
        self.ask(span, Fault::new(code, field, written.clone()), Vec::new());
        self.values.entry(field).or_insert(Json::String(written));
    }

    fn day_of(&self, field: &str) -> Option<NaiveDate> {
        self.values.get(field)?.as_str()?.parse().ok()
    }

    /// 整改期限：12月20日: a limit follows the day of the thing, wherever in the line that stands.
    pub fn labelled_day(&self, value: &Span, field: &str) -> Result<NaiveDate, FaultCode> {
        let typed = self.line.plain(value);
        if limit_field(self.thing) != Some(field) {
            return read(&typed, self.today);
        }
        let words = self.line.words();
        let own = words.iter().filter(|word| word.start != value.start).find_map(|word| {
            match days_at(self.line.slice(word), self.today)?.said {
                Said::Day(day) => day.ok(),
                Said::Period(..) | Said::By(_) | Said::From(_) => None,
            }
        });
        read_from(&typed, self.day_of(self.thing.date_field()).or(own).unwrap_or(self.today))
    }

    /// A period or a limit at the beginning of a word; whether there was one that has its place here.
    pub fn put_days(&mut self, word: &Span, own: &'static str) -> bool {
        let Some(found) = days_at(self.line.slice(word), self.today) else { return false };
        let span = word.start..word.start + found.length;
        let behind = self.line.plain(&(span.end..word.end));
        let (field, typed) = match (found.said, limit_field(self.thing), self.thing) {
            (Said::Day(_), _, _) => return false,
            (Said::Period(first, last), _, _) => return self.put_period(&span, own, first, last),
            (Said::By(typed), Some(field), _) if is_due(&behind) => (field, typed),
            (Said::From(typed), _, Thing::Regulation) if matches!(behind.as_str(), "施行" | "实施" | "执行") => {
                ("effective_on", typed)
            }
            (Said::From(typed), _, Thing::Notice | Thing::Consultation) if behind.is_empty() => (own, typed),
            // It belongs to the title: 3月2日前完成注册的通知.
            (Said::By(_) | Said::From(_), _, _) => return false,
        };
        match read_from(&typed, self.day_of(self.thing.date_field()).unwrap_or(self.today)) {
            Ok(day) => self.put_one_day(word, field, day),
            Err(code) => self.ask_day(word, field, code),
        }
        true
    }

    /// Both days where the register has both. Where it has one, a period in place of it is asked about, and one beside
    /// it belongs to the title.
    fn put_period(
        &mut self,
        span: &Span,
        own: &'static str,
        first: Result<NaiveDate, FaultCode>,
        last: Result<NaiveDate, FaultCode>,
    ) -> bool {
        let (first, last) = match (first, last) {
            (Ok(first), Ok(last)) => (first, last),
            (Err(code), _) | (_, Err(code)) => {
                self.ask_day(span, own, code);
                return true;
            }
        };
        if self.values.contains_key(own) {
            return false;
        }
        let text = |day: NaiveDate| Json::String(day.to_string());
        match limit_field(self.thing).filter(|_| matches!(self.thing, Thing::Notice | Thing::Consultation)) {
            Some(limit) => {
                self.put(span, own, text(first), &format!("{}至{}", zh_date(first), zh_date(last)));
                self.values.insert(limit.to_owned(), text(last));
            }
            None => {
                let choice = |day| QuickChoice { text: zh_date(day), shown: zh_date(day) };
                let fault = Fault::new(FaultCode::SeveralDays, own, self.line.written(span)).with(zh_date(first));
                self.ask(span, fault, vec![choice(first), choice(last)]);
                self.values.insert(own.to_owned(), text(first));
            }
        }
        true
    }
}
