//! A selection of records in SQL: the one place where a figure's number and its rows come from.

use rusqlite::types::FromSql;
use rusqlite::{Connection, params};

use super::records::title_sql;
use crate::error::Result;
use crate::period::Period;
use crate::things::Thing;

/// Which records count, and what each contributes. The law is the caller's; terms come as their numbers.
#[derive(Clone, Debug)]
pub(crate) struct Selection {
    pub thing: Thing,
    /// The date that decides whether a record lies in the period.
    pub date: &'static str,
    pub period: Period,
    pub conditions: Vec<Condition>,
    pub quantity: Quantity,
    /// Nothing but this record, where it is asked about alone.
    pub only: Option<i64>,
}

#[derive(Clone, Debug)]
pub(crate) enum Condition {
    /// The field holds one of these terms; with none of them, nothing matches.
    OneOf {
        field: &'static str,
        terms: Vec<i64>,
    },
    Flag {
        field: &'static str,
        value: bool,
    },
    /// Released on one of these channels; a record on several of them counts once.
    OnChannels {
        channels: Vec<i64>,
    },
    /// The field is empty.
    Empty {
        field: &'static str,
    },
    /// Released nowhere.
    OnNoChannel,
    /// No record counts.
    Never,
}

/// What a record contributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Quantity {
    /// One, whatever it holds.
    One,
    /// One for each release on the channels asked for; on any channel where none is asked for.
    Releases,
    /// A number that it holds; an empty one is nothing.
    Sum(&'static str),
    /// Two numbers, to be divided once both are summed.
    Ratio { part: &'static str, whole: &'static str },
}

/// What a selection comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Totals {
    pub records: u64,
    pub sum: i64,
    /// The divisor of a ratio; 0 for other quantities.
    pub whole: i64,
    /// Records among them whose quantity is an estimate.
    pub estimates: u64,
}

/// A record of a selection.
pub(crate) struct Selected {
    pub id: i64,
    pub title: String,
    pub date: String,
    pub quantity: i64,
}

impl Selection {
    pub(crate) fn totals(&self, db: &Connection) -> Result<Totals> {
        // Where each record is one, their number is the sum; where none can be an estimate, none is looked for.
        let sum = if self.quantity == Quantity::One { "count(*)" } else { "coalesce(sum(quantity), 0)" };
        let whole = if let Quantity::Ratio { .. } = self.quantity { "coalesce(sum(whole), 0)" } else { "0" };
        let estimates = if self.thing == Thing::Reply { "coalesce(sum(estimate), 0)" } else { "0" };
        let sql = format!(
            "SELECT count(*) AS records, {sum} AS sum, {whole} AS whole, {estimates} AS estimates FROM ({})",
            self.records(self.date)
        );
        let totals =
            db.prepare(&sql)?.query_row([&self.period.from.to_string(), &self.period.to.to_string()], |row| {
                Ok(Totals {
                    records: row.get("records")?,
                    sum: row.get("sum")?,
                    whole: row.get("whole")?,
                    estimates: row.get("estimates")?,
                })
            })?;
        Ok(totals)
    }

    /// The records in the order of their dates, `limit` of them from `offset` on.
    pub(crate) fn rows(&self, db: &Connection, offset: u64, limit: u64) -> Result<Vec<Selected>> {
        let mut rows = Vec::new();
        self.each(db, offset, limit, |row| {
            rows.push(row);
            Ok(())
        })?;
        Ok(rows)
    }

    /// The records in the order of their dates, one at a time.
    pub(crate) fn each(
        &self,
        db: &Connection,
        offset: u64,
        limit: u64,
        mut visit: impl FnMut(Selected) -> Result<()>,
    ) -> Result<()> {
        let sql = format!(
            "SELECT t.id, {title} AS title, t.{date} AS date, s.quantity FROM ({records}) s
             JOIN {table} t ON t.id = s.id ORDER BY t.{date}, t.id LIMIT ?3 OFFSET ?4",
            title = title_sql(self.thing),
            date = self.date,
            records = self.records(self.date),
            table = self.thing.plural(),
        );
        let mut statement = db.prepare(&sql)?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let (from, to) = (self.period.from.to_string(), self.period.to.to_string());
        let mut rows = statement.query(params![from, to, limit, offset])?;
        while let Some(row) = rows.next()? {
            visit(Selected {
                id: row.get("id")?,
                title: row.get("title")?,
                date: row.get("date")?,
                quantity: row.get("quantity")?,
            })?;
        }
        Ok(())
    }

    /// Each record's number with what it contributes.
    pub(crate) fn quantities(&self, db: &Connection) -> Result<Vec<(i64, i64)>> {
        let mut statement = db.prepare(&format!("SELECT id, quantity FROM ({})", self.records(self.date)))?;
        let days = [self.period.from.to_string(), self.period.to.to_string()];
        let rows = statement.query_map(days, |row| Ok((row.get("id")?, row.get("quantity")?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The quantity and the number of the records that hold each value of a field, in the order of the values.
    pub(crate) fn by_value<T: FromSql>(&self, db: &Connection, field: &str) -> Result<Vec<(T, i64, u64)>> {
        let sql = format!(
            "SELECT value, sum(quantity) AS quantity, count(*) AS records FROM ({}) GROUP BY value ORDER BY value",
            self.records(field)
        );
        let mut statement = db.prepare(&sql)?;
        let values = statement
            .query_map([&self.period.from.to_string(), &self.period.to.to_string()], |row| {
                Ok((row.get("value")?, row.get("quantity")?, row.get("records")?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(values)
    }

    /// The channels that it is confined to.
    pub(crate) fn channels(&self) -> Option<&[i64]> {
        self.conditions.iter().find_map(|condition| match condition {
            Condition::OnChannels { channels } => Some(channels.as_slice()),
            Condition::OneOf { .. }
            | Condition::Flag { .. }
            | Condition::Empty { .. }
            | Condition::OnNoChannel
            | Condition::Never => None,
        })
    }

    /// Whether it is the sum of parts: a quotient is not, nor is what no record counts for.
    pub(crate) fn comes_apart(&self) -> bool {
        let never = |condition: &Condition| matches!(condition, Condition::Never);
        !matches!(self.quantity, Quantity::Ratio { .. }) && !self.conditions.iter().any(never)
    }

    /// One row a record: id, quantity, whole, estimate, and the value of a field. Parameters: the first and the
    /// last day.
    fn records(&self, field: &str) -> String {
        match self.channels() {
            Some(channels) => self.by_channel(Some(channels), field),
            None if self.quantity == Quantity::Releases => self.by_channel(None, field),
            None => self.by_record(field),
        }
    }

    fn by_record(&self, field: &str) -> String {
        let (quantity, whole) = self.quantity_sql();
        let estimate = if self.thing == Thing::Reply { "t.is_estimate" } else { "0" };
        format!(
            "SELECT t.id, {quantity} AS quantity, {whole} AS whole, {estimate} AS estimate, t.{field} AS value
             FROM {table} t WHERE t.live = 1 AND t.{date} BETWEEN ?1 AND ?2{conditions}{only}",
            table = self.thing.plural(),
            date = self.date,
            conditions = self.conditions_sql(|_| "t"),
            only = self.only_sql("t.id"),
        )
    }

    /// Through the releases: their index holds the day, the publicity and the liveness of their publication, so
    /// that most figures never look at the publications themselves.
    fn by_channel(&self, channels: Option<&[i64]>, field: &str) -> String {
        // A publication has one release on a channel: only several channels can meet in one record.
        let group = if channels.is_some_and(|ids| ids.len() == 1) { "" } else { " GROUP BY r.publication" };
        let (quantity, whole) = match self.quantity {
            Quantity::Releases if !group.is_empty() => ("count(*)".into(), "0".into()),
            Quantity::Releases => ("1".into(), "0".into()),
            Quantity::One | Quantity::Sum(_) | Quantity::Ratio { .. } => self.quantity_sql(),
        };
        let of_release = |field: &str| if matches!(field, "is_public" | "published_on") { "r" } else { "t" };
        let conditions = self.conditions_sql(of_release);
        let needs_record = of_release(self.date) == "t"
            || of_release(field) == "t"
            || matches!(self.quantity, Quantity::Sum(_) | Quantity::Ratio { .. })
            || self.conditions.iter().any(|condition| match condition {
                Condition::OneOf { field, .. } | Condition::Flag { field, .. } | Condition::Empty { field } => {
                    of_release(field) == "t"
                }
                Condition::OnNoChannel => true,
                Condition::OnChannels { .. } | Condition::Never => false,
            });
        let join = if needs_record { "JOIN publications t ON t.id = r.publication" } else { "" };
        let on = channels.map(|ids| format!(" AND r.channel IN ({})", list(ids))).unwrap_or_default();
        format!(
            "SELECT r.publication AS id, {quantity} AS quantity, {whole} AS whole, 0 AS estimate,
               {of_field}.{field} AS value
             FROM releases r {join}
             WHERE r.live = 1 AND {of}.{date} BETWEEN ?1 AND ?2{on}{conditions}{only}{group}",
            of_field = of_release(field),
            of = of_release(self.date),
            only = self.only_sql("r.publication"),
            date = self.date,
        )
    }

    fn quantity_sql(&self) -> (String, String) {
        match self.quantity {
            Quantity::One | Quantity::Releases => ("1".into(), "0".into()),
            Quantity::Sum(field) => (format!("coalesce(t.{field}, 0)"), "0".into()),
            Quantity::Ratio { part, whole } => (format!("coalesce(t.{part}, 0)"), format!("coalesce(t.{whole}, 0)")),
        }
    }

    fn conditions_sql(&self, table: impl Fn(&str) -> &'static str) -> String {
        self.conditions
            .iter()
            .map(|condition| match condition {
                Condition::OneOf { field, terms } => format!(" AND {}.{field} IN ({})", table(field), list(terms)),
                Condition::Flag { field, value } => format!(" AND {}.{field} = {}", table(field), u8::from(*value)),
                Condition::Empty { field } => format!(" AND {}.{field} IS NULL", table(field)),
                Condition::OnNoChannel => {
                    " AND NOT EXISTS (SELECT 1 FROM releases x WHERE x.publication = t.id)".into()
                }
                Condition::Never => " AND 0".into(),
                Condition::OnChannels { .. } => String::new(),
            })
            .collect()
    }

    fn only_sql(&self, id: &str) -> String {
        self.only.map(|only| format!(" AND {id} = {only}")).unwrap_or_default()
    }
}

fn list(ids: &[i64]) -> String {
    ids.iter().map(i64::to_string).collect::<Vec<_>>().join(", ")
}
