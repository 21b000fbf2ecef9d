//! The project's own files, as text, without what is built or fetched.

use std::path::{Path, PathBuf};

const NOT_OURS: [&str; 6] = [".git", "target", "node_modules", "dist", "gen", "fixtures"];

pub struct Text {
    /// From the project's folder, with `/` on every system.
    pub path: String,
    pub text: String,
}

impl Text {
    pub fn is_in(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }

    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// Every text file of the project; those that are not UTF-8 (pictures, workbooks) are left out.
pub fn all() -> Vec<Text> {
    let mut found = Vec::new();
    walk(root(), &mut found);
    found.sort();
    let texts = found.into_iter().filter_map(|path| {
        let text = std::fs::read_to_string(&path).ok()?;
        let inside = path.strip_prefix(root()).unwrap();
        let path = inside.components().map(|part| part.as_os_str().to_str().unwrap()).collect::<Vec<_>>().join("/");
        Some(Text { path, text })
    });
    texts.collect()
}

/// The files that end so, e.g. `.rs`.
pub fn ending(endings: &[&str]) -> Vec<Text> {
    all().into_iter().filter(|file| endings.iter().any(|ending| file.path.ends_with(ending))).collect()
}

/// Fails with every place at once, so that one run tells all there is to mend.
pub fn none(rule: &str, offenders: impl IntoIterator<Item = String>) {
    let offenders: Vec<_> = offenders.into_iter().collect();
    assert!(offenders.is_empty(), "{rule}:\n  {}", offenders.join("\n  "));
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if NOT_OURS.contains(&name.as_str()) {
            continue;
        }
        if path.is_dir() {
            walk(&path, found);
        } else {
            found.push(path);
        }
    }
}
