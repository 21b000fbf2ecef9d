//! What lies where: a short top level, no forgotten file, no path of anybody's machine.

use crate::files::{Text, all, ending, none, root};

#[test]
fn the_top_level_stays_short() {
    let known = [
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE",
        "README.md",
        "README.zh-CN.md",
        "icons",
        "src-tauri",
        "tests",
        "ui",
        "target",
    ];
    let entries = std::fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    none(
        "this belongs into a folder",
        entries.filter(|name| !name.starts_with('.') && !known.contains(&name.as_str())),
    );
}

#[test]
fn every_rust_file_is_declared_by_the_one_above_it() {
    let files = ending(&[".rs"]);
    let roots = ["main.rs", "lib.rs", "build.rs"];
    let mut forgotten = Vec::new();
    // Each file directly in a crate's `tests` is a root of its own.
    let root_of_tests =
        |file: &Text| file.path.split('/').rev().nth(1) == Some("tests") && file.is_in("src-tauri/sunreg/");
    for file in files.iter().filter(|file| !roots.contains(&file.name()) && !root_of_tests(file)) {
        let (folder, name) = file.path.rsplit_once('/').unwrap();
        // `a/mod.rs` is declared where `a.rs` would be.
        let (folder, module) = match name {
            "mod.rs" => folder.rsplit_once('/').unwrap(),
            _ => (folder, name.strip_suffix(".rs").unwrap()),
        };
        let above = [
            format!("{folder}/mod.rs"),
            format!("{folder}.rs"),
            format!("{folder}/main.rs"),
            format!("{folder}/lib.rs"),
        ];
        let declared = files.iter().filter(|other| above.contains(&other.path)).any(|other| {
            let declaration = format!("mod {module};");
            let seen = ["", "pub ", "pub(crate) ", "pub(super) "];
            other.text.lines().any(|line| seen.iter().any(|seen| line.strip_prefix(seen) == Some(&declaration)))
        });
        if !declared {
            forgotten.push(file.path.clone());
        }
    }
    none("no `mod` names this file, so it is never built", forgotten);
}

#[test]
fn every_file_says_its_subject_first() {
    let starts = [(".rs", "//!"), (".ts", "//"), (".vue", "<!--"), (".css", "/*")];
    let mut silent = Vec::new();
    for (ending_of, start) in starts {
        silent.extend(
            ending(&[ending_of]).into_iter().filter(|file| !file.text.starts_with(start)).map(|file| file.path),
        );
    }
    none(
        "the first line says what the file is about",
        silent.into_iter().filter(|path| !path.ends_with("bindings.ts")),
    );
}

#[test]
fn no_file_names_a_path_of_a_machine() {
    // In halves, so that this file is not the one that is found.
    let mut paths = vec![["/ho", "me/"].concat(), ["/ro", "ot/"].concat(), ["/Us", "ers/"].concat()];
    paths.push(format!("{}/", root().parent().unwrap().display()));
    paths.retain(|path| path.len() > 3 && path != "/tmp/");
    let mut found = Vec::new();
    for file in all() {
        for (at, line) in file.text.lines().enumerate() {
            if paths.iter().any(|path| line.contains(path.as_str())) {
                found.push(format!("{}:{}", file.path, at + 1));
            }
        }
    }
    none("a path of a machine", found);
}
