//! The doc comment of a rule's source file, read as what people are told and as the rule's tests.
//!
//! ````text
//! //! # en
//! //! The message, with `{ $name }` where a value stands.
//! //!
//! //! Why it matters.
//! //!
//! //! What to do.
//! //!
//! //! # ru
//! //! …the same three paragraphs…
//! //!
//! //! # bad
//! //! ```toml sostac.toml
//! //! …a text that raises exactly this code…
//! //! ```
//! //!
//! //! # good
//! //! ```toml sostac.toml
//! //! …a text that raises nothing…
//! //! ```
//! ````

use locale::Lang;

/// What a rule says in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// What is wrong: a Fluent pattern.
    pub message: String,
    /// Why it matters, in the method's thought.
    pub why: String,
    /// What to do.
    pub mend: String,
}

/// One `bad` or `good` example: files by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Example {
    /// `(path, text)`.
    pub files: Vec<(String, String)>,
}

/// A rule's doc comment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RuleDoc {
    /// English.
    pub en: Words,
    /// Russian.
    pub ru: Words,
    /// Each raises exactly the rule's code.
    pub bad: Vec<Example>,
    /// Each raises nothing.
    pub good: Vec<Example>,
}

impl RuleDoc {
    /// Reads the leading `//!` lines of a rule's source file.
    pub fn parse(source: &str) -> Self {
        let lines = source
            .lines()
            .map_while(|line| line.strip_prefix("//!"))
            .map(|line| line.strip_prefix(' ').unwrap_or(line));
        let mut doc = RuleDoc::default();
        let mut section = String::new();
        let mut prose: Vec<String> = vec![String::new()];
        let mut file: Option<(String, String)> = None;
        for line in lines {
            if let Some((_, text)) = &mut file {
                if line.starts_with("```") {
                    doc.take_file(&section, file.take());
                } else {
                    text.push_str(line);
                    text.push('\n');
                }
            } else if let Some(info) = line.strip_prefix("```") {
                let path = info.split_whitespace().nth(1).unwrap_or_default();
                file = Some((path.to_owned(), String::new()));
            } else if let Some(title) = line.strip_prefix("# ") {
                doc.take_words(&section, std::mem::replace(&mut prose, vec![String::new()]));
                section = title.trim().to_owned();
                match section.as_str() {
                    "bad" => doc.bad.push(Example::default()),
                    "good" => doc.good.push(Example::default()),
                    _ => {}
                }
            } else if line.trim().is_empty() {
                if prose.last().is_some_and(|text| !text.is_empty()) {
                    prose.push(String::new());
                }
            } else if let Some(text) = prose.last_mut() {
                if !text.is_empty() {
                    text.push(' ');
                }
                text.push_str(line.trim());
            }
        }
        doc.take_words(&section, prose);
        doc
    }

    /// What it says in a language.
    pub fn words(&self, lang: Lang) -> &Words {
        match lang {
            Lang::En => &self.en,
            Lang::Ru => &self.ru,
        }
    }

    fn take_words(&mut self, section: &str, prose: Vec<String>) {
        let words = match section {
            "en" => &mut self.en,
            "ru" => &mut self.ru,
            _ => return,
        };
        let mut prose = prose.into_iter();
        let mut next = || prose.next().unwrap_or_default();
        *words = Words { message: next(), why: next(), mend: next() };
    }

    fn take_file(&mut self, section: &str, file: Option<(String, String)>) {
        let examples = match section {
            "bad" => &mut self.bad,
            "good" => &mut self.good,
            _ => return,
        };
        if let (Some(example), Some(file)) = (examples.last_mut(), file) {
            example.files.push(file);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_doc_comment_is_read_whole() {
        let doc = RuleDoc::parse(
            "//! # en\n//! It is { $what }\n//! wrong.\n//!\n//! Why.\n//!\n//! Mend.\n//!\n//! # ru\n//! Не так.\n\
             //! # bad\n//! ```toml a.toml\n//! x = 1\n//! ```\n//! ```toml b.toml\n//! ```\n//! # good\n//! # good\ncode",
        );
        assert_eq!(doc.en.message, "It is { $what } wrong.");
        assert_eq!((doc.en.why.as_str(), doc.en.mend.as_str()), ("Why.", "Mend."));
        assert_eq!(doc.ru.message, "Не так.");
        assert_eq!(doc.bad[0].files[0], ("a.toml".into(), "x = 1\n".into()));
        assert_eq!((doc.bad[0].files.len(), doc.good.len()), (2, 2));
    }
}
