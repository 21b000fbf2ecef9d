//! The check for sensitive information as tables of cases. Every number is invented, its check digit computed.

use super::SensitiveKind::{BankCard, Email, IdentityNumber, MobileNumber};
use super::*;

#[test]
fn what_must_not_go_out_is_found() {
    let cases: &[(&str, &[(SensitiveKind, &str)])] = &[
        // Identity numbers.
        ("身份证号430102199001011238", &[(IdentityNumber, "430102199001011238")]),
        ("公民身份号码：43010219900101018X。", &[(IdentityNumber, "43010219900101018X")]),
        ("43010219900101018x", &[(IdentityNumber, "43010219900101018X")]),
        ("４３０１０２１９９００１０１１２３８", &[(IdentityNumber, "430102199001011238")]),
        ("４３０１０２１９９００１０１０１８Ｘ", &[(IdentityNumber, "43010219900101018X")]),
        ("430102 19900101 1238", &[(IdentityNumber, "430102199001011238")]),
        ("430102-19900101-018X", &[(IdentityNumber, "43010219900101018X")]),
        ("430102\u{3000}1990\u{3000}0101\u{3000}1238", &[(IdentityNumber, "430102199001011238")]),
        ("4301021990\u{200b}01011238", &[(IdentityNumber, "430102199001011238")]),
        ("证件ID430102199001011238", &[(IdentityNumber, "430102199001011238")]),
        ("1.430102199001011238", &[(IdentityNumber, "430102199001011238")]),
        ("（310115200002293388）", &[(IdentityNumber, "310115200002293388")]),
        ("香港居民810000198506150012", &[(IdentityNumber, "810000198506150012")]),
        ("旧证号430102900101123", &[(IdentityNumber, "430102900101123")]),
        ("旧证号 430102 900101 123", &[(IdentityNumber, "430102900101123")]),
        // Mobile numbers.
        ("联系电话：13812345678", &[(MobileNumber, "13812345678")]),
        ("138 1234 5678", &[(MobileNumber, "13812345678")]),
        ("138-1234-5678", &[(MobileNumber, "13812345678")]),
        ("１９９１２３４５６７８", &[(MobileNumber, "19912345678")]),
        ("+86 13812345678", &[(MobileNumber, "8613812345678")]),
        ("+8613812345678", &[(MobileNumber, "8613812345678")]),
        ("王老师/13812345678", &[(MobileNumber, "13812345678")]),
        ("tel13812345678", &[(MobileNumber, "13812345678")]),
        ("名单_13812345678.docx", &[(MobileNumber, "13812345678")]),
        ("2.13812345678", &[(MobileNumber, "13812345678")]),
        ("13812345678，13912345678", &[(MobileNumber, "13812345678"), (MobileNumber, "13912345678")]),
        ("13812345678 13912345678", &[(MobileNumber, "13812345678"), (MobileNumber, "13912345678")]),
        // Bank cards.
        ("卡号6222021900000123455", &[(BankCard, "6222021900000123455")]),
        ("6217 0012 3456 7890 122", &[(BankCard, "6217001234567890122")]),
        ("4312-3456-7890-1236", &[(BankCard, "4312345678901236")]),
        ("３７８２８２２４６３１０００５", &[(BankCard, "378282246310005")]),
        ("622202 1900000123455", &[(BankCard, "6222021900000123455")]),
        // Addresses.
        ("邮箱zhang.san@example.edu.cn。", &[(Email, "zhang.san@example.edu.cn")]),
        ("ｘｘｇｋ＠ｅｘａｍｐｌｅ．ｃｎ", &[(Email, "xxgk@example.cn")]),
        // Several in one text, in their order.
        (
            "王某，430102199001011238，13812345678，卡6222021900000123455",
            &[(IdentityNumber, "430102199001011238"), (MobileNumber, "13812345678"), (BankCard, "6222021900000123455")],
        ),
        ("13812345678 430102199001011238", &[(MobileNumber, "13812345678"), (IdentityNumber, "430102199001011238")]),
    ];
    for (text, expected) in cases {
        let found = scan(text);
        let told: Vec<(SensitiveKind, &str)> = found.iter().map(|found| (found.kind, found.value.as_str())).collect();
        assert_eq!(told, *expected, "{text}");
    }
}

#[test]
fn what_only_looks_like_it_is_let_be() {
    for text in [
        // A wrong check digit, a day or a division that is not there.
        "430102199001011239",
        "430102199002301237",
        "990102199001011238",
        "430102199013011238",
        "430102901301123",
        "430102900101000",
        // A part of a longer number, or of a word.
        "4301021990010112380",
        "1430102199001011238",
        "5430102199001011238765",
        "订单138123456789",
        "20230302138123456",
        "NO2023A13812345678B",
        "DD13812345678",
        // Other telephones, and numbers no telephone has.
        "0731-88123456",
        "12345678901",
        "10812345678",
        "400-888-1234",
        "95588",
        // Document numbers, days, moments, periods.
        "湘示院行〔2023〕54号",
        "〔2023〕13812345678号",
        "2023年3月2日",
        "20230302093000",
        "1677721800000",
        "2023-03-02 2023-04-05",
        // Amounts and decimals.
        "13812345678元",
        "¥13812345678",
        "13812345678.50",
        "0.13812345678",
        "5,000,123,456,787",
        // Cards that are none: Luhn's sum fails, a bar code, a book, one digit alone, another first digit.
        "6222021900000123456",
        "6901234567892",
        "ISBN 9787111123453",
        "5555555555555555",
        "1234567890123452",
        // Orders, goods and links.
        "订单号：4312345678901236",
        "采购编号 6222021900000123455",
        "https://www.example.edu.cn/info/13812345678.htm",
        // An @ that makes no address.
        "@全体成员",
        "价格@12.5",
        "a@b",
    ] {
        assert_eq!(scan(text), [], "{text}");
    }
}

#[test]
fn what_is_found_is_told_without_giving_it_away() {
    for (text, masked) in [
        ("430102199001011238", "430102**********38"),
        ("430102900101123", "430102*******23"),
        ("138 1234 5678", "138****5678"),
        ("6222021900000123455", "6222***********3455"),
        ("zhang.san@example.edu.cn", "z***@example.edu.cn"),
    ] {
        let found = scan(text);
        assert_eq!(found.iter().map(Found::masked).collect::<Vec<_>>(), [masked], "{text}");
    }
}

#[test]
fn a_finding_says_where_it_stands_in_signs_not_bytes() {
    let found = scan("王丽：１３８ １２３４ ５６７８。");
    assert_eq!((found[0].from, found[0].to), (3, 16));
}

#[test]
fn a_long_text_is_read_in_one_pass() {
    let text = "13812345678 4301 ".repeat(20_000);
    assert_eq!(scan(&text).len(), 20_000);
}
