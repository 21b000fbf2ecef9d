//! 佐证材料: files that belong to a record, kept by their content, proven, never lost and never half there.

use std::cell::Cell;
use std::fs::{self, File};
use std::path::PathBuf;

use register::{Context, Lang, Progress, Watch, commands};
use serde_json::{Value as Json, json};

use crate::changes::{behind_the_back, forge_seal};
use crate::office::{Office, content};

/// A desk with one item, and the item's name.
fn desk() -> (Office, String) {
    let mut office = Office::new();
    let id = office.log_item("关于评优结果的公示", "公示栏", "2023-06-01");
    (office, id)
}

fn write(office: &Office, name: &str, bytes: &[u8]) -> PathBuf {
    let path = office.path(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, bytes).unwrap();
    path
}

fn attach(office: &mut Office, record: &str, path: &PathBuf) -> Json {
    office.call("attach_evidence", json!({"record": record, "path": path}))
}

fn list(office: &mut Office, record: &str) -> Vec<Json> {
    office.call("evidence", json!({"record": record})).as_array().unwrap().clone()
}

/// The files in the register's evidence folder.
fn stored(office: &Office) -> usize {
    content(&office.register().join("evidence")).len()
}

#[test]
fn a_file_is_kept_by_its_content_with_who_added_it_and_when() {
    let (mut office, id) = desk();
    let path = write(&office, "公示照片🎓.jpg", b"picture");
    let added = attach(&mut office, &id, &path);
    assert_eq!(
        (&added["already"], &added["also_in"], &added["renamed_from"]),
        (&json!(false), &json!([]), &Json::Null)
    );
    let files = list(&mut office, &id);
    assert_eq!(files, [added["evidence"].clone()]);
    let file = &files[0];
    assert_eq!((&file["name"], &file["size"], &file["kind"]), (&json!("公示照片🎓.jpg"), &json!(7), &json!("picture")));
    assert_eq!((&file["by"], &file["added_at"]), (&json!("王丽"), &json!("2023-11-20T09:30:00")));
    assert_eq!((&file["there"], &file["withdrawn"]), (&json!(true), &Json::Null));
    let place = office.register().join("evidence").join(file["sha256"].as_str().unwrap());
    assert_eq!(fs::read(place).unwrap(), b"picture");
    // The person's own file may go.
    fs::remove_file(path).unwrap();
    assert!(office.red_checks().is_empty());
}

#[test]
fn the_same_content_is_stored_once_and_told() {
    let (mut office, first) = desk();
    let second = office.log_item("关于奖学金名单的公示", "公示栏", "2023-06-02");
    let (path, copy) = (write(&office, "甲.pdf", b"same"), write(&office, "乙.pdf", b"same"));
    attach(&mut office, &first, &path);
    let again = attach(&mut office, &first, &copy);
    assert_eq!((&again["already"], &again["evidence"]["name"]), (&json!(true), &json!("甲.pdf")));
    let elsewhere = attach(&mut office, &second, &copy);
    assert_eq!((&elsewhere["already"], &elsewhere["also_in"]), (&json!(false), &json!([first])));
    assert_eq!((list(&mut office, &first).len(), stored(&office)), (1, 1));
    assert!(office.red_checks().is_empty());
}

#[test]
fn a_withdrawn_file_stays_with_its_reason_and_can_come_back() {
    let (mut office, id) = desk();
    let path = write(&office, "纪要.docx", b"minutes");
    let sha256 = attach(&mut office, &id, &path)["evidence"]["sha256"].clone();
    let detach = |reason: &str| json!({"record": id, "sha256": sha256, "reason": reason});
    assert_eq!(office.refusal("detach_evidence", detach("  ")), "reason_missing");
    let left = office.call("detach_evidence", detach("放错了记录"));
    assert_eq!((&left[0]["withdrawn"], &left[0]["there"]), (&json!("放错了记录"), &json!(true)));
    assert_eq!(stored(&office), 1);
    assert_eq!(attach(&mut office, &id, &path)["already"], false);
    assert_eq!(list(&mut office, &id)[0]["withdrawn"], Json::Null);
    let history = office.call("history", json!({"id": id}));
    let told = |at: usize| (history[at]["operation"].clone(), history[at]["after"]["withdrawn_reason"].clone());
    let parts: Vec<&Json> = history.as_array().unwrap().iter().map(|entry| &entry["part"]).collect();
    assert_eq!(parts, ["record", "evidence", "evidence", "evidence"]);
    assert_eq!(told(1), (json!("evidence.attach"), Json::Null));
    assert_eq!(told(2), (json!("evidence.detach"), json!("放错了记录")));
    assert_eq!(told(3), (json!("evidence.attach"), Json::Null));
    assert_eq!(history[3]["after"]["name"], "纪要.docx");
    let today = office.call("overview", json!({"from": "2023-01-01", "to": "2023-12-31"}))["today"][0].clone();
    assert_eq!((&today["record"], &today["title"]), (&json!(id), &json!("关于评优结果的公示")));
    assert!(office.red_checks().is_empty());
}

#[test]
fn the_history_of_a_record_does_not_tell_of_another_whose_number_begins_alike() {
    let (mut office, first) = desk();
    let mut last = String::new();
    for number in 2..=10 {
        last = office.log_item(&format!("第{number}项"), "公示栏", "2023-06-02");
    }
    assert_eq!((first.as_str(), last.as_str()), ("publication-1", "publication-10"));
    let path = write(&office, "甲.pdf", b"x");
    attach(&mut office, &last, &path);
    assert_eq!(office.call("history", json!({"id": first})).as_array().unwrap().len(), 1);
    assert_eq!(office.call("history", json!({"id": last})).as_array().unwrap().len(), 2);
}

#[test]
fn what_cannot_be_attached_is_told_and_nothing_half_done_stays() {
    let (mut office, id) = desk();
    let folder = office.path("一个文件夹");
    fs::create_dir_all(&folder).unwrap();
    office.call("set_evidence_limit", json!({"megabytes": 1}));
    let large = write(&office, "大.bin", &vec![7; 1_000_001]);
    let inside = office.register().join("register.db");
    let empty = write(&office, "空.pdf", b"");
    for (path, code) in [
        (office.path("没有这个文件.pdf"), "evidence_gone"),
        (folder, "evidence_not_a_file"),
        (large, "evidence_too_large"),
        (inside, "evidence_inside"),
        (empty, "evidence_empty"),
    ] {
        assert_eq!(office.refusal("attach_evidence", json!({"record": id, "path": path})), code);
        let told = office.attempt("evidence_candidate", json!({"path": path})).unwrap_err();
        assert_eq!(told.code(), code, "told before there is a record");
        let folder = path.parent().unwrap().display().to_string();
        for said in [Lang::Zh, Lang::En].map(|lang| told.sentence(lang)) {
            assert!(!said.contains(&folder), "its name says enough: {said}");
        }
    }
    let path = write(&office, "甲.pdf", b"x");
    assert_eq!(office.call("evidence_candidate", json!({"path": path})), json!({"name": "甲.pdf", "size": 1}));
    assert_eq!(office.refusal("attach_evidence", json!({"record": "publication-99", "path": path})), "no_such_record");
    office.call("withdraw_record", json!({"id": id, "reason": "重复"}));
    assert_eq!(office.refusal("attach_evidence", json!({"record": id, "path": path})), "record_withdrawn");
    assert_eq!((list(&mut office, &id).len(), stored(&office)), (0, 0));
}

#[test]
fn a_film_of_two_gigabytes_is_refused_by_its_size_before_it_is_read() {
    let (mut office, id) = desk();
    let path = office.path("录像.mp4");
    // Sparse: it has the length, and takes no room.
    File::create(&path).unwrap().set_len(2_147_483_648).unwrap();
    let error = office.attempt("attach_evidence", json!({"record": id, "path": path})).unwrap_err();
    assert_eq!(error.code(), "evidence_too_large");
    let said = error.sentence(Lang::Zh);
    assert!(said.starts_with("“录像.mp4”有 2147.5 MB") && said.contains("500 MB"), "{said}");
    assert_eq!(stored(&office), 0);
}

#[test]
fn the_limit_is_the_offices_own() {
    let (mut office, id) = desk();
    assert_eq!(office.call("evidence_limit", json!({}))["megabytes"], 500);
    for wrong in [0, 4_001] {
        assert_eq!(office.refusal("set_evidence_limit", json!({"megabytes": wrong})), "evidence_limit_out_of_range");
    }
    office.call("set_evidence_limit", json!({"megabytes": 2}));
    let path = write(&office, "大.bin", &vec![7; 1_500_000]);
    assert_eq!(attach(&mut office, &id, &path)["evidence"]["kind"], "other");
    assert!(office.red_checks().is_empty());
}

/// Stops at the second step.
struct Impatient(Cell<u32>);

impl Watch for Impatient {
    fn step(&self, _: Progress) -> bool {
        self.0.set(self.0.get() + 1);
        self.0.get() < 2
    }
}

#[test]
fn a_cancelled_copy_leaves_nothing() {
    let (mut office, id) = desk();
    let path = write(&office, "大.bin", &vec![7; 5_000_000]);
    let watch = Impatient(Cell::new(0));
    let context = Context { watch: &watch, ..office.context() };
    let request = json!({"record": id, "path": path});
    let error = commands::call(&mut office.session, &context, "attach_evidence", request).unwrap_err();
    assert_eq!(error.code(), "cancelled");
    assert_eq!((list(&mut office, &id).len(), stored(&office)), (0, 0));
}

#[cfg(unix)]
#[test]
fn a_name_that_other_systems_cannot_write_is_mended_and_told() {
    let (mut office, id) = desk();
    for (number, (name, kept)) in [
        ("纪要:终稿?.docx".to_owned(), "纪要_终稿_.docx".to_owned()),
        ("照片\u{202e}gpj.exe".to_owned(), "照片gpj.exe".to_owned()),
        ("con.txt".to_owned(), "_con.txt".to_owned()),
        ("长".repeat(83) + ".pdf", "长".repeat(65) + ".pdf"),
    ]
    .into_iter()
    .enumerate()
    {
        let path = write(&office, &name, format!("{number}").as_bytes());
        let added = attach(&mut office, &id, &path);
        assert_eq!((&added["evidence"]["name"], &added["renamed_from"]), (&json!(kept), &json!(name)));
        let file = office.call("evidence_file", json!({"record": id, "sha256": added["evidence"]["sha256"]}));
        assert!(file["path"].as_str().unwrap().ends_with(&kept), "{file}");
    }
}

#[test]
fn what_is_opened_is_a_copy_under_its_own_name_and_goes_with_the_register() {
    let (mut office, id) = desk();
    let path = write(&office, "会议纪要.txt", "纪要".as_bytes());
    let sha256 = attach(&mut office, &id, &path)["evidence"]["sha256"].clone();
    let open = json!({"record": id, "sha256": sha256});
    let file = office.call("evidence_file", open.clone());
    let copy = PathBuf::from(file["path"].as_str().unwrap());
    assert_eq!(copy.file_name().unwrap(), "会议纪要.txt");
    // Whoever writes into the copy changes no evidence; the next look is at the evidence again.
    fs::write(&copy, "改了").unwrap();
    office.call("evidence_file", open.clone());
    assert_eq!(fs::read(&copy).unwrap(), "纪要".as_bytes());
    let strange = json!({"record": id, "sha256": "../../register.db"});
    assert_eq!(office.refusal("evidence_file", strange), "no_such_evidence");
    let place = office.register().join("evidence").join(sha256.as_str().unwrap());
    fs::write(&place, "变了").unwrap();
    assert_eq!(office.refusal("evidence_file", open.clone()), "evidence_changed");
    fs::remove_file(&place).unwrap();
    assert_eq!(office.refusal("evidence_file", open), "evidence_lost");
    assert_eq!(list(&mut office, &id)[0]["there"], false);
    office.close();
    assert!(!copy.exists());
}

/// What `verify` says of the evidence.
fn said(office: &mut Office) -> String {
    office.close();
    let answer = office.call("verify", json!({"folder": office.register()}));
    let checks = answer["checks"].as_array().unwrap().clone();
    checks.into_iter().find(|check| check["check"] == "evidence").unwrap()["detail"].as_str().unwrap().to_owned()
}

#[test]
fn a_missing_a_changed_and_an_unknown_file_are_named() {
    let (mut office, id) = desk();
    let mut place = |name: &str| {
        let path = write(&office, name, name.as_bytes());
        let added = attach(&mut office, &id, &path);
        office.register().join("evidence").join(added["evidence"]["sha256"].as_str().unwrap())
    };
    let (missing, changed) = (place("甲.pdf"), place("乙.pdf"));
    assert_eq!(said(&mut office), "");
    fs::remove_file(missing).unwrap();
    fs::write(changed, "别的").unwrap();
    fs::write(office.register().join("evidence/陌生.txt"), "x").unwrap();
    // What a power cut leaves behind is no fault.
    fs::write(office.register().join("evidence/.0011223344556677.sunreg.tmp"), "x").unwrap();
    let said = said(&mut office);
    for part in ["“甲.pdf”的文件不在", "“乙.pdf”的内容已变", "陌生.txt 不属于任何记录"] {
        assert!(said.contains(part), "{said}");
    }
    assert_eq!(said.split('；').count(), 3, "{said}");
}

#[test]
fn evidence_moved_to_another_record_behind_the_logs_back_is_seen() {
    for forgery in
        ["UPDATE evidence SET name = '别的.pdf'", "DELETE FROM evidence", "UPDATE evidence SET record = 'x-1'"]
    {
        let (mut office, id) = desk();
        let path = write(&office, "甲.pdf", b"x");
        attach(&mut office, &id, &path);
        behind_the_back(&mut office, forgery);
        forge_seal(&office);
        assert!(office.red_checks().contains(&"vocabulary".to_owned()), "{forgery}");
    }
}

#[test]
fn a_backup_has_the_evidence_and_brings_back_no_later_file() {
    let (mut office, id) = desk();
    let path = write(&office, "甲.pdf", b"x");
    attach(&mut office, &id, &path);
    let backup = office.call("backup", json!({}));
    assert_eq!(backup["verified"], true);
    let later = write(&office, "乙.pdf", b"y");
    attach(&mut office, &id, &later);
    office.close();
    office.call("restore", json!({"backup": backup["backup"], "folder": office.register(), "replace": true}));
    assert_eq!(list(&mut office, &id).len(), 1);
    assert_eq!(stored(&office), 1);
    assert!(office.red_checks().is_empty());
    // What gave way was backed up with its files.
    let set_aside = content(&office.register().join("backups"));
    assert!(set_aside.iter().any(|(_, bytes)| bytes == b"y"));
}
