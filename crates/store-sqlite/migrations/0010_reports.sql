-- A control report that was asked for. What was dropped keeps its month, so that no schedule makes it again.
CREATE TABLE report (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    day      TEXT    NOT NULL,
    langs    TEXT    NOT NULL,
    month    TEXT    NOT NULL,
    act_by   TEXT    NOT NULL,
    act_at   TEXT    NOT NULL,
    act_from TEXT    NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0,
    done     TEXT    NOT NULL DEFAULT '',
    problem  TEXT    NOT NULL DEFAULT '',
    dropped  INTEGER NOT NULL DEFAULT 0 CHECK (dropped IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX report_month ON report (month) WHERE month <> '';

CREATE TABLE report_file (
    report  INTEGER NOT NULL REFERENCES report (id),
    name    TEXT    NOT NULL,
    content BLOB    NOT NULL,
    PRIMARY KEY (report, name)
) STRICT;
