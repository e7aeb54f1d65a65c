//! A finding, and the list that rules write into.

use crate::{Place, Sources, Span};
use locale::Value;
use serde::Serialize;

/// How much a finding weighs. Which rule has which is said by a profile, not by the rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The document cannot be approved with it.
    Error,
    /// To be mended, or signed with a reason.
    Warning,
    /// Worth a thought.
    Advice,
}

impl Severity {
    /// All, the weightiest first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Advice];

    /// The word that profiles, JSON and the catalogue use.
    pub const fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "advice",
        }
    }
}

/// One replacement in one file's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; an empty stretch is an insertion.
    pub place: Place,
    /// What stands there afterwards.
    pub text: String,
}

/// A mend that a machine can carry out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fix {
    /// The replacements; they do not overlap.
    pub edits: Vec<Edit>,
}

/// Something to say about a person's text.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The rule's code.
    pub code: &'static str,
    /// Its weight, by the profile in force.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What the message is filled with.
    pub args: Vec<(&'static str, Value)>,
    /// The mend, where a machine can carry it out.
    pub fix: Option<Fix>,
}

impl Finding {
    /// With its places counted from the beginning of their files.
    pub fn settle(&mut self, sources: &Sources) {
        self.place = sources.whole(self.place);
        for edit in self.fix.iter_mut().flat_map(|fix| &mut fix.edits) {
            edit.place = sources.whole(edit.place);
        }
    }

    /// Fills the message's `{ $name }`.
    pub fn arg(&mut self, name: &'static str, value: impl Into<Value>) -> &mut Self {
        self.args.push((name, value.into()));
        self
    }

    /// Offers to replace `place` by `text`; may be called more than once.
    pub fn replace(&mut self, place: Place, text: impl Into<String>) -> &mut Self {
        self.fix.get_or_insert_default().edits.push(Edit { place, text: text.into() });
        self
    }
}

/// Findings as they are made.
#[derive(Debug, Default)]
pub struct Findings {
    /// What has been found so far, in the order of finding.
    pub all: Vec<Finding>,
    /// The code that new findings get.
    pub code: &'static str,
    /// The weight that new findings get.
    pub severity: Option<Severity>,
}

impl Findings {
    /// A new finding of the current code at a place.
    pub fn find(&mut self, place: Place) -> &mut Finding {
        let severity = self.severity.unwrap_or(Severity::Error);
        self.all.push(Finding { code: self.code, severity, place, args: Vec::new(), fix: None });
        self.all.last_mut().expect("one was pushed")
    }
}

/// A text after edits. They are applied from the last to the first; one that overlaps an edit already made,
/// or that does not fit the text, is left out.
pub fn apply(text: &str, edits: &[(Span, &str)]) -> String {
    let mut order: Vec<_> = edits.iter().collect();
    order.sort_by_key(|(span, _)| (span.start, span.end));
    let mut out = text.to_owned();
    let mut bound = text.len();
    for (span, new) in order.into_iter().rev() {
        let range = span.range();
        let fits =
            range.end <= bound && text.is_char_boundary(range.start) && text.is_char_boundary(range.end);
        if fits && range.start <= range.end {
            bound = range.start;
            out.replace_range(range, new);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_apply_from_the_end_and_never_overlap() {
        let text = "goal = \"trsut\"";
        assert_eq!(apply(text, &[(Span::new(8, 13), "trust"), (Span::new(0, 4), "aim")]), "aim = \"trust\"");
        assert_eq!(apply(text, &[(Span::new(0, 9), "x"), (Span::new(8, 13), "trust")]), "goal = \"trust\"");
        assert_eq!(apply("я", &[(Span::new(1, 2), "x")]), "я");
    }
}
