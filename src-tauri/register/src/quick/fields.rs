//! What the line of each register has of its own: channels and copies, attendance and place, counts and their units.

use serde_json::Value as Json;

use super::QuickChoice;
use super::counts::{count_at_end, number_behind};
use super::line::Span;
use super::reader::{BETWEEN, Reader};
use super::words::{Meant, begins_with, ending, meant};
use crate::fault::{Fault, FaultCode};
use crate::period::zh_date;
use crate::things::{Dimension, Thing};
use crate::typed::unit_named;

impl Reader<'_> {
    pub fn fields(&mut self) {
        match self.thing {
            Thing::Publication => self.publication(),
            Thing::Meeting => self.meeting(),
            Thing::Reply => self.reply(),
            Thing::Material => self.material(),
            Thing::Request => self.request(),
            Thing::Evaluation => self.evaluation(),
            Thing::CaseFile => self.case_file(),
        }
    }

    fn publication(&mut self) {
        for word in self.line.words() {
            let text = self.line.plain(&word);
            if text.starts_with("http://") || text.starts_with("https://") {
                let link = self.line.written(&word);
                self.put(&word, "link", Json::String(link.clone()), &link);
            } else if !self.copies(&word, &text) && text.chars().count() <= LONGEST_WORD {
                self.publication_word(&word, &text);
            }
        }
        self.kind_of_title();
    }

    /// 印发50份, 50份.
    fn copies(&mut self, word: &Span, text: &str) -> bool {
        let Some(count) = count_at_end(&self.line, word) else { return false };
        let before = self.line.plain(&(word.start..count.span.start));
        let printed = matches!(
            before.as_str(),
            "" | "印发" | "印" | "共印" | "印制" | "印刷" | "共" | "共印发" | "印数" | "份数"
        );
        let fits = printed && matches!(count.unit, "份" | "本" | "册") && !count.estimate;
        if fits {
            self.put(word, "copies", count.number.into(), text);
        }
        fits
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

    /// A department; of two the clerk says which.
    fn put_department(&mut self, word: &Span) -> bool {
        if self.values.contains_key("department") || word.len() > LONGEST_WORD {
            return false;
        }
        let Some(word) = self.without(word, &["由"], &["发布", "承办", "报送", "提供"]) else { return false };
        if self.put_term(&word.all, "department", Dimension::Department, &self.line.plain(&word.inner)) {
            return true;
        }
        let pieces = self.pieces(&word.inner);
        let names: Vec<String> = pieces
            .iter()
            .filter_map(|piece| match meant(self.vocabulary, Dimension::Department, &self.line.plain(piece)) {
                Meant::One(_, name) => Some(name),
                Meant::Nothing | Meant::Several(_) | Meant::Retired(_) => None,
            })
            .collect();
        let several = pieces.len() > 1 && names.len() == pieces.len();
        if several {
            self.ask_which(&word.all, "department", &names);
        }
        several
    }

    /// The kind that the title's end says, where nothing else does.
    fn kind_of_title(&mut self) {
        if self.values.contains_key("kind") || self.asks("kind") {
            return;
        }
        let Some(last) = self.line.words().pop() else { return };
        let text = self.line.plain(&last);
        let closed = text.chars().rev().take_while(|c| matches!(c, '》' | '”' | '」')).count();
        let Some((word, names)) = ending(text.trim_end_matches(['》', '”', '」'])) else { return };
        let known = names.iter().find_map(|name| self.vocabulary.id(Dimension::Kind, name));
        if let Some(term) = known.and_then(|id| self.vocabulary.get(id)).filter(|term| !term.retired) {
            let (id, name) = (term.id, term.name.clone());
            let end = last.end - closed;
            self.note(&(end - word.chars().count()..end), "kind", id.into(), &name);
        }
    }

    fn meeting(&mut self) {
        self.drop_verb(&["召开了", "召开", "举行了", "举行", "召集"]);
        for word in self.line.words() {
            let text = self.line.plain(&word);
            if self.attendance(&word, &text) {
                continue;
            }
            let room = ["会议室", "报告厅", "礼堂", "办公室", "大厅", "体育馆", "多功能厅"]
                .iter()
                .any(|room| text.ends_with(room));
            let department = self.vocabulary.id_as_typed(Dimension::Department, &text).is_some();
            if let Some(name) = text.strip_suffix("主持").filter(|name| (2..=12).contains(&name.chars().count())) {
                self.put_name(&word, "chair", name);
            } else if room && !department && word.len() <= LONGEST_WORD {
                let place = self.line.written(&word);
                self.put(&word, "place", Json::String(place.trim_start_matches('在').to_owned()), &place);
            } else if self.vocabulary.id_as_typed(Dimension::MeetingKind, &text).is_none() {
                self.put_department(&word);
            }
        }
        if !self.values.contains_key("kind") {
            self.kind_of_meeting();
        }
    }

    /// 30人, 参会30人, 30人参加.
    fn attendance(&mut self, word: &Span, text: &str) -> bool {
        let behind = ["参加", "参会", "到会", "出席"].iter().find(|behind| text.ends_with(**behind));
        let counted = word.start..word.end - behind.map_or(0, |behind| behind.chars().count());
        let Some(count) = count_at_end(&self.line, &counted) else { return false };
        let before = self.line.plain(&(word.start..count.span.start));
        let heads = matches!(count.unit, "人" | "人次" | "名" | "位") && !count.estimate;
        let fits =
            heads && matches!(before.as_str(), "" | "参会" | "到会" | "参加" | "出席" | "与会" | "共" | "参会人数");
        if fits {
            self.put(word, "attendance", count.number.into(), text);
        }
        fits
    }

    /// The longest kind that the name holds; it stays in the name.
    fn kind_of_meeting(&mut self) {
        let mut best: Option<(Span, i64, String)> = None;
        for word in self.line.words() {
            for start in word.clone() {
                let rest = start..word.end;
                let found = begins_with(self.vocabulary, Dimension::MeetingKind, self.line.slice(&rest));
                if let Some((length, id, name)) = found
                    && best.as_ref().is_none_or(|(span, ..)| length > span.len())
                {
                    best = Some((start..start + length, id, name));
                }
            }
        }
        if let Some((span, id, name)) = best {
            self.note(&span, "kind", id.into(), &name);
        }
    }

    fn reply(&mut self) {
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
            self.words_of_reply(&rest);
        }
        if !self.values.contains_key("quantity") {
            self.assume("quantity", 1.into(), "1");
            self.usual_unit("件");
        }
    }

    /// A count with its unit; heads are counted by the day.
    fn quantity(&mut self, span: &Span, number: i64, estimate: bool, unit: &str) {
        let shown = self.line.plain(span);
        self.put(span, "quantity", number.into(), &shown);
        if self.thing == Thing::Reply {
            self.values.insert("is_estimate".into(), estimate.into());
            self.values.insert("is_day_count".into(), (unit == "人次").into());
        }
        match self.vocabulary.id_as_typed(Dimension::Unit, unit) {
            Some(id) => {
                self.values.insert("unit".into(), id.into());
            }
            None => self.ask(span, Fault::new(FaultCode::WordUnknown, "unit", unit), Vec::new()),
        }
    }

    fn usual_unit(&mut self, name: &str) {
        if let Some(id) = self.vocabulary.id(Dimension::Unit, name) {
            self.assume("unit", id.into(), name);
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
    /// goes on is the subject, whose beginning may still say the matter.
    fn words_of_reply(&mut self, word: &Span) {
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
        if at < word.end {
            if let Some((length, id, name)) =
                begins_with(self.vocabulary, Dimension::ReplyMatter, self.line.slice(word))
                && !self.values.contains_key("matter")
            {
                self.note(&(word.start..word.start + length), "matter", id.into(), &name);
            }
            return;
        }
        for (span, key, meant) in found {
            match meant {
                Meant::One(id, name) => self.put(&span, key, id.into(), &name),
                Meant::Several(names) => self.ask_which(&span, key, &names),
                Meant::Retired(name) => self.ask(&span, Fault::new(FaultCode::TermRetired, key, name), Vec::new()),
                Meant::Nothing => {}
            }
        }
    }

    fn material(&mut self) {
        self.recipients_before_verb();
        self.drop_verb(&["发放了", "发放", "派发", "赠送", "赠阅", "分发", "印发"]);
        for word in self.line.words() {
            if let Some(count) = count_at_end(&self.line, &word)
                && matches!(count.unit, "册" | "本" | "份" | "套" | "张")
                && !self.values.contains_key("quantity")
            {
                if count.estimate {
                    let fault = Fault::new(FaultCode::NumberUnreadable, "quantity", self.line.written(&count.span));
                    self.ask(&count.span, fault, Vec::new());
                } else {
                    self.quantity(&count.span, count.number, false, count.unit);
                }
                continue;
            }
            let text = self.line.written(&word);
            let given = ["发给", "赠给", "送给", "面向", "给", "向"].iter().find_map(|to| text.strip_prefix(to));
            match given.filter(|to| !to.is_empty()) {
                Some(to) => self.put(&word, "recipients", Json::String(to.to_owned()), to),
                None => {
                    self.put_department(&word);
                }
            }
        }
    }

    /// 向新生发放手册: to whom stands before the verb.
    fn recipients_before_verb(&mut self) {
        for word in self.line.words() {
            let text = self.line.plain(&word);
            let Some(verb) = ["发放", "派发", "赠送", "分发"].iter().find_map(|verb| text.find(verb)) else {
                continue;
            };
            let before = text.get(..verb).unwrap_or_default();
            let Some(to) = before.strip_prefix('向').filter(|to| !to.is_empty()) else { continue };
            let span = word.start..word.start + before.chars().count();
            self.put(&span, "recipients", Json::String(to.to_owned()), to);
        }
    }

    fn request(&mut self) {
        self.drop_verb(&["收到", "接到", "依申请公开", "依申请"]);
        let mut first = true;
        for word in self.line.words() {
            let text = self.line.plain(&word);
            let asked = text.find("申请公开").and_then(|at| text.get(..at)).map(|name| name.chars().count());
            let short = |length: usize| (2..=4).contains(&length);
            let name =
                if asked.is_some_and(short) { word.start..word.start + asked.unwrap_or(0) } else { word.clone() };
            let terms = [
                ("mode", Dimension::RequestMode),
                ("applicant_class", Dimension::ApplicantClass),
                ("answer_form", Dimension::AnswerForm),
            ];
            let is_term = terms.into_iter().any(|(field, dimension)| self.put_term(&word, field, dimension, &text));
            let pieces = self.pieces(&word);
            let is_name = asked.is_some_and(short) || first && pieces.iter().all(|piece| short(piece.len()));
            if !is_term && is_name && !self.values.contains_key("applicant") {
                let written = self.line.written(&name);
                self.put_name(&name, "applicant", &written);
            } else if !is_term {
                self.put_department(&word);
            }
            first &= is_term;
        }
    }

    fn evaluation(&mut self) {
        let counts: [(&str, &[&str]); 3] = [
            ("issued", &["发放问卷", "发放", "发出", "下发", "问卷"]),
            ("valid", &["回收有效", "收回有效", "有效"]),
            ("satisfied", &["满意"]),
        ];
        let all = self.line.plain(&(0..self.line.chars().len()));
        for (field, words) in counts {
            let found = words.iter().find_map(|word| {
                let at = all.get(..all.find(word)?)?.chars().count();
                let (end, number) = number_behind(&self.line, at + word.chars().count())?;
                Some((at..end, number))
            });
            if let Some((span, number)) = found.filter(|(span, _)| self.line.is_free(span)) {
                let shown = self.line.plain(&span);
                self.put(&span, field, number.into(), &shown);
            }
        }
        for word in self.line.words() {
            self.put_term(&word, "method", Dimension::EvaluationMethod, &self.line.plain(&word));
        }
    }

    fn case_file(&mut self) {
        let kind = meant(self.vocabulary, Dimension::CaseKind, &self.mark);
        if let Meant::One(id, _) = kind {
            self.values.insert("kind".into(), id.into());
        }
        for word in self.line.words() {
            if self.values.contains_key("kind") {
                break;
            }
            if let Some((length, id, name)) = begins_with(self.vocabulary, Dimension::CaseKind, self.line.slice(&word))
            {
                let span = word.start..word.start + length;
                if span == word {
                    self.put(&span, "kind", id.into(), &name);
                } else {
                    self.note(&span, "kind", id.into(), &name);
                }
            }
        }
    }

    /// 召开 and its like say which register it is, and are no part of the name.
    fn drop_verb(&mut self, verbs: &[&str]) {
        for word in self.line.words() {
            let text = self.line.plain(&word);
            if let Some(verb) = verbs.iter().find(|verb| text.starts_with(**verb)) {
                let span = word.start..word.start + verb.chars().count();
                self.put(&span, "", Json::Null, self.thing.label());
                return;
            }
        }
    }

    /// The parts of a word between signs that separate names.
    fn pieces(&self, word: &Span) -> Vec<Span> {
        let mut pieces = Vec::new();
        let mut start = word.start;
        for at in word.start..=word.end {
            let apart = at == word.end || self.line.chars().get(at).is_none_or(|c| BETWEEN.contains(c));
            if apart {
                if at > start {
                    pieces.push(start..at);
                }
                start = at + 1;
            }
        }
        pieces
    }

    /// A word without what leads to it and what follows from it: 在官网发布 is 官网.
    fn without(&self, word: &Span, before: &[&str], behind: &[&str]) -> Option<Trimmed> {
        let text = self.line.plain(word);
        let before = before.iter().find(|lead| text.starts_with(**lead)).map_or(0, |lead| lead.chars().count());
        let behind = behind.iter().find(|tail| text.ends_with(**tail)).map_or(0, |tail| tail.chars().count());
        let inner = word.start + before..word.end.saturating_sub(behind);
        (inner.start < inner.end).then(|| Trimmed { all: word.clone(), inner })
    }
}

struct Trimmed {
    all: Span,
    inner: Span,
}

/// No word of a vocabulary that is typed into a line is longer.
const LONGEST_WORD: usize = 24;
