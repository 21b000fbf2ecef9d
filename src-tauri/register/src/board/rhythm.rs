//! How often a 清单事项 is renewed, and by which day it is due again.
//!
//! The ministry's list (教办函〔2014〕23号) gives no rhythm: it asks for information to be kept up to date (即时更新), and
//! 《高等学校信息公开办法》（教育部令第29号）for publication within 20 working days of making or obtaining, and for an update
//! within 20 of a change. The second is kept here by the day of a change. The rhythms are the office's own choice: what
//! ships is a start. Rules and bodies stand until they change (`standing`); tenders come every quarter; appointments
//! every term; all else is renewed every year, as the report on it is. Days of grace are there because what comes every
//! year does not come on the same day.

use std::collections::HashMap;

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::change::{Change, Operation, json};
use crate::context::Context;
use crate::error::{Error, Result};
use crate::folder::Register;
use crate::period::plausible;
use crate::store;
use crate::things::Dimension;
use crate::workdays::{Calendar, Deadline};

const SHIPPED: &str = include_str!("rhythms.json");

/// More days of grace are a slip of the pen.
const MOST_GRACE: u32 = 366;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Every {
    /// 每年
    Year,
    /// 每学期
    Term,
    /// 每季度
    Quarter,
    /// 每月
    Month,
    /// 长期有效: until it changes.
    Standing,
}

impl Every {
    /// How many months lie between two publications; none where age alone makes nothing stale.
    fn months(self) -> Option<u32> {
        match self {
            Every::Year => Some(12),
            Every::Term => Some(6),
            Every::Quarter => Some(3),
            Every::Month => Some(1),
            Every::Standing => None,
        }
    }

    fn grace_days(self) -> u32 {
        match self {
            Every::Year | Every::Term => 30,
            Every::Quarter => 10,
            Every::Month => 5,
            Every::Standing => 0,
        }
    }
}

/// How often an item is renewed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Rhythm {
    pub every: Every,
    /// Days that are let pass beyond it.
    pub grace_days: u32,
    /// The day on which its content changed, where that was noted: what was published before is to be updated.
    #[serde(default)]
    pub changed_on: Option<NaiveDate>,
}

impl From<Every> for Rhythm {
    fn from(every: Every) -> Rhythm {
        Rhythm { every, grace_days: every.grace_days(), changed_on: None }
    }
}

impl Default for Rhythm {
    /// Of an item that nobody set a rhythm for.
    fn default() -> Rhythm {
        Rhythm::from(Every::Year)
    }
}

impl Rhythm {
    /// The last day on which what was published then is still fresh; none while nothing makes it stale.
    pub(super) fn fresh_until(&self, newest: NaiveDate, calendar: &Calendar, publish_days: u32) -> Option<Deadline> {
        let by_age = self.every.months().and_then(|months| {
            let day = newest.checked_add_months(Months::new(months))?;
            day.checked_add_days(Days::new(self.grace_days.into()))
        });
        let by_age = by_age.map(|day| Deadline { day, provisional: false });
        let by_change = self.changed_on.filter(|changed| *changed > newest);
        let by_change = by_change.map(|changed| calendar.due(changed, publish_days));
        by_age.into_iter().chain(by_change).min_by_key(|due| due.day)
    }
}

#[derive(Debug, Deserialize, TS)]
pub struct SetListRhythm {
    pub item: i64,
    pub rhythm: Rhythm,
}

impl Register {
    /// Sets how often an item is renewed.
    pub fn set_list_rhythm(&mut self, context: &Context, request: &SetListRhythm) -> Result<Rhythm> {
        let item = self.list_item(request.item)?.id;
        let rhythm = &request.rhythm;
        if rhythm.grace_days > MOST_GRACE {
            return Err(Error::GraceTooLong { most: MOST_GRACE });
        }
        if let Some(day) = rhythm.changed_on.filter(|day| !plausible(*day)) {
            return Err(Error::DayOutOfRange { day: day.to_string() });
        }
        let kept = store::list_marks::rhythm(self.db(), item)?;
        let rhythm_kept = json(rhythm);
        if kept.as_ref() != Some(&rhythm_kept) {
            self.change(context, Operation::ListRhythm, |change| change.put_rhythm(item, &rhythm_kept))?;
        }
        Ok(rhythm.clone())
    }

    /// The rhythms that are set, by item.
    pub(super) fn rhythms(&self) -> Result<HashMap<i64, Rhythm>> {
        let read = |(item, rhythm): (i64, String)| Some((item, serde_json::from_str(&rhythm).ok()?));
        Ok(store::list_marks::rhythms(self.db())?.into_iter().filter_map(read).collect())
    }
}

fn shipped() -> Result<HashMap<Every, Vec<String>>> {
    serde_json::from_str(SHIPPED).map_err(|error| Error::Internal { detail: error.to_string() })
}

/// The items that a rhythm ships for, by the names that they ship with. Renamed later, they keep it.
fn known(db: &store::Connection) -> Result<Vec<(i64, Every)>> {
    let mut known = Vec::new();
    for (every, names) in shipped()? {
        for name in names {
            known.extend(store::terms::named(db, Dimension::ListItem, &name)?.map(|item| (item, every)));
        }
    }
    known.sort_by_key(|(item, _)| *item);
    Ok(known)
}

/// Puts the shipped rhythms into a register whose vocabulary is there.
pub(crate) fn ship(change: &mut Change) -> Result<()> {
    let known = known(&change.db)?;
    known.into_iter().try_for_each(|(item, every)| change.put_rhythm(item, &json(&Rhythm::from(every))))
}

/// Gives them, once and in one logged operation, to a register of an earlier program.
pub(crate) fn furnish(register: &mut Register, context: &Context) -> Result<()> {
    if register.rhythms()?.is_empty() && !known(register.db())?.is_empty() {
        register.change(context, Operation::ListRhythm, ship)?;
    }
    Ok(())
}

#[cfg(test)]
pub(super) mod tests {
    /// Of every item that a rhythm ships for.
    pub fn names() -> Vec<String> {
        super::shipped().unwrap().into_values().flatten().collect()
    }
}
