//! What the line of a reply has: source, channel and matter, how many, and that it was answered.

use serde_json::Value as Json;

use super::QuickChoice;
use super::counts::{bare_number_at_end, count_at_end};
use super::fields::LONGEST_WORD;
use super::line::Span;
use super::reader::Reader;
use super::thing::passed_on;
use super::words::{Meant, authority, begins_with, meant};
use crate::fault::{Fault, FaultCode};
use crate::period::zh_date;
use crate::things::Dimension;
use crate::typed::unit_named;

impl Reader<'_> {
    pub fn reply(&mut self) {
        for word in self.line.words() {
            let text = self.line.plain(&word);
            if matches!(text.as_str(), "已答复" | "已回复" | "已办结" | "已处理") {
                self.answered(&word, &text);
                continue;
            }
            let mut rest = word.clone();
            if let Some(count) = count_at_end(&self.line, &word)
                && matches!(count.unit, "人次" | "人" | "件" | "次" | "起" | "个" | "条" | "名" | "位")
                && !self.values.contains_key("quantity")
            {
                rest.end = count.span.start;
                let unit = match unit_named(count.unit) {
                    "次" => "人次",
                    "起" | "个" | "条" => "件",
                    unit => unit,
                };
                self.quantity(&count.span, count.number, count.estimate, unit);
            }
            rest.start = self.passed_on(&rest);
            if !rest.is_empty() && !self.words_of_reply(&rest) {
                self.put_department(&rest);
            }
        }
        self.bare_number();
        if !self.values.contains_key("quantity") {
            self.assume("quantity", 1.into(), "1");
            self.usual_unit("件");
        }
    }

    /// 省教育厅转来信访件: who passed it on, and that it came by way of an authority. Where the word goes on.
    fn passed_on(&mut self, word: &Span) -> usize {
        let text = self.line.plain(word);
        let Some((from, verb)) = passed_on(&text).filter(|(from, _)| authority(from)) else { return word.start };
        let name = word.start..word.start + from.chars().count();
        let verb = name.end..name.end + verb.chars().count();
        let written = self.line.written(&name);
        if self.put_term(&name, "source", Dimension::ReplySource, from) {
            self.assume("forwarded_by", Json::String(written.clone()), &written);
        } else {
            self.put(&name, "forwarded_by", Json::String(written.clone()), &written);
        }
        self.put_term(&verb, "channel", Dimension::ReplyChannel, "上级转交");
        self.line.take(&verb);
        verb.end
    }

    /// QQ 咨询 5: heads of the day, where the channel stands before it.
    fn bare_number(&mut self) {
        if self.values.contains_key("quantity") || !self.values.contains_key("channel") {
            return;
        }
        for word in self.line.words() {
            let Some(span) = bare_number_at_end(&self.line, &word).filter(|span| *span == word) else { continue };
            if let Ok(number) = self.line.plain(&span).parse() {
                self.quantity(&span, number, false, "人次");
                return;
            }
        }
    }

    /// That it was answered, not when: the day is asked for.
    fn answered(&mut self, word: &Span, text: &str) {
        if self.values.contains_key("replied_on") {
            self.line.take(word);
            return;
        }
        let received = self.values.get("received_on").and_then(Json::as_str).and_then(|day| day.parse().ok());
        let mut days = vec![received.unwrap_or(self.today), self.today];
        days.dedup();
        let choice = |day| QuickChoice { text: format!("答复日期：{}", zh_date(day)), shown: zh_date(day) };
        let fault = Fault::new(FaultCode::AlsoNeeded, "replied_on", text).with(text);
        self.ask(word, fault, days.into_iter().map(choice).collect());
    }

    /// 学生电话咨询: source, channel and matter one after another, where nothing else stands in the word. A word that
    /// goes on is the subject, whose beginning may still say the matter. Whether nothing else stood in it.
    fn words_of_reply(&mut self, word: &Span) -> bool {
        const DIMENSIONS: [(&str, Dimension); 3] = [
            ("source", Dimension::ReplySource),
            ("channel", Dimension::ReplyChannel),
            ("matter", Dimension::ReplyMatter),
        ];
        let mut found: Vec<(Span, &'static str, Meant)> = Vec::new();
        let mut at = word.start;
        while at < word.end {
            let longest = word.end.min(at + LONGEST_WORD);
            let read = (at + 2..=longest).rev().find_map(|end| {
                let text = self.line.plain(&(at..end));
                let free =
                    |key: &str| found.iter().all(|(_, known, _)| *known != key) && !self.values.contains_key(key);
                let fitting = DIMENSIONS.into_iter().filter(|(key, _)| free(key));
                let mut read = fitting.map(|(key, dimension)| (at..end, key, meant(self.vocabulary, dimension, &text)));
                read.find(|(_, _, meant)| *meant != Meant::Nothing)
            });
            match read {
                Some(read) => {
                    at = read.0.end;
                    found.push(read);
                }
                None => break,
            }
        }
        let number = bare_number_at_end(&self.line, word).filter(|number| at > word.start && number.start == at);
        if at < word.end && number.is_none() {
            if let Some((length, id, name)) =
                begins_with(self.vocabulary, Dimension::ReplyMatter, self.line.slice(word))
                && !self.values.contains_key("matter")
            {
                self.note(&(word.start..word.start + length), "matter", id.into(), &name);
            }
            return false;
        }
        for (span, key, meant) in found {
            match meant {
                Meant::One(id, name) => self.put(&span, key, id.into(), &name),
                Meant::Several(names) => self.ask_which(&span, key, &names),
                Meant::Retired(name) => self.ask(&span, Fault::new(FaultCode::TermRetired, key, name), Vec::new()),
                Meant::Nothing => {}
            }
        }
        true
    }
}
