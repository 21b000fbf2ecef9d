//! Other programs: where the project lies, how they are started, and the sentence where one fails.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What went wrong and what to do, for a person.
pub type Result<T = ()> = std::result::Result<T, String>;

/// The project's folder.
pub fn root() -> PathBuf {
    // This crate lies two folders deep; the path is of the machine that built it, which is the one that runs it.
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).map(Path::to_owned).unwrap_or_default()
}

/// Everything built goes here.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |given| root().join(given))
}

/// A program in the project's folder, with its words on the terminal.
pub fn program(name: &str) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    command
}

/// The cargo that runs this.
pub fn cargo() -> Command {
    program(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()))
}

/// Runs to the end; an error where it does not start or fails.
pub fn finish(command: &mut Command) -> Result {
    let told = told(command);
    eprintln!("\n$ {told}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{told}` failed ({status}); its own words stand above.")),
        Err(error) => Err(format!("`{told}` cannot be started: {error}.")),
    }
}

/// What a program prints, or nothing where it is missing or fails.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn told(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
