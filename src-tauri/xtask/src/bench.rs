//! `cargo xtask bench`: builds the measurements as they would be shipped, and runs them.

use crate::system::{Result, cargo, finish};

pub fn bench(arguments: &[String]) -> Result {
    let bench = ["run", "--release", "--package", "xtask", "--features", "bench", "--bin", "bench", "--"];
    finish(cargo().args(bench).args(arguments))
}
