//! Table 3 case by case, and its identities over random registers.

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::super::tests::{a_register, context, log, term};
use super::*;
use crate::change::Operation;
use crate::things::{Dimension, Thing, Value};

/// The numbers of a row, by its number in the form.
fn row(form: &GovernmentForm, no: &str) -> Vec<u64> {
    form.rows.iter().find(|row| row.no == no).unwrap().cells.iter().map(|cell| cell.count).collect()
}

fn all_hold(form: &GovernmentForm) -> bool {
    form.checks.len() == 4 && form.checks.iter().all(|check| check.ok && check.sums.iter().all(|sum| sum.ok))
}

/// Logs a request by the names of its class and outcome.
fn ask(register: &mut Register, received: &str, replied: Option<&str>, class: &str, outcome: &str) -> String {
    let id = |dimension, name: &str| (!name.is_empty()).then(|| term(register, dimension, name));
    let ground = (outcome == "不予公开").then(|| term(register, Dimension::RefusalGround, "涉及个人隐私"));
    let values = json!({"received_on": received, "replied_on": replied, "content": "经费决算", "refusal_ground": ground,
        "applicant_class": id(Dimension::ApplicantClass, class), "outcome": id(Dimension::Outcome, outcome)});
    log(register, Thing::Request, values)
}

#[test]
fn a_year_is_laid_out_by_outcome_and_class() {
    let (_folder, mut register) = a_register();
    ask(&mut register, "2022-12-20", Some("2023-01-05"), "自然人", "予以公开");
    ask(&mut register, "2022-11-01", Some("2022-11-15"), "自然人", "予以公开");
    let refused = ask(&mut register, "2023-03-03", Some("2023-03-20"), "商业企业", "不予公开");
    ask(&mut register, "2023-04-03", Some("2023-04-20"), "自然人", "信息不存在");
    ask(&mut register, "2023-12-20", None, "科研机构", "");
    let withdrawn = ask(&mut register, "2023-05-05", Some("2023-05-06"), "自然人", "予以公开");
    register.withdraw_record(&context(), &withdrawn, "误登", false).unwrap();
    let form = register.government_form(2023).unwrap();
    assert_eq!(form.columns, ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]);
    for (no, counts) in [
        ("一", [1, 1, 1, 0, 0, 0, 3]),
        ("二", [1, 0, 0, 0, 0, 0, 1]),
        ("三（一）", [1, 0, 0, 0, 0, 0, 1]),
        ("三（三）4", [0, 1, 0, 0, 0, 0, 1]),
        ("三（四）1", [1, 0, 0, 0, 0, 0, 1]),
        ("三（七）", [2, 1, 0, 0, 0, 0, 3]),
        ("四", [0, 0, 1, 0, 0, 0, 1]),
    ] {
        assert_eq!(row(&form, no), counts, "{no}");
    }
    assert_eq!(form.rows.len(), 25);
    let privacy = form.rows.iter().find(|row| row.no == "三（三）4").unwrap();
    assert_eq!(privacy.cells[1].records, [refused]);
    assert!(all_hold(&form) && form.gaps.is_empty(), "{form:?}");
    let next = register.government_form(2024).unwrap();
    assert_eq!((row(&next, "二"), row(&next, "四")), (row(&form, "四"), row(&form, "四")));
}

#[test]
fn the_row_that_the_clerk_chose_goes_before_the_proposal() {
    let (_folder, mut register) = a_register();
    let outcome = term(&register, Dimension::Outcome, "信息不存在");
    let row_chosen = term(&register, Dimension::GovOutcome, "无法提供：没有现成信息需要另行制作");
    let class = term(&register, Dimension::ApplicantClass, "自然人");
    let values = json!({"received_on": "2023-03-03", "replied_on": "2023-03-10", "outcome": outcome,
        "gov_outcome": row_chosen, "applicant_class": class});
    log(&mut register, Thing::Request, values);
    let form = register.government_form(2023).unwrap();
    assert_eq!((row(&form, "三（四）1")[6], row(&form, "三（四）2")[6]), (0, 1));
}

#[test]
fn a_row_of_the_schools_own_is_no_row_of_the_form_and_is_named() {
    let (_folder, mut register) = a_register();
    let open = term(&register, Dimension::Outcome, "予以公开");
    let own = register.add_term(&context(), Dimension::GovOutcome, "另行处理", None).unwrap();
    let class = term(&register, Dimension::ApplicantClass, "自然人");
    let values = json!({"received_on": "2023-03-03", "replied_on": "2023-03-10", "outcome": open,
        "gov_outcome": own.id, "applicant_class": class});
    log(&mut register, Thing::Request, values);
    let form = register.government_form(2023).unwrap();
    assert_eq!((row(&form, "三（一）")[6], row(&form, "三（六）3")[6]), (0, 1));
    assert_eq!(form.gaps.iter().map(|gap| gap.lacks).collect::<Vec<_>>(), [FormLack::Outcome]);
}

#[test]
fn what_stayed_unclear_after_a_clarification_is_told_from_what_was_given_up() {
    let (_folder, mut register) = a_register();
    let unclear = term(&register, Dimension::Outcome, "申请内容不明确");
    let values = |given: Json| {
        json!({"received_on": "2023-03-03", "replied_on": "2023-04-10", "outcome": unclear,
            "clarify_asked_on": "2023-03-06", "clarify_given_on": given})
    };
    log(&mut register, Thing::Request, values(Json::Null));
    log(&mut register, Thing::Request, values(json!("2023-03-20")));
    let form = register.government_form(2023).unwrap();
    assert_eq!((row(&form, "三（六）1")[6], row(&form, "三（四）3")[6]), (1, 1));
}

#[test]
fn what_the_register_does_not_say_is_counted_as_other_and_named() {
    let (_folder, mut register) = a_register();
    let bare = ask(&mut register, "2023-03-03", Some("2023-03-20"), "", "");
    let undated = ask(&mut register, "2023-04-03", None, "自然人", "予以公开");
    register.add_term(&context(), Dimension::Outcome, "转交其他部门", None).unwrap();
    let own = ask(&mut register, "2023-05-04", Some("2023-05-10"), "自然人", "转交其他部门");
    // A refusal from an older register, without its ground.
    let refused = term(&register, Dimension::Outcome, "不予公开");
    let mut values = crate::things::Values::new(Thing::Request);
    values.set("received_on", Value::Date("2023-06-01".parse().unwrap()));
    values.set("replied_on", Value::Date("2023-06-05".parse().unwrap()));
    values.set("outcome", Value::Number(refused));
    values.set("applicant_class", Value::Number(term(&register, Dimension::ApplicantClass, "自然人")));
    let old = register.change(&context(), Operation::RecordLog, |change| change.log_record(&values)).unwrap();
    let form = register.government_form(2023).unwrap();
    let gaps: Vec<(String, FormLack)> = form.gaps.iter().map(|gap| (gap.record.clone(), gap.lacks)).collect();
    assert_eq!(
        gaps,
        [
            (bare.clone(), FormLack::ApplicantClass),
            (bare, FormLack::Outcome),
            (undated, FormLack::RepliedOn),
            (own, FormLack::Outcome),
            (format!("request-{old}"), FormLack::RefusalGround),
        ]
    );
    assert_eq!((row(&form, "三（六）3"), row(&form, "三（三）2")[0]), (vec![1, 0, 0, 0, 0, 1, 2], 1));
    assert_eq!(row(&form, "四")[6], 1);
    assert!(all_hold(&form));
}

#[test]
fn a_renamed_word_and_a_merged_one_keep_their_place_in_the_form() {
    let (_folder, mut register) = a_register();
    ask(&mut register, "2023-03-03", Some("2023-03-20"), "自然人", "予以公开");
    let edit = |name: &str| crate::terms::TermEdit { name: Some(name.into()), ..Default::default() };
    let person = term(&register, Dimension::ApplicantClass, "自然人");
    register.edit_term(&context(), person, edit("公民")).unwrap();
    let open = term(&register, Dimension::Outcome, "予以公开");
    let own = register.add_term(&context(), Dimension::Outcome, "同意公开", None).unwrap();
    register.merge_terms(&context(), open, own.id).unwrap();
    ask(&mut register, "2023-04-03", Some("2023-04-20"), "公民", "同意公开");
    let form = register.government_form(2023).unwrap();
    assert_eq!(row(&form, "三（一）"), [2, 0, 0, 0, 0, 0, 2]);
    assert!(form.gaps.is_empty());
}

/// A request as the test itself knows it: days from 2020 on, words by their places.
#[derive(Clone, Debug)]
struct Plain {
    received: u64,
    /// Days after the receipt; below zero where somebody mistyped.
    replied: Option<i64>,
    class: Option<usize>,
    outcome: Option<usize>,
    chosen: Option<usize>,
    withdrawn: bool,
}

fn plain() -> impl Strategy<Value = Plain> {
    (
        0u64..1460,
        proptest::option::weighted(0.8, prop_oneof![-20i64..0, 0i64..60, 300i64..900]),
        proptest::option::weighted(0.9, 0usize..6),
        proptest::option::weighted(0.9, 0usize..8),
        proptest::option::weighted(0.3, 0usize..21),
        proptest::bool::weighted(0.1),
    )
        .prop_map(|(received, replied, class, outcome, chosen, withdrawn)| Plain {
            received,
            replied,
            class,
            outcome,
            chosen,
            withdrawn,
        })
}

fn first_day() -> NaiveDate {
    "2020-01-01".parse().unwrap()
}

fn fill(register: &mut Register, requests: &[Plain]) {
    let vocabulary = register.vocabulary().unwrap();
    let word = |dimension, place: Option<usize>| {
        place.map_or(Value::Empty, |place| Value::Number(vocabulary.of(dimension).nth(place).unwrap().id))
    };
    register
        .change(&context(), Operation::RecordLog, |change| {
            for plain in requests {
                let received = first_day() + chrono::Days::new(plain.received);
                let replied = plain.replied.map(|days| received + chrono::TimeDelta::days(days));
                let mut values = Values::new(Thing::Request);
                values.set("received_on", Value::Date(received));
                values.set("replied_on", replied.map_or(Value::Empty, Value::Date));
                values.set("applicant_class", word(Dimension::ApplicantClass, plain.class));
                values.set("outcome", word(Dimension::Outcome, plain.outcome));
                values.set("gov_outcome", word(Dimension::GovOutcome, plain.chosen));
                let number = change.log_record(&values)?;
                if plain.withdrawn {
                    let record = store::records::get(&change.db, Thing::Request, number)?.unwrap();
                    change.edit_record(&record, &values, Some("误登"))?;
                }
            }
            Ok(())
        })
        .unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn the_identities_of_the_form_hold_in_every_year(requests in proptest::collection::vec(plain(), 0..40)) {
        let (_folder, mut register) = a_register();
        fill(&mut register, &requests);
        let mut carried = vec![0; 7];
        let (mut received, mut handled) = (0, 0);
        for year in 2020..=2026 {
            let form = register.government_form(year).unwrap();
            prop_assert!(all_hold(&form), "{year}: {:?}", form.checks);
            prop_assert_eq!(&row(&form, "二"), &carried);
            carried = row(&form, "四");
            received += row(&form, "一")[6];
            handled += row(&form, "三（七）")[6];
            let outcomes: u64 = form.rows[2..23].iter().map(|row| row.cells[6].count).sum();
            prop_assert_eq!(outcomes, row(&form, "三（七）")[6]);
        }
        // Over all the years each request is received once, and handled once if it was answered.
        let counted = requests.iter().filter(|plain| !plain.withdrawn);
        prop_assert_eq!(received, counted.clone().count() as u64);
        prop_assert_eq!(handled, counted.filter(|plain| plain.replied.is_some()).count() as u64);
    }
}
