//! The house's rules as tests: who may import what, what may lie where, and that no file is forgotten.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod dependencies;
mod files;
mod layers;
mod tree;
mod window_rights;
