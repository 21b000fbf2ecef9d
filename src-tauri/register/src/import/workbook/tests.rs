//! Workbooks of every format, whole and damaged.

use std::path::PathBuf;

use super::*;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(name)
}

#[test]
fn the_ledger_of_the_reference_case_is_read_whole() {
    let mut book = Workbook::open(&fixture("信息公开台账2023.xlsx")).expect("opens");
    assert_eq!(book.stem(), "信息公开台账2023");
    assert_eq!(book.digest().len(), 64);
    let rows = [("主动公开", 763), ("会议", 126), ("答复", 810), ("日常登记", 521), ("发放资料", 13), ("评议", 3)];
    for (index, (name, count)) in rows.into_iter().enumerate() {
        let sheet = book.read(index).expect("reads");
        assert_eq!((sheet.name.as_str(), sheet.first_row, sheet.rows.len()), (name, 1, count));
    }
    let sheet = book.read(0).expect("reads");
    let title = Merged { first_row: 1, last_row: 1, first_column: 0, last_column: 14 };
    assert_eq!(sheet.merged, [title]);
    assert_eq!(sheet.cell(2, 0), &Cell::Number(1.0));
    assert_eq!(sheet.cell(2, 8).to_text(), "2023-03-28");
    assert_eq!(sheet.cell(3, 8), &Cell::Text("2023.04.16".into()));
}
