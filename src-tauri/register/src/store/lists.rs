//! Lists of records in SQL: one page of a thing's records, and words in the texts of all.

use rusqlite::{Connection, OptionalExtension, params_from_iter};

use super::records::{get, title_sql};
use crate::error::Result;
use crate::period::Period;
use crate::things::{Field, Kind, Record, Thing};

/// Which records of a thing, in which order. Terms come as their numbers, those below them included.
pub(crate) struct Listing {
    pub thing: Thing,
    pub period: Option<Period>,
    pub text: String,
    pub filters: Vec<Filter>,
    /// Records in force, or withdrawn ones; without it both.
    pub in_force: Option<bool>,
    pub sort: &'static Field,
    pub descending: bool,
    pub offset: u64,
    pub limit: u64,
}

/// A field holds one of these numbers, or may be empty; with neither, nothing matches.
pub(crate) struct Filter {
    pub field: &'static Field,
    pub any: Vec<i64>,
    pub empty: bool,
}

/// A record that was found, and what it is known by.
pub(crate) struct Listed {
    pub record: Record,
    pub title: String,
}

impl Listing {
    /// How many there are in all, and one page of them.
    pub(crate) fn page(&self, db: &Connection) -> Result<(u64, Vec<Listed>)> {
        let thing = self.thing;
        let patterns = patterns(&self.text);
        let mut conditions = vec![
            match self.in_force {
                // What is live was not taken back.
                Some(true) => "t.live = 1",
                Some(false) | None => kept(db)?,
            }
            .to_owned(),
        ];
        if self.in_force == Some(false) {
            conditions.push("t.withdrawn_reason IS NOT NULL".into());
        }
        if let Some(period) = self.period {
            conditions.push(format!("t.{} BETWEEN '{}' AND '{}'", thing.date_field(), period.from, period.to));
        }
        conditions.extend(self.filters.iter().map(filter_sql));
        conditions.extend(hold_all(thing, &patterns));
        let from = format!("FROM {} t WHERE {}", thing.plural(), conditions.join(" AND "));
        let total: u64 =
            db.prepare(&format!("SELECT count(*) {from}"))?.query_row(params_from_iter(&patterns), |row| row.get(0))?;
        let direction = if self.descending { "DESC" } else { "ASC" };
        let sql = format!(
            "SELECT t.id {from} ORDER BY {} {direction}, t.id {direction} LIMIT {} OFFSET {}",
            sort_sql(self.sort),
            self.limit,
            i64::try_from(self.offset).unwrap_or(i64::MAX),
        );
        let ids: Vec<i64> = db
            .prepare(&sql)?
            .query_map(params_from_iter(&patterns), |row| row.get("id"))?
            .collect::<rusqlite::Result<_>>()?;
        // The page alone is read whole: titles and channels of the rest would be looked up to be thrown away.
        let mut page = Vec::with_capacity(ids.len());
        for id in ids {
            page.extend(listed(db, thing, id)?);
        }
        Ok((total, page))
    }
}

/// A record with what it is known by.
pub(crate) fn listed(db: &Connection, thing: Thing, id: i64) -> Result<Option<Listed>> {
    let Some(record) = get(db, thing, id)? else { return Ok(None) };
    let sql = format!("SELECT {} FROM {} t WHERE t.id = ?", title_sql(thing), thing.plural());
    let title = db.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?;
    Ok(title.map(|title| Listed { record, title }))
}

fn filter_sql(filter: &Filter) -> String {
    let key = filter.field.key;
    let list = filter.any.iter().map(i64::to_string).collect::<Vec<_>>().join(", ");
    let releases = "SELECT 1 FROM releases r WHERE r.publication = t.id";
    let (any, empty) = match filter.field.kind {
        Kind::Channels => {
            (format!("EXISTS ({releases} AND r.channel IN ({list}))"), format!("NOT EXISTS ({releases})"))
        }
        Kind::Text { .. } | Kind::Date | Kind::Count | Kind::Money | Kind::Flag | Kind::Term { .. } => {
            (format!("t.{key} IN ({list})"), format!("t.{key} IS NULL"))
        }
    };
    if filter.empty { format!("({any} OR {empty})") } else { any }
}

/// Terms stand in the order of their names.
fn sort_sql(field: &Field) -> String {
    match field.kind {
        Kind::Term { .. } => format!("(SELECT name FROM terms WHERE id = t.{})", field.key),
        Kind::Channels => {
            "(SELECT min(name) FROM releases r JOIN terms ON terms.id = r.channel WHERE r.publication = t.id)".into()
        }
        Kind::Text { .. } | Kind::Date | Kind::Count | Kind::Money | Kind::Flag => format!("t.{}", field.key),
    }
}

/// Not of an import that was taken back. Where none ever was, there is nothing to look at.
fn kept(db: &Connection) -> Result<&'static str> {
    let any = db.prepare_cached("SELECT 1 FROM batches WHERE undone_at IS NOT NULL")?.exists([])?;
    Ok(match any {
        true => "(t.batch IS NULL OR t.batch NOT IN (SELECT id FROM batches WHERE undone_at IS NOT NULL))",
        false => "TRUE",
    })
}

/// The words of a text as patterns, blanks between them.
fn patterns(text: &str) -> Vec<String> {
    let escaped = |word: &str| word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    text.split_whitespace().map(|word| format!("%{}%", escaped(word))).collect()
}

/// One condition a word: it stands in some text of the record. Parameters: the patterns.
fn hold_all(thing: Thing, patterns: &[String]) -> Vec<String> {
    let texts = || thing.fields().iter().filter(|field| matches!(field.kind, Kind::Text { .. }));
    let holds = |place: usize| {
        let each: Vec<String> = texts().map(|field| format!("t.{} LIKE ?{place} ESCAPE '\\'", field.key)).collect();
        format!("({})", each.join(" OR "))
    };
    (1..=patterns.len()).map(holds).collect()
}

/// A record whose texts hold the words that were searched for.
pub(crate) struct Found {
    pub thing: Thing,
    pub id: i64,
    pub title: String,
    pub date: Option<String>,
}

/// Records not taken back whose texts hold every word of `text`, newest first, and how many there are in all.
pub(crate) fn search(db: &Connection, text: &str, limit: usize) -> Result<(u64, Vec<Found>)> {
    let patterns = patterns(text);
    let kept = kept(db)?;
    let mut total = 0;
    let mut hits = Vec::new();
    for thing in Thing::ALL {
        let from = format!("FROM {} t WHERE {} AND {kept}", thing.plural(), hold_all(thing, &patterns).join(" AND "));
        let found: u64 =
            db.query_row(&format!("SELECT count(*) {from}"), params_from_iter(&patterns), |row| row.get(0))?;
        total += found;
        if found == 0 {
            continue;
        }
        let sql = format!(
            "SELECT t.id, {} AS title, t.{date} AS date {from} ORDER BY t.{date} DESC, t.id DESC LIMIT {limit}",
            title_sql(thing),
            date = thing.date_field()
        );
        let mut statement = db.prepare(&sql)?;
        let rows = statement.query_map(params_from_iter(&patterns), |row| {
            Ok(Found { thing, id: row.get("id")?, title: row.get("title")?, date: row.get("date")? })
        })?;
        for row in rows {
            hits.push(row?);
        }
    }
    hits.sort_by(|a: &Found, b| b.date.cmp(&a.date).then(a.thing.cmp(&b.thing)).then(b.id.cmp(&a.id)));
    hits.truncate(limit);
    Ok((total, hits))
}

/// The title and the document's number of every record not taken back that may be compared by them: of a
/// publication in any case, of other things those dated `day`, and of no day's count.
pub(crate) fn each_title(
    db: &Connection,
    thing: Thing,
    day: &str,
    mut visit: impl FnMut(i64, &str, &str),
) -> Result<()> {
    let (number, among) = match thing {
        Thing::Publication => ("coalesce(t.doc_number, '')", "?1 = ?1".to_owned()),
        Thing::Reply => ("''", "t.received_on = ?1 AND t.is_day_count = 0".to_owned()),
        Thing::Meeting | Thing::Material | Thing::Request | Thing::Evaluation | Thing::CaseFile => {
            ("''", format!("t.{} = ?1", thing.date_field()))
        }
    };
    let sql = format!(
        "SELECT t.id, coalesce(t.{}, ''), {number} FROM {} t WHERE {among} AND {}",
        thing.title_field(),
        thing.plural(),
        kept(db)?,
    );
    let mut statement = db.prepare(&sql)?;
    let mut rows = statement.query([day])?;
    while let Some(row) = rows.next()? {
        let text = |place| row.get_ref(place).map(|value| value.as_str().unwrap_or_default());
        visit(row.get(0)?, text(1)?, text(2)?);
    }
    Ok(())
}
