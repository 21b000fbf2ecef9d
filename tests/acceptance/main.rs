//! The register's commands, held to what an honest clerk would count by hand.

#![allow(clippy::unwrap_used, clippy::panic)]

mod office;

mod backups;
mod changes;
mod registers;
