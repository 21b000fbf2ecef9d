//! Text files: .csv as spreadsheets and reporting systems write it.

use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

use super::grid::Grid;
use super::{Cell, Sheet, Trouble};

/// Whether these first bytes of a file may be of a table in text: no binary file, no page of HTML or XML.
pub(super) fn plausible(head: &[u8]) -> bool {
    if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") {
        return true;
    }
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    // Ctrl-Z closes files of old systems.
    let binary =
        |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1A) || *byte == 0x7F;
    !head.iter().any(binary) && !head.trim_ascii_start().starts_with(b"<")
}

/// The text of a file: by its mark, else UTF-8 where it is that throughout, else GB18030.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, Trouble> {
    let wide = match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => Some(UTF_16LE.decode_without_bom_handling(rest)),
        [0xFE, 0xFF, rest @ ..] => Some(UTF_16BE.decode_without_bom_handling(rest)),
        _ => None,
    };
    let text = match wide {
        Some((_, true)) => return Err(Trouble::damaged("UTF-16")),
        Some((text, false)) => text.into_owned(),
        None => narrow(bytes)?,
    };
    if text.contains('\0') { Err(Trouble::Unknown) } else { Ok(text) }
}

fn narrow(bytes: Vec<u8>) -> Result<String, Trouble> {
    let marked = bytes.starts_with(b"\xEF\xBB\xBF");
    let error = match String::from_utf8(bytes) {
        Ok(text) => return Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        Err(error) => error,
    };
    let (valid, cut) = (error.utf8_error().valid_up_to(), error.utf8_error().error_len().is_none());
    let bytes = error.into_bytes();
    // A file cut off within a character is not one of another encoding.
    if marked || cut && bytes.iter().take(valid).any(|byte| !byte.is_ascii()) {
        return Err(Trouble::damaged("UTF-8"));
    }
    match GB18030.decode_without_bom_handling(&bytes) {
        (text, false) => Ok(text.into_owned()),
        (_, true) => Err(Trouble::damaged("UTF-8, GB18030")),
    }
}

/// The rows of a text file, numbered as a spreadsheet shows them: one for each record, blank lines counted.
pub(super) fn read(text: &str, name: &str) -> Result<Sheet, Trouble> {
    let (text, separator) = separator(text);
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let mut grid = Grid::default();
    let mut record = StringRecord::new();
    let mut row = 0;
    loop {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        row += blank_lines(text, start);
        if !reader.read_record(&mut record).map_err(Trouble::damaged)? {
            break;
        }
        let raw = text.as_bytes().get(start..).unwrap_or_default();
        let last = reader.position().byte() >= text.len() as u64;
        if last && is_cut(raw, separator) {
            return Err(Trouble::damaged(format!("unclosed quotation mark, line {}", row + 1)));
        }
        for (column, field) in record.iter().enumerate() {
            let cell = cell(&mut grid, field);
            grid.put(row, column, cell)?;
        }
        row += 1;
    }
    Ok(grid.finish(name, Vec::new()))
}

/// Values of a text file stay text: leading zeros and long identifiers survive.
fn cell(grid: &mut Grid, field: &str) -> Cell {
    // Reporting systems write ="0012" so that a spreadsheet keeps the zeros.
    let plain = field.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(field);
    grid.text(plain)
}

/// How many blank lines stand at this place, which is the end of a record or the start of the file.
fn blank_lines(text: &str, place: usize) -> usize {
    let bytes = text.as_bytes();
    let Some(mut rest) = bytes.get(place..) else { return 0 };
    if place > 0 && bytes.get(place - 1) == Some(&b'\r') && rest.first() == Some(&b'\n') {
        rest = &rest[1..];
    }
    let mut blank = 0;
    loop {
        rest = match rest {
            [b'\r', b'\n', rest @ ..] | [b'\r' | b'\n', rest @ ..] => rest,
            _ => return blank,
        };
        blank += 1;
    }
}

/// Whether the last record ends within quotation marks: its end is missing, or it swallowed the lines after it.
fn is_cut(raw: &[u8], separator: u8) -> bool {
    let (mut quoted, mut fresh) = (false, true);
    let mut bytes = raw.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        if quoted {
            // Two marks are one that was meant.
            quoted = byte != b'"' || bytes.next_if_eq(&b'"').is_some();
        } else {
            quoted = fresh && byte == b'"';
            fresh = byte == separator || matches!(byte, b'\n' | b'\r');
        }
    }
    quoted
}

/// The text without a line `sep=;`, and what separates its columns: that which most lines have equally often.
fn separator(text: &str) -> (&str, u8) {
    let first = text.lines().next().unwrap_or_default();
    if let Some(&[separator]) = first.strip_prefix("sep=").map(str::as_bytes) {
        let rest = text.get(first.len()..).unwrap_or_default();
        return (rest.strip_prefix("\r\n").or(rest.strip_prefix('\n')).unwrap_or(rest), separator);
    }
    let mut best = (0, b',');
    for candidate in [b',', b'\t', b';'] {
        let score = evenness(text.as_bytes(), candidate);
        if score > best.0 {
            best = (score, candidate);
        }
    }
    (text, best.1)
}

/// In how many of the first lines the separator stands equally often, times how often.
fn evenness(text: &[u8], separator: u8) -> usize {
    const LINES: usize = 40;
    let mut counts = vec![0_usize];
    let mut quoted = false;
    for byte in text.iter().take(65_536) {
        match *byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted && counts.len() == LINES => break,
            b'\n' if !quoted => counts.push(0),
            byte if byte == separator && !quoted => {
                if let Some(count) = counts.last_mut() {
                    *count += 1;
                }
            }
            _ => {}
        }
    }
    let same = |count: usize| counts.iter().filter(|other| **other == count).count() * count;
    counts.iter().map(|count| same(*count)).max().unwrap_or_default()
}
