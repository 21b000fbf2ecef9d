//! Zip packages, which hold .xlsx and .ods: what one is, whether its parts are whole, and its merged cells.

use std::collections::HashMap;
use std::io::{BufReader, Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;
use zip::result::ZipError;

use super::{Bytes, Merged, Trouble};

pub(super) enum Kind {
    Excel,
    OpenDocument,
    Other,
}

type Archive = ZipArchive<Cursor<Bytes>>;

fn open(bytes: &Bytes) -> Result<Archive, Trouble> {
    ZipArchive::new(Cursor::new(bytes.clone())).map_err(fault)
}

fn fault(error: ZipError) -> Trouble {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Trouble::Encrypted,
        other => Trouble::damaged(other),
    }
}

/// The names of the parts, spelt alike whichever program wrote them, and their places.
fn parts(archive: &Archive) -> HashMap<String, usize> {
    let spelt = |name: &[u8]| String::from_utf8_lossy(name).replace('\\', "/").to_lowercase();
    archive.file_names_raw().enumerate().map(|(place, name)| (spelt(name), place)).collect()
}

pub(super) fn kind(bytes: &Bytes) -> Result<Kind, Trouble> {
    let mut archive = open(bytes)?;
    let parts = parts(&archive);
    if let Some(place) = parts.get("mimetype") {
        let mut mime = String::new();
        let read = archive.by_index(*place).map_err(fault)?.take(200).read_to_string(&mut mime);
        read.map_err(Trouble::damaged)?;
        let spreadsheet = mime.trim().starts_with("application/vnd.oasis.opendocument.spreadsheet");
        return Ok(if spreadsheet { Kind::OpenDocument } else { Kind::Other });
    }
    // The workbook of .xlsb is binary, and not read here.
    let excel = parts.keys().any(|name| name.starts_with("xl/")) && !parts.contains_key("xl/workbook.bin");
    Ok(if excel { Kind::Excel } else { Kind::Other })
}

/// Reads a part to its end, where its checksum is compared.
fn check(archive: &mut Archive, place: usize) -> Result<(), Trouble> {
    let mut part = archive.by_index(place).map_err(fault)?;
    std::io::copy(&mut part, &mut std::io::sink()).map(drop).map_err(Trouble::damaged)
}

/// The parts of an .xlsx other than its sheets are whole; answers where each sheet lies.
pub(super) fn check_workbook(bytes: &Bytes) -> Result<HashMap<String, usize>, Trouble> {
    let mut archive = open(bytes)?;
    let parts = parts(&archive);
    for (name, place) in &parts {
        if name.starts_with("xl/") && !name.starts_with("xl/worksheets/") && !name.starts_with("xl/media/") {
            check(&mut archive, *place)?;
        }
    }
    let mut targets = HashMap::new();
    each_element(&mut archive, parts.get("xl/_rels/workbook.xml.rels"), |element| {
        if let (Some(id), Some(target)) = (attribute(element, "Id"), attribute(element, "Target")) {
            let target = target.replace('\\', "/").to_lowercase();
            let path = match target.strip_prefix('/') {
                Some(absolute) => absolute.to_owned(),
                None => format!("xl/{target}"),
            };
            targets.insert(id, path);
        }
    })?;
    let mut places = HashMap::new();
    each_element(&mut archive, parts.get("xl/workbook.xml"), |element| {
        if element.local_name().as_ref() == "sheet"
            && let (Some(name), Some(id)) = (attribute(element, "name"), attribute(element, "r:id"))
            && let Some(place) = targets.get(&id).and_then(|path| parts.get(path))
        {
            places.insert(name, *place);
        }
    })?;
    Ok(places)
}

fn each_element(archive: &mut Archive, place: Option<&usize>, mut see: impl FnMut(&BytesStart)) -> Result<(), Trouble> {
    let Some(place) = place else { return Ok(()) };
    let part = archive.by_index(*place).map_err(fault)?;
    let mut reader = Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(Trouble::damaged)? {
            Event::Start(element) | Event::Empty(element) => see(&element),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok().flatten()?;
    attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

/// The merged cells of a sheet, found while the whole part is read, so that its checksum is compared as well: the
/// reader of cells stops where the cells end. This costs far less than parsing the sheet a second time.
pub(super) fn merged(bytes: &Bytes, place: usize) -> Result<Vec<Merged>, Trouble> {
    const MARK: &[u8] = b"mergeCell";
    const END: &[u8] = b"mergeCells>";
    let mut archive = open(bytes)?;
    let mut part = archive.by_index(place).map_err(fault)?;
    let mut chunk = vec![0; 65_536];
    let mut kept: Vec<u8> = Vec::new();
    let mut done = false;
    loop {
        let read = part.read(&mut chunk).map_err(Trouble::damaged)?;
        if read == 0 {
            break;
        }
        if done {
            continue;
        }
        let seen = kept.len();
        kept.extend_from_slice(chunk.get(..read).unwrap_or_default());
        if !kept.starts_with(MARK) {
            // Keep from the mark on, or so much of the end as may be the mark's beginning.
            let start = find(&kept, MARK).unwrap_or(kept.len().saturating_sub(MARK.len()));
            kept.drain(..start);
            done = kept.starts_with(MARK) && find(&kept, END).is_some();
        } else {
            done = find(kept.get(seen.saturating_sub(END.len())..).unwrap_or_default(), END).is_some();
        }
    }
    // Other elements behind the merged cells have references too.
    kept.truncate(find(&kept, END).unwrap_or_default());
    let kept = String::from_utf8_lossy(&kept);
    Ok(kept.split("ref=\"").skip(1).filter_map(|rest| region(rest.split('"').next()?)).collect())
}

fn find(bytes: &[u8], sought: &[u8]) -> Option<usize> {
    bytes.windows(sought.len()).position(|window| window == sought)
}

/// `A1:O1`
fn region(text: &str) -> Option<Merged> {
    let (first, last) = text.split_once(':')?;
    let ((first_row, first_column), (last_row, last_column)) = (place(first)?, place(last)?);
    Some(Merged { first_row, last_row, first_column, last_column })
}

fn place(text: &str) -> Option<(u32, usize)> {
    let text = text.replace('$', "");
    let letters = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let row = text.get(letters.len()..)?.parse().ok()?;
    let mut column = 0_usize;
    for letter in letters.chars() {
        let digit = letter.to_ascii_uppercase().to_digit(36)?.checked_sub(9)?;
        column = column.checked_mul(26)?.checked_add(digit as usize)?;
    }
    Some((row, column.checked_sub(1)?))
}

/// The content of an .ods is not encrypted, is whole, and every element in it is closed: its reader would wait for
/// ever for the end of a table that has none.
pub(super) fn check_content(bytes: &Bytes) -> Result<(), Trouble> {
    let mut archive = open(bytes)?;
    let parts = parts(&archive);
    if let Some(place) = parts.get("meta-inf/manifest.xml") {
        let mut manifest = String::new();
        let read = archive.by_index(*place).map_err(fault)?.read_to_string(&mut manifest);
        read.map_err(Trouble::damaged)?;
        if manifest.contains("encryption-data") {
            return Err(Trouble::Encrypted);
        }
    }
    let place = parts.get("content.xml").ok_or_else(|| Trouble::damaged("no content.xml"))?;
    let part = archive.by_index(*place).map_err(fault)?;
    let mut reader = Reader::from_reader(BufReader::new(part));
    let (mut buffer, mut depth) = (Vec::new(), 0_u32);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(Trouble::damaged)? {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(Trouble::damaged("content.xml: truncated")),
            _ => {}
        }
    }
}
