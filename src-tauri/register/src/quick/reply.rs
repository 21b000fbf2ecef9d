//! What the line of a reply has: source, channel and matter, how many, and that it was answered.

use serde_json::Value as Json;

use super::QuickChoice;
use super::counts::{bare_number_at_end, count_at_end};
use super::fields::LONGEST_WORD;
use super::line::Span;
use super::reader::Reader;
use super::thing::passed_on;
use super::words::{ANSWERED, Meant, REPLY_UNITS, SPEAKS, authority, begins_with, meant, spoken_for};
use crate::fault::{Fault, FaultCode};
use crate::period::zh_date;
use crate::things::{Dimension, Vocabulary};
use crate::typed::unit_named;

impl Reader<'_> {
    pub fn reply(&mut self) {
        self.said_by_mark();
        for word in self.line.words() {
            let text = self.line.plain(&word);
            if ANSWERED.contains(&text.as_str()) {
                self.answered(&word, &text);
                continue;
            }
            if self.vocabulary.id_as_typed(Dimension::Satisfaction, &text).is_some() {
                self.put_term(&word, "satisfaction", Dimension::Satisfaction, &text);
                continue;
            }
            let mut rest = word.clone();
            if let Some(count) = count_at_end(&self.line, &word)
                && REPLY_UNITS.contains(&count.unit)
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
            rest.start = self.taken_by(&rest);
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

    /// 投诉：, 来访： say what it is about, or how it came.
    fn said_by_mark(&mut self) {
        for (field, dimension) in [("matter", Dimension::ReplyMatter), ("channel", Dimension::ReplyChannel)] {
            let exact = self.vocabulary.id_as_typed(dimension, &self.mark);
            let said = exact.or_else(|| spoken_for(self.vocabulary, dimension, &self.mark).map(|term| term.id));
            if let Some(id) = said {
                self.values.insert(field.to_owned(), id.into());
            }
        }
    }

    /// 教务处接听家长电话, 电话答复家长: the department, the channel and the verb are no part of the subject. Where the
    /// word goes on.
    fn taken_by(&mut self, word: &Span) -> usize {
        let lead = lead(self.vocabulary, self.line.slice(word));
        let office = word.start..word.start + lead.department;
        let channel = office.end..office.end + lead.channel;
        let verb = channel.end..channel.end + lead.verb;
        if !office.is_empty() {
            self.put_department(&office);
        }
        if !channel.is_empty() {
            self.put_term(&channel, "channel", Dimension::ReplyChannel, &self.line.plain(&channel));
        }
        self.line.take(&verb);
        verb.end
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
            // 宿舍 302 is a room: the number follows what was read.
            let before = self.line.chars().get(..word.start).unwrap_or_default().iter().rposition(|c| *c != ' ');
            let follows = before.is_none_or(|at| !self.line.is_free(&(at..at + 1)));
            let Some(span) = bare_number_at_end(&self.line, &word).filter(|span| *span == word && follows) else {
                continue;
            };
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
            self.beginning_of_subject(word);
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

    /// 学生电话咨询助学贷款: who, how and what for, which stay in the subject.
    fn beginning_of_subject(&mut self, word: &Span) {
        let mut found: Vec<(Span, &'static str, i64, String)> = Vec::new();
        let mut at = word.start;
        while let Some((length, key, id, name)) = DIMENSIONS.iter().find_map(|(key, dimension)| {
            let fresh = found.iter().all(|(_, known, ..)| known != key);
            let (length, id, name) = begins_with(self.vocabulary, *dimension, self.line.slice(&(at..word.end)))?;
            fresh.then_some((length, *key, id, name))
        }) {
            found.push((at..at + length, key, id, name));
            at += length;
        }
        // 学生宿舍漏水: nobody says that a student spoke.
        let rest = self.line.plain(&(at..word.end));
        let said =
            found.iter().any(|(_, key, ..)| *key == "matter") || SPEAKS.iter().any(|says| rest.starts_with(says));
        for (span, key, id, name) in found.into_iter().filter(|_| said) {
            if !self.values.contains_key(key) {
                self.note(&span, key, id.into(), &name);
            }
        }
    }
}

const DIMENSIONS: [(&str, Dimension); 3] =
    [("source", Dimension::ReplySource), ("channel", Dimension::ReplyChannel), ("matter", Dimension::ReplyMatter)];

/// What stands before that which was received: how many signs each part takes, none where no verb follows them.
#[derive(Default)]
pub(super) struct Lead {
    pub department: usize,
    pub channel: usize,
    pub verb: usize,
}

impl Lead {
    pub fn end(&self) -> usize {
        self.department + self.channel + self.verb
    }
}

/// 教务处接听, 电话答复, 收到, 接电话.
pub(super) fn lead(vocabulary: &Vocabulary, text: &[char]) -> Lead {
    const VERBS: [&str; 9] = ["接听了", "接听", "接到", "收到", "答复了", "答复", "回复了", "回复", "接"];
    let length = |dimension, at: usize| {
        let found = begins_with(vocabulary, dimension, text.get(at..).unwrap_or_default());
        found.map_or(0, |(length, ..)| length)
    };
    let department = length(Dimension::Department, 0);
    let channel = length(Dimension::ReplyChannel, department);
    let before = department + channel;
    let rest: String = text.get(before..).unwrap_or_default().iter().collect();
    let Some(verb) = VERBS.iter().find(|verb| rest.starts_with(**verb)) else { return Lead::default() };
    let end = before + verb.chars().count();
    let known = [Dimension::ReplySource, Dimension::ReplyChannel].iter().any(|it| length(*it, end) > 0);
    // 接 begins many words: 接力赛.
    if *verb == "接" && !known || end == text.len() {
        return Lead::default();
    }
    Lead { department, channel, verb: verb.chars().count() }
}
