//! 佐证材料: files and pictures that belong to a record, kept in `evidence/` under their SHA-256.
//!
//! The same content is stored once, whichever records keep it; what is withdrawn stays with its reason. A file of
//! `evidence/` is never opened itself: a copy under its own name is, so that nobody edits the evidence.

mod keep;
mod name;

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;
use ts_rs::TS;

use crate::change::Operation;
use crate::context::Context;
use crate::error::{Error, Result};
use crate::files::told_apart;
use crate::folder::{EVIDENCE, OPENED, Register};
use crate::kept::copy_of;
use crate::store;
use crate::store::evidence::Attached;
use crate::things::RecordId;

/// The setting that holds how large a file may be, in MB of 1,000,000 bytes.
const LIMIT: &str = "evidence_limit";
const SHIPPED_LIMIT: u64 = 500;
/// Beyond it a backup on a stick formatted as FAT32 would fail (4 GiB less one byte).
pub const LARGEST_LIMIT: u64 = 4_000;
const MEGABYTE: u64 = 1_000_000;

/// One file of a record.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Evidence {
    pub name: String,
    /// In bytes.
    pub size: u64,
    pub sha256: String,
    pub added_at: String,
    pub by: String,
    pub kind: EvidenceKind,
    /// Whether the file lies in the register's folder in its whole length; `verify` reads it through.
    pub there: bool,
    /// The reason, where it was withdrawn.
    pub withdrawn: Option<String>,
}

/// What a file is by its ending, for its picture in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    Picture,
    Pdf,
    Document,
    Sheet,
    Text,
    Other,
}

impl EvidenceKind {
    fn of(name: &str) -> EvidenceKind {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
        match ending.as_str() {
            "png" | "jpg" | "jpeg" | "gif" | "bmp" | "webp" | "tif" | "tiff" | "heic" => EvidenceKind::Picture,
            "pdf" | "ofd" => EvidenceKind::Pdf,
            "docx" | "doc" | "wps" | "odt" | "rtf" => EvidenceKind::Document,
            "xlsx" | "xls" | "et" | "ods" | "csv" => EvidenceKind::Sheet,
            "txt" | "md" => EvidenceKind::Text,
            _ => EvidenceKind::Other,
        }
    }
}

/// What came of attaching a file.
#[derive(Debug, Serialize, TS)]
pub struct EvidenceAdded {
    pub evidence: Evidence,
    /// The record kept the same content before: nothing was changed.
    pub already: bool,
    /// Other records that keep the same content, which is stored once.
    pub also_in: Vec<String>,
    /// The name that the file had, where it could not be kept so.
    pub renamed_from: Option<String>,
}

/// A file that may be kept with a record.
#[derive(Debug, Serialize, TS)]
pub struct EvidenceCandidate {
    pub name: String,
    /// In bytes.
    pub size: u64,
}

/// The copy of a file that may be opened.
#[derive(Debug, Serialize, TS)]
pub struct EvidenceFile {
    pub path: String,
    pub name: String,
}

/// How large a file of evidence may be.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct EvidenceLimit {
    /// In MB of 1,000,000 bytes.
    pub megabytes: u64,
}

impl Register {
    /// Whether a file could be kept, told before the record is there that will keep it.
    pub fn evidence_candidate(&self, path: &Path) -> Result<EvidenceCandidate> {
        Ok(EvidenceCandidate { name: given_name(path), size: keep::size_of(self.folder(), path, self.most()?)? })
    }

    /// Keeps a file with a record.
    pub fn attach_evidence(&mut self, context: &Context, record: &str, path: &Path) -> Result<EvidenceAdded> {
        let id = self.open_to_change(record)?.to_string();
        let most = self.most()?;
        let given = given_name(path);
        let arrived = keep::keep(context, self.folder(), path, most)?;
        let before = store::evidence::get(self.db(), &id, &arrived.sha256)?;
        let others = store::evidence::of_file(self.db(), &arrived.sha256)?;
        let already = before.as_ref().filter(|kept| kept.withdrawn_reason.is_none()).cloned();
        let is_already = already.is_some();
        let kept = match already {
            Some(kept) => kept,
            None => {
                let kept = Attached {
                    record: id.clone(),
                    sha256: arrived.sha256.clone(),
                    name: name::kept(&given),
                    size: arrived.size,
                    added_at: context.now.format("%Y-%m-%dT%H:%M:%S").to_string(),
                    added_by: context.who.to_owned(),
                    withdrawn_reason: None,
                };
                self.change(context, Operation::EvidenceAttach, |change| change.put_evidence(before.as_ref(), &kept))?;
                kept
            }
        };
        arrived.stay();
        let other = |kept: Attached| (kept.record != id && kept.withdrawn_reason.is_none()).then_some(kept.record);
        Ok(EvidenceAdded {
            renamed_from: (kept.name != given && !is_already).then_some(given),
            evidence: self.shown(kept),
            already: is_already,
            also_in: others.into_iter().filter_map(other).collect(),
        })
    }

    /// The files of a record, oldest first; those withdrawn with their reason.
    pub fn evidence(&self, record: &str) -> Result<Vec<Evidence>> {
        let id = self.known(record)?.to_string();
        Ok(store::evidence::of_record(self.db(), &id)?.into_iter().map(|kept| self.shown(kept)).collect())
    }

    /// Withdraws a file from a record: it stays where it is, with the reason.
    pub fn detach_evidence(
        &mut self,
        context: &Context,
        record: &str,
        sha256: &str,
        reason: &str,
    ) -> Result<Vec<Evidence>> {
        let id = self.open_to_change(record)?.to_string();
        let kept = self.kept(&id, sha256)?;
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Error::EvidenceReasonMissing);
        }
        if kept.withdrawn_reason.is_none() {
            let after = Attached { withdrawn_reason: Some(reason.to_owned()), ..kept.clone() };
            self.change(context, Operation::EvidenceDetach, |change| change.put_evidence(Some(&kept), &after))?;
        }
        self.evidence(record)
    }

    /// A copy of a file under its own name, made anew each time and gone when the register is closed.
    pub fn evidence_file(&self, context: &Context, record: &str, sha256: &str) -> Result<EvidenceFile> {
        let kept = self.kept(&self.known(record)?.to_string(), sha256)?;
        let source = self.folder().join(EVIDENCE).join(&kept.sha256);
        let lost = || Error::EvidenceLost { name: kept.name.clone() };
        if !source.is_file() {
            return Err(lost());
        }
        let place = self.folder().join(OPENED).join(kept.sha256.get(..16).unwrap_or(&kept.sha256));
        fs::create_dir_all(&place).map_err(Error::io(&place))?;
        let copy = place.join(&kept.name);
        match copy_of(context, &source, kept.size, &copy)? {
            Some(arriving) => arriving.land().map_err(told_apart(&copy))?,
            None => return Err(Error::EvidenceChanged { name: kept.name }),
        }
        Ok(EvidenceFile { path: copy.display().to_string(), name: kept.name })
    }

    /// How large a file may be, in bytes.
    fn most(&self) -> Result<u64> {
        Ok(self.evidence_limit()?.megabytes.saturating_mul(MEGABYTE))
    }

    pub fn evidence_limit(&self) -> Result<EvidenceLimit> {
        let set = store::settings::get(self.db(), LIMIT)?.and_then(|limit| limit.parse().ok());
        Ok(EvidenceLimit { megabytes: set.unwrap_or(SHIPPED_LIMIT) })
    }

    pub fn set_evidence_limit(&mut self, context: &Context, megabytes: u64) -> Result<EvidenceLimit> {
        if !(1..=LARGEST_LIMIT).contains(&megabytes) {
            return Err(Error::EvidenceLimitOutOfRange { most: LARGEST_LIMIT });
        }
        self.change(context, Operation::SettingSet, |change| change.set(LIMIT, &megabytes.to_string()))?;
        self.evidence_limit()
    }

    /// The files of a record that stand, with the places where they lie.
    pub(crate) fn standing_evidence(&self, record: &str) -> Result<Vec<(Attached, PathBuf)>> {
        let kept = store::evidence::of_record(self.db(), record)?;
        let standing = kept.into_iter().filter(|kept| kept.withdrawn_reason.is_none());
        Ok(standing.map(|kept| (kept.clone(), self.folder().join(EVIDENCE).join(&kept.sha256))).collect())
    }

    fn kept(&self, id: &str, sha256: &str) -> Result<Attached> {
        store::evidence::get(self.db(), id, sha256)?.ok_or_else(|| Error::NoSuchEvidence { record: id.into() })
    }

    fn shown(&self, kept: Attached) -> Evidence {
        let file = self.folder().join(EVIDENCE).join(&kept.sha256);
        Evidence {
            there: file.metadata().is_ok_and(|file| file.is_file() && file.len() == kept.size),
            kind: EvidenceKind::of(&kept.name),
            name: kept.name,
            size: kept.size,
            sha256: kept.sha256,
            added_at: kept.added_at,
            by: kept.added_by,
            withdrawn: kept.withdrawn_reason,
        }
    }

    /// A record that is there, also one that is withdrawn or was taken back.
    pub(crate) fn known(&self, record: &str) -> Result<RecordId> {
        let id = RecordId::parse(record)?;
        match store::records::get(self.db(), id.thing, id.number)? {
            Some(_) => Ok(id),
            None => Err(Error::NoSuchRecord { id: record.into() }),
        }
    }

    /// A record that may be changed.
    pub(crate) fn open_to_change(&self, record: &str) -> Result<RecordId> {
        let id = RecordId::parse(record)?;
        match self.current(id)?.withdrawn {
            Some(_) => Err(Error::RecordWithdrawn { id: record.into() }),
            None => Ok(id),
        }
    }
}

fn given_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The failure of reading a file that a person chose: it may have vanished since.
fn unreadable(path: &Path) -> impl FnOnce(std::io::Error) -> Error {
    let path = path.to_path_buf();
    move |error| match error.kind() {
        std::io::ErrorKind::NotFound => Error::EvidenceGone { path },
        std::io::ErrorKind::PermissionDenied => Error::EvidenceUnreadable { path },
        _ => match told_apart(&path)(error) {
            Error::Io { path, .. } => Error::EvidenceGone { path },
            other => other,
        },
    }
}
