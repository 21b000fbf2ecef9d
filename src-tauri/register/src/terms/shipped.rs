//! The vocabulary that a register begins with, and what a register of an earlier program gets of it.

use std::collections::HashMap;

use serde::Deserialize;

use crate::change::{Change, Operation};
use crate::context::Context;
use crate::error::{Error, Result};
use crate::folder::Register;
use crate::records::Correcting;
use crate::store;
use crate::things::{Dimension, Term};

const SHIPPED: &str = include_str!("shipped.json");

/// A node of the shipped vocabulary: a name, or a name with its code, or with what is below it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Shipped {
    Leaf(String),
    Branch { name: String, children: Vec<Shipped> },
    Coded { name: String, code: String },
}

fn shipped() -> Result<HashMap<Dimension, Vec<Shipped>>> {
    serde_json::from_str(SHIPPED).map_err(|error| Error::Internal { detail: error.to_string() })
}

/// Puts the shipped vocabulary into a new register.
pub(crate) fn ship(change: &mut Change) -> Result<()> {
    let shipped = shipped()?;
    Dimension::ALL.into_iter().try_for_each(|dimension| ship_dimension(change, &shipped, dimension))
}

/// Gives a register of an earlier program, once and in one logged operation, the vocabularies that it has not had
/// yet, and the codes of the words that it has. Without anything to give it does nothing.
pub(crate) fn furnish(register: &mut Register, context: &Context) -> Result<()> {
    let mut lacking = Vec::new();
    for dimension in Dimension::ALL {
        // A vocabulary that the office emptied, or merged to nothing, has had its words.
        if !store::terms::any(register.db(), dimension)? {
            lacking.push(dimension);
        }
    }
    let shipped = shipped()?;
    lacking.retain(|dimension| shipped.get(dimension).is_some_and(|nodes| !nodes.is_empty()));
    let coded = codes_lacking(register, &shipped)?;
    if lacking.is_empty() && coded.is_empty() {
        return Ok(());
    }
    register.change(context, Operation::TermsShip, |change| {
        coded.iter().try_for_each(|(before, after)| change.edit_term(before, after.clone()))?;
        lacking.iter().try_for_each(|dimension| ship_dimension(change, &shipped, *dimension))
    })
}

/// The terms of a register that are shipped words and lack their code, before and after. A word is known by the name
/// that it came with, whatever it is called since.
fn codes_lacking(register: &Register, shipped: &HashMap<Dimension, Vec<Shipped>>) -> Result<Vec<(Term, Term)>> {
    let vocabulary = register.vocabulary()?;
    let mut coded: Vec<(Term, Term)> = Vec::new();
    for term in register.terms()? {
        let codes = shipped.get(&term.dimension).into_iter().flatten().filter_map(|node| match node {
            Shipped::Coded { name, code } => Some((name, code)),
            Shipped::Leaf(_) | Shipped::Branch { .. } => None,
        });
        let lacking = codes.filter(|(_, code)| vocabulary.coded(term.dimension, code).is_none()).collect::<Vec<_>>();
        if lacking.is_empty() {
            continue;
        }
        let first = store::changes::history(register.db(), "term", &term.id.to_string())?;
        let first: Option<Named> =
            first.first().and_then(|(_, entry)| serde_json::from_str(entry.after.as_deref()?).ok());
        let name = first.map_or_else(|| term.name.clone(), |first| first.name);
        let Some((_, code)) = lacking.into_iter().find(|(shipped, _)| **shipped == name) else { continue };
        let Some(before) = vocabulary.get(vocabulary.meant(term.id)) else { continue };
        let given = |(_, other): &(Term, Term)| {
            other.id == before.id || other.dimension == before.dimension && other.code.as_ref() == Some(code)
        };
        if before.code.is_none() && (before.id == term.id || may_bear(before)) && !coded.iter().any(given) {
            coded.push((before.clone(), Term { code: Some(code.clone()), ..before.clone() }));
        }
    }
    Ok(coded)
}

/// Whether a term may take over the code of one that is merged into it: notices of which some are corrections are none.
pub(super) fn may_bear(term: &Term) -> bool {
    term.dimension != Dimension::Kind || Correcting::read(&term.name).is_some()
}

/// A term as the log has it, by its name alone.
#[derive(Deserialize)]
struct Named {
    name: String,
}

fn ship_dimension(change: &mut Change, shipped: &HashMap<Dimension, Vec<Shipped>>, dimension: Dimension) -> Result<()> {
    let mut position = 0;
    let mut nodes = shipped.get(&dimension).into_iter().flatten();
    nodes.try_for_each(|node| ship_node(change, dimension, node, None, &mut position))
}

fn ship_node(
    change: &mut Change,
    dimension: Dimension,
    node: &Shipped,
    parent: Option<i64>,
    position: &mut i64,
) -> Result<()> {
    let (name, code, children): (&str, Option<&String>, &[Shipped]) = match node {
        Shipped::Leaf(name) => (name, None, &[]),
        Shipped::Branch { name, children } => (name, None, children),
        Shipped::Coded { name, code } => (name, Some(code), &[]),
    };
    *position += 1;
    let term = Term { parent, position: *position, code: code.cloned(), ..Term::new(dimension, name) };
    let id = change.add_term(term)?;
    children.iter().try_for_each(|child| ship_node(change, dimension, child, Some(id), position))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDateTime;

    use super::*;
    use crate::context::Unwatched;
    use crate::terms::TermEdit;

    const LATER: [Dimension; 4] =
        [Dimension::AnswerForm, Dimension::ThirdPartyOpinion, Dimension::RefusalGround, Dimension::GovOutcome];

    fn context() -> Context<'static> {
        Context { now: NaiveDateTime::default(), who: "test", lang: crate::Lang::Zh, watch: &Unwatched }
    }

    /// A register as the first program made it: without the vocabularies of later ones, and without codes.
    fn early(folder: &std::path::Path) -> Register {
        Register::create(&context(), folder, "示例学院", |change| {
            let mut shipped = shipped()?;
            for (dimension, nodes) in &mut shipped {
                if LATER.contains(dimension) {
                    nodes.clear();
                }
                for node in nodes {
                    if let Shipped::Coded { name, .. } = node {
                        *node = Shipped::Leaf(std::mem::take(name));
                    }
                }
            }
            Dimension::ALL.into_iter().try_for_each(|dimension| ship_dimension(change, &shipped, dimension))
        })
        .unwrap()
    }

    #[test]
    fn a_register_of_an_earlier_program_gets_the_new_words_once() {
        let place = tempfile::tempdir().unwrap();
        let mut register = early(&place.path().join("台账"));
        let id = |register: &Register, name: &str| {
            let terms = register.terms().unwrap();
            terms.iter().find(|t| t.dimension == Dimension::Outcome && t.name == name).unwrap().id
        };
        let kind = |register: &Register, name: &str| register.vocabulary().unwrap().id(Dimension::Kind, name).unwrap();
        let (corrections, notices) = (kind(&register, "更正公告"), kind(&register, "公告通知"));
        register
            .edit_term(&context(), corrections, TermEdit { name: Some("更正".into()), ..TermEdit::default() })
            .unwrap();
        let clarifications = kind(&register, "澄清公告");
        register.merge_terms(&context(), clarifications, notices).unwrap();
        // The office has called one word otherwise since, merged another, and has words of its own.
        let refused = id(&register, "不予公开");
        let edit = TermEdit { name: Some("不公开".into()), ..TermEdit::default() };
        register.edit_term(&context(), refused, edit).unwrap();
        let own = register.add_term(&context(), Dimension::Outcome, "没有这一信息", None).unwrap();
        let gone = id(&register, "信息不存在");
        register.merge_terms(&context(), gone, own.id).unwrap();

        furnish(&mut register, &context()).unwrap();
        let vocabulary = register.vocabulary().unwrap();
        for dimension in LATER {
            assert!(vocabulary.of(dimension).count() >= 3, "{dimension:?}");
        }
        assert_eq!(vocabulary.of(Dimension::GovOutcome).count(), 21);
        assert_eq!(vocabulary.code(refused), Some("refused"));
        assert_eq!(vocabulary.code(own.id), Some("not_there"));
        assert_eq!(vocabulary.code(corrections), Some("correction"));
        assert_eq!(vocabulary.code(notices), None, "notices of which some clear things up are none");
        assert_eq!(vocabulary.coded(Dimension::ApplicantClass, "person").map(|t| t.name.as_str()), Some("自然人"));
        assert!(register.verify(&context()).unwrap().ok);

        let before = store::changes::head(register.db()).unwrap();
        furnish(&mut register, &context()).unwrap();
        assert_eq!(store::changes::head(register.db()).unwrap(), before, "nothing is logged a second time");
    }

    #[test]
    fn a_new_register_lacks_nothing() {
        let place = tempfile::tempdir().unwrap();
        let mut register = crate::commands::make(&context(), &place.path().join("台账"), "示例学院").unwrap();
        let before = store::changes::head(register.db()).unwrap();
        furnish(&mut register, &context()).unwrap();
        assert_eq!(store::changes::head(register.db()).unwrap(), before);
    }
}
