//! The desktop program, built with the page inside it.

use std::path::PathBuf;

use crate::system::{Result, cargo, finish, target};

const NAME: &str = if cfg!(windows) { "sunshine-register.exe" } else { "sunshine-register" };

/// The program as it is shipped, but quick to build.
pub fn build() -> Result<PathBuf> {
    finish(cargo().args(["build", "--package", "sunshine-register"]))?;
    Ok(target().join("debug").join(NAME))
}

/// The program whose pickers a test can answer, kept apart from the other.
pub fn build_e2e() -> Result<PathBuf> {
    finish(cargo().args(["build", "--package", "sunshine-register", "--features", "e2e"]))?;
    let (built, apart) = (target().join("debug").join(NAME), target().join("e2e"));
    std::fs::create_dir_all(&apart)
        .and_then(|()| std::fs::copy(built, apart.join(NAME)))
        .map_err(|error| format!("the built program cannot be copied to {}: {error}.", apart.display()))?;
    Ok(apart.join(NAME))
}
