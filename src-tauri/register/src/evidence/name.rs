//! A file's name as it is kept: one that every system can write, and that hides nothing.

/// A name is cut so that a path to it stays below the 260 characters of Windows (Maximum Path Length Limitation) and
/// the 255 bytes that other systems allow a name.
const LONGEST: usize = 200;

/// What stands for a name that holds nothing that may stay.
const NAMELESS: &str = "附件";

/// The name that a file is kept under: without signs that Windows forbids, without those that cannot be seen or that
/// turn the direction of writing (a program may be named to look like a picture), not too long, its ending kept.
pub(super) fn kept(name: &str) -> String {
    let seen: String = name.chars().filter(|c| !hides(*c)).map(|c| if forbidden(c) { '_' } else { c }).collect();
    // Windows drops blanks and full stops at the end, so that two names would be one.
    let seen = seen.trim().trim_end_matches(['.', ' ']);
    if seen.is_empty() {
        return NAMELESS.to_owned();
    }
    let (stem, ending) = match seen.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && !ending.is_empty() && ending.len() <= 16 => (stem, Some(ending)),
        _ => (seen, None),
    };
    let stem = if reserved(stem) { format!("_{stem}") } else { stem.to_owned() };
    let room = LONGEST.saturating_sub(ending.map_or(0, |ending| ending.len() + 1));
    let mut end = stem.len().min(room);
    while !stem.is_char_boundary(end) {
        end -= 1;
    }
    let stem = stem.get(..end).unwrap_or_default().trim_end_matches(['.', ' ']);
    match ending {
        Some(ending) => format!("{stem}.{ending}"),
        None => stem.to_owned(),
    }
}

/// Control signs; marks and overrides of direction (Unicode Standard Annex 9, 2); blanks of no width, but for the
/// joiner that holds an emoji together.
fn hides(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{61c}' | '\u{feff}')
}

fn forbidden(c: char) -> bool {
    matches!(c, '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*')
}

/// Names of devices on Windows, with any ending (Naming Files, Paths, and Namespaces).
fn reserved(stem: &str) -> bool {
    let first = stem.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = |device: &str| {
        first
            .strip_prefix(device)
            .is_some_and(|n| matches!(n.as_bytes(), [b'1'..=b'9']) || matches!(n, "¹" | "²" | "³"))
    };
    matches!(first.as_str(), "CON" | "PRN" | "AUX" | "NUL") || numbered("COM") || numbered("LPT")
}

#[cfg(test)]
mod tests {
    use super::kept;

    #[test]
    fn a_name_is_kept_as_every_system_can_write_it() {
        for (name, expected) in [
            ("会议纪要.docx", "会议纪要.docx"),
            ("现场照片🎓.jpg", "现场照片🎓.jpg"),
            ("👨\u{200d}👩\u{200d}👧 合影.png", "👨\u{200d}👩\u{200d}👧 合影.png"),
            ("a<b>c:d\"e/f\\g|h?i*.pdf", "a_b_c_d_e_f_g_h_i_.pdf"),
            ("照片\u{202e}gpj.exe", "照片gpj.exe"),
            ("تقرير.pdf", "تقرير.pdf"),
            ("\u{200f}תמונה.png", "תמונה.png"),
            ("CON", "_CON"),
            ("nul.txt", "_nul.txt"),
            ("com1.tar.gz", "_com1.tar.gz"),
            ("COM10.txt", "COM10.txt"),
            ("公示. . ", "公示"),
            ("  通知.doc  ", "通知.doc"),
            ("换\n行.txt", "换行.txt"),
            ("...", "附件"),
            ("\u{202e}", "附件"),
            (".gitignore", ".gitignore"),
        ] {
            assert_eq!(kept(name), expected, "{name:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_ending_and_no_half_sign() {
        let name = kept(&format!("{}.docx", "关于".repeat(100)));
        assert!(name.len() <= 200 && name.ends_with("关.docx") | name.ends_with("于.docx"), "{name}");
        let name = kept(&"🎓".repeat(90));
        assert!(name.len() <= 200 && name.chars().all(|c| c == '🎓'), "{name}");
        let name = kept(&format!("附件.{}", "长".repeat(100)));
        assert!(name.len() <= 200 && name.starts_with("附件.长"), "{name}");
    }
}
