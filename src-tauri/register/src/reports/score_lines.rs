//! The lines of a department's scorecard as it is printed: what each is called, its unit, and the rule that it is counted by.

use chrono::NaiveDate;

use super::sheet::Cell;
use crate::people::{Score, Scorecard, Scorecards};
use crate::period::zh_date;

/// A line of the scorecard: what it is called, its unit, and how it is counted.
pub(super) struct Line {
    pub heading: &'static str,
    pub label: &'static str,
    pub unit: &'static str,
    pub rule: String,
    pub value: fn(&Scorecard) -> Cell,
}

/// The rules by which the numbers came about, in the order of the scorecard.
pub(super) fn lines(cards: &Scorecards, today: NaiveDate) -> Vec<Line> {
    let limit = cards.limit;
    let (now, as_of) = (zh_date(today), zh_date(cards.as_of));
    let line = |heading, label, unit, rule: String, value| Line { heading, label, unit, rule, value };
    vec![
        line(
            "公开信息\n（条）",
            "公开信息",
            "条",
            "公开日期在期间内、是否公开为“是”、未作废的主动公开信息，按责任部门计。".into(),
            |card| number(card, Score::Published),
        ),
        line(
            "按时\n（条）",
            "其中：按时公开",
            "条",
            format!(
                "填有形成日期的，自形成（制作完成或获取）次日起{limit}个工作日内公开的（《高等学校信息公开办法》；教办函〔2014〕23号第二项），按国务院办公厅节假日安排计算工作日。"
            ),
            |card| number(card, Score::OnTime),
        ),
        line(
            "逾期\n（条）",
            "其中：逾期公开",
            "条",
            format!("填有形成日期、超过{limit}个工作日公开的。"),
            |card| number(card, Score::Late),
        ),
        line(
            "无形成\n日期（条）",
            "其中：无形成日期",
            "条",
            "未填形成日期的，无从判断是否按时，单独列出，不计入按时率。".into(),
            |card| number(card, Score::Undated),
        ),
        line(
            "期限暂定\n（条）",
            "其中：期限暂定",
            "条",
            "期限涉及尚无节假日安排的年份，按时或逾期为暂定结果，安排公布并录入后可能变动；已包括在按时或逾期之内。".into(),
            |card| number(card, Score::Provisional),
        ),
        line(
            "更正澄清\n（条）",
            "其中：更正、澄清",
            "条",
            "对已公开信息作出更正、澄清而另行公开的信息；修改台账记录不计。".into(),
            |card| number(card, Score::Corrections),
        ),
        line(
            "按时率\n（%）",
            "按时率",
            "%",
            "按时公开 ÷（按时公开＋逾期公开）× 100；没有填形成日期的信息时留空。".into(),
            |card| card.on_time_share.map_or(Cell::Empty, Cell::Share),
        ),
        line(
            "逾期\n未公开（条）",
            "逾期未公开",
            "条",
            format!(
                "已填公开渠道或清单事项而没有公开日期（审查结论为不予公开的除外）的信息，自形成次日起至{as_of}已超过{limit}个工作日的；形成日期早于期间的也计入，不计入公开信息。"
            ),
            |card| number(card, Score::Unpublished),
        ),
        line(
            "应公开\n事项（项）",
            "应公开事项",
            "项",
            "本部门负责公开的《高等学校信息公开事项清单》事项；当年确定为“不涉及”的不计。".into(),
            |card| count(card.duties.published + card.duties.stale + card.duties.missing),
        ),
        line(
            "已公开\n事项（项）",
            "其中：已公开",
            "项",
            format!("截至{as_of}，清单事项状态为“已公开”的：仍在更新周期内，或长期有效、内容没有变更，或备注写明公开位置。"),
            |card| count(card.duties.published),
        ),
        line(
            "待更新\n事项（项）",
            "其中：待更新",
            "项",
            format!("截至{as_of}，已超过更新周期，或内容变更后{limit}个工作日内没有更新的。"),
            |card| count(card.duties.stale),
        ),
        line(
            "未公开\n事项（项）",
            "其中：未公开",
            "项",
            format!("截至{as_of}没有公开记录的。"),
            |card| count(card.duties.missing),
        ),
        line(
            "依申请\n按期（件）",
            "依申请公开：按期答复",
            "件",
            "收到日期在期间内、由本部门承办的申请，在规定期限内答复的；补正期间不计，准予延期的按延长后的期限。".into(),
            |card| number(card, Score::RequestsInTime),
        ),
        line(
            "依申请\n逾期（件）",
            "依申请公开：逾期答复",
            "件",
            "超过规定期限答复的。".into(),
            |card| number(card, Score::RequestsLate),
        ),
        line(
            "依申请\n未答（件）",
            "依申请公开：尚未答复",
            "件",
            format!("截至{now}没有答复日期的。"),
            |card| number(card, Score::RequestsOpen),
        ),
        line(
            "未答逾期\n（件）",
            "其中：已超过期限",
            "件",
            format!("尚未答复的申请中，截至{now}已超过期限的。"),
            |card| number(card, Score::RequestsOverdue),
        ),
        line(
            "按期答复\n（条）",
            "咨询投诉等答复：按期答复",
            "条",
            "收到日期在期间内、由本部门承办的答复登记，在办理期限内答复的；按登记条数计，不含日常登记，不按件数、人次相加。"
                .into(),
            |card| number(card, Score::RepliesInTime),
        ),
        line(
            "逾期答复\n（条）",
            "咨询投诉等答复：逾期答复",
            "条",
            "上述登记中答复日期晚于办理期限的。".into(),
            |card| number(card, Score::RepliesLate),
        ),
        line(
            "未定期限\n（条）",
            "咨询投诉等答复：已答复、未定期限",
            "条",
            "上述登记中已答复而没有办理期限的，无从判断是否按期，单独列出。".into(),
            |card| number(card, Score::RepliesUndated),
        ),
        line(
            "来件未答复\n（条）",
            "咨询投诉等答复：尚未答复",
            "条",
            "上述登记中没有答复日期的。".into(),
            |card| number(card, Score::RepliesOpen),
        ),
        line(
            "来件逾期\n（条）",
            "其中：已超过期限",
            "条",
            format!("尚未答复的登记中，截至{now}已超过办理期限的。"),
            |card| number(card, Score::RepliesOverdue),
        ),
        line(
            "整改逾期\n（项）",
            "问题整改：逾期未完成",
            "项",
            format!("发现日期在期间内、由本部门负责的问题，截至{now}已超过整改期限而没有完成的。"),
            |card| number(card, Score::ProblemsOverdue),
        ),
    ]
}

fn number(card: &Scorecard, score: Score) -> Cell {
    count(card.score(score))
}

fn count(number: u64) -> Cell {
    i64::try_from(number).unwrap_or(i64::MAX).into()
}
