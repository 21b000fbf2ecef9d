//! What a review was made of, by digests, and what is otherwise since.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::texts;
use crate::error::Result;
use crate::files::hex;
use crate::folder::Register;
use crate::things::{RecordId, Values};

/// The texts and the files of a record, each by its SHA-256.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reviewed {
    /// By field; only those that are filled in.
    #[ts(type = "Record<string, string>")]
    pub texts: BTreeMap<String, String>,
    pub files: BTreeSet<String>,
}

/// What is otherwise than it was when it was reviewed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ChangedSince {
    /// Fields whose text is another, in the order of the form.
    pub fields: Vec<String>,
    pub files_added: usize,
    pub files_withdrawn: usize,
}

impl Reviewed {
    /// Nothing where all is as it was.
    pub(super) fn changed(&self, now: &Reviewed, values: &Values) -> Option<ChangedSince> {
        let is_other = |key: &&str| self.texts.get(*key) != now.texts.get(*key);
        let changed = ChangedSince {
            fields: values.iter().map(|(field, _)| field.key).filter(is_other).map(str::to_owned).collect(),
            files_added: now.files.difference(&self.files).count(),
            files_withdrawn: self.files.difference(&now.files).count(),
        };
        (self != now).then_some(changed)
    }
}

impl Register {
    /// A record as a review finds it.
    pub(super) fn as_reviewed(&self, id: RecordId, values: &Values) -> Result<Reviewed> {
        let digest = |text: &str| hex(&Sha256::digest(text));
        let files = self.standing_evidence(&id.to_string())?;
        Ok(Reviewed {
            texts: texts(values).map(|(key, text)| (key.to_owned(), digest(text))).collect(),
            files: files.into_iter().map(|(kept, _)| kept.sha256).collect(),
        })
    }
}
