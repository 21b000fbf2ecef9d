//! The proof of a finished document: what it states held against the register, and against itself.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use crate::office::Office;
use crate::reports::{check_parts, exported};
use crate::year_2023::{imported, period};

/// A report's sentences with numbers, in words of our own: the same numbers under the same kinds of units.
const SENTENCES: &str = "\
示例学院信息公开情况
一、渠道
截至2023年11月20日，在红网等媒体刊发消息51条，校园门户登载报道118条，下发通知、办法等62份（纸质版），会议纪要11份（纸质版），学习资料1586本，公开信2封（电子版），安全承诺书2份（电子版），台账信息登录238条。
2023年2月份以来，全校主动公开信息706条。其中，通过学校官网登载信息118条，制发行政文件62号，会议纪要11号，党建工作文件52号，合计6072份。通过文件主动公开106条，公示栏86项（纸质版），招投标信息40项（电子版），简报27条；学校领导信箱办理22件，教育阳光服务中心投诉276件；接受咨询、答疑593人次。召开党委会、党委扩大会等26次，中层及以上干部会26次。日常答复学生疑问23600余人次，办理上级转交信访投诉258件，其中省教育厅134件，长沙市教育局124件。
评议满意度达到百分之八十七点三。
";

fn prove(office: &mut Office, document: &Path) -> Json {
    let mut request = period();
    request["document"] = json!(document);
    office.call("proof", request)
}

fn written(office: &Office, name: &str, content: &[u8]) -> PathBuf {
    let place = office.path(name);
    std::fs::create_dir_all(place.parent().unwrap()).unwrap();
    std::fs::write(&place, content).unwrap();
    place
}

fn number<'a>(proof: &'a Json, lead: &str) -> &'a Json {
    let numbers = proof["numbers"].as_array().unwrap();
    numbers.iter().find(|number| number["text"].as_str().unwrap().contains(lead)).unwrap_or_else(|| panic!("{lead}"))
}

#[test]
fn sums_and_repeats_of_a_report_are_told_with_their_units() {
    let (mut office, _) = imported();
    let text = written(&office, "报告.txt", SENTENCES.as_bytes());
    let proof = prove(&mut office, &text);
    let sums: Vec<Json> = proof["sums"]
        .as_array()
        .unwrap()
        .iter()
        .map(|sum| json!([sum["stated"], sum["parts"], sum["computed"], sum["holds"], sum["units"], sum["paragraph"]]))
        .collect();
    assert_eq!(
        sums,
        [
            json!([706, [118, 62, 11, 52, 106, 86, 40, 27], 502, false, ["条", "号", "项"], 4]),
            json!([6072, [118, 62, 11, 52], 243, false, ["份", "条", "号"], 4]),
            json!([258, [134, 124], 258, true, ["件"], 4]),
        ]
    );
    assert_eq!(
        proof["repeats"],
        json!([
            {"number": 118, "units": ["条"], "paragraphs": [3, 4], "agree": true},
            {"number": 62, "units": ["份", "号"], "paragraphs": [3, 4], "agree": true},
            {"number": 11, "units": ["份", "号"], "paragraphs": [3, 4], "agree": true},
        ])
    );
}

#[test]
fn every_number_of_a_report_is_matched_with_its_figure_or_unknown() {
    let (mut office, _) = imported();
    let text = written(&office, "报告.txt", SENTENCES.as_bytes());
    let proof = prove(&mut office, &text);
    let cases = [
        ("主动公开信息706条", "matches", json!("items")),
        ("学校官网登载信息118条", "matches", json!("web")),
        ("行政文件62号", "matches", json!("doc_admin")),
        ("会议纪要11份", "matches", json!("doc_minutes")),
        ("合计6072份", "matches", json!("copies")),
        ("答复学生疑问23600余人次", "matches", json!("r_students")),
        ("省教育厅134件", "matches", json!("r_province")),
        ("满意度达到百分之八十七点三", "matches", json!("satisfaction")),
        ("办法等62份", "unknown", Json::Null),
    ];
    for (lead, verdict, figure) in cases {
        let number = number(&proof, lead);
        assert_eq!((&number["verdict"], &number["figure"]), (&json!(verdict), &figure), "{number}");
    }
    assert!(proof["numbers"].as_array().unwrap().iter().all(|number| number["verdict"] != "contradicts"));
    assert_eq!(number(&proof, "八十七点三")["number"], json!(87.3));
}

#[test]
fn the_exported_report_holds_in_every_number() {
    let (mut office, _) = imported();
    let (word, excel) = exported(&mut office);
    for file in [word, excel] {
        let proof = prove(&mut office, &file);
        let numbers = proof["numbers"].as_array().unwrap();
        assert!(numbers.len() > 35, "{}", numbers.len());
        let wrong: Vec<&Json> = numbers.iter().filter(|number| number["verdict"] == "contradicts").collect();
        assert!(wrong.is_empty(), "{}: {wrong:#?}", file.display());
        for list in ["sums", "repeats"] {
            let fails = |entry: &&Json| entry["holds"] == false || entry["agree"] == false;
            let failing: Vec<&Json> = proof[list].as_array().unwrap().iter().filter(fails).collect();
            assert!(failing.is_empty(), "{}: {failing:#?}", file.display());
        }
        let figures: BTreeSet<&str> = numbers.iter().filter_map(|number| number["figure"].as_str()).collect();
        assert!(figures.len() >= 33, "{figures:?}");
    }
}

/// A document with its body rewritten.
fn edited(from: &Path, to: &Path, edit: impl Fn(&str) -> String) {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(from).unwrap()).unwrap();
    let mut copy = zip::ZipWriter::new(std::fs::File::create(to).unwrap());
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        if name == "word/document.xml" {
            content = edit(&String::from_utf8(content).unwrap()).into_bytes();
        }
        copy.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        copy.write_all(&content).unwrap();
    }
    copy.finish().unwrap();
}

/// The paragraphs of a body, and what stands around them.
fn paragraphs(body: &str) -> Vec<String> {
    body.split_inclusive("</w:p>").map(str::to_owned).collect()
}

/// As the leaders changed them: figure, printed, changed.
const CHANGED: [(&str, &str, &str); 10] = [
    ("items", "706条", "716条"),
    ("web", "118条", "181条"),
    ("board", "86项", "88项"),
    ("doc_party", "52号", "62号"),
    ("copies", "6072份", "6000份"),
    ("m_admin", "11次", "13次"),
    ("r_complaints", "276件", "267件"),
    ("r_students", "23600余人次", "25600余人次"),
    ("r_city", "124件", "125件"),
    ("satisfaction", "87.3%", "97.3%"),
];

fn as_the_leaders_left_it(office: &mut Office) -> PathBuf {
    let (word, _) = exported(office);
    let place = office.path("领导改过的年度报告.docx");
    edited(&word, &place, |body| {
        let mut body = body.to_owned();
        for (figure, printed, changed) in CHANGED {
            assert_eq!(body.matches(printed).count(), 1, "{figure}: {printed}");
            body = body.replace(printed, changed);
        }
        // Three sentences go to other places: whole paragraphs of the numbers' section, and one to its end.
        let mut parts = paragraphs(&body);
        for (from, to) in
            [("会议。召开", "文件和资料。"), ("满意度", "统计期间，依申请公开"), ("统计口径。", "公开渠道和形式。")]
        {
            let at = |parts: &[String], words: &str| parts.iter().position(|part| part.contains(words)).unwrap();
            let moved = parts.remove(at(&parts, from));
            parts.insert(at(&parts, to), moved);
        }
        parts.concat()
    });
    place
}

#[test]
fn of_an_edited_report_exactly_the_changed_numbers_are_named() {
    let (mut office, _) = imported();
    let edited = as_the_leaders_left_it(&mut office);
    let proof = prove(&mut office, &edited);
    let numbers = proof["numbers"].as_array().unwrap();
    let named: BTreeSet<&str> = numbers
        .iter()
        .filter(|number| number["verdict"] == "contradicts")
        .map(|number| number["figure"].as_str().unwrap())
        .collect();
    assert_eq!(named, CHANGED.iter().map(|(figure, ..)| *figure).collect());
    assert_eq!(numbers.iter().filter(|number| number["verdict"] == "contradicts").count(), CHANGED.len());
    let failing: Vec<&Json> = proof["sums"].as_array().unwrap().iter().filter(|sum| sum["holds"] == false).collect();
    // 258 = 134 + 124 holds no more once 124 is 125; nothing else fails.
    assert_eq!(failing.len(), 1, "{failing:?}");
    assert_eq!((&failing[0]["stated"], &failing[0]["computed"]), (&json!(258), &json!(259)));
    assert!(proof["repeats"].as_array().unwrap().iter().all(|repeat| repeat["agree"] == true));
}

#[test]
fn what_a_row_of_a_table_says_is_neither_a_repeat_nor_held_against_the_figure_of_the_same_name() {
    let (mut office, _) = imported();
    let (word, _) = exported(&mut office);
    let place = office.path("表中另有数字.docx");
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let row = |text: &str| format!("<w:tr>{}</w:tr>", cell(text));
    let table = format!("<w:tbl>{}{}</w:tbl>", row("学校官网（4条）"), row("学校官网（7条）"));
    let bare = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("学校官网"), cell("119条"));
    edited(&word, &place, |body| body.replacen("<w:tbl>", &format!("{table}<w:p/>{bare}<w:p/><w:tbl>"), 1));
    let proof = prove(&mut office, &place);
    let wrong: Vec<&Json> =
        proof["numbers"].as_array().unwrap().iter().filter(|number| number["verdict"] == "contradicts").collect();
    assert_eq!(wrong.len(), 1, "{wrong:#?}");
    assert_eq!((&wrong[0]["figure"], &wrong[0]["number"]), (&json!("web"), &json!(119)));
    assert!(proof["repeats"].as_array().unwrap().iter().all(|repeat| repeat["agree"] == true));
}

#[test]
fn the_findings_stand_as_comments_in_a_copy_and_the_document_is_left_alone() {
    let (mut office, _) = imported();
    let edited = as_the_leaders_left_it(&mut office);
    let before = std::fs::read(&edited).unwrap();
    let copy = office.path("核校.docx");
    let mut request = period();
    request["document"] = json!(edited);
    request["comments"] = json!(copy);
    let proof = office.call("proof", request);
    assert_eq!(proof["comments"], json!(copy));
    assert_eq!(std::fs::read(&edited).unwrap(), before);
    check_parts(&copy, "wml.xsd", "word/");
    let part = |name: &str| {
        let mut archive = zip::ZipArchive::new(std::fs::File::open(&copy).unwrap()).unwrap();
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let (body, comments) = (part("word/document.xml"), part("word/comments.xml"));
    assert_eq!(comments.matches("<w:comment ").count(), 11);
    assert!(comments.contains("“学校官网”台账统计为118条"), "{comments}");
    for mark in ["w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"] {
        assert_eq!(body.matches(&format!("<{mark} ")).count(), 11, "{mark}");
    }
    // The text is as it was: proved again, the copy gives the same.
    let again = prove(&mut office, &copy);
    let verdicts = |proof: &Json| -> Vec<Json> {
        let of_body = |number: &&Json| number["place"]["at"] == "paragraph";
        proof["numbers"]
            .as_array()
            .unwrap()
            .iter()
            .filter(of_body)
            .map(|n| json!([n["text"], n["verdict"], n["figure"]]))
            .collect()
    };
    assert_eq!(verdicts(&again), verdicts(&proof));
}

#[test]
fn what_is_no_document_is_told_and_nothing_is_written() {
    let (mut office, _) = imported();
    let (word, _) = exported(&mut office);
    let cases = [
        ("假的.docx", b"not a package".to_vec(), "document_damaged"),
        ("加密.docx", b"\xD0\xCF\x11\xE0 and so on".to_vec(), "document_encrypted"),
        ("旧.doc", b"\xD0\xCF\x11\xE0".to_vec(), "document_unknown"),
    ];
    for (name, content, code) in cases {
        let document = written(&office, name, &content);
        let mut request = period();
        request["document"] = json!(document);
        assert_eq!(office.refusal("proof", request), code, "{name}");
    }
    let copy = office.path("核校.docx");
    let text = written(&office, "报告.txt", SENTENCES.as_bytes());
    for (document, comments, code) in [
        (&text, &copy, "comments_need_word"),
        (&word, &word, "same_file"),
        (&word, &office.register().join("核校.docx"), "inside_register"),
    ] {
        let mut request = period();
        request["document"] = json!(document);
        request["comments"] = json!(comments);
        assert_eq!(office.refusal("proof", request), code);
    }
    assert!(!copy.exists());
}
