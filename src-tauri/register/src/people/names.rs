//! Names of people as they are typed into one line.
//!
//! A field holds one person. Two names with a sign between them that no name holds (张三、李四) are two people; with a
//! blank or 和 between them (张三 李四) they may be, as some write 欧阳 娜娜. Of a person who may act two names are
//! refused, since an entry of the log is one person's; everything else is kept and told, since a school may well have
//! two persons responsible.

use crate::error::{FieldFault, Lang};
use crate::fault::{APART, Fault, FaultCode, KEPT};
use crate::records::visible;
use crate::things::{Several, several};

const LONGEST: usize = 50;

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
