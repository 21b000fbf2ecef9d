//! The terms of the vocabularies, and looking them up.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Dimension, Kind, Value, Values};
use crate::error::{Error, Result};

/// One word of one vocabulary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
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
    /// The term that it was merged into: another name of that one, offered nowhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub same_as: Option<i64>,
    /// By what rules and forms know it, whatever its name: `refused` among the outcomes. Shipped words alone have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub code: Option<String>,
    /// The import that brought it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(skip)]
    pub batch: Option<i64>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
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
            same_as: None,
            code: None,
            batch: None,
            gone: false,
        }
    }
}

/// All terms of a register, for looking up. Another name of a term leads to that term.
pub(crate) struct Vocabulary {
    terms: Vec<Term>,
    by_name: HashMap<Dimension, HashMap<String, i64>>,
    /// By the names as they are compared, see [`folded`]; of names that are alike, the first.
    by_folded: HashMap<Dimension, HashMap<String, i64>>,
    /// The terms that were merged into a term.
    merged: HashMap<i64, Vec<i64>>,
}

/// Adds to each mixture those with other values of a field.
fn mix(mixtures: &mut Vec<Values>, field: &str, others: impl Fn(&Value) -> Vec<Value>) {
    let mut mixed = Vec::new();
    for values in mixtures.iter() {
        for other in others(values.get(field)) {
            let mut values = values.clone();
            values.set(field, other);
            mixed.push(values);
        }
    }
    mixtures.extend(mixed);
}

impl Vocabulary {
    pub(crate) fn new(terms: Vec<Term>) -> Vocabulary {
        let terms_in_all = Vec::with_capacity(terms.len());
        let mut vocabulary = Vocabulary {
            terms: terms_in_all,
            by_name: HashMap::new(),
            by_folded: HashMap::new(),
            merged: HashMap::new(),
        };
        terms.into_iter().for_each(|term| vocabulary.add(term));
        vocabulary
    }

    pub(crate) fn add(&mut self, term: Term) {
        if let Some(into) = term.same_as {
            self.merged.entry(into).or_default().push(term.id);
        }
        let meant = term.same_as.unwrap_or(term.id);
        self.by_name.entry(term.dimension).or_default().insert(term.name.clone(), meant);
        self.by_folded.entry(term.dimension).or_default().entry(folded(&term.name)).or_insert(meant);
        self.terms.push(term);
    }

    pub(crate) fn id(&self, dimension: Dimension, name: &str) -> Option<i64> {
        self.by_name.get(&dimension)?.get(name).copied()
    }

    /// The term of this name, as a clerk may have typed it: exactly, else in other widths, cases, blanks or brackets.
    pub(crate) fn id_as_typed(&self, dimension: Dimension, name: &str) -> Option<i64> {
        self.id(dimension, name).or_else(|| self.by_folded.get(&dimension)?.get(&folded(name)).copied())
    }

    /// The terms that a longer text holds, the longest first, without those that lie within another of them.
    pub(crate) fn held_in(&self, dimension: Dimension, text: &str) -> Vec<&Term> {
        let text = folded(text);
        let named = self.named(dimension).map(|(name, term)| (folded(name), term));
        let mut held: Vec<(String, &Term)> =
            named.filter(|(name, _)| name.chars().nth(1).is_some() && text.contains(name)).collect();
        held.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        let mut widest: Vec<(String, &Term)> = Vec::new();
        for (name, term) in held {
            if widest.iter().all(|(wider, known)| !wider.contains(&name) && known.id != term.id) {
                widest.push((name, term));
            }
        }
        widest.into_iter().map(|(_, term)| term).collect()
    }

    /// A term that holds a shorter text.
    pub(crate) fn holding(&self, dimension: Dimension, text: &str) -> Option<&Term> {
        let text = folded(text);
        text.chars().nth(1)?;
        self.named(dimension).find(|(name, _)| folded(name).contains(&text)).map(|(_, term)| term)
    }

    pub(crate) fn get(&self, id: i64) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }

    /// The term that rules and forms know by this code.
    pub(crate) fn coded(&self, dimension: Dimension, code: &str) -> Option<&Term> {
        self.of(dimension).find(|term| term.code.as_deref() == Some(code))
    }

    /// The code of a term, where it has one.
    pub(crate) fn code(&self, id: i64) -> Option<&str> {
        self.get(id)?.code.as_deref()
    }

    /// The terms of a vocabulary, without other names of them.
    pub(crate) fn of(&self, dimension: Dimension) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(move |term| term.dimension == dimension && term.same_as.is_none())
    }

    /// Every name of a vocabulary with the term that it means.
    pub(crate) fn named(&self, dimension: Dimension) -> impl Iterator<Item = (&str, &Term)> {
        let names = self.terms.iter().filter(move |term| term.dimension == dimension);
        names.filter_map(|term| Some((term.name.as_str(), term.same_as.map_or(Some(term), |id| self.get(id))?)))
    }

    /// The terms that were merged into this one.
    pub(crate) fn aliases_of(&self, id: i64) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(move |term| term.same_as == Some(id))
    }

    /// The term itself, or the one that it was merged into.
    pub(crate) fn meant(&self, id: i64) -> i64 {
        self.get(id).and_then(|term| term.same_as).unwrap_or(id)
    }

    /// Puts the words into which they were merged in the place of others.
    pub(crate) fn speak_present(&self, values: &mut Values) {
        for field in values.thing().fields() {
            let meant = match values.get(field.key) {
                Value::Number(id) if matches!(field.kind, Kind::Term { .. }) => Value::Number(self.meant(*id)),
                Value::Terms(ids) => Value::Terms(ids.iter().map(|id| self.meant(*id)).collect()),
                _ => continue,
            };
            values.set(field.key, meant);
        }
    }

    /// The values as they may have been written before words of theirs were merged: in every mixture of old and new,
    /// the present one left out.
    pub(crate) fn in_old_words(&self, values: &Values) -> Vec<Values> {
        /// Far more than any row has; a limit all the same.
        const MOST: usize = 64;
        let mut mixtures = vec![values.clone()];
        let merged = |id: i64| self.merged.get(&id).map(Vec::as_slice).unwrap_or_default();
        for (field, value) in values.iter() {
            match (field.kind, value) {
                (Kind::Term { .. }, Value::Number(id)) => {
                    for old in merged(*id) {
                        mix(&mut mixtures, field.key, |_| vec![Value::Number(*old)]);
                    }
                }
                (Kind::Channels, Value::Terms(ids)) => {
                    for id in ids {
                        for old in merged(*id) {
                            mix(&mut mixtures, field.key, |now| {
                                let Value::Terms(now) = now else { return Vec::new() };
                                let others = now.iter().copied().filter(|other| other != id).chain([*old]);
                                vec![
                                    Value::Terms(others.collect()),
                                    Value::Terms(now.iter().copied().chain([*old]).collect()),
                                ]
                            });
                        }
                    }
                }
                _ => {}
            }
            mixtures.truncate(MOST);
        }
        mixtures.split_off(1)
    }

    /// The term and everything below it, with what was merged into them: what is on a column of a site is on the site.
    pub(crate) fn with_descendants(&self, id: i64) -> Vec<i64> {
        let mut ids = vec![id];
        let mut next = 0;
        while let Some(above) = ids.get(next).copied() {
            let leads = |term: &&Term| term.parent == Some(above) || term.same_as == Some(above);
            ids.extend(self.terms.iter().filter(leads).map(|term| term.id));
            next += 1;
        }
        ids
    }

    /// The term that one counts under in a breakdown: what it was merged into, and in a tree the top above it.
    pub(crate) fn standing(&self, id: i64) -> i64 {
        self.path(id).first().copied().unwrap_or(id)
    }

    /// The way to a term, or to what it was merged into, from the top of its tree.
    pub(crate) fn path(&self, id: i64) -> Vec<i64> {
        let next = |term: &&Term| self.get(term.same_as.or(term.parent.filter(|_| term.dimension.is_tree()))?);
        let up = std::iter::successors(self.get(id), next).filter(|term| term.same_as.is_none());
        let mut path: Vec<i64> = up.map(|term| term.id).collect();
        path.reverse();
        path
    }

    /// Every term that the values name is there, of the right vocabulary, and not merged into another.
    pub(crate) fn check(&self, values: &Values) -> Result<()> {
        for (field, value) in values.iter() {
            let (dimension, ids): (Dimension, &[i64]) = match (field.kind, value) {
                (Kind::Term { dimension }, Value::Number(id)) => (dimension, std::slice::from_ref(id)),
                (Kind::Channels, Value::Terms(ids)) => (Dimension::Channel, ids),
                _ => continue,
            };
            for id in ids {
                if self.get(*id).is_none_or(|term| term.dimension != dimension || term.same_as.is_some()) {
                    return Err(Error::NoSuchTerm { id: *id });
                }
            }
        }
        Ok(())
    }
}

/// A sign in half width: a Chinese keyboard types the full-width forms of ASCII.
pub(crate) fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c),
        c => c,
    }
}

/// A name as it is compared: half-width, in small letters, in round brackets, without blanks and signs that nobody sees.
pub(crate) fn folded(name: &str) -> String {
    name.chars().flat_map(folded_sign).collect()
}

/// What is left of a sign in a folded name.
pub(crate) fn folded_sign(c: char) -> impl Iterator<Item = char> {
    let alike = match c {
        '【' | '〔' | '［' | '[' | '{' | '｛' | '﹝' | '﹙' => '(',
        '】' | '〕' | '］' | ']' | '}' | '｝' | '﹞' | '﹚' => ')',
        c => narrow(c),
    };
    let hidden = |c: &char| c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}' | '\u{feff}');
    let seen = Some(alike).filter(|c| !hidden(c));
    seen.into_iter().flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_found_as_a_clerk_types_it() {
        let term = |id, name: &str| Term { id, ..Term::new(Dimension::MeetingKind, name) };
        let vocabulary =
            Vocabulary::new(vec![term(1, "党委会"), term(2, "校务会（扩大）"), term(3, "QQ会"), term(4, "qq会")]);
        for (typed, id) in [
            ("校务会(扩大)", Some(2)),
            ("校务会【扩大】", Some(2)),
            ("党 委\u{3000}会", Some(1)),
            ("ＱＱ会", Some(3)),
            ("QQ会", Some(3)),
            ("qq会", Some(4)),
            ("党委", None),
        ] {
            assert_eq!(vocabulary.id_as_typed(Dimension::MeetingKind, typed), id, "{typed}");
        }
        assert_eq!(vocabulary.id_as_typed(Dimension::Channel, "党委会"), None);
    }

    #[test]
    fn a_name_is_compared_as_a_clerk_types_it() {
        assert_eq!(folded("湘示院〔２０２３〕 54号"), folded("湘示院[2023]54号"));
        assert_eq!(folded("ＡＢc\u{1f}\n\u{200b}"), "abc");
    }

    #[test]
    fn a_term_stands_under_what_it_was_merged_into_and_under_the_top_of_its_tree() {
        let term = |id, parent, same_as| Term { id, parent, same_as, ..Term::new(Dimension::Channel, "渠道") };
        let tree = [term(1, None, None), term(2, Some(1), None), term(3, None, Some(2)), term(4, None, None)];
        let vocabulary = Vocabulary::new(tree.into());
        assert_eq!([1, 2, 3, 4].map(|id| vocabulary.standing(id)), [1, 1, 1, 4]);
        assert_eq!([1, 2, 3].map(|id| vocabulary.path(id)), [vec![1], vec![1, 2], vec![1, 2]]);
    }
}
