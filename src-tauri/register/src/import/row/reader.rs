//! A row read cell by cell, then held against the rules of its thing.

use chrono::{Datelike, NaiveDate};

use super::{NOT_YET, Read, Reading};
use crate::fault::{ESTIMATE, Fault, FaultCode};
use crate::import::flags::{Status, read_flag, read_status};
use crate::import::meaning::{Meaning, Target};
use crate::sensitive;
use crate::things::{self, Dimension, Field, Kind, LARGEST_COUNT, Thing, Value, Vocabulary};
use crate::typed::{Cell, Counted, read_count, read_date, read_money, unit_named};

/// The reason of a row that is 作废 and does not say why.
const WITHDRAWN_AT_IMPORT: &str = "导入时已作废";

pub(super) struct RowReader<'r, 'a> {
    pub reading: &'r Reading<'a>,
    pub vocabulary: &'r Vocabulary,
    pub read: Read,
    /// Fields that have a fault of their own; the rules of the thing need not speak of them again.
    pub faulty: Vec<(usize, &'static str)>,
    /// The unit written behind the quantity, and the cell.
    pub counted_in: Option<(&'static str, String)>,
}

impl RowReader<'_, '_> {
    pub fn column(&mut self, column: usize, cell: &Cell) {
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
            Kind::Text { .. } | Kind::Link { .. } => Value::Text(cell.to_text().trim().to_owned()),
            Kind::Date => match read_date(cell, self.reading.recognised.year).map_err(fault)? {
                Some(day) => {
                    self.unlikely(field, heading, cell, day);
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

    fn unlikely(&mut self, field: &Field, heading: &str, cell: &Cell, day: NaiveDate) {
        let fault = || Fault::new(FaultCode::DateUnlikely, heading, cell.to_text());
        match self.reading.recognised.year {
            Some(year) if day.year().abs_diff(year) > 1 => self.read.warnings.push(fault().with(year)),
            _ if day > self.reading.today && !field.lies_ahead() => self.read.warnings.push(fault()),
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
    pub fn finish(mut self) -> Read {
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
        let (refusals, mut warnings) = things::check(&mut self.read.values);
        warnings.extend(sensitive::against_review(&self.read.values, self.vocabulary));
        warnings.extend(sensitive::told(&self.read.values));
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
        "opinions" | "adopted" | "objections" => &["条", "件", "人", "人次", "份"],
        // Questionnaires, and those who filled them in.
        _ => &["份", "张", "票", "人", "人次", "名", "位"],
    }
}

fn usual_unit(target: Target) -> &'static str {
    match target {
        Target::DayCounts => "人次",
        Target::Thing(Thing::Material) => "份",
        Target::Thing(
            Thing::Publication
            | Thing::Meeting
            | Thing::Reply
            | Thing::Request
            | Thing::Evaluation
            | Thing::CaseFile
            | Thing::Problem
            | Thing::Regulation
            | Thing::Consultation
            | Thing::Notice,
        ) => "件",
    }
}
