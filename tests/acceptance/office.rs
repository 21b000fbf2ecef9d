//! A desk for the tests: a session, a folder of its own, and commands by name.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use register::{Context, Error, Lang, Session, Unwatched, commands};
use serde_json::{Value as Json, json};
use tempfile::TempDir;

pub const INSTITUTION: &str = "湖南示例职业学院";

pub struct Office {
    pub session: Session,
    /// Goes with the test.
    place: TempDir,
}

impl Office {
    /// A desk without a register.
    pub fn empty() -> Office {
        Office { session: Session::default(), place: tempfile::tempdir().unwrap() }
    }

    /// A desk with a new register open.
    pub fn new() -> Office {
        let mut office = Office::empty();
        office.call("new_register", json!({"folder": office.register(), "institution": INSTITUTION}));
        office
    }

    /// A path of the desk; the name is Chinese, with a space, as on an office PC.
    pub fn path(&self, name: &str) -> PathBuf {
        self.place.path().join("张 老师的文档").join(name)
    }

    pub fn register(&self) -> PathBuf {
        self.path("信息公开台账")
    }

    pub fn call(&mut self, name: &str, request: Json) -> Json {
        self.attempt(name, request).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// As a window in that language calls.
    pub fn call_in(&mut self, lang: Lang, name: &str, request: Json) -> Json {
        let context = Context { lang, ..self.context() };
        commands::call(&mut self.session, &context, name, request).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    pub fn attempt(&mut self, name: &str, request: Json) -> Result<Json, Error> {
        let context = self.context();
        commands::call(&mut self.session, &context, name, request)
    }

    pub fn context(&self) -> Context<'static> {
        let now = NaiveDate::from_ymd_opt(2023, 11, 20).unwrap().and_hms_opt(9, 30, 0).unwrap();
        Context { now, who: "王丽", lang: Lang::Zh, watch: &Unwatched }
    }

    /// The code with which a command fails.
    pub fn refusal(&mut self, name: &str, request: Json) -> &'static str {
        match self.attempt(name, request) {
            Ok(answer) => panic!("{name} was to fail, and answered {answer}"),
            Err(error) => {
                for lang in [Lang::Zh, Lang::En] {
                    assert!(error.sentence(lang).chars().count() > 8, "{error:?} says too little");
                }
                error.code()
            }
        }
    }

    pub fn close(&mut self) {
        self.call("close_register", json!({}));
    }

    pub fn open(&mut self) {
        self.call("open_register", json!({"folder": self.register()}));
    }

    /// The number of a word.
    pub fn term(&mut self, dimension: &str, name: &str) -> i64 {
        let terms = self.call("terms", json!({}));
        let found = terms.as_array().unwrap().iter().find(|t| t["dimension"] == dimension && t["name"] == name);
        found.unwrap_or_else(|| panic!("{dimension} {name}"))["id"].as_i64().unwrap()
    }

    /// Logs a public item on one channel.
    pub fn log_item(&mut self, title: &str, channel: &str, day: &str) -> String {
        let channel = self.term("channel", channel);
        let values = json!({"title": title, "published_on": day, "channels": [channel], "is_public": true});
        let saved = self.call("log_record", json!({"thing": "publication", "values": values}));
        saved["record"]["id"].as_str().unwrap().to_owned()
    }

    /// A figure over 2023.
    pub fn figure(&mut self, id: &str) -> Json {
        let figures = self.call("figures", json!({"from": "2023-01-01", "to": "2023-12-31"}));
        figures.as_array().unwrap().iter().find(|f| f["id"] == id).unwrap().clone()
    }

    /// Whether the register, closed, is proven; if not, the checks that are red.
    pub fn red_checks(&mut self) -> Vec<String> {
        self.close();
        let answer = self.call("verify", json!({"folder": self.register()}));
        let red = answer["checks"].as_array().unwrap().iter().filter(|c| c["ok"] == false);
        let red: Vec<String> = red.map(|c| c["check"].as_str().unwrap().to_owned()).collect();
        assert_eq!(answer["ok"] == true, red.is_empty());
        red
    }
}

/// Every file below a folder with its bytes.
pub fn content(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(content(&path));
        } else {
            files.push((path.clone(), std::fs::read(&path).unwrap()));
        }
    }
    files.sort();
    files
}
