//! Days and years as offices write them.

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
    for written in ["3月2日", "3.2", "3-2", "3/2", "三月二日", "3月2号", "03.02", "3月2日上午", "3月2"] {
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
