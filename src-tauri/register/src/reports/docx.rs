//! Document → .docx (ECMA-376 WordprocessingML), laid out by GB/T 9704—2012. The only module that knows the format.
//!
//! Fonts are named and not embedded. The same document gives the same bytes: no clock, no random number.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{self, Cursor, Write};

use quick_xml::Writer;
use quick_xml::events::BytesText;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::document::{Block, Document, Run, TableCell, TableColumn};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Parts that are the same in every report. Their places are named in `content_types.xml` and the relationships.
const FIXED: [(&str, &str); 9] = [
    ("[Content_Types].xml", include_str!("docx/content_types.xml")),
    ("_rels/.rels", include_str!("docx/relationships.xml")),
    ("docProps/app.xml", include_str!("docx/app.xml")),
    ("word/_rels/document.xml.rels", include_str!("docx/document_relationships.xml")),
    ("word/styles.xml", include_str!("docx/styles.xml")),
    ("word/settings.xml", include_str!("docx/settings.xml")),
    ("word/fontTable.xml", include_str!("docx/fonts.xml")),
    ("word/footer1.xml", include_str!("docx/footer_odd.xml")),
    ("word/footer2.xml", include_str!("docx/footer_even.xml")),
];

/// Millimetres in twentieths of a point, the measure of pages.
const fn mm(tenths: u32) -> u32 {
    tenths * 1440 / 254
}

/// A4, and on it a text area of 156 × 225 mm, 37 mm from the top and 28 mm from the left (GB/T 9704—2012, 5.2.1).
const PAGE: (u32, u32) = (11_906, 16_838);
const TOP: u32 = mm(370);
const LEFT: u32 = mm(280);
const RIGHT: u32 = mm(260);
const BOTTOM: u32 = mm(350);
const TEXT_WIDTH: u32 = PAGE.0 - LEFT - RIGHT;
/// The line of the page number begins 7 mm below the text area (7.5); it is 18 pt high, see `footer` in the styles.
const FOOTER: u32 = BOTTOM - mm(70) - 360;
/// 22 lines in 225 mm; the exact pitch of the body's style.
const LINE_PITCH: u32 = 579;
/// A character of the body, 16 pt.
const CHARACTER: u32 = 320;

/// The document as the bytes of a file.
pub(super) fn write(document: &Document) -> io::Result<Vec<u8>> {
    let body = part("w:document", &[("xmlns:w", W), ("xmlns:r", R)], |xml| {
        within(xml, "w:body", &[], |xml| Body::new(document).write(xml))
    })?;
    let properties = properties(document)?;
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let fixed = FIXED.iter().map(|(name, content)| (*name, content.as_bytes()));
    for (name, content) in fixed.chain([("word/document.xml", &*body), ("docProps/core.xml", &*properties)]) {
        // The earliest day that a zip archive can hold stands for every part: it is the same every time.
        let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
        zip.start_file(name, options)?;
        zip.write_all(content)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Title, institution and the day that the report bears, as file managers show them (ECMA-376 part 2, annex D).
fn properties(document: &Document) -> io::Result<Vec<u8>> {
    let namespaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    let day = format!("{}T00:00:00Z", document.date);
    part("cp:coreProperties", &namespaces, |xml| {
        text(xml, "dc:title", &[], &document.title.replace('\n', ""))?;
        text(xml, "dc:creator", &[], &document.institution)?;
        text(xml, "cp:lastModifiedBy", &[], &document.institution)?;
        for name in ["dcterms:created", "dcterms:modified"] {
            text(xml, name, &[("xsi:type", "dcterms:W3CDTF")], &day)?;
        }
        Ok(())
    })
}

struct Body<'a> {
    document: &'a Document,
    bookmarks: u32,
    /// How often a figure was bookmarked: a bookmark's name stands once in a document.
    named: HashMap<&'a str, u32>,
}

impl<'a> Body<'a> {
    fn new(document: &'a Document) -> Body<'a> {
        Body { document, bookmarks: 0, named: HashMap::new() }
    }

    fn write(mut self, xml: &mut Xml) -> io::Result<()> {
        let document = self.document;
        paragraph(xml, "Title", |_| Ok(()), |xml| run(xml, None, &document.title))?;
        blank(xml, false)?;
        if !document.addressee.is_empty() {
            // Flush left, its colon full width (GB/T 9704—2012, 7.3.2).
            let addressee = format!("{}：", document.addressee);
            paragraph(xml, "Salutation", |_| Ok(()), |xml| run(xml, None, &addressee))?;
        }
        for (index, block) in document.blocks.iter().enumerate() {
            // Signature and date never stand alone on a page (7.3.5.5).
            let keep = matches!(document.blocks.get(index + 1), Some(Block::Signature { .. }));
            match block {
                Block::Heading { level: 1, runs } => self.prose(xml, "Heading1", keep, runs)?,
                Block::Heading { runs, .. } => self.prose(xml, "Heading2", keep, runs)?,
                Block::Paragraph { runs } | Block::Item { runs } => self.prose(xml, "BodyText", keep, runs)?,
                Block::Table { columns, rows } => {
                    self.table(xml, columns, rows, keep)?;
                    // Word wants a paragraph after a table; text that follows is one.
                    if !matches!(document.blocks.get(index + 1), Some(Block::Paragraph { .. } | Block::Item { .. })) {
                        blank(xml, keep)?;
                    }
                }
                Block::Signature { institution, date } => signature(xml, institution, date)?,
            }
        }
        section(xml)
    }

    fn prose(&mut self, xml: &mut Xml, style: &str, keep: bool, runs: &'a [Run]) -> io::Result<()> {
        paragraph(
            xml,
            style,
            |xml| if keep { empty(xml, "w:keepNext", &[]) } else { Ok(()) },
            |xml| self.runs(xml, runs),
        )
    }

    /// A figure stands in a run of its own, in its own style and under a bookmark: `figure_web`.
    fn runs(&mut self, xml: &mut Xml, runs: &'a [Run]) -> io::Result<()> {
        for each in runs {
            match each {
                Run::Text { text } => run(xml, None, text)?,
                Run::Figure { id, display, .. } => {
                    let times = self.named.entry(id).or_default();
                    *times += 1;
                    let again = if *times > 1 { format!("_{times}") } else { String::new() };
                    // A bookmark's name has at most 40 characters (ECMA-376 part 1, 17.13.6.2).
                    let room = 40 - "figure_".len() - again.len();
                    let name = format!("figure_{}{again}", id.get(..room).unwrap_or(id));
                    let number = self.bookmarks.to_string();
                    self.bookmarks += 1;
                    empty(xml, "w:bookmarkStart", &[("w:id", &number), ("w:name", &name)])?;
                    run(xml, Some("Figure"), display)?;
                    empty(xml, "w:bookmarkEnd", &[("w:id", &number)])?;
                }
            }
        }
        Ok(())
    }

    fn table(
        &mut self,
        xml: &mut Xml,
        columns: &'a [TableColumn],
        rows: &'a [Vec<TableCell>],
        keep: bool,
    ) -> io::Result<()> {
        let widths: Vec<String> = columns.iter().map(|c| (TEXT_WIDTH * c.width / 1000).to_string()).collect();
        within(xml, "w:tbl", &[], |xml| {
            within(xml, "w:tblPr", &[], |xml| {
                value(xml, "w:tblStyle", "TableGrid")?;
                empty(xml, "w:tblW", &[("w:w", &TEXT_WIDTH.to_string()), ("w:type", "dxa")])?;
                value(xml, "w:jc", "center")?;
                empty(xml, "w:tblLayout", &[("w:type", "fixed")])?;
                // The first row is a head (ECMA-376 part 1, 17.4.55).
                empty(xml, "w:tblLook", &[("w:val", "0020"), ("w:firstRow", "1")])
            })?;
            within(xml, "w:tblGrid", &[], |xml| {
                widths.iter().try_for_each(|width| empty(xml, "w:gridCol", &[("w:w", width)]))
            })?;
            within(xml, "w:tr", &[], |xml| {
                within(xml, "w:trPr", &[], |xml| {
                    empty(xml, "w:cantSplit", &[])?;
                    empty(xml, "w:tblHeader", &[])
                })?;
                columns.iter().zip(&widths).try_for_each(|(column, width)| {
                    cell(xml, width, 1, |xml| {
                        paragraph(xml, "TableHeading", |_| Ok(()), |xml| run(xml, None, &column.heading))
                    })
                })
            })?;
            for (index, row) in rows.iter().enumerate() {
                // What one cell covers stays on one page, where it fits one.
                let keep = match rows.get(index + 1) {
                    Some(next) => next.iter().any(|cell| cell.rows == 0),
                    None => keep,
                };
                within(xml, "w:tr", &[], |xml| {
                    within(xml, "w:trPr", &[], |xml| empty(xml, "w:cantSplit", &[]))?;
                    row.iter().zip(&widths).try_for_each(|(each, width)| {
                        cell(xml, width, each.rows, |xml| self.prose(xml, "TableText", keep, &each.runs))
                    })
                })?;
            }
            Ok(())
        })
    }
}

/// A cell that covers so many rows; 0 where the one above covers it.
fn cell(xml: &mut Xml, width: &str, rows: usize, content: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<()> {
    within(xml, "w:tc", &[], |xml| {
        within(xml, "w:tcPr", &[], |xml| {
            empty(xml, "w:tcW", &[("w:w", width), ("w:type", "dxa")])?;
            match rows {
                0 => empty(xml, "w:vMerge", &[])?,
                1 => {}
                _ => value(xml, "w:vMerge", "restart")?,
            }
            value(xml, "w:vAlign", "center")
        })?;
        content(xml)
    })
}

fn paragraph(
    xml: &mut Xml,
    style: &str,
    properties: impl FnOnce(&mut Xml) -> io::Result<()>,
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    within(xml, "w:p", &[], |xml| {
        within(xml, "w:pPr", &[], |xml| {
            value(xml, "w:pStyle", style)?;
            properties(xml)
        })?;
        content(xml)
    })
}

fn blank(xml: &mut Xml, keep: bool) -> io::Result<()> {
    paragraph(xml, "BodyText", |xml| if keep { empty(xml, "w:keepNext", &[]) } else { Ok(()) }, |_| Ok(()))
}

/// Text with `\n` as line breaks. The hint makes quotation marks and dashes Chinese ones.
fn run(xml: &mut Xml, style: Option<&str>, shown: &str) -> io::Result<()> {
    within(xml, "w:r", &[], |xml| {
        within(xml, "w:rPr", &[], |xml| {
            style.map_or(Ok(()), |style| value(xml, "w:rStyle", style))?;
            empty(xml, "w:rFonts", &[("w:hint", "eastAsia")])
        })?;
        for (index, line) in shown.split('\n').enumerate() {
            if index > 0 {
                empty(xml, "w:br", &[])?;
            }
            text(xml, "w:t", &[("xml:space", "preserve")], line)?;
        }
        Ok(())
    })
}

/// The date four characters in from the right, the institution centred above it, room for a seal over both
/// (GB/T 9704—2012, 7.3.5.1). An institution too long for that moves the date to the left.
fn signature(xml: &mut Xml, institution: &str, date: &str) -> io::Result<()> {
    const DATE_IN: u32 = 8;
    let (institution_width, date_width) = (half_characters(institution), half_characters(date));
    let middle = (2 * DATE_IN + date_width).max(institution_width);
    blank(xml, true)?;
    for (line, width, keep) in [(institution, institution_width, true), (date, date_width, false)] {
        let in_by = middle.saturating_sub(width) / 2;
        let properties = |xml: &mut Xml| {
            if keep {
                empty(xml, "w:keepNext", &[])?;
            }
            let characters = (in_by * 50).to_string();
            let right = (in_by * CHARACTER / 2).to_string();
            empty(xml, "w:ind", &[("w:rightChars", &characters), ("w:right", &right)])
        };
        paragraph(xml, "Signature", properties, |xml| run(xml, None, line))?;
    }
    Ok(())
}

/// The width of a line in halves of a Chinese character.
fn half_characters(line: &str) -> u32 {
    line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

fn section(xml: &mut Xml) -> io::Result<()> {
    within(xml, "w:sectPr", &[], |xml| {
        empty(xml, "w:footerReference", &[("w:type", "default"), ("r:id", "rId4")])?;
        empty(xml, "w:footerReference", &[("w:type", "even"), ("r:id", "rId5")])?;
        empty(xml, "w:pgSz", &[("w:w", &PAGE.0.to_string()), ("w:h", &PAGE.1.to_string())])?;
        empty(
            xml,
            "w:pgMar",
            &[
                ("w:top", &TOP.to_string()),
                ("w:right", &RIGHT.to_string()),
                ("w:bottom", &BOTTOM.to_string()),
                ("w:left", &LEFT.to_string()),
                ("w:header", "851"),
                ("w:footer", &FOOTER.to_string()),
                ("w:gutter", "0"),
            ],
        )?;
        empty(xml, "w:docGrid", &[("w:type", "lines"), ("w:linePitch", &LINE_PITCH.to_string())])
    })
}

/// An XML part under construction, in memory: writing to it cannot fail for want of room.
type Xml = Writer<Vec<u8>>;

const DECLARATION: &[u8] = b"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// A whole part with one root.
fn part(
    root: &str,
    namespaces: &[(&str, &str)],
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new(Vec::new());
    xml.get_mut().write_all(DECLARATION)?;
    within(&mut xml, root, namespaces, content)?;
    Ok(xml.into_inner())
}

/// An element with content.
fn within(
    xml: &mut Xml,
    name: &str,
    attributes: &[(&str, &str)],
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    xml.create_element(name).with_attributes(attributes.iter().copied()).write_inner_content(content)?;
    Ok(())
}

/// An element without content.
fn empty(xml: &mut Xml, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
    xml.create_element(name).with_attributes(attributes.iter().copied()).write_empty()?;
    Ok(())
}

/// An element whose one property is `w:val`.
fn value(xml: &mut Xml, name: &str, value: &str) -> io::Result<()> {
    empty(xml, name, &[("w:val", value)])
}

/// An element that holds text alone.
fn text(xml: &mut Xml, name: &str, attributes: &[(&str, &str)], text: &str) -> io::Result<()> {
    let element = xml.create_element(name).with_attributes(attributes.iter().copied());
    element.write_text_content(BytesText::new(&writable(text)))?;
    Ok(())
}

/// Without the characters that XML 1.0 cannot hold at all (section 2.2), which pasted text may bring.
fn writable(text: &str) -> Cow<'_, str> {
    let forbidden = |c: char| (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    if text.contains(forbidden) { text.replace(forbidden, "").into() } else { text.into() }
}

#[cfg(test)]
mod tests;
