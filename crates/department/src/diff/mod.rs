//! What two revisions say differently, element by element and field by field: by meaning and not by text.
//!
//! Comments, layout and the order of elements and of lists mean nothing here. Pieces of text that stand on both sides
//! are passed over unread, so that a change in a large department is found as quickly as in a small one.

mod compare;
mod difference;
mod figures;
mod gather;
mod json;
mod meaning;
mod renamed;
mod sections;
#[cfg(test)]
mod tests;
mod unlike;
mod words;

pub use difference::{Difference, What};
pub use json::json;
pub use sections::{Group, Line, groups};

use crate::Files;
use crate::edit::Subject;
use crate::model::{FILES, schema};
use compare::Tables;
use gather::{Gathered, gather};
use renamed::Renames;
use std::collections::BTreeSet;

/// What differs between two states of the files: tables in the order of the model, then files that are not texts of the
/// model, or cannot be read as such.
pub fn diff(before: &Files, after: &Files) -> Vec<Difference> {
    let mut all = Gathered::default();
    for path in FILES {
        gather(path, before.get(path), after.get(path), &mut all);
    }
    let Gathered { before: old, after: new, changed } = all;
    let schema = schema();
    let renames = Renames::find(&old, &new, &schema);
    let mut found = Tables { before: &old, after: &new, renames: &renames, schema: &schema }.compare();
    found.extend(changed.into_iter().map(|path| file(What::FileChanged, path)));
    found.extend(others(before, after));
    found
}

/// Files beside the texts of the model: processes, and what is there by mistake.
fn others(before: &Files, after: &Files) -> Vec<Difference> {
    let paths: BTreeSet<&String> = before.by_path.keys().chain(after.by_path.keys()).collect();
    let beside = paths.into_iter().filter(|path| !FILES.contains(&path.as_str()));
    beside
        .filter_map(|path| match (before.get(path), after.get(path)) {
            (None, _) => Some(file(What::FileAdded, path)),
            (_, None) => Some(file(What::FileRemoved, path)),
            (Some(old), Some(new)) => (old != new).then(|| file(What::FileChanged, path)),
        })
        .collect()
}

fn file(what: What, path: &str) -> Difference {
    Difference { what, subject: Subject::one(path), field: String::new(), before: None, after: None }
}
