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

#[test]
fn an_entry_of_before_there_were_reasons_keeps_its_hash_and_a_reason_is_taken_in() {
    let entry = |reason: Option<&str>| Entry {
        seq: 1,
        at: "2023-11-20T09:30:00".into(),
        who: "王丽".into(),
        operation: "record.log".into(),
        batch: None,
        rows: String::new(),
        reason: reason.map(str::to_owned),
        previous: String::new(),
        hash: String::new(),
    };
    let record =
        ChangedRecord { thing: "publication".into(), record: "1".into(), before: None, after: Some("{}".into()) };
    let hash = |reason| entry_hash(&entry(reason), std::slice::from_ref(&record));
    assert_eq!(hash(None), "a695dc84f823bae1976299ab139b347ca3cd44de9160521c68acc84f4edc79f0");
    assert!(hash(Some("")) != hash(None) && hash(Some("补登")) != hash(Some("漏登")));
}
