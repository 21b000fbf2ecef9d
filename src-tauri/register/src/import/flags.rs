//! 是 or 否, and whether a row stands, in the words of the office.

use crate::fault::FaultCode;
use crate::typed::{Cell, Reading, is_placeholder, plain, text_of};

/// Whether a row stands, as a column 状态 says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    InForce,
    /// With the reason, or none.
    Withdrawn(String),
    /// A word that says neither.
    Unknown(String),
}

/// 是 or 否 in the words of any such column, that of 公开属性 included.
pub(crate) fn read_flag(cell: &Cell) -> Reading<Option<bool>> {
    const YES: [&str; 24] = [
        "是",
        "√",
        "✓",
        "✔",
        "☑",
        "对",
        "y",
        "yes",
        "t",
        "true",
        "1",
        "有",
        "公开",
        "主动公开",
        "已公开",
        "已主动公开",
        "予以公开",
        "社会公开",
        "向社会公开",
        "校内公开",
        "部分公开",
        "公示",
        "已公示",
        "可以公开",
    ];
    const NO: [&str; 27] = [
        "否",
        "×",
        "✗",
        "✘",
        "x",
        "☒",
        "错",
        "n",
        "no",
        "f",
        "false",
        "0",
        "无",
        "没有",
        "不",
        "非",
        "不是",
        "不公开",
        "不予公开",
        "免予公开",
        "未公开",
        "依申请公开",
        "依申请",
        "暂不公开",
        "不宜公开",
        "不主动公开",
        "涉密",
    ];
    if let Cell::Flag(flag) = cell {
        return Ok(Some(*flag));
    }
    let text = text_of(cell)?.to_lowercase().replace(' ', "");
    let text = text.trim_end_matches(['。', '.', ';', '；']);
    if YES.contains(&text) {
        Ok(Some(true))
    } else if NO.contains(&text) {
        Ok(Some(false))
    } else if is_placeholder(text) {
        Ok(None)
    } else {
        Err((FaultCode::FlagUnreadable, cell.to_text()))
    }
}

/// What a column of status says. The heading decides what 是 means: 是否作废, 是否有效.
pub(crate) fn read_status(cell: &Cell, heading: &str) -> Status {
    const WITHDRAWN: [&str; 16] = [
        "作废", "撤回", "撤销", "撤稿", "撤下", "撤除", "废止", "废除", "无效", "删除", "取消", "注销", "停用", "下架",
        "撤", "废",
    ];
    const STANDS: [&str; 27] = [
        "正常",
        "有效",
        "在用",
        "使用中",
        "已发布",
        "发布",
        "已公开",
        "公开",
        "主动公开",
        "已办结",
        "办结",
        "已办",
        "办理中",
        "在办",
        "已完成",
        "完成",
        "进行中",
        "现行",
        "现行有效",
        "生效",
        "启用",
        "归档",
        "已归档",
        "已审核",
        "已答复",
        "已回复",
        "保留",
    ];
    let written = cell.to_text();
    let text = plain(&written);
    let plain_text = text.trim_end_matches(['。', '.']).replace(' ', "");
    let unknown = || Status::Unknown(written.trim().to_owned());
    let is_fault = matches!(cell, Cell::Error(_) | Cell::FormulaWithoutValue(_));
    if is_fault {
        return unknown();
    }
    if let Ok(Some(flag)) = read_flag(cell)
        && !STANDS.contains(&plain_text.as_str())
    {
        let asks_withdrawn = ["作废", "撤", "废止", "无效", "删除", "失效"].iter().any(|word| heading.contains(word));
        let asks_standing = ["有效", "正常", "在用", "生效", "启用"].iter().any(|word| heading.contains(word));
        return match (asks_withdrawn, asks_standing, flag) {
            (true, false, true) | (false, true, false) => Status::Withdrawn(String::new()),
            (true, false, false) | (false, true, true) => Status::InForce,
            // A tick under 状态, and 无 where nothing is the matter.
            _ if flag || plain_text == "无" => Status::InForce,
            _ => unknown(),
        };
    }
    if is_placeholder(&plain_text) || STANDS.contains(&plain_text.as_str()) {
        return Status::InForce;
    }
    let found = WITHDRAWN.iter().find_map(|word| plain_text.find(word).map(|at| (at, at + word.len())));
    let Some((at, end)) = found else {
        let stands =
            ["正常", "有效", "现行", "在用", "已发布", "已公开"].iter().any(|word| plain_text.starts_with(word));
        return if stands { Status::InForce } else { unknown() };
    };
    let (before, after) = plain_text.split_at(at);
    let after = after.get(end - at..).unwrap_or_default();
    let doubtful = ["部分", "拟", "待", "申请", "建议", "是否"].iter().any(|word| before.contains(word));
    let denied = ["未", "不", "没有", "无需", "尚未"].iter().any(|word| before.ends_with(word));
    match before {
        _ if doubtful => unknown(),
        _ if denied => Status::InForce,
        "" | "已" | "已经" | "全部" | "予以" | "现已" => Status::Withdrawn(reason(after)),
        // 因重复发布作废
        _ => Status::Withdrawn(written.trim().to_owned()),
    }
}

/// What stands behind 作废: a reason, out of its brackets.
fn reason(after: &str) -> String {
    let inner = after.trim_matches(|c: char| c.is_whitespace() || ":：,，;；-—()（）[]【】。".contains(c));
    inner.trim_start_matches("原因").trim_start_matches([':', '：']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.into())
    }

    #[test]
    fn flags_in_their_words() {
        for yes in ["是", "√", "✓", "公开", "主动公开", "Y", "yes", "1", "有", "TRUE", "是。", " 是 ", "Ｙ"]
        {
            assert_eq!(read_flag(&text(yes)), Ok(Some(true)), "{yes}");
        }
        for no in ["否", "×", "不公开", "不予公开", "依申请公开", "N", "no", "0", "无", "false", "X", "不 公开"]
        {
            assert_eq!(read_flag(&text(no)), Ok(Some(false)), "{no}");
        }
        for blank in ["", "/", "—", "-"] {
            assert_eq!(read_flag(&text(blank)), Ok(None), "{blank}");
        }
        assert_eq!(read_flag(&Cell::Number(1.0)), Ok(Some(true)));
        assert_eq!(read_flag(&Cell::Number(0.0)), Ok(Some(false)));
        assert_eq!(read_flag(&Cell::Flag(false)), Ok(Some(false)));
        for unreadable in ["待定", "也许", "2", "是否"] {
            assert_eq!(
                read_flag(&text(unreadable)),
                Err((FaultCode::FlagUnreadable, unreadable.to_owned())),
                "{unreadable}"
            );
        }
    }

    #[test]
    fn a_status_withdraws_with_its_reason() {
        let withdrawn = |reason: &str| Status::Withdrawn(reason.to_owned());
        for (written, status) in [
            ("作废", withdrawn("")),
            ("已作废", withdrawn("")),
            ("撤回", withdrawn("")),
            ("已撤销", withdrawn("")),
            ("废止", withdrawn("")),
            ("无效", withdrawn("")),
            ("已删除", withdrawn("")),
            ("作废：重复发布", withdrawn("重复发布")),
            ("作废（重复发布）", withdrawn("重复发布")),
            ("已撤回，内容有误", withdrawn("内容有误")),
            ("作废 原因：录错", withdrawn("录错")),
            ("因重复发布作废", withdrawn("因重复发布作废")),
        ] {
            assert_eq!(read_status(&text(written), "状态"), status, "{written}");
        }
        for written in
            ["", "正常", "有效", "在用", "已发布", "已办结", "未作废", "有效期至2025年", "√", "—", "公开", "无"]
        {
            assert_eq!(read_status(&text(written), "状态"), Status::InForce, "{written}");
        }
        for written in ["部分废止", "拟作废", "待核", "失效", "存疑"] {
            assert_eq!(read_status(&text(written), "状态"), Status::Unknown(written.to_owned()), "{written}");
        }
        for (heading, word, status) in [
            ("是否作废", "是", withdrawn("")),
            ("是否作废", "否", Status::InForce),
            ("是否有效", "是", Status::InForce),
            ("是否有效", "否", withdrawn("")),
            ("是否作废", "作废", withdrawn("")),
            ("状态", "否", Status::Unknown("否".into())),
            ("是否作废", "√", withdrawn("")),
            ("是否作废", "", Status::InForce),
        ] {
            assert_eq!(read_status(&text(word), heading), status, "{heading} {word}");
        }
        assert_eq!(read_status(&Cell::Empty, "状态"), Status::InForce);
    }
}
