//! The page: its packages from npm, its build, its own checks.

use std::process::Command;

use crate::system::{Result, ask, finish, root};

/// Vite's and the test runner's floor.
const OLDEST_NODE: (u32, u32) = (20, 19);

/// Installs the page's packages, unless those of this very lock file are there.
pub fn install() -> Result {
    let (ui, stamp) = (root().join("ui"), root().join("ui/node_modules/.installed-from"));
    let lock = std::fs::read(ui.join("package-lock.json"))
        .map_err(|error| format!("ui/package-lock.json cannot be read: {error}. Please check it out again."))?;
    if std::fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let version = ask(Command::new("node").arg("--version"))
        .ok_or("Node is missing. Please install Node 20.19 or newer with npm (https://nodejs.org) and start again.")?;
    if parse(&version).is_none_or(|found| found < OLDEST_NODE) {
        let (major, minor) = OLDEST_NODE;
        return Err(format!("Node {version} is too old: please install {major}.{minor} or newer and start again."));
    }
    finish(npm().args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))
        .map_err(|error| format!("{error} The page's packages come from the npm registry: is it within reach?"))?;
    std::fs::write(&stamp, lock).map_err(|error| format!("ui/node_modules cannot be written: {error}."))
}

/// Checks the page's types and builds it into ui/dist.
pub fn build() -> Result {
    finish(npm().args(["run", "--silent", "build"]))
}

/// Runs one of the page's scripts.
pub fn script(name: &str) -> Result {
    finish(npm().args(["run", "--silent", name]))
}

fn npm() -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(root().join("ui"));
    command
}

/// `v20.20.2` → (20, 20)
fn parse(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.strip_prefix('v')?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn versions_of_node_compare_as_numbers() {
        assert_eq!(parse("v20.19.0"), Some((20, 19)));
        assert!(parse("v20.9.0") < Some((20, 19)));
        assert!(parse("v24.1.0") > Some((20, 19)));
        assert_eq!(parse("nightly"), None);
    }
}
