//! The table of commands, first part: registers, vocabulary, calendar, the board, departments, people.

use serde_json::Value as Json;
use ts_rs::TS;

use super::Session;
use super::border::{
    AddTerm, BackupRequest, ById, DimensionInfo, DueRequest, EditTerm, MergeTerms, NewRegister, OfDimension,
    OpenRegister, Rename, RestoreRequest, SetPeriods, TermById, ThingInfo, VerifyRequest,
};
use super::router::{Command, Nothing, answer, parse};
use super::session::{make, open};
use crate::board::{ListBoard, ListDecision, Rhythm, SetListRhythm, SetNotApplicable};
use crate::context::Context;
use crate::due::Due;
use crate::error::Result;
use crate::folder::{self, BackupMade, RegisterInfo, Verification};
use crate::import::Written;
use crate::people::{
    ActAs, Acting, AddPerson, Department, DepartmentInPeriod, DepartmentSaved, DepartmentView, Person, PersonSaved,
    ScoreRecords, ScoreRecordsRequest, Scorecards,
};
use crate::period::Period;
use crate::records::HistoryEntry;
use crate::reports::{self, ExportListBoard, ExportScorecards, GovernmentForm};
use crate::requests::{OutcomeProposal, RequestClock};
use crate::sample;
use crate::settings::NamedPeriod;
use crate::terms::{TermCount, TermUses};
use crate::things::{Dimension, Term, Thing};
use crate::workdays::{
    CalendarYear, Deadline, DeadlineRequest, OfYear, ReadCalendar, Rules, SetCalendarYear, WorkingDays,
};

commands! {
    Office:
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
