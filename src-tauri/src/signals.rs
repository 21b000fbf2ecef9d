//! A system that shuts down, or Ctrl+C in a terminal, ends the app as closing its window does: the register is sealed.

use tauri::AppHandle;
use tokio::signal::unix::{SignalKind, signal};

pub fn end_on_signals(app: &AppHandle) {
    for kind in [SignalKind::terminate(), SignalKind::interrupt(), SignalKind::hangup()] {
        let app = app.clone();
        tauri::async_runtime::spawn(async move {
            match signal(kind) {
                Ok(mut signals) => {
                    signals.recv().await;
                    app.exit(0);
                }
                Err(error) => log::warn!("a signal cannot be heard: {error}"),
            }
        });
    }
}
