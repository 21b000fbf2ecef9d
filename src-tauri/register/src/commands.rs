//! The one table of commands: name(request) -> answer. Router and TypeScript types come from it.
//!
//! The window, the command line and the tests reach the library by these names alone.

mod border;
#[macro_use]
mod router;
mod session;

use serde_json::Value as Json;
use ts_rs::TS;

use crate::archive::{
    ArchiveChanges, ArchiveReport, ArchivedReport, ArchivedRowsRequest, ArchivedView, ExportArchiveChanges,
    ExportArchived,
};
use crate::board::{ListBoard, ListDecision, Rhythm, SetListRhythm, SetNotApplicable};
use crate::context::Context;
use crate::counting::{
    self, Breakdown, CopyFigure, DeclareFigure, Definition, Figure, FigureOfRecord, FigureRows, FigureTrend,
    MonthCount, OrderFigures, Trial, TryFigure,
};
use crate::documents::{DocumentFacts, document_facts};
use crate::due::Due;
use crate::error::{Error, Result};
use crate::evidence::{Evidence, EvidenceAdded, EvidenceCandidate, EvidenceFile, EvidenceLimit};
use crate::folder::{self, BackupMade, RegisterInfo, Verification};
use crate::import::{
    self, Batch, ExportRefused, ImportAnswer, ImportRequest, Inspection, Leftover, LeftoverList, LeftoversRequest,
    Written,
};
use crate::overview::Overview;
use crate::people::{
    ActAs, Acting, AddPerson, Department, DepartmentInPeriod, DepartmentSaved, DepartmentView, Person, PersonSaved,
    ScoreRecords, ScoreRecordsRequest, Scorecards,
};
use crate::period::Period;
use crate::proof::{Proof, ProofRequest, proof};
use crate::quick::{CountOne, DayCounter, OfDay, QuickReading, ReadQuick, ReadRows, RowsRead, SetCounters};
use crate::records::{HistoryEntry, ListRequest, RecordCheck, RecordList, RecordView, RowsLogged, Saved};
use crate::reports::{
    self, Document, ExportListBoard, ExportScorecards, GovernmentForm, ReportFiles, ReportRequest, Wording,
};
use crate::requests::{OutcomeProposal, RequestClock};
use crate::sample;
use crate::search::{SearchAnswer, SearchReadiness, SearchRequest};
use crate::sensitive::{DecideScan, Decided, Questions, ReviewStanding, ScanAnswer, SetSecrecyReview};
use crate::settings::NamedPeriod;
use crate::templates::{
    self, ExportTemplate, ImportTemplate, InspectTemplate, TemplateExported, TemplateImported, TemplateInspection,
};
use crate::terms::{TermCount, TermUses};
use crate::things::{Dimension, Term, Thing};
use crate::workdays::{
    CalendarYear, Deadline, DeadlineRequest, OfYear, ReadCalendar, Rules, SetCalendarYear, WorkingDays,
};

use router::{answer, parse};
pub(crate) use session::make;
use session::open;

pub use border::{
    AddTerm, AttachEvidence, BackupRequest, BreakdownRequest, ById, CheckRecord, DetachEvidence, DimensionInfo,
    DocumentRequest, DueRequest, EditRecord, EditTerm, EvidenceOf, ExportReport, FigureRequest, FigureRowsRequest,
    FiguresOfRecord, InspectWorkbook, LeftoverById, LogRecord, LogRecords, MergeTerms, NewRegister, OfDimension,
    OfRecord, OfThing, OpenRegister, Rename, RestoreRequest, SetEvidenceLimit, SetPeriods, SettleLeftovers, TermById,
    ThingInfo, VerifyRequest, WithdrawRecord, WithdrawRecords, WriteTo,
};
pub use router::{Command, Nothing};
pub use session::Session;

commands! {
    /// Makes a register in an empty or new folder and opens it.
    new_register(NewRegister) -> RegisterInfo = |session, context, r| {
        session.hand_over(context, &r.folder, |context| make(context, &r.folder, &r.institution))
    };
    /// Opens a register for this session alone.
    open_register(OpenRegister) -> RegisterInfo = |session, context, r| {
        session.hand_over(context, &r.folder, |context| open(context, &r.folder))
    };
    /// Makes a register to play with and opens it.
    sample_register(OpenRegister) -> RegisterInfo = |session, context, r| {
        session.hand_over(context, &r.folder, |context| sample::make(context, &r.folder))
    };
    /// Closes and seals the register in hand.
    close_register(Nothing) -> Nothing = |session, _, _| {
        session.open = None;
        Ok(Nothing {})
    };
    /// What the register in hand says of itself; null where none is open.
    register_info(Nothing) -> Option<RegisterInfo> = |session, _, _| match session.open {
        Some(_) => session.register()?.info().map(Some),
        None => Ok(None),
    };
    /// The things and their fields.
    things(Nothing) -> Vec<ThingInfo> = |_, _, _| Ok(Thing::ALL.into_iter().map(ThingInfo::of).collect());
    /// The vocabularies.
    dimensions(Nothing) -> Vec<DimensionInfo> = |_, _, _| Ok(Dimension::ALL.into_iter().map(DimensionInfo::of).collect());
    /// The vocabulary.
    terms(Nothing) -> Vec<Term> = |session, _, _| session.register()?.terms();
    /// Adds a word to a vocabulary.
    add_term(AddTerm) -> Term = |session, context, r| session.register()?.add_term(context, r.dimension, &r.name, r.parent);
    /// Renames, moves, annotates or retires a word.
    edit_term(EditTerm) -> Term = |session, context, r| session.register()?.edit_term(context, r.id, r.edit);
    /// Makes two words that mean the same into one.
    merge_terms(MergeTerms) -> Term = |session, context, r| session.register()?.merge_terms(context, r.id, r.into);
    /// How much hangs on each term of a vocabulary.
    term_counts(OfDimension) -> Vec<TermCount> = |session, _, r| session.register()?.term_counts(r.dimension);
    /// What hangs on a term.
    term_uses(TermById) -> TermUses = |session, _, r| session.register()?.term_uses(r.id);
    /// Gives the institution another name.
    rename_institution(Rename) -> RegisterInfo = |session, context, r| {
        session.register()?.rename_institution(context, &r.name)?;
        session.register()?.info()
    };
    /// The reporting periods of the office.
    periods(Nothing) -> Vec<NamedPeriod> = |session, _, _| session.register()?.periods();
    /// Puts new reporting periods in the place of the old ones.
    set_periods(SetPeriods) -> Vec<NamedPeriod> = |session, context, r| {
        session.register()?.set_periods(context, r.periods)
    };
    /// A year of the working-day calendar.
    calendar(OfYear) -> CalendarYear = |session, _, r| session.register()?.calendar_year(r.year);
    /// Puts a table in the place of a year's, or the shipped one back.
    set_calendar_year(SetCalendarYear) -> CalendarYear = |session, context, r| {
        session.register()?.set_calendar_year(context, r)
    };
    /// Reads a year's table from a file.
    read_calendar(ReadCalendar) -> CalendarYear = |session, context, r| {
        session.register()?.read_calendar(context, &r)
    };
    /// The last day of a term of working days.
    deadline(DeadlineRequest) -> Deadline = |session, _, r| session.register()?.deadline(&r);
    /// How many working days a stretch has.
    working_days(Period) -> WorkingDays = |session, _, r| session.register()?.working_days(r);
    /// The time limits in force.
    rules(Nothing) -> Rules = |session, _, _| session.register()?.rules();
    /// Sets the time limits.
    set_rules(Rules) -> Rules = |session, context, rules| session.register()?.set_rules(context, rules);
    /// The clock of a request, today.
    request_clock(ById) -> RequestClock = |session, context, r| session.register()?.request_clock(context, &r.id);
    /// What waits for the office by a day, the most urgent first.
    due_list(DueRequest) -> Vec<Due> = |session, context, r| session.register()?.due_list(context, r.thing);
    /// The row of the government form that each outcome counts in, where a record names none.
    outcome_proposals(Nothing) -> Vec<OutcomeProposal> = |session, _, _| session.register()?.outcome_proposals();
    /// What of each 清单事项 is public in a period, as it stands today.
    list_board(Period) -> ListBoard = |session, context, period| {
        session.register()?.list_board(period, context.today())
    };
    /// Sets how often a 清单事项 is renewed.
    set_list_rhythm(SetListRhythm) -> Rhythm = |session, context, r| session.register()?.set_list_rhythm(context, &r);
    /// Decides that a 清单事项 does not concern the school in a year, or takes that back.
    set_not_applicable(SetNotApplicable) -> ListDecision = |session, context, r| {
        session.register()?.set_not_applicable(context, &r)
    };
    /// Who decided what of a 清单事项 and set its rhythm.
    list_item_history(TermById) -> Vec<HistoryEntry> = |session, _, r| session.register()?.list_item_history(r.id);
    /// Writes the board of the 清单事项 as Excel.
    export_list_board(ExportListBoard) -> Written = |session, context, r| {
        reports::export_board(session.register()?, context, &r)
    };
    /// Table 3 of the government form for a calendar year.
    government_form(OfYear) -> GovernmentForm = |session, _, r| session.register()?.government_form(r.year);
    /// Every department's scorecard of a period.
    scorecards(Period) -> Scorecards = |session, context, period| session.register()?.scorecards(context, period);
    /// One page of the records behind a number of a scorecard.
    score_records(ScoreRecordsRequest) -> ScoreRecords = |session, context, r| {
        session.register()?.score_records(context, &r)
    };
    /// Writes the scorecards of a period as Excel: a table of all, and a sheet to print of each.
    export_scorecards(ExportScorecards) -> Written = |session, context, r| {
        reports::export_scorecards(session.register()?, context, &r)
    };
    /// A department with its people, and what came of its duties in a period.
    department(DepartmentInPeriod) -> DepartmentView = |session, context, r| {
        session.register()?.department(context, r.id, Period { from: r.from, to: r.to })
    };
    /// Puts a department's people and duties in the place of the old ones.
    set_department(Department) -> DepartmentSaved = |session, context, r| session.register()?.set_department(context, &r);
    /// Who changed what of a department's people and duties and when.
    department_history(TermById) -> Vec<HistoryEntry> = |session, _, r| session.register()?.department_history(r.id);
    /// Everybody who may act, then those who no longer do.
    persons(Nothing) -> Vec<Person> = |session, _, _| session.register()?.persons();
    /// Adds a person who may act.
    add_person(AddPerson) -> PersonSaved = |session, context, r| session.register()?.add_person(context, &r);
    /// Renames a person, moves them to another department, or says that they are no longer there.
    edit_person(Person) -> PersonSaved = |session, context, r| session.register()?.edit_person(context, &r);
    /// Who acts today.
    acting(Nothing) -> Acting = |session, context, _| session.acting(context);
    /// Says who acts today.
    act_as(ActAs) -> Acting = |session, context, r| session.act_as(context, r.person);
    /// Today's log, and what in a period wants attention.
    overview(Period) -> Overview = |session, context, period| session.register()?.overview(context, period);
    /// One page of a thing's records, filtered and sorted.
    list_records(ListRequest) -> RecordList = |session, context, r| session.register()?.list_records(context, &r);
    /// What would be said of a record before it is saved.
    check_record(CheckRecord) -> RecordCheck = |session, context, r| {
        session.register()?.check_record(context, r.thing, &r.values, r.id.as_deref())
    };
    /// What a line says that was typed for quick entry.
    read_quick(ReadQuick) -> QuickReading = |session, context, r| session.register()?.read_quick(context, &r);
    /// What rows say that were copied from a spreadsheet.
    read_rows(ReadRows) -> RowsRead = |session, context, r| session.register()?.read_rows(context, &r);
    /// What is counted by the day, and its counts.
    day_counters(OfDay) -> Vec<DayCounter> = |session, context, r| session.register()?.day_counters(context, r.day);
    /// Sets what is counted by the day; by use where nothing is set.
    set_counters(SetCounters) -> Nothing = |session, context, r| {
        session.register()?.set_counters(context, &r.counters).map(|()| Nothing {})
    };
    /// Adds to the day's count of a channel, or takes from it.
    count_one(CountOne) -> Saved = |session, context, r| session.register()?.count_one(context, &r);
    /// Logs a record.
    log_record(LogRecord) -> Saved = |session, context, r| {
        session.register()?.log_record(context, r.thing, &r.values, r.leftover, r.reason.as_deref())
    };
    /// Logs the rows that a form would save, in one transaction.
    log_records(LogRecords) -> RowsLogged = |session, context, r| {
        session.register()?.log_records(context, r.thing, &r.rows, r.reason.as_deref())
    };
    /// The record logged last in a register, to be repeated; null where there is none.
    last_logged(OfThing) -> Option<RecordView> = |session, context, r| session.register()?.last_logged(context, r.thing);
    /// Puts new values in a record's place.
    edit_record(EditRecord) -> Saved = |session, context, r| {
        session.register()?.edit_record(context, &r.id, &r.values, r.reason.as_deref())
    };
    /// 作废, with a reason.
    withdraw_record(WithdrawRecord) -> RecordView = |session, context, r| {
        session.register()?.withdraw_record(context, &r.id, &r.reason, r.also)
    };
    /// 作废 of several records, all or none.
    withdraw_records(WithdrawRecords) -> Nothing = |session, context, r| {
        session.register()?.withdraw_records(context, &r.ids, &r.reason).map(|()| Nothing {})
    };
    /// One record.
    record(ById) -> RecordView = |session, context, r| session.register()?.record(context, &r.id);
    /// Who changed what of a record and when.
    history(ById) -> Vec<HistoryEntry> = |session, _, r| session.register()?.history(&r.id);
    /// Keeps a file with a record.
    attach_evidence(AttachEvidence) -> EvidenceAdded = |session, context, r| {
        session.register()?.attach_evidence(context, &r.record, &r.path)
    };
    /// Whether a file could be kept as evidence.
    evidence_candidate(DocumentRequest) -> EvidenceCandidate = |session, _, r| {
        session.register()?.evidence_candidate(&r.path)
    };
    /// The files of a record, withdrawn ones included.
    evidence(OfRecord) -> Vec<Evidence> = |session, _, r| session.register()?.evidence(&r.record);
    /// Withdraws a file from a record, with a reason.
    detach_evidence(DetachEvidence) -> Vec<Evidence> = |session, context, r| {
        session.register()?.detach_evidence(context, &r.record, &r.sha256, &r.reason)
    };
    /// A copy of a file under its own name, to be opened.
    evidence_file(EvidenceOf) -> EvidenceFile = |session, context, r| {
        session.register()?.evidence_file(context, &r.record, &r.sha256)
    };
    /// How large a file of evidence may be.
    evidence_limit(Nothing) -> EvidenceLimit = |session, _, _| session.register()?.evidence_limit();
    /// Sets how large a file of evidence may be.
    set_evidence_limit(SetEvidenceLimit) -> EvidenceLimit = |session, context, r| {
        session.register()?.set_evidence_limit(context, r.megabytes)
    };
    /// What a document that was dropped says of itself, to fill a form with.
    document_facts(DocumentRequest) -> DocumentFacts = |_, context, r| document_facts(context, &r.path);
    /// What a record and its files hold that must not go out.
    scan_record(ById) -> ScanAnswer = |session, context, r| session.register()?.scan_record(context, &r.id);
    /// Keeps what a reviewer decided of a finding.
    decide_scan(DecideScan) -> Decided = |session, context, r| session.register()?.decide_scan(context, &r);
    /// The questions of the secrecy review.
    secrecy_questions(Nothing) -> Questions = |session, _, _| session.register()?.secrecy_questions();
    /// Puts other questions in their place.
    set_secrecy_questions(Questions) -> Questions = |session, context, r| {
        session.register()?.set_secrecy_questions(context, &r)
    };
    /// The secrecy review of a publication, and whether it still fits it.
    secrecy_review(OfRecord) -> ReviewStanding = |session, _, r| session.register()?.secrecy_review(&r.record);
    /// Keeps the secrecy review of a publication, and sets its term by it.
    set_secrecy_review(SetSecrecyReview) -> ReviewStanding = |session, context, r| {
        session.register()?.set_secrecy_review(context, r)
    };
    /// Every figure of a period: with how much it counts a record, or why it does not.
    figures_of_record(FiguresOfRecord) -> Vec<FigureOfRecord> = |session, context, r| {
        session.register()?.figures_of_record(&r.id, Period { from: r.from, to: r.to }, context.lang)
    };
    /// A short step of reading all texts, so that the first search need not wait for it.
    prepare_search(Nothing) -> SearchReadiness = |session, _, _| session.register()?.prepare_search();
    /// The newest records whose texts hold the words, and how many there are in all.
    search(SearchRequest) -> SearchAnswer = |session, context, r| session.register()?.search(context, &r);
    /// What an import would make of a workbook: its sheets and columns as recognised.
    inspect_workbook(InspectWorkbook) -> Inspection = |session, context, r| {
        import::inspect(session.register()?, context, &r.workbook, r.mapping)
    };
    /// Imports a workbook as one batch, or shows what would come of it.
    import(ImportRequest) -> ImportAnswer = |session, context, r| import::import(session.register()?, context, &r);
    /// Writes the rows that an import refuses as a workbook, to be mended.
    export_refused(ExportRefused) -> Written = |session, context, r| {
        import::export_refused(session.register()?, context, &r)
    };
    /// Writes an empty ledger for the departments.
    blank_ledger(WriteTo) -> Written = |session, context, r| {
        import::blank_ledger(session.register()?, context, &r.to)
    };
    /// One page of the refused rows that nobody has dealt with.
    leftovers(LeftoversRequest) -> LeftoverList = |session, context, r| {
        import::leftovers(session.register()?, context, &r)
    };
    /// One of them; null where it was dealt with.
    leftover(LeftoverById) -> Option<Leftover> = |session, context, r| {
        import::leftover(session.register()?, context, r.id)
    };
    /// Leaves refused rows out for good.
    settle_leftovers(SettleLeftovers) -> Nothing = |session, context, r| {
        import::settle(session.register()?, context, &r.ids).map(|()| Nothing {})
    };
    /// Leaves all refused rows of an import out for good that nobody has dealt with.
    leave_out_leftovers(ById) -> Nothing = |session, context, r| {
        import::leave_out(session.register()?, context, &r.id).map(|()| Nothing {})
    };
    /// Takes an import back whole.
    undo_import(ById) -> Batch = |session, context, r| import::undo(session.register()?, context, &r.id);
    /// All imports, newest first.
    batches(Nothing) -> Vec<Batch> = |session, _, _| import::batches(session.register()?);
    /// Every figure in a period.
    figures(Period) -> Vec<Figure> = |session, context, period| {
        session.register()?.figures(period, context.lang)
    };
    /// The records behind a figure, or behind one part of it.
    figure_rows(FigureRowsRequest) -> FigureRows = |session, _, r| {
        let period = Period { from: r.from, to: r.to };
        session.register()?.figure_rows(&r.figure, period, r.part.as_ref(), r.offset, r.limit.unwrap_or(u64::MAX))
    };
    /// A figure month by month.
    figure_months(FigureRequest) -> Vec<MonthCount> = |session, _, r| {
        session.register()?.figure_months(&r.figure, Period { from: r.from, to: r.to })
    };
    /// Every figure month by month, and a year before.
    figure_trends(Period) -> Vec<FigureTrend> = |session, _, period| session.register()?.figure_trends(period);
    /// A figure by month, channel, department …
    breakdown(BreakdownRequest) -> Breakdown = |session, _, r| {
        session.register()?.breakdown(&r.figure, Period { from: r.from, to: r.to }, &r.by)
    };
    /// The definitions of all figures.
    definitions(Nothing) -> Vec<Definition> = |session, _, _| session.register()?.definitions();
    /// The definitions that came with the program.
    shipped_definitions(Nothing) -> Vec<Definition> = |_, _, _| counting::shipped_definitions();
    /// Adds a definition of the school's own, or puts a new one in its place; a shipped one is not changed.
    define_figure(Definition) -> Nothing = |session, context, definition| {
        session.register()?.define_figure(context, &definition).map(|()| Nothing {})
    };
    /// A figure of the school's own that begins as another is.
    copy_figure(CopyFigure) -> Definition = |session, context, r| session.register()?.copy_figure(context, &r);
    /// Removes a figure of the school's own that nothing names.
    remove_figure(ById) -> Nothing = |session, context, r| {
        session.register()?.remove_figure(context, &r.id).map(|()| Nothing {})
    };
    /// Sets the order of the figures.
    order_figures(OrderFigures) -> Vec<Definition> = |session, context, r| session.register()?.order_figures(context, &r.ids);
    /// What would come of a definition: its number, its records, what is still wrong.
    try_figure(TryFigure) -> Trial = |session, context, r| session.register()?.try_figure(context, r);
    /// Declares a number of a figure for a period with its source, or takes it back.
    declare_figure(DeclareFigure) -> Figure = |session, context, r| session.register()?.declare_figure(context, &r);
    /// Writes figures, wording and the words that they name as a file for other schools.
    export_template(ExportTemplate) -> TemplateExported = |session, _, r| templates::export(session.register()?, &r);
    /// What a template file would bring, and what is wrong in it.
    inspect_template(InspectTemplate) -> TemplateInspection = |session, context, r| {
        templates::inspect(session.register()?, context, &r.path)
    };
    /// Puts a template file in the place of the register's template.
    import_template(ImportTemplate) -> TemplateImported = |session, context, r| {
        templates::import(session.register()?, context, &r)
    };
    /// The wording of the annual report.
    wording(Nothing) -> Wording = |session, _, _| reports::wording(session.register()?);
    /// The wording that a new register begins with.
    shipped_wording(Nothing) -> Wording = |_, _, _| Ok(reports::shipped_wording());
    /// Puts new wording in the place of the old.
    set_wording(Wording) -> Nothing = |session, context, r| {
        reports::set_wording(session.register()?, context, &r.text).map(|()| Nothing {})
    };
    /// Holds a finished document against the figures of a period.
    proof(ProofRequest) -> Proof = |session, context, r| proof(session.register()?, context, &r);
    /// The annual report as a document.
    report(ReportRequest) -> Document = |session, _, r| reports::annual_report(session.register()?, &r);
    /// Writes the annual report as Word, its statistics as Excel, or both.
    export_report(ExportReport) -> ReportFiles = |session, context, r| {
        reports::export(session.register()?, context, &r.report, r.docx.as_deref(), r.xlsx.as_deref())
    };
    /// Archives the annual report of a period as it stands.
    archive_report(ArchiveReport) -> ArchivedReport = |session, context, r| session.register()?.archive_report(context, &r);
    /// Every archived report, the newest first.
    archived_reports(Nothing) -> Vec<ArchivedReport> = |session, _, _| session.register()?.archived_reports();
    /// An archived report as it was filed.
    archived_report(ById) -> ArchivedView = |session, _, r| session.register()?.archived_report(&r.id);
    /// One page of the records behind a figure of an archived report, as they were.
    archived_rows(ArchivedRowsRequest) -> FigureRows = |session, _, r| session.register()?.archived_rows(&r);
    /// Writes the files of an archived report again, byte for byte.
    export_archived(ExportArchived) -> ReportFiles = |session, context, r| session.register()?.export_archived(context, &r);
    /// What was filed against what it comes to now, and why.
    archive_changes(ById) -> ArchiveChanges = |session, context, r| session.register()?.archive_changes(context, &r.id);
    /// Writes that as Excel.
    export_archive_changes(ExportArchiveChanges) -> Written = |session, context, r| {
        session.register()?.export_archive_changes(context, &r)
    };
    /// Proves the register in hand, or the one in a folder, against its change log.
    verify(VerifyRequest) -> Verification = |session, context, r| match r.folder {
        Some(folder) => folder::verify(context, &folder),
        None => session.register()?.verify(context),
    };
    /// Copies the register in hand and proves the copy.
    backup(BackupRequest) -> BackupMade = |session, context, r| session.register()?.backup(context, r.to.as_deref());
    /// Puts a backup in a register's place and opens it.
    restore(RestoreRequest) -> RegisterInfo = |session, context, r| {
        if r.replace {
            session.let_go_of(&r.folder);
        }
        folder::restore(context, &r.backup, &r.folder, r.replace)?;
        session.hand_over(context, &r.folder, |context| open(context, &r.folder))
    };
}
