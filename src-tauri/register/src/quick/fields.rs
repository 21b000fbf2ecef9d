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
            Thing::Problem => {
                self.exact_terms(&[("source", Dimension::ProblemSource)]);
                self.department();
            }
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

    fn evaluation(&mut self) {
        let all = self.line.plain(&(0..self.line.chars().len()));
        if let Some(at) = ["非常满意", "基本满意", "比较满意"].iter().find_map(|degree| all.find(degree)) {
            let at = all.get(..at).map_or(0, |before| before.chars().count());
            let degrees = Fault::new(FaultCode::SatisfiedInDegrees, "satisfied", "").with("非常满意、满意、基本满意");
            self.doubt(&(at..at + 4), degrees, Vec::new());
            return;
        }
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
        self.exact_terms(&[("change", Dimension::RegulationChange)]);
        self.department();
    }

    /// Words that are wholly a term by its name.
    fn exact_terms(&mut self, fields: &[(&'static str, Dimension)]) {
        for word in self.line.words() {
            let text = self.line.plain(&word);
            let exact = |(_, dimension): &&(&str, Dimension)| self.vocabulary.id_as_typed(*dimension, &text).is_some();
            if let Some((field, dimension)) = fields.iter().find(exact) {
                self.put_term(&word, field, *dimension, &text);
            }
        }
    }

    fn case_file(&mut self) {
        self.exact_terms(&[("stage", Dimension::CaseStage), ("conclusion", Dimension::CaseConclusion)]);
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
