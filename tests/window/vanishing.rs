//! A register whose folder goes while it is open, a stick pulled out: told, nothing typed lost, and gone on with.

use std::path::Path;

use crate::app::drive;
use crate::steps::{field_value, make_register};

#[test]
fn a_form_outlives_the_folder_of_its_register_and_is_saved_once_it_is_back() {
    drive("vanishing", async |app| {
        let (folder, away) = (app.register_folder(), app.file("拔掉"));
        app.pick(&[Some(&folder)]);
        make_register(app, "湖南示例职业学院").await;
        app.click("rail-publication").await;
        app.settled("publication-page").await;
        app.click("log").await;
        app.fill("form-title", "关于放假的通知").await;
        app.fill("form-published_on", "2026-11-02").await;
        std::fs::rename(&folder, &away).unwrap();
        app.click("form-save-next").await;
        app.find("vanished").await;
        app.screenshot("vanished").await;
        assert_eq!(field_value(app, "title").await, "关于放假的通知");
        app.click("vanished-retry").await;
        app.find("still-gone").await;
        put_back(&away, &folder);
        app.click("vanished-retry").await;
        app.gone("vanished").await;
        assert_eq!(field_value(app, "title").await, "关于放假的通知");
        app.click("form-save-next").await;
        app.until("form-done", |shown| shown.contains("关于放假的通知")).await;
        app.screenshot("vanished-and-back").await;
    });
}

/// As the system shows a stick that is plugged in again: the same files, as those of another device.
fn put_back(from: &Path, to: &Path) {
    std::fs::create_dir(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file()) {
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}
