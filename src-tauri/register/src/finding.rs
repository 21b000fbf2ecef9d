//! What `verify` finds in a register: the sentence that names the place.

use crate::error::Lang;
use crate::folder::{ARCHIVE, EVIDENCE};

/// One thing that is not as the change log says, or the state of the seal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Finding {
    // The file
    SealWhole,
    SealBroken,
    SealLifted,
    /// In SQLite's own words.
    PagesDamaged(String),
    ReferenceLost(String),
    IndexDiffers {
        column: String,
        count: u64,
    },
    // The log
    EntryMissing(i64),
    EntryAltered(i64),
    LogEmpty,
    // Records
    RecordDiffers(String),
    RecordUnlogged(String),
    RecordGone(String),
    FingerprintDiffers(String),
    BatchRowsDiffer(String),
    BatchUnlogged(String),
    // Rows that imports refused
    RefusedRowsDiffer(String),
    SettlementDiffers {
        batch: String,
        row: i64,
    },
    SettledRowGone(i64),
    // Everything else that is kept
    KeptDiffers(Kept, String),
    KeptGone(Kept, String),
    FileDiffers(KeptIn, String),
    FileMissing(KeptIn, String),
    FileUnknown(KeptIn, String),
}

/// A folder of files that are named by their content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeptIn {
    Evidence,
    Archive,
}

impl KeptIn {
    pub(crate) fn folder(self) -> &'static str {
        match self {
            KeptIn::Evidence => EVIDENCE,
            KeptIn::Archive => ARCHIVE,
        }
    }

    /// What lies there, and what each file belongs to.
    fn zh(self) -> (&'static str, &'static str) {
        match self {
            KeptIn::Evidence => ("佐证材料", "记录"),
            KeptIn::Archive => ("归档文件", "归档年报"),
        }
    }

    fn en(self) -> (&'static str, &'static str) {
        match self {
            KeptIn::Evidence => ("file", "record"),
            KeptIn::Archive => ("archived file", "archived report"),
        }
    }
}

/// What a register keeps beside records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    Term,
    Setting,
    Mapping,
    Figure,
    Batch,
    Evidence,
    Decision,
    Review,
    ListRhythm,
    ListDecision,
    Department,
    Person,
    Archive,
    Declared,
    Acceptance,
}

impl Kept {
    pub(crate) const ALL: [Kept; 15] = [
        Kept::Term,
        Kept::Setting,
        Kept::Mapping,
        Kept::Figure,
        Kept::Batch,
        Kept::Evidence,
        Kept::Decision,
        Kept::Review,
        Kept::ListRhythm,
        Kept::ListDecision,
        Kept::Department,
        Kept::Person,
        Kept::Archive,
        Kept::Declared,
        Kept::Acceptance,
    ];

    /// As the log calls it.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Kept::Term => "term",
            Kept::Setting => "setting",
            Kept::Mapping => "mapping",
            Kept::Figure => "figure",
            Kept::Batch => "batch",
            Kept::Evidence => "evidence",
            Kept::Decision => "scan_decision",
            Kept::Review => "secrecy_review",
            Kept::ListRhythm => "list_rhythm",
            Kept::ListDecision => "list_decision",
            Kept::Department => "department",
            Kept::Person => "person",
            Kept::Archive => "archived_report",
            Kept::Declared => "declared",
            Kept::Acceptance => "acceptance",
        }
    }

    fn label(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Kept::Term => ("词条", "term"),
            Kept::Setting => ("设置", "setting"),
            Kept::Mapping => ("列对应关系", "mapping of"),
            Kept::Figure => ("统计指标", "figure"),
            Kept::Batch => ("导入批次", "import"),
            Kept::Evidence => ("佐证材料", "evidence"),
            Kept::Decision => ("敏感信息处理意见", "decision on a finding"),
            Kept::Review => ("保密审查意见", "secrecy review"),
            Kept::ListRhythm => ("清单事项更新周期", "rhythm of list item"),
            Kept::ListDecision => ("清单事项不涉及决定", "decision on list item"),
            Kept::Department => ("部门责任", "duties of department"),
            Kept::Person => ("经办人", "person"),
            Kept::Archive => ("归档年报", "archived report"),
            Kept::Declared => ("上报数", "declared number"),
            Kept::Acceptance => ("核对接受意见", "accepted check"),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

impl Finding {
    pub(crate) fn sentence(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.zh(),
            Lang::En => self.en(),
        }
    }

    /// The first findings in full, and how many there are.
    pub(crate) fn in_short(findings: &[Finding], lang: Lang) -> String {
        const TOLD: usize = 20;
        let (between, more) = match lang {
            Lang::Zh => ("；", format!("；……共 {} 处", findings.len())),
            Lang::En => ("; ", format!("; … {} in all", findings.len())),
        };
        let told: Vec<String> = findings.iter().take(TOLD).map(|finding| finding.sentence(lang)).collect();
        let more = if findings.len() > TOLD { more } else { String::new() };
        told.join(between) + &more
    }

    fn zh(&self) -> String {
        match self {
            Finding::SealWhole => "register.db 与上次关闭时逐字节一致".into(),
            Finding::SealBroken => "register.db 在程序之外被改动过，与上次关闭时不一致".into(),
            Finding::SealLifted => "本次尚未关闭台账，或上次未正常关闭，封签待下次关闭时补上；以下各项照常核对".into(),
            Finding::PagesDamaged(said) => said.clone(),
            Finding::ReferenceLost(row) => format!("引用落空：{row}"),
            Finding::IndexDiffers { column, count } => format!("索引列 {column} 有 {count} 处与记录不符"),
            Finding::EntryMissing(seq) => format!("缺少第 {seq} 条变更记录"),
            Finding::EntryAltered(seq) => format!("第 {seq} 条变更记录被改动，或其前一条被删去"),
            Finding::LogEmpty => "变更记录是空的".into(),
            Finding::RecordDiffers(id) => format!("{id} 与变更记录不符"),
            Finding::RecordUnlogged(id) => format!("{id} 没有变更记录"),
            Finding::RecordGone(id) => format!("{id} 已不在台账中，变更记录却未注明"),
            Finding::FingerprintDiffers(id) => format!("{id} 的查重指纹与内容不符"),
            Finding::BatchRowsDiffer(batch) => format!("导入批次 {batch} 的记录与导入时的摘要不符"),
            Finding::BatchUnlogged(batch) => format!("导入批次 {batch} 没有变更记录"),
            Finding::RefusedRowsDiffer(batch) => format!("导入批次 {batch} 的未收行与导入时的摘要不符"),
            Finding::SettlementDiffers { batch, row } => {
                format!("导入批次 {batch} 第 {row} 行未收行的处理情况与变更记录不符")
            }
            Finding::SettledRowGone(id) => format!("编号为 {id} 的未收行已不在台账中，变更记录却未注明"),
            Finding::KeptDiffers(kept, name) => format!("{} {name} 与变更记录不符", kept.label(Lang::Zh)),
            Finding::KeptGone(kept, name) => format!("{} {name} 已不在台账中", kept.label(Lang::Zh)),
            Finding::FileDiffers(place, name) => format!("{}“{name}”的内容已变", place.zh().0),
            Finding::FileMissing(place, name) => {
                format!("{}“{name}”的文件不在 {} 文件夹中", place.zh().0, place.folder())
            }
            Finding::FileUnknown(place, name) => {
                format!("{} 文件夹中的 {name} 不属于任何{}", place.folder(), place.zh().1)
            }
        }
    }

    fn en(&self) -> String {
        match self {
            Finding::SealWhole => "register.db is byte for byte as it was closed".into(),
            Finding::SealBroken => "register.db was changed outside this program since it was closed".into(),
            Finding::SealLifted => {
                "the register is open, or was not closed properly; its seal is renewed when it is closed next, and all else is checked as usual".into()
            }
            Finding::PagesDamaged(said) => said.clone(),
            Finding::ReferenceLost(row) => format!("a reference leads nowhere: {row}"),
            Finding::IndexDiffers { column, count } => {
                format!("the index column {column} differs from its records in {count} places")
            }
            Finding::EntryMissing(seq) => format!("entry {seq} of the change log is missing"),
            Finding::EntryAltered(seq) => {
                format!("entry {seq} of the change log was altered, or the one before it removed")
            }
            Finding::LogEmpty => "the change log is empty".into(),
            Finding::RecordDiffers(id) => format!("{id} is not as the change log has it"),
            Finding::RecordUnlogged(id) => format!("{id} is not in the change log"),
            Finding::RecordGone(id) => format!("{id} is gone from the register, and the change log does not say so"),
            Finding::FingerprintDiffers(id) => format!("the fingerprint of {id} does not fit its content"),
            Finding::BatchRowsDiffer(batch) => format!("the records of {batch} differ from the digest of that import"),
            Finding::BatchUnlogged(batch) => format!("{batch} is not in the change log"),
            Finding::RefusedRowsDiffer(batch) => format!("the refused rows of {batch} differ from the digest of that import"),
            Finding::SettlementDiffers { batch, row } => {
                format!("what became of the refused row {row} of {batch} is not as the change log has it")
            }
            Finding::SettledRowGone(id) => {
                format!("the refused row {id} is gone from the register, and the change log does not say so")
            }
            Finding::KeptDiffers(kept, name) => format!("{} {name} is not as the change log has it", kept.label(Lang::En)),
            Finding::KeptGone(kept, name) => format!("{} {name} is gone from the register", kept.label(Lang::En)),
            Finding::FileDiffers(place, name) => format!("the {} {name} has other content than it had", place.en().0),
            Finding::FileMissing(place, name) => {
                format!("the {} {name} is not in the folder {}", place.en().0, place.folder())
            }
            Finding::FileUnknown(place, name) => {
                format!("the file {name} in the folder {} belongs to no {}", place.folder(), place.en().1)
            }
        }
    }
}
