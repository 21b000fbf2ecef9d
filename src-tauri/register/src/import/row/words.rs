//! Words of the vocabulary in a cell: one, or several with signs between them.

use super::reader::RowReader;
use super::{NOT_YET, UnknownWord};
use crate::fault::{Fault, FaultCode};
use crate::quick::spoken_for;
use crate::things::{Dimension, Field, Kind, Value};

/// What stands between words and never within one.
const SEPARATORS: [char; 19] =
    ['、', '，', ',', ';', '；', '/', '／', '\\', '|', '｜', '\n', '\r', '\t', '＋', '+', '&', '＆', '·', '。'];

impl RowReader<'_, '_> {
    pub(super) fn word(&mut self, field: &'static Field, dimension: Dimension, name: &str) -> Value {
        if matches!(name, "" | "/" | "-" | "—" | "——" | "无") {
            return Value::Empty;
        }
        if let Some(id) = self.vocabulary.id_as_typed(dimension, name) {
            return Value::Number(id);
        }
        let warning = |code| Fault::new(code, self.reading.name_of(field.key), name);
        if let Some(term) = spoken_for(self.vocabulary, dimension, name) {
            self.read.warnings.push(warning(FaultCode::TermTaken).with(&term.name));
            return Value::Number(term.id);
        }
        let held = self.vocabulary.held_in(dimension, name);
        // These lists are closed: what is one of their words with an addition is that word.
        let closed = [Dimension::Outcome, Dimension::RefusalGround, Dimension::GovOutcome, Dimension::CaseKind]
            .contains(&dimension);
        if let ([term], true) = (held.as_slice(), closed) {
            self.read.warnings.push(warning(FaultCode::TermTaken).with(&term.name));
            return Value::Number(term.id);
        }
        let parts = match field.kind {
            Kind::Channels => Vec::new(),
            _ => self.known_parts(dimension, name),
        };
        if parts.len() > 1 {
            self.read.warnings.push(warning(FaultCode::SeveralTerms).with(parts.join("、")));
        } else if let Some(near) = held.first().copied().or_else(|| self.vocabulary.holding(dimension, name)) {
            self.read.warnings.push(warning(FaultCode::TermNear).with(&near.name));
        }
        self.read.unknown.push(UnknownWord { field, dimension, name: name.to_owned() });
        Value::Number(NOT_YET)
    }

    /// The parts of a text that are known words, each once, where all of them are.
    fn known_parts<'t>(&self, dimension: Dimension, text: &'t str) -> Vec<&'t str> {
        // Signs that also stand within words.
        let loose = |c: char| c.is_whitespace() || matches!(c, '-' | '－' | '和' | '及' | '与');
        let known = |part: &&str| {
            self.vocabulary.id_as_typed(dimension, part).is_some()
                || spoken_for(self.vocabulary, dimension, part).is_some()
        };
        let parts = |text: &'t str| text.split(SEPARATORS).map(str::trim).filter(|part| !part.is_empty());
        let mut found: Vec<&str> = Vec::new();
        for part in parts(text) {
            let pieces: Vec<&str> = match known(&part) {
                true => vec![part],
                false => part.split(loose).filter(|piece| !piece.is_empty()).collect(),
            };
            if !pieces.iter().all(known) {
                return Vec::new();
            }
            pieces.into_iter().for_each(|piece| {
                if !found.contains(&piece) {
                    found.push(piece);
                }
            });
        }
        found
    }

    /// A part of a cell, or the channels that stand in it with signs between them that may also be within a name.
    fn channels_in<'t>(&self, part: &'t str) -> Vec<&'t str> {
        let known = self.known_parts(Dimension::Channel, part);
        if known.is_empty() { vec![part] } else { known }
    }

    /// Several channels in one cell, unless the whole is itself the name of one.
    pub(super) fn channels(&mut self, field: &'static Field, text: &str) -> Value {
        let whole = text.trim();
        let names: Vec<&str> = match self.vocabulary.id_as_typed(Dimension::Channel, whole) {
            Some(_) => vec![whole],
            None => whole.split(SEPARATORS).map(str::trim).flat_map(|part| self.channels_in(part)).collect(),
        };
        let mut ids = Vec::new();
        for name in names {
            if let Value::Number(id) = self.word(field, Dimension::Channel, name)
                && (id == NOT_YET || !ids.contains(&id))
            {
                ids.push(id);
            }
        }
        Value::Terms(ids)
    }
}
