//! 敏感信息检查 and 保密审查: what a record and its files say that must not go out, and what a reviewer decided of it.
//!
//! The check warns and never blocks. A decision holds for the text it was made of: where the text changes, what is found
//! in it is told again.

mod context;
mod numbers;
mod review;
mod reviewed;
mod scan;

use std::collections::HashMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::change::{Operation, json};
use crate::context::Context;
use crate::documents::{Spot, passages};
use crate::error::{Error, Lang, Result};
use crate::fault::{Fault, FaultCode};
use crate::files::hex;
use crate::folder::Register;
use crate::store;
use crate::things::{Kind, RecordId, Value, Values};

pub use review::{Answer, Conclusion, Questions, ReviewStanding, SecrecyReview, SetSecrecyReview};
pub(crate) use review::{against_review, unreviewed, withheld};
pub use reviewed::{ChangedSince, Reviewed};
pub use scan::{Found, SensitiveKind, scan};

#[derive(Debug, Deserialize, TS)]
pub struct DecideScan {
    pub record: String,
    /// The digest of the finding.
    pub finding: String,
    pub decision: Decision,
    pub reason: String,
}

#[derive(Debug, Serialize, TS)]
pub struct ScanAnswer {
    pub findings: Vec<SensitiveFinding>,
    /// Files whose text cannot be read: a person has to look at them.
    pub unread: Vec<Unread>,
}

#[derive(Clone, Debug, Serialize, TS)]
pub struct SensitiveFinding {
    /// By which it is decided on; another where the text is another.
    pub digest: String,
    pub kind: SensitiveKind,
    /// A few signs of it from both ends.
    pub masked: String,
    pub place: FindingPlace,
    /// What was decided; such a finding need not be told again.
    pub decision: Option<Decided>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "in", rename_all = "snake_case")]
pub enum FindingPlace {
    /// From and to which sign of the field's text, counted from 0.
    Field { field: String, from: usize, to: usize },
    Attachment {
        sha256: String,
        name: String,
        spot: Spot,
        /// Struck out in revision: not seen on the page, and yet in the file.
        deleted: bool,
    },
}

#[derive(Debug, Serialize, TS)]
pub struct Unread {
    pub name: String,
    pub sha256: String,
    pub code: String,
    pub zh: String,
    pub en: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// 公开: it may go out as it is.
    Public,
    /// 遮盖: it goes out with this covered.
    Masked,
    /// 不公开
    Withheld,
}

/// A decision as it is kept and logged; never with the number itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Decided {
    pub kind: SensitiveKind,
    pub masked: String,
    pub place: FindingPlace,
    pub decision: Decision,
    pub reason: String,
    pub at: String,
    pub by: String,
}

impl Register {
    /// What a record and its files hold that must not go out.
    pub fn scan_record(&self, context: &Context, record: &str) -> Result<ScanAnswer> {
        let id = self.known(record)?;
        let mut findings = self.in_record(id)?;
        let mut unread = Vec::new();
        for (kept, file) in self.standing_evidence(&id.to_string())? {
            match in_file(context, &file, &kept.name, &kept.sha256) {
                Ok(found) => findings.extend(found),
                Err(Error::Cancelled) => return Err(Error::Cancelled),
                Err(error) => unread.push(Unread {
                    name: kept.name,
                    sha256: kept.sha256,
                    code: error.code().into(),
                    zh: error.sentence(Lang::Zh),
                    en: error.sentence(Lang::En),
                }),
            }
        }
        let decided = self.decisions(id)?;
        for finding in &mut findings {
            let decision = decided.get(&finding.digest);
            finding.decision = decision.and_then(|decision| serde_json::from_str(decision).ok());
        }
        Ok(ScanAnswer { findings, unread })
    }

    /// What the texts of a form hold, but for what was decided of the same text of the record that is edited.
    pub(crate) fn sensitive_faults(&self, values: &Values, edited: Option<RecordId>) -> Result<Vec<Fault>> {
        let findings = in_values(values);
        if findings.is_empty() {
            return Ok(Vec::new());
        }
        let decided = edited.map(|id| self.decisions(id)).transpose()?.unwrap_or_default();
        Ok(findings.iter().filter(|finding| !decided.contains_key(&finding.digest)).filter_map(fault).collect())
    }

    /// What was decided, by the digests of the findings.
    fn decisions(&self, id: RecordId) -> Result<HashMap<String, String>> {
        Ok(store::evidence::decisions(self.db(), &id.to_string())?.into_iter().collect())
    }

    /// Keeps what a reviewer decided of a finding, in the place of what was decided before.
    pub fn decide_scan(&mut self, context: &Context, request: &DecideScan) -> Result<Decided> {
        let id = self.open_to_change(&request.record)?;
        let reason = request.reason.trim();
        if reason.is_empty() {
            return Err(Error::DecisionReasonMissing);
        }
        let finding = self.finding(context, id, &request.finding)?;
        let id = id.to_string();
        let decided = Decided {
            kind: finding.kind,
            masked: finding.masked,
            place: finding.place,
            decision: request.decision,
            reason: reason.to_owned(),
            at: context.now.format("%Y-%m-%dT%H:%M:%S").to_string(),
            by: context.who.to_owned(),
        };
        self.change(context, Operation::ScanDecide, |change| change.decide(&id, &finding.digest, &json(&decided)))?;
        Ok(decided)
    }

    /// A finding that is there now. The fields first: files take longer to read.
    fn finding(&self, context: &Context, id: RecordId, digest: &str) -> Result<SensitiveFinding> {
        let is_it = |finding: &SensitiveFinding| finding.digest == digest;
        if let Some(finding) = self.in_record(id)?.into_iter().find(is_it) {
            return Ok(finding);
        }
        let id = id.to_string();
        let found = self.scan_record(context, &id)?.findings.into_iter().find(is_it);
        found.ok_or(Error::NoSuchFinding { record: id })
    }

    fn in_record(&self, id: RecordId) -> Result<Vec<SensitiveFinding>> {
        let record = store::records::get(self.db(), id.thing, id.number)?;
        Ok(record.map(|record| in_values(&record.values)).unwrap_or_default())
    }
}

/// The texts of a record or a form that are filled in, by their fields: what is looked through, and what is reviewed.
fn texts(values: &Values) -> impl Iterator<Item = (&'static str, &str)> {
    let texts = values.iter().filter(|(field, _)| matches!(field.kind, Kind::Text { .. }));
    texts.filter_map(|(field, value)| match value {
        Value::Text(text) => Some((field.key, text.as_str())),
        Value::Empty | Value::Flag(_) | Value::Date(_) | Value::Number(_) | Value::Terms(_) => None,
    })
}

/// What the texts of a form or a record hold.
fn in_values(values: &Values) -> Vec<SensitiveFinding> {
    let mut findings = Vec::new();
    for (key, text) in texts(values) {
        // The text itself is taken in: a word changed beside a number may change what it is.
        findings.extend(scan(text).into_iter().map(|found| {
            let place = FindingPlace::Field { field: key.to_owned(), from: found.from, to: found.to };
            finding(&found, &[key, text, &found.from.to_string()], place)
        }));
    }
    findings
}

/// What the texts of a row hold, that nobody decided on yet.
pub(crate) fn told(values: &Values) -> Vec<Fault> {
    in_values(values).iter().filter_map(fault).collect()
}

/// A finding as it is told at its field.
fn fault(finding: &SensitiveFinding) -> Option<Fault> {
    let code = match finding.kind {
        SensitiveKind::IdentityNumber => FaultCode::IdentityNumberFound,
        SensitiveKind::MobileNumber => FaultCode::MobileNumberFound,
        SensitiveKind::BankCard => FaultCode::BankCardFound,
        SensitiveKind::Email => FaultCode::EmailFound,
    };
    match &finding.place {
        FindingPlace::Field { field, from, to } => {
            Some(Fault::new(code, field, &finding.masked).with(format!("{}–{to}", from + 1)))
        }
        FindingPlace::Attachment { .. } => None,
    }
}

/// What the text of a file holds.
fn in_file(context: &Context, file: &Path, name: &str, sha256: &str) -> Result<Vec<SensitiveFinding>> {
    let mut findings = Vec::new();
    for (at, passage) in passages(context, file, Path::new(name))?.iter().enumerate() {
        findings.extend(scan(&passage.text).iter().map(|found| {
            let place = FindingPlace::Attachment {
                sha256: sha256.to_owned(),
                name: name.to_owned(),
                spot: passage.spot.clone(),
                deleted: passage.look.deleted,
            };
            finding(found, &[sha256, &at.to_string(), &found.from.to_string()], place)
        }));
    }
    Ok(findings)
}

fn finding(found: &Found, stands_in: &[&str], place: FindingPlace) -> SensitiveFinding {
    let mut digest = Sha256::new();
    for part in [&json(&found.kind), &found.value].into_iter().map(String::as_str).chain(stands_in.iter().copied()) {
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part);
    }
    let digest = hex(&digest.finalize());
    SensitiveFinding { digest, kind: found.kind, masked: found.masked(), place, decision: None }
}
