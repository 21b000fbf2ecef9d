//! The only place that knows SQL. It knows no law and makes no sentences.
//!
//! Everything that writes takes a [`Writing`], which only the write door ([`crate::change`]) can open.

pub(crate) mod acceptances;
pub(crate) mod archive;
pub(crate) mod batches;
pub(crate) mod changes;
pub(crate) mod declared;
pub(crate) mod due;
pub(crate) mod evidence;
pub(crate) mod figures;
pub(crate) mod health;
pub(crate) mod leftovers;
pub(crate) mod list_items;
pub(crate) mod list_marks;
pub(crate) mod lists;
pub(crate) mod overview;
pub(crate) mod people;
pub(crate) mod records;
pub(crate) mod requests;
mod schema;
pub(crate) mod scorecards;
pub(crate) mod selection;
pub(crate) mod settings;
pub(crate) mod terms;
pub(crate) mod texts;
pub(crate) mod uses;

use std::ops::Deref;

pub(crate) use rusqlite::Connection;
use rusqlite::{Transaction, TransactionBehavior};

use crate::error::Result;

#[cfg(test)]
pub(crate) use schema::limit_to_present_size;
pub(crate) use schema::{checkpoint, create, explain, open};

/// The right to write: an open transaction. Dropped without [`Writing::commit`], nothing of it stays.
pub(crate) struct Writing<'a>(Transaction<'a>);

impl<'a> Writing<'a> {
    pub(crate) fn begin(connection: &'a mut Connection) -> Result<Writing<'a>> {
        Ok(Writing(connection.transaction_with_behavior(TransactionBehavior::Immediate)?))
    }

    pub(crate) fn commit(self) -> Result<()> {
        Ok(self.0.commit()?)
    }
}

impl Deref for Writing<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.0
    }
}
