//! A register to play with: an invented college and a year of its work, made anew from the same seed.

mod words;

use std::path::Path;

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};

use crate::change::Operation;
use crate::commands;
use crate::context::{Context, Stage};
use crate::error::{Error, Result};
use crate::folder::{Register, whole_or_not};
use crate::settings::NamedPeriod;
use crate::things::{self, Dimension, Kind, Thing, Value, Values, Vocabulary};
use words::{DAY_COUNTS, DEPARTMENTS, MARKS, MATERIALS, MEETINGS, REASONS, REPLIES, REQUESTS, SORTS, Sort};

const INSTITUTION: &str = "示例职业技术学院（演示）";
/// Items published before today, and today.
const ITEMS: u64 = 416;
const ITEMS_TODAY: u64 = 4;

/// How busy each month is, January first: the holidays are quiet, September and the year's end are not.
const BUSY: [u64; 12] = [7, 3, 10, 9, 10, 11, 5, 3, 12, 9, 10, 12];

/// Makes a sample register in an empty or new folder; its records lie in the twelve months before the context's day.
pub(crate) fn make(context: &Context, folder: &Path) -> Result<Register> {
    let today = context.today();
    let first = today.checked_sub_days(Days::new(365)).unwrap_or(today);
    let on = |day: NaiveDate| Context { now: day.and_time(evening()), ..*context };
    whole_or_not(folder, || {
        let mut register = commands::make(&on(first), folder, INSTITUTION)?;
        match fill(&mut register, context, first, on) {
            Ok(()) => Ok(register),
            Err(error) => Err(register.explain(error)),
        }
    })
}

fn fill<'c>(
    register: &mut Register,
    context: &Context<'c>,
    first: NaiveDate,
    on: impl Fn(NaiveDate) -> Context<'c>,
) -> Result<()> {
    let today = context.today();
    for name in DEPARTMENTS {
        register.add_term(&on(first), Dimension::Department, name, None)?;
    }
    let periods = [("最近一年", first, today), ("今年以来", today.with_ordinal(1).unwrap_or(first), today)];
    let named = periods.map(|(name, from, to)| NamedPeriod { name: name.into(), from, to });
    register.set_periods(&on(first), named.to_vec())?;

    let mut year = Year { dice: Dice(20_140_701), vocabulary: register.vocabulary()?, first, today, made: Vec::new() };
    year.furnish()?;
    let mut made = year.made;
    made.sort_by_key(|(day, _)| *day);
    let (mut entered, total) = (0, made.len() as u64);
    let (now, before): (Vec<_>, Vec<_>) = made.into_iter().partition(|(day, _)| *day == today);
    // A month's work is one entry of the log; today's is one for each record, as a clerk would log it.
    for month in before.chunk_by(|(one, _), (other, _)| one.month() == other.month()) {
        context.progress(Stage::Importing, entered, total)?;
        let last = month.last().map_or(first, |(day, _)| *day);
        log(register, &on(last), month)?;
        entered += month.len() as u64;
    }
    let yesterday = today.pred_opt().unwrap_or(today);
    for (reason, number) in REASONS.iter().zip((1..).map(|part| part * 67)) {
        register.withdraw_record(&on(yesterday), &format!("{}-{number}", Thing::Publication.key()), reason)?;
    }
    now.chunks(1).try_for_each(|one| log(register, context, one))
}

fn log(register: &mut Register, context: &Context, records: &[(NaiveDate, Values)]) -> Result<()> {
    register.change(context, Operation::RecordLog, |change| {
        for (_, values) in records {
            let id = change.log_record(values)?;
            if values.thing() == Thing::Reply && values.flag("about_disclosure") {
                change.case_of_reply(values, id, None)?;
            }
        }
        Ok(())
    })
}

/// When a month's work is entered: the end of its last working day.
fn evening() -> NaiveTime {
    NaiveTime::from_hms_opt(17, 30, 0).unwrap_or_default()
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
                let name = self.text(names);
                let people = attendance + self.dice.below(attendance / 3 + 1);
                let day = self.day();
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
        for number in 0..12 {
            let (name, unit, to) = MATERIALS[number % MATERIALS.len()];
            let (to, quantity) = (self.text(&[to]), (self.dice.below(40) + 5) * 10);
            let day = self.day();
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
            let content = self.text(&[content]);
            let received = match outcome {
                Some(_) => self.day(),
                None => {
                    let days = 3 + self.dice.below(8);
                    self.before_today(days)
                }
            };
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
        Ok(())
    }

    fn item(&mut self, number: u64, sort: &Sort, day: NaiveDate) -> Result<()> {
        let title = self.text(sort.titles);
        let department = *self.dice.pick(sort.departments);
        // Two of today's items are on no channel yet; about one in nine waits for its review.
        let channels = if (ITEMS..ITEMS + 2).contains(&number) { "" } else { *self.dice.pick(sort.channels) };
        let review = if self.dice.below(9) == 0 { "" } else { "已审查" };
        let (doc_number, copies) = match sort.number {
            Some(letters) => {
                (format!("{letters}〔{}〕{}号", day.year(), number / 4 + 1), (20 + self.dice.below(9) * 5).to_string())
            }
            None => Default::default(),
        };
        let carrier = if sort.number.is_some() { "纸质版" } else { "电子版" };
        let made = self.shift(day, self.dice.0 % 4).to_string();
        self.add(
            Thing::Publication,
            day,
            &[
                ("title", &title),
                ("doc_number", &doc_number),
                ("kind", sort.kind),
                ("channels", channels),
                ("carrier", carrier),
                ("copies", &copies),
                ("audience", "社会"),
                ("department", department),
                ("made_on", &made),
                ("secrecy_review", review),
            ],
        )
    }

    fn replies(&mut self) -> Result<()> {
        for (channel, source, matter, unit, subjects, count, most) in REPLIES {
            for _ in 0..*count {
                let (subject, quantity) = (self.text(subjects), 1 + self.dice.below(*most));
                let day = self.day();
                let replied = self.after(day);
                self.add(
                    Thing::Reply,
                    day,
                    &[
                        ("channel", channel),
                        ("source", source),
                        ("matter", matter),
                        ("subject", &subject),
                        ("unit", unit),
                        ("quantity", &quantity.to_string()),
                        ("department", "行政办公室"),
                        ("replied_on", &replied),
                    ],
                )?;
            }
        }
        for (half, (channel, source, most)) in DAY_COUNTS.iter().enumerate() {
            for _ in 0..7 {
                let quantity = 10 + self.dice.below(most / 10) * 10;
                let estimate = if half * 2 < DAY_COUNTS.len() { "" } else { "是" };
                let day = self.day();
                self.add(
                    Thing::Reply,
                    day,
                    &[
                        ("channel", channel),
                        ("source", source),
                        ("matter", "日常疑问解答"),
                        ("unit", "人次"),
                        ("quantity", &quantity.to_string()),
                        ("is_day_count", "是"),
                        ("is_estimate", estimate),
                        ("department", "学生工作处"),
                    ],
                )?;
            }
        }
        let (open, disclosed) = (self.before_today(2), self.day());
        let replied = self.after(disclosed);
        self.add(
            Thing::Reply,
            open,
            &[
                ("channel", "学校领导信箱"),
                ("source", "学生"),
                ("matter", "咨询答疑"),
                ("subject", "图书馆座位预约"),
                ("unit", "件"),
                ("quantity", "1"),
            ],
        )?;
        self.add(
            Thing::Reply,
            disclosed,
            &[
                ("channel", "来函来电"),
                ("source", "社会公众"),
                ("matter", "投诉"),
                ("subject", "反映招标信息公开不及时"),
                ("unit", "件"),
                ("quantity", "1"),
                ("about_disclosure", "是"),
                ("replied_on", &replied),
            ],
        )
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
                Some(Kind::Text { .. }) | None => Value::Text((*text).to_owned()),
            };
            values.set(key, value);
        }
        if let Some(fault) = things::check(&mut values).0.first() {
            return Err(Error::Internal { detail: format!("{fault:?}") });
        }
        self.made.push((day, values));
        Ok(())
    }

    /// A text with its marks filled in.
    fn text(&mut self, texts: &[&str]) -> String {
        let mut text = (*self.dice.pick(texts)).to_owned();
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
        loop {
            let day = self.first + Days::new(1 + self.dice.below(364));
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

    /// A day of answer within two weeks, not later than today.
    fn after(&mut self, day: NaiveDate) -> String {
        let answered = day + Days::new(1 + self.dice.below(13));
        answered.min(self.today).to_string()
    }
}

fn is_working(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// A small generator of numbers (Marsaglia's xorshift, 64 bits): the same from the same seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        // The upper bits are the better ones.
        (self.0 >> 16) % limit.max(1)
    }

    fn pick<'t, T>(&mut self, from: &'t [T]) -> &'t T {
        let place = self.below(from.len() as u64) as usize;
        &from[place]
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::context::Unwatched;
    use crate::period::Period;

    #[test]
    fn the_sample_is_proven_and_has_something_of_everything() {
        let place = tempfile::tempdir().unwrap();
        let now = NaiveDate::from_ymd_opt(2023, 11, 20).unwrap().and_hms_opt(9, 30, 0).unwrap();
        let context = Context { now, who: "王丽", lang: crate::Lang::Zh, watch: &Unwatched };
        let register = make(&context, &place.path().join("演示台账")).unwrap();
        assert!(register.verify(&context).unwrap().ok);
        let NamedPeriod { from, to, .. } = register.periods().unwrap()[0].clone();
        let period = Period { from, to };
        for figure in register.figures(period, crate::Lang::Zh).unwrap() {
            let rare = ["reconsidered", "sued"].contains(&figure.id.as_str());
            assert_eq!(figure.rows == 0, rare, "{}", figure.id);
            assert!(figure.unknown.is_empty());
        }
        let overview = register.overview(&context, period).unwrap();
        assert_eq!(overview.logged_today, ITEMS_TODAY);
        let wanting = |what, thing| {
            overview.attention.iter().find(|a| a.what == what && a.thing == Some(thing)).map_or(0, |a| a.count)
        };
        use crate::overview::Wanting;
        assert_eq!(wanting(Wanting::Unanswered, Thing::Request), 2);
        assert_eq!(wanting(Wanting::Unanswered, Thing::Reply), 1);
        assert_eq!(wanting(Wanting::WithoutChannel, Thing::Publication), 2);
        assert!(wanting(Wanting::Unreviewed, Thing::Publication) > 10);
    }

    #[test]
    fn a_sample_that_is_not_finished_leaves_nothing_behind() {
        /// Lets three months pass.
        struct Impatient(std::cell::Cell<u32>);
        impl crate::context::Watch for Impatient {
            fn step(&self, _: crate::context::Progress) -> bool {
                self.0.set(self.0.get() + 1);
                self.0.get() <= 3
            }
        }
        let place = tempfile::tempdir().unwrap();
        let empty = place.path().join("空文件夹");
        std::fs::create_dir(&empty).unwrap();
        let now = NaiveDate::from_ymd_opt(2023, 11, 20).unwrap().and_hms_opt(9, 30, 0).unwrap();
        for folder in [place.path().join("演示台账"), empty.clone()] {
            let watch = Impatient(Default::default());
            let context = Context { now, who: "王丽", lang: crate::Lang::Zh, watch: &watch };
            assert!(matches!(make(&context, &folder), Err(Error::Cancelled)));
            assert_eq!(watch.0.get(), 4);
        }
        let left: Vec<_> = std::fs::read_dir(place.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert_eq!(left, [empty.clone()], "the folder that was there stays, and is empty");
        assert_eq!(std::fs::read_dir(empty).unwrap().count(), 0);
    }

    #[test]
    fn the_sample_is_the_same_from_the_same_day() {
        let now = NaiveDate::from_ymd_opt(2024, 2, 29).unwrap().and_hms_opt(9, 30, 0).unwrap();
        let context = Context { now, who: "王丽", lang: crate::Lang::Zh, watch: &Unwatched };
        let items = || {
            let place = tempfile::tempdir().unwrap();
            let register = make(&context, &place.path().join("演示台账")).unwrap();
            register.search("公示", 500).unwrap().hits.into_iter().map(|hit| (hit.id, hit.title)).collect::<Vec<_>>()
        };
        assert!(items().len() > 20);
        assert_eq!(items(), items());
    }
}
