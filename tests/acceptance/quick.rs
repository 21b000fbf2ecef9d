//! Quick entry through the commands: a line is read, saved as it was read, and the day's counts go up and down.

use serde_json::{Value as Json, json};

use crate::office::Office;

fn quick(office: &mut Office, text: &str) -> Json {
    office.call("read_quick", json!({"text": text}))
}

#[test]
fn a_line_that_asks_nothing_is_saved_as_it_was_read() {
    let mut office = Office::new();
    for (text, thing, field, shown) in [
        (
            "3月2日 官网 关于资助的通知 学生处 湘示院行〔2023〕54号",
            "publication",
            "doc_number",
            json!("湘示院行〔2023〕54号"),
        ),
        ("3月2日 党委会 研究干部任免 30人", "meeting", "attendance", json!(30)),
        ("3月2日 电话咨询 12人次", "reply", "quantity", json!(12)),
        ("3月2日 发放手册 200册 给新生", "material", "recipients", json!("新生")),
    ] {
        let reading = quick(&mut office, text);
        assert_eq!((&reading["thing"], &reading["questions"]), (&json!(thing), &json!([])), "{text}");
        let saved = office.call("log_record", json!({"thing": thing, "values": reading["values"]}));
        assert_eq!(saved["record"]["values"][field], shown, "{text}");
        assert_ne!(quick(&mut office, text)["similar"], json!([]), "{text}: typed twice is told");
    }
}

#[test]
fn what_a_form_would_refuse_is_asked_at_its_place() {
    let mut office = Office::new();
    let asked = |reading: &Json| -> Vec<(String, String, u64, u64)> {
        let questions = reading["questions"].as_array().unwrap().iter();
        let text = |json: &Json| json.as_str().unwrap().to_owned();
        let at = |json: &Json| json.as_u64().unwrap();
        questions
            .map(|q| (text(&q["fault"]["field"]), text(&q["fault"]["code"]), at(&q["from"]), at(&q["to"])))
            .collect()
    };
    let reading = quick(&mut office, "2月30日 官网 关于放假的通知");
    assert_eq!(asked(&reading), [("published_on".into(), "date_impossible".into(), 0, 5)]);
    assert_eq!(reading["values"]["published_on"], "2月30日", "what was typed is not lost");
    let reading = quick(&mut office, "3月2日 官网");
    assert_eq!(asked(&reading), [("title".into(), "required_missing".into(), 7, 7)]);
    let reading = quick(&mut office, "3月2日 问卷调查 有效80 满意85");
    assert_eq!(asked(&reading)[0].1, "more_than_whole");
}

#[test]
fn a_day_s_count_goes_up_by_one_and_back_and_never_below_nothing() {
    let mut office = Office::new();
    let (phone, unit) = (office.term("reply_channel", "电话"), office.term("unit", "人次"));
    let count = |office: &mut Office, by: i64| {
        let one = json!({"channel": phone, "unit": unit, "day": "2023-11-20", "by": by});
        office.call("count_one", one)["record"].take()
    };
    let row = count(&mut office, 1)["id"].clone();
    for (by, stands) in [(1, 2), (3, 5), (-1, 4), (-9, 0), (2, 2)] {
        let record = count(&mut office, by);
        assert_eq!((&record["id"], &record["values"]["quantity"]), (&row, &json!(stands)), "{by}");
    }
    let history = office.call("history", json!({"id": row}));
    assert_eq!(history.as_array().unwrap().len(), 6, "each step is in the log");
    let counters = office.call("day_counters", json!({"day": "2023-11-20"}));
    let shown: Vec<(&str, i64)> = counters
        .as_array()
        .unwrap()
        .iter()
        .map(|counter| (counter["name"].as_str().unwrap(), counter["count"].as_i64().unwrap()))
        .collect();
    assert_eq!(shown, [("现场接待", 0), ("电话", 2), ("QQ群", 0), ("微信群", 0)], "each keeps its place");
    assert_eq!(office.call("day_counters", json!({"day": "2023-11-21"}))[1]["count"], 0);
    assert_eq!(office.red_checks(), Vec::<String>::new());
}

#[test]
fn a_count_that_was_estimated_or_withdrawn_is_not_counted_on() {
    let mut office = Office::new();
    let (phone, unit) = (office.term("reply_channel", "电话"), office.term("unit", "人次"));
    let one = json!({"channel": phone, "unit": unit, "day": "2023-11-20", "by": 1});
    let values = json!({"received_on": "2023-11-20", "channel": phone, "unit": unit, "quantity": 200,
        "is_day_count": true, "is_estimate": true});
    let estimate = office.call("log_record", json!({"thing": "reply", "values": values}));
    let first = office.call("count_one", one.clone())["record"].take();
    assert_ne!(first["id"], estimate["record"]["id"]);
    office.call("withdraw_record", json!({"id": first["id"], "reason": "误记"}));
    assert_ne!(office.call("count_one", one)["record"]["id"], first["id"]);
    let none = json!({"channel": phone, "unit": unit, "day": "2023-11-19", "by": -1});
    assert_eq!(office.refusal("count_one", none), "bad_request");
}

#[test]
fn a_line_takes_over_what_it_does_not_say_and_shows_it() {
    let mut office = Office::new();
    let (site, office_of_students) = (office.term("channel", "学校官网"), office.term("department", "学生工作处"));
    let carried = json!({"publication": {"channels": [site], "department": office_of_students},
        "meeting": {"department": office_of_students}});
    let mut read = |text: &str| office.call("read_quick", json!({"text": text, "carried": carried}));
    let taken = |reading: &Json| -> Vec<String> {
        let assumed = reading["assumed"].as_array().unwrap().iter().filter(|one| one["carried"] == true);
        assumed.map(|one| format!("{}={}", one["field"].as_str().unwrap(), one["shown"].as_str().unwrap())).collect()
    };
    let bare = read("3月2日 关于放假的通知");
    assert_eq!(taken(&bare), ["channels=学校官网", "department=学生工作处"]);
    assert_eq!(bare["values"]["channels"], json!([site]));
    let said = read("3月2日 公示栏 关于放假的通知 教务处");
    assert_eq!(taken(&said), Vec::<String>::new());
    let asked = read("3月2日 官微 校庆预告 教务处");
    assert_eq!((taken(&asked), &asked["questions"][0]["fault"]["code"]), (vec![], &json!("word_unclear")));
    assert_eq!(taken(&read("3月2日 党委会 研究干部任免")), ["department=学生工作处"]);
    assert_eq!(taken(&read("3月2日 投诉 1件 食堂饭菜质量")), Vec::<String>::new());
    office.call("edit_term", json!({"id": site, "edit": {"retired": true}}));
    let later = office.call("read_quick", json!({"text": "3月2日 关于放假的通知", "carried": carried}));
    assert_eq!(taken(&later), ["department=学生工作处"]);
}

#[test]
fn nothing_is_carried_where_a_word_stands_that_nobody_knows() {
    let mut office = Office::new();
    let carried = json!({"publication": {"channels": [office.term("channel", "学校官网")],
        "department": office.term("department", "学生工作处")}});
    let mut read = |text: &str| office.call("read_quick", json!({"text": text, "carried": carried}));
    for (text, word) in [
        ("3月2日 关于王某同志任职的通知 组织部 文件 印发30份", Some("组织部")),
        ("3月2日 校史馆 关于开馆的公告", Some("校史馆")),
        ("3月2日 关于培训的通知 心理健康中心", Some("心理健康中心")),
        ("3月2日 关于成立校史馆的决定", None),
        ("3月2日 任免名单 中层干部", None),
    ] {
        let reading = read(text);
        let fault = &reading["questions"][0]["fault"];
        assert_eq!((fault["field"] == "department", fault["code"] == "word_unknown"), (word.is_some(), word.is_some()));
        let told = fault["zh"].as_str().unwrap_or_default();
        assert!(word.is_none_or(|word| told.contains(&format!("“{word}”"))), "{text}: {told}");
        assert_eq!(reading["values"].get("department").is_none(), word.is_some(), "{text}: {reading}");
    }
}

#[test]
fn a_day_that_is_nearer_in_this_year_than_in_the_last_is_asked_about() {
    let mut office = Office::new();
    for (text, years) in [
        ("12月1日 官网 关于放假的通知", Some(("2022年12月1日", "2023年12月1日"))),
        ("12.1 官网 关于放假的通知", Some(("2022年12月1日", "2023年12月1日"))),
        ("12月1日（周五）官网 关于放假的通知", Some(("2022年12月1日（周五）", "2023年12月1日（周五）"))),
        ("日期：12月1日 官网 关于放假的通知", Some(("日期：2022年12月1日", "日期：2023年12月1日"))),
        ("十二月一日印发 官网 关于放假的通知 11月20日", Some(("2022年12月1日印发", "2023年12月1日印发"))),
        ("3月2日 官网 关于放假的通知", None),
        ("2022年12月1日 官网 关于放假的通知", None),
        ("2022-12-01 官网 关于放假的通知", None),
        ("20221201 官网 关于放假的通知", None),
        ("上周五 官网 关于放假的通知", None),
    ] {
        let reading = quick(&mut office, text);
        let offered = reading["questions"][0]["choices"].as_array();
        let texts = offered.map(|choices| (choices[0]["text"].as_str().unwrap(), choices[1]["text"].as_str().unwrap()));
        assert_eq!(texts, years, "{text}");
        if let (Some((_, coming)), true) = (years, text.starts_with("12月1日 ")) {
            let settled = quick(&mut office, &text.replace("12月1日", coming));
            assert_eq!((&settled["questions"], &settled["values"]["published_on"]), (&json!([]), &json!("2023-12-01")));
        }
    }
}

#[test]
fn a_matter_with_a_key_of_its_own_is_counted_apart() {
    let mut office = Office::new();
    let (phone, chat) = (office.term("reply_channel", "电话"), office.term("reply_channel", "QQ群"));
    let (unit, matter) = (office.term("unit", "人次"), office.term("reply_matter", "咨询答疑"));
    let day = "2023-11-20";
    let pinned = json!([{"channel": phone, "matter": matter}, {"channel": phone}, {"channel": chat}]);
    office.call("set_counters", json!({"counters": pinned}));
    for (channel, matter, by) in [(phone, json!(matter), 3), (phone, json!(null), 2), (chat, json!(matter), 4)] {
        office.call("count_one", json!({"channel": channel, "matter": matter, "unit": unit, "day": day, "by": by}));
    }
    let shown = |office: &mut Office| -> Vec<(String, i64)> {
        let counters = office.call("day_counters", json!({"day": day}));
        let counters = counters.as_array().unwrap().iter();
        counters.map(|one| (one["name"].as_str().unwrap().to_owned(), one["count"].as_i64().unwrap())).collect()
    };
    let own = |name: &str, count| (name.to_owned(), count);
    assert_eq!(shown(&mut office), [own("电话·咨询答疑", 3), own("电话", 2), own("QQ群", 4)]);
    office.call("edit_term", json!({"id": chat, "edit": {"retired": true}}));
    assert_eq!(shown(&mut office).len(), 2, "what is no longer chosen has no key");
    for wrong in [json!([{"channel": matter}]), json!([{"channel": phone}, {"channel": phone}])] {
        assert_eq!(office.refusal("set_counters", json!({"counters": wrong})), "bad_request");
    }
    office.call("set_counters", json!({"counters": []}));
    assert_eq!(shown(&mut office).first(), Some(&own("现场接待", 0)), "the usual ones again");
    assert_eq!(office.red_checks(), Vec::<String>::new());
}

#[test]
fn a_correction_corrects_the_one_item_that_its_title_names_and_otherwise_says_that_it_names_none() {
    let mut office = Office::new();
    let log = |office: &mut Office, title: &str| {
        let values = json!({"title": title, "published_on": "2023-03-02"});
        office.call("log_record", json!({"thing": "publication", "values": values}))["record"]["id"].clone()
    };
    let wrong = log(&mut office, "关于印发《学生手册》的通知");
    let text = "3月9日 官网 关于更正《关于印发〈学生手册〉的通知》的公告";
    let reading = quick(&mut office, text);
    assert_eq!(reading["values"]["corrects"], wrong);
    assert!(
        reading["assumed"]
            .as_array()
            .unwrap()
            .contains(&json!({"field": "corrects", "shown": "关于印发《学生手册》的通知", "carried": false}))
    );
    assert_eq!(reading["warnings"], json!([]));
    // Two of that title: which is meant is for the clerk to say.
    let other = log(&mut office, "关于印发《学生手册》的通知");
    let reading = quick(&mut office, text);
    assert_eq!(reading["values"]["corrects"], Json::Null);
    let told = &reading["warnings"][0];
    assert_eq!((&told["field"], &told["code"]), (&json!("corrects"), &json!("correction_unnamed")));
    office.call("withdraw_record", json!({"id": other, "reason": "重复登记", "also": false}));
    assert_eq!(quick(&mut office, text)["values"]["corrects"], wrong);
    let unknown = quick(&mut office, "3月9日 官网 关于更正《校历》的公告");
    assert_eq!(unknown["warnings"][0]["code"], "correction_unnamed");
}

#[test]
fn a_correction_is_known_by_its_title_whatever_its_kind_is_called() {
    let mut office = Office::new();
    let wrong = office.log_item("2023年部门预算", "学校官网", "2023-03-01");
    let (correction, clarification) = (office.term("kind", "更正公告"), office.term("kind", "澄清公告"));
    office.call("edit_term", json!({"id": correction, "edit": {"name": "更正"}}));
    for (title, kind, of) in [
        ("更正：2023年部门预算", correction, Some(&wrong)),
        ("更正公告：2023年部门预算", correction, Some(&wrong)),
        ("关于2023年部门预算的更正公告", correction, Some(&wrong)),
        ("关于《2023年部门预算》的更正", correction, Some(&wrong)),
        ("2023年部门预算更正", correction, Some(&wrong)),
        ("关于2023年部门预算的澄清说明", clarification, Some(&wrong)),
        ("辟谣：食堂涨价传言", clarification, None),
    ] {
        let read = office.call("read_quick", json!({"text": format!("3月2日 官网 {title}")}));
        assert_eq!((&read["values"]["title"], &read["values"]["kind"]), (&json!(title), &json!(kind)), "{title}");
        assert_eq!(read["values"].get("corrects"), of.map(|of| json!(of)).as_ref(), "{title}");
        let warned = read["warnings"].as_array().unwrap().iter().any(|one| one["code"] == "correction_unnamed");
        assert_eq!(warned, of.is_none(), "{title}");
    }
    let values = json!({"title": "校历更正", "published_on": "2023-03-02"});
    let check = office.call("check_record", json!({"thing": "publication", "values": values}));
    let codes: Vec<&Json> = check["warnings"].as_array().unwrap().iter().map(|one| &one["code"]).collect();
    assert!(codes.contains(&&json!("correction_unnamed")), "{codes:?}");
}
