//! A rule's mend from inside a form: what stands in the form is saved with it.

use super::found::about;
use super::values::same;
use app::View;
use app::mend::texts;
use department::Files;
use department::edit::{Change, EditError, Subject, Value, apply, values};
use std::sync::Arc;

/// Which finding of a form is to be mended: `TX07 instruments 1`.
pub(super) struct Wanted {
    pub code: String,
    field: String,
    /// Which of those of the same rule about the same field.
    nth: usize,
}

impl Wanted {
    /// As a form says it.
    pub fn word(code: &str, field: &str, nth: usize) -> String {
        format!("{code} {field} {nth}")
    }

    /// What a form says; nothing where nothing is to be mended.
    pub fn of(word: &str) -> Option<Self> {
        let (code, rest) = word.split_once(' ')?;
        let (field, nth) = rest.rsplit_once(' ')?;
        Some(Wanted { code: code.to_owned(), field: field.to_owned(), nth: nth.parse().ok()? })
    }
}

/// The changes of a form with a mend, as texts; nothing where what was to be mended is no longer found.
pub(super) fn mended(
    now: &View,
    base: &Files,
    subject: &Subject,
    changes: &[Change],
    wanted: &Wanted,
) -> Result<Option<Vec<Change>>, EditError> {
    let typed = apply(base, changes)?;
    let view = now.next(now.revision, Arc::new(typed), Arc::clone(&now.figures), now.today);
    let like =
        |(field, finding): &(&str, &diag::Finding)| *field == wanted.field && finding.code == wanted.code;
    let found = about(&view, subject).into_iter().filter(like).nth(wanted.nth);
    let Some(fix) = found.and_then(|(_, finding)| finding.fix.as_ref()) else { return Ok(None) };
    let files = apply(&view.files, &texts(&view, fix))?;
    // A mend that names a field anew which has been typed meanwhile would double it, and what was typed could be lost.
    let (typed, made) = (values(&view.files, subject), values(&files, subject));
    let lost = |change: &Change| {
        let Change::Set { field, .. } = change else { return false };
        *field != wanted.field && !same(value(&typed, field), value(&made, field))
    };
    if changes.iter().any(lost) {
        return Ok(None);
    }
    let differs = files.by_path.iter().filter(|(path, text)| base.get(path) != Some(text));
    let text = |(path, text): (&String, &Vec<u8>)| Change::Text {
        file: path.clone(),
        text: String::from_utf8_lossy(text).into_owned(),
    };
    Ok(Some(differs.map(text).collect()))
}

fn value<'v>(all: &'v Option<Vec<(String, Value)>>, field: &str) -> Option<&'v Value> {
    all.iter().flatten().find(|(known, _)| known == field).map(|(_, value)| value)
}
