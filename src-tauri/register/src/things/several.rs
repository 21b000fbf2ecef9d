//! Whether a text names several people.
//!
//! Two names with a sign between them that no name holds (张三、李四) are two people; with a blank or 和 between them
//! (张三 李四) they may be, as some write 欧阳 娜娜.

const APART_SIGNS: [char; 14] = ['、', '，', ',', '；', ';', '/', '／', '|', '&', '＆', '+', '＋', '\n', '\t'];

/// Whether a text names several people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Several {
    No,
    Perhaps,
    Yes,
}

/// What stands in brackets is said of a person and names nobody: 王丽（教务处、学生处）.
pub(crate) fn several(text: &str) -> Several {
    let mut depth = 0_u32;
    let plain: String = text
        .chars()
        .filter(|sign| match sign {
            '(' | '（' | '〔' | '[' => {
                depth += 1;
                false
            }
            ')' | '）' | '〕' | ']' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect();
    if parts(&plain, |sign| APART_SIGNS.contains(&sign)) {
        return Several::Yes;
    }
    let between = |sign: char| sign.is_whitespace() || matches!(sign, '和' | '与' | '及');
    let names: Vec<&str> = plain.split(between).filter(|part| !part.is_empty()).collect();
    let name = |part: &&str| (2..=4).contains(&part.chars().count()) && part.chars().all(is_han);
    if names.len() > 1 && names.iter().all(name) { Several::Perhaps } else { Several::No }
}

fn parts(text: &str, sign: impl Fn(char) -> bool) -> bool {
    text.split(sign).filter(|part| !part.trim().is_empty()).nth(1).is_some()
}

fn is_han(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_names_in_one_field_are_seen_and_one_name_is_left_alone() {
        for (typed, seen) in [
            ("张三、李四", Several::Yes),
            ("张三,李四", Several::Yes),
            ("张三；李四；", Several::Yes),
            ("王书记/李院长", Several::Yes),
            ("张三\n李四", Several::Yes),
            ("张三 李四", Several::Perhaps),
            ("张三\u{3000}李四", Several::Perhaps),
            ("张三和李四", Several::Perhaps),
            ("张三", Several::No),
            ("张 三", Several::No),
            ("李和平", Several::No),
            ("阿不都·热合曼", Several::No),
            ("John Smith", Several::No),
            ("王丽（教务处、学生处）", Several::No),
            ("王丽，", Several::No),
            ("王丽😀", Several::No),
            ("", Several::No),
        ] {
            assert_eq!(several(typed), seen, "{typed}");
        }
    }
}
