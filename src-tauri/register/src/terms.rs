//! Vocabulary: departments, channels, kinds, sources … are data of the register. The shipped set is a start.

mod merge;
mod shipped;
mod uses;

use serde::Deserialize;
use ts_rs::TS;

use crate::change::Operation;
use crate::context::Context;
use crate::error::{Error, Result};
use crate::folder::Register;
use crate::store;
use crate::things::{Dimension, Term, Vocabulary};

pub(crate) use shipped::{furnish, ship};
pub use uses::{TermCount, TermUses, ThingCount};

/// What an edit changes of a term; what is left out stays.
#[derive(Debug, Default, Deserialize, TS)]
#[ts(optional_fields)]
pub struct TermEdit {
    pub name: Option<String>,
    pub note: Option<String>,
    pub retired: Option<bool>,
    pub position: Option<i64>,
    /// `null` makes it a root.
    #[serde(default, deserialize_with = "present")]
    #[ts(type = "number | null", optional)]
    pub parent: Option<Option<i64>>,
}

/// Tells a `parent` that is `null` from one that is not there.
fn present<'de, D: serde::Deserializer<'de>>(deserializer: D) -> std::result::Result<Option<Option<i64>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

impl Register {
    pub(crate) fn vocabulary(&self) -> Result<Vocabulary> {
        Ok(Vocabulary::new(store::terms::all(self.db())?))
    }

    pub fn terms(&self) -> Result<Vec<Term>> {
        store::terms::all(self.db())
    }

    /// Adds a term at the end of its siblings.
    pub fn add_term(
        &mut self,
        context: &Context,
        dimension: Dimension,
        name: &str,
        parent: Option<i64>,
    ) -> Result<Term> {
        let vocabulary = self.vocabulary()?;
        let name = checked_name(&vocabulary, dimension, name, None)?;
        if let Some(parent) = parent
            && vocabulary.get(parent).is_none_or(|term| term.dimension != dimension || term.same_as.is_some())
        {
            return Err(Error::TermMisplaced { name });
        }
        let position = vocabulary.of(dimension).map(|term| term.position).max().unwrap_or_default() + 1;
        let term = Term { parent, position, ..Term::new(dimension, &name) };
        let id = self.change(context, Operation::TermAdd, |change| change.add_term(term.clone()))?;
        Ok(Term { id, ..term })
    }

    /// Renames, moves, annotates or retires a term. Figures that name it follow a new name.
    pub fn edit_term(&mut self, context: &Context, id: i64, edit: TermEdit) -> Result<Term> {
        let vocabulary = self.vocabulary()?;
        // What was merged into another term is a name of that one and nothing else.
        let own = vocabulary.get(id).filter(|term| term.same_as.is_none());
        let before = own.cloned().ok_or(Error::NoSuchTerm { id })?;
        let mut after = before.clone();
        if let Some(name) = &edit.name {
            after.name = checked_name(&vocabulary, before.dimension, name, Some(id))?;
        }
        if let Some(parent) = edit.parent {
            let inside = |parent: i64| {
                vocabulary.of(before.dimension).any(|term| term.id == parent)
                    && !vocabulary.with_descendants(id).contains(&parent)
            };
            if !parent.is_none_or(inside) {
                return Err(Error::TermMisplaced { name: after.name });
            }
            after.parent = parent;
        }
        after.note = edit.note.unwrap_or(after.note);
        after.retired = edit.retired.unwrap_or(after.retired);
        after.position = edit.position.unwrap_or(after.position);
        let definitions =
            if after.name == before.name { Vec::new() } else { self.definitions_renamed(&before, &after.name)? };
        self.change(context, Operation::TermEdit, |change| {
            change.edit_term(&before, after.clone())?;
            definitions.iter().try_for_each(|(id, definition)| change.define_figure(id, definition))
        })?;
        Ok(after)
    }
}

fn checked_name(vocabulary: &Vocabulary, dimension: Dimension, name: &str, own: Option<i64>) -> Result<String> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::BadRequest { command: "term".into(), detail: "name".into() });
    }
    let taken = vocabulary.id(dimension, name).is_some_and(|id| Some(id) != own);
    // Another name of the term itself is taken too.
    if taken || own.is_some_and(|own| vocabulary.aliases_of(own).any(|alias| alias.name == name)) {
        return Err(Error::TermExists { dimension: dimension.label().into(), name: name.into() });
    }
    Ok(name.to_owned())
}
