//! The headings of ledgers: which words name which field, for each kind of sheet.
