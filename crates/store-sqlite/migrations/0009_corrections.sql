-- A correction that was opened for a target that was missed. One runs for a KPI, and one is opened for a target.
CREATE TABLE correction (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    kpi           TEXT    NOT NULL,
    target_day    TEXT    NOT NULL,
    target_value  REAL    NOT NULL,
    reading_day   TEXT    NOT NULL,
    reading_value REAL    NOT NULL,
    what          TEXT    NOT NULL,
    owner         TEXT    NOT NULL,
    due           TEXT    NOT NULL,
    at            TEXT    NOT NULL,
    by            TEXT    NOT NULL,
    runs          INTEGER NOT NULL CHECK (runs IN (0, 1)),
    UNIQUE (kpi, target_day)
) STRICT;

CREATE UNIQUE INDEX correction_runs ON correction (kpi) WHERE runs = 1;

-- What has happened to it, in order; `what` is JSON.
CREATE TABLE correction_event (
    correction INTEGER NOT NULL REFERENCES correction (id),
    place      INTEGER NOT NULL,
    at         TEXT    NOT NULL,
    by         TEXT    NOT NULL,
    what       TEXT    NOT NULL,
    PRIMARY KEY (correction, place)
) STRICT, WITHOUT ROWID;
