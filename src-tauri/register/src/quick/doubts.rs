//! What looks like data and was not read: it is asked about, never silently part of a title. What stands in 《》 or in
//! quotation marks is a title's own.

use chrono::NaiveDate;

use super::QuickChoice;
use super::counts::{bare_number_at_end, count_at_end};
use super::days::{Said, days_at, like_a_day};
use super::document_number::like_a_number;
use super::limits::limit_field;
use super::line::Span;
use super::reader::Reader;
use super::words::{COPIES, HEADS, MATERIAL_UNITS, REPLY_UNITS};
use crate::fault::{Fault, FaultCode};
use crate::import::read_flag;
use crate::period::zh_date;
use crate::things::{Kind, Thing};
use crate::typed::{Cell, read_money};

impl Reader<'_> {
    pub fn doubts(&mut self) {
        self.odd_number();
        self.odd_counts();
        self.odd_openness();
        self.odd_limit();
        self.odd_day();
        self.odd_channels();
    }

    fn settled(&self, field: &str) -> bool {
        self.values.contains_key(field) || self.asks(field)
    }

    fn left_unread(&self, field: &'static str, span: &Span) -> Fault {
        Fault::new(FaultCode::LeftUnread, field, self.line.written(span))
    }

    /// 〔2023〕54、55号, 湘示院行2023-5号.
    fn odd_number(&mut self) {
        const FIELD: &str = "doc_number";
        if self.thing.field(FIELD).is_none() || self.settled(FIELD) {
            return;
        }
        for word in self.line.unquoted() {
            let Some((stretch, clear)) = like_a_number(self.line.slice(&word)) else { continue };
            let span = word.start + stretch.start..word.start + stretch.end;
            let choices = clear.map(|text| QuickChoice { shown: text.clone(), text });
            self.ask(&span, self.left_unread(FIELD, &span), choices.into_iter().collect());
            return;
        }
    }

    /// A count or a sum by itself, and a second count: one line is one record.
    fn odd_counts(&mut self) {
        let (counted, units): (Option<&'static str>, &[&str]) = match self.thing {
            Thing::Reply => (Some("quantity"), &REPLY_UNITS),
            Thing::Material => (Some("quantity"), &MATERIAL_UNITS),
            Thing::Meeting => (Some("attendance"), &HEADS),
            Thing::Publication => (Some("copies"), &COPIES),
            Thing::Request
            | Thing::Evaluation
            | Thing::CaseFile
            | Thing::Problem
            | Thing::Regulation
            | Thing::Consultation
            | Thing::Notice => (None, &[]),
        };
        // 表彰20名 may end a title; what a meeting or a reply counts is its own.
        let own = self.thing != Thing::Publication && counted.is_some();
        for word in self.line.unquoted() {
            let text = self.line.plain(&word);
            let before = self.line.chars().get(..word.start).unwrap_or_default();
            let ordinal = before.iter().rev().find(|c| **c != ' ') == Some(&'第');
            let whole = count_at_end(&self.line, &word).is_some_and(|count| count.span == word);
            let money = text.contains('元') && matches!(read_money(&Cell::Text(text.as_str().into()), ""), Ok(Some(_)));
            let fits = |piece: &Span| count_at_end(&self.line, piece).is_some_and(|count| units.contains(&count.unit));
            let more = own && self.pieces(&word).iter().any(fits);
            let bare = own && bare_number_at_end(&self.line, &word) == Some(word.clone());
            if (whole || money || more || bare) && !ordinal {
                let field = counted.filter(|_| bare || fits(&word) || more).unwrap_or(self.thing.title_field());
                self.ask(&word, self.left_unread(field, &word), Vec::new());
            }
        }
    }

    /// 纪要不公开: within a word, or where the register knows no such thing.
    fn odd_openness(&mut self) {
        const FIELD: &str = "is_public";
        let field = if self.thing.field(FIELD).is_some() { FIELD } else { self.thing.title_field() };
        for word in self.line.unquoted() {
            let text = self.line.plain(&word);
            let text = text.trim_end_matches(')');
            let ends = ["不公开", "不予公开", "未公开", "不对外公开", "暂不公开"].iter().any(|end| text.ends_with(end));
            let whole = text.contains("公开") && matches!(read_flag(&Cell::Text(text.into())), Ok(Some(false)));
            if (ends || whole) && !self.values.contains_key(FIELD) && self.thing != Thing::Request {
                self.doubt(&word, self.left_unread(field, &word), Vec::new());
            }
        }
    }

    /// 11月17日前给予书面回复: something is due, and nobody says what.
    fn odd_limit(&mut self) {
        let Some(field) = limit_field(self.thing).filter(|field| !self.settled(field)) else { return };
        for word in self.line.unquoted() {
            if matches!(days_at(self.line.slice(&word), self.today), Some(found) if matches!(found.said, Said::By(_))) {
                self.doubt(&word, self.left_unread(field, &word), Vec::new());
                return;
            }
        }
    }

    /// Today is taken only where nothing that is left looks like a day.
    fn odd_day(&mut self) {
        let own = self.thing.date_field();
        if self.settled(own) {
            return;
        }
        for word in self.line.unquoted() {
            let Some(stretch) = like_a_day(self.line.slice(&word)) else { continue };
            let span = word.start + stretch.start..word.start + stretch.end;
            let fault = self.left_unread(own, &span);
            if span == word {
                self.ask(&span, fault, Vec::new());
            } else {
                let title = self.line.written(&word);
                let choice =
                    |day: NaiveDate| QuickChoice { text: format!("{} {title}", zh_date(day)), shown: zh_date(day) };
                let days = [self.day_at(&span), Some(self.today)].into_iter().flatten().map(choice).collect();
                self.doubt(&word, fault, days);
            }
            return;
        }
    }

    /// The day that a stretch names by itself, where that is not long ago.
    fn day_at(&self, span: &Span) -> Option<NaiveDate> {
        const LATELY: i64 = 60;
        let day = match days_at(self.line.slice(span), self.today)?.said {
            Said::Day(day) | Said::Period(day, _) | Said::Two(day, _) => day.ok()?,
            Said::By(_) | Said::From(_) => return None,
        };
        (0..=LATELY).contains(&(self.today - day).num_days()).then_some(day).filter(|day| *day != self.today)
    }

    /// 官网校历安排: a channel that a word begins with, where the line names no other.
    fn odd_channels(&mut self) {
        let Some(field) = self.thing.fields().iter().find(|field| matches!(field.kind, Kind::Channels)) else { return };
        if self.settled(field.key) {
            return;
        }
        for word in self.line.unquoted() {
            let names = self.channels_at(&word);
            let Some((last, ..)) = names.last() else { continue };
            let span = word.start..last.end;
            let apart: Vec<String> = names.iter().map(|(name, ..)| self.line.written(name)).collect();
            let shown: Vec<&str> = names.iter().map(|(_, _, name)| name.as_str()).collect();
            let choice = QuickChoice { text: format!("{} ", apart.join("、")), shown: shown.join("、") };
            self.doubt(&span, self.left_unread(field.key, &span), vec![choice]);
            return;
        }
    }
}
