//! Proof that a register is what its change log says it is.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;

use serde::Serialize;
use ts_rs::TS;

use super::Register;
use crate::archive::all_archived;
use crate::change::{REFUSED, RefusedDigest, RowsDigest, SETTLED, entry_hash, json};
use crate::context::{Context, Stage};
use crate::error::{Error, Lang, Result};
use crate::files::is_temporary;
use crate::finding::{Finding, Kept, KeptIn};
use crate::import::batch_id;
use crate::seal::{DATABASE, Seal, SealState, digest_watched};
use crate::store;
use crate::store::changes::Left;
use crate::store::leftovers::Settlement;
use crate::store::records::fingerprint;
use crate::things::{RecordId, Thing, from_logged};

/// One check and what it found.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Check {
    pub check: String,
    pub ok: bool,
    pub detail: String,
}

/// All checks; `ok` only where every one is.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Verification {
    pub ok: bool,
    pub checks: Vec<Check>,
}

/// Verifies a register that is not open. A register so damaged that it cannot be opened is a finding, not an error.
pub fn verify(context: &Context, folder: &Path) -> Result<Verification> {
    if !folder.join(DATABASE).is_file() {
        return Err(Error::NotARegister { folder: folder.into() });
    }
    // Before anything opens the file: its bytes as they were left.
    let state = Seal::of(folder).state()?;
    match Register::open(folder) {
        Ok(register) => register.verify_sealed(context, state),
        Err(error @ (Error::RegisterDamaged { .. } | Error::Store(_))) => Ok(unopenable(state, &error, context.lang)),
        Err(error) if state == SealState::Broken && !matches!(error, Error::RegisterBusy { .. }) => {
            Ok(unopenable(state, &error, context.lang))
        }
        Err(error) => Err(error),
    }
}

fn unopenable(state: SealState, error: &Error, lang: Lang) -> Verification {
    let database = Check { check: "database".into(), ok: false, detail: error.sentence(lang) };
    Verification { ok: false, checks: vec![of_seal(state, lang), database] }
}

impl Register {
    /// Verifies this register. While a session has changed it, its seal is lifted and says nothing.
    pub fn verify(&self, context: &Context) -> Result<Verification> {
        self.verify_sealed(context, self.seal.state()?)
    }

    fn verify_sealed(&self, context: &Context, state: SealState) -> Result<Verification> {
        let mut checks = vec![of_seal(state, context.lang)];
        for (check, faults) in [
            ("database", self.database_faults()),
            ("log", self.log_faults()),
            ("records", self.record_faults(context)),
            ("leftovers", self.leftover_faults()),
            ("vocabulary", self.plain_faults()),
            ("evidence", self.evidence_faults(context)),
            ("archive", self.archive_faults(context)),
        ] {
            checks.push(match faults {
                Ok(faults) if faults.is_empty() => Check { check: check.into(), ok: true, detail: String::new() },
                Ok(faults) => {
                    Check { check: check.into(), ok: false, detail: Finding::in_short(&faults, context.lang) }
                }
                Err(Error::Cancelled) => return Err(Error::Cancelled),
                // A page that cannot be read is a finding.
                Err(error) => {
                    let sentence = self.explain(error).sentence(context.lang);
                    Check { check: check.into(), ok: false, detail: sentence }
                }
            });
        }
        Ok(Verification { ok: checks.iter().all(|check| check.ok), checks })
    }

    fn database_faults(&self) -> Result<Vec<Finding>> {
        let pages = store::health::integrity(self.db())?.into_iter().map(Finding::PagesDamaged);
        let references = store::health::foreign_keys(self.db())?.into_iter().map(Finding::ReferenceLost);
        let indexes = store::health::index_columns(self.db())?.into_iter();
        let indexes = indexes.map(|(column, count)| Finding::IndexDiffers { column, count });
        Ok(pages.chain(references).chain(indexes).collect())
    }

    /// The chain of the log: numbers without a gap, each hash over its entry and the hash before.
    fn log_faults(&self) -> Result<Vec<Finding>> {
        let mut previous = String::new();
        let mut expected = 1;
        for entry in store::changes::entries(self.db())? {
            if entry.seq != expected {
                return Ok(vec![Finding::EntryMissing(expected)]);
            }
            let records = store::changes::records_of(self.db(), entry.seq)?;
            if entry.previous != previous || entry.hash != entry_hash(&entry, &records) {
                return Ok(vec![Finding::EntryAltered(entry.seq)]);
            }
            previous = entry.hash;
            expected += 1;
        }
        Ok(if expected == 1 { vec![Finding::LogEmpty] } else { Vec::new() })
    }

    /// Every record is as the log last left it: by its own entry, or by the digest of the import that brought it.
    fn record_faults(&self, context: &Context) -> Result<Vec<Finding>> {
        let mut faults = Vec::new();
        let mut batches: BTreeMap<i64, RowsDigest> = BTreeMap::new();
        let total = store::records::count(self.db())?;
        let mut done = 0;
        for thing in Thing::ALL {
            let mut logged: HashSet<String> = store::changes::known(self.db(), thing.key())?.into_iter().collect();
            store::records::each(self.db(), thing, None, |record| {
                if done % 4096 == 0 {
                    context.progress(Stage::Verifying, done, total)?;
                }
                done += 1;
                let number = record.id.to_string();
                let ends = match logged.remove(&number) {
                    true => store::changes::first_and_last(self.db(), thing.key(), &number)?,
                    false => None,
                };
                let (first, last) = ends.unwrap_or_default();
                let as_logged = last.and_then(|json| from_logged(thing, &json));
                match (&as_logged, &record.origin) {
                    (Some((values, withdrawn)), _) if *values != record.values || *withdrawn != record.withdrawn => {
                        faults.push(Finding::RecordDiffers(record.name()));
                    }
                    (None, None) => faults.push(Finding::RecordUnlogged(record.name())),
                    _ => {}
                }
                // An imported record keeps the fingerprint that it came with.
                let came = match (&record.origin, first.as_deref().and_then(|json| from_logged(thing, json))) {
                    (Some(_), Some((values, withdrawn))) => fingerprint(&values, withdrawn.as_deref()),
                    _ => fingerprint(&record.values, record.withdrawn.as_deref()),
                };
                let now = fingerprint(&record.values, record.withdrawn.as_deref());
                let (stored, edited) = &record.fingerprints;
                if *stored != came || edited.as_ref().is_some_and(|edited| *edited != now) {
                    faults.push(Finding::FingerprintDiffers(record.name()));
                }
                if let Some(origin) = &record.origin {
                    let rows = batches.entry(origin.batch).or_default();
                    match first.and_then(|json| from_logged(thing, &json)) {
                        Some((values, withdrawn)) => rows.add(record.id, &values, withdrawn.as_deref(), origin),
                        None => rows.add(record.id, &record.values, record.withdrawn.as_deref(), origin),
                    }
                }
                Ok(())
            })?;
            faults.extend(logged.into_iter().filter_map(|number| {
                let id = RecordId { thing, number: number.parse().ok()? };
                Some(Finding::RecordGone(id.to_string()))
            }));
        }
        for entry in store::changes::entries(self.db())?.into_iter().filter(|entry| !entry.rows.is_empty()) {
            let batch = entry.batch.unwrap_or_default();
            if batches.remove(&batch).unwrap_or_default().finish() != entry.rows {
                faults.push(Finding::BatchRowsDiffer(batch_id(batch)));
            }
        }
        faults.extend(batches.keys().map(|batch| Finding::BatchUnlogged(batch_id(*batch))));
        Ok(faults)
    }

    /// Rows that imports refused are as the imports left them, and dealt with as the log says.
    fn leftover_faults(&self) -> Result<Vec<Finding>> {
        let mut faults = Vec::new();
        let mut settled: BTreeMap<i64, Settlement> = BTreeMap::new();
        for Left { record: id, after, batch } in store::changes::of_kind(self.db(), SETTLED)? {
            let record: Option<String> = after.and_then(|after| serde_json::from_str(&after).ok()).unwrap_or_default();
            settled.insert(id.parse().unwrap_or_default(), Settlement { record: record.unwrap_or_default(), batch });
        }
        let mut refused: BTreeMap<i64, RefusedDigest> = BTreeMap::new();
        store::leftovers::each(self.db(), |row| {
            refused.entry(row.origin.batch).or_default().add(row.id, &row.origin, &row.refused);
            if settled.remove(&row.id) != row.settled {
                faults.push(Finding::SettlementDiffers { batch: batch_id(row.origin.batch), row: row.origin.row });
            }
        })?;
        faults.extend(settled.into_keys().map(Finding::SettledRowGone));
        // Of refused rows that the log never knew nothing can be said.
        for Left { record: batch, after: digest, .. } in store::changes::of_kind(self.db(), REFUSED)? {
            let batch = batch.parse().unwrap_or_default();
            if Some(refused.remove(&batch).unwrap_or_default().finish()) != digest {
                faults.push(Finding::RefusedRowsDiffer(batch_id(batch)));
            }
        }
        Ok(faults)
    }

    /// Terms, settings, definitions, declared numbers, mappings, batches, departments, persons, archived reports,
    /// accepted checks and what is kept beside records are as the log last left them.
    fn plain_faults(&self) -> Result<Vec<Finding>> {
        let mut found: Vec<(Kept, String, String)> = Vec::new();
        for term in store::terms::all(self.db())? {
            found.push((Kept::Term, term.id.to_string(), json(&term)));
        }
        for (key, value) in store::settings::all(self.db())? {
            found.push((Kept::Setting, key, value));
        }
        for (headings, mapping) in store::settings::mappings(self.db())? {
            found.push((Kept::Mapping, headings, mapping));
        }
        for (id, definition) in store::figures::all(self.db())? {
            found.push((Kept::Figure, id, definition));
        }
        for batch in store::batches::all(self.db())? {
            found.push((Kept::Batch, batch.number().to_string(), json(&batch)));
        }
        for file in store::evidence::all(self.db())? {
            found.push((Kept::Evidence, format!("{}/{}", file.record, file.sha256), json(&file)));
        }
        for (name, decision) in store::evidence::all_decisions(self.db())? {
            found.push((Kept::Decision, name, decision));
        }
        for (record, answers) in store::evidence::all_reviews(self.db())? {
            found.push((Kept::Review, record, answers));
        }
        for (item, rhythm) in store::list_marks::rhythms(self.db())? {
            found.push((Kept::ListRhythm, item.to_string(), rhythm));
        }
        for (item, year, decision) in store::list_marks::decisions(self.db())? {
            found.push((Kept::ListDecision, format!("{item}/{year}"), decision));
        }
        for department in store::people::departments(self.db())? {
            found.push((Kept::Department, department.department.to_string(), json(&department)));
        }
        for person in store::people::persons(self.db())? {
            found.push((Kept::Person, person.id.to_string(), json(&person)));
        }
        for (number, report) in store::archive::all(self.db())? {
            found.push((Kept::Archive, number.to_string(), report));
        }
        for stated in store::declared::all(self.db())? {
            found.push((Kept::Declared, format!("{}/{}/{}", stated.figure, stated.from, stated.to), stated.entry));
        }
        for accepted in store::acceptances::all(self.db())? {
            let name = format!("{}/{}/{}", accepted.line, accepted.from, accepted.to);
            found.push((Kept::Acceptance, name, accepted.entry));
        }
        let mut faults = Vec::new();
        for kept in Kept::ALL {
            let mut known: HashSet<String> = store::changes::known(self.db(), kept.key())?.into_iter().collect();
            for (_, record, now) in found.iter().filter(|(of, _, _)| *of == kept) {
                known.remove(record);
                let last = store::changes::first_and_last(self.db(), kept.key(), record)?.and_then(|(_, last)| last);
                if last.as_ref() != Some(now) {
                    faults.push(Finding::KeptDiffers(kept, record.clone()));
                }
            }
            for record in known {
                // A figure that was removed is gone, and its last entry says so.
                let removed = kept == Kept::Figure
                    && store::changes::first_and_last(self.db(), kept.key(), &record)?
                        .is_some_and(|(_, last)| last.is_none());
                let gone = removed
                    || kept == Kept::Term
                        && record
                            .parse()
                            .ok()
                            .map(|id| store::terms::get(self.db(), id))
                            .transpose()?
                            .flatten()
                            .is_some_and(|t| t.gone);
                if !gone {
                    faults.push(Finding::KeptGone(kept, record));
                }
            }
        }
        Ok(faults)
    }

    fn evidence_faults(&self, context: &Context) -> Result<Vec<Finding>> {
        let files = store::evidence::all(self.db())?.into_iter();
        self.file_faults(context, KeptIn::Evidence, files.map(|file| (file.sha256, file.name)))
    }

    fn archive_faults(&self, context: &Context) -> Result<Vec<Finding>> {
        let reports = all_archived(self.db())?.into_iter();
        self.file_faults(context, KeptIn::Archive, reports.flat_map(|report| report.files()))
    }

    /// Every file is there, is what its name says, and belongs to something: (its SHA-256, what it is called).
    fn file_faults(
        &self,
        context: &Context,
        place: KeptIn,
        files: impl Iterator<Item = (String, String)>,
    ) -> Result<Vec<Finding>> {
        let folder = self.folder().join(place.folder());
        let mut kept: BTreeMap<String, String> = BTreeMap::new();
        for (sha256, name) in files {
            kept.entry(sha256).or_insert(name);
        }
        let mut faults = Vec::new();
        let found =
            if folder.exists() { fs::read_dir(&folder).map_err(Error::io(&folder))?.collect() } else { Vec::new() };
        let total = found.len() as u64;
        for (done, file) in found.into_iter().enumerate() {
            context.progress(Stage::Verifying, done as u64, total)?;
            let path = file.map_err(Error::io(&folder))?.path();
            // What a power cut left of a file on its way is nobody's; the next one takes its place.
            if is_temporary(&path) {
                continue;
            }
            let sha256 = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let Some(name) = kept.remove(&sha256) else {
                faults.push(Finding::FileUnknown(place, sha256));
                continue;
            };
            let watch = || context.progress(Stage::Verifying, done as u64, total);
            match digest_watched(&path, watch) {
                Ok(found) if found == sha256 => {}
                Err(Error::Cancelled) => return Err(Error::Cancelled),
                Ok(_) | Err(_) => faults.push(Finding::FileDiffers(place, name)),
            }
        }
        faults.extend(kept.into_values().map(|name| Finding::FileMissing(place, name)));
        Ok(faults)
    }
}

fn of_seal(state: SealState, lang: Lang) -> Check {
    let (ok, found) = match state {
        SealState::Whole => (true, Finding::SealWhole),
        SealState::Broken => (false, Finding::SealBroken),
        SealState::Lifted => (true, Finding::SealLifted),
    };
    Check { check: "file".into(), ok, detail: found.sentence(lang) }
}
