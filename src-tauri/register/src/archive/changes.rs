//! 更正情况: what was filed against what the same definitions come to now, figure by figure, and why.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::Number;
use ts_rs::TS;

use super::ArchivedReport;
use super::frozen::{Frozen, FrozenFigure};
use crate::context::Context;
use crate::counting::{Definition, Figure, dimension_of};
use crate::error::{Lang, Result};
use crate::finding::Kept;
use crate::folder::Register;
use crate::import::Written;
use crate::records::{HistoryEntry, HistoryPart};
use crate::reports;
use crate::store;
use crate::things::{RecordId, Term, Thing, Vocabulary};

#[derive(Debug, Deserialize, TS)]
pub struct ExportArchiveChanges {
    pub id: String,
    pub to: PathBuf,
}

/// What has changed since a report was archived.
#[derive(Debug, Serialize, TS)]
pub struct ArchiveChanges {
    pub report: ArchivedReport,
    /// Every figure that was filed, in the order of the report.
    pub figures: Vec<FigureChange>,
    /// Records that count with the quantity that was filed, and say something else than then.
    pub edited: Vec<EditedRecord>,
    pub since: SinceArchived,
}

#[derive(Debug, Serialize, TS)]
pub struct FigureChange {
    pub figure: String,
    pub label: String,
    pub unit: String,
    pub filed: FigureShown,
    /// By the definition as it was filed, its words as they are called now.
    pub now: FigureShown,
    /// The records that make the difference.
    pub records: Vec<RecordChange>,
}

#[derive(Debug, PartialEq, Serialize, TS)]
pub struct FigureShown {
    #[ts(type = "number | null")]
    pub value: Option<Number>,
    pub display: String,
}

/// A record that came in, went out, or counts with another quantity.
#[derive(Debug, Serialize, TS)]
pub struct RecordChange {
    pub id: String,
    pub thing: Thing,
    pub title: String,
    pub date: String,
    /// Nothing where it came in.
    pub filed: Option<i64>,
    /// Nothing where it went out.
    pub now: Option<i64>,
    pub corrections: Vec<CorrectionMade>,
}

#[derive(Debug, Serialize, TS)]
pub struct EditedRecord {
    pub id: String,
    pub thing: Thing,
    pub title: String,
    pub corrections: Vec<CorrectionMade>,
}

/// What was done to a record since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CorrectionMade {
    pub at: String,
    pub by: String,
    pub operation: String,
    /// As the log knows it; of an import and its undoing the batch.
    pub reason: Option<String>,
}

/// Whether what the figures and the text came from is still what it was.
#[derive(Debug, Serialize, TS)]
pub struct SinceArchived {
    pub wording: bool,
    /// The figures whose definition is another now, or is gone or new.
    pub definitions: Vec<String>,
    pub rules: bool,
    pub calendar: bool,
}

impl Register {
    /// What was filed against what it comes to now.
    pub fn archive_changes(&self, context: &Context, id: &str) -> Result<ArchiveChanges> {
        let (report, frozen) = self.frozen(id)?;
        let made = store::changes::first_seq(self.db(), Kept::Archive.key(), &report.sealed.number.to_string())?;
        let mut told = Told { register: self, made, known: HashMap::new() };
        let vocabulary = self.vocabulary()?;
        let mut figures = Vec::new();
        for counted in &frozen.figures {
            let definition = restated(&counted.definition, &frozen.words, &vocabulary);
            figures.push(told.figure(&report, counted, &definition, &frozen, &vocabulary)?);
        }
        Ok(ArchiveChanges {
            edited: told.edited(context, &frozen, &figures)?,
            since: self.since(&frozen, &vocabulary)?,
            figures,
            report,
        })
    }

    /// Writes it as Excel.
    pub fn export_archive_changes(&self, context: &Context, request: &ExportArchiveChanges) -> Result<Written> {
        reports::write_corrections(self, context, &request.id, &request.to)
    }

    fn since(&self, frozen: &Frozen, vocabulary: &Vocabulary) -> Result<SinceArchived> {
        let filed = frozen.figures.iter().map(|counted| restated(&counted.definition, &frozen.words, vocabulary));
        let mut now: BTreeMap<String, Definition> =
            self.definitions()?.into_iter().map(|definition| (definition.id.clone(), definition)).collect();
        let mut definitions = Vec::new();
        for was in filed {
            if now.remove(&was.id).as_ref() != Some(&was) {
                definitions.push(was.label);
            }
        }
        definitions.extend(now.into_values().map(|new| new.label));
        Ok(SinceArchived {
            wording: reports::wording(self)?.text != frozen.wording,
            definitions,
            rules: self.rules()? != frozen.rules,
            calendar: self.years_of(frozen.report.period())? != frozen.calendar,
        })
    }
}

/// A definition in the words of today: what was renamed or merged since is still meant.
fn restated(definition: &Definition, words: &[Term], vocabulary: &Vocabulary) -> Definition {
    let mut restated = definition.clone();
    for filter in &mut restated.filters {
        let Some(dimension) = dimension_of(definition.counts.thing(), &filter.field) else { continue };
        for word in &mut filter.any {
            let was = words.iter().find(|term| term.dimension == dimension && term.name == *word);
            let now = was.and_then(|term| vocabulary.get(vocabulary.meant(term.id)));
            if let Some(now) = now {
                word.clone_from(&now.name);
            }
        }
        let mut seen = Vec::new();
        filter.any.retain(|word| {
            !seen.contains(word) && {
                seen.push(word.clone());
                true
            }
        });
    }
    restated
}

/// What the log says of records since the report was archived.
struct Told<'a> {
    register: &'a Register,
    /// The entry by which it was archived.
    made: i64,
    known: HashMap<String, Vec<CorrectionMade>>,
}

impl Told<'_> {
    fn figure(
        &mut self,
        report: &ArchivedReport,
        counted: &FrozenFigure,
        definition: &Definition,
        frozen: &Frozen,
        vocabulary: &Vocabulary,
    ) -> Result<FigureChange> {
        let period = report.sealed.period();
        let now = self.register.figure_by(definition, period, Lang::Zh, vocabulary)?;
        let mut filed: BTreeMap<&str, (&str, i64)> =
            counted.rows.iter().map(|(id, date, quantity)| (id.as_str(), (date.as_str(), *quantity))).collect();
        let mut records = Vec::new();
        self.register.each_record(definition, period, |record| {
            let was = filed.remove(record.id.as_str()).map(|(_, quantity)| quantity);
            if was != Some(record.quantity) {
                records.push(RecordChange {
                    thing: record.thing,
                    title: record.title,
                    date: record.date,
                    filed: was,
                    now: Some(record.quantity),
                    corrections: Vec::new(),
                    id: record.id,
                });
            }
            Ok(())
        })?;
        for (id, (date, quantity)) in filed {
            records.push(RecordChange {
                id: id.to_owned(),
                thing: RecordId::parse(id)?.thing,
                title: frozen.records.get(id).map(|record| record.title.clone()).unwrap_or_default(),
                date: date.to_owned(),
                filed: Some(quantity),
                now: None,
                corrections: Vec::new(),
            });
        }
        for record in &mut records {
            record.corrections = self.corrections(&record.id)?;
        }
        let Figure { id, label, unit, value, display, .. } = counted.figure.clone();
        Ok(FigureChange {
            figure: id,
            label,
            unit,
            filed: FigureShown { value, display },
            now: FigureShown { value: now.value, display: now.display },
            records,
        })
    }

    /// Records that still count and say something else, those aside that a figure tells of.
    fn edited(&mut self, context: &Context, frozen: &Frozen, figures: &[FigureChange]) -> Result<Vec<EditedRecord>> {
        let names: Vec<&String> = frozen.records.keys().collect();
        let digests = self.register.digests(context, &names)?;
        let told: HashSet<&str> =
            figures.iter().flat_map(|figure| &figure.records).map(|record| record.id.as_str()).collect();
        let mut edited = Vec::new();
        for ((id, was), now) in frozen.records.iter().zip(digests) {
            if now.is_some_and(|now| now != was.digest) && !told.contains(id.as_str()) {
                edited.push(EditedRecord {
                    thing: RecordId::parse(id)?.thing,
                    title: was.title.clone(),
                    corrections: self.corrections(id)?,
                    id: id.clone(),
                });
            }
        }
        Ok(edited)
    }

    fn corrections(&mut self, id: &str) -> Result<Vec<CorrectionMade>> {
        if let Some(known) = self.known.get(id) {
            return Ok(known.clone());
        }
        let batch = self.register.batch_of(id)?;
        let since = self.register.history(id)?.into_iter();
        let since = since.filter(|entry| entry.seq > self.made && matches!(entry.part, HistoryPart::Record));
        let made: Vec<CorrectionMade> = since.map(|entry| made(entry, batch.as_deref())).collect();
        self.known.insert(id.to_owned(), made.clone());
        Ok(made)
    }
}

fn made(entry: HistoryEntry, batch: Option<&str>) -> CorrectionMade {
    let HistoryEntry { at, who, operation, after, reason, .. } = entry;
    let withdrawn = after.as_ref().and_then(|after| after.get("withdrawn_reason")?.as_str());
    let of_batch = batch.filter(|_| operation.starts_with("import"));
    let reason = reason.or_else(|| withdrawn.or(of_batch).map(str::to_owned));
    CorrectionMade { at, by: who, operation, reason }
}
