//! What an office sets once: its name, and the periods that it reports on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::change::{Operation, json};
use crate::context::Context;
use crate::error::{Error, Result};
use crate::folder::{INSTITUTION, Register};
use crate::period::Period;
use crate::store;

/// The setting that holds the periods, as JSON.
pub(crate) const PERIODS: &str = "periods";

/// A period with a name, such as 2023年度 or 2022—2023学年. The first of them is the one that a window begins with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NamedPeriod {
    pub name: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
}

impl Register {
    pub fn rename_institution(&mut self, context: &Context, name: &str) -> Result<()> {
        let name = name.trim();
        if name.is_empty() {
            return Err(Error::BadRequest { command: "rename_institution".into(), detail: "name".into() });
        }
        self.set(context, INSTITUTION, name)
    }

    pub fn periods(&self) -> Result<Vec<NamedPeriod>> {
        match store::settings::get(self.db(), PERIODS)? {
            Some(periods) => {
                serde_json::from_str(&periods).map_err(|error| Error::Internal { detail: error.to_string() })
            }
            None => Ok(Vec::new()),
        }
    }

    /// Puts these periods in the place of the old ones, in their order.
    pub fn set_periods(&mut self, context: &Context, mut periods: Vec<NamedPeriod>) -> Result<Vec<NamedPeriod>> {
        let mut names: Vec<String> = Vec::new();
        for period in &mut periods {
            Period::new(period.from, period.to)?;
            period.name = period.name.trim().to_owned();
            if period.name.is_empty() || names.contains(&period.name) {
                return Err(Error::PeriodUnnamed);
            }
            names.push(period.name.clone());
        }
        self.set(context, PERIODS, &json(&periods))?;
        Ok(periods)
    }

    /// Sets what is not so already.
    pub(crate) fn set(&mut self, context: &Context, key: &str, value: &str) -> Result<()> {
        if store::settings::get(self.db(), key)?.as_deref() == Some(value) {
            return Ok(());
        }
        self.change(context, Operation::SettingSet, |change| change.set(key, value))
    }
}
