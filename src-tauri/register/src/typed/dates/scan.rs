//! Numbers and separators of a date, read from the left: in Arabic numerals or Chinese.

pub(super) struct Number {
    pub value: i64,
    pub digits: u32,
}

/// Reads numbers and separators from the left.
pub(super) struct Scan<'a> {
    pub chars: &'a [char],
    pub at: usize,
}

impl Scan<'_> {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    pub fn rest(&self) -> String {
        self.chars.get(self.at..).unwrap_or_default().iter().collect::<String>().trim().to_owned()
    }

    fn skip_blanks(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    /// A number in Arabic or Chinese numerals: 2023, 二〇二三, 十二, 廿三.
    pub fn number(&mut self) -> Option<Number> {
        self.skip_blanks();
        let start = self.at;
        while self.peek().is_some_and(|c| c.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at > start {
            let digits: String = self.chars.get(start..self.at)?.iter().collect();
            return Some(Number { value: digits.parse().ok()?, digits: u32::try_from(digits.len()).ok()? });
        }
        while self.peek().is_some_and(|c| chinese_digit(c).is_some() || "十廿卅元".contains(c)) {
            self.at += 1;
        }
        chinese(self.chars.get(start..self.at)?)
    }

    /// What stands between two numbers of a date: one sign, with blanks around it, or blanks alone.
    pub fn separator(&mut self) -> Option<char> {
        let start = self.at;
        self.skip_blanks();
        let sign = match self.peek()? {
            sign @ ('年' | '月' | '.' | '/' | '、' | '-') => sign,
            ',' | '·' | '•' => '.',
            '\\' => '/',
            '—' | '–' | '―' | '−' | '_' => '-',
            _ if self.at > start => {
                return Some(' ');
            }
            _ => return None,
        };
        self.at += 1;
        Some(sign)
    }

    pub fn accept(&mut self, signs: &[char]) -> bool {
        let start = self.at;
        self.skip_blanks();
        if self.peek().is_some_and(|c| signs.contains(&c)) {
            self.at += 1;
            return true;
        }
        self.at = start;
        false
    }
}

pub(super) fn chinese_digit(c: char) -> Option<i64> {
    const DIGITS: &str = "〇一二三四五六七八九";
    let c = match c {
        '零' | '○' | 'Ｏ' | '◯' | 'О' => '〇',
        c => c,
    };
    DIGITS.chars().position(|digit| digit == c).and_then(|digit| i64::try_from(digit).ok())
}

/// 二〇二三 by its digits, 二十三 by its value; 元 is the first year or month of a count.
fn chinese(chars: &[char]) -> Option<Number> {
    if chars.is_empty() {
        return None;
    }
    if let Some(digits) = chars.iter().map(|c| chinese_digit(*c)).collect::<Option<Vec<_>>>() {
        let value = digits.iter().fold(0_i64, |value, digit| value.saturating_mul(10).saturating_add(*digit));
        return Some(Number { value, digits: u32::try_from(digits.len()).ok()? });
    }
    let value = match chars {
        ['元'] => 1,
        ['十'] => 10,
        ['十', ones] => 10 + chinese_digit(*ones)?,
        ['廿'] => 20,
        ['廿', ones] => 20 + chinese_digit(*ones)?,
        ['卅'] => 30,
        ['卅', ones] => 30 + chinese_digit(*ones)?,
        [tens, '十'] => 10 * chinese_digit(*tens)?,
        [tens, '十', ones] => 10 * chinese_digit(*tens)? + chinese_digit(*ones)?,
        _ => return None,
    };
    Some(Number { value, digits: if value < 10 { 1 } else { 2 } })
}
