//! The text of .docx: paragraphs in their order, with heads, feet, notes and comments after them.

use std::borrow::Cow;
use std::io::Cursor;
use std::path::Path;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::{Look, Passage, Spot, is_compound, part};
use crate::error::{Error, Result};

pub(super) const BODY: &str = "word/document.xml";
const MARGINS: [&str; 5] = ["word/header", "word/footer", "word/footnotes", "word/endnotes", "word/comments"];

pub(super) fn read(path: &Path, bytes: Vec<u8>) -> Result<Vec<Passage>> {
    if is_compound(&bytes) {
        return Err(Error::DocumentEncrypted { path: path.into() });
    }
    let damaged = |detail: String| Error::DocumentDamaged { path: path.into(), detail };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()))?;
    let names: Vec<String> = archive.file_names().filter_map(|name| name.ok().map(Cow::into_owned)).collect();
    let mut margins: Vec<String> = names
        .into_iter()
        .filter(|name| name.ends_with(".xml") && MARGINS.iter().any(|margin| name.starts_with(margin)))
        .collect();
    margins.sort();
    let mut passages = Vec::new();
    for name in std::iter::once(BODY.to_owned()).chain(margins) {
        let text = part(&mut archive, &name).map_err(|error| damaged(error.to_string()))?;
        let read = paragraphs(&text).map_err(|error| damaged(error.to_string()))?;
        passages.extend(read.into_iter().flat_map(|paragraph| paragraph.passages(name == BODY)));
    }
    Ok(passages)
}

#[derive(Default)]
struct Paragraph {
    number: u32,
    text: String,
    /// Struck out in revision and still in the file.
    deleted: String,
    look: Look,
}

impl Paragraph {
    fn passages(self, in_body: bool) -> impl Iterator<Item = Passage> {
        let spot = if in_body { Spot::Paragraph { number: self.number } } else { Spot::Margin };
        let deleted = Look { deleted: true, ..self.look };
        [(self.text, self.look), (self.deleted, deleted)]
            .into_iter()
            .filter(|(text, _)| !text.trim().is_empty())
            .map(move |(text, look)| Passage { spot: spot.clone(), text, look })
    }
}

/// The paragraphs in the order of their beginnings: one in a box lies within another.
fn paragraphs(xml: &str) -> quick_xml::Result<Vec<Paragraph>> {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<Paragraph> = Vec::new();
    let mut done: Vec<Paragraph> = Vec::new();
    let mut number = 0;
    // Where text stands that is to be read, and how deep in what is said a second time for old programs.
    let mut inside = "";
    let mut repeated = 0_u32;
    let mut cells = 0_u32;
    loop {
        match reader.read_event()? {
            Event::Eof => break,
            Event::Start(start) => match start.local_name().as_ref() {
                "Fallback" => repeated += 1,
                _ if repeated > 0 => {}
                "p" if start.name().as_ref() == "w:p" => {
                    number += 1;
                    let look = Look { cell: cells > 0, ..Look::default() };
                    open.push(Paragraph { number, look, ..Paragraph::default() });
                }
                "tc" => cells += 1,
                "t" if start.name().as_ref() == "w:t" => inside = "text",
                "delText" => inside = "deleted",
                _ => see(&start, open.last_mut()),
            },
            Event::Empty(element) if repeated == 0 => {
                if element.name().as_ref() == "w:p" {
                    number += 1;
                }
                see(&element, open.last_mut());
            }
            Event::End(end) => match end.local_name().as_ref() {
                "Fallback" => repeated = repeated.saturating_sub(1),
                _ if repeated > 0 => {}
                "p" if end.name().as_ref() == "w:p" => done.extend(open.pop()),
                "tc" => cells = cells.saturating_sub(1),
                "t" | "delText" => inside = "",
                _ => {}
            },
            Event::Text(text) if !inside.is_empty() && repeated == 0 => add(open.last_mut(), inside, &text),
            Event::GeneralRef(entity) if !inside.is_empty() && repeated == 0 => {
                if let Some(sign) = referred(&entity) {
                    add(open.last_mut(), inside, sign.encode_utf8(&mut [0; 4]));
                }
            }
            _ => {}
        }
    }
    done.sort_by_key(|paragraph| paragraph.number);
    Ok(done)
}

fn add(paragraph: Option<&mut Paragraph>, inside: &str, text: &str) {
    let Some(paragraph) = paragraph else { return };
    match inside {
        "deleted" => paragraph.deleted.push_str(text),
        _ => paragraph.text.push_str(text),
    }
}

/// What an element without text says of its paragraph.
fn see(element: &BytesStart, paragraph: Option<&mut Paragraph>) {
    let Some(paragraph) = paragraph else { return };
    let value = || {
        let attribute = element.try_get_attribute("w:val").ok().flatten()?;
        attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.to_lowercase())
    };
    match element.name().as_ref() {
        "w:jc" => paragraph.look.centred = value().as_deref() == Some("center"),
        "w:pStyle" => {
            // The names of Word and WPS for a document's title; their headings of sections are numbers.
            paragraph.look.heading = value().is_some_and(|style| style.contains("title") || style == "a3");
        }
        _ => paragraph.text.extend(sign_of(element)),
    }
}

/// The sign that an element stands for in its paragraph's text.
pub(super) fn sign_of(element: &BytesStart) -> Option<char> {
    match element.name().as_ref() {
        "w:tab" | "w:br" | "w:cr" => Some(' '),
        "w:noBreakHyphen" => Some('-'),
        _ => None,
    }
}

/// The sign that `&amp;` or `&#20013;` stands for.
pub(super) fn referred(entity: &str) -> Option<char> {
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    match entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => match entity.strip_prefix('#')? {
            hex if hex.starts_with('x') => number(hex.get(1..)?, 16),
            decimal => number(decimal, 10),
        },
    }
}
