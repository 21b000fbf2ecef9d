//! Half-filled forms, kept beside the app's settings and not in the register: they outlive a crash and a pulled stick.
//!
//! One file a register, named by the digest of its id, so that a stick may come back under another letter; in it a
//! JSON object: key → what was typed.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

pub type Drafts = BTreeMap<String, String>;

/// The drafts of a register; a missing file is none. One that is no JSON is put aside, not written over.
pub fn load(place: &Path, register: &str) -> io::Result<Drafts> {
    let file = file(place, register);
    let bytes = match std::fs::read(&file) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Drafts::default()),
        Err(error) => return Err(error),
    };
    match serde_json::from_slice(&bytes) {
        Ok(drafts) => Ok(drafts),
        Err(_) => std::fs::rename(&file, file.with_extension("unreadable")).map(|()| Drafts::default()),
    }
}

/// Keeps what was typed under a key, or forgets it. On disk once it returns.
pub fn write(place: &Path, register: &str, key: &str, draft: Option<&str>) -> io::Result<()> {
    let mut drafts = load(place, register)?;
    match draft {
        Some(draft) => drafts.insert(key.to_owned(), draft.to_owned()),
        None => drafts.remove(key),
    };
    let file = file(place, register);
    if drafts.is_empty() {
        return match std::fs::remove_file(&file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        };
    }
    std::fs::create_dir_all(place)?;
    // Written beside and moved, so that a crash leaves the old drafts or the new ones.
    let beside = file.with_extension("new");
    let mut writing = std::fs::File::create(&beside)?;
    writing.write_all(&serde_json::to_vec(&drafts)?)?;
    writing.sync_data()?;
    drop(writing);
    std::fs::rename(&beside, &file)
}

fn file(place: &Path, register: &str) -> PathBuf {
    let digest = Sha256::digest(register.as_bytes());
    let name: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    place.join(name).with_extension("json")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_was_typed_is_there_again_and_apart_for_each_register() {
        let place = tempfile::tempdir().unwrap();
        let place = place.path().join("草稿");
        write(&place, "/甲", "publication/new", Some(r#"{"title":"招生<b>章程"}"#)).unwrap();
        write(&place, "/甲", "meeting/new", Some("{}")).unwrap();
        write(&place, "/乙", "publication/new", Some("{}")).unwrap();
        assert_eq!(load(&place, "/甲").unwrap().len(), 2);
        assert_eq!(load(&place, "/甲").unwrap().get("publication/new").unwrap(), r#"{"title":"招生<b>章程"}"#);
        write(&place, "/甲", "publication/new", None).unwrap();
        write(&place, "/甲", "meeting/new", None).unwrap();
        assert!(load(&place, "/甲").unwrap().is_empty());
        assert_eq!(std::fs::read_dir(&place).unwrap().count(), 1, "nothing typed leaves no file");
    }

    #[test]
    fn forgetting_what_was_never_kept_is_no_fault_and_a_broken_file_is_put_aside() {
        let place = tempfile::tempdir().unwrap();
        write(place.path(), "/甲", "publication/new", None).unwrap();
        std::fs::write(file(place.path(), "/甲"), b"{").unwrap();
        assert!(load(place.path(), "/甲").unwrap().is_empty());
        write(place.path(), "/甲", "publication/new", Some("又填")).unwrap();
        assert_eq!(load(place.path(), "/甲").unwrap().len(), 1);
        assert_eq!(std::fs::read(file(place.path(), "/甲").with_extension("unreadable")).unwrap(), b"{");
    }
}
