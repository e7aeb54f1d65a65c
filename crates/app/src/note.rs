//! What the audit trail is told.

use crate::AppError;
use store::{Act, Entry, Store};

/// Adds an entry to the audit trail: `what` is a word of the catalogue (`audit-what-…`), `subject` names what it was
/// done to. Neither `before` nor `after` may hold a secret.
///
/// | what | subject |
/// | --- | --- |
/// | `save` | the revision and what was touched |
/// | `propose`, `approve`, `return`, `withdraw` | the revision |
/// | `comment`, `settle` | the element, the comment |
/// | `export` | the file that went out |
/// | `correction` | the correction and its KPI |
/// | `confirm`, `close` | the KPI; nothing |
/// | `sign-in`, `sign-out`, `user`, `key`, `hook`, `backup`, `import` | whose, which |
pub async fn note(
    store: &dyn Store,
    act: &Act,
    what: &str,
    subject: &str,
    before: &str,
    after: &str,
) -> Result<(), AppError> {
    let entry = Entry {
        id: 0,
        act: act.clone(),
        what: what.to_owned(),
        subject: subject.to_owned(),
        before: before.to_owned(),
        after: after.to_owned(),
    };
    Ok(store.note(&entry).await?)
}
