-- A file with data that studies are asked on; only its last content is kept. `version` is never given twice.
CREATE TABLE dataset (
    version  INTEGER PRIMARY KEY AUTOINCREMENT,
    name     TEXT NOT NULL UNIQUE,
    content  BLOB NOT NULL,
    act_by   TEXT NOT NULL,
    act_at   TEXT NOT NULL,
    act_from TEXT NOT NULL
) STRICT;
