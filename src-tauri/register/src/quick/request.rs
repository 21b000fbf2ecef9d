//! What the line of a request has: who asks, in which way, for what, and how it was answered.

use super::line::Span;
use super::reader::Reader;
use super::words::begins_with;
use crate::things::Dimension;

impl Reader<'_> {
    pub fn request(&mut self) {
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
                ("outcome", Dimension::Outcome),
                ("refusal_ground", Dimension::RefusalGround),
            ];
            let exact = |dimension| self.vocabulary.id_as_typed(dimension, &text).is_some();
            let is_term = terms.into_iter().any(|(field, dimension)| {
                let loosely = !matches!(dimension, Dimension::Outcome | Dimension::RefusalGround);
                (loosely || exact(dimension)) && self.put_term(&word, field, dimension, &text)
            });
            let pieces = self.pieces(&word);
            let named = |piece: &Span| short(piece.len()) && begins_like_a_name(self.line.slice(piece));
            let is_name = asked.is_some_and(short) || first && pieces.iter().all(named);
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
        let content = self.line.words().iter().any(|other| other != word && other.len() >= 2);
        let named = begins_like_a_name(self.line.slice(word));
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
}

/// By its surname, one of the hundred and thirty commonest.
fn begins_like_a_name(word: &[char]) -> bool {
    const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏\
        魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔";
    word.first().is_some_and(|c| SURNAMES.contains(*c))
}
