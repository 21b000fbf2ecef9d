//! The page's one command. Names of the desktop are answered here, every other name by the register.

use std::path::Path;
use std::time::Instant;

use chrono::NaiveDateTime;
use register::Lang;
use serde_json::Value;
use tauri::{AppHandle, Manager};
use tauri_plugin_opener::OpenerExt;

use crate::call_error::CallError;
use crate::clipboard;
use crate::drafts;
use crate::picker;
use crate::progress::Reporter;
use crate::recent;
use crate::shell::Shell;

type Answer = Result<Value, CallError>;

/// Runs beside the window, on a thread that may block; only `cancel` is answered at once, while another call is busy.
#[tauri::command]
pub async fn call(app: AppHandle, name: String, request: Value, lang: Option<String>) -> Answer {
    if name == "cancel" {
        app.state::<Shell>().stop();
        return Ok(Value::Null);
    }
    let started = Instant::now();
    let called = name.clone();
    let lang = if lang.as_deref() == Some("en") { Lang::En } else { Lang::Zh };
    let answer = tauri::async_runtime::spawn_blocking(move || answer(&app, &called, request, lang))
        .await
        .unwrap_or_else(|failed| Err(CallError::internal(failed)));
    let took = started.elapsed().as_millis();
    match &answer {
        Ok(_) => log::info!("{name}: {took} ms"),
        Err(error) => log::warn!("{name}: {} after {took} ms", error.code),
    }
    answer
}

fn answer(app: &AppHandle, name: &str, request: Value, lang: Lang) -> Answer {
    let shell = app.state::<Shell>();
    match name {
        "pick_folder" => {
            let picked = picker::folder(app, text(&request, "title")?)?;
            if let Some(folder) = &picked {
                shell.openable().add_folder(Path::new(folder));
            }
            Ok(picked.into())
        }
        "pick_workbook" => Ok(picker::workbook(app)?.into()),
        "pick_calendar" => Ok(picker::calendar(app)?.into()),
        "pick_file" => Ok(picker::file(app, text(&request, "title")?)?.into()),
        "save_file" => {
            let picked = picker::save(app, text(&request, "suggested")?, text(&request, "extension")?)?;
            if let Some(file) = &picked {
                shell.openable().add_file(Path::new(file));
            }
            Ok(picked.into())
        }
        "open_path" => open(app, text(&request, "path")?),
        "drafts" => {
            let _alone = shell.drafts();
            let drafts = drafts::load(&drafts_folder(app)?, text(&request, "register")?);
            // A form opens all the same; that nothing can be kept aside is told with the first thing typed.
            let drafts =
                drafts.inspect_err(|error| log::warn!("the drafts cannot be read: {error}")).unwrap_or_default();
            serde_json::to_value(drafts).map_err(CallError::internal)
        }
        "write_draft" => {
            let _alone = shell.drafts();
            let (register, key) = (text(&request, "register")?, text(&request, "key")?);
            let draft = request.get("draft").and_then(Value::as_str);
            drafts::write(&drafts_folder(app)?, register, key, draft).map_err(CallError::draft_not_kept)?;
            Ok(Value::Null)
        }
        "copy_text" => {
            clipboard::text(app, text(&request, "text")?, request.get("html").and_then(Value::as_str))?;
            Ok(Value::Null)
        }
        "copy_picture" => {
            clipboard::picture(app, text(&request, "png")?)?;
            Ok(Value::Null)
        }
        "print" => {
            let window = app.get_webview_window("main").ok_or_else(|| CallError::not_printed("main"))?;
            window.print().map_err(CallError::not_printed)?;
            Ok(Value::Null)
        }
        "recent_registers" => {
            let registers = recent::load(&recent_file(app)?);
            serde_json::to_value(registers).map_err(CallError::internal)
        }
        _ => ask_register(app, name, request, lang),
    }
}

fn ask_register(app: &AppHandle, name: &str, request: Value, lang: Lang) -> Answer {
    let shell = app.state::<Shell>();
    let now = crate::clock::now();
    let answer = {
        let mut session = shell.session();
        let watch = Reporter::new(app, &shell);
        let context = register::Context { now, who: &who(), lang, watch: &watch };
        register::commands::call(&mut session, &context, name, request)?
    };
    if name == "evidence_file"
        && let Some(path) = answer.get("path").and_then(Value::as_str)
    {
        shell.openable().add_file(Path::new(path));
    }
    if matches!(name, "open_register" | "new_register" | "sample_register" | "restore")
        && let Some(folder) = answer.get("folder").and_then(Value::as_str)
    {
        shell.openable().add_folder(Path::new(folder));
        remember(app, folder, &answer, now);
    }
    Ok(answer)
}

/// Puts an opened register at the head of the recent ones. That it fails spoils nothing but the list.
fn remember(app: &AppHandle, folder: &str, answer: &Value, now: NaiveDateTime) {
    let institution = answer.get("institution").and_then(Value::as_str).unwrap_or(folder);
    let remembered = recent_file(app).map(|file| recent::add(&file, folder, institution, now));
    if let Ok(Err(error)) = remembered {
        log::warn!("the list of recent registers cannot be written: {error}");
    }
}

fn recent_file(app: &AppHandle) -> Result<std::path::PathBuf, CallError> {
    app.path().app_config_dir().map(|folder| folder.join("recent.json")).map_err(CallError::internal)
}

fn drafts_folder(app: &AppHandle) -> Result<std::path::PathBuf, CallError> {
    app.path().app_local_data_dir().map(|folder| folder.join("drafts")).map_err(CallError::internal)
}

fn open(app: &AppHandle, path: &str) -> Answer {
    if !app.state::<Shell>().openable().allows(Path::new(path)) {
        return Err(CallError::not_openable(path));
    }
    app.opener().open_path(path, None::<&str>).map_err(|error| CallError::opening_failed(path, error))?;
    Ok(Value::Null)
}

/// The person at work, as the system knows them: Windows says `USERNAME`, others `USER`.
fn who() -> String {
    ["USERNAME", "USER"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|who| !who.trim().is_empty()))
        .unwrap_or_else(|| "本机".to_owned())
}

fn text<'a>(request: &'a Value, field: &str) -> Result<&'a str, CallError> {
    request.get(field).and_then(Value::as_str).ok_or_else(|| CallError::missing_field(field))
}
