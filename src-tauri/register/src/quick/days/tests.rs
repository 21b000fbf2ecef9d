//! Days as clerks type them. Today is Monday, 20 November 2023.

use super::*;

#[test]
fn a_day_without_its_year_is_the_latest_that_is_not_in_the_future() {
    // A Monday.
    let today = NaiveDate::from_ymd_opt(2023, 11, 20).unwrap();
    let at = |text: &str| match days_at(&text.chars().collect::<Vec<_>>(), today) {
        Some(DaysFound { length, said: Said::Day(day) }) => Some((length, day)),
        _ => None,
    };
    for (typed, length, day) in [
        ("3月2日", 4, "2023-03-02"),
        ("11月20日", 6, "2023-11-20"),
        ("11月21日", 6, "2022-11-21"),
        ("3月2日（周四）".replace('（', "(").replace('）', ")").as_str(), 8, "2023-03-02"),
        ("3月2日官网", 4, "2023-03-02"),
        ("三月二日", 4, "2023-03-02"),
        ("二〇二三年三月二日", 9, "2023-03-02"),
        ("3.2", 3, "2023-03-02"),
        ("12-31", 5, "2022-12-31"),
        ("2023/3/2", 8, "2023-03-02"),
        ("2023.03.02", 10, "2023-03-02"),
        ("20230302", 8, "2023-03-02"),
        ("今天", 2, "2023-11-20"),
        ("昨天", 2, "2023-11-19"),
        ("周一", 2, "2023-11-20"),
        ("周二", 2, "2023-11-14"),
        ("星期日", 3, "2023-11-19"),
        ("上周五", 3, "2023-11-17"),
        ("上周一", 3, "2023-11-13"),
        ("本周五", 3, "2023-11-24"),
        ("三天前", 3, "2023-11-17"),
        ("10天前", 4, "2023-11-10"),
        ("大前天", 3, "2023-11-17"),
        ("于3月2日", 5, "2023-03-02"),
    ] {
        let found = at(typed).unwrap_or_else(|| panic!("{typed}"));
        assert_eq!((found.0, found.1.map(|day| day.to_string())), (length, Ok(day.to_owned())), "{typed}");
    }
    for (typed, code) in [
        ("2月30日", FaultCode::DateImpossible),
        ("2月29日", FaultCode::DateImpossible),
        ("2023-13-01", FaultCode::DateImpossible),
        ("3月", FaultCode::DateIncomplete),
        ("2.30", FaultCode::DateImpossible),
    ] {
        assert_eq!(at(typed).and_then(|found| found.1.err()), Some(code), "{typed}");
    }
    for typed in [
        "3.45",
        "13.5",
        "3月2日后",
        "3月至5月",
        "3日前",
        "周年庆",
        "2023年工作总结",
        "周一至周五",
        "3月工作",
        "12",
        "一",
    ] {
        assert!(at(typed).is_none(), "{typed}");
    }
}

#[test]
fn a_period_and_a_limit_are_told_from_a_day() {
    let today = NaiveDate::from_ymd_opt(2023, 11, 20).unwrap();
    let said = |text: &str| {
        let found = days_at(&text.chars().collect::<Vec<_>>(), today);
        found.map(|found| match found.said {
            Said::Day(day) => format!("{} {}", found.length, day.unwrap()),
            Said::Period(first, last) => format!("{} {} {}", found.length, first.unwrap(), last.unwrap()),
            Said::Two(first, second) => format!("{} {} and {}", found.length, first.unwrap(), second.unwrap()),
            Said::By(day) => format!("{} by {day}", found.length),
            Said::From(day) => format!("{} from {day}", found.length),
        })
    };
    for (typed, expected) in [
        ("3月2日至3月8日", "9 2023-03-02 2023-03-08"),
        ("3月2日-8日公示", "7 2023-03-02 2023-03-08"),
        ("3月2日(周四) - 3月8日", "15 2023-03-02 2023-03-08"),
        ("2022年12月28日到1月3日", "16 2022-12-28 2023-01-03"),
        ("3.2-3.8", "7 2023-03-02 2023-03-08"),
        ("2023-03-02~2023-03-08", "21 2023-03-02 2023-03-08"),
        ("自3月2日至3月8日", "10 2023-03-02 2023-03-08"),
        ("3月20日前答复", "6 by 3月20日"),
        ("截止12月1日", "7 by 12月1日"),
        ("自4月1日起施行", "6 from 4月1日"),
        ("2023-03-02", "10 2023-03-02"),
    ] {
        assert_eq!(said(typed).as_deref(), Some(expected), "{typed}");
    }
}
