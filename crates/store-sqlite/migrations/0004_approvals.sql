-- A revision that was proposed to become normative; one at a time is open.
CREATE TABLE proposal (
    id       INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES revision (number),
    act_by   TEXT    NOT NULL,
    act_at   TEXT    NOT NULL,
    act_from TEXT    NOT NULL,
    note     TEXT    NOT NULL,
    state    TEXT    NOT NULL CHECK (state IN ('open', 'approved', 'returned', 'withdrawn'))
) STRICT;

CREATE UNIQUE INDEX proposal_open ON proposal (state) WHERE state = 'open';

CREATE TRIGGER proposal_remains BEFORE DELETE ON proposal
BEGIN SELECT RAISE(ABORT, 'a proposal is never removed'); END;
CREATE TRIGGER proposal_ends BEFORE UPDATE ON proposal WHEN OLD.state <> 'open'
BEGIN SELECT RAISE(ABORT, 'what was decided stays decided'); END;

-- Why a warning may stand.
CREATE TABLE reason (
    proposal INTEGER NOT NULL REFERENCES proposal (id),
    place    INTEGER NOT NULL,
    code     TEXT    NOT NULL,
    subject  TEXT    NOT NULL,
    reason   TEXT    NOT NULL,
    PRIMARY KEY (proposal, place)
) STRICT, WITHOUT ROWID;

-- Those who decide, stage by stage.
CREATE TABLE stage (
    proposal INTEGER NOT NULL REFERENCES proposal (id),
    stage    INTEGER NOT NULL,
    name     TEXT    NOT NULL,
    PRIMARY KEY (proposal, stage)
) STRICT, WITHOUT ROWID;

CREATE TABLE decider (
    proposal INTEGER NOT NULL,
    stage    INTEGER NOT NULL,
    place    INTEGER NOT NULL,
    login    TEXT    NOT NULL,
    PRIMARY KEY (proposal, stage, place),
    FOREIGN KEY (proposal, stage) REFERENCES stage (proposal, stage)
) STRICT, WITHOUT ROWID;

-- What was decided, in order; it stays as it was signed.
CREATE TABLE decision (
    proposal INTEGER NOT NULL REFERENCES proposal (id),
    place    INTEGER NOT NULL,
    act_by   TEXT    NOT NULL,
    act_at   TEXT    NOT NULL,
    act_from TEXT    NOT NULL,
    stage    INTEGER NOT NULL,
    agreed   INTEGER NOT NULL CHECK (agreed IN (0, 1)),
    note     TEXT    NOT NULL,
    PRIMARY KEY (proposal, place)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER decision_stays BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'a decision never changes'); END;
CREATE TRIGGER decision_remains BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'a decision is never removed'); END;

-- What somebody says of an element.
CREATE TABLE comment (
    id           INTEGER PRIMARY KEY,
    revision     INTEGER NOT NULL REFERENCES revision (number),
    element      TEXT    NOT NULL,
    act_by       TEXT    NOT NULL,
    act_at       TEXT    NOT NULL,
    act_from     TEXT    NOT NULL,
    text         TEXT    NOT NULL,
    settled_by   TEXT,
    settled_at   TEXT,
    settled_from TEXT
) STRICT;
