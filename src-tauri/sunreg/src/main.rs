//! `sunreg`: the register by command line. It parses arguments, calls one command of the library, prints the answer.

mod arguments;
mod print;
mod watch;

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use clap::Parser;
use register::{Context, Error, Lang, Session, commands};
use serde_json::{Value as Json, json};

use arguments::{Arguments, Command};
use watch::Bar;

/// Everything was done.
const DONE: u8 = 0;
/// Done, and something was found: refused rows, a number that does not hold, a fault in the register.
const FINDINGS: u8 = 1;
/// Nothing was done: wrong usage or an error.
const FAILED: u8 = 2;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        // Help and version were asked for.
        Err(told) if !told.use_stderr() => {
            return told.print().map_or(ExitCode::from(FAILED), |()| ExitCode::from(DONE));
        }
        Err(wrong) => {
            print::error(&print::usage(&wrong));
            return ExitCode::from(FAILED);
        }
    };
    let lang = if arguments.english { Lang::En } else { Lang::Zh };
    let who = arguments.who.clone().or_else(user).unwrap_or_else(|| "sunreg".to_owned());
    let bar = Bar::new(lang);
    let context = Context { now: chrono::Local::now().naive_local(), who: &who, lang, watch: &bar };
    let mut session = Session::default();
    // A fault of ours is told in one sentence like any other; whatever was under way was taken back.
    std::panic::set_hook(Box::new(|_| {}));
    let done = catch_unwind(AssertUnwindSafe(|| run(&mut session, &context, &arguments.command)));
    let done = done.unwrap_or_else(|fault| Err(Error::Internal { detail: said(&*fault) }));
    // The register is closed and sealed before the answer is told.
    drop(session);
    bar.clear();
    match done {
        Ok((answer, code)) => match print::answer(&arguments, &answer) {
            Ok(()) => ExitCode::from(code),
            // The reader of a pipe has gone; there is nobody to tell.
            Err(_) => ExitCode::from(FAILED),
        },
        Err(error) => {
            print::error(&error.sentence(lang));
            ExitCode::from(FAILED)
        }
    }
}

fn said(fault: &dyn Any) -> String {
    let text = fault.downcast_ref::<String>().map(String::as_str).or_else(|| fault.downcast_ref::<&str>().copied());
    text.unwrap_or("panic").to_owned()
}

fn user() -> Option<String> {
    ["SUNREG_WHO", "USER", "USERNAME"].into_iter().find_map(|name| std::env::var(name).ok().filter(|n| !n.is_empty()))
}

fn run(session: &mut Session, context: &Context, command: &Command) -> Result<(Json, u8), Error> {
    if let Some(folder) = command.opens() {
        commands::call(session, context, "open_register", json!({"folder": folder}))?;
    }
    let mut call = |name: &str, request: Json| commands::call(session, context, name, request);
    match command {
        Command::New { register, institution } => {
            call("new_register", json!({"folder": register, "institution": institution})).map(done)
        }
        Command::Import { workbook, dry_run, strict, mapping, .. } => {
            let mapping = mapping.as_deref().map(read_json).transpose()?;
            let request = json!({"workbook": workbook, "dry_run": dry_run, "strict": strict, "mapping": mapping});
            let answer = call("import", request)?;
            let refused = answer["sheets"]
                .as_array()
                .into_iter()
                .flatten()
                .any(|sheet| sheet["refused"].as_array().is_some_and(|rows| !rows.is_empty()));
            Ok((answer, if refused { FINDINGS } else { DONE }))
        }
        Command::Undo { batch, .. } => call("undo_import", json!({"id": batch})).map(done),
        Command::Figures { from, to, .. } => call("figures", json!({"from": from, "to": to})).map(done),
        Command::Rows { figure, from, to, .. } => {
            call("figure_rows", json!({"figure": figure, "from": from, "to": to})).map(done)
        }
        Command::Report { from, to, addressee, date, docx, xlsx, .. } => {
            let report = json!({"from": from, "to": to, "addressee": addressee, "date": date});
            if docx.is_none() && xlsx.is_none() {
                return call("report", report).map(done);
            }
            call("export_report", json!({"report": report, "docx": docx, "xlsx": xlsx})).map(done)
        }
        Command::Proof { document, from, to, comments, .. } => {
            let answer = call("proof", json!({"document": document, "from": from, "to": to, "comments": comments}))?;
            let found = |list: &str, key: &str, fault: Json| {
                answer[list].as_array().into_iter().flatten().any(|entry| entry[key] == fault)
            };
            let wrong = found("numbers", "verdict", json!("contradicts"))
                || found("sums", "holds", json!(false))
                || found("repeats", "agree", json!(false));
            Ok((answer, if wrong { FINDINGS } else { DONE }))
        }
        Command::Search { text, limit, .. } => call("search", json!({"text": text, "limit": limit})).map(done),
        Command::Verify { register } => {
            let answer = call("verify", json!({"folder": register}))?;
            let ok = answer["ok"].as_bool().unwrap_or(false);
            Ok((answer, if ok { DONE } else { FINDINGS }))
        }
        Command::Backup { to, .. } => {
            let answer = call("backup", json!({"to": to}))?;
            let verified = answer["verified"].as_bool().unwrap_or(false);
            Ok((answer, if verified { DONE } else { FINDINGS }))
        }
        Command::Restore { backup, register, replace } => {
            call("restore", json!({"backup": backup, "folder": register, "replace": replace})).map(done)
        }
    }
}

fn done(answer: Json) -> (Json, u8) {
    (answer, DONE)
}

fn read_json(path: &std::path::Path) -> Result<Json, Error> {
    let text = std::fs::read_to_string(path).map_err(Error::io(path))?;
    serde_json::from_str(&text).map_err(|error| Error::BadMapping { detail: format!("{}: {error}", path.display()) })
}
