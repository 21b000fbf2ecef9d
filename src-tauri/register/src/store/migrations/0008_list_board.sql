-- 清单事项 as a board: how often an item is renewed, and for which years it is decided that it does not concern the
-- school (a decision that was taken back stays, without its reason). Both as JSON.
CREATE TABLE list_rhythms (
    item   INTEGER PRIMARY KEY REFERENCES terms,
    rhythm TEXT NOT NULL
) STRICT;
CREATE TABLE list_decisions (
    item     INTEGER NOT NULL REFERENCES terms,
    year     INTEGER NOT NULL,
    decision TEXT NOT NULL,
    PRIMARY KEY (item, year)
) STRICT, WITHOUT ROWID;

-- What stands for an item is found without a look at any publication.
DROP INDEX publications_list_item;
CREATE INDEX publications_listed ON publications (list_item, live, is_public, published_on, department)
    WHERE list_item IS NOT NULL;
