//! The desktop window: thin. It hands the page's calls to the register and owns what only a desktop has:
//! dialogs, the list of recent registers, opening a written file, the log file.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod call;
mod call_error;
mod clipboard;
mod clock;
mod drafts;
mod openable;
mod picker;
mod progress;
mod recent;
mod shell;
#[cfg(unix)]
mod signals;

use std::process::ExitCode;

use tauri::{Manager, RunEvent};
use tauri_plugin_window_state::StateFlags;

use crate::shell::Shell;

fn main() -> ExitCode {
    let builder = tauri::Builder::default();
    #[cfg(feature = "e2e")]
    let builder = builder.plugin(clock::page());
    let built = builder
        // First of all, so that a second start ends before it shows a window.
        // Where there is no session bus it does nothing; the register's own lock still keeps two programs apart.
        .plugin(tauri_plugin_single_instance::init(|app, _, _| focus(app)))
        .plugin(
            tauri_plugin_window_state::Builder::new()
                .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
                .build(),
        )
        .plugin(tauri_plugin_clipboard_manager::init())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::Builder::new().open_js_links_on_click(false).build())
        .manage(Shell::default())
        .invoke_handler(tauri::generate_handler![call::call])
        .setup(|app| {
            // A disk on which no log can be written is no reason to refuse the clerk.
            if let Err(error) = app.handle().plugin(log_file()) {
                eprintln!("no log file: {error}");
            }
            #[cfg(unix)]
            signals::end_on_signals(app.handle());
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(|app, event| {
                if let RunEvent::Exit = event {
                    // The process ends without dropping managed state, and a register must be sealed.
                    app.state::<Shell>().close();
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("the window cannot be opened: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Brings the window that is already there to the front.
fn focus(app: &tauri::AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        for step in [window.unminimize(), window.show(), window.set_focus()] {
            if let Err(error) = step {
                log::warn!("the window cannot be brought forward: {error}");
            }
        }
    }
}

/// Names of commands, how long they took, codes of errors. Never a record's content.
fn log_file() -> tauri::plugin::TauriPlugin<tauri::Wry> {
    use tauri_plugin_log::{Builder, RotationStrategy, Target, TargetKind};
    Builder::new()
        .level(log::LevelFilter::Info)
        .max_file_size(1_000_000)
        .rotation_strategy(RotationStrategy::KeepSome(3))
        .clear_targets()
        .target(Target::new(TargetKind::LogDir { file_name: None }))
        .build()
}
