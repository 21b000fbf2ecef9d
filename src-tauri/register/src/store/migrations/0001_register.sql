-- A register from its first day. Additive: later migrations add, none edits this file.
--
-- Each thing's table has its own fields first, then the same tail:
--   withdrawn_reason     作废 with its reason; the row stays
--   batch, sheet, row    the import that brought it, and where it stood in the workbook
-- and columns that only serve an index, written in store/records.rs and nowhere else:
--   live                 neither withdrawn nor of an import taken back
--   fingerprint          of every field as it came: what makes an imported row a duplicate
--   edited_fingerprint   of every field as it is now, where that differs

CREATE TABLE settings (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE batches (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    file        TEXT NOT NULL,
    file_digest TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    accepted    INTEGER NOT NULL,
    undone_at   TEXT
) STRICT;

CREATE TABLE batch_sheets (
    batch  INTEGER NOT NULL REFERENCES batches,
    sheet  INTEGER NOT NULL,
    name   TEXT NOT NULL,
    PRIMARY KEY (batch, sheet)
) STRICT, WITHOUT ROWID;

-- Vocabulary. `note` is free; for a 清单事项 it says where it is published, or 不涉及.
CREATE TABLE terms (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    dimension TEXT NOT NULL,
    name      TEXT NOT NULL,
    parent    INTEGER REFERENCES terms,
    position  INTEGER NOT NULL DEFAULT 0,
    retired   INTEGER NOT NULL DEFAULT 0,
    note      TEXT NOT NULL DEFAULT '',
    batch     INTEGER REFERENCES batches,
    gone      INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX terms_name ON terms (dimension, name) WHERE gone = 0;

CREATE TABLE publications (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    title          TEXT NOT NULL,
    doc_number     TEXT,
    index_number   TEXT,
    kind           INTEGER REFERENCES terms,
    carrier        INTEGER REFERENCES terms,
    copies         INTEGER CHECK (copies >= 0),
    audience       INTEGER REFERENCES terms,
    department     INTEGER REFERENCES terms,
    made_on        TEXT,
    published_on   TEXT,
    is_public      INTEGER NOT NULL,
    secrecy_review INTEGER REFERENCES terms,
    list_item      INTEGER REFERENCES terms,
    link           TEXT,
    remarks        TEXT,
    withdrawn_reason TEXT, batch INTEGER REFERENCES batches, sheet INTEGER, row INTEGER,
    live INTEGER NOT NULL, fingerprint BLOB NOT NULL, edited_fingerprint BLOB
) STRICT;
CREATE INDEX publications_public ON publications (live, is_public, published_on);
CREATE INDEX publications_kind ON publications (live, kind, published_on, is_public, copies);
CREATE INDEX publications_date ON publications (published_on, id);
CREATE INDEX publications_list_item ON publications (list_item) WHERE list_item IS NOT NULL;

-- One publication on one channel, on the day it appeared there. live, is_public and published_on repeat the publication's, for the index.
CREATE TABLE releases (
    publication  INTEGER NOT NULL REFERENCES publications,
    channel      INTEGER NOT NULL REFERENCES terms,
    released_on  TEXT NOT NULL DEFAULT '',
    live         INTEGER NOT NULL,
    is_public    INTEGER NOT NULL,
    published_on TEXT,
    PRIMARY KEY (publication, channel)
) STRICT, WITHOUT ROWID;
CREATE INDEX releases_channel ON releases (channel, live, is_public, published_on);

CREATE TABLE meetings (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL,
    kind       INTEGER REFERENCES terms,
    held_on    TEXT NOT NULL,
    place      TEXT,
    chair      TEXT,
    attendance INTEGER CHECK (attendance >= 0),
    department INTEGER REFERENCES terms,
    remarks    TEXT,
    withdrawn_reason TEXT, batch INTEGER REFERENCES batches, sheet INTEGER, row INTEGER,
    live INTEGER NOT NULL, fingerprint BLOB NOT NULL, edited_fingerprint BLOB
) STRICT;
CREATE INDEX meetings_kind ON meetings (live, kind, held_on);
CREATE INDEX meetings_date ON meetings (held_on, id);

CREATE TABLE replies (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    received_on      TEXT NOT NULL,
    channel          INTEGER REFERENCES terms,
    source           INTEGER REFERENCES terms,
    matter           INTEGER REFERENCES terms,
    subject          TEXT,
    quantity         INTEGER NOT NULL CHECK (quantity >= 0),
    unit             INTEGER NOT NULL REFERENCES terms,
    is_estimate      INTEGER NOT NULL,
    is_day_count     INTEGER NOT NULL,
    department       INTEGER REFERENCES terms,
    replied_on       TEXT,
    about_disclosure INTEGER NOT NULL,
    remarks          TEXT,
    withdrawn_reason TEXT, batch INTEGER REFERENCES batches, sheet INTEGER, row INTEGER,
    live INTEGER NOT NULL, fingerprint BLOB NOT NULL, edited_fingerprint BLOB
) STRICT;
CREATE INDEX replies_channel ON replies (live, channel, received_on, unit, matter, source, quantity, is_estimate);
CREATE INDEX replies_source ON replies (live, source, received_on, unit, quantity, is_estimate);
CREATE INDEX replies_matter ON replies (live, matter, received_on, unit, quantity, is_estimate);
CREATE INDEX replies_date ON replies (received_on, id);

CREATE TABLE materials (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    handed_on  TEXT NOT NULL,
    name       TEXT NOT NULL,
    quantity   INTEGER NOT NULL CHECK (quantity >= 0),
    unit       INTEGER NOT NULL REFERENCES terms,
    recipients TEXT,
    department INTEGER REFERENCES terms,
    remarks    TEXT,
    withdrawn_reason TEXT, batch INTEGER REFERENCES batches, sheet INTEGER, row INTEGER,
    live INTEGER NOT NULL, fingerprint BLOB NOT NULL, edited_fingerprint BLOB
) STRICT;
CREATE INDEX materials_unit ON materials (live, unit, handed_on, quantity);
CREATE INDEX materials_date ON materials (handed_on, id);

CREATE TABLE requests (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    received_on     TEXT NOT NULL,
    applicant_class INTEGER REFERENCES terms,
    mode            INTEGER REFERENCES terms,
    content         TEXT,
    outcome         INTEGER REFERENCES terms,
    replied_on      TEXT,
    fee             INTEGER CHECK (fee >= 0),
    fee_waived      INTEGER CHECK (fee_waived >= 0),
    department      INTEGER REFERENCES terms,
    remarks         TEXT,
    withdrawn_reason TEXT, batch INTEGER REFERENCES batches, sheet INTEGER, row INTEGER,
    live INTEGER NOT NULL, fingerprint BLOB NOT NULL, edited_fingerprint BLOB
) STRICT;
CREATE INDEX requests_date ON requests (received_on, id);

CREATE TABLE evaluations (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    held_on   TEXT NOT NULL,
    method    INTEGER REFERENCES terms,
    issued    INTEGER CHECK (issued >= 0),
    valid     INTEGER NOT NULL CHECK (valid >= 0),
    satisfied INTEGER NOT NULL CHECK (satisfied >= 0),
    remarks   TEXT,
    withdrawn_reason TEXT, batch INTEGER REFERENCES batches, sheet INTEGER, row INTEGER,
    live INTEGER NOT NULL, fingerprint BLOB NOT NULL, edited_fingerprint BLOB
) STRICT;
CREATE INDEX evaluations_date ON evaluations (held_on, id);

CREATE TABLE case_files (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    filed_on  TEXT NOT NULL,
    kind      INTEGER NOT NULL REFERENCES terms,
    authority TEXT,
    subject   TEXT,
    result    TEXT,
    reply     TEXT,
    remarks   TEXT,
    withdrawn_reason TEXT, batch INTEGER REFERENCES batches, sheet INTEGER, row INTEGER,
    live INTEGER NOT NULL, fingerprint BLOB NOT NULL, edited_fingerprint BLOB
) STRICT;
CREATE INDEX case_files_date ON case_files (filed_on, id);

CREATE INDEX publications_fingerprint ON publications (fingerprint);
CREATE INDEX meetings_fingerprint ON meetings (fingerprint);
CREATE INDEX replies_fingerprint ON replies (fingerprint);
CREATE INDEX materials_fingerprint ON materials (fingerprint);
CREATE INDEX requests_fingerprint ON requests (fingerprint);
CREATE INDEX evaluations_fingerprint ON evaluations (fingerprint);
CREATE INDEX case_files_fingerprint ON case_files (fingerprint);
CREATE INDEX publications_edited ON publications (edited_fingerprint) WHERE edited_fingerprint IS NOT NULL;
CREATE INDEX meetings_edited ON meetings (edited_fingerprint) WHERE edited_fingerprint IS NOT NULL;
CREATE INDEX replies_edited ON replies (edited_fingerprint) WHERE edited_fingerprint IS NOT NULL;
CREATE INDEX materials_edited ON materials (edited_fingerprint) WHERE edited_fingerprint IS NOT NULL;
CREATE INDEX requests_edited ON requests (edited_fingerprint) WHERE edited_fingerprint IS NOT NULL;
CREATE INDEX evaluations_edited ON evaluations (edited_fingerprint) WHERE edited_fingerprint IS NOT NULL;
CREATE INDEX case_files_edited ON case_files (edited_fingerprint) WHERE edited_fingerprint IS NOT NULL;

-- Definitions of figures, in the order of the report.
CREATE TABLE figures (
    id         TEXT PRIMARY KEY,
    position   INTEGER NOT NULL,
    definition TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What an office calls its columns: learned from corrections, by the headings of a sheet.
CREATE TABLE mappings (
    headings TEXT PRIMARY KEY,
    mapping  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The change log: append-only, each entry's hash takes in the one before.
CREATE TABLE changes (
    seq       INTEGER PRIMARY KEY,
    at        TEXT NOT NULL,
    who       TEXT NOT NULL,
    operation TEXT NOT NULL,
    batch     INTEGER REFERENCES batches,
    rows      TEXT NOT NULL DEFAULT '',
    previous  TEXT NOT NULL,
    hash      TEXT NOT NULL
) STRICT;

-- What an entry changed: before and after as JSON; before is NULL for something new.
CREATE TABLE change_records (
    seq      INTEGER NOT NULL REFERENCES changes,
    position INTEGER NOT NULL,
    thing    TEXT NOT NULL,
    record   TEXT NOT NULL,
    before   TEXT,
    after    TEXT,
    PRIMARY KEY (seq, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_records_record ON change_records (thing, record, seq);

CREATE TRIGGER changes_stay BEFORE UPDATE ON changes BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER changes_remain BEFORE DELETE ON changes BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER change_records_stay BEFORE UPDATE ON change_records BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER change_records_remain BEFORE DELETE ON change_records BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
