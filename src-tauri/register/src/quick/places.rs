//! Where it was published by a name within a word or by one that nobody knows, and a second department: asked about.

use super::QuickChoice;
use super::reader::Reader;
use super::words::spoken_for;
use crate::things::{Dimension, Kind};

impl Reader<'_> {
    /// 官网校历安排, 抖音: where it was published, within a word or by a name that nobody knows; and a second department.
    pub fn odd_places(&mut self) {
        for word in self.line.unquoted() {
            let text = self.line.plain(&word);
            let exact = self.vocabulary.id_as_typed(Dimension::Department, &text).is_some()
                || spoken_for(self.vocabulary, Dimension::Department, &text).is_some();
            if exact && self.thing.field("department").is_some() && self.values.contains_key("department") {
                self.doubt(&word, self.left_unread("department", &word), Vec::new());
            }
        }
        let Some(field) = self.thing.fields().iter().find(|field| matches!(field.kind, Kind::Channels)) else { return };
        for word in self.line.unquoted().into_iter().filter(|_| !self.asks(field.key)) {
            let text = self.line.plain(&word);
            let place = PLACES.iter().find_map(|place| text.find(place).map(|at| (at, *place)));
            let whole = place.is_some_and(|(_, place)| text.ends_with(place) && word.len() <= 6);
            if whole {
                self.ask(&word, self.left_unread(field.key, &word), Vec::new());
                return;
            }
            if self.settled(field.key) {
                continue;
            }
            let names = self.channels_at(&word);
            if let Some((last, ..)) = names.last() {
                let span = word.start..last.end;
                let apart: Vec<String> = names.iter().map(|(name, ..)| self.line.written(name)).collect();
                let shown: Vec<&str> = names.iter().map(|(_, _, name)| name.as_str()).collect();
                let choice = QuickChoice { text: format!("{} ", apart.join("、")), shown: shown.join("、") };
                self.doubt(&span, self.left_unread(field.key, &span), vec![choice]);
                return;
            }
            if let Some((at, place)) = place {
                let start = word.start + text.get(..at).map_or(0, |before| before.chars().count());
                let span = start..start + place.chars().count();
                self.doubt(&span, self.left_unread(field.key, &span), Vec::new());
                return;
            }
        }
    }
}

/// Places of publication by the names that people give them.
const PLACES: [&str; 20] = [
    "官网",
    "公众号",
    "微博",
    "公示栏",
    "公告栏",
    "抖音",
    "校园网",
    "门户网站",
    "学校网站",
    "公开网",
    "视频号",
    "宣传栏",
    "橱窗",
    "LED屏",
    "学习强国",
    "日报",
    "订阅号",
    "公众平台",
    "快手",
    "家长群",
];
