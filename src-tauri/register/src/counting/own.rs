//! The definitions of a register: those that came with the program, which can be copied and not changed, and the
//! school's own.

use serde::Deserialize;
use ts_rs::TS;

use super::Definition;
use crate::change::{Change, Operation, json};
use crate::context::Context;
use crate::error::{DefinitionFault, Error, Result};
use crate::folder::Register;
use crate::reports::lines_naming;
use crate::store;

/// The definitions of the shipped report template, in its order.
const SHIPPED: &str = include_str!("annual_report.json");

/// The setting that holds the order of the figures, as a list of ids. Those that it does not name follow.
const ORDER: &str = "figure_order";

/// Which figure is copied, and as what; without an id of its own the copy gets one.
#[derive(Debug, Deserialize, TS)]
pub struct CopyFigure {
    pub id: String,
    #[ts(optional)]
    pub new_id: Option<String>,
    pub label: String,
}

/// Figures in the order in which they are to stand; the others follow.
#[derive(Debug, Deserialize, TS)]
pub struct OrderFigures {
    pub ids: Vec<String>,
}

/// The definitions that came with the program, whether or not the register still has them.
pub fn shipped_definitions() -> Result<Vec<Definition>> {
    let read: serde_json::Result<Vec<Definition>> = serde_json::from_str(SHIPPED);
    let mut shipped = read.map_err(|error| Error::Internal { detail: error.to_string() })?;
    shipped.iter_mut().for_each(|definition| definition.shipped = Some(true));
    Ok(shipped)
}

/// Puts the shipped definitions into a new register.
pub(crate) fn ship(change: &mut Change) -> Result<()> {
    shipped_definitions()?.iter().try_for_each(|definition| change.define_figure(&definition.id, &json(definition)))
}

/// Sets the order of the figures, where it is another.
pub(crate) fn put_order(change: &mut Change, ids: &[&str]) -> Result<()> {
    let order = json(&ids);
    if store::settings::get(&change.db, ORDER)?.as_ref() != Some(&order) {
        change.set(ORDER, &order)?;
    }
    Ok(())
}

impl Definition {
    /// As it is kept. One that was kept before this was said of it came with the program where its id did.
    fn kept(id: &str, json: &str, shipped: &[Definition]) -> Result<Definition> {
        let read: serde_json::Result<Definition> = serde_json::from_str(json);
        let mut definition = read.map_err(|error| Error::BadDefinition {
            id: id.to_owned(),
            fault: DefinitionFault::Unreadable { detail: error.to_string() },
        })?;
        definition.shipped.get_or_insert_with(|| shipped.iter().any(|other| other.id == id));
        Ok(definition)
    }

    /// Whether it says the same, wherever it came from.
    pub(crate) fn says_what(&self, other: &Definition) -> bool {
        Definition { shipped: None, ..self.clone() } == Definition { shipped: None, ..other.clone() }
    }

    /// As the register keeps it: shipped only where it says what the shipped one of its id says.
    pub(crate) fn known_by(self, shipped: &[Definition]) -> Definition {
        let is_shipped = shipped.iter().any(|other| other.says_what(&self));
        Definition { shipped: Some(is_shipped), ..self }
    }
}

impl Register {
    /// All definitions, in the order of the report.
    pub fn definitions(&self) -> Result<Vec<Definition>> {
        let shipped = shipped_definitions()?;
        let kept = store::figures::all(self.db())?;
        let read = kept.iter().map(|(id, json)| Definition::kept(id, json, &shipped));
        let mut definitions = read.collect::<Result<Vec<_>>>()?;
        let order: Vec<String> = store::settings::get(self.db(), ORDER)?
            .and_then(|order| serde_json::from_str(&order).ok())
            .unwrap_or_default();
        let place = |definition: &Definition| order.iter().position(|id| *id == definition.id);
        definitions.sort_by_key(|definition| place(definition).unwrap_or(usize::MAX));
        Ok(definitions)
    }

    pub fn definition(&self, id: &str) -> Result<Definition> {
        self.known_definition(id)?.ok_or_else(|| Error::NoSuchFigure { id: id.into() })
    }

    fn known_definition(&self, id: &str) -> Result<Option<Definition>> {
        let shipped = shipped_definitions()?;
        store::figures::get(self.db(), id)?.map(|json| Definition::kept(id, &json, &shipped)).transpose()
    }

    /// Adds a definition of the school's own, or puts a new one in its place. A shipped one is put back as it came,
    /// and not changed.
    pub fn define_figure(&mut self, context: &Context, definition: &Definition) -> Result<()> {
        definition.check()?;
        let shipped = shipped_definitions()?;
        let before = self.known_definition(&definition.id)?;
        if before.as_ref().is_some_and(|before| before.says_what(definition)) {
            return Ok(());
        }
        let after = definition.clone().known_by(&shipped);
        let reserved = match &before {
            Some(before) => before.shipped == Some(true),
            None => after.shipped == Some(false) && shipped.iter().any(|other| other.id == after.id),
        };
        if reserved {
            return Err(Error::FigureShipped { id: after.id });
        }
        self.change(context, Operation::FigureDefine, |change| change.define_figure(&after.id, &json(&after)))
    }

    /// A figure of the school's own that begins as another is, also as a shipped one that the register does not have.
    pub fn copy_figure(&mut self, context: &Context, request: &CopyFigure) -> Result<Definition> {
        let shipped = shipped_definitions()?;
        let original = match self.known_definition(&request.id)? {
            Some(original) => original,
            None => shipped
                .iter()
                .find(|other| other.id == request.id)
                .cloned()
                .ok_or_else(|| Error::NoSuchFigure { id: request.id.clone() })?,
        };
        let known = self.definitions()?;
        let taken = |id: &str| known.iter().chain(&shipped).any(|other| other.id == id);
        let id = match request.new_id.as_deref().map(str::trim).filter(|id| !id.is_empty()) {
            Some(id) if taken(id) => return Err(Error::FigureExists { id: id.into() }),
            Some(id) => id.to_owned(),
            None => (2..).map(|number| format!("{}_{number}", original.id)).find(|id| !taken(id)).unwrap_or_default(),
        };
        let copy = Definition { id, label: request.label.trim().to_owned(), shipped: Some(false), ..original };
        copy.check()?;
        self.change(context, Operation::FigureDefine, |change| change.define_figure(&copy.id, &json(&copy)))?;
        Ok(copy)
    }

    /// Removes a figure of the school's own that nothing names; the log keeps it.
    pub fn remove_figure(&mut self, context: &Context, id: &str) -> Result<()> {
        if self.definition(id)?.shipped == Some(true) {
            return Err(Error::FigureShipped { id: id.into() });
        }
        let (lines, declared) = (lines_naming(self, id)?, self.declared_periods(id)?);
        if !lines.is_empty() || declared > 0 {
            return Err(Error::FigureInUse { id: id.into(), lines, declared });
        }
        self.change(context, Operation::FigureRemove, |change| change.remove_figure(id))
    }

    /// Sets the order in which the figures stand; the definitions in it.
    pub fn order_figures(&mut self, context: &Context, ids: &[String]) -> Result<Vec<Definition>> {
        let mut order: Vec<&str> = Vec::new();
        for id in ids {
            self.definition(id)?;
            if !order.contains(&id.as_str()) {
                order.push(id);
            }
        }
        let before: Vec<String> = self.definitions()?.into_iter().map(|definition| definition.id).collect();
        let others: Vec<&str> = before.iter().map(String::as_str).filter(|id| !order.contains(id)).collect();
        order.extend(others);
        if order != before {
            self.change(context, Operation::SettingSet, |change| put_order(change, &order))?;
        }
        self.definitions()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_definition_is_sound_and_named_once() {
        let shipped = shipped_definitions().unwrap();
        assert_eq!(shipped.len(), 39);
        for (position, definition) in shipped.iter().enumerate() {
            definition.check().unwrap();
            assert!(shipped[..position].iter().all(|other| other.id != definition.id), "{}", definition.id);
        }
    }

    #[test]
    fn a_definition_of_an_earlier_program_is_shipped_where_its_id_is() {
        let shipped = shipped_definitions().unwrap();
        let web = shipped.iter().find(|other| other.id == "web").unwrap();
        let early = json(&Definition { shipped: None, ..web.clone() });
        assert!(!early.contains("shipped"));
        assert_eq!(Definition::kept("web", &early, &shipped).unwrap().shipped, Some(true));
        let own = json(&Definition { id: "ours".into(), shipped: None, ..web.clone() });
        assert_eq!(Definition::kept("ours", &own, &shipped).unwrap().shipped, Some(false));
    }
}
