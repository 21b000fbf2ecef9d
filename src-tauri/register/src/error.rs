//! What can go wrong, its stable code, and its sentence. The only place where sentences of failure are made.
//!
//! A sentence says what happened, what it means for the data, and what to do next.

use std::path::PathBuf;

pub use crate::fault::{Fault, FaultCode, FieldFault};

pub type Result<T> = std::result::Result<T, Error>;

/// How many faults of a list a sentence tells.
const TOLD: usize = 5;

/// The languages of sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    Zh,
    En,
}

/// A failure of a whole call: nothing was changed.
#[derive(Debug, thiserror::Error)]
#[error("{}: {}", self.code(), self.sentence(Lang::En))]
pub enum Error {
    // Registers
    NoRegisterOpen,
    NotARegister {
        folder: PathBuf,
    },
    FolderNotEmpty {
        folder: PathBuf,
    },
    RegisterExists {
        folder: PathBuf,
    },
    RegisterBusy {
        folder: PathBuf,
    },
    RegisterReadOnly {
        folder: PathBuf,
    },
    RegisterNewer {
        folder: PathBuf,
        found: i64,
        known: i64,
    },
    RegisterDamaged {
        folder: PathBuf,
        detail: String,
    },
    DiskFull {
        path: PathBuf,
    },
    NotABackup {
        folder: PathBuf,
    },
    RestoreIntoOther {
        folder: PathBuf,
    },
    BackupFaulty {
        folder: PathBuf,
        detail: String,
    },
    // Requests
    UnknownCommand {
        name: String,
    },
    BadRequest {
        command: String,
        detail: String,
    },
    PeriodReversed {
        from: String,
        to: String,
    },
    DayOutOfRange {
        day: String,
    },
    AddresseeMissing,
    NoSuchRecord {
        id: String,
    },
    NoSuchTerm {
        id: i64,
    },
    TermExists {
        dimension: String,
        name: String,
    },
    TermMisplaced {
        name: String,
    },
    NoSuchFigure {
        id: String,
    },
    BadDefinition {
        id: String,
        detail: String,
    },
    BadTemplate {
        line: usize,
        fault: TemplateFault,
    },
    NoSuchBatch {
        id: String,
    },
    BatchUndone {
        id: String,
    },
    RecordWithdrawn {
        id: String,
    },
    ReasonMissing,
    Refused {
        faults: Vec<FieldFault>,
    },
    RegisterVanished {
        folder: PathBuf,
    },
    TermInto {
        name: String,
        into: String,
    },
    PeriodUnnamed,
    RuleOutOfRange {
        most: u32,
    },
    /// What is wrong with a year's calendar, by row.
    CalendarFaulty {
        faults: Vec<(u32, Fault)>,
    },
    // Workbooks
    WorkbookMissing {
        path: PathBuf,
    },
    WorkbookEncrypted {
        path: PathBuf,
    },
    WorkbookDamaged {
        path: PathBuf,
        detail: String,
    },
    WorkbookEmpty {
        path: PathBuf,
    },
    WorkbookUnknown {
        path: PathBuf,
    },
    NoHeader {
        path: PathBuf,
        sought: String,
    },
    BadMapping {
        detail: String,
    },
    NoSuchCell {
        sheet: String,
        row: u32,
        column: String,
    },
    NothingRefused {
        path: PathBuf,
    },
    NoSuchLeftover {
        id: i64,
    },
    LeftoverElsewhere {
        record: String,
        thing: String,
    },
    // Files that are written
    FolderMissing {
        folder: PathBuf,
    },
    NotAFile {
        path: PathBuf,
    },
    InsideRegister {
        path: PathBuf,
    },
    SameFile {
        path: PathBuf,
    },
    FileReadOnly {
        path: PathBuf,
    },
    FileBusy {
        path: PathBuf,
    },
    // Everything
    Cancelled,
    Io {
        path: PathBuf,
        source: std::io::Error,
    },
    Store(#[from] rusqlite::Error),
    Write {
        path: PathBuf,
        detail: String,
    },
    Internal {
        detail: String,
    },
}

impl Error {
    /// The stable name of the failure; screens and scripts decide by it, never by the sentence.
    pub fn code(&self) -> &'static str {
        match self {
            Error::NoRegisterOpen => "no_register_open",
            Error::NotARegister { .. } => "not_a_register",
            Error::FolderNotEmpty { .. } => "folder_not_empty",
            Error::RegisterExists { .. } => "register_exists",
            Error::RegisterBusy { .. } => "register_busy",
            Error::RegisterReadOnly { .. } => "register_read_only",
            Error::RegisterNewer { .. } => "register_newer",
            Error::RegisterDamaged { .. } => "register_damaged",
            Error::DiskFull { .. } => "disk_full",
            Error::NotABackup { .. } => "not_a_backup",
            Error::RestoreIntoOther { .. } => "folder_not_empty",
            Error::BackupFaulty { .. } => "backup_faulty",
            Error::UnknownCommand { .. } => "unknown_command",
            Error::BadRequest { .. } => "bad_request",
            Error::PeriodReversed { .. } => "period_reversed",
            Error::DayOutOfRange { .. } => "day_out_of_range",
            Error::AddresseeMissing => "addressee_missing",
            Error::NoSuchRecord { .. } => "no_such_record",
            Error::NoSuchTerm { .. } => "no_such_term",
            Error::TermExists { .. } => "term_exists",
            Error::TermMisplaced { .. } => "term_misplaced",
            Error::NoSuchFigure { .. } => "no_such_figure",
            Error::BadDefinition { .. } => "bad_definition",
            Error::BadTemplate { .. } => "bad_template",
            Error::NoSuchBatch { .. } => "no_such_batch",
            Error::BatchUndone { .. } => "batch_undone",
            Error::RecordWithdrawn { .. } => "record_withdrawn",
            Error::ReasonMissing => "reason_missing",
            Error::Refused { .. } => "refused",
            Error::RegisterVanished { .. } => "register_vanished",
            Error::TermInto { .. } => "term_into",
            Error::PeriodUnnamed => "period_unnamed",
            Error::RuleOutOfRange { .. } => "rule_out_of_range",
            Error::CalendarFaulty { .. } => "calendar_faulty",
            Error::WorkbookMissing { .. } => "workbook_missing",
            Error::WorkbookEncrypted { .. } => "workbook_encrypted",
            Error::WorkbookDamaged { .. } => "workbook_damaged",
            Error::WorkbookEmpty { .. } => "workbook_empty",
            Error::WorkbookUnknown { .. } => "workbook_unknown",
            Error::NoHeader { .. } => "no_header",
            Error::BadMapping { .. } => "bad_mapping",
            Error::NoSuchCell { .. } => "no_such_cell",
            Error::NothingRefused { .. } => "nothing_refused",
            Error::NoSuchLeftover { .. } => "no_such_leftover",
            Error::LeftoverElsewhere { .. } => "leftover_elsewhere",
            Error::FolderMissing { .. } => "folder_missing",
            Error::NotAFile { .. } => "not_a_file",
            Error::InsideRegister { .. } => "inside_register",
            Error::SameFile { .. } => "same_file",
            Error::FileReadOnly { .. } => "file_read_only",
            Error::FileBusy { .. } => "file_busy",
            Error::Cancelled => "cancelled",
            Error::Io { .. } => "io",
            Error::Store(_) => "store",
            Error::Write { .. } => "write",
            Error::Internal { .. } => "internal",
        }
    }

    pub fn sentence(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.zh(),
            Lang::En => self.en(),
        }
    }

    fn zh(&self) -> String {
        match self {
            Error::NoRegisterOpen => "尚未打开台账。请先新建或打开一个台账文件夹。".into(),
            Error::NotARegister { folder } => {
                format!("“{}”不是台账文件夹，其中没有 register.db。请选择新建台账时所用的文件夹。", folder.display())
            }
            Error::FolderNotEmpty { folder } => {
                format!("文件夹“{}”不是空的，未在其中新建台账。请另选一个空文件夹。", folder.display())
            }
            Error::RegisterExists { folder } => {
                format!("“{}”已有台账，未作改动。如确要替换，请加 --replace，原台账会先行备份。", folder.display())
            }
            Error::RegisterBusy { folder } => format!(
                "台账“{}”正在另一窗口或另一台电脑上打开，本次未作任何改动。请先在那里关闭，再试一次。",
                folder.display()
            ),
            Error::RegisterReadOnly { folder } => {
                format!(
                    "台账“{}”只能读取，不能写入，未作任何改动。请检查文件夹的只读属性和写入权限。",
                    folder.display()
                )
            }
            Error::RegisterNewer { folder, found, known } => format!(
                "台账“{}”由更新版本的程序建立（格式 {found}，本程序最高支持 {known}），未作任何改动。请升级本程序后再打开。",
                folder.display()
            ),
            Error::RegisterDamaged { folder, detail } => format!(
                "台账“{}”的数据文件已损坏（{detail}），本次未作改动。请从 backups 中最近一次备份恢复。",
                folder.display()
            ),
            Error::DiskFull { path } => {
                format!("磁盘空间不足，无法写入“{}”，本次操作已全部撤回。请清理磁盘后重试。", path.display())
            }
            Error::RestoreIntoOther { folder } => {
                format!("文件夹“{}”里有别的文件，未在其中恢复台账。请另选一个空文件夹。", folder.display())
            }
            Error::NotABackup { folder } => format!("“{}”不是台账备份，其中没有 register.db。", folder.display()),
            Error::BackupFaulty { folder, detail } => {
                format!("备份“{}”核验未通过（{detail}），未用它恢复。请改用另一份备份。", folder.display())
            }
            Error::UnknownCommand { name } => format!("没有名为“{name}”的操作。"),
            Error::BadRequest { command, detail } => format!("操作“{command}”的参数有误：{detail}"),
            Error::PeriodReversed { from, to } => format!("统计期间的起日 {from} 晚于止日 {to}，请对调。"),
            Error::DayOutOfRange { day } => format!("日期 {day} 不在 1949 年至 2100 年之间。请核对年份。"),
            Error::AddresseeMissing => "年报须写明主送机关，未写出任何文件。请填写，例如某某省教育厅。".into(),
            Error::NoSuchRecord { id } => format!("没有编号为“{id}”的记录。"),
            Error::NoSuchTerm { id } => format!("词表中没有编号为 {id} 的词条。"),
            Error::TermExists { dimension, name } => format!("词表“{dimension}”中已有“{name}”。"),
            Error::TermMisplaced { name } => {
                format!("“{name}”不能放在这个上级之下：上级须属同一词表，且不能是它自己或它的下级。")
            }
            Error::NoSuchFigure { id } => format!("没有编号为“{id}”的统计指标。"),
            Error::BadDefinition { id, detail } => format!("统计指标“{id}”的口径有误：{detail}。原口径未改动。"),
            Error::BadTemplate { line, fault } => format!("年报模板第 {line} 行有误：{}。台账未改动。", fault.zh()),
            Error::NoSuchBatch { id } => format!("没有编号为“{id}”的导入批次。"),
            Error::BatchUndone { id } => format!("导入批次“{id}”此前已经撤回，无需再撤。"),
            Error::RecordWithdrawn { id } => format!("记录“{id}”已作废，不能再改。"),
            Error::ReasonMissing => "作废须写明原因。记录未改动。".into(),
            Error::Refused { faults } => {
                format!("未保存：{}", faults.iter().map(|fault| fault.zh.as_str()).collect::<String>())
            }
            Error::RegisterVanished { folder } => format!(
                "台账文件夹“{}”找不到了，可能是U盘已拔出或文件夹被移走，刚才的操作没有保存，此前保存的记录都在原处。请接回后重新打开台账，已填写的内容会保留。",
                folder.display()
            ),
            Error::TermInto { name, into } => {
                format!("“{name}”不能并入“{into}”：两者须属同一词表，且不能互为上下级。词表未改动。")
            }
            Error::PeriodUnnamed => "统计期间须有名称，且名称不能重复。设置未改动。".into(),
            Error::RuleOutOfRange { most } => {
                format!("期限须为 1 至 {most} 个工作日，延长期限可以为 0。设置未改动。请改正后再保存。")
            }
            Error::CalendarFaulty { faults } => {
                let told: String =
                    faults.iter().take(TOLD).map(|(row, fault)| format!("第{row}行：{}", fault.zh())).collect();
                let rest =
                    if faults.len() > TOLD { format!("……共 {} 处。", faults.len()) } else { String::new() };
                format!("日历未改动。{told}{rest}请改正后再试。")
            }
            Error::WorkbookMissing { path } => format!("找不到文件“{}”。", path.display()),
            Error::WorkbookEncrypted { path } => {
                format!("“{}”设有打开密码，无法读取。请在 Excel 中取消密码后另存，再行导入。", path.display())
            }
            Error::WorkbookDamaged { path, detail } => {
                format!("“{}”不完整或已损坏，无法读取（{detail}）。台账未改动。请重新取得该文件。", path.display())
            }
            Error::WorkbookEmpty { path } => format!("“{}”是空文件，没有可导入的内容。", path.display()),
            Error::WorkbookUnknown { path } => {
                format!("“{}”不是可以导入的表格。可导入 .xlsx、.xls、.ods 和 .csv。", path.display())
            }
            Error::NoHeader { path, sought } => {
                format!("在“{}”中没有认出任何表头，台账未改动。每张表须有一行列名，例如：{sought}。", path.display())
            }
            Error::BadMapping { detail } => format!("列对应关系有误：{detail}。台账未改动。"),
            Error::NoSuchCell { sheet, row, column } => format!(
                "要改的“{sheet}”第{row}行“{column}”，在所导入的表中没有这一格，台账未改动。文件可能已被改过，请重新选择文件核对。"
            ),
            Error::NothingRefused { path } => format!("“{}”没有未收的行，未写出任何文件，无需改正。", path.display()),
            Error::NoSuchLeftover { id } => {
                format!("编号为 {id} 的未收行不在待处理之列，可能已经处理过，未作任何改动。请刷新后再看。")
            }
            Error::LeftoverElsewhere { record, thing } => {
                format!("这一行属于“{thing}”，而“{record}”不是这一类记录，未作任何改动。请选用同一类的记录。")
            }
            Error::FolderMissing { folder } => {
                format!("没有文件夹“{}”，未写出任何文件。请先建好文件夹，或另选保存位置。", folder.display())
            }
            Error::NotAFile { path } => {
                format!("“{}”不是文件名，未写出任何文件。请另选保存位置和文件名。", path.display())
            }
            Error::InsideRegister { path } => {
                format!("“{}”在台账文件夹之内，报告不能写在那里，以免覆盖台账。请另选文件夹。", path.display())
            }
            Error::SameFile { path } => {
                format!("年报和统计表不能写入同一个文件“{}”，未写出任何文件。请为两者取不同的文件名。", path.display())
            }
            Error::FileReadOnly { path } => {
                format!("没有写入“{}”的权限，或它是只读文件，原有文件未改动。请另选保存位置。", path.display())
            }
            Error::FileBusy { path } => {
                format!("“{}”正在另一程序（如 Word、Excel）中打开，原有文件未改动。请关闭后重试。", path.display())
            }
            Error::Cancelled => "已取消，台账未改动。".into(),
            Error::Io { path, source } => format!("无法读写“{}”：{source}。", path.display()),
            Error::Store(source) => format!("数据库操作失败，本次操作已全部撤回：{source}。"),
            Error::Write { path, detail } => format!("无法写出“{}”：{detail}。原有文件未改动。", path.display()),
            Error::Internal { detail } => format!("程序内部错误，本次操作已全部撤回：{detail}。"),
        }
    }

    fn en(&self) -> String {
        match self {
            Error::NoRegisterOpen => "No register is open. Make or open one first.".into(),
            Error::NotARegister { folder } => format!("{} is not a register: it has no register.db.", folder.display()),
            Error::FolderNotEmpty { folder } => {
                format!("{} is not empty; no register was made there. Choose an empty folder.", folder.display())
            }
            Error::RegisterExists { folder } => format!(
                "{} holds a register already; nothing was changed. --replace replaces it after a backup.",
                folder.display()
            ),
            Error::RegisterBusy { folder } => {
                format!("{} is open elsewhere; nothing was changed. Close it there and try again.", folder.display())
            }
            Error::RegisterReadOnly { folder } => {
                format!("{} cannot be written; nothing was changed. Check its permissions.", folder.display())
            }
            Error::RegisterNewer { folder, found, known } => format!(
                "{} was made by a newer program (format {found}, this program knows up to {known}); nothing was changed. Update this program.",
                folder.display()
            ),
            Error::RegisterDamaged { folder, detail } => format!(
                "The database of {} is damaged ({detail}); nothing was changed. Restore the last backup.",
                folder.display()
            ),
            Error::DiskFull { path } => {
                format!(
                    "The disk is full: {} could not be written and nothing was kept. Free some space.",
                    path.display()
                )
            }
            Error::RestoreIntoOther { folder } => {
                format!("{} holds other files; nothing was restored there. Choose an empty folder.", folder.display())
            }
            Error::NotABackup { folder } => format!("{} is not a backup: it has no register.db.", folder.display()),
            Error::BackupFaulty { folder, detail } => {
                format!("The backup {} failed its check ({detail}) and was not used.", folder.display())
            }
            Error::UnknownCommand { name } => format!("There is no command {name}."),
            Error::BadRequest { command, detail } => format!("The request to {command} is wrong: {detail}"),
            Error::PeriodReversed { from, to } => format!("The period begins on {from}, after its end on {to}."),
            Error::DayOutOfRange { day } => format!("{day} is not between 1949 and 2100. Check its year."),
            Error::AddresseeMissing => "The report names no addressee; no file was written. Name one.".into(),
            Error::NoSuchRecord { id } => format!("There is no record {id}."),
            Error::NoSuchTerm { id } => format!("There is no term {id} in the vocabulary."),
            Error::TermExists { dimension, name } => format!("{name} is in the vocabulary of {dimension} already."),
            Error::TermMisplaced { name } => {
                format!("{name} cannot stand there: a parent is of the same vocabulary and not below the term itself.")
            }
            Error::NoSuchFigure { id } => format!("There is no figure {id}."),
            Error::BadDefinition { id, detail } => {
                format!("The definition of {id} is wrong: {detail}. It was not changed.")
            }
            Error::BadTemplate { line, fault } => {
                format!("Line {line} of the report template is wrong: {}. The register was not changed.", fault.en())
            }
            Error::NoSuchBatch { id } => format!("There is no import {id}."),
            Error::BatchUndone { id } => format!("The import {id} has been taken back already."),
            Error::RecordWithdrawn { id } => format!("The record {id} is withdrawn and cannot be changed."),
            Error::ReasonMissing => "A withdrawal needs a reason. The record was not changed.".into(),
            Error::Refused { faults } => {
                format!("Not saved: {}", faults.iter().map(|fault| fault.en.as_str()).collect::<Vec<_>>().join(" "))
            }
            Error::RegisterVanished { folder } => format!(
                "{} is no longer there: a stick pulled out, or the folder moved. The last action was not saved; what was saved before is where it was. Put it back and open the register again; what you typed is kept.",
                folder.display()
            ),
            Error::TermInto { name, into } => {
                format!(
                    "{name} cannot be merged into {into}: they must be of one vocabulary and not above or below each other. Nothing was changed."
                )
            }
            Error::PeriodUnnamed => "Every period needs a name of its own. Nothing was changed.".into(),
            Error::RuleOutOfRange { most } => format!(
                "A time limit is 1 to {most} working days; an extension may be 0. Nothing was changed. Put it right and save again."
            ),
            Error::CalendarFaulty { faults } => {
                let told: Vec<String> =
                    faults.iter().take(TOLD).map(|(row, fault)| format!("row {row}: {}", fault.en())).collect();
                let rest = if faults.len() > TOLD { format!(" … {} in all.", faults.len()) } else { String::new() };
                format!("The calendar was not changed: {}{rest} Put it right and try again.", told.join(" "))
            }
            Error::WorkbookMissing { path } => format!("There is no file {}.", path.display()),
            Error::WorkbookEncrypted { path } => {
                format!("{} is protected by a password. Save it without one and import it again.", path.display())
            }
            Error::WorkbookDamaged { path, detail } => {
                format!("{} is truncated or damaged ({detail}). The register was not changed.", path.display())
            }
            Error::WorkbookEmpty { path } => format!("{} is empty.", path.display()),
            Error::WorkbookUnknown { path } => {
                format!("{} is not a spreadsheet that can be imported (.xlsx, .xls, .ods, .csv).", path.display())
            }
            Error::NoHeader { path, sought } => format!(
                "No header row was found in {}; the register was not changed. Sought: {sought}.",
                path.display()
            ),
            Error::BadMapping { detail } => format!("The mapping is wrong: {detail}. The register was not changed."),
            Error::NoSuchCell { sheet, row, column } => format!(
                "There is no cell {column} in row {row} of {sheet} to put right; the register was not changed. Choose the file again."
            ),
            Error::NothingRefused { path } => format!("No row of {} was refused; no file was written.", path.display()),
            Error::NoSuchLeftover { id } => {
                format!("The refused row {id} is not waiting, or no longer; nothing was changed. Look again.")
            }
            Error::LeftoverElsewhere { record, thing } => {
                format!("The row belongs to {thing}, and {record} does not; nothing was changed. Name another record.")
            }
            Error::FolderMissing { folder } => {
                format!(
                    "There is no folder {}; no file was written. Make it, or choose another place.",
                    folder.display()
                )
            }
            Error::NotAFile { path } => {
                format!("{} is not the name of a file; no file was written. Choose another place.", path.display())
            }
            Error::InsideRegister { path } => format!(
                "{} lies inside the register's folder, where a report might overwrite the register; no file was written. Choose another folder.",
                path.display()
            ),
            Error::SameFile { path } => format!(
                "The report and its statistics cannot both be {}; no file was written. Name two files.",
                path.display()
            ),
            Error::FileReadOnly { path } => format!(
                "{} is read-only or cannot be written here; what was there is unchanged. Choose another place.",
                path.display()
            ),
            Error::FileBusy { path } => format!(
                "{} is open in another program; what was there is unchanged. Close it and try again.",
                path.display()
            ),
            Error::Cancelled => "Cancelled; the register was not changed.".into(),
            Error::Io { path, source } => format!("{}: {source}.", path.display()),
            Error::Store(source) => format!("The database failed and nothing was kept: {source}."),
            Error::Write { path, detail } => format!("{} could not be written: {detail}.", path.display()),
            Error::Internal { detail } => format!("Internal fault, nothing was kept: {detail}."),
        }
    }

    /// Names the path of a failed file operation; a full disk is told apart from the rest.
    pub fn io(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Error {
        let path = path.into();
        move |source| match source.kind() {
            std::io::ErrorKind::StorageFull => Error::DiskFull { path },
            _ => Error::Io { path, source },
        }
    }
}

/// What is wrong with a line of the report template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateFault {
    /// Neither a figure nor a word that the report knows.
    UnknownSlot {
        slot: String,
    },
    /// A brace without its partner.
    LooseBrace,
    UnknownTable {
        name: String,
    },
    /// A mark at the beginning of the line that means nothing.
    UnknownMark {
        mark: String,
    },
    /// A heading or an item without text.
    Empty,
    /// The title stands at the head, before everything else.
    TitleMissing,
    TitleMisplaced,
}

impl TemplateFault {
    fn zh(&self) -> String {
        match self {
            TemplateFault::UnknownSlot { slot } => format!("“{{{slot}}}”既不是统计指标的编号，也不是可用的占位词"),
            TemplateFault::LooseBrace => "花括号不成对".into(),
            TemplateFault::UnknownTable { name } => format!("没有名为“{name}”的表"),
            TemplateFault::UnknownMark { mark } => format!("行首的“{mark}”不是可用的标记"),
            TemplateFault::Empty => "标题或条目没有文字".into(),
            TemplateFault::TitleMissing => "缺少以“# ”开头的标题".into(),
            TemplateFault::TitleMisplaced => "标题只能放在最前面".into(),
        }
    }

    fn en(&self) -> String {
        match self {
            TemplateFault::UnknownSlot { slot } => format!("{{{slot}}} is neither a figure nor a word of the report"),
            TemplateFault::LooseBrace => "a brace lacks its partner".into(),
            TemplateFault::UnknownTable { name } => format!("there is no table {name}"),
            TemplateFault::UnknownMark { mark } => format!("{mark} at the beginning means nothing"),
            TemplateFault::Empty => "a heading or an item has no text".into(),
            TemplateFault::TitleMissing => "a title is missing, a line that begins with \"# \"".into(),
            TemplateFault::TitleMisplaced => "a title stands at the head only".into(),
        }
    }
}
