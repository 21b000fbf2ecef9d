//! `cargo xtask run`: from a fresh clone to the open window.

use std::process::Command;

use crate::system::{Result, finish};
use crate::{app, packages, ui};

pub fn run() -> Result {
    packages::install(&[packages::BUILD, packages::RUN])?;
    ui::install()?;
    ui::build()?;
    let program = app::build()?;
    if cfg!(target_os = "linux") && ["DISPLAY", "WAYLAND_DISPLAY"].iter().all(|name| std::env::var_os(name).is_none()) {
        return Err(format!(
            "the app is built, but there is no screen to open its window on. Start {} on a desktop, or `cargo xtask test` to see it driven on a virtual screen.",
            program.display()
        ));
    }
    finish(&mut Command::new(program))
}
