//! Freezing a report: its files are written first, then the entry that knows of them; where that fails they go again.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufWriter, Write};

use chrono::Datelike;

use super::frozen::{Frozen, FrozenFigure, FrozenRecord, FrozenYear};
use super::{ArchiveReport, ArchivedReport, Counted, KeptFile, Sealed, archive_id};
use crate::change::Operation;
use crate::context::{Context, Stage};
use crate::counting::{Definition, Figure, dimension_of};
use crate::error::{Error, Lang, Result};
use crate::files::{hex, told_apart};
use crate::folder::{ARCHIVE, Register};
use crate::kept::{Hashed, Landed};
use crate::period::Period;
use crate::records::line_as_kept;
use crate::reports::{self, ReportRequest};
use crate::store;
use crate::store::records::fingerprint;
use crate::things::{RecordId, Term, Values};

/// The head of a printed sheet holds it, and 255 characters in all (Excel specifications and limits).
const LONGEST_TITLE: usize = 100;
/// How many records are frozen between two reports of progress.
const STEP: u64 = 4096;

impl Register {
    /// Archives the report of a period as it stands.
    pub fn archive_report(&mut self, context: &Context, request: &ArchiveReport) -> Result<ArchivedReport> {
        let report = &request.report;
        report.check()?;
        if report.addressee().is_empty() {
            return Err(Error::AddresseeMissing);
        }
        let given = request.title.as_deref().unwrap_or_default().replace('\n', " ");
        let title = line_as_kept("title", &given, ("归档名称", "The title"), LONGEST_TITLE)?;
        let folder = self.folder().join(ARCHIVE);
        let figures = self.figures(report.period(), Lang::Zh)?;
        let document = reports::compose(self, report, &figures)?;
        let docx = {
            let mut file = Hashed::within(&folder)?;
            let place = file.place().to_path_buf();
            reports::write_document(&document, &place, &mut file)?;
            file.keep()?
        };
        let xlsx = {
            let mut file = Hashed::within(&folder)?;
            let place = file.place().to_path_buf();
            reports::write_statistics(self, context, report, figures.clone(), &place, &mut file)?;
            file.keep()?
        };
        let definitions = self.definitions()?;
        let number = store::archive::next(self.db())?;
        let sealed = Sealed {
            id: archive_id(number),
            number,
            title: title.unwrap_or_else(|| document.title.replace('\n', "")),
            institution: document.institution.clone(),
            addressee: document.addressee.clone(),
            from: report.from,
            to: report.to,
            date: report.date(),
            archived_at: context.now.format("%Y-%m-%dT%H:%M:%S").to_string(),
            by: context.who.to_owned(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            counts: counted(&definitions),
            docx: kept_file(&docx),
            xlsx: kept_file(&xlsx),
        };
        let (figures, records) = self.behind(context, report, figures, definitions)?;
        let frozen = Frozen {
            wording: reports::wording(self)?.text,
            document,
            words: self.words_of(&figures)?,
            figures,
            records,
            rules: self.rules()?,
            calendar: self.years_of(report.period())?,
            report: sealed,
        };
        let json = {
            let mut file = Hashed::within(&folder)?;
            let place = file.place().to_path_buf();
            let mut buffer = BufWriter::new(&mut file);
            let written = serde_json::to_writer(&mut buffer, &frozen).map_err(io::Error::from);
            written.and_then(|()| buffer.flush()).map_err(told_apart(&place))?;
            drop(buffer);
            file.keep()?
        };
        let archived = ArchivedReport { sealed: frozen.report, sha256: json.sha256.clone(), size: json.size };
        self.change(context, Operation::ReportArchive, |change| change.archive(&archived))?;
        [docx, xlsx, json].into_iter().for_each(Landed::stay);
        Ok(archived)
    }

    /// Each figure with its definition and the records behind it, and each of those records as it stands.
    fn behind(
        &self,
        context: &Context,
        report: &ReportRequest,
        figures: Vec<Figure>,
        definitions: Vec<Definition>,
    ) -> Result<(Vec<FrozenFigure>, BTreeMap<String, FrozenRecord>)> {
        let mut records: BTreeMap<String, FrozenRecord> = BTreeMap::new();
        let mut frozen = Vec::new();
        for (figure, definition) in figures.into_iter().zip(definitions) {
            let mut rows = Vec::new();
            self.each_record(&definition, report.period(), |record| {
                rows.push((record.id.clone(), record.date, record.quantity));
                let known = FrozenRecord { title: record.title, digest: String::new() };
                records.entry(record.id).or_insert(known);
                Ok(())
            })?;
            frozen.push(FrozenFigure { figure, definition, rows });
        }
        let names: Vec<&String> = records.keys().collect();
        let digests = self.digests(context, &names)?;
        for (record, digest) in records.values_mut().zip(digests) {
            record.digest = digest.unwrap_or_default();
        }
        Ok((frozen, records))
    }

    /// The digests of records that count; nothing of one that does not.
    pub(super) fn digests(&self, context: &Context, names: &[&String]) -> Result<Vec<Option<String>>> {
        let total = names.len() as u64;
        let mut digests = Vec::with_capacity(names.len());
        for (done, name) in (0..).zip(names) {
            if done % STEP == 0 {
                context.progress(Stage::Writing, done, total)?;
            }
            let RecordId { thing, number } = RecordId::parse(name)?;
            let record = store::records::get(self.db(), thing, number)?;
            let counts = record.filter(|record| record.withdrawn.is_none() && !record.taken_back);
            digests.push(counts.map(|record| digest(&record.values)));
        }
        Ok(digests)
    }

    /// The words that definitions name, and those below them, by their numbers.
    fn words_of(&self, figures: &[FrozenFigure]) -> Result<Vec<Term>> {
        let vocabulary = self.vocabulary()?;
        let mut ids = BTreeSet::new();
        for FrozenFigure { definition, .. } in figures {
            for filter in &definition.filters {
                if let Some(dimension) = dimension_of(definition.counts.thing(), &filter.field) {
                    let named = filter.any.iter().filter_map(|word| vocabulary.id(dimension, word));
                    ids.extend(named.flat_map(|id| vocabulary.with_descendants(id)));
                }
            }
        }
        Ok(ids.into_iter().filter_map(|id| vocabulary.get(id).cloned()).collect())
    }

    /// The calendar of the years that a period touches.
    pub(super) fn years_of(&self, period: Period) -> Result<Vec<FrozenYear>> {
        let year = |year| {
            let known = self.calendar_year(year)?;
            Ok(FrozenYear { year, known: known.known, days: known.days })
        };
        (period.from.year()..=period.to.year()).map(year).collect()
    }
}

/// What stands for all that a record says.
fn digest(values: &Values) -> String {
    hex(&fingerprint(values, None))
}

fn kept_file(landed: &Landed) -> KeptFile {
    KeptFile { sha256: landed.sha256.clone(), size: landed.size }
}

/// The registers that definitions count, each with the day that decides, each once.
fn counted(definitions: &[Definition]) -> Vec<Counted> {
    let counted = definitions.iter().map(|it| Counted { thing: it.counts.thing(), date: it.date.clone() });
    counted.collect::<BTreeSet<_>>().into_iter().collect()
}
