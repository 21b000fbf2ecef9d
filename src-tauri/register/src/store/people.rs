//! Departments with their people and duties, and the persons who may act.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::Writing;
use crate::error::Result;
use crate::people::{Department, Person};

/// What is known of a department; nothing where nobody wrote anything down yet.
pub(crate) fn department(db: &Connection, id: i64) -> Result<Option<Department>> {
    let mut statement = db.prepare_cached("SELECT * FROM departments WHERE department = ?")?;
    let found = statement.query_row([id], read_department).optional()?;
    found.map(|department| with_duties(db, department)).transpose()
}

/// Every department that something is known of.
pub(crate) fn departments(db: &Connection) -> Result<Vec<Department>> {
    let mut statement = db.prepare_cached("SELECT * FROM departments ORDER BY department")?;
    let found: Vec<Department> = statement.query_map([], read_department)?.collect::<rusqlite::Result<_>>()?;
    found.into_iter().map(|department| with_duties(db, department)).collect()
}

/// The departments that must publish a 清单事项.
pub(crate) fn with_duty(db: &Connection, item: i64) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached("SELECT department FROM duties WHERE item = ? ORDER BY department")?;
    Ok(statement.query_map([item], |row| row.get("department"))?.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn put_department(db: &Writing, department: &Department) -> Result<()> {
    let id = department.department;
    db.execute(
        "INSERT INTO departments (department, head, officer, telephone) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (department) DO UPDATE SET head = ?2, officer = ?3, telephone = ?4",
        params![id, department.head, department.officer, department.telephone],
    )?;
    db.execute("DELETE FROM duties WHERE department = ?", [id])?;
    let mut statement = db.prepare_cached("INSERT INTO duties (department, item) VALUES (?, ?)")?;
    for item in &department.duties {
        statement.execute([id, *item])?;
    }
    Ok(())
}

/// Everybody who may act, then those who no longer do.
pub(crate) fn persons(db: &Connection) -> Result<Vec<Person>> {
    let mut statement = db.prepare_cached("SELECT * FROM persons ORDER BY active DESC, id")?;
    Ok(statement.query_map([], read_person)?.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn person(db: &Connection, id: i64) -> Result<Option<Person>> {
    Ok(db.prepare_cached("SELECT * FROM persons WHERE id = ?")?.query_row([id], read_person).optional()?)
}

/// Adds a person, whose number is answered, or puts what is known now in place.
pub(crate) fn put_person(db: &Writing, person: &Person) -> Result<i64> {
    let number = (person.id != 0).then_some(person.id);
    db.execute(
        "INSERT INTO persons (id, name, department, active) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (id) DO UPDATE SET name = ?2, department = ?3, active = ?4",
        params![number, person.name, person.department, person.active],
    )?;
    Ok(number.unwrap_or_else(|| db.last_insert_rowid()))
}

/// Whether a department's people, a duty or a person hangs on a term.
pub(super) fn lean_on(db: &Connection, term: i64) -> Result<bool> {
    let sql = "SELECT 1 FROM departments WHERE department = ?1 AND head || officer || telephone <> ''
               UNION ALL SELECT 1 FROM duties WHERE department = ?1 OR item = ?1
               UNION ALL SELECT 1 FROM persons WHERE department = ?1 LIMIT 1";
    Ok(db.prepare_cached(sql)?.exists([term])?)
}

fn with_duties(db: &Connection, mut department: Department) -> Result<Department> {
    let mut statement = db.prepare_cached("SELECT item FROM duties WHERE department = ? ORDER BY item")?;
    let items = statement.query_map([department.department], |row| row.get("item"))?;
    department.duties = items.collect::<rusqlite::Result<_>>()?;
    Ok(department)
}

fn read_department(row: &Row) -> rusqlite::Result<Department> {
    Ok(Department {
        department: row.get("department")?,
        head: row.get("head")?,
        officer: row.get("officer")?,
        telephone: row.get("telephone")?,
        duties: Vec::new(),
    })
}

fn read_person(row: &Row) -> rusqlite::Result<Person> {
    Ok(Person {
        id: row.get("id")?,
        name: row.get("name")?,
        department: row.get("department")?,
        active: row.get("active")?,
    })
}
