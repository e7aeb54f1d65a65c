-- Tells our databases from those of other programs: the letters REPR.
PRAGMA application_id = 0x52455052;

-- An import that brought something new.
CREATE TABLE import (
    id       INTEGER PRIMARY KEY,
    file     TEXT    NOT NULL,
    imported TEXT    NOT NULL,
    added    INTEGER NOT NULL DEFAULT 0,
    revised  INTEGER NOT NULL DEFAULT 0,
    UNIQUE (file, imported)
) STRICT;

-- A value of a KPI for a day (ISO 8601); of several revisions the highest holds.
CREATE TABLE measurement (
    kpi       TEXT    NOT NULL,
    date      TEXT    NOT NULL,
    revision  INTEGER NOT NULL CHECK (revision > 0),
    value     REAL    NOT NULL,
    row       INTEGER NOT NULL,
    synthetic INTEGER NOT NULL CHECK (synthetic IN (0, 1)),
    import    INTEGER NOT NULL REFERENCES import (id),
    PRIMARY KEY (kpi, date, revision)
) STRICT, WITHOUT ROWID;
