//! Sheet → .xlsx with native charts. The only module that knows the format.
//!
//! Text is always written as text: a title that begins with `=` is no formula, an address is no link. The list of
//! records may have a million rows: a long one goes to disk row by row and never lies in memory.

mod ledger;
mod sheets;

use std::any::Any;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Worksheet, XlsxError};

use super::sheet::{self, Evidence, Sheet, Workbook};
use crate::context::{Context, Stage};
use crate::error::{Error, Result};
use crate::files::told_apart;
use crate::folder::Register;

use sheets::{Looks, begin, filter, plain, write_row};

pub(super) use ledger::allowed;
pub(crate) use ledger::{Entry, LedgerBook, LedgerColumn, LedgerSheet, Rule, Words, write_ledger};

/// How many records lie in memory until they are packed; more go to disk. So many take 160 MB, as measured.
const IN_MEMORY: u64 = 100_000;
/// How many records are written between two reports of progress.
const STEP: u64 = 2000;
/// What a record comes to once packed, in bytes, as measured; only progress depends on it.
const PACKED_RECORD: u64 = 31;
/// How long the thread that packs goes unasked.
const PAUSE: Duration = Duration::from_millis(5);
/// The length of a cell's text in UTF-16 units (Excel specifications and limits).
const LONGEST: usize = 32_767;
const A4: u8 = 9;
const FONT: &str = "宋体";
const HEAD: Color = Color::RGB(0xE4_EE_EA);

/// Writes the whole workbook; what it must lay down on the way lies in the folder of `place`.
pub(super) fn write(
    register: &Register,
    context: &Context,
    workbook: &Workbook,
    place: &Path,
    to: &mut (impl Write + Send),
) -> Result<()> {
    // The format's writer panics where its temporary file cannot be written: on a full disk (rust_xlsxwriter 0.102,
    // xmlwriter.rs, XML_WRITE_ERROR). What it was at is given up, and nothing else is touched by it.
    catch_unwind(AssertUnwindSafe(|| lay_down(register, context, workbook, place, to)))
        .unwrap_or_else(|panic| Err(panicked(place, &*panic)))
}

fn lay_down(
    register: &Register,
    context: &Context,
    workbook: &Workbook,
    place: &Path,
    to: &mut (impl Write + Send),
) -> Result<()> {
    let fail = |error: XlsxError| told(place, error);
    let mut book = rust_xlsxwriter::Workbook::new();
    if workbook.evidence.records > IN_MEMORY
        && let Some(folder) = place.parent().filter(|folder| !folder.as_os_str().is_empty())
    {
        book.set_tempdir(folder).map_err(fail)?;
    }
    book.set_properties(&properties(workbook).map_err(fail)?);
    let looks = Looks::new();
    for sheet in &workbook.sheets {
        plain(book.add_worksheet(), sheet, &looks).map_err(fail)?;
    }
    evidence(register, context, &mut book, workbook, place, &looks)?;
    plain(book.add_worksheet(), &workbook.notes, &looks).map_err(fail)?;
    pack(context, &mut book, workbook.evidence.records, place, to)
}

/// Sheets without a list of records: title, institution and day are the file's properties, the first two the head of
/// each page too.
pub(super) fn write_sheets(
    (title, institution, day): (&str, &str, NaiveDate),
    sheets: &[Sheet],
    place: &Path,
    to: &mut (impl Write + Send),
) -> Result<()> {
    let lay_down = || {
        let mut book = rust_xlsxwriter::Workbook::new();
        let day = excel_date(day)?;
        book.set_properties(&DocProperties::new().set_title(title).set_author(institution).set_creation_datetime(&day));
        let looks = Looks::new();
        // Printed, a table says whose it is and of when; a form has that on itself.
        let head = format!("&L{}&R{}", institution.replace('&', "&&"), title.replace('&', "&&"));
        for sheet in sheets {
            let worksheet = book.add_worksheet();
            plain(worksheet, sheet, &looks)?;
            if sheet.form.is_none() {
                worksheet.set_header(&head);
            }
        }
        book.save_to_buffer()
    };
    let bytes = lay_down().map_err(|error| told(place, error))?;
    to.write_all(&bytes).map_err(told_apart(place))
}

/// Packs what was laid down. The format's writer does that in one call, seconds long for a large register: it runs
/// beside this thread, which reports and can have it stopped.
fn pack(
    context: &Context,
    book: &mut rust_xlsxwriter::Workbook,
    records: u64,
    place: &Path,
    to: &mut (impl Write + Send),
) -> Result<()> {
    let (packed, stopped) = (AtomicU64::new(0), AtomicBool::new(false));
    let counted = Counted { to, packed: &packed, stopped: &stopped };
    std::thread::scope(|scope| {
        let packing = scope.spawn(move || book.save_to_writer(counted));
        let mut told_to_stop;
        loop {
            std::thread::sleep(PAUSE);
            let about = (packed.load(Ordering::Relaxed) / PACKED_RECORD).min(records);
            told_to_stop = context.progress(Stage::Writing, records + about, 2 * records).err();
            if told_to_stop.is_some() || packing.is_finished() {
                break;
            }
        }
        stopped.store(told_to_stop.is_some(), Ordering::Relaxed);
        match (packing.join(), told_to_stop) {
            (_, Some(cancelled)) => Err(cancelled),
            (Ok(saved), None) => saved.map_err(|error| told(place, error)),
            (Err(panic), None) => Err(panicked(place, &*panic)),
        }
    })
}

/// Counts what passes through, and lets nothing more through once stopped.
struct Counted<'a, W> {
    to: &'a mut W,
    packed: &'a AtomicU64,
    stopped: &'a AtomicBool,
}

impl<W: Write> Write for Counted<'_, W> {
    fn write(&mut self, block: &[u8]) -> io::Result<usize> {
        if self.stopped.load(Ordering::Relaxed) {
            return Err(io::ErrorKind::ConnectionAborted.into());
        }
        let written = self.to.write(block)?;
        self.packed.fetch_add(written as u64, Ordering::Relaxed);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// The day that the report bears stands for the clock, so that the same report is the same file.
fn properties(workbook: &Workbook) -> std::result::Result<DocProperties, XlsxError> {
    let day = excel_date(workbook.date)?;
    Ok(DocProperties::new()
        .set_title(format!("信息公开统计表（{}）", workbook.period.zh()))
        .set_author(&workbook.institution)
        .set_creation_datetime(&day))
}

/// As much of a text as a cell holds.
fn fitting(text: &str) -> &str {
    // No character takes more UTF-16 units than bytes: short text needs no counting.
    if text.len() <= LONGEST {
        return text;
    }
    let mut units = 0;
    let cut = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > LONGEST
    });
    cut.map_or(text, |(end, _)| text.get(..end).unwrap_or(text))
}

/// Every record behind every figure, on as many sheets as it takes.
fn evidence(
    register: &Register,
    context: &Context,
    book: &mut rust_xlsxwriter::Workbook,
    workbook: &Workbook,
    place: &Path,
    looks: &Looks,
) -> Result<()> {
    let fail = |error: XlsxError| told(place, error);
    let Evidence { name, columns, definitions, records, rows_a_sheet } = &workbook.evidence;
    let (mut sheets, mut row, mut done) = (1_u32, 0_u32, 0_u64);
    let blank = |book: &mut rust_xlsxwriter::Workbook| {
        if *records > IN_MEMORY {
            book.new_worksheet_with_constant_memory().map_err(fail)
        } else {
            Ok(Worksheet::new())
        }
    };
    let mut to = blank(book)?;
    begin(&mut to, name, columns, looks).map_err(fail)?;
    for definition in definitions {
        register.each_record(definition, workbook.period, |record| {
            if done.is_multiple_of(STEP) {
                context.progress(Stage::Writing, done, 2 * records)?;
            }
            if row == *rows_a_sheet {
                let mut full = blank(book)?;
                std::mem::swap(&mut full, &mut to);
                filter(&mut full, row, columns).map_err(fail)?;
                book.push_worksheet(full);
                (sheets, row) = (sheets + 1, 0);
                begin(&mut to, &format!("{name}({sheets})"), columns, looks).map_err(fail)?;
            }
            done += 1;
            row += 1;
            write_row(&mut to, row, &sheet::record_row(definition, record), columns, looks).map_err(fail)
        })?;
    }
    filter(&mut to, row, columns).map_err(fail)?;
    book.push_worksheet(to);
    Ok(())
}

fn excel_date(date: NaiveDate) -> std::result::Result<ExcelDateTime, XlsxError> {
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    ExcelDateTime::from_ymd(u16::try_from(date.year()).unwrap_or_default(), small(date.month()), small(date.day()))
}

fn told(place: &Path, error: XlsxError) -> Error {
    match error {
        XlsxError::IoError(error) | XlsxError::TempFileError(_, error) => told_apart(place)(error),
        XlsxError::ZipError(error) => told_apart(place)(io::Error::from(error)),
        error => Error::Write { path: place.into(), detail: error.to_string() },
    }
}

/// A panic of the format's writer as the failure it stands for: its message ends with the error of the disk.
fn panicked(place: &Path, panic: &(dyn Any + Send)) -> Error {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("xlsx");
    if text.contains(&format!("{:?}", io::ErrorKind::StorageFull)) {
        return Error::DiskFull { path: place.into() };
    }
    Error::Write { path: place.into(), detail: text.into() }
}

#[cfg(test)]
mod tests;
