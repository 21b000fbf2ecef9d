//! Comments in a copy of a .docx, each at the signs that it speaks of (ECMA-376 part 1, 17.13.4).

use std::collections::{BTreeSet, HashMap};
use std::io::{self, Cursor, Write};
use std::path::Path;

use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};
use quick_xml::{Reader, Writer};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::docx::{BODY, referred, sign_of};
use super::{is_compound, part};
use crate::error::{Error, Result};

const COMMENTS: &str = "word/comments.xml";
const TYPES: &str = "[Content_Types].xml";
const RELATIONSHIPS: &str = "word/_rels/document.xml.rels";
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OF_COMMENTS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
const TYPE_OF_COMMENTS: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/// A comment on some signs of a paragraph.
pub(crate) struct Note {
    /// As [`super::Spot::Paragraph`] counts.
    pub paragraph: u32,
    /// In signs, counted from 0.
    pub from: usize,
    pub to: usize,
    pub text: String,
}

/// Who says it, and when, `YYYY-MM-DDThh:mm:ssZ`.
pub(crate) struct Author<'a> {
    pub name: &'a str,
    pub at: &'a str,
}

/// The bytes of a .docx with these comments in it; every other part stays as it is. What stands in a box within a
/// paragraph takes no comment.
pub(crate) fn with_comments(path: &Path, bytes: Vec<u8>, notes: &[Note], author: &Author) -> Result<Vec<u8>> {
    if is_compound(&bytes) {
        return Err(Error::DocumentEncrypted { path: path.into() });
    }
    annotated(bytes, notes, author)
        .map_err(|error| Error::DocumentDamaged { path: path.into(), detail: error.to_string() })
}

fn annotated(bytes: Vec<u8>, notes: &[Note], author: &Author) -> io::Result<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(io::Error::other)?;
    let body = part(&mut archive, BODY)?;
    let before = part(&mut archive, COMMENTS).ok();
    let first = before.as_deref().map_or(0, next_number);
    let (body, placed) = marked(&body, notes, first)?;
    let placed = notes.iter().enumerate().filter(|(number, _)| placed.contains(number));
    let told = placed.map(|(number, note)| (first + number, note.text.as_str()));
    let mut parts = HashMap::from([(BODY, body), (COMMENTS, comments(before.as_deref(), told, author)?)]);
    if before.is_none() {
        let types = part(&mut archive, TYPES)?;
        let part_type = format!("<Override PartName=\"/{COMMENTS}\" ContentType=\"{TYPE_OF_COMMENTS}\"/>");
        parts.insert(TYPES, added(&types, "</Types>", &part_type)?);
        let relationships = part(&mut archive, RELATIONSHIPS)?;
        let id = unused_id(&relationships);
        let relationship = format!("<Relationship Id=\"{id}\" Type=\"{OF_COMMENTS}\" Target=\"comments.xml\"/>");
        parts.insert(RELATIONSHIPS, added(&relationships, "</Relationships>", &relationship)?);
    }
    let mut copy = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..archive.len() {
        let entry = archive.by_index_raw(place).map_err(io::Error::other)?;
        let name = entry.name().map_err(io::Error::other)?.into_owned();
        match parts.remove(name.as_str()) {
            Some(text) => put(&mut copy, &name, &text)?,
            None => copy.raw_copy_file(entry).map_err(io::Error::other)?,
        }
    }
    for (name, text) in parts {
        put(&mut copy, name, &text)?;
    }
    Ok(copy.finish().map_err(io::Error::other)?.into_inner())
}

fn put(copy: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, text: &[u8]) -> io::Result<()> {
    copy.start_file(name, SimpleFileOptions::default()).map_err(io::Error::other)?;
    copy.write_all(text)
}

/// An element more at the end of a part.
fn added(part: &str, end: &str, element: &str) -> io::Result<Vec<u8>> {
    let at = part.rfind(end).ok_or_else(|| io::Error::other(end.to_owned()))?;
    Ok([&part[..at], element, &part[at..]].concat().into_bytes())
}

fn unused_id(relationships: &str) -> String {
    let mut ids = (1..).map(|number| format!("rIdComments{number}"));
    ids.find(|id| !relationships.contains(id.as_str())).unwrap_or_default()
}

/// The number behind the largest that a comment has.
fn next_number(comments: &str) -> usize {
    let numbers = comments.split("w:id=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse::<usize>().ok());
    numbers.max().map_or(0, |largest| largest + 1)
}

fn comments<'a>(
    before: Option<&str>,
    told: impl Iterator<Item = (usize, &'a str)>,
    author: &Author,
) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new(Vec::new());
    for (id, text) in told {
        let id = id.to_string();
        let mut comment = BytesStart::new("w:comment");
        for (key, value) in
            [("w:id", id.as_str()), ("w:author", author.name), ("w:date", author.at), ("w:initials", "")]
        {
            comment.push_attribute((key, value));
        }
        xml.write_event(Event::Start(comment))?;
        for line in text.lines() {
            for name in ["w:p", "w:r", "w:t"] {
                xml.write_event(Event::Start(BytesStart::new(name)))?;
            }
            xml.write_event(Event::Text(BytesText::new(line)))?;
            for name in ["w:t", "w:r", "w:p"] {
                xml.write_event(Event::End(BytesEnd::new(name)))?;
            }
        }
        xml.write_event(Event::End(BytesEnd::new("w:comment")))?;
    }
    let told = String::from_utf8(xml.into_inner()).map_err(io::Error::other)?;
    match before {
        Some(before) => added(before, "</w:comments>", &told),
        None => Ok(format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:comments xmlns:w=\"{W}\">{told}</w:comments>"
        )
        .into_bytes()),
    }
}

/// The body with the marks of the comments, and which of them found their place: a run is split where a mark lies
/// within its text.
fn marked(body: &str, notes: &[Note], first: usize) -> io::Result<(Vec<u8>, BTreeSet<usize>)> {
    let mut marker = Marker {
        xml: Writer::new(Vec::new()),
        notes,
        first,
        paragraphs: Vec::new(),
        runs: Vec::new(),
        begun: BTreeSet::new(),
        ended: BTreeSet::new(),
    };
    let mut reader = Reader::from_str(body);
    let (mut number, mut repeated, mut in_text) = (0, 0_u32, false);
    loop {
        let event = reader.read_event().map_err(io::Error::other)?;
        match &event {
            Event::Eof => break,
            Event::Start(start) => match start.name().as_ref() {
                "mc:Fallback" => repeated += 1,
                _ if repeated > 0 => {}
                "w:p" => {
                    number += 1;
                    marker.paragraphs.push((number, 0));
                }
                "w:r" => marker.runs.push(Vec::new()),
                "w:t" => in_text = true,
                _ if sign_of(start).is_some() => marker.pass(),
                _ => {}
            },
            Event::Empty(element) if repeated == 0 => match element.name().as_ref() {
                "w:p" => number += 1,
                _ if sign_of(element).is_some() => marker.pass(),
                _ => {}
            },
            Event::End(end) => match end.name().as_ref() {
                "mc:Fallback" => repeated = repeated.saturating_sub(1),
                _ if repeated > 0 => {}
                "w:p" => {
                    marker.paragraphs.pop();
                }
                "w:t" => in_text = false,
                _ => {}
            },
            Event::Text(text) if in_text && repeated == 0 => {
                for sign in text.chars() {
                    marker.marks(true)?;
                    let mut buffer = [0; 4];
                    marker.xml.write_event(Event::Text(BytesText::new(sign.encode_utf8(&mut buffer))))?;
                    marker.pass();
                }
                marker.marks(false)?;
                continue;
            }
            Event::GeneralRef(entity) if in_text && repeated == 0 && referred(entity).is_some() => {
                marker.marks(true)?;
                marker.xml.write_event(event.borrow())?;
                marker.pass();
                marker.marks(false)?;
                continue;
            }
            _ => {}
        }
        let ended = matches!(&event, Event::End(end) if repeated == 0 && end.name().as_ref() == "w:r");
        marker.remember(&event, repeated);
        marker.xml.write_event(event)?;
        if ended {
            marker.runs.pop();
        }
    }
    Ok((marker.xml.into_inner(), marker.ended))
}

struct Marker<'a> {
    xml: Writer<Vec<u8>>,
    notes: &'a [Note],
    first: usize,
    /// The number of each open paragraph, and how many of its signs have passed.
    paragraphs: Vec<(u32, usize)>,
    /// The properties of each open run.
    runs: Vec<Vec<Event<'static>>>,
    begun: BTreeSet<usize>,
    ended: BTreeSet<usize>,
}

impl Marker<'_> {
    /// Keeps a run's properties, to say them again where it is split.
    fn remember(&mut self, event: &Event, repeated: u32) {
        let Some(properties) = self.runs.last_mut().filter(|_| repeated == 0) else { return };
        let whole = match properties.last() {
            Some(Event::End(end)) => end.name().as_ref() == "w:rPr",
            _ => false,
        };
        let begins = matches!(event, Event::Start(start) if start.name().as_ref() == "w:rPr");
        if begins || !(properties.is_empty() || whole) {
            properties.push(event.clone().into_owned());
        }
    }

    /// A sign has been written.
    fn pass(&mut self) {
        if let Some((_, signs)) = self.paragraphs.last_mut() {
            *signs += 1;
        }
    }

    /// Writes the marks that stand here: those of comments that end, and before a sign those of comments that begin.
    fn marks(&mut self, before_sign: bool) -> io::Result<()> {
        let &[(paragraph, at)] = self.paragraphs.as_slice() else { return Ok(()) };
        let here = self.notes.iter().enumerate().filter(|(_, note)| note.paragraph == paragraph);
        let ends = here.clone().filter(|(number, note)| note.to == at && self.begun.contains(number));
        let ends: Vec<usize> = ends.map(|(number, _)| number).filter(|number| !self.ended.contains(number)).collect();
        let begins: Vec<usize> =
            here.filter(|(_, note)| before_sign && note.from == at).map(|(number, _)| number).collect();
        if ends.is_empty() && begins.is_empty() {
            return Ok(());
        }
        self.close_run()?;
        for number in ends {
            let id = (self.first + number).to_string();
            self.empty("w:commentRangeEnd", &id)?;
            self.xml.write_event(Event::Start(BytesStart::new("w:r")))?;
            self.empty("w:commentReference", &id)?;
            self.xml.write_event(Event::End(BytesEnd::new("w:r")))?;
            self.ended.insert(number);
        }
        for number in begins {
            self.empty("w:commentRangeStart", &(self.first + number).to_string())?;
            self.begun.insert(number);
        }
        self.open_run()
    }

    fn empty(&mut self, name: &str, id: &str) -> io::Result<()> {
        self.xml.write_event(Event::Empty(BytesStart::new(name).with_attributes([("w:id", id)])))
    }

    fn close_run(&mut self) -> io::Result<()> {
        self.xml.write_event(Event::End(BytesEnd::new("w:t")))?;
        self.xml.write_event(Event::End(BytesEnd::new("w:r")))
    }

    fn open_run(&mut self) -> io::Result<()> {
        self.xml.write_event(Event::Start(BytesStart::new("w:r")))?;
        for event in self.runs.last().into_iter().flatten() {
            self.xml.write_event(event.borrow())?;
        }
        self.xml.write_event(Event::Start(BytesStart::new("w:t").with_attributes([("xml:space", "preserve")])))
    }
}
