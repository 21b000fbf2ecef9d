//! The wording of the report: a template in plain text, kept in the register as a setting.
//!
//! ```text
//! # {institution}                     a line of the title; several lines make one title
//! ## 概述                              a heading of the first level, numbered 一、
//! ### 工作机制                         a heading of the second level, numbered （一）
//! 1. 学校官网{web}，公示栏{board}。      an item; “1.” begins anew, any other number follows on
//! 统计期间为{period}。                  a paragraph; a blank line ends it
//! [table list_items]                  the table of the fifty items
//! [signature]                         institution and date
//! ```
//!
//! A slot in braces is a figure's id, which is printed as the figure is displayed, or one of the words of [`Word`].

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::change::{Change, Operation};
use crate::context::Context;
use crate::error::{Error, Result, TemplateFault};
use crate::folder::Register;
use crate::store;

/// The template that a new register begins with.
const SHIPPED: &str = include_str!("annual_report.txt");

const SETTING: &str = "report_template";

/// Puts the shipped template into a new register.
pub(crate) fn ship(change: &mut Change) -> Result<()> {
    put(change, SHIPPED)
}

/// Puts wording that was read before in the place of the old.
pub(crate) fn put(change: &mut Change, text: &str) -> Result<()> {
    change.set(SETTING, text)
}

/// The template of a register.
pub(super) fn of(register: &Register) -> Result<String> {
    Ok(store::settings::get(register.db(), SETTING)?.unwrap_or_else(|| SHIPPED.to_owned()))
}

/// A template's text.
#[derive(Debug, Serialize, Deserialize, TS)]
pub struct Wording {
    pub text: String,
}

/// The register's template.
pub fn wording(register: &Register) -> Result<Wording> {
    Ok(Wording { text: of(register)? })
}

/// The template that a new register begins with.
pub fn shipped_wording() -> Wording {
    Wording { text: SHIPPED.to_owned() }
}

/// Puts a new template in the register's, where it can be read; a fault names its line.
pub fn set_wording(register: &mut Register, context: &Context, text: &str) -> Result<()> {
    let figures = register.definitions()?;
    parse(text, |id| figures.iter().any(|figure| figure.id == id))?;
    if text == of(register)? {
        return Ok(());
    }
    register.change(context, Operation::WordingSet, |change| put(change, text))
}

/// That wording can be read with these figures; where not, the line and what is wrong with it.
pub(crate) fn fault_of(text: &str, is_figure: impl Fn(&str) -> bool) -> Option<(usize, TemplateFault)> {
    match parse(text, is_figure) {
        Err(Error::BadTemplate { line, fault }) => Some((line, fault)),
        _ => None,
    }
}

/// The lines of the register's wording where a part begins that names a figure.
pub(crate) fn lines_naming(register: &Register, id: &str) -> Result<Vec<usize>> {
    let figures = register.definitions()?;
    let template = parse(&of(register)?, |slot| figures.iter().any(|figure| figure.id == slot))?;
    let names = |text: &[Piece]| text.iter().any(|piece| matches!(piece, Piece::Figure(figure) if figure == id));
    let title = template.title.iter().any(|line| names(line)).then_some(template.title_lines.first);
    let parts = template.parts.iter().zip(&template.lines).filter_map(|(part, lines)| {
        let text: &[Piece] = match part {
            Part::Heading { text, .. } | Part::Paragraph { text } | Part::Item { text, .. } => text,
            Part::Table { .. } | Part::Signature => &[],
        };
        names(text).then_some(lines.first)
    });
    Ok(title.into_iter().chain(parts).collect())
}

/// A template, read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Template {
    /// The lines of the title; at least one.
    pub title: Vec<Vec<Piece>>,
    pub title_lines: Lines,
    pub parts: Vec<Part>,
    /// Where each part stands, part by part.
    pub lines: Vec<Lines>,
}

/// Lines of a template, counted from 1, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Lines {
    pub first: usize,
    pub last: usize,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Level 1 is numbered 一、, level 2 （一）.
    Heading {
        level: u8,
        text: Vec<Piece>,
    },
    Paragraph {
        text: Vec<Piece>,
    },
    Item {
        begins: bool,
        text: Vec<Piece>,
    },
    Table {
        table: TemplateTable,
    },
    Signature,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TemplateTable {
    /// 清单事项公开情况表
    ListItems,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Text(String),
    Word(Word),
    /// A figure by its id.
    Figure(String),
}

/// What a template can name besides figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Institution,
    /// “2023年2月1日至2023年11月20日”
    Period,
    From,
    To,
    /// The day that the report bears.
    Date,
    Addressee,
    /// “2023”, or “2022—2023” for a period over more than one year.
    Year,
    /// “2023年度”, “2022—2023年度”, or “2022—2023学年” for a school year.
    ReportingYear,
}

impl Word {
    fn from_key(key: &str) -> Option<Word> {
        Some(match key {
            "institution" => Word::Institution,
            "period" => Word::Period,
            "from" => Word::From,
            "to" => Word::To,
            "date" => Word::Date,
            "addressee" => Word::Addressee,
            "year" => Word::Year,
            "reporting_year" => Word::ReportingYear,
            _ => return None,
        })
    }
}

/// A line of a template, by the mark at its beginning.
enum Line<'a> {
    Blank,
    Title(&'a str),
    Heading(u8, &'a str),
    Item(bool, &'a str),
    Block(&'a str),
    Plain(&'a str),
}

impl<'a> Line<'a> {
    fn read(line: &'a str) -> std::result::Result<Line<'a>, TemplateFault> {
        let line = line.trim();
        if line.is_empty() {
            return Ok(Line::Blank);
        }
        if line.starts_with('#') {
            let (mark, text) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
            let text = text.trim();
            return match mark {
                "#" | "##" | "###" if text.is_empty() => Err(TemplateFault::Empty),
                "#" => Ok(Line::Title(text)),
                "##" => Ok(Line::Heading(1, text)),
                "###" => Ok(Line::Heading(2, text)),
                _ => Err(TemplateFault::UnknownMark { mark: mark.into() }),
            };
        }
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            return Ok(Line::Block(name.trim()));
        }
        let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if digits > 0
            && let (number, Some(rest)) = (&line[..digits], line[digits..].strip_prefix('.'))
            && (rest.is_empty() || rest.starts_with(char::is_whitespace))
        {
            return match rest.trim() {
                "" => Err(TemplateFault::Empty),
                text => Ok(Line::Item(number == "1", text)),
            };
        }
        Ok(Line::Plain(line))
    }
}

/// Reads a template; `is_figure` knows the ids of the figures. A fault names its line, counted from 1.
pub(super) fn parse(text: &str, is_figure: impl Fn(&str) -> bool) -> Result<Template> {
    let mut template =
        Template { title: Vec::new(), title_lines: Lines { first: 1, last: 1 }, parts: Vec::new(), lines: Vec::new() };
    // Whether the paragraph or item before goes on.
    let mut open = false;
    for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let at = index + 1;
        let (titles, parts) = (template.title.len(), template.parts.len());
        read_line(&mut template, &mut open, line, &is_figure)
            .map_err(|fault| Error::BadTemplate { line: at, fault })?;
        if template.title.len() > titles {
            let first = if titles == 0 { at } else { template.title_lines.first };
            template.title_lines = Lines { first, last: at };
        } else if template.parts.len() > parts {
            template.lines.push(Lines { first: at, last: at });
        } else if open && let Some(lines) = template.lines.last_mut() {
            // The part before goes on.
            lines.last = at;
        }
    }
    if template.title.is_empty() {
        return Err(Error::BadTemplate { line: 1, fault: TemplateFault::TitleMissing });
    }
    Ok(template)
}

fn read_line(
    template: &mut Template,
    open: &mut bool,
    line: &str,
    is_figure: &impl Fn(&str) -> bool,
) -> std::result::Result<(), TemplateFault> {
    let pieces = |text: &str| pieces(text, is_figure);
    let line = Line::read(line)?;
    let goes_on = matches!(line, Line::Plain(_) | Line::Item(..));
    match line {
        Line::Blank => {}
        Line::Title(_) if !template.parts.is_empty() => return Err(TemplateFault::TitleMisplaced),
        Line::Title(text) => template.title.push(pieces(text)?),
        Line::Heading(level, text) => template.parts.push(Part::Heading { level, text: pieces(text)? }),
        Line::Item(begins, text) => template.parts.push(Part::Item { begins, text: pieces(text)? }),
        Line::Block("signature") => template.parts.push(Part::Signature),
        Line::Block("table list_items") => template.parts.push(Part::Table { table: TemplateTable::ListItems }),
        Line::Block(name) => {
            return Err(match name.strip_prefix("table") {
                Some(table) => TemplateFault::UnknownTable { name: table.trim().into() },
                None => TemplateFault::UnknownMark { mark: format!("[{name}]") },
            });
        }
        // Chinese has no space between words: a line that goes on is joined as it stands.
        Line::Plain(text) => match template.parts.last_mut() {
            Some(Part::Paragraph { text: before } | Part::Item { text: before, .. }) if *open => {
                before.extend(pieces(text)?);
            }
            _ => template.parts.push(Part::Paragraph { text: pieces(text)? }),
        },
    }
    *open = goes_on;
    Ok(())
}

fn pieces(mut text: &str, is_figure: &impl Fn(&str) -> bool) -> std::result::Result<Vec<Piece>, TemplateFault> {
    let mut pieces = Vec::new();
    while let Some(brace) = text.find(['{', '}']) {
        let (before, rest) = text.split_at(brace);
        let (slot, after) =
            rest.strip_prefix('{').and_then(|rest| rest.split_once('}')).ok_or(TemplateFault::LooseBrace)?;
        if slot.contains('{') {
            return Err(TemplateFault::LooseBrace);
        }
        if !before.is_empty() {
            pieces.push(Piece::Text(before.to_owned()));
        }
        let slot = slot.trim();
        pieces.push(match Word::from_key(slot) {
            Some(word) => Piece::Word(word),
            None if is_figure(slot) => Piece::Figure(slot.to_owned()),
            None => return Err(TemplateFault::UnknownSlot { slot: slot.to_owned() }),
        });
        text = after;
    }
    if !text.is_empty() {
        pieces.push(Piece::Text(text.to_owned()));
    }
    Ok(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Vec<Piece> {
        vec![Piece::Text(text.into())]
    }

    #[test]
    fn every_mark_makes_its_part() {
        let template = "\u{feff}# {institution}\r\n# {reporting_year}报告\n\n## 概述\n### 机制\n第一行，\n第二行{web}。\n\n1. 甲\n2. 乙\n接着\n\n丙\n[table list_items]\n[signature]\n";
        let parsed = parse(template, |id| id == "web").unwrap();
        assert_eq!(
            parsed.title,
            [vec![Piece::Word(Word::Institution)], vec![Piece::Word(Word::ReportingYear), Piece::Text("报告".into())]]
        );
        let mut paragraph = text("第一行，");
        paragraph.extend([Piece::Text("第二行".into()), Piece::Figure("web".into()), Piece::Text("。".into())]);
        assert_eq!(
            parsed.parts,
            [
                Part::Heading { level: 1, text: text("概述") },
                Part::Heading { level: 2, text: text("机制") },
                Part::Paragraph { text: paragraph },
                Part::Item { begins: true, text: text("甲") },
                Part::Item { begins: false, text: [text("乙"), text("接着")].concat() },
                Part::Paragraph { text: text("丙") },
                Part::Table { table: TemplateTable::ListItems },
                Part::Signature,
            ]
        );
    }

    #[test]
    fn a_fault_names_its_line() {
        use TemplateFault as Fault;
        let cases = [
            ("", 1, Fault::TitleMissing),
            ("正文", 1, Fault::TitleMissing),
            ("# 题\n\n共{wbe}条", 3, Fault::UnknownSlot { slot: "wbe".into() }),
            ("# {题}", 1, Fault::UnknownSlot { slot: "题".into() }),
            ("# 题\n共{}条", 2, Fault::UnknownSlot { slot: String::new() }),
            ("# 题\n共{web条", 2, Fault::LooseBrace),
            ("# 题\n共web}条", 2, Fault::LooseBrace),
            ("# 题\n共{{web}}条", 2, Fault::LooseBrace),
            ("# 题\n#### 四级", 2, Fault::UnknownMark { mark: "####".into() }),
            ("# 题\n##无空格", 2, Fault::UnknownMark { mark: "##无空格".into() }),
            ("# 题\n##", 2, Fault::Empty),
            ("# 题\n1.", 2, Fault::Empty),
            ("# 题\n正文\n# 题", 3, Fault::TitleMisplaced),
            ("# 题\n[table x]", 2, Fault::UnknownTable { name: "x".into() }),
            ("# 题\n[sign]", 2, Fault::UnknownMark { mark: "[sign]".into() }),
        ];
        for (template, at, expected) in cases {
            match parse(template, |id| id == "web") {
                Err(Error::BadTemplate { line, fault }) => assert_eq!((line, fault), (at, expected), "{template:?}"),
                other => panic!("{template:?}: {other:?}"),
            }
        }
    }

    #[test]
    fn a_number_that_is_no_item_stays_text() {
        for line in ["2023年", "87.3%", "1.5万"] {
            let parsed = parse(&format!("# 题\n{line}"), |_| false).unwrap();
            assert_eq!(parsed.parts, [Part::Paragraph { text: text(line) }]);
        }
    }
}
