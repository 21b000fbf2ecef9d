//! The clock of one request, from its days, the calendar, the time limits and today. Derived, never stored.
//!
//! How days count (《高等学校信息公开办法》 gives 15 working days and does not say more; where it is silent, this is
//! how the office counts):
//!
//! - The day of receipt never counts; the answer is due on the last working day of the limit.
//! - The day on which a clarification is asked for still counts. The days after it do not, up to and including the
//!   day on which it is given, as that is the day on which the request is received in full; the count goes on from
//!   where it stood. Until it is given there is no due date. One that is asked for after the due date stops nothing.
//! - Where the rules say so, the same holds of the time that a third party is asked its opinion: from the day after it
//!   is asked to the day on which it answers.
//! - An extension adds its days where the rules allow one and it was made no later than the day on which the answer
//!   would have been due without it.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use crate::context::Context;
use crate::error::{Error, Result};
use crate::folder::Register;
use crate::things::{RecordId, Thing, Values};
use crate::workdays::{Calendar, DayKind, Rules};

/// A request's clock on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RequestClock {
    pub standing: ClockStanding,
    /// The last day for the answer; none while a clarification or a third party's opinion is waited for.
    pub due: Option<NaiveDate>,
    /// The due date touches a year whose holidays are not known yet.
    pub provisional: bool,
    /// Working days that are left after today, or were left after the answer; below zero, how many it is late.
    pub left: i64,
    /// Working days that counted, up to the answer or to today.
    pub took: i64,
    /// The working days that the answer may take, an extension included.
    pub limit: u32,
    pub extension: Extension,
    /// Each day from receipt to the due date, and on to the answer or to today where that is later; a year of them at
    /// most.
    pub strip: Vec<StripDay>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClockStanding {
    Overdue,
    DueToday,
    Running,
    /// It waits for a clarification, and the clock stands.
    Clarifying,
    /// It waits for a third party's opinion, and the clock stands.
    AskingThirdParty,
    AnsweredInTime,
    AnsweredLate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Extension {
    None,
    Granted,
    /// The rules know no extension: it changes nothing.
    NotAllowed,
    /// It was made after the answer had been due: it changes nothing.
    TooLate,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StripDay {
    pub day: NaiveDate,
    pub mark: DayMark,
    /// Whether the year's holidays are known.
    pub known: bool,
}

/// Why a day counts, and as which, or why it does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum DayMark {
    /// A working day.
    Counted {
        number: u32,
    },
    /// 调休上班: a weekend day that is worked for the holiday of this name, and counts.
    MakeUp {
        number: u32,
        name: String,
    },
    /// 收到当日
    Receipt,
    Weekend,
    Holiday {
        name: String,
    },
    /// 补正期间
    Clarification,
    /// 征求第三方意见期间
    ThirdParty,
}

impl DayMark {
    fn number(&self) -> Option<u32> {
        match self {
            DayMark::Counted { number } | DayMark::MakeUp { number, .. } => Some(*number),
            DayMark::Receipt
            | DayMark::Weekend
            | DayMark::Holiday { .. }
            | DayMark::Clarification
            | DayMark::ThirdParty => None,
        }
    }
}

/// The longest strip, in days.
const LONGEST: usize = 366;

/// A time in which the clock stands: from the day after something was asked for to the day on which it came.
#[derive(Clone, Copy)]
struct Wait {
    asked: Option<NaiveDate>,
    came: Option<NaiveDate>,
}

impl Wait {
    fn covers(self, day: NaiveDate) -> bool {
        self.asked.is_some_and(|asked| asked < day) && self.came.is_none_or(|came| day <= came)
    }

    fn is_open(self) -> bool {
        self.asked.is_some() && self.came.is_none()
    }
}

/// The days of a request that its clock goes by.
struct Timing<'a> {
    received: NaiveDate,
    clarification: Wait,
    third_party: Wait,
    extended: Option<NaiveDate>,
    replied: Option<NaiveDate>,
    calendar: &'a Calendar,
}

impl Timing<'_> {
    /// Every day from the receipt on with its mark.
    fn days(&self) -> impl Iterator<Item = (NaiveDate, DayMark)> {
        let mut number = 0;
        self.received.iter_days().map(move |day| {
            let mut next = || {
                number += 1;
                number
            };
            let mark = match self.calendar.kind(day) {
                _ if day == self.received => DayMark::Receipt,
                _ if self.clarification.covers(day) => DayMark::Clarification,
                _ if self.third_party.covers(day) => DayMark::ThirdParty,
                DayKind::Workday => DayMark::Counted { number: next() },
                DayKind::MakeUp(name) => DayMark::MakeUp { number: next(), name: name.into() },
                DayKind::Weekend => DayMark::Weekend,
                DayKind::Holiday(name) => DayMark::Holiday { name: name.into() },
            };
            (day, mark)
        })
    }

    /// The day that counts as the last of a limit; none where the clock stands before it for want of what was asked.
    fn last_of(&self, limit: u32) -> Option<NaiveDate> {
        let waits = [self.clarification, self.third_party];
        let for_good = |day: NaiveDate| waits.into_iter().any(|wait| wait.is_open() && wait.covers(day));
        let mut days = self.days().take_while(|(day, _)| !for_good(*day));
        days.find(|(_, mark)| mark.number() == Some(limit)).map(|(day, _)| day)
    }

    /// How many days count after one day, up to another and including it.
    fn counted_after(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        let days = self.days().take_while(|(day, _)| *day <= to).filter(|(day, _)| *day > from);
        i64::try_from(days.filter(|(_, mark)| mark.number().is_some()).count()).unwrap_or(i64::MAX)
    }
}

/// What the days of a request come to.
struct Reckoning {
    extension: Extension,
    limit: u32,
    due: Option<NaiveDate>,
    standing: ClockStanding,
}

impl<'a> Timing<'a> {
    /// None without a day of receipt.
    fn of(values: &Values, calendar: &'a Calendar, rules: &Rules) -> Option<Timing<'a>> {
        let wait = |asked, came| Wait { asked: values.date(asked), came: values.date(came) };
        Some(Timing {
            received: values.date("received_on")?,
            clarification: wait("clarify_asked_on", "clarify_given_on"),
            third_party: match rules.third_party_stops {
                true => wait("third_party_asked_on", "third_party_answered_on"),
                false => Wait { asked: None, came: None },
            },
            extended: values.date("extended_on"),
            replied: values.date("replied_on"),
            calendar,
        })
    }

    fn reckon(&self, rules: &Rules, today: NaiveDate) -> Reckoning {
        let plain = self.last_of(rules.answer_days);
        let extension = match self.extended {
            None => Extension::None,
            Some(_) if rules.extension_days == 0 => Extension::NotAllowed,
            Some(extended) if plain.is_some_and(|due| extended > due) => Extension::TooLate,
            Some(_) => Extension::Granted,
        };
        let (limit, due) = match extension {
            Extension::Granted => {
                let limit = rules.answer_days.saturating_add(rules.extension_days);
                (limit, self.last_of(limit))
            }
            Extension::None | Extension::NotAllowed | Extension::TooLate => (rules.answer_days, plain),
        };
        let standing = match (self.replied, due) {
            (Some(replied), Some(due)) if replied > due => ClockStanding::AnsweredLate,
            (Some(_), Some(_) | None) => ClockStanding::AnsweredInTime,
            (None, None) if self.clarification.is_open() => ClockStanding::Clarifying,
            (None, None) => ClockStanding::AskingThirdParty,
            (None, Some(due)) if today > due => ClockStanding::Overdue,
            (None, Some(due)) if today == due => ClockStanding::DueToday,
            (None, Some(_)) => ClockStanding::Running,
        };
        Reckoning { extension, limit, due, standing }
    }
}

/// Where a request stands on a day; none without a day of receipt.
pub(crate) fn standing(values: &Values, calendar: &Calendar, rules: &Rules, today: NaiveDate) -> Option<ClockStanding> {
    Some(Timing::of(values, calendar, rules)?.reckon(rules, today).standing)
}

/// The clock of a request; none without a day of receipt.
pub(crate) fn clock(values: &Values, calendar: &Calendar, rules: &Rules, today: NaiveDate) -> Option<RequestClock> {
    let timing = Timing::of(values, calendar, rules)?;
    let Reckoning { extension, limit, due, standing } = timing.reckon(rules, today);
    let received = timing.received;
    // The day that the clock is read on: the answer's, or today.
    let read_on = timing.replied.unwrap_or(today).max(received);
    let took = timing.counted_after(received, read_on);
    let left = match due {
        Some(due) if read_on > due => -calendar.workdays_after(due, read_on),
        Some(due) => timing.counted_after(read_on, due),
        None => i64::from(limit) - took,
    };
    let last = due.map_or(read_on, |due| due.max(read_on));
    let strip = timing.days().take_while(|(day, _)| *day <= last).take(LONGEST);
    Some(RequestClock {
        standing,
        due,
        provisional: due.is_some_and(|due| {
            received.iter_days().skip(1).take_while(|day| *day <= due).any(|day| !calendar.knows(day))
        }),
        left,
        took,
        limit,
        extension,
        strip: strip.map(|(day, mark)| StripDay { day, mark, known: calendar.knows(day) }).collect(),
    })
}

impl Register {
    /// The clock of a request on the context's day.
    pub fn request_clock(&self, context: &Context, id: &str) -> Result<RequestClock> {
        let unknown = || Error::NoSuchRecord { id: id.into() };
        if RecordId::parse(id)?.thing != Thing::Request {
            return Err(unknown());
        }
        let record = self.record(context, id)?;
        clock(&record.values, &self.calendar()?, &self.rules()?, context.today()).ok_or_else(unknown)
    }
}

#[cfg(test)]
mod tests;
