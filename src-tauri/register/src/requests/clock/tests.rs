//! The clock of a request, case by case.

use super::*;
use crate::things::Value;
use crate::workdays::SpecialDay;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A request by its days, in the order of received, asked, given, extended, replied; `-` where there is none.
fn request(days: &str) -> Values {
    let mut values = Values::new(Thing::Request);
    let fields = ["received_on", "clarify_asked_on", "clarify_given_on", "extended_on", "replied_on"];
    for (field, text) in fields.into_iter().zip(days.split_whitespace()).filter(|(_, text)| *text != "-") {
        values.set(field, Value::Date(day(text)));
    }
    values
}

fn read(days: &str, today: &str, rules: &Rules) -> RequestClock {
    clock(&request(days), &Calendar::shipped(), rules, day(today)).unwrap()
}

const LONGER: Rules =
    Rules { answer_days: 15, extension_days: 20, publish_days: 20, consultation_days: 10, third_party_stops: false };

#[test]
fn a_request_stands_as_its_answer_and_today_say() {
    use ClockStanding::*;
    // Received on a Friday, due on Friday 24 March.
    for (days, today, standing, left) in [
        ("2023-03-03 - - - -", "2023-03-03", Running, 15),
        ("2023-03-03 - - - -", "2023-03-05", Running, 15),
        ("2023-03-03 - - - -", "2023-03-23", Running, 1),
        ("2023-03-03 - - - -", "2023-03-24", DueToday, 0),
        // On the weekend behind it is overdue, by no working day yet.
        ("2023-03-03 - - - -", "2023-03-25", Overdue, 0),
        ("2023-03-03 - - - -", "2023-03-27", Overdue, -1),
        ("2023-03-03 - - - -", "2023-04-06", Overdue, -8),
        ("2023-03-03 - - - 2023-03-20", "2023-06-01", AnsweredInTime, 4),
        ("2023-03-03 - - - 2023-03-24", "2023-06-01", AnsweredInTime, 0),
        ("2023-03-03 - - - 2023-03-25", "2023-06-01", AnsweredLate, 0),
        ("2023-03-03 - - - 2023-03-27", "2023-06-01", AnsweredLate, -1),
        ("2023-03-03 - - - 2023-03-03", "2023-06-01", AnsweredInTime, 15),
        // An answer before the receipt is told elsewhere; here it is not late.
        ("2023-03-03 - - - 2023-03-01", "2023-06-01", AnsweredInTime, 15),
        // A request that is entered ahead of its day.
        ("2023-03-03 - - - -", "2023-03-01", Running, 15),
    ] {
        let clock = read(days, today, &Rules::default());
        assert_eq!((clock.standing, clock.left), (standing, left), "{days} on {today}");
        assert_eq!((clock.due, clock.provisional), (Some(day("2023-03-24")), false), "{days}");
    }
}

#[test]
fn a_clarification_stops_the_clock_from_the_day_after_it_is_asked_to_the_day_it_is_given() {
    for (days, due) in [
        // From Friday to Monday one working day is lost; to Sunday none.
        ("2023-03-03 2023-03-10 2023-03-13", "2023-03-27"),
        ("2023-03-03 2023-03-10 2023-03-12", "2023-03-24"),
        // Asked on a Saturday.
        ("2023-03-03 2023-03-11 2023-03-14", "2023-03-28"),
        // Asked on the day of receipt.
        ("2023-03-03 2023-03-03 2023-03-10", "2023-03-31"),
        // Given on the day it was asked for.
        ("2023-03-03 2023-03-10 2023-03-10", "2023-03-24"),
        // Within 国庆 nothing is lost; given on a make-up Saturday one day is; after the make-up days three are.
        ("2023-09-25 2023-09-28 2023-10-06", "2023-10-20"),
        ("2023-09-25 2023-09-28 2023-10-07", "2023-10-23"),
        ("2023-09-25 2023-09-28 2023-10-09", "2023-10-25"),
        // Over the whole of 春节, both make-up days lost.
        ("2024-02-01 2024-02-05 2024-02-18", "2024-03-05"),
        // Asked for after the due date: too late to stop anything.
        ("2023-03-03 2023-03-27 2023-03-31", "2023-03-24"),
        ("2023-03-03 2023-03-27 -", "2023-03-24"),
        // On the due date itself, which still counts.
        ("2023-03-03 2023-03-24 -", "2023-03-24"),
        // Given before it was asked for, or without having been asked for: nothing was waited for.
        ("2023-03-03 2023-03-13 2023-03-10", "2023-03-24"),
        ("2023-03-03 - 2023-03-13", "2023-03-24"),
    ] {
        assert_eq!(read(days, "2023-03-06", &Rules::default()).due, Some(day(due)), "{days}");
    }
}

#[test]
fn while_a_clarification_is_waited_for_nothing_is_due() {
    let waiting = read("2023-03-03 2023-03-10 -", "2023-03-20", &Rules::default());
    assert_eq!((waiting.standing, waiting.due, waiting.left), (ClockStanding::Clarifying, None, 10));
    assert_eq!(
        waiting.strip.last().map(|last| (last.day, &last.mark)),
        Some((day("2023-03-20"), &DayMark::Clarification))
    );
    let answered = read("2023-03-03 2023-03-10 - - 2023-03-15", "2023-06-01", &Rules::default());
    assert_eq!((answered.standing, answered.due, answered.left), (ClockStanding::AnsweredInTime, None, 10));
    // Once it is given, the ten that were left begin on the day after.
    let given = read("2023-03-03 2023-03-10 2023-03-20", "2023-03-20", &Rules::default());
    assert_eq!((given.due, given.left), (Some(day("2023-04-03")), 10));
}

#[test]
fn an_extension_counts_where_the_rules_know_one_and_it_was_made_in_time() {
    use Extension::*;
    let none = Rules::default();
    for (days, rules, extension, limit, due) in [
        ("2023-03-03 - - - -", &LONGER, None, 15, "2023-03-24"),
        ("2023-03-03 - - 2023-03-20 -", &LONGER, Granted, 35, "2023-04-23"),
        ("2023-03-03 - - 2023-03-24 -", &LONGER, Granted, 35, "2023-04-23"),
        ("2023-03-03 - - 2023-03-25 -", &LONGER, TooLate, 15, "2023-03-24"),
        ("2023-03-03 - - 2023-03-20 -", &none, NotAllowed, 15, "2023-03-24"),
        // With a working day lost to a clarification: the Sunday that was worked is the last but one.
        ("2023-03-03 2023-03-10 2023-03-13 2023-03-20 -", &LONGER, Granted, 35, "2023-04-24"),
        // In time because the clarification had moved the due date to the 27th.
        ("2023-03-03 2023-03-10 2023-03-13 2023-03-27 -", &LONGER, Granted, 35, "2023-04-24"),
    ] {
        let clock = read(days, "2023-03-06", rules);
        assert_eq!((clock.extension, clock.limit, clock.due), (extension, limit, Some(day(due))), "{days}");
    }
}

#[test]
fn a_due_date_beyond_the_last_known_year_is_provisional_until_the_year_is_known() {
    let rules = Rules::default();
    let late = request("2026-12-14 - - - -");
    let today = day("2026-12-15");
    let unknown = clock(&late, &Calendar::shipped(), &rules, today).unwrap();
    assert_eq!((unknown.due, unknown.provisional), (Some(day("2027-01-04")), true));
    assert!(unknown.strip.iter().all(|strip| strip.known == (strip.day < day("2027-01-01"))));
    let mut calendar = Calendar::shipped();
    calendar.set_year(2027, [SpecialDay { day: day("2027-01-01"), off: true, name: "元旦".into() }]);
    let known = clock(&late, &calendar, &rules, today).unwrap();
    assert_eq!((known.due, known.provisional), (Some(day("2027-01-05")), false));
    // The wait for a clarification alone may carry it over.
    let carried = read("2026-12-10 2026-12-15 2026-12-18 - -", "2026-12-21", &rules);
    assert_eq!((carried.due, carried.provisional), (Some(day("2027-01-05")), true));
}

/// The strip in short: numbers, `+` behind those of make-up days; 收 for the receipt, 末 for weekends, 补 for the wait,
/// 征 for the time that a third party is asked.
fn strip(clock: &RequestClock) -> String {
    let signs = clock.strip.iter().map(|strip| match &strip.mark {
        DayMark::Counted { number } => number.to_string(),
        DayMark::MakeUp { number, .. } => format!("{number}+"),
        DayMark::Receipt => "收".into(),
        DayMark::Weekend => "末".into(),
        DayMark::Holiday { name } => name.clone(),
        DayMark::Clarification => "补".into(),
        DayMark::ThirdParty => "征".into(),
    });
    signs.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_strip_says_of_each_day_why_it_counts_or_not() {
    let rules = Rules::default();
    let spring = read("2024-02-01 - - - -", "2024-02-19", &rules);
    assert_eq!(
        strip(&spring),
        "收 1 末 2+ 3 4 5 6 7 春节 春节 春节 春节 春节 春节 春节 春节 8+ 9 10 11 12 13 末 末 14 15"
    );
    let waited = read("2023-03-03 2023-03-09 2023-03-13 - -", "2023-03-14", &rules);
    assert_eq!(strip(&waited), "收 末 末 1 2 3 4 补 补 补 补 5 6 7 8 末 末 9 10 11 12 13 末 末 14 15");
    // Late: the days beyond are numbered on, up to the answer.
    let late = read("2023-03-03 - - - 2023-03-28", "2023-06-01", &rules);
    assert!(strip(&late).ends_with("14 15 末 末 16 17"), "{}", strip(&late));
    // Forgotten for years: the strip has an end.
    assert_eq!(read("2019-03-04 - - - -", "2026-06-01", &rules).strip.len(), 366);
}

/// A request by its days, in the order of received, clarification asked and given, third party asked and answered.
fn with_third_party(days: &str) -> Values {
    let mut values = Values::new(Thing::Request);
    let fields =
        ["received_on", "clarify_asked_on", "clarify_given_on", "third_party_asked_on", "third_party_answered_on"];
    for (field, text) in fields.into_iter().zip(days.split_whitespace()).filter(|(_, text)| *text != "-") {
        values.set(field, Value::Date(day(text)));
    }
    values
}

#[test]
fn a_third_party_stops_the_clock_only_where_the_rules_say_so() {
    let stops = Rules { third_party_stops: true, ..Rules::default() };
    let calendar = Calendar::shipped();
    for (days, without, with) in [
        // From Friday to Wednesday three working days; over a weekend none; answered on the day it was asked.
        ("2023-03-03 - - 2023-03-10 2023-03-15", "2023-03-24", "2023-03-29"),
        ("2023-03-03 - - 2023-03-10 2023-03-12", "2023-03-24", "2023-03-24"),
        ("2023-03-03 - - 2023-03-10 2023-03-10", "2023-03-24", "2023-03-24"),
        // Asked on the day of receipt, asked after the due date, never asked.
        ("2023-03-03 - - 2023-03-03 2023-03-10", "2023-03-24", "2023-03-31"),
        ("2023-03-03 - - 2023-03-27 -", "2023-03-24", "2023-03-24"),
        ("2023-03-03 - - - 2023-03-10", "2023-03-24", "2023-03-24"),
        // Over 国庆 with its make-up days.
        ("2023-09-25 - - 2023-09-28 2023-10-09", "2023-10-20", "2023-10-25"),
        // Beside a clarification and across it: a day that is in both is lost once.
        ("2023-03-03 2023-03-06 2023-03-08 2023-03-10 2023-03-14", "2023-03-28", "2023-03-30"),
        ("2023-03-03 2023-03-06 2023-03-10 2023-03-08 2023-03-14", "2023-03-30", "2023-04-03"),
    ] {
        let due = |rules: &Rules| clock(&with_third_party(days), &calendar, rules, day("2023-03-06")).unwrap().due;
        assert_eq!((due(&Rules::default()), due(&stops)), (Some(day(without)), Some(day(with))), "{days}");
    }
}

#[test]
fn while_a_third_party_is_asked_nothing_is_due_and_the_strip_says_why() {
    let stops = Rules { third_party_stops: true, ..Rules::default() };
    let asked = with_third_party("2023-03-03 - - 2023-03-08 -");
    let waiting = clock(&asked, &Calendar::shipped(), &stops, day("2023-03-10")).unwrap();
    assert_eq!((waiting.standing, waiting.due, waiting.left), (ClockStanding::AskingThirdParty, None, 12));
    assert_eq!(strip(&waiting), "收 末 末 1 2 3 征 征");
    let both = with_third_party("2023-03-03 2023-03-09 - 2023-03-07 -");
    let waiting = clock(&both, &Calendar::shipped(), &stops, day("2023-03-10")).unwrap();
    assert_eq!((waiting.standing, strip(&waiting).as_str()), (ClockStanding::Clarifying, "收 末 末 1 2 征 征 补"));
}

#[test]
fn rules_that_were_set_before_a_third_party_could_stop_the_clock_read_as_they_were() {
    let old = r#"{"answer_days":15,"extension_days":20,"publish_days":20,"consultation_days":10}"#;
    assert_eq!(serde_json::from_str::<Rules>(old).unwrap(), LONGER);
}
