//! Limits that are said by their length: 5个工作日内答复, 公示5个工作日, 月底前整改.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::reader::Reader;
use crate::fault::FaultCode;
use crate::things::Thing;
use crate::typed::chinese_number;

/// Where a register has the last day of a period, or the day by which something is due.
pub(super) fn limit_field(thing: Thing) -> Option<&'static str> {
    match thing {
        Thing::Reply | Thing::Problem => Some("due_on"),
        Thing::Notice => Some("ends_on"),
        Thing::Consultation => Some("closes_on"),
        Thing::Publication
        | Thing::Meeting
        | Thing::Material
        | Thing::Request
        | Thing::Evaluation
        | Thing::CaseFile
        | Thing::Regulation => None,
    }
}

/// What is to be done by a day.
pub(super) fn is_due(behind: &str) -> bool {
    let behind =
        ["要求", "予以", "完成", "作出", "书面"].iter().find_map(|lead| behind.strip_prefix(lead)).unwrap_or(behind);
    matches!(
        behind,
        "" | "答复"
            | "回复"
            | "反馈"
            | "办结"
            | "办复"
            | "办理"
            | "整改"
            | "整改到位"
            | "整改完毕"
            | "完成"
            | "完毕"
            | "截止"
    )
}

/// How long something runs, counted from the day after it began.
pub(super) enum Length {
    WorkingDays(u32),
    Days(u64),
    /// To the end of the month so many months on.
    MonthEnd(u32),
    /// To the end of a month by its number.
    EndOf(u32),
}

impl Reader<'_> {
    /// A limit by its length, counted by the calendar from the thing's own day; where that is in doubt it is asked for.
    pub(super) fn lengths(&mut self) {
        let Some(field) = limit_field(self.thing) else { return };
        let own = self.thing.date_field();
        for word in self.line.words() {
            let text = self.line.plain(&word);
            let Some(length) = length_of(&text, self.thing).filter(|_| !self.values.contains_key(field)) else {
                continue;
            };
            let base = if self.asks(own) { None } else { Some(self.day_of(own).unwrap_or(self.today)) };
            match base.and_then(|base| self.end_of(&length, base)) {
                Some(day) => self.put_one_day(&word, field, day),
                None => self.ask_day(&word, field, FaultCode::DateIncomplete),
            }
        }
    }

    fn end_of(&self, length: &Length, from: NaiveDate) -> Option<NaiveDate> {
        match length {
            Length::WorkingDays(days) => Some(self.calendar.due(from, *days).day),
            Length::Days(days) => from.checked_add_days(Days::new(*days)),
            Length::MonthEnd(months) => {
                let next = from.with_day(1)?.checked_add_months(Months::new(months + 1))?;
                next.pred_opt()
            }
            Length::EndOf(month) => {
                let year = from.year() + i32::from(*month < from.month());
                NaiveDate::from_ymd_opt(year, *month, 1)?.checked_add_months(Months::new(1))?.pred_opt()
            }
        }
    }
}

/// 期限5个工作日, 3天内答复, 月底前整改: the whole of a word.
pub(super) fn length_of(text: &str, thing: Thing) -> Option<Length> {
    const LEADS: [&str; 16] = [
        "公示期限",
        "公示时间",
        "公示期",
        "公示",
        "征求意见",
        "办理期限",
        "整改期限",
        "期限",
        "限期",
        "限",
        "为期",
        "请于",
        "要求",
        "须于",
        "应于",
        "在",
    ];
    let lead = LEADS.iter().find_map(|lead| Some((*lead, text.strip_prefix(lead)?)));
    let (lead, rest) = lead.map_or(("", text), |(lead, rest)| (lead, rest.trim_start_matches(['为', '是', ':'])));
    let ends = [("本月底", 0), ("这个月底", 0), ("月底", 0), ("下月底", 1), ("下个月底", 1)];
    let until = |rest: &str| {
        let behind = ["之前", "以前", "前"].iter().find_map(|before| rest.strip_prefix(before));
        behind.is_some_and(is_due) || rest.is_empty() && !lead.is_empty()
    };
    if let Some((months, _)) =
        ends.iter().find_map(|(name, months)| Some((*months, rest.strip_prefix(name)?))).filter(|(_, rest)| until(rest))
    {
        return Some(Length::MonthEnd(months));
    }
    if ["年底", "本年底", "今年底"].iter().filter_map(|name| rest.strip_prefix(name)).any(until) {
        return Some(Length::EndOf(12));
    }
    if let Some((month, behind)) = rest.split_once("月底").or_else(|| rest.split_once("月末"))
        && let Some(month) = month.parse().ok().filter(|month| (1..=12).contains(month))
        && until(behind)
    {
        return Some(Length::EndOf(month));
    }
    let digits = rest.chars().take_while(|c| c.is_ascii_digit() || "一二三四五六七八九十两".contains(*c));
    let number: String = digits.collect();
    let behind = rest.get(number.len()..)?;
    let count =
        number.parse().ok().or_else(|| chinese_number(&number).map(|n| n as u32)).filter(|n| (1..=366).contains(n))?;
    const UNITS: [(&str, u32); 8] = [
        ("个工作日", 0),
        ("工作日", 0),
        ("个自然日", 1),
        ("自然日", 1),
        ("天", 1),
        ("日", 1),
        ("个星期", 7),
        ("周", 7),
    ];
    let (days, behind) = UNITS.iter().find_map(|(unit, days)| Some((*days, behind.strip_prefix(unit)?)))?;
    let within = ["之内", "以内", "内"].iter().find_map(|within| behind.strip_prefix(within));
    let runs = matches!(thing, Thing::Notice | Thing::Consultation);
    let fits = match within {
        Some(behind) => is_due(behind),
        None => behind.is_empty() && (runs || !lead.is_empty()),
    };
    fits.then(|| if days == 0 { Length::WorkingDays(count) } else { Length::Days(u64::from(count * days)) })
}
