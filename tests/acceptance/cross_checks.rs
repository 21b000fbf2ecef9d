//! 核对: what must fit together in a report, each check pass, fail or cannot tell, and what a person accepts of it.

use register::Lang;
use rusqlite::Connection;
use serde_json::{Value as Json, json};

use crate::office::Office;
use crate::year_2023;

fn year() -> Json {
    json!({"from": "2023-01-01", "to": "2023-12-31"})
}

fn of_year(mut request: Json) -> Json {
    (request["from"], request["to"]) = (json!("2023-01-01"), json!("2023-12-31"));
    request
}

/// (line, outcome, sentence), in their order.
fn lines(office: &mut Office, period: Json) -> Vec<(String, String, String)> {
    let text = |line: &Json, key: &str| line[key].as_str().unwrap().to_owned();
    let checks = office.call("cross_checks", period);
    let line = |line: &Json| (text(line, "id"), text(line, "outcome"), text(line, "sentence"));
    checks.as_array().unwrap().iter().map(line).collect()
}

/// The line of 2023 with this id.
fn line(office: &mut Office, id: &str) -> Json {
    let checks = office.call("cross_checks", year());
    let found = checks.as_array().unwrap().iter().find(|line| line["id"] == id);
    found.unwrap_or_else(|| panic!("{id}: {checks}")).clone()
}

fn told(office: &mut Office, id: &str) -> (String, String) {
    let line = line(office, id);
    (line["outcome"].as_str().unwrap().to_owned(), line["sentence"].as_str().unwrap().to_owned())
}

fn says(outcome: &str, sentence: &str) -> (String, String) {
    (outcome.to_owned(), sentence.to_owned())
}

fn log(office: &mut Office, thing: &str, values: Json) -> String {
    let saved = office.call("log_record", json!({"thing": thing, "values": values}));
    saved["record"]["id"].as_str().unwrap().to_owned()
}

fn behind(office: &mut Office, id: &str) -> Vec<String> {
    let answer = office.call("cross_check_records", of_year(json!({"id": id, "limit": 100})));
    let records: Vec<String> =
        answer["records"].as_array().unwrap().iter().map(|record| record["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(answer["total"], records.len());
    assert_eq!(line(office, id)["records"], records.len());
    records
}

/// Puts one check in the place of all.
fn only(office: &mut Office, rule: Json) {
    let check = json!({"id": "own", "label": "自定核对", "rule": rule});
    office.call("set_check_definitions", json!({"checks": [check]}));
}

fn accept(id: &str, accept: bool, reason: &str) -> Json {
    of_year(json!({"id": id, "accept": accept, "reason": reason}))
}

#[test]
fn the_year_2023_is_told_check_by_check() {
    let (mut office, _) = year_2023::imported();
    let expected = [
        ("forwarded_parts", "pass", "上级转交信访投诉258件＝省教育厅转交134件＋长沙市教育局转交124件。"),
        ("items_listed", "pass", "全校主动公开信息706条，在各分列项中共计入726次，每一条都至少计入一项。"),
        ("declared_totals", "pass", "没有登记上报数。"),
        ("year_before", "cannot_tell", "上年同期（2022年2月1日至2022年11月20日）没有计入指标的登记，无从比较。"),
        ("zeros", "pass", "为零的指标5项，统计期间内没有只差一项条件而未计入的登记。"),
        (
            "periods",
            "pass",
            "39项指标都按统计期间2023年2月1日至2023年11月20日统计，正文写明了这一期间，没有别的起止日期。",
        ),
        ("undated", "pass", "其他日期在统计期间内的登记，都填有统计所依据的日期。"),
        ("requests_open", "pass", "统计期间没有依申请公开登记。"),
        ("replies_open", "pass", "统计期间的答复登记803条，都填有答复日期。"),
        ("government_form", "pass", "2023年：新收0件＋上年结转0件＝办理0件＋结转下年0件，各栏相符。"),
        ("carried_over", "cannot_tell", "台账没有2022年及以前的登记，2023年的上年结转数无从核对。"),
        ("list_items", "cannot_tell", "清单事项50项，没有一条信息登记了清单事项，无从核对。"),
    ];
    let expected = expected.map(|(id, outcome, sentence)| (id.into(), outcome.into(), sentence.into()));
    assert_eq!(lines(&mut office, year_2023::period()), expected);
    // In English the same, with the same numbers.
    let english = office.call_in(Lang::En, "cross_checks", year_2023::period());
    for (line, (id, outcome, _)) in english.as_array().unwrap().iter().zip(&expected) {
        assert_eq!((line["id"].as_str(), line["outcome"].as_str()), (Some(id.as_str()), Some(outcome.as_str())));
    }
    assert_eq!(
        english[1]["sentence"],
        "全校主动公开信息706条, counted 726 times in the lines, each in one of them at least."
    );
    // What the headline says from elsewhere is held against the count, and copies are no sum of documents.
    let mut declare = year_2023::period();
    (declare["figure"], declare["value"], declare["source"]) = (json!("items"), json!(502), json!("分列数字相加"));
    office.call("declare_figure", declare);
    let copies =
        json!({"type": "parts_of_total", "total": "copies", "parts": ["doc_admin", "doc_minutes", "doc_party"]});
    let shipped = office.call("check_definitions", json!({}));
    let checks = json!([shipped[2], {"id": "copies", "label": "印发份数", "rule": copies}]);
    office.call("set_check_definitions", json!({"checks": checks}));
    let expected = [
        ("declared_totals/items", "fail", "全校主动公开信息706条，上报数为502条（来源：分列数字相加），相差204条。"),
        ("copies", "cannot_tell", "计量单位不一（份、号），不能相加，无从核对。"),
    ];
    let expected = expected.map(|(id, outcome, sentence)| (id.into(), outcome.into(), sentence.into()));
    assert_eq!(lines(&mut office, year_2023::period()), expected);
    assert_eq!(office.red_checks(), Vec::<String>::new());
}

#[test]
fn a_total_that_is_not_the_sum_of_its_parts_opens_the_records_that_make_the_difference() {
    let mut office = Office::new();
    let (channel, unit) = (office.term("reply_channel", "上级转交"), office.term("unit", "件"));
    let (province, ministry) = (office.term("reply_source", "省教育厅"), office.term("reply_source", "上级主管部门"));
    let reply = |source: i64, quantity: i64| {
        json!({"received_on": "2023-03-02", "replied_on": "2023-03-03", "channel": channel, "source": source,
            "quantity": quantity, "unit": unit, "is_estimate": false, "is_day_count": false, "about_disclosure": false})
    };
    log(&mut office, "reply", reply(province, 4));
    let odd = log(&mut office, "reply", reply(ministry, 2));
    assert_eq!(
        told(&mut office, "forwarded_parts"),
        says("fail", "上级转交信访投诉6件，分项合计4件（省教育厅转交4件＋长沙市教育局转交0件），相差2件。")
    );
    assert_eq!(behind(&mut office, "forwarded_parts"), [odd]);
}

#[test]
fn one_fact_is_one_number_under_one_unit() {
    let mut office = Office::new();
    office.log_item("招生章程", "公示栏", "2023-03-02");
    only(&mut office, json!({"type": "same_fact", "a": "items", "b": "web"}));
    assert_eq!(told(&mut office, "own"), says("fail", "同一事实两处不一：全校主动公开信息1条，学校官网0条。"));
    only(&mut office, json!({"type": "same_fact", "a": "items", "b": "board"}));
    assert_eq!(
        told(&mut office, "own"),
        says("cannot_tell", "全校主动公开信息1条，公示栏1项，数字相同而计量单位不同，不能认定为同一事实。")
    );
    office.call("copy_figure", json!({"id": "items", "new_id": "again", "label": "公开总数"}));
    only(&mut office, json!({"type": "same_fact", "a": "items", "b": "again"}));
    assert_eq!(told(&mut office, "own"), says("pass", "全校主动公开信息1条，公开总数1条，两处一致。"));
    // A figure that went is named, and nothing is made of it.
    office.call("remove_figure", json!({"id": "again"}));
    assert_eq!(
        told(&mut office, "own"),
        says("cannot_tell", "指标“again”不在本台账中，无从核对（全校主动公开信息1条）。")
    );
}

#[test]
fn an_item_that_no_line_of_the_report_counts_is_opened() {
    let mut office = Office::new();
    office.log_item("招生章程", "公示栏", "2023-03-02");
    let nowhere = log(
        &mut office,
        "publication",
        json!({"title": "开放日", "published_on": "2023-03-03", "is_public": true, "channels": []}),
    );
    assert_eq!(
        told(&mut office, "items_listed"),
        says("fail", "全校主动公开信息2条，其中1条没有计入任何分列项（各分列项共计入1次）。")
    );
    assert_eq!(behind(&mut office, "items_listed"), [nowhere]);
}

#[test]
fn a_change_of_more_than_half_is_told_figure_by_figure_with_both_numbers() {
    let mut office = Office::new();
    let mut items = |channel: &str, day: &str, count: usize| {
        for number in 0..count {
            office.log_item(&format!("{channel}{day}第{number}项"), channel, day);
        }
    };
    // Of 10, exactly half more is not above the limit; of 12, one third fewer is; of 3, no percentage is meaningful.
    items("公示栏", "2022-03-02", 10);
    items("公示栏", "2023-03-02", 15);
    items("简报", "2022-03-02", 10);
    items("简报", "2023-03-02", 4);
    items("学校官网", "2022-03-02", 3);
    items("学校官网", "2023-03-02", 13);
    items("文件", "2022-03-02", 9);
    items("文件", "2023-03-02", 18);
    let lines = lines(&mut office, year());
    let told: Vec<_> = lines.iter().filter(|(id, ..)| id.starts_with("year_before")).collect();
    let days = "2022年1月1日至2022年12月31日";
    let expected = [
        ("items", "fail", format!("全校主动公开信息50条，上年同期（{days}）32条，增加56.3%，超过50%。")),
        ("web", "cannot_tell", format!("学校官网13条，上年同期（{days}）3条，不足10，不宜按百分比比较，请人工核对。")),
        ("bulletin", "fail", format!("简报4条，上年同期（{days}）10条，减少60%，超过50%。")),
    ];
    let expected: Vec<_> = expected
        .into_iter()
        .map(|(figure, outcome, sentence)| (format!("year_before/{figure}"), outcome.to_owned(), sentence))
        .collect();
    assert_eq!(told, expected.iter().collect::<Vec<_>>());
    only(&mut office, json!({"type": "jump", "percent": 1000}));
    let told = lines_of(&mut office, "own");
    assert_eq!(told.len(), 1, "web alone, below 10 the year before");
}

fn lines_of(office: &mut Office, check: &str) -> Vec<String> {
    lines(office, year()).into_iter().filter(|(id, ..)| id.starts_with(check)).map(|(.., told)| told).collect()
}

#[test]
fn a_zero_that_a_record_just_misses_is_no_zero_yet() {
    let mut office = Office::new();
    let request = json!({"received_on": "2023-03-02", "replied_on": "2023-03-09"});
    let request = log(&mut office, "request", request);
    assert_eq!(
        told(&mut office, "zeros/refused"),
        says("fail", "不予公开为“无”，但统计期间内的依申请公开登记中有1条只因没有填写答复类型而未计入。")
    );
    assert_eq!(behind(&mut office, "zeros/refused"), [request]);
    let mut own = office.call("copy_figure", json!({"id": "m_forum", "new_id": "ours", "label": "恳谈会"}));
    own["where"] = json!([{"field": "kind", "any": ["恳谈会", "茶话会"]}]);
    office.call("define_figure", own);
    let kind = office.term("meeting_kind", "座谈会");
    let meeting = log(&mut office, "meeting", json!({"name": "师生座谈", "held_on": "2023-04-01", "kind": kind}));
    assert_eq!(
        told(&mut office, "zeros/ours"),
        says(
            "fail",
            "恳谈会为“0次”，但统计期间内的会议登记中有1条只因词表中没有“恳谈会、茶话会”（会议类别）而未计入。"
        )
    );
    assert_eq!(behind(&mut office, "zeros/ours"), [meeting]);
}

#[test]
fn undated_and_unanswered_rows_of_the_period_are_opened() {
    let mut office = Office::new();
    let kind = office.term("kind", "行政文件");
    let document = |made_on: &str| json!({"title": "内部通知", "kind": kind, "made_on": made_on, "is_public": false});
    log(&mut office, "publication", document("2022-12-31"));
    let undated = log(&mut office, "publication", document("2023-12-31"));
    assert_eq!(
        told(&mut office, "undated"),
        says("fail", "主动公开信息1条没有填写公开日期，其他日期在统计期间内，没有计入指标。")
    );
    assert_eq!(behind(&mut office, "undated"), [undated]);
    let request = log(&mut office, "request", json!({"received_on": "2023-03-02"}));
    log(&mut office, "request", json!({"received_on": "2022-03-02"}));
    assert_eq!(
        told(&mut office, "requests_open"),
        says("fail", "统计期间的依申请公开登记1条，其中1条没有填写答复日期。")
    );
    assert_eq!(behind(&mut office, "requests_open"), [request]);
}

#[test]
fn requests_are_carried_from_year_to_year_and_those_that_lack_something_are_opened() {
    let mut office = Office::new();
    let class = office.term("applicant_class", "自然人");
    log(&mut office, "request", json!({"received_on": "2022-12-20", "applicant_class": class}));
    let lacking = log(&mut office, "request", json!({"received_on": "2023-03-02"}));
    assert_eq!(told(&mut office, "carried_over"), says("pass", "2023年上年结转1件，与2022年结转下年1件一致。"));
    assert_eq!(
        told(&mut office, "government_form"),
        says(
            "cannot_tell",
            "2023年：新收1件＋上年结转1件＝办理0件＋结转下年2件，其中1件缺少申请人类别、办理结果或答复日期，暂按“其他”或未办结计入。"
        )
    );
    assert_eq!(behind(&mut office, "government_form"), [lacking]);
}

#[test]
fn last_years_date_in_the_wording_is_found_with_its_line() {
    let mut office = Office::new();
    office.call("set_wording", json!({"text": "# 报告\n\n截至2022年12月31日，共{items}。\n"}));
    assert_eq!(
        told(&mut office, "periods"),
        says(
            "fail",
            "统计期间为2023年1月1日至2023年12月31日；正文没有写明统计期间；正文第3行“2022年12月31日”与之不一。"
        )
    );
}

#[test]
fn list_items_that_are_missing_are_counted_once_any_is_published() {
    let mut office = Office::new();
    let terms = office.call("terms", json!({}));
    let category = |term: &&Json| term["dimension"] == "list_item" && term["parent"].is_number();
    let item = terms.as_array().unwrap().iter().find(category).unwrap()["id"].clone();
    log(
        &mut office,
        "publication",
        json!({"title": "学校章程", "published_on": "2023-11-01", "is_public": true, "list_item": item}),
    );
    assert_eq!(
        told(&mut office, "list_items"),
        says("fail", "清单事项50项：已公开1项，待更新0项，未公开49项，不涉及0项。")
    );
    assert_eq!(line(&mut office, "list_items")["basis"], "教办函〔2014〕23号");
}

#[test]
fn what_is_accepted_holds_until_the_numbers_behind_it_change() {
    let mut office = Office::new();
    office.log_item("招生章程", "公示栏", "2023-03-02");
    office.call("declare_figure", of_year(json!({"figure": "board", "value": 86, "source": "上年年报"})));
    let id = "declared_totals/board";
    assert_eq!(line(&mut office, id)["accepted"], Json::Null);
    assert_eq!(office.refusal("accept_check", accept(id, true, " ")), "reason_missing");
    assert_eq!(office.refusal("accept_check", accept("declared_totals/web", true, "有因")), "no_such_check");
    assert_eq!(office.refusal("accept_check", accept("undated", true, "有因")), "check_holds");
    assert_eq!(office.refusal("accept_check", accept(id, false, "有因")), "check_not_accepted");
    let accepted = office.call("accept_check", accept(id, true, "上报数含外聘部门"));
    assert_eq!(accepted["accepted"]["reason"], "上报数含外聘部门");
    assert_eq!((&accepted["accepted"]["by"], &accepted["accepted"]["holds"]), (&json!("王丽"), &json!(true)));
    // Of this period alone.
    let other = json!({"from": "2023-01-01", "to": "2023-06-30"});
    let others = office.call("cross_checks", other);
    assert!(others.as_array().unwrap().iter().all(|line| line["accepted"].is_null()));
    let more = office.log_item("收费公示", "公示栏", "2023-03-03");
    assert_eq!(line(&mut office, id)["accepted"]["holds"], false);
    office.call("withdraw_record", json!({"id": more, "reason": "重复"}));
    assert_eq!(line(&mut office, id)["accepted"]["holds"], true, "the numbers are what they were");
    assert_eq!(office.refusal("accept_check", accept(id, false, "")), "reason_missing");
    assert_eq!(office.call("accept_check", accept(id, false, "已核实"))["accepted"], Json::Null);
    let history = office.call("acceptances", of_year(json!({"id": id})));
    let kept: Vec<_> = history
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| (&entry["operation"], &entry["who"], &entry["after"]["accepted"], &entry["after"]["reason"]))
        .collect();
    let entry = |accepted: bool, reason: &str| (json!("check.accept"), json!("王丽"), json!(accepted), json!(reason));
    let expected = [entry(true, "上报数含外聘部门"), entry(false, "已核实")];
    assert_eq!(kept, expected.iter().map(|(a, b, c, d)| (a, b, c, d)).collect::<Vec<_>>());
    assert_eq!(office.red_checks(), Vec::<String>::new());
    let file = Connection::open(office.register().join("register.db")).unwrap();
    file.execute("UPDATE acceptances SET entry = replace(entry, '已核实', '未核实')", []).unwrap();
    drop(file);
    assert_eq!(office.red_checks(), ["file", "vocabulary"]);
}

#[test]
fn a_check_that_cannot_be_meant_is_refused_and_those_that_ship_can_be_put_back() {
    let mut office = Office::new();
    let shipped = office.call("check_definitions", json!({}));
    let refused = |office: &mut Office, id: &str, label: &str, rule: Json| {
        let check = json!({"id": id, "label": label, "rule": rule});
        office.refusal("set_check_definitions", json!({"checks": [check]}))
    };
    let zero = json!({"type": "zero_stated"});
    assert_eq!(refused(&mut office, "Own", "核对", zero.clone()), "bad_check");
    assert_eq!(refused(&mut office, "own", " ", zero.clone()), "bad_check");
    for rule in [
        json!({"type": "jump", "percent": 0}),
        json!({"type": "parts_of_total", "total": "items", "parts": []}),
        json!({"type": "parts_of_total", "total": "items", "parts": ["items"]}),
        json!({"type": "same_fact", "a": "items", "b": "none"}),
    ] {
        assert_eq!(refused(&mut office, "own", "核对", rule), "bad_check");
    }
    let twice = json!({"id": "own", "label": "核对", "rule": zero});
    assert_eq!(office.refusal("set_check_definitions", json!({"checks": [twice, twice]})), "bad_check");
    assert_eq!(office.call("check_definitions", json!({})), shipped);
    office.call("set_check_definitions", json!({"checks": []}));
    assert_eq!(lines(&mut office, year()), []);
    assert_eq!(office.call("set_check_definitions", json!({"checks": null})), shipped);
    assert_eq!(office.call("check_definitions", json!({})), shipped);
    assert_eq!(office.red_checks(), Vec::<String>::new());
}

#[test]
fn a_template_brings_its_checks_and_one_without_any_those_that_ship() {
    let mut office = Office::new();
    let shipped = office.call("check_definitions", json!({}));
    let plain = office.path("无核对.toml");
    office.call("export_template", json!({"to": plain, "name": "无核对"}));
    only(&mut office, json!({"type": "at_most_channels", "items": "items", "channels": ["web", "board"]}));
    let own = office.call("check_definitions", json!({}));
    let with = office.path("有核对.toml");
    office.call("export_template", json!({"to": with, "name": "有核对"}));
    let told = office.call("inspect_template", json!({"path": plain}));
    assert_eq!((&told["checks"], &told["wording"]), (&json!(true), &json!(false)));
    assert_eq!(office.call("import_template", json!({"path": plain}))["changed"], true);
    assert_eq!(office.call("check_definitions", json!({})), shipped);
    assert_eq!(office.call("import_template", json!({"path": with}))["changed"], true);
    assert_eq!(office.call("check_definitions", json!({})), own);
    assert_eq!(office.call("import_template", json!({"path": with}))["changed"], false);
    assert_eq!(office.red_checks(), Vec::<String>::new());
}
