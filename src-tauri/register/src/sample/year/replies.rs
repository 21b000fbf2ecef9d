//! The replies of the sample: single cases, most of them answered by their day, and the counts of days.

use chrono::Days;

use super::Year;
use crate::error::Result;
use crate::sample::words::{DAY_COUNTS, OPEN, REPLIES};
use crate::things::Thing;

/// How many days a case has; one in so many has fewer, and is often late.
const DUE: u64 = 15;
const HASTY: u64 = 6;
const HASTE: u64 = 4;

impl Year {
    pub(super) fn replies(&mut self) -> Result<()> {
        for (channel, source, matter, unit, department, subjects, count, most) in REPLIES {
            for number in 0..*count {
                let day = self.day();
                let (subject, quantity) = (self.text(subjects, day), 1 + self.dice.below(*most));
                let replied = self.after(day);
                // A single case is passed on and asked about afterwards; people served are not.
                let case = *unit == "件";
                let of_case = |text: String| if case { text } else { String::new() };
                let days = Days::new(if number % HASTY == HASTY - 1 { HASTE } else { DUE });
                let (assigned, due) = (of_case(day.to_string()), of_case((day + days).to_string()));
                let satisfaction = of_case((*self.dice.pick(&["满意", "满意", "满意", "基本满意", "不满意"])).into());
                let forwarded = if *channel == "上级转交" { source } else { "" };
                self.add(
                    Thing::Reply,
                    day,
                    &[
                        ("channel", channel),
                        ("source", source),
                        ("matter", matter),
                        ("subject", &subject),
                        ("unit", unit),
                        ("quantity", &quantity.to_string()),
                        ("forwarded_by", forwarded),
                        ("department", department),
                        ("assigned_on", &assigned),
                        ("due_on", &due),
                        ("replied_on", &replied),
                        ("satisfaction", &satisfaction),
                    ],
                )?;
            }
        }
        self.day_counts()?;
        for (source, matter, subject, department, (received, due, _)) in OPEN {
            let day = self.days_ago(*received);
            self.add(
                Thing::Reply,
                day,
                &[
                    ("channel", "学校领导信箱"),
                    ("source", source),
                    ("matter", matter),
                    ("subject", subject),
                    ("unit", "件"),
                    ("quantity", "1"),
                    ("department", department),
                    ("assigned_on", &day.to_string()),
                    ("due_on", &self.days_ago(*due).to_string()),
                ],
            )?;
        }
        let disclosed = self.day();
        let replied = self.after(disclosed);
        self.add(
            Thing::Reply,
            disclosed,
            &[
                ("channel", "来函来电"),
                ("source", "社会公众"),
                ("matter", "投诉"),
                ("subject", "反映招标信息公开不及时"),
                ("unit", "件"),
                ("quantity", "1"),
                ("about_disclosure", "是"),
                ("replied_on", &replied),
            ],
        )
    }

    fn day_counts(&mut self) -> Result<()> {
        for (half, (channel, source, most)) in DAY_COUNTS.iter().enumerate() {
            for _ in 0..7 {
                let quantity = 10 + self.dice.below(most / 10) * 10;
                let estimate = if half * 2 < DAY_COUNTS.len() { "" } else { "是" };
                let day = self.day();
                self.add(
                    Thing::Reply,
                    day,
                    &[
                        ("channel", channel),
                        ("source", source),
                        ("matter", "日常疑问解答"),
                        ("unit", "人次"),
                        ("quantity", &quantity.to_string()),
                        ("is_day_count", "是"),
                        ("is_estimate", estimate),
                        ("department", "学生工作处"),
                    ],
                )?;
            }
        }
        Ok(())
    }
}
