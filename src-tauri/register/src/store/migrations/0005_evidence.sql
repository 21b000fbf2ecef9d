-- 佐证材料: which files in evidence/ belong to a record; `record` is its name, such as publication-12. One row for a
-- file and a record: attached again after it was withdrawn, it is the same row.
CREATE TABLE evidence (
    record   TEXT NOT NULL,
    sha256   TEXT NOT NULL,
    name     TEXT NOT NULL,
    size     INTEGER NOT NULL CHECK (size >= 0),
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL,
    withdrawn_reason TEXT,
    PRIMARY KEY (record, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_file ON evidence (sha256);

-- What a reviewer decided of a finding of the check for sensitive information; `finding` is its digest, in which the
-- text it was found in is taken in.
CREATE TABLE scan_decisions (
    record   TEXT NOT NULL,
    finding  TEXT NOT NULL,
    decision TEXT NOT NULL,
    PRIMARY KEY (record, finding)
) STRICT, WITHOUT ROWID;

-- 保密审查: the answers to the checklist, as JSON with the questions as they were asked.
CREATE TABLE secrecy_reviews (
    record  TEXT PRIMARY KEY,
    answers TEXT NOT NULL
) STRICT, WITHOUT ROWID;
