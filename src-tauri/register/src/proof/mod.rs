//! Proof of a finished document: each number that it states, held against the register's figures of a period.
//!
//! A number is judged by the words that lead to it: those of a figure's name, and those that lead to the figure in the
//! register's own report. Sums and repeats are judged within the text, by their bare numbers.

mod comments;
mod facts;
mod numbers;
mod repeats;
mod sums;
#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Number;
use ts_rs::TS;

use crate::context::Context;
use crate::documents::{Passage, Spot, passages};
use crate::error::{Lang, Result};
use crate::files::check_outside;
use crate::folder::Register;
use crate::period::Period;
use crate::reports::{ReportRequest, annual_report};

use facts::{Facts, Verdict as Judged};
use numbers::{Stated, stated};

#[derive(Debug, Deserialize, TS)]
pub struct ProofRequest {
    /// .docx, .xlsx, .txt, and whatever else text is read from.
    pub document: PathBuf,
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// Where a copy of a .docx goes that holds each finding as a comment.
    #[ts(optional)]
    pub comments: Option<PathBuf>,
}

/// What holds and what does not, in the order of the text.
#[derive(Debug, Serialize, TS)]
pub struct Proof {
    pub numbers: Vec<ProvedNumber>,
    pub sums: Vec<ProvedSum>,
    pub repeats: Vec<ProvedRepeat>,
    /// The copy with comments, where one was asked for.
    pub comments: Option<PathBuf>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ProvedNumber {
    /// Of a paragraph or line its number; of a cell or page its place among them; from 1.
    pub paragraph: u32,
    pub place: Spot,
    /// From and to which sign of the paragraph the number stands, its unit included, counted from 0.
    pub from: usize,
    pub to: usize,
    /// The words that lead to it, and the number as it is written.
    pub text: String,
    #[ts(type = "number")]
    pub number: Number,
    pub unit: String,
    pub verdict: Verdict,
    /// The figure that it matches or contradicts.
    pub figure: Option<String>,
    /// The figure's name, and how the report prints it.
    pub label: Option<String>,
    pub display: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Matches,
    /// The words are a figure's, the number is another.
    Contradicts,
    /// No figure is led to by such words.
    Unknown,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ProvedSum {
    pub paragraph: u32,
    pub place: Spot,
    pub from: usize,
    pub to: usize,
    #[ts(type = "number")]
    pub stated: Number,
    #[ts(type = "number[]")]
    pub parts: Vec<Number>,
    #[ts(type = "number")]
    pub computed: Number,
    pub holds: bool,
    /// More than one is a mixture: such numbers do not add up to anything that can be counted.
    pub units: Vec<String>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct ProvedRepeat {
    #[ts(type = "number")]
    pub number: Number,
    pub units: Vec<String>,
    pub paragraphs: Vec<u32>,
    pub agree: bool,
}

/// A paragraph, a line or a cell with the numbers that it states.
struct Paragraph {
    number: u32,
    spot: Spot,
    text: String,
    /// In a table, where a row's words are its own.
    in_table: bool,
    numbers: Vec<Stated>,
}

/// Holds a document against the figures of a period. Nothing is changed, in the register or in the document.
pub fn proof(register: &Register, context: &Context, request: &ProofRequest) -> Result<Proof> {
    let period = Period::new(request.from, request.to)?;
    if let Some(copy) = &request.comments {
        comments::check(&request.document, copy)?;
        check_outside(register.folder(), copy)?;
    }
    let figures = register.figures(period, Lang::Zh)?;
    let asked = ReportRequest { from: period.from, to: period.to, addressee: String::new(), date: None };
    let report = annual_report(register, &asked)?;
    let units: Vec<String> = figures.iter().map(|figure| figure.unit.clone()).collect();
    let facts = Facts::new(&figures, &report, &units);
    let paragraphs = read(context, &request.document, &units)?;

    let mut proof = Proof { numbers: Vec::new(), sums: Vec::new(), repeats: Vec::new(), comments: None };
    for paragraph in &paragraphs {
        let verdicts = facts.judge(paragraph);
        proof
            .numbers
            .extend(paragraph.numbers.iter().zip(verdicts).map(|(number, judged)| told(paragraph, number, judged)));
        proof.sums.extend(sums::sums(paragraph).iter().map(|sum| ProvedSum {
            paragraph: paragraph.number,
            place: paragraph.spot.clone(),
            from: sum.stated.whole.start,
            to: sum.stated.whole.end,
            stated: plain(sum.stated.thousandths()),
            parts: sum.parts.iter().map(|part| plain(part.thousandths())).collect(),
            computed: plain(sum.computed()),
            holds: sum.holds(),
            units: sum.units().into_iter().map(str::to_owned).collect(),
        }));
    }
    let mut repeats: Vec<ProvedRepeat> = repeats::repeats(&paragraphs)
        .iter()
        .filter_map(|repeat| {
            let (_, first) = repeat.places.first()?;
            Some(ProvedRepeat {
                number: plain(first.thousandths()),
                units: repeat.units().into_iter().map(str::to_owned).collect(),
                paragraphs: repeat.places.iter().map(|(at, _)| paragraphs[*at].number).collect(),
                agree: repeat.agrees(),
            })
        })
        .collect();
    // Two numbers of one paragraph may be the same: one line says it of both.
    let mut seen = HashSet::new();
    repeats.retain(|one| seen.insert((one.number.to_string(), one.paragraphs.clone(), one.agree)));
    proof.repeats = repeats;
    if let Some(copy) = &request.comments {
        comments::write(&request.document, copy, &proof, context)?;
        proof.comments = Some(copy.clone());
    }
    Ok(proof)
}

fn told(paragraph: &Paragraph, number: &Stated, judged: Judged) -> ProvedNumber {
    let (verdict, figure) = match judged {
        Judged::Matches(figure) => (Verdict::Matches, figure),
        Judged::Contradicts(figure) => (Verdict::Contradicts, Some(figure)),
        Judged::Unknown => (Verdict::Unknown, None),
    };
    let written: String = paragraph.text.chars().skip(number.whole.start).take(number.whole.len()).collect();
    ProvedNumber {
        paragraph: paragraph.number,
        place: paragraph.spot.clone(),
        from: number.whole.start,
        to: number.whole.end,
        text: format!("{}{written}", number.lead.trim_start_matches(['，', '、', ',', ' '])),
        number: plain(number.thousandths()),
        unit: number.unit.clone(),
        verdict,
        figure: figure.map(|figure| figure.id.clone()),
        label: figure.map(|figure| figure.label.clone()),
        display: figure.map(|figure| figure.display.clone()),
    }
}

/// A number of thousandths as people write it: 118, 87.3.
pub(crate) fn plain(thousandths: i64) -> Number {
    #[allow(clippy::cast_precision_loss)] // a sum of counts
    match thousandths % 1000 {
        0 => (thousandths / 1000).into(),
        _ => Number::from_f64(thousandths as f64 / 1000.0).unwrap_or_else(|| (thousandths / 1000).into()),
    }
}

/// The paragraphs of a document in their order.
fn read(context: &Context, document: &Path, units: &[String]) -> Result<Vec<Paragraph>> {
    let passages: Vec<Passage> =
        passages(context, document, document)?.into_iter().filter(|passage| !passage.look.deleted).collect();
    let mut paragraphs: Vec<Paragraph> = Vec::with_capacity(passages.len());
    for (at, passage) in passages.iter().enumerate() {
        let mut numbers = stated(&passage.text, units);
        for number in &mut numbers {
            if !number.lead.chars().any(char::is_alphanumeric) {
                number.lead = beside(&passages, at, units).to_owned();
                number.alone = true;
            }
            if number.unit.is_empty() {
                number.unit = unit_beside(&passages, at, units);
            }
        }
        let number = match passage.spot {
            Spot::Paragraph { number } | Spot::Line { number } => number,
            Spot::Margin | Spot::Page { .. } | Spot::Cell { .. } => u32::try_from(at + 1).unwrap_or(u32::MAX),
        };
        let in_table = passage.look.cell || matches!(passage.spot, Spot::Cell { .. });
        paragraphs.push(Paragraph {
            number,
            spot: passage.spot.clone(),
            text: passage.text.clone(),
            in_table,
            numbers,
        });
    }
    Ok(paragraphs)
}

/// What stands before a number that is alone in its cell: the nearest words to the left.
fn beside<'a>(passages: &'a [Passage], at: usize, units: &[String]) -> &'a str {
    let same_row = |other: &&Passage| match (row(&other.spot), row(&passages[at].spot)) {
        (Some(one), Some(other)) => one == other,
        (None, None) => true,
        _ => false,
    };
    let before = passages[..at].iter().rev().take_while(same_row).take(8);
    let words = before.map(|passage| passage.text.as_str()).find(|text| {
        let says = text.chars().filter(|sign| sign.is_alphanumeric()).count() > 1;
        says && stated(text, units).is_empty() && !units.iter().any(|unit| unit == text)
    });
    words.unwrap_or_default()
}

/// The unit in the cell to the right of a bare number.
fn unit_beside(passages: &[Passage], at: usize, units: &[String]) -> String {
    let next =
        passages.get(at + 1).filter(|next| row(&next.spot).is_some() && row(&next.spot) == row(&passages[at].spot));
    next.map(|next| next.text.trim())
        .filter(|text| units.iter().any(|unit| unit == text))
        .unwrap_or_default()
        .to_owned()
}

/// The sheet and row of a cell.
fn row(spot: &Spot) -> Option<(&str, &str)> {
    match spot {
        Spot::Cell { sheet, cell } => Some((sheet, cell.trim_start_matches(|sign: char| sign.is_ascii_uppercase()))),
        Spot::Paragraph { .. } | Spot::Margin | Spot::Page { .. } | Spot::Line { .. } => None,
    }
}
