//! Which ledger a sheet is, where its header stands, and what its columns mean.

mod rows;

use super::dictionary::{self, Entry};
use super::meaning::{Meaning, Target};
use super::workbook::Sheet;
use crate::things::Thing;
use crate::typed::{Cell, plain, year_in, years_in};

pub(super) use rows::{is_another_header, is_header_again, is_total};

/// A sheet as understood.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Recognised {
    pub target: Target,
    /// Where the header stands in the sheet's rows; of a header of two rows, the lower.
    pub header: usize,
    /// One for each column of the header.
    pub columns: Vec<Meaning>,
    /// The headings as written, one for each column.
    pub headings: Vec<String>,
    /// The year that titles, the sheet's name or the file's name state.
    pub year: Option<i32>,
    /// The unit that the heading of the quantity states: 人次, 件, 本, 份.
    pub unit: Option<&'static str>,
}

/// How far down a header may stand, under titles and notes.
const TITLE_ROWS: usize = 30;

/// What the sheet is; none where no header is found.
pub(crate) fn recognise(sheet: &Sheet, file_stem: &str) -> Option<Recognised> {
    // Points that a sheet must earn: two columns that tell, or one with three common ones.
    const ENOUGH: i32 = 40;
    let mut best: Option<(Fit, Header)> = None;
    for header in headers(sheet) {
        for target in Target::ALL {
            let fit = fit(&header.headings, target).with_hint(sheet, &header);
            let better = best.as_ref().is_none_or(|(best, _)| fit.score > best.score);
            if fit.score >= ENOUGH && fit.has_what_is_needed() && better {
                best = Some((fit, header.clone()));
            }
        }
    }
    best.map(|(fit, header)| fit.recognised(sheet, header, file_stem))
}

/// The sheet as the given target. The header is sought where no row is given; `header_row` is the workbook's own
/// number. None where there is no such row, or no header is found.
pub(crate) fn read_as(sheet: &Sheet, file_stem: &str, target: Target, header_row: Option<u32>) -> Option<Recognised> {
    let best = |headers: Vec<Header>| {
        let fits = headers.into_iter().map(|header| (fit(&header.headings, target), header));
        // Of equals the first: the header rather than a row below that repeats it.
        fits.reduce(|best, other| if other.0.score > best.0.score { other } else { best })
    };
    let (fit, header) = match header_row {
        None => best(headers(sheet).collect()).filter(|(fit, _)| fit.fields() >= 2)?,
        Some(number) => {
            let row = usize::try_from(number.checked_sub(sheet.first_row)?).ok()?;
            sheet.rows.get(row)?;
            let upper = row.checked_sub(1).and_then(|upper| Header::of_two(sheet, upper));
            let choices = [Some(Header::of_one(sheet, row)), upper, Header::of_two(sheet, row)];
            best(choices.into_iter().flatten().collect())?
        }
    };
    Some(fit.recognised(sheet, header, file_stem))
}

/// Headings and nothing else in the first row that is filled: of no ledger for sure, and of none but known fields.
pub(super) fn headings_alone(sheet: &Sheet) -> Option<Recognised> {
    let row = sheet.rows.iter().position(|row| !row.is_empty())?;
    let header = Header::of_one(sheet, row);
    let fits = Target::ALL.into_iter().map(|target| fit(&header.headings, target)).filter(|fit| {
        let (thing, known) = (fit.target.thing(), !fit.columns.contains(&Meaning::Unknown));
        known && fit.fields() >= 2 && (fit.has(thing.title_field()) || fit.has(thing.date_field()))
    });
    // Of equals the first.
    let best = fits.reduce(|best, other| if other.score > best.score { other } else { best })?;
    Some(best.recognised(sheet, header, ""))
}

/// A heading as written, on one line.
pub(crate) fn heading(cell: &Cell) -> String {
    cell.to_text().split_whitespace().collect()
}

/// What is looked for, in few words, for sentences of failure.
pub(crate) fn sought() -> String {
    "信息名称、公开日期；会议名称、召开日期；收件日期、事由；日期、渠道、人次；资料名称、发放日期；收到日期、申请内容；有效问卷、满意份数；受理机关、案件类别"
        .to_owned()
}

/// One row, or two with merged groups, read as a header.
#[derive(Clone)]
struct Header {
    /// The upper row, above which titles stand.
    top: usize,
    row: usize,
    headings: Vec<Heading>,
}

#[derive(Clone, Default)]
struct Heading {
    shown: String,
    /// As compared: without blanks, brackets and signs.
    key: String,
    /// With the words of the group above: 答复 over 日期.
    grouped: Option<String>,
}

fn headers(sheet: &Sheet) -> impl Iterator<Item = Header> {
    let rows = 0..sheet.rows.len().min(TITLE_ROWS);
    let texts = |row: usize| {
        let cells = sheet.rows.get(row).map(Vec::as_slice).unwrap_or_default();
        cells.iter().filter(|cell| matches!(cell, Cell::Text(_))).count()
    };
    rows.filter(move |row| texts(*row) >= 2)
        .flat_map(move |row| [Some(Header::of_one(sheet, row)), Header::of_two(sheet, row)].into_iter().flatten())
}

impl Header {
    fn of_one(sheet: &Sheet, row: usize) -> Header {
        let cells = sheet.rows.get(row).map(Vec::as_slice).unwrap_or_default();
        Header { top: row, row, headings: cells.iter().map(|cell| Heading::new(cell, None)).collect() }
    }

    /// This row as groups and the next as what they contain; a column without a lower heading has its upper one.
    fn of_two(sheet: &Sheet, upper: usize) -> Option<Header> {
        let (above, below) = (sheet.rows.get(upper)?, sheet.rows.get(upper + 1)?);
        let is_text = |cell: &Cell| matches!(cell, Cell::Text(_) | Cell::Empty);
        if !above.iter().chain(below).all(is_text) {
            return None;
        }
        let mut headings = Vec::new();
        let (mut from_above, mut from_below) = (0, 0);
        let mut group = &Cell::Empty;
        for column in 0..above.len().max(below.len()) {
            let (high, low) = (sheet.cell(upper, column), sheet.cell(upper + 1, column));
            if !high.is_empty() {
                group = high;
            }
            if low.is_empty() {
                from_above += usize::from(!high.is_empty());
                headings.push(Heading::new(high, None));
            } else {
                from_below += 1;
                headings.push(Heading::new(low, Some(group)));
            }
        }
        if from_above == 0 || from_below == 0 {
            return None;
        }
        // Two columns 日期 are told apart by their groups.
        let shown: Vec<String> = headings.iter().map(|heading| heading.shown.clone()).collect();
        for heading in &mut headings {
            let twice = shown.iter().filter(|other| **other == heading.shown).count() > 1;
            if let (true, Some(grouped)) = (twice, &heading.grouped) {
                heading.shown = grouped.clone();
            }
        }
        Some(Header { top: upper, row: upper + 1, headings })
    }
}

impl Heading {
    fn new(cell: &Cell, group: Option<&Cell>) -> Heading {
        let shown = heading(cell);
        let key = normalised(&shown);
        let grouped = group.filter(|group| !group.is_empty()).map(|group| normalised(&heading(group)) + &key);
        Heading { shown, key, grouped }
    }
}

/// A heading as it is compared: half-width, without blanks, what is in brackets, asterisks and colons.
fn normalised(heading: &str) -> String {
    let heading: String = plain(heading).to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let mut depth = 0_usize;
    let mut out = String::new();
    for c in heading.chars() {
        match c {
            '(' | '[' | '【' | '〔' | '{' | '<' | '《' => depth += 1,
            ')' | ']' | '】' | '〕' | '}' | '>' | '》' => depth = depth.saturating_sub(1),
            '*' | ':' | '☆' | '★' | '※' | '"' | '“' | '”' | '\'' => {}
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    let numbered = out.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['.', '、']);
    let out = if numbered.is_empty() { out.as_str() } else { numbered };
    let out = out.trim_end_matches(['。', '.', ',', ';', '、', '?', '!']);
    if out.is_empty() { heading } else { out.to_owned() }
}

/// How well headings suit a target, and what they mean then.
struct Fit {
    target: Target,
    score: i32,
    /// Whether a heading, or a word in a title, says more than every ledger does.
    telling: bool,
    columns: Vec<Meaning>,
}

struct Claim {
    strength: i32,
    points: i32,
    column: usize,
    meaning: Meaning,
}

fn fit(headings: &[Heading], target: Target) -> Fit {
    const UNKNOWN_COSTS: i32 = 8;
    let mut claims: Vec<Claim> = Vec::new();
    for (column, heading) in headings.iter().enumerate().filter(|(_, heading)| !heading.key.is_empty()) {
        let claim = |entry: &'static Entry| {
            let (strength, points) = strength(heading, entry)?;
            Some(Claim { strength, points, column, meaning: entry.meaning })
        };
        claims.extend(dictionary::entries(target).filter_map(claim));
    }
    // The surest claim first; between equals the column further left.
    claims.sort_by_key(|claim| (-claim.strength, claim.column));
    let blank = |heading: &Heading| if heading.key.is_empty() { Meaning::Ignored } else { Meaning::Unknown };
    let mut columns: Vec<Meaning> = headings.iter().map(blank).collect();
    let (mut score, mut telling) = (0, false);
    for claim in claims {
        let once = !matches!(claim.meaning, Meaning::Serial | Meaning::Ignored);
        let taken = once && columns.contains(&claim.meaning);
        if let Some(column) = columns.get_mut(claim.column)
            && *column == Meaning::Unknown
            && !taken
        {
            *column = claim.meaning;
            score += claim.points;
            telling |= claim.points > 10;
        }
    }
    let unknown = columns.iter().filter(|meaning| **meaning == Meaning::Unknown).count();
    score -= UNKNOWN_COSTS * i32::try_from(unknown).unwrap_or(i32::MAX / UNKNOWN_COSTS);
    Fit { target, score, telling, columns }
}

/// How surely a heading has a meaning, and what that is worth for the kind of sheet.
fn strength(heading: &Heading, entry: &Entry) -> Option<(i32, i32)> {
    let named = |key: &str| {
        let place = entry.names().position(|name| name == key)?;
        Some(entry.weight * 100 - i32::try_from(place.min(99)).unwrap_or(99))
    };
    if let Some(sure) = heading.grouped.as_deref().and_then(named) {
        return Some((1500 + sure, entry.weight * 10));
    }
    if let Some(sure) = named(&heading.key) {
        return Some((1000 + sure, entry.weight * 10));
    }
    // 信息名称/标题: one of the two.
    let part = heading.key.split(['/', '、', '或', '及', '和']).filter(|part| *part != heading.key).find_map(named);
    if let Some(sure) = part {
        return Some((500 + sure, entry.weight * 10));
    }
    // Sentences are no headings.
    let foreseen = heading.key.chars().count() <= 16 && entry.foresees(&heading.key);
    foreseen.then_some((entry.weight * 50, entry.weight * 7))
}

impl Fit {
    /// Words in the sheet's name or its titles speak a little for a kind.
    fn with_hint(mut self, sheet: &Sheet, header: &Header) -> Fit {
        const HINT: i32 = 15;
        let hints = dictionary::hints(self.target);
        let hinted = |text: &str| hints.iter().any(|hint| text.contains(hint));
        let titles = sheet.rows.iter().take(header.top).flatten();
        if hinted(&sheet.name) || titles.into_iter().any(|cell| matches!(cell, Cell::Text(text) if hinted(text))) {
            self.score += HINT;
            self.telling = true;
        }
        self
    }

    fn has(&self, key: &str) -> bool {
        self.columns.iter().any(|meaning| matches!(meaning, Meaning::Field(field) if *field == key))
    }

    fn has_what_is_needed(&self) -> bool {
        self.telling && dictionary::needed(self.target).iter().all(|group| group.iter().any(|key| self.has(key)))
    }

    fn fields(&self) -> usize {
        self.columns.iter().filter(|meaning| matches!(meaning, Meaning::Field(_))).count()
    }

    fn recognised(mut self, sheet: &Sheet, mut header: Header, file_stem: &str) -> Recognised {
        for column in self.attributes(sheet, header.row) {
            if let Some(heading) = header.headings.get_mut(column) {
                (heading.key, heading.grouped) = ("是否公开".to_owned(), None);
            }
            self = fit(&header.headings, self.target);
        }
        let quantity = self.columns.iter().position(|meaning| *meaning == Meaning::Field("quantity"));
        let unit = quantity.and_then(|column| header.headings.get(column)).and_then(|heading| unit_in(&heading.shown));
        Recognised {
            target: self.target,
            header: header.row,
            columns: self.columns,
            headings: header.headings.into_iter().map(|heading| heading.shown).collect(),
            year: year_of(sheet, header.top, file_stem),
            unit,
        }
    }

    /// Under 公开方式 some offices write where, and others 主动公开 or 依申请公开: that is whether.
    fn attributes(&self, sheet: &Sheet, header: usize) -> Vec<usize> {
        const ATTRIBUTES: [&str; 7] =
            ["主动公开", "依申请公开", "不予公开", "免予公开", "不公开", "依申请", "不主动公开"];
        const LOOKED_AT: usize = 50;
        let says_whether = |column: usize| {
            let below = sheet.rows.iter().skip(header + 1).filter_map(|row| row.get(column));
            let mut values = below.filter(|cell| !cell.is_empty()).take(LOOKED_AT).peekable();
            values.peek().is_some()
                && values.all(|cell| matches!(cell, Cell::Text(text) if ATTRIBUTES.contains(&plain(text).as_str())))
        };
        let publications = self.target == Target::Thing(Thing::Publication);
        let open = |meaning: &Meaning| publications && *meaning != Meaning::Field("is_public");
        let columns = self.columns.iter().enumerate().filter(|(_, meaning)| open(meaning));
        columns.map(|(column, _)| column).filter(|column| says_whether(*column)).collect()
    }
}

/// The headings of satisfaction in degrees, where the column taken as satisfied is one of them and no total.
pub(crate) fn degrees(recognised: &Recognised) -> Vec<&str> {
    let satisfied = recognised.columns.iter().position(|meaning| *meaning == Meaning::Field("satisfied"));
    let Some(taken) = satisfied.and_then(|column| recognised.headings.get(column)) else { return Vec::new() };
    let is_degree = |heading: &&String| dictionary::is_degree(&normalised(heading));
    let degrees: Vec<&str> = recognised.headings.iter().filter(is_degree).map(String::as_str).collect();
    let alone = normalised(taken) == "满意" && degrees.len() < 2;
    if is_degree(&taken) && !alone { degrees } else { Vec::new() }
}

/// The unit that a heading states: 人次, or 数量（份）.
fn unit_in(heading: &str) -> Option<&'static str> {
    let units =
        [("人次", "人次"), ("人数", "人次"), ("件", "件"), ("份", "份"), ("册", "册"), ("套", "套"), ("本", "本")];
    units.into_iter().find(|(word, _)| heading.contains(word)).map(|(_, unit)| unit)
}

/// The year of a ledger: of its titles, else of the sheet's name, else of the file's. A title that names two, as a
/// school year does, says that it is not one.
fn year_of(sheet: &Sheet, header_top: usize, file_stem: &str) -> Option<i32> {
    // The day on which a ledger was filled in or printed is not its year.
    const ASIDE: [&str; 7] = ["填报", "填表", "制表", "打印", "导出", "更新", "报送"];
    for cell in sheet.rows.iter().take(header_top).flatten() {
        let Cell::Text(text) = cell else { continue };
        if ASIDE.iter().any(|word| text.contains(word)) {
            continue;
        }
        match years_in(text).as_slice() {
            [] => {}
            [year] => return Some(*year),
            _ => return None,
        }
    }
    match years_in(&sheet.name).as_slice() {
        [] => year_in(file_stem),
        [year] => Some(*year),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
