//! The numbers that a text states: 706条, 23600余人次, 百分之八十七点三, 二十六次, each with its unit and the words that lead to it.
//!
//! Days, years, article and document numbers, ordinals and telephone numbers say how something is called, not how
//! much there is of it: they are no stated numbers. Neither is 一 alone, which Chinese uses as an article.

use std::ops::Range;

use crate::things::narrow;
use crate::typed::{COUNT_UNITS, chinese_number};

/// Stated numbers are reckoned in thousandths, so that 87.3 is compared without rounding.
const THOUSAND: i64 = 1000;
/// Beyond it nothing is counted; a longer run of digits names something.
const MOST_DIGITS: usize = 9;
/// Words of the field that a number may have behind it besides the units that registers count in.
const MORE_UNITS: [&str; 7] = ["%", "个百分点", "元", "天", "个工作日", "家", "批次"];
const BEFORE: [(&str, Closeness); 11] = [
    ("大约", Closeness::About),
    ("约", Closeness::About),
    ("将近", Closeness::Nearly),
    ("接近", Closeness::Nearly),
    ("近", Closeness::Nearly),
    ("不少于", Closeness::OrMore),
    ("至少", Closeness::OrMore),
    ("超过", Closeness::OrMore),
    ("逾", Closeness::OrMore),
    ("超", Closeness::OrMore),
    ("达到", Closeness::Exact),
];
/// Sentences and the clauses of a list end here.
const ENDS: [char; 6] = ['。', '；', '！', '？', ';', '\n'];

/// How a stated number stands to what it states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Closeness {
    Exact,
    /// 余、多、逾: so much and less than one more of its last place.
    OrMore,
    /// 近: less than one of its last place below.
    Nearly,
    /// 约: within one of its last place.
    About,
}

/// A number as a text states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stated {
    /// In signs of the text: the digits alone.
    pub digits: Range<usize>,
    /// The words about it and its unit too.
    pub whole: Range<usize>,
    thousandths: i64,
    /// What one of the last place that is not 0 stands for, in thousandths.
    place: i64,
    pub closeness: Closeness,
    /// Empty where none is said.
    pub unit: String,
    /// What is said from the number before it, or from the beginning of its sentence, up to it.
    pub lead: String,
    /// No words lead to it where it stands: they are those beside it.
    pub alone: bool,
}

impl Stated {
    /// Whether it may be said where there is this much.
    pub(super) fn says(&self, thousandths: i64) -> bool {
        let beyond = thousandths - self.thousandths;
        match self.closeness {
            Closeness::Exact => beyond == 0,
            Closeness::OrMore => (0..self.place).contains(&beyond),
            Closeness::Nearly => (0..self.place).contains(&-beyond),
            Closeness::About => beyond.abs() < self.place,
        }
    }

    pub(super) fn thousandths(&self) -> i64 {
        self.thousandths
    }

    /// How far the number may be from what it states.
    pub(super) fn slack(&self) -> i64 {
        if self.closeness == Closeness::Exact { 0 } else { self.place }
    }

    /// What the words before the number say since the last comma.
    pub(super) fn clause(&self) -> &str {
        self.lead.rsplit(['，', ',']).next().unwrap_or_default()
    }
}

/// Whole numbers as [`Stated::says`] reckons them.
pub(super) fn in_thousandths(number: f64) -> i64 {
    #[allow(clippy::cast_possible_truncation)] // a sum of counts
    let thousandths = (number * THOUSAND as f64).round() as i64;
    thousandths
}

/// Every stated number of a paragraph in its order. `units` are the register's own, besides the usual ones.
pub(super) fn stated(text: &str, units: &[String]) -> Vec<Stated> {
    let signs: Vec<char> = text.chars().map(plain).collect();
    let reader = Reader { signs: &signs, units };
    let mut found: Vec<Stated> = Vec::new();
    let begin = reader.ordinal();
    let mut at = begin;
    while at < signs.len() {
        if let Some(end) = reader.name(at) {
            at = end;
            continue;
        }
        match reader.number(at) {
            Some((mut stated, end)) => {
                let since = found.last().map_or(begin, |before| before.whole.end);
                stated.lead = lead(&signs[since..stated.whole.start]);
                found.push(stated);
                at = end;
            }
            None => at += reader.digits(at).max(1),
        }
    }
    found
}

/// Full-width digits, letters and signs of numbers as half-width ones, each in its place; punctuation stays.
fn plain(sign: char) -> char {
    match narrow(sign) {
        narrow if narrow.is_ascii_alphanumeric() || matches!(narrow, '%' | '.' | '-' | '/') => narrow,
        _ if sign == '〇' => '零',
        _ => sign,
    }
}

/// The words since the last end of a sentence, without what stands in brackets.
fn lead(signs: &[char]) -> String {
    let mut depth = 0_u32;
    let mut said = String::new();
    for sign in signs {
        match sign {
            '（' | '(' => depth += 1,
            '）' | ')' if depth > 0 => depth -= 1,
            sign if ENDS.contains(sign) => said.clear(),
            sign if depth == 0 => said.push(*sign),
            _ => {}
        }
    }
    said.trim().to_owned()
}

struct Reader<'a> {
    signs: &'a [char],
    units: &'a [String],
}

impl Reader<'_> {
    fn sign(&self, at: usize) -> Option<char> {
        self.signs.get(at).copied()
    }

    fn is(&self, at: usize, test: impl Fn(char) -> bool) -> bool {
        self.sign(at).is_some_and(test)
    }

    fn digits(&self, at: usize) -> usize {
        self.signs[at.min(self.signs.len())..].iter().take_while(|sign| sign.is_ascii_digit()).count()
    }

    fn starts(&self, at: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(place, sign)| self.sign(at + place) == Some(sign))
    }

    fn ends_before(&self, at: usize, word: &str) -> bool {
        at.checked_sub(word.chars().count()).is_some_and(|from| self.starts(from, word))
    }

    /// Behind the ordinal that a paragraph begins with: 一、 （二） 3. 4、 (5)
    fn ordinal(&self) -> usize {
        let start = self.signs.iter().take_while(|sign| sign.is_whitespace()).count();
        let bracketed = self.is(start, |sign| matches!(sign, '（' | '('));
        let from = start + usize::from(bracketed);
        let length = self.signs[from..].iter().take_while(|sign| sign.is_ascii_digit() || is_numeral(**sign)).count();
        let end = from + length;
        let closed = match self.sign(end) {
            Some('）' | ')') => true,
            Some('、') => !bracketed,
            Some('.') => !bracketed && self.digits(end + 1) == 0,
            _ => false,
        };
        if length > 0 && closed { end + 1 } else { 0 }
    }

    /// The end of what begins here and only looks like a number.
    fn name(&self, at: usize) -> Option<usize> {
        let sign = self.sign(at)?;
        match sign {
            // 第29号, 第三条
            '第' => {
                let numeral = |sign: char| sign.is_ascii_digit() || is_numeral(sign) || sign.is_whitespace();
                let length = self.signs[at + 1..].iter().take_while(|sign| numeral(**sign)).count();
                (length > 0).then_some(at + 1 + length)
            }
            // 〔2014〕23号
            '〔' | '[' | '【' | '（' | '(' => {
                let year = self.digits(at + 1);
                let close = at + 1 + year;
                if year != 4 || !self.is(close, |sign| matches!(sign, '〕' | ']' | '】' | '）' | ')')) {
                    return None;
                }
                let from = close + 1 + usize::from(self.sign(close + 1) == Some('第'));
                let number = self.digits(from);
                (number > 0 && self.sign(from + number) == Some('号')).then_some(from + number + 1)
            }
            // GB/T 9704, A4, QQ12345
            sign if sign.is_ascii_alphabetic() => {
                let word = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '/' | '.' | '_' | '—');
                let end = at + self.signs[at..].iter().take_while(|sign| word(**sign)).count();
                let spaced = self.sign(end) == Some(' ') && self.signs[at..end].contains(&'/');
                Some(if spaced { end + 1 + self.digits(end + 1) } else { end })
            }
            '0'..='9' => self.day(at).or_else(|| self.long(at)).or_else(|| self.year(at)),
            // 几十次, 数百人
            '几' | '数' if self.is(at + 1, |sign| "十百千万".contains(sign)) => Some(self.numerals(at + 1)),
            _ => None,
        }
    }

    /// 2023年11月20日, 11月20日, 2022—2023学年, 2023-11-20, 2023/11/20, 9:30
    fn day(&self, at: usize) -> Option<usize> {
        let first = self.digits(at);
        let next = at + first;
        match self.sign(next)? {
            '年' if first == 4 => Some(next + 1),
            '月' | '日' | '时' if first <= 2 => Some(next + 1),
            '-' | '—' | '–' | '～' | '~' | '至' | '/' | '.' if first == 4 => {
                let from = next + self.signs[next..].iter().take_while(|sign| !sign.is_ascii_digit()).count().min(2);
                let second = self.digits(from);
                let end = from + second;
                let year = second == 4 && self.is(end, |sign| matches!(sign, '年' | '学'));
                let month = matches!(second, 1 | 2) && self.is(end, |sign| matches!(sign, '-' | '/' | '.' | '月'));
                if month {
                    return Some(end + 1 + self.digits(end + 1));
                }
                year.then_some(end)
            }
            ':' | '：' if first <= 2 && self.digits(next + 1) == 2 => Some(next + 3),
            _ => None,
        }
    }

    /// Telephone and identity numbers, numbers of versions and sections: 0731-88888888, 1.2.3
    fn long(&self, at: usize) -> Option<usize> {
        let part = |sign: char| sign.is_ascii_digit() || matches!(sign, '-' | '.' | '*' | 'X');
        let length = self.signs[at..].iter().take_while(|sign| part(**sign)).count();
        let run = &self.signs[at..at + length];
        let joined = run.windows(2).any(|pair| pair[0] == '-' && pair[1].is_ascii_digit());
        let dots = run.windows(2).filter(|pair| pair[0] == '.' && pair[1].is_ascii_digit()).count();
        let leading = run.first() == Some(&'0') && run.get(1).is_some_and(char::is_ascii_digit);
        (joined || dots > 1 || leading || self.digits(at) > MOST_DIGITS).then_some(at + length)
    }

    /// A year without 年: 信息公开年度报告（2023）
    fn year(&self, at: usize) -> Option<usize> {
        let behind = at + 4;
        let century = self.starts(at, "19") || self.starts(at, "20");
        let counted = self.is(behind, |sign| matches!(sign, '余' | '多' | ',' | '.') || multiple(sign).is_some());
        (century && self.digits(at) == 4 && !counted && self.unit(behind).is_empty()).then_some(behind)
    }

    fn number(&self, at: usize) -> Option<(Stated, usize)> {
        if self.starts(at, "百分之") {
            return self.share(at);
        }
        match self.sign(at)? {
            '0'..='9' => self.arabic(at),
            sign if is_numeral(sign) => self.chinese(at),
            _ => None,
        }
    }

    /// 百分之八十七点三, 百分之87.3
    fn share(&self, at: usize) -> Option<(Stated, usize)> {
        let from = at + 3;
        let (thousandths, place, end) = match self.arabic_digits(from) {
            Some(read) => read,
            None => {
                let whole = self.numerals(from);
                let number = chinese_number(&self.text(from..whole))?;
                let decimals: String = match self.sign(whole) {
                    Some('点') => self.signs[whole + 1..].iter().map_while(|sign| decimal(*sign)).collect(),
                    _ => String::new(),
                };
                let end = whole + if decimals.is_empty() { 0 } else { 1 + decimals.len() };
                let share = format!("{number}.{decimals}0").parse().ok()?;
                (in_thousandths(share), step(&decimals), end)
            }
        };
        let stated = self.made(at..end, thousandths, place, Closeness::Exact, "%".into(), end);
        Some((stated, end))
    }

    fn arabic(&self, at: usize) -> Option<(Stated, usize)> {
        let (mut thousandths, mut place, mut end) = self.arabic_digits(at)?;
        while let Some(factor) = self.sign(end).and_then(multiple) {
            thousandths = thousandths.checked_mul(factor)?;
            place = place.checked_mul(factor)?;
            end += 1;
        }
        self.with_unit(at, end, thousandths, place)
    }

    /// The number in thousandths, its last place, its end: 1586, 1,586, 87.3
    fn arabic_digits(&self, at: usize) -> Option<(i64, i64, usize)> {
        let mut end = at + self.digits(at);
        let mut whole = self.text(at..end);
        while whole.len() <= MOST_DIGITS && self.sign(end) == Some(',') && self.digits(end + 1) == 3 {
            whole += &self.text(end + 1..end + 4);
            end += 4;
        }
        let mut decimals = String::new();
        if self.sign(end) == Some('.') && self.digits(end + 1) > 0 {
            let length = self.digits(end + 1);
            decimals = self.text(end + 1..end + 1 + length);
            end += 1 + length;
        }
        if whole.is_empty() {
            return None;
        }
        let number: f64 = format!("{whole}.{decimals}0").parse().ok()?;
        let zeros = whole.bytes().rev().take_while(|digit| *digit == b'0').count().min(whole.len() - 1);
        let place = match decimals.as_str() {
            "" => THOUSAND.checked_mul(10_i64.checked_pow(u32::try_from(zeros).ok()?)?)?,
            decimals => step(decimals),
        };
        Some((in_thousandths(number), place, end))
    }

    /// 二十六次, 一百一十八条: numerals count where a unit stands behind them.
    fn chinese(&self, at: usize) -> Option<(Stated, usize)> {
        let end = self.numerals(at);
        let text = self.text(at..end);
        let number = chinese_number(&text)?;
        let thousandths = in_thousandths(number);
        let place = match text.chars().last()? {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '万' => 10_000,
            _ => 1,
        };
        let (stated, end) = self.with_unit(at, end, thousandths, place * THOUSAND)?;
        // 一 is an article, and 个 stands behind a number of anything at all.
        let counts = text != "一" && !stated.unit.is_empty() && stated.unit != "个";
        counts.then_some((stated, end))
    }

    /// The end of the numerals that begin here.
    fn numerals(&self, at: usize) -> usize {
        at + self.signs[at.min(self.signs.len())..].iter().take_while(|sign| is_numeral(**sign)).count()
    }

    /// What stands around the number: 约, 余, the unit.
    fn with_unit(&self, at: usize, end: usize, thousandths: i64, place: i64) -> Option<(Stated, usize)> {
        let before = BEFORE.iter().find(|(word, _)| self.ends_before(at, word));
        let (mut thousandths, mut place, mut behind) = (thousandths, place, end);
        let mut closeness = before.map_or(Closeness::Exact, |(_, closeness)| *closeness);
        if self.is(behind, |sign| matches!(sign, '余' | '多')) {
            closeness = Closeness::OrMore;
            behind += 1;
            // 2余万, 20多万
            while let Some(factor) = self.sign(behind).and_then(multiple) {
                thousandths = thousandths.checked_mul(factor)?;
                place = place.checked_mul(factor)?;
                behind += 1;
            }
        }
        let unit = self.unit(behind);
        let whole_end = behind + unit.chars().count();
        if closeness == Closeness::Exact && ["左右", "上下"].iter().any(|word| self.starts(whole_end, word)) {
            closeness = Closeness::About;
        }
        let mut stated = self.made(at..end, thousandths, place, closeness, unit, whole_end);
        if let Some((word, _)) = before {
            stated.whole.start = at - word.chars().count();
        }
        Some((stated, whole_end))
    }

    fn made(
        &self,
        digits: Range<usize>,
        thousandths: i64,
        place: i64,
        closeness: Closeness,
        unit: String,
        end: usize,
    ) -> Stated {
        let whole = digits.start..end;
        Stated { digits, whole, thousandths, place, closeness, unit, lead: String::new(), alone: false }
    }

    /// The longest unit that begins here.
    fn unit(&self, at: usize) -> String {
        let known = COUNT_UNITS.iter().chain(&MORE_UNITS).copied().chain(self.units.iter().map(String::as_str));
        known.filter(|unit| self.starts(at, unit)).max_by_key(|unit| unit.len()).unwrap_or_default().to_owned()
    }

    fn text(&self, range: Range<usize>) -> String {
        self.signs[range].iter().collect()
    }
}

/// What one of the last decimal stands for, in thousandths.
fn step(decimals: &str) -> i64 {
    match decimals.len() {
        0 => THOUSAND,
        1 => 100,
        2 => 10,
        _ => 1,
    }
}

fn multiple(sign: char) -> Option<i64> {
    match sign {
        '百' => Some(100),
        '千' => Some(1000),
        '万' => Some(10_000),
        '亿' => Some(100_000_000),
        _ => None,
    }
}

fn is_numeral(sign: char) -> bool {
    "零一二三四五六七八九十百千万两".contains(sign)
}

fn decimal(sign: char) -> Option<char> {
    let digit = "零一二三四五六七八九".chars().position(|numeral| numeral == sign)?;
    char::from_digit(u32::try_from(digit).ok()?, 10)
}
