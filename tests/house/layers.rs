//! Data goes one way: each layer imports only what its subject needs.

use crate::files::{Text, ending, none};

const CORE: &str = "src-tauri/register/src/";
const STORE: &str = "src-tauri/register/src/store/";

/// Tests may look at what they hold to account with any tool: files of tests, and the tests that end a file.
fn is_test(path: &str) -> bool {
    path.contains("/tests/") || ["/tests.rs", "/properties.rs", "/bindings.rs"].iter().any(|end| path.ends_with(end))
}

/// Lines of code with their numbers; comments and the file's own tests are left out.
fn code(file: &Text) -> impl Iterator<Item = (usize, &str)> {
    let own =
        if is_test(&file.path) { "" } else { file.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default() };
    own.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")).map(|(at, line)| (at + 1, line))
}

/// Whether a line of Rust uses this crate: `use zip::…`, `zip::read(…)`.
fn uses(line: &str, name: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ':' || c == '.';
    let mentions = |needle: &str| line.match_indices(needle).any(|(at, _)| !line[..at].ends_with(is_part));
    mentions(&format!("{name}::")) || mentions(&format!("use {name};"))
}

fn users(crates: &[&str], allowed: impl Fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    // The measurements make workbooks of their own, to have something to measure.
    let measured = |file: &&Text| file.is_in("src-tauri/") && !file.is_in("src-tauri/xtask/");
    for file in ending(&[".rs"]).iter().filter(measured).filter(|file| !allowed(&file.path)) {
        for (at, line) in code(file) {
            if crates.iter().any(|name| uses(line, name)) {
                found.push(format!("{}:{at}: {}", file.path, line.trim()));
            }
        }
    }
    found
}

#[test]
fn only_the_desktop_shell_knows_tauri() {
    let tauri = ["tauri", "tauri_build", "tauri_plugin_dialog", "tauri_plugin_opener", "tauri_plugin_log"];
    let shell = |path: &str| path.starts_with("src-tauri/src/") || path == "src-tauri/build.rs";
    none("only the shell in src-tauri/src may use tauri", users(&tauri, shell));
    let manifests = ending(&["Cargo.toml"]);
    let others = manifests.iter().filter(|file| file.path != "Cargo.toml" && file.path != "src-tauri/Cargo.toml");
    none(
        "only the shell may depend on tauri",
        others.filter(|file| file.text.contains("\ntauri")).map(|file| file.path.clone()),
    );
}

#[test]
fn only_the_store_knows_sql() {
    let words = ["SELECT ", "INSERT INTO", "INSERT OR", "UPDATE ", "DELETE FROM", "CREATE TABLE", "PRAGMA ", "ATTACH "];
    let outside = |file: &&Text| file.is_in("src-tauri/") && !file.is_in(STORE) && !file.is_in("src-tauri/xtask/");
    let mut found = Vec::new();
    for file in ending(&[".rs"]).iter().filter(outside) {
        for (at, line) in code(file) {
            if words.iter().any(|word| line.contains(word)) {
                found.push(format!("{}:{at}: {}", file.path, line.trim()));
            }
        }
    }
    none("SQL belongs into src-tauri/register/src/store", found);
    // `folder` holds the connection and copies it page by page, in no SQL; `error` carries its failures.
    let holders = |path: &str| {
        path.starts_with(STORE) || path.starts_with(&format!("{CORE}folder/")) || path == format!("{CORE}error.rs")
    };
    none("rusqlite belongs into the store", users(&["rusqlite"], holders));
}

#[test]
fn only_the_import_reads_spreadsheets() {
    let import = |path: &str| path.starts_with("src-tauri/register/src/import/");
    none("calamine, csv and encoding_rs belong into the import", users(&["calamine", "csv", "encoding_rs"], import));
}

#[test]
fn only_the_writers_know_the_office_formats() {
    let writers =
        |path: &str| ["reports/docx", "reports/xlsx"].iter().any(|file| path.starts_with(&format!("{CORE}{file}")));
    none("rust_xlsxwriter belongs into reports/xlsx.rs", users(&["rust_xlsxwriter"], writers));
    // The import looks into a workbook's parts for what its reader does not tell.
    let documents = |path: &str| path.starts_with(&format!("{CORE}documents/"));
    let readers = |path: &str| writers(path) || documents(path) || path.starts_with(&format!("{CORE}import/"));
    none("zip and quick_xml belong into the writers, the import and documents", users(&["zip", "quick_xml"], readers));
    none("pdf_extract and flate2 belong into documents", users(&["pdf_extract", "flate2"], documents));
}

#[test]
fn the_core_has_no_clock_no_environment_and_prints_nothing() {
    let absent = ["Local::now", "Utc::now", "SystemTime::now", "std::env", "env::var", "println!", "eprintln!"];
    let mut found = Vec::new();
    for file in ending(&[".rs"]).iter().filter(|file| file.is_in(CORE)) {
        for (at, line) in code(file).filter(|(_, line)| absent.iter().any(|word| line.contains(word))) {
            found.push(format!("{}:{at}: {}", file.path, line.trim()));
        }
    }
    none("the caller hands time and surroundings in through Context", found);
}

#[test]
fn only_the_api_folder_of_the_page_knows_tauri() {
    let page = ending(&[".ts", ".vue"]);
    let outside = page.iter().filter(|file| file.is_in("ui/src/") && !file.is_in("ui/src/api/"));
    // A test may put a stand-in where the shell would be.
    let stand_in = "@tauri-apps/api/mocks";
    none(
        "only ui/src/api may import @tauri-apps",
        outside.filter(|file| file.text.replace(stand_in, "").contains("@tauri-apps")).map(|file| file.path.clone()),
    );
}

#[test]
fn the_shared_parts_of_the_page_know_no_feature() {
    let page = ending(&[".ts", ".vue"]);
    let shared = page.iter().filter(|file| file.is_in("ui/src/shared/"));
    let above = ["@/features", "@/app", "../features", "../app", "@/api", "../api"];
    none(
        "ui/src/shared may import no feature, no frame, no command",
        shared
            .filter(|file| above.iter().any(|from| file.text.contains(&format!("from '{from}"))))
            .map(|file| file.path.clone()),
    );
}

#[test]
fn a_use_is_told_from_a_word_that_only_looks_like_it() {
    assert!(uses("use zip::ZipWriter;", "zip"));
    assert!(uses("let x = csv::Reader::from_path(p);", "csv"));
    assert!(!uses("let pairs = unzip::both();", "zip"));
    assert!(!uses("crate::csv::read()", "csv"));
    assert!(!uses("a.zip(b)", "zip"));
}
