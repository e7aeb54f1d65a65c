//! A form as a list of names and texts.

use crate::problem::Problem;
use axum::extract::rejection::FormRejection;

/// What a browser sends, in its order.
#[derive(Debug, Clone, Default)]
pub(in crate::pages) struct Form {
    pairs: Vec<(String, String)>,
}

/// As axum reads it.
pub(in crate::pages) type Sent = Result<axum::extract::Form<Vec<(String, String)>>, FormRejection>;

impl Form {
    /// A form of these pairs.
    pub fn new(pairs: Vec<(String, String)>) -> Self {
        Form { pairs }
    }

    /// What was sent.
    pub fn of(sent: Sent) -> Result<Self, Problem> {
        sent.map(|axum::extract::Form(pairs)| Form { pairs }).map_err(|_| Problem::Wrong)
    }

    /// Adds a text.
    pub fn put(&mut self, name: impl Into<String>, text: impl Into<String>) {
        self.pairs.push((name.into(), text.into()));
    }

    /// Puts a text in the place of what stands under a name.
    pub fn set(&mut self, name: &str, text: impl Into<String>) {
        self.pairs.retain(|(known, _)| known != name);
        self.put(name, text);
    }

    /// The first text of a name, trimmed; empty where there is none.
    pub fn one(&self, name: &str) -> &str {
        self.whole(name).trim()
    }

    /// The first text of a name as it was sent.
    pub fn whole(&self, name: &str) -> &str {
        self.pairs.iter().find(|(known, _)| known == name).map_or("", |(_, text)| text)
    }

    /// Whether anything was sent under a name.
    pub fn has(&self, name: &str) -> bool {
        self.pairs.iter().any(|(known, _)| known == name)
    }

    /// All texts of a name, trimmed.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(known, _)| known == name).map(|(_, text)| text.trim())
    }

    /// The names below a name, without it: `a` and `b` of `x.a` and `x.b`.
    pub fn below<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.pairs.iter().filter_map(move |(known, text)| {
            Some((known.strip_prefix(name)?.strip_prefix('.')?, text.trim()))
        })
    }

    /// What is sent below a name, as a form of its own.
    pub fn under(&self, name: &str) -> Form {
        let below = self.below(name).map(|(name, text)| (name.to_owned(), text.to_owned()));
        Form { pairs: below.collect() }
    }

    /// All names and texts.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }

    /// Whether anything was sent under a name or below it.
    pub fn speaks_of(&self, name: &str) -> bool {
        self.has(name) || self.below(name).next().is_some()
    }

    /// Puts all that another form says of a field in the place of what this one says.
    pub fn replace(&mut self, field: &str, other: &Form) {
        let of = |name: &str| {
            name.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        self.pairs.retain(|(name, _)| !of(name));
        self.pairs.extend(other.pairs.iter().filter(|(name, _)| of(name)).cloned());
    }

    /// A whole number.
    pub fn number(&self, name: &str) -> Result<u64, Problem> {
        self.one(name).parse().map_err(|_| Problem::Wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_replaced_with_all_that_is_below_it() {
        let (mut one, mut other) = (Form::default(), Form::default());
        for (name, text) in [("f.due", "1"), ("f.due.date", "2"), ("f.dues", "3")] {
            one.put(name, text);
        }
        other.put("f.due", " 4 ");
        one.replace("f.due", &other);
        assert_eq!((one.one("f.due"), one.one("f.due.date"), one.one("f.dues")), ("4", "", "3"));
        assert_eq!(other.below("f").collect::<Vec<_>>(), [("due", "4")]);
    }
}
