-- 手工填报与上报数: what somebody stated of a figure for a period, with its source. It stands beside a number that is
-- counted, never in its place. As JSON; one that was taken back stays, without its value. No reference to `figures`:
-- a figure may go with one template and come back with the next.
CREATE TABLE declared (
    figure   TEXT NOT NULL,
    from_day TEXT NOT NULL,
    to_day   TEXT NOT NULL,
    entry    TEXT NOT NULL,
    PRIMARY KEY (figure, from_day, to_day)
) STRICT, WITHOUT ROWID;
