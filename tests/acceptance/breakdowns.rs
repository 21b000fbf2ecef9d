//! The figures of 2023 in their parts: by month, by channel, record by record.

use serde_json::{Value as Json, json};

use crate::office::Office;
use crate::year_2023::{imported, period};

fn asked(more: Json) -> Json {
    let mut request = period();
    request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    request
}

fn parts(office: &mut Office, figure: &str, by: &str) -> Vec<Json> {
    office.call("breakdown", asked(json!({"figure": figure, "by": by})))["parts"].as_array().unwrap().clone()
}

fn quantities(parts: &[Json]) -> i64 {
    parts.iter().map(|part| part["quantity"].as_i64().unwrap()).sum()
}

#[test]
fn the_months_of_the_year_add_up_to_the_year() {
    let (mut office, _) = imported();
    let by_month = parts(&mut office, "items", "month");
    assert_eq!((by_month.len(), quantities(&by_month)), (10, 706));
    assert_eq!((&by_month[0]["key"], &by_month[9]["key"]), (&json!("2023-02"), &json!("2023-11")));
    let months = office.call("figure_months", asked(json!({"figure": "items"})));
    let trends = office.call("figure_trends", period());
    let trend = trends.as_array().unwrap().iter().find(|trend| trend["figure"] == "items").unwrap();
    assert_eq!(trend["months"], months);
    assert_eq!(quantities(months.as_array().unwrap()), 706);
}

#[test]
fn a_month_without_any_is_there_with_nothing_and_a_share_has_no_months() {
    let mut office = Office::new();
    office.log_item("新闻", "学校官网", "2023-04-05");
    let trends = office.call("figure_trends", json!({"from": "2023-03-01", "to": "2023-05-31"}));
    let trends = trends.as_array().unwrap();
    let of = |figure: &str| trends.iter().find(|trend| trend["figure"] == figure).unwrap();
    let month = |month: &str, quantity: i64| json!({"month": month, "quantity": quantity});
    assert_eq!(of("items")["months"], json!([month("2023-03", 0), month("2023-04", 1), month("2023-05", 0)]));
    let figures = office.call("figures", period());
    let shares: Vec<&Json> = figures.as_array().unwrap().iter().filter(|figure| figure["unit"] == "%").collect();
    assert!(!shares.is_empty());
    for share in shares {
        let id = share["id"].as_str().unwrap();
        assert_eq!(of(id)["months"], json!([]), "{id}");
        assert!(parts(&mut office, id, "month").is_empty(), "{id}");
    }
}

#[test]
fn last_year_stands_beside_this_one() {
    let mut office = Office::new();
    office.log_item("去年", "学校官网", "2023-02-28");
    office.log_item("今年", "学校官网", "2024-02-29");
    let trends = office.call("figure_trends", json!({"from": "2024-02-29", "to": "2024-02-29"}));
    let trend = trends.as_array().unwrap().iter().find(|trend| trend["figure"] == "items").unwrap();
    assert_eq!((&trend["last_year"], &trend["last_year_rows"]), (&json!(1), &json!(1)));
    assert_eq!(trend["last_year_display"], "1条");
    assert_eq!(trend["months"], json!([{"month": "2024-02", "quantity": 1}]));
}

#[test]
fn the_items_on_the_colleges_site_are_one_part_and_open_as_such() {
    let (mut office, _) = imported();
    let answer = office.call("breakdown", asked(json!({"figure": "items", "by": "channels"})));
    assert_eq!(answer["overlapping"], true);
    let parts = answer["parts"].as_array().unwrap();
    let site = parts.iter().find(|part| part["label"] == "学校官网").unwrap();
    assert_eq!(site["quantity"], 118);
    assert_eq!(site["key"], office.term("channel", "学校官网").to_string());
    for part in parts {
        let of = json!({"figure": "items", "part": {"by": "channels", "key": part["key"]}, "limit": 1});
        let rows = office.call("figure_rows", asked(of));
        assert_eq!((&rows["value"], &rows["total"]), (&part["quantity"], &part["records"]), "{}", part["label"]);
    }
}

#[test]
fn a_figure_of_some_channels_is_broken_down_within_them() {
    let (mut office, _) = imported();
    let figures = office.call("figures", period());
    let media = figures.as_array().unwrap().iter().find(|figure| figure["id"] == "media").unwrap();
    // All of them stand below 主流媒体: the figure comes apart into its columns, each with its rows.
    let parts_of_media = parts(&mut office, "media", "channels");
    assert!(parts_of_media.len() > 1 && parts_of_media.iter().all(|part| part["label"] != "主流媒体"));
    assert!(quantities(&parts_of_media) >= media["value"].as_i64().unwrap(), "{parts_of_media:?}");
    for part in &parts_of_media {
        let of = json!({"figure": "media", "part": {"by": "channels", "key": part["key"]}, "limit": 1});
        let rows = office.call("figure_rows", asked(of));
        assert_eq!((&rows["value"], &rows["total"]), (&part["quantity"], &part["records"]), "{}", part["label"]);
    }
    // Nothing stands on a column of the site: it is one part.
    let web = parts(&mut office, "web", "channels");
    assert_eq!((web.len(), &web[0]["label"], quantities(&web)), (1, &json!("学校官网"), 118));
}

#[test]
fn a_site_comes_apart_into_its_columns_and_what_is_on_none_of_them() {
    let mut office = Office::new();
    let site = office.term("channel", "学校官网");
    let add = |office: &mut Office, name: &str, parent: i64| {
        office.call("add_term", json!({"dimension": "channel", "name": name, "parent": parent}))["id"].as_i64().unwrap()
    };
    let college = add(&mut office, "二级学院网站", site);
    add(&mut office, "机电学院网站", college);
    for (title, channel) in [
        ("首页一条", "学校官网"),
        ("学院一条", "二级学院网站"),
        ("机电一条", "机电学院网站"),
        ("机电两条", "机电学院网站"),
    ] {
        office.log_item(title, channel, "2023-04-05");
    }
    office.log_item("别处一条", "公示栏", "2023-04-05");
    let told = |parts: Vec<Json>| -> Vec<(String, i64)> {
        parts.iter().map(|part| (part["label"].as_str().unwrap().into(), part["quantity"].as_i64().unwrap())).collect()
    };
    // With other channels beside it, the site is one part.
    assert_eq!(told(parts(&mut office, "items", "channels")), [("学校官网".into(), 4), ("公示栏".into(), 1)]);
    let web = parts(&mut office, "web", "channels");
    assert_eq!(told(web.clone()), [("二级学院网站".into(), 3), ("学校官网".into(), 1)]);
    for part in web {
        let of = json!({"figure": "web", "part": {"by": "channels", "key": part["key"]}, "limit": 9});
        assert_eq!(office.call("figure_rows", asked(of))["value"], part["quantity"], "{}", part["label"]);
    }
}

#[test]
fn what_holds_no_word_is_a_part_of_its_own_and_the_last() {
    let mut office = Office::new();
    office.log_item("新闻一", "学校官网", "2023-04-05");
    office.log_item("新闻二", "学校官网", "2023-04-06");
    let kinds = parts(&mut office, "items", "kind");
    assert_eq!(kinds, [json!({"key": "", "label": "", "quantity": 2, "records": 2})]);
    let rows = office.call("figure_rows", asked(json!({"figure": "items", "part": {"by": "kind", "key": ""}})));
    assert_eq!(rows["total"], 2);
}

#[test]
fn a_breakdown_by_what_holds_no_words_is_refused() {
    let mut office = Office::new();
    for by in ["title", "published_on", "copies", "is_public", "nothing"] {
        assert_eq!(office.refusal("breakdown", asked(json!({"figure": "items", "by": by}))), "bad_request");
        let part = json!({"figure": "items", "part": {"by": by, "key": "1"}});
        assert_eq!(office.refusal("figure_rows", asked(part)), "bad_request");
    }
    for part in [json!({"by": "month", "key": "2023-13"}), json!({"by": "kind", "key": "通知"})] {
        assert_eq!(office.refusal("figure_rows", asked(json!({"figure": "items", "part": part}))), "bad_request");
    }
}

#[test]
fn a_record_names_the_figures_that_count_it_and_why_the_others_do_not() {
    let (mut office, _) = imported();
    let rows = office.call("figure_rows", asked(json!({"figure": "web", "limit": 1})));
    let item = rows["records"][0]["id"].clone();
    let of = |office: &mut Office, more: Json| office.call("figures_of_record", asked(more));
    let found = of(&mut office, json!({"id": item}));
    let figure = |found: &Json, id: &str| {
        found.as_array().unwrap().iter().find(|figure| figure["figure"] == id).unwrap().clone()
    };
    let web = figure(&found, "web");
    assert_eq!((&web["label"], &web["quantity"], &web["why_not"]), (&json!("学校官网"), &json!(1), &Json::Null));
    let why = |found: &Json, id: &str| figure(found, id)["why_not"].as_str().unwrap().to_owned();
    assert!(why(&found, "ledger").contains("本项只统计“台账”"), "{}", why(&found, "ledger"));
    assert_eq!(why(&found, "m_party"), "本项统计的是会议。");
    let before = of(&mut office, json!({"id": item, "from": "2001-01-01", "to": "2001-12-31"}));
    assert!(why(&before, "web").contains("不在统计期间（2001年1月1日至2001年12月31日）内"));
    office.call("withdraw_record", json!({"id": item, "reason": "重复"}));
    let withdrawn = of(&mut office, json!({"id": item}));
    assert!(withdrawn.as_array().unwrap().iter().all(|figure| figure["quantity"].is_null()));
    assert_eq!(why(&withdrawn, "web"), "这条记录已作废，不计入任何统计。");
    assert_eq!(office.refusal("figures_of_record", asked(json!({"id": "publication-999999"}))), "no_such_record");
}
