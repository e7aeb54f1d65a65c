//! What can go wrong in a use-case through wrong use or input.

use crate::approval::ApprovalError;
use locale::{Lang, t};
use std::path::PathBuf;
use store::StoreError;

/// Wrong use or input; what is nobody's mistake is an `anyhow` fault instead.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// There is nothing at that path.
    #[error("no such file or folder: {0}")]
    NoPath(PathBuf),
    /// The folder holds none of a department's files.
    #[error("no department in {0}")]
    NoDepartment(PathBuf),
    /// The folder to be filled holds a department already.
    #[error("{0} holds a department already")]
    Occupied(PathBuf),
    /// The file that is to be made is there already.
    #[error("{0} is there already")]
    Exists(PathBuf),
    /// The folder that is to be filled holds data already.
    #[error("{0} holds data already")]
    Holds(PathBuf),
    /// Somebody works with the file.
    #[error("{0} is in use")]
    InUse(PathBuf),
    /// The file is no backup.
    #[error("{0} is no backup")]
    NoBackup(PathBuf),
    /// The file cannot be read or written.
    #[error("{0}: {1}")]
    File(PathBuf, std::io::Error),
    /// A folder's files are more or larger than a department's.
    #[error("{0} holds more than a department")]
    TooMuch(PathBuf),
    /// The table cannot be read.
    #[error(transparent)]
    Table(#[from] table::TableError),
    /// The question has no answer.
    #[error(transparent)]
    Study(#[from] study::Fault),
    /// No answer is written in files of that ending.
    #[error("no answer is written as .{0}")]
    Ending(String),
    /// The import does not fit the file or the department.
    #[error(transparent)]
    Import(#[from] control::ImportError),
    /// The change does not fit the text.
    #[error(transparent)]
    Edit(#[from] department::edit::EditError),
    /// The texts that were sent are no department's.
    #[error(transparent)]
    Texts(#[from] crate::TextsError),
    /// The key is not made.
    #[error(transparent)]
    Key(#[from] crate::keys::KeyError),
    /// The hook is not added.
    #[error(transparent)]
    Hook(#[from] crate::hooks::HookError),
    /// Somebody does not come in, or is not changed as was asked.
    #[error(transparent)]
    People(#[from] crate::PeopleError),
    /// The step of approval cannot be taken.
    #[error(transparent)]
    Approval(#[from] ApprovalError),
    /// The correction does not go on as was asked.
    #[error(transparent)]
    Correction(#[from] crate::corrections::CorrectionError),
    /// No revision has been approved yet.
    #[error("nothing is normative")]
    NothingNormative,
    /// There is no revision of that number.
    #[error("no revision {0}")]
    NoRevision(u64),
    /// The work was interrupted; the process is ending or a check has failed.
    #[error("interrupted: {0}")]
    Interrupted(String),
    /// The system has no random bits to give.
    #[error("no random bits: {0}")]
    Random(String),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl AppError {
    /// Work that a thread did not bring to its end.
    pub(crate) fn interrupted(error: tokio::task::JoinError) -> Self {
        AppError::Interrupted(error.to_string())
    }

    /// The error with its mend, for a person.
    pub fn message(&self, lang: Lang) -> String {
        let shown = |path: &PathBuf| path.display().to_string();
        match self {
            AppError::NoPath(path) => t!(lang, "error-no-path", path = shown(path)),
            AppError::NoDepartment(path) => t!(lang, "error-no-department", path = shown(path)),
            AppError::Occupied(path) => t!(lang, "error-occupied", path = shown(path)),
            AppError::Exists(path) => t!(lang, "error-exists", path = shown(path)),
            AppError::Holds(path) => t!(lang, "error-holds", path = shown(path)),
            AppError::InUse(path) => t!(lang, "error-in-use", path = shown(path)),
            AppError::NoBackup(path) => t!(lang, "error-no-backup", path = shown(path)),
            AppError::File(path, error) => {
                let reason = match error.kind() {
                    std::io::ErrorKind::NotFound => t!(lang, "io-not-found"),
                    std::io::ErrorKind::PermissionDenied => t!(lang, "io-denied"),
                    std::io::ErrorKind::StorageFull => t!(lang, "io-full"),
                    _ => error.to_string(),
                };
                t!(lang, "error-file", path = shown(path), reason = reason)
            }
            AppError::TooMuch(path) => t!(lang, "error-too-much", path = shown(path)),
            AppError::Study(error) => error.message(lang),
            AppError::Ending(ending) => t!(lang, "stats-ending", ending = ending),
            AppError::Table(error) => error.message(lang),
            AppError::Import(error) => error.message(lang),
            AppError::Edit(error) => error.message(lang),
            AppError::Texts(error) => error.message(lang),
            AppError::Key(error) => error.message(lang),
            AppError::Hook(error) => error.message(lang),
            AppError::Approval(error) => error.message(lang),
            AppError::Correction(error) => error.message(lang),
            AppError::NothingNormative => t!(lang, "approval-error-nothing-normative"),
            AppError::People(error) => error.message(lang),
            AppError::NoRevision(number) => t!(lang, "error-no-revision", number = *number),
            AppError::Interrupted(cause) => t!(lang, "error-interrupted", cause = cause),
            AppError::Random(cause) => t!(lang, "exchange-no-random", cause = cause),
            AppError::Store(error) => kept(error, lang),
        }
    }
}

/// Why figures could not be kept or read. What a library reports stays in its own words, as the cause.
fn kept(error: &StoreError, lang: Lang) -> String {
    let shown = |path: &PathBuf| path.display().to_string();
    match error {
        StoreError::NotADatabase(path) => t!(lang, "store-no-database", path = shown(path)),
        StoreError::Foreign(path) => t!(lang, "store-foreign", path = shown(path)),
        StoreError::Newer { found, known } => t!(lang, "store-newer", found = *found, known = *known),
        StoreError::NotFinite { kpi, date } => t!(lang, "store-not-finite", kpi = kpi, date = *date),
        StoreError::Closed { kpi, date, until } => {
            t!(lang, "store-closed", kpi = kpi, date = *date, until = *until)
        }
        StoreError::CannotOpen { path, cause } => {
            t!(lang, "store-cannot-open", path = shown(path), cause = cause.to_string())
        }
        StoreError::Broken(what) => t!(lang, "store-broken", what = what),
        StoreError::Failed(cause) => t!(lang, "store-failed", cause = cause.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_store_s_errors_are_told_in_both_languages() {
        let foreign = AppError::from(StoreError::Foreign("reper.db".into()));
        assert!(foreign.message(Lang::Ru).contains("другая программа"));
        assert!(foreign.message(Lang::En).contains("another program"));
    }
}
