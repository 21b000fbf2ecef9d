//! Which records of the sample name others: minutes the meeting before them, the correction what it corrects.

use chrono::NaiveDate;

use super::Year;
use crate::things::{RecordId, Thing, Value, Values};

/// Minutes are written within this many days.
const WRITTEN: i64 = 14;

impl Year {
    /// Records are numbered as they stand here.
    pub(super) fn link(&mut self) {
        let (mut meetings, mut items) = (0, 0);
        let mut meeting: Option<(NaiveDate, RecordId)> = None;
        let mut notice: Option<(RecordId, Values)> = None;
        for (day, values) in &mut self.made {
            let thing = values.thing();
            if thing == Thing::Meeting {
                meetings += 1;
                meeting = Some((*day, RecordId { thing, number: meetings }));
            }
            if thing != Thing::Publication {
                continue;
            }
            items += 1;
            let kind = values.number("kind").and_then(|kind| self.vocabulary.get(kind));
            match kind.map(|kind| kind.name.as_str()) {
                Some("会议纪要") => {
                    let held = meeting.filter(|(held, _)| day.signed_duration_since(*held).num_days() <= WRITTEN);
                    let name = held.map(|(_, meeting)| Value::Text(meeting.to_string()));
                    values.set("meeting", name.unwrap_or_default());
                }
                Some("公示") => notice = Some((RecordId { thing, number: items }, values.clone())),
                Some("更正公告") => {
                    if let Some((id, wrong)) = &notice {
                        values.set("title", Value::Text(format!("关于更正《{}》的公告", wrong.text("title"))));
                        values.set("department", wrong.get("department").clone());
                        values.set("corrects", Value::Text(id.to_string()));
                    }
                }
                Some(_) | None => {}
            }
        }
    }
}
