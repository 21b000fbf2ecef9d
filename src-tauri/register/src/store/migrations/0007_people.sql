-- 责任部门: who answers for a department's disclosure, and what it must publish. A department without a row has
-- neither. One 清单事项 may be the duty of several departments.
CREATE TABLE departments (
    department INTEGER PRIMARY KEY REFERENCES terms,
    head       TEXT NOT NULL,
    officer    TEXT NOT NULL,
    telephone  TEXT NOT NULL
) STRICT;

CREATE TABLE duties (
    department INTEGER NOT NULL REFERENCES departments,
    item       INTEGER NOT NULL REFERENCES terms,
    PRIMARY KEY (department, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX duties_item ON duties (item);

-- 经办人: who of the office may act; the change log names them. Two of one name could not be told apart there.
CREATE TABLE persons (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL UNIQUE,
    department INTEGER REFERENCES terms,
    active     INTEGER NOT NULL
) STRICT;

-- The scorecards: of each department its public items by the day of their publication, and of each day those made
-- before the limit; and what of its duties it published.
CREATE INDEX publications_department ON publications (live, is_public, department, published_on, made_on);
CREATE INDEX publications_duty ON publications (department, list_item, published_on)
    WHERE live = 1 AND is_public = 1 AND list_item IS NOT NULL;
