-- A term merged into another stays as another name of that one.
ALTER TABLE terms ADD COLUMN same_as INTEGER REFERENCES terms;

-- Rows that an import refused: `settled` names the record that stands for one, blank where it was left out;
-- `settled_in` is the later import that dealt with it, and which may itself be taken back.
CREATE TABLE leftovers (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    batch      INTEGER NOT NULL REFERENCES batches,
    sheet      INTEGER NOT NULL,
    row        INTEGER NOT NULL,
    thing      TEXT NOT NULL,
    "values"   TEXT NOT NULL,
    cells      TEXT NOT NULL,
    faults     TEXT NOT NULL,
    settled    TEXT,
    settled_in INTEGER REFERENCES batches,
    FOREIGN KEY (batch, sheet) REFERENCES batch_sheets
) STRICT;
CREATE INDEX leftovers_batch ON leftovers (batch);
