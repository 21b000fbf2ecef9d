//! Days, in all the ways that people type them.

use chrono::{Days, NaiveDate};

use crate::fault::FaultCode;
use crate::period::plausible;

use super::typed::{is_placeholder, plain};
use super::workbook::Cell;

/// The day that a cell states; none where it is blank or says that there is none. A day without its year is read
/// within `year`. An error carries the value as it was written.
pub(crate) fn read_date(cell: &Cell, year: Option<i32>) -> std::result::Result<Option<NaiveDate>, (FaultCode, String)> {
    let read = match cell {
        Cell::Empty => return Ok(None),
        Cell::Day(day) => Ok(*day),
        Cell::Number(number) => of_number(*number, year),
        Cell::Text(text) => {
            let text = plain(text);
            if is_placeholder(&text) {
                return Ok(None);
            }
            of_text(&text, year)
        }
        Cell::Flag(_) => Err(FaultCode::DateUnreadable),
        Cell::Error(_) => Err(FaultCode::CellError),
        Cell::FormulaWithoutValue(_) => Err(FaultCode::FormulaWithoutValue),
    };
    match read {
        Ok(day) if plausible(day) => Ok(Some(day)),
        Ok(_) => Err((FaultCode::DateOutOfRange, cell.to_text())),
        Err(code) => Err((code, cell.to_text())),
    }
}

type Day = std::result::Result<NaiveDate, FaultCode>;

/// A number that was meant as a day: 20230302, or the serial number of a date that lost its format.
fn of_number(number: f64, year: Option<i32>) -> Day {
    // Serial numbers of 1954 to 2119.
    const SERIALS: std::ops::RangeInclusive<f64> = 20_000.0..=80_000.0;
    if SERIALS.contains(&number) {
        let days = Days::new(number.floor() as u64);
        let epoch = NaiveDate::from_ymd_opt(1899, 12, 30).ok_or(FaultCode::DateUnreadable)?;
        return epoch.checked_add_days(days).ok_or(FaultCode::DateUnreadable);
    }
    if number.fract() == 0.0 && (1.0..1e15).contains(&number) {
        return of_text(&number.to_string(), year);
    }
    // 2023.3 is a month, whether March or the October that lost its zero; 3.2 may have been 3.20.
    if (1949.0..2101.0).contains(&number) { Err(FaultCode::DateIncomplete) } else { Err(FaultCode::DateUnreadable) }
}

fn of_text(text: &str, year: Option<i32>) -> Day {
    let text = without_weekday(text);
    let chars: Vec<char> = text.chars().collect();
    let mut scan = Scan { chars: &chars, at: 0 };
    let Some(first) = scan.number() else { return Err(FaultCode::DateUnreadable) };
    if first.digits >= 5 {
        return compact(&first, scan.rest(), year);
    }
    let mark = scan.at;
    let Some(one) = scan.separator() else { return alone(&first, &scan) };
    let Some(second) = scan.number() else {
        scan.at = mark;
        return alone(&first, &scan);
    };
    let mark = scan.at;
    let third = scan.separator().and_then(|two| scan.number().map(|third| (two, third)));
    match third {
        Some((two, third)) if belong_together(one, two) && first.digits != 3 && third.digits <= 2 => {
            let year = match first.digits {
                4 => first.value,
                2 if is_year(first.value, year, matches!(one, '年' | '.')) => 2000 + first.value,
                _ => return Err(FaultCode::DateUnreadable),
            };
            day_of_month(&mut scan, one == '年' || two == '月')?;
            finish(&scan)?;
            calendar(year, second.value, third.value)
        }
        _ => {
            scan.at = mark;
            pair(&first, one, &second, &mut scan, year)
        }
    }
}

/// Whether two digits are a year: near the ledger's, or where that is unknown, by what stands behind them. 12/03/23
/// may be a year, a month or a day.
fn is_year(digits: i64, ledger: Option<i32>, plain: bool) -> bool {
    match ledger {
        Some(ledger) => (2000 + digits).abs_diff(i64::from(ledger)) <= 1,
        None => plain && digits > 0,
    }
}

/// Two numbers: a month and a day of the year in question, or a year and a month that lack the day.
fn pair(first: &Number, one: char, second: &Number, scan: &mut Scan, year: Option<i32>) -> Day {
    if first.digits == 4 || one == '年' {
        scan.accept(&['月']);
        let rest = scan.rest();
        let vague = ["上旬", "中旬", "下旬", "初", "中", "底", "末", "份", "月份", "间"];
        let incomplete = rest.is_empty() || vague.contains(&rest.as_str());
        return Err(match incomplete && (1..=12).contains(&second.value) && second.digits <= 2 {
            true => FaultCode::DateIncomplete,
            false => FaultCode::DateUnreadable,
        });
    }
    let day_like = matches!(one, '月' | '.' | '-' | '/' | '、');
    if !day_like || first.digits > 2 || second.digits > 2 || !(1..=12).contains(&first.value) {
        return Err(FaultCode::DateUnreadable);
    }
    day_of_month(scan, one == '月')?;
    finish(scan)?;
    match year {
        Some(year) => calendar(i64::from(year), first.value, second.value),
        // 30 February is in no year, 29 February in a leap year.
        None => calendar(2000, first.value, second.value).and(Err(FaultCode::DateYearUnknown)),
    }
}

/// One number: 2023年, 3月, 5日 lack the rest.
fn alone(first: &Number, scan: &Scan) -> Day {
    let rest = scan.rest();
    let year = first.digits == 4 && (1949..=2100).contains(&first.value);
    let lacks = match rest.as_str() {
        "" => year,
        "年" | "年度" | "年初" | "年底" | "年末" | "年中" | "年内" | "年上半年" | "年下半年" => {
            year || first.digits == 2
        }
        "月" | "月份" | "月初" | "月底" | "月上旬" | "月中旬" | "月下旬" => {
            (1..=12).contains(&first.value)
        }
        "日" | "号" => (1..=31).contains(&first.value),
        _ => false,
    };
    Err(if lacks { FaultCode::DateIncomplete } else { FaultCode::DateUnreadable })
}

/// Digits without separators: 20230302, with a time 20230302143000, 230302; 202303 lacks the day.
fn compact(number: &Number, rest: String, ledger: Option<i32>) -> Day {
    let of = |year: i64, month_day: i64| calendar(year, month_day / 100, month_day % 100);
    let value = number.value;
    match number.digits {
        8 => finish_text(&rest).and_then(|()| of(value / 10_000, value % 10_000)),
        12 | 14 if rest.is_empty() => {
            let day = value / 10_i64.pow(number.digits - 8);
            of(day / 10_000, day % 10_000)
        }
        6 if rest.is_empty() => {
            let (year, month) = (value / 100, value % 100);
            if (1949..=2100).contains(&year) && (1..=12).contains(&month) {
                return Err(FaultCode::DateIncomplete);
            }
            if !is_year(value / 10_000, ledger, false) {
                return Err(FaultCode::DateUnreadable);
            }
            of(2000 + value / 10_000, value % 10_000).map_err(|_| FaultCode::DateUnreadable)
        }
        _ => Err(FaultCode::DateUnreadable),
    }
}

fn calendar(year: i64, month: i64, day: i64) -> Day {
    if !(1949..=2100).contains(&year) {
        return Err(FaultCode::DateOutOfRange);
    }
    let parts = (i32::try_from(year), u32::try_from(month), u32::try_from(day));
    let (Ok(year), Ok(month), Ok(day)) = parts else { return Err(FaultCode::DateImpossible) };
    NaiveDate::from_ymd_opt(year, month, day).ok_or(FaultCode::DateImpossible)
}

/// Whether two separators belong to one date: 2023.3-5 is two months, and 12.2-5 four days.
fn belong_together(one: char, two: char) -> bool {
    match (one, two) {
        ('年', '月' | '.' | '/' | '、') | (_, '月') => true,
        ('年' | '月', _) => false,
        (one, two) => one == two,
    }
}

/// 日 or 号 behind the day, which nothing but a date has.
fn day_of_month(scan: &mut Scan, chinese: bool) -> std::result::Result<(), FaultCode> {
    let said = scan.accept(&['日', '号']);
    if said && !chinese { Err(FaultCode::DateUnreadable) } else { Ok(()) }
}

fn finish(scan: &Scan) -> std::result::Result<(), FaultCode> {
    finish_text(&scan.rest())
}

/// What may stand behind a date: a time of day, brackets that a weekday left, a full stop.
fn finish_text(rest: &str) -> std::result::Result<(), FaultCode> {
    let mut rest = rest.to_lowercase();
    for word in ["上午", "下午", "中午", "晚上", "早上", "凌晨", "傍晚", "全天", "am", "pm"] {
        if let Some(at) = rest.find(word) {
            rest.replace_range(at..at + word.len(), "");
            break;
        }
    }
    let rest = rest.trim_matches(|c: char| c.is_whitespace() || "。.,，、;；()t".contains(c));
    if rest.is_empty() {
        return Ok(());
    }
    let clock = rest.trim_end_matches('z').replace(['时', '点', '分'], ":").replace(['秒', '整'], "");
    let clock = clock.trim().trim_end_matches(':');
    let mut parts = clock.split(':');
    let hour = parts.next().and_then(|part| part.trim().parse::<u32>().ok());
    let rest_in_sixty = parts.all(|part| part.trim().parse::<f64>().is_ok_and(|part| (0.0..60.0).contains(&part)));
    let told = rest.contains([':', '时', '点']);
    let fits = told && rest_in_sixty && hour.is_some_and(|hour| hour <= 24);
    if fits { Ok(()) } else { Err(FaultCode::DateUnreadable) }
}

/// The text without 星期四, 周四 or （四）.
fn without_weekday(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    let is_day = |c: Option<&char>| c.is_some_and(|c| "一二三四五六日天末1234567".contains(*c));
    while let Some(c) = chars.get(at) {
        let after = |n: usize| chars.get(at + n);
        if matches!((c, after(1)), ('星', Some('期')) | ('礼', Some('拜'))) && is_day(after(2)) {
            at += 3;
        } else if *c == '周' && is_day(after(1)) {
            at += 2;
        } else if *c == '(' && is_day(after(1)) && after(2) == Some(&')') {
            at += 3;
        } else {
            out.push(*c);
            at += 1;
        }
    }
    out.trim().to_owned()
}

struct Number {
    value: i64,
    digits: u32,
}

/// Reads numbers and separators from the left.
struct Scan<'a> {
    chars: &'a [char],
    at: usize,
}

impl Scan<'_> {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn rest(&self) -> String {
        self.chars.get(self.at..).unwrap_or_default().iter().collect::<String>().trim().to_owned()
    }

    fn skip_blanks(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    /// A number in Arabic or Chinese numerals: 2023, 二〇二三, 十二, 廿三.
    fn number(&mut self) -> Option<Number> {
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
    fn separator(&mut self) -> Option<char> {
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

    fn accept(&mut self, signs: &[char]) -> bool {
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

fn chinese_digit(c: char) -> Option<i64> {
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

/// The one year that a title, a sheet's name or a file's name states; none where it states none, or several.
pub(crate) fn year_in(text: &str) -> Option<i32> {
    match years_in(text).as_slice() {
        [year] => Some(*year),
        _ => None,
    }
}

/// The years that a text states, each once.
pub(super) fn years_in(text: &str) -> Vec<i32> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    fn text(text: &str) -> Cell {
        Cell::Text(text.into())
    }

    #[test]
    fn the_second_of_march_in_every_style() {
        for written in [
            "2023年3月2日",
            "2023年3月2号",
            "2023年03月02日",
            "2023.03.02",
            "2023-3-2",
            "2023/3/2",
            "2023、3、2",
            "20230302",
            "2023.3.2 上午",
            "2023-03-02 14:30",
            "2023/3/2 14:30:05",
            "2023-03-02T00:00:00",
            "2023年3月2日14时30分",
            "2023年3月2日 下午3点",
            "2023年3月2日（星期四）",
            "2023.3.2(周四)",
            "2023-3-2 星期四",
            "２０２３年３月２日",
            "２０２３．３．２",
            "２０２３－０３－０２",
            "2023 年 3 月 2 日",
            " 2023. 3. 2 ",
            "2023 3 2",
            "二〇二三年三月二日",
            "二○二三年三月二日",
            "二零二三年三月二日",
            "23.3.2",
            "23年3月2日",
            "23-3-2",
            "23/03/02",
            "2023.3.2.",
            "2023—3—2",
            "2023,3,2",
            "'2023-3-2",
            "20230302143000",
            "230302",
            "2023年3月2",
            "2023年3.2",
            "2023.3月2日",
            "2023·3·2",
            "2023年3月2日。",
            "2023\\3\\2",
            "2023年3月2日（四）",
        ] {
            assert_eq!(read_date(&text(written), Some(2023)), Ok(Some(day(2023, 3, 2))), "{written}");
        }
    }

    #[test]
    fn a_year_of_two_digits_is_near_the_ledgers() {
        let read = |written: &str, year| read_date(&text(written), year).map_err(|fault| fault.0);
        for written in ["23.3.2", "23年3月2日", "23-3-2", "23/03/02", "230302"] {
            for year in [2022, 2023, 2024] {
                assert_eq!(read(written, Some(year)), Ok(Some(day(2023, 3, 2))), "{written} {year}");
            }
            assert_eq!(read(written, Some(2020)), Err(FaultCode::DateUnreadable), "{written}");
            let sure = written.contains(['年', '.']);
            let expected = if sure { Ok(Some(day(2023, 3, 2))) } else { Err(FaultCode::DateUnreadable) };
            assert_eq!(read(written, None), expected, "{written}");
        }
        assert_eq!(read("12/03/23", Some(2023)), Err(FaultCode::DateUnreadable));
        assert_eq!(read("12/03/23", None), Err(FaultCode::DateUnreadable));
    }

    #[test]
    fn a_day_without_its_year_needs_one() {
        for written in ["3月2日", "3.2", "3-2", "3/2", "三月二日", "3月2号", "03.02", "3月2日上午", "3月2"]
        {
            assert_eq!(read_date(&text(written), Some(2023)), Ok(Some(day(2023, 3, 2))), "{written}");
            let fault = Err((FaultCode::DateYearUnknown, written.to_owned()));
            assert_eq!(read_date(&text(written), None), fault, "{written}");
        }
        for (written, month, of_month) in
            [("12月31日", 12, 31), ("十二月三十一日", 12, 31), ("十月十日", 10, 10), ("2月廿八", 2, 28)]
        {
            assert_eq!(read_date(&text(written), Some(2023)), Ok(Some(day(2023, month, of_month))), "{written}");
        }
    }

    #[test]
    fn numbers_that_were_meant_as_days() {
        for number in [20230302.0, 44987.0, 44987.6, 230302.0] {
            assert_eq!(read_date(&Cell::Number(number), Some(2023)), Ok(Some(day(2023, 3, 2))), "{number}");
        }
        assert_eq!(read_date(&Cell::Day(day(2023, 3, 2)), None), Ok(Some(day(2023, 3, 2))));
    }

    #[test]
    fn blanks_and_their_stand_ins_are_no_day() {
        for written in ["", "/", "—", "-", "无", "暂无", "——", "  ", "\\", "无。"] {
            assert_eq!(read_date(&text(written), Some(2023)), Ok(None), "{written}");
        }
        assert_eq!(read_date(&Cell::Empty, None), Ok(None));
    }

    #[test]
    fn what_is_no_day_is_told_apart() {
        use FaultCode::*;
        for (written, code) in [
            ("2023年2月30日", DateImpossible),
            ("2023-13-1", DateImpossible),
            ("20230230", DateImpossible),
            ("2月30日", DateImpossible),
            ("2023年4月31日（星期一）", DateImpossible),
            ("23.2.30", DateImpossible),
            ("2023年0月3日", DateImpossible),
            ("20230000", DateImpossible),
            ("待定", DateUnreadable),
            ("三月", DateIncomplete),
            ("2023年3月", DateIncomplete),
            ("2023.3", DateIncomplete),
            ("202303", DateIncomplete),
            ("2023年", DateIncomplete),
            ("2023", DateIncomplete),
            ("3月", DateIncomplete),
            ("2023年3月上旬", DateIncomplete),
            ("2023年3月底", DateIncomplete),
            ("23年3月", DateIncomplete),
            ("2023年3月份", DateIncomplete),
            ("2日", DateIncomplete),
            ("200302", DateIncomplete),
            ("3月2日-5日", DateUnreadable),
            ("2023.3.2—2023.3.5", DateUnreadable),
            ("3.2-3.5", DateUnreadable),
            ("2023.3.2-5", DateUnreadable),
            ("12.2-5", DateUnreadable),
            ("2023.3-5", DateUnreadable),
            ("3月2日至5日", DateUnreadable),
            ("3月2日、3月5日", DateUnreadable),
            ("2023年3-5月", DateUnreadable),
            ("2023年3月2日前", DateUnreadable),
            ("2023年3月2日左右", DateUnreadable),
            ("5", DateUnreadable),
            ("10:30", DateUnreadable),
            ("2-3-4", DateUnreadable),
            ("3/2/2023", DateUnreadable),
            ("已公开", DateUnreadable),
            ("2023年第3季度", DateUnreadable),
            ("13.5", DateUnreadable),
            ("2023.3.2 2023.3.5", DateUnreadable),
            ("2023-3-2 25:00", DateUnreadable),
            ("20230302-05", DateUnreadable),
            ("13800138000", DateUnreadable),
            ("1948年3月2日", DateOutOfRange),
            ("2101-1-1", DateOutOfRange),
            ("0203.3.2", DateOutOfRange),
            ("19000101", DateOutOfRange),
            ("430102199001011234", DateUnreadable),
        ] {
            assert_eq!(read_date(&text(written), Some(2023)), Err((code, written.to_owned())), "{written}");
        }
        for (number, code) in [
            (3.2, DateUnreadable),
            (2023.1, DateIncomplete),
            (-5.0, DateUnreadable),
            (7.0, DateUnreadable),
            (202303.0, DateIncomplete),
            (f64::NAN, DateUnreadable),
            (1e300, DateUnreadable),
            (20230230.0, DateImpossible),
        ] {
            assert_eq!(read_date(&Cell::Number(number), Some(2023)).map_err(|e| e.0), Err(code), "{number}");
        }
        let value = |cell: &Cell| read_date(cell, None).map_err(|e| e.0);
        assert_eq!(value(&Cell::Error("#REF!".into())), Err(CellError));
        assert_eq!(value(&Cell::FormulaWithoutValue("A1".into())), Err(FormulaWithoutValue));
        assert_eq!(value(&Cell::Day(day(1900, 2, 7))), Err(DateOutOfRange));
    }

    #[test]
    fn the_year_of_a_title() {
        for (title, year) in [
            ("湖南示例职业学院2023年度主动公开信息台账", Some(2023)),
            ("信息公开台账2023", Some(2023)),
            ("二〇二三年会议台账", Some(2023)),
            ("2023年2月—2023年11月", Some(2023)),
            ("23年度台账", Some(2023)),
            ("２０２３年台账", Some(2023)),
            ("2023—2024学年", None),
            ("台账", None),
            ("台账20231120", None),
            ("2022年和2023年", None),
            ("依据教办函〔2014〕23号编制的2023年台账", Some(2023)),
            ("电话0731-88882023", None),
            ("建校60年", None),
            ("第3017号", None),
            ("Sheet1", None),
            ("2023.3月", Some(2023)),
        ] {
            assert_eq!(year_in(title), year, "{title}");
        }
    }
}
