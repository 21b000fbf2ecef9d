//! What a record is found by: its texts as one folded line, and the same as a line of keys.

use super::keys;
use crate::things::{Field, folded_sign};

/// Ends a field of a text line; no folded text holds it.
pub(super) const FIELD_END: u8 = 0x1f;
/// Ends a text line.
pub(super) const LINE_END: u8 = b'\n';

/// The two lines of one record, each ended.
#[derive(Default)]
pub(super) struct Lines {
    pub text: Vec<u8>,
    pub keys: Vec<u8>,
}

impl Lines {
    /// Adds a field's text, and its keys unless it is an address, which nobody spells by initials.
    pub(super) fn add(&mut self, field: &Field, text: &str) {
        self.add_text(text, field.key != "link");
    }

    /// Adds the name of a file that is kept with the record.
    pub(super) fn add_name(&mut self, name: &str) {
        self.add_text(name, true);
    }

    fn add_text(&mut self, text: &str, spelt: bool) {
        let mut add = |sign: char| {
            self.text.extend_from_slice(sign.encode_utf8(&mut [0; 4]).as_bytes());
            if spelt && sign.is_alphanumeric() {
                self.keys.extend(keys::code(sign).to_le_bytes());
            }
        };
        for sign in text.chars() {
            match sign {
                // Most of a title needs no folding; a register has many titles.
                '\u{4e00}'..='\u{9fff}' => add(sign),
                sign => folded_sign(sign).for_each(&mut add),
            }
        }
        self.text.push(FIELD_END);
        self.keys.extend(keys::FIELD_END.to_le_bytes());
    }

    pub(super) fn end(&mut self) {
        self.text.push(LINE_END);
        self.keys.extend(keys::RECORD_END.to_le_bytes());
    }
}

/// The keys of a title by which others are compared with it.
pub(super) fn keys_of(plain: &str) -> Vec<u8> {
    plain.chars().flat_map(|sign| keys::code(sign).to_le_bytes()).collect()
}
