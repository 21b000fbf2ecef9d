//! What the written .docx holds, read back with other eyes than those that wrote it.

use std::io::Read;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::super::document::annual_report;
use super::super::tests::{a_filled_register, request};
use super::*;
use crate::Lang;

fn read(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut content = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut content).unwrap();
    content
}

/// The text of each paragraph outside and inside tables.
fn paragraphs(document: &str) -> Vec<String> {
    let mut reader = Reader::from_str(document);
    let mut paragraphs = Vec::new();
    let mut inside = false;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) if start.name().as_ref() == "w:p" => paragraphs.push(String::new()),
            Event::Start(start) => inside = start.name().as_ref() == "w:t",
            Event::End(_) => inside = false,
            Event::Text(text) if inside => paragraphs.last_mut().unwrap().push_str(&text),
            Event::GeneralRef(entity) if inside => {
                let known = [("amp", '&'), ("lt", '<'), ("gt", '>')];
                paragraphs.last_mut().unwrap().extend(known.iter().find(|k| k.0 == &*entity).map(|k| k.1));
            }
            Event::Eof => return paragraphs,
            _ => {}
        }
    }
}

#[test]
fn every_figure_stands_after_its_label_in_one_sentence() {
    let (_folder, register) = a_filled_register();
    let document = annual_report(&register, &request()).unwrap();
    let written = paragraphs(&read(&write(&document).unwrap(), "word/document.xml"));
    for figure in register.figures(request().period(), Lang::Zh).unwrap() {
        let stated = [format!("{}{}", figure.label, figure.display), format!("{}：{}", figure.label, figure.display)];
        let sentences = written.iter().flat_map(|paragraph| paragraph.split('。'));
        let found = sentences.filter(|sentence| stated.iter().any(|stated| sentence.contains(stated))).count();
        assert_eq!(found, 1, "{stated:?}");
    }
    for stated in ["全校主动公开信息7条", "电话、短信、QQ群、微信群咨询约800人次", "依申请公开：无", "满意度87.3%"]
    {
        assert!(written.iter().any(|paragraph| paragraph.contains(stated)), "{stated}");
    }
}

#[test]
fn every_figure_is_found_by_its_bookmark() {
    let (_folder, register) = a_filled_register();
    let document = annual_report(&register, &request()).unwrap();
    let body = read(&write(&document).unwrap(), "word/document.xml");
    for definition in register.definitions().unwrap() {
        let name = format!("w:name=\"figure_{}\"", definition.id);
        assert_eq!(body.matches(&name).count(), 1, "{name}");
    }
}

#[test]
fn a_figure_told_twice_has_two_bookmarks() {
    let (_folder, register) = a_filled_register();
    let mut document = annual_report(&register, &request()).unwrap();
    let figure = |id: &str| Run::Figure { id: id.into(), label: "指标".into(), display: "1条".into() };
    let long = "x".repeat(60);
    let runs = vec![figure("web"), figure("web"), figure(&long), figure(&long)];
    document.blocks = vec![Block::Paragraph { runs }];
    let body = read(&write(&document).unwrap(), "word/document.xml");
    let names: Vec<&str> = body.split("w:name=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(names[..2], ["figure_web", "figure_web_2"]);
    assert!(names.iter().all(|name| name.len() <= 40) && names[2] != names[3], "{names:?}");
}

#[test]
fn the_page_is_that_of_an_official_document() {
    let (_folder, register) = a_filled_register();
    let bytes = write(&annual_report(&register, &request()).unwrap()).unwrap();
    let body = read(&bytes, "word/document.xml");
    let millimetres = |twentieths: u32| f64::from(twentieths) * 25.4 / 1440.0;
    let close = |twentieths: u32, expected: f64| (millimetres(twentieths) - expected).abs() < 0.1;
    assert!(close(PAGE.0, 210.0) && close(PAGE.1, 297.0) && close(TOP, 37.0) && close(LEFT, 28.0));
    assert!(close(TEXT_WIDTH, 156.0) && close(PAGE.1 - TOP - BOTTOM, 225.0));
    assert_eq!((PAGE.1 - TOP - BOTTOM) / LINE_PITCH, 22);
    assert_eq!(TEXT_WIDTH / (CHARACTER - 6), 28);
    assert!(read(&bytes, "word/styles.xml").contains("<w:spacing w:val=\"-6\"/>"));
    assert!(read(&bytes, "word/styles.xml").contains(&format!("w:line=\"{LINE_PITCH}\" w:lineRule=\"exact\"")));
    assert!(body.contains("<w:tblHeader/>") && body.contains("<w:docGrid w:type=\"lines\""));
    let written = paragraphs(&body);
    assert_eq!(written[2], "示例省教育厅：");
    assert_eq!(written[written.len() - 2..], ["示例学院", "2023年11月20日"]);
    assert!(read(&bytes, "docProps/core.xml").contains("<dc:creator>示例学院</dc:creator>"));
}

#[test]
fn text_that_xml_cannot_hold_is_left_out_and_the_rest_is_escaped() {
    let (_folder, register) = a_filled_register();
    let mut document = annual_report(&register, &request()).unwrap();
    document.blocks = vec![Block::Paragraph { runs: vec![Run::text("甲\u{b}<乙>&“丙”\u{ffff}")] }];
    let body = read(&write(&document).unwrap(), "word/document.xml");
    assert_eq!(paragraphs(&body).last().unwrap(), "甲<乙>&“丙”");
}

#[test]
fn a_signature_is_centred_over_its_date() {
    let indents = |institution: &str| -> Vec<String> {
        let mut xml = Xml::new(Vec::new());
        signature(&mut xml, institution, "2023年11月20日").unwrap();
        let written = String::from_utf8(xml.into_inner()).unwrap();
        written.split("w:rightChars=\"").skip(1).filter_map(|rest| rest.split('"').next().map(str::to_owned)).collect()
    };
    // Half characters: the date has 14, the school 12 or 40.
    assert_eq!(indents("示例职业学院"), ["450", "400"]);
    assert_eq!(indents(&"校".repeat(20)), ["0", "650"]);
}
