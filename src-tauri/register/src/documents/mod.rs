//! The text of documents with its places: .docx, .pdf, .xlsx, .xls, .ods, .csv and .txt.
//!
//! Files come from anywhere: what they unpack to is measured before it is unpacked, and a reader that a damaged file
//! brings to its knees harms nothing but that file's answer.

mod annotate;
mod docx;
mod facts;
mod pdf;

use std::fs;
use std::io::{self, Cursor, Read};
use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::context::{Context, Stage};
use crate::error::{Error, Result};
use crate::import::{Workbook, decoded};

pub(crate) use annotate::{Author, Note, with_comments};
pub use facts::{DocumentFacts, document_facts};

/// The endings of what can be read.
const READ: [&str; 7] = ["docx", "pdf", "txt", "xlsx", "xls", "ods", "csv"];
/// A document that is larger is not read for its text.
const LARGEST: u64 = 100_000_000;
/// What it may unpack to.
const UNPACKED: u64 = 400_000_000;

/// Where in a document a text stands, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum Spot {
    Paragraph {
        number: u32,
    },
    /// In the head or foot of a page, a note, a comment.
    Margin,
    Page {
        number: u32,
    },
    Cell {
        sheet: String,
        cell: String,
    },
    Line {
        number: u32,
    },
}

/// A piece of text, and how it is set as far as its format says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Passage {
    pub spot: Spot,
    pub text: String,
    pub look: Look,
}

/// How a passage looks on its page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Look {
    pub centred: bool,
    /// By its style, or larger than the rest.
    pub heading: bool,
    /// Struck out, and still in the file.
    pub deleted: bool,
    /// In the cell of a table within running text.
    pub cell: bool,
}

/// Every text of a document in its order. `named` is what a person knows the file by: its ending says how it is read.
pub(crate) fn passages(context: &Context, file: &Path, named: &Path) -> Result<Vec<Passage>> {
    let ending = named.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    if !READ.contains(&ending.as_str()) {
        return Err(Error::DocumentUnknown { path: named.into() });
    }
    let metadata = fs::metadata(file).map_err(|_| Error::EvidenceGone { path: named.into() })?;
    if !metadata.is_file() {
        return Err(Error::DocumentUnknown { path: named.into() });
    }
    if metadata.len() > LARGEST {
        return Err(Error::DocumentTooLarge { path: named.into(), most: LARGEST });
    }
    context.progress(Stage::Scanning, 0, 0)?;
    let bytes = fs::read(file).map_err(Error::io(named))?;
    if bytes.starts_with(b"PK\x03\x04") {
        measure_package(named, &bytes)?;
    }
    match ending.as_str() {
        "docx" => docx::read(named, bytes),
        "pdf" => pdf::read(context, named, bytes),
        "txt" => lines(named, bytes),
        // The reader of workbooks opens the file itself.
        _ => cells(context, file).map_err(|error| as_document(error, named)),
    }
}

/// Unpacks a package into nothing, so that one which would fill the memory is refused before it does.
fn measure_package(path: &Path, bytes: &[u8]) -> Result<()> {
    let damaged = |detail: String| Error::DocumentDamaged { path: path.into(), detail };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()))?;
    let mut left = UNPACKED;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|error| damaged(error.to_string()))?;
        let read = io::copy(&mut part.take(left.saturating_add(1)), &mut io::sink());
        left = left
            .checked_sub(read.map_err(|error| damaged(error.to_string()))?)
            .ok_or_else(|| Error::DocumentTooLarge { path: path.into(), most: UNPACKED })?;
    }
    Ok(())
}

fn cells(context: &Context, file: &Path) -> Result<Vec<Passage>> {
    let mut book = Workbook::open(file)?;
    let total = book.sheets().len() as u64;
    let mut passages = Vec::new();
    for index in 0..book.sheets().len() {
        context.progress(Stage::Scanning, index as u64, total)?;
        let sheet = book.read(index)?;
        for (at, row) in sheet.rows.iter().enumerate() {
            for (column, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                let place = format!("{}{}", letters(column), sheet.number(at));
                let spot = Spot::Cell { sheet: sheet.name.clone(), cell: place };
                passages.push(Passage { spot, text: cell.to_text(), look: Look::default() });
            }
        }
    }
    Ok(passages)
}

/// A column from 0 as a spreadsheet names it: A, B … Z, AA.
fn letters(column: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(column % 26).unwrap_or_default());
    match column / 26 {
        0 => letter.to_string(),
        above => letters(above - 1) + &letter.to_string(),
    }
}

fn lines(path: &Path, bytes: Vec<u8>) -> Result<Vec<Passage>> {
    let text = decoded(path, bytes).map_err(|error| as_document(error, path))?;
    let lines = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
    let passage = |(line, number): (&str, u32)| Passage {
        spot: Spot::Line { number },
        text: line.to_owned(),
        look: Look::default(),
    };
    Ok(lines.map(passage).collect())
}

/// What the reader of workbooks says, in words of any document, by the name that a person knows.
fn as_document(error: Error, named: &Path) -> Error {
    let path = named.to_path_buf();
    match error {
        Error::WorkbookEncrypted { .. } => Error::DocumentEncrypted { path },
        Error::WorkbookDamaged { detail, .. } => Error::DocumentDamaged { path, detail },
        Error::WorkbookUnknown { .. } => Error::DocumentUnknown { path },
        Error::WorkbookEmpty { .. } => Error::DocumentDamaged { path, detail: "0 B".into() },
        other => other,
    }
}

/// A part of a package as text.
fn part(archive: &mut zip::ZipArchive<Cursor<Vec<u8>>>, name: &str) -> io::Result<String> {
    let mut text = String::new();
    archive.by_name(name).map_err(io::Error::other)?.take(UNPACKED).read_to_string(&mut text)?;
    Ok(text)
}

/// Whether the file begins as a document of the old kind does: an encrypted .docx is one.
fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xD0\xCF\x11\xE0")
}

#[cfg(test)]
mod tests;
