//! The text of .pdf: lines put together from signs and their places, page by page.

use std::collections::HashMap;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use flate2::read::ZlibDecoder;
use pdf_extract::{
    Dictionary, Document, MediaBox, Object, ObjectId, OutputDev, OutputError, Transform, output_doc_page,
};

use super::{Look, Passage, Spot, UNPACKED};
use crate::context::{Context, Stage};
use crate::error::{Error, Result};

/// A document that takes longer is given up; a report of a hundred pages takes a second.
const LONGEST: Duration = Duration::from_secs(60);
const TICK: Duration = Duration::from_millis(50);
/// Room for what the format allows to nest.
const STACK: usize = 32 << 20;
/// Forms within forms; the reader follows them without asking how deep.
const DEEPEST: usize = 12;

/// Why a file gives no text.
enum Trouble {
    Encrypted,
    Damaged(String),
}

/// Reads on a thread of its own: the reader panics on much that is damaged, and cannot be asked to stop between two
/// signs.
pub(super) fn read(context: &Context, path: &Path, bytes: Vec<u8>) -> Result<Vec<Passage>> {
    let damaged = |detail: &str| Error::DocumentDamaged { path: path.into(), detail: detail.into() };
    if !bytes.starts_with(b"%PDF") {
        return Err(damaged("%PDF"));
    }
    measure(&bytes).ok_or_else(|| Error::DocumentTooLarge { path: path.into(), most: UNPACKED })?;
    let (tell, told) = channel();
    let stop = Arc::new(AtomicBool::new(false));
    let stopped = Arc::clone(&stop);
    let work = move || {
        // Nobody may be there to hear it any more.
        let _ = tell.send(pages(&bytes, &stopped));
    };
    let reader = thread::Builder::new().stack_size(STACK).spawn(work).map_err(Error::io(path))?;
    let mut waited = Duration::ZERO;
    loop {
        match told.recv_timeout(TICK) {
            Ok(Ok(passages)) if passages.is_empty() => return Err(Error::DocumentWithoutText { path: path.into() }),
            Ok(Ok(passages)) => return Ok(passages),
            Ok(Err(Trouble::Encrypted)) => return Err(Error::DocumentEncrypted { path: path.into() }),
            Ok(Err(Trouble::Damaged(detail))) => return Err(damaged(&detail)),
            Err(RecvTimeoutError::Disconnected) => return Err(damaged(&last_words(reader))),
            Err(RecvTimeoutError::Timeout) => {
                waited += TICK;
                let go_on = context.progress(Stage::Scanning, 0, 0);
                if go_on.is_err() || waited > LONGEST {
                    stop.store(true, Ordering::Relaxed);
                    go_on?;
                    return Err(damaged("60 s"));
                }
            }
        }
    }
}

/// Why the reader panicked: an encoding of Chinese without a font is named, everything else is damage.
fn last_words(reader: JoinHandle<()>) -> String {
    let said = reader.join().err().and_then(|said| said.downcast::<String>().ok());
    let named = said.map(|said| *said).filter(|said| said.starts_with("unsupported encoding"));
    named.map_or_else(|| "unreadable structure".into(), |said| said.chars().take(60).collect())
}

/// Unpacks every stream into nothing; none where they come to more than may be.
fn measure(bytes: &[u8]) -> Option<()> {
    const MARK: &[u8] = b"stream";
    let mut left = UNPACKED;
    let mut rest = bytes;
    while let Some(at) = find(rest, MARK) {
        rest = rest.get(at + MARK.len()..).unwrap_or_default();
        let data = rest.strip_prefix(b"\r\n").or(rest.strip_prefix(b"\n")).unwrap_or(rest);
        // The head of a zlib stream (RFC 1950, 2.2).
        if data.first().is_some_and(|head| head & 0x0f == 8) {
            let mut unpacked = ZlibDecoder::new(data).take(left.saturating_add(1));
            let mut block = [0; 8192];
            // Damage ends a stream as its end does; what came before it was still unpacked.
            while let Ok(read @ 1..) = unpacked.read(&mut block) {
                left = left.checked_sub(read as u64)?;
            }
        }
    }
    Some(())
}

fn find(bytes: &[u8], sought: &[u8]) -> Option<usize> {
    bytes.windows(sought.len()).position(|window| window == sought)
}

fn pages(bytes: &[u8], stop: &AtomicBool) -> std::result::Result<Vec<Passage>, Trouble> {
    let damaged = |error: &dyn ToString| Trouble::Damaged(error.to_string().chars().take(80).collect());
    let mut document = Document::load_mem(bytes).map_err(|error| damaged(&error))?;
    if document.is_encrypted() {
        return Err(Trouble::Encrypted);
    }
    without_pictures(&mut document);
    with_own_resources(&mut document);
    if forms_nest_too_deep(&document) {
        return Err(Trouble::Damaged("forms".into()));
    }
    let mut passages = Vec::new();
    for number in document.get_pages().into_keys() {
        let mut page = Page { stop, lines: Vec::new(), middle: 0.0, width: 0.0 };
        output_doc_page(&document, &mut page, number).map_err(|error| damaged(&error))?;
        passages.extend(page.passages(number));
    }
    Ok(passages)
}

/// The reader takes a picture for text to be drawn, and unpacks it for that.
fn without_pictures(document: &mut Document) {
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Image")
        {
            stream.dict.remove(b"Filter");
            stream.set_content(Vec::new());
        }
    }
}

/// A form without resources of its own would draw with those of the page, itself among them.
fn with_own_resources(document: &mut Document) {
    let lacks = |object: &Object| match object {
        Object::Stream(stream) => {
            let own = stream.dict.get(b"Resources").and_then(|own| document.dereference(own));
            !own.is_ok_and(|(_, own)| own.as_dict().is_ok())
        }
        _ => false,
    };
    let lacking: Vec<ObjectId> =
        document.objects.iter().filter(|(_, object)| lacks(object)).map(|(id, _)| *id).collect();
    for id in lacking {
        if let Some(Object::Stream(stream)) = document.objects.get_mut(&id) {
            stream.dict.set("Resources", Dictionary::new());
        }
    }
}

/// Whether forms draw forms in a ring, or deeper than anybody would.
fn forms_nest_too_deep(document: &Document) -> bool {
    let mut known = HashMap::new();
    document.objects.keys().any(|id| height(document, *id, 0, &mut known) > DEEPEST)
}

/// How many forms stand within each other below this one.
fn height(document: &Document, id: ObjectId, depth: usize, known: &mut HashMap<ObjectId, usize>) -> usize {
    if depth > DEEPEST {
        return depth;
    }
    if let Some(height) = known.get(&id) {
        return *height;
    }
    let Some(Object::Stream(form)) = document.objects.get(&id) else { return 0 };
    // Who meets it again while it is measured is in a ring.
    known.insert(id, DEEPEST + 1);
    let within = |dict: &Dictionary, key: &[u8]| -> Option<Dictionary> {
        document.dereference(dict.get(key).ok()?).ok()?.1.as_dict().ok().cloned()
    };
    let drawn = within(&form.dict, b"Resources").and_then(|resources| within(&resources, b"XObject"));
    let below = drawn.iter().flat_map(Dictionary::iter).filter_map(|(_, one)| one.as_reference().ok());
    let below: Vec<ObjectId> = below.collect();
    let height = below.into_iter().map(|one| 1 + height(document, one, depth + 1, known)).max().unwrap_or_default();
    known.insert(id, height);
    height
}

/// A page on its way to lines.
struct Page<'a> {
    stop: &'a AtomicBool,
    lines: Vec<Line>,
    middle: f64,
    width: f64,
}

struct Line {
    text: String,
    left: f64,
    right: f64,
    height: f64,
    size: f64,
}

impl Page<'_> {
    fn passages(self, number: u32) -> Vec<Passage> {
        let mut sizes: Vec<f64> = self.lines.iter().map(|line| line.size).collect();
        sizes.sort_by(f64::total_cmp);
        let usual = sizes.get(sizes.len() / 2).copied().unwrap_or_default();
        let (middle, width) = (self.middle, self.width);
        let look = |line: &Line| Look {
            // A full line of the text lies in the middle too.
            centred: ((line.left + line.right) / 2.0 - middle).abs() < width * 0.03
                && line.right - line.left < width * 0.68,
            heading: line.size > usual * 1.2,
            deleted: false,
            cell: false,
        };
        let filled = self.lines.iter().filter(|line| !line.text.trim().is_empty());
        filled
            .map(|line| Passage { spot: Spot::Page { number }, text: line.text.trim().to_owned(), look: look(line) })
            .collect()
    }
}

impl OutputDev for Page<'_> {
    fn begin_page(
        &mut self,
        _: u32,
        media: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> std::result::Result<(), OutputError> {
        self.middle = (media.llx + media.urx) / 2.0;
        self.width = media.urx - media.llx;
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _: f64,
        font_size: f64,
        sign: &str,
    ) -> std::result::Result<(), OutputError> {
        if self.stop.load(Ordering::Relaxed) {
            return Err(OutputError::IoError(io::ErrorKind::Interrupted.into()));
        }
        let size = (font_size * place.m11.hypot(place.m12)).abs().max(0.1);
        let (left, height) = (place.m31, place.m32);
        let right = left + width * size;
        match self.lines.last_mut() {
            Some(line) if (line.height - height).abs() < size * 0.4 && left > line.left - size => {
                // Set wide, Chinese has gaps that are no blanks.
                let gap = left - line.right;
                let latin = line.text.ends_with(|c: char| c.is_ascii()) && sign.is_ascii();
                if gap > size * 1.5 || latin && gap > size * 0.15 && !line.text.ends_with(' ') {
                    line.text.push(' ');
                }
                line.text.push_str(sign);
                line.right = line.right.max(right);
                line.size = line.size.max(size);
            }
            _ => self.lines.push(Line { text: sign.to_owned(), left, right, height, size }),
        }
        Ok(())
    }

    fn end_page(&mut self) -> std::result::Result<(), OutputError> {
        Ok(())
    }

    fn begin_word(&mut self) -> std::result::Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> std::result::Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> std::result::Result<(), OutputError> {
        Ok(())
    }
}
