//! The time limits of the law as settings: a revision has been under consultation since 2022, and provinces differ.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::change::json;
use crate::context::Context;
use crate::error::{Error, Result};
use crate::folder::Register;
use crate::store;

/// The setting that holds them, as JSON.
const RULES: &str = "rules";

/// A year of working days: a longer term is a slip of the pen.
pub(super) const MOST_DAYS: u32 = 250;

/// In working days; what is given are the limits of 《高等学校信息公开办法》（教育部令第29号）.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Rules {
    /// To answer a request, the day of receipt not counted: 15.
    pub answer_days: u32,
    /// By how much an answer may be put off: 0, as the Measures of 2010 know no extension; 《政府信息公开条例》
    /// art. 33 has 20.
    pub extension_days: u32,
    /// To publish from making or obtaining, and to update from a change: 20 (also 教办函〔2014〕23号).
    pub publish_days: u32,
    /// A consultation lasts at least: 10.
    pub consultation_days: u32,
    /// Whether the clock of a request stands while a third party is asked: no, as the Measures of 2010 do not say so;
    /// 《政府信息公开条例》 art. 33 does.
    #[serde(default)]
    pub third_party_stops: bool,
}

impl Default for Rules {
    fn default() -> Rules {
        Rules { answer_days: 15, extension_days: 0, publish_days: 20, consultation_days: 10, third_party_stops: false }
    }
}

impl Register {
    pub fn rules(&self) -> Result<Rules> {
        match store::settings::get(self.db(), RULES)? {
            Some(rules) => serde_json::from_str(&rules).map_err(|error| Error::Internal { detail: error.to_string() }),
            None => Ok(Rules::default()),
        }
    }

    pub fn set_rules(&mut self, context: &Context, rules: Rules) -> Result<Rules> {
        let Rules { answer_days, extension_days, publish_days, consultation_days, third_party_stops: _ } = rules;
        let needed = [answer_days, publish_days, consultation_days];
        if needed.contains(&0) || needed.into_iter().chain([extension_days]).any(|days| days > MOST_DAYS) {
            return Err(Error::RuleOutOfRange { most: MOST_DAYS });
        }
        self.set(context, RULES, &json(&rules))?;
        Ok(rules)
    }
}
