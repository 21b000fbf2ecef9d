//! The department of a line, wherever it stands in it; and a word that stands there and is none that is known.

use super::fields::{LONGEST_WORD, Trimmed};
use super::line::Span;
use super::reader::Reader;
use super::words::{Meant, meant};
use crate::fault::{Fault, FaultCode};
use crate::things::Dimension;

/// What leads to a department, and what follows from it: 转后勤处, 学生处承办.
const BEFORE: [&str; 7] = ["由", "转交", "转给", "转至", "转", "交由", "交"];
const BEHIND: [&str; 8] = ["发布", "承办", "报送", "提供", "办理", "负责", "牵头", "处理"];

impl Reader<'_> {
    pub fn department(&mut self) {
        for word in self.line.words() {
            self.put_department(&word);
        }
    }

    /// A department; of two the clerk says which.
    pub fn put_department(&mut self, word: &Span) -> bool {
        if self.values.contains_key("department") || word.len() > LONGEST_WORD {
            return false;
        }
        let Some(word) = self.without(word, &BEFORE, &BEHIND) else { return false };
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

    /// Asks about a word that stands for a department that nobody knows, beside what else is left for the title.
    pub fn unknown_department(&mut self) {
        let known = self.values.contains_key("department") || self.asks("department");
        if known || self.thing.field("department").is_none() {
            return;
        }
        let words = self.line.words();
        let titled = self.values.contains_key(self.thing.title_field()) || words.len() > 1;
        for word in words.iter().rev().filter(|_| titled) {
            let Some(Trimmed { inner, .. }) = self.without(word, &BEFORE, &BEHIND) else { continue };
            if like_an_office(&self.line.plain(&inner)) {
                let fault = Fault::new(FaultCode::WordUnknown, "department", self.line.written(&inner));
                self.ask(word, fault, Vec::new());
                return;
            }
        }
    }
}

/// 外联部, but not 中层干部.
fn like_an_office(word: &str) -> bool {
    const ENDS: [&str; 8] = ["处", "部", "室", "院", "中心", "馆", "科", "办"];
    const OTHERS: [&str; 33] = [
        "教室",
        "实验室",
        "会议室",
        "寝室",
        "卧室",
        "干部",
        "全部",
        "内部",
        "外部",
        "局部",
        "总部",
        "用处",
        "好处",
        "坏处",
        "到处",
        "之处",
        "害处",
        "法院",
        "检察院",
        "国务院",
        "剧院",
        "电影院",
        "住院",
        "宾馆",
        "举办",
        "主办",
        "协办",
        "督办",
        "交办",
        "本科",
        "专科",
        "学科",
        "为中心",
    ];
    const VERBS: [&str; 12] =
        ["关于", "申请", "咨询", "投诉", "反映", "研究", "讨论", "走进", "参观", "建设", "成立", "《"];
    (2..=10).contains(&word.chars().count())
        && ENDS.iter().any(|end| word.ends_with(end))
        && !OTHERS.iter().any(|end| word.ends_with(end))
        && !VERBS.iter().any(|verb| word.starts_with(verb))
}
