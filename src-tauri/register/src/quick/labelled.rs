//! Values that stand behind the name of their field: 主持人：王某, 是否公开：否, 制作日期11月1日.

use serde_json::Value as Json;

use super::days::days_at;
use super::limits::limit_field;
use super::line::Span;
use super::reader::Reader;
use crate::fault::{Fault, FaultCode};
use crate::import::read_flag;
use crate::period::zh_date;
use crate::things::{Field, Kind, Thing};
use crate::typed::{Cell, is_placeholder, read_count, read_money};

impl Reader<'_> {
    /// 主持人：王某: a field by its own name.
    pub fn labelled(&mut self) {
        let words = self.line.words();
        for (at, word) in words.iter().enumerate() {
            let Some(colon) = self.line.slice(word).iter().position(|c| *c == ':') else { continue };
            let label = self.line.plain(&(word.start..word.start + colon));
            let Some(field) = field_named(self.thing, &label) else { continue };
            let mut value = word.start + colon + 1..word.end;
            // A blank behind the colon.
            if value.is_empty()
                && let Some(next) = words.get(at + 1)
            {
                value = next.clone();
            }
            let all = word.start..value.end;
            if !value.is_empty() && self.line.is_free(&all) {
                self.put_labelled(&all, &value, field);
            }
        }
    }

    fn put_labelled(&mut self, all: &Span, value: &Span, field: &'static Field) {
        let (plain, written) = (self.line.plain(value), self.line.written(value));
        let refuse = |code| Fault::new(code, field.key, written.clone());
        match field.kind {
            Kind::Text { .. } if matches!(field.key, "applicant" | "chair" | "owner") => {
                self.put_name(all, field.key, &written)
            }
            Kind::Text { .. } if is_placeholder(&plain) => self.line.take(all),
            Kind::Text { .. } => self.put(all, field.key, Json::String(written.clone()), &written),
            Kind::Date if self.put_days(value, field.key) => self.line.take(all),
            Kind::Date => match self.labelled_day(value, field.key) {
                Ok(day) => self.put(all, field.key, Json::String(day.to_string()), &zh_date(day)),
                Err(code) => {
                    self.ask(all, refuse(code), Vec::new());
                    self.values.insert(field.key.into(), Json::String(written));
                }
            },
            Kind::Count => match read_count(&Cell::Text(plain.into())) {
                Ok(Some(counted)) => self.put(all, field.key, counted.number.into(), &written),
                Ok(None) => {}
                Err((code, _)) => self.ask(all, refuse(code), Vec::new()),
            },
            Kind::Term { dimension } => {
                if !self.put_term(all, field.key, dimension, &plain) {
                    self.ask(all, refuse(FaultCode::WordUnknown), Vec::new());
                }
            }
            Kind::Channels if self.put_channels(value) => self.line.take(all),
            Kind::Channels => self.ask(all, refuse(FaultCode::WordUnknown), Vec::new()),
            Kind::Money => match read_money(&Cell::Text(plain.into()), "") {
                Ok(Some(fen)) => self.put(all, field.key, fen.into(), &written),
                Ok(None) => {}
                Err((code, _)) => self.ask(all, refuse(code), Vec::new()),
            },
            Kind::Flag => match read_flag(&Cell::Text(plain.into())) {
                Ok(Some(flag)) => self.put(all, field.key, flag.into(), &written),
                Ok(None) => {}
                Err((code, _)) => self.ask(all, refuse(code), Vec::new()),
            },
            Kind::Link { .. } => {}
        }
    }

    /// 制作日期11月1日: a day behind the name of its field, without a sign between them.
    pub fn labelled_days(&mut self) {
        for word in self.line.words() {
            let text = self.line.plain(&word);
            let label = (2..=6).rev().find_map(|length| {
                let label: String = text.chars().take(length).collect();
                let field = field_named(self.thing, &label).filter(|field| matches!(field.kind, Kind::Date))?;
                Some((length, field))
            });
            let Some((length, field)) = label else { continue };
            let value = word.start + length..word.end;
            // 期限15日 is a length.
            if self.line.slice(&value).iter().all(|c| c.is_ascii_digit() || matches!(c, '日' | '天')) {
                continue;
            }
            let found = days_at(self.line.slice(&value), self.today);
            if found.is_some_and(|found| found.length == value.len()) {
                self.put_labelled(&word, &value, field);
            }
        }
    }
}

/// The field that a clerk calls so.
fn field_named(thing: Thing, label: &str) -> Option<&'static Field> {
    let short = match label {
        "部门" | "责任单位" | "单位部门" => "department",
        "渠道" if thing == Thing::Publication => "channels",
        "渠道" => "channel",
        "日期" | "时间" | "公示期" | "公示时间" | "征求意见时间" => thing.date_field(),
        "公开时间" | "发布日期" | "发布时间" if thing == Thing::Publication => "published_on",
        "制作日期" | "制作时间" | "成文日期" | "形成时间" if thing == Thing::Publication => "made_on",
        "答复期限" | "整改期限" | "期限" | "截止日期" | "截止时间" => {
            limit_field(thing).unwrap_or_default()
        }
        "公开" | "是否公开" | "公开与否" => "is_public",
        "收费" => "fee",
        "名称" | "标题" | "题目" => thing.title_field(),
        "人数" => "attendance",
        "份数" => "copies",
        "对象" => "recipients",
        "主持" => "chair",
        _ => "",
    };
    thing.fields().iter().find(|field| field.key == short || field.label == label)
}
