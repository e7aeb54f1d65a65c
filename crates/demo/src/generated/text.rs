//! Tables, lines and sentences.

use super::Maker;
use std::fmt::{Display, Write};

/// A file that is being written.
#[derive(Default)]
pub(super) struct Text(String);

impl Text {
    /// The header of a table that stands alone.
    pub(super) fn one(&mut self, table: &str) -> &mut Self {
        self.write(format_args!("[{table}]\n"))
    }

    /// The header of the element of that number.
    pub(super) fn head(&mut self, kind: &str, at: usize) -> &mut Self {
        self.write(format_args!("\n[{kind}.{}]\n", id(kind, at)))
    }

    /// A line whose value is text.
    pub(super) fn text(&mut self, key: &str, value: impl Display) -> &mut Self {
        self.write(format_args!("{key} = \"{value}\"\n"))
    }

    /// A line whose value is written as it is: a number, a day, a list.
    pub(super) fn raw(&mut self, key: &str, value: impl Display) -> &mut Self {
        self.write(format_args!("{key} = {value}\n"))
    }

    /// A line that names an element.
    pub(super) fn to(&mut self, key: &str, kind: &str, at: usize) -> &mut Self {
        self.text(key, id(kind, at))
    }

    /// A line that lists elements.
    pub(super) fn list(&mut self, key: &str, kind: &str, all: impl IntoIterator<Item = usize>) -> &mut Self {
        let names: Vec<String> = all.into_iter().map(|at| format!("\"{}\"", id(kind, at))).collect();
        self.raw(key, format_args!("[{}]", names.join(", ")))
    }

    /// A line of competences, each with the level.
    pub(super) fn levels(&mut self, key: &str, level: u8, all: impl IntoIterator<Item = usize>) -> &mut Self {
        let each: Vec<String> =
            all.into_iter().map(|at| format!("{} = {level}", id("competence", at))).collect();
        self.raw(key, format_args!("{{ {} }}", each.join(", ")))
    }

    /// What has been written.
    pub(super) fn done(self) -> String {
        self.0
    }

    fn write(&mut self, what: std::fmt::Arguments<'_>) -> &mut Self {
        // Writing to a string cannot fail.
        let _ = self.0.write_fmt(what);
        self
    }
}

/// The id of an element.
fn id(kind: &str, at: usize) -> String {
    format!("{}-{}", kind.replace('_', "-"), at + 1)
}

/// A day of the plan: so many days after Monday, 5 January 2026.
pub(super) fn day(after: usize) -> String {
    let start = crate::calendar::number((2026, 1, 5));
    let (year, month, day) = crate::calendar::day(start + after as i32);
    format!("{year}-{month:02}-{day:02}")
}

const PEOPLE: &[&str] = &[
    "owners",
    "installers",
    "dealers",
    "households",
    "service engineers",
    "new buyers",
    "builders",
    "neighbours",
];
const THEMES: &[&str] = &[
    "the cost of heating",
    "fault codes",
    "service contracts",
    "the noise of heat pumps",
    "spare parts",
    "the first cold night",
    "settings for winter",
    "delivery",
    "warranty",
    "the choice of a boiler",
];
const PLACES: &[&str] = &[
    "in the community",
    "on the forums",
    "in the chat",
    "in the new regions",
    "under the films",
    "on review sites",
    "in the club",
    "in the northern districts",
];
const WORK: &[&str] = &[
    "Answer questions of",
    "Collect what is said by",
    "Compare two offers for",
    "Explain the calculation to",
    "Ask a second time",
    "Sort the conversations of",
    "Agree a promise to",
    "Measure the patience of",
];
const STATES: &[&str] =
    &["trust our answers about", "know us for", "ask us first about", "come back because of"];
const REASONS: &[&str] = &[
    "because an answer that comes late is remembered for two winters",
    "since every settled question saves a visit of an engineer",
    "for what is not heard in time is returned under warranty",
    "because dealers stock what their customers ask for by name",
];

impl Maker {
    fn pick(&mut self, from: &'static [&'static str]) -> &'static str {
        from[self.random.below(from.len())]
    }

    /// A step: “Answer questions of installers about fault codes on the forums”.
    pub(super) fn work(&mut self) -> String {
        let (work, people) = (self.pick(WORK), self.pick(PEOPLE));
        format!("{work} {people} about {} {}", self.pick(THEMES), self.pick(PLACES))
    }

    /// A state: “Installers in the club trust our answers about fault codes”.
    pub(super) fn state(&mut self) -> String {
        let (people, place) = (self.pick(PEOPLE), self.pick(PLACES));
        let (first, rest) = people.split_at(1);
        let first = first.to_uppercase();
        format!("{first}{rest} {place} {} {}", self.pick(STATES), self.pick(THEMES))
    }

    /// A figure: “Part of questions about delivery settled in the chat”.
    pub(super) fn figure(&mut self) -> String {
        format!("Part of questions about {} settled {}", self.pick(THEMES), self.pick(PLACES))
    }

    /// A thing: “Talk of installers about spare parts”.
    pub(super) fn thing(&mut self) -> String {
        format!("Talk of {} about {}", self.pick(PEOPLE), self.pick(THEMES))
    }

    /// A reason.
    pub(super) fn reason(&mut self) -> String {
        let (people, reason) = (self.pick(PEOPLE), self.pick(REASONS));
        format!("It matters to {people}, {reason}")
    }
}
