//! What looks like data and was not read: it is asked about, never silently part of a title. What stands in 《》 or in
//! quotation marks is a title's own.

use chrono::{Datelike, NaiveDate};
use serde_json::Value as Json;

use super::QuickChoice;
use super::counts::{bare_number_at_end, count_at_end, holds_a_count};
use super::days::{Said, days_at, like_a_day};
use super::document_number::like_a_number;
use super::limits::limit_field;
use super::line::Span;
use super::reader::Reader;
use super::words::{COPIES, HEADS, MATERIAL_UNITS, REPLY_UNITS};
use crate::fault::{Fault, FaultCode};
use crate::import::read_flag;
use crate::period::zh_date;
use crate::things::Thing;
use crate::typed::{Cell, read_money};

impl Reader<'_> {
    pub fn doubts(&mut self) {
        self.odd_number();
        self.odd_counts();
        self.odd_figures();
        self.odd_openness();
        self.odd_answer();
        self.odd_limit();
        self.odd_day();
        self.odd_places();
    }

    pub fn settled(&self, field: &str) -> bool {
        self.values.contains_key(field) || self.asks(field)
    }

    pub fn left_unread(&self, field: &'static str, span: &Span) -> Fault {
        Fault::new(FaultCode::LeftUnread, field, self.line.written(span))
    }

    /// 〔2023〕54、55号, 湘示院行2023-5号; and the number of what is only passed on.
    fn odd_number(&mut self) {
        const FIELD: &str = "doc_number";
        if self.thing.field(FIELD).is_none() {
            return;
        }
        let all = self.line.plain(&(0..self.line.chars().len()));
        let year = self
            .values
            .get(FIELD)
            .and_then(Json::as_str)
            .and_then(|number| number.split_once('〔')?.1.get(..4)?.parse().ok());
        if year.is_some_and(|year: i32| year > self.today.year())
            || self.values.contains_key(FIELD) && all.contains("转发")
        {
            self.doubt_value(FIELD, FaultCode::LeftUnread, "");
        }
        for word in self.line.unquoted() {
            let Some((stretch, clear)) = like_a_number(self.line.slice(&word)) else { continue };
            let span = word.start + stretch.start..word.start + stretch.end;
            let choices = clear.map(|text| QuickChoice { shown: text.clone(), text });
            self.ask(&span, self.left_unread(FIELD, &span), choices.into_iter().collect());
            return;
        }
    }

    /// A count or a sum by itself, and a second count: one line is one record.
    fn odd_counts(&mut self) {
        let (counted, units): (Option<&'static str>, &[&str]) = match self.thing {
            Thing::Reply => (Some("quantity"), &REPLY_UNITS),
            Thing::Material => (Some("quantity"), &MATERIAL_UNITS),
            Thing::Meeting => (Some("attendance"), &HEADS),
            Thing::Publication => (Some("copies"), &COPIES),
            Thing::Request
            | Thing::Evaluation
            | Thing::CaseFile
            | Thing::Problem
            | Thing::Regulation
            | Thing::Consultation
            | Thing::Notice => (None, &[]),
        };
        // 表彰20名 may end a title; what a meeting or a reply counts is its own.
        let own = self.thing != Thing::Publication && counted.is_some();
        let words = self.line.unquoted();
        for (at, word) in words.iter().enumerate() {
            let text = self.line.plain(word);
            let before = self.line.chars().get(..word.start).unwrap_or_default();
            let ordinal = before.iter().rev().find(|c| **c != ' ') == Some(&'第');
            let count = count_at_end(&self.line, word).filter(|count| count.span == *word);
            let whole = count.is_some_and(|count| own || !HEADS.contains(&count.unit) || count.unit == "人次");
            let money = text.ends_with('元')
                && text.contains(|c: char| c.is_ascii_digit())
                && (self.thing == Thing::Request
                    || matches!(read_money(&Cell::Text(text.as_str().into()), ""), Ok(Some(_))));
            let last = !own && at > 0 && at + 1 == words.len();
            let bare = (own || last && self.thing == Thing::Publication)
                && bare_number_at_end(&self.line, word) == Some(word.clone());
            if (whole || money || bare) && !ordinal {
                let fits = count_at_end(&self.line, word).is_some_and(|count| units.contains(&count.unit));
                let field = counted.filter(|_| bare || fits).unwrap_or(self.thing.title_field());
                self.ask(word, self.left_unread(field, word), Vec::new());
            }
        }
    }

    /// In registers whose texts are seldom full of figures, whatever holds some and was not read: 来电3人次来访2, 近百人次.
    fn odd_figures(&mut self) {
        let field = match self.thing {
            Thing::Reply | Thing::Material => "quantity",
            Thing::Meeting => "attendance",
            Thing::Notice | Thing::Consultation => self.thing.title_field(),
            Thing::Publication
            | Thing::Request
            | Thing::Evaluation
            | Thing::CaseFile
            | Thing::Problem
            | Thing::Regulation => return,
        };
        for word in self.line.unquoted() {
            let text = self.line.slice(&word);
            if like_a_day(text).is_some() {
                continue;
            }
            let none = self.thing == Thing::Reply && matches!(self.line.plain(&word).as_str(), "无" | "零" | "没有");
            if none || has_loose_figures(text) || self.thing != Thing::Meeting && holds_a_count(text) {
                self.doubt(&word, self.left_unread(field, &word), Vec::new());
            }
        }
    }

    /// 纪要不公开, 【内部】人事任免文件: what may say that it is not public, wherever it stands outside a title's marks.
    fn odd_openness(&mut self) {
        const FIELD: &str = "is_public";
        const SAY: [&str; 26] = [
            "不公开",
            "不予公开",
            "未公开",
            "不对外公开",
            "不对社会公开",
            "不可公开",
            "不得公开",
            "禁止公开",
            "非公开",
            "暂缓公开",
            "不宜公开",
            "不予公布",
            "不公示",
            "不上网",
            "不挂网",
            "仅内部",
            "内部公开",
            "校内公开",
            "部分公开",
            "机密",
            "密级",
            "未通过",
            "还没审查",
            "面向校内",
            "依申请公开",
            "是否公开",
        ];
        const ALONE: [&str; 9] = ["内部", "秘密", "绝密", "否", "N", "n", "×", "不公示", "公开"];
        let publication = self.thing == Thing::Publication;
        let field = if publication { FIELD } else { self.thing.title_field() };
        for word in self.line.unquoted() {
            let text = self.line.plain(&word);
            let bare = text.trim_matches(|c: char| !c.is_alphanumeric() && c != '×');
            let says = publication && SAY.iter().any(|say| text.contains(say));
            let bracketed = publication && bare != text && ALONE.iter().any(|say| bare.starts_with(say));
            let alone = publication && ALONE.contains(&bare)
                || bare.contains("公开") && matches!(read_flag(&Cell::Text(bare.into())), Ok(Some(_)));
            if (says || bracketed || alone) && self.thing != Thing::Request {
                self.doubt(&word, self.left_unread(field, &word), Vec::new());
            }
        }
        // 不 公 开, and words apart.
        let left: String = self.line.left().split_whitespace().collect();
        if publication && !self.settled(FIELD) && left.contains("不公开") {
            let end = self.line.chars().len();
            self.doubt(&(end..end), Fault::new(FaultCode::LeftUnread, FIELD, "不公开"), Vec::new());
        }
    }

    /// 后勤处已答复, 当场答复, 很满意: that it was answered, and how that was taken.
    fn odd_answer(&mut self) {
        if self.thing != Thing::Reply {
            return;
        }
        for word in self.line.unquoted() {
            let text = self.line.plain(&word);
            let answered =
                ["已", "当场", "当日", "当天", "次日", "第二天", "即时", "于", "日", "处", "部"].iter().any(|lead| {
                    ["答复", "回复", "办结", "处理", "办复"].iter().any(|verb| text.contains(&format!("{lead}{verb}")))
                });
            let satisfied = text.contains("满意");
            for (field, says) in [("replied_on", answered || text == "办结"), ("satisfaction", satisfied)] {
                if says && !self.settled(field) {
                    self.doubt(&word, self.left_unread(field, &word), Vec::new());
                }
            }
        }
    }

    /// 11月17日前给予书面回复: something is due, and nobody says what.
    fn odd_limit(&mut self) {
        let Some(field) = limit_field(self.thing).filter(|field| !self.settled(field)) else { return };
        const SAY: [&str; 13] = [
            "天内",
            "日内",
            "限期",
            "期限",
            "时限",
            "最迟",
            "到期",
            "期满",
            "截止",
            "截至",
            "小时内",
            "个月内",
            "工作日",
        ];
        for word in self.line.unquoted() {
            let text = self.line.slice(&word);
            let by = matches!(days_at(text, self.today), Some(found) if matches!(found.said, Said::By(_)));
            let plain = self.line.plain(&word);
            let said = SAY.iter().any(|say| plain.contains(say))
                && text.iter().any(|c| c.is_numeric() || "一二两三半".contains(*c));
            let due = plain.contains("前整改") || plain.contains("内整改");
            if by || said || due {
                self.doubt(&word, self.left_unread(field, &word), Vec::new());
                return;
            }
        }
    }

    /// Today is taken only where nothing that is left looks like a day.
    fn odd_day(&mut self) {
        let own = self.thing.date_field();
        // A published title names days of its own; in what people ask and report they are days of the record.
        let titles = matches!(self.thing, Thing::Publication | Thing::Regulation | Thing::Material | Thing::Meeting);
        if self.settled(own) && titles {
            return;
        }
        for word in self.line.unquoted() {
            let Some(stretch) = like_a_day(self.line.slice(&word)) else { continue };
            let span = word.start + stretch.start..word.start + stretch.end;
            let fault = self.left_unread(own, &span);
            if span == word {
                self.ask(&span, fault, Vec::new());
            } else {
                let title = self.line.written(&word);
                let choice =
                    |day: NaiveDate| QuickChoice { text: format!("{} {title}", zh_date(day)), shown: zh_date(day) };
                let days = [self.day_at(&span), Some(self.today)].into_iter().flatten().map(choice).collect();
                self.doubt(&word, fault, days);
            }
            return;
        }
    }

    /// The day that a stretch names by itself, where that is not long ago.
    fn day_at(&self, span: &Span) -> Option<NaiveDate> {
        const LATELY: i64 = 60;
        let day = match days_at(self.line.slice(span), self.today)?.said {
            Said::Day(day) | Said::Period(day, _) | Said::Two(day, _) => day.ok()?,
            Said::By(_) | Said::From(_) => return None,
        };
        (0..=LATELY).contains(&(self.today - day).num_days()).then_some(day).filter(|day| *day != self.today)
    }
}

/// Figures that are no year, ordinal, number of a house or grade.
fn has_loose_figures(text: &[char]) -> bool {
    let mut at = 0;
    while at < text.len() {
        let digits = text.get(at..).unwrap_or_default().iter().take_while(|c| c.is_ascii_digit()).count();
        if digits == 0 {
            at += 1;
            continue;
        }
        let before = at.checked_sub(1).and_then(|at| text.get(at));
        let behind = text.get(at + digits);
        let year = digits == 4 && text.get(at..at + 2).is_some_and(|two| matches!(two, ['1', '9'] | ['2', '0']));
        let ordinal = matches!(before, Some('第' | '-' | '—')) || before.is_some_and(char::is_ascii_alphabetic);
        let named = behind.is_some_and(|c| "号楼栋室级期届间路班型版度教天".contains(*c));
        if !(year || ordinal || named) {
            return true;
        }
        at += digits;
    }
    false
}
