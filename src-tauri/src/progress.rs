//! Tells the page how far long work has come, and the work whether to stop.

use std::cell::Cell;
use std::time::{Duration, Instant};

use register::{Progress, Watch};
use tauri::{AppHandle, Emitter};

use crate::shell::Shell;

/// An eye follows ten a second; more would only keep the window busy.
const PAUSE: Duration = Duration::from_millis(100);

pub struct Reporter<'a> {
    app: &'a AppHandle,
    shell: &'a Shell,
    last: Cell<Option<(Instant, Progress)>>,
}

impl<'a> Reporter<'a> {
    pub fn new(app: &'a AppHandle, shell: &'a Shell) -> Self {
        Reporter { app, shell, last: Cell::new(None) }
    }
}

impl Watch for Reporter<'_> {
    fn step(&self, progress: Progress) -> bool {
        let due = self.last.get().is_none_or(|(when, last)| {
            when.elapsed() >= PAUSE || last.stage != progress.stage || progress.done == progress.total
        });
        if due {
            self.last.set(Some((Instant::now(), progress)));
            if let Err(error) = self.app.emit("progress", progress) {
                log::warn!("progress cannot be shown: {error}");
            }
        }
        !self.shell.is_stopped()
    }
}
