//! The report as a plain document: wording with figures in it. Preview, Word and print come from this one model.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::wording::{self, Lines, Part, Piece, TemplateTable, Word};
use super::{ReportRequest, list_items};
use crate::counting::Figure;
use crate::error::{Lang, Result};
use crate::folder::Register;
use crate::period::{Period, zh_date};

/// A report, ready to be laid out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Document {
    /// One line or several, with `\n` between them.
    pub title: String,
    /// Where the title's wording stands in the template.
    pub title_lines: Lines,
    /// Empty where none is named; the full-width colon after it is the layout's.
    pub addressee: String,
    pub institution: String,
    pub period: Period,
    /// The day that the report bears.
    pub date: NaiveDate,
    pub blocks: Vec<Block>,
    /// Where each block's wording stands in the template, block by block.
    pub lines: Vec<Lines>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Block {
    /// Level 1 (一、) or 2 (（一）); the number is its first run.
    Heading {
        level: u8,
        runs: Vec<Run>,
    },
    Paragraph {
        runs: Vec<Run>,
    },
    /// A numbered point; the number is its first run.
    Item {
        runs: Vec<Run>,
    },
    Table {
        columns: Vec<TableColumn>,
        rows: Vec<Vec<TableCell>>,
    },
    Signature {
        institution: String,
        date: String,
    },
}

/// A stretch of text, or a figure, which can be opened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Run {
    Text { text: String },
    Figure { id: String, label: String, display: String },
}

impl Run {
    pub(super) fn text(text: impl Into<String>) -> Run {
        Run::Text { text: text.into() }
    }

    pub(super) fn shown(&self) -> &str {
        match self {
            Run::Text { text } => text,
            Run::Figure { display, .. } => display,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct TableColumn {
    pub heading: String,
    /// Of the table's width, in thousandths.
    pub width: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct TableCell {
    pub runs: Vec<Run>,
    /// How many rows it covers, its own included; 0 where the cell above covers this one.
    pub rows: usize,
}

impl TableCell {
    pub(super) fn text(text: impl Into<String>) -> TableCell {
        TableCell { runs: vec![Run::text(text)], rows: 1 }
    }
}

/// The annual report in the register's wording, with its figures in the period.
pub fn annual_report(register: &Register, request: &ReportRequest) -> Result<Document> {
    request.check()?;
    compose(register, request, &register.figures(request.period(), Lang::Zh)?)
}

/// The report with figures that were counted already.
pub(crate) fn compose(register: &Register, request: &ReportRequest, figures: &[Figure]) -> Result<Document> {
    let by_id: HashMap<&str, &Figure> = figures.iter().map(|figure| (figure.id.as_str(), figure)).collect();
    let template = wording::parse(&wording::of(register)?, |id| by_id.contains_key(id))?;
    let words = Words {
        institution: register.institution()?,
        addressee: request.addressee(),
        period: request.period(),
        date: request.date(),
        figures: by_id,
    };
    let title = template.title.iter().map(|line| words.runs(line).iter().map(Run::shown).collect::<String>());
    let mut numbers = Numbers::default();
    let mut blocks = Vec::with_capacity(template.parts.len());
    for part in &template.parts {
        blocks.push(match part {
            Part::Heading { level, text } => {
                Block::Heading { level: *level, runs: numbered(numbers.heading(*level), words.runs(text)) }
            }
            Part::Paragraph { text } => Block::Paragraph { runs: words.runs(text) },
            Part::Item { begins, text } => Block::Item { runs: numbered(numbers.item(*begins), words.runs(text)) },
            Part::Table { table: TemplateTable::ListItems } => list_items::table(register, words.period, words.date)?,
            Part::Signature => Block::Signature { institution: words.institution.clone(), date: zh_date(words.date) },
        });
    }
    Ok(Document {
        title: title.collect::<Vec<_>>().join("\n"),
        title_lines: template.title_lines,
        addressee: words.addressee,
        institution: words.institution,
        period: words.period,
        date: words.date,
        blocks,
        lines: template.lines,
    })
}

/// What the slots of a template stand for.
struct Words<'a> {
    institution: String,
    addressee: String,
    period: Period,
    date: NaiveDate,
    figures: HashMap<&'a str, &'a Figure>,
}

impl Words<'_> {
    /// Neighbouring text becomes one run.
    fn runs(&self, pieces: &[Piece]) -> Vec<Run> {
        let mut runs = Vec::new();
        let mut text = String::new();
        for piece in pieces {
            match piece {
                Piece::Text(piece) => text.push_str(piece),
                Piece::Word(word) => text.push_str(&self.word(*word)),
                Piece::Figure(id) => {
                    if let Some(figure) = self.figures.get(id.as_str()) {
                        if !text.is_empty() {
                            runs.push(Run::text(std::mem::take(&mut text)));
                        }
                        runs.push(Run::Figure {
                            id: figure.id.clone(),
                            label: figure.label.clone(),
                            display: figure.display.clone(),
                        });
                    }
                }
            }
        }
        if !text.is_empty() {
            runs.push(Run::text(text));
        }
        runs
    }

    fn word(&self, word: Word) -> String {
        match word {
            Word::Institution => self.institution.clone(),
            Word::Addressee => self.addressee.clone(),
            Word::Period => self.period.zh(),
            Word::From => zh_date(self.period.from),
            Word::To => zh_date(self.period.to),
            Word::Date => zh_date(self.date),
            Word::Year => years(self.period),
            Word::ReportingYear => reporting_year(self.period),
        }
    }
}

/// “2023”, or “2022—2023” for a period over more than one year.
fn years(period: Period) -> String {
    match (period.from.year(), period.to.year()) {
        (first, last) if first == last => last.to_string(),
        (first, last) => format!("{first}—{last}"),
    }
}

/// “2023年度”, “2022—2023年度”, or “2022—2023学年” for a school year.
pub(crate) fn reporting_year(period: Period) -> String {
    years(period) + if is_school_year(period) { "学年" } else { "年度" }
}

/// From 1 September to 31 August.
pub(crate) fn is_school_year(Period { from, to }: Period) -> bool {
    (from.month(), from.day(), to.month(), to.day()) == (9, 1, 8, 31) && to.year() == from.year() + 1
}

/// Ordinals of headings and items (GB/T 9704—2012, 7.3.3: 一、, （一）, 1.).
#[derive(Default)]
struct Numbers {
    first: usize,
    second: usize,
    item: usize,
}

impl Numbers {
    fn heading(&mut self, level: u8) -> String {
        self.item = 0;
        if level == 1 {
            self.first += 1;
            self.second = 0;
            return format!("{}、", chinese(self.first));
        }
        self.second += 1;
        format!("（{}）", chinese(self.second))
    }

    fn item(&mut self, begins: bool) -> String {
        self.item = if begins { 1 } else { self.item + 1 };
        format!("{}.", self.item)
    }
}

fn numbered(number: String, mut runs: Vec<Run>) -> Vec<Run> {
    match runs.first_mut() {
        Some(Run::Text { text }) => text.insert_str(0, &number),
        Some(Run::Figure { .. }) | None => runs.insert(0, Run::text(number)),
    }
    runs
}

/// 1 to 99 in Chinese; no report has more sections.
fn chinese(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: usize| DIGITS.get(n % 10).copied().unwrap_or_default();
    match number / 10 {
        0 => digit(number).to_owned(),
        1 => format!("十{}", digit(number)),
        tens => format!("{}十{}", digit(tens), digit(number)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{a_register, request};
    use super::*;

    #[test]
    fn ordinals_are_those_of_official_documents() {
        let cases = [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九")];
        for (number, wording) in cases {
            assert_eq!(chinese(number), wording);
        }
    }

    #[test]
    fn every_figure_stands_right_after_its_label() {
        let (_folder, register) = a_register();
        let document = annual_report(&register, &request()).unwrap();
        let mut seen = Vec::new();
        for block in &document.blocks {
            let (Block::Paragraph { runs } | Block::Item { runs }) = block else { continue };
            let mut before = String::new();
            for run in runs {
                if let Run::Figure { id, label, .. } = run {
                    let clause = before.strip_suffix('：').unwrap_or(&before);
                    assert!(clause.ends_with(label.as_str()), "{id}: {before}");
                    seen.push(id.clone());
                }
                before.push_str(run.shown());
            }
        }
        let mut all: Vec<String> = register.definitions().unwrap().into_iter().map(|d| d.id).collect();
        all.sort();
        seen.sort();
        assert_eq!(seen, all, "each figure once");
    }

    #[test]
    fn every_block_knows_the_lines_of_its_wording() {
        let (_folder, mut register) = a_register();
        let before = annual_report(&register, &request()).unwrap();
        assert_eq!(before.lines.len(), before.blocks.len());
        let text = wording::wording(&register).unwrap().text;
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!((before.title_lines.first, before.title_lines.last), (1, 2));
        for (place, block) in before.lines.iter().zip(&before.blocks) {
            let own = &lines[place.first - 1..place.last];
            assert!(own.iter().all(|line| !line.trim().is_empty()), "{place:?}");
            let mark = own[0];
            let fits = match block {
                Block::Heading { level, .. } => mark.starts_with(if *level == 1 { "## " } else { "### " }),
                Block::Item { .. } => mark.starts_with(|c: char| c.is_ascii_digit()),
                Block::Table { .. } | Block::Signature { .. } => mark.starts_with('['),
                Block::Paragraph { .. } => !mark.starts_with(['#', '[']),
            };
            assert!(fits, "{place:?}: {mark}");
        }
        // One paragraph over two lines in the place of one of one: it alone is another.
        let at = before.blocks.iter().position(|block| matches!(block, Block::Paragraph { .. })).unwrap();
        let mut edited: Vec<&str> = lines.clone();
        edited.splice(before.lines[at].first - 1..before.lines[at].last, ["改过的一段，", "分写两行。"]);
        wording::set_wording(&mut register, &crate::reports::tests::context(), &edited.join("\n")).unwrap();
        let after = annual_report(&register, &request()).unwrap();
        for (index, (was, is)) in before.blocks.iter().zip(&after.blocks).enumerate() {
            assert_eq!(was == is, index != at, "block {index}");
        }
        assert_eq!(after.lines[at].last, after.lines[at].first + 1);
    }

    #[test]
    fn wording_that_cannot_be_read_is_refused_with_its_line_and_the_old_stays() {
        let (_folder, mut register) = a_register();
        let context = crate::reports::tests::context();
        let before = wording::wording(&register).unwrap().text;
        let refused = wording::set_wording(&mut register, &context, "# 题\n\n共{没有这个数}条");
        assert!(matches!(refused, Err(crate::error::Error::BadTemplate { line: 3, .. })), "{refused:?}");
        assert_eq!(wording::wording(&register).unwrap().text, before);
        assert!(register.verify(&context).unwrap().ok);
    }

    #[test]
    fn the_year_of_a_report_is_a_calendar_year_a_school_year_or_several_years() {
        let (_folder, register) = a_register();
        let cases = [
            ("2023-02-01", "2023-11-20", "2023年度"),
            ("2023-01-01", "2023-12-31", "2023年度"),
            ("2022-09-01", "2023-08-31", "2022—2023学年"),
            ("2022-09-01", "2023-07-31", "2022—2023年度"),
            ("2022-11-21", "2023-11-20", "2022—2023年度"),
            ("2021-09-01", "2023-08-31", "2021—2023年度"),
        ];
        for (from, to, said) in cases {
            let request = ReportRequest { from: from.parse().unwrap(), to: to.parse().unwrap(), ..request() };
            let document = annual_report(&register, &request).unwrap();
            assert_eq!(document.title, format!("示例学院\n{said}信息公开工作报告"));
            let Some(Block::Paragraph { runs }) = document.blocks.first() else { panic!() };
            assert!(runs[0].shown().contains(&format!("现将示例学院{said}信息公开工作报告如下")), "{said}");
        }
    }

    #[test]
    fn the_statutory_sections_stand_in_their_order() {
        let (_folder, register) = a_register();
        let document = annual_report(&register, &request()).unwrap();
        let sections: Vec<String> = document
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading { level: 1, runs } => Some(runs.iter().map(Run::shown).collect()),
                _ => None,
            })
            .collect();
        assert_eq!(
            sections,
            [
                "一、概述",
                "二、主动公开情况",
                "三、依申请公开和不予公开情况",
                "四、对信息公开的评议情况",
                "五、因信息公开工作受到举报、复议、诉讼的情况",
                "六、主要经验、存在的问题与改进措施",
                "七、其他需要报告的事项",
                "八、清单事项公开情况表",
            ]
        );
        assert_eq!(document.title, "示例学院\n2023年度信息公开工作报告");
        assert!(matches!(document.blocks.last(), Some(Block::Signature { date, .. }) if date == "2023年11月20日"));
    }

    #[test]
    fn an_addressee_with_its_colon_keeps_one() {
        let (_folder, register) = a_register();
        let mut asked = request();
        asked.addressee = " 省教育厅：\n".into();
        assert_eq!(annual_report(&register, &asked).unwrap().addressee, "省教育厅");
    }
}
