//! Why a change was not made.

use crate::text::told;
use locale::{Lang, t};

/// Why a change was not made.
#[derive(Debug, Clone, thiserror::Error, PartialEq, Eq)]
pub enum EditError {
    /// The text is not TOML; it is mended by hand first.
    #[error("{file}, line {line}: the text cannot be read: {what}")]
    Text {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What the parser says.
        what: String,
    },
    /// There is no element of that name.
    #[error("there is no [{0}]")]
    NoElement(String),
    /// There is an element of that name already.
    #[error("[{0}] is there already")]
    Exists(String),
    /// An id is not a plain word.
    #[error("{0:?} is not a plain word")]
    Id(String),
    /// There is no such kind of table.
    #[error("there is no kind {0:?}")]
    Kind(String),
    /// A table of the kind has no such field.
    #[error("[{0}] has no field {1:?}")]
    Field(String, String),
    /// An element is written between the braces or fields of another table and cannot be moved.
    #[error("[{0}] has no header of its own")]
    Within(String),
    /// A text or a number of changes is too large.
    #[error("too large")]
    TooLarge,
}

impl EditError {
    /// The error in the reader's language, with what to do about it.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            EditError::Text { file, line, what } => {
                t!(lang, "edit-text", file = file.clone(), line = *line, what = told(what))
            }
            EditError::NoElement(subject) => t!(lang, "edit-no-element", subject = subject.clone()),
            EditError::Exists(subject) => t!(lang, "edit-exists", subject = subject.clone()),
            EditError::Id(id) => t!(lang, "edit-id", id = id.clone()),
            EditError::Kind(kind) => t!(lang, "edit-kind", kind = kind.clone()),
            EditError::Field(kind, field) => {
                t!(lang, "edit-field", kind = kind.clone(), field = field.clone())
            }
            EditError::Within(subject) => t!(lang, "edit-within", subject = subject.clone()),
            EditError::TooLarge => t!(lang, "edit-too-large"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Files;
    use crate::edit::{Change, Subject, apply};

    #[test]
    fn a_text_that_cannot_be_read_is_told_of_in_the_readers_language() {
        let files = Files::from([("sostac.toml", "[goal.a]\nname = \"A\n")]);
        let change =
            Change::Set { subject: Subject::parse("goal.a"), field: "why".into(), value: Some("W".into()) };
        let error = apply(&files, &[change]).expect_err("it cannot be read");
        let inside = |lang: Lang| {
            let message = error.message(lang);
            message
                .split_once('(')
                .and_then(|(_, rest)| Some(rest.split_once(')')?.0.to_owned()))
                .expect("a cause")
        };
        let latin = |text: &str| text.chars().filter(|sign| sign.is_ascii_alphabetic()).count();
        let (english, russian) = (inside(Lang::En), inside(Lang::Ru));
        assert!(latin(&english) > 5 && latin(&russian) == 0, "{english} / {russian}");
    }
}
