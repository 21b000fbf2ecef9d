-- 归档: each archived report as JSON, by its number; its files lie in archive/ under their SHA-256. None is ever changed.
CREATE TABLE archived_reports (
    number INTEGER PRIMARY KEY,
    report TEXT NOT NULL
) STRICT;
CREATE TRIGGER archived_reports_stay BEFORE UPDATE ON archived_reports BEGIN SELECT RAISE(ABORT, 'an archived report stays as it is'); END;
CREATE TRIGGER archived_reports_remain BEFORE DELETE ON archived_reports BEGIN SELECT RAISE(ABORT, 'an archived report stays'); END;

-- Why a change was made, where somebody said so: a correction of what an archived report counts needs it.
ALTER TABLE changes ADD COLUMN reason TEXT;
