//! Where `cargo xtask test` puts the two builds of the app.

use std::path::{Path, PathBuf};

/// The folder of everything built, found from this test's own program: `target/debug/deps/window-…`.
pub fn target() -> PathBuf {
    let me = std::env::current_exe().expect("a test knows its own program");
    me.ancestors().nth(3).map(Path::to_owned).expect("a test lies three folders deep in the target folder")
}

/// The app whose pickers a test can answer; a measurement names its own.
pub fn e2e() -> PathBuf {
    let named = std::env::var_os("SUNREG_E2E_APP").map(PathBuf::from);
    built(named.unwrap_or_else(|| target().join("e2e/sunshine-register")))
}

/// The app as it is shipped.
pub fn shipped() -> PathBuf {
    built(target().join("debug/sunshine-register"))
}

fn built(program: PathBuf) -> PathBuf {
    assert!(program.is_file(), "{} is missing: run `cargo xtask test`", program.display());
    program
}
