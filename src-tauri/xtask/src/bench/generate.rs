//! Synthetic registers: N publications over a span of years, with the meetings and replies that go with them. A fixed
//! seed.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};
use register::{Context, Session, Unwatched, commands};
use rusqlite::Connection;
use rust_xlsxwriter::Workbook;
use serde_json::{Value as Json, json};

use super::Result;

/// The register under measurement.
pub struct Office {
    pub session: Session,
    pub folder: PathBuf,
}

impl Office {
    pub fn new(folder: PathBuf) -> Result<Office> {
        let mut office = Office { session: Session::default(), folder };
        let request = json!({"folder": office.folder, "institution": "示例大学"});
        office.call("new_register", request)?;
        Ok(office)
    }

    pub fn call(&mut self, name: &str, request: Json) -> Result<Json> {
        // After the last of the ten years, so that no day lies ahead of its time.
        let now = NaiveDate::from_ymd_opt(2024, 1, 2).unwrap_or_default().into();
        let context = Context { now, who: "bench", lang: register::Lang::Zh, watch: &Unwatched };
        Ok(commands::call(&mut self.session, &context, name, request)?)
    }

    /// A copy of the register, for SQL of the measurements' own.
    pub fn copy(&mut self, place: &Path) -> Result<Connection> {
        let backup = self.call("backup", json!({"to": place.join("backups")}))?;
        let copy = Connection::open(Path::new(backup["backup"].as_str().unwrap_or_default()).join("register.db"))?;
        copy.pragma_update(None, "cache_size", -65_536)?;
        Ok(copy)
    }
}

/// The years of a register: the first, and how many days from its beginning.
#[derive(Clone, Copy)]
pub struct Span {
    first: i32,
    days: u64,
}

/// 2014 to 2023
pub const TEN_YEARS: Span = Span { first: 2014, days: 3652 };
/// 2023
pub const ONE_YEAR: Span = Span { first: 2023, days: 365 };

/// SplitMix64: small, and the same on every machine.
pub struct Dice {
    state: u64,
    span: Span,
}

impl Dice {
    pub fn new(seed: u64, span: Span) -> Dice {
        Dice { state: seed, span }
    }

    pub fn roll(&mut self, sides: u64) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % sides
    }

    pub fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[usize::try_from(self.roll(from.len() as u64)).unwrap_or(0)]
    }

    pub fn day(&mut self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.span.first, 1, 1).unwrap_or_default() + Days::new(self.roll(self.span.days))
    }
}

/// A kind, where it is published, and whether it is a document with number and copies.
const ITEMS: [(&str, &[&str], bool); 10] = [
    ("新闻报道", &["学校官网", "学校官网、红网", "学校官网、新湖南", "学校官网"], false),
    ("台账信息", &["台账"], false),
    ("台账信息", &["台账"], false),
    ("公示", &["公示栏"], false),
    ("重大事项", &["会议"], false),
    ("行政文件", &["文件", "文件", ""], true),
    ("党建文件", &["文件", "文件", ""], true),
    ("招投标信息", &["招投标平台"], false),
    ("简报", &["简报"], false),
    ("媒体报道", &["红网", "中国新闻网", "湖南教育融媒"], false),
];
pub const DEPARTMENTS: [&str; 8] = ["教务处", "财务处", "人事处", "科研处", "团委", "工会", "图书馆", "保卫处"];
pub const HEADINGS: [&str; 11] = [
    "信息名称",
    "文号",
    "文种",
    "公开渠道",
    "载体",
    "印发份数",
    "责任部门",
    "形成日期",
    "公开日期",
    "是否公开",
    "状态",
];

/// Rows of a ledger of published items.
pub fn publications(count: u64, mut dice: Dice) -> impl Iterator<Item = [String; 11]> {
    (0..count).map(move |number| {
        let (kind, channels, document) = ITEMS[usize::try_from(dice.roll(10)).unwrap_or(0)];
        let (department, channel, day) = (dice.pick(&DEPARTMENTS), dice.pick(channels), dice.day());
        [
            format!("关于{department}第{number}号事项的{kind}"),
            if document { format!("示院〔{}〕{number}号", day.format("%Y")) } else { String::new() },
            kind.to_owned(),
            channel.to_owned(),
            if document { "纸质版" } else { "电子版" }.to_owned(),
            if document { (20 + dice.roll(60)).to_string() } else { String::new() },
            department.to_owned(),
            (day - Days::new(dice.roll(20))).to_string(),
            day.to_string(),
            if channel.is_empty() { "否" } else { "是" }.to_owned(),
            if dice.roll(200) == 0 { "作废" } else { "" }.to_owned(),
        ]
    })
}

/// Rows of a ledger of what was answered.
pub fn replies(count: u64, mut dice: Dice) -> impl Iterator<Item = [String; 7]> {
    (0..count).map(move |number| {
        let (channel, matter, unit) = [
            ("教育阳光服务中心", "投诉", "件"),
            ("教育阳光服务中心", "咨询答疑", "人次"),
            ("上级转交", "信访投诉", "件"),
            ("电话", "信息咨询", "人次"),
            ("日常答疑", "日常疑问解答", "人次"),
        ][usize::try_from(dice.roll(5)).unwrap_or(0)];
        let source = dice.pick(&["学生", "家长", "省教育厅", "长沙市教育局", "新闻媒体"]);
        let quantity = if unit == "件" { 1 } else { 1 + dice.roll(40) };
        let day = dice.day().to_string();
        let subject = format!("第{number}号");
        [day, channel.into(), source.into(), matter.into(), subject, quantity.to_string(), unit.into()]
    })
}

pub const REPLY_HEADINGS: [&str; 7] = ["收件日期", "受理渠道", "来源", "事项类别", "事由", "数量", "单位"];

/// Rows of a ledger of meetings.
pub fn meetings(count: u64, mut dice: Dice) -> impl Iterator<Item = [String; 3]> {
    (0..count).map(move |number| {
        let kind = dice.pick(&["党委会", "校务会", "座谈会", "中层及以上干部会", "项目招投标会议"]);
        [format!("第{number}次{kind}"), kind.to_owned(), dice.day().to_string()]
    })
}

pub const MEETING_HEADINGS: [&str; 3] = ["会议名称", "会议类别", "召开日期"];

/// A register in this folder with `count` publications, a fifth as many replies and a fiftieth as many meetings.
pub fn register(folder: &Path, count: u64) -> Result<Office> {
    let place = tempfile::tempdir()?;
    let place = place.path();
    let dice = |seed| Dice::new(seed, TEN_YEARS);
    let files = [
        csv(place, "主动公开", &HEADINGS, publications(count, dice(2023)))?,
        csv(place, "答复", &REPLY_HEADINGS, replies(count / 5, dice(7)))?,
        csv(place, "会议", &MEETING_HEADINGS, meetings(count / 50, dice(11)))?,
    ];
    imported(folder, &files)
}

/// A new register in this folder with all of these ledgers in it.
pub fn imported(folder: &Path, files: &[PathBuf]) -> Result<Office> {
    let mut office = Office::new(folder.to_owned())?;
    for file in files {
        let answer = office.call("import", json!({"workbook": file}))?;
        let sheet = &answer["sheets"][0];
        if sheet["refused"] != json!([]) || sheet["accepted"] == json!(0) {
            return Err(format!("{}: {sheet}", file.display()).into());
        }
    }
    Ok(office)
}

pub fn csv<const N: usize>(
    place: &Path,
    name: &str,
    headings: &[&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> Result<PathBuf> {
    let path = place.join(name).with_extension("csv");
    let mut file = BufWriter::new(File::create(&path)?);
    writeln!(file, "{}", headings.join(","))?;
    for row in rows {
        writeln!(file, "{}", row.join(","))?;
    }
    file.flush()?;
    Ok(path)
}

/// A workbook of published items.
pub fn workbook(path: &Path, count: u64) -> Result {
    let mut out = Workbook::new();
    let sheet = out.add_worksheet_with_constant_memory()?.set_name("主动公开")?;
    for (column, heading) in HEADINGS.iter().enumerate() {
        sheet.write_string(0, u16::try_from(column)?, *heading)?;
    }
    for (row, cells) in publications(count, Dice::new(100, TEN_YEARS)).enumerate() {
        for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let (row, column) = (u32::try_from(row + 1)?, u16::try_from(column)?);
            match text.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number)?,
                Err(_) => sheet.write_string(row, column, text)?,
            };
        }
    }
    Ok(out.save(path)?)
}
