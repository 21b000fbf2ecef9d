//! The real app in its real window, driven as a clerk would: few tests, each a way through the whole program.
//!
//! `cargo xtask test` builds the app for them and gives them a screen and a session bus.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod app;
mod archive;
mod bad_input;
mod board;
mod checks;
mod composing;
mod cross_checks;
mod departments;
mod drafts;
mod dragging;
mod driver;
mod dropping;
mod due;
mod evidence;
mod figures_and_report;
mod forms;
mod judging;
mod keyboard;
mod logging;
mod mapping;
mod mending;
mod own_figures;
#[cfg(feature = "pace")]
mod pace;
mod pages;
mod programs;
mod proof;
mod quick;
mod register_pages;
mod registers;
mod remembered;
mod requests;
mod rows;
mod settings;
mod shipped;
mod start;
mod steps;
mod templates;
mod vanishing;
mod work_registers;
mod year;
