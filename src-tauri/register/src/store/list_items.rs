//! Where the 清单事项 (教办函〔2014〕23号) were public: publications that name one, by item and by channel.

use rusqlite::Connection;

use crate::error::Result;
use crate::period::Period;
use crate::things::Dimension;

/// Items of one list item on one channel. A term stands for all below it: the item is the term right below a
/// category, the channel the root of its tree.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Presence {
    pub item: i64,
    /// Nothing for publications of which no channel is known.
    pub channel: Option<i64>,
    pub publications: i64,
}

/// What was public in the period, by item, most first, without a channel last. One pass over the publications, where a selection for each
/// item and each channel would be a thousand.
pub(crate) fn presence(db: &Connection, period: Period) -> Result<Vec<Presence>> {
    let sql = "
        WITH RECURSIVE place(id, item) AS (
            SELECT t.id, t.id FROM terms t JOIN terms category ON category.id = t.parent
            WHERE t.dimension = ?3 AND category.parent IS NULL
            UNION ALL
            SELECT t.id, place.item FROM terms t JOIN place ON t.parent = place.id
        ),
        tree(id, root) AS (
            SELECT id, id FROM terms WHERE dimension = ?4 AND parent IS NULL
            UNION ALL
            SELECT t.id, tree.root FROM terms t JOIN tree ON t.parent = tree.id
        )
        SELECT place.item, tree.root AS channel, count(DISTINCT p.id) AS publications
        FROM publications p
        JOIN place ON place.id = p.list_item
        LEFT JOIN releases r ON r.publication = p.id
        LEFT JOIN tree ON tree.id = r.channel
        LEFT JOIN terms root ON root.id = tree.root
        WHERE p.live = 1 AND p.is_public = 1 AND p.published_on BETWEEN ?1 AND ?2
        GROUP BY place.item, tree.root
        ORDER BY place.item, tree.root IS NULL, publications DESC, root.position, root.id";
    let mut statement = db.prepare(sql)?;
    let bounds =
        [&period.from.to_string(), &period.to.to_string(), Dimension::ListItem.key(), Dimension::Channel.key()];
    let presence = statement
        .query_map(bounds, |row| {
            Ok(Presence {
                item: row.get("item")?,
                channel: row.get("channel")?,
                publications: row.get("publications")?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(presence)
}
