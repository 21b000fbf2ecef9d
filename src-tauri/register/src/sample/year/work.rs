//! The office's own work in the sample: problems, regulations, consultations, notices, cases, and one correction.

use super::Year;
use crate::error::Result;
use crate::sample::words::work::{CASES, CONSULTATIONS, NOTICES, PROBLEMS, REGULATIONS};
use crate::things::Thing;

/// How many working days before today something begins, and by when it is due and done; below zero, after today.
pub(in crate::sample) type Days = (i64, i64, Option<i64>);

impl Year {
    pub(super) fn work(&mut self) -> Result<()> {
        for (title, source, remedy, department, (found, due, solved)) in PROBLEMS {
            let day = self.days_ago(*found);
            let (due, solved) = (self.days_ago(*due).to_string(), solved.map(|ago| self.days_ago(ago).to_string()));
            self.add(
                Thing::Problem,
                day,
                &[
                    ("title", title),
                    ("source", source),
                    ("remedy", remedy),
                    ("department", department),
                    ("due_on", &due),
                    ("solved_on", solved.as_deref().unwrap_or_default()),
                ],
            )?;
        }
        for (name, number, change, department, issued) in REGULATIONS {
            let (day, effective) = (self.days_ago(*issued), self.days_ago(issued - 14).to_string());
            self.add(
                Thing::Regulation,
                day,
                &[
                    ("name", name),
                    ("doc_number", number),
                    ("change", change),
                    ("department", department),
                    ("effective_on", &effective),
                ],
            )?;
        }
        for (name, department, (opened, closes, answered), came) in CONSULTATIONS {
            let day = self.days_ago(*opened);
            let closes = self.days_ago(*closes).to_string();
            let answered = answered.map(|ago| self.days_ago(ago).to_string());
            let (opinions, adopted, result) = came.unwrap_or_default();
            self.add(
                Thing::Consultation,
                day,
                &[
                    ("name", name),
                    ("department", department),
                    ("closes_on", &closes),
                    ("opinions", opinions),
                    ("adopted", adopted),
                    ("result", result),
                    ("answered_on", answered.as_deref().unwrap_or_default()),
                ],
            )?;
        }
        for (name, department, (posted, ends, _), (objections, result)) in NOTICES {
            let (day, ends) = (self.days_ago(*posted), self.days_ago(*ends).to_string());
            self.add(
                Thing::Notice,
                day,
                &[
                    ("name", name),
                    ("department", department),
                    ("ends_on", &ends),
                    ("objections", objections),
                    ("result", result),
                ],
            )?;
        }
        for (subject, authority, stage, conclusion, (filed, _, closed)) in CASES {
            let (day, closed) = (self.days_ago(*filed), closed.map(|ago| self.days_ago(ago).to_string()));
            self.add(
                Thing::CaseFile,
                day,
                &[
                    ("kind", "举报"),
                    ("subject", subject),
                    ("authority", authority),
                    ("stage", stage),
                    ("conclusion", conclusion),
                    ("closed_on", closed.as_deref().unwrap_or_default()),
                ],
            )?;
        }
        let day = self.days_ago(20);
        // What it corrects is told once all that was published is there.
        self.add(
            Thing::Publication,
            day,
            &[
                ("title", "更正公告"),
                ("kind", "更正公告"),
                ("channels", "信息公开专栏"),
                ("carrier", "电子版"),
                ("audience", "社会"),
                ("made_on", &day.to_string()),
                ("secrecy_review", "已审查"),
            ],
        )
    }
}
