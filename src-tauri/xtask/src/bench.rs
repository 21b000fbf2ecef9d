//! `cargo xtask bench`: builds what is measured as it would be shipped, and measures it.

use std::path::Path;

use clap::ValueEnum;

use crate::system::{Result, cargo, finish, target};
use crate::{app, packages, test, ui};

/// What the window is measured with: a year of a busy office, and as many publications as a large one has in ten.
const REGISTERS: [&[&str]; 2] = [&["--year"], &["--publications", "100000"]];

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// Counting, saving, importing and exporting
    Core,
    /// From a click to the page that it shows
    Window,
}

pub fn bench(part: Option<Part>, arguments: &[String]) -> Result {
    if part != Some(Part::Window) {
        finish(core().args(arguments))?;
    }
    if part == Some(Part::Core) {
        return Ok(());
    }
    if cfg!(target_os = "linux") {
        return window();
    }
    eprintln!("The window is measured on Linux; here that part is left out.");
    Ok(())
}

fn core() -> std::process::Command {
    let mut bench = cargo();
    bench.args(["run", "--release", "--package", "xtask", "--features", "bench", "--bin", "bench", "--"]);
    bench
}

fn window() -> Result {
    packages::install(&[packages::BUILD, packages::TEST])?;
    ui::install()?;
    ui::build()?;
    let app = app::build_e2e(app::Profile::Shipped)?;
    let place = target().join("bench");
    for register in REGISTERS {
        emptied(&place)?;
        finish(core().arg("--make").arg(&place).args(register))?;
        let environment = [("SUNREG_E2E_APP", app.as_path()), ("SUNREG_BENCH_REGISTER", place.as_path())];
        test::drive("pace", &["--nocapture", "pace::"], &environment)?;
    }
    emptied(&place)
}

fn emptied(place: &Path) -> Result {
    match std::fs::remove_dir_all(place) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("{} cannot be emptied: {error}.", place.display()))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}
