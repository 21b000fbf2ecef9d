//! A year of an invented college's work, record by record.

mod links;
mod replies;
pub(super) mod work;

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::dice::Dice;
use super::words::{FESTIVAL, FESTIVALS, MARKS, MATERIALS, MEETINGS, REQUESTS, SORTS, Sort};
use super::{ITEMS, ITEMS_TODAY, list};
use crate::error::{Error, Result};
use crate::things::{self, Dimension, Kind, Thing, Value, Values, Vocabulary};

/// How busy each month is, January first: the holidays are quiet, September and the year's end are not.
const BUSY: [u64; 12] = [7, 3, 10, 9, 10, 11, 5, 3, 12, 9, 10, 12];

/// One item in so many lies about for so many days, more than 20 working days in any season.
const LATE: u64 = 29;
const LAY: u64 = 46;

/// The records of the year from the first day to today, in the order of their days.
pub(super) fn made(first: NaiveDate, today: NaiveDate, vocabulary: Vocabulary) -> Result<Vec<(NaiveDate, Values)>> {
    let mut year = Year { dice: Dice(20_140_701), vocabulary, first, today, made: Vec::new() };
    year.furnish()?;
    year.made.sort_by_key(|(day, _)| *day);
    year.number();
    year.link();
    Ok(year.made)
}

/// A year under way.
struct Year {
    dice: Dice,
    vocabulary: Vocabulary,
    first: NaiveDate,
    today: NaiveDate,
    made: Vec<(NaiveDate, Values)>,
}

impl Year {
    fn furnish(&mut self) -> Result<()> {
        let shares: Vec<&Sort> = SORTS.iter().flat_map(|sort| (0..sort.share).map(move |_| sort)).collect();
        for number in 0..ITEMS + ITEMS_TODAY {
            // Every sort comes up in its turn, so that none is missing.
            let sort = shares.get(number as usize % shares.len()).copied().unwrap_or(&SORTS[0]);
            let day = if number < ITEMS { self.day() } else { self.today };
            self.item(number, sort, day)?;
        }
        for (kind, names, attendance, count) in MEETINGS {
            for _ in 0..*count {
                let day = self.day();
                let name = self.text(names, day);
                let people = attendance + self.dice.below(attendance / 3 + 1);
                self.add(
                    Thing::Meeting,
                    day,
                    &[
                        ("name", &name),
                        ("kind", kind),
                        ("place", "行政楼会议室"),
                        ("attendance", &people.to_string()),
                        ("department", "行政办公室"),
                    ],
                )?;
            }
        }
        self.replies()?;
        self.listed()?;
        for number in 0..12 {
            let (name, unit, to) = MATERIALS[number % MATERIALS.len()];
            let day = self.day();
            let (to, quantity) = (self.text(&[to], day), (self.dice.below(40) + 5) * 10);
            self.add(
                Thing::Material,
                day,
                &[
                    ("name", name),
                    ("unit", unit),
                    ("recipients", &to),
                    ("quantity", &quantity.to_string()),
                    ("department", "学生工作处"),
                ],
            )?;
        }
        for (content, class, mode, outcome) in REQUESTS {
            let received = match outcome {
                Some(_) => self.day(),
                None => {
                    let days = 3 + self.dice.below(8);
                    self.before_today(days)
                }
            };
            let content = self.text(&[content], received);
            let replied = outcome.map(|_| self.after(received)).unwrap_or_default();
            self.add(
                Thing::Request,
                received,
                &[
                    ("content", &content),
                    ("applicant_class", class),
                    ("mode", mode),
                    ("outcome", outcome.unwrap_or_default()),
                    ("replied_on", &replied),
                    ("department", "行政办公室"),
                ],
            )?;
        }
        for (method, issued, valid, satisfied) in
            [("问卷调查", "600", "583", "561"), ("网上评议", "", "412", "389"), ("民主评议", "120", "118", "115")]
        {
            let day = self.day();
            self.add(
                Thing::Evaluation,
                day,
                &[("method", method), ("issued", issued), ("valid", valid), ("satisfied", satisfied)],
            )?;
        }
        self.work()
    }

    fn item(&mut self, number: u64, sort: &Sort, day: NaiveDate) -> Result<()> {
        let titles: Vec<String> = sort.titles.iter().map(|(title, from)| format!("{title}\n{from}")).collect();
        let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
        let text = self.text(&titles, day);
        let (title, department) = text.split_once('\n').unwrap_or((&text, ""));
        // Two of today's items are on no channel yet; about one in nine waits for its review, and some say so.
        let channels = if (ITEMS..ITEMS + 2).contains(&number) { "" } else { *self.dice.pick(sort.channels) };
        let review = match self.dice.below(9) {
            0 if number.is_multiple_of(3) => "未审查",
            0 => "",
            _ => "已审查",
        };
        // A document is numbered once all of its year are there.
        let letters = sort.number.unwrap_or_default();
        let copies = sort.number.map(|_| (20 + self.dice.below(9) * 5).to_string()).unwrap_or_default();
        let carrier = if sort.number.is_some() { "纸质版" } else { "电子版" };
        // Now and then something lies about until it is late.
        let lay = if number % LATE == LATE - 1 { LAY } else { self.dice.0 % 4 };
        let made = self.shift(day, lay).to_string();
        self.add(
            Thing::Publication,
            day,
            &[
                ("title", title),
                ("doc_number", letters),
                ("kind", sort.kind),
                ("channels", channels),
                ("carrier", carrier),
                ("copies", &copies),
                ("audience", "社会"),
                ("department", department),
                ("made_on", &made),
                ("secrecy_review", review),
                ("list_item", list::item_of(title)),
            ],
        )
    }

    /// What the list of items asks for once a year.
    fn listed(&mut self) -> Result<()> {
        for (title, item, department, channels, days) in list::ONCE {
            let day = self.before_today(*days);
            let made = self.shift(day, 6).to_string();
            self.add(
                Thing::Publication,
                day,
                &[
                    ("title", title),
                    ("channels", channels),
                    ("carrier", "电子版"),
                    ("audience", "社会"),
                    ("department", department),
                    ("made_on", &made),
                    ("secrecy_review", "已审查"),
                    ("list_item", item),
                ],
            )?;
        }
        Ok(())
    }

    /// A record of these fields, each read by its kind; an empty one is left out.
    fn add(&mut self, thing: Thing, day: NaiveDate, fields: &[(&'static str, &str)]) -> Result<()> {
        let mut values = Values::new(thing);
        values.set(thing.date_field(), Value::Date(day));
        for (key, text) in fields.iter().filter(|(_, text)| !text.is_empty()) {
            let term = |dimension, name: &str| {
                let wrong = || Error::Internal { detail: format!("{key}: {name}") };
                self.vocabulary.id(dimension, name).ok_or_else(wrong)
            };
            let value = match thing.field(key).map(|field| field.kind) {
                Some(Kind::Term { dimension }) => Value::Number(term(dimension, text)?),
                Some(Kind::Channels) => {
                    Value::Terms(text.split('、').map(|name| term(Dimension::Channel, name)).collect::<Result<_>>()?)
                }
                Some(Kind::Count | Kind::Money) => Value::Number(text.parse().unwrap_or_default()),
                Some(Kind::Date) => text.parse().map(Value::Date).unwrap_or_default(),
                Some(Kind::Flag) => Value::Flag(true),
                Some(Kind::Text { .. } | Kind::Link { .. }) | None => Value::Text((*text).to_owned()),
            };
            values.set(key, value);
        }
        if let Some(fault) = things::check(&mut values).0.first() {
            return Err(Error::Internal { detail: format!("{fault:?}") });
        }
        self.made.push((day, values));
        Ok(())
    }

    /// Numbers documents in the order of their days, by their letters and year.
    fn number(&mut self) {
        /// Documents of one month with the same letters, about.
        const A_MONTH: u32 = 4;
        let mut last: HashMap<(String, i32), u32> = HashMap::new();
        for (day, values) in &mut self.made {
            let letters = values.text("doc_number").to_owned();
            if letters.is_empty() {
                continue;
            }
            // The year of the first records was under way.
            let before = if day.year() == self.first.year() { self.first.month0() * A_MONTH } else { 0 };
            let number = last.entry((letters.clone(), day.year())).or_insert(before);
            *number += 1;
            values.set("doc_number", Value::Text(format!("{letters}〔{}〕{number}号", day.year())));
        }
    }

    /// One of the texts for that day, with its marks filled in.
    fn text(&mut self, texts: &[&str], day: NaiveDate) -> String {
        let festival = FESTIVALS.get(day.month0() as usize).copied().flatten();
        let fit: Vec<&str> =
            texts.iter().copied().filter(|text| festival.is_some() || !text.contains(FESTIVAL)).collect();
        let mut text = self.dice.pick(&fit).replace(FESTIVAL, festival.unwrap_or_default());
        for (mark, words) in MARKS {
            if text.contains(mark) {
                let word: &str = self.dice.pick::<&str>(words);
                text = text.replace(mark, word);
            }
        }
        text
    }

    /// A working day of the year before today, in a busy month sooner than in a quiet one.
    fn day(&mut self) -> NaiveDate {
        let before_today = self.today.signed_duration_since(self.first).num_days().unsigned_abs();
        loop {
            let day = self.first + Days::new(self.dice.below(before_today));
            let busy = BUSY.get(day.month0() as usize).copied().unwrap_or_default();
            if is_working(day) && self.dice.below(12) < busy {
                return day;
            }
        }
    }

    /// The working day so many days before today, or the one before it.
    fn before_today(&self, days: u64) -> NaiveDate {
        self.shift(self.today, days)
    }

    fn shift(&self, day: NaiveDate, days: u64) -> NaiveDate {
        let earlier = |days| day.checked_sub_days(Days::new(days)).unwrap_or(day);
        (days..days + 3).map(earlier).find(|day| is_working(*day)).unwrap_or(day)
    }

    /// The working day so many days before today, or after it where they are below zero; the one before it on a weekend.
    fn days_ago(&self, days: i64) -> NaiveDate {
        match u64::try_from(days) {
            Ok(days) => self.before_today(days),
            Err(_) => self.shift(self.today + Days::new(days.unsigned_abs()), 0),
        }
    }

    /// A day of answer within two weeks, not later than today.
    fn after(&mut self, day: NaiveDate) -> String {
        let answered = day + Days::new(1 + self.dice.below(13));
        answered.min(self.today).to_string()
    }
}

fn is_working(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}
