//! How the sentences of failure tell of a file: its size, and its name where its folder says nothing to the reader.

use std::borrow::Cow;
use std::path::Path;

/// A size as a person reads it: `512.3 MB`.
pub(super) fn megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    match tenths % 10 {
        0 => format!("{} MB", tenths / 10),
        part => format!("{}.{part} MB", tenths / 10),
    }
}

/// What a file is called, for somebody who has just chosen it.
pub(super) fn name_of(path: &Path) -> Cow<'_, str> {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy()
}
