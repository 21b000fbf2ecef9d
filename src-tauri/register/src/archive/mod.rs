//! 归档: a report frozen as it was filed, with all that stands behind it, and what was corrected since.
//!
//! An archived report is three files of `archive/`, named by their SHA-256 as evidence is: the report as Word, its
//! statistics as Excel, and one JSON that holds the wording, the figures with their definitions, the records behind
//! each, the rules, the calendar, the words that the definitions name, the program's version, and the digests of the
//! other two. The digest of that JSON is the seal over all. They are written once and never again: exported they are
//! copied, whatever program and day it is. A report that is archived again gets a number of its own.
//!
//! # What may still be changed
//!
//! Records that an archived report counts can be corrected, with a reason. Which those are is told by their days: a
//! record lies in an archived report where that counts its register and the record's counting day, before or after the
//! change, lies in the period. Whatever a change of records can do to a filed figure, it does to such a record. What is
//! done to the words alone, such as a channel moved under another, is told of among the corrections as theirs.
//!
//! | change | its reason |
//! | --- | --- |
//! | logged late (补登), edited, rows pasted, counted by the day | must be given, once for all rows of one operation |
//! | withdrawn | the one that every withdrawal has |
//! | imported | none is asked for: the answer warns once a sheet, and the batch is named as the reason |
//! | an import taken back | none is asked for: the batch is named as the reason |
//! | words merged | none is asked for: the merger is named as the reason |
//! | a secrecy review that changes its publication | none is asked for: the review is the reason |
//! | files, decisions on findings, words renamed or moved, definitions, rules | none: they change no record |

mod changes;
mod freeze;
mod frozen;
mod gate;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::context::Context;
use crate::counting::{Figure, FigureRecord, FigureRows};
use crate::error::{Error, Result};
use crate::files::Arriving;
use crate::folder::{ARCHIVE, Register};
use crate::kept::copy_of;
use crate::period::Period;
use crate::reports::{Document, ReportFiles, ReportRequest, check_places, land};
use crate::store;
use crate::store::Connection;
use crate::things::{RecordId, Thing};

pub use changes::{
    ArchiveChanges, CorrectionMade, EditedRecord, ExportArchiveChanges, FigureChange, FigureShown, RecordChange,
    SinceArchived,
};
use frozen::Frozen;
pub(crate) use gate::sealing;

#[derive(Debug, Deserialize, TS)]
pub struct ArchiveReport {
    pub report: ReportRequest,
    /// What the office calls it; the report's own title where nothing is given.
    #[ts(optional)]
    pub title: Option<String>,
}

/// A report that was archived, and the seal over it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ArchivedReport {
    #[serde(flatten)]
    pub sealed: Sealed,
    /// Of the JSON that holds all, the digests of the other files included.
    pub sha256: String,
    pub size: u64,
}

/// What an archived report says of itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Sealed {
    pub id: String,
    pub number: i64,
    pub title: String,
    pub institution: String,
    pub addressee: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// The day that the report bears.
    pub date: NaiveDate,
    /// Local time, `2023-11-20T09:30:00`.
    pub archived_at: String,
    pub by: String,
    /// The version of the program.
    pub program: String,
    /// The registers that its figures count, each with the day that decides.
    pub counts: Vec<Counted>,
    pub docx: KeptFile,
    pub xlsx: KeptFile,
}

impl Sealed {
    pub(crate) fn period(&self) -> Period {
        Period { from: self.from, to: self.to }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct Counted {
    pub thing: Thing,
    /// Its field of a date.
    pub date: String,
}

/// A file as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KeptFile {
    pub sha256: String,
    pub size: u64,
}

/// An archived report as it was filed.
#[derive(Debug, Serialize, TS)]
pub struct ArchivedView {
    pub report: ArchivedReport,
    pub document: Document,
    pub figures: Vec<Figure>,
}

#[derive(Debug, Deserialize, TS)]
pub struct ArchivedRowsRequest {
    pub id: String,
    pub figure: String,
    #[serde(default)]
    #[ts(optional, as = "Option<u64>")]
    pub offset: u64,
    #[ts(optional)]
    pub limit: Option<u64>,
}

#[derive(Debug, Deserialize, TS)]
pub struct ExportArchived {
    pub id: String,
    #[ts(optional)]
    pub docx: Option<PathBuf>,
    #[ts(optional)]
    pub xlsx: Option<PathBuf>,
}

/// An archived report's name outside the store.
fn archive_id(number: i64) -> String {
    format!("archive-{number}")
}

impl ArchivedReport {
    fn read(json: &str) -> Result<ArchivedReport> {
        serde_json::from_str(json).map_err(|error| Error::Internal { detail: error.to_string() })
    }

    /// Its files: (SHA-256, what each is called).
    pub(crate) fn files(&self) -> [(String, String); 3] {
        let Sealed { id, docx, xlsx, .. } = &self.sealed;
        [(&self.sha256, "json"), (&docx.sha256, "docx"), (&xlsx.sha256, "xlsx")]
            .map(|(sha256, ending)| (sha256.clone(), format!("{id}.{ending}")))
    }
}

/// Every archived report, the newest first.
pub(crate) fn all_archived(db: &Connection) -> Result<Vec<ArchivedReport>> {
    store::archive::all(db)?.iter().map(|(_, json)| ArchivedReport::read(json)).collect()
}

impl Register {
    pub fn archived_reports(&self) -> Result<Vec<ArchivedReport>> {
        all_archived(self.db())
    }

    /// An archived report as it was filed.
    pub fn archived_report(&self, id: &str) -> Result<ArchivedView> {
        let (report, frozen) = self.frozen(id)?;
        let figures = frozen.figures.into_iter().map(|counted| counted.figure).collect();
        Ok(ArchivedView { report, document: frozen.document, figures })
    }

    /// The records behind a figure as they were, `limit` of them from `offset` on.
    pub fn archived_rows(&self, request: &ArchivedRowsRequest) -> Result<FigureRows> {
        let (_, frozen) = self.frozen(&request.id)?;
        let counted = frozen.figures.iter().find(|counted| counted.figure.id == request.figure);
        let counted = counted.ok_or_else(|| Error::NoSuchFigure { id: request.figure.clone() })?;
        let page = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        let rows = counted.rows.iter().skip(page(request.offset)).take(page(request.limit.unwrap_or(u64::MAX)));
        let record = |(id, date, quantity): &(String, String, i64)| -> Result<FigureRecord> {
            Ok(FigureRecord {
                thing: RecordId::parse(id)?.thing,
                title: frozen.records.get(id).map(|record| record.title.clone()).unwrap_or_default(),
                id: id.clone(),
                date: date.clone(),
                quantity: *quantity,
            })
        };
        Ok(FigureRows {
            figure: request.figure.clone(),
            value: counted.figure.value.clone(),
            total: counted.rows.len() as u64,
            records: rows.map(record).collect::<Result<_>>()?,
        })
    }

    /// Writes the kept files again, byte for byte; none where one of them is not what it was.
    pub fn export_archived(&self, context: &Context, request: &ExportArchived) -> Result<ReportFiles> {
        let (docx, xlsx) = (request.docx.as_deref(), request.xlsx.as_deref());
        check_places(self, docx, xlsx)?;
        let ArchivedReport { sealed, .. } = self.archived(&request.id)?;
        let mut arriving = Vec::new();
        for (file, ending, place) in [(&sealed.docx, "docx", docx), (&sealed.xlsx, "xlsx", xlsx)] {
            if let Some(place) = place {
                arriving.push(self.copied(context, &format!("{}.{ending}", sealed.id), file, place)?);
            }
        }
        land(arriving)?;
        Ok(ReportFiles { docx: request.docx.clone(), xlsx: request.xlsx.clone() })
    }

    fn copied(&self, context: &Context, name: &str, file: &KeptFile, place: &Path) -> Result<Arriving> {
        let kept = self.folder().join(ARCHIVE).join(&file.sha256);
        if !kept.is_file() {
            return Err(Error::ArchiveLost { name: name.to_owned() });
        }
        copy_of(context, &kept, file.size, place)?.ok_or_else(|| Error::ArchiveChanged { name: name.to_owned() })
    }

    fn archived(&self, id: &str) -> Result<ArchivedReport> {
        let number = id.strip_prefix("archive-").and_then(|number| number.parse().ok());
        let kept = number.map(|number| store::archive::get(self.db(), number)).transpose()?.flatten();
        kept.map_or_else(|| Err(Error::NoSuchArchive { id: id.to_owned() }), |json| ArchivedReport::read(&json))
    }

    /// An archived report with all that was frozen of it, proven by its seal.
    fn frozen(&self, id: &str) -> Result<(ArchivedReport, Frozen)> {
        let report = self.archived(id)?;
        let frozen = Frozen::read(&self.folder().join(ARCHIVE), &report)?;
        Ok((report, frozen))
    }
}
