//! How each source's records stand on a day, across holidays, and which of them are due at all.

use serde_json::json;

use super::*;
use crate::context::Unwatched;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn context(today: &str) -> Context<'static> {
    let now = day(today).and_hms_opt(9, 30, 0).unwrap();
    Context { now, who: "王丽", lang: crate::Lang::Zh, watch: &Unwatched }
}

/// A register and one record of each case in it.
fn with(records: &[(Thing, serde_json::Value)]) -> (tempfile::TempDir, Register) {
    let folder = tempfile::tempdir().unwrap();
    let mut register = crate::commands::make(&context("2023-01-03"), &folder.path().join("台账"), "示例学院").unwrap();
    let units = register.vocabulary().unwrap();
    let unit = units.id(crate::things::Dimension::Unit, "件").unwrap();
    for (thing, values) in records {
        let mut values = values.as_object().unwrap().clone();
        if *thing == Thing::Reply {
            values.insert("unit".into(), json!(unit));
        }
        register.log_record(&context("2023-01-03"), *thing, &values, None, None).unwrap();
    }
    (folder, register)
}

#[test]
fn a_record_with_a_day_of_its_own_stands_as_that_day_and_today_say() {
    use DueStanding::*;
    let cases = [
        (Thing::Reply, json!({"received_on": "2023-09-20", "subject": "来信", "due_on": "2023-10-09"}), Overdue),
        (Thing::Problem, json!({"found_on": "2023-09-20", "title": "更新不及时", "due_on": "2023-10-09"}), Overdue),
        (Thing::Consultation, json!({"opened_on": "2023-09-20", "name": "章程修订", "closes_on": "2023-10-09"}), Ended),
        (
            Thing::Notice,
            json!({"posted_on": "2023-09-20", "name": "评优", "ends_on": "2023-10-09", "objections": 1}),
            Ended,
        ),
        // Whether there were objections is still to be told; 无异议 is told as 0.
        (Thing::Notice, json!({"posted_on": "2023-09-20", "name": "评优", "ends_on": "2023-10-09"}), Ended),
        // What came of them is not told to the public yet.
        (
            Thing::Consultation,
            json!({"opened_on": "2023-09-20", "name": "章程修订", "closes_on": "2023-10-09", "result": "采纳两条"}),
            Ended,
        ),
    ];
    for (thing, values, after) in cases {
        let (_folder, register) = with(&[(thing, values)]);
        // 国庆 and 中秋 from 29 September to 6 October; 7 and 8 October are worked.
        for (today, standing, left) in [
            ("2023-09-20", Running, 9),
            ("2023-09-27", Running, 4),
            ("2023-09-28", DueSoon, 3),
            ("2023-10-02", DueSoon, 3),
            ("2023-10-08", DueSoon, 1),
            ("2023-10-09", DueToday, 0),
            ("2023-10-10", after, -1),
            // Over the weekend no working day passes.
            ("2023-10-15", after, -4),
            ("2023-10-16", after, -5),
        ] {
            let list = register.due_list(&context(today), None).unwrap();
            let found: Vec<_> =
                list.iter().map(|due| (due.thing, due.limit.standing, due.limit.left, due.limit.provisional)).collect();
            assert_eq!(found, [(thing, standing, left, false)], "{thing:?} on {today}");
            assert_eq!((list[0].since, list[0].limit.due), (day("2023-09-20"), Some(day("2023-10-09"))));
            let opened = register.record(&context(today), &list[0].id).unwrap();
            assert_eq!(opened.clock, Some(RecordClock::Waiting(list[0].limit.clone())), "{thing:?} on {today}");
        }
    }
}

#[test]
fn what_was_done_or_has_no_day_is_not_due() {
    let (_folder, register) = with(&[
        (Thing::Reply, json!({"received_on": "2023-09-20", "subject": "无期限"})),
        (
            Thing::Reply,
            json!({"received_on": "2023-09-20", "subject": "已答复", "due_on": "2023-09-28", "replied_on": "2023-09-22"}),
        ),
        (
            Thing::Reply,
            json!({"received_on": "2023-09-20", "quantity": 9, "is_day_count": true, "due_on": "2023-09-28"}),
        ),
        (Thing::Problem, json!({"found_on": "2023-09-20", "title": "无期限"})),
        (
            Thing::Problem,
            json!({"found_on": "2023-09-20", "title": "已整改", "due_on": "2023-09-28", "solved_on": "2023-09-27"}),
        ),
        (Thing::Consultation, json!({"opened_on": "2023-09-01", "name": "无截止日期"})),
        (
            Thing::Consultation,
            json!({"opened_on": "2023-09-01", "name": "已反馈", "closes_on": "2023-09-18", "answered_on": "2023-09-25"}),
        ),
        (Thing::Notice, json!({"posted_on": "2023-09-01", "name": "零异议", "ends_on": "2023-09-08", "objections": 0})),
        (
            Thing::Notice,
            json!({"posted_on": "2023-09-01", "name": "已处理", "ends_on": "2023-09-08", "objections": 2, "result": "不成立"}),
        ),
    ]);
    assert_eq!(register.due_list(&context("2023-10-09"), None).unwrap(), []);
    for thing in Thing::ALL {
        let waits = |clock: &Option<RecordClock>| matches!(clock, Some(RecordClock::Waiting(_)));
        assert!(!listed(&register, "2023-10-09", thing).iter().any(waits), "{thing:?}");
    }
}

/// What the list of a register says of each of its records.
fn listed(register: &Register, today: &str, thing: Thing) -> Vec<Option<RecordClock>> {
    let request = serde_json::from_value(json!({"thing": thing.key(), "limit": 99})).unwrap();
    let list = register.list_records(&context(today), &request).unwrap();
    list.records.into_iter().map(|record| record.clock).collect()
}

#[test]
fn what_was_dealt_with_took_working_days_and_a_clarification_none() {
    let cases = [
        // 国庆 and 中秋 from 29 September to 6 October; 7 and 8 October are worked.
        (
            Thing::Reply,
            json!({"received_on": "2023-09-28", "subject": "甲", "replied_on": "2023-10-09"}),
            (3, false, 0),
        ),
        (
            Thing::Reply,
            json!({"received_on": "2023-09-28", "subject": "乙", "replied_on": "2023-09-28"}),
            (0, false, 0),
        ),
        (
            Thing::Reply,
            json!({"received_on": "2023-09-20", "subject": "丙", "due_on": "2023-09-28", "replied_on": "2023-09-28"}),
            (6, false, 0),
        ),
        (
            Thing::Reply,
            json!({"received_on": "2023-09-20", "subject": "丁", "due_on": "2023-09-28", "replied_on": "2023-10-01"}),
            (6, true, 0),
        ),
        (
            Thing::Problem,
            json!({"found_on": "2023-09-20", "title": "戊", "due_on": "2023-09-28", "solved_on": "2023-10-09"}),
            (9, true, 3),
        ),
        (
            Thing::Request,
            json!({"received_on": "2023-09-20", "content": "己", "clarify_asked_on": "2023-09-21",
                   "clarify_given_on": "2023-10-09", "replied_on": "2023-10-11"}),
            (3, false, 0),
        ),
        (
            Thing::Request,
            json!({"received_on": "2023-09-20", "content": "庚", "replied_on": "2023-10-19"}),
            (17, true, 2),
        ),
    ];
    for (thing, values, (took, late, over)) in cases {
        let (_folder, register) = with(&[(thing, values.clone())]);
        let handled = Some(RecordClock::Handled(Handled { took, late, over }));
        assert_eq!(listed(&register, "2023-11-20", thing), [handled], "{values}");
    }
}

#[test]
fn what_was_withdrawn_has_no_clock() {
    let (_folder, mut register) =
        with(&[(Thing::Problem, json!({"found_on": "2023-09-20", "title": "误登", "due_on": "2023-09-28"}))]);
    let withdrawn = register.withdraw_record(&context("2023-10-09"), "problem-1", "误登", false).unwrap();
    assert_eq!((withdrawn.clock, listed(&register, "2023-10-09", Thing::Problem)), (None, vec![None]));
}

#[test]
fn days_left_in_a_year_without_a_calendar_are_provisional() {
    let (_folder, register) = with(&[(
        Thing::Problem,
        json!({"found_on": "2026-12-01", "title": "公开内容不够充实", "due_on": "2027-01-05"}),
    )]);
    let of = |today: &str| register.due_list(&context(today), Some(Thing::Problem)).unwrap().remove(0);
    assert!(of("2026-12-20").limit.provisional);
    assert_eq!(register.due_list(&context("2026-12-20"), Some(Thing::Reply)).unwrap(), []);
}

#[test]
fn the_most_urgent_stand_first_whatever_they_are() {
    let (_folder, register) = with(&[
        (Thing::Notice, json!({"posted_on": "2023-11-01", "name": "晚", "ends_on": "2023-12-20"})),
        (Thing::Consultation, json!({"opened_on": "2023-10-09", "name": "已截止", "closes_on": "2023-10-27"})),
        (Thing::Reply, json!({"received_on": "2023-11-13", "subject": "三日内", "due_on": "2023-11-22"})),
        (Thing::Problem, json!({"found_on": "2023-09-01", "title": "逾期一周", "due_on": "2023-11-13"})),
        (Thing::Notice, json!({"posted_on": "2023-11-13", "name": "今天", "ends_on": "2023-11-20"})),
        (Thing::Request, json!({"received_on": "2023-10-09", "content": "逾期一月"})),
        (Thing::Request, json!({"received_on": "2023-11-09", "content": "补正", "clarify_asked_on": "2023-11-10"})),
    ]);
    let list = register.due_list(&context("2023-11-20"), None).unwrap();
    let titles: Vec<&str> = list.iter().map(|due| due.title.as_str()).collect();
    assert_eq!(titles, ["逾期一月", "逾期一周", "今天", "三日内", "已截止", "晚", "补正"]);
}
