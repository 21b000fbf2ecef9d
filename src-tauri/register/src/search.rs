//! Search through the texts of all records: words as they stand there, or the initials of their readings.
//!
//! All texts lie in memory, the newest record first, and are read through for each search: [`block`] holds them,
//! [`index`] keeps them as the register is.

mod alike;
mod block;
mod building;
mod index;
mod keys;
mod lines;
#[cfg(test)]
mod properties;
mod words;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::context::Context;
use crate::error::{Error, Result};
use crate::folder::Register;
use crate::period::Period;
use crate::store;
use crate::things::{RecordId, Thing};

pub(crate) use alike::Compared;
pub use building::SearchReadiness;
use index::Among;
pub(crate) use index::{Finder, Index, Touched};
pub(crate) use words::Words;

/// What is looked for, and where.
#[derive(Debug, Default, Deserialize, TS)]
pub struct SearchRequest {
    /// Words with blanks between them: all must stand in the texts of a record. Two letters or more are also the
    /// initials of Chinese signs.
    pub text: String,
    #[serde(default = "a_page")]
    #[ts(optional, as = "Option<usize>")]
    pub limit: usize,
    #[serde(default)]
    #[ts(optional, as = "Option<usize>")]
    pub offset: usize,
    /// Only records of this thing.
    #[ts(optional)]
    pub thing: Option<Thing>,
    /// Only records dated in it.
    #[ts(optional)]
    pub period: Option<Period>,
    /// Only records of these departments and channels, or of what stands below them.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<i64>>")]
    pub terms: Vec<i64>,
}

fn a_page() -> usize {
    100
}

/// What was found: how many in all, and a page of them, the newest first.
#[derive(Debug, Serialize, TS)]
pub struct SearchAnswer {
    pub total: u64,
    pub hits: Vec<Hit>,
}

#[derive(Debug, Serialize, TS)]
pub struct Hit {
    pub id: String,
    pub thing: Thing,
    pub title: String,
    /// Empty where the record is undated.
    pub date: Option<String>,
    /// The reason, where the record is 作废.
    pub withdrawn: Option<String>,
}

impl Register {
    /// The newest records whose texts hold every word; withdrawn ones too, those of imports taken back not.
    pub fn search(&self, context: &Context, request: &SearchRequest) -> Result<SearchAnswer> {
        let words = Words::of(&request.text);
        let vocabulary = self.vocabulary()?;
        let below = |id: &i64| match vocabulary.get(*id) {
            Some(_) => Ok(vocabulary.with_descendants(*id)),
            None => Err(Error::NoSuchTerm { id: *id }),
        };
        let among = Among {
            thing: request.thing,
            period: request.period.map(Period::checked).transpose()?,
            terms: request.terms.iter().map(below).collect::<Result<_>>()?,
        };
        if words.is_empty() {
            return Ok(SearchAnswer { total: 0, hits: Vec::new() });
        }
        let (total, found) = self.looked(context, |index| index.find(&words, &among, request.offset, request.limit))?;
        let hits = found.into_iter().map(|id| self.hit(id)).collect::<Result<Vec<_>>>()?;
        Ok(SearchAnswer { total, hits: hits.into_iter().flatten().collect() })
    }

    /// A short step towards being able to search at once.
    pub fn prepare_search(&self) -> Result<SearchReadiness> {
        self.finder().prepare(self.db())
    }

    /// Looks into everything there is to find, which the first look reads from the store where nothing did before.
    pub(crate) fn looked<T>(&self, context: &Context, look: impl FnOnce(&Index) -> T) -> Result<T> {
        Ok(look(self.finder().current(self.db(), context)?))
    }

    fn hit(&self, id: RecordId) -> Result<Option<Hit>> {
        let listed = store::lists::listed(self.db(), id.thing, id.number)?;
        Ok(listed.map(|listed| Hit {
            id: id.to_string(),
            thing: id.thing,
            title: listed.title,
            date: listed.record.values.date(id.thing.date_field()).map(|day| day.to_string()),
            withdrawn: listed.record.withdrawn,
        }))
    }
}
