//! Deadlines as a clerk counts them on the wall calendar.

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_last_day_of_a_term_is_the_nth_working_day_after_receipt() {
    let calendar = Calendar::shipped();
    for (start, days, due, provisional) in [
        // 中秋 and 国庆 with the make-up days 10-07 and 10-08; 春节 with its own; received on a holiday; past the table.
        ("2023-09-25", 15, "2023-10-20", false),
        ("2024-02-01", 15, "2024-02-27", false),
        ("2025-01-20", 20, "2025-02-21", false),
        ("2026-02-10", 15, "2026-03-09", false),
        ("2023-10-01", 15, "2023-10-25", false),
        ("2026-12-14", 15, "2027-01-04", true),
        // 元旦: 2022-12-31 to 2023-01-02 off; alone in 2024 and 2025; 2026-01-04 a Sunday that was worked.
        ("2022-12-20", 15, "2023-01-11", false),
        ("2023-12-20", 15, "2024-01-11", false),
        ("2024-12-20", 15, "2025-01-13", false),
        ("2025-12-19", 15, "2026-01-12", false),
        // 春节, each year's own length and make-up days; in 2020 it was made longer.
        ("2019-01-28", 15, "2019-02-21", false),
        ("2020-01-17", 15, "2020-02-14", false),
        ("2021-02-01", 15, "2021-02-25", false),
        ("2022-01-20", 15, "2022-02-15", false),
        ("2023-01-10", 15, "2023-02-03", false),
        // The eve of 2024 was a working day, and the next one a Sunday nine days later.
        ("2024-02-09", 1, "2024-02-18", false),
        // Received on a make-up Sunday, and on the Saturday before one; on the first day of 春节.
        ("2024-04-28", 15, "2024-05-21", false),
        ("2024-04-27", 15, "2024-05-20", false),
        ("2023-04-23", 15, "2023-05-16", false),
        ("2024-02-10", 15, "2024-03-07", false),
        // 清明, 端午, 中秋, 国庆 with make-up days before and behind.
        ("2024-03-29", 15, "2024-04-22", false),
        ("2023-06-16", 15, "2023-07-10", false),
        ("2024-06-07", 15, "2024-07-01", false),
        ("2024-09-13", 15, "2024-10-11", false),
        ("2020-09-25", 15, "2020-10-22", false),
        ("2025-09-26", 15, "2025-10-23", false),
        ("2026-09-18", 15, "2026-10-15", false),
        // Friday, Saturday and Sunday of one week end alike.
        ("2023-03-03", 15, "2023-03-24", false),
        ("2023-03-04", 15, "2023-03-24", false),
        ("2023-03-05", 15, "2023-03-24", false),
        ("2023-03-03", 1, "2023-03-06", false),
        // Publishing within 20; a consultation of 10 over 春节.
        ("2023-03-01", 20, "2023-03-29", false),
        ("2025-01-27", 10, "2025-02-17", false),
        ("2026-02-13", 10, "2026-03-05", false),
        // The last day that is known, and the one after: 元旦 of 2027, which nobody has declared yet.
        ("2026-12-10", 15, "2026-12-31", false),
        ("2026-12-11", 15, "2027-01-01", true),
        // Before the first table.
        ("2018-12-10", 15, "2018-12-31", true),
    ] {
        let expected = Deadline { day: day(due), provisional };
        assert_eq!(calendar.due(day(start), days), expected, "{start} + {days}");
    }
}

#[test]
fn a_year_that_is_put_in_moves_what_was_provisional() {
    let mut calendar = Calendar::shipped();
    let new_year = SpecialDay { day: day("2027-01-01"), off: true, name: "元旦".into() };
    calendar.set_year(2027, [new_year]);
    assert_eq!(calendar.due(day("2026-12-14"), 15), Deadline { day: day("2027-01-05"), provisional: false });
    assert_eq!(calendar.due(day("2026-12-11"), 15), Deadline { day: day("2027-01-04"), provisional: false });
}

#[test]
fn each_day_is_what_the_notice_or_the_week_makes_it() {
    let calendar = Calendar::shipped();
    for (text, kind) in [
        ("2024-02-07", DayKind::Workday),
        ("2024-02-04", DayKind::MakeUp("春节")),
        ("2024-02-12", DayKind::Holiday("春节")),
        // A Saturday within a holiday is that holiday.
        ("2024-02-17", DayKind::Holiday("春节")),
        ("2024-02-24", DayKind::Weekend),
        ("2022-12-31", DayKind::Holiday("元旦")),
        ("2027-01-01", DayKind::Workday),
        ("2027-01-02", DayKind::Weekend),
    ] {
        assert_eq!(calendar.kind(day(text)), kind, "{text}");
    }
    assert!(calendar.knows(day("2026-12-31")) && !calendar.knows(day("2027-01-01")));
}

#[test]
fn working_days_between_two_days_leave_out_the_first_and_take_in_the_last() {
    let calendar = Calendar::shipped();
    for (from, to, days) in [
        ("2024-02-09", "2024-02-18", 1),
        ("2024-02-09", "2024-02-17", 0),
        ("2023-03-03", "2023-03-24", 15),
        ("2023-03-24", "2023-03-24", 0),
        ("2023-03-24", "2023-03-03", 0),
    ] {
        assert_eq!(calendar.workdays_after(day(from), day(to)), days, "{from} {to}");
    }
}
