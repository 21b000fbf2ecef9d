//! Compound files ([MS-CFB]), which hold .xls and encrypted .xlsx: what lies in one, and whether its chains end.
//!
//! The reader of .xls follows chains of sectors wherever they lead. A chain that turns back on itself would be
//! followed for ever, so each is walked here first.

use super::Trouble;

pub(super) enum Kind {
    Spreadsheet,
    Encrypted,
    Other,
}

const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
const LAST_SECTOR: u32 = 0xFFFF_FFF9;

struct File<'a> {
    bytes: &'a [u8],
    shift: u32,
    table: Vec<u32>,
}

struct Entry {
    name: String,
    start: u32,
    size: usize,
}

pub(super) fn kind(bytes: &[u8]) -> Result<Kind, Trouble> {
    let shift = u32::from(u16_at(bytes, 30)?);
    if shift != 9 && shift != 12 {
        return Err(broken("sector size"));
    }
    let mut file = File { bytes, shift, table: Vec::new() };
    file.load_table()?;
    let entries = file.entries()?;
    let has = |name: &str| entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name));
    if has("EncryptedPackage") {
        return Ok(Kind::Encrypted);
    }
    let Some(workbook) =
        ["Workbook", "Book"].iter().find_map(|name| entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name)))
    else {
        return Ok(Kind::Other);
    };
    let root = entries.first().ok_or_else(|| broken("no root"))?;
    let small = file.chain(u32_at(bytes, 60)?)?;
    let small: Vec<u32> = small.iter().flat_map(|sector| numbers(file.sector(*sector))).collect();
    file.chain(root.start)?;
    if workbook.size < 4096 {
        walk(&small, workbook.start)?;
        return Ok(Kind::Spreadsheet);
    }
    let stream: Vec<u8> = file.chain(workbook.start)?.iter().flat_map(|sector| file.sector(*sector)).copied().collect();
    if stream.len() < workbook.size {
        return Err(broken("truncated"));
    }
    check_dimensions(&stream)?;
    Ok(Kind::Spreadsheet)
}

/// The reader reserves memory for what the records of dimensions claim, before a single cell is seen.
fn check_dimensions(stream: &[u8]) -> Result<(), Trouble> {
    let mut rest = stream;
    while let (Ok(kind), Ok(length)) = (u16_at(rest, 0), u16_at(rest, 2)) {
        let length = usize::from(length);
        if kind == 0x0200 && (14..=16).contains(&length) {
            let (first, last) = (u32_at(rest, 4)?, u32_at(rest, 8)?);
            let (left, right) = (u16_at(rest, 12)?, u16_at(rest, 14)?);
            if last > 65_536 || right > 256 || last > 0 && (first >= last || right > 0 && left >= right) {
                return Err(broken("dimensions"));
            }
        }
        rest = rest.get(4 + length..).unwrap_or_default();
    }
    Ok(())
}

impl File<'_> {
    fn sector(&self, id: u32) -> &[u8] {
        let size = 1_usize << self.shift;
        let start = (id as usize).saturating_add(1).saturating_mul(size);
        let end = start.saturating_add(size).min(self.bytes.len());
        self.bytes.get(start..end).unwrap_or_default()
    }

    /// The table of sectors: for each, the one that follows it.
    fn load_table(&mut self) -> Result<(), Trouble> {
        let mut ids: Vec<u32> = numbers(self.bytes.get(76..512).ok_or_else(|| broken("header"))?).collect();
        let mut next = u32_at(self.bytes, 68)?;
        let mut seen = 0;
        while next <= LAST_SECTOR {
            seen += 1;
            if seen > self.bytes.len() >> self.shift || self.sector(next).is_empty() {
                return Err(broken("sector table"));
            }
            ids.extend(numbers(self.sector(next)));
            next = ids.pop().unwrap_or(END_OF_CHAIN);
        }
        let table: Vec<u32> =
            ids.iter().filter(|id| **id <= LAST_SECTOR).flat_map(|id| numbers(self.sector(*id))).collect();
        self.table = table;
        Ok(())
    }

    /// The sectors of a chain, all of which lie in the file.
    fn chain(&self, start: u32) -> Result<Vec<u32>, Trouble> {
        let chain = walk(&self.table, start)?;
        if chain.iter().any(|id| self.sector(*id).is_empty()) { Err(broken("truncated")) } else { Ok(chain) }
    }

    fn entries(&self) -> Result<Vec<Entry>, Trouble> {
        let chain = self.chain(u32_at(self.bytes, 48)?)?;
        let mut entries = Vec::new();
        for raw in chain.iter().flat_map(|sector| self.sector(*sector).chunks_exact(128)) {
            let name = raw.chunks_exact(2).take(32).map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
            let name = String::from_utf16_lossy(&name.take_while(|unit| *unit != 0).collect::<Vec<_>>());
            entries.push(Entry { name, start: u32_at(raw, 116)?, size: u32_at(raw, 120)? as usize });
        }
        Ok(entries)
    }
}

/// The members of a chain, which must come to an end.
fn walk(table: &[u32], start: u32) -> Result<Vec<u32>, Trouble> {
    let mut chain = Vec::new();
    let mut next = start;
    while next <= LAST_SECTOR {
        if chain.len() >= table.len() {
            return Err(broken("chain without end"));
        }
        chain.push(next);
        next = *table.get(next as usize).ok_or_else(|| broken("chain beyond the end"))?;
    }
    Ok(chain)
}

fn broken(what: &str) -> Trouble {
    Trouble::damaged(format!("compound file: {what}"))
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
}

fn u16_at(bytes: &[u8], place: usize) -> Result<u16, Trouble> {
    match bytes.get(place..place + 2) {
        Some(&[a, b]) => Ok(u16::from_le_bytes([a, b])),
        _ => Err(broken("truncated")),
    }
}

fn u32_at(bytes: &[u8], place: usize) -> Result<u32, Trouble> {
    match bytes.get(place..place + 4) {
        Some(&[a, b, c, d]) => Ok(u32::from_le_bytes([a, b, c, d])),
        _ => Err(broken("truncated")),
    }
}
