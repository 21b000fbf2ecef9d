//! Measurements of the register at the size of a real office's years; started by `cargo xtask bench`.
//!
//! Time is noisy, so every figure is a ratio: the register's way and a bare way side by side in one run, medians of
//! several rounds. Targets stand beside the figures; nothing here fails a test.

#![allow(clippy::print_stdout)] // figures are what it is for

mod figures;
mod generate;
mod imports;
mod measure;
mod reports;
mod saves;
mod search;
mod year;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

/// Measures the register.
#[derive(Parser)]
struct Arguments {
    /// Publications in the large register
    #[arg(long, default_value_t = 1_000_000)]
    publications: u64,
    /// Rows of the workbook that is imported
    #[arg(long, default_value_t = 100_000)]
    rows: u64,
    /// Rounds of each measurement
    #[arg(long, default_value_t = 9)]
    rounds: usize,
    /// Makes the large register in this folder, and measures nothing
    #[arg(long, value_name = "FOLDER")]
    make: Option<PathBuf>,
    /// Makes a year of one office there instead: 5,000 publications, 800 replies, 30 requests and what goes with them
    #[arg(long, requires = "make")]
    year: bool,
    /// Imports a workbook into a register and prints the peak memory in KiB: a child process of the measurement
    #[arg(long, num_args = 2, hide = true)]
    import_child: Option<Vec<PathBuf>>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match (&arguments.import_child, &arguments.make) {
        (Some(paths), _) => imports::child(paths),
        (None, Some(folder)) if arguments.year => year::register(folder).map(drop),
        (None, Some(folder)) => generate::register(folder, arguments.publications).map(drop),
        (None, None) => run(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

fn run(arguments: &Arguments) -> Result {
    let place = tempfile::tempdir()?;
    imports::measure(place.path(), arguments.rows, arguments.rounds.min(5))?;
    println!("\nA register of {} publications over ten years:", arguments.publications);
    let mut office = generate::register(&place.path().join("large"), arguments.publications)?;
    let copy = office.copy(place.path())?;
    figures::measure(&mut office, &copy, arguments.rounds)?;
    search::measure(&mut office, &copy, arguments.rounds)?;
    drop(copy);
    saves::measure(&mut office, place.path(), arguments.rounds * 20)?;
    reports::measure(&mut office, place.path(), 3)
}
