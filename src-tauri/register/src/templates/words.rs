//! The words that a template's figures name, with what stands above and below them; and what becomes of a file's words.

use std::collections::{HashMap, HashSet};

use super::{Defined, Problems, TemplateWord, Word, WordBecomes};
use crate::change::Change;
use crate::counting::{Definition, dimension_of};
use crate::error::{Result, TemplateFileFault};
use crate::things::{Dimension, Term, Vocabulary};

/// What definitions name, above it the way to the top, and below it what is still offered, in the order of the
/// vocabularies.
pub(super) fn named_by(definitions: &[Definition], vocabulary: &Vocabulary) -> Vec<Word> {
    let mut named: HashSet<i64> = HashSet::new();
    for (_, dimension, name) in definitions.iter().flat_map(names) {
        let Some(id) = vocabulary.id(dimension, name) else { continue };
        let offered = |id: &i64| vocabulary.get(*id).is_some_and(|term| !term.retired);
        named.extend(vocabulary.path(id));
        named.extend(vocabulary.with_descendants(id).into_iter().filter(offered));
    }
    let word = |term: &Term| Word {
        dimension: term.dimension,
        name: term.name.clone(),
        parent: term.parent.and_then(|parent| vocabulary.get(parent)).map(|parent| parent.name.clone()),
        line: 0,
    };
    Dimension::ALL
        .into_iter()
        .flat_map(|dimension| vocabulary.of(dimension))
        .filter(|term| named.contains(&term.id))
        .map(word)
        .collect()
}

/// The words of a definition, each with the place of its condition and its vocabulary.
fn names(definition: &Definition) -> impl Iterator<Item = (usize, Dimension, &String)> {
    let thing = definition.counts.thing();
    let conditions = definition.filters.iter().enumerate();
    let known =
        conditions.filter_map(move |(place, filter)| Some((place, dimension_of(thing, &filter.field)?, &filter.any)));
    known.flat_map(|(place, dimension, any)| any.iter().map(move |word| (place, dimension, word)))
}

/// What is done so that the vocabularies hold a file's words where the file has them. A name that means another word
/// here stays what it is.
#[derive(Default)]
pub(super) struct Steps {
    /// Words to add, each behind the one above it.
    new: Vec<(Term, Option<String>)>,
    /// Words to change: before, and after but for the number of a word above that is new.
    changed: Vec<(Term, Term, Option<String>)>,
}

impl Steps {
    pub(super) fn new(
        vocabulary: &Vocabulary,
        words: &[Word],
        figures: &[Defined],
        problems: &mut Problems,
    ) -> (Steps, Vec<TemplateWord>) {
        for defined in figures {
            for (place, dimension, word) in names(&defined.definition) {
                let in_file = words.iter().any(|known| known.dimension == dimension && known.name == *word);
                if !in_file && vocabulary.id(dimension, word).is_none() {
                    let line = defined.conditions.get(place).copied().unwrap_or(defined.line);
                    let (id, word) = (defined.definition.id.clone(), word.clone());
                    problems.push((line, TemplateFileFault::WordMissing { id, word }));
                }
            }
        }
        let (mut steps, mut told) = (Steps::default(), Vec::new());
        for dimension in Dimension::ALL {
            let words: Vec<&Word> = words.iter().filter(|word| word.dimension == dimension).collect();
            let circles = circles(vocabulary, dimension, &words);
            problems.extend(
                circles.into_iter().map(|word| (word.line, TemplateFileFault::Circle { name: word.name.clone() })),
            );
            steps.of_dimension(vocabulary, dimension, &words, &mut told);
        }
        (steps, told)
    }

    fn of_dimension(
        &mut self,
        vocabulary: &Vocabulary,
        dimension: Dimension,
        words: &[&Word],
        told: &mut Vec<TemplateWord>,
    ) {
        let here = |word: &Word| vocabulary.id(dimension, &word.name).and_then(|id| vocabulary.get(id));
        let mut places = places(vocabulary, dimension, words).into_iter();
        for word in words {
            let known = here(word);
            // A name that leads to another word says nothing of that one's place.
            if known.is_some_and(|term| term.name != word.name) {
                continue;
            }
            let position = places.next().unwrap_or_default();
            let becomes = match known {
                None => {
                    let term = Term { position, ..Term::new(dimension, &word.name) };
                    self.new.push((term, word.parent.clone()));
                    Some(WordBecomes::New)
                }
                Some(before) => {
                    let above = before.parent.and_then(|parent| vocabulary.get(parent)).map(|term| &term.name);
                    let wanted = word.parent.as_ref().map(|parent| present_name(vocabulary, dimension, parent));
                    let moved = dimension.is_tree() && above != wanted.as_ref();
                    let after = Term { position, retired: false, ..before.clone() };
                    if moved || after != *before {
                        let parent = if moved { wanted } else { above.cloned() };
                        self.changed.push((before.clone(), after, parent));
                    }
                    match (moved, before.retired) {
                        (true, _) => Some(WordBecomes::Moved),
                        (false, true) => Some(WordBecomes::Restored),
                        (false, false) => None,
                    }
                }
            };
            told.extend(becomes.map(|becomes| TemplateWord {
                dimension,
                name: word.name.clone(),
                parent: word.parent.clone(),
                becomes,
            }));
        }
    }

    pub(super) fn any(&self) -> bool {
        !self.new.is_empty() || !self.changed.is_empty()
    }

    pub(super) fn carry_out(&self, change: &mut Change, vocabulary: &Vocabulary) -> Result<()> {
        let mut ids: HashMap<(Dimension, &str), i64> = HashMap::new();
        let mut waiting: Vec<&(Term, Option<String>)> = self.new.iter().collect();
        let find = |ids: &HashMap<(Dimension, &str), i64>, dimension: Dimension, name: &str| {
            ids.get(&(dimension, name)).copied().or_else(|| vocabulary.id(dimension, name))
        };
        // No word is above itself: of those that wait, one has nothing new above it.
        while !waiting.is_empty() {
            let before = waiting.len();
            let mut later = Vec::new();
            for step @ (term, parent) in waiting {
                let above = parent.as_ref().map(|parent| find(&ids, term.dimension, parent));
                match above {
                    Some(None) => later.push(step),
                    None | Some(Some(_)) => {
                        let id = change.add_term(Term { parent: above.flatten(), ..term.clone() })?;
                        ids.insert((term.dimension, &term.name), id);
                    }
                }
            }
            if later.len() == before {
                break;
            }
            waiting = later;
        }
        for (before, after, parent) in &self.changed {
            let parent = parent.as_ref().and_then(|parent| find(&ids, after.dimension, parent));
            change.edit_term(before, Term { parent, ..after.clone() })?;
        }
        Ok(())
    }
}

/// What a name is called in the register.
fn present_name(vocabulary: &Vocabulary, dimension: Dimension, name: &str) -> String {
    let term = vocabulary.id(dimension, name).and_then(|id| vocabulary.get(id));
    term.map_or_else(|| name.to_owned(), |term| term.name.clone())
}

/// The places of a file's words, in its order: those that its words have here, then new ones at the end.
fn places(vocabulary: &Vocabulary, dimension: Dimension, words: &[&Word]) -> Vec<i64> {
    let known = words.iter().filter_map(|word| vocabulary.get(vocabulary.id(dimension, &word.name)?));
    let mut places: Vec<i64> =
        known.filter(|term| words.iter().any(|word| word.name == term.name)).map(|term| term.position).collect();
    places.sort_unstable();
    places.dedup();
    let last = vocabulary.of(dimension).map(|term| term.position).max().unwrap_or_default();
    let lacking = i64::try_from(words.len() - places.len().min(words.len())).unwrap_or_default();
    places.extend((1..=lacking).map(|further| last + further));
    places
}

/// The words of a file that would be above themselves, in the tree as it would be.
fn circles<'w>(vocabulary: &Vocabulary, dimension: Dimension, words: &[&'w Word]) -> Vec<&'w Word> {
    let mut above: HashMap<String, String> = HashMap::new();
    for term in vocabulary.of(dimension) {
        if let Some(parent) = term.parent.and_then(|parent| vocabulary.get(parent)) {
            above.insert(term.name.clone(), parent.name.clone());
        }
    }
    for word in words {
        let name = present_name(vocabulary, dimension, &word.name);
        if name == word.name {
            match &word.parent {
                Some(parent) => above.insert(name, present_name(vocabulary, dimension, parent)),
                None => above.remove(&name),
            };
        }
    }
    let in_circle = |word: &&&Word| {
        let mut seen = HashSet::new();
        let mut next = above.get(&word.name);
        while let Some(name) = next.filter(|name| seen.insert((*name).clone())) {
            if *name == word.name {
                return true;
            }
            next = above.get(name);
        }
        false
    };
    words.iter().filter(in_circle).copied().collect()
}
