//! One person's work with a register: made, opened, handed over for another; who acts in it today.

use std::path::Path;

use chrono::NaiveDate;

use crate::board;
use crate::context::Context;
use crate::counting;
use crate::error::{Error, Result};
use crate::folder::{Register, RegisterInfo};
use crate::people::Acting;
use crate::reports;
use crate::terms;

/// One person's work with at most one register, which is closed and sealed when another is opened or the session
/// ends.
#[derive(Default)]
pub struct Session {
    pub(super) open: Option<Register>,
    chosen: Option<Chosen>,
    /// The person at work as the system knows them, at the last call.
    system_user: String,
}

/// Who said on a day that they act (今日经办人), in which register.
struct Chosen {
    person: i64,
    day: NaiveDate,
    register: String,
}

impl Session {
    /// Who acts in a call, as the log names them: the person chosen on that very day, else the system's user.
    pub(super) fn at_work(&mut self, context: &Context) -> String {
        self.system_user = context.who.to_owned();
        self.acting_person(context).map_or_else(|| self.system_user.clone(), |(_, name)| name)
    }

    pub(super) fn acting(&self, context: &Context) -> Result<Acting> {
        self.open.as_ref().ok_or(Error::NoRegisterOpen)?;
        Ok(match self.acting_person(context) {
            Some((id, who)) => Acting { who, person: Some(id) },
            None => Acting { who: self.system_user.clone(), person: None },
        })
    }

    /// Says who acts for the rest of the day.
    pub(super) fn act_as(&mut self, context: &Context, person: Option<i64>) -> Result<Acting> {
        let register = self.register()?;
        let id = register.info()?.id;
        if let Some(person) = person
            && register.active_person(person)?.is_none()
        {
            return Err(Error::NoSuchRecord { id: format!("person-{person}") });
        }
        self.chosen = person.map(|person| Chosen { person, day: context.today(), register: id });
        self.acting(context)
    }

    /// A choice of another day is none, nor is one of a person who is no longer there.
    fn acting_person(&self, context: &Context) -> Option<(i64, String)> {
        let (open, chosen) = self.open.as_ref().zip(self.chosen.as_ref())?;
        let person = open.active_person(chosen.person).ok().flatten()?;
        (chosen.day == context.today()).then_some((person.id, person.name))
    }

    pub(super) fn register(&mut self) -> Result<&mut Register> {
        let register = self.open.as_mut().ok_or(Error::NoRegisterOpen)?;
        register.still_there()?;
        Ok(register)
    }

    /// Takes the register of `folder` in hand in place of the one before, which stays where `make` fails. Only that
    /// very folder must be let go of first; where it vanished, there is nothing to let go of. What `make` enters in a
    /// log is the system user's: who acts was chosen for the register before.
    pub(super) fn hand_over(
        &mut self,
        context: &Context,
        folder: &Path,
        make: impl FnOnce(&Context) -> Result<Register>,
    ) -> Result<RegisterInfo> {
        self.let_go_of(folder);
        let made = make(&Context { who: &self.system_user, ..*context })?;
        let info = self.open.insert(made).info()?;
        self.chosen.take_if(|chosen| chosen.register != info.id);
        Ok(info)
    }

    /// Closes the register in hand where it lies in this folder, and still does.
    pub(super) fn let_go_of(&mut self, folder: &Path) {
        self.open.take_if(|open| same_place(open.folder(), folder) && open.still_there().is_ok());
    }
}

/// Whether two paths lead to one folder, however they are written.
fn same_place(one: &Path, other: &Path) -> bool {
    one == other || one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|other| one == other))
}

/// A register with the shipped vocabulary, definitions and wording in it.
pub(crate) fn make(context: &Context, folder: &Path, institution: &str) -> Result<Register> {
    Register::create(context, folder, institution, |change| {
        terms::ship(change)?;
        board::ship(change)?;
        counting::ship(change)?;
        reports::ship(change)
    })
}

/// A register as it was left, with what shipped since.
pub(super) fn open(context: &Context, folder: &Path) -> Result<Register> {
    let mut register = Register::open(folder)?;
    let furnished = terms::furnish(&mut register, context).and_then(|()| board::furnish(&mut register, context));
    furnished.map_err(|error| register.explain(error))?;
    Ok(register)
}
