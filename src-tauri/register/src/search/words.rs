//! Words that are looked for: each stands in a record's texts, or is the initials of what stands there.

use memchr::memmem::Finder;

use super::keys::Pattern;
use crate::things::folded;

/// Words with blanks between them; all must hold.
pub(crate) struct Words(pub(super) Vec<Word>);

pub(super) struct Word {
    pub text: Finder<'static>,
    pub initials: Option<Pattern>,
}

impl Words {
    pub(crate) fn of(text: &str) -> Words {
        let mut words: Vec<String> = text.split_whitespace().map(folded).filter(|word| !word.is_empty()).collect();
        words.sort_unstable();
        words.dedup();
        Words(
            words
                .iter()
                .map(|word| Word { text: Finder::new(word).into_owned(), initials: Pattern::of(word) })
                .collect(),
        )
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether all stand in the lines of one record.
    pub(super) fn hold(&self, text: &[u8], keys: &[u8]) -> bool {
        self.0.iter().all(|word| {
            word.text.find(text).is_some() || word.initials.as_ref().is_some_and(|keyed| keyed.find(keys).is_some())
        })
    }
}
