//! Rows become verdicts: accepted, a repetition, or refused with the place and the reason.

use std::collections::HashMap;

use super::corrections::{Corrected, Corrections};
use super::leftovers::{self, Earlier};
use super::mapping::Plans;
use super::offered::is_ours;
use super::origins::RowOrigin;
use super::recognise::{self, Recognised};
use super::row::{Read, Reading};
use super::workbook::{Sheet, Workbook};
use super::{
    AlsoRefused, CellText, Duplicate, ImportAnswer, ImportRequest, NewTerm, Original, Refusal, SheetVerdict, Warning,
    batch_id,
};
use crate::change::{Change, Keep, Operation, json};
use crate::context::{Context, Stage};
use crate::error::{Error, Lang, Result};
use crate::fault::{Fault, FaultCode};
use crate::folder::Register;
use crate::quick::proposed;
use crate::store;
use crate::store::records::{Fingerprint, fingerprint};
use crate::things::{Dimension, Origin, RecordId, Term, Thing, Values, Vocabulary};
use crate::typed::Cell;

/// Progress is told, and cancelling noticed, every so many rows.
const STEP: usize = 500;

pub(super) fn import(register: &mut Register, context: &Context, request: &ImportRequest) -> Result<ImportAnswer> {
    context.progress(Stage::Reading, 0, 0)?;
    let mut workbook = Workbook::open(&request.workbook)?;
    let mut plans = Plans::new(register, request.mapping.clone())?;
    register.change_if(context, Operation::Import, |change| {
        let batch = change.begin_batch(workbook.file_name(), workbook.digest())?;
        let vocabulary = Vocabulary::new(store::terms::all(&change.db)?);
        let mut bare = Vec::new();
        for thing in Thing::ALL {
            if !store::records::any(&change.db, thing)? {
                bare.push(thing);
            }
        }
        let refused_earlier = Earlier::of(change, workbook.file_name(), batch)?;
        let mut desk = Desk {
            change,
            context,
            batch,
            strict: request.strict,
            vocabulary,
            seen: HashMap::new(),
            earlier: HashMap::new(),
            bare,
            new_terms: Vec::new(),
            case_files: 0,
            corrections: Corrections::new(&request.corrections),
            refused_earlier,
            archived_told: None,
        };
        let sheets = desk.sheets(&mut workbook, &mut plans)?;
        desk.corrections.check_used()?;
        let (new_terms, case_files) = (desk.new_terms, desk.case_files);
        let accepted = sheets.iter().map(|sheet| sheet.accepted).sum();
        change.end_batch(batch, accepted)?;
        plans.learn(change)?;
        let keep = if request.dry_run || accepted == 0 { Keep::No } else { Keep::Yes };
        let batch = (keep == Keep::Yes).then(|| batch_id(batch));
        Ok((ImportAnswer { batch, new_terms, case_files, sheets }, keep))
    })
}

/// Where the rows of one workbook are looked at, one after the other.
struct Desk<'a, 'b, 'c> {
    change: &'a mut Change<'b>,
    context: &'a Context<'c>,
    batch: i64,
    /// Whether words that the vocabulary lacks refuse their row.
    strict: bool,
    vocabulary: Vocabulary,
    /// The first row with each content in this workbook, and its sheet.
    seen: HashMap<(Thing, Fingerprint), (usize, u32)>,
    /// Records of earlier imports that rows of this workbook may still stand for, one for one.
    earlier: HashMap<(Thing, Fingerprint), Vec<i64>>,
    /// Things of which nothing was there before: their rows repeat no record.
    bare: Vec<Thing>,
    new_terms: Vec<NewTerm>,
    case_files: u64,
    corrections: Corrections<'a>,
    /// Rows that earlier imports refused and that may come again with this one.
    refused_earlier: Earlier,
    /// The sheet of which it was told last that it has rows of an archived period.
    archived_told: Option<usize>,
}

/// A sheet of a file, as sentences name it.
struct Place<'a> {
    file: &'a str,
    /// The file's SHA-256.
    digest: &'a str,
    names: &'a [String],
    sheet: usize,
    lang: Lang,
}

/// A row that stands among the records, with its corrections.
struct Line<'a> {
    row: u32,
    reading: &'a Reading<'a>,
    cells: &'a [Cell],
    corrected: Corrected,
}

impl Desk<'_, '_, '_> {
    fn sheets(&mut self, workbook: &mut Workbook, plans: &mut Plans) -> Result<Vec<SheetVerdict>> {
        let stem = workbook.stem().to_owned();
        let heads = workbook.sheets().to_vec();
        plans.check_names(&heads)?;
        let (file, digest) = (workbook.file_name().to_owned(), workbook.digest().to_owned());
        let names: Vec<String> = heads.iter().map(|head| head.name.clone()).collect();
        let mut verdicts = Vec::new();
        let mut told = false;
        for (number, head) in heads.iter().enumerate() {
            let place = Place { file: &file, digest: &digest, names: &names, sheet: number, lang: self.context.lang };
            let mut verdict = SheetVerdict::new(&head.name);
            if head.hidden && !plans.names(&head.name) {
                verdict.warn(&place, 0, Fault::new(FaultCode::SheetHidden, "", ""));
                told = true;
            } else {
                self.context.progress(Stage::Reading, number as u64, heads.len() as u64)?;
                let sheet = workbook.read(number)?;
                match plans.plan(&sheet, &stem)? {
                    Some(recognised) => {
                        told = true;
                        self.sheet(&place, &sheet, &recognised, &mut verdict)?;
                    }
                    None if plans.names(&head.name) => told = true,
                    None if sheet.rows.is_empty() || is_ours(&head.name) => {}
                    None => {
                        let fault = Fault::new(FaultCode::SheetUnrecognized, "", "").with(recognise::sought());
                        verdict.warn(&place, 0, fault);
                    }
                }
            }
            verdicts.push(verdict);
        }
        match told {
            true => Ok(verdicts),
            false => Err(Error::NoHeader { path: workbook.path().to_path_buf(), sought: recognise::sought() }),
        }
    }

    fn sheet(
        &mut self,
        place: &Place,
        sheet: &Sheet,
        recognised: &Recognised,
        verdict: &mut SheetVerdict,
    ) -> Result<()> {
        verdict.into = Some(recognised.target.thing().plural().to_owned());
        store::batches::insert_sheet(&self.change.db, self.batch, place.sheet as i64, &sheet.name)?;
        let reading = Reading::new(sheet, recognised, self.context.today());
        for heading in reading.unknown_headings() {
            verdict.warn(place, 0, Fault::new(FaultCode::ColumnUnrecognized, heading, ""));
        }
        for index in recognised.header + 1..sheet.rows.len() {
            if index % STEP == 0 {
                self.context.progress(Stage::Importing, index as u64, sheet.rows.len() as u64)?;
            }
            let row = sheet.number(index);
            let (mut cells, told) = reading.cells(index);
            let corrected = self.corrections.apply(&sheet.name, row, &recognised.headings, &mut cells)?;
            if reading.is_blank(&cells) {
                continue;
            }
            if let Some(code) = no_record(&cells, recognised, sheet) {
                verdict.warn(place, row, Fault::new(code, "", ""));
                continue;
            }
            verdict.rows += 1;
            let line = Line { row, reading: &reading, cells: &cells, corrected };
            if recognise::is_another_header(&cells, recognised) {
                let fault = Fault::new(FaultCode::SecondTable, "", "");
                self.refuse(place, &line, &Values::new(reading.thing()), vec![fault], verdict)?;
                break;
            }
            told.into_iter().for_each(|fault| verdict.warn(place, row, fault));
            let mut read = reading.read(&cells, &self.vocabulary);
            if self.strict {
                read.refuse_unknown_words(&reading);
            }
            self.row(place, &line, read, verdict)?;
        }
        Ok(())
    }

    /// The verdict on one row.
    fn row(&mut self, place: &Place, line: &Line, read: Read, verdict: &mut SheetVerdict) -> Result<()> {
        let row = line.row;
        let mut values = read.values;
        if !read.refusals.is_empty() {
            read.unknown.iter().for_each(|word| word.leave_out(&mut values));
            return self.refuse(place, line, &values, read.refusals, verdict);
        }
        for word in &read.unknown {
            let id = self.word(word.dimension, &word.name)?;
            word.settle(&mut values, id);
        }
        let thing = values.thing();
        let print = fingerprint(&values, read.withdrawn.as_deref());
        let before = self.seen.get(&(thing, print)).copied();
        if let Some(of) = self.original(&values, read.withdrawn.as_deref(), &print, before, place)? {
            let record = of.record.as_deref().map(RecordId::parse).transpose()?;
            self.come_again(place, line, &values, record)?;
            verdict.duplicates.push(Duplicate { row, of });
            return Ok(());
        }
        let repeated = before.map(|(_, first)| Fault::new(FaultCode::RepeatedRow, "", "").with(first));
        read.warnings
            .into_iter()
            .chain(repeated)
            .chain(line.corrected.told())
            .for_each(|fault| verdict.warn(place, row, fault));
        self.seen.entry((thing, print)).or_insert((place.sheet, row));
        let origin = Origin { batch: self.batch, sheet: place.sheet as i64, row: row.into() };
        self.tell_archived(place, &values, read.withdrawn.is_some(), verdict)?;
        let id = self.change.import_record(&values, read.withdrawn.as_deref(), &origin, &print)?;
        if thing == Thing::Reply && values.flag("about_disclosure") && read.withdrawn.is_none() {
            self.change.case_of_reply(&values, id, Some(&origin))?;
            self.case_files += 1;
        }
        if !line.corrected.after.is_empty() {
            self.change.note_correction(&origin, json(&line.corrected.before), json(&line.corrected.after));
        }
        self.come_again(place, line, &values, Some(RecordId { thing, number: id }))?;
        verdict.accepted += 1;
        Ok(())
    }

    /// That a row lies where a report is archived, told once a sheet: the batch is its reason.
    fn tell_archived(
        &mut self,
        place: &Place,
        values: &Values,
        withdrawn: bool,
        verdict: &mut SheetVerdict,
    ) -> Result<()> {
        if self.archived_told != Some(place.sheet)
            && !withdrawn
            && let Some(archived) = self.change.sealed_by(values)?
        {
            let sealed = &archived.sealed;
            let fault = Fault::new(FaultCode::PeriodArchived, "", &sealed.title).with(sealed.number);
            verdict.warn(place, 0, fault);
            self.archived_told = Some(place.sheet);
        }
        Ok(())
    }

    /// A row that cannot be taken is told, and kept until somebody deals with it.
    fn refuse(
        &mut self,
        place: &Place,
        line: &Line,
        values: &Values,
        faults: Vec<Fault>,
        verdict: &mut SheetVerdict,
    ) -> Result<()> {
        let cells = line.reading.texts(line.cells, values);
        self.come_again(place, line, values, None)?;
        let origin = Origin { batch: self.batch, sheet: place.sheet as i64, row: line.row.into() };
        leftovers::keep(self.change, &origin, values, &cells, &faults)?;
        verdict.refused.extend(place.refusal(line, faults, cells));
        Ok(())
    }

    /// Whatever this import makes of a row takes the place of what an earlier one refused.
    fn come_again(&mut self, place: &Place, line: &Line, values: &Values, record: Option<RecordId>) -> Result<()> {
        let told = line.reading.origins(line.cells);
        let cells = || line.reading.texts(line.cells, values);
        self.refused_earlier.settle(self.change, &place.origin(line.row), &told, cells, record)
    }

    /// What a row repeats: a row of this workbook, or a record that was there before. Entries that may rightly be
    /// equal within one workbook only ever repeat records of earlier imports, one for one.
    fn original(
        &mut self,
        values: &Values,
        withdrawn: Option<&str>,
        print: &Fingerprint,
        before: Option<(usize, u32)>,
        place: &Place,
    ) -> Result<Option<Original>> {
        let thing = values.thing();
        // A row that was edited after its import, and whose word was then merged, is known by its old word alone.
        let prints: Vec<Fingerprint> = std::iter::once(*print)
            .chain(self.vocabulary.in_old_words(values).iter().map(|old| fingerprint(old, withdrawn)))
            .collect();
        let record = if self.bare.contains(&thing) && (thing.may_repeat(values) || before.is_none()) {
            None
        } else if thing.may_repeat(values) {
            match self.earlier.entry((thing, *print)) {
                std::collections::hash_map::Entry::Occupied(mut left) => left.get_mut().pop(),
                std::collections::hash_map::Entry::Vacant(first) => {
                    let mut records = store::records::with_fingerprints(&self.change.db, thing, &prints, true)?;
                    records.reverse();
                    first.insert(records).pop()
                }
            }
        } else if let Some((sheet, row)) = before {
            let sheet = if sheet == place.sheet { None } else { place.names.get(sheet).cloned() };
            return Ok(Some(Original { row: Some(row), sheet, record: None }));
        } else {
            store::records::with_fingerprints(&self.change.db, thing, &prints, false)?.first().copied()
        };
        let name = |number| RecordId { thing, number }.to_string();
        Ok(record.map(|number| Original { record: Some(name(number)), ..Original::default() }))
    }

    /// The number of a word, added where it is new.
    fn word(&mut self, dimension: Dimension, name: &str) -> Result<i64> {
        if let Some(id) = self.vocabulary.id_as_typed(dimension, name) {
            return Ok(id);
        }
        let near = proposed(&self.vocabulary, dimension, name);
        let last = self.vocabulary.of(dimension).map(|term| term.position).max().unwrap_or_default();
        let mut term = Term { position: last + 1, ..Term::new(dimension, name) };
        term.id = self.change.add_term(term.clone())?;
        let id = term.id;
        self.vocabulary.add(term);
        self.new_terms.push(NewTerm { dimension, name: name.to_owned(), near });
        Ok(id)
    }
}

/// Rows that stand among the records and are none.
fn no_record(cells: &[Cell], recognised: &Recognised, sheet: &Sheet) -> Option<FaultCode> {
    if recognise::is_header_again(cells, recognised, sheet) {
        Some(FaultCode::HeaderRepeated)
    } else if recognise::is_total(cells, recognised) {
        Some(FaultCode::TotalRow)
    } else {
        None
    }
}

impl Place<'_> {
    /// The sheet's name.
    fn name(&self) -> &str {
        self.names.get(self.sheet).map_or("", String::as_str)
    }

    /// Where a row stands.
    fn origin(&self, row: u32) -> RowOrigin {
        RowOrigin { digest: self.digest.to_owned(), row, sheet: self.name().to_owned() }
    }

    fn refusal(&self, line: &Line, faults: Vec<Fault>, cells: Vec<CellText>) -> Option<Refusal> {
        let row = line.row;
        let mut faults = faults.into_iter().map(|fault| AlsoRefused::of(fault, self.lang, self.file, self.name(), row));
        let AlsoRefused { column, value, code, message, sentence } = faults.next()?;
        let mut origins = line.reading.origins(line.cells);
        origins.push(self.origin(row));
        Some(Refusal { row, column, value, code, message, sentence, also: faults.collect(), cells, origins })
    }
}

impl SheetVerdict {
    fn new(sheet: &str) -> SheetVerdict {
        SheetVerdict {
            sheet: sheet.to_owned(),
            into: None,
            rows: 0,
            accepted: 0,
            duplicates: Vec::new(),
            refused: Vec::new(),
            warnings: Vec::new(),
        }
    }

    fn warn(&mut self, place: &Place, row: u32, fault: Fault) {
        let message = fault.placed(place.lang, place.file, place.name(), row);
        self.warnings.push(Warning { row, code: fault.code, message, sentence: fault.sentence(place.lang) });
    }
}
