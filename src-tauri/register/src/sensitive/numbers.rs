//! What digits may be: the rules by which numbers of persons and of cards are made.

/// GB 11643-1999: division, day of birth, serial number; 18 digits end with a check digit by ISO 7064 MOD 11-2.
pub(super) fn is_identity_number(digits: &[u8]) -> bool {
    let day = |year: u32, at: usize| {
        let two = |at: usize| Some(u32::from(*digits.get(at)?) * 10 + u32::from(*digits.get(at + 1)?));
        let (Some(month), Some(day)) = (two(at), two(at + 2)) else { return false };
        i32::try_from(year).ok().and_then(|year| chrono::NaiveDate::from_ymd_opt(year, month, day)).is_some()
    };
    let number = |from: usize, to: usize| {
        digits.get(from..to).unwrap_or_default().iter().fold(0_u32, |sum, digit| sum * 10 + u32::from(*digit))
    };
    // The divisions of GB/T 2260: 11 to 65, Taiwan 71, Hong Kong 81, Macao 82, Taiwan residents 83.
    let division = matches!(number(0, 2), 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83);
    match digits.len() {
        18 => {
            const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
            let body = digits.get(..17).unwrap_or_default();
            let sum: u32 = body.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(*digit) * weight).sum();
            let year = number(6, 10);
            division
                && body.iter().all(|digit| *digit < 10)
                && (1850..=2100).contains(&year)
                && day(year, 10)
                && digits.get(17).is_some_and(|check| u32::from(*check) == (12 - sum % 11) % 11)
        }
        // Serial number 000 was never given.
        15 => division && digits.iter().all(|digit| *digit < 10) && day(1900 + number(6, 8), 8) && number(12, 15) > 0,
        _ => false,
    }
}

/// Eleven digits from 13 to 19, with or without the country's 86.
pub(super) fn is_mobile(digits: &[u8]) -> bool {
    let own = match digits {
        [8, 6, own @ ..] if own.len() == 11 => own,
        own => own,
    };
    own.len() == 11
        && own.iter().all(|digit| *digit < 10)
        && own.first() == Some(&1)
        && own.get(1).is_some_and(|second| (3..=9).contains(second))
}

/// The first digit is that of a card's issuer (3 to 6; 9 for the old cards of a country), Luhn's sum holds, and there is
/// more than one digit in it. A bar code of goods made in China begins with 69, of a book with 978 or 979.
pub(super) fn is_card(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let digit = u32::from(*digit);
            if place % 2 == 1 { digit * 2 / 10 + digit * 2 % 10 } else { digit }
        })
        .sum();
    let is_bar_code = digits.len() == 13 && (digits.starts_with(&[6, 9]) || digits.starts_with(&[9, 7]));
    (13..=19).contains(&digits.len())
        && !is_bar_code
        && matches!(digits.first(), Some(3..=6 | 9))
        && digits.iter().all(|digit| *digit < 10)
        && sum.is_multiple_of(10)
        && digits.iter().any(|digit| Some(digit) != digits.first())
}
