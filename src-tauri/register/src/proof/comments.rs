//! A copy of a .docx with what the proof found as Word comments.

use std::fs;
use std::io::Write;
use std::path::Path;

use super::{Proof, Verdict};
use crate::context::Context;
use crate::documents::{Author, Note, Spot, with_comments};
use crate::error::{Error, Result};
use crate::files::{Arriving, check_place, same_file, told_apart};

/// The name that the comments bear.
const AUTHOR: &str = "阳光台账";

/// Told before any work is done.
pub(super) fn check(document: &Path, copy: &Path) -> Result<()> {
    let is_docx = document.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("docx"));
    if !is_docx {
        return Err(Error::CommentsNeedWord { path: document.into() });
    }
    check_place(copy)?;
    if same_file(document, copy) { Err(Error::SameFile { path: copy.into() }) } else { Ok(()) }
}

pub(super) fn write(document: &Path, copy: &Path, proof: &Proof, context: &Context) -> Result<()> {
    let bytes = fs::read(document).map_err(Error::io(document))?;
    let at = context.now.format("%Y-%m-%dT%H:%M:%SZ").to_string();
    let bytes = with_comments(document, bytes, &notes(proof), &Author { name: AUTHOR, at: &at })?;
    let mut file = Arriving::beside(copy).map_err(told_apart(copy))?;
    file.write_all(&bytes).map_err(told_apart(copy))?;
    file.land().map_err(told_apart(copy))
}

/// What a reader of the copy has to look at, in the words of the office.
fn notes(proof: &Proof) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut note = |place: &Spot, from: usize, to: usize, text: String| {
        if let Spot::Paragraph { number } = place {
            notes.push(Note { paragraph: *number, from, to, text });
        }
    };
    for number in &proof.numbers {
        let (Verdict::Contradicts, Some(label), Some(display)) = (number.verdict, &number.label, &number.display)
        else {
            continue;
        };
        let text = format!("与台账不一致：“{label}”台账统计为{display}。");
        note(&number.place, number.from, number.to, text);
    }
    for sum in proof.sums.iter().filter(|sum| !sum.holds) {
        let parts: Vec<String> = sum.parts.iter().map(ToString::to_string).collect();
        let mut text = format!("与所列各项之和不符：{}＝{}。", parts.join("＋"), sum.computed);
        if sum.units.len() > 1 {
            text += &format!("所列各项计量单位不同（{}），不宜相加。", sum.units.join("、"));
        }
        note(&sum.place, sum.from, sum.to, text);
    }
    notes
}
