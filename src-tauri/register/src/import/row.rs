//! One row of a sheet, read by the meanings of its columns.

use std::borrow::Cow;
use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use super::CellText;
use super::dates::read_date;
use super::flags::{Status, read_flag, read_status};
use super::meaning::{Meaning, Target};
use super::numbers::{Counted, read_count, read_money, unit_named};
use super::offered::REASON;
use super::origins::{self, RowOrigin};
use super::recognise::{self, Recognised};
use super::workbook::{Cell, Merged, Sheet};
use crate::fault::{ESTIMATE, Fault, FaultCode};
use crate::things::{self, Dimension, Field, Kind, LARGEST_COUNT, Thing, Value, Values, Vocabulary};

/// The reason of a row that is 作废 and does not say why.
const WITHDRAWN_AT_IMPORT: &str = "导入时已作废";

/// What stands between words and never within one.
const SEPARATORS: [char; 19] =
    ['、', '，', ',', ';', '；', '/', '／', '\\', '|', '｜', '\n', '\r', '\t', '＋', '+', '&', '＆', '·', '。'];

/// Stands in a field for a word that the vocabulary does not have yet.
const NOT_YET: i64 = 0;

/// A sheet under its meanings.
pub(super) struct Reading<'a> {
    recognised: &'a Recognised,
    sheet: &'a Sheet,
    today: NaiveDate,
    /// The headings of satisfaction in degrees, where none has their total.
    degrees: Vec<&'a str>,
    /// Cells merged over several rows, by the rows that they cover.
    merged: HashMap<u32, Vec<&'a Merged>>,
    /// The column that says where each row stood before.
    origin: Option<usize>,
}

/// What a row says. Faults name the heading of their column.
pub(super) struct Read {
    pub values: Values,
    /// The reason, where the row is 作废.
    pub withdrawn: Option<String>,
    /// Words that the vocabulary lacks, in the order of columns.
    pub unknown: Vec<UnknownWord>,
    /// In the order of columns.
    pub refusals: Vec<Fault>,
    pub warnings: Vec<Fault>,
}

/// A word of a row that the vocabulary lacks.
pub(super) struct UnknownWord {
    pub field: &'static Field,
    pub dimension: Dimension,
    pub name: String,
}

impl<'a> Reading<'a> {
    pub fn new(sheet: &'a Sheet, recognised: &'a Recognised, today: NaiveDate) -> Reading<'a> {
        let mut merged: HashMap<u32, Vec<&Merged>> = HashMap::new();
        for region in &sheet.merged {
            if region.last_row > region.first_row && region.first_row > sheet.number(recognised.header) {
                for row in region.first_row..=region.last_row {
                    merged.entry(row).or_default().push(region);
                }
            }
        }
        let origin = recognised.columns.iter().position(|meaning| *meaning == Meaning::Origin);
        Reading { recognised, sheet, today, degrees: recognise::degrees(recognised), merged, origin }
    }

    /// Headings that mean nothing to us: their columns are not imported.
    pub fn unknown_headings(&self) -> impl Iterator<Item = &String> {
        let columns = self.recognised.columns.iter().zip(&self.recognised.headings);
        columns.filter(|(meaning, _)| **meaning == Meaning::Unknown).map(|(_, heading)| heading)
    }

    /// The cells of a row, where cells merged over several rows have their value in each of them, numbers in the
    /// first alone; and a word on each merger that begins here.
    pub fn cells(&self, index: usize) -> (Cow<'a, [Cell]>, Vec<Fault>) {
        let row = self.sheet.rows.get(index).map(Vec::as_slice).unwrap_or_default();
        let number = self.sheet.number(index);
        let Some(regions) = self.merged.get(&number) else { return (Cow::Borrowed(row), Vec::new()) };
        let mut cells = row.to_vec();
        let mut told = Vec::new();
        for region in regions {
            let first = (region.first_row - self.sheet.first_row) as usize;
            let value = self.sheet.cell(first, region.first_column);
            let Meaning::Field(key) = self.meaning(region.first_column) else { continue };
            if value.is_empty() {
                continue;
            }
            let counts = self.thing().field(key).is_some_and(|field| matches!(field.kind, Kind::Count | Kind::Money));
            if counts {
                if number == region.first_row {
                    let fault = Fault::new(FaultCode::MergedCell, self.heading(region.first_column), value.to_text());
                    told.push(fault.with(number));
                } else if let Some(cell) = cells.get_mut(region.first_column) {
                    *cell = Cell::Empty;
                }
                // A row without a quantity would be counted as one.
                if number != region.first_row && key == "quantity" && !row.is_empty() {
                    cells.resize(cells.len().max(region.first_column + 1), Cell::Empty);
                    cells[region.first_column] = Cell::Number(0.0);
                }
                continue;
            }
            if cells.len() <= region.first_column {
                cells.resize(region.first_column + 1, Cell::Empty);
            }
            cells[region.first_column] = value.clone();
            if number == region.first_row {
                told.push(Fault::new(FaultCode::MergedCell, self.heading(region.first_column), value.to_text()));
            }
        }
        (Cow::Owned(cells), told)
    }

    /// Whether nothing stands in the columns that matter: a blank line, or one with a running number alone.
    pub fn is_blank(&self, cells: &[Cell]) -> bool {
        cells.iter().enumerate().all(|(column, cell)| {
            let matters =
                matches!(self.meaning(column), Meaning::Field(_) | Meaning::Status | Meaning::WithdrawnReason);
            !matters || cell.to_text().trim().is_empty()
        })
    }

    /// The row by its headings, so that it can be read again without the titles above: days in full.
    pub fn texts(&self, cells: &[Cell], values: &Values) -> Vec<CellText> {
        let named = self.recognised.headings.iter().enumerate();
        let ours = |column: usize, heading: &String| heading == REASON || Some(column) == self.origin;
        let named = named.filter(|(column, heading)| !heading.is_empty() && !ours(*column, heading));
        let text = |column: usize| cells.get(column).map(Cell::to_text).unwrap_or_default();
        let day = |column: usize| match self.meaning(column) {
            Meaning::Field(key) => values.date(key),
            Meaning::Status
            | Meaning::WithdrawnReason
            | Meaning::Serial
            | Meaning::Origin
            | Meaning::Ignored
            | Meaning::Unknown => None,
        };
        let value = |column| day(column).map_or_else(|| text(column), |day| day.to_string());
        named.map(|(column, heading)| CellText { column: heading.clone(), value: value(column) }).collect()
    }

    /// Where the row stood each time that it was given out to be mended.
    pub fn origins(&self, cells: &[Cell]) -> Vec<RowOrigin> {
        let cell = self.origin.and_then(|column| cells.get(column));
        cell.map(|cell| origins::read(&cell.to_text())).unwrap_or_default()
    }

    pub fn read(&self, cells: &[Cell], vocabulary: &Vocabulary) -> Read {
        let mut row = RowReader {
            reading: self,
            vocabulary,
            read: Read {
                values: Values::new(self.thing()),
                withdrawn: None,
                unknown: Vec::new(),
                refusals: Vec::new(),
                warnings: Vec::new(),
            },
            faulty: Vec::new(),
            counted_in: None,
        };
        for column in 0..self.recognised.columns.len() {
            row.column(column, cells.get(column).unwrap_or(&Cell::Empty));
        }
        row.finish()
    }

    pub fn thing(&self) -> Thing {
        self.recognised.target.thing()
    }

    fn meaning(&self, column: usize) -> Meaning {
        self.recognised.columns.get(column).copied().unwrap_or(Meaning::Ignored)
    }

    fn heading(&self, column: usize) -> &str {
        self.recognised.headings.get(column).map_or("", String::as_str)
    }

    /// The column of a field; beyond the last where the sheet has none.
    fn column_of(&self, key: &str) -> usize {
        let columns = &self.recognised.columns;
        columns
            .iter()
            .position(|meaning| *meaning == Meaning::Field(key_of(self.thing(), key)))
            .unwrap_or(columns.len())
    }

    /// A field as the sheet calls it.
    fn name_of(&self, key: &str) -> String {
        let column = self.column_of(key);
        match self.recognised.headings.get(column) {
            Some(heading) if column < self.recognised.columns.len() => heading.clone(),
            _ => self.thing().field(key).map_or(key, |field| field.label).to_owned(),
        }
    }
}

fn key_of(thing: Thing, key: &str) -> &'static str {
    thing.field(key).map_or("", |field| field.key)
}

struct RowReader<'r, 'a> {
    reading: &'r Reading<'a>,
    vocabulary: &'r Vocabulary,
    read: Read,
    /// Fields that have a fault of their own; the rules of the thing need not speak of them again.
    faulty: Vec<(usize, &'static str)>,
    /// The unit written behind the quantity, and the cell.
    counted_in: Option<(&'static str, String)>,
}

impl RowReader<'_, '_> {
    fn column(&mut self, column: usize, cell: &Cell) {
        let reading = self.reading;
        let heading = reading.heading(column);
        match reading.meaning(column) {
            Meaning::Field(key) => {
                if let Some(field) = reading.thing().field(key)
                    && let Err(fault) = self.field(field, heading, cell)
                {
                    self.faulty.push((column, field.key));
                    self.read.refusals.push(fault);
                }
            }
            Meaning::Status => match read_status(cell, heading) {
                Status::InForce => {}
                Status::Withdrawn(reason) => {
                    let reason = self.read.withdrawn.take().filter(|known| !known.is_empty()).unwrap_or(reason);
                    self.read.withdrawn = Some(reason);
                }
                Status::Unknown(word) => {
                    self.read.warnings.push(Fault::new(FaultCode::StatusUnknown, heading, word));
                }
            },
            Meaning::WithdrawnReason => {
                let reason = cell.to_text().trim().to_owned();
                if !reason.is_empty() {
                    self.read.withdrawn = Some(reason);
                }
            }
            Meaning::Serial | Meaning::Origin | Meaning::Ignored | Meaning::Unknown => {}
        }
    }

    fn field(&mut self, field: &'static Field, heading: &str, cell: &Cell) -> Result<(), Fault> {
        let fault = |(code, value): (FaultCode, String)| Fault::new(code, heading, value);
        match cell {
            Cell::Error(_) => return Err(fault((FaultCode::CellError, cell.to_text()))),
            Cell::FormulaWithoutValue(_) => return Err(fault((FaultCode::FormulaWithoutValue, cell.to_text()))),
            Cell::Empty | Cell::Text(_) | Cell::Number(_) | Cell::Day(_) | Cell::Flag(_) => {}
        }
        let value = match field.kind {
            // A spreadsheet keeps fifteen digits of a number.
            Kind::Text { .. } if matches!(cell, Cell::Number(number) if number.abs() >= 1e15) => {
                return Err(fault((FaultCode::DigitsLost, cell.to_text())));
            }
            Kind::Text { .. } => Value::Text(cell.to_text().trim().to_owned()),
            Kind::Date => match read_date(cell, self.reading.recognised.year).map_err(fault)? {
                Some(day) => {
                    self.unlikely(heading, cell, day);
                    Value::Date(day)
                }
                None => Value::Empty,
            },
            Kind::Flag => read_flag(cell).map_err(fault)?.map_or(Value::Empty, Value::Flag),
            Kind::Money => match read_money(cell, heading) {
                Ok(fen) => fen.map_or(Value::Empty, Value::Number),
                Err((FaultCode::NumberTooLarge, value)) => {
                    return Err(fault((FaultCode::NumberTooLarge, value)).with(format!("{}元", LARGEST_COUNT / 100)));
                }
                Err(other) => return Err(fault(other)),
            },
            Kind::Count => match read_count(cell) {
                Ok(Some(counted)) => self.counted(field, heading, cell, counted)?,
                Ok(None) => Value::Empty,
                Err(other) => {
                    let detail = match other.0 {
                        FaultCode::NumberTooLarge => LARGEST_COUNT.to_string(),
                        FaultCode::NumberUnreadable if self.may_estimate() => ESTIMATE.to_owned(),
                        _ => String::new(),
                    };
                    return Err(fault(other).with(detail));
                }
            },
            Kind::Term { dimension } => self.word(field, dimension, cell.to_text().trim()),
            Kind::Channels => self.channels(field, &cell.to_text()),
        };
        self.read.values.set(field.key, value);
        Ok(())
    }

    fn unlikely(&mut self, heading: &str, cell: &Cell, day: NaiveDate) {
        let fault = || Fault::new(FaultCode::DateUnlikely, heading, cell.to_text());
        match self.reading.recognised.year {
            Some(year) if day.year().abs_diff(year) > 1 => self.read.warnings.push(fault().with(year)),
            _ if day > self.reading.today => self.read.warnings.push(fault()),
            _ => {}
        }
    }

    /// Only a reply can say that its quantity is an estimate; elsewhere the number would be counted as if exact.
    fn may_estimate(&self) -> bool {
        self.reading.thing() == Thing::Reply
    }

    fn counted(&mut self, field: &Field, heading: &str, cell: &Cell, counted: Counted) -> Result<Value, Fault> {
        let fault = || Fault::new(FaultCode::NumberUnreadable, heading, cell.to_text());
        if let Some(unit) = counted.unit {
            if field.key == "quantity" {
                self.counted_in = Some((unit, cell.to_text()));
            } else if !units_of(field.key).contains(&unit) {
                return Err(fault().with(unit));
            }
        }
        if counted.estimate {
            if !self.may_estimate() {
                return Err(fault());
            }
            self.read.values.set("is_estimate", Value::Flag(true));
            let marked = Fault::new(FaultCode::EstimateMarked, heading, cell.to_text()).with(counted.number);
            self.read.warnings.push(marked);
        }
        Ok(Value::Number(counted.number))
    }

    /// The unit of a quantity: as its column or the heading says, else as written behind the number, else the usual
    /// one. Two that differ refuse the row, as a figure would count it wrongly.
    fn unit(&mut self) {
        let reading = self.reading;
        let Some(unit) = reading.thing().field("unit") else { return };
        let stated = match self.read.values.get("unit") {
            Value::Number(id) if *id != NOT_YET => self.vocabulary.get(*id).map(|term| term.name.clone()),
            Value::Number(_) => {
                let word = self.read.unknown.iter().find(|word| word.field.key == "unit");
                word.map(|word| word.name.clone())
            }
            _ => None,
        };
        let known = stated.clone().or(reading.recognised.unit.map(str::to_owned));
        let written = self.counted_in.take().map(|(written, cell)| match written {
            // 次 of a day of answers are people who asked.
            "次" if reading.recognised.target == Target::DayCounts => ("人次", cell),
            written => (unit_named(written), cell),
        });
        if let (Some((written, cell)), Some(known)) = (&written, &known)
            && unit_named(known) != *written
        {
            let column = reading.column_of("quantity");
            let fault = Fault::new(FaultCode::UnitContradicts, reading.heading(column), cell).with(known);
            self.faulty.push((column, "quantity"));
            self.read.refusals.push(fault);
        }
        if stated.is_none() {
            let written = written.map(|(written, _)| written);
            let name = reading.recognised.unit.or(written).unwrap_or(usual_unit(reading.recognised.target));
            let value = self.word(unit, Dimension::Unit, name);
            self.read.values.set("unit", value);
        }
    }

    fn word(&mut self, field: &'static Field, dimension: Dimension, name: &str) -> Value {
        if matches!(name, "" | "/" | "-" | "—" | "——" | "无") {
            return Value::Empty;
        }
        if let Some(id) = self.vocabulary.id_as_typed(dimension, name) {
            return Value::Number(id);
        }
        let warning = |code| Fault::new(code, self.reading.name_of(field.key), name);
        let held = self.vocabulary.held_in(dimension, name);
        // These lists are closed: what is one of their words with an addition is that word.
        if let ([term], Dimension::Outcome | Dimension::CaseKind) = (held.as_slice(), dimension) {
            self.read.warnings.push(warning(FaultCode::TermTaken).with(&term.name));
            return Value::Number(term.id);
        }
        let parts = match field.kind {
            Kind::Channels => Vec::new(),
            _ => self.known_parts(dimension, name),
        };
        if parts.len() > 1 {
            self.read.warnings.push(warning(FaultCode::SeveralTerms).with(parts.join("、")));
        } else if let Some(near) = held.first().copied().or_else(|| self.vocabulary.holding(dimension, name)) {
            self.read.warnings.push(warning(FaultCode::TermNear).with(&near.name));
        }
        self.read.unknown.push(UnknownWord { field, dimension, name: name.to_owned() });
        Value::Number(NOT_YET)
    }

    /// The parts of a text that are known words, each once, where all of them are.
    fn known_parts<'t>(&self, dimension: Dimension, text: &'t str) -> Vec<&'t str> {
        // Signs that also stand within words.
        let loose = |c: char| c.is_whitespace() || matches!(c, '-' | '－' | '和' | '及' | '与');
        let known = |part: &&str| self.vocabulary.id_as_typed(dimension, part).is_some();
        let parts = |text: &'t str| text.split(SEPARATORS).map(str::trim).filter(|part| !part.is_empty());
        let mut found: Vec<&str> = Vec::new();
        for part in parts(text) {
            let pieces: Vec<&str> = match known(&part) {
                true => vec![part],
                false => part.split(loose).filter(|piece| !piece.is_empty()).collect(),
            };
            if !pieces.iter().all(known) {
                return Vec::new();
            }
            pieces.into_iter().for_each(|piece| {
                if !found.contains(&piece) {
                    found.push(piece);
                }
            });
        }
        found
    }

    /// A part of a cell, or the channels that stand in it with signs between them that may also be within a name.
    fn channels_in<'t>(&self, part: &'t str) -> Vec<&'t str> {
        let known = self.known_parts(Dimension::Channel, part);
        if known.is_empty() { vec![part] } else { known }
    }

    /// Several channels in one cell, unless the whole is itself the name of one.
    fn channels(&mut self, field: &'static Field, text: &str) -> Value {
        let whole = text.trim();
        let names: Vec<&str> = match self.vocabulary.id_as_typed(Dimension::Channel, whole) {
            Some(_) => vec![whole],
            None => whole.split(SEPARATORS).map(str::trim).flat_map(|part| self.channels_in(part)).collect(),
        };
        let mut ids = Vec::new();
        for name in names {
            if let Value::Number(id) = self.word(field, Dimension::Channel, name)
                && (id == NOT_YET || !ids.contains(&id))
            {
                ids.push(id);
            }
        }
        Value::Terms(ids)
    }

    /// A row in force that says in words that it is not.
    fn withdrawn_in_text(&mut self) {
        if self.read.withdrawn.is_some() {
            return;
        }
        let reading = self.reading;
        for key in [reading.thing().title_field(), "remarks"] {
            let Value::Text(text) = self.read.values.get(key) else { continue };
            if let Some(word) = ["作废", "已撤回", "已撤销"].into_iter().find(|word| text.contains(word)) {
                let fault = Fault::new(FaultCode::WithdrawnInText, reading.name_of(key), text).with(word);
                self.read.warnings.push(fault);
                return;
            }
        }
    }

    /// Which degrees of satisfaction add up to 满意 is not ours to say.
    fn degrees(&mut self) {
        let reading = self.reading;
        let column = reading.column_of("satisfied");
        if reading.degrees.is_empty() || self.faulty.iter().any(|(faulty, _)| *faulty == column) {
            return;
        }
        let fault = Fault::new(FaultCode::SatisfiedInDegrees, reading.heading(column), "");
        self.faulty.push((column, "satisfied"));
        self.read.refusals.push(fault.with(reading.degrees.join("、")));
    }

    /// What goes without saying, then the rules of the thing.
    fn finish(mut self) -> Read {
        let reading = self.reading;
        if reading.recognised.target == Target::DayCounts {
            self.read.values.set("is_day_count", Value::Flag(true));
        }
        self.unit();
        if self.read.withdrawn.as_deref().is_some_and(str::is_empty) {
            let status = reading.recognised.columns.iter().position(|meaning| *meaning == Meaning::Status);
            let heading = reading.heading(status.unwrap_or(usize::MAX));
            let fault = Fault::new(FaultCode::WithdrawnWithoutReason, heading, "").with(WITHDRAWN_AT_IMPORT);
            self.read.warnings.push(fault);
            self.read.withdrawn = Some(WITHDRAWN_AT_IMPORT.to_owned());
        }
        self.withdrawn_in_text();
        self.degrees();
        let (refusals, warnings) = things::check(&mut self.read.values);
        let mut placed: Vec<(usize, Fault)> =
            self.faulty.iter().map(|(column, _)| *column).zip(std::mem::take(&mut self.read.refusals)).collect();
        for fault in refusals {
            if self.faulty.iter().all(|(_, key)| *key != fault.column) {
                placed.push((reading.column_of(&fault.column), in_headings(reading, fault)));
            }
        }
        placed.sort_by_key(|(column, _)| *column);
        self.read.refusals = placed.into_iter().map(|(_, fault)| fault).collect();
        self.read.warnings.extend(warnings.into_iter().map(|fault| in_headings(reading, fault)));
        self.read
    }
}

/// A fault that names fields by their keys, in the words of the sheet.
fn in_headings(reading: &Reading, mut fault: Fault) -> Fault {
    fault.column = reading.name_of(&fault.column);
    if reading.thing().field(&fault.detail).is_some() {
        fault.detail = reading.name_of(&fault.detail);
    }
    fault
}

/// What a count without a unit of its own may be counted in.
fn units_of(key: &str) -> &'static [&'static str] {
    match key {
        "copies" => &["份", "本", "册", "套"],
        "attendance" => &["人", "人次", "名", "位"],
        // Questionnaires, and those who filled them in.
        _ => &["份", "张", "票", "人", "人次", "名", "位"],
    }
}

fn usual_unit(target: Target) -> &'static str {
    match target {
        Target::DayCounts => "人次",
        Target::Thing(Thing::Material) => "份",
        Target::Thing(
            Thing::Publication | Thing::Meeting | Thing::Reply | Thing::Request | Thing::Evaluation | Thing::CaseFile,
        ) => "件",
    }
}

impl Read {
    /// Where words may not be added, they refuse their row.
    pub fn refuse_unknown_words(&mut self, reading: &Reading) {
        for word in &self.unknown {
            let heading = reading.name_of(word.field.key);
            self.refusals.push(Fault::new(FaultCode::TermUnknown, heading, &word.name));
        }
    }
}

impl UnknownWord {
    /// Takes out what stands for the word.
    pub fn leave_out(&self, values: &mut Values) {
        match values.get(self.field.key).clone() {
            Value::Terms(mut ids) => {
                ids.retain(|known| *known != NOT_YET);
                values.set(self.field.key, Value::Terms(ids));
            }
            _ => values.set(self.field.key, Value::Empty),
        }
    }

    /// Puts the word, now that it has a number, where it was missing.
    pub fn settle(&self, values: &mut Values, id: i64) {
        match values.get(self.field.key).clone() {
            Value::Terms(mut ids) => {
                ids.retain(|known| *known != NOT_YET);
                ids.push(id);
                values.set(self.field.key, Value::Terms(ids));
            }
            _ => values.set(self.field.key, Value::Number(id)),
        }
    }
}
