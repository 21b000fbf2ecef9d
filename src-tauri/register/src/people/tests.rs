//! Names as clerks type them, the limit of publishing against the calendar, scorecards against their own records.

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::timely::{Timely, earliest_days};
use super::{Score, ScoreRecordsRequest, Scorecard};
use crate::change::{Change, Operation};
use crate::context::{Context, Unwatched};
use crate::folder::Register;
use crate::period::Period;
use crate::things::{Dimension, Thing, Value, Values};
use crate::workdays::Calendar;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The calendar's own count of a term, day by day, is what the turned-round limit must agree with.
#[test]
fn what_is_in_time_by_days_is_in_time_by_its_due_date() {
    let calendar = Calendar::shipped();
    for limit in [1, 2, 20, 45] {
        let period = Period { from: day("2022-12-20"), to: day("2024-03-10") };
        for [published, earliest] in earliest_days(&calendar, limit, period) {
            let before = earliest.pred_opt().unwrap();
            assert!(calendar.due(earliest, limit).day >= published, "{limit} {published}: made on {earliest}");
            assert!(calendar.due(before, limit).day < published, "{limit} {published}: made on {before}");
        }
    }
    let of = |published: &str| earliest_days(&calendar, 20, Period { from: day(published), to: day(published) });
    // 春节 2024 with its make-up days; a Saturday; the first day after 国庆.
    assert_eq!(of("2024-03-08"), [[day("2024-03-08"), day("2024-02-05")]]);
    assert_eq!(of("2023-06-03"), [[day("2023-06-03"), day("2023-05-08")]]);
}

#[test]
fn a_due_date_in_a_year_without_a_calendar_is_provisional() {
    let calendar = Calendar::shipped();
    let timely = Timely::new(&calendar, 20, Period { from: day("2026-01-01"), to: day("2026-12-31") });
    let within = |made: NaiveDate| {
        let made = made.to_string();
        timely.provisional.iter().any(|(from, to)| *from <= made && made <= *to)
    };
    for made in day("2018-11-01").iter_days().take_while(|made| *made < day("2027-03-01")) {
        assert_eq!(within(made), calendar.due(made, 20).provisional, "{made}");
    }
}

/// A register whose items were made up to forty days before they appeared.
fn a_year_of_items(number: u64) -> (tempfile::TempDir, Register) {
    let place = tempfile::tempdir().unwrap();
    let context = Context { now: NaiveDateTime::default(), who: "test", lang: crate::Lang::Zh, watch: &Unwatched };
    let mut register = crate::commands::make(&context, &place.path().join("台账"), "示例学院").unwrap();
    let departments: Vec<i64> =
        register.vocabulary().unwrap().of(Dimension::Department).map(|term| term.id).take(20).collect();
    let log = |change: &mut Change| {
        for item in 0..number {
            let published = day("2023-01-01") + Days::new(item % 365);
            let mut values = Values::new(Thing::Publication);
            values.set("title", Value::Text(format!("第{item}项")));
            values.set("published_on", Value::Date(published));
            values.set("is_public", Value::Flag(true));
            if item % 9 != 0 {
                values.set("made_on", Value::Date(published - Days::new(item * 7 % 40)));
            }
            let department = departments.iter().cycle().nth(usize::try_from(item).unwrap() % 25).unwrap();
            if item % 11 != 0 {
                values.set("department", Value::Number(*department));
            }
            change.log_record(&values)?;
        }
        Ok(())
    };
    register.change(&context, Operation::RecordLog, log).unwrap();
    (place, register)
}

#[test]
fn every_number_of_a_scorecard_is_the_number_of_its_records_and_the_due_date_of_each_says_the_same() {
    let (_place, register) = a_year_of_items(3000);
    let context = Context { now: NaiveDateTime::default(), who: "test", lang: crate::Lang::Zh, watch: &Unwatched };
    let period = Period { from: day("2023-02-01"), to: day("2023-11-20") };
    let calendar = Calendar::shipped();
    let cards = register.scorecards(&context, period).unwrap();
    let behind = |department, score| {
        let request = ScoreRecordsRequest {
            department,
            score,
            item: None,
            from: period.from,
            to: period.to,
            offset: 0,
            limit: 5000,
        };
        register.score_records(&context, &request).unwrap()
    };
    for card in &cards.departments {
        for score in Score::ALL {
            let found = behind(Some(card.department), score);
            assert_eq!((card.score(score), found.total), (found.total, found.records.len() as u64), "{score:?}");
        }
        let dated = [(Score::OnTime, true), (Score::Late, false)];
        for (score, in_time) in dated {
            for found in behind(Some(card.department), score).records {
                let values = register.record(&context, &found.id).unwrap().values;
                let (made, published) = (values.date("made_on").unwrap(), values.date("published_on").unwrap());
                assert_eq!(calendar.due(made, cards.limit).day >= published, in_time, "{made} {published}");
            }
        }
        let parts: u64 = [Score::OnTime, Score::Late, Score::Undated].map(|score| card.score(score)).iter().sum();
        assert_eq!(parts, card.score(Score::Published));
    }
    assert_eq!(cards.unassigned, behind(None, Score::Published).total);
    let late = register.late_departments(period, context.today(), &[]).unwrap();
    let lates = |card: &&Scorecard| card.score(Score::Late) > 0;
    assert_eq!(late.len(), cards.departments.iter().filter(lates).count());
    for late in late {
        let card = cards.departments.iter().find(|card| card.department == late.department).unwrap();
        assert_eq!(late.publications, card.score(Score::Late));
        let made = behind(Some(late.department), Score::Late).records.into_iter();
        let due = made.map(|found| {
            calendar.due(register.record(&context, &found.id).unwrap().values.date("made_on").unwrap(), cards.limit).day
        });
        assert_eq!(late.since, due.min());
    }
}
