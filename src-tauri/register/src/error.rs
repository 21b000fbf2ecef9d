//! What can go wrong, its stable code, and its sentence. The only place where sentences of failure are made.
//!
//! A sentence says what happened, what it means for the data, and what to do next.

mod check;
mod code;
mod definition;
mod en;
mod template;
mod template_file;
mod words;
mod zh;

use std::path::PathBuf;

use crate::period::Period;

pub use check::CheckFault;
pub use definition::{DefinitionFault, PickFault};
pub use template::TemplateFault;
pub use template_file::{Holds, TemplateFileFault};

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
        fault: DefinitionFault,
    },
    FigureShipped {
        id: String,
    },
    FigureExists {
        id: String,
    },
    NoSuchCheck {
        id: String,
    },
    BadCheck {
        id: String,
        fault: CheckFault,
    },
    /// It passes: there is nothing to accept.
    CheckHolds {
        label: String,
    },
    CheckNotAccepted {
        label: String,
    },
    /// Neither accepted nor taken back.
    AcceptanceReasonMissing,
    /// By which lines of the wording a figure is named, and for how many periods a number of it is declared.
    FigureInUse {
        id: String,
        lines: Vec<usize>,
        declared: usize,
    },
    SourceMissing,
    DeclaredOutOfRange {
        most: i64,
    },
    NothingDeclared {
        id: String,
    },
    TakenBackWithoutReason,
    TemplateTooLarge {
        path: PathBuf,
        most: u64,
    },
    /// The template before would be kept in the very file that is imported.
    TemplateOverItself {
        path: PathBuf,
    },
    TemplateNotText {
        path: PathBuf,
    },
    /// What is wrong in a template file, by line.
    TemplateFaulty {
        path: PathBuf,
        problems: Vec<(usize, TemplateFileFault)>,
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
    CorrectionReasonMissing {
        title: String,
        number: i64,
        period: Period,
    },
    NoSuchArchive {
        id: String,
    },
    ArchiveLost {
        name: String,
    },
    ArchiveChanged {
        name: String,
    },
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
    CommentsNeedWord {
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
