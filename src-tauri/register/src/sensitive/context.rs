//! What stands around a number, and whether it lets the number be one of its own.

/// Labels of numbers that are nobody's: of orders, of goods.
const LABELS: [&str; 11] =
    ["订单", "单号", "流水号", "发票号", "发票号码", "条形码", "条码", "ISBN", "项目编号", "合同编号", "采购编号"];

/// Words in letters that stand before a person's number without a blank.
const BEFORE: [&str; 7] = ["tel", "phone", "mobile", "id", "no", "sfz", "sj"];

/// Whether no digit or letter holds the number to a longer one. An identity number proves itself by its check digit, so
/// that letters may stand before it.
pub(super) fn is_apart(signs: &[char], first: usize, last: usize) -> bool {
    let after = signs.get(last + 1).is_some_and(char::is_ascii_alphanumeric);
    let before = first.checked_sub(1).and_then(|at| signs.get(at)).is_some_and(char::is_ascii_digit);
    !before && !after
}

/// Whether a number without strong proof of its own is a person's by what stands around it: no part of an order number,
/// a link, a decimal, a document number, no amount.
pub(super) fn is_own(signs: &[char], first: usize, last: usize) -> bool {
    let head = signs.get(..first).unwrap_or_default();
    let tail = signs.get(last + 1..).unwrap_or_default();
    let before = head.last().copied();
    let letters: String = trailing(head, char::is_ascii_alphabetic).to_lowercase();
    let glued = !letters.is_empty() && !BEFORE.iter().any(|word| letters.ends_with(word));
    let amount = matches!(before, Some('¥' | '￥' | '$')) || matches!(tail.first(), Some('元' | '万' | '亿'));
    let document = matches!(before, Some('第' | '〕' | '〔' | '[' | ']')) && tail.first() == Some(&'号');
    !glued && !amount && !document && !has_decimals(tail) && !is_decimals(head) && !in_link(head) && !labelled(head)
}

/// The end of a text as far as its signs are such.
fn trailing(head: &[char], such: impl Fn(&char) -> bool) -> String {
    /// Far enough for any link.
    const GLANCE: usize = 200;
    let signs: Vec<&char> = head.iter().rev().take(GLANCE).take_while(|sign| such(sign)).collect();
    signs.into_iter().rev().collect()
}

/// `.5` or `.50` follows: an amount.
fn has_decimals(tail: &[char]) -> bool {
    let digits = tail.iter().skip(1).take_while(|sign| sign.is_ascii_digit()).count();
    tail.first() == Some(&'.') && (1..=2).contains(&digits)
}

/// `0.` goes before, and is not the number of a list's item.
fn is_decimals(head: &[char]) -> bool {
    let Some((&'.', head)) = head.split_last() else { return false };
    let digits = head.iter().rev().take_while(|sign| sign.is_ascii_digit()).count();
    let before = head.len().checked_sub(digits + 1).and_then(|at| head.get(at));
    let is_item = head.last() != Some(&'0') && digits <= 2 && before.is_none_or(|sign| sign.is_whitespace());
    digits > 0 && !is_item
}

fn in_link(head: &[char]) -> bool {
    let link = trailing(head, |sign| sign.is_ascii_graphic());
    link.contains("://") || link.contains("www.")
}

/// One of the labels stands right before, a colon and blanks aside.
fn labelled(head: &[char]) -> bool {
    let text: String = head.iter().rev().filter(|sign| !sign.is_whitespace()).take(8).collect();
    let text: String = text.chars().rev().collect();
    let text = text.trim_end_matches([':', '为', '是']);
    LABELS.iter().any(|label| text.ends_with(label))
}
