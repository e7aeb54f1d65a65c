-- An address that is told of events; `events` are words with blanks between.
CREATE TABLE hook (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    url    TEXT    NOT NULL,
    secret TEXT    NOT NULL,
    events TEXT    NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

-- A message to a hook; `next` is when it is tried next, where it is.
CREATE TABLE delivery (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    hook    INTEGER NOT NULL REFERENCES hook (id) ON DELETE CASCADE,
    event   TEXT    NOT NULL,
    body    TEXT    NOT NULL,
    tries   INTEGER NOT NULL CHECK (tries >= 0),
    next    TEXT,
    outcome TEXT    NOT NULL
) STRICT;

CREATE INDEX delivery_hook ON delivery (hook, id);
CREATE INDEX delivery_next ON delivery (next) WHERE next IS NOT NULL;

-- A named value.
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
