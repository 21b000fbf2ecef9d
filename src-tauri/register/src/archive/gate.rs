//! Which archived report a record lies in, by its days; and that a change of it needs a reason, told before it is saved.

use super::{ArchivedReport, all_archived};
use crate::error::{FieldFault, Result};
use crate::fault::{Fault, FaultCode};
use crate::folder::Register;
use crate::things::{Record, Values};

/// The newest of these reports that counts the register of these values, with a counting day of theirs in its period.
pub(crate) fn sealing<'a>(archived: &'a [ArchivedReport], values: &Values) -> Option<&'a ArchivedReport> {
    archived.iter().find(|ArchivedReport { sealed, .. }| {
        let lies_within = |field: &str| values.date(field).is_some_and(|day| sealed.period().contains(day));
        sealed.counts.iter().any(|counted| counted.thing == values.thing() && lies_within(&counted.date))
    })
}

impl Register {
    /// That these values can be saved with a reason alone.
    pub(crate) fn reason_needed(&self, values: &Values, before: Option<&Record>) -> Result<Option<FieldFault>> {
        if before.is_some_and(|before| before.values == *values) {
            return Ok(None);
        }
        let archived = all_archived(self.db())?;
        let sealed =
            before.and_then(|before| sealing(&archived, &before.values)).or_else(|| sealing(&archived, values));
        Ok(sealed.map(|ArchivedReport { sealed, .. }| {
            let fault = Fault::new(FaultCode::CorrectionReasonNeeded, "reason", &sealed.title).with(sealed.number);
            FieldFault::of(values.thing(), fault)
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Counted, KeptFile, Sealed};
    use super::*;
    use crate::things::{Thing, Value};

    fn archived(number: i64, from: &str, to: &str) -> ArchivedReport {
        let file = || KeptFile { sha256: String::new(), size: 0 };
        let counted = |thing, date: &str| Counted { thing, date: date.into() };
        let sealed = Sealed {
            id: format!("archive-{number}"),
            number,
            title: String::new(),
            institution: String::new(),
            addressee: String::new(),
            from: from.parse().unwrap(),
            to: to.parse().unwrap(),
            date: to.parse().unwrap(),
            archived_at: String::new(),
            by: String::new(),
            program: String::new(),
            counts: vec![counted(Thing::Request, "received_on"), counted(Thing::Request, "replied_on")],
            docx: file(),
            xlsx: file(),
        };
        ArchivedReport { sealed, sha256: String::new(), size: 0 }
    }

    #[test]
    fn a_record_lies_where_any_of_its_counting_days_does_both_ends_included() {
        let reports = [archived(2, "2023-06-01", "2023-06-30"), archived(1, "2023-01-01", "2023-12-31")];
        let number = |thing, field: &str, day: &str| {
            let mut values = Values::new(thing);
            values.set(field, Value::Date(day.parse().unwrap()));
            sealing(&reports, &values).map(|report| report.sealed.number)
        };
        assert_eq!(number(Thing::Request, "received_on", "2023-01-01"), Some(1));
        assert_eq!(number(Thing::Request, "replied_on", "2023-12-31"), Some(1));
        assert_eq!(number(Thing::Request, "received_on", "2023-06-30"), Some(2), "the newest");
        assert_eq!(number(Thing::Request, "received_on", "2024-01-01"), None);
        assert_eq!(number(Thing::Publication, "published_on", "2023-06-01"), None, "it is not counted");
        assert!(sealing(&reports, &Values::new(Thing::Request)).is_none(), "undated");
    }
}
