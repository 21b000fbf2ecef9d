//! Proof that a register is what its change log says it is.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;

use serde::Serialize;
use ts_rs::TS;

use super::{EVIDENCE, Register};
use crate::change::{RowsDigest, entry_hash, json};
use crate::context::{Context, Stage};
use crate::error::{Error, Lang, Result};
use crate::seal::{DATABASE, Seal, SealState, digest};
use crate::store;
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
        Err(error @ (Error::RegisterDamaged { .. } | Error::Store(_))) => Ok(unopenable(state, &error)),
        Err(error) if state == SealState::Broken && !matches!(error, Error::RegisterBusy { .. }) => {
            Ok(unopenable(state, &error))
        }
        Err(error) => Err(error),
    }
}

fn unopenable(state: SealState, error: &Error) -> Verification {
    Verification {
        ok: false,
        checks: vec![of_seal(state), Check { check: "database".into(), ok: false, detail: error.sentence(Lang::Zh) }],
    }
}

impl Register {
    /// Verifies this register. While a session has changed it, its seal is lifted and says nothing.
    pub fn verify(&self, context: &Context) -> Result<Verification> {
        self.verify_sealed(context, self.seal.state()?)
    }

    fn verify_sealed(&self, context: &Context, state: SealState) -> Result<Verification> {
        let mut checks = vec![of_seal(state)];
        for (check, faults) in [
            ("database", self.database_faults()),
            ("log", self.log_faults()),
            ("records", self.record_faults(context)),
            ("vocabulary", self.plain_faults()),
            ("evidence", self.evidence_faults()),
        ] {
            checks.push(match faults {
                Ok(faults) if faults.is_empty() => Check { check: check.into(), ok: true, detail: String::new() },
                Ok(faults) => Check { check: check.into(), ok: false, detail: in_short(&faults) },
                Err(Error::Cancelled) => return Err(Error::Cancelled),
                // A page that cannot be read is a finding.
                Err(error) => {
                    let sentence = self.explain(error).sentence(Lang::Zh);
                    Check { check: check.into(), ok: false, detail: sentence }
                }
            });
        }
        Ok(Verification { ok: checks.iter().all(|check| check.ok), checks })
    }

    fn database_faults(&self) -> Result<Vec<String>> {
        let mut faults = store::health::integrity(self.db())?;
        faults.extend(store::health::foreign_keys(self.db())?.into_iter().map(|row| format!("引用落空：{row}")));
        faults.extend(
            store::health::index_columns(self.db())?
                .into_iter()
                .map(|(column, count)| format!("索引列 {column} 有 {count} 处与记录不符")),
        );
        Ok(faults)
    }

    /// The chain of the log: numbers without a gap, each hash over its entry and the hash before.
    fn log_faults(&self) -> Result<Vec<String>> {
        let mut previous = String::new();
        let mut expected = 1;
        for entry in store::changes::entries(self.db())? {
            if entry.seq != expected {
                return Ok(vec![format!("缺少第 {expected} 条变更记录")]);
            }
            let records = store::changes::records_of(self.db(), entry.seq)?;
            if entry.previous != previous || entry.hash != entry_hash(&entry, &records) {
                return Ok(vec![format!("第 {} 条变更记录被改动，或其前一条被删去", entry.seq)]);
            }
            previous = entry.hash;
            expected += 1;
        }
        Ok(if expected == 1 { vec!["变更记录是空的".into()] } else { Vec::new() })
    }

    /// Every record is as the log last left it: by its own entry, or by the digest of the import that brought it.
    fn record_faults(&self, context: &Context) -> Result<Vec<String>> {
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
                        faults.push(format!("{} 与变更记录不符", record.name()));
                    }
                    (None, None) => faults.push(format!("{} 没有变更记录", record.name())),
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
                    faults.push(format!("{} 的查重指纹与内容不符", record.name()));
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
                Some(format!("{id} 已不在台账中，变更记录却未注明"))
            }));
        }
        for entry in store::changes::entries(self.db())?.into_iter().filter(|entry| !entry.rows.is_empty()) {
            let batch = entry.batch.unwrap_or_default();
            if batches.remove(&batch).unwrap_or_default().finish() != entry.rows {
                faults.push(format!("导入批次 {} 的记录与导入时的摘要不符", crate::import::batch_id(batch)));
            }
        }
        faults.extend(batches.keys().map(|batch| format!("导入批次 {} 没有变更记录", crate::import::batch_id(*batch))));
        Ok(faults)
    }

    /// Terms, settings, definitions, mappings and batches are as the log last left them.
    fn plain_faults(&self) -> Result<Vec<String>> {
        let mut found: Vec<(&str, String, String)> = Vec::new();
        for term in store::terms::all(self.db())? {
            found.push(("term", term.id.to_string(), json(&term)));
        }
        for (key, value) in store::settings::all(self.db())? {
            found.push(("setting", key, value));
        }
        for (headings, mapping) in store::settings::mappings(self.db())? {
            found.push(("mapping", headings, mapping));
        }
        for (id, definition) in store::figures::all(self.db())? {
            found.push(("figure", id, definition));
        }
        for batch in store::batches::all(self.db())? {
            found.push(("batch", batch.number().to_string(), json(&batch)));
        }
        let mut faults = Vec::new();
        for thing in ["term", "setting", "mapping", "figure", "batch"] {
            let mut known: HashSet<String> = store::changes::known(self.db(), thing)?.into_iter().collect();
            for (_, record, now) in found.iter().filter(|(of, _, _)| *of == thing) {
                known.remove(record);
                let last = store::changes::first_and_last(self.db(), thing, record)?.and_then(|(_, last)| last);
                if last.as_ref() != Some(now) {
                    faults.push(format!("{thing} {record} 与变更记录不符"));
                }
            }
            for record in known {
                let gone = thing == "term"
                    && record
                        .parse()
                        .ok()
                        .map(|id| store::terms::get(self.db(), id))
                        .transpose()?
                        .flatten()
                        .is_some_and(|t| t.gone);
                if !gone {
                    faults.push(format!("{thing} {record} 已不在台账中"));
                }
            }
        }
        Ok(faults)
    }

    /// Every file of evidence has the digest that is its name.
    fn evidence_faults(&self) -> Result<Vec<String>> {
        let folder = self.folder().join(EVIDENCE);
        let mut faults = Vec::new();
        if !folder.exists() {
            return Ok(faults);
        }
        for file in fs::read_dir(&folder).map_err(Error::io(&folder))? {
            let path = file.map_err(Error::io(&folder))?.path();
            let found = digest(&path).map_err(Error::io(&path))?;
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            if name != found {
                faults.push(format!("附件 {name} 的内容已变"));
            }
        }
        Ok(faults)
    }
}

/// The first faults in full, and how many there are.
fn in_short(faults: &[String]) -> String {
    const TOLD: usize = 20;
    match faults.get(..TOLD) {
        Some(first) if faults.len() > TOLD => format!("{}；……共 {} 处", first.join("；"), faults.len()),
        _ => faults.join("；"),
    }
}

fn of_seal(state: SealState) -> Check {
    let (ok, detail) = match state {
        SealState::Whole => (true, "register.db 与上次关闭时逐字节一致"),
        SealState::Broken => (false, "register.db 在程序之外被改动过，与上次关闭时不一致"),
        SealState::Lifted => (true, "本次尚未关闭台账，或上次未正常关闭，封签待下次关闭时补上；以下各项照常核对"),
    };
    Check { check: "file".into(), ok, detail: detail.into() }
}
