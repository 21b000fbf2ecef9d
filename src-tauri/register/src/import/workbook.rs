//! A workbook as rows of cells: .xlsx, .xls, .ods and .csv. The only place that knows their formats.

mod compound;
mod grid;
mod package;
mod spreadsheet;
mod text;

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::error::{Error, Result};

use crate::typed::Cell;

/// An open file. Sheets are read one at a time, so that only one lies in memory.
pub(crate) struct Workbook {
    path: PathBuf,
    digest: String,
    heads: Vec<SheetHead>,
    source: Source,
}

/// What is known of a sheet before it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SheetHead {
    pub name: String,
    pub hidden: bool,
}

/// The filled part of one sheet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    pub name: String,
    /// The workbook's own number of `rows[0]`, counted from 1.
    pub first_row: u32,
    /// From the first filled row to the last. A row ends with its last filled cell; a blank row in between is empty.
    pub rows: Vec<Vec<Cell>>,
    pub merged: Vec<Merged>,
}

/// Merged cells: rows by the workbook's own numbers from 1, columns from 0, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Merged {
    pub first_row: u32,
    pub last_row: u32,
    pub first_column: usize,
    pub last_column: usize,
}

enum Source {
    Spreadsheet(spreadsheet::Spreadsheet),
    Text(String),
}

/// Why a file is no workbook, before its path is named.
#[derive(Debug)]
enum Trouble {
    Encrypted,
    Damaged(String),
    Unknown,
}

impl Trouble {
    /// Damage, told by what the reader of the format said, in one short line.
    fn damaged(said: impl ToString) -> Trouble {
        const GLANCE: usize = 80;
        let said = said.to_string();
        Trouble::Damaged(said.chars().map(|c| if c.is_control() { ' ' } else { c }).take(GLANCE).collect())
    }

    fn of(self, path: &Path) -> Error {
        let path = path.to_owned();
        match self {
            Trouble::Encrypted => Error::WorkbookEncrypted { path },
            Trouble::Damaged(detail) => Error::WorkbookDamaged { path, detail },
            Trouble::Unknown => Error::WorkbookUnknown { path },
        }
    }
}

/// The bytes of a file, shared by those who read it. They are read once, so that the digest is of what was imported.
#[derive(Clone)]
struct Bytes(Arc<Vec<u8>>);

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Sheet {
    /// The cell of a column from 0; empty beyond the filled part.
    pub fn cell(&self, index: usize, column: usize) -> &Cell {
        self.rows.get(index).and_then(|row| row.get(column)).unwrap_or(&Cell::Empty)
    }

    /// The workbook's own number of a row.
    pub fn number(&self, index: usize) -> u32 {
        self.first_row.saturating_add(u32::try_from(index).unwrap_or(u32::MAX))
    }
}

impl Workbook {
    pub fn open(path: &Path) -> Result<Workbook> {
        let metadata = fs::metadata(path).map_err(|error| not_there(path, error))?;
        if metadata.is_dir() {
            return Err(Error::WorkbookUnknown { path: path.to_owned() });
        }
        if metadata.len() == 0 {
            return Err(Error::WorkbookEmpty { path: path.to_owned() });
        }
        let mut file = File::open(path).map_err(|error| not_there(path, error))?;
        // A film chosen by mistake is not read to its end.
        let mut bytes = vec![0; 4096.min(usize::try_from(metadata.len()).unwrap_or(4096))];
        file.read_exact(&mut bytes).map_err(Error::io(path))?;
        if container(&bytes).is_none() {
            return Err(Error::WorkbookUnknown { path: path.to_owned() });
        }
        file.read_to_end(&mut bytes).map_err(Error::io(path))?;
        let digest = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        let (heads, source) = read_heads(path, bytes).map_err(|trouble| trouble.of(path))?;
        Ok(Workbook { path: path.to_owned(), digest, heads, source })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file's name with its ending.
    pub fn file_name(&self) -> &str {
        self.path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
    }

    /// The file's name without its ending.
    pub fn stem(&self) -> String {
        stem(&self.path)
    }

    /// The SHA-256 of the file, in hex.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    pub fn sheets(&self) -> &[SheetHead] {
        &self.heads
    }

    /// Reads the sheet at this place of [`Workbook::sheets`].
    pub fn read(&mut self, index: usize) -> Result<Sheet> {
        let Some(head) = self.heads.get(index) else {
            return Err(Error::Internal { detail: format!("no sheet {index}") });
        };
        match &mut self.source {
            Source::Spreadsheet(spreadsheet) => spreadsheet.read(&head.name),
            Source::Text(text) => text::read(text, &head.name),
        }
        .map_err(|trouble| trouble.of(&self.path))
    }
}

fn not_there(path: &Path, error: std::io::Error) -> Error {
    match error.kind() {
        ErrorKind::NotFound => Error::WorkbookMissing { path: path.to_owned() },
        _ => Error::io(path)(error),
    }
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

enum Container {
    Zip,
    Compound,
    Text,
}

/// What the first bytes say; none for pictures, documents and other binary files.
fn container(head: &[u8]) -> Option<Container> {
    const FOREIGN: [&[u8]; 9] =
        [b"%PDF", b"{\\rtf", b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"Rar!", b"7z\xBC\xAF", b"\x1F\x8B", b"BM\0"];
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Some(Container::Zip);
    }
    if head.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some(Container::Compound);
    }
    if FOREIGN.iter().any(|magic| head.starts_with(magic)) || !text::plausible(head) {
        return None;
    }
    Some(Container::Text)
}

fn read_heads(path: &Path, bytes: Vec<u8>) -> std::result::Result<(Vec<SheetHead>, Source), Trouble> {
    let spreadsheet = match container(&bytes).ok_or(Trouble::Unknown)? {
        Container::Text => {
            let head = SheetHead { name: stem(path), hidden: false };
            return Ok((vec![head], Source::Text(text::decode(bytes)?)));
        }
        Container::Zip => {
            let bytes = Bytes(Arc::new(bytes));
            match package::kind(&bytes) {
                Ok(package::Kind::Excel) => spreadsheet::Spreadsheet::xlsx(bytes)?,
                Ok(package::Kind::OpenDocument) => spreadsheet::Spreadsheet::ods(bytes)?,
                Ok(package::Kind::Other) => return Err(Trouble::Unknown),
                // A broken package does not say what it was: then its name does.
                Err(Trouble::Damaged(_)) if !named_as_spreadsheet(path) => return Err(Trouble::Unknown),
                Err(trouble) => return Err(trouble),
            }
        }
        Container::Compound => match compound::kind(&bytes) {
            Ok(compound::Kind::Spreadsheet) => spreadsheet::Spreadsheet::xls(Bytes(Arc::new(bytes)))?,
            Ok(compound::Kind::Encrypted) => return Err(Trouble::Encrypted),
            Ok(compound::Kind::Other) => return Err(Trouble::Unknown),
            Err(Trouble::Damaged(_)) if !named_as_spreadsheet(path) => return Err(Trouble::Unknown),
            Err(trouble) => return Err(trouble),
        },
    };
    Ok((spreadsheet.heads(), Source::Spreadsheet(spreadsheet)))
}

fn named_as_spreadsheet(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("xlsx" | "xlsm" | "xltx" | "xls" | "xlt" | "et" | "ods" | "ots" | "csv") | None => true,
        Some(_) => false,
    }
}

#[cfg(test)]
mod tests;
