//! The headings of ledgers: which words name which field, for each kind of sheet.
//!
//! Offices name one thing in many ways. A name stands under one field of a target, the more usual ones first; a
//! pattern catches what was not foreseen, and weighs less. How much a heading tells of the kind of sheet it heads is
//! its weight: 受理机关 stands in one ledger only, 日期 in every one.

mod headings;
mod ledgers;

use super::meaning::{Meaning, Target};
use crate::things::Thing;
use headings::{CASE_FILES, DAY_COUNTS, EVALUATIONS, EVERYWHERE, MATERIALS, MEETINGS, PUBLICATIONS, REPLIES, REQUESTS};
use ledgers::{CONSULTATIONS, NOTICES, PROBLEMS, REGULATIONS};

/// Names and patterns of one meaning.
pub(super) struct Entry {
    pub meaning: Meaning,
    pub weight: i32,
    names: &'static str,
    patterns: &'static str,
}

impl Entry {
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.names.split_whitespace()
    }

    /// Whether a pattern fits: words of which each must occur, `|` between alternatives, `!` before what must not.
    pub fn foresees(&self, key: &str) -> bool {
        self.patterns.split(';').filter(|pattern| !pattern.is_empty()).any(|pattern| {
            pattern.split_whitespace().all(|word| match word.strip_prefix('!') {
                Some(absent) => !key.contains(absent),
                None => word.split('|').any(|choice| key.contains(choice)),
            })
        })
    }
}

/// Says by itself what ledger this is.
const TELLING: i32 = 3;
/// Narrows it down.
const USUAL: i32 = 2;
/// Stands in many kinds of ledgers.
const COMMON: i32 = 1;
/// Says nothing of the kind.
const SILENT: i32 = 0;

const fn field(key: &'static str, weight: i32, names: &'static str, patterns: &'static str) -> Entry {
    Entry { meaning: Meaning::Field(key), weight, names, patterns }
}

/// The meanings that a heading may have in a sheet of this kind, those of every sheet included.
pub(super) fn entries(target: Target) -> impl Iterator<Item = &'static Entry> {
    of(target).iter().chain(EVERYWHERE)
}

fn of(target: Target) -> &'static [Entry] {
    match target {
        Target::Thing(Thing::Publication) => PUBLICATIONS,
        Target::Thing(Thing::Meeting) => MEETINGS,
        Target::Thing(Thing::Reply) => REPLIES,
        Target::Thing(Thing::Material) => MATERIALS,
        Target::Thing(Thing::Request) => REQUESTS,
        Target::Thing(Thing::Evaluation) => EVALUATIONS,
        Target::Thing(Thing::CaseFile) => CASE_FILES,
        Target::Thing(Thing::Problem) => PROBLEMS,
        Target::Thing(Thing::Regulation) => REGULATIONS,
        Target::Thing(Thing::Consultation) => CONSULTATIONS,
        Target::Thing(Thing::Notice) => NOTICES,
        Target::DayCounts => DAY_COUNTS,
    }
}

/// What a sheet of this kind cannot do without: of each group one field.
pub(super) fn needed(target: Target) -> &'static [&'static [&'static str]] {
    match target {
        Target::Thing(Thing::Publication) => &[&["title"], &["published_on", "made_on"]],
        Target::Thing(Thing::Meeting) => &[&["name"], &["held_on"]],
        Target::Thing(Thing::Reply) => &[&["received_on"], &["subject", "matter", "channel"]],
        Target::Thing(Thing::Material) => &[&["handed_on"], &["name"], &["quantity"]],
        Target::Thing(Thing::Request) => &[&["received_on"], &["content", "applicant_class", "mode", "outcome"]],
        Target::Thing(Thing::Evaluation) => &[&["held_on"], &["valid"], &["satisfied"]],
        Target::Thing(Thing::CaseFile) => &[&["filed_on"], &["kind"]],
        Target::Thing(Thing::Problem) => &[&["found_on"], &["title"], &["remedy", "due_on"]],
        Target::Thing(Thing::Regulation) => &[&["issued_on"], &["name"], &["change"]],
        Target::Thing(Thing::Consultation) => &[&["opened_on"], &["closes_on"], &["name"]],
        Target::Thing(Thing::Notice) => &[&["posted_on"], &["ends_on"], &["name"]],
        Target::DayCounts => &[&["received_on"], &["quantity"], &["channel", "source", "matter"]],
    }
}

/// Words in the name of a sheet, or in its title, that speak for a kind.
pub(super) fn hints(target: Target) -> &'static [&'static str] {
    match target {
        Target::Thing(Thing::Publication) => &["主动公开", "公开信息", "信息发布", "公开台账", "发文", "公示", "公文"],
        Target::Thing(Thing::Meeting) => &["会议"],
        Target::Thing(Thing::Reply) => &["答复", "信访", "来信", "来访", "投诉", "信箱", "提案", "办件", "受理"],
        Target::Thing(Thing::Material) => &["资料", "材料", "发放"],
        Target::Thing(Thing::Request) => &["依申请", "申请公开"],
        Target::Thing(Thing::Evaluation) => &["评议", "满意度", "测评", "问卷"],
        Target::Thing(Thing::CaseFile) => &["举报", "复议", "诉讼", "案件"],
        Target::Thing(Thing::Problem) => &["问题", "整改"],
        Target::Thing(Thing::Regulation) => &["规章制度", "制度建设", "制度"],
        Target::Thing(Thing::Consultation) => &["征求意见", "意见征集"],
        Target::Thing(Thing::Notice) => &["公示台账", "公示登记", "公示期"],
        Target::DayCounts => &["日常", "答疑", "接待", "日登记", "咨询登记", "咨询统计", "咨询情况统计"],
    }
}

/// Whether a heading is one degree of satisfaction among others. 满意 alone may be one, or the total.
pub(super) fn is_degree(key: &str) -> bool {
    const DEGREES: [&str; 10] = [
        "非常满意",
        "很满意",
        "十分满意",
        "完全满意",
        "特别满意",
        "满意",
        "比较满意",
        "较满意",
        "较为满意",
        "基本满意",
    ];
    const COUNTED: [&str; 9] = ["问卷份数", "问卷数", "份数", "人数", "票数", "人次", "数", "票", "人"];
    let bare = COUNTED.iter().find_map(|word| key.strip_suffix(word)).unwrap_or(key);
    DEGREES.contains(&bare) && (bare != "满意" || bare == key)
}
