//! What the line of a published item has: channels, department, kind and copies.

use serde_json::Value as Json;

use super::counts::count_at_end;
use super::fields::LONGEST_WORD;
use super::line::Span;
use super::reader::{BETWEEN, Reader};
use super::words::{COPIES, Meant, begins_with, ending, meant};
use crate::fault::{Fault, FaultCode};
use crate::import::read_flag;
use crate::records::Correcting;
use crate::things::Dimension;
use crate::typed::Cell;

impl Reader<'_> {
    pub fn publication(&mut self) {
        for word in self.line.words() {
            let text = self.line.plain(&word);
            if text.starts_with("http://") || text.starts_with("https://") {
                let link = self.line.written(&word);
                self.put(&word, "link", Json::String(link.clone()), &link);
            } else if !self.copies(&word, &text) && !self.openness(&word, &text) {
                let word = self.glued_channels(word);
                if word.len() <= LONGEST_WORD {
                    self.publication_word(&word, &self.line.plain(&word));
                }
            }
        }
        self.department_of_title();
        self.kind_of_title();
    }

    /// 学生处关于…: who speaks in the title is responsible, where no other is named.
    fn department_of_title(&mut self) {
        if self.values.contains_key("department") || self.asks("department") {
            return;
        }
        for word in self.line.words() {
            let found = begins_with(self.vocabulary, Dimension::Department, self.line.slice(&word));
            let Some((length, id, name)) = found else { continue };
            let span = word.start..word.start + length;
            if self.line.plain(&(span.end..word.end)).starts_with("关于") {
                self.note(&span, "department", id.into(), &name);
                return;
            }
        }
    }

    /// 印发50份, 50份.
    fn copies(&mut self, word: &Span, text: &str) -> bool {
        let Some(count) = count_at_end(&self.line, word) else { return false };
        let before = self.line.plain(&(word.start..count.span.start));
        let printed = matches!(
            before.as_str(),
            "" | "印发" | "印" | "共印" | "印制" | "印刷" | "共" | "共印发" | "印数" | "份数"
        );
        let fits = printed && COPIES.contains(&count.unit) && !count.estimate;
        // 印发《学生手册》300本
        let titled = before.ends_with('》') && COPIES.contains(&count.unit) && !count.estimate;
        if fits {
            self.put(word, "copies", count.number.into(), text);
        } else if titled {
            self.put(&count.span, "copies", count.number.into(), &self.line.plain(&count.span));
        }
        fits || titled
    }

    /// 不公开, 不予公开, 主动公开: whether it is public, and what its review said.
    fn openness(&mut self, word: &Span, text: &str) -> bool {
        // 部分公开 is neither.
        let says = text.contains("公开") && !text.contains("部分") || text == "涉密";
        let flag = read_flag(&Cell::Text(text.into())).ok().flatten().filter(|_| says);
        let Some(public) = flag.or((text == "已发布").then_some(true)) else { return false };
        self.put(word, "is_public", public.into(), if public { "公开" } else { "不公开" });
        if let Some(id) = self.vocabulary.id_as_typed(Dimension::SecrecyReview, text) {
            self.values.entry("secrecy_review").or_insert(id.into());
        }
        true
    }

    /// 官网发布关于…: where it was published, and the verb, which are no part of the title. What is left of the word.
    fn glued_channels(&mut self, word: Span) -> Span {
        const VERBS: [&str; 8] = ["上发布", "发布了", "发布", "公布", "公开", "刊登", "张贴", "推送"];
        let names = self.channels_at(&word);
        let Some((last, ..)) = names.last() else { return word };
        let behind = last.end..word.end;
        let rest = self.line.plain(&behind);
        let Some(verb) = VERBS.iter().find(|verb| rest.starts_with(**verb)) else { return word };
        let end = last.end + verb.chars().count();
        if end == word.end {
            return word;
        }
        for (span, id, name) in &names {
            self.add_channel(span, *id, name);
        }
        self.line.take(&(word.start..end));
        end..word.end
    }

    /// The channels that a word begins with, one after another, by their whole names.
    pub fn channels_at(&self, word: &Span) -> Vec<(Span, i64, String)> {
        let mut names: Vec<(Span, i64, String)> = Vec::new();
        let mut at = word.start;
        while let Some((length, id, name)) =
            begins_with(self.vocabulary, Dimension::Channel, self.line.slice(&(at..word.end)))
        {
            names.push((at..at + length, id, name));
            at += length;
            at += usize::from(self.line.chars().get(at).is_some_and(|c| BETWEEN.contains(c)));
        }
        names
    }

    /// A word that is wholly a channel, a department or a kind: whole names before parts of names.
    fn publication_word(&mut self, word: &Span, text: &str) {
        let exact = |dimension| self.vocabulary.id_as_typed(dimension, text).is_some();
        let fields = [
            ("department", Dimension::Department),
            ("kind", Dimension::Kind),
            ("carrier", Dimension::Carrier),
            ("audience", Dimension::Audience),
            ("secrecy_review", Dimension::SecrecyReview),
        ];
        if !exact(Dimension::Channel)
            && let Some((field, dimension)) = fields.into_iter().find(|(_, dimension)| exact(*dimension))
        {
            self.put_term(word, field, dimension, text);
        } else if !self.put_channels(word) {
            self.put_department(word);
        }
    }

    /// Channels with signs between them, all of one word; whether they were any.
    pub fn put_channels(&mut self, word: &Span) -> bool {
        let Some(word) =
            self.without(word, &["在", "通过", "经", "于"], &["上发布", "发布", "公开", "公布", "刊登", "张贴"])
        else {
            return false;
        };
        let whole = meant(self.vocabulary, Dimension::Channel, &self.line.plain(&word.inner));
        let pieces = match whole {
            Meant::Nothing => self.pieces(&word.inner),
            Meant::One(..) | Meant::Several(_) | Meant::Retired(_) => vec![word.inner.clone()],
        };
        let read: Vec<(Span, Meant)> = pieces
            .into_iter()
            .map(|piece| (piece.clone(), meant(self.vocabulary, Dimension::Channel, &self.line.plain(&piece))))
            .collect();
        let known = read.iter().filter(|(_, meant)| *meant != Meant::Nothing).count();
        let short = read.iter().all(|(piece, _)| piece.len() <= 8);
        // 官网、宣传橱窗: one that is known says what the others are, as long as there is a title beside them.
        let others = self.line.words().iter().any(|other| other.start >= word.all.end || other.end <= word.all.start);
        if known == 0 || known < read.len() && !(short && others && read.len() > 1) {
            return false;
        }
        for (piece, meant) in read {
            match meant {
                Meant::One(id, name) => self.add_channel(&piece, id, &name),
                Meant::Several(names) => self.ask_which(&piece, "channels", &names),
                Meant::Retired(name) => {
                    self.ask(&piece, Fault::new(FaultCode::TermRetired, "channels", name), Vec::new());
                }
                Meant::Nothing => {
                    let fault = Fault::new(FaultCode::WordUnknown, "channels", self.line.written(&piece));
                    self.ask(&piece, fault, Vec::new());
                }
            }
        }
        self.line.take(&word.all);
        true
    }

    fn add_channel(&mut self, piece: &Span, id: i64, name: &str) {
        let mut ids = self.values.get("channels").and_then(Json::as_array).cloned().unwrap_or_default();
        if !ids.contains(&id.into()) {
            ids.push(id.into());
        }
        self.note(piece, "channels", Json::Array(ids), name);
    }

    /// The kind that the title's end says, where nothing else does.
    fn kind_of_title(&mut self) {
        if self.values.contains_key("kind") || self.asks("kind") {
            return;
        }
        let words = self.line.words();
        if words.iter().any(|word| self.kind_of_correction(word)) {
            return;
        }
        let Some(last) = words.last() else { return };
        let text = self.line.plain(last);
        let closed = text.chars().rev().take_while(|c| matches!(c, '》' | '”' | '」')).count();
        let Some((word, names)) = ending(text.trim_end_matches(['》', '”', '」'])) else { return };
        let known = names.iter().find_map(|name| self.vocabulary.id(Dimension::Kind, name));
        if let Some(term) = known.and_then(|id| self.vocabulary.get(id)).filter(|term| !term.retired) {
            let (id, name) = (term.id, term.name.clone());
            let end = last.end - closed;
            self.note(&(end - word.chars().count()..end), "kind", id.into(), &name);
        }
    }

    /// 更正：…, 关于…的澄清说明: the kind is known by its code, whatever the office calls it.
    fn kind_of_correction(&mut self, word: &Span) -> bool {
        let text = self.line.plain(word);
        let Some(Correcting { code, word: says, .. }) = Correcting::read(&text) else { return false };
        let kind = self.vocabulary.coded(Dimension::Kind, code).filter(|term| !term.retired);
        let Some((id, name)) = kind.map(|term| (term.id, term.name.clone())) else { return false };
        let from =
            word.start + text.find(says).and_then(|at| text.get(..at)).map_or(0, |before| before.chars().count());
        self.note(&(from..from + says.chars().count()), "kind", id.into(), &name);
        true
    }
}
