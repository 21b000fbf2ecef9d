//! What must not go out, found in a text: identity numbers, mobile numbers, bank cards, addresses of e-mail.
//!
//! A pure function. Digits in full width, and single blanks, hyphens and marks of no width between digits are seen
//! through; a number that is a part of a longer one, of a document number, an amount or an address is not taken.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{context, numbers};
use crate::things::narrow;

/// What kind of thing was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SensitiveKind {
    /// 公民身份号码, GB 11643-1999: 18 digits with a check digit, or 15 of the years before 2000.
    IdentityNumber,
    MobileNumber,
    /// 13 to 19 digits whose last is their check digit (ISO/IEC 7812-1, annex B).
    BankCard,
    Email,
}

/// One thing found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub kind: SensitiveKind,
    /// As it stands in the text, from and to which sign, counted in characters.
    pub from: usize,
    pub to: usize,
    /// Its digits alone, in half width; of an address, the address.
    pub value: String,
}

impl Found {
    /// What may be shown of it: enough to find it again, too little to use it.
    pub fn masked(&self) -> String {
        let shown = match self.kind {
            SensitiveKind::IdentityNumber => (6, 2),
            SensitiveKind::MobileNumber => (3, 4),
            SensitiveKind::BankCard => (4, 4),
            SensitiveKind::Email => return masked_address(&self.value),
        };
        let signs: Vec<char> = self.value.chars().collect();
        let hidden = signs.len().saturating_sub(shown.0 + shown.1);
        let head = signs.iter().take(shown.0);
        let tail = signs.iter().skip(shown.0 + hidden);
        head.copied().chain(std::iter::repeat_n('*', hidden)).chain(tail.copied()).collect()
    }
}

fn masked_address(address: &str) -> String {
    match address.split_once('@') {
        Some((name, host)) => format!("{}***@{host}", name.chars().take(1).collect::<String>()),
        None => "***".into(),
    }
}

/// Everything in a text that must not go out, in the order in which it stands there.
pub fn scan(text: &str) -> Vec<Found> {
    if !may_hold(text) {
        return Vec::new();
    }
    let signs: Vec<char> = text.chars().map(narrow).collect();
    let mut found: Vec<Found> = runs(&signs).iter().flat_map(|run| judge(run, &signs)).collect();
    found.extend(addresses(&signs));
    found.sort_by_key(|found| found.from);
    found
}

/// Whether a text has enough digits, or the sign of an address: most have not, and are done with here.
fn may_hold(text: &str) -> bool {
    const FEWEST: usize = 11;
    let mut digits = 0;
    text.chars().map(narrow).any(|sign| {
        digits += usize::from(sign.is_ascii_digit());
        sign == '@' || digits == FEWEST
    })
}

/// A digit of a run, and whether a blank or a hyphen parts it from the one before.
#[derive(Clone, Copy)]
struct Digit {
    at: usize,
    value: u8,
    parted: bool,
}

/// The groups of digits that a blank or a hyphen at most holds apart. An `X` may end them, and counts ten.
fn runs(signs: &[char]) -> Vec<Vec<Digit>> {
    const BEFORE_X: usize = 17;
    let mut runs: Vec<Vec<Digit>> = vec![Vec::new()];
    let mut parted = false;
    for (at, sign) in signs.iter().copied().enumerate() {
        let Some(run) = runs.last_mut() else { break };
        if let Some(value) = sign.to_digit(10) {
            run.push(Digit { at, value: u8::try_from(value).unwrap_or_default(), parted });
            parted = false;
        } else if matches!(sign, 'x' | 'X') && run.len() >= BEFORE_X {
            run.push(Digit { at, value: 10, parted });
            runs.push(Vec::new());
            parted = false;
        } else if is_gap(sign) && !parted && !run.is_empty() {
            parted = true;
        } else if !is_unseen(sign) && !run.is_empty() {
            runs.push(Vec::new());
            parted = false;
        }
    }
    runs
}

fn is_gap(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '\u{3000}' | '-' | '‐' | '‑' | '–' | '—')
}

/// Signs that take no room hold nothing apart.
fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// What the run is as a whole; else what the groups are into which its blanks and hyphens part it. A whole group is
/// taken or none of it: eleven digits within twenty are no telephone.
fn judge(run: &[Digit], signs: &[char]) -> Vec<Found> {
    /// No number has more groups.
    const MOST: usize = 5;
    let groups: Vec<&[Digit]> = run.chunk_by(|_, next| !next.parted).collect();
    let mut rest = groups.as_slice();
    let mut found = Vec::new();
    while !rest.is_empty() {
        // The longest first: a card that begins with groups like a mobile number is a card.
        let taken =
            (1..=rest.len().min(MOST)).rev().find_map(|count| Some((count, of_groups(rest.get(..count)?, signs)?)));
        let count = taken.as_ref().map_or(1, |(count, _)| *count);
        found.extend(taken.map(|(_, found)| found));
        rest = rest.get(count..).unwrap_or_default();
    }
    found
}

fn of_groups(groups: &[&[Digit]], signs: &[char]) -> Option<Found> {
    let digits: Vec<u8> = groups.iter().flat_map(|group| group.iter().map(|digit| digit.value)).collect();
    let (first, last) = (groups.first()?.first()?.at, groups.last()?.last()?.at);
    if !context::is_apart(signs, first, last) {
        return None;
    }
    let sizes: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let kind = if numbers::is_identity_number(&digits) && (digits.len() == 18 || matches!(*sizes, [15] | [6, 6, 3])) {
        SensitiveKind::IdentityNumber
    } else if !context::is_own(signs, first, last) {
        return None;
    } else if numbers::is_mobile(&digits) && matches!(*sizes, [11 | 13] | [3, 4, 4] | [2, 11] | [2, 3, 4, 4]) {
        SensitiveKind::MobileNumber
    } else if numbers::is_card(&digits) && in_card_groups(&sizes) {
        SensitiveKind::BankCard
    } else {
        return None;
    };
    let value = digits.iter().map(|digit| if *digit == 10 { 'X' } else { char::from(b'0' + digit) }).collect();
    Some(Found { kind, from: first, to: last + 1, value })
}

/// As cards are written: in one, in fours with a rest, in six and the rest, or 4-6-5 as on some.
fn in_card_groups(sizes: &[usize]) -> bool {
    let fours = matches!(sizes, [heads @ .., last] if heads.iter().all(|size| *size == 4) && *last <= 4);
    fours || matches!(sizes, [_] | [6, _] | [4, 6, 5])
}

/// Addresses of e-mail: a name, an @, a host with a full stop in it.
fn addresses(signs: &[char]) -> Vec<Found> {
    let in_name = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%');
    let in_host = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let at_signs = signs.iter().enumerate().filter(|(_, sign)| **sign == '@');
    at_signs
        .filter_map(|(at, _)| {
            let from = at - signs.get(..at)?.iter().rev().take_while(|c| in_name(c)).count();
            let host: String = signs.get(at + 1..)?.iter().take_while(|c| in_host(c)).collect();
            let host = host.trim_end_matches(['.', '-']);
            let (above, top) = host.rsplit_once('.')?;
            let is_host = !above.is_empty() && top.len() >= 2 && top.chars().all(|c| c.is_ascii_alphabetic());
            let to = at + 1 + host.len();
            let value: String = signs.get(from..to)?.iter().collect();
            (is_host && from < at).then_some(Found { kind: SensitiveKind::Email, from, to, value })
        })
        .collect()
}

#[cfg(test)]
mod tests;
