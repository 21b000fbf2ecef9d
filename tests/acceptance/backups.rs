//! Backups are proven copies, and come back whole.

use serde_json::json;

use crate::office::{Office, content};

fn backed_up() -> (Office, String) {
    let mut office = Office::new();
    office.log_item("关于评优结果的公示", "公示栏", "2023-06-01");
    office.log_item("关于奖学金名单的公示", "公示栏", "2023-06-02");
    let made = office.call("backup", json!({}));
    assert_eq!((&made["records"], &made["verified"]), (&json!(2), &json!(true)));
    let path = made["backup"].as_str().unwrap().to_owned();
    (office, path)
}

#[test]
fn a_backup_restores_to_the_same_figures() {
    let (mut office, backup) = backed_up();
    let before = office.call("figures", json!({"from": "2023-01-01", "to": "2023-12-31"}));
    let copy = office.path("恢复的台账");
    office.call("restore", json!({"backup": backup, "folder": copy}));
    assert_eq!(office.call("figures", json!({"from": "2023-01-01", "to": "2023-12-31"})), before);
    office.close();
    assert_eq!(office.call("verify", json!({"folder": copy}))["ok"], true);
}

#[test]
fn two_backups_in_one_second_do_not_meet() {
    let (mut office, first) = backed_up();
    let second = office.call("backup", json!({}));
    assert_ne!(second["backup"], json!(first));
    let elsewhere = office.path("移动硬盘");
    let third = office.call("backup", json!({"to": elsewhere}));
    assert!(third["backup"].as_str().unwrap().starts_with(elsewhere.to_str().unwrap()));
}

#[test]
fn an_existing_register_gives_way_only_with_replace_and_is_backed_up_first() {
    let (mut office, backup) = backed_up();
    office.log_item("备份之后的通知", "学校官网", "2023-07-01");
    office.close();
    let folder = office.register();
    let request = json!({"backup": backup, "folder": folder});
    assert_eq!(office.refusal("restore", request), "register_exists");
    office.call("restore", json!({"backup": backup, "folder": folder, "replace": true}));
    assert_eq!(office.figure("items")["value"], 2);
    office.close();
    let kept = std::fs::read_dir(folder.join("backups")).unwrap();
    let backups = kept.filter(|entry| entry.as_ref().unwrap().path().is_dir()).count();
    assert_eq!(backups, 2, "the one restored from, and the one made before replacing");
    assert!(office.red_checks().is_empty());
}

#[test]
fn a_register_open_elsewhere_is_not_replaced() {
    let (office, backup) = backed_up();
    let mut other = Office::empty();
    let request = json!({"backup": backup, "folder": office.register(), "replace": true});
    assert_eq!(other.refusal("restore", request), "register_busy");
}

#[test]
fn a_damaged_backup_is_refused_and_the_register_left_alone() {
    let (mut office, backup) = backed_up();
    office.close();
    let file = std::path::Path::new(&backup).join("register.db");
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    let before = std::fs::read(office.register().join("register.db")).unwrap();
    let request = json!({"backup": backup, "folder": office.register(), "replace": true});
    assert_eq!(office.refusal("restore", request), "backup_faulty");
    assert_eq!(std::fs::read(office.register().join("register.db")).unwrap(), before);
    let empty = office.path("空文件夹");
    std::fs::create_dir_all(&empty).unwrap();
    assert_eq!(office.refusal("restore", json!({"backup": empty, "folder": office.path("新")})), "not_a_backup");
    assert!(content(&empty).is_empty());
}

#[test]
fn a_damaged_register_is_set_aside_when_a_backup_replaces_it() {
    let (mut office, backup) = backed_up();
    office.close();
    let file = office.register().join("register.db");
    std::fs::write(&file, "坏掉的内容".repeat(1000)).unwrap();
    office.call("restore", json!({"backup": backup, "folder": office.register(), "replace": true}));
    assert_eq!(office.figure("items")["value"], 2);
    let kept = content(&office.register().join("backups"));
    assert!(kept.iter().any(|(path, _)| path.to_string_lossy().contains("damaged")));
}

#[test]
fn a_register_that_was_changed_outside_is_backed_up_but_never_called_verified() {
    let (mut office, _) = backed_up();
    office.close();
    let file = office.register().join("register.db");
    let mut bytes = std::fs::read(&file).unwrap();
    bytes.push(0);
    std::fs::write(&file, bytes).unwrap();
    office.open();
    let made = office.call("backup", json!({}));
    assert_eq!(made["verified"], false);
    office.close();
    assert_eq!(office.call("verify", json!({"folder": made["backup"]}))["ok"], false);
}

#[test]
fn a_restore_that_fails_leaves_an_empty_place_empty() {
    let (mut office, backup) = backed_up();
    let occupied = office.path("照片");
    std::fs::create_dir_all(&occupied).unwrap();
    std::fs::write(occupied.join("合影.jpg"), "x").unwrap();
    assert_eq!(office.refusal("restore", json!({"backup": backup, "folder": occupied})), "folder_not_empty");
    assert_eq!(content(&occupied).len(), 1);
}
