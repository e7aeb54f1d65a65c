//! One finding mended, as its rule offers it.

use crate::{AppError, Saved, View, Workspace};
use department::edit::Change;
use diag::{Fix, Span};
use store::Act;

/// A finding, by what stays the same as long as its text does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The revision in which it stands.
    pub revision: u64,
    /// The code of its rule.
    pub code: String,
    /// The file.
    pub file: String,
    /// Where in the file it begins, in bytes.
    pub start: u64,
}

impl Workspace {
    /// Carries out what a finding's rule offers to write. Nothing comes back where the finding no longer stands, where
    /// nothing is offered, or where somebody has saved meanwhile.
    pub async fn mend(&self, act: &Act, found: &Found, note: &str) -> Result<Option<Saved>, AppError> {
        let view = self.view().await?;
        if found.revision != view.revision {
            return Ok(None);
        }
        let sources = &view.department().sources;
        let fix = view.findings.iter().find_map(|finding| {
            let place = finding.place;
            let here =
                *sources.get(place.file).path == *found.file && u64::from(place.span.start) == found.start;
            finding.fix.as_ref().filter(|_| here && finding.code == found.code)
        });
        let Some(fix) = fix else { return Ok(None) };
        let changes = texts(&view, fix);
        let saved = self.change(act, view.revision, &changes, note).await?;
        Ok(Some(saved).filter(|saved| !matches!(saved, Saved::Conflicts(..))))
    }
}

/// The texts that a mend makes of those of a view.
pub fn texts(view: &View, fix: &Fix) -> Vec<Change> {
    let sources = &view.department().sources;
    let mut touched: Vec<_> = fix.edits.iter().map(|edit| edit.place.file).collect();
    touched.dedup();
    let text = |file| {
        let source = sources.get(file);
        let edits = fix.edits.iter().filter(|edit| edit.place.file == file);
        let edits: Vec<(Span, &str)> = edits.map(|edit| (edit.place.span, &*edit.text)).collect();
        Change::Text { file: source.path.to_string(), text: diag::apply(&source.text, &edits) }
    };
    touched.into_iter().map(text).collect()
}
