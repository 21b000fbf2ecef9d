//! A line as it was typed, sign by sign: what has been recognised of it, and what is left over.

use std::ops::Range;

use super::days::TO;
use crate::things::narrow;

/// One sign that can be seen.
struct Sign {
    /// In half width, as it is compared.
    plain: char,
    written: char,
    /// Where it stands in the text, in UTF-16 units as the page counts.
    from: usize,
    to: usize,
}

/// The signs of a line. What was recognised is taken out of what is left for the title.
pub(super) struct Line {
    signs: Vec<Sign>,
    taken: Vec<bool>,
    plain: Vec<char>,
    end: usize,
}

/// A stretch of signs.
pub(super) type Span = Range<usize>;

/// Signs that nobody sees, marks of writing direction among them.
fn hidden(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fe0f}')
        || c.is_control() && !c.is_whitespace()
}

/// 11 月 3 日 is 11月3日.
fn close_up_days(signs: &mut Vec<Sign>) {
    let plain: Vec<char> = signs.iter().map(|sign| sign.plain).collect();
    let before = |at: usize| plain.iter().take(at).rposition(|c| *c != ' ');
    let digit = |at: usize| plain.get(at).is_some_and(char::is_ascii_digit);
    let mut at = 0;
    signs.retain(|sign| {
        let here = at;
        at += 1;
        let behind = plain.iter().skip(here).position(|c| *c != ' ').map(|blanks| here + blanks);
        let (' ', Some(last), Some(behind)) = (sign.plain, before(here), behind) else { return true };
        let figures = plain.iter().skip(behind).take_while(|c| c.is_ascii_digit()).count();
        let unit = plain.get(behind + figures);
        let part = figures > 0 && before(last).is_some_and(digit) && matches!(unit, Some('月' | '日' | '号' | ' '));
        let joined = match plain.get(last) {
            Some('年' | '月') => part,
            Some(c) if c.is_ascii_digit() => matches!(unit, Some('年' | '月' | '日')) && figures == 0,
            _ => false,
        };
        !joined
    });
}

impl Line {
    pub fn new(text: &str) -> Line {
        let mut signs = Vec::new();
        let mut at = 0;
        for written in text.chars() {
            let from = at;
            at += written.len_utf16();
            if !hidden(written) {
                let plain = match written {
                    _ if written.is_whitespace() => ' ',
                    // 11月16曰
                    '曰' => '日',
                    _ => narrow(written),
                };
                signs.push(Sign { plain, written, from, to: at });
            }
        }
        close_up_days(&mut signs);
        let plain = signs.iter().map(|sign| sign.plain).collect();
        Line { taken: vec![false; signs.len()], plain, end: at, signs }
    }

    /// All signs as they are compared.
    pub fn chars(&self) -> &[char] {
        &self.plain
    }

    pub fn slice(&self, span: &Span) -> &[char] {
        self.plain.get(span.clone()).unwrap_or_default()
    }

    /// As it is compared.
    pub fn plain(&self, span: &Span) -> String {
        self.slice(span).iter().collect()
    }

    pub fn written(&self, span: &Span) -> String {
        self.signs.get(span.clone()).unwrap_or_default().iter().map(|sign| sign.written).collect()
    }

    /// Where a stretch stands in the text, in UTF-16 units; nothing at its end where the stretch is empty.
    pub fn place(&self, span: &Span) -> (usize, usize) {
        let signs = self.signs.get(span.clone()).unwrap_or_default();
        match (signs.first(), signs.last()) {
            (Some(first), Some(last)) => (first.from, last.to),
            _ => {
                let at = self.signs.get(span.start).map_or(self.end, |sign| sign.from);
                (at, at)
            }
        }
    }

    pub fn take(&mut self, span: &Span) {
        if let Some(signs) = self.taken.get_mut(span.clone()) {
            signs.fill(true);
        }
    }

    pub fn is_free(&self, span: &Span) -> bool {
        self.taken.get(span.clone()).is_some_and(|signs| !signs.contains(&true))
    }

    /// The words between blanks and commas of which nothing was recognised yet. A number and its unit are one word,
    /// and so are the two days of a period, and what stands in quotation marks.
    pub fn words(&self) -> Vec<Span> {
        let mut words: Vec<Span> = Vec::new();
        let (mut start, mut depth) = (0, 0_usize);
        for at in 0..=self.plain.len() {
            let sign = self.plain.get(at).copied();
            match sign {
                Some('《' | '“' | '「') => depth += 1,
                Some('》' | '”' | '」') => depth = depth.saturating_sub(1),
                _ => {}
            }
            let digit = |at: Option<usize>| at.and_then(|at| self.plain.get(at)).is_some_and(char::is_ascii_digit);
            let within_number = sign == Some(',') && digit(at.checked_sub(1)) && digit(at.checked_add(1));
            let apart = sign.is_none_or(|c| matches!(c, ' ' | ',' | ';' | '|' | '。') && depth == 0 && !within_number);
            if apart || self.taken.get(at).copied().unwrap_or(false) {
                if at > start {
                    self.add_word(&mut words, start..at);
                }
                start = at + 1;
            }
        }
        words
    }

    /// The words, and of those that hold quotation marks what stands outside these: titles within them are no data.
    pub fn unquoted(&self) -> Vec<Span> {
        let mut parts: Vec<Span> = Vec::new();
        for word in self.words() {
            let (mut start, mut depth) = (word.start, 0_usize);
            for at in word.clone() {
                match self.plain.get(at) {
                    Some('《' | '“' | '「' | '"') if depth == 0 => {
                        parts.push(start..at);
                        depth = 1;
                    }
                    Some('《' | '“' | '「') => depth += 1,
                    Some('》' | '”' | '」' | '"') => {
                        depth = depth.saturating_sub(1);
                        start = at + 1;
                    }
                    _ => {}
                }
            }
            if depth == 0 {
                parts.push(start..word.end);
            }
        }
        parts.retain(|part| part.start < part.end);
        parts
    }

    fn add_word(&self, words: &mut Vec<Span>, word: Span) {
        const UNITS: [&str; 14] =
            ["份", "本", "册", "套", "张", "人", "人次", "名", "位", "件", "次", "起", "条", "个"];
        let text = self.slice(&word);
        let is_unit = UNITS.contains(&self.plain(&word).as_str());
        let to = text.iter().take_while(|c| TO.contains(c)).count();
        let digit = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
        match words.last_mut() {
            Some(before)
                if self.slice(&(before.end..word.start)).iter().all(|c| *c == ' ')
                    && self.is_free(&(before.start..word.end)) =>
            {
                let last = self.slice(before).last();
                let number = digit(last);
                let day = number || matches!(last, Some('日' | '号'));
                let goes_on = to > 0 && day && (to == text.len() || digit(text.get(to)));
                // 3月2日至 3月8日, but not 3月2日收到 12345…
                let mut left = self.slice(before).iter().rev().skip_while(|c| TO.contains(c) || **c == ' ');
                let left = left.next().is_some_and(|c| c.is_ascii_digit() || matches!(c, '日' | '号' | ')'));
                let joined = last.is_some_and(|c| TO.contains(c)) && left && digit(self.slice(before).first());
                if is_unit && number || goes_on || joined && digit(text.first()) {
                    before.end = word.end;
                } else {
                    words.push(word);
                }
            }
            _ => words.push(word),
        }
    }

    /// What nothing was recognised of, as it was written: pieces that stood apart with a blank between them.
    pub fn left(&self) -> String {
        let mut pieces: Vec<String> = vec![String::new()];
        for (sign, taken) in self.signs.iter().zip(&self.taken) {
            match pieces.last_mut() {
                Some(piece) if !taken => piece.push(if sign.written.is_whitespace() { ' ' } else { sign.written }),
                Some(piece) if piece.is_empty() => {}
                _ => pieces.push(String::new()),
            }
        }
        let trimmed = pieces.iter().map(|piece| {
            let loose =
                |c: char| c.is_whitespace() || matches!(c, ',' | '，' | ';' | '；' | '、' | '|' | ':' | '：' | '。');
            piece.split_whitespace().collect::<Vec<_>>().join(" ").trim_matches(loose).to_owned()
        });
        trimmed.filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(" ")
    }
}
