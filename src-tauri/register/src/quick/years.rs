//! Days whose year was not typed: one that is nearer in this year, though yet to come, than in the last is asked about.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use serde_json::Value as Json;

use super::{QuickChoice, QuickPart, QuickQuestion, QuickReading};
use crate::error::FieldFault;
use crate::fault::{Fault, FaultCode};
use crate::period::zh_date;
use crate::things::Kind;

/// 12月1日 in November was read as last year's, and may be next month's. In January it is what it seems.
pub(super) fn ask_of_years(reading: &mut QuickReading, text: &str, today: NaiveDate) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let asked = reading.parts.iter().filter_map(|part| asked_of(part, reading, &units, today)).collect::<Vec<_>>();
    reading.questions.extend(asked);
}

fn asked_of(part: &QuickPart, reading: &QuickReading, units: &[u16], today: NaiveDate) -> Option<QuickQuestion> {
    reading.thing.field(&part.field).filter(|field| matches!(field.kind, Kind::Date))?;
    let past: NaiveDate = reading.values.get(&part.field).and_then(Json::as_str)?.parse().ok()?;
    let coming = past.with_year(today.year())?;
    if past.year() + 1 != today.year() || coming - today >= today - past {
        return None;
    }
    let written = String::from_utf16(units.get(part.from..part.to)?).ok()?;
    let stretch = without_year(&written)?;
    let (before, behind) = (written.get(..stretch.start)?, written.get(stretch.end..)?);
    let choices = [past, coming].map(|day| {
        let shown = zh_date(day);
        QuickChoice { text: format!("{before}{shown}{behind}"), shown }
    });
    let names = choices.each_ref().map(|choice| choice.shown.as_str()).join("、");
    let fault = Fault::new(FaultCode::WordUnclear, &part.field, &written).with(names);
    let fault = FieldFault::of(reading.thing, fault);
    Some(QuickQuestion { from: part.from, to: part.to, fault, written, choices: choices.to_vec() })
}

/// Where month and day stand, in a text that names no year.
fn without_year(written: &str) -> Option<Range<usize>> {
    let number = |c: char| c.is_numeric() || "〇零○一二三四五六七八九十廿卅".contains(c);
    let start = written.find(number)?;
    let rest = written.get(start..)?;
    let length = rest.find(|c: char| !number(c) && !"月日号-－/／.．".contains(c)).unwrap_or(rest.len());
    let year = written.contains('年') || rest.chars().take_while(|c| c.is_numeric()).count() > 3;
    (!year).then_some(start..start + length)
}
