-- Four registers more: 问题清单, 规章制度, 征求意见, 公示. Each has the tail that every thing's table has; see 0001.
CREATE TABLE problems (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    found_on   TEXT NOT NULL,
    title      TEXT NOT NULL,
    source     INTEGER REFERENCES terms,
    list_item  INTEGER REFERENCES terms,
    remedy     TEXT,
    department INTEGER REFERENCES terms,
    owner      TEXT,
    due_on     TEXT,
    solved_on  TEXT,
    remarks    TEXT,
    withdrawn_reason TEXT, batch INTEGER REFERENCES batches, sheet INTEGER, row INTEGER,
    live INTEGER NOT NULL, fingerprint BLOB NOT NULL, edited_fingerprint BLOB
) STRICT;
CREATE TABLE regulations (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    issued_on    TEXT NOT NULL,
    name         TEXT NOT NULL,
    doc_number   TEXT,
    change       INTEGER REFERENCES terms,
    department   INTEGER REFERENCES terms,
    effective_on TEXT,
    publication  TEXT,
    remarks      TEXT,
    withdrawn_reason TEXT, batch INTEGER REFERENCES batches, sheet INTEGER, row INTEGER,
    live INTEGER NOT NULL, fingerprint BLOB NOT NULL, edited_fingerprint BLOB
) STRICT;
CREATE TABLE consultations (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    opened_on   TEXT NOT NULL,
    closes_on   TEXT,
    name        TEXT NOT NULL,
    department  INTEGER REFERENCES terms,
    publication TEXT,
    opinions    INTEGER CHECK (opinions >= 0),
    adopted     INTEGER CHECK (adopted >= 0),
    result      TEXT,
    answered_on TEXT,
    remarks     TEXT,
    withdrawn_reason TEXT, batch INTEGER REFERENCES batches, sheet INTEGER, row INTEGER,
    live INTEGER NOT NULL, fingerprint BLOB NOT NULL, edited_fingerprint BLOB
) STRICT;
CREATE TABLE notices (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    posted_on   TEXT NOT NULL,
    ends_on     TEXT,
    name        TEXT NOT NULL,
    department  INTEGER REFERENCES terms,
    publication TEXT,
    objections  INTEGER CHECK (objections >= 0),
    result      TEXT,
    remarks     TEXT,
    withdrawn_reason TEXT, batch INTEGER REFERENCES batches, sheet INTEGER, row INTEGER,
    live INTEGER NOT NULL, fingerprint BLOB NOT NULL, edited_fingerprint BLOB
) STRICT;

CREATE INDEX problems_date ON problems (found_on, id);
CREATE INDEX regulations_date ON regulations (issued_on, id);
CREATE INDEX consultations_date ON consultations (opened_on, id);
CREATE INDEX notices_date ON notices (posted_on, id);
CREATE INDEX problems_fingerprint ON problems (fingerprint);
CREATE INDEX regulations_fingerprint ON regulations (fingerprint);
CREATE INDEX consultations_fingerprint ON consultations (fingerprint);
CREATE INDEX notices_fingerprint ON notices (fingerprint);
CREATE INDEX problems_edited ON problems (edited_fingerprint) WHERE edited_fingerprint IS NOT NULL;
CREATE INDEX regulations_edited ON regulations (edited_fingerprint) WHERE edited_fingerprint IS NOT NULL;
CREATE INDEX consultations_edited ON consultations (edited_fingerprint) WHERE edited_fingerprint IS NOT NULL;
CREATE INDEX notices_edited ON notices (edited_fingerprint) WHERE edited_fingerprint IS NOT NULL;

-- A field that names another record holds its name, such as meeting-3.
ALTER TABLE publications ADD COLUMN meeting TEXT;
ALTER TABLE publications ADD COLUMN corrects TEXT;
CREATE INDEX publications_meeting ON publications (meeting) WHERE meeting IS NOT NULL;
CREATE INDEX publications_corrects ON publications (corrects) WHERE corrects IS NOT NULL;
CREATE INDEX case_files_reply ON case_files (reply) WHERE reply IS NOT NULL;
CREATE INDEX regulations_publication ON regulations (publication) WHERE publication IS NOT NULL;
CREATE INDEX consultations_publication ON consultations (publication) WHERE publication IS NOT NULL;
CREATE INDEX notices_publication ON notices (publication) WHERE publication IS NOT NULL;

-- 转来单位、转办日期、办理期限、满意情况; how far a case about disclosure work has come.
ALTER TABLE replies ADD COLUMN assigned_on TEXT;
ALTER TABLE replies ADD COLUMN due_on TEXT;
ALTER TABLE replies ADD COLUMN forwarded_by TEXT;
ALTER TABLE replies ADD COLUMN satisfaction INTEGER REFERENCES terms;
ALTER TABLE case_files ADD COLUMN stage INTEGER REFERENCES terms;
ALTER TABLE case_files ADD COLUMN conclusion INTEGER REFERENCES terms;
ALTER TABLE case_files ADD COLUMN closed_on TEXT;
