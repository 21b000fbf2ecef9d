//! What can go wrong, its stable code, and its sentence. The only place where sentences of failure are made.
//!
//! A sentence says what happened, what it means for the data, and what to do next.

mod en;
mod template;
mod words;
mod zh;

use std::path::PathBuf;

pub use template::TemplateFault;

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
    TooManyRows {
        rows: usize,
        most: usize,
    },
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
    PersonExists {
        name: String,
    },
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
        thing: String,
        other: String,
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
    // Evidence
    EvidenceGone {
        path: PathBuf,
    },
    EvidenceUnreadable {
        path: PathBuf,
    },
    EvidenceNotAFile {
        path: PathBuf,
    },
    EvidenceEmpty {
        path: PathBuf,
    },
    EvidenceInside {
        path: PathBuf,
    },
    EvidenceTooLarge {
        path: PathBuf,
        size: u64,
        most: u64,
    },
    EvidenceLimitOutOfRange {
        most: u64,
    },
    EvidenceReasonMissing,
    EvidenceLost {
        name: String,
    },
    EvidenceChanged {
        name: String,
    },
    NoSuchEvidence {
        record: String,
    },
    // Documents that are read
    DocumentUnknown {
        path: PathBuf,
    },
    DocumentEncrypted {
        path: PathBuf,
    },
    DocumentDamaged {
        path: PathBuf,
        detail: String,
    },
    /// A scan, or pictures alone.
    DocumentWithoutText {
        path: PathBuf,
    },
    DocumentTooLarge {
        path: PathBuf,
        most: u64,
    },
    // Reviews
    NoSuchFinding {
        record: String,
    },
    DecisionReasonMissing,
    GraceTooLong {
        most: u32,
    },
    QuestionsEmpty,
    AnswerMissing {
        question: String,
    },
    NotReviewed {
        id: String,
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
            Error::TooManyRows { .. } => "too_many_rows",
            Error::Refused { .. } => "refused",
            Error::RegisterVanished { .. } => "register_vanished",
            Error::TermInto { .. } => "term_into",
            Error::PersonExists { .. } => "person_exists",
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
            Error::EvidenceGone { .. } => "evidence_gone",
            Error::EvidenceUnreadable { .. } => "evidence_unreadable",
            Error::EvidenceNotAFile { .. } => "evidence_not_a_file",
            Error::EvidenceEmpty { .. } => "evidence_empty",
            Error::EvidenceInside { .. } => "evidence_inside",
            Error::EvidenceTooLarge { .. } => "evidence_too_large",
            Error::EvidenceLimitOutOfRange { .. } => "evidence_limit_out_of_range",
            Error::EvidenceReasonMissing => "reason_missing",
            Error::EvidenceLost { .. } => "evidence_lost",
            Error::EvidenceChanged { .. } => "evidence_changed",
            Error::NoSuchEvidence { .. } => "no_such_evidence",
            Error::DocumentUnknown { .. } => "document_unknown",
            Error::DocumentEncrypted { .. } => "document_encrypted",
            Error::DocumentDamaged { .. } => "document_damaged",
            Error::DocumentWithoutText { .. } => "document_without_text",
            Error::DocumentTooLarge { .. } => "document_too_large",
            Error::NoSuchFinding { .. } => "no_such_finding",
            Error::DecisionReasonMissing => "reason_missing",
            Error::GraceTooLong { .. } => "grace_too_long",
            Error::QuestionsEmpty => "questions_empty",
            Error::AnswerMissing { .. } => "answer_missing",
            Error::NotReviewed { .. } => "not_reviewed",
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

    /// Names the path of a failed file operation; a full disk is told apart from the rest.
    pub fn io(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Error {
        let path = path.into();
        move |source| match source.kind() {
            std::io::ErrorKind::StorageFull => Error::DiskFull { path },
            _ => Error::Io { path, source },
        }
    }
}
