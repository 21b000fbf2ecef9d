//! 经办人: who of the office may act. The change log names them; see [`crate::commands::Session`] for who acts today.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::names::{Label, Line, read_person};
use crate::change::Operation;
use crate::context::Context;
use crate::error::{Error, FieldFault, Result};
use crate::folder::Register;
use crate::store;
use crate::things::{Dimension, Vocabulary};

const NAME: Label = ("name", "姓名", "The name");

/// A person of the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Person {
    pub id: i64,
    pub name: String,
    /// The department's term.
    pub department: Option<i64>,
    /// Still there, and offered when it is asked who acts.
    pub active: bool,
}

#[derive(Debug, Deserialize, TS)]
pub struct AddPerson {
    pub name: String,
    #[ts(optional)]
    pub department: Option<i64>,
}

#[derive(Debug, Serialize, TS)]
pub struct PersonSaved {
    pub person: Person,
    pub warnings: Vec<FieldFault>,
}

#[derive(Debug, Deserialize, TS)]
pub struct ActAs {
    /// Nobody in particular: the log then names the system's user.
    pub person: Option<i64>,
}

/// Who acts, as the log names them.
#[derive(Debug, Serialize, TS)]
pub struct Acting {
    pub who: String,
    /// The person who was chosen today; without one the system's user acts.
    pub person: Option<i64>,
}

impl Register {
    /// Everybody who may act, then those who no longer do.
    pub fn persons(&self) -> Result<Vec<Person>> {
        store::people::persons(self.db())
    }

    /// A person who may act.
    pub(crate) fn active_person(&self, id: i64) -> Result<Option<Person>> {
        Ok(store::people::person(self.db(), id)?.filter(|person| person.active))
    }

    /// Adds a person. One who was there before comes back.
    pub fn add_person(&mut self, context: &Context, request: &AddPerson) -> Result<PersonSaved> {
        let line = read_person(NAME, &request.name);
        let known = self.persons()?.into_iter().find(|person| person.name == line.text);
        match known {
            Some(person) if person.active => Err(Error::PersonExists { name: person.name }),
            Some(person) => self.edit_person(context, &Person { active: true, ..person }),
            None => {
                let person = Person { id: 0, name: line.text.clone(), department: request.department, active: true };
                self.keep_person(context, None, person, line)
            }
        }
    }

    /// Puts a new name or department in place, or says that a person is no longer there.
    pub fn edit_person(&mut self, context: &Context, edited: &Person) -> Result<PersonSaved> {
        let unknown = || Error::NoSuchRecord { id: format!("person-{}", edited.id) };
        let before = store::people::person(self.db(), edited.id)?.ok_or_else(unknown)?;
        let line = read_person(NAME, &edited.name);
        if self.persons()?.iter().any(|other| other.id != edited.id && other.name == line.text) {
            return Err(Error::PersonExists { name: line.text });
        }
        let after = Person { name: line.text.clone(), ..edited.clone() };
        self.keep_person(context, Some(&before), after, line)
    }

    fn keep_person(
        &mut self,
        context: &Context,
        before: Option<&Person>,
        mut after: Person,
        line: Line,
    ) -> Result<PersonSaved> {
        if let Some(refusal) = line.refusal {
            return Err(Error::Refused { faults: vec![refusal] });
        }
        if let Some(department) = after.department {
            after.department = Some(checked(&self.vocabulary()?, department, Dimension::Department)?);
        }
        if before != Some(&after) {
            let operation = if before.is_some() { Operation::PersonEdit } else { Operation::PersonAdd };
            after = self.change(context, operation, |change| change.put_person(before, &after))?;
        }
        Ok(PersonSaved { person: after, warnings: line.warnings })
    }
}

/// A term of a vocabulary; where it was merged into another, that one.
pub(super) fn checked(vocabulary: &Vocabulary, id: i64, dimension: Dimension) -> Result<i64> {
    let meant = vocabulary.meant(id);
    let known = vocabulary.get(meant).is_some_and(|term| term.dimension == dimension);
    if known { Ok(meant) } else { Err(Error::NoSuchTerm { id }) }
}
