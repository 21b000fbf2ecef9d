//! The write door: a full disk, and entries that never run together.

use chrono::NaiveDateTime;
use serde_json::json;

use super::*;
use crate::context::Unwatched;
use crate::error::Error;

#[test]
fn a_full_disk_says_so_and_keeps_what_was_there() {
    let place = tempfile::tempdir().unwrap();
    let context = Context { now: NaiveDateTime::default(), who: "test", lang: crate::Lang::Zh, watch: &Unwatched };
    let mut register = crate::commands::make(&context, &place.path().join("台账"), "示例学院").unwrap();
    let item = |title: String| json!({"title": title, "published_on": "2023-03-02"}).as_object().unwrap().clone();
    register.log_record(&context, Thing::Publication, &item("第一项".into()), None, None).unwrap();
    store::limit_to_present_size(register.db()).unwrap();
    let full = (0..2000).find_map(|number| {
        let remarks = "很长的备注".repeat(200);
        let mut values = item(format!("第{number}项"));
        values.insert("remarks".into(), remarks.into());
        register.log_record(&context, Thing::Publication, &values, None, None).err()
    });
    let full = register.explain(full.unwrap());
    assert!(matches!(full, Error::DiskFull { .. }), "{full}");
    assert_eq!(register.record(&context, "publication-1").unwrap().values.text("title"), "第一项");
    assert!(register.verify(&context).unwrap().ok);
}

#[test]
fn two_entries_never_have_the_same_hash_by_running_together() {
    let entry = |who: &str, operation: &str| Entry {
        seq: 1,
        at: String::new(),
        who: who.into(),
        operation: operation.into(),
        batch: None,
        rows: String::new(),
        reason: None,
        previous: String::new(),
        hash: String::new(),
    };
    assert_ne!(entry_hash(&entry("王丽", "record.log"), &[]), entry_hash(&entry("王", "丽record.log"), &[]));
}
