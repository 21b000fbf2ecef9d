//! The board's rules as tables of cases.

use std::collections::HashSet;

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::json;
use tempfile::TempDir;

use super::*;
use crate::context::{Context, Unwatched};
use crate::people::Department;
use crate::terms::TermEdit;
use crate::things::Thing;
use crate::{Lang, store};

const ITEM: &str = "信息公开年度报告";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn period(from: &str, to: &str) -> Period {
    Period::new(day(from), day(to)).unwrap()
}

fn year(year: i32) -> Period {
    period(&format!("{year}-01-01"), &format!("{year}-12-31"))
}

fn context() -> Context<'static> {
    Context { now: NaiveDateTime::default(), who: "王丽", lang: Lang::Zh, watch: &Unwatched }
}

fn a_register() -> (TempDir, Register) {
    let folder = tempfile::tempdir().unwrap();
    let register = crate::commands::make(&context(), &folder.path().join("台账"), "示例学院").unwrap();
    (folder, register)
}

fn id_of(register: &Register, dimension: Dimension, name: &str) -> i64 {
    register.terms().unwrap().into_iter().find(|t| t.dimension == dimension && t.name == name).unwrap().id
}

fn log(register: &mut Register, item: i64, day: &str, public: bool) -> String {
    let web = id_of(register, Dimension::Channel, "学校官网");
    let values = json!({"title": format!("{day}公开"), "published_on": day, "is_public": public, "channels": [web],
        "list_item": item});
    register.log_record(&context(), Thing::Publication, values.as_object().unwrap(), None, None).unwrap().record.id
}

fn rhythm(register: &mut Register, item: i64, every: Every, grace_days: u32, changed_on: Option<&str>) {
    let rhythm = Rhythm { every, grace_days, changed_on: changed_on.map(day) };
    register.set_list_rhythm(&context(), &SetListRhythm { item, rhythm }).unwrap();
}

fn decide(register: &mut Register, item: i64, year: i32, reason: Option<&str>) -> Result<ListDecision> {
    register.set_not_applicable(&context(), &SetNotApplicable { item, year, reason: reason.map(str::to_owned) })
}

fn shown(register: &Register, period: Period, today: &str, item: i64) -> BoardItem {
    let board = register.list_board(period, day(today)).unwrap();
    board.categories.into_iter().flat_map(|category| category.items).find(|shown| shown.id == item).unwrap()
}

#[test]
fn an_item_goes_stale_on_the_day_after_its_rhythm_and_grace() {
    use Every::{Month, Quarter, Standing, Term, Year};
    use ItemState::{Published, Stale};
    // Published on, every, grace, changed on; the day it is looked at; what it is.
    for (newest, every, grace, changed, today, state) in [
        // A year, across New Year and over a leap day.
        ("2023-12-31", Year, 0, None, "2024-12-31", Published),
        ("2023-12-31", Year, 0, None, "2025-01-01", Stale),
        ("2024-02-29", Year, 0, None, "2025-02-28", Published),
        ("2024-02-29", Year, 0, None, "2025-03-01", Stale),
        ("2023-12-31", Year, 30, None, "2025-01-30", Published),
        ("2023-12-31", Year, 30, None, "2025-01-31", Stale),
        // A term is half a year.
        ("2023-09-05", Term, 0, None, "2024-03-05", Published),
        ("2023-09-05", Term, 0, None, "2024-03-06", Stale),
        ("2023-09-05", Term, 30, None, "2024-04-04", Published),
        ("2023-09-05", Term, 30, None, "2024-04-05", Stale),
        // A quarter and a month end where the month is shorter.
        ("2023-11-30", Quarter, 0, None, "2024-02-29", Published),
        ("2023-11-30", Quarter, 0, None, "2024-03-01", Stale),
        ("2023-12-31", Month, 0, None, "2024-01-31", Published),
        ("2023-12-31", Month, 0, None, "2024-02-01", Stale),
        ("2024-01-31", Month, 5, None, "2024-03-05", Published),
        ("2024-01-31", Month, 5, None, "2024-03-06", Stale),
        // What stands does not age; a change is to be followed within 20 working days, New Year's Day not among them.
        ("2010-05-01", Standing, 0, None, "2024-12-31", Published),
        ("2010-05-01", Standing, 0, Some("2023-12-25"), "2024-01-23", Published),
        ("2010-05-01", Standing, 0, Some("2023-12-25"), "2024-01-24", Stale),
        ("2024-01-02", Standing, 0, Some("2023-12-25"), "2024-12-31", Published),
        ("2023-12-25", Standing, 0, Some("2023-12-25"), "2024-12-31", Published),
        // Any rhythm follows a change.
        ("2023-12-01", Year, 30, Some("2023-12-25"), "2024-01-24", Stale),
    ] {
        let (_folder, mut register) = a_register();
        let item = id_of(&register, Dimension::ListItem, ITEM);
        log(&mut register, item, newest, true);
        rhythm(&mut register, item, every, grace, changed);
        let found = shown(&register, year(day(today).format("%Y").to_string().parse().unwrap()), today, item);
        assert_eq!(found.state, state, "{newest} {every:?}+{grace} {changed:?} on {today}: {:?}", found.fresh_until);
    }
}

#[test]
fn only_what_is_public_and_counts_makes_an_item_published() {
    let (_folder, mut register) = a_register();
    let item = id_of(&register, Dimension::ListItem, ITEM);
    let below = register.add_term(&context(), Dimension::ListItem, "校内各单位年度报告", Some(item)).unwrap().id;
    let state = |register: &Register| shown(register, year(2023), "2023-11-20", item).state;
    assert_eq!(state(&register), ItemState::Missing);
    log(&mut register, item, "2023-03-01", false);
    log(&mut register, item, "2024-03-01", true);
    assert_eq!(state(&register), ItemState::Missing, "neither what is not public nor what came after the period");
    let id = log(&mut register, below, "2023-03-02", true);
    let found = shown(&register, year(2023), "2023-11-20", item);
    assert_eq!((found.state, found.publications, found.newest), (ItemState::Published, 1, Some(day("2023-03-02"))));
    assert_eq!(found.place, "学校官网（1条）");
    register.withdraw_record(&context(), &id, "误登", false).unwrap();
    assert_eq!(state(&register), ItemState::Missing, "what is 作废 counts nowhere");
}

#[test]
fn a_period_without_a_publication_shows_the_last_day_before_it() {
    let (_folder, mut register) = a_register();
    let item = id_of(&register, Dimension::ListItem, ITEM);
    log(&mut register, item, "2021-05-04", true);
    log(&mut register, item, "2022-12-30", true);
    let found = shown(&register, year(2023), "2023-11-20", item);
    assert_eq!((found.state, found.publications), (ItemState::Published, 0));
    assert_eq!(found.place, "学校官网（2022年12月30日公开）");
    let found = shown(&register, year(2024), "2024-11-20", item);
    assert_eq!((found.state, found.fresh_until), (ItemState::Stale, Some(day("2024-01-29"))));
    assert_eq!(found.place, "学校官网（2022年12月30日公开，待更新）");
    assert_eq!(shown(&register, year(2022), "2024-11-20", item).state, ItemState::Published, "as the year ended");
}

#[test]
fn a_decision_holds_for_its_year_and_is_proposed_for_the_next() {
    let (_folder, mut register) = a_register();
    let item = id_of(&register, Dimension::ListItem, "拟录取研究生名单");
    decide(&mut register, item, 2022, Some("学校不招收研究生")).unwrap();
    let of = |register: &Register, of: i32| shown(register, year(of), &format!("{of}-06-30"), item);
    assert_eq!((of(&register, 2022).state, of(&register, 2022).place.as_str()), (ItemState::NotApplicable, "不涉及"));
    let next = of(&register, 2023);
    assert_eq!((next.state, next.proposed.as_deref()), (ItemState::Missing, Some("学校不招收研究生")));
    assert_eq!(of(&register, 2024).proposed, None, "not from further back");
    decide(&mut register, item, 2023, Some(" 学校不招收研究生 ")).unwrap();
    let decided = of(&register, 2023);
    assert_eq!(decided.decision.unwrap().reason.as_deref(), Some("学校不招收研究生"));
    decide(&mut register, item, 2023, None).unwrap();
    let back = of(&register, 2023);
    assert_eq!((back.state, back.decision, back.proposed), (ItemState::Missing, None, None), "decided: it does");
    assert_eq!(of(&register, 2022).state, ItemState::NotApplicable);
    assert!(matches!(decide(&mut register, item, 2023, Some("  ")), Err(Error::DecisionReasonMissing)));
    let history = register.list_item_history(item).unwrap();
    assert_eq!(history.iter().map(|entry| entry.operation.as_str()).collect::<Vec<_>>(), ["list.decide"; 3]);
    assert!(register.verify(&context()).unwrap().ok);
}

#[test]
fn an_open_problem_stands_beside_its_item_until_it_is_solved() {
    let (_folder, mut register) = a_register();
    let item = id_of(&register, Dimension::ListItem, ITEM);
    let below = register.add_term(&context(), Dimension::ListItem, "校内各单位年度报告", Some(item)).unwrap().id;
    let mut values = json!({"found_on": "2023-11-20", "title": "年度报告未公开", "list_item": below});
    let mut log = |values: &serde_json::Value| {
        let logged = register.log_record(&context(), Thing::Problem, values.as_object().unwrap(), None, None);
        logged.unwrap().record.id
    };
    let open = log(&values);
    values["solved_on"] = json!("2023-11-21");
    log(&values);
    let tasks = |register: &Register| {
        let tasks = shown(register, year(2023), "2023-11-20", item).tasks;
        tasks.into_iter().map(|task| (task.id, task.title)).collect::<Vec<_>>()
    };
    assert_eq!(tasks(&register), [(open.clone(), "年度报告未公开".to_owned())]);
    register.withdraw_record(&context(), &open, "误登", false).unwrap();
    assert_eq!(tasks(&register), []);
}

#[test]
fn the_department_whose_duty_an_item_is_stands_beside_it_before_those_that_published_it() {
    let (_folder, mut register) = a_register();
    let item = id_of(&register, Dimension::ListItem, ITEM);
    let [office, press] = ["行政办公室", "宣传部"].map(|name| id_of(&register, Dimension::Department, name));
    let values = json!({"title": "报告", "published_on": "2023-03-01", "is_public": true, "list_item": item,
        "department": press});
    register.log_record(&context(), Thing::Publication, values.as_object().unwrap(), None, None).unwrap();
    let departments = |register: &Register| shown(register, year(2023), "2023-11-20", item).departments;
    assert_eq!(departments(&register), [press]);
    let duty = Department { department: office, duties: vec![item], ..Department::default() };
    register.set_department(&context(), &duty).unwrap();
    assert_eq!(departments(&register), [office]);
}

#[test]
fn an_old_note_is_honoured() {
    let (_folder, mut register) = a_register();
    let item = id_of(&register, Dimension::ListItem, ITEM);
    let mut note = |text: &str| {
        let edit = TermEdit { note: Some(text.into()), ..TermEdit::default() };
        register.edit_term(&context(), item, edit).unwrap();
        let found = shown(&register, year(2023), "2023-11-20", item);
        (found.state, found.place)
    };
    assert_eq!(note(" 不涉及 "), (ItemState::NotApplicable, "不涉及".into()));
    assert_eq!(note("不涉及（高职院校）"), (ItemState::NotApplicable, "不涉及（高职院校）".into()));
    assert_eq!(note("学校招生网"), (ItemState::Published, "学校招生网".into()));
    decide(&mut register, item, 2023, Some("本年未编制")).unwrap();
    assert_eq!(shown(&register, year(2023), "2023-11-20", item).place, "不涉及", "the year's decision goes before it");
}

#[test]
fn a_period_belongs_to_the_year_that_most_of_it_lies_in() {
    for (from, to, year) in [
        ("2023-01-01", "2023-12-31", 2023),
        ("2022-09-01", "2023-08-31", 2023),
        ("2023-02-01", "2023-11-20", 2023),
        ("2023-02-01", "2024-01-31", 2023),
        ("2023-12-31", "2024-01-01", 2023),
        ("2023-12-31", "2024-01-02", 2024),
        ("2024-02-29", "2024-02-29", 2024),
    ] {
        assert_eq!(standing::year_of(period(from, to)), year, "{from} to {to}");
    }
}

#[test]
fn a_percentage_leaves_out_what_does_not_concern_the_school() {
    let of = |states: &[ItemState]| {
        let mut tally = Tally::default();
        states.iter().for_each(|state| tally.add(*state));
        tally.percent
    };
    use ItemState::{Missing, NotApplicable, Published, Stale};
    assert_eq!(of(&[]), None);
    assert_eq!(of(&[NotApplicable, NotApplicable]), None, "of nothing there is no percentage");
    assert_eq!(of(&[Missing, NotApplicable]), Some(0.0));
    assert_eq!(of(&[Published, NotApplicable]), Some(100.0));
    assert_eq!(of(&[Published, Published, Stale]), Some(66.7));
    assert_eq!(of(&[Published, Stale, Missing]), Some(33.3));
    let (_folder, mut register) = a_register();
    let basic = |register: &Register| register.list_board(year(2023), day("2023-11-20")).unwrap();
    let items: Vec<i64> = basic(&register).categories[0].items.iter().map(|item| item.id).collect();
    log(&mut register, items[0], "2023-03-01", true);
    log(&mut register, items[2], "2020-03-01", true);
    decide(&mut register, items[3], 2023, Some("未设学术委员会")).unwrap();
    let board = basic(&register);
    let expected = Tally { published: 1, stale: 1, missing: 3, not_applicable: 1, percent: Some(20.0) };
    assert_eq!(board.categories[0].tally, expected);
    assert_eq!(board.tally, Tally { missing: 47, percent: Some(2.0), ..expected });
    assert_eq!(register.list_gaps(year(2023), day("2023-11-20")).unwrap(), board.tally, "the overview counts alike");
}

#[test]
fn the_shipped_rhythms_name_shipped_items_and_reach_an_earlier_register_once() {
    let (_folder, mut register) = a_register();
    let names: Vec<String> = rhythm::tests::names();
    assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len(), "each once");
    assert_eq!(register.rhythms().unwrap().len(), names.len(), "each is an item of the list");
    let charter = id_of(&register, Dimension::ListItem, "学校章程及制定的各项规章制度");
    let edit = TermEdit { name: Some("章程和制度".into()), ..TermEdit::default() };
    register.edit_term(&context(), charter, edit).unwrap();
    assert_eq!(shown(&register, year(2023), "2023-11-20", charter).rhythm.every, Every::Standing, "whatever its name");
    let before = store::changes::head(register.db()).unwrap();
    furnish(&mut register, &context()).unwrap();
    assert_eq!(store::changes::head(register.db()).unwrap(), before, "nothing is given twice");

    let place = tempfile::tempdir().unwrap();
    let mut early = Register::create(&context(), &place.path().join("台账"), "示例学院", crate::terms::ship).unwrap();
    furnish(&mut early, &context()).unwrap();
    assert_eq!(early.rhythms().unwrap().len(), names.len());
    assert!(early.verify(&context()).unwrap().ok);
}

#[test]
fn a_category_has_no_rhythm_and_grace_has_its_limit() {
    let (_folder, mut register) = a_register();
    let category = id_of(&register, Dimension::ListItem, "基本信息");
    let of = |item, grace_days| SetListRhythm { item, rhythm: Rhythm { grace_days, ..Rhythm::default() } };
    let refused = register.set_list_rhythm(&context(), &of(category, 0));
    assert!(matches!(refused, Err(Error::NoSuchTerm { .. })), "{refused:?}");
    let item = id_of(&register, Dimension::ListItem, ITEM);
    let refused = register.set_list_rhythm(&context(), &of(item, 367));
    assert!(matches!(refused, Err(Error::GraceTooLong { most: 366 })), "{refused:?}");
    assert!(matches!(decide(&mut register, item, 20, Some("甲")), Err(Error::DayOutOfRange { .. })));
}
