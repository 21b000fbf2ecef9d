//! The one table of commands: name(request) -> answer. Router and TypeScript types come from it.
//!
//! The window, the command line and the tests reach the library by these names alone. Its parts lie by subject.

mod border;
#[macro_use]
mod router;
mod desk;
mod office;
mod reporting;
mod session;

use serde_json::Value as Json;
use ts_rs::TS;

use crate::context::Context;
use crate::error::{Error, Result};

pub(crate) use session::make;

pub use border::{
    AddTerm, AttachEvidence, BackupRequest, BreakdownRequest, ById, CheckRecord, DetachEvidence, DimensionInfo,
    DocumentRequest, DueRequest, EditRecord, EditTerm, EvidenceOf, ExportReport, FigureRequest, FigureRowsRequest,
    FiguresOfRecord, InspectWorkbook, LeftoverById, LogRecord, LogRecords, MergeTerms, NewRegister, OfDimension,
    OfRecord, OfThing, OpenRegister, Rename, RestoreRequest, SetEvidenceLimit, SetPeriods, SettleLeftovers, TermById,
    ThingInfo, VerifyRequest, WithdrawRecord, WithdrawRecords, WriteTo,
};
pub use router::{Command, Nothing};
pub use session::Session;

/// Runs a command by its name. Whatever fails, the register is as it was.
pub fn call(session: &mut Session, context: &Context, name: &str, request: Json) -> Result<Json> {
    let who = session.at_work(context);
    let context = &Context { who: &who, ..*context };
    let parts = [office::call, desk::call, reporting::call];
    let mut request = Some(request);
    let done = parts.iter().find_map(|part| part(session, context, name, &mut request));
    done.unwrap_or_else(|| Err(Error::UnknownCommand { name: name.to_owned() })).map_err(|error| match &session.open {
        Some(register) => register.explain(error),
        None => error,
    })
}

/// The table as TypeScript.
#[derive(TS)]
#[allow(dead_code)] // exists for its type alone
pub struct Commands {
    #[ts(flatten)]
    office: office::Office,
    #[ts(flatten)]
    desk: desk::Desk,
    #[ts(flatten)]
    reporting: reporting::Reporting,
}
