//! `cargo xtask dist`: the package for Debian and Ubuntu.

use crate::system::{Result, finish, program, target};
use crate::{packages, ui};

pub fn dist() -> Result {
    packages::install(&[packages::BUILD])?;
    ui::install()?;
    ui::build()?;
    finish(program("node").args(["ui/node_modules/@tauri-apps/cli/tauri.js", "build", "--bundles", "deb"]))?;
    eprintln!("\nThe package lies in {}", target().join("release/bundle/deb").display());
    Ok(())
}
