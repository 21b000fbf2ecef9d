-- A term merged into another stays as another name of that one.
ALTER TABLE terms ADD COLUMN same_as INTEGER REFERENCES terms;
