//! Template files as they are read: encodings, defaults, and the periods that recur.

use super::*;
use crate::counting::{Measure, Subject};
use crate::settings::NamedPeriod;

const SHORT: &str = r#"template = 1
name = "短"
[words]
unit = ["人次"]
[[figure]]
id = "visits"
label = "接待"
unit = "人次"
counts = "replies"
where.unit = ["人次"]
sum = "quantity"
[[figure]]
id = "followers"
label = "关注"
unit = "人"
by_hand = true
[report]
wording = """
# 报告
接待{visits}，关注{followers}。
"""
"#;

#[test]
fn what_a_file_leaves_out_is_as_usual() {
    let (template, problems) = reading::read(SHORT);
    assert_eq!(problems, []);
    assert_eq!((template.name.as_str(), template.note.as_str(), template.periods.len()), ("短", "", 0));
    let visits = &template.figures[0].definition;
    assert_eq!((visits.counts, visits.date.as_str()), (Subject::Replies, "received_on"));
    let followers = &template.figures[1].definition;
    assert_eq!((&followers.measure, followers.date.as_str()), (&Measure::Declared, ""));
    assert_eq!(template.wording, "# 报告\n接待{visits}，关注{followers}。\n");
    // What is written is read as what it was.
    let (again, problems) = reading::read(&toml_text::written(&template));
    assert_eq!((problems, toml_text::written(&again)), (Vec::new(), toml_text::written(&template)));
}

#[test]
fn the_checks_of_a_file_name_figures_of_the_file() {
    let checks = r#"[[check]]
id = "parts"
label = "接待合计"
basis = "教办函〔2014〕23号"
rule.type = "parts_of_total"
rule.total = "visits"
rule.parts = ["followers"]
[[check]]
id = "years"
label = "与上年同期比较"
rule = { type = "jump", percent = 30 }
[report]"#;
    let text = SHORT.replace("[report]", checks);
    let (template, problems) = reading::read(&text);
    assert_eq!(problems, []);
    let found = template.checks.as_deref().unwrap();
    assert_eq!(found.iter().map(|check| check.id.as_str()).collect::<Vec<_>>(), ["parts", "years"]);
    let written = toml_text::written(&template);
    let (again, problems) = reading::read(&written);
    assert_eq!((problems, &again.checks, toml_text::written(&again)), (Vec::new(), &template.checks, written));
    // That there are none is another thing than that nothing is said of them.
    let none = toml_text::written(&Template { checks: Some(Vec::new()), ..template });
    assert_eq!(reading::read(&none).0.checks, Some(Vec::new()));
    assert_eq!(reading::read(SHORT).0.checks, None);
    for (right, wrong, line) in [
        ("\"followers\"]", "\"visitors\"]", 17),
        ("parts_of_total", "sum_of_parts", 17),
        ("id = \"years\"", "id = \"parts\"", 24),
        ("percent = 30", "percent = 0", 24),
        ("id = \"years\"", "name = \"years\"", 25),
    ] {
        let (_, problems) = reading::read(&text.replace(right, wrong));
        assert!(problems.iter().any(|(at, _)| *at == line), "{wrong}: {problems:?}");
    }
}

#[test]
fn a_file_of_an_old_editor_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("模板.toml");
    let (bytes, ..) = encoding_rs::GB18030.encode(SHORT);
    let lines = bytes.split(|byte| *byte == b'\n').collect::<Vec<_>>();
    std::fs::write(&path, lines.join(b"\r\n".as_slice())).unwrap();
    assert_eq!(text_of(&path).unwrap(), SHORT);
}

#[test]
fn every_fault_is_told_at_once_each_by_its_line() {
    let text =
        SHORT.replace("\"quantity\"", "\"subject\"").replace("label = \"关注\"\n", "").replace("{visits}", "{vists}");
    let (_, problems) = reading::read(&text);
    let lines: Vec<usize> = problems.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [11, 12, 19], "{problems:?}");
}

#[test]
fn a_period_recurs_each_year_that_has_its_days() {
    let period = |name: &str, from: &str, to: &str| NamedPeriod {
        name: name.into(),
        from: from.parse().unwrap(),
        to: to.parse().unwrap(),
    };
    let told = plan::rules(&[
        period("2023—2024学年", "2023-09-01", "2024-08-31"),
        period("2022—2023学年", "2022-09-01", "2023-08-31"),
        period("2023年度", "2023-01-01", "2023-12-31"),
        period("2023年2月份以来", "2023-02-01", "2023-11-20"),
        // Longer than a year, and with a day that not every year has.
        period("三年", "2021-01-01", "2023-12-31"),
        period("到闰日", "2023-03-01", "2024-02-29"),
    ]);
    let named: Vec<&str> = told.iter().map(|rule| rule.name.as_str()).collect();
    assert_eq!(named, ["{year}—{next}学年", "{year}年度", "{year}年2月份以来"]);
    assert_eq!((told[0].from, told[0].to), ((9, 1), (8, 31)));
}
