//! Which register a line belongs to: by a mark at its beginning, else by its words.

use chrono::NaiveDate;

use super::clues::Clues;
use super::days::{DaysFound, Said, days_at};
use super::document_number::document_number;
use super::limits::length_of;
use super::line::{Line, Span};
use crate::things::{Thing, Vocabulary};

pub(super) struct Chosen {
    pub thing: Thing,
    /// 会议：, where the line begins so.
    pub mark: Option<Span>,
    /// Things that its words speak for as well.
    pub others: Vec<Thing>,
}

const MARKS: [(&str, Thing); 33] = [
    ("主动公开", Thing::Publication),
    ("公开", Thing::Publication),
    ("发文", Thing::Publication),
    ("会议", Thing::Meeting),
    ("开会", Thing::Meeting),
    ("答复", Thing::Reply),
    ("日常", Thing::Reply),
    ("来访", Thing::Reply),
    ("投诉", Thing::Reply),
    ("咨询", Thing::Reply),
    ("信访", Thing::Reply),
    ("资料", Thing::Material),
    ("材料", Thing::Material),
    ("发放资料", Thing::Material),
    ("依申请", Thing::Request),
    ("依申请公开", Thing::Request),
    ("申请", Thing::Request),
    ("申请公开", Thing::Request),
    ("评议", Thing::Evaluation),
    ("测评", Thing::Evaluation),
    ("案件", Thing::CaseFile),
    ("举报", Thing::CaseFile),
    ("复议", Thing::CaseFile),
    ("行政复议", Thing::CaseFile),
    ("行政诉讼", Thing::CaseFile),
    ("问题", Thing::Problem),
    ("整改", Thing::Problem),
    ("问题整改", Thing::Problem),
    ("制度", Thing::Regulation),
    ("规章制度", Thing::Regulation),
    ("征求意见", Thing::Consultation),
    ("意见征集", Thing::Consultation),
    ("公示", Thing::Notice),
];

/// The mark that puts a line into a register.
pub(super) fn mark_of(thing: Thing) -> &'static str {
    MARKS.iter().find(|(_, marked)| *marked == thing).map_or("", |(mark, _)| mark)
}

pub(super) fn choose(line: &Line, vocabulary: &Vocabulary, today: NaiveDate) -> Chosen {
    if let Some((mark, thing)) = mark(line) {
        return Chosen { thing, mark: Some(mark), others: Vec::new() };
    }
    let all = line.plain(&(0..line.chars().len()));
    let words: Vec<Span> = line.words().into_iter().map(|word| without_day(line, word, today)).collect();
    let clues = Clues { line, vocabulary, all: &all, words: &words };
    let claims = [
        (Thing::Evaluation, clues.evaluation()),
        (Thing::CaseFile, clues.case_file()),
        (Thing::Request, clues.request() && !clues.kept_for_request()),
        (Thing::Reply, clues.reply() || clues.passed_on()),
        (Thing::Material, clues.material()),
        (Thing::Meeting, clues.meeting()),
    ];
    let period = line.words().iter().any(|word| is_period(line, word, today));
    let claimed: Vec<Thing> = claims.iter().filter(|(_, holds)| *holds).map(|(thing, _)| *thing).collect();
    let one = |thing| Chosen { thing, mark: None, others: Vec::new() };
    match claimed.as_slice() {
        _ if document_number(line).is_some() => one(Thing::Publication),
        [first @ (Thing::Evaluation | Thing::CaseFile | Thing::Request), ..] => one(*first),
        _ if let Some(thing) = clues.open_for_a_period().filter(|_| period) => {
            let others = if clues.published() { vec![Thing::Publication] } else { Vec::new() };
            Chosen { thing, mark: None, others }
        }
        [Thing::Reply] if clues.passed_on() && clues.all.contains("举报") => {
            Chosen { thing: Thing::Reply, mark: None, others: vec![Thing::CaseFile] }
        }
        [Thing::Reply] if clues.passed_on() || clues.written_to() && !clues.sends() => one(Thing::Reply),
        [] if clues.regulates() && !clues.published() => clues.unsure(),
        _ if clues.announces() => one(Thing::Publication),
        [Thing::Meeting | Thing::Material] if clues.published() => one(Thing::Publication),
        // 微信 推送5条: published there, or asked there.
        [Thing::Reply] if clues.published() || clues.sends() => {
            Chosen { thing: Thing::Reply, mark: None, others: vec![Thing::Publication] }
        }
        [] if clues.speaks_for_publication() => one(Thing::Publication),
        [] => clues.unsure(),
        [first, others @ ..] => Chosen { thing: *first, mark: None, others: others.to_vec() },
    }
}

fn mark(line: &Line) -> Option<(Span, Thing)> {
    let chars = line.chars();
    let start = chars.iter().position(|c| *c != ' ')?;
    let colon = chars.iter().position(|c| *c == ':')?;
    let word: String = line.plain(&(start..colon.max(start))).split_whitespace().collect();
    let (_, thing) = MARKS.into_iter().find(|(mark, _)| *mark == word)?;
    Some((start..colon + 1, thing))
}

/// Who passed a letter on, and the word that says so.
pub(super) fn passed_on(text: &str) -> Option<(&str, &'static str)> {
    ["转来", "转办", "转交", "转送", "交办", "批转"].into_iter().find_map(|verb| Some((text.split_once(verb)?.0, verb)))
}

fn without_day(line: &Line, word: Span, today: NaiveDate) -> Span {
    let length = days_at(line.slice(&word), today).map_or(0, |found| found.length);
    word.start + length..word.end
}

fn is_period(line: &Line, word: &Span, today: NaiveDate) -> bool {
    let period = |found: DaysFound| matches!(found.said, Said::Period(..) | Said::From(_));
    days_at(line.slice(word), today).is_some_and(period) || length_of(&line.plain(word), Thing::Notice).is_some()
}
