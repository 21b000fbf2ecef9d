//! One person's work with a register: made, opened, handed over for another.

use std::path::Path;

use crate::board;
use crate::context::Context;
use crate::counting;
use crate::error::{Error, Result};
use crate::folder::{Register, RegisterInfo};
use crate::reports;
use crate::terms;

/// One person's work with at most one register, which is closed and sealed when another is opened or the session
/// ends.
#[derive(Default)]
pub struct Session {
    pub(super) open: Option<Register>,
}

impl Session {
    pub(super) fn register(&mut self) -> Result<&mut Register> {
        let register = self.open.as_mut().ok_or(Error::NoRegisterOpen)?;
        register.still_there()?;
        Ok(register)
    }

    /// Takes the register of `folder` in hand in place of the one before, which stays where `make` fails. Only that
    /// very folder must be let go of first; where it vanished, there is nothing to let go of.
    pub(super) fn hand_over(&mut self, folder: &Path, make: impl FnOnce() -> Result<Register>) -> Result<RegisterInfo> {
        self.let_go_of(folder);
        let made = make()?;
        self.open.insert(made).info()
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
