//! What the lines of the other registers have of their own, and what they share: counts with their units, names.

use serde_json::Value as Json;

use super::counts::{count_at_end, number_behind};
use super::line::Span;
use super::reader::{BETWEEN, Reader};
use super::words::{MATERIAL_UNITS, Meant, authority, begins_with, meant};
use crate::fault::{Fault, FaultCode};
use crate::things::{Dimension, Thing};

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
            Thing::Regulation => self.regulation(),
            Thing::Consultation => {
                self.counts_behind(&[
                    ("adopted", &["采纳意见", "采纳建议", "采纳"]),
                    ("opinions", &["收到意见", "收到建议", "意见"]),
                ]);
                self.department();
            }
            Thing::Notice => {
                self.counts_behind(&[("objections", &["收到异议", "异议"])]);
                self.department();
            }
            Thing::Problem => self.department(),
        }
    }

    /// A count with its unit; heads are counted by the day.
    pub fn quantity(&mut self, span: &Span, number: i64, estimate: bool, unit: &str) {
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

    pub fn usual_unit(&mut self, name: &str) {
        if let Some(id) = self.vocabulary.id(Dimension::Unit, name) {
            self.assume("unit", id.into(), name);
        }
    }

    fn material(&mut self) {
        self.recipients_before_verb();
        self.drop_verb(&["发放了", "发放", "派发", "赠送", "赠阅", "分发", "印发"]);
        for word in self.line.words() {
            if let Some(count) = count_at_end(&self.line, &word)
                && MATERIAL_UNITS.contains(&count.unit)
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
                None if self.put_department(&word) => {}
                None if self.line.words().len() > 1 && is_a_crowd(&text) => {
                    self.put(&word, "recipients", Json::String(text.clone()), &text);
                }
                None => {}
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
            let word = self.mode_of_asking(word);
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
            } else if !is_term && !self.put_department(&word) && self.is_name_beside_content(&word) {
                let written = self.line.written(&word);
                self.put_name(&word, "applicant", &written);
            }
            first &= is_term;
        }
    }

    /// 招生录取办法 王某: who asks may stand behind what is asked for.
    fn is_name_beside_content(&self, word: &Span) -> bool {
        const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏\
            魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔";
        let content = self.line.words().iter().any(|other| other.len() >= 5);
        let named = self.line.slice(word).first().is_some_and(|c| SURNAMES.contains(*c));
        (2..=3).contains(&word.len()) && named && content && !self.values.contains_key("applicant")
    }

    /// 李某信函申请公开…, 网络申请公开…: the way stands before the verb. What is left of the word before it.
    fn mode_of_asking(&mut self, word: Span) -> Span {
        let text = self.line.plain(&word);
        let Some(before) = text.find("申请公开").and_then(|at| text.get(..at)) else { return word };
        let verb = word.start + before.chars().count();
        let found = (word.start..verb).find_map(|start| {
            let (length, id, name) =
                begins_with(self.vocabulary, Dimension::RequestMode, self.line.slice(&(start..verb)))?;
            (start + length == verb).then_some((start, id, name))
        });
        let Some((start, id, name)) = found.filter(|_| !self.values.contains_key("mode")) else { return word };
        let through =
            ["通过", "以", "用"].iter().find(|through| self.line.plain(&(word.start..start)).ends_with(**through));
        let from = start - through.map_or(0, |through| through.chars().count());
        self.put(&(from..verb), "mode", id.into(), &name);
        if from > word.start { word.start..from } else { verb..word.end }
    }

    fn evaluation(&mut self) {
        // 有效问卷 before 问卷: what is answered is not what was handed out.
        self.counts_behind(&[
            ("valid", &["回收有效", "收回有效", "有效"]),
            ("issued", &["发放问卷", "发放", "发出", "下发", "问卷"]),
            ("satisfied", &["满意"]),
        ]);
        for word in self.line.words() {
            match self.line.plain(&word).as_str() {
                // What the register is called.
                "评议" | "测评" | "问卷" => self.line.take(&word),
                text => _ = self.put_term(&word, "method", Dimension::EvaluationMethod, text),
            }
        }
    }

    /// Counts by the words before them: 满意90份.
    fn counts_behind(&mut self, counts: &[(&'static str, &[&str])]) {
        let all = self.line.plain(&(0..self.line.chars().len()));
        for (field, words) in counts {
            let found = words.iter().flat_map(|word| all.match_indices(word)).find_map(|(at, word)| {
                let at = all.get(..at)?.chars().count();
                let (end, number) = number_behind(&self.line, at + word.chars().count())?;
                self.line.is_free(&(at..end)).then_some((at..end, number))
            });
            if let Some((span, number)) = found {
                let shown = self.line.plain(&span);
                self.put(&span, field, number.into(), &shown);
            }
        }
    }

    fn regulation(&mut self) {
        for word in self.line.words() {
            let text = self.line.plain(&word);
            if self.vocabulary.id_as_typed(Dimension::RegulationChange, &text).is_some() {
                self.put_term(&word, "change", Dimension::RegulationChange, &text);
            }
        }
        self.department();
    }

    fn case_file(&mut self) {
        let kind = meant(self.vocabulary, Dimension::CaseKind, &self.mark);
        if let Meant::One(id, _) = kind {
            self.values.insert("kind".into(), id.into());
        }
        for word in self.line.words() {
            let whole = self.without(&word, &["向", "由"], &["受理"]).map(|word| self.line.written(&word.inner));
            if let Some(name) = whole.filter(|name| authority(name) && self.line.words().len() > 1) {
                self.put(&word, "authority", Json::String(name.clone()), &name);
                continue;
            }
            if self.values.contains_key("kind") {
                continue;
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
    pub fn drop_verb(&mut self, verbs: &[&str]) {
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
    pub fn pieces(&self, word: &Span) -> Vec<Span> {
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
    pub fn without(&self, word: &Span, before: &[&str], behind: &[&str]) -> Option<Trimmed> {
        let text = self.line.plain(word);
        let before = before.iter().find(|lead| text.starts_with(**lead)).map_or(0, |lead| lead.chars().count());
        let behind = behind.iter().find(|tail| text.ends_with(**tail)).map_or(0, |tail| tail.chars().count());
        let inner = word.start + before..word.end.saturating_sub(behind);
        (inner.start < inner.end).then(|| Trimmed { all: word.clone(), inner })
    }
}

/// To whom things are handed out, without a word that says so.
fn is_a_crowd(text: &str) -> bool {
    const CROWDS: [&str; 17] = [
        "新生",
        "学生",
        "毕业生",
        "考生",
        "校友",
        "家长",
        "师生",
        "教师",
        "老师",
        "教职工",
        "职工",
        "辅导员",
        "班主任",
        "来宾",
        "群众",
        "各学院",
        "各部门",
    ];
    text.chars().count() <= 8 && CROWDS.iter().any(|crowd| text.ends_with(crowd))
}

/// A word, and what of it is the name.
pub(super) struct Trimmed {
    pub all: Span,
    pub inner: Span,
}

/// No word of a vocabulary that is typed into a line is longer.
pub(super) const LONGEST_WORD: usize = 24;
