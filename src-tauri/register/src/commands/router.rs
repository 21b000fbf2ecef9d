//! How a line of the table becomes a call: the request is parsed, the command run, its answer written.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use ts_rs::TS;

use crate::error::{Error, Result};
use crate::records::JsonMap;

macro_rules! commands {
    ($table:ident: $($(#[doc = $doc:literal])+ $name:ident($request:ty) -> $answer:ty = $run:expr;)+) => {
        /// Runs a command of this part; nothing where it has none of that name, and the request is left for the next.
        pub(super) fn call(
            session: &mut Session,
            context: &Context,
            name: &str,
            request: &mut Option<Json>,
        ) -> Option<Result<Json>> {
            match name {
                $(stringify!($name) => {
                    let run: fn(&mut Session, &Context, $request) -> Result<$answer> = $run;
                    let request = parse(name, request.take().unwrap_or_default());
                    Some(request.and_then(|request| run(session, context, request)).and_then(|a| answer(&a)))
                })+
                _ => None,
            }
        }

        /// This part of the table as TypeScript.
        #[derive(TS)]
        #[allow(dead_code)] // exists for its type alone
        pub struct $table {
            $($(#[doc = $doc])+ $name: Command<$request, $answer>,)+
        }
    };
}

/// A command's two sides; only its type is used.
#[derive(TS)]
#[allow(dead_code)]
pub struct Command<Request: TS, Answer: TS> {
    request: Request,
    answer: Answer,
}

#[derive(Debug, Serialize, Deserialize, TS)]
pub struct Nothing {}

pub(super) fn parse<T: DeserializeOwned>(command: &str, request: Json) -> Result<T> {
    let request = if request.is_null() { Json::Object(JsonMap::new()) } else { request };
    serde_json::from_value(request)
        .map_err(|error| Error::BadRequest { command: command.to_owned(), detail: error.to_string() })
}

pub(super) fn answer<T: Serialize>(answer: &T) -> Result<Json> {
    serde_json::to_value(answer).map_err(|error| Error::Internal { detail: error.to_string() })
}
