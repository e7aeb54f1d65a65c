-- The KPIs that have figures. What holds of each is packed beside its rows, so that all are read at once: `packed` is
-- made anew from the rows where it is missing. `stamp` says when it last changed.
CREATE TABLE measured (
    id     INTEGER PRIMARY KEY,
    kpi    TEXT    NOT NULL UNIQUE,
    stamp  INTEGER NOT NULL DEFAULT 1,
    packed BLOB
) STRICT;

-- A value of a KPI for a day, counted from 1970-01-01; of several revisions the highest holds.
CREATE TABLE figure (
    kpi       INTEGER NOT NULL REFERENCES measured (id),
    day       INTEGER NOT NULL,
    revision  INTEGER NOT NULL CHECK (revision > 0),
    value     REAL    NOT NULL,
    row       INTEGER NOT NULL,
    synthetic INTEGER NOT NULL CHECK (synthetic IN (0, 1)),
    import    INTEGER NOT NULL REFERENCES import (id),
    PRIMARY KEY (kpi, day, revision)
) STRICT, WITHOUT ROWID;

INSERT INTO measured (kpi) SELECT DISTINCT kpi FROM measurement ORDER BY kpi;
INSERT INTO figure (kpi, day, revision, value, row, synthetic, import)
    SELECT measured.id, CAST(julianday(date) - 2440587.5 AS INTEGER), revision, value, row, synthetic, import
    FROM measurement JOIN measured ON measured.kpi = measurement.kpi;
DROP TABLE measurement;

-- Who brought it: a login, empty for a command line.
ALTER TABLE import ADD COLUMN by TEXT NOT NULL DEFAULT '';

-- That an approver stands for a figure as it is.
CREATE TABLE confirmation (
    kpi      INTEGER NOT NULL,
    day      INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    act_by   TEXT    NOT NULL,
    act_at   TEXT    NOT NULL,
    act_from TEXT    NOT NULL,
    PRIMARY KEY (kpi, day, revision),
    FOREIGN KEY (kpi, day, revision) REFERENCES figure (kpi, day, revision)
) STRICT, WITHOUT ROWID;

-- Up to which day figures are closed; the last row holds, and one without a day opens all again.
CREATE TABLE closed (
    id       INTEGER PRIMARY KEY,
    until    TEXT,
    act_by   TEXT NOT NULL,
    act_at   TEXT NOT NULL,
    act_from TEXT NOT NULL
) STRICT;
