//! An answer as tables and words, in one language.

mod digest;
mod figure;
mod human;
mod json;

pub use digest::digest;
pub use figure::{figure, p_value};
pub use human::human;
pub use json::json;

/// An answer in one language.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Told {
    /// The method by its stable name: `correlate.pearson`.
    pub method: String,
    /// What was done, as a heading: "Linear regression of comments on type and hour".
    pub title: String,
    /// What the method, its data and conventions were: names and values, shown above the tables.
    pub facts: Vec<(String, String)>,
    /// The tables: `tidy`, `glance`, `augment` and what else the method has to say.
    pub sheets: Vec<Sheet>,
    /// The answer in plain words, a sentence or two each.
    pub reading: Vec<String>,
    /// What should be known before it is believed.
    pub cautions: Vec<String>,
}

/// A table of an answer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// Its key in JSON: `tidy`, `glance`, `augment`, `anova`.
    pub name: String,
    /// Its heading.
    pub title: String,
    /// Its columns.
    pub heads: Vec<Head>,
    /// Its rows, as many values in each as there are heads.
    pub rows: Vec<Vec<Value>>,
    /// Where it is shown.
    pub style: Style,
    /// A note under it: what a mark means, which convention was followed.
    pub note: String,
}

/// How a table is shown to people; in JSON, XLSX and CSV all are rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// As a table.
    #[default]
    Rows,
    /// The single row as names with their values.
    Facts,
    /// Not on screen nor on paper: too long, or only for machines (`augment`, or what another table shows better).
    Machine,
    /// Only to people: what JSON has in another shape already (a correlation matrix beside its pairs).
    People,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its key in JSON: `std_error`.
    pub name: String,
    /// Its heading.
    pub title: String,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A figure; what is not finite is shown as "—" and is `null` in JSON.
    Number(f64),
    /// A figure with so many digits after its mark.
    Fixed(f64, usize),
    /// A probability of error.
    P(f64),
    /// A share, shown as a percentage.
    Share(f64),
    /// A count.
    Count(u64),
    /// Yes or no.
    Flag(bool),
    /// Nothing.
    Missing,
}

impl Head {
    /// A column with its key and its heading.
    pub fn new(name: impl Into<String>, title: impl Into<String>) -> Self {
        Head { name: name.into(), title: title.into() }
    }
}

impl Told {
    /// The table of a name.
    pub fn sheet(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.name == name)
    }
}
