//! What the words of a line speak for: signs of each register, and of none.

use super::counts::{bare_number_at_end, count_at_end};
use super::line::{Line, Span};
use super::reply::lead;
use super::thing::{Chosen, passed_on};
use super::words::{
    ANSWERED, HEADS, MATERIAL_UNITS, Meant, REPLY_UNITS, SPEAKS, authority, begins_with, ending, hotline, meant,
    spoken_for,
};
use crate::records::Correcting;
use crate::things::{Dimension, Thing, Vocabulary};

/// What the words of a line speak for.
pub(super) struct Clues<'a> {
    pub line: &'a Line,
    pub vocabulary: &'a Vocabulary,
    pub all: &'a str,
    pub words: &'a [Span],
}

impl Clues<'_> {
    fn texts(&self) -> impl Iterator<Item = String> {
        self.words.iter().map(|word| self.line.plain(word)).filter(|word| !word.is_empty())
    }

    /// A title of a document.
    pub fn announces(&self) -> bool {
        const MORE: [&str; 18] = [
            "报告", "方案", "决定", "意见", "通报", "的函", "总结", "计划", "规定", "办法", "名单", "要点", "报道",
            "章程", "新闻", "预案", "决议", "文件",
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
    pub fn published(&self) -> bool {
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

    pub fn reply(&self) -> bool {
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
    pub fn written_to(&self) -> bool {
        let counted = self.counted() && (self.speaks() || self.counts(&["人次"]) || !self.published());
        counted || self.speaks() && !self.published()
    }

    /// 废止《学生申诉办法》.
    pub fn regulates(&self) -> bool {
        self.texts().any(|text| ["废止", "修订", "制定", "出台"].iter().any(|verb| text.starts_with(verb)))
    }

    /// 短信通知家长: what is sent is not asked.
    pub fn sends(&self) -> bool {
        ["通知", "推送", "群发"].iter().any(|word| self.all.contains(word)) && !self.speaks()
    }

    /// 校历 依申请公开: how an item is made public, and no request for one.
    pub fn kept_for_request(&self) -> bool {
        self.texts()
            .skip(1)
            .any(|word| word == "依申请公开" || word.ends_with(":依申请公开") || word.ends_with(":依申请"))
    }

    /// Where it was published, or a title of a document: nobody asks of such a line what it is.
    pub fn speaks_for_publication(&self) -> bool {
        let asked = ["采访", "来问", "在问", "询问"].iter().any(|word| self.all.contains(word));
        let titled = || self.texts().any(|word| word.starts_with('《') || word.contains("关于"));
        let channel =
            || self.texts().any(|word| !matches!(meant(self.vocabulary, Dimension::Channel, &word), Meant::Nothing));
        let glued = || {
            self.words
                .iter()
                .any(|word| begins_with(self.vocabulary, Dimension::Channel, self.line.slice(word)).is_some())
        };
        let labelled = ["标题:", "文号:", "信息名称:", "公开渠道:"].iter().any(|label| self.all.contains(label));
        !asked
            && !self.is_channel_of_replies()
            && (self.published() || self.announces() || titled() || glued() || channel() || labelled)
    }

    /// Nothing says which register it is: the clerk does, the likeliest first.
    pub fn unsure(&self) -> Chosen {
        const HINTS: [(&[&str], Thing); 8] = [
            (&["举报", "复议", "诉讼", "法院"], Thing::CaseFile),
            (&["整改", "问题", "空白", "自查"], Thing::Problem),
            (&["制度", "废止", "修订", "制定", "出台"], Thing::Regulation),
            (&["发放", "寄送", "领取", "宣传单", "手册", "资料", "发给"], Thing::Material),
            (&["评议", "问卷", "测评"], Thing::Evaluation),
            (&["公示"], Thing::Notice),
            (&["征求意见", "意见"], Thing::Consultation),
            (&["申请人", "申请"], Thing::Request),
        ];
        let hinted = HINTS.iter().filter(|(words, _)| words.iter().any(|word| self.all.contains(word)));
        let mut things: Vec<Thing> = hinted.map(|(_, thing)| *thing).collect();
        let usual = match self.speaks() || self.is_channel_of_replies() || self.counted() {
            true => [Thing::Reply, Thing::Publication, Thing::Meeting],
            false => [Thing::Publication, Thing::Reply, Thing::Meeting],
        };
        things.extend(usual);
        Chosen { thing: things.remove(0), mark: None, others: things }
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
    pub fn passed_on(&self) -> bool {
        let from = |word: &String| passed_on(word).is_some_and(|(from, _)| authority(from)) || hotline(word);
        !self.announces() && self.texts().any(|word| from(&word))
    }

    /// A notice or a consultation, which run for a period.
    pub fn open_for_a_period(&self) -> Option<Thing> {
        let asks = ["征求意见", "征集意见", "意见征集"];
        if asks.iter().any(|word| self.all.contains(word)) {
            return Some(Thing::Consultation);
        }
        self.texts().any(|word| word.ends_with("公示")).then_some(Thing::Notice)
    }

    pub fn material(&self) -> bool {
        let given = ["发放", "派发", "赠送", "赠阅", "分发"].iter().any(|word| self.all.contains(word));
        given && self.counts(&MATERIAL_UNITS)
    }

    pub fn meeting(&self) -> bool {
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
        let body = [
            "委员会",
            "学生会",
            "工会",
            "协会",
            "商会",
            "学会",
            "基金会",
            "社会",
            "理事会",
            "机会",
            "运动会",
            "校运会",
            "拍卖会",
            "晚会",
            "展览会",
            "招聘会",
            "音乐会",
            "博览会",
        ]
        .iter()
        .any(|body| text.ends_with(body));
        let held = ["召开", "举行", "召集"].iter().any(|held| text.starts_with(held) && chars.len() > 3);
        // 校务会决议 is a document.
        let document = ["决议", "纪要", "材料", "通报", "通知", "公告"].iter().any(|word| text.contains(word));
        let named = begins_with(self.vocabulary, Dimension::MeetingKind, chars).is_some() && !document;
        let ends = text.ends_with('会') || text.ends_with("会议") || text.ends_with("会(扩大)");
        held || named || ends && !body && chars.len() >= 3 && !known(Dimension::Channel)
    }

    pub fn request(&self) -> bool {
        ["依申请", "申请公开", "信息公开申请"].iter().any(|word| self.all.contains(word))
    }

    pub fn evaluation(&self) -> bool {
        let asked = ["有效", "问卷", "评议", "测评"].iter().any(|word| self.all.contains(word));
        asked && self.all.contains("满意") && self.all.contains(|c: char| c.is_ascii_digit())
    }

    pub fn case_file(&self) -> bool {
        self.texts().any(|word| word == "行政复议" || word == "行政诉讼")
    }
}
