//! The day and the time at the clerk's desk; for the tests of the window the day that their environment names.

use chrono::NaiveDateTime;

#[cfg(not(feature = "e2e"))]
pub fn now() -> NaiveDateTime {
    chrono::Local::now().naive_local()
}

#[cfg(feature = "e2e")]
pub use shifted::{now, page};

/// What tests type stays in the year that they mean, whenever they run.
#[cfg(feature = "e2e")]
mod shifted {
    use std::sync::OnceLock;

    use chrono::{Local, NaiveDate, NaiveDateTime, TimeDelta};
    use tauri::Wry;
    use tauri::plugin::{Builder, TauriPlugin};

    pub fn now() -> NaiveDateTime {
        Local::now().naive_local() + shift()
    }

    /// The page's clock goes as the shell's does.
    pub fn page() -> TauriPlugin<Wry> {
        let script = format!(
            "const shift = {};
            Date = class extends Date {{
                constructor(...given) {{ given.length ? super(...given) : super(new.target.now()); }}
                static now() {{ return super.now() + shift; }}
            }};",
            shift().num_milliseconds()
        );
        Builder::new("clock").js_init_script(script).build()
    }

    /// From the day of the start to the day that the environment names.
    fn shift() -> TimeDelta {
        static SHIFT: OnceLock<TimeDelta> = OnceLock::new();
        *SHIFT.get_or_init(|| {
            let named = std::env::var("SUNREG_E2E_TODAY").ok();
            let named = named.and_then(|day| day.parse::<NaiveDate>().ok());
            named.map_or(TimeDelta::zero(), |day| day - Local::now().date_naive())
        })
    }
}
