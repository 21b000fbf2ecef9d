//! The command line is a contract: what is printed where, and with which exit code.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value as Json, json};
use tempfile::TempDir;

const PERIOD: [&str; 4] = ["--from", "2023-02-01", "--to", "2023-11-20"];

struct Desk {
    place: TempDir,
}

impl Desk {
    fn new() -> Desk {
        Desk { place: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> String {
        self.place.path().join(name).display().to_string()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_sunreg")).args(arguments).output().unwrap()
    }

    /// The answer as JSON: one value on standard output and nothing else.
    fn json(&self, code: i32, arguments: &[&str]) -> Json {
        let output = self.run(&[&["--json"], arguments].concat());
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {told}");
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// A failure: exit code 2, nothing on standard output, one sentence on standard error.
    fn failure(&self, arguments: &[&str]) -> String {
        let output = self.run(&[&["--json"], arguments].concat());
        let sentence = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {sentence}");
        assert!(output.stdout.is_empty() && sentence.trim().lines().count() == 1, "{sentence}");
        sentence
    }

    fn with_ledger() -> (Desk, String) {
        let desk = Desk::new();
        let register = desk.path("台账");
        desk.json(0, &["new", &register, "--institution", "湖南示例职业学院"]);
        desk.json(1, &["import", &register, &fixture("信息公开台账2023.xlsx")]);
        (desk, register)
    }
}

fn fixture(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(name).display().to_string()
}

#[test]
fn a_year_by_command_line() {
    let desk = Desk::new();
    let register = desk.path("台账");
    let made = desk.json(0, &["new", &register, "--institution", "湖南示例职业学院"]);
    assert_eq!(made["institution"], "湖南示例职业学院");
    let workbook = fixture("信息公开台账2023.xlsx");
    let rehearsed = desk.json(1, &["import", &register, &workbook, "--dry-run"]);
    assert!(rehearsed["batch"].is_null());
    // Refused rows are findings.
    let imported = desk.json(1, &["import", &register, &workbook]);
    assert_eq!(imported["sheets"][0]["refused"][0]["row"], 43);
    let figures = desk.json(0, &[&["figures", &register], &PERIOD[..]].concat());
    let web = figures.as_array().unwrap().iter().find(|figure| figure["id"] == "web").unwrap();
    assert_eq!((&web["value"], &web["display"], &web["rows"]), (&json!(118), &json!("118条"), &json!(118)));
    let rows = desk.json(0, &[&["rows", &register, "copies"], &PERIOD[..]].concat());
    let sum: i64 = rows["records"].as_array().unwrap().iter().map(|r| r["quantity"].as_i64().unwrap()).sum();
    assert_eq!((&rows["figure"], &rows["value"], sum), (&json!("copies"), &json!(6072), 6072));
    let record = &rows["records"][0];
    assert!(["id", "thing", "title", "date"].iter().all(|key| record[key].is_string()), "{record}");
    let found = desk.json(0, &["search", &register, "奖学金", "--limit", "3"]);
    let dates: Vec<&str> = found["hits"].as_array().unwrap().iter().map(|hit| hit["date"].as_str().unwrap()).collect();
    assert!(dates.len() == 3 && dates.is_sorted_by(|a, b| a >= b), "newest first: {dates:?}");
    assert!(found["total"].as_u64().unwrap() > 3);
    assert_eq!(desk.json(0, &["verify", &register])["ok"], true);
    let backup = desk.json(0, &["backup", &register]);
    assert_eq!(backup["verified"], true);
    let copy = desk.path("副本");
    desk.json(0, &["restore", backup["backup"].as_str().unwrap(), &copy]);
    assert_eq!(desk.json(0, &[&["figures", &copy], &PERIOD[..]].concat()), figures);
    let undone = desk.json(0, &["undo", &register, imported["batch"].as_str().unwrap()]);
    assert_eq!(undone["id"], imported["batch"]);
    let after = desk.json(0, &[&["figures", &register], &PERIOD[..]].concat());
    assert!(after.as_array().unwrap().iter().all(|figure| figure["rows"] == 0));
}

#[test]
fn another_process_in_another_time_zone_writes_the_same_report() {
    let (desk, register) = Desk::with_ledger();
    let files = |zone: &str| {
        let (word, excel) = (desk.path(&format!("{zone}.docx")), desk.path(&format!("{zone}.xlsx")));
        let report = ["report", &register, "--addressee", "湖南省教育厅", "--docx", &word, "--xlsx", &excel];
        let mut sunreg = Command::new(env!("CARGO_BIN_EXE_sunreg"));
        let done = sunreg.env("TZ", zone).args([&report[..], &PERIOD[..]].concat()).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        [word, excel].map(|file| std::fs::read(file).unwrap())
    };
    let [here, there] = ["UTC-8", "UTC+11"].map(files);
    assert!(here[0] == there[0], "the .docx differs");
    assert!(here[1] == there[1], "the .xlsx differs");
}

#[test]
fn the_report_leaves_as_word_and_excel() {
    let (desk, register) = Desk::with_ledger();
    let (word, excel) = (desk.path("年报.docx"), desk.path("统计.xlsx"));
    let report = ["report", &register, "--addressee", "湖南省教育厅", "--docx", &word, "--xlsx", &excel];
    let written = desk.json(0, &[&report[..], &PERIOD[..]].concat());
    assert_eq!(written, json!({"docx": word, "xlsx": excel}));
    assert!([&word, &excel].iter().all(|file| PathBuf::from(file).metadata().unwrap().len() > 5000));
}

#[test]
fn what_fails_says_so_in_one_sentence_and_exits_with_2() {
    let desk = Desk::new();
    let register = desk.path("台账");
    assert!(desk.failure(&["verify", &register]).contains("不是台账文件夹"));
    assert!(desk.failure(&[&["figures", &register], &PERIOD[..]].concat()).contains("不是台账文件夹"));
    desk.json(0, &["new", &register, "--institution", "示例学院"]);
    assert!(desk.failure(&["new", &register, "--institution", "示例学院"]).contains("不是空的"));
    assert!(desk.failure(&["import", &register, &desk.path("没有.xlsx")]).contains("找不到文件"));
    assert!(desk.failure(&["undo", &register, "import-7"]).contains("import-7"));
    assert!(desk.failure(&[&["rows", &register, "no_such"], &PERIOD[..]].concat()).contains("no_such"));
    assert!(desk.failure(&["figures", &register, "--from", "2023-12-31", "--to", "2023-01-01"]).contains("晚于"));
    assert!(desk.failure(&["restore", &register, &register]).contains("已有台账"));
    let english = desk.run(&["--en", "verify", &desk.path("none")]);
    assert!(String::from_utf8(english.stderr).unwrap().contains("is not a register"));
    // Wrong usage.
    for wrong in [&["figures"][..], &["figures", &register, "--from", "2023-13-01", "--to", "2023-01-01"], &["什么"]]
    {
        assert_eq!(desk.run(wrong).status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn a_fault_is_a_finding_and_exits_with_1() {
    let (desk, register) = Desk::with_ledger();
    let file = Path::new(&register).join("register.db");
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    let answer = desk.json(1, &["verify", &register]);
    assert_eq!(answer["ok"], false);
    assert!(answer["checks"].as_array().unwrap().iter().any(|check| check["ok"] == false));
}

#[test]
fn the_log_names_who_was_at_work() {
    let desk = Desk::new();
    let register = desk.path("台账");
    desk.json(0, &["--who", "李老师", "new", &register, "--institution", "示例学院"]);
    let text = String::from_utf8_lossy(&std::fs::read(Path::new(&register).join("register.db")).unwrap()).into_owned();
    assert!(text.contains("李老师"));
}

#[cfg(unix)]
#[test]
fn a_register_that_may_only_be_read_is_refused_and_left_alone() {
    use std::os::unix::fs::PermissionsExt;

    let (desk, register) = Desk::with_ledger();
    let allow = |path: &Path, mode: u32| std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    allow(desk.place.path(), 0o755);
    allow(Path::new(&register), 0o555);
    allow(&Path::new(&register).join("register.db"), 0o444);
    let before = std::fs::read(Path::new(&register).join("register.db")).unwrap();
    // An administrator may write everywhere: there the program runs as nobody, from where nobody may run it.
    let program = desk.path("sunreg");
    std::fs::copy(env!("CARGO_BIN_EXE_sunreg"), &program).unwrap();
    allow(Path::new(&program), 0o755);
    let probe = desk.place.path().join("probe");
    std::fs::write(&probe, "").unwrap();
    allow(&probe, 0o444);
    let administrator = std::fs::OpenOptions::new().write(true).open(&probe).is_ok();
    let mut command = if administrator { Command::new("setpriv") } else { Command::new(&program) };
    if administrator {
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&program);
    }
    let output = command.args(["figures", &register]).args(PERIOD).output().unwrap();
    let sentence = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{sentence}");
    assert!(sentence.contains("只能读取"), "{sentence}");
    assert_eq!(std::fs::read(Path::new(&register).join("register.db")).unwrap(), before);
    allow(Path::new(&register), 0o755);
}

#[test]
fn a_proof_ends_with_findings_where_a_number_or_a_sum_does_not_hold() {
    let (desk, register) = Desk::with_ledger();
    let prove = |code: i32, name: &str, text: &str| {
        let document = desk.path(name);
        std::fs::write(&document, text).unwrap();
        desk.json(code, &[&["proof", &register, &document], &PERIOD[..]].concat())
    };
    let holds = prove(0, "相符.txt", "学校官网118条。转交信访258件，其中省教育厅134件，长沙市教育局124件。");
    assert_eq!(holds["numbers"][0]["verdict"], "matches");
    let wrong = prove(1, "数字不符.txt", "学校官网119条。");
    assert_eq!(
        (&wrong["numbers"][0]["verdict"], &wrong["numbers"][0]["figure"]),
        (&json!("contradicts"), &json!("web"))
    );
    let sum = prove(1, "合计不符.txt", "共办理90件，其中电话50件，来信30件。");
    assert_eq!((&sum["sums"][0]["computed"], &sum["sums"][0]["holds"]), (&json!(80), &json!(false)));
    let nothing = desk.path("没有这个文件.docx");
    assert!(!desk.failure(&[&["proof", &register, &nothing], &PERIOD[..]].concat()).is_empty());
}
