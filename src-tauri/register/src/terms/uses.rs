//! What hangs on a term: records, figures, terms below it, duties, people, rhythm and decisions.

use std::collections::{HashMap, HashSet};

use serde::Serialize;
use ts_rs::TS;

use crate::board::{ListDecision, Rhythm};
use crate::counting::{Definition, dimension_of};
use crate::error::{Error, Result};
use crate::folder::Register;
use crate::store;
use crate::things::{Dimension, Term, Thing, Vocabulary};

/// How much hangs on a term, for a list of terms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TermCount {
    pub id: i64,
    /// Records not taken back that name it, withdrawn ones too; not those of terms below it.
    pub records: u64,
    /// Figures whose definition names it.
    pub figures: u64,
}

/// What hangs on one term, in full.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TermUses {
    pub id: i64,
    pub records: Vec<ThingCount>,
    /// The labels of the figures that name it.
    pub figures: Vec<String>,
    /// The names of the terms right below it.
    pub below: Vec<String>,
    /// Other names that mean the same and were merged into it.
    pub aliases: Vec<String>,
    /// Of a department: the 清单事项 that it must publish; of one of these: the departments that must.
    pub duties: Vec<String>,
    /// Of a department: who answers for it, and its persons who act.
    pub people: Vec<String>,
    /// Of a 清单事项: how often it is renewed.
    pub rhythm: Option<Rhythm>,
    /// … and the decisions by which it does not concern the school in a year.
    pub decisions: Vec<ListDecision>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ThingCount {
    pub thing: Thing,
    pub records: u64,
}

impl Register {
    /// What hangs on each term of a vocabulary.
    pub fn term_counts(&self, dimension: Dimension) -> Result<Vec<TermCount>> {
        let vocabulary = self.vocabulary()?;
        let mut records: HashMap<i64, u64> = HashMap::new();
        for (term, _, count) in store::uses::counts(self.db(), dimension)? {
            *records.entry(term).or_default() += count;
        }
        let mut figures: HashMap<i64, u64> = HashMap::new();
        for definition in self.definitions()? {
            for term in named_by(&definition, dimension, &vocabulary) {
                *figures.entry(term).or_default() += 1;
            }
        }
        let count = |id| TermCount {
            id,
            records: records.get(&id).copied().unwrap_or_default(),
            figures: figures.get(&id).copied().unwrap_or_default(),
        };
        Ok(vocabulary.of(dimension).map(|term| count(term.id)).collect())
    }

    /// What hangs on one term.
    pub fn term_uses(&self, id: i64) -> Result<TermUses> {
        let vocabulary = self.vocabulary()?;
        let term = vocabulary.get(id).ok_or(Error::NoSuchTerm { id })?;
        let records = store::uses::counts_of(self.db(), term.dimension, id)?;
        let (duties, people) = self.duties_and_people(term, &vocabulary)?;
        let (rhythm, decisions) = self.set_of_item(id)?;
        let figures = self.definitions()?.into_iter();
        let named = |others: &[&Term]| others.iter().map(|term| term.name.clone()).collect();
        let below: Vec<&Term> = vocabulary.of(term.dimension).filter(|other| other.parent == Some(id)).collect();
        Ok(TermUses {
            id,
            records: records.into_iter().map(|(thing, records)| ThingCount { thing, records }).collect(),
            figures: figures
                .filter(|definition| named_by(definition, term.dimension, &vocabulary).contains(&id))
                .map(|definition| definition.label)
                .collect(),
            below: named(&below),
            aliases: named(&vocabulary.aliases_of(id).collect::<Vec<_>>()),
            duties,
            people,
            rhythm,
            decisions,
        })
    }

    fn duties_and_people(&self, term: &Term, vocabulary: &Vocabulary) -> Result<(Vec<String>, Vec<String>)> {
        let names = |ids: Vec<i64>| ids.into_iter().filter_map(|id| Some(vocabulary.get(id)?.name.clone())).collect();
        let mut people = Vec::new();
        let mut duties = store::people::with_duty(self.db(), term.id)?;
        if let Some(known) = store::people::department(self.db(), term.id)? {
            people.extend([known.head, known.officer]);
            duties.extend(known.duties);
        }
        let persons = self.persons()?.into_iter().filter(|person| person.department == Some(term.id));
        people.extend(persons.map(|person| person.name));
        people.retain(|name| !name.is_empty());
        let mut told = HashSet::new();
        people.retain(|name| told.insert(name.clone()));
        Ok((names(duties), people))
    }
}

/// The terms of a dimension that a definition names, each once.
fn named_by(definition: &Definition, dimension: Dimension, vocabulary: &Vocabulary) -> HashSet<i64> {
    let thing = definition.counts.thing();
    let filters = definition.filters.iter().filter(|filter| dimension_of(thing, &filter.field) == Some(dimension));
    filters.flat_map(|filter| &filter.any).filter_map(|name| vocabulary.id(dimension, name)).collect()
}
