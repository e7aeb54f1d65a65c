//! What a model says of rows that it was not fitted to.

use crate::{Data, Fault, Head, Sheet, Style, Value, figure};
use locale::{Lang, number, t};
use stats::Frame;
use stats::regress::formula::{Recipe, Stranger};

mod title;

pub(crate) use title::Title;

/// So many levels that a model does not know are named, and of those that it knows.
const STRANGERS: usize = 5;
const LEVELS: usize = 12;

/// Answers for new rows: a line for each, empty where a value is missing or a level is one that the model does not know.
pub(crate) struct Fresh {
    /// The name of their file.
    file: String,
    /// How many rows there are.
    rows: usize,
    /// How many have an answer.
    answered: usize,
    columns: Vec<(Title, Vec<f64>)>,
    notes: Vec<Note>,
}

/// What is told below the answers.
pub(crate) enum Note {
    /// A level that the model does not know.
    Stranger(Stranger),
    /// Rows went to the nearest centre.
    Centre,
    /// To the nearest medoid.
    Medoid,
    /// To the nearest mean of a tree's clusters.
    Mean,
    /// To the nearest core within so far.
    Core(f64),
    /// To the likeliest cloud.
    Cloud,
    /// Intervals of quantiles are by the density.
    Density,
    /// Rows that stand far off have no interval of their own.
    Robust,
}

/// The columns of new rows that a model reads; what is wrong with them is told with their file.
pub(crate) fn frame(data: &Data, names: &[String]) -> Result<Frame, Fault> {
    data.frame(names).map_err(|fault| within(data.name(), fault))
}

/// A fault of the new rows.
pub(crate) fn within(file: &str, fault: impl Into<Fault>) -> Fault {
    Fault::Fresh { file: file.to_owned(), fault: Box::new(fault.into()) }
}

/// The levels of new rows that a model does not know.
pub(crate) fn strangers(recipe: &Recipe, frame: &Frame) -> Vec<Note> {
    recipe.strangers(frame).unwrap_or_default().into_iter().map(Note::Stranger).collect()
}

impl Fresh {
    /// What an R script adds, with its call of `predict`.
    pub(crate) fn script(&self, call: &str) -> String {
        format!("new <- read.csv({:?}, stringsAsFactors = TRUE, check.names = FALSE)\n{call}\n", self.file)
    }

    /// Answers of so many rows, those that have one being at `places`.
    pub(crate) fn new(data: &Data, rows: usize, places: &[usize], columns: Vec<(Title, Vec<f64>)>) -> Self {
        let spread = |(title, values): (Title, Vec<f64>)| {
            let mut all = vec![f64::NAN; rows];
            places.iter().zip(values).for_each(|(&place, value)| all[place] = value);
            (title, all)
        };
        Fresh {
            file: data.name().to_owned(),
            rows,
            answered: places.len(),
            columns: columns.into_iter().map(spread).collect(),
            notes: Vec::new(),
        }
    }

    /// The same, with what is to be told below.
    pub(crate) fn noted(self, notes: Vec<Note>) -> Self {
        Fresh { notes, ..self }
    }

    /// The table.
    pub(crate) fn sheet(&self, lang: Lang) -> Sheet {
        let heads = self.columns.iter().map(|(title, _)| title.head(lang));
        let row = |at: usize| {
            let cell = |(title, values): &(Title, Vec<f64>)| match (title, values[at]) {
                (_, value) if value.is_nan() => Value::Missing,
                (Title::Cluster, 0.0) => Value::Text(t!(lang, "stats-new-no-cluster")),
                (Title::Cluster, value) => Value::Count(value as u64),
                (_, value) => Value::Number(value),
            };
            [Value::Count(at as u64 + 1)].into_iter().chain(self.columns.iter().map(cell)).collect()
        };
        Sheet {
            name: "new".to_owned(),
            title: t!(lang, "stats-new", file = &self.file),
            heads: [Head::new("row", t!(lang, "stats-new-row"))].into_iter().chain(heads).collect(),
            rows: (0..self.rows).map(row).collect(),
            style: Style::Rows,
            note: self.note(lang),
        }
    }

    fn note(&self, lang: Lang) -> String {
        let (without, mut said) = (self.rows - self.answered, Vec::new());
        if without > 0 {
            said.push(t!(lang, "stats-new-without", count = number(lang, without as f64, 0)));
        }
        let strangers = self.notes.iter().filter(|note| matches!(note, Note::Stranger(_))).count();
        said.extend(
            self.notes.iter().filter(|note| !matches!(note, Note::Stranger(_))).map(|note| note.said(lang)),
        );
        let told = self.notes.iter().filter(|note| matches!(note, Note::Stranger(_))).take(STRANGERS);
        said.extend(told.map(|note| note.said(lang)));
        if strangers > STRANGERS {
            said.push(t!(lang, "stats-new-strangers", count = strangers - STRANGERS));
        }
        said.join(" ")
    }
}

impl Note {
    fn said(&self, lang: Lang) -> String {
        match self {
            Note::Stranger(stranger) => t!(
                lang,
                "stats-new-stranger",
                variable = &stranger.variable,
                level = &stranger.level,
                row = stranger.row + 1,
                count = stranger.count,
                known = listed(&stranger.known)
            ),
            Note::Centre => t!(lang, "stats-new-by-centre"),
            Note::Medoid => t!(lang, "stats-new-by-medoid"),
            Note::Mean => t!(lang, "stats-new-by-mean"),
            Note::Core(radius) => t!(lang, "stats-new-by-core", radius = figure(lang, *radius)),
            Note::Cloud => t!(lang, "stats-new-by-cloud"),
            Note::Density => t!(lang, "stats-new-by-density"),
            Note::Robust => t!(lang, "stats-new-robust"),
        }
    }
}

/// The first levels of a factor.
fn listed(levels: &[String]) -> String {
    let mut names: Vec<&str> = levels.iter().take(LEVELS).map(String::as_str).collect();
    if levels.len() > LEVELS {
        names.push("…");
    }
    names.join(", ")
}
