//! What a title says of a correction: that it is one, of which kind, and of what.

/// The codes of the kinds of publications that put another right, whatever the office calls them.
pub(crate) const CORRECTION: &str = "correction";
pub(crate) const CLARIFICATION: &str = "clarification";

const WORDS: [(&str, &str); 4] =
    [("更正", CORRECTION), ("勘误", CORRECTION), ("澄清", CLARIFICATION), ("辟谣", CLARIFICATION)];

/// What may stand behind such a word: 更正公告, 澄清说明.
const PAPERS: [&str; 9] = ["公告", "通告", "通知", "说明", "声明", "启事", "通报", "公示", "信息"];

/// A title that says that it puts another item right.
pub(crate) struct Correcting<'t> {
    pub code: &'static str,
    /// The word that says so, as it stands in the title.
    pub word: &'t str,
    /// What of the title is left for the item; empty where it names none.
    pub item: &'t str,
}

impl Correcting<'_> {
    pub fn read(title: &str) -> Option<Correcting<'_>> {
        const CLOSING: [char; 6] = ['》', '”', '」', ')', '）', '】'];
        const OPENING: [char; 6] = ['《', '“', '「', '(', '（', '【'];
        let closed = title.trim().trim_start_matches(OPENING);
        WORDS.into_iter().find_map(|(word, code)| {
            let (word, item) = leading(closed, word)
                .or_else(|| about(title.trim(), word))
                .or_else(|| trailing(title.trim().trim_end_matches(CLOSING), word))?;
            let item = item.trim().trim_end_matches(OPENING).trim();
            Some(Correcting { code, word, item })
        })
    }

    /// The titles that it may mean: what stands between the marks, else the rest, also as offices begin titles.
    pub fn named(&self) -> Vec<String> {
        if let (Some(from), Some(to)) = (self.item.find('《'), self.item.rfind('》')) {
            // A title within a title has the inner marks.
            let inner = self.item.get(from + '《'.len_utf8()..to).unwrap_or_default();
            return vec![inner.replace('〈', "《").replace('〉', "》")];
        }
        if self.item.is_empty() { Vec::new() } else { vec![self.item.to_owned(), format!("关于{}", self.item)] }
    }
}

/// 更正：…, 更正公告：…, 【更正】…
fn leading<'t>(title: &'t str, word: &str) -> Option<(&'t str, &'t str)> {
    let rest = title.strip_prefix(word)?;
    let rest = PAPERS.iter().find_map(|paper| rest.strip_prefix(paper)).unwrap_or(rest);
    let item = rest.strip_prefix([':', '：', '】', ')', '）', '」'])?;
    Some((title.get(..word.len())?, item))
}

/// 关于更正…的公告, 更正…的公告
fn about<'t>(title: &'t str, word: &str) -> Option<(&'t str, &'t str)> {
    let rest = title.strip_prefix("关于").unwrap_or(title);
    let behind = rest.strip_prefix(word)?;
    let item = PAPERS.iter().find_map(|paper| behind.strip_suffix(paper))?;
    // 澄清池改造工程招标公告 is none.
    let says_so = rest.len() < title.len() || item.is_empty() || item.ends_with(['的', '》']);
    says_so.then_some(())?;
    Some((rest.get(..word.len())?, item.strip_suffix('的').unwrap_or(item)))
}

/// 关于…的更正公告, …更正
fn trailing<'t>(title: &'t str, word: &str) -> Option<(&'t str, &'t str)> {
    let body = PAPERS.iter().find_map(|paper| title.strip_suffix(paper)).unwrap_or(title);
    let before = body.strip_suffix(word)?;
    let item = before.strip_prefix("关于").unwrap_or(before);
    Some((body.get(before.len()..)?, item.strip_suffix('的').unwrap_or(item)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_says_that_it_is_a_correction_and_of_what() {
        for (title, code, item) in [
            ("更正：2023年部门预算", CORRECTION, "2023年部门预算"),
            ("更正公告：2023年部门预算", CORRECTION, "2023年部门预算"),
            ("【更正】2023年部门预算", CORRECTION, "2023年部门预算"),
            ("关于2023年部门预算的更正公告", CORRECTION, "2023年部门预算"),
            ("关于更正《2023年部门预算》的公告", CORRECTION, "2023年部门预算"),
            ("关于更正2023年部门预算的通知", CORRECTION, "2023年部门预算"),
            ("关于《2023年部门预算》的更正", CORRECTION, "2023年部门预算"),
            ("关于《转发〈部门预算〉的通知》的更正", CORRECTION, "转发《部门预算》的通知"),
            ("2023年部门预算更正", CORRECTION, "2023年部门预算"),
            ("2023年部门预算（更正）", CORRECTION, "2023年部门预算"),
            ("2023年部门预算勘误", CORRECTION, "2023年部门预算"),
            ("澄清：食堂涨价传言", CLARIFICATION, "食堂涨价传言"),
            ("关于食堂涨价传言的澄清说明", CLARIFICATION, "食堂涨价传言"),
            ("辟谣：食堂涨价传言", CLARIFICATION, "食堂涨价传言"),
            ("更正公告", CORRECTION, ""),
        ] {
            let found = Correcting::read(title).unwrap_or_else(|| panic!("{title}"));
            assert_eq!(found.code, code, "{title}");
            assert_eq!(found.named().first().map_or("", String::as_str), item, "{title}");
        }
    }

    #[test]
    fn a_title_that_speaks_of_corrections_is_none() {
        for title in
            ["关于做好学籍信息更正工作的通知", "更正学籍信息办理流程", "澄清池改造工程招标公告", "辟谣知识讲座", ""]
        {
            assert!(Correcting::read(title).is_none(), "{title}");
        }
    }
}
