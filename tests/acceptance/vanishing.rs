//! A register that vanishes while it is open, a stick pulled out or a folder moved away; and its last backup.

use std::path::Path;

use serde_json::json;

use crate::office::{Office, content};

#[test]
fn a_register_that_was_moved_away_takes_no_entry_and_goes_on_once_it_is_back() {
    let mut office = Office::new();
    office.log_item("第一项", "学校官网", "2023-03-02");
    let away = office.path("别处");
    std::fs::rename(office.register(), &away).unwrap();
    for (name, request) in [
        ("log_record", json!({"thing": "publication", "values": {"title": "第二项", "published_on": "2023-03-03"}})),
        ("figures", json!({"from": "2023-01-01", "to": "2023-12-31"})),
        ("register_info", json!({})),
    ] {
        assert_eq!(office.refusal(name, request), "register_vanished", "{name}");
    }
    assert!(!office.register().exists(), "nothing is made in its place");
    std::fs::rename(&away, office.register()).unwrap();
    office.log_item("第二项", "学校官网", "2023-03-03");
    assert_eq!(office.figure("items")["value"], 2);
    assert_eq!(office.red_checks(), [""; 0]);
}

#[test]
fn another_register_in_its_place_is_neither_written_nor_sealed() {
    let mut office = Office::new();
    office.log_item("第一项", "学校官网", "2023-03-02");
    std::fs::rename(office.register(), office.path("别处")).unwrap();
    let mut other = Office::new();
    other.log_item("另一台账", "学校官网", "2023-03-02");
    other.close();
    std::fs::rename(other.register(), office.register()).unwrap();
    let before = content(&office.register());
    let values = json!({"title": "第二项", "published_on": "2023-03-03"});
    assert_eq!(office.refusal("log_record", json!({"thing": "publication", "values": values})), "register_vanished");
    office.close();
    assert_eq!(content(&office.register()), before);
}

#[test]
fn a_backup_is_remembered_with_its_day_and_whether_it_was_proven() {
    let mut office = Office::new();
    assert_eq!(office.call("register_info", json!({}))["last_backup"], json!(null));
    office.log_item("第一项", "学校官网", "2023-03-02");
    let made = office.call("backup", json!({}));
    let last = office.call("register_info", json!({}))["last_backup"].clone();
    assert_eq!(last, json!({"at": "2023-11-20T09:30:00", "path": made["backup"], "verified": true}));
    let elsewhere = office.path("U盘");
    office.call("backup", json!({"to": elsewhere}));
    let last = office.call("register_info", json!({}))["last_backup"].clone();
    assert!(last["path"].as_str().unwrap().contains("U盘"), "{last}");
    std::fs::write(office.register().join("backups/last.json"), b"{").unwrap();
    assert_eq!(office.call("register_info", json!({}))["last_backup"], json!(null));
    assert_eq!(office.red_checks(), [""; 0]);
}

/// Copies a folder as a person would who has only the copy left.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn a_stick_put_back_as_another_device_is_opened_anew_with_all_that_was_logged() {
    let mut office = Office::new();
    office.log_item("第一项", "学校官网", "2023-03-02");
    let away = office.path("别处");
    std::fs::rename(office.register(), &away).unwrap();
    let folder = json!({"folder": office.register()});
    assert_eq!(office.refusal("open_register", folder.clone()), "not_a_register");
    assert_eq!(office.refusal("register_info", json!({})), "register_vanished", "it is still the one in hand");
    // Another file in its place, with the entries that still lie in the write-ahead log.
    copy(&away, &office.register());
    assert_eq!(office.refusal("register_info", json!({})), "register_vanished");
    office.call("open_register", folder);
    assert_eq!(office.figure("items")["value"], 1);
    office.log_item("第二项", "学校官网", "2023-03-03");
    assert_eq!(office.figure("items")["value"], 2);
    assert_eq!(office.red_checks(), [""; 0]);
}

#[test]
fn a_register_is_kept_in_hand_where_another_cannot_be_opened() {
    let mut office = Office::new();
    office.log_item("第一项", "学校官网", "2023-03-02");
    let empty = office.path("空文件夹");
    std::fs::create_dir(&empty).unwrap();
    assert_eq!(office.refusal("open_register", json!({"folder": empty})), "not_a_register");
    assert_eq!(office.figure("items")["value"], 1);
}

#[test]
fn a_register_is_known_again_wherever_its_folder_is_moved() {
    let mut office = Office::new();
    let known = office.call("register_info", json!({}))["id"].clone();
    office.close();
    let moved = office.path("新盘");
    std::fs::rename(office.register(), &moved).unwrap();
    let opened = office.call("open_register", json!({"folder": moved}));
    assert_eq!(opened["id"], known);
    assert!(!known.as_str().unwrap().is_empty());
}
