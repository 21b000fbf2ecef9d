//! Which term of a vocabulary a word of a line means: by its name, another name, its beginning, a part, an abbreviation.

use std::collections::BTreeMap;

use crate::things::{Dimension, Term, Vocabulary, folded};

/// What a word means in one vocabulary.
#[derive(Debug, PartialEq)]
pub(super) enum Meant {
    Nothing,
    One(i64, String),
    /// Each could be meant.
    Several(Vec<String>),
    /// A name that is no longer chosen.
    Retired(String),
}

/// Parts of many names that say nothing by themselves.
const VAGUE: [&str; 19] = [
    "学校", "学院", "学生", "信息", "教育", "中国", "官方", "通知", "公告", "校园", "会议", "工作", "专题", "项目",
    "网上", "部门", "服务", "中心", "我校",
];

/// More than these cannot be offered to choose from.
const MOST_OFFERED: usize = 6;

/// What clerks say for words that the vocabularies call otherwise: in a line, a row and a ledger.
const SPOKEN: [(Dimension, &str, &str); 39] = [
    (Dimension::Channel, "官网", "学校官网"),
    (Dimension::Channel, "公众号", "官方微信公众号"),
    (Dimension::Channel, "微信公众号", "官方微信公众号"),
    (Dimension::Channel, "官方微信", "官方微信公众号"),
    (Dimension::Channel, "微博", "官方微博"),
    (Dimension::Channel, "视频号", "官方视频号"),
    (Dimension::Department, "学生处", "学生工作处"),
    (Dimension::Department, "学工处", "学生工作处"),
    (Dimension::Department, "后勤处", "后勤保障处"),
    (Dimension::Department, "招就处", "招生就业处"),
    (Dimension::Department, "人事处", "组织人事处"),
    (Dimension::Department, "党办", "党委办公室"),
    (Dimension::Department, "纪委", "纪检监察室"),
    (Dimension::ReplyChannel, "领导信箱", "学校领导信箱"),
    (Dimension::ReplyChannel, "校长信箱", "学校领导信箱"),
    (Dimension::ReplyChannel, "书记信箱", "学校领导信箱"),
    (Dimension::ReplyChannel, "院长信箱", "学校领导信箱"),
    (Dimension::ReplyChannel, "QQ", "QQ群"),
    (Dimension::ReplyChannel, "微信", "微信群"),
    (Dimension::ReplyChannel, "窗口", "现场接待"),
    (Dimension::ReplyChannel, "服务窗口", "现场接待"),
    (Dimension::ReplyChannel, "接待", "现场接待"),
    (Dimension::ReplyChannel, "来访", "现场接待"),
    (Dimension::ReplyChannel, "现场", "现场接待"),
    (Dimension::ReplyChannel, "来电", "来函来电"),
    (Dimension::ReplyChannel, "来信", "来函来电"),
    (Dimension::ReplyChannel, "来函", "来函来电"),
    (Dimension::ReplyMatter, "咨询", "咨询答疑"),
    (Dimension::ReplyMatter, "信访", "信访投诉"),
    (Dimension::ReplyMatter, "信访件", "信访投诉"),
    (Dimension::ReplyMatter, "投诉件", "投诉"),
    (Dimension::RequestMode, "网络", "网上平台"),
    (Dimension::RequestMode, "网上", "网上平台"),
    (Dimension::RequestMode, "在线", "网上平台"),
    (Dimension::RequestMode, "来信", "信函"),
    (Dimension::RequestMode, "邮寄", "信函"),
    (Dimension::RequestMode, "现场", "当面"),
    (Dimension::RequestMode, "窗口", "当面"),
    (Dimension::RequestMode, "邮件", "电子邮件"),
];

/// The words that clerks say for terms that this vocabulary has.
fn spoken(vocabulary: &Vocabulary, dimension: Dimension) -> impl Iterator<Item = (&str, &Term)> {
    let said = SPOKEN.into_iter().filter(move |(of, ..)| *of == dimension);
    said.filter_map(move |(_, said, name)| Some((said, vocabulary.get(vocabulary.id(dimension, name)?)?)))
}

/// The term for which clerks say this word.
pub(crate) fn spoken_for<'v>(vocabulary: &'v Vocabulary, dimension: Dimension, word: &str) -> Option<&'v Term> {
    let said = |(said, term): &(&str, &Term)| folded(said) == folded(word) && !term.retired;
    spoken(vocabulary, dimension).find(said).map(|(_, term)| term)
}

/// The terms that a word may mean, none of which it names.
pub(crate) fn proposed(vocabulary: &Vocabulary, dimension: Dimension, word: &str) -> Vec<String> {
    match meant(vocabulary, dimension, word) {
        Meant::One(_, name) => vec![name],
        Meant::Several(names) => names,
        Meant::Nothing | Meant::Retired(_) => Vec::new(),
    }
}

/// What a reply is counted in, and what things that are handed out.
pub(super) const REPLY_UNITS: [&str; 9] = ["人次", "人", "件", "次", "起", "个", "条", "名", "位"];
pub(super) const MATERIAL_UNITS: [&str; 5] = ["册", "本", "份", "套", "张"];

/// What people are counted in, and copies of a document.
pub(super) const HEADS: [&str; 4] = ["人", "人次", "名", "位"];
pub(super) const COPIES: [&str; 3] = ["份", "本", "册"];

/// What people do who turn to the school, and what it does with that.
pub(super) const SPEAKS: [&str; 24] = [
    "反映",
    "建议",
    "投诉",
    "咨询",
    "询问",
    "来信",
    "来电",
    "来访",
    "来函",
    "信访",
    "求助",
    "诉求",
    "举报",
    "表扬",
    "感谢",
    "答疑",
    "接听",
    "接电话",
    "接待",
    "答复",
    "回复",
    "办复",
    "办结",
    "转办",
];

/// That something was answered.
pub(super) const ANSWERED: [&str; 5] = ["已答复", "已回复", "已办结", "已处理", "已办复"];

/// 答复, 已答复 behind the day of an answer.
pub(super) fn answered_on(behind: &str) -> bool {
    ANSWERED.iter().any(|word| behind == *word || Some(behind) == word.strip_prefix('已'))
}

/// An office outside the school that passes letters on and takes complaints.
pub(super) fn authority(name: &str) -> bool {
    const ENDS: [&str; 12] =
        ["厅", "局", "教育部", "法院", "检察院", "人民政府", "省政府", "市政府", "纪委", "监委", "信访办", "信访处"];
    let name = ["收到", "接到", "接了"].iter().find_map(|verb| name.strip_prefix(verb)).unwrap_or(name);
    let office = (2..=20).contains(&name.chars().count()) && !name.starts_with("关于");
    office && ENDS.iter().any(|end| name.ends_with(end)) || hotline(name)
}

/// 12345, 12345热线, 收到12345工单: the hotline of the government.
pub(super) fn hotline(text: &str) -> bool {
    let text = ["收到", "接到"].iter().find_map(|verb| text.strip_prefix(verb)).unwrap_or(text);
    text.strip_prefix("12345").is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
}

pub(super) fn meant(vocabulary: &Vocabulary, dimension: Dimension, word: &str) -> Meant {
    let said = || spoken(vocabulary, dimension).find(|(said, _)| folded(said) == folded(word)).map(|(_, term)| term);
    if let Some(term) = vocabulary.id_as_typed(dimension, word).and_then(|id| vocabulary.get(id)).or_else(said) {
        return if term.retired { Meant::Retired(term.name.clone()) } else { Meant::One(term.id, term.name.clone()) };
    }
    let word = folded(word);
    let length = word.chars().count();
    if length < 2 || VAGUE.contains(&word.as_str()) {
        return Meant::Nothing;
    }
    let fits: [&dyn Fn(&str) -> bool; 3] = [
        &|name| name.starts_with(&word) && may_begin(dimension, &word, name),
        &|name| name.contains(&word) && may_begin(dimension, &word, name),
        &|name| length <= 6 && abbreviates(&word, name),
    ];
    for fit in fits {
        let names = vocabulary.named(dimension).filter(|(name, term)| !term.retired && fit(&folded(name)));
        let found: BTreeMap<i64, &str> = names.map(|(_, term)| (term.id, term.name.as_str())).collect();
        match found.first_key_value() {
            Some((id, name)) if found.len() == 1 => return Meant::One(*id, (*name).to_owned()),
            Some(_) if found.len() <= MOST_OFFERED => {
                return Meant::Several(found.into_values().map(str::to_owned).collect());
            }
            Some(_) => return Meant::Nothing,
            None => {}
        }
    }
    Meant::Nothing
}

/// 教务 is 教务处, but 招生 not 招生就业处: what a department does stands in titles too.
fn may_begin(dimension: Dimension, word: &str, name: &str) -> bool {
    let like_an_office = word.ends_with(['处', '部', '办', '室', '院', '系', '会', '委', '馆', '科', '组']);
    dimension != Dimension::Department || like_an_office || name.chars().count() == word.chars().count() + 1
}

/// 学生处 for 学生工作处, 党办 for 党委办公室: the same beginning, and the signs in their order.
fn abbreviates(word: &str, name: &str) -> bool {
    let mut signs = name.chars();
    let begins = name.chars().next() == word.chars().next();
    begins && word.chars().all(|c| signs.any(|sign| sign == c))
}

/// The term that a text begins with by one of its whole names, the longest; and how many signs that takes.
pub(super) fn begins_with(
    vocabulary: &Vocabulary,
    dimension: Dimension,
    text: &[char],
) -> Option<(usize, i64, String)> {
    let mut best: Option<(usize, i64, String)> = None;
    let names = vocabulary.named(dimension).chain(spoken(vocabulary, dimension));
    for (name, term) in names.filter(|(_, term)| !term.retired) {
        let length = name.chars().count();
        let longer = best.as_ref().is_none_or(|(known, _, _)| length > *known);
        let begins = || text.get(..length).is_some_and(|part| folded(&part.iter().collect::<String>()) == folded(name));
        if length >= 2 && longer && begins() {
            best = Some((length, term.id, term.name.clone()));
        }
    }
    best
}

/// The word at the end of a title that says what kind of document it is, and by which names kinds may go by.
pub(super) fn ending(title: &str) -> Option<(&'static str, &'static [&'static str])> {
    const ENDINGS: [(&str, &[&str]); 22] = [
        ("招标公告", &["招投标信息", "招标"]),
        ("采购公告", &["招投标信息", "招标"]),
        ("中标公告", &["招投标信息", "招标"]),
        ("中标公示", &["招投标信息", "招标"]),
        ("成交公告", &["招投标信息", "招标"]),
        ("会议纪要", &["会议纪要", "纪要"]),
        ("公示", &["公示"]),
        ("通知", &["通知", "公告通知"]),
        ("公告", &["公告", "公告通知"]),
        ("通告", &["通告", "公告通知"]),
        ("启事", &["启事", "公告通知"]),
        ("纪要", &["会议纪要", "纪要"]),
        ("简报", &["简报"]),
        ("公开信", &["公开信"]),
        ("承诺书", &["承诺书"]),
        ("管理办法", &["规章制度", "制度"]),
        ("实施办法", &["规章制度", "制度"]),
        ("实施细则", &["规章制度", "制度"]),
        ("暂行规定", &["规章制度", "制度"]),
        ("管理规定", &["规章制度", "制度"]),
        ("条例", &["规章制度", "制度"]),
        ("管理制度", &["规章制度", "制度"]),
    ];
    ENDINGS.into_iter().find(|(word, _)| title.ends_with(word))
}
