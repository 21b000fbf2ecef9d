//! The year of a ledger, as titles and names state it.

use super::scan::chinese_digit;
use crate::typed::plain;

/// The one year that a title, a sheet's name or a file's name states; none where it states none, or several.
pub(crate) fn year_in(text: &str) -> Option<i32> {
    match years_in(text).as_slice() {
        [year] => Some(*year),
        _ => None,
    }
}

/// The years that a text states, each once.
pub(crate) fn years_in(text: &str) -> Vec<i32> {
    let text = plain(text);
    let mut years = Vec::new();
    let mut bracketed = false;
    let chars: Vec<char> = text.chars().collect();
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        match c {
            // The year of a document's number, as in 教办函〔2014〕23号, is not the ledger's.
            '〔' | '﹝' | '[' | '【' => bracketed = true,
            '〕' | '﹞' | ']' | '】' => bracketed = false,
            _ => {}
        }
        let run = chars.iter().skip(at).take_while(|c| c.is_ascii_digit()).count();
        let (run, value) = if run > 0 {
            let digits: String = chars.iter().skip(at).take(run).collect();
            (run, digits.parse::<i32>().ok())
        } else {
            let digits: Vec<i64> = chars.iter().skip(at).map_while(|c| chinese_digit(*c)).collect();
            let value = digits.iter().take(9).fold(0, |value, digit| value * 10 + *digit);
            (digits.len(), i32::try_from(value).ok())
        };
        let next = chars.get(at + run);
        match value {
            Some(year) if run == 4 && !bracketed && (1949..=2100).contains(&year) => years.push(year),
            Some(year) if run == 2 && next == Some(&'年') && chars.get(at + 3) == Some(&'度') => {
                years.push(2000 + year)
            }
            _ => {}
        }
        at += run.max(1);
    }
    years.sort_unstable();
    years.dedup();
    years
}
