//! Where crates and packages come from, and that each is accounted for.

use crate::files::{ending, none, root};

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn lock_files_name_the_public_registries_and_no_other_host() {
    let cargo = read("Cargo.lock");
    let sources = cargo.lines().filter(|line| line.starts_with("source = "));
    let public = r#"source = "registry+https://github.com/rust-lang/crates.io-index""#;
    none("Cargo.lock names another source", sources.filter(|line| *line != public).map(str::to_owned));
    let npm = read("ui/package-lock.json");
    let resolved = npm.lines().map(str::trim).filter(|line| line.starts_with("\"resolved\""));
    let public = r#""resolved": "https://registry.npmjs.org/"#;
    none(
        "ui/package-lock.json names another host",
        resolved.filter(|line| !line.starts_with(public)).map(str::to_owned),
    );
}

#[test]
fn versions_of_crates_stand_in_the_root_alone() {
    let mut found = Vec::new();
    for file in ending(&["Cargo.toml"]).iter().filter(|file| file.path != "Cargo.toml") {
        let mut is_dependency = false;
        for line in file.text.lines() {
            if line.starts_with('[') {
                is_dependency = line.contains("dependencies");
            } else if is_dependency && line.contains('=') && !line.contains("workspace = true") {
                found.push(format!("{}: {line}", file.path));
            }
        }
    }
    none("write `name.workspace = true`, the version into the root Cargo.toml", found);
}

#[test]
fn every_crate_has_its_reason() {
    let manifest = read("Cargo.toml");
    let table = manifest.split("[workspace.dependencies]").nth(1).unwrap().split("\n[").next().unwrap();
    let lines: Vec<_> = table.lines().filter(|line| !line.is_empty()).collect();
    let bare = lines.windows(2).filter(|pair| !pair[0].starts_with('#') && !pair[1].starts_with('#'));
    none("a line above each dependency says why it is here", bare.map(|pair| pair[1].to_owned()));
}
