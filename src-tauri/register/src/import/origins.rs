//! Where a refused row stood before it was given out to be mended. It travels with the row in a column of its own,
//! so that a department may sort, cut and rename as it likes.

use std::fmt;

/// The heading of that column; an import knows it and shows it to nobody.
pub(super) const ORIGIN: &str = "未收行出处";

/// A row of a file that is told by its bytes: its name may be anybody's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RowOrigin {
    /// The file's SHA-256.
    pub digest: String,
    pub row: u32,
    pub sheet: String,
}

impl fmt::Display for RowOrigin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.digest, self.row, self.sheet)
    }
}

/// The cell of a row that may have gone out more than once, the first time first.
pub(super) fn written(origins: &[RowOrigin]) -> String {
    origins.iter().map(RowOrigin::to_string).collect::<Vec<_>>().join("\n")
}

/// What [`written`] wrote; what somebody else wrote there is passed over.
pub(super) fn read(cell: &str) -> Vec<RowOrigin> {
    let origin = |line: &str| {
        let mut parts = line.splitn(3, ' ');
        let digest = parts.next().filter(|digest| digest.len() == 64)?.to_owned();
        Some(RowOrigin { digest, row: parts.next()?.parse().ok()?, sheet: parts.next()?.to_owned() })
    };
    cell.lines().filter_map(origin).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_read_as_it_was_written() {
        let origin = |row, sheet: &str| RowOrigin { digest: "0a".repeat(32), row, sheet: sheet.to_owned() };
        let origins = [origin(3, "主动公开"), origin(120, "一 月 份")];
        assert_eq!(read(&written(&origins)), origins);
        assert_eq!(read(&format!("见附件\n{}\n{} 甲 表", origins[0], "0a".repeat(32))), origins[..1]);
        assert_eq!(read(""), []);
    }
}
