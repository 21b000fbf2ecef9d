//! Names of people as they are typed into one line.
//!
//! A field holds one person. Two names with a sign between them that no name holds (张三、李四) are two people; with a
//! blank or 和 between them (张三 李四) they may be, as some write 欧阳 娜娜. Of a person who may act two names are
//! refused, since an entry of the log is one person's; everything else is kept and told, since a school may well have
//! two persons responsible.

use crate::error::{FieldFault, Lang};
use crate::fault::{APART, Fault, FaultCode, KEPT};
use crate::records::visible;

const LONGEST: usize = 50;
const APART_SIGNS: [char; 14] = ['、', '，', ',', '；', ';', '/', '／', '|', '&', '＆', '+', '＋', '\n', '\t'];

/// Whether a text names several people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Several {
    No,
    Perhaps,
    Yes,
}

/// A field of a form: its key, and its labels in both languages.
pub(super) type Label = (&'static str, &'static str, &'static str);

/// One line of a form as it was read.
pub(super) struct Line {
    pub text: String,
    pub refusal: Option<FieldFault>,
    pub warnings: Vec<FieldFault>,
}

/// A line of text that is no name.
pub(super) fn read_line(label: Label, typed: &str) -> Line {
    let (seen, hidden) = visible(typed);
    let text = seen.trim().to_owned();
    let warnings = if hidden { vec![told(label, FaultCode::InvisibleRemoved, "", "")] } else { Vec::new() };
    let too_long = text.chars().count() > LONGEST;
    let refusal = too_long.then(|| told(label, FaultCode::TextTooLong, "", &LONGEST.to_string()));
    Line { text, refusal, warnings }
}

/// A name that is kept whatever it looks like.
pub(super) fn read_name(label: Label, typed: &str) -> Line {
    let mut line = read_line(label, typed);
    if several(&line.text) != Several::No {
        line.warnings.push(told(label, FaultCode::SeveralNames, &line.text, KEPT));
    }
    line
}

/// The name of one person, who may act.
pub(super) fn read_person(label: Label, typed: &str) -> Line {
    let mut line = read_name(label, typed);
    if line.text.is_empty() {
        line.refusal = Some(told(label, FaultCode::RequiredMissing, "", ""));
    } else if several(&line.text) == Several::Yes {
        line.refusal = Some(told(label, FaultCode::SeveralNames, &line.text, APART));
    }
    line
}

fn told((field, zh, en): Label, code: FaultCode, value: &str, detail: &str) -> FieldFault {
    let said = |label: &str, lang: Lang| Fault::new(code, label, value).with(detail).sentence(lang);
    FieldFault { field: field.into(), code, zh: said(zh, Lang::Zh), en: said(en, Lang::En) }
}

/// What stands in brackets is said of a person and names nobody: 王丽（教务处、学生处）.
pub(super) fn several(text: &str) -> Several {
    let mut depth = 0_u32;
    let plain: String = text
        .chars()
        .filter(|sign| match sign {
            '(' | '（' | '〔' | '[' => {
                depth += 1;
                false
            }
            ')' | '）' | '〕' | ']' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect();
    if parts(&plain, |sign| APART_SIGNS.contains(&sign)) {
        return Several::Yes;
    }
    let between = |sign: char| sign.is_whitespace() || matches!(sign, '和' | '与' | '及');
    let names: Vec<&str> = plain.split(between).filter(|part| !part.is_empty()).collect();
    let name = |part: &&str| (2..=4).contains(&part.chars().count()) && part.chars().all(is_han);
    if names.len() > 1 && names.iter().all(name) { Several::Perhaps } else { Several::No }
}

fn parts(text: &str, sign: impl Fn(char) -> bool) -> bool {
    text.split(sign).filter(|part| !part.trim().is_empty()).nth(1).is_some()
}

fn is_han(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}
