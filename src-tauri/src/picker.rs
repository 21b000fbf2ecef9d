//! The native pickers. They alone ask where something is or shall be; each answers `None` where the person closes it.

use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

use crate::call_error::CallError;

type Picked = Result<Option<String>, CallError>;

pub fn folder(app: &AppHandle, title: &str) -> Picked {
    if let Some(answer) = scripted() {
        return Ok(answer);
    }
    as_text(dialog(app).set_title(title).blocking_pick_folder())
}

pub fn workbook(app: &AppHandle) -> Picked {
    of_kinds(app, "工作簿", &["xlsx", "xls", "ods", "csv"])
}

/// The working days of a year.
pub fn calendar(app: &AppHandle) -> Picked {
    of_kinds(app, "放假安排", &["json", "xlsx", "xls", "ods", "csv"])
}

fn of_kinds(app: &AppHandle, name: &str, endings: &[&str]) -> Picked {
    if let Some(answer) = scripted() {
        return Ok(answer);
    }
    as_text(dialog(app).add_filter(name, endings).blocking_pick_file())
}

/// Any file, to be kept as evidence or read for a form.
pub fn file(app: &AppHandle, title: &str) -> Picked {
    if let Some(answer) = scripted() {
        return Ok(answer);
    }
    as_text(dialog(app).set_title(title).blocking_pick_file())
}

/// Asks where to save; adds the ending where the person left it out.
pub fn save(app: &AppHandle, suggested: &str, extension: &str) -> Picked {
    let answer = match scripted() {
        Some(answer) => answer,
        None => as_text(dialog(app).set_file_name(suggested).add_filter(extension, &[extension]).blocking_save_file())?,
    };
    Ok(answer.map(|path| with_extension(path, extension)))
}

fn with_extension(path: String, extension: &str) -> String {
    let ending = format!(".{extension}");
    if path.to_lowercase().ends_with(&ending.to_lowercase()) { path } else { path + &ending }
}

/// A dialog that belongs to the window, so that it cannot get lost behind it.
fn dialog(app: &AppHandle) -> FileDialogBuilder<tauri::Wry> {
    let dialog = app.dialog().file();
    match app.get_webview_window("main") {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

fn as_text(picked: Option<FilePath>) -> Picked {
    let Some(picked) = picked else { return Ok(None) };
    let path = picked.into_path().map_err(|_| CallError::path_not_text())?;
    path.into_os_string().into_string().map(Some).map_err(|_| CallError::path_not_text())
}

#[cfg(not(feature = "e2e"))]
fn scripted() -> Option<Option<String>> {
    None
}

/// Takes the next answer from the JSON list in the file that the environment names; `null` is a closed dialog.
/// Where the environment names none, the real dialog opens.
#[cfg(feature = "e2e")]
fn scripted() -> Option<Option<String>> {
    let file = std::env::var_os("SUNREG_E2E_PICK")?;
    let mut answers: Vec<Option<String>> =
        std::fs::read(&file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
    if answers.is_empty() {
        return Some(None);
    }
    let next = answers.remove(0);
    if let Err(error) =
        serde_json::to_vec(&answers).map_err(std::io::Error::from).and_then(|rest| std::fs::write(&file, rest))
    {
        log::error!("the list of answers cannot be written: {error}");
    }
    Some(next)
}

#[cfg(test)]
mod tests {
    use super::with_extension;

    #[test]
    fn the_ending_is_added_only_where_it_is_missing() {
        assert_eq!(with_extension("年度报告".to_owned(), "docx"), "年度报告.docx");
        assert_eq!(with_extension("年度报告.DOCX".to_owned(), "docx"), "年度报告.DOCX");
        assert_eq!(with_extension("2023.11".to_owned(), "xlsx"), "2023.11.xlsx");
    }
}
