//! `cargo xtask lint`: formatting, clippy, the page's types and style.

use crate::system::{Result, cargo, finish};
use crate::{packages, ui};

pub fn lint() -> Result {
    finish(cargo().args(["fmt", "--all", "--check"]))
        .map_err(|error| format!("{error} `cargo fmt --all` puts it right."))?;
    packages::install(&[packages::BUILD])?;
    ui::install()?;
    ui::script("lint").map_err(|error| format!("{error} `npm run format` in ui puts most of it right."))?;
    // Checks the types too. The program holds the page, so clippy cannot read the one without the other.
    ui::build()?;
    finish(cargo().args(["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"]))
}
