//! The table of commands, third part: figures, templates, wording, reports, archive.

use serde_json::Value as Json;
use ts_rs::TS;

use super::Session;
use super::border::{BreakdownRequest, ById, ExportReport, FigureRequest, FigureRowsRequest};
use super::router::{Command, Nothing, answer, parse};
use crate::archive::{
    ArchiveChanges, ArchiveReport, ArchivedReport, ArchivedRowsRequest, ArchivedView, ExportArchiveChanges,
    ExportArchived,
};
use crate::context::Context;
use crate::counting::{
    self, Breakdown, CopyFigure, DeclareFigure, Definition, Figure, FigureRows, FigureTrend, MonthCount, OrderFigures,
    Trial, TryFigure,
};
use crate::crosscheck::{
    AcceptCheck, AcceptanceOf, CheckDefinition, CheckRecords, CheckRecordsRequest, CrossCheck, SetCheckDefinitions,
};
use crate::error::Result;
use crate::import::Written;
use crate::period::Period;
use crate::proof::{Proof, ProofRequest, proof};
use crate::records::HistoryEntry;
use crate::reports::{self, Document, ReportFiles, ReportRequest, Wording};
use crate::templates::{
    self, ExportTemplate, ImportTemplate, InspectTemplate, TemplateExported, TemplateImported, TemplateInspection,
};

commands! {
    Reporting:
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
    /// What the cross-checks of a period come to.
    cross_checks(Period) -> Vec<CrossCheck> = |session, context, period| session.register()?.cross_checks(context, period);
    /// One page of the records behind a line of the cross-checks.
    cross_check_records(CheckRecordsRequest) -> CheckRecords = |session, context, r| {
        session.register()?.cross_check_records(context, &r)
    };
    /// Accepts a line of the cross-checks that does not hold, with a reason, or takes that back.
    accept_check(AcceptCheck) -> CrossCheck = |session, context, r| session.register()?.accept_check(context, &r);
    /// Who accepted a line of the cross-checks of a period and took that back.
    acceptances(AcceptanceOf) -> Vec<HistoryEntry> = |session, _, r| session.register()?.acceptances(&r);
    /// The definitions of the cross-checks.
    check_definitions(Nothing) -> Vec<CheckDefinition> = |session, _, _| session.register()?.check_definitions();
    /// Puts cross-checks in the place of the register's; those that ship where none are given.
    set_check_definitions(SetCheckDefinitions) -> Vec<CheckDefinition> = |session, context, r| {
        session.register()?.set_check_definitions(context, &r)
    };
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
}
