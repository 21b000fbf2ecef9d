//! What commands are asked with and answer with, where no other module has types for it.

use std::path::PathBuf;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::counting::PartOf;
use crate::import::Mapping;
use crate::records::JsonMap;
use crate::reports::ReportRequest;
use crate::settings::NamedPeriod;
use crate::terms::TermEdit;
use crate::things::{Dimension, Field, Thing};

#[derive(Debug, Deserialize, TS)]
pub struct NewRegister {
    pub folder: PathBuf,
    pub institution: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct OpenRegister {
    pub folder: PathBuf,
}

#[derive(Debug, Deserialize, TS)]
pub struct AddTerm {
    pub dimension: Dimension,
    pub name: String,
    #[ts(optional)]
    pub parent: Option<i64>,
}

#[derive(Debug, Deserialize, TS)]
pub struct EditTerm {
    pub id: i64,
    pub edit: TermEdit,
}

#[derive(Debug, Deserialize, TS)]
pub struct MergeTerms {
    pub id: i64,
    pub into: i64,
}

#[derive(Debug, Deserialize, TS)]
pub struct OfDimension {
    pub dimension: Dimension,
}

#[derive(Debug, Deserialize, TS)]
pub struct TermById {
    pub id: i64,
}

#[derive(Debug, Deserialize, TS)]
pub struct Rename {
    pub name: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct SetPeriods {
    pub periods: Vec<NamedPeriod>,
}

#[derive(Debug, Deserialize, TS)]
pub struct CheckRecord {
    pub thing: Thing,
    /// As typed: days and numbers may be text.
    #[ts(type = "Record<string, Value>")]
    pub values: JsonMap,
    /// The record that is edited.
    #[ts(optional)]
    pub id: Option<String>,
}

#[derive(Debug, Deserialize, TS)]
pub struct FiguresOfRecord {
    pub id: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
}

#[derive(Debug, Deserialize, TS)]
pub struct WriteTo {
    pub to: PathBuf,
}

#[derive(Debug, Deserialize, TS)]
pub struct SettleLeftovers {
    pub ids: Vec<i64>,
}

#[derive(Debug, Deserialize, TS)]
pub struct LeftoverById {
    pub id: i64,
}

#[derive(Debug, Deserialize, TS)]
pub struct BreakdownRequest {
    pub figure: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// `month`, or a field of the figure's records that holds terms.
    pub by: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct DueRequest {
    /// Only of this thing; without it of all.
    #[ts(optional)]
    pub thing: Option<Thing>,
}

#[derive(Debug, Deserialize, TS)]
pub struct LogRecord {
    pub thing: Thing,
    #[ts(type = "Record<string, Value>")]
    pub values: JsonMap,
    /// The refused row of an import that it was entered for, which is dealt with by it.
    #[ts(optional)]
    pub leftover: Option<i64>,
    /// Needed where an archived report counts it.
    #[ts(optional)]
    pub reason: Option<String>,
}

#[derive(Debug, Deserialize, TS)]
pub struct LogRecords {
    pub thing: Thing,
    #[ts(type = "Record<string, Value>[]")]
    pub rows: Vec<JsonMap>,
    /// Needed where an archived report counts any of them.
    #[ts(optional)]
    pub reason: Option<String>,
}

#[derive(Debug, Deserialize, TS)]
pub struct WithdrawRecords {
    pub ids: Vec<String>,
    pub reason: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct OfThing {
    pub thing: Thing,
}

#[derive(Debug, Deserialize, TS)]
pub struct EditRecord {
    pub id: String,
    #[ts(type = "Record<string, Value>")]
    pub values: JsonMap,
    /// Needed where an archived report counts it.
    #[ts(optional)]
    pub reason: Option<String>,
}

#[derive(Debug, Deserialize, TS)]
pub struct WithdrawRecord {
    pub id: String,
    pub reason: String,
    /// The records made from it too.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub also: bool,
}

#[derive(Debug, Deserialize, TS)]
pub struct AttachEvidence {
    pub record: String,
    pub path: PathBuf,
}

#[derive(Debug, Deserialize, TS)]
pub struct DocumentRequest {
    pub path: PathBuf,
}

#[derive(Debug, Deserialize, TS)]
pub struct OfRecord {
    pub record: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct EvidenceOf {
    pub record: String,
    pub sha256: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct DetachEvidence {
    pub record: String,
    pub sha256: String,
    pub reason: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct SetEvidenceLimit {
    pub megabytes: u64,
}

#[derive(Debug, Deserialize, TS)]
pub struct ById {
    pub id: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct InspectWorkbook {
    pub workbook: PathBuf,
    /// Sheets that are to be read otherwise than recognised.
    #[ts(optional)]
    pub mapping: Option<Mapping>,
}

#[derive(Debug, Deserialize, TS)]
pub struct FigureRequest {
    pub figure: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
}

#[derive(Debug, Deserialize, TS)]
pub struct FigureRowsRequest {
    pub figure: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// One part of the figure alone.
    #[ts(optional)]
    pub part: Option<PartOf>,
    #[serde(default)]
    #[ts(optional, as = "Option<u64>")]
    pub offset: u64,
    #[ts(optional)]
    pub limit: Option<u64>,
}

#[derive(Debug, Deserialize, TS)]
pub struct ExportReport {
    pub report: ReportRequest,
    #[ts(optional)]
    pub docx: Option<PathBuf>,
    #[ts(optional)]
    pub xlsx: Option<PathBuf>,
}

#[derive(Debug, Deserialize, TS)]
pub struct VerifyRequest {
    #[ts(optional)]
    pub folder: Option<PathBuf>,
}

#[derive(Debug, Deserialize, TS)]
pub struct BackupRequest {
    #[ts(optional)]
    pub to: Option<PathBuf>,
}

#[derive(Debug, Deserialize, TS)]
pub struct RestoreRequest {
    pub backup: PathBuf,
    pub folder: PathBuf,
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub replace: bool,
}

/// A thing as a screen needs to know it.
#[derive(Debug, Serialize, TS)]
pub struct ThingInfo {
    pub thing: Thing,
    pub label: String,
    pub label_en: String,
    pub title_field: String,
    pub date_field: String,
    #[ts(type = "Field[]")]
    pub fields: &'static [Field],
}

impl ThingInfo {
    pub(super) fn of(thing: Thing) -> ThingInfo {
        ThingInfo {
            thing,
            label: thing.label().into(),
            label_en: thing.label_en().into(),
            title_field: thing.title_field().into(),
            date_field: thing.date_field().into(),
            fields: thing.fields(),
        }
    }
}

/// A vocabulary as a screen needs to know it.
#[derive(Debug, Serialize, TS)]
pub struct DimensionInfo {
    pub dimension: Dimension,
    pub label: String,
    pub label_en: String,
    /// Whether its terms stand in a tree.
    pub tree: bool,
}

impl DimensionInfo {
    pub(super) fn of(dimension: Dimension) -> DimensionInfo {
        DimensionInfo {
            dimension,
            label: dimension.label().into(),
            label_en: dimension.label_en().into(),
            tree: dimension.is_tree(),
        }
    }
}
