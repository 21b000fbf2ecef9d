// Generated from the register's table of commands: cargo xtask bindings

export type AcceptCheck = { 
/**
 * The line.
 */
id: string, from: string, to: string, 
/**
 * `false` takes it back.
 */
accept: boolean, reason: string, };

export type AcceptanceOf = { id: string, from: string, to: string, };

/**
 * What was accepted of a line.
 */
export type AcceptedCheck = { reason: string, at: string, by: string, 
/**
 * Not where the numbers or the records behind the line have changed since.
 */
holds: boolean, };

export type ActAs = { 
/**
 * Nobody in particular: the log then names the system's user.
 */
person: number | null, };

/**
 * Who acts, as the log names them.
 */
export type Acting = { who: string, 
/**
 * The person who was chosen today; without one the system's user acts.
 */
person: number | null, };

export type AddPerson = { name: string, department?: number, };

export type AddTerm = { dimension: Dimension, name: string, parent?: number, };

export type AlsoRefused = { column: string, value: string, code: FaultCode, 
/**
 * With the file, the sheet and the row.
 */
message: string, 
/**
 * The bare sentence.
 */
sentence: string, };

export type Answer = { 
/**
 * As it was asked.
 */
question: string, yes: boolean, };

/**
 * What has changed since a report was archived.
 */
export type ArchiveChanges = { report: ArchivedReport, 
/**
 * Every figure that was filed, in the order of the report.
 */
figures: Array<FigureChange>, 
/**
 * Records that count with the quantity that was filed, and say something else than then.
 */
edited: Array<EditedRecord>, since: SinceArchived, };

export type ArchiveReport = { report: ReportRequest, 
/**
 * What the office calls it; the report's own title where nothing is given.
 */
title?: string, };

/**
 * A report that was archived, and the seal over it.
 */
export type ArchivedReport = { 
/**
 * Of the JSON that holds all, the digests of the other files included.
 */
sha256: string, size: number, id: string, number: number, title: string, institution: string, addressee: string, from: string, to: string, 
/**
 * The day that the report bears.
 */
date: string, 
/**
 * Local time, `2023-11-20T09:30:00`.
 */
archived_at: string, by: string, 
/**
 * The version of the program.
 */
program: string, 
/**
 * The registers that its figures count, each with the day that decides.
 */
counts: Array<Counted>, docx: KeptFile, xlsx: KeptFile, };

export type ArchivedRowsRequest = { id: string, figure: string, offset?: number, limit?: number, };

/**
 * An archived report as it was filed.
 */
export type ArchivedView = { report: ArchivedReport, document: Document, figures: Array<Figure>, };

export type AttachEvidence = { record: string, path: string, };

/**
 * Records of one thing that want the same attention. The window opens them in the thing's list.
 */
export type Attention = { what: Wanting, thing: Thing | null, count: number, 
/**
 * The word that they have in common, where the list finds them by one.
 */
term?: number, };

/**
 * Where a backup lies, how many records it holds, and whether it passed every check. A register with a fault can be
 * backed up too, so that nothing is lost; its copy has the fault, and is not verified.
 */
export type BackupMade = { backup: string, records: number, verified: boolean, };

export type BackupRequest = { to?: string, };

/**
 * One import.
 */
export type Batch = { id: string, 
/**
 * The name of the file.
 */
file: string, 
/**
 * Its SHA-256.
 */
file_digest: string, imported_at: string, accepted: number, 
/**
 * When it was taken back.
 */
undone_at: string | null, };

export type Block = { "type": "heading", level: number, runs: Array<Run>, } | { "type": "paragraph", runs: Array<Run>, } | { "type": "item", runs: Array<Run>, } | { "type": "table", columns: Array<TableColumn>, rows: Array<Array<TableCell>>, } | { "type": "signature", institution: string, date: string, };

export type BoardCategory = { id: number, name: string, tally: Tally, items: Array<BoardItem>, };

export type BoardItem = { 
/**
 * Its term.
 */
id: number, 
/**
 * Its place on the list.
 */
number: number, name: string, state: ItemState, 
/**
 * Publications of the period.
 */
publications: number, 
/**
 * The last day, up to the period's end, on which it was published.
 */
newest: string | null, 
/**
 * The day after which it is stale; none while nothing makes it so.
 */
fresh_until: string | null, 
/**
 * That day may move: it lies in a year without a working-day calendar.
 */
provisional: boolean, 
/**
 * What the annual report's table says of it; empty where it says 未填报.
 */
place: string, 
/**
 * The departments whose duty it is; where it is nobody's, those that published it, most first.
 */
departments: Array<number>, rhythm: Rhythm, note: string, 
/**
 * Why it does not concern the school this year.
 */
decision: ListDecision | null, 
/**
 * The reason of the year before, where nobody has decided on this one yet.
 */
proposed: string | null, 
/**
 * Problems on record that are not solved.
 */
tasks: Array<NamedRecord>, };

export type Breakdown = { 
/**
 * Months in their order; otherwise the largest first, the empty field last.
 */
parts: Array<Part>, 
/**
 * Whether a record may be in several parts, so that they may add up to more than the figure.
 */
overlapping: boolean, };

export type BreakdownRequest = { figure: string, from: string, to: string, 
/**
 * `month`, or a field of the figure's records that holds terms.
 */
by: string, };

export type ById = { id: string, };

/**
 * A year of the calendar.
 */
export type CalendarYear = { year: number, 
/**
 * Whether it has a table. Where it has none, only weekends are off.
 */
known: boolean, 
/**
 * Whether the office put its table in, or edited the shipped one.
 */
edited: boolean, 
/**
 * Every day that is other than its place in the week, in order.
 */
days: Array<SpecialDay>, 
/**
 * All the years that have a table.
 */
known_years: Array<number>, };

/**
 * A cell as text, by its column's own heading.
 */
export type CellText = { column: string, value: string, };

/**
 * What is otherwise than it was when it was reviewed.
 */
export type ChangedSince = { 
/**
 * Fields whose text is another, in the order of the form.
 */
fields: Array<string>, files_added: number, files_withdrawn: number, };

/**
 * One check and what it found.
 */
export type Check = { check: string, ok: boolean, detail: string, };

/**
 * A cross-check: what it is called, the rule that it tells by, and the regulation that it rests on.
 */
export type CheckDefinition = { id: string, label: string, basis?: string, rule: Rule, };

export type CheckRecord = { thing: Thing, 
/**
 * As typed: days and numbers may be text.
 */
values: Record<string, Value>, 
/**
 * The record that is edited.
 */
id?: string, };

/**
 * One page of the records behind a line, in the order of their days.
 */
export type CheckRecords = { total: number, records: Array<FigureRecord>, };

export type CheckRecordsRequest = { id: string, from: string, to: string, offset?: number, limit: number, };

export type ClockStanding = "overdue" | "due_today" | "running" | "clarifying" | "asking_third_party" | "answered_in_time" | "answered_late";

/**
 * A heading and the field it means: a field of the thing, `status`, `withdrawn_reason` or `serial`; null to leave
 * the column out.
 */
export type ColumnMapping = { heading: string, field: string | null, };

/**
 * A command's two sides; only its type is used.
 */
export type Command<Request, Answer> = { request: Request, answer: Answer, };

/**
 * The table as TypeScript.
 */
export type Commands = { 
/**
 * Makes a register in an empty or new folder and opens it.
 */
new_register: Command<NewRegister, RegisterInfo>, 
/**
 * Opens a register for this session alone.
 */
open_register: Command<OpenRegister, RegisterInfo>, 
/**
 * Makes a register to play with and opens it.
 */
sample_register: Command<OpenRegister, RegisterInfo>, 
/**
 * Closes and seals the register in hand.
 */
close_register: Command<Nothing, Nothing>, 
/**
 * What the register in hand says of itself; null where none is open.
 */
register_info: Command<Nothing, RegisterInfo | null>, 
/**
 * The things and their fields.
 */
things: Command<Nothing, Array<ThingInfo>>, 
/**
 * The vocabularies.
 */
dimensions: Command<Nothing, Array<DimensionInfo>>, 
/**
 * The vocabulary.
 */
terms: Command<Nothing, Array<Term>>, 
/**
 * Adds a word to a vocabulary.
 */
add_term: Command<AddTerm, Term>, 
/**
 * Renames, moves, annotates or retires a word.
 */
edit_term: Command<EditTerm, Term>, 
/**
 * Makes two words that mean the same into one.
 */
merge_terms: Command<MergeTerms, Term>, 
/**
 * How much hangs on each term of a vocabulary.
 */
term_counts: Command<OfDimension, Array<TermCount>>, 
/**
 * What hangs on a term.
 */
term_uses: Command<TermById, TermUses>, 
/**
 * Gives the institution another name.
 */
rename_institution: Command<Rename, RegisterInfo>, 
/**
 * The reporting periods of the office.
 */
periods: Command<Nothing, Array<NamedPeriod>>, 
/**
 * Puts new reporting periods in the place of the old ones.
 */
set_periods: Command<SetPeriods, Array<NamedPeriod>>, 
/**
 * A year of the working-day calendar.
 */
calendar: Command<OfYear, CalendarYear>, 
/**
 * Puts a table in the place of a year's, or the shipped one back.
 */
set_calendar_year: Command<SetCalendarYear, CalendarYear>, 
/**
 * Reads a year's table from a file.
 */
read_calendar: Command<ReadCalendar, CalendarYear>, 
/**
 * The last day of a term of working days.
 */
deadline: Command<DeadlineRequest, Deadline>, 
/**
 * How many working days a stretch has.
 */
working_days: Command<Period, WorkingDays>, 
/**
 * The time limits in force.
 */
rules: Command<Nothing, Rules>, 
/**
 * Sets the time limits.
 */
set_rules: Command<Rules, Rules>, 
/**
 * The clock of a request, today.
 */
request_clock: Command<ById, RequestClock>, 
/**
 * What waits for the office by a day, the most urgent first.
 */
due_list: Command<DueRequest, Array<Due>>, 
/**
 * The row of the government form that each outcome counts in, where a record names none.
 */
outcome_proposals: Command<Nothing, Array<OutcomeProposal>>, 
/**
 * What of each 清单事项 is public in a period, as it stands today.
 */
list_board: Command<Period, ListBoard>, 
/**
 * Sets how often a 清单事项 is renewed.
 */
set_list_rhythm: Command<SetListRhythm, Rhythm>, 
/**
 * Decides that a 清单事项 does not concern the school in a year, or takes that back.
 */
set_not_applicable: Command<SetNotApplicable, ListDecision>, 
/**
 * Who decided what of a 清单事项 and set its rhythm.
 */
list_item_history: Command<TermById, Array<HistoryEntry>>, 
/**
 * Writes the board of the 清单事项 as Excel.
 */
export_list_board: Command<ExportListBoard, Written>, 
/**
 * Table 3 of the government form for a calendar year.
 */
government_form: Command<OfYear, GovernmentForm>, 
/**
 * Every department's scorecard of a period.
 */
scorecards: Command<Period, Scorecards>, 
/**
 * One page of the records behind a number of a scorecard.
 */
score_records: Command<ScoreRecordsRequest, ScoreRecords>, 
/**
 * Writes the scorecards of a period as Excel: a table of all, and a sheet to print of each.
 */
export_scorecards: Command<ExportScorecards, Written>, 
/**
 * A department with its people, and what came of its duties in a period.
 */
department: Command<DepartmentInPeriod, DepartmentView>, 
/**
 * Puts a department's people and duties in the place of the old ones.
 */
set_department: Command<Department, DepartmentSaved>, 
/**
 * Who changed what of a department's people and duties and when.
 */
department_history: Command<TermById, Array<HistoryEntry>>, 
/**
 * Everybody who may act, then those who no longer do.
 */
persons: Command<Nothing, Array<Person>>, 
/**
 * Adds a person who may act.
 */
add_person: Command<AddPerson, PersonSaved>, 
/**
 * Renames a person, moves them to another department, or says that they are no longer there.
 */
edit_person: Command<Person, PersonSaved>, 
/**
 * Who acts today.
 */
acting: Command<Nothing, Acting>, 
/**
 * Says who acts today.
 */
act_as: Command<ActAs, Acting>, 
/**
 * Proves the register in hand, or the one in a folder, against its change log.
 */
verify: Command<VerifyRequest, Verification>, 
/**
 * Copies the register in hand and proves the copy.
 */
backup: Command<BackupRequest, BackupMade>, 
/**
 * Puts a backup in a register's place and opens it.
 */
restore: Command<RestoreRequest, RegisterInfo>, 
/**
 * Today's log, and what in a period wants attention.
 */
overview: Command<Period, Overview>, 
/**
 * One page of a thing's records, filtered and sorted.
 */
list_records: Command<ListRequest, RecordList>, 
/**
 * What would be said of a record before it is saved.
 */
check_record: Command<CheckRecord, RecordCheck>, 
/**
 * What a line says that was typed for quick entry.
 */
read_quick: Command<ReadQuick, QuickReading>, 
/**
 * What rows say that were copied from a spreadsheet.
 */
read_rows: Command<ReadRows, RowsRead>, 
/**
 * What is counted by the day, and its counts.
 */
day_counters: Command<OfDay, Array<DayCounter>>, 
/**
 * Sets what is counted by the day; by use where nothing is set.
 */
set_counters: Command<SetCounters, Nothing>, 
/**
 * Adds to the day's count of a channel, or takes from it.
 */
count_one: Command<CountOne, Saved>, 
/**
 * Logs a record.
 */
log_record: Command<LogRecord, Saved>, 
/**
 * Logs the rows that a form would save, in one transaction.
 */
log_records: Command<LogRecords, RowsLogged>, 
/**
 * The record logged last in a register, to be repeated; null where there is none.
 */
last_logged: Command<OfThing, RecordView | null>, 
/**
 * Puts new values in a record's place.
 */
edit_record: Command<EditRecord, Saved>, 
/**
 * 作废, with a reason.
 */
withdraw_record: Command<WithdrawRecord, RecordView>, 
/**
 * 作废 of several records, all or none.
 */
withdraw_records: Command<WithdrawRecords, Nothing>, 
/**
 * One record.
 */
record: Command<ById, RecordView>, 
/**
 * Who changed what of a record and when.
 */
history: Command<ById, Array<HistoryEntry>>, 
/**
 * Keeps a file with a record.
 */
attach_evidence: Command<AttachEvidence, EvidenceAdded>, 
/**
 * Whether a file could be kept as evidence.
 */
evidence_candidate: Command<DocumentRequest, EvidenceCandidate>, 
/**
 * The files of a record, withdrawn ones included.
 */
evidence: Command<OfRecord, Array<Evidence>>, 
/**
 * Withdraws a file from a record, with a reason.
 */
detach_evidence: Command<DetachEvidence, Array<Evidence>>, 
/**
 * A copy of a file under its own name, to be opened.
 */
evidence_file: Command<EvidenceOf, EvidenceFile>, 
/**
 * How large a file of evidence may be.
 */
evidence_limit: Command<Nothing, EvidenceLimit>, 
/**
 * Sets how large a file of evidence may be.
 */
set_evidence_limit: Command<SetEvidenceLimit, EvidenceLimit>, 
/**
 * What a document that was dropped says of itself, to fill a form with.
 */
document_facts: Command<DocumentRequest, DocumentFacts>, 
/**
 * What a record and its files hold that must not go out.
 */
scan_record: Command<ById, ScanAnswer>, 
/**
 * Keeps what a reviewer decided of a finding.
 */
decide_scan: Command<DecideScan, Decided>, 
/**
 * The questions of the secrecy review.
 */
secrecy_questions: Command<Nothing, Questions>, 
/**
 * Puts other questions in their place.
 */
set_secrecy_questions: Command<Questions, Questions>, 
/**
 * The secrecy review of a publication, and whether it still fits it.
 */
secrecy_review: Command<OfRecord, ReviewStanding>, 
/**
 * Keeps the secrecy review of a publication, and sets its term by it.
 */
set_secrecy_review: Command<SetSecrecyReview, ReviewStanding>, 
/**
 * Every figure of a period: with how much it counts a record, or why it does not.
 */
figures_of_record: Command<FiguresOfRecord, Array<FigureOfRecord>>, 
/**
 * A short step of reading all texts, so that the first search need not wait for it.
 */
prepare_search: Command<Nothing, SearchReadiness>, 
/**
 * The newest records whose texts hold the words, and how many there are in all.
 */
search: Command<SearchRequest, SearchAnswer>, 
/**
 * What an import would make of a workbook: its sheets and columns as recognised.
 */
inspect_workbook: Command<InspectWorkbook, Inspection>, 
/**
 * Imports a workbook as one batch, or shows what would come of it.
 */
import: Command<ImportRequest, ImportAnswer>, 
/**
 * Writes the rows that an import refuses as a workbook, to be mended.
 */
export_refused: Command<ExportRefused, Written>, 
/**
 * Writes an empty ledger for the departments.
 */
blank_ledger: Command<WriteTo, Written>, 
/**
 * One page of the refused rows that nobody has dealt with.
 */
leftovers: Command<LeftoversRequest, LeftoverList>, 
/**
 * One of them; null where it was dealt with.
 */
leftover: Command<LeftoverById, Leftover | null>, 
/**
 * Leaves refused rows out for good.
 */
settle_leftovers: Command<SettleLeftovers, Nothing>, 
/**
 * Leaves all refused rows of an import out for good that nobody has dealt with.
 */
leave_out_leftovers: Command<ById, Nothing>, 
/**
 * Takes an import back whole.
 */
undo_import: Command<ById, Batch>, 
/**
 * All imports, newest first.
 */
batches: Command<Nothing, Array<Batch>>, 
/**
 * Every figure in a period.
 */
figures: Command<Period, Array<Figure>>, 
/**
 * The records behind a figure, or behind one part of it.
 */
figure_rows: Command<FigureRowsRequest, FigureRows>, 
/**
 * A figure month by month.
 */
figure_months: Command<FigureRequest, Array<MonthCount>>, 
/**
 * Every figure month by month, and a year before.
 */
figure_trends: Command<Period, Array<FigureTrend>>, 
/**
 * A figure by month, channel, department …
 */
breakdown: Command<BreakdownRequest, Breakdown>, 
/**
 * The definitions of all figures.
 */
definitions: Command<Nothing, Array<Definition>>, 
/**
 * The definitions that came with the program.
 */
shipped_definitions: Command<Nothing, Array<Definition>>, 
/**
 * Adds a definition of the school's own, or puts a new one in its place; a shipped one is not changed.
 */
define_figure: Command<Definition, Nothing>, 
/**
 * A figure of the school's own that begins as another is.
 */
copy_figure: Command<CopyFigure, Definition>, 
/**
 * Removes a figure of the school's own that nothing names.
 */
remove_figure: Command<ById, Nothing>, 
/**
 * Sets the order of the figures.
 */
order_figures: Command<OrderFigures, Array<Definition>>, 
/**
 * What would come of a definition: its number, its records, what is still wrong.
 */
try_figure: Command<TryFigure, Trial>, 
/**
 * Declares a number of a figure for a period with its source, or takes it back.
 */
declare_figure: Command<DeclareFigure, Figure>, 
/**
 * What the cross-checks of a period come to.
 */
cross_checks: Command<Period, Array<CrossCheck>>, 
/**
 * One page of the records behind a line of the cross-checks.
 */
cross_check_records: Command<CheckRecordsRequest, CheckRecords>, 
/**
 * Accepts a line of the cross-checks that does not hold, with a reason, or takes that back.
 */
accept_check: Command<AcceptCheck, CrossCheck>, 
/**
 * Who accepted a line of the cross-checks of a period and took that back.
 */
acceptances: Command<AcceptanceOf, Array<HistoryEntry>>, 
/**
 * The definitions of the cross-checks.
 */
check_definitions: Command<Nothing, Array<CheckDefinition>>, 
/**
 * Puts cross-checks in the place of the register's; those that ship where none are given.
 */
set_check_definitions: Command<SetCheckDefinitions, Array<CheckDefinition>>, 
/**
 * Writes figures, wording and the words that they name as a file for other schools.
 */
export_template: Command<ExportTemplate, TemplateExported>, 
/**
 * What a template file would bring, and what is wrong in it.
 */
inspect_template: Command<InspectTemplate, TemplateInspection>, 
/**
 * Puts a template file in the place of the register's template.
 */
import_template: Command<ImportTemplate, TemplateImported>, 
/**
 * The wording of the annual report.
 */
wording: Command<Nothing, Wording>, 
/**
 * The wording that a new register begins with.
 */
shipped_wording: Command<Nothing, Wording>, 
/**
 * Puts new wording in the place of the old.
 */
set_wording: Command<Wording, Nothing>, 
/**
 * Holds a finished document against the figures of a period.
 */
proof: Command<ProofRequest, Proof>, 
/**
 * The annual report as a document.
 */
report: Command<ReportRequest, Document>, 
/**
 * Writes the annual report as Word, its statistics as Excel, or both.
 */
export_report: Command<ExportReport, ReportFiles>, 
/**
 * Archives the annual report of a period as it stands.
 */
archive_report: Command<ArchiveReport, ArchivedReport>, 
/**
 * Every archived report, the newest first.
 */
archived_reports: Command<Nothing, Array<ArchivedReport>>, 
/**
 * An archived report as it was filed.
 */
archived_report: Command<ById, ArchivedView>, 
/**
 * One page of the records behind a figure of an archived report, as they were.
 */
archived_rows: Command<ArchivedRowsRequest, FigureRows>, 
/**
 * Writes the files of an archived report again, byte for byte.
 */
export_archived: Command<ExportArchived, ReportFiles>, 
/**
 * What was filed against what it comes to now, and why.
 */
archive_changes: Command<ById, ArchiveChanges>, 
/**
 * Writes that as Excel.
 */
export_archive_changes: Command<ExportArchiveChanges, Written>, };

export type Conclusion = "public" | "withheld";

/**
 * Which figure is copied, and as what; without an id of its own the copy gets one.
 */
export type CopyFigure = { id: string, new_id?: string, label: string, };

export type CorrectedCell = { column: string, before: string, after: string, };

/**
 * A cell as it shall be read.
 */
export type Correction = { sheet: string, 
/**
 * The workbook's own row number.
 */
row: number, 
/**
 * The column by its own heading.
 */
column: string, value: string, };

/**
 * What was done to a record since.
 */
export type CorrectionMade = { at: string, by: string, operation: string, 
/**
 * As the log knows it; of an import and its undoing the batch.
 */
reason: string | null, };

export type CountOne = { channel: number, unit: number, matter?: number, day: string, 
/**
 * How many more; below zero takes back.
 */
by: number, 
/**
 * Why the count of an archived day is corrected.
 */
reason?: string, };

export type Counted = { thing: Thing, 
/**
 * Its field of a date.
 */
date: string, };

/**
 * One line of what the checks of a period come to.
 */
export type CrossCheck = { 
/**
 * The check, and after a stroke the figure where it has a line for each: `year_before/web`.
 */
id: string, label: string, 
/**
 * The regulation that it rests on.
 */
basis: string | null, outcome: Outcome, sentence: string, 
/**
 * The figures that it speaks of.
 */
figures: Array<string>, 
/**
 * How many records are behind what does not fit.
 */
records: number, 
/**
 * What a person accepted of it; nothing where it passes.
 */
accepted: AcceptedCheck | null, };

/**
 * A channel that is counted by the day, or one matter of it.
 */
export type DayCounter = { channel: number, matter: number | null, 
/**
 * 电话, or 电话·招生咨询.
 */
name: string, 
/**
 * The unit to count on in: 人次.
 */
unit: number, 
/**
 * All that the day's counts come to in that unit; of a channel, matters with a key of their own aside.
 */
count: number, };

/**
 * Why a day counts, and as which, or why it does not.
 */
export type DayMark = { "type": "counted", number: number, } | { "type": "make_up", number: number, name: string, } | { "type": "receipt" } | { "type": "weekend" } | { "type": "holiday", name: string, } | { "type": "clarification" } | { "type": "third_party" };

/**
 * The last day of a term.
 */
export type Deadline = { day: string, 
/**
 * It touches a year without a table, and may move once there is one.
 */
provisional: boolean, };

/**
 * A term of so many working days after a day.
 */
export type DeadlineRequest = { from: string, days: number, };

export type DecideScan = { record: string, 
/**
 * The digest of the finding.
 */
finding: string, decision: Decision, reason: string, };

/**
 * A decision as it is kept and logged; never with the number itself.
 */
export type Decided = { kind: SensitiveKind, masked: string, place: FindingPlace, decision: Decision, reason: string, at: string, by: string, };

export type Decision = "public" | "masked" | "withheld";

export type DeclareFigure = { figure: string, from: string, to: string, 
/**
 * `null` takes it back.
 */
value: number | null, 
/**
 * Where the number is from.
 */
source?: string, 
/**
 * Why it is taken back.
 */
reason?: string, };

/**
 * What is declared of a figure for a period, beside what is counted.
 */
export type Declared = { value: number, 
/**
 * As the report would print it.
 */
display: string, source: string, at: string, by: string, 
/**
 * Whether it is what is counted; so is always what is filled in by hand.
 */
agrees: boolean, };

/**
 * What a figure counts, from which records, and how it is printed.
 */
export type Definition = { id: string, label: string, unit: string, counts: Subject, 
/**
 * The date field that decides whether a record lies in the period, both ends included; empty where nothing is
 * counted.
 */
date: string, 
/**
 * All must hold. Withdrawn records never count.
 */
where: Array<Filter>, measure: Measure, rounding?: Rounding, 
/**
 * The wording for none, such as 无.
 */
zero?: string, 
/**
 * Whether it came with the program and cannot be changed, only copied; in a request nothing follows from it.
 */
shipped?: boolean, };

/**
 * What is known of a department beside its word; also what the change log keeps of it.
 */
export type Department = { 
/**
 * Its term.
 */
department: number, 
/**
 * 第一责任人
 */
head: string, 
/**
 * 信息员
 */
officer: string, telephone: string, 
/**
 * The 清单事项 that it must publish: terms, each once.
 */
duties: Array<number>, };

export type DepartmentInPeriod = { id: number, from: string, to: string, };

export type DepartmentSaved = { department: Department, warnings: Array<FieldFault>, };

/**
 * A department with what came of its duties in a period.
 */
export type DepartmentView = { department: Department, name: string, duties: Array<DutyDone>, 
/**
 * Its requests, replies and problems that are past their due date today, whatever the period.
 */
overdue: Array<Due>, 
/**
 * Its persons who may act.
 */
persons: Array<Person>, };

export type DetachEvidence = { record: string, sha256: string, reason: string, };

/**
 * The vocabularies. Their terms are data of the register; see [`Term`].
 */
export type Dimension = "channel" | "kind" | "carrier" | "audience" | "department" | "secrecy_review" | "meeting_kind" | "reply_channel" | "reply_source" | "reply_matter" | "unit" | "evaluation_method" | "applicant_class" | "request_mode" | "outcome" | "answer_form" | "third_party_opinion" | "refusal_ground" | "gov_outcome" | "case_kind" | "satisfaction" | "case_stage" | "case_conclusion" | "problem_source" | "regulation_change" | "list_item";

/**
 * A vocabulary as a screen needs to know it.
 */
export type DimensionInfo = { dimension: Dimension, label: string, label_en: string, 
/**
 * Whether its terms stand in a tree.
 */
tree: boolean, };

/**
 * A report, ready to be laid out.
 */
export type Document = { 
/**
 * One line or several, with `\n` between them.
 */
title: string, 
/**
 * Where the title's wording stands in the template.
 */
title_lines: Lines, 
/**
 * Empty where none is named; the full-width colon after it is the layout's.
 */
addressee: string, institution: string, period: Period, 
/**
 * The day that the report bears.
 */
date: string, blocks: Array<Block>, 
/**
 * Where each block's wording stands in the template, block by block.
 */
lines: Array<Lines>, };

/**
 * What was found; empty where the document does not say.
 */
export type DocumentFacts = { title: string | null, 
/**
 * 发文字号: 机关代字〔年〕序号号.
 */
doc_number: string | null, 
/**
 * 成文日期.
 */
date: string | null, 
/**
 * The text, a line a paragraph; its beginning where it is long.
 */
text: string, };

export type DocumentRequest = { path: string, };

/**
 * One entry of the change log, as a clerk would tell of it.
 */
export type Done = { seq: number, 
/**
 * Local time, `2023-11-20T09:30:00`.
 */
at: string, who: string, operation: string, thing: Thing | null, 
/**
 * The record, where it was one.
 */
record: string | null, 
/**
 * The record's title, the file of an import, the name of a term.
 */
title: string, 
/**
 * How many records it touched.
 */
records: number, };

/**
 * A definition as it is picked, part by part; what is not picked yet is empty.
 */
export type Draft = { id: string, label: string, unit: string, counts: Subject | null, date: string, where: Array<Filter>, measure: Measure | null, rounding?: Rounding, zero?: string, 
/**
 * As a definition says it; nothing follows from it.
 */
shipped?: boolean, };

/**
 * One record that something is to be done about by a day.
 */
export type Due = { thing: Thing, 
/**
 * The record.
 */
id: string, title: string, 
/**
 * Its own day: received, found, opened, posted.
 */
since: string, 
/**
 * The department's term.
 */
department: number | null, standing: DueStanding, 
/**
 * None while a clarification or a third party's opinion is waited for.
 */
due: string | null, 
/**
 * The working days touch a year whose holidays are not known yet.
 */
provisional: boolean, 
/**
 * Working days that are left after today; below zero, how many have passed since.
 */
left: number, };

export type DueRequest = { 
/**
 * Only of this thing; without it of all.
 */
thing?: Thing, };

/**
 * How urgent it is, the most urgent first.
 */
export type DueStanding = "overdue" | "due_today" | "due_soon" | "ended" | "running" | "clarifying" | "asking_third_party";

/**
 * A row that repeats another.
 */
export type Duplicate = { row: number, of: Original, };

export type DutyDone = { item: number, 
/**
 * As the board has it; none where it is not on the board: retired, or no item.
 */
state: ItemState | null, 
/**
 * What the department itself published under it, and under what is below it, in the period.
 */
publications: number, };

export type EditRecord = { id: string, values: Record<string, Value>, 
/**
 * Needed where an archived report counts it.
 */
reason?: string, };

export type EditTerm = { id: number, edit: TermEdit, };

export type EditedRecord = { id: string, thing: Thing, title: string, corrections: Array<CorrectionMade>, };

export type Every = "year" | "term" | "quarter" | "month" | "standing";

/**
 * One file of a record.
 */
export type Evidence = { name: string, 
/**
 * In bytes.
 */
size: number, sha256: string, added_at: string, by: string, kind: EvidenceKind, 
/**
 * Whether the file lies in the register's folder in its whole length; `verify` reads it through.
 */
there: boolean, 
/**
 * The reason, where it was withdrawn.
 */
withdrawn: string | null, };

/**
 * What came of attaching a file.
 */
export type EvidenceAdded = { evidence: Evidence, 
/**
 * The record kept the same content before: nothing was changed.
 */
already: boolean, 
/**
 * Other records that keep the same content, which is stored once.
 */
also_in: Array<string>, 
/**
 * The name that the file had, where it could not be kept so.
 */
renamed_from: string | null, };

/**
 * A file that may be kept with a record.
 */
export type EvidenceCandidate = { name: string, 
/**
 * In bytes.
 */
size: number, };

/**
 * The copy of a file that may be opened.
 */
export type EvidenceFile = { path: string, name: string, };

/**
 * What a file is by its ending, for its picture in a list.
 */
export type EvidenceKind = "picture" | "pdf" | "document" | "sheet" | "text" | "other";

/**
 * How large a file of evidence may be.
 */
export type EvidenceLimit = { 
/**
 * In MB of 1,000,000 bytes.
 */
megabytes: number, };

export type EvidenceOf = { record: string, sha256: string, };

export type ExportArchiveChanges = { id: string, to: string, };

export type ExportArchived = { id: string, docx?: string, xlsx?: string, };

export type ExportListBoard = { from: string, to: string, file: string, };

export type ExportRefused = { import: ImportRequest, 
/**
 * The .xlsx to write.
 */
to: string, };

export type ExportReport = { report: ReportRequest, docx?: string, xlsx?: string, };

export type ExportScorecards = { from: string, to: string, xlsx: string, 
/**
 * Whether the head of each form names 第一责任人 and 信息员.
 */
names: boolean, };

export type ExportTemplate = { to: string, name: string, note?: string, };

export type Extension = "none" | "granted" | "not_allowed" | "too_late";

/**
 * Why a value cannot be taken, or what should be known of it though it was taken.
 */
export type FaultCode = "required_missing" | "date_impossible" | "date_unreadable" | "date_incomplete" | "date_year_unknown" | "date_out_of_range" | "number_unreadable" | "number_negative" | "number_fraction" | "money_fraction" | "number_too_large" | "flag_unreadable" | "text_too_long" | "cell_error" | "formula_without_value" | "more_than_whole" | "term_unknown" | "unit_contradicts" | "second_table" | "satisfied_in_degrees" | "digits_lost" | "term_retired" | "day_outside_year" | "day_repeated" | "day_kind_unreadable" | "make_up_on_weekday" | "ground_missing" | "word_unclear" | "word_unknown" | "several_names" | "several_days" | "thing_unclear" | "record_unknown" | "left_unread" | "public_without_channel" | "undated" | "published_before_made" | "answered_before_received" | "earlier_than" | "period_too_short" | "also_needed" | "case_file_left" | "correction_unnamed" | "invisible_removed" | "looks_like_formula" | "repeated_row" | "total_row" | "header_repeated" | "merged_cell" | "sheet_hidden" | "sheet_unrecognized" | "column_unrecognized" | "status_unknown" | "estimate_marked" | "withdrawn_without_reason" | "withdrawn_in_text" | "date_unlikely" | "several_terms" | "term_taken" | "term_near" | "cell_corrected" | "identity_number_found" | "mobile_number_found" | "bank_card_found" | "email_found" | "withheld_yet_public" | "unreviewed_yet_public" | "withheld_yet_dated" | "correction_reason_needed" | "period_archived";

/**
 * One field of a thing.
 */
export type Field = { 
/**
 * The identifier: SQL column, JSON key.
 */
key: string, 
/**
 * The Chinese term, as a heading would have it.
 */
label: string, 
/**
 * The same in English.
 */
label_en: string, kind: Kind, required: boolean, };

/**
 * A fault of one field of a form, told in either language.
 */
export type FieldFault = { 
/**
 * The field's key.
 */
field: string, code: FaultCode, zh: string, en: string, };

/**
 * A figure: what a definition comes to in a period.
 */
export type Figure = { id: string, label: string, unit: string, 
/**
 * Nothing where nothing can be said, such as a share of no answers at all.
 */
value: number | null, 
/**
 * As the report prints it: 706条, 23600余人次, 无.
 */
display: string, 
/**
 * How many records are behind it.
 */
rows: number, 
/**
 * How many of them are estimates.
 */
estimates: number, 
/**
 * The definition in words.
 */
meaning: string, 
/**
 * Words of the definition that the vocabulary does not have; they match nothing.
 */
unknown: Array<string>, 
/**
 * Whether it is filled in by hand (手工填报): nothing is counted, and there are no records behind it.
 */
by_hand: boolean, 
/**
 * What was declared for this very period (上报数); of what is filled in by hand, its number with its source.
 */
declared: Declared | null, };

export type FigureBecomes = "new" | "changed" | "same" | "gone";

export type FigureChange = { figure: string, label: string, unit: string, filed: FigureShown, 
/**
 * By the definition as it was filed, its words as they are called now.
 */
now: FigureShown, 
/**
 * The records that make the difference.
 */
records: Array<RecordChange>, };

/**
 * How a figure stands to a record: with how much it counts it, or the one sentence why it does not.
 */
export type FigureOfRecord = { figure: string, label: string, unit: string, 
/**
 * Whether it counts records of this register at all.
 */
of_register: boolean, 
/**
 * With how much it counts the record; of a ratio, with its part.
 */
quantity: number | null, 
/**
 * Why it does not; never empty.
 */
why_not: string | null, };

/**
 * One record behind a figure. The quantities add up to the value, ratios aside.
 */
export type FigureRecord = { id: string, thing: Thing, title: string, date: string, quantity: number, };

export type FigureRequest = { figure: string, from: string, to: string, };

/**
 * The records behind a figure.
 */
export type FigureRows = { figure: string, value: number | null, 
/**
 * How many there are; `records` may be one page of them.
 */
total: number, records: Array<FigureRecord>, };

export type FigureRowsRequest = { figure: string, from: string, to: string, 
/**
 * One part of the figure alone.
 */
part?: PartOf, offset?: number, limit?: number, };

export type FigureShown = { value: number | null, display: string, };

/**
 * A figure's course through a period, and what it was in the same period of the year before.
 */
export type FigureTrend = { figure: string, 
/**
 * Each month of the period, those without any too; empty for a ratio and for what is filled in by hand.
 */
months: Array<MonthCount>, last_year: number | null, last_year_display: string, 
/**
 * How many records were behind it a year before.
 */
last_year_rows: number, };

export type FiguresOfRecord = { id: string, from: string, to: string, };

/**
 * A field of the vocabulary, or a flag, and the words it may hold. A term stands for all below it.
 */
export type Filter = { field: string, any: Array<string>, };

/**
 * `null` is an empty field; of a date, `true` is one that is filled in.
 */
export type FilterValue = boolean | number | null;

export type FindingPlace = { "in": "field", field: string, from: number, to: number, } | { "in": "attachment", sha256: string, name: string, spot: Spot, 
/**
 * Struck out in revision: not seen on the page, and yet in the file.
 */
deleted: boolean, };

/**
 * A number and the requests behind it.
 */
export type FormCell = { count: number, records: Array<string>, };

/**
 * One identity of the form.
 */
export type FormCheck = { rule: FormRule, ok: boolean, 
/**
 * One for each column, or each row, in their order.
 */
sums: Array<FormSum>, };

/**
 * What a request lacks that the form asks for.
 */
export type FormGap = { record: string, title: string, lacks: FormLack, };

export type FormLack = "applicant_class" | "outcome" | "refusal_ground" | "replied_on";

export type FormRow = { no: string, label: string, 
/**
 * One for each column.
 */
cells: Array<FormCell>, };

export type FormRule = "received_is_handled_or_carried_out" | "outcomes_add_up" | "classes_add_up" | "carried_in_was_carried_out";

export type FormSum = { 
/**
 * The heading of the column, or the number of the row.
 */
of: string, left: number, right: number, ok: boolean, };

/**
 * The table, filled in.
 */
export type GovernmentForm = { year: number, 
/**
 * The headings of the columns: six classes of applicants, then 总计.
 */
columns: Array<string>, rows: Array<FormRow>, checks: Array<FormCheck>, 
/**
 * What the register does not say of requests that are counted, and as what they count all the same.
 */
gaps: Array<FormGap>, };

/**
 * In working days; what passes over a weekend is none.
 */
export type Handled = { 
/**
 * From the day on which it came in, which never counts; times in which the clock stood do not either.
 */
took: number, 
/**
 * Whether it was done after its due date; in time also where no day was set.
 */
late: boolean, 
/**
 * How many days after that.
 */
over: number, };

/**
 * Records of one thing.
 */
export type Held = { thing: Thing, 
/**
 * Of replies the single ones: a day's counts are told beside them, never with them.
 */
records: number, day_counts: number, };

/**
 * One entry of a record's history.
 */
export type HistoryEntry = { seq: number, at: string, who: string, operation: string, 
/**
 * Why, where somebody said so.
 */
reason?: string, part: HistoryPart, 
/**
 * Filled fields before and after; nothing where the record was not there.
 */
before: Record<string, Value> | null, after: Record<string, Value> | null, };

/**
 * What an entry of a record's history changed: the record itself, or what is kept under its name.
 */
export type HistoryPart = "record" | "evidence" | "decision" | "review";

export type Hit = { id: string, thing: Thing, title: string, 
/**
 * Empty where the record is undated.
 */
date: string | null, 
/**
 * The reason, where the record is 作废.
 */
withdrawn: string | null, };

/**
 * What came of an import, or would.
 */
export type ImportAnswer = { 
/**
 * Empty after a dry run, or where nothing was accepted.
 */
batch: string | null, 
/**
 * Words that the vocabulary lacked and got.
 */
new_terms: Array<NewTerm>, 
/**
 * Case files that were made of replies about disclosure work.
 */
case_files: number, sheets: Array<SheetVerdict>, };

/**
 * Which workbook, and how.
 */
export type ImportRequest = { workbook: string, 
/**
 * Shows what would come of it, and changes nothing.
 */
dry_run?: boolean, 
/**
 * Refuses rows with words that the vocabulary lacks, instead of adding the words.
 */
strict?: boolean, 
/**
 * How sheets and columns are to be read, where recognition fell short. Remembered.
 */
mapping?: Mapping, 
/**
 * Cells that were put right in the window.
 */
corrections?: Array<Correction>, };

export type ImportTemplate = { path: string, 
/**
 * Where the template in force is written first, as a file that brings its figures and wording back.
 */
keep?: string, };

export type InspectTemplate = { path: string, };

export type InspectWorkbook = { workbook: string, 
/**
 * Sheets that are to be read otherwise than recognised.
 */
mapping?: Mapping, };

/**
 * A workbook as recognised.
 */
export type Inspection = { file: string, sheets: Array<SheetInspection>, };

export type ItemState = "published" | "stale" | "missing" | "not_applicable";

/**
 * A file as it is kept.
 */
export type KeptFile = { sha256: string, size: number, };

/**
 * How the values of a field are written, checked and compared.
 */
export type Kind = { "type": "text", max: number, } | { "type": "date" } | { "type": "count" } | { "type": "money" } | { "type": "flag" } | { "type": "term", dimension: Dimension, } | { "type": "channels" } | { "type": "link", to: Thing, };

/**
 * When a register was last backed up.
 */
export type LastBackup = { 
/**
 * Local time, `2023-11-20T09:30:00`.
 */
at: string, path: string, 
/**
 * Whether the copy passed every check.
 */
verified: boolean, };

/**
 * What a department is late with; at least one thing.
 */
export type LateDepartment = { 
/**
 * Its term.
 */
department: number, name: string, 
/**
 * Items of the period that appeared past the limit.
 */
publications: number, 
/**
 * Items that are meant for the public and not published, made longer ago than the limit by the period's end.
 */
unpublished: number, 
/**
 * Requests, replies and problems that are past their due date today, whatever the period.
 */
matters: number, 
/**
 * 清单事项 that it must publish, stale or missing on the period's board.
 */
duties: number, 
/**
 * The earliest day by which any of it was due; none where only missing items have none.
 */
since: string | null, };

/**
 * A refused row that waits.
 */
export type Leftover = { id: number, batch: string, file: string, sheet: string, 
/**
 * The workbook's own row number.
 */
row: number, thing: Thing, 
/**
 * What could be read of it, to begin a form with.
 */
values: Record<string, Value>, 
/**
 * The row as it was written.
 */
cells: Array<CellText>, 
/**
 * Why it was refused.
 */
faults: Array<AlsoRefused>, };

/**
 * An import of which rows wait.
 */
export type LeftoverBatch = { batch: string, file: string, rows: number, };

export type LeftoverById = { id: number, };

/**
 * One page of the refused rows that wait, the newest import first.
 */
export type LeftoverList = { 
/**
 * How many there are; `rows` is one page of them.
 */
total: number, 
/**
 * The imports that they are of, the newest first.
 */
batches: Array<LeftoverBatch>, rows: Array<Leftover>, };

/**
 * Which page of them.
 */
export type LeftoversRequest = { offset?: number, limit: number, };

export type Likeness = "same_in_every_field" | "same_doc_number" | "same_title" | "title_within";

/**
 * A day by which something is to be done, as it stands today.
 */
export type Limit = { standing: DueStanding, 
/**
 * None while a clarification or a third party's opinion is waited for.
 */
due: string | null, 
/**
 * The working days touch a year whose holidays are not known yet.
 */
provisional: boolean, 
/**
 * Working days that are left after today; below zero, how many have passed since.
 */
left: number, };

/**
 * Lines of a template, counted from 1, both included.
 */
export type Lines = { first: number, last: number, };

/**
 * The board of a period as it stands on a day.
 */
export type ListBoard = { 
/**
 * The year that decisions are made for.
 */
year: number, 
/**
 * The day on which the states hold: the last of the period, or today while it runs.
 */
as_of: string, tally: Tally, categories: Array<BoardCategory>, };

/**
 * A decision as it is kept and logged.
 */
export type ListDecision = { year: number, 
/**
 * None where it was taken back.
 */
reason: string | null, at: string, by: string, };

/**
 * A field and what it may hold. A term stands for all below it.
 */
export type ListFilter = { field: string, any: Array<FilterValue>, };

/**
 * Which records, in which order, from where on. Those of imports taken back are in no list.
 */
export type ListRequest = { thing: Thing, 
/**
 * Only records dated in it; without one all, undated ones too.
 */
period?: Period, 
/**
 * Words, with blanks between them, that all must stand in the texts of a record; see `SearchRequest`.
 */
text?: string, 
/**
 * Only these; without it all.
 */
ids?: Array<string>, 
/**
 * All must hold.
 */
filters?: Array<ListFilter>, standing?: Standing, 
/**
 * The newest first where nothing else is asked for.
 */
sort?: Sort, offset?: number, limit: number, 
/**
 * A flag by which the records are told apart: how many there are of each, were they not filtered by it.
 */
split_by?: string, };

export type ListedRecord = { id: string, 
/**
 * What it is known by, also where its title field is empty.
 */
title: string, values: Record<string, Value>, 
/**
 * The reason, where the record is 作废.
 */
withdrawn: string | null, 
/**
 * By fields that name another record: the title of that record.
 */
named: Record<string, string>, 
/**
 * Whether a publication in force corrects it.
 */
corrected: boolean, 
/**
 * How it stands by its days; nothing of what counts nowhere.
 */
clock: RecordClock | null, };

export type LogRecord = { thing: Thing, values: Record<string, Value>, 
/**
 * The refused row of an import that it was entered for, which is dealt with by it.
 */
leftover?: number, 
/**
 * Needed where an archived report counts it.
 */
reason?: string, };

export type LogRecords = { thing: Thing, rows: Record<string, Value>[], 
/**
 * Needed where an archived report counts any of them.
 */
reason?: string, };

/**
 * How the sheets of a workbook are to be read. Sheets that it does not name are read as recognised.
 */
export type Mapping = { sheets: Array<SheetMapping>, };

export type Measure = { "type": "records" } | { "type": "sum", field: string, } | { "type": "ratio", part: string, whole: string, } | { "type": "declared" };

export type MergeTerms = { id: number, into: number, };

/**
 * What a figure came to in one month.
 */
export type MonthCount = { 
/**
 * `YYYY-MM`
 */
month: string, quantity: number, };

/**
 * A period with a name, such as 2023年度 or 2022—2023学年. The first of them is the one that a window begins with.
 */
export type NamedPeriod = { name: string, from: string, to: string, };

/**
 * A record and what it is known by.
 */
export type NamedRecord = { id: string, thing: Thing, title: string, };

/**
 * A record that names another.
 */
export type NamingRecord = { 
/**
 * Its field that does.
 */
field: string, record: NamedRecord, date: string | null, };

export type NewRegister = { folder: string, institution: string, };

export type NewTerm = { dimension: Dimension, name: string, 
/**
 * Words that it may mean, and that were there.
 */
near?: Array<string>, };

export type Nothing = Record<symbol, never>;

export type OfDay = { day: string, };

export type OfDimension = { dimension: Dimension, };

export type OfRecord = { record: string, };

export type OfThing = { thing: Thing, };

export type OfYear = { year: number, };

export type OpenRegister = { folder: string, };

/**
 * Figures in the order in which they are to stand; the others follow.
 */
export type OrderFigures = { ids: Array<string>, };

/**
 * The row of a workbook from which a record came.
 */
export type OriginView = { batch: string, file: string, sheet: string, 
/**
 * The workbook's own row number.
 */
row: number, imported_at: string, 
/**
 * Cells that were put right in the window before they were read.
 */
corrected: Array<CorrectedCell>, };

/**
 * The first of its kind: a row of the same sheet, a row of the sheet that it names, or a record.
 */
export type Original = { row?: number, sheet?: string, 
/**
 * A record that was there before.
 */
record?: string, };

export type Outcome = "pass" | "fail" | "cannot_tell";

/**
 * The row of the government form that an outcome counts in, where the record names none.
 */
export type OutcomeProposal = { 
/**
 * Terms: the outcome, on this ground where it is a refusal.
 */
outcome: number, refusal_ground: number | null, 
/**
 * Whether a clarification was given, which tells what stayed unclear from what was given up.
 */
clarified: boolean, gov_outcome: number, };

export type Overview = { 
/**
 * What each register holds of the period, in force.
 */
held: Array<Held>, 
/**
 * What was done today, the newest first; at most 50.
 */
today: Array<Done>, 
/**
 * Records logged today, those of imports not taken back among them.
 */
logged_today: number, 
/**
 * What is due, the most urgent first, whatever the period; at most 10.
 */
urgent: Array<Due>, 
/**
 * How much is due in all.
 */
due: number, 
/**
 * What wants attention; only what there is.
 */
attention: Array<Attention>, 
/**
 * The departments that are late, those with most first.
 */
late: Array<LateDepartment>, };

export type Part = { key: string, 
/**
 * Empty where the field is.
 */
label: string, quantity: number, records: number, };

/**
 * One part of a figure: of its breakdown by `by`, the one with this key.
 */
export type PartOf = { 
/**
 * `month`, or a field that holds terms.
 */
by: string, 
/**
 * `YYYY-MM`, or a term's number; empty for records where the field is empty.
 */
key: string, };

/**
 * From one day to another, both included.
 */
export type Period = { from: string, to: string, };

/**
 * A person of the office.
 */
export type Person = { id: number, name: string, 
/**
 * The department's term.
 */
department: number | null, 
/**
 * Still there, and offered when it is asked who acts.
 */
active: boolean, };

export type PersonSaved = { person: Person, warnings: Array<FieldFault>, };

/**
 * A fault of one part of a definition, told in either language.
 */
export type PickFault = { 
/**
 * `id`, `label`, `counts`, `date`, `measure`, or `where.` and the field of the condition.
 */
field: string, code: string, zh: string, en: string, };

/**
 * A channel that has a key of its own, or one matter of it.
 */
export type PinnedCounter = { channel: number, matter?: number, };

/**
 * How far a long piece of work has come. `total` is 0 where it cannot be known.
 */
export type Progress = { stage: Stage, done: number, total: number, };

/**
 * What holds and what does not, in the order of the text.
 */
export type Proof = { numbers: Array<ProvedNumber>, sums: Array<ProvedSum>, repeats: Array<ProvedRepeat>, 
/**
 * The copy with comments, where one was asked for.
 */
comments: string | null, };

export type ProofRequest = { 
/**
 * .docx, .xlsx, .txt, and whatever else text is read from.
 */
document: string, from: string, to: string, 
/**
 * Where a copy of a .docx goes that holds each finding as a comment.
 */
comments?: string, };

export type ProvedNumber = { 
/**
 * Of a paragraph or line its number; of a cell or page its place among them; from 1.
 */
paragraph: number, place: Spot, 
/**
 * From and to which sign of the paragraph the number stands, its unit included, counted from 0.
 */
from: number, to: number, 
/**
 * The words that lead to it, and the number as it is written.
 */
text: string, number: number, unit: string, verdict: Verdict, 
/**
 * The figure that it matches or contradicts.
 */
figure: string | null, 
/**
 * The figure's name, and how the report prints it.
 */
label: string | null, display: string | null, };

export type ProvedRepeat = { number: number, units: Array<string>, paragraphs: Array<number>, agree: boolean, };

export type ProvedSum = { paragraph: number, place: Spot, from: number, to: number, stated: number, parts: number[], computed: number, holds: boolean, 
/**
 * More than one is a mixture: such numbers do not add up to anything that can be counted.
 */
units: Array<string>, };

/**
 * The questions of the office, in their order; yes to any speaks against publication.
 */
export type Questions = { questions: Array<string>, };

export type QuickAssumed = { field: string, shown: string, 
/**
 * Whether it is what the line before had.
 */
carried: boolean, };

export type QuickChoice = { text: string, shown: string, };

/**
 * A recognised part of a line.
 */
export type QuickPart = { 
/**
 * In UTF-16 units, as the page counts.
 */
from: number, to: number, 
/**
 * Empty where the part says to which register the line belongs.
 */
field: string, 
/**
 * As what it was read.
 */
shown: string, };

/**
 * Something that cannot be taken as it stands.
 */
export type QuickQuestion = { from: number, to: number, 
/**
 * Its field is empty where the register itself is in question.
 */
fault: FieldFault, 
/**
 * What the fault is about, as it was typed; empty where nothing was.
 */
written: string, 
/**
 * What to put in the place of the stretch, one of them.
 */
choices: Array<QuickChoice>, };

/**
 * What a line says.
 */
export type QuickReading = { thing: Thing, 
/**
 * As a form takes them: a day that does not exist stands there as it was typed.
 */
values: Record<string, Value>, 
/**
 * In the order of the line; no two overlap.
 */
parts: Array<QuickPart>, 
/**
 * What was filled in though the line does not say it.
 */
assumed: Array<QuickAssumed>, 
/**
 * What nothing was recognised of: the title.
 */
left: string, 
/**
 * What must be settled before it can be saved.
 */
questions: Array<QuickQuestion>, 
/**
 * What should be known, and does not hinder.
 */
warnings: Array<FieldFault>, 
/**
 * Records that it may repeat.
 */
similar: Array<Similar>, };

export type ReadCalendar = { year: number, 
/**
 * .xlsx, .xls, .ods, .csv with columns 日期, 休/班, 名称; or .json with the same keys, or `date`, `isOffDay`, `name`.
 */
file: string, };

export type ReadQuick = { text: string, 
/**
 * By register, what the line before had: taken for fields that this one does not name.
 */
carried?: Partial<Record<Thing, Record<string, Value>>>, };

export type ReadRows = { 
/**
 * Lines of cells, apart by tabs.
 */
text: string, 
/**
 * The register that they are meant for; by what they say where it is left out.
 */
thing?: Thing, };

export type Received = "requests" | "replies";

/**
 * A record that came in, went out, or counts with another quantity.
 */
export type RecordChange = { id: string, thing: Thing, title: string, date: string, 
/**
 * Nothing where it came in.
 */
filed: number | null, 
/**
 * Nothing where it went out.
 */
now: number | null, corrections: Array<CorrectionMade>, };

/**
 * What is known of a form's values.
 */
export type RecordCheck = { 
/**
 * As they were read: a day typed in words is a date here.
 */
values: Record<string, Value>, 
/**
 * What must be mended before it can be saved.
 */
refusals: Array<FieldFault>, 
/**
 * What should be known, and does not hinder.
 */
warnings: Array<FieldFault>, 
/**
 * Records that it may repeat, the likeliest first; a few of them.
 */
similar: Array<Similar>, 
/**
 * That an archived report counts it: what is saved needs the reason of the correction.
 */
reason_needed?: FieldFault, };

/**
 * Of a record that waits, its limit; of one that was dealt with, how long that took.
 */
export type RecordClock = { "state": "waiting" } & Limit | { "state": "handled" } & Handled;

/**
 * One page of a list.
 */
export type RecordList = { 
/**
 * How many there are in all.
 */
total: number, records: Array<ListedRecord>, 
/**
 * Where that was asked for: how many there are of each.
 */
split: Split | null, };

/**
 * A record as a screen shows it.
 */
export type RecordView = { id: string, thing: Thing, 
/**
 * By field; terms by their numbers.
 */
values: Record<string, Value>, 
/**
 * The reason, where the record is 作废.
 */
withdrawn: string | null, 
/**
 * Whether it went with an import that was taken back.
 */
taken_back: boolean, origin: OriginView | null, 
/**
 * By fields that name another record: the title of that record.
 */
named: Record<string, string>, 
/**
 * Records in force that were made from it: the case file of a reply.
 */
derived: Array<NamedRecord>, 
/**
 * Records in force that name it, by the field that does: what a meeting made public, what corrects an item.
 */
named_by: Array<NamingRecord>, 
/**
 * How it stands by its days; nothing of what counts nowhere.
 */
clock: RecordClock | null, };

/**
 * A row that cannot be taken, by its first fault in the order of columns; the rest in `also`.
 */
export type Refusal = { row: number, column: string, value: string, code: FaultCode, 
/**
 * With the file, the sheet and the row.
 */
message: string, 
/**
 * The bare sentence, for where the row is shown anyway.
 */
sentence: string, also: Array<AlsoRefused>, 
/**
 * The row as it stands, corrections included, to be put right.
 */
cells: Array<CellText>, };

/**
 * What a register says of itself.
 */
export type RegisterInfo = { 
/**
 * Its own wherever its folder is moved to; copies share it.
 */
id: string, folder: string, institution: string, 
/**
 * Records in all, withdrawn ones and those of imports taken back included.
 */
records: number, 
/**
 * The first and the last day on which anything that counts is dated.
 */
first_day: string | null, last_day: string | null, last_backup: LastBackup | null, };

export type Rename = { name: string, };

/**
 * The files that were written.
 */
export type ReportFiles = { docx: string | null, xlsx: string | null, };

/**
 * Which report.
 */
export type ReportRequest = { from: string, to: string, 
/**
 * To whom it goes, as it stands under the title.
 */
addressee: string, 
/**
 * The day it bears; the last of the period where none is given.
 */
date?: string, };

/**
 * A request's clock on a day.
 */
export type RequestClock = { standing: ClockStanding, 
/**
 * The last day for the answer; none while a clarification or a third party's opinion is waited for.
 */
due: string | null, 
/**
 * The due date touches a year whose holidays are not known yet.
 */
provisional: boolean, 
/**
 * Working days that are left after today, or were left after the answer; below zero, how many it is late.
 */
left: number, 
/**
 * Working days that counted, up to the answer or to today.
 */
took: number, 
/**
 * The working days that the answer may take, an extension included.
 */
limit: number, extension: Extension, 
/**
 * Each day from receipt to the due date, and on to the answer or to today where that is later; a year of them at
 * most.
 */
strip: Array<StripDay>, };

export type RestoreRequest = { backup: string, folder: string, replace?: boolean, };

/**
 * How a publication stands by its review.
 */
export type ReviewStanding = { 
/**
 * None where there was none.
 */
review: SecrecyReview | null, 
/**
 * What is otherwise since; none where nothing is, or where that cannot be told.
 */
changed: ChangedSince | null, 
/**
 * That it is withheld or still to be reviewed, and public all the same.
 */
contradicts: FieldFault | null, };

/**
 * The texts and the files of a record, each by its SHA-256.
 */
export type Reviewed = { 
/**
 * By field; only those that are filled in.
 */
texts: Record<string, string>, files: Array<string>, };

/**
 * How often an item is renewed.
 */
export type Rhythm = { every: Every, 
/**
 * Days that are let pass beyond it.
 */
grace_days: number, 
/**
 * The day on which its content changed, where that was noted: what was published before is to be updated.
 */
changed_on: string | null, };

export type Rounding = "hundreds";

/**
 * What came of one row: its record, or why it was refused.
 */
export type RowLogged = { id: string | null, faults: Array<FieldFault>, };

export type RowRead = { 
/**
 * Its number among the lines that were pasted, from 1.
 */
row: number, 
/**
 * As a form takes them: what cannot be read stands there as it was written.
 */
values: Record<string, Value>, 
/**
 * Fields that the row does not name.
 */
assumed: Array<string>, 
/**
 * Of cells that could not be taken.
 */
unsettled: Array<Unsettled>, 
/**
 * Why a form with these values could not be saved.
 */
faults: Array<FieldFault>, 
/**
 * What should be known, and does not hinder.
 */
doubts: Array<FieldFault>, 
/**
 * Records that it may repeat.
 */
similar: Array<Similar>, 
/**
 * The number of the row before it that says the same.
 */
repeats: number | null, 
/**
 * The reason, where the row says that it is 作废.
 */
withdrawn: string | null, };

/**
 * What came of rows that were to be logged.
 */
export type RowsLogged = { 
/**
 * One for each row, in their order.
 */
rows: Array<RowLogged>, 
/**
 * What was logged with them: case files of replies about disclosure work.
 */
also: Array<NamedRecord>, };

/**
 * What the rows say.
 */
export type RowsRead = { thing: Thing, 
/**
 * Whether they stand under a header.
 */
headed: boolean, 
/**
 * Headings that mean nothing in this register: what stands below them is not read.
 */
unknown_headings: Array<string>, rows: Array<RowRead>, };

/**
 * What is held against what. Figures are named by their ids.
 */
export type Rule = { "type": "parts_of_total", total: string, parts: Array<string>, } | { "type": "same_fact", a: string, b: string, } | { "type": "at_most_channels", items: string, channels: Array<string>, } | { "type": "government_form" } | { "type": "carried_over" } | { "type": "jump", percent: number, } | { "type": "zero_stated" } | { "type": "periods_differ" } | { "type": "undated" } | { "type": "unanswered", of: Received, } | { "type": "list_items" } | { "type": "declared_totals" };

/**
 * In working days; what is given are the limits of 《高等学校信息公开办法》（教育部令第29号）.
 */
export type Rules = { 
/**
 * To answer a request, the day of receipt not counted: 15.
 */
answer_days: number, 
/**
 * By how much an answer may be put off: 0, as the Measures of 2010 know no extension; 《政府信息公开条例》
 * art. 33 has 20.
 */
extension_days: number, 
/**
 * To publish from making or obtaining, and to update from a change: 20 (also 教办函〔2014〕23号).
 */
publish_days: number, 
/**
 * A consultation lasts at least: 10.
 */
consultation_days: number, 
/**
 * Whether the clock of a request stands while a third party is asked: no, as the Measures of 2010 do not say so;
 * 《政府信息公开条例》 art. 33 does.
 */
third_party_stops: boolean, };

/**
 * A stretch of text, or a figure, which can be opened.
 */
export type Run = { "type": "text", text: string, } | { "type": "figure", id: string, label: string, display: string, };

/**
 * What came of logging or editing: the record, and what should be known of it.
 */
export type Saved = { record: RecordView, 
/**
 * What was logged with it: the case file of a reply about disclosure work.
 */
also: Array<NamedRecord>, warnings: Array<FieldFault>, 
/**
 * Records that are the same in every field.
 */
same_as: Array<string>, };

export type ScanAnswer = { findings: Array<SensitiveFinding>, 
/**
 * Files whose text cannot be read: a person has to look at them.
 */
unread: Array<Unread>, };

/**
 * A number of a scorecard.
 */
export type Score = "published" | "on_time" | "late" | "undated" | "provisional" | "corrections" | "unpublished" | "requests_in_time" | "requests_late" | "requests_open" | "requests_overdue" | "replies_in_time" | "replies_late" | "replies_undated" | "replies_open" | "replies_overdue" | "problems_overdue" | "duties";

/**
 * One page of the records behind a number.
 */
export type ScoreRecords = { total: number, records: Array<FigureRecord>, };

export type ScoreRecordsRequest = { 
/**
 * Records of no department where it is null.
 */
department: number | null, score: Score, 
/**
 * Of the duties, those under this 清单事项 alone.
 */
item?: number, from: string, to: string, offset?: number, limit: number, };

export type Scorecard = { 
/**
 * Its term.
 */
department: number, name: string, retired: boolean, head: string, officer: string, scores: Record<Score, number>, 
/**
 * 按时率: in time of those with a day of making, in percent; nothing where none has one.
 */
on_time_share: number | null, 
/**
 * The 清单事项 that it must publish, as the board of the period has them.
 */
duties: Tally, };

/**
 * Every department's scorecard of a period.
 */
export type Scorecards = { 
/**
 * In the order of the vocabulary; retired ones only where they have anything.
 */
departments: Array<Scorecard>, 
/**
 * Public items of the period that name no department, and stand on no scorecard.
 */
unassigned: number, 
/**
 * Working days from making within which an item appears in time.
 */
limit: number, 
/**
 * The day on which the duties and what is not published stand so: the last of the period, or today while it runs.
 */
as_of: string, };

/**
 * What was found: how many in all, and a page of them, the newest first.
 */
export type SearchAnswer = { total: number, hits: Array<Hit>, };

/**
 * How far it has come, in records: each is read and put in its place.
 */
export type SearchReadiness = { ready: boolean, done: number, total: number, };

/**
 * What is looked for, and where.
 */
export type SearchRequest = { 
/**
 * Words with blanks between them: all must stand in the texts of a record. Two letters or more are also the
 * initials of Chinese signs.
 */
text: string, limit?: number, offset?: number, 
/**
 * Only records of this thing.
 */
thing?: Thing, 
/**
 * Only records dated in it.
 */
period?: Period, 
/**
 * Only records of these departments and channels, or of what stands below them.
 */
terms?: Array<number>, };

/**
 * A review as it is kept and logged.
 */
export type SecrecyReview = { answers: Array<Answer>, conclusion: Conclusion, remark: string, at: string, by: string, 
/**
 * Nothing where it was made before this was kept.
 */
reviewed?: Reviewed, };

export type SensitiveFinding = { 
/**
 * By which it is decided on; another where the text is another.
 */
digest: string, kind: SensitiveKind, 
/**
 * A few signs of it from both ends.
 */
masked: string, place: FindingPlace, 
/**
 * What was decided; such a finding need not be told again.
 */
decision: Decided | null, };

/**
 * What kind of thing was found.
 */
export type SensitiveKind = "identity_number" | "mobile_number" | "bank_card" | "email";

export type SetCalendarYear = { year: number, 
/**
 * The whole table of the year; without one, the year is again as the program brought it.
 */
days?: Array<SpecialDay>, };

/**
 * The checks that take the place of the register's; those that ship where it is `null`.
 */
export type SetCheckDefinitions = { checks: Array<CheckDefinition> | null, };

/**
 * What is counted by the day from now on, in the order of the keys; nothing for what is used most.
 */
export type SetCounters = { counters: Array<PinnedCounter>, };

export type SetEvidenceLimit = { megabytes: number, };

export type SetListRhythm = { item: number, rhythm: Rhythm, };

export type SetNotApplicable = { item: number, year: number, 
/**
 * `null` takes the decision back.
 */
reason: string | null, };

export type SetPeriods = { periods: Array<NamedPeriod>, };

export type SetSecrecyReview = { record: string, answers: Array<Answer>, conclusion: Conclusion, 
/**
 * Needed where a yes is to go out all the same.
 */
remark?: string, 
/**
 * With 不予公开: the publication is public no more.
 */
unpublish?: boolean, };

export type SettleLeftovers = { ids: Array<number>, };

export type SheetInspection = { sheet: string, hidden: boolean, into: string | null, header_row: number | null, 
/**
 * Rows below the header, blank ones too.
 */
rows: number, columns: Array<ColumnMapping>, 
/**
 * The first rows below the header as text, by the columns above; of a sheet without a header, whole.
 */
sample: Array<Array<string>>, };

export type SheetMapping = { sheet: string, 
/**
 * `publications`, `meetings`, `replies`, `day_counts`, `materials`, `requests`, `evaluations`, `case_files`;
 * null to leave the sheet out.
 */
into: string | null, 
/**
 * The workbook's own number of the header row; found where it is left out.
 */
header_row?: number, 
/**
 * Corrections by heading; headings that are not named stay as recognised.
 */
columns: Array<ColumnMapping>, };

/**
 * The verdicts on one sheet. `into` is empty where the sheet was not recognised.
 */
export type SheetVerdict = { sheet: string, into: string | null, rows: number, accepted: number, duplicates: Array<Duplicate>, refused: Array<Refusal>, warnings: Array<Warning>, };

/**
 * A record that another may repeat.
 */
export type Similar = { id: string, title: string, date: string | null, why: Likeness, withdrawn: boolean, };

/**
 * Whether what the figures and the text came from is still what it was.
 */
export type SinceArchived = { wording: boolean, 
/**
 * The figures whose definition is another now, or is gone or new.
 */
definitions: Array<string>, rules: boolean, calendar: boolean, };

export type Sort = { field: string, descending: boolean, };

/**
 * A day that a notice makes other than its place in the week.
 */
export type SpecialDay = { day: string, 
/**
 * Off; otherwise a weekend day that is worked.
 */
off: boolean, 
/**
 * The holiday, or the one that is made up for.
 */
name: string, };

/**
 * Records told apart by a flag.
 */
export type Split = { with: number, without: number, };

/**
 * Where in a document a text stands, counted from 1.
 */
export type Spot = { "at": "paragraph", number: number, } | { "at": "margin" } | { "at": "page", number: number, } | { "at": "cell", sheet: string, cell: string, } | { "at": "line", number: number, };

export type Stage = "reading" | "importing" | "verifying" | "copying" | "writing" | "indexing" | "merging" | "attaching" | "scanning";

/**
 * Whether withdrawn records are in a list.
 */
export type Standing = "all" | "in_force" | "withdrawn";

export type StripDay = { day: string, mark: DayMark, 
/**
 * Whether the year's holidays are known.
 */
known: boolean, };

export type Subject = "publications" | "releases" | "meetings" | "replies" | "materials" | "requests" | "evaluations" | "case_files" | "problems" | "regulations" | "consultations" | "notices";

export type TableCell = { runs: Array<Run>, 
/**
 * How many rows it covers, its own included; 0 where the cell above covers this one.
 */
rows: number, };

export type TableColumn = { heading: string, 
/**
 * Of the table's width, in thousandths.
 */
width: number, };

/**
 * How many items are in which state.
 */
export type Tally = { published: number, stale: number, missing: number, not_applicable: number, 
/**
 * Published, of all that concern the school, with one decimal; none where nothing does.
 */
percent: number | null, };

/**
 * The file that was written.
 */
export type TemplateExported = { path: string, figures: number, };

export type TemplateFigure = { id: string, label: string, becomes: FigureBecomes, };

/**
 * What was imported, and how it is taken back.
 */
export type TemplateImported = { brought: TemplateInspection, 
/**
 * Whether anything was changed.
 */
changed: boolean, 
/**
 * The file with the template before; importing it takes this import back, words apart, which stay.
 */
kept: string | null, };

/**
 * What a template file would bring. Nothing is changed.
 */
export type TemplateInspection = { name: string, note: string, 
/**
 * Words that come, move or are restored.
 */
words: Array<TemplateWord>, 
/**
 * Every figure of the file in its order, then those that go.
 */
figures: Array<TemplateFigure>, 
/**
 * Whether the cross-checks become others.
 */
checks: boolean, 
/**
 * Whether the wording of the report becomes another.
 */
wording: boolean, 
/**
 * Periods that come.
 */
periods: Array<NamedPeriod>, 
/**
 * What is wrong, by line; with any, nothing is imported.
 */
problems: Array<TemplateProblem>, };

export type TemplateProblem = { line: number, message: string, };

export type TemplateWord = { dimension: Dimension, name: string, 
/**
 * The word above it, once it is imported.
 */
parent: string | null, becomes: WordBecomes, };

/**
 * One word of one vocabulary.
 */
export type Term = { id: number, dimension: Dimension, name: string, 
/**
 * The term above it in its tree.
 */
parent: number | null, position: number, 
/**
 * No longer offered; what uses it still counts.
 */
retired: boolean, 
/**
 * Free; for a 清单事项: where it is published, or 不涉及.
 */
note: string, 
/**
 * The term that it was merged into: another name of that one, offered nowhere.
 */
same_as?: number, 
/**
 * By what rules and forms know it, whatever its name: `refused` among the outcomes. Shipped words alone have one.
 */
code?: string, };

export type TermById = { id: number, };

/**
 * How much hangs on a term, for a list of terms.
 */
export type TermCount = { id: number, 
/**
 * Records not taken back that name it, withdrawn ones too; not those of terms below it.
 */
records: number, 
/**
 * Figures whose definition names it.
 */
figures: number, };

/**
 * What an edit changes of a term; what is left out stays.
 */
export type TermEdit = { name?: string, note?: string, retired?: boolean, position?: number, 
/**
 * `null` makes it a root.
 */
parent?: number | null, };

/**
 * What hangs on one term, in full.
 */
export type TermUses = { id: number, records: Array<ThingCount>, 
/**
 * The labels of the figures that name it.
 */
figures: Array<string>, 
/**
 * The names of the terms right below it.
 */
below: Array<string>, 
/**
 * Other names that mean the same and were merged into it.
 */
aliases: Array<string>, 
/**
 * Of a department: the 清单事项 that it must publish; of one of these: the departments that must.
 */
duties: Array<string>, 
/**
 * Of a department: who answers for it, and its persons who act.
 */
people: Array<string>, 
/**
 * Of a 清单事项: how often it is renewed.
 */
rhythm: Rhythm | null, 
/**
 * … and the decisions by which it does not concern the school in a year.
 */
decisions: Array<ListDecision>, };

/**
 * The things that are registered and counted.
 */
export type Thing = "publication" | "meeting" | "reply" | "material" | "request" | "evaluation" | "case_file" | "problem" | "regulation" | "consultation" | "notice";

export type ThingCount = { thing: Thing, records: number, };

/**
 * A thing as a screen needs to know it.
 */
export type ThingInfo = { thing: Thing, label: string, label_en: string, title_field: string, date_field: string, fields: Field[], };

/**
 * What would come of a definition. Nothing is kept.
 */
export type Trial = { 
/**
 * All that keeps it from being kept, by its part.
 */
faults: Array<PickFault>, 
/**
 * Its number and one page of its records, as soon as it can be counted.
 */
figure: Figure | null, rows: FigureRows | null, };

export type TryFigure = { definition: Draft, from: string, to: string, offset?: number, limit?: number, };

export type Unread = { name: string, sha256: string, code: string, zh: string, en: string, };

/**
 * What hinders until its field is changed, or somebody says that it stays as it is.
 */
export type Unsettled = { fault: FieldFault, 
/**
 * As it was typed.
 */
written: string, 
/**
 * What it may mean.
 */
choices: Array<QuickChoice>, };

/**
 * A value as it crosses the border: empty, text (dates as `YYYY-MM-DD`, another record as its name), a whole number
 * (counts, 分, terms by their id), a flag, or a set of terms.
 */
export type Value = null | boolean | number | string | string | Array<number>;

export type Verdict = "matches" | "contradicts" | "unknown";

/**
 * All checks; `ok` only where every one is.
 */
export type Verification = { ok: boolean, checks: Array<Check>, };

export type VerifyRequest = { folder?: string, };

export type Wanting = "refused_rows" | "undated" | "unreviewed" | "withheld_yet_public" | "without_channel" | "unanswered" | "overdue" | "due_today" | "due_soon" | "ended" | "stale_items" | "missing_items";

/**
 * What should be known of a row that was taken, or of a sheet (row 0).
 */
export type Warning = { row: number, code: FaultCode, 
/**
 * With the file, the sheet and the row.
 */
message: string, 
/**
 * The bare sentence.
 */
sentence: string, };

export type WithdrawRecord = { id: string, reason: string, 
/**
 * The records made from it too.
 */
also?: boolean, };

export type WithdrawRecords = { ids: Array<string>, reason: string, };

export type WordBecomes = "new" | "moved" | "restored";

/**
 * A template's text.
 */
export type Wording = { text: string, };

/**
 * How long a stretch of days is in working days.
 */
export type WorkingDays = { 
/**
 * After the first day, which itself never counts, up to the last and with it.
 */
days: number, 
/**
 * A year without a table is touched.
 */
provisional: boolean, };

export type WriteTo = { to: string, };

/**
 * A workbook that was written.
 */
export type Written = { path: string, 
/**
 * How many rows it holds, headings aside.
 */
rows: number, };
