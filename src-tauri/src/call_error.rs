//! An error as the page receives it: a stable code, and a sentence in each language.

use register::Lang;
use register::error::FieldFault;
use serde::Serialize;

#[derive(Debug, Serialize)]
pub struct CallError {
    pub code: &'static str,
    pub zh: String,
    pub en: String,
    /// The fields that refused a record.
    pub fields: Vec<FieldFault>,
}

impl From<register::Error> for CallError {
    fn from(error: register::Error) -> Self {
        let (code, zh, en) = (error.code(), error.sentence(Lang::Zh), error.sentence(Lang::En));
        let fields = match error {
            register::Error::Refused { faults } => faults,
            _ => Vec::new(),
        };
        CallError { code, zh, en, fields }
    }
}

// The sentences of what only a desktop can fail at; all others are the core's.
impl CallError {
    fn plain(code: &'static str, zh: String, en: String) -> Self {
        CallError { code, zh, en, fields: Vec::new() }
    }

    pub fn internal(detail: impl std::fmt::Display) -> Self {
        CallError::plain(
            "internal",
            format!("程序内部出错：{detail}。刚才的操作可能没有完成，已保存的记录不受影响。请重新启动后核对。"),
            format!(
                "The program failed inside: {detail}. The last action may not have been done; saved records are not affected. Please restart and check."
            ),
        )
    }

    pub fn missing_field(field: &str) -> Self {
        CallError::plain(
            "bad_request",
            format!("请求缺少“{field}”，没有执行，数据未作改动。这是程序的错误，请反馈。"),
            format!(
                "The request lacks `{field}`; nothing was done and no data was changed. This is a fault of the program: please report it."
            ),
        )
    }

    pub fn path_not_text() -> Self {
        CallError::plain(
            "path_not_text",
            "所选路径含有无法识别的字符，没有执行，数据未作改动。请改用其他文件夹或文件名。".to_owned(),
            "The chosen path has characters that cannot be read; nothing was done and no data was changed. Please choose another folder or name.".to_owned(),
        )
    }

    pub fn not_openable(path: &str) -> Self {
        CallError::plain(
            "not_openable",
            format!(
                "没有打开“{path}”：只能打开本次写出的文件和台账文件夹，且须仍在原处。数据未作改动。请在文件管理器中查找。"
            ),
            format!(
                "`{path}` was not opened: only files written since the start and the register's folder can be, where they still exist. No data was changed. Please look for it in the file manager."
            ),
        )
    }

    pub fn not_copied(detail: impl std::fmt::Display) -> Self {
        CallError::plain(
            "not_copied",
            format!("没有复制到剪贴板：{detail}。数据未作改动。请再试一次，或改用导出。"),
            format!(
                "Nothing was copied to the clipboard: {detail}. No data was changed. Try again, or export instead."
            ),
        )
    }

    pub fn not_printed(detail: impl std::fmt::Display) -> Self {
        CallError::plain(
            "not_printed",
            format!("系统的打印窗口没有打开：{detail}。数据未作改动。可以导出 Word 文件后打印。"),
            format!(
                "The system's print dialog did not open: {detail}. No data was changed. Export as Word and print that."
            ),
        )
    }

    pub fn draft_not_kept(detail: impl std::fmt::Display) -> Self {
        CallError::plain(
            "draft_not_kept",
            format!("未保存的内容没能暂存：{detail}。台账未受影响。请尽快保存这一条。"),
            format!(
                "What was typed could not be kept aside: {detail}. The register is not affected. Save the entry soon."
            ),
        )
    }

    pub fn opening_failed(path: &str, detail: impl std::fmt::Display) -> Self {
        CallError::plain(
            "opening_failed",
            format!("系统没有能打开“{path}”的程序：{detail}。文件完好，请在文件管理器中打开。"),
            format!(
                "The system has no program that opens `{path}`: {detail}. The file is sound; please open it from the file manager."
            ),
        )
    }
}
