-- A file of the department's texts, under the number by which its contents know it.
CREATE TABLE file (
    id   INTEGER PRIMARY KEY,
    path TEXT    NOT NULL UNIQUE
) STRICT;

-- A revision of the texts, numbered from 1 without gaps.
CREATE TABLE revision (
    number   INTEGER PRIMARY KEY CHECK (number > 0),
    act_by   TEXT    NOT NULL,
    act_at   TEXT    NOT NULL,
    act_from TEXT    NOT NULL,
    note     TEXT    NOT NULL
) STRICT;

-- What a revision made of a file: kept whole, as a patch of what it was before, or gone. `base` is the revision whose
-- row is whole, `depth` how many patches there are since and `weight` their bytes. `size` and `checksum` (CRC-32) are
-- those of the text as it stands after.
CREATE TABLE text (
    file     INTEGER NOT NULL REFERENCES file (id),
    revision INTEGER NOT NULL REFERENCES revision (number) DEFERRABLE INITIALLY DEFERRED,
    form     TEXT    NOT NULL CHECK (form IN ('whole', 'patch', 'gone')),
    base     INTEGER NOT NULL CHECK (base <= revision AND (base = revision) = (form <> 'patch')),
    depth    INTEGER NOT NULL CHECK (depth >= 0),
    weight   INTEGER NOT NULL CHECK (weight >= 0),
    start    INTEGER NOT NULL CHECK (start >= 0),
    removed  INTEGER NOT NULL CHECK (removed >= 0),
    content  BLOB    NOT NULL,
    size     INTEGER NOT NULL CHECK (size >= 0),
    checksum INTEGER NOT NULL,
    UNIQUE (file, revision)
) STRICT;

CREATE INDEX text_revision ON text (revision);

-- A revision, once kept, never changes: its texts come first, and its own row seals them.
CREATE TRIGGER revision_follows BEFORE INSERT ON revision
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM revision)
BEGIN SELECT RAISE(ABORT, 'a revision follows the one before'); END;
CREATE TRIGGER revision_stays BEFORE UPDATE ON revision
BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END;
CREATE TRIGGER revision_remains BEFORE DELETE ON revision
BEGIN SELECT RAISE(ABORT, 'a revision is never removed'); END;
CREATE TRIGGER text_follows BEFORE INSERT ON text
WHEN NEW.revision IS NOT (SELECT coalesce(max(number), 0) + 1 FROM revision)
BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END;
CREATE TRIGGER text_stays BEFORE UPDATE ON text
BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END;
CREATE TRIGGER text_remains BEFORE DELETE ON text
BEGIN SELECT RAISE(ABORT, 'a revision is never removed'); END;
CREATE TRIGGER file_stays BEFORE UPDATE ON file
BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END;
