//! The days of a line, put where its register has them: its own day, a period, a limit, the day of an answer.

use chrono::{Datelike, Months, NaiveDate};
use serde_json::Value as Json;

use super::QuickChoice;
use super::days::{DaysFound, Said, days_at, read, read_from, weekday};
use super::limits::{is_due, limit_field};
use super::line::Span;
use super::reader::Reader;
use super::words::{answered_on, begins_with};
use crate::fault::{Fault, FaultCode};
use crate::period::zh_date;
use crate::things::{Dimension, Kind, Thing};

impl Reader<'_> {
    /// The thing's own day first: the years of the others follow from it.
    pub fn days(&mut self) {
        let own = self.thing.date_field();
        // 11月16日至11月22日 11月23日答复: the period of a notice is its own before any single day is.
        if matches!(self.thing, Thing::Notice | Thing::Consultation) {
            for word in self.line.words() {
                if days_at(self.line.slice(&word), self.today)
                    .is_some_and(|found| matches!(found.said, Said::Period(..)))
                {
                    self.put_days(&word, own);
                }
            }
        }
        for word in self.line.words() {
            self.put_day(&word);
        }
        for word in self.line.words() {
            self.put_days(&word, own);
        }
        self.lengths();
        self.time_of_day();
        self.before_the_own_day();
    }

    /// 11月30日答复 in November is no answer of the year before: no day but that of making lies before the thing's own.
    fn before_the_own_day(&mut self) {
        let Some(own) = self.day_of(self.thing.date_field()) else { return };
        for field in
            self.thing.fields().iter().filter(|field| matches!(field.kind, Kind::Date) && field.key != "made_on")
        {
            if self.day_of(field.key).is_some_and(|day| day < own) {
                self.doubt_value(field.key, FaultCode::EarlierThan, self.thing.date_field());
            }
        }
    }

    /// 下午, 下午3点: no part of the name, and kept as a remark.
    fn time_of_day(&mut self) {
        for word in self.line.words() {
            let text = self.line.plain(&word);
            let names = ["上午", "下午", "晚上", "中午", "早上", "全天"];
            let clock = text.split_once(':').is_some_and(|(hour, rest)| {
                hour.parse::<u32>().is_ok_and(|hour| hour < 24) && rest.chars().all(|c| c.is_ascii_digit() || c == ':')
            });
            if clock {
                let time = self.line.written(&word);
                self.put(&word, "remarks", Json::String(time.clone()), &time);
                continue;
            }
            let Some(name) = names.iter().find(|name| text.starts_with(**name)) else { continue };
            let signs = text.chars().skip(name.chars().count());
            let clock =
                signs.take_while(|c| c.is_ascii_digit() || matches!(c, ':' | '点' | '时' | '半' | '分')).count();
            let span = word.start..word.start + name.chars().count() + clock;
            let behind_a_day = word.start.checked_sub(1).is_some_and(|at| !self.line.is_free(&(at..word.start)));
            if behind_a_day || span == word || self.thing == Thing::Meeting {
                let time = self.line.written(&span);
                self.put(&span, "remarks", Json::String(time.clone()), &time);
            }
        }
    }

    /// The first day is the thing's own, one with 答复 behind it that of the answer.
    fn put_day(&mut self, word: &Span) {
        let own = self.thing.date_field();
        let Some(found) = days_at(self.line.slice(word), self.today) else { return };
        let Said::Day(day) = found.said else { return };
        let mut span = word.start..word.start + found.length;
        let behind = self.line.plain(&(span.end..word.end));
        let field = match (self.thing, behind.as_str()) {
            (Thing::Reply | Thing::Request, behind) if answered_on(behind) => "replied_on",
            (Thing::Publication, "印发" | "成文" | "形成" | "制发") => "made_on",
            (Thing::Regulation, "施行" | "实施" | "执行") => "effective_on",
            (Thing::Regulation, "印发") | (Thing::Reply | Thing::Request, "收到" | "收件" | "接到" | "来") => {
                span = word.clone();
                own
            }
            _ => own,
        };
        if field != own {
            span = word.clone();
        }
        let first = self.line.words().first().is_none_or(|first| first.start == word.start);
        // 官网 11月16日停水通知: the day of what it tells.
        if span.end < word.end && field == own && !first && !self.leads_on(&(span.end..word.end)) {
            return;
        }
        match day {
            Ok(day) if self.weekday_contradicts(&span, day) => self.ask_day(&span, field, FaultCode::DateImpossible),
            // What is logged has happened; a notice may be made ahead of its day.
            Ok(day) if field == own && self.is_ahead(&span, day) => self.ask_ahead(&span, field, day),
            Ok(day) => self.put_one_day(&span, field, day),
            Err(code) => self.ask_day(&span, field, code),
        }
    }

    /// Behind a day: a part of it, a place of publication, a department, or a word that says what was done.
    fn leads_on(&self, behind: &Span) -> bool {
        const WORDS: [&str; 14] = [
            "上午", "下午", "晚上", "中午", "召开", "举行", "印发", "发布", "公开", "收到", "接到", "发放", "在",
            "电话",
        ];
        let text = self.line.plain(behind);
        let known = [Dimension::Channel, Dimension::Department, Dimension::ReplyChannel].into_iter();
        let part_of_day = ["上午", "下午", "晚上", "中午"].iter().any(|part| text.starts_with(part));
        WORDS.iter().any(|word| text == *word || !part_of_day && text.starts_with(word))
            || known.into_iter().any(|it| begins_with(self.vocabulary, it, self.line.slice(behind)).is_some())
    }

    /// 11月16日星期五, though that was a Thursday.
    fn weekday_contradicts(&self, span: &Span, day: NaiveDate) -> bool {
        let text = self.line.plain(span);
        let said = ["周", "星期", "礼拜"].iter().find_map(|name| text.split_once(*name)?.1.chars().next());
        let dated = text.contains(['月', '-', '/', '.']);
        // Of the coming year's it may well be true, which is asked about as such.
        let days = [Some(day), day.with_year(self.today.year())];
        let fits = |said| days.iter().flatten().any(|day| day.weekday().num_days_from_monday() as usize == said);
        said.and_then(weekday).is_some_and(|said| dated && !fits(said))
    }

    /// A day to come, unless its year is written out and it is near: that was chosen.
    fn is_ahead(&self, span: &Span, day: NaiveDate) -> bool {
        const NEAR: i64 = 31;
        let year = self.line.slice(span).windows(4).any(|four| four.iter().all(char::is_ascii_digit));
        let ahead = (day - self.today).num_days();
        let may_be_made_ahead = matches!(self.thing, Thing::Notice | Thing::Consultation);
        !may_be_made_ahead && ahead > if year { NEAR } else { 0 }
    }

    fn ask_ahead(&mut self, span: &Span, field: &'static str, day: NaiveDate) {
        let written = self.line.written(span);
        let choice = QuickChoice { text: zh_date(day), shown: zh_date(day) };
        let choices = if choice.text == written { Vec::new() } else { vec![choice] };
        self.ask(span, Fault::new(FaultCode::DateUnlikely, field, written), choices);
        self.values.entry(field).or_insert(Json::String(day.to_string()));
    }

    pub(super) fn put_one_day(&mut self, span: &Span, field: &'static str, day: NaiveDate) {
        match self.day_of(field) {
            None if !self.values.contains_key(field) => {
                self.put(span, field, Json::String(day.to_string()), &zh_date(day));
            }
            // The same day once more.
            Some(known) if known == day => {}
            known => {
                let fault = Fault::new(FaultCode::SeveralDays, field, self.line.written(span));
                self.ask(span, fault.with(known.map(zh_date).unwrap_or_default()), Vec::new());
            }
        }
    }

    pub(super) fn ask_day(&mut self, span: &Span, field: &'static str, code: FaultCode) {
        let written = self.line.written(span);
        let fault = Fault::new(code, field, written.clone());
        let before = if code == FaultCode::EarlierThan { self.thing.date_field() } else { "" };
        self.ask(span, fault.with(before), Vec::new());
        self.values.entry(field).or_insert(Json::String(written));
    }

    pub(super) fn day_of(&self, field: &str) -> Option<NaiveDate> {
        self.values.get(field)?.as_str()?.parse().ok()
    }

    /// 整改期限：12月20日: a limit follows the day of the thing, wherever in the line that stands.
    pub fn labelled_day(&self, value: &Span, field: &str) -> Result<NaiveDate, FaultCode> {
        let typed = self.line.plain(value);
        if limit_field(self.thing) != Some(field) {
            return read(&typed, self.today);
        }
        let words = self.line.words();
        let own = words.iter().filter(|word| word.start != value.start).find_map(|word| {
            match days_at(self.line.slice(word), self.today)?.said {
                Said::Day(day) => day.ok(),
                Said::Period(..) | Said::Two(..) | Said::By(_) | Said::From(_) => None,
            }
        });
        self.limit_from(&typed, self.day_of(self.thing.date_field()).or(own).unwrap_or(self.today))
    }

    /// A period or a limit at the beginning of a word; whether there was one that has its place here.
    pub fn put_days(&mut self, word: &Span, own: &'static str) -> bool {
        let Some(found) = days_at(self.line.slice(word), self.today) else { return false };
        let span = word.start..word.start + found.length;
        let behind = self.line.plain(&(span.end..word.end));
        let base = self.day_of(own).unwrap_or(self.today);
        let (field, day) = match (found.said, limit_field(self.thing), self.thing) {
            (Said::Day(_), _, _) => return false,
            (Said::Period(first, last), _, _) => return self.put_period(&span, own, first, last),
            (Said::Two(first, second), _, _) => return self.ask_of_two(&span, own, first, second),
            (Said::By(typed), Some(field), _) if is_due(&behind) => (field, self.limit_from(&typed, base)),
            (Said::From(typed), _, Thing::Regulation) if matches!(behind.as_str(), "施行" | "实施" | "执行") => {
                return self.put_effective(word, &typed);
            }
            (Said::From(typed), _, Thing::Notice | Thing::Consultation) => {
                let day = read(&typed, self.today);
                match day {
                    Ok(day) => self.put_one_day(&span, own, day),
                    Err(code) => self.ask_day(&span, own, code),
                }
                return true;
            }
            // It belongs to the title: 3月2日前完成注册的通知.
            (Said::By(_) | Said::From(_), _, _) => return false,
        };
        match day {
            Ok(day) => self.put_one_day(word, field, day),
            Err(code) => self.ask_day(word, field, code),
        }
        true
    }

    /// A limit: 下周三 as it is said today, 11月17日 and 20日 from the day of the thing on.
    fn limit_from(&self, typed: &str, base: NaiveDate) -> Result<NaiveDate, FaultCode> {
        if let Ok(day) = typed.trim_end_matches(['日', '号']).parse::<u32>() {
            let months = [Some(base), base.checked_add_months(Months::new(1))];
            let days = months.into_iter().filter_map(|month| month?.with_day(day));
            return days.into_iter().find(|day| *day >= base).ok_or(FaultCode::DateImpossible);
        }
        match days_at(&typed.chars().collect::<Vec<_>>(), self.today) {
            Some(DaysFound { said: Said::Day(Ok(day)), .. }) if !typed.contains(['月', '-', '/', '.']) => {
                if day < base { Err(FaultCode::EarlierThan) } else { Ok(day) }
            }
            _ => read_from(typed, base),
        }
    }

    /// 自4月1日起施行: after the day of issue; where that is not said, the clerk says of which year.
    fn put_effective(&mut self, word: &Span, typed: &str) -> bool {
        let field = "effective_on";
        let issued = self.day_of(self.thing.date_field());
        let (past, coming) = (read(typed, self.today), read_from(typed, issued.unwrap_or(self.today)));
        match (past, coming) {
            (Ok(past), Ok(coming)) if issued.is_none() && past != coming => {
                let choices = [past, coming]
                    .map(|day| QuickChoice { text: format!("施行日期：{}", zh_date(day)), shown: zh_date(day) });
                let names = choices.each_ref().map(|choice| choice.shown.as_str()).join("、");
                let fault = Fault::new(FaultCode::WordUnclear, field, self.line.written(word)).with(names);
                self.ask(word, fault, choices.to_vec());
            }
            (Ok(day), Err(_)) if issued.is_none() => self.put_one_day(word, field, day),
            (_, Ok(day)) => self.put_one_day(word, field, day),
            (_, Err(code)) => self.ask_day(word, field, code),
        }
        true
    }

    /// Both days where the register has both. Where it has one, a period in place of it is asked about, and one beside
    /// it belongs to the title.
    fn put_period(
        &mut self,
        span: &Span,
        own: &'static str,
        first: Result<NaiveDate, FaultCode>,
        last: Result<NaiveDate, FaultCode>,
    ) -> bool {
        let limit = limit_field(self.thing).filter(|_| matches!(self.thing, Thing::Notice | Thing::Consultation));
        let (first, last) = match (first, last, limit) {
            (Ok(first), Ok(last), _) => (first, last),
            (Ok(first), Err(code), Some(limit)) if !self.values.contains_key(own) => {
                self.put_one_day(span, own, first);
                self.ask_day(span, limit, code);
                return true;
            }
            (Err(code), _, _) | (_, Err(code), _) => {
                self.ask_day(span, own, code);
                return true;
            }
        };
        let text = |day: NaiveDate| Json::String(day.to_string());
        match limit {
            _ if self.values.contains_key(own) => false,
            Some(limit) => {
                self.put(span, own, text(first), &format!("{}至{}", zh_date(first), zh_date(last)));
                self.values.insert(limit.to_owned(), text(last));
                true
            }
            // 3月5日至8日停水通知: a title begins so.
            None if !self.ends_word(span) => false,
            None => self.ask_of_two(span, own, Ok(first), Ok(last)),
        }
    }

    fn ends_word(&self, span: &Span) -> bool {
        self.line.words().iter().any(|word| word.end == span.end)
    }

    /// Two days where one is meant, which the clerk chooses. Beside the thing's own day they belong to the title.
    fn ask_of_two(
        &mut self,
        span: &Span,
        own: &'static str,
        first: Result<NaiveDate, FaultCode>,
        second: Result<NaiveDate, FaultCode>,
    ) -> bool {
        if self.values.contains_key(own) {
            return false;
        }
        match (first, second) {
            (Ok(first), Ok(second)) => {
                let choice = |day| QuickChoice { text: zh_date(day), shown: zh_date(day) };
                let fault = Fault::new(FaultCode::SeveralDays, own, self.line.written(span)).with(zh_date(first));
                self.ask(span, fault, vec![choice(first), choice(second)]);
                self.values.insert(own.to_owned(), Json::String(first.to_string()));
            }
            (Err(code), _) | (_, Err(code)) => self.ask_day(span, own, code),
        }
        true
    }
}
