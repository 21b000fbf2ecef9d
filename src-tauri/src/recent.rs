//! The registers opened on this machine before, kept beside the app's settings; the last one first.

use std::io;
use std::path::Path;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// As many as a start page shows without scrolling.
const KEPT: usize = 8;

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct RecentRegister {
    pub folder: String,
    pub institution: String,
    /// Local time.
    pub opened: NaiveDateTime,
}

/// A list that is missing or cannot be read is an empty one.
pub fn load(file: &Path) -> Vec<RecentRegister> {
    std::fs::read(file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

pub fn add(file: &Path, folder: &str, institution: &str, opened: NaiveDateTime) -> io::Result<()> {
    let mut registers = load(file);
    registers.retain(|known| known.folder != folder);
    registers.insert(0, RecentRegister { folder: folder.to_owned(), institution: institution.to_owned(), opened });
    registers.truncate(KEPT);
    if let Some(parent) = file.parent() {
        std::fs::create_dir_all(parent)?;
    }
    // Written beside and moved, so that a crash leaves the old list or the new one.
    let beside = file.with_extension("json.new");
    std::fs::write(&beside, serde_json::to_vec_pretty(&registers)?)?;
    std::fs::rename(&beside, file)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn at(day: u32) -> NaiveDateTime {
        chrono::NaiveDate::from_ymd_opt(2023, 11, day).unwrap().and_hms_opt(9, 30, 0).unwrap()
    }

    #[test]
    fn opening_again_moves_a_register_to_the_head_and_keeps_it_once() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("设置").join("recent.json");
        add(&file, "/甲", "甲学院", at(1)).unwrap();
        add(&file, "/乙", "乙学院", at(2)).unwrap();
        add(&file, "/甲", "甲学院（更名）", at(3)).unwrap();
        let found: Vec<_> = load(&file).into_iter().map(|known| (known.folder, known.institution)).collect();
        assert_eq!(found, [("/甲".to_owned(), "甲学院（更名）".to_owned()), ("/乙".to_owned(), "乙学院".to_owned())]);
    }

    #[test]
    fn a_broken_list_is_an_empty_one_and_is_written_anew() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("recent.json");
        std::fs::write(&file, b"{").unwrap();
        assert_eq!(load(&file), []);
        add(&file, "/甲", "甲学院", at(1)).unwrap();
        assert_eq!(load(&file).len(), 1);
    }
}
