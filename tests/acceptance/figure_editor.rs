//! Definitions of figures as the school's own: copied, tried, ordered, removed; and numbers that are declared of them.

use calamine::{Data, Reader, open_workbook_auto};
use rusqlite::Connection;
use serde_json::{Value as Json, json};

use crate::office::Office;

fn of_year(mut request: Json) -> Json {
    request["from"] = json!("2023-01-01");
    request["to"] = json!("2023-12-31");
    request
}

fn declare(office: &mut Office, figure: &str, value: Json, source: &str) -> Json {
    office.call("declare_figure", of_year(json!({"figure": figure, "value": value, "source": source})))
}

fn by_hand(office: &mut Office) {
    office.call(
        "define_figure",
        json!({"id": "followers", "label": "公众号关注人数", "unit": "人", "counts": "publications",
            "measure": {"type": "declared"}}),
    );
}

#[test]
fn a_shipped_figure_can_be_copied_and_not_changed() {
    let mut office = Office::new();
    let definitions = office.call("definitions", json!({}));
    assert!(definitions.as_array().unwrap().iter().all(|definition| definition["shipped"] == true));
    let mut web = definitions.as_array().unwrap().iter().find(|d| d["id"] == "web").unwrap().clone();
    // The same again is no change.
    office.call("define_figure", web.clone());
    web["label"] = json!("门户网站");
    assert_eq!(office.refusal("define_figure", web.clone()), "figure_shipped");
    assert_eq!(office.refusal("remove_figure", json!({"id": "web"})), "figure_shipped");
    let copy = office.call("copy_figure", json!({"id": "web", "label": "门户网站"}));
    assert_eq!((&copy["id"], &copy["shipped"]), (&json!("web_2"), &json!(false)));
    assert_eq!(office.refusal("copy_figure", json!({"id": "web", "new_id": "media", "label": "甲"})), "figure_exists");
    assert_eq!(office.refusal("copy_figure", json!({"id": "wbe", "label": "甲"})), "no_such_figure");
    assert_eq!(office.refusal("copy_figure", json!({"id": "web", "label": " "})), "bad_definition");
    // A copy is changed; a word that is renamed is renamed in both.
    let mut own = copy.clone();
    own["unit"] = json!("项");
    office.call("define_figure", own);
    let channel = office.term("channel", "学校官网");
    office.call("edit_term", json!({"id": channel, "edit": {"name": "门户"}}));
    office.log_item("招生章程", "门户", "2023-03-02");
    for (id, display, shipped) in [("web", "1条", true), ("web_2", "1项", false)] {
        assert_eq!(office.figure(id)["display"], display);
        let definitions = office.call("definitions", json!({}));
        let of = definitions.as_array().unwrap().iter().find(|d| d["id"] == id).unwrap();
        assert_eq!(of["shipped"], shipped);
    }
    assert_eq!(office.red_checks(), Vec::<String>::new());
}

#[test]
fn a_figure_that_is_named_somewhere_is_not_removed() {
    let mut office = Office::new();
    office.call("copy_figure", json!({"id": "web", "new_id": "ours", "label": "官网"}));
    let wording = office.call("wording", json!({}))["text"].as_str().unwrap().to_owned();
    office.call("set_wording", json!({"text": format!("# 报告\n\n共{{web}}，\n另有{{ours}}。\n\n再说{{ours}}。\n")}));
    declare(&mut office, "ours", json!(3), "去年年报");
    let error = office.attempt("remove_figure", json!({"id": "ours"})).unwrap_err();
    assert_eq!(error.code(), "figure_in_use");
    let told = error.sentence(register::Lang::Zh);
    assert!(told.contains("第 3、6 行") && told.contains("1 个统计期间"), "{told}");
    office.call("set_wording", json!({"text": wording}));
    assert_eq!(office.refusal("remove_figure", json!({"id": "ours"})), "figure_in_use");
    office.call("declare_figure", of_year(json!({"figure": "ours", "value": null, "reason": "重复"})));
    office.call("remove_figure", json!({"id": "ours"}));
    assert_eq!(office.refusal("remove_figure", json!({"id": "ours"})), "no_such_figure");
    assert_eq!(office.red_checks(), Vec::<String>::new(), "that it went stands in the log");
    let file = Connection::open(office.register().join("register.db")).unwrap();
    file.execute("DELETE FROM figures WHERE id = 'web'", []).unwrap();
    drop(file);
    assert_eq!(office.red_checks(), ["file", "vocabulary"], "what went otherwise is seen");
}

#[test]
fn figures_stand_in_the_order_that_is_set() {
    let mut office = Office::new();
    office.call("copy_figure", json!({"id": "web", "new_id": "ours", "label": "官网"}));
    let ordered = office.call("order_figures", json!({"ids": ["ours", "sued", "ours", "items"]}));
    let first = |list: &Json| -> Vec<String> {
        list.as_array().unwrap().iter().take(4).map(|d| d["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(first(&ordered), ["ours", "sued", "items", "web"]);
    assert_eq!(first(&office.call("figures", of_year(json!({})))), ["ours", "sued", "items", "web"]);
    assert_eq!(office.refusal("order_figures", json!({"ids": ["web", "none"]})), "no_such_figure");
    // What comes later stands at the end.
    office.call("copy_figure", json!({"id": "web", "new_id": "later", "label": "官网"}));
    let definitions = office.call("definitions", json!({}));
    assert_eq!(definitions.as_array().unwrap().last().unwrap()["id"], "later");
    assert_eq!(office.red_checks(), Vec::<String>::new());
}

#[test]
fn a_definition_is_tried_before_it_is_kept() {
    let mut office = Office::new();
    for day in ["2023-03-02", "2023-04-02", "2024-04-02"] {
        office.log_item("招生章程", "公示栏", day);
    }
    let draft = |filters: Json, measure: Json| {
        of_year(json!({"definition": {"id": "", "label": "", "unit": "条", "counts": "publications",
            "date": "published_on", "where": filters, "measure": measure}, "offset": 1, "limit": 5}))
    };
    let fields = |trial: &Json| -> Vec<String> {
        trial["faults"].as_array().unwrap().iter().map(|fault| fault["field"].as_str().unwrap().to_owned()).collect()
    };
    // Nameless yet, and counted already.
    let board = json!([{"field": "channels", "any": ["公示栏"]}]);
    let trial = office.call("try_figure", draft(board, json!({"type": "records"})));
    assert_eq!(fields(&trial), ["id", "label"]);
    assert_eq!((&trial["figure"]["display"], &trial["rows"]["total"]), (&json!("2条"), &json!(2)));
    let rows = trial["rows"]["records"].as_array().unwrap();
    assert_eq!(rows.iter().map(|row| &row["date"]).collect::<Vec<_>>(), ["2023-04-02"]);
    assert_eq!(trial["figure"]["meaning"], "未作废的主动公开信息，公开日期在统计期间内、公开渠道为“公示栏”，按条计数");
    let trial = office.call("try_figure", draft(json!([{"field": "title", "any": ["甲"]}]), Json::Null));
    assert_eq!((fields(&trial), &trial["figure"]), (vec!["measure".into(), "id".into(), "label".into()], &Json::Null));
    let sum = json!({"type": "sum", "field": "title"});
    let trial = office.call("try_figure", draft(json!([{"field": "title", "any": ["甲"]}]), sum));
    assert_eq!(fields(&trial), ["id", "label", "where.title", "measure"]);
    assert!(trial["faults"][3]["zh"].as_str().unwrap().contains("title"), "{trial}");
    assert_eq!(office.call("definitions", json!({})).as_array().unwrap().len(), 39, "nothing is kept");
}

#[test]
fn a_figure_filled_in_by_hand_is_what_was_declared_for_that_very_period() {
    let mut office = Office::new();
    by_hand(&mut office);
    let item = office.log_item("招生章程", "学校官网", "2023-03-02");
    let figure = office.figure("followers");
    assert_eq!(
        (&figure["value"], &figure["display"], &figure["by_hand"]),
        (&Json::Null, &json!("未填报"), &json!(true))
    );
    let wording = office.call("wording", json!({}))["text"].as_str().unwrap().to_owned();
    office.call("set_wording", json!({"text": format!("{wording}\n关注人数{{followers}}。\n")}));
    assert_eq!(office.refusal("declare_figure", of_year(json!({"figure": "followers", "value": 1}))), "source_missing");
    for value in [json!(-1), json!(0.0001)] {
        let request = of_year(json!({"figure": "followers", "value": value, "source": "后台"}));
        assert_eq!(office.refusal("declare_figure", request), "declared_out_of_range");
    }
    let figure = declare(&mut office, "followers", json!(12800), "公众号后台");
    assert_eq!((&figure["value"], &figure["display"], &figure["rows"]), (&json!(12800), &json!("12800人"), &json!(0)));
    assert_eq!(figure["meaning"], "手工填报，不由登记的记录统计；来源：公众号后台");
    assert_eq!((&figure["declared"]["by"], &figure["declared"]["agrees"]), (&json!("王丽"), &json!(true)));
    // Of no other period, and of the year before only what was declared for it.
    let other = json!({"from": "2023-01-01", "to": "2023-06-30"});
    let figures = office.call("figures", other);
    assert_eq!(figures.as_array().unwrap().last().unwrap()["display"], "未填报");
    let request =
        json!({"figure": "followers", "from": "2022-01-01", "to": "2022-12-31", "value": 9.5, "source": "后台"});
    office.call("declare_figure", request);
    let trends = office.call("figure_trends", of_year(json!({})));
    let trend = trends.as_array().unwrap().last().unwrap();
    assert_eq!((&trend["last_year_display"], &trend["months"]), (&json!("9.5人"), &json!([])));
    // It has no records, and each record is told so.
    let rows = office.call("figure_rows", of_year(json!({"figure": "followers"})));
    assert_eq!((&rows["value"], &rows["records"]), (&json!(12800), &json!([])));
    let said = office.call("figures_of_record", of_year(json!({"id": item})));
    let said = said.as_array().unwrap().last().unwrap();
    assert_eq!(
        (&said["of_register"], &said["why_not"]),
        (&json!(false), &json!("本项为手工填报，不由登记的记录统计。"))
    );
    let report = office.call("report", of_year(json!({"addressee": ""})));
    assert!(report.to_string().contains("12800人"));
    let taken = of_year(json!({"figure": "followers", "value": null}));
    assert_eq!(office.refusal("declare_figure", taken.clone()), "reason_missing");
    let figure = office.call("declare_figure", {
        let mut request = taken;
        request["reason"] = json!("数字有误");
        request
    });
    assert_eq!((&figure["display"], &figure["declared"]), (&json!("未填报"), &Json::Null));
    let again = of_year(json!({"figure": "followers", "value": null, "reason": "又"}));
    assert_eq!(office.refusal("declare_figure", again), "nothing_declared");
    assert_eq!(office.red_checks(), Vec::<String>::new());
}

#[test]
fn a_declared_total_stands_beside_the_counted_number_and_never_in_its_place() {
    let mut office = Office::new();
    by_hand(&mut office);
    office.log_item("招生章程", "学校官网", "2023-03-02");
    declare(&mut office, "web", json!(706), "上年上报表");
    declare(&mut office, "followers", json!(12800), "公众号后台");
    let web = office.figure("web");
    assert_eq!((&web["value"], &web["display"], &web["by_hand"]), (&json!(1), &json!("1条"), &json!(false)));
    let declared = &web["declared"];
    assert_eq!((&declared["value"], &declared["display"]), (&json!(706), &json!("706条")));
    assert_eq!((&declared["source"], &declared["agrees"]), (&json!("上年上报表"), &json!(false)));
    assert_eq!(declare(&mut office, "web", json!(1.0), "重新核对")["declared"]["agrees"], true);
    let place = office.path("统计.xlsx");
    office.call("export_report", json!({"report": of_year(json!({"addressee": ""})), "xlsx": place}));
    let mut book = open_workbook_auto(&place).unwrap();
    let sheet = book.worksheet_range("统计表").unwrap();
    let row = |id: &str| sheet.rows().find(|row| row[0] == Data::String(id.into())).unwrap().to_vec();
    let text = |cell: &Data| cell.to_string();
    let web = row("web");
    assert_eq!([2, 8, 9].map(|column: usize| text(&web[column])), ["1", "1", "重新核对"]);
    let followers = row("followers");
    assert_eq!([2, 7, 8, 9].map(|column: usize| text(&followers[column])), ["12800", "0", "12800", "公众号后台"]);
    assert!(text(&followers[6]).contains("手工填报"));
    let items = row("items");
    assert_eq!([8, 9].map(|column: usize| text(&items[column])), ["", ""]);
    assert_eq!(office.red_checks(), Vec::<String>::new());
    let file = Connection::open(office.register().join("register.db")).unwrap();
    file.execute("UPDATE declared SET entry = replace(entry, '12800', '99999')", []).unwrap();
    drop(file);
    assert_eq!(office.red_checks(), ["file", "vocabulary"]);
}
