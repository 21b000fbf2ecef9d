//! How sheets and columns are to be read, where recognition falls short: said once, remembered after.

use serde_json::{Value as Json, json};

use crate::ledgers::ledger;
use crate::office::Office;

fn column(heading: &str, field: &str) -> Json {
    json!({"heading": heading, "field": field})
}

fn mapping(sheet: &str, into: &str, columns: &[Json]) -> Json {
    json!({"sheets": [{"sheet": sheet, "into": into, "columns": columns}]})
}

#[test]
fn the_header_is_found_by_the_headings_that_are_named() {
    let mut office = Office::new();
    let path = office.path("怪表2023.xlsx");
    let rows: &[&[&str]] = &[&["某校"], &["条目", "何日", "何处"], &["关于放假的通知", "2023-09-28", "学校官网"]];
    ledger(&path, "Sheet1", rows);
    let columns = [column("条目", "title"), column("何日", "published_on"), column("何处", "channels")];
    let answer =
        office.call("import", json!({"workbook": path, "mapping": mapping("Sheet1", "publications", &columns)}));
    assert_eq!((&answer["sheets"][0]["accepted"], &office.figure("web")["value"]), (&json!(1), &json!(1)));
}

#[test]
fn a_further_correction_keeps_what_was_learned() {
    let mut office = Office::new();
    let path = office.path("怪表2023.xlsx");
    let header: &[&str] = &["条目", "何日", "何处", "几份"];
    ledger(&path, "Sheet1", &[header, &["甲", "2023-09-28", "学校官网", "5"]]);
    let columns = [column("条目", "title"), column("何日", "published_on"), column("何处", "channels")];
    office.call("import", json!({"workbook": path, "mapping": mapping("Sheet1", "publications", &columns)}));
    ledger(&path, "Sheet1", &[header, &["乙", "2023-09-29", "学校官网", "6"]]);
    let further = mapping("Sheet1", "publications", &[column("几份", "copies")]);
    let answer = office.call("import", json!({"workbook": path, "mapping": further}));
    assert_eq!(answer["sheets"][0]["accepted"], 1, "{answer}");
    ledger(&path, "Sheet1", &[header, &["丙", "2023-09-30", "学校官网", "7"]]);
    office.call("import", json!({"workbook": path}));
    let hit = office.call("search", json!({"text": "丙"}))["hits"][0]["id"].clone();
    assert_eq!(office.call("record", json!({"id": hit}))["values"]["copies"], 7);
}

#[test]
fn a_mapping_of_what_is_not_there_is_refused_and_says_what_could_be() {
    let mut office = Office::new();
    let path = office.path("台账2023.xlsx");
    ledger(&path, "主动公开", &[&["信息名称", "公开日期"], &["甲", "2023-09-28"]]);
    let wrong = [
        (mapping("主动公开 ", "publications", &[]), "工作表"),
        (mapping("主动公开", "news", &[]), "publications"),
        (mapping("主动公开", "publications", &[column("信息名称", "titel")]), "title"),
        (mapping("主动公开", "publications", &[column("标题党", "title")]), "标题党"),
    ];
    for (mapping, said) in wrong {
        let error = office.attempt("import", json!({"workbook": path, "mapping": mapping})).unwrap_err();
        assert_eq!(error.code(), "bad_mapping");
        assert!(error.sentence(register::Lang::Zh).contains(said), "{error}");
    }
    assert_eq!(office.call("register_info", json!({}))["records"], 0);
}
