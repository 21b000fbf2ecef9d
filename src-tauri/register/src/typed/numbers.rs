//! Counts and amounts, in all the ways that people type them.

use super::{Cell, Reading, is_placeholder, text_of};
use crate::fault::FaultCode;
use crate::things::LARGEST_COUNT;

/// A whole number, whether it was written as an estimate (约200, 200余), and the unit written behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counted {
    pub number: i64,
    pub estimate: bool,
    pub unit: Option<&'static str>,
}

pub(crate) fn read_count(cell: &Cell) -> Reading<Option<Counted>> {
    let text = text_of(cell)?;
    if is_placeholder(&text) {
        return Ok(None);
    }
    let fault = |code| Err((code, cell.to_text()));
    let (number, estimate, unit) = match cell {
        Cell::Number(number) => (Ok(*number), false, None),
        Cell::Day(_) | Cell::Flag(_) => return fault(FaultCode::NumberUnreadable),
        Cell::Text(_) | Cell::Empty | Cell::Error(_) | Cell::FormulaWithoutValue(_) => amount_in(&text, &COUNT_UNITS),
    };
    match number.and_then(whole) {
        Ok(number) => Ok(Some(Counted { number, estimate, unit })),
        Err(code) => fault(code),
    }
}

/// An amount in 分. The heading may state the unit: 收费金额（万元）.
pub(crate) fn read_money(cell: &Cell, heading: &str) -> Reading<Option<i64>> {
    let text = text_of(cell)?;
    if is_placeholder(&text) {
        return Ok(None);
    }
    let fault = |code| Err((code, cell.to_text()));
    if matches!(text.as_str(), "免" | "免费" | "免收" | "全免" | "未收费" | "不收费") {
        return Ok(Some(0));
    }
    let in_ten_thousands = heading.contains("万元") && !text.contains(['元', '万']);
    let yuan = match cell {
        Cell::Number(number) => Ok(*number),
        Cell::Day(_) | Cell::Flag(_) => return fault(FaultCode::NumberUnreadable),
        Cell::Text(_) | Cell::Empty | Cell::Error(_) | Cell::FormulaWithoutValue(_) => {
            let text = text.trim_start_matches("人民币").trim_start_matches(['¥', '￥']);
            let text = text.strip_prefix("RMB").unwrap_or(text).trim_end_matches('整');
            match amount_in(text, &["元", "圆", "块"]) {
                (_, true, _) => return fault(FaultCode::NumberUnreadable),
                (yuan, false, _) => yuan,
            }
        }
    };
    let fen = yuan.map(|yuan| yuan * if in_ten_thousands { 1_000_000.0 } else { 100.0 });
    match fen.and_then(whole) {
        Ok(fen) => Ok(Some(fen)),
        // Whole 分: an amount has two decimals at most.
        Err(FaultCode::NumberFraction) => fault(FaultCode::MoneyFraction),
        Err(code) => fault(code),
    }
}

/// A whole number within bounds; what a computation left beyond the sixth decimal is no fraction.
fn whole(number: f64) -> std::result::Result<i64, FaultCode> {
    if !number.is_finite() {
        return Err(FaultCode::NumberUnreadable);
    }
    if number < 0.0 {
        return Err(FaultCode::NumberNegative);
    }
    if number > LARGEST_COUNT as f64 {
        return Err(FaultCode::NumberTooLarge);
    }
    if (number - number.round()).abs() > 1e-6 { Err(FaultCode::NumberFraction) } else { Ok(number.round() as i64) }
}

/// What registers count in, as people write it behind a number.
pub(crate) const COUNT_UNITS: [&str; 35] = [
    "人次", "人", "份", "条", "件", "次", "本", "册", "套", "个", "项", "页", "张", "期", "号", "名", "场", "封", "篇",
    "则", "例", "起", "户", "批", "卷", "部", "通", "位", "户次", "件次", "点击", "字", "场次", "班次", "票",
];

/// One unit for the words that mean it: heads are counted in 人次.
pub(crate) fn unit_named(unit: &str) -> &str {
    if matches!(unit, "人" | "名" | "位") { "人次" } else { unit }
}

/// A number, whether it is an estimate, and its unit.
fn amount_in(text: &str, units: &[&'static str]) -> (std::result::Result<f64, FaultCode>, bool, Option<&'static str>) {
    const ABOUT: [&str; 11] = ["大约", "约", "将近", "接近", "近", "超过", "逾", "超", "至少", "不少于", "大概"];
    const OR_SO: [&str; 7] = ["左右", "上下", "以上", "余", "多", "+", "许"];
    let mut rest = text.replace(' ', "");
    let (mut estimate, mut unit) = (false, None);
    for word in ["总计", "合计", "共计", "计", "共"] {
        rest = rest.strip_prefix(word).map(str::to_owned).unwrap_or(rest);
    }
    for word in ABOUT {
        if let Some(after) = rest.strip_prefix(word) {
            (rest, estimate) = (after.to_owned(), true);
        }
    }
    // 200余人次, 200人次左右, 2万余人次: from the right, whatever comes first.
    loop {
        let about = OR_SO.iter().find_map(|word| rest.strip_suffix(word));
        // 件次 is neither 件 nor 次; and a number has one unit.
        let counted =
            units.iter().filter(|word| unit.is_none() && rest.ends_with(**word)).max_by_key(|word| word.len());
        let before = match (about, counted) {
            (Some(before), _) if !before.is_empty() => {
                estimate = true;
                before
            }
            (None, Some(word)) if rest.len() > word.len() => {
                unit = Some(*word);
                rest.strip_suffix(word).unwrap_or_default()
            }
            _ => break,
        };
        rest = before.to_owned();
    }
    let (negative, rest) = match rest.strip_prefix(['-', '−']).or(rest.strip_prefix('负')) {
        Some(rest) => (true, rest.to_owned()),
        None => (false, rest.strip_prefix('+').map(str::to_owned).unwrap_or(rest)),
    };
    let number = arabic(&rest).or_else(|| chinese_number(&rest)).map(|number| if negative { -number } else { number });
    (number.ok_or(FaultCode::NumberUnreadable), estimate, unit)
}

/// 38, 38.0, 1,200, 1.2万, 3百
fn arabic(text: &str) -> Option<f64> {
    let (digits, factor) = match text.chars().last()? {
        '亿' => (text.trim_end_matches('亿'), 1e8),
        '万' => (text.trim_end_matches('万'), 1e4),
        '千' => (text.trim_end_matches('千'), 1e3),
        '百' => (text.trim_end_matches('百'), 1e2),
        _ => (text, 1.0),
    };
    let groups: Vec<&str> = digits.split([',', '，']).collect();
    let grouped = groups.len() > 1;
    let last = groups.len().checked_sub(1)?;
    let well_formed = groups.iter().enumerate().all(|(place, group)| {
        let whole = if place == last { group.split('.').next().unwrap_or(group) } else { group };
        let length = if place == 0 { (1..=3).contains(&whole.len()) } else { whole.len() == 3 };
        whole.bytes().all(|byte| byte.is_ascii_digit()) && length
    });
    if grouped && !well_formed {
        return None;
    }
    let digits = groups.concat();
    let decimal = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if !decimal || !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    digits.parse::<f64>().ok().map(|number| number * factor)
}

/// 十二, 二百三十, 一千零五, 两万三千
pub(crate) fn chinese_number(text: &str) -> Option<f64> {
    if text.is_empty() {
        return None;
    }
    let (mut total, mut section, mut digit) = (0_i64, 0_i64, None);
    let mut places = false;
    for c in text.chars() {
        let (value, place) = match c {
            '零' | '〇' | '○' => (0, 0),
            '一' | '壹' => (1, 0),
            '二' | '两' | '贰' => (2, 0),
            '三' | '叁' => (3, 0),
            '四' | '肆' => (4, 0),
            '五' | '伍' => (5, 0),
            '六' | '陆' => (6, 0),
            '七' | '柒' => (7, 0),
            '八' | '捌' => (8, 0),
            '九' | '玖' => (9, 0),
            '十' | '拾' => (0, 10),
            '百' | '佰' => (0, 100),
            '千' | '仟' => (0, 1000),
            '万' => (0, 10_000),
            _ => return None,
        };
        match (place, digit) {
            // 二三 is no number, but 零 may stand before any digit.
            (0, Some(previous)) if previous != 0 => return None,
            (0, _) => digit = Some(value),
            (10_000, _) => {
                let ten_thousands = section + digit.take().unwrap_or(0);
                if ten_thousands == 0 {
                    return None;
                }
                total += ten_thousands * 10_000;
                (section, places) = (0, true);
            }
            (place, _) => {
                // 十 alone is one ten; 百 alone is nothing that can be counted.
                section += digit.take().or((place == 10).then_some(1))? * place;
                places = true;
            }
        }
    }
    let value = total + section + digit.unwrap_or(0);
    let said = places || text.chars().count() == 1;
    said.then_some(value as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.into())
    }

    #[test]
    fn counts_as_they_are_typed() {
        for (written, number, estimate) in [
            ("38", 38, false),
            ("38份", 38, false),
            ("1,200", 1200, false),
            ("1，200", 1200, false),
            ("３８", 38, false),
            ("38.0", 38, false),
            (" 38 份", 38, false),
            ("约200", 200, true),
            ("200余", 200, true),
            ("200多人次", 200, true),
            ("近200", 200, true),
            ("200人次左右", 200, true),
            ("200余人次", 200, true),
            ("2万余人次", 20_000, true),
            ("1.2万", 12_000, false),
            ("十二", 12, false),
            ("二百三十", 230, false),
            ("一千零五", 1005, false),
            ("十", 10, false),
            ("二十三份", 23, false),
            ("两万三千", 23_000, false),
            ("零", 0, false),
            ("0", 0, false),
            ("共38份", 38, false),
            ("大约300人", 300, true),
            ("200+", 200, true),
            ("十余件", 10, true),
            ("12,345,678", 12_345_678, false),
            ("超过100人次", 100, true),
            ("三", 3, false),
            ("5百", 500, false),
            ("038", 38, false),
        ] {
            let read = read_count(&text(written)).map(|read| read.map(|read| (read.number, read.estimate)));
            assert_eq!(read, Ok(Some((number, estimate))), "{written}");
        }
        assert_eq!(read_count(&Cell::Number(38.0)), Ok(Some(Counted { number: 38, estimate: false, unit: None })));
        assert_eq!(
            read_count(&Cell::Number(37.999_999_99)),
            Ok(Some(Counted { number: 38, estimate: false, unit: None }))
        );
        for (written, unit) in
            [("12人次", "人次"), ("约200余人", "人"), ("12件次", "件次"), ("100本", "本"), ("200人次左右", "人次")]
        {
            assert_eq!(read_count(&text(written)).map(|read| read.and_then(|read| read.unit)), Ok(Some(unit)));
        }
        for blank in ["", "/", "—", "-", "无", "暂无"] {
            assert_eq!(read_count(&text(blank)), Ok(None), "{blank}");
        }
        assert_eq!(read_count(&Cell::Empty), Ok(None));
    }

    #[test]
    fn what_is_no_count_is_told_apart() {
        use FaultCode::*;
        for (written, code) in [
            ("若干", NumberUnreadable),
            ("很多", NumberUnreadable),
            ("-3", NumberNegative),
            ("－3份", NumberNegative),
            ("负3", NumberNegative),
            ("3.5", NumberFraction),
            ("1000000000", NumberTooLarge),
            ("99999999999999999999", NumberTooLarge),
            ("3-5", NumberUnreadable),
            ("1,2", NumberUnreadable),
            ("1,2000", NumberUnreadable),
            ("38/40", NumberUnreadable),
            ("几十", NumberUnreadable),
            ("1e3", NumberUnreadable),
            ("份", NumberUnreadable),
            ("余", NumberUnreadable),
            ("一二", NumberUnreadable),
            ("1.2.3", NumberUnreadable),
            ("五份以内", NumberUnreadable),
            ("NaN", NumberUnreadable),
            ("十几", NumberUnreadable),
            ("万", NumberUnreadable),
            ("12份人次", NumberUnreadable),
            ("百", NumberUnreadable),
        ] {
            assert_eq!(read_count(&text(written)), Err((code, written.to_owned())), "{written}");
        }
        for (number, code) in
            [(3.5, NumberFraction), (-3.0, NumberNegative), (1e9, NumberTooLarge), (f64::NAN, NumberUnreadable)]
        {
            assert_eq!(read_count(&Cell::Number(number)).map_err(|e| e.0), Err(code), "{number}");
        }
        assert_eq!(read_count(&Cell::Flag(true)), Err((NumberUnreadable, "TRUE".into())));
        assert_eq!(read_count(&Cell::Error("#N/A".into())), Err((CellError, "#N/A".into())));
        assert_eq!(
            read_count(&Cell::FormulaWithoutValue("SUM(A1)".into())),
            Err((FormulaWithoutValue, "=SUM(A1)".into()))
        );
    }

    #[test]
    fn amounts_become_fen() {
        for (written, fen) in [
            ("12.5元", 1250),
            ("¥12.50", 1250),
            ("￥12.5", 1250),
            ("1,200.00", 120_000),
            ("1.2万元", 1_200_000),
            ("12", 1200),
            ("0", 0),
            ("免费", 0),
            ("免", 0),
            ("人民币12元整", 1200),
            ("0.1", 10),
            ("19.99元", 1999),
            ("十二元", 1200),
        ] {
            assert_eq!(read_money(&text(written), "收费金额"), Ok(Some(fen)), "{written}");
        }
        assert_eq!(read_money(&Cell::Number(0.29), "收费金额"), Ok(Some(29)));
        assert_eq!(read_money(&Cell::Number(1.2), "收费金额（万元）"), Ok(Some(1_200_000)));
        assert_eq!(read_money(&text("1.2万元"), "收费金额（万元）"), Ok(Some(1_200_000)));
        assert_eq!(read_money(&text("无"), "收费金额"), Ok(None));
        for (written, code) in [
            ("12.345", FaultCode::MoneyFraction),
            ("-1", FaultCode::NumberNegative),
            ("若干", FaultCode::NumberUnreadable),
            ("约12元", FaultCode::NumberUnreadable),
            ("99999999元", FaultCode::NumberTooLarge),
        ] {
            assert_eq!(read_money(&text(written), "收费金额"), Err((code, written.to_owned())), "{written}");
        }
    }
}
