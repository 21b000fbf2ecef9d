//! `cargo xtask bindings`: the page's types, written by the core's own test of them.

use crate::system::{Result, cargo, finish};

pub fn bindings() -> Result {
    finish(cargo().args(["test", "--package", "register", "bindings"]).env("SUNREG_WRITE_BINDINGS", "1"))
}
