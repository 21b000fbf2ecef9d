//! What is read of documents, and what they say of themselves, as tables of cases.

use std::io::Write;
use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::facts::{doc_number, facts};
use super::*;
use crate::context::Unwatched;
use crate::error::Lang;

fn context() -> Context<'static> {
    Context { now: NaiveDateTime::default(), who: "test", lang: Lang::Zh, watch: &Unwatched }
}

struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Desk {
        Desk(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }
}

fn read(path: &Path) -> Result<Vec<Passage>> {
    passages(&context(), path, path)
}

fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A .docx of these paragraphs; those that begin with `^` stand in the middle.
fn docx(paragraphs: &[&str]) -> Vec<u8> {
    let paragraph = |text: &&str| match text.strip_prefix('^') {
        Some(text) => format!(r#"<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#),
        None => format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"),
    };
    let body: String = paragraphs.iter().map(paragraph).collect();
    package(&[("word/document.xml", &format!("<w:document><w:body>{body}</w:body></w:document>"))])
}

/// A .pdf of one page with these lines: where each begins, its size, its text.
fn pdf(lines: &[(u32, u32, u32, &str)]) -> Vec<u8> {
    pdf_that_draws("", "", "", lines)
}

/// The same, that first draws with these resources; object 9 is a form with its own.
fn pdf_that_draws(draw: &str, resources: &str, forms: &str, lines: &[(u32, u32, u32, &str)]) -> Vec<u8> {
    let code = |text: &str| text.encode_utf16().map(|unit| format!("{unit:04X}")).collect::<String>();
    let mut content = format!("{draw}\n");
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    for (left, height, size, text) in lines {
        content += &format!("BT /F1 {size} Tf 1 0 0 1 {left} {height} Tm <{}> Tj ET\n", code(text));
        for sign in text.chars() {
            let code = code(&sign.to_string());
            map += &format!("1 beginbfchar\n<{code}> <{code}>\nendbfchar\n");
        }
    }
    map += "endcmap CMapName currentdict /CMap defineresource pop end end\n";
    let stream = |text: &str| format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len());
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> {resources} >> >>"),
        stream(&content),
        "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>".to_owned(),
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R >>".to_owned(),
        stream(&map),
        "<< /Type /FontDescriptor /FontName /Song /Flags 4 >>".to_owned(),
        format!("<< /Type /XObject /Subtype /Form {forms} /Length 5 >>\nstream\n/X Do\nendstream"),
    ];
    let mut bytes = b"%PDF-1.5\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", number + 1).into_bytes());
    }
    let table = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    for place in places {
        bytes.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    let tail = format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1);
    bytes.extend(tail.into_bytes());
    bytes
}

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

#[test]
fn a_document_says_its_title_its_number_and_its_day() {
    type Case<'a> = (&'a [&'a str], Option<&'a str>, Option<&'a str>, Option<NaiveDate>);
    let cases: &[Case] = &[
        (
            &[
                "^湖南示例职业学院文件",
                "^湘示院行〔2023〕54号",
                "^关于开展2023年学生资助工作的通知",
                "各二级学院：",
                "根据教办函〔2022〕3号文件要求……",
                "湖南示例职业学院",
                "2023年3月2日",
                "湖南示例职业学院办公室 2023年3月3日印发",
            ],
            Some("关于开展2023年学生资助工作的通知"),
            Some("湘示院行〔2023〕54号"),
            day(2023, 3, 2),
        ),
        (
            &["^湖南示例职业学院", "^关于公布2023年单独招生章程的公告", "正文", "二〇二三年三月二日"],
            Some("湖南示例职业学院关于公布2023年单独招生章程的公告"),
            None,
            day(2023, 3, 2),
        ),
        // A title in two lines; brackets as typed; blanks in the number.
        (
            &[
                "文号：湘示院行 [2023] 第 7 号",
                "^湖南示例职业学院信息公开",
                "^实施办法",
                "^（试行）",
                "^第一章 总则",
                "第一条 ……",
            ],
            Some("湖南示例职业学院信息公开实施办法（试行）"),
            Some("湘示院行〔2023〕7号"),
            None,
        ),
        // Nothing stands in the middle: the first line that ends as titles do.
        (
            &["关于评优结果的公示", "公示期为2023年5月1日至2023年5月8日。", "教务处 2023年4月28日"],
            Some("关于评优结果的公示"),
            None,
            day(2023, 4, 28),
        ),
        // The paper says nothing: nothing is guessed.
        (&["各位老师：", "请按国办公开办函〔2021〕30号文件的要求于2023年5月1日前报送材料。"], None, None, None),
        (&[], None, None, None),
        (&["特急", "^党委会纪要", "2023年2月30日"], Some("党委会纪要"), None, None),
        (&["^Annual Report 2023", "text"], Some("Annual Report 2023"), None, None),
    ];
    let desk = Desk::new();
    for (paragraphs, title, number, date) in cases {
        let path = desk.file("文件.docx", &docx(paragraphs));
        let found = document_facts(&context(), &path).unwrap();
        let told = (found.title.as_deref(), found.doc_number.as_deref(), found.date);
        assert_eq!(told, (*title, *number, *date), "{paragraphs:?}");
        assert_eq!(found.text.lines().count(), paragraphs.len());
    }
}

#[test]
fn a_documents_number_is_told_from_what_looks_like_one() {
    for (line, number) in [
        ("湘示院行〔2023〕54号", Some("湘示院行〔2023〕54号")),
        ("湘示院党发（2023）1号", Some("湘示院党发〔2023〕1号")),
        ("示院办函【2023】第12号", Some("示院办函〔2023〕12号")),
        ("示院办函〔２０２３〕１２号", Some("示院办函〔2023〕12号")),
        ("第（2023）号", None),
        ("〔2023〕54号", None),
        ("教育部令第29号", None),
        ("关于做好工作的通知(2023年)", None),
        ("湘示院行〔23〕54号", None),
        ("湘示院行〔2023〕号", None),
    ] {
        assert_eq!(doc_number(line).as_deref(), number, "{line}");
    }
}

#[test]
fn a_pdf_says_the_same() {
    let desk = Desk::new();
    let title = "关于开展学生资助工作的通知";
    let path = desk.file(
        "通知.pdf",
        &pdf(&[
            (220, 780, 16, "湘示院行〔2023〕54号"),
            (155, 730, 22, title),
            (90, 680, 16, "各二级学院：联系电话13812345678，请于三月底前办理。"),
            (400, 200, 16, "2023年3月2日"),
        ]),
    );
    let found = document_facts(&context(), &path).unwrap();
    let told = (found.title.as_deref(), found.doc_number.as_deref(), found.date);
    assert_eq!(told, (Some(title), Some("湘示院行〔2023〕54号"), day(2023, 3, 2)));
    let passages = read(&path).unwrap();
    assert_eq!(passages.len(), 4, "{passages:?}");
    assert!(passages.iter().all(|passage| passage.spot == Spot::Page { number: 1 }));
    assert_eq!(passages[2].text, "各二级学院：联系电话13812345678，请于三月底前办理。");
}

#[test]
fn all_of_a_document_is_read_what_was_struck_out_and_what_stands_in_its_margins_too() {
    let body = r#"<w:document><w:body>
        <w:p><w:r><w:t>甲</w:t></w:r><w:r><w:t>乙&amp;丙</w:t><w:tab/><w:t>&#20013;</w:t></w:r></w:p>
        <w:p/>
        <w:p><w:del><w:r><w:delText>13812345678</w:delText></w:r></w:del><w:r><w:t>电话</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>表中</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        <w:p><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框中</w:t></w:r></w:p></w:txbxContent></mc:Choice>
          <mc:Fallback><w:p><w:r><w:t>框中</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:p>
        </w:body></w:document>"#;
    let foot = "<w:ftr><w:p><w:r><w:t>页脚</w:t></w:r></w:p></w:ftr>";
    let desk = Desk::new();
    let path = desk.file("文件.docx", &package(&[("word/document.xml", body), ("word/footer1.xml", foot)]));
    let found = read(&path).unwrap();
    let told: Vec<(Spot, &str, bool)> =
        found.iter().map(|found| (found.spot.clone(), found.text.as_str(), found.look.deleted)).collect();
    let paragraph = |number| Spot::Paragraph { number };
    assert_eq!(
        told,
        [
            (paragraph(1), "甲乙&丙 中", false),
            (paragraph(3), "电话", false),
            (paragraph(3), "13812345678", true),
            (paragraph(4), "表中", false),
            (paragraph(6), "框中", false),
            (Spot::Margin, "页脚", false),
        ]
    );
}

#[test]
fn tables_and_plain_text_are_read_with_their_places() {
    let desk = Desk::new();
    let csv = desk.file("名单.csv", "姓名,电话\n王丽,13812345678\n".as_bytes());
    let last = read(&csv).unwrap().pop().unwrap();
    assert_eq!(last.spot, Spot::Cell { sheet: "名单".into(), cell: "B2".into() });
    let gb = desk.file("说明.txt", b"\xb5\xe7\xbb\xb0\n\n13812345678\n");
    let lines = read(&gb).unwrap();
    assert_eq!((lines[0].text.as_str(), &lines[1].spot), ("电话", &Spot::Line { number: 3 }));
    for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
        assert_eq!(letters(column), name);
    }
}

#[test]
fn what_cannot_be_read_is_told_and_harms_nothing() {
    let desk = Desk::new();
    let whole = pdf(&[(90, 700, 16, "正文")]);
    // Forms that draw themselves: with the page's resources, and with their own.
    let draws_itself = "/XObject << /X 9 0 R >>";
    let own = format!("/Resources << {draws_itself} >>");
    let ring = pdf_that_draws("/X Do", draws_itself, "", &[]);
    let own_ring = pdf_that_draws("/X Do", draws_itself, &own, &[]);
    for (name, bytes, code) in [
        ("图片.jpg", b"\xff\xd8\xff".to_vec(), "document_unknown"),
        ("旧文件.doc", b"\xd0\xcf\x11\xe0".to_vec(), "document_unknown"),
        ("加密.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "document_encrypted"),
        ("坏.docx", b"PK\x03\x04 nothing follows".to_vec(), "document_damaged"),
        ("空.docx", Vec::new(), "document_damaged"),
        ("不是.docx", package(&[("word/other.xml", "<a/>")]), "document_damaged"),
        ("断.docx", package(&[("word/document.xml", "<w:p><w:r></w:p>")]), "document_damaged"),
        ("坏.pdf", b"%PDF-1.5 nothing follows".to_vec(), "document_damaged"),
        ("半.pdf", whole[..whole.len() / 2].to_vec(), "document_damaged"),
        ("不是.pdf", b"hello".to_vec(), "document_damaged"),
        ("扫描件.pdf", pdf(&[]), "document_without_text"),
        ("旧编码.pdf", String::from_utf8_lossy(&whole).replace("Identity-H", "GBK-EUC-H ").into(), "document_damaged"),
        ("环.pdf", ring, "document_damaged"),
        ("自环.pdf", own_ring, "document_damaged"),
    ] {
        let path = desk.file(name, &bytes);
        let error = read(&path).map(|found| format!("{name}: {found:?}")).unwrap_err();
        assert_eq!(error.code(), code, "{name}");
        assert!(error.sentence(Lang::Zh).contains(name));
    }
    let gone = desk.0.path().join("没有.pdf");
    assert_eq!(read(&gone).unwrap_err().code(), "evidence_gone");
    assert_eq!(read(&desk.0.path().join("..")).unwrap_err().code(), "document_unknown");
}

#[test]
fn a_package_that_would_fill_the_memory_is_refused_before_it_does() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    let block = vec![b' '; 1 << 20];
    for _ in 0..=(UNPACKED >> 20) {
        writer.write_all(&block).unwrap();
    }
    let bytes = writer.finish().unwrap().into_inner();
    assert!(bytes.len() < 2_000_000);
    let desk = Desk::new();
    assert_eq!(read(&desk.file("炸弹.docx", &bytes)).unwrap_err().code(), "document_too_large");
}

#[test]
fn facts_of_nothing_are_nothing() {
    assert_eq!(facts(&[]), DocumentFacts { title: None, doc_number: None, date: None, text: String::new() });
}
