//! Making and opening registers, and what stands in the way.

use serde_json::json;

use crate::office::{INSTITUTION, Office, content};

#[test]
fn a_new_register_is_a_folder_with_its_parts() {
    let mut office = Office::new();
    let info = office.call("register_info", json!({}));
    assert_eq!(info["institution"], INSTITUTION);
    assert_eq!(info["records"], 0);
    office.close();
    let names: Vec<String> = std::fs::read_dir(office.register())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    for part in ["register.db", "evidence", "backups", "register.seal"] {
        assert!(names.iter().any(|name| name == part), "{part} in {names:?}");
    }
}

#[test]
fn a_folder_that_is_not_empty_is_refused_and_left_alone() {
    let mut office = Office::empty();
    std::fs::create_dir_all(office.register()).unwrap();
    std::fs::write(office.register().join("年度总结.txt"), "正文").unwrap();
    let before = content(&office.register());
    let request = json!({"folder": office.register(), "institution": INSTITUTION});
    assert_eq!(office.refusal("new_register", request), "folder_not_empty");
    assert_eq!(content(&office.register()), before);
}

#[test]
fn a_folder_that_is_no_register_is_refused_and_left_alone() {
    let mut office = Office::empty();
    let folder = office.path("照片");
    std::fs::create_dir_all(&folder).unwrap();
    assert_eq!(office.refusal("open_register", json!({"folder": folder})), "not_a_register");
    std::fs::write(folder.join("register.db"), "这不是数据库，只是同名的文件。".repeat(400)).unwrap();
    let before = content(&folder);
    assert_eq!(office.refusal("open_register", json!({"folder": folder})), "not_a_register");
    assert_eq!(content(&folder), before);
}

#[test]
fn a_register_open_elsewhere_is_refused_and_left_alone() {
    let mut office = Office::new();
    let mut other = Office::empty();
    let folder = office.register();
    assert_eq!(other.refusal("open_register", json!({"folder": folder})), "register_busy");
    office.log_item("关于放假安排的通知", "学校官网", "2023-09-28");
    office.close();
    other.call("open_register", json!({"folder": folder}));
    assert_eq!(other.figure("items")["value"], 1);
}

#[test]
fn a_read_only_register_is_refused_and_left_alone() {
    let mut office = Office::new();
    office.close();
    let file = office.register().join("register.db");
    let mut permissions = std::fs::metadata(&file).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&file, permissions).unwrap();
    if std::fs::OpenOptions::new().write(true).open(&file).is_ok() {
        // An administrator writes to read-only files; nothing stands in the way then.
        office.open();
        return;
    }
    let before = content(&office.register());
    assert_eq!(office.refusal("open_register", json!({"folder": office.register()})), "register_read_only");
    assert_eq!(content(&office.register()), before);
}

#[test]
fn a_command_without_a_register_says_so() {
    let mut office = Office::empty();
    let period = json!({"from": "2023-01-01", "to": "2023-12-31"});
    assert_eq!(office.refusal("figures", period), "no_register_open");
    assert_eq!(office.refusal("no_such_command", json!({})), "unknown_command");
    assert_eq!(office.refusal("open_register", json!({"ordner": "x"})), "bad_request");
}

#[test]
fn an_institution_without_a_name_is_refused_and_nothing_is_made() {
    let mut office = Office::empty();
    assert_eq!(
        office.refusal("new_register", json!({"folder": office.register(), "institution": "  "})),
        "bad_request"
    );
    assert!(!office.register().exists());
}

#[test]
fn work_that_was_cut_off_is_whole_or_not_there() {
    let mut office = Office::new();
    office.log_item("关于评优结果的公示", "公示栏", "2023-06-01");
    // A session that is never dropped closes nothing: like a power cut, but for the lock, which the copy has not.
    let copy = office.path("断电后的台账");
    std::fs::create_dir_all(&copy).unwrap();
    for (path, bytes) in content(&office.register()) {
        std::fs::write(copy.join(path.file_name().unwrap()), bytes).unwrap();
    }
    let mut after = Office::empty();
    after.call("open_register", json!({"folder": copy}));
    assert_eq!(after.figure("items")["value"], 1);
    assert_eq!(after.call("verify", json!({}))["ok"], true);
}
