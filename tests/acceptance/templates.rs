//! Template files: figures, wording and words go from school to school as one text file.

use std::path::PathBuf;

use serde_json::{Value as Json, json};

use crate::importing::{file, import_sheet};
use crate::office::{INSTITUTION, Office};
use crate::year_2023::fixture;

const YEAR: (&str, &str) = ("2023-01-01", "2023-12-31");

fn of_another_school() -> PathBuf {
    fixture("示例师范学校模板.toml")
}

/// What that school logged: each row says what counts it.
fn log_its_year(office: &mut Office) {
    let header: &[&str] = &["信息名称", "文种", "公开渠道", "印发份数", "公开日期", "是否公开"];
    let rows = [
        header,
        // The portal and two accounts: one item, two posts in new media.
        &["招生章程", "通知", "门户网站、微信公众号、微博", "", "2023-01-01", "是"],
        &["校园开放日", "通知", "微信公众号、抖音", "", "2023-03-05", "是"],
        // Two steps below 新媒体, one below 抖音.
        &["毕业典礼", "通知", "学生会抖音号", "", "2023-06-20", "是"],
        &["放假通知", "通知", "教务处网站", "", "2023-09-28", "是"],
        &["校报第1期", "校报", "校报", "2000", "2023-04-30", "是"],
        &["校报第2期", "校报", "校报、微信公众号", "2500", "2023-12-31", "是"],
        // Outside the year.
        &["校报第3期", "校报", "校报", "3000", "2024-01-01", "是"],
        // Not public.
        &["内部简况", "通知", "新媒体", "", "2023-05-05", "否"],
        // On the channel above the accounts itself.
        &["运动会", "通知", "新媒体", "", "2023-10-20", "是"],
    ];
    let answer = import_sheet(office, "主动公开", &rows);
    assert_eq!((&answer["sheets"][0]["accepted"], &answer["new_terms"]), (&json!(9), &json!([])), "{answer}");
    let rows: [&[&str]; 6] = [
        &["收件日期", "受理渠道", "来源", "事项类别", "事由", "数量", "单位"],
        &["2023-02-01", "来访接待", "家长", "投诉", "食堂价格", "12", "人次"],
        &["2023-02-02", "来访接待", "学生", "咨询答疑", "奖学金", "30", "人次"],
        // Another unit, another channel, another year.
        &["2023-02-03", "来访接待", "学生", "投诉", "宿舍", "2", "件"],
        &["2023-02-04", "热线电话", "学生", "咨询答疑", "学籍", "50", "人次"],
        &["2024-01-01", "来访接待", "学生", "咨询答疑", "学费", "7", "人次"],
    ];
    assert_eq!(import_sheet(office, "答复", &rows)["sheets"][0]["accepted"], 5);
    let rows: [&[&str]; 2] =
        [&["测评时间", "测评方式", "有效问卷", "满意份数"], &["2023-06-01", "问卷调查", "200", "187"]];
    assert_eq!(import_sheet(office, "评议", &rows)["sheets"][0]["accepted"], 1);
}

fn import(office: &mut Office, path: &PathBuf) -> Json {
    office.call("import_template", json!({"path": path}))
}

/// The template in force, as text.
fn exported(office: &mut Office, name: &str, note: &str) -> String {
    let to = office.path("模板.toml");
    std::fs::create_dir_all(to.parent().unwrap()).unwrap();
    office.call("export_template", json!({"to": to, "name": name, "note": note}));
    std::fs::read_to_string(&to).unwrap()
}

/// Everything that a template could change.
fn in_force(office: &mut Office) -> [Json; 4] {
    ["definitions", "terms", "wording", "periods"].map(|what| office.call(what, json!({})))
}

fn becoming(list: &Json, becomes: &str, what: &str) -> Vec<String> {
    let of = list.as_array().unwrap().iter().filter(|entry| entry["becomes"] == becomes);
    of.map(|entry| entry[what].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_template_of_another_school_gives_its_figures_without_a_line_of_code() {
    let mut office = Office::new();
    import(&mut office, &of_another_school());
    log_its_year(&mut office);
    office.call(
        "declare_figure",
        json!({"figure": "followers", "from": YEAR.0, "to": YEAR.1, "value": 12800, "source": "公众号后台"}),
    );
    let figures = office.call("figures", json!({"from": YEAR.0, "to": YEAR.1}));
    let shown: Vec<(&str, &Json, &str)> = figures
        .as_array()
        .unwrap()
        .iter()
        .map(|figure| {
            assert_eq!(figure["unknown"], json!([]), "{figure}");
            (figure["id"].as_str().unwrap(), &figure["value"], figure["display"].as_str().unwrap())
        })
        .collect();
    let counted = [
        ("items", json!(7), "7条"),
        ("portal", json!(2), "2条"),
        // Once each, though its three accounts add up to 6.
        ("new_media", json!(5), "5条"),
        ("wechat", json!(3), "3条"),
        ("weibo", json!(1), "1条"),
        ("douyin", json!(2), "2条"),
        ("posts", json!(7), "7次"),
        ("paper", json!(2), "2期"),
        ("printed", json!(4500), "4500份"),
        ("visitors", json!(42), "42人次"),
        ("satisfaction", json!(93.5), "93.5%"),
        ("followers", json!(12800), "12800人"),
    ];
    assert_eq!(shown, counted.each_ref().map(|(id, value, display)| (*id, value, *display)));
    let report = office.call("report", json!({"from": YEAR.0, "to": YEAR.1, "addressee": "示例省教育厅"}));
    let text = |block: &Json| -> String {
        let runs = block["runs"].as_array().into_iter().flatten();
        runs.map(|run| run["text"].as_str().or(run["display"].as_str()).unwrap()).collect()
    };
    let said: Vec<String> = report["blocks"].as_array().unwrap().iter().map(text).collect();
    assert_eq!(report["title"], format!("{INSTITUTION}2023年度信息公开工作报告"));
    assert_eq!(
        said[1],
        "统计期间为2023年1月1日至2023年12月31日。学校主动公开信息7条，其中门户网站2条，新媒体5条\
         （微信公众号3条、微博1条、抖音2条，合计发布7次）。微信公众号关注人数12800人。"
    );
    assert_eq!((said[2].as_str(), said[4].as_str()), ("编印校报2期，印发4500份。", "来访接待42人次，满意度93.5%。"));
    let periods = office.call("periods", json!({}));
    assert_eq!(periods[0], json!({"name": "2023年度", "from": YEAR.0, "to": YEAR.1}));
    assert_eq!(office.red_checks(), Vec::<String>::new());
}

#[test]
fn a_template_goes_out_comes_in_and_goes_out_the_same() {
    let mut one = Office::new();
    import(&mut one, &of_another_school());
    let school_year = json!({"name": "2022—2023学年", "from": "2022-09-01", "to": "2023-08-31"});
    let mut periods = one.call("periods", json!({}));
    periods.as_array_mut().unwrap().push(school_year);
    one.call("set_periods", json!({"periods": periods}));
    let wording = one.call("wording", json!({}))["text"].as_str().unwrap().to_owned();
    one.call("set_wording", json!({"text": format!("{wording}\n引号“'”、'''三个'''和\\反斜线\t照旧。\n")}));
    let order = json!({"ids": ["paper", "followers"]});
    one.call("order_figures", order);
    let written = exported(&mut one, "师范“模板”", "第一行\n第二行");
    let mut other = Office::new();
    let path = file(&other, "收到.toml", written.as_bytes());
    let answer = import(&mut other, &path);
    assert_eq!((&answer["changed"], &answer["brought"]["name"]), (&json!(true), &json!("师范“模板”")));
    assert_eq!(exported(&mut other, "师范“模板”", "第一行\n第二行"), written);
    assert!(written.contains("name = \"{year}—{next}学年\"\nfrom = \"09-01\"\nto = \"08-31\""), "{written}");
    let again = import(&mut other, &path);
    assert_eq!(again["changed"], false, "{again}");
    assert_eq!(other.red_checks(), Vec::<String>::new());
}

#[test]
fn the_shipped_template_goes_out_and_changes_nothing_where_it_is_in_force() {
    let mut office = Office::new();
    let written = exported(&mut office, "随程序提供", "");
    assert!(written.contains("rounding = \"hundreds\"") && written.contains("zero = \"没有\""));
    let mut other = Office::new();
    let path = file(&other, "收到.toml", written.as_bytes());
    let told = other.call("inspect_template", json!({"path": path}));
    assert_eq!(becoming(&told["figures"], "same", "id").len(), 39);
    assert_eq!((&told["words"], &told["wording"], &told["problems"]), (&json!([]), &json!(false), &json!([])));
    assert_eq!(import(&mut other, &path)["changed"], false);
    assert_eq!(exported(&mut other, "随程序提供", ""), written);
}

#[test]
fn what_a_template_would_bring_is_told_before_anything_is_changed() {
    let mut office = Office::new();
    office.call("copy_figure", json!({"id": "web", "new_id": "weibo", "label": "官网"}));
    let below = office.term("channel", "新媒体平台");
    office.call("add_term", json!({"dimension": "channel", "name": "抖音", "parent": below}));
    let retired = office.term("unit", "件");
    office.call("edit_term", json!({"id": retired, "edit": {"retired": true}}));
    let before = in_force(&mut office);
    let told = office.call("inspect_template", json!({"path": of_another_school()}));
    assert_eq!(told["problems"], json!([]));
    assert_eq!((&told["name"], &told["wording"]), (&json!("示例师范学校信息公开年度报告"), &json!(true)));
    assert_eq!(becoming(&told["figures"], "changed", "id"), ["weibo"]);
    assert_eq!(becoming(&told["figures"], "same", "id"), ["items", "satisfaction"]);
    assert_eq!(becoming(&told["figures"], "new", "id").len(), 9);
    assert_eq!(becoming(&told["figures"], "gone", "id").len(), 37);
    assert_eq!(becoming(&told["words"], "moved", "name"), ["抖音"]);
    assert_eq!(becoming(&told["words"], "restored", "name"), ["件"]);
    assert!(becoming(&told["words"], "new", "name").contains(&"学生会抖音号".to_owned()));
    assert_eq!(told["periods"][0]["name"], "2023年度");
    assert_eq!(in_force(&mut office), before);
}

#[test]
fn a_shipped_figure_with_other_content_is_the_schools_own_and_the_shipped_one_stays_at_hand() {
    let mut office = Office::new();
    let template = std::fs::read_to_string(of_another_school()).unwrap();
    let template = template.replace("id = \"portal\"", "id = \"web\"").replace("{portal}", "{web}");
    let path = file(&office, "收到.toml", template.as_bytes());
    import(&mut office, &path);
    let definitions = office.call("definitions", json!({}));
    let of = |id: &str| definitions.as_array().unwrap().iter().find(|d| d["id"] == id).unwrap().clone();
    assert_eq!((&of("web")["shipped"], &of("items")["shipped"]), (&json!(false), &json!(true)));
    assert_eq!(definitions.as_array().unwrap().len(), 12);
    let shipped = office.call("shipped_definitions", json!({}));
    let web = shipped.as_array().unwrap().iter().find(|d| d["id"] == "web").unwrap();
    // A gone one is copied, the replaced one put back.
    assert_eq!(office.call("copy_figure", json!({"id": "board", "label": "公示栏"}))["id"], "board_2");
    office.call("define_figure", web.clone());
    assert_eq!(office.figure("web")["label"], "学校官网");
    assert_eq!(office.refusal("remove_figure", json!({"id": "web"})), "figure_shipped");
    assert_eq!(office.red_checks(), Vec::<String>::new());
}

#[test]
fn the_template_before_is_kept_and_brings_the_figures_back() {
    let mut office = Office::new();
    office.call("copy_figure", json!({"id": "web", "new_id": "ours", "label": "官网"}));
    let wording = office.call("wording", json!({}));
    office.call("set_wording", json!({"text": format!("{}\n另有{{ours}}。\n", wording["text"].as_str().unwrap())}));
    office.log_item("招生章程", "学校官网", "2023-03-02");
    let request = json!({"figure": "web", "from": YEAR.0, "to": YEAR.1, "value": 9, "source": "年报"});
    office.call("declare_figure", request);
    let before = (office.call("figures", json!({"from": YEAR.0, "to": YEAR.1})), office.call("wording", json!({})));
    let keep = office.path("原模板.toml");
    let request = json!({"path": of_another_school(), "keep": keep});
    let answer = office.call("import_template", request);
    assert_eq!(answer["kept"], json!(keep));
    assert_eq!(office.call("definitions", json!({})).as_array().unwrap().len(), 12);
    import(&mut office, &keep);
    let after = (office.call("figures", json!({"from": YEAR.0, "to": YEAR.1})), office.call("wording", json!({})));
    assert_eq!(after, before, "what was declared is there again too");
    assert_eq!(office.refusal("import_template", json!({"path": keep, "keep": keep})), "same_file");
    assert_eq!(office.red_checks(), Vec::<String>::new());
}

#[test]
fn a_template_comes_whole_or_not_at_all_and_each_fault_is_told_by_its_line() {
    let mut office = Office::new();
    let template = std::fs::read_to_string(of_another_school()).unwrap();
    let before = in_force(&mut office);
    let line_of = |text: &str, part: &str| 1 + text.split(part).next().unwrap().matches('\n').count() as u64;
    let cases = [
        ("template = 1", "template = 2", "template = 2", "版本"),
        ("name = \"示例师范", "title = \"示例师范", "title = ", "没有“title”这一项"),
        ("unit = \"期\"", "unit = \"期\"\ncolour = \"红\"", "colour", "没有“colour”这一项"),
        ("unit = \"期\"", "unit = 期", "unit = 期", "TOML"),
        ("unit = \"期\"", "unit = 1", "unit = 1", "加引号的文字"),
        ("unit = \"期\"", "unit = \"期\"\nunit = \"期\"", "unit = \"期\"\ncounts", "两次"),
        ("id = \"wechat\"", "id = \"weibo\"", "[[figure]]\nid = \"weibo\"\nlabel = \"微博\"", "重复"),
        ("where.kind = [\"校报\"]\n\n", "where.colour = [\"校报\"]\n\n", "where.colour", "colour"),
        ("where.kind = [\"校报\"]\n\n", "where.kind = []\n\n", "where.kind = []", "没有选任何词"),
        ("where.unit = [\"人次\"]\n", "", "", "单位不一"),
        ("where.kind = [\"校报\"]\n\n", "where.kind = [\"画报\"]\n\n", "画报", "画报"),
        ("sum = \"copies\"", "sum = \"title\"", "sum = \"title\"", "title"),
        ("sum = \"copies\"", "sum = \"copies\"\nby_hand = true", "", "只能有"),
        ("counts = \"releases\"", "counts = \"papers\"", "counts = \"papers\"", "releases"),
        ("{paper}，印发", "{papers}，印发", "{papers}", "papers"),
        ("## 来访接待和评议", "#### 来访接待和评议", "####", "####"),
        (
            "    \"新媒体\",",
            "    { name = \"新媒体\", parent = \"抖音\" },",
            "parent = \"抖音\" },\n    { name = \"微信",
            "循环",
        ),
        ("parent = \"抖音\"", "parent = \"快手\"", "快手", "快手"),
        ("kind = [\"校报\", \"通知\"]", "kind = [\"校报\", \"校报\"]", "kind = [\"校报\", \"校报\"]", "重复"),
        ("from = \"01-01\"", "from = \"02-29\"", "02-29", "月日"),
        ("by_hand = true", "by_hand = true\ndate = \"held_on\"", "by_hand", "手工填报"),
        ("[report]", "[reports]", "[reports]", "reports"),
    ];
    for (part, wrong, at, told) in cases {
        assert!(template.contains(part), "{part}");
        let text = template.replacen(part, wrong, 1);
        let path = file(&office, "有误.toml", text.as_bytes());
        let answer = office.call("inspect_template", json!({"path": path}));
        let problems = answer["problems"].as_array().unwrap();
        let found = problems.iter().find(|problem| problem["message"].as_str().unwrap().contains(told));
        let found = found.unwrap_or_else(|| panic!("{wrong}: {problems:?}"));
        if !at.is_empty() {
            assert_eq!(found["line"], line_of(&text, at), "{wrong}: {problems:?}");
        }
        let error = office.attempt("import_template", json!({"path": path})).unwrap_err();
        assert!(error.code() == "template_faulty" && error.to_string().contains("line "), "{error}");
        assert!(error.sentence(register::Lang::Zh).contains(told), "{error}");
    }
    assert_eq!(in_force(&mut office), before);
}

#[test]
fn a_template_of_a_windows_editor_is_read_and_what_is_no_template_is_told() {
    let mut office = Office::new();
    let template = std::fs::read_to_string(of_another_school()).unwrap();
    let windows = format!("\u{feff}{}", template.replace('\n', "\r\n"));
    let path = file(&office, "收到.toml", windows.as_bytes());
    let answer = office.call("inspect_template", json!({"path": path}));
    assert_eq!((&answer["problems"], &answer["figures"][2]["label"]), (&json!([]), &json!("新媒体")));
    let picture = file(&office, "图片.toml", b"\x89PNG\0\0\xff\xfe\xff");
    assert_eq!(office.refusal("import_template", json!({"path": picture})), "template_not_text");
    let large = office.path("很大.toml");
    std::fs::File::create(&large).unwrap().set_len(100_000_000).unwrap();
    assert_eq!(office.refusal("inspect_template", json!({"path": large})), "template_too_large");
    let missing = office.path("没有.toml");
    assert_eq!(office.refusal("inspect_template", json!({"path": missing})), "workbook_missing");
    let folder = large.parent().unwrap().to_owned();
    assert_eq!(office.refusal("import_template", json!({"path": folder})), "template_not_text");
    let own = office.register().join("register.db");
    assert_eq!(office.refusal("import_template", json!({"path": own})), "evidence_inside");
    let inside = office.register().join("模板.toml");
    assert_eq!(office.refusal("export_template", json!({"to": inside, "name": "模板"})), "inside_register");
}

#[test]
fn the_example_of_the_readmes_is_a_template() {
    for readme in ["README.md", "README.zh-CN.md"] {
        let text = std::fs::read_to_string(fixture("../..").join(readme)).unwrap();
        let example = text.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
        let mut office = Office::new();
        let path = file(&office, "示例.toml", example.as_bytes());
        assert_eq!(office.call("inspect_template", json!({"path": path}))["problems"], json!([]), "{readme}");
        import(&mut office, &path);
        assert_eq!(office.figure("followers")["by_hand"], true);
    }
}

#[test]
fn words_of_a_template_do_not_close_a_circle_with_those_of_the_register() {
    let mut office = Office::new();
    let above = office.call("add_term", json!({"dimension": "channel", "name": "抖音"}))["id"].clone();
    office.call("add_term", json!({"dimension": "channel", "name": "快手", "parent": above}));
    let template = std::fs::read_to_string(of_another_school()).unwrap();
    // 快手 is below 抖音 here, and the file puts 抖音 below 新媒体: no circle.
    let path = file(&office, "收到.toml", template.as_bytes());
    assert_eq!(office.call("inspect_template", json!({"path": path}))["problems"], json!([]));
    import(&mut office, &path);
    let terms = office.call("terms", json!({}));
    let term = |name: &str| {
        let of = terms.as_array().unwrap().iter().find(|t| t["dimension"] == "channel" && t["name"] == name);
        of.unwrap().clone()
    };
    assert_eq!(term("抖音")["parent"], term("新媒体")["id"]);
    assert_eq!(term("快手")["parent"], term("抖音")["id"]);
    assert_eq!(term("学生会抖音号")["parent"], term("抖音")["id"]);
}
