//! A register to play with: an invented college and a year of its work, made anew from the same seed.

mod dice;
mod list;
mod people;
mod words;
mod year;

use std::path::Path;

use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime};

use crate::change::Operation;
use crate::commands;
use crate::context::{Context, Stage};
use crate::error::Result;
use crate::folder::{Register, whole_or_not};
use crate::period::Period;
use crate::settings::NamedPeriod;
use crate::things::{Dimension, Thing, Values};
use words::{DEPARTMENTS, REASONS};

const INSTITUTION: &str = "示例职业技术学院（演示）";
/// Items published before today, and today.
const ITEMS: u64 = 416;
const ITEMS_TODAY: u64 = 4;

/// Makes a sample register in an empty or new folder; its records lie in the month of the context's day and the eleven
/// before it.
pub(crate) fn make(context: &Context, folder: &Path) -> Result<Register> {
    let today = context.today();
    let first = month_from(today, -11);
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
    let last = month_from(today, 1).pred_opt().unwrap_or(today);
    let periods = [("最近12个月", first, last), ("今年以来", today.with_ordinal(1).unwrap_or(first), today)];
    let named = periods.map(|(name, from, to)| NamedPeriod { name: name.into(), from, to });
    register.set_periods(&on(first), named.to_vec())?;

    people::appoint(register, &on(first))?;

    let made = year::made(first, today, register.vocabulary()?)?;
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
        register.withdraw_record(&on(yesterday), &format!("{}-{number}", Thing::Publication.key()), reason, false)?;
    }
    let changed = today.checked_sub_days(Days::new(60)).unwrap_or(today);
    list::settle(register, &on(yesterday), Period { from: first, to: last }, changed)?;
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

/// The first day of the month that is so many months from that of the day.
fn month_from(day: NaiveDate, months: i32) -> NaiveDate {
    let by = Months::new(months.unsigned_abs());
    let first = day.with_day(1).unwrap_or(day);
    let moved = if months < 0 { first.checked_sub_months(by) } else { first.checked_add_months(by) };
    moved.unwrap_or(first)
}

/// When a month's work is entered: the end of its last working day.
fn evening() -> NaiveTime {
    NaiveTime::from_hms_opt(17, 30, 0).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::search::SearchRequest;
    use chrono::NaiveDate;

    use super::*;
    use crate::Error;
    use crate::context::Unwatched;

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
        assert_eq!(wanting(Wanting::Unanswered, Thing::Reply), 2);
        assert_eq!(wanting(Wanting::WithoutChannel, Thing::Publication), 2);
        assert!(wanting(Wanting::Unreviewed, Thing::Publication) > 10);
        let board = register.list_board(period, context.today()).unwrap();
        assert_eq!((board.tally.not_applicable, board.tally.stale), (7, 2));
        assert!(board.tally.published > 10 && board.tally.missing > 10, "{:?}", board.tally);
        for (what, thing, count) in [
            (Wanting::Overdue, Thing::Problem, 2),
            (Wanting::DueSoon, Thing::Problem, 1),
            (Wanting::Overdue, Thing::Reply, 1),
            (Wanting::DueSoon, Thing::Reply, 1),
            (Wanting::DueToday, Thing::Notice, 1),
            (Wanting::DueSoon, Thing::Notice, 1),
            (Wanting::Ended, Thing::Notice, 1),
            (Wanting::Ended, Thing::Consultation, 1),
        ] {
            assert_eq!(wanting(what, thing), count, "{what:?} {thing:?}");
        }
        assert!(overview.held.iter().all(|held| held.records > 0), "{:?}", overview.held);
    }

    #[test]
    fn the_samples_departments_have_somebody_who_answers_and_something_to_answer_for() {
        let place = tempfile::tempdir().unwrap();
        // Over the Spring Festival and the October holidays what lies about is as late as in any month.
        for (year, month, day) in [(2023, 11, 20), (2024, 4, 30)] {
            let now = NaiveDate::from_ymd_opt(year, month, day).unwrap().and_hms_opt(9, 30, 0).unwrap();
            let context = Context { now, who: "王丽", lang: crate::Lang::Zh, watch: &Unwatched };
            let register = make(&context, &place.path().join(year.to_string())).unwrap();
            let NamedPeriod { from, to, .. } = register.periods().unwrap()[0].clone();
            let period = Period { from, to };
            let cards = register.scorecards(&context, period).unwrap().departments;
            let with = |score| cards.iter().filter(|card| card.score(score) > 0).count();
            use crate::people::Score;
            for score in [Score::Late, Score::RepliesLate, Score::RepliesOverdue, Score::ProblemsOverdue] {
                assert!(with(score) > 0, "{score:?} in {year}");
            }
            assert_eq!(with(Score::Corrections), 1);
            let late: u64 = cards.iter().map(|card| card.score(Score::Late)).sum();
            assert!((10..20).contains(&late), "{late} in {year}");
            assert!(cards.iter().filter(|card| !card.head.is_empty() && !card.officer.is_empty()).count() >= 10);
            assert!(cards.iter().any(|card| card.head.is_empty()), "one is still to be asked for");
            assert!(cards.iter().any(|card| card.duties.missing > 0 && card.duties.published > 0));
            assert!(cards.iter().any(|card| card.duties.stale > 0));
            assert!(!register.overview(&context, period).unwrap().late.is_empty());
            assert!(register.persons().unwrap().iter().all(|person| person.active));
        }
    }

    #[test]
    fn the_samples_records_name_others_that_are_there() {
        let place = tempfile::tempdir().unwrap();
        let now = NaiveDate::from_ymd_opt(2023, 11, 20).unwrap().and_hms_opt(9, 30, 0).unwrap();
        let context = Context { now, who: "王丽", lang: crate::Lang::Zh, watch: &Unwatched };
        let register = make(&context, &place.path().join("演示台账")).unwrap();
        let request = serde_json::json!({"thing": "publication", "limit": 500});
        let items = register.list_records(&context, &serde_json::from_value(request).unwrap()).unwrap().records;
        let minutes = items.iter().filter(|item| item.named.contains_key("meeting")).count();
        assert!(minutes > 5, "{minutes}");
        let corrections: Vec<_> = items.iter().filter(|item| item.named.contains_key("corrects")).collect();
        assert_eq!(corrections.len(), 1);
        assert_eq!(corrections[0].title, format!("关于更正《{}》的公告", corrections[0].named["corrects"]));
        // Each consultation has its days.
        let request = serde_json::json!({"thing": "consultation", "limit": 500});
        for listed in register.list_records(&context, &serde_json::from_value(request).unwrap()).unwrap().records {
            let values = listed.values.filled();
            let check = register.check_record(&context, Thing::Consultation, &values, Some(&listed.id)).unwrap();
            assert!(check.refusals.is_empty() && check.warnings.is_empty(), "{check:?}");
        }
    }

    #[test]
    fn the_samples_documents_are_numbered_by_their_days_and_its_notices_fit_the_month() {
        let place = tempfile::tempdir().unwrap();
        let now = NaiveDate::from_ymd_opt(2023, 11, 20).unwrap().and_hms_opt(9, 30, 0).unwrap();
        let context = Context { now, who: "王丽", lang: crate::Lang::Zh, watch: &Unwatched };
        let register = make(&context, &place.path().join("演示台账")).unwrap();
        let period = register.periods().unwrap().remove(0);
        assert_eq!((period.from.to_string(), period.to.to_string()), ("2022-12-01".into(), "2023-11-30".into()));
        let request = serde_json::json!({"thing": "publication", "limit": 500});
        let mut items = register.list_records(&context, &serde_json::from_value(request).unwrap()).unwrap().records;
        items.reverse();
        let mut last = std::collections::HashMap::new();
        let departments = register.vocabulary().unwrap();
        for item in &items {
            let day = item.values.date("published_on").unwrap();
            if let Some((letters, number)) = item.values.text("doc_number").split_once('〕') {
                let number: u32 = number.trim_end_matches('号').parse().unwrap();
                let before = last.insert(letters.to_owned(), number);
                assert!(before.is_none_or(|before| number == before + 1), "{letters}〕{number} of {day}");
                assert!(letters.ends_with(&day.year().to_string()), "{letters} of {day}");
            }
            for (festival, month) in [("国庆", 9), ("劳动节", 4), ("元旦", 12), ("清明", 3)] {
                assert!(!item.title.contains(festival) || day.month() == month, "{} on {day}", item.title);
            }
            let from = item.values.number("department").and_then(|id| departments.get(id)).unwrap();
            assert!(!item.title.contains("转专业") || from.name == "教务处", "{} by {}", item.title, from.name);
        }
        assert!(last.len() > 3, "{last:?}");
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
        assert_eq!(left, std::slice::from_ref(&empty), "the folder that was there stays, and is empty");
        assert_eq!(std::fs::read_dir(empty).unwrap().count(), 0);
    }

    #[test]
    fn the_sample_is_the_same_from_the_same_day() {
        let now = NaiveDate::from_ymd_opt(2024, 2, 29).unwrap().and_hms_opt(9, 30, 0).unwrap();
        let context = Context { now, who: "王丽", lang: crate::Lang::Zh, watch: &Unwatched };
        let items = || {
            let place = tempfile::tempdir().unwrap();
            let register = make(&context, &place.path().join("演示台账")).unwrap();
            let request = SearchRequest { text: "公示".into(), limit: 500, ..SearchRequest::default() };
            register
                .search(&context, &request)
                .unwrap()
                .hits
                .into_iter()
                .map(|hit| (hit.id, hit.title))
                .collect::<Vec<_>>()
        };
        assert!(items().len() > 20);
        assert_eq!(items(), items());
    }
}
