//! The table of commands, second part: records and what belongs to them, search, imports.

use serde_json::Value as Json;
use ts_rs::TS;

use super::Session;
use super::border::{
    AttachEvidence, ById, CheckRecord, DetachEvidence, DocumentRequest, EditRecord, EvidenceOf, FiguresOfRecord,
    InspectWorkbook, LeftoverById, LogRecord, LogRecords, OfRecord, OfThing, SetEvidenceLimit, SettleLeftovers,
    WithdrawRecord, WithdrawRecords, WriteTo,
};
use super::router::{Command, Nothing, answer, parse};
use crate::context::Context;
use crate::counting::FigureOfRecord;
use crate::documents::{DocumentFacts, document_facts};
use crate::error::Result;
use crate::evidence::{Evidence, EvidenceAdded, EvidenceCandidate, EvidenceFile, EvidenceLimit};
use crate::import::{
    self, Batch, ExportRefused, ImportAnswer, ImportRequest, Inspection, Leftover, LeftoverList, LeftoversRequest,
    Written,
};
use crate::overview::Overview;
use crate::period::Period;
use crate::quick::{CountOne, DayCounter, OfDay, QuickReading, ReadQuick, ReadRows, RowsRead, SetCounters};
use crate::records::{HistoryEntry, ListRequest, RecordCheck, RecordList, RecordView, RowsLogged, Saved};
use crate::search::{SearchAnswer, SearchReadiness, SearchRequest};
use crate::sensitive::{DecideScan, Decided, Questions, ReviewStanding, ScanAnswer, SetSecrecyReview};

commands! {
    Desk:
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
}
