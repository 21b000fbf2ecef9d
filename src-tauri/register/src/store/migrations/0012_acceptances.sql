-- 核对: what a person accepted of a cross-check that fails or cannot tell, for a period, with the reason and a digest of what
-- stood behind it then. As JSON; one that was taken back stays, without its reason.
CREATE TABLE acceptances (
    line     TEXT NOT NULL,
    from_day TEXT NOT NULL,
    to_day   TEXT NOT NULL,
    entry    TEXT NOT NULL,
    PRIMARY KEY (line, from_day, to_day)
) STRICT, WITHOUT ROWID;
