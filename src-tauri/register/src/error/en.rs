//! The sentences of failure in English.

use super::words::{megabytes, name_of};
use super::{Error, Lang, TOLD};

impl Error {
    pub(super) fn en(&self) -> String {
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
            Error::PersonExists { name } => format!(
                "{name} is in the list already; nobody was added and nothing was changed. Tell people of one name apart by their department, such as {name} (Library)."
            ),
            Error::NoSuchFigure { id } => format!("There is no figure {id}."),
            Error::BadDefinition { id, fault } => {
                format!("The definition of {id} is wrong: {}. Nothing was changed; put it right.", fault.en())
            }
            Error::NoSuchCheck { id } => {
                format!("No cross-check of this period is named {id}; nothing was changed. Check again.")
            }
            Error::BadCheck { id, fault } => {
                format!("The cross-check {id} is wrong: {}. Nothing was changed; put it right.", fault.told(Lang::En))
            }
            Error::CheckHolds { label } => {
                format!("“{label}” holds: there is nothing to accept, and nothing was changed.")
            }
            Error::CheckNotAccepted { label } => {
                format!("“{label}” is not accepted for this period; nothing was changed. Check the period.")
            }
            Error::AcceptanceReasonMissing => {
                "Accepting a cross-check, or taking that back, needs a reason. Nothing was changed.".into()
            }
            Error::FigureShipped { id } => format!(
                "{id} came with the program: it can be neither changed nor removed, and was not. Copy it and change the copy."
            ),
            Error::FigureExists { id } => {
                format!("There is a figure {id} already; nothing was changed. Choose another id.")
            }
            Error::FigureInUse { id, lines, declared } => {
                let mut places = Vec::new();
                if !lines.is_empty() {
                    let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
                    places.push(format!("the wording of the report names it in line {}", lines.join(", ")));
                }
                if *declared > 0 {
                    places.push(format!("a number of it is declared for {declared} periods"));
                }
                format!(
                    "{id} was not removed: {}. Change the wording, take the number back, then remove it.",
                    places.join("; ")
                )
            }
            Error::SourceMissing => {
                "A declared number needs its source; nothing was saved. Say where it is from.".into()
            }
            Error::DeclaredOutOfRange { most } => {
                format!(
                    "A declared number is from 0 to {most}, with three decimals at most; nothing was saved. Correct it."
                )
            }
            Error::NothingDeclared { id } => {
                format!("No number of {id} is declared for this period; nothing was changed. Check the period.")
            }
            Error::TakenBackWithoutReason => {
                "Taking a declared number back needs a reason; nothing was changed.".into()
            }
            Error::TemplateTooLarge { path, most } => format!(
                "{} is larger than {}, too large for a template; it was not read and nothing was changed. Check the file.",
                name_of(path),
                megabytes(*most)
            ),
            Error::TemplateOverItself { path } => format!(
                "The template before cannot be kept in {}, the file to import; nothing was imported. Name another file.",
                name_of(path)
            ),
            Error::TemplateNotText { path } => format!(
                "{} is no text, or of an unknown encoding; nothing was changed. Save it as UTF-8 and try again.",
                name_of(path)
            ),
            Error::TemplateFaulty { path, problems } => {
                let told: Vec<String> =
                    problems.iter().take(TOLD).map(|(line, fault)| format!("line {line}: {}", fault.en())).collect();
                let rest = if problems.len() > TOLD { format!("; {} in all", problems.len()) } else { String::new() };
                format!(
                    "The template {} is wrong; nothing was changed. {}{rest}. Correct it and try again.",
                    name_of(path),
                    told.join("; ")
                )
            }
            Error::BadTemplate { line, fault } => {
                format!("Line {line} of the report template is wrong: {}. The register was not changed.", fault.en())
            }
            Error::NoSuchBatch { id } => format!("There is no import {id}."),
            Error::BatchUndone { id } => format!("The import {id} has been taken back already."),
            Error::RecordWithdrawn { id } => format!("The record {id} is withdrawn and cannot be changed."),
            Error::ReasonMissing => "A withdrawal needs a reason. The record was not changed.".into(),
            Error::CorrectionReasonMissing { title, number, period } => format!(
                "The record lies in the period ({} to {}) of “{title}”, archived as number {number}: a correction needs its reason. Nothing was saved, and the archive stays as it is. Give the reason and save again.",
                period.from, period.to
            ),
            Error::NoSuchArchive { id } => {
                format!("There is no archived report {id}; nothing was changed. Look again.")
            }
            Error::ArchiveLost { name } => format!(
                "The archived file {name} is not in the register's folder archive. Nothing was written, and the register was not changed. Bring it back from a backup."
            ),
            Error::ArchiveChanged { name } => format!(
                "The archived file {name} is not what it was when it was archived. Nothing was written, and the register was not changed. Verify the register, and bring the file back from a backup."
            ),
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
            Error::TooManyRows { rows, most } => format!(
                "{rows} rows were pasted, and {most} at most are taken at once; none was logged. Import them as a file, \
                 or paste them in parts."
            ),
            Error::NothingRefused { path } => format!("No row of {} was refused; no file was written.", path.display()),
            Error::NoSuchLeftover { id } => {
                format!("The refused row {id} is not waiting, or no longer; nothing was changed. Look again.")
            }
            Error::LeftoverElsewhere { thing, other } => {
                format!("The row belongs to {thing}, not to {other}; nothing was changed. Log it under {thing}.")
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
            Error::EvidenceGone { path } => format!(
                "{} cannot be found; it may have been moved or renamed, or its drive pulled. It was not added, and no other evidence is affected. Choose the file again.",
                name_of(path)
            ),
            Error::EvidenceUnreadable { path } => format!(
                "{} may not be read. It was not added, and no other evidence is affected. Check the permissions of the file and try again.",
                name_of(path)
            ),
            Error::EvidenceNotAFile { path } => format!(
                "{} is not a file; it was not added. Pack a folder into one file first, or choose its files one by one.",
                name_of(path)
            ),
            Error::EvidenceEmpty { path } => format!(
                "The file {} is empty (0 bytes) and was not added; what is there already is not affected. It may not have been copied whole: open the original, then choose it again.",
                name_of(path)
            ),
            Error::EvidenceInside { path } => {
                format!("{} lies inside the register's folder; it was not added. Choose a file outside.", name_of(path))
            }
            Error::EvidenceTooLarge { path, size, most } => format!(
                "{} has {}, more than the limit of {}. It was not added, and no other evidence is affected. Make it smaller, or raise the limit under Settings.",
                name_of(path),
                megabytes(*size),
                megabytes(*most)
            ),
            Error::EvidenceLimitOutOfRange { most } => {
                format!("The limit for evidence must be 1 to {most} MB. The setting was not changed.")
            }
            Error::EvidenceReasonMissing => "Taking evidence away needs a reason. Nothing was changed.".into(),
            Error::EvidenceLost { name } => format!(
                "The file of {name} is not in the register's folder evidence and cannot be opened; the record is not affected. Take it from a backup, or add the file again."
            ),
            Error::EvidenceChanged { name } => format!(
                "{name} has other content than when it was added and was not opened; the record is not affected. Take it from a backup, or add the file again."
            ),
            Error::NoSuchEvidence { record } => {
                format!("{record} has no such evidence; nothing was changed. Look at it again.")
            }
            Error::CommentsNeedWord { path } => format!(
                "{} is no .docx, so there is no copy with comments; nothing was written. Save it as .docx, or read the findings without a copy.",
                path.display()
            ),
            Error::DocumentUnknown { path } => format!(
                "{} is no file whose text can be read; the register was not changed. .docx, .pdf, .xlsx, .xls, .ods, .csv and .txt can be read; save .doc and .wps as .docx.",
                name_of(path)
            ),
            Error::DocumentEncrypted { path } => format!(
                "{} has a password, so its text cannot be read; the register was not changed. Remove the password and try again.",
                name_of(path)
            ),
            Error::DocumentDamaged { path, detail } => format!(
                "The text of {} cannot be read ({detail}): it may be incomplete, damaged, or in an encoding that this program does not know. The register was not changed. Check the file yourself, or save it anew and try again.",
                name_of(path)
            ),
            Error::DocumentWithoutText { path } => format!(
                "{} holds no text; it may be a scan. The register was not changed. Check the file yourself.",
                name_of(path)
            ),
            Error::DocumentTooLarge { path, most } => format!(
                "{} holds more than {} when unpacked, so its text was not read; the register was not changed. Check its content yourself.",
                name_of(path),
                megabytes(*most)
            ),
            Error::NoSuchFinding { record } => format!(
                "{record} has no such finding now, as its text may have changed; the decision was not saved. Check the record again."
            ),
            Error::GraceTooLong { most } => {
                format!("Days of grace are at most {most}. The rhythm was not saved. Put it right and save again.")
            }
            Error::DecisionReasonMissing => "A decision needs its reason. It was not saved.".into(),
            Error::QuestionsEmpty => {
                "The secrecy review needs at least one question, and none may be blank. The setting was not changed."
                    .into()
            }
            Error::AnswerMissing { question } => {
                format!("“{question}” is not answered; the secrecy review was not saved. Answer every question.")
            }
            Error::NotReviewed { id } => {
                format!(
                    "{id} is no published item, so it has no secrecy review; nothing was changed. Choose a published item."
                )
            }
            Error::Cancelled => "Cancelled; the register was not changed.".into(),
            Error::Io { path, source } => format!("{}: {source}.", path.display()),
            Error::Store(source) => format!("The database failed and nothing was kept: {source}."),
            Error::Write { path, detail } => format!("{} could not be written: {detail}.", path.display()),
            Error::Internal { detail } => format!("Internal fault, nothing was kept: {detail}."),
        }
    }
}
