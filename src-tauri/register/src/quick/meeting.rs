//! What the line of a meeting has: who came, where, who led it, and its kind.

use serde_json::Value as Json;

use super::counts::count_at_end;
use super::fields::LONGEST_WORD;
use super::line::Span;
use super::reader::Reader;
use super::words::{HEADS, begins_with};
use crate::things::Dimension;

impl Reader<'_> {
    pub fn meeting(&mut self) {
        self.drop_verb(&["召开了", "召开", "举行了", "举行", "召集"]);
        for word in self.line.words() {
            let text = self.line.plain(&word);
            if self.attendance(&word, &text) {
                continue;
            }
            let room = ["会议室", "报告厅", "礼堂", "办公室", "大厅", "体育馆", "多功能厅"]
                .iter()
                .any(|room| text.ends_with(room))
                || is_room_number(&text);
            let department = self.vocabulary.id_as_typed(Dimension::Department, &text).is_some();
            let chair = text.strip_suffix("主持").or_else(|| text.strip_prefix("主持人"));
            if let Some(name) = chair.filter(|name| (2..=12).contains(&name.chars().count())) {
                self.put_name(&word, "chair", name);
            } else if room && !department && word.len() <= LONGEST_WORD {
                let place = self.line.written(&word);
                self.put(&word, "place", Json::String(place.trim_start_matches('在').to_owned()), &place);
            } else if self.vocabulary.id_as_typed(Dimension::MeetingKind, &text).is_none() {
                self.put_department(&word);
            }
        }
        if !self.values.contains_key("kind") {
            self.kind_of_meeting();
        }
    }

    /// 30人, 参会30人, 30人参加.
    fn attendance(&mut self, word: &Span, text: &str) -> bool {
        let behind = ["参加", "参会", "到会", "出席"].iter().find(|behind| text.ends_with(**behind));
        let counted = word.start..word.end - behind.map_or(0, |behind| behind.chars().count());
        let Some(count) = count_at_end(&self.line, &counted) else { return false };
        let before = self.line.plain(&(word.start..count.span.start));
        let heads = HEADS.contains(&count.unit) && !count.estimate;
        let fits = heads
            && (before.ends_with("实到")
                || matches!(before.as_str(), "" | "参会" | "到会" | "参加" | "出席" | "与会" | "共" | "参会人数"));
        // 党委会11人: the name stays.
        let glued = heads && ["会", "会议", "班", "学习"].iter().any(|end| before.ends_with(end));
        if fits {
            self.put(word, "attendance", count.number.into(), text);
        } else if glued {
            let stretch = count.span.start..word.end;
            self.put(&stretch, "attendance", count.number.into(), &self.line.plain(&stretch));
        }
        fits
    }

    /// The longest kind that the name holds; it stays in the name.
    fn kind_of_meeting(&mut self) {
        let mut best: Option<(Span, i64, String)> = None;
        for word in self.line.words() {
            for start in word.clone() {
                let rest = start..word.end;
                let found = begins_with(self.vocabulary, Dimension::MeetingKind, self.line.slice(&rest));
                if let Some((length, id, name)) = found
                    && best.as_ref().is_none_or(|(span, ..)| length > span.len())
                {
                    best = Some((start..start + length, id, name));
                }
            }
        }
        if let Some((span, id, name)) = best {
            self.note(&span, "kind", id.into(), &name);
        }
    }
}

/// 行政楼302, 教学楼A座201室.
fn is_room_number(text: &str) -> bool {
    let text = text.strip_suffix('室').unwrap_or(text);
    let building = text.trim_end_matches(|c: char| c.is_ascii_digit());
    (2..=4).contains(&(text.len() - building.len())) && building.ends_with(['楼', '座', '栋', '馆', '厦', '区'])
}
