//! Vocabulary: departments, channels, kinds, sources … are data of the register. The shipped set is a start.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::change::{Change, Operation};
use crate::context::Context;
use crate::error::{Error, Result};
use crate::folder::Register;
use crate::store;
use crate::things::{Dimension, Kind, Value, Values};

/// The vocabulary that a new register begins with.
const SHIPPED: &str = include_str!("terms/shipped.json");

/// One word of one vocabulary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Term {
    pub id: i64,
    pub dimension: Dimension,
    pub name: String,
    /// The term above it in its tree.
    pub parent: Option<i64>,
    pub position: i64,
    /// No longer offered; what uses it still counts.
    pub retired: bool,
    /// Free; for a 清单事项: where it is published, or 不涉及.
    pub note: String,
    /// The import that brought it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(skip)]
    pub batch: Option<i64>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[ts(skip)]
    pub gone: bool,
}

impl Term {
    pub(crate) fn new(dimension: Dimension, name: &str) -> Term {
        Term {
            id: 0,
            dimension,
            name: name.to_owned(),
            parent: None,
            position: 0,
            retired: false,
            note: String::new(),
            batch: None,
            gone: false,
        }
    }
}

/// All terms of a register, for looking up.
pub(crate) struct Vocabulary {
    terms: Vec<Term>,
    by_name: HashMap<Dimension, HashMap<String, i64>>,
}

impl Vocabulary {
    pub(crate) fn new(terms: Vec<Term>) -> Vocabulary {
        let mut vocabulary = Vocabulary { terms: Vec::with_capacity(terms.len()), by_name: HashMap::new() };
        terms.into_iter().for_each(|term| vocabulary.add(term));
        vocabulary
    }

    pub(crate) fn add(&mut self, term: Term) {
        self.by_name.entry(term.dimension).or_default().insert(term.name.clone(), term.id);
        self.terms.push(term);
    }

    pub(crate) fn id(&self, dimension: Dimension, name: &str) -> Option<i64> {
        self.by_name.get(&dimension)?.get(name).copied()
    }

    pub(crate) fn get(&self, id: i64) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }

    pub(crate) fn of(&self, dimension: Dimension) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(move |term| term.dimension == dimension)
    }

    /// The term and everything below it: what is on a column of a site is on the site.
    pub(crate) fn with_descendants(&self, id: i64) -> Vec<i64> {
        let mut ids = vec![id];
        let mut next = 0;
        while let Some(parent) = ids.get(next).copied() {
            ids.extend(self.terms.iter().filter(|term| term.parent == Some(parent)).map(|term| term.id));
            next += 1;
        }
        ids
    }

    /// Every term that the values name is there, and of the right vocabulary.
    pub(crate) fn check(&self, values: &Values) -> Result<()> {
        for (field, value) in values.iter() {
            let (dimension, ids): (Dimension, &[i64]) = match (field.kind, value) {
                (Kind::Term { dimension }, Value::Number(id)) => (dimension, std::slice::from_ref(id)),
                (Kind::Channels, Value::Terms(ids)) => (Dimension::Channel, ids),
                _ => continue,
            };
            for id in ids {
                if self.get(*id).is_none_or(|term| term.dimension != dimension) {
                    return Err(Error::NoSuchTerm { id: *id });
                }
            }
        }
        Ok(())
    }
}

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
            && vocabulary.get(parent).is_none_or(|term| term.dimension != dimension)
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
        let before = vocabulary.get(id).cloned().ok_or(Error::NoSuchTerm { id })?;
        let mut after = before.clone();
        if let Some(name) = &edit.name {
            after.name = checked_name(&vocabulary, before.dimension, name, Some(id))?;
        }
        if let Some(parent) = edit.parent {
            let inside = |parent: i64| {
                vocabulary.get(parent).is_some_and(|term| term.dimension == before.dimension)
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
    if vocabulary.id(dimension, name).is_some_and(|id| Some(id) != own) {
        return Err(Error::TermExists { dimension: dimension.label().into(), name: name.into() });
    }
    Ok(name.to_owned())
}

/// A node of the shipped vocabulary: a name, or a name with what is below it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Shipped {
    Leaf(String),
    Branch { name: String, children: Vec<Shipped> },
}

/// Puts the shipped vocabulary into a new register.
pub(crate) fn ship(change: &mut Change) -> Result<()> {
    let shipped: HashMap<Dimension, Vec<Shipped>> =
        serde_json::from_str(SHIPPED).map_err(|error| Error::Internal { detail: error.to_string() })?;
    for dimension in Dimension::ALL {
        let mut position = 0;
        for node in shipped.get(&dimension).into_iter().flatten() {
            ship_node(change, dimension, node, None, &mut position)?;
        }
    }
    Ok(())
}

fn ship_node(
    change: &mut Change,
    dimension: Dimension,
    node: &Shipped,
    parent: Option<i64>,
    position: &mut i64,
) -> Result<()> {
    let (name, children): (&str, &[Shipped]) = match node {
        Shipped::Leaf(name) => (name, &[]),
        Shipped::Branch { name, children } => (name, children),
    };
    *position += 1;
    let id = change.add_term(Term { parent, position: *position, ..Term::new(dimension, name) })?;
    children.iter().try_for_each(|child| ship_node(change, dimension, child, Some(id), position))
}
