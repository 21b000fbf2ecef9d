//! What counts as a stated number, a sum and a repeat, as tables of sentences.

use super::*;

fn paragraph(text: &str) -> Paragraph {
    Paragraph {
        number: 1,
        spot: Spot::Line { number: 1 },
        text: text.into(),
        in_table: false,
        numbers: stated(text, &[]),
    }
}

fn numbers_in(text: &str) -> Vec<(String, String)> {
    stated(text, &[]).iter().map(|number| (plain(number.thousandths()).to_string(), number.unit.clone())).collect()
}

#[test]
fn a_number_is_read_with_its_unit_in_every_way_that_offices_write_it() {
    let cases: [(&str, &[(&str, &str)]); 22] = [
        ("主动公开信息706条", &[("706", "条")]),
        ("印发文件62号，会议纪要11份（纸质版）", &[("62", "号"), ("11", "份")]),
        ("答复疑问23600余人次", &[("23600", "人次")]),
        ("接待近300人次，约200件", &[("300", "人次"), ("200", "件")]),
        ("阅读2.3万人次", &[("23000", "人次")]),
        ("阅读２．３万人次", &[("23000", "人次")]),
        ("阅读20余万人次", &[("200000", "人次")]),
        ("发放1,586本，收回1586本", &[("1586", "本"), ("1586", "本")]),
        ("满意度87.3%", &[("87.3", "%")]),
        ("满意度达到百分之八十七点三。", &[("87.3", "%")]),
        ("满意度达到百分之87.3。", &[("87.3", "%")]),
        ("满意度提高1.2个百分点", &[("1.2", "个百分点")]),
        ("召开会议二十六次，印发一百一十八条", &[("26", "次"), ("118", "条")]),
        ("十余次座谈会，两场听证会", &[("10", "次"), ("2", "场")]),
        ("公示１１８条", &[("118", "条")]),
        ("共118 条", &[("118", "")]),
        ("118，120次", &[("118", ""), ("120", "次")]),
        ("减免费用1.5万元", &[("15000", "元")]),
        ("0件", &[("0", "件")]),
        ("超过3千份", &[("3000", "份")]),
        ("2023条", &[("2023", "条")]),
        ("20个工作日内", &[("20", "个工作日")]),
    ];
    for (text, expected) in cases {
        let found = numbers_in(text);
        let found: Vec<(&str, &str)> = found.iter().map(|(number, unit)| (number.as_str(), unit.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn days_articles_document_numbers_and_ordinals_are_no_stated_numbers() {
    let cases = [
        "2023年11月20日",
        "２０２３年１１月２０日",
        "二〇二三年十一月二十日",
        "2022—2023学年，2023年度，2023年2月份以来",
        "2023-11-20，2023/11/20，2023.11.20",
        "教育部令第29号，第三条，第 5 章，第八部分",
        "教办函〔2014〕23号，湘示院行[2023]54号，示院发（2023）第7号",
        "GB/T 9704—2012，A4纸，QQ12345678",
        "一、概述",
        "（二）主动公开情况",
        "3.会议",
        "4、培训",
        "(5) 其他",
        "一是加强领导，二是压实责任",
        "公开一项、登记一项",
        "三个方面，四级机构，几十次，数百人",
        "电话0731-88888888，13800138000",
        "9:30开会",
        "信息公开年度报告（2023）",
        "版本1.2.3",
        "千方百计，十分重视，百分百",
    ];
    for text in cases {
        assert_eq!(numbers_in(text), [], "{text}");
    }
}

#[test]
fn a_rounded_number_says_so_much_and_less_than_one_more_of_its_last_place() {
    let cases = [
        ("23600余人次", 23_617, true),
        ("23600余人次", 23_700, false),
        ("23600余人次", 23_599, false),
        ("23600人次", 23_617, false),
        ("2.3万余人次", 23_617, true),
        ("近300件", 296, true),
        ("近300件", 301, false),
        ("近300件", 150, false),
        ("约200件", 213, true),
        ("200件左右", 187, true),
        ("118条", 118, true),
        ("118条", 119, false),
    ];
    for (text, value, holds) in cases {
        assert_eq!(stated(text, &[])[0].says(value * 1000), holds, "{text} {value}");
    }
}

#[test]
fn the_parts_of_a_whole_stand_behind_it_or_before_it() {
    type Case<'a> = (&'a str, Option<(i64, &'a [i64], bool, &'a [&'a str])>);
    let cases: [Case; 12] = [
        ("办理信访258件，其中省厅134件，市局124件。", Some((258, &[134, 124], true, &["件"]))),
        ("办理信访258件，其中：省厅134件，市局123件。", Some((258, &[134, 123], false, &["件"]))),
        ("文件62号，纪要11号，合计73号。", Some((73, &[62, 11], true, &["号"]))),
        ("网站5条，文件6号，合计20份。", Some((20, &[5, 6], false, &["份", "条", "号"]))),
        (
            "共90条。其中，通过网站50条，文件10号，合计80份。通过公示栏30项；回复8件。",
            Some((90, &[50, 10, 30], true, &["条", "号", "项"])),
        ),
        ("共90条。其中，通过网站50条，通过公示栏40条。截至年底召开会议7次。", Some((90, &[50, 40], true, &["条"]))),
        ("办理百余件，其中省厅约60件，市局40余件，共100余件", Some((100, &[60, 40], true, &["件"]))),
        // What names its own measure is no sum of other things.
        ("行政文件62号，会议纪要11号，以上文件印发份数合计6072份。", None),
        // One part is no list.
        ("办理信访258件，其中省厅134件。", None),
        ("网站5条，文件6号。", None),
        ("网站5条；文件6号，合计6号。", None),
        ("其中网站5条，文件6条", None),
    ];
    for (text, expected) in cases {
        let paragraph = paragraph(text);
        let found = sums::sums(&paragraph);
        match expected {
            None => assert!(found.is_empty(), "{text}"),
            Some((stated, parts, holds, units)) => {
                let sum = found
                    .iter()
                    .find(|sum| sum.stated.thousandths() == stated * 1000)
                    .unwrap_or_else(|| panic!("no sum: {text}"));
                let found: Vec<i64> = sum.parts.iter().map(|part| part.thousandths() / 1000).collect();
                assert_eq!((found.as_slice(), sum.holds()), (parts, holds), "{text}");
                assert_eq!(sum.units(), units, "{text}");
            }
        }
    }
}

#[test]
fn a_fact_that_is_stated_twice_has_to_be_one_number() {
    type Case<'a> = (&'a [&'a str], &'a [(i64, &'a [&'a str], bool)]);
    let cases: [Case; 6] = [
        (&["会议纪要11份", "会议纪要11号，联席会11次"], &[(11, &["份", "号"], true)]),
        (&["官网新闻报道118条", "官网公布信息118条"], &[(118, &["条"], true)]),
        (&["校园网公布各类信息118条", "校园网公布各类信息119条"], &[(118, &["条"], false)]),
        // Within one paragraph, small numbers under other words, and other years are other facts.
        (&["干部会26次，党委会26次"], &[]),
        (&["公开信2封", "承诺书2份"], &[]),
        (&["2022年主动公开各类信息690条", "2023年主动公开各类信息706条"], &[]),
    ];
    for (texts, expected) in cases {
        let paragraphs: Vec<Paragraph> = texts.iter().map(|text| paragraph(text)).collect();
        let found = repeats::repeats(&paragraphs);
        let found: Vec<(i64, Vec<&str>, bool)> = found
            .iter()
            .map(|repeat| (repeat.places[0].1.thousandths() / 1000, repeat.units(), repeat.agrees()))
            .collect();
        let expected: Vec<(i64, Vec<&str>, bool)> =
            expected.iter().map(|(number, units, agree)| (*number, units.to_vec(), *agree)).collect();
        assert_eq!(found, expected, "{texts:?}");
    }
}
