//! What an official document says of itself (GB/T 9704—2012, 7.3): its title, its number, the day it was made.
//!
//! A form is filled with it and shown to a person; where the paper does not say, nothing is guessed.

use std::path::Path;

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::{Passage, passages};
use crate::context::Context;
use crate::error::Result;
use crate::things::narrow;
use crate::typed::{Cell, read_date};

/// What was found; empty where the document does not say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DocumentFacts {
    pub title: Option<String>,
    /// 发文字号: 机关代字〔年〕序号号.
    pub doc_number: Option<String>,
    /// 成文日期.
    pub date: Option<NaiveDate>,
    /// The text, a line a paragraph; its beginning where it is long.
    pub text: String,
}

/// How much of the text a form wants.
const TEXT: usize = 20_000;
/// A title stands on the first page.
const HEAD: usize = 40;
const LONGEST_TITLE: usize = 120;

/// Words that end the title of a document (《党政机关公文处理工作条例》第八条, and what colleges publish).
const KINDS: [&str; 32] = [
    "决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函",
    "纪要", "公示", "办法", "规定", "细则", "制度", "方案", "章程", "规则", "条例", "计划", "总结", "要点", "指南",
    "简章", "名单", "预算", "决算",
];

/// What a document that was dropped says of itself.
pub fn document_facts(context: &Context, path: &Path) -> Result<DocumentFacts> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(facts(&passages(context, path, Path::new(&name))?))
}

pub(super) fn facts(passages: &[Passage]) -> DocumentFacts {
    let standing: Vec<&Passage> = passages.iter().filter(|passage| !passage.look.deleted).collect();
    let lines = || standing.iter().map(|passage| passage.text.as_str());
    DocumentFacts {
        title: title(&standing),
        doc_number: lines().take(HEAD).find_map(own_number),
        date: date(&lines().collect::<Vec<_>>()),
        text: lines().collect::<Vec<_>>().join("\n").chars().take(TEXT).collect(),
    }
}

/// The first lines that stand in the middle or are set as a title; those that follow in the same way are its rest.
/// Where nothing is set so, the first line that ends as titles do.
fn title(passages: &[&Passage]) -> Option<String> {
    let head: Vec<&&Passage> = passages.iter().take(HEAD).filter(|passage| !is_letterhead(&passage.text)).collect();
    let set = |passage: &Passage| passage.look.centred || passage.look.heading;
    let first = head.iter().position(|passage| set(passage));
    let Some(first) = first else {
        let plain = head.into_iter().take(10).map(|passage| passage.text.trim()).find(|line| ends_as_title(line));
        return plain.filter(|line| line.chars().count() <= LONGEST_TITLE).map(str::to_owned);
    };
    let mut title = String::new();
    for passage in head.into_iter().skip(first).take_while(|passage| set(passage)) {
        let line: String = passage.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let line = if line.is_ascii() { line } else { line.replace(' ', "") };
        // A subtitle such as （试行） belongs to it; the day in brackets below does not.
        let is_rest = title.is_empty() || !ends_as_title(&title) || line == "（试行）" || line == "（草案）";
        if !is_rest || title.chars().count() + line.chars().count() > LONGEST_TITLE {
            break;
        }
        title.push_str(&line);
    }
    Some(title).filter(|title| !title.is_empty())
}

/// Whether a line of the head is no title: the letterhead 某某学院文件, the document's number, its urgency, its copy's
/// number, who signs it, a day.
fn is_letterhead(line: &str) -> bool {
    let line: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let is_label = ["签发人", "索引号", "发文机关", "特急", "加急", "平急", "机密", "秘密", "内部"]
        .iter()
        .any(|label| line.starts_with(label));
    (line.ends_with("文件") && !line.contains("关于"))
        || is_label
        || line.is_empty()
        || own_number(&line).is_some()
        || line.chars().all(|c| c.is_ascii_digit() || c.is_ascii_punctuation())
        || day_of(&line).is_some()
}

fn ends_as_title(line: &str) -> bool {
    let line = line.trim_end_matches(['）', ')', '试', '行', '（', '(']);
    KINDS.iter().any(|kind| line.ends_with(kind))
}

/// The number of a line that holds little else: one that the text cites is another document's.
fn own_number(line: &str) -> Option<String> {
    let length = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    doc_number(line).filter(|number| length(line) <= length(number) + 10)
}

/// 机关代字〔年〕序号号 in a line, spelt as the standard has it: round or square brackets typed in its place count.
pub(super) fn doc_number(line: &str) -> Option<String> {
    let signs: Vec<char> = line.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = |from: usize| {
        let signs = signs.get(from..).unwrap_or_default();
        signs.iter().map(|c| narrow(*c)).take_while(char::is_ascii_digit).collect::<String>()
    };
    (0..signs.len()).find_map(|at| {
        let opens = matches!(signs.get(at)?, '〔' | '[' | '［' | '(' | '（' | '【' | '﹝');
        let year = digits(at + 1);
        let closes = matches!(signs.get(at + 5)?, '〕' | ']' | '］' | ')' | '）' | '】' | '﹞');
        if !opens || !closes || year.len() != 4 || !year.starts_with(['1', '2']) {
            return None;
        }
        let from = at + 6 + usize::from(signs.get(at + 6) == Some(&'第'));
        let number = digits(from);
        if number.is_empty() || number.len() > 5 || signs.get(from + number.len()) != Some(&'号') {
            return None;
        }
        let of_code = |c: &&char| c.is_alphanumeric() && !c.is_ascii_digit();
        let code: Vec<char> = signs.get(..at)?.iter().rev().take_while(of_code).copied().collect();
        let code: String = code.into_iter().rev().collect();
        let code = code.rsplit("文号").next().unwrap_or(&code);
        let length = code.chars().count();
        (1..=12).contains(&length).then(|| format!("{code}〔{year}〕{number}号"))
    })
}

/// The last line that is a day, or ends with one: below the signature, not that of the printing.
fn date(lines: &[&str]) -> Option<NaiveDate> {
    let printed = |line: &str| line.contains("印发") || line.contains("印制");
    let candidates = || lines.iter().rev().filter(|line| !printed(line));
    candidates().find_map(|line| day_of(line)).or_else(|| {
        // In one line with who signed.
        candidates().take(8).find_map(|line| {
            let line: String = line.chars().filter(|c| !c.is_whitespace()).collect();
            let short = line.chars().count() <= 40 && line.ends_with('日');
            short.then(|| {
                (0..line.len()).filter(|at| line.is_char_boundary(*at)).find_map(|at| day_of(line.get(at..)?))
            })?
        })
    })
}

/// The day that a whole line is.
fn day_of(line: &str) -> Option<NaiveDate> {
    let line: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let line = line.trim_matches(['（', '）', '(', ')']);
    let is_full = line.contains('年') && line.ends_with('日') && line.chars().count() <= 12;
    is_full.then(|| read_date(&Cell::Text(line.into()), None).ok().flatten())?
}
