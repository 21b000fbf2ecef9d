//! The desktop program, built with the page inside it.

use std::path::PathBuf;

use crate::system::{Result, cargo, finish, target};

const NAME: &str = if cfg!(windows) { "sunshine-register.exe" } else { "sunshine-register" };

/// How a program is built: quickly for a test, or as it is shipped where its time is measured.
#[derive(Clone, Copy)]
pub enum Profile {
    Quick,
    Shipped,
}

/// The program as it is shipped, but quick to build.
pub fn build() -> Result<PathBuf> {
    finish(cargo().args(["build", "--package", "sunshine-register"]))?;
    Ok(target().join("debug").join(NAME))
}

/// The program whose pickers a test can answer, kept apart from the other.
pub fn build_e2e(profile: Profile) -> Result<PathBuf> {
    let (name, folder, apart) = match profile {
        Profile::Quick => ("dev", "debug", "e2e"),
        Profile::Shipped => ("release", "release", "e2e-shipped"),
    };
    finish(cargo().args(["build", "--package", "sunshine-register", "--features", "e2e", "--profile", name]))?;
    let (built, apart) = (target().join(folder).join(NAME), target().join(apart));
    std::fs::create_dir_all(&apart)
        .and_then(|()| std::fs::copy(built, apart.join(NAME)))
        .map_err(|error| format!("the built program cannot be copied to {}: {error}.", apart.display()))?;
    Ok(apart.join(NAME))
}
