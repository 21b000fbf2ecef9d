//! `cargo xtask …`: runs, tests, measures and packs the project, from nothing but Rust, Node and apt.

mod app;
mod bench;
mod bindings;
mod dist;
mod lint;
mod packages;
mod run;
mod system;
mod test;
mod ui;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Runs, tests, measures and packs 阳光台账")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Installs what is missing, builds the app and opens its window
    Run,
    /// Runs every test: core, acceptance, house rules, page, and the real window on a virtual screen
    Test,
    /// Measures the register at the size of a real office's years
    Bench {
        /// Only this part; both where none is named
        #[arg(value_enum)]
        part: Option<bench::Part>,
        /// Handed on to the measurements of the core
        #[arg(last = true)]
        arguments: Vec<String>,
    },
    /// Makes the package for Debian and Ubuntu
    Dist,
    /// Checks formatting, clippy, the page's types and style
    Lint,
    /// Writes ui/src/api/bindings.ts anew from the core's commands
    Bindings,
}

fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Run => run::run(),
        Task::Test => test::test(),
        Task::Bench { part, arguments } => bench::bench(part, &arguments),
        Task::Dist => dist::dist(),
        Task::Lint => lint::lint(),
        Task::Bindings => bindings::bindings(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\nxtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}
