//! How sheets and columns of a workbook are to be read: as recognised, or as a clerk corrected it.

use std::collections::HashMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::meaning::{Meaning, Target};
use super::offered::REASON;
use super::origins::ORIGIN;
use super::recognise::{Recognised, heading, read_as, recognise};
use super::workbook::{Sheet, SheetHead, Workbook};
use crate::change::{Change, json};
use crate::context::{Context, Stage};
use crate::error::{Error, Result};
use crate::folder::Register;
use crate::store;
use crate::typed::Cell;

/// How the sheets of a workbook are to be read. Sheets that it does not name are read as recognised.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    pub sheets: Vec<SheetMapping>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SheetMapping {
    pub sheet: String,
    /// `publications`, `meetings`, `replies`, `day_counts`, `materials`, `requests`, `evaluations`, `case_files`;
    /// null to leave the sheet out.
    pub into: Option<String>,
    /// The workbook's own number of the header row; found where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub header_row: Option<u32>,
    /// Corrections by heading; headings that are not named stay as recognised.
    #[serde(default)]
    pub columns: Vec<ColumnMapping>,
}

/// A heading and the field it means: a field of the thing, `status`, `withdrawn_reason` or `serial`; null to leave
/// the column out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ColumnMapping {
    pub heading: String,
    pub field: Option<String>,
}

/// A workbook as recognised.
#[derive(Debug, Serialize, TS)]
pub struct Inspection {
    pub file: String,
    pub sheets: Vec<SheetInspection>,
}

#[derive(Debug, Serialize, TS)]
pub struct SheetInspection {
    pub sheet: String,
    pub hidden: bool,
    pub into: Option<String>,
    pub header_row: Option<u32>,
    /// Rows below the header, blank ones too.
    pub rows: u64,
    pub columns: Vec<ColumnMapping>,
    /// The first rows below the header as text, by the columns above; of a sheet without a header, whole.
    pub sample: Vec<Vec<String>>,
}

/// Rows shown below a header, so that a person sees what a column holds.
const SAMPLE: usize = 5;

pub(super) fn inspect(
    register: &Register,
    context: &Context,
    path: &Path,
    given: Option<Mapping>,
) -> Result<Inspection> {
    let mut workbook = Workbook::open(path)?;
    let stem = workbook.stem().to_owned();
    let mut plans = Plans::new(register, given)?;
    let heads = workbook.sheets().to_vec();
    plans.check_names(&heads)?;
    let mut sheets = Vec::new();
    for (number, head) in heads.iter().enumerate() {
        context.progress(Stage::Reading, number as u64, heads.len() as u64)?;
        let sheet = workbook.read(number)?;
        let plan = plans.plan(&sheet, &stem)?;
        let header = plan.as_ref().map_or(0, |plan| plan.header);
        let below = sheet.rows.iter().skip(if plan.is_some() { header + 1 } else { 0 });
        // Of a sheet with a header, the columns that have a heading; of another, all.
        let shown = |row: &Vec<Cell>| match &plan {
            Some(plan) => plan.named().map(|column| row.get(column).map(Cell::to_text).unwrap_or_default()).collect(),
            None => row.iter().map(Cell::to_text).collect(),
        };
        sheets.push(SheetInspection {
            sheet: head.name.clone(),
            hidden: head.hidden,
            into: plan.as_ref().map(|plan| plan.target.key().to_owned()),
            header_row: plan.as_ref().map(|_| sheet.number(header)),
            rows: below.clone().count() as u64,
            sample: below.take(SAMPLE).map(shown).collect(),
            columns: plan.map(|plan| plan.columns_mapped()).unwrap_or_default(),
        });
    }
    Ok(Inspection { file: workbook.file_name().to_owned(), sheets })
}

/// How each sheet is to be read: as given with this import, as remembered from an earlier one, or as recognised.
pub(super) struct Plans {
    given: Mapping,
    /// By the headings of a sheet.
    remembered: HashMap<String, SheetMapping>,
    /// What was given, by the headings of the sheet that it was given for.
    learned: Vec<(String, SheetMapping)>,
}

impl Plans {
    pub fn new(register: &Register, given: Option<Mapping>) -> Result<Plans> {
        let given = given.unwrap_or_default();
        given.sheets.iter().try_for_each(check)?;
        let remembered = store::settings::mappings(register.db())?
            .into_iter()
            .filter_map(|(headings, mapping)| Some((headings, serde_json::from_str(&mapping).ok()?)))
            .collect();
        Ok(Plans { given, remembered, learned: Vec::new() })
    }

    /// Every sheet that this import speaks of is there.
    pub fn check_names(&self, heads: &[SheetHead]) -> Result<()> {
        match self.given.sheets.iter().find(|mapping| heads.iter().all(|head| head.name != mapping.sheet)) {
            Some(mapping) => Err(bad(&format!("没有名为“{}”的工作表", mapping.sheet))),
            None => Ok(()),
        }
    }

    /// Whether this import says how the sheet is to be read.
    pub fn names(&self, sheet: &str) -> bool {
        self.given.sheets.iter().any(|mapping| mapping.sheet == sheet)
    }

    /// How the sheet is to be read; nothing where it is left out or not recognised.
    pub fn plan(&mut self, sheet: &Sheet, stem: &str) -> Result<Option<Recognised>> {
        if let Some(given) = self.given.sheets.iter().find(|mapping| mapping.sheet == sheet.name).cloned() {
            let Some(plan) = apply(&given, sheet, stem)? else { return Ok(None) };
            let headings = signature(&plan.headings);
            // What was learned of these headings stays, but for what is said anew.
            let whole = match self.remembered.get(&headings) {
                Some(remembered) if remembered.into == given.into => on_top(&given, remembered),
                _ => given,
            };
            let plan = apply(&whole, sheet, stem)?;
            self.learned.push((headings, whole));
            return Ok(plan);
        }
        let recognised = recognise(sheet, stem);
        if let Some(recognised) = &recognised
            && let Some(mapping) = self.remembered.get(&signature(&recognised.headings))
        {
            return apply(
                &SheetMapping { header_row: Some(sheet.number(recognised.header)), ..mapping.clone() },
                sheet,
                stem,
            );
        }
        if recognised.is_none() && !self.remembered.is_empty() {
            for (index, row) in sheet.rows.iter().enumerate().take(HEADER_WITHIN) {
                let headings: Vec<String> = row.iter().map(heading).collect();
                if let Some(mapping) = self.remembered.get(&signature(&headings)) {
                    let mapping = SheetMapping { header_row: Some(sheet.number(index)), ..mapping.clone() };
                    return apply(&mapping, sheet, stem);
                }
            }
        }
        Ok(recognised)
    }

    /// Remembers what was given, for sheets with the same headings.
    pub fn learn(&self, change: &mut Change) -> Result<()> {
        self.learned.iter().try_for_each(|(headings, mapping)| {
            // The name and the place are this workbook's; the headings are the office's.
            let lasting = SheetMapping { sheet: String::new(), header_row: None, ..mapping.clone() };
            change.learn_mapping(headings, &json(&lasting))
        })
    }
}

/// A header stands under few title rows.
const HEADER_WITHIN: usize = 30;

/// The headings that tell one office's ledger from another's, whether or not its rows were given out to be mended.
fn signature(headings: &[String]) -> String {
    let mut theirs: Vec<&str> = headings.iter().map(String::as_str).filter(|heading| *heading != ORIGIN).collect();
    while theirs.last().is_some_and(|last| last.is_empty() || *last == REASON) {
        theirs.pop();
    }
    theirs.join("\u{1f}")
}

/// The sheet as recognised under the given target, with the corrections on top.
fn apply(mapping: &SheetMapping, sheet: &Sheet, stem: &str) -> Result<Option<Recognised>> {
    let Some(into) = &mapping.into else { return Ok(None) };
    let target = Target::from_key(into).ok_or_else(|| unknown_target(into))?;
    let named = || read_as(sheet, stem, target, Some(row_with(sheet, &mapping.columns)?));
    let Some(mut plan) = read_as(sheet, stem, target, mapping.header_row).or_else(named) else {
        return Err(bad(&format!("“{}”中没有找到表头，请填写表头在第几行", sheet.name)));
    };
    for correction in &mapping.columns {
        let wanted = normal(&correction.heading);
        let Some(column) = plan.headings.iter().position(|heading| normal(heading) == wanted) else {
            return Err(bad(&format!("“{}”没有“{}”列", sheet.name, correction.heading)));
        };
        let meaning = match &correction.field {
            Some(field) => meaning(target, field).ok_or_else(|| unknown_field(target, field))?,
            None => Meaning::Ignored,
        };
        // A field has one column: what claimed it before gives it up.
        plan.columns.iter_mut().filter(|other| **other == meaning).for_each(|other| *other = Meaning::Ignored);
        plan.columns[column] = meaning;
    }
    Ok(Some(plan))
}

/// The workbook's number of the first row that holds all these headings.
fn row_with(sheet: &Sheet, columns: &[ColumnMapping]) -> Option<u32> {
    let holds = |row: &Vec<Cell>| {
        let headings: Vec<String> = row.iter().map(|cell| normal(&heading(cell))).collect();
        columns.iter().all(|column| headings.contains(&normal(&column.heading)))
    };
    let index = sheet.rows.iter().take(HEADER_WITHIN).position(holds)?;
    (!columns.is_empty()).then(|| sheet.number(index))
}

/// One mapping over another of the same sheet.
fn on_top(given: &SheetMapping, remembered: &SheetMapping) -> SheetMapping {
    let said =
        |column: &&ColumnMapping| given.columns.iter().all(|other| normal(&other.heading) != normal(&column.heading));
    let mut columns: Vec<ColumnMapping> = remembered.columns.iter().filter(said).cloned().collect();
    columns.extend(given.columns.iter().cloned());
    SheetMapping { columns, ..given.clone() }
}

/// A heading as it is compared.
pub(super) fn normal(heading: &str) -> String {
    heading.split_whitespace().collect()
}

fn check(mapping: &SheetMapping) -> Result<()> {
    let Some(into) = &mapping.into else { return Ok(()) };
    let target = Target::from_key(into).ok_or_else(|| unknown_target(into))?;
    match mapping.columns.iter().flat_map(|column| &column.field).find(|field| meaning(target, field).is_none()) {
        Some(field) => Err(unknown_field(target, field)),
        None => Ok(()),
    }
}

fn unknown_target(into: &str) -> Error {
    let known: Vec<&str> = Target::ALL.into_iter().map(Target::key).collect();
    bad(&format!("into 不能是“{into}”，可以是 {}", known.join("、")))
}

fn unknown_field(target: Target, field: &str) -> Error {
    let own = target.thing().fields().iter().map(|field| field.key);
    let known: Vec<&str> = own.chain([STATUS, WITHDRAWN_REASON, SERIAL]).collect();
    bad(&format!("field 不能是“{field}”，可以是 {}", known.join("、")))
}

fn bad(detail: &str) -> Error {
    Error::BadMapping { detail: detail.to_owned() }
}

const STATUS: &str = "status";
const WITHDRAWN_REASON: &str = "withdrawn_reason";
const SERIAL: &str = "serial";

fn meaning(target: Target, field: &str) -> Option<Meaning> {
    match field {
        STATUS => Some(Meaning::Status),
        WITHDRAWN_REASON => Some(Meaning::WithdrawnReason),
        SERIAL => Some(Meaning::Serial),
        field => {
            let field = target.thing().field(field).filter(|field| field.links_to().is_none());
            field.map(|field| Meaning::Field(field.key))
        }
    }
}

impl Recognised {
    /// The columns with a heading of the office's.
    fn named(&self) -> impl Iterator<Item = usize> {
        let theirs = |heading: &String| !heading.is_empty() && heading != ORIGIN;
        self.headings.iter().enumerate().filter(move |(_, heading)| theirs(heading)).map(|(column, _)| column)
    }

    /// The columns with a heading, and what they mean.
    fn columns_mapped(&self) -> Vec<ColumnMapping> {
        self.named()
            .map(|column| ColumnMapping {
                heading: self.headings[column].clone(),
                field: match self.columns.get(column).copied().unwrap_or(Meaning::Ignored) {
                    Meaning::Field(key) => Some(key.to_owned()),
                    Meaning::Status => Some(STATUS.to_owned()),
                    Meaning::WithdrawnReason => Some(WITHDRAWN_REASON.to_owned()),
                    Meaning::Serial => Some(SERIAL.to_owned()),
                    Meaning::Origin | Meaning::Ignored | Meaning::Unknown => None,
                },
            })
            .collect()
    }
}
