//! `cargo xtask test`: every test there is, each part to its end, and a closing summary.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::system::{Result, cargo, finish, program};
use crate::{app, packages, ui};

const SCREEN: &str = "-screen 0 1920x1080x24";

pub fn test() -> Result {
    packages::install(&[packages::BUILD, packages::TEST])?;
    ui::install()?;
    ui::build()?;

    let mut summary = Summary::default();
    summary.part("core, command line, acceptance, house rules", || {
        let packages = ["-p", "register", "-p", "sunreg", "-p", "xtask", "-p", "tests"];
        finish(cargo().args(["test", "--no-fail-fast"]).args(packages))
    });
    summary.part("page", || ui::script("test"));
    summary.part("desktop shell", || finish(cargo().args(["test", "-p", "sunshine-register"])));
    if cfg!(target_os = "linux") {
        summary.part("real window", window);
    } else {
        eprintln!("The tests of the real window run on Linux; here they are left out.");
    }
    summary.close()
}

/// Both builds of the program, then the tests on a screen and a session bus of their own.
fn window() -> Result {
    app::build_e2e(app::Profile::Quick)?;
    app::build()?;
    drive("window", &[], &[])
}

/// Runs what a feature of the tests drives through the real window, on a screen of its own.
pub fn drive(feature: &str, arguments: &[&str], environment: &[(&str, &Path)]) -> Result {
    let tests = ["test", "-p", "tests", "--features", feature, "--test", "window"];
    // Built before the screen is there, so that the compiler's time is not the screen's.
    finish(cargo().args(tests).arg("--no-run"))?;
    let mut on_screen = program("dbus-run-session");
    on_screen.args(["--", "xvfb-run", "--auto-servernum", "-s", SCREEN]);
    on_screen.arg(cargo().get_program()).args(tests).arg("--").args(arguments);
    finish(on_screen.envs(environment.iter().copied()))
}

#[derive(Default)]
struct Summary {
    parts: Vec<(&'static str, Duration, Result)>,
}

impl Summary {
    fn part(&mut self, name: &'static str, run: impl FnOnce() -> Result) {
        let started = Instant::now();
        let result = run();
        self.parts.push((name, started.elapsed(), result));
    }

    fn close(self) -> Result {
        eprintln!("\nSummary");
        for (name, took, result) in &self.parts {
            let verdict = if result.is_ok() { "ok" } else { "FAILED" };
            eprintln!("  {verdict:7} {name} ({} s)", took.as_secs());
        }
        let failed: Vec<String> = self.parts.into_iter().filter_map(|(_, _, result)| result.err()).collect();
        if failed.is_empty() { Ok(()) } else { Err(failed.join("\n       ")) }
    }
}
