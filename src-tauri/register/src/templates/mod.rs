//! Template files: the figures, the wording of the report and the words that they name, handed from school to school.
//!
//! A file is TOML (UTF-8; GB18030, a byte order mark and any line ends are read too):
//!
//! ```toml
//! template = 1                        # the version of this format
//! name = "自然年度报告"
//! note = "按自然年度统计。"              # may be left out
//!
//! [[period]]                          # how periods are named; they recur each year. May be left out
//! name = "{year}年度"                  # {year} is the year of the first day, {next} that of the last
//! from = "01-01"
//! to = "12-31"
//!
//! [words]                             # by vocabulary: a word, or a word and the one above it
//! channel = ["新媒体", { name = "微博", parent = "新媒体" }]
//!
//! [[figure]]                          # in the order of the report
//! id = "new_media"
//! label = "新媒体"
//! unit = "条"
//! counts = "publications"             # or releases, meetings, replies, materials …
//! date = "published_on"               # without it the usual date of these records
//! where.is_public = ["是"]            # all must hold; a word stands for all below it
//! where.channels = ["新媒体"]
//!                                     # sum = "copies" sums a number; ratio = ["satisfied", "valid"] divides two;
//!                                     # by_hand = true is filled in by hand and has neither date nor where;
//!                                     # rounding = "hundreds"; zero = "无"
//! [[check]]                           # 数据核对; without any those that ship hold, with `check = []` none
//! id = "parts"
//! label = "转交件与分项之和"
//! basis = "教办函〔2014〕23号"           # may be left out
//! rule.type = "parts_of_total"        # see `crosscheck::Rule`
//! rule.total = "forwarded"
//! rule.parts = ["province", "city"]
//!
//! [report]
//! wording = '''                       # see `reports::wording`
//! # {institution}{reporting_year}报告
//! 新媒体发布{new_media}。
//! '''
//! ```
//!
//! A file is whole: its figures take the place of all that the register has, its wording that of the old, and each slot
//! of the wording is one of its figures. A figure under the id of a shipped one that says something else is the
//! school's own from then on; the shipped definitions stay at hand, to be copied or put back. Words are added, restored,
//! and put where the file has them; none goes. Periods are added beside those that the office has. Numbers that were
//! declared of a figure that goes are kept, and are there again when it comes back.

mod checks;
mod plan;
mod reading;
#[cfg(test)]
mod tests;
mod toml_text;
mod words;

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::change::Operation;
use crate::context::Context;
use crate::counting::Definition;
use crate::crosscheck::CheckDefinition;
use crate::error::{Error, Result, TemplateFileFault};
use crate::files::{Arriving, check_outside, check_place, same_file, told_apart};
use crate::folder::Register;
use crate::import::decoded;
use crate::reports;
use crate::settings::NamedPeriod;
use crate::things::Dimension;

use plan::Plan;

/// Far more than any template; what is larger is none.
const LARGEST: u64 = 4_000_000;

/// A template: what a file holds, with the lines where it stands.
#[derive(Debug, Default)]
struct Template {
    name: String,
    note: String,
    periods: Vec<PeriodRule>,
    words: Vec<Word>,
    figures: Vec<Defined>,
    /// The cross-checks; those that ship where it has none.
    checks: Option<Vec<CheckDefinition>>,
    wording: String,
}

/// A period that recurs each year: from a month and day to another, of the next year where that one is earlier.
#[derive(Clone, Debug, PartialEq, Eq)]
struct PeriodRule {
    name: String,
    from: MonthDay,
    to: MonthDay,
}

type MonthDay = (u32, u32);

#[derive(Debug)]
struct Word {
    dimension: Dimension,
    name: String,
    parent: Option<String>,
    line: usize,
}

#[derive(Debug)]
struct Defined {
    definition: Definition,
    line: usize,
    /// Where its conditions stand, one by one.
    conditions: Vec<usize>,
}

type Problems = Vec<(usize, TemplateFileFault)>;

#[derive(Debug, Deserialize, TS)]
pub struct ExportTemplate {
    pub to: PathBuf,
    pub name: String,
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub note: String,
}

/// The file that was written.
#[derive(Debug, Serialize, TS)]
pub struct TemplateExported {
    pub path: PathBuf,
    pub figures: usize,
}

#[derive(Debug, Deserialize, TS)]
pub struct InspectTemplate {
    pub path: PathBuf,
}

#[derive(Debug, Deserialize, TS)]
pub struct ImportTemplate {
    pub path: PathBuf,
    /// Where the template in force is written first, as a file that brings its figures and wording back.
    #[ts(optional)]
    pub keep: Option<PathBuf>,
}

/// What a template file would bring. Nothing is changed.
#[derive(Debug, Serialize, TS)]
pub struct TemplateInspection {
    pub name: String,
    pub note: String,
    /// Words that come, move or are restored.
    pub words: Vec<TemplateWord>,
    /// Every figure of the file in its order, then those that go.
    pub figures: Vec<TemplateFigure>,
    /// Whether the cross-checks become others.
    pub checks: bool,
    /// Whether the wording of the report becomes another.
    pub wording: bool,
    /// Periods that come.
    pub periods: Vec<NamedPeriod>,
    /// What is wrong, by line; with any, nothing is imported.
    pub problems: Vec<TemplateProblem>,
}

#[derive(Debug, Serialize, TS)]
pub struct TemplateWord {
    pub dimension: Dimension,
    pub name: String,
    /// The word above it, once it is imported.
    pub parent: Option<String>,
    pub becomes: WordBecomes,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WordBecomes {
    New,
    Moved,
    Restored,
}

#[derive(Debug, Serialize, TS)]
pub struct TemplateFigure {
    pub id: String,
    pub label: String,
    pub becomes: FigureBecomes,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FigureBecomes {
    New,
    Changed,
    Same,
    /// A shipped one can be put back by its definition, and an own one by the template that was kept.
    Gone,
}

#[derive(Debug, Serialize, TS)]
pub struct TemplateProblem {
    pub line: usize,
    pub message: String,
}

/// What was imported, and how it is taken back.
#[derive(Debug, Serialize, TS)]
pub struct TemplateImported {
    pub brought: TemplateInspection,
    /// Whether anything was changed.
    pub changed: bool,
    /// The file with the template before; importing it takes this import back, words apart, which stay.
    pub kept: Option<PathBuf>,
}

/// Writes the register's template as a file.
pub fn export(register: &Register, request: &ExportTemplate) -> Result<TemplateExported> {
    let figures = write(register, &request.to, &request.name, &request.note)?;
    Ok(TemplateExported { path: request.to.clone(), figures })
}

/// What would come of a file.
pub fn inspect(register: &Register, context: &Context, path: &Path) -> Result<TemplateInspection> {
    let (plan, problems) = planned(register, context, path)?;
    let told = |(line, fault): (usize, TemplateFileFault)| {
        let message = match context.lang {
            crate::Lang::Zh => fault.zh(),
            crate::Lang::En => fault.en(),
        };
        TemplateProblem { line, message }
    };
    Ok(TemplateInspection { problems: problems.into_iter().map(told).collect(), ..plan.told })
}

/// Puts a file's template in the place of the register's, whole or not at all.
pub fn import(register: &mut Register, context: &Context, request: &ImportTemplate) -> Result<TemplateImported> {
    let (plan, problems) = planned(register, context, &request.path)?;
    if !problems.is_empty() {
        return Err(Error::TemplateFaulty { path: request.path.clone(), problems });
    }
    if let Some(keep) = &request.keep {
        if same_file(keep, &request.path) {
            return Err(Error::TemplateOverItself { path: keep.clone() });
        }
        let before = register.institution()?;
        write(register, keep, &before, &context.today().to_string())?;
    }
    let changed = plan.changes();
    if changed {
        register.change(context, Operation::TemplateImport, |change| plan.carry_out(change))?;
    }
    Ok(TemplateImported { brought: plan.told, changed, kept: request.keep.clone() })
}

fn planned(register: &Register, context: &Context, path: &Path) -> Result<(Plan, Problems)> {
    // Not so much as opened: a second handle of the database, once closed, gives up its lock.
    check_outside(register.folder(), path).map_err(|_| Error::EvidenceInside { path: path.into() })?;
    let text = text_of(path)?;
    let (template, mut problems) = reading::read(&text);
    let plan = Plan::new(register, context, template, &mut problems)?;
    problems.sort_by_key(|(line, _)| *line);
    Ok((plan, problems))
}

/// The text of a file, with line ends as a program writes them.
fn text_of(path: &Path) -> Result<String> {
    let missing = |_| Error::WorkbookMissing { path: path.into() };
    let metadata = path.metadata().map_err(missing)?;
    if !metadata.is_file() {
        return Err(Error::TemplateNotText { path: path.into() });
    }
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(Error::io(path))?;
    // A file may grow while it is read.
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(Error::io(path))?;
    if bytes.len() as u64 > LARGEST {
        return Err(Error::TemplateTooLarge { path: path.into(), most: LARGEST });
    }
    let text = decoded(path, bytes).map_err(|_| Error::TemplateNotText { path: path.into() })?;
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

fn write(register: &Register, to: &Path, name: &str, note: &str) -> Result<usize> {
    check_outside(register.folder(), to)?;
    check_place(to)?;
    let template = of_register(register, name, note)?;
    let text = toml_text::written(&template);
    let mut file = Arriving::beside(to).map_err(told_apart(to))?;
    file.write_all(text.as_bytes()).map_err(told_apart(to))?;
    file.land().map_err(told_apart(to))?;
    Ok(template.figures.len())
}

/// What the register's template is, with the words that its figures name.
fn of_register(register: &Register, name: &str, note: &str) -> Result<Template> {
    let definitions = register.definitions()?;
    for definition in &definitions {
        definition.check()?;
    }
    let words = words::named_by(&definitions, &register.vocabulary()?);
    Ok(Template {
        name: name.trim().to_owned(),
        note: note.trim().to_owned(),
        periods: plan::rules(&register.periods()?),
        words,
        figures: definitions
            .into_iter()
            .map(|definition| Defined { definition, line: 0, conditions: Vec::new() })
            .collect(),
        checks: register.own_checks()?,
        wording: reports::wording(register)?.text,
    })
}
