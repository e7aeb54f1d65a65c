//! What can be chosen in a question.

use crate::Fault;
use std::collections::BTreeMap;

/// One thing that can be chosen. Its words are `stats-opt-NAME` in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Opt {
    /// Its name, as in `--name`; words are joined by `-`.
    pub name: &'static str,
    /// What it may be.
    pub kind: Kind,
    /// What it is where nothing was chosen; empty is "not chosen".
    pub default: &'static str,
}

/// What an option may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// One of these; the words of each are `stats-NAME-VALUE` in the catalogue.
    Choice(&'static [&'static str]),
    /// A number between two, both allowed.
    Number(f64, f64),
    /// A whole number between two, both allowed.
    Whole(u64, u64),
    /// A whole number between two, or `auto`.
    WholeOrAuto(u64, u64),
    /// Yes or no: `true`, `false`, also `on`, `off`.
    Flag,
    /// One column.
    Column,
    /// Columns, set apart by commas; a name with a comma stands in quotes.
    Columns,
    /// A formula as in R.
    Formula,
    /// Anything.
    Text,
}

/// What was chosen: texts that their declarations have accepted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options(BTreeMap<String, String>);

impl Options {
    /// Holds what was given against the declaration.
    pub fn new<'a>(
        declared: &'static [Opt],
        given: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Fault> {
        let mut chosen: BTreeMap<String, String> =
            declared.iter().map(|opt| (opt.name.to_owned(), opt.default.to_owned())).collect();
        for (name, value) in given {
            let Some(opt) = declared.iter().find(|opt| opt.name == name) else {
                let there = declared.iter().map(|opt| opt.name).collect();
                return Err(Fault::NoOption { name: name.to_owned(), there });
            };
            if !value.is_empty() && !opt.kind.takes(value) {
                let allowed = opt.kind.allowed();
                return Err(Fault::Choice { name: name.to_owned(), value: value.to_owned(), allowed });
            }
            let value = match (opt.kind, value) {
                (Kind::Flag, "on") => "true",
                (Kind::Flag, "off") => "false",
                (_, value) => value,
            };
            chosen.insert(name.to_owned(), value.to_owned());
        }
        Ok(Options(chosen))
    }

    /// The text of an option; empty where nothing was chosen.
    pub fn text(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// The text of an option that the question cannot do without.
    pub fn needed(&self, name: &'static str) -> Result<&str, Fault> {
        match self.text(name) {
            "" => Err(Fault::Needed { name }),
            text => Ok(text),
        }
    }

    /// A number; none where nothing was chosen, or `auto`.
    pub fn number(&self, name: &str) -> Option<f64> {
        self.text(name).parse().ok()
    }

    /// A whole number; none where nothing was chosen, or `auto`.
    pub fn whole(&self, name: &str) -> Option<u64> {
        self.text(name).parse().ok()
    }

    /// Yes or no.
    pub fn flag(&self, name: &str) -> bool {
        self.text(name) == "true"
    }

    /// The names of columns in a list.
    pub fn columns(&self, name: &str) -> Vec<String> {
        listed(self.text(name))
    }

    /// What was chosen otherwise than it would be, for the words of an answer and an R script.
    pub fn chosen(&self, declared: &'static [Opt]) -> Vec<(&'static str, &str)> {
        let given = declared.iter().map(|opt| (opt, self.text(opt.name)));
        given.filter(|(opt, text)| *text != opt.default).map(|(opt, text)| (opt.name, text)).collect()
    }
}

impl Kind {
    /// Whether a text is a value of this kind; whether a column is there is found out later.
    fn takes(self, value: &str) -> bool {
        match self {
            Kind::Choice(values) => values.contains(&value),
            Kind::Number(low, high) => value.parse::<f64>().is_ok_and(|x| (low..=high).contains(&x)),
            Kind::Whole(low, high) => value.parse::<u64>().is_ok_and(|x| (low..=high).contains(&x)),
            Kind::WholeOrAuto(low, high) => {
                value == "auto" || value.parse::<u64>().is_ok_and(|x| (low..=high).contains(&x))
            }
            Kind::Flag => matches!(value, "true" | "false" | "on" | "off"),
            Kind::Column | Kind::Columns | Kind::Formula | Kind::Text => true,
        }
    }

    /// What it may be, in signs that need no translation.
    pub fn allowed(self) -> String {
        match self {
            Kind::Choice(values) => values.join("|"),
            Kind::Number(low, high) => format!("{low} … {high}"),
            Kind::Whole(low, high) => format!("{low} … {high}"),
            Kind::WholeOrAuto(low, high) => format!("auto | {low} … {high}"),
            Kind::Flag => "on|off".to_owned(),
            Kind::Column | Kind::Columns | Kind::Formula | Kind::Text => String::new(),
        }
    }
}

/// Names set apart by commas; what stands in quotes is one name.
pub fn listed(text: &str) -> Vec<String> {
    let mut names = vec![String::new()];
    let mut quoted = None;
    for sign in text.chars() {
        match (sign, quoted) {
            ('"' | '`', None) => quoted = Some(sign),
            (sign, Some(quote)) if sign == quote => quoted = None,
            (',', None) => names.push(String::new()),
            (sign, _) => names.last_mut().into_iter().for_each(|name| name.push(sign)),
        }
    }
    names.into_iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DECLARED: &[Opt] = &[
        Opt { name: "method", kind: Kind::Choice(&["a", "b"]), default: "a" },
        Opt { name: "k", kind: Kind::WholeOrAuto(1, 9), default: "auto" },
        Opt { name: "columns", kind: Kind::Columns, default: "" },
        Opt { name: "scale", kind: Kind::Flag, default: "true" },
    ];

    #[test]
    fn what_is_not_chosen_is_as_declared() {
        let options = Options::new(DECLARED, [("k", "3")]).expect("it is allowed");
        assert_eq!((options.text("method"), options.whole("k")), ("a", Some(3)));
        assert_eq!(options.chosen(DECLARED), [("k", "3")]);
        assert_eq!(options.needed("columns"), Err(Fault::Needed { name: "columns" }));
    }

    #[test]
    fn what_cannot_be_is_refused_with_what_can() {
        let refused = Options::new(DECLARED, [("k", "10")]).expect_err("it is too many");
        assert!(matches!(refused, Fault::Choice { allowed, .. } if allowed == "auto | 1 … 9"));
        assert!(matches!(Options::new(DECLARED, [("x", "1")]), Err(Fault::NoOption { .. })));
    }

    #[test]
    fn yes_and_no_have_two_names_each() {
        let scale =
            |given: &str| Options::new(DECLARED, [("scale", given)]).map(|options| options.flag("scale"));
        assert_eq!(
            [scale("off"), scale("false"), scale("on"), scale("true")].map(|found| found.ok()),
            [Some(false), Some(false), Some(true), Some(true)]
        );
        let on = Options::new(DECLARED, [("scale", "on")]).expect("it is allowed");
        assert!(on.chosen(DECLARED).is_empty());
        assert!(matches!(scale("no"), Err(Fault::Choice { allowed, .. }) if allowed == "on|off"));
    }

    #[test]
    fn a_comma_in_quotes_is_part_of_the_name() {
        assert_eq!(listed("a, \"reach, people\",`b c`,"), ["a", "reach, people", "b c"]);
    }
}
