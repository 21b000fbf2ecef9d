//! What a sheet becomes, and what its columns mean.

use crate::things::Thing;

/// What the rows of a sheet become.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Target {
    Thing(Thing),
    /// 日常登记: replies with a quantity, one row a day, channel and matter.
    DayCounts,
}

impl Target {
    /// Where two kinds of sheets fit equally well, the earlier one is taken.
    pub const ALL: [Target; 12] = [
        Target::Thing(Thing::Publication),
        Target::Thing(Thing::Meeting),
        Target::Thing(Thing::Reply),
        Target::DayCounts,
        Target::Thing(Thing::Material),
        Target::Thing(Thing::Request),
        Target::Thing(Thing::Evaluation),
        Target::Thing(Thing::CaseFile),
        Target::Thing(Thing::Problem),
        Target::Thing(Thing::Regulation),
        Target::Thing(Thing::Consultation),
        Target::Thing(Thing::Notice),
    ];

    /// `publications` … `notices`, `day_counts`
    pub fn key(self) -> &'static str {
        match self {
            Target::Thing(thing) => thing.plural(),
            Target::DayCounts => "day_counts",
        }
    }

    pub fn from_key(key: &str) -> Option<Target> {
        Target::ALL.into_iter().find(|target| target.key() == key)
    }

    /// The thing that its rows are.
    pub fn thing(self) -> Thing {
        match self {
            Target::Thing(thing) => thing,
            Target::DayCounts => Thing::Reply,
        }
    }
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    Field(&'static str),
    /// Whether the row stands or is 作废.
    Status,
    WithdrawnReason,
    /// A running number: not imported, and no part of a comparison.
    Serial,
    /// Where a row stood that was given out to be mended.
    Origin,
    /// A column without a heading, or one that is passed over on purpose.
    Ignored,
    Unknown,
}
