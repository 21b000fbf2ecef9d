//! Two words that mean the same become one: records, figures, duties, people, rhythms and decisions follow, the old name still leads to it.

use crate::board;
use crate::change::{Change, Operation};
use crate::context::{Context, Stage};
use crate::error::{Error, Result};
use crate::folder::Register;
use crate::people;
use crate::store;
use crate::terms::shipped::may_bear;
use crate::things::{Kind, Term, Thing, Value};

impl Register {
    /// Merges the term `id` into the term `into`, in one logged operation. Answers with `into`.
    pub fn merge_terms(&mut self, context: &Context, id: i64, into: i64) -> Result<Term> {
        let vocabulary = self.vocabulary()?;
        let find = |id| vocabulary.get(id).cloned().ok_or(Error::NoSuchTerm { id });
        let (term, target) = (find(id)?, find(into)?);
        let related =
            vocabulary.with_descendants(id).contains(&into) || vocabulary.with_descendants(into).contains(&id);
        if term.dimension != target.dimension
            || related
            || target.same_as.is_some()
            || term.same_as.is_some()
            || target.retired
        {
            return Err(Error::TermInto { name: term.name, into: target.name });
        }
        let mut terms = vec![(term.clone(), Term { same_as: Some(into), parent: None, ..term.clone() })];
        // Names that led to it lead on, so that every name is one step from its term.
        terms.extend(
            vocabulary.aliases_of(id).map(|alias| (alias.clone(), Term { same_as: Some(into), ..alias.clone() })),
        );
        let below = vocabulary.of(term.dimension).filter(|below| below.parent == Some(id));
        terms.extend(below.map(|below| (below.clone(), Term { parent: Some(into), ..below.clone() })));
        // What a rule knows the word by goes with it; a code that the other has stays.
        let target = match &term.code {
            Some(code) if target.code.is_none() && may_bear(&target) => {
                let coded = Term { code: Some(code.clone()), ..target.clone() };
                terms.push((target, coded.clone()));
                coded
            }
            Some(_) | None => target,
        };
        let definitions = self.definitions_renamed(&term, &target.name)?;
        self.change(context, Operation::TermMerge, |change| {
            change.because(Some(format!("合并词条“{}”到“{}”", term.name, target.name)));
            terms.into_iter().try_for_each(|(before, after)| change.edit_term(&before, after))?;
            definitions.iter().try_for_each(|(id, definition)| change.define_figure(id, definition))?;
            people::follow(change, id, into)?;
            board::follow(change, id, into)?;
            let records = store::uses::records(&change.db, term.dimension, id)?;
            for (done, (thing, number)) in (0..).zip(&records) {
                if done % 1024 == 0 {
                    context.progress(Stage::Merging, done, records.len() as u64)?;
                }
                rename(change, *thing, *number, id, into)?;
            }
            Ok(())
        })?;
        Ok(target)
    }
}

/// Puts one term in the other's place in every field of a record, withdrawn or taken back as it may be.
fn rename(change: &mut Change, thing: Thing, number: i64, id: i64, into: i64) -> Result<()> {
    let Some(record) = store::records::get(&change.db, thing, number)? else { return Ok(()) };
    let meant = |term: i64| if term == id { into } else { term };
    let mut renamed = record.values.clone();
    for (field, value) in record.values.iter() {
        match (field.kind, value) {
            (Kind::Term { .. }, Value::Number(term)) => renamed.set(field.key, Value::Number(meant(*term))),
            (Kind::Channels, Value::Terms(terms)) => {
                renamed.set(field.key, Value::Terms(terms.iter().copied().map(meant).collect()));
            }
            _ => {}
        }
    }
    change.edit_record(&record, &renamed, record.withdrawn.as_deref())
}
