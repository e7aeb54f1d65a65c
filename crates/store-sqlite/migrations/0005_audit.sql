-- Who did what, when, with what was before and after. It only grows, and has no gaps.
CREATE TABLE audit (
    id       INTEGER PRIMARY KEY,
    act_by   TEXT NOT NULL,
    act_at   TEXT NOT NULL,
    act_from TEXT NOT NULL,
    what     TEXT NOT NULL,
    subject  TEXT NOT NULL,
    before   TEXT NOT NULL,
    after    TEXT NOT NULL
) STRICT;

CREATE INDEX audit_at ON audit (act_at);

-- A REPLACE would remove without asking the trigger of removals, so a number that is taken is refused, too.
CREATE TRIGGER audit_follows BEFORE INSERT ON audit
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM audit)
BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END;
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END;
CREATE TRIGGER audit_remains BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END;
