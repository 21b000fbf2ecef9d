//! Which register a line belongs to: by a mark at its beginning, else by its words.

use chrono::NaiveDate;

use super::counts::{bare_number_at_end, count_at_end};
use super::days::{DaysFound, Said, days_at};
use super::document_number::document_number;
use super::limits::length_of;
use super::line::{Line, Span};
use super::reply::lead;
use super::words::{
    ANSWERED, HEADS, MATERIAL_UNITS, Meant, REPLY_UNITS, SPEAKS, authority, begins_with, ending, meant, spoken_for,
};
use crate::records::Correcting;
use crate::things::{Dimension, Thing, Vocabulary};

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
        (Thing::Request, clues.request()),
        (Thing::Reply, clues.reply() || clues.passed_on()),
        (Thing::Material, clues.material()),
        (Thing::Meeting, clues.meeting()),
    ];
    let period = line.words().iter().any(|word| is_period(line, word, today));
    let claimed: Vec<Thing> = claims.iter().filter(|(_, holds)| *holds).map(|(thing, _)| *thing).collect();
    let one = |thing| Chosen { thing, mark: None, others: Vec::new() };
    let unsure = Chosen { thing: Thing::Reply, mark: None, others: vec![Thing::Publication] };
    match claimed.as_slice() {
        _ if document_number(line).is_some() => one(Thing::Publication),
        [first @ (Thing::Evaluation | Thing::CaseFile | Thing::Request), ..] => one(*first),
        _ if let Some(thing) = clues.open_for_a_period().filter(|_| period) => {
            let others = if clues.published() { vec![Thing::Publication] } else { Vec::new() };
            Chosen { thing, mark: None, others }
        }
        [Thing::Reply] if clues.passed_on() || clues.written_to() => one(Thing::Reply),
        _ if clues.announces() => one(Thing::Publication),
        [Thing::Meeting | Thing::Material] if clues.published() => one(Thing::Publication),
        // 微信 推送5条: published there, or asked there.
        [Thing::Reply] if clues.published() => unsure,
        [] if clues.is_channel_of_replies() => unsure,
        [] => one(Thing::Publication),
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

/// What the words of a line speak for.
struct Clues<'a> {
    line: &'a Line,
    vocabulary: &'a Vocabulary,
    all: &'a str,
    words: &'a [Span],
}

impl Clues<'_> {
    fn texts(&self) -> impl Iterator<Item = String> {
        self.words.iter().map(|word| self.line.plain(word)).filter(|word| !word.is_empty())
    }

    /// A title of a document.
    fn announces(&self) -> bool {
        const MORE: [&str; 16] = [
            "报告", "方案", "决定", "意见", "通报", "的函", "总结", "计划", "规定", "办法", "名单", "要点", "报道",
            "章程", "新闻", "预案",
        ];
        let long = |word: &String| word.chars().count() >= 5;
        self.texts().filter(long).any(|word| {
            let word = word.trim_end_matches(['》', '”', '」', '。']);
            Correcting::read(word).is_some()
                || ending(word).is_some()
                || MORE.iter().any(|ending| word.ends_with(ending))
        })
    }

    /// A place where something was made public.
    fn published(&self) -> bool {
        self.texts().filter(|word| word != "会议").any(|word| {
            let mut pieces = word.split(['、', '/', '+']).filter(|piece| !piece.is_empty()).peekable();
            let known = |piece: &str| matches!(meant(self.vocabulary, Dimension::Channel, piece), Meant::One(..));
            let is_meeting = self.vocabulary.id_as_typed(Dimension::MeetingKind, &word).is_some();
            !is_meeting && pieces.peek().is_some() && pieces.all(known)
        })
    }

    fn counts(&self, units: &[&str]) -> bool {
        let counts = self.words.iter().filter_map(|word| count_at_end(self.line, word));
        counts.into_iter().any(|count| units.contains(&count.unit))
    }

    /// With its unit; or bare at the end, alone or behind a word of a reply.
    fn counted(&self) -> bool {
        let bare = self.words.last().and_then(|word| Some((word, bare_number_at_end(self.line, word)?)));
        let bare = bare.is_some_and(|(word, number)| number.start == word.start || self.named(self.line.slice(word)));
        bare || self.counts(&REPLY_UNITS)
    }

    fn named(&self, chars: &[char]) -> bool {
        [Dimension::ReplyChannel, Dimension::ReplyMatter]
            .into_iter()
            .any(|dimension| begins_with(self.vocabulary, dimension, chars).is_some())
    }

    fn speaks(&self) -> bool {
        SPEAKS.iter().any(|word| self.all.contains(word))
    }

    fn reply(&self) -> bool {
        let says = || self.speaks() || ANSWERED.iter().any(|word| self.all.contains(word)) || self.counted();
        self.words.iter().take(4).filter(|word| !self.meets(word)).any(|word| {
            let chars = self.line.slice(word);
            let lead = lead(self.vocabulary, chars);
            let chars = chars.get(lead.end()..).unwrap_or_default();
            let source = begins_with(self.vocabulary, Dimension::ReplySource, chars).map_or(0, |(length, ..)| length);
            let chars = chars.get(source..).unwrap_or_default();
            let text: String = chars.iter().collect();
            let complains =
                ["咨询", "投诉", "信访", "来访", "来电", "来信", "来函"].iter().any(|w| text.starts_with(w));
            complains || (self.named(chars) || lead.channel > 0) && says()
        })
    }

    /// What cannot be a document's title: a count of people, or a letter to a box where nothing is published.
    fn written_to(&self) -> bool {
        let counted = self.counted() && (self.speaks() || self.counts(&["人次"]) || !self.published());
        counted || self.speaks() && !self.published()
    }

    /// 昨天 电话: a whole word that is a way of asking and no place to publish.
    fn is_channel_of_replies(&self) -> bool {
        self.texts().any(|word| {
            let is = |dimension| !matches!(meant(self.vocabulary, dimension, &word), Meant::Nothing);
            let named = self.vocabulary.id_as_typed(Dimension::ReplyChannel, &word).is_some()
                || spoken_for(self.vocabulary, Dimension::ReplyChannel, &word).is_some();
            named && !is(Dimension::Channel)
        })
    }

    /// 省教育厅转来信访件.
    fn passed_on(&self) -> bool {
        let letter =
            ["信访", "投诉", "举报", "来信", "信件", "反映", "咨询"].iter().any(|word| self.all.contains(word));
        letter && self.texts().any(|word| passed_on(&word).is_some_and(|(from, _)| authority(from)))
    }

    /// A notice or a consultation, which run for a period.
    fn open_for_a_period(&self) -> Option<Thing> {
        let asks = ["征求意见", "征集意见", "意见征集"];
        if asks.iter().any(|word| self.all.contains(word)) {
            return Some(Thing::Consultation);
        }
        self.texts().any(|word| word.ends_with("公示")).then_some(Thing::Notice)
    }

    fn material(&self) -> bool {
        let given = ["发放", "派发", "赠送", "赠阅", "分发"].iter().any(|word| self.all.contains(word));
        given && self.counts(&MATERIAL_UNITS)
    }

    fn meeting(&self) -> bool {
        const GATHER: [&str; 7] = ["学习", "培训", "培训班", "座谈", "研讨", "宣讲", "例会"];
        let heads = self.words.iter().any(|word| {
            count_at_end(self.line, word).is_some_and(|count| count.span == *word && HEADS.contains(&count.unit))
        });
        let gathers = |word: &String| GATHER.iter().any(|end| word.ends_with(end));
        self.words.iter().any(|word| self.meets(word)) || heads && self.texts().any(|word| gathers(&word))
    }

    fn meets(&self, word: &Span) -> bool {
        let chars = self.line.slice(word);
        let text: String = chars.iter().collect();
        let known = |dimension| self.vocabulary.id_as_typed(dimension, &text).is_some();
        let body = ["委员会", "学生会", "工会", "协会", "商会", "学会", "基金会", "社会", "理事会", "机会"]
            .iter()
            .any(|body| text.ends_with(body));
        let held = ["召开", "举行", "召集"].iter().any(|held| text.starts_with(held) && chars.len() > 3);
        let named = begins_with(self.vocabulary, Dimension::MeetingKind, chars).is_some();
        let ends = text.ends_with('会') || text.ends_with("会议") || text.ends_with("会(扩大)");
        held || named || ends && !body && chars.len() >= 3 && !known(Dimension::Channel)
    }

    fn request(&self) -> bool {
        ["依申请", "申请公开", "信息公开申请"].iter().any(|word| self.all.contains(word))
    }

    fn evaluation(&self) -> bool {
        let asked = ["有效", "问卷", "评议", "测评"].iter().any(|word| self.all.contains(word));
        asked && self.all.contains("满意") && self.all.contains(|c: char| c.is_ascii_digit())
    }

    fn case_file(&self) -> bool {
        self.texts().any(|word| word == "行政复议" || word == "行政诉讼")
    }
}
