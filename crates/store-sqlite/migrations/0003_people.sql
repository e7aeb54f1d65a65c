-- Who may sign in. Nobody is removed: what they did stays theirs.
CREATE TABLE user (
    login    TEXT    PRIMARY KEY CHECK (login <> ''),
    name     TEXT    NOT NULL,
    email    TEXT    NOT NULL,
    role     TEXT    NOT NULL CHECK (role IN
        ('administrator', 'strategist', 'analyst', 'author', 'approver', 'data-entry', 'viewer')),
    person   TEXT,
    password TEXT,
    totp     TEXT,
    subject  TEXT    UNIQUE,
    active   INTEGER NOT NULL CHECK (active IN (0, 1)),
    created  TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- A signed-in browser, under the hash of its cookie.
CREATE TABLE session (
    hash    TEXT PRIMARY KEY,
    login   TEXT NOT NULL REFERENCES user (login),
    csrf    TEXT NOT NULL,
    opened  TEXT NOT NULL,
    expires TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_login ON session (login);
CREATE INDEX session_expires ON session (expires);

-- A link that works once.
CREATE TABLE link (
    hash     TEXT PRIMARY KEY,
    kind     TEXT NOT NULL,
    login    TEXT NOT NULL,
    email    TEXT NOT NULL,
    role     TEXT NOT NULL CHECK (role IN
        ('administrator', 'strategist', 'analyst', 'author', 'approver', 'data-entry', 'viewer')),
    act_by   TEXT NOT NULL,
    act_at   TEXT NOT NULL,
    act_from TEXT NOT NULL,
    expires  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A key of a program; `scopes` are words with blanks between.
CREATE TABLE key (
    id      TEXT PRIMARY KEY,
    name    TEXT NOT NULL,
    hash    TEXT NOT NULL UNIQUE,
    scopes  TEXT NOT NULL,
    login   TEXT NOT NULL REFERENCES user (login),
    created TEXT NOT NULL,
    expires TEXT,
    used    TEXT
) STRICT, WITHOUT ROWID;
