//! A department: 第一责任人, 信息员, telephone, and the 清单事项 that it must publish.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Person;
use super::names::{Label, read_line, read_name};
use super::persons::checked;
use crate::board::ItemState;
use crate::change::Operation;
use crate::context::Context;
use crate::due::Due;
use crate::error::{Error, FieldFault, Result};
use crate::finding::Kept;
use crate::folder::Register;
use crate::period::Period;
use crate::records::{HistoryEntry, HistoryPart};
use crate::store;
use crate::things::{Dimension, Term};

const HEAD: Label = ("head", "第一责任人", "The first person responsible");
const OFFICER: Label = ("officer", "信息员", "The information officer");
const TELEPHONE: Label = ("telephone", "联系电话", "The telephone");

/// What is known of a department beside its word; also what the change log keeps of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Department {
    /// Its term.
    pub department: i64,
    /// 第一责任人
    pub head: String,
    /// 信息员
    pub officer: String,
    pub telephone: String,
    /// The 清单事项 that it must publish: terms, each once.
    pub duties: Vec<i64>,
}

#[derive(Debug, Deserialize, TS)]
pub struct DepartmentInPeriod {
    pub id: i64,
    pub from: chrono::NaiveDate,
    pub to: chrono::NaiveDate,
}

/// A department with what came of its duties in a period.
#[derive(Debug, Serialize, TS)]
pub struct DepartmentView {
    pub department: Department,
    pub name: String,
    pub duties: Vec<DutyDone>,
    /// Its requests, replies and problems that are past their due date today, whatever the period.
    pub overdue: Vec<Due>,
    /// Its persons who may act.
    pub persons: Vec<Person>,
}

#[derive(Debug, Serialize, TS)]
pub struct DutyDone {
    pub item: i64,
    /// As the board has it; none where it is not on the board: retired, or no item.
    pub state: Option<ItemState>,
    /// What the department itself published under it, and under what is below it, in the period.
    pub publications: u64,
}

#[derive(Debug, Serialize, TS)]
pub struct DepartmentSaved {
    pub department: Department,
    pub warnings: Vec<FieldFault>,
}

impl Department {
    pub(super) fn unknown(department: i64) -> Department {
        Department { department, ..Department::default() }
    }
}

impl Register {
    /// What is known of a department, and of its duties in a period.
    pub fn department(&self, context: &Context, id: i64, period: Period) -> Result<DepartmentView> {
        let period = period.checked()?;
        let term = self.department_term(id)?;
        let duties = store::scorecards::duties(self.db(), period)?.into_iter();
        let own = duties.filter(|(department, ..)| *department == id);
        let states = self.list_states(period, context.today())?;
        let state = |item| states.get(&item).map(|placed| placed.state);
        let due = self.due_list(context, None)?.into_iter();
        Ok(DepartmentView {
            department: self.department_kept(id)?,
            name: term.name,
            duties: own.map(|(_, item, publications)| DutyDone { item, state: state(item), publications }).collect(),
            overdue: due.filter(|due| due.department == Some(id) && due.is_overdue()).collect(),
            persons: self.persons()?.into_iter().filter(|person| person.department == Some(id)).collect(),
        })
    }

    /// Puts a department's people and duties in the place of the old ones.
    pub fn set_department(&mut self, context: &Context, request: &Department) -> Result<DepartmentSaved> {
        let id = self.department_term(request.department)?.id;
        let lines = [
            read_name(HEAD, &request.head),
            read_name(OFFICER, &request.officer),
            read_line(TELEPHONE, &request.telephone),
        ];
        let faults: Vec<FieldFault> = lines.iter().filter_map(|line| line.refusal.clone()).collect();
        if !faults.is_empty() {
            return Err(Error::Refused { faults });
        }
        let vocabulary = self.vocabulary()?;
        let duties = request.duties.iter().map(|item| checked(&vocabulary, *item, Dimension::ListItem));
        let mut duties = duties.collect::<Result<Vec<_>>>()?;
        duties.sort_unstable();
        duties.dedup();
        let [head, officer, telephone] = lines.each_ref().map(|line| line.text.clone());
        let department = Department { department: id, head, officer, telephone, duties };
        let before = store::people::department(self.db(), id)?;
        if before.clone().unwrap_or_else(|| Department::unknown(id)) != department {
            self.change(context, Operation::DepartmentSet, |change| {
                change.put_department(before.as_ref(), &department)
            })?;
        }
        Ok(DepartmentSaved { department, warnings: lines.into_iter().flat_map(|line| line.warnings).collect() })
    }

    /// Who changed what of a department's people and duties and when, oldest first.
    pub fn department_history(&self, id: i64) -> Result<Vec<HistoryEntry>> {
        self.department_term(id)?;
        let read = |json: Option<String>| json.and_then(|json| serde_json::from_str(&json).ok());
        let history = store::changes::history(self.db(), Kept::Department.key(), &id.to_string())?;
        let entry = |(entry, changed): (_, store::changes::ChangedRecord)| {
            HistoryEntry::of(entry, HistoryPart::Record, read(changed.before), read(changed.after))
        };
        Ok(history.into_iter().map(entry).collect())
    }

    pub(super) fn department_kept(&self, id: i64) -> Result<Department> {
        Ok(store::people::department(self.db(), id)?.unwrap_or_else(|| Department::unknown(id)))
    }

    fn department_term(&self, id: i64) -> Result<Term> {
        let vocabulary = self.vocabulary()?;
        let known = vocabulary.of(Dimension::Department).find(|term| term.id == id);
        known.cloned().ok_or(Error::NoSuchTerm { id })
    }
}
