//! The register's commands, held to what an honest clerk would count by hand.

#![allow(clippy::unwrap_used, clippy::panic)]

mod importing;
mod ledgers;
mod mappings;
mod office;

mod archive;
mod archive_corrections;
mod backups;
mod bad_input;
mod board;
mod breakdowns;
mod calendar;
mod changes;
mod cross_checks;
mod due;
mod evidence;
mod figure_editor;
mod forms;
mod giving_out;
mod imports;
mod layouts;
mod lists;
mod mending;
mod merging;
mod overview;
mod people;
mod proof;
mod quick;
mod registers;
mod reports;
mod requests;
mod rows;
mod scorecards;
mod search;
mod sensitive;
mod settings;
mod templates;
mod vanishing;
mod wording;
mod work_registers;
mod year_2023;
