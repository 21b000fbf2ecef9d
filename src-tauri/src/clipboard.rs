//! The clipboard, for charts and tables on their way into a document. The page itself has no right to it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use tauri::AppHandle;
use tauri::image::Image;
use tauri_plugin_clipboard_manager::ClipboardExt;

use crate::call_error::CallError;

/// Text, and beside it the same as HTML for programs that take tables.
pub fn text(app: &AppHandle, text: &str, html: Option<&str>) -> Result<(), CallError> {
    let clipboard = app.clipboard();
    match html {
        Some(html) => clipboard.write_html(html, Some(text)),
        None => clipboard.write_text(text),
    }
    .map_err(CallError::not_copied)
}

/// A PNG in base64.
pub fn picture(app: &AppHandle, png: &str) -> Result<(), CallError> {
    let bytes = STANDARD.decode(png).map_err(CallError::not_copied)?;
    let image = Image::from_bytes(&bytes).map_err(CallError::not_copied)?;
    app.clipboard().write_image(&image).map_err(CallError::not_copied)
}
