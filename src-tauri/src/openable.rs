//! What the page may have opened by the system: files that the person saved here, copies of evidence that the register
//! made, folders that they chose here.
//!
//! A page that was tricked must not be able to start a program, so everything else is refused.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// Kinds of file that the app writes, and that offices keep as evidence. Nothing that a system would run, and no
/// document that may bring a program with it (.docm, .xlsm, .html).
const KINDS: [&str; 29] = [
    "docx", "xlsx", "csv", "txt", "json", "pdf", "doc", "xls", "ppt", "pptx", "wps", "et", "dps", "ofd", "odt", "ods",
    "rtf", "md", "png", "jpg", "jpeg", "gif", "bmp", "webp", "tif", "tiff", "heic", "mp3", "mp4",
];

#[derive(Default)]
pub struct Openable {
    files: HashSet<PathBuf>,
    folders: HashSet<PathBuf>,
}

impl Openable {
    /// A file that is about to be written; it need not exist.
    pub fn add_file(&mut self, file: &Path) {
        let (Some(folder), Some(name)) = (file.parent(), file.file_name()) else { return };
        if let Ok(folder) = folder.canonicalize() {
            self.files.insert(folder.join(name));
        }
    }

    /// A folder, and the folders within.
    pub fn add_folder(&mut self, folder: &Path) {
        if let Ok(folder) = folder.canonicalize() {
            self.folders.insert(folder);
        }
    }

    /// Links are followed before the answer, so that a link cannot lead outside.
    pub fn allows(&self, path: &Path) -> bool {
        let Ok(path) = path.canonicalize() else { return false };
        if path.is_dir() {
            return path.ancestors().any(|folder| self.folders.contains(folder));
        }
        let kind = path.extension().and_then(|kind| kind.to_str()).map(str::to_lowercase);
        kind.is_some_and(|kind| KINDS.contains(&kind.as_str())) && self.files.contains(&path)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_saved_report_opens_and_its_neighbour_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let (report, neighbour) = (folder.path().join("报告.docx"), folder.path().join("别的.docx"));
        let mut openable = Openable::default();
        openable.add_file(&report);
        assert!(!openable.allows(&report), "it was not written yet");
        for file in [&report, &neighbour] {
            std::fs::write(file, b"x").unwrap();
        }
        assert!(openable.allows(&report));
        assert!(!openable.allows(&neighbour));
    }

    #[test]
    fn a_chosen_folder_opens_with_its_folders_but_no_file_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let backups = folder.path().join("backups");
        std::fs::create_dir(&backups).unwrap();
        std::fs::write(folder.path().join("x.docx"), b"x").unwrap();
        let mut openable = Openable::default();
        openable.add_folder(folder.path());
        assert!(openable.allows(folder.path()));
        assert!(openable.allows(&backups));
        assert!(!openable.allows(&folder.path().join("x.docx")));
        assert!(!openable.allows(&backups.join("../..")));
    }

    #[test]
    fn a_picture_kept_as_evidence_opens_and_a_document_with_macros_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let mut openable = Openable::default();
        for (name, opens) in [("照片.JPG", true), ("说明.wps", true), ("表.xlsm", false), ("页.html", false)] {
            let file = folder.path().join(name);
            std::fs::write(&file, b"x").unwrap();
            openable.add_file(&file);
            assert_eq!(openable.allows(&file), opens, "{name}");
        }
    }

    #[test]
    fn a_program_never_opens_even_where_it_was_saved() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("setup.exe");
        std::fs::write(&program, b"x").unwrap();
        let mut openable = Openable::default();
        openable.add_file(&program);
        assert!(!openable.allows(&program));
    }
}
