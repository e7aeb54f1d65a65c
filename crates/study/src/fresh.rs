//! What a model says of rows that it was not fitted to.

use crate::{Data, Fault, Head, Sheet, Style, Value, figure};
use locale::{Lang, number, t};
use stats::Frame;

/// Answers for new rows: a line for each, empty where a value is missing or a level is one that the model does not know.
pub(crate) struct Fresh {
    /// The name of their file.
    file: String,
    /// How many rows there are.
    rows: usize,
    /// How many have an answer.
    answered: usize,
    columns: Vec<(Title, Vec<f64>)>,
}

/// What a column of answers is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Title {
    /// What is expected.
    Fitted,
    /// The same on the line of a generalized model.
    Linear,
    /// Its standard error.
    Error,
    /// The ends of the interval of a mean.
    Low,
    High,
    /// The ends of the interval of a single row.
    OneLow,
    OneHigh,
    /// A quantile.
    Quantile(f64),
    /// What is expected under a penalty.
    Penalty(f64),
    /// The score of a factor.
    Score(String),
    /// The number of the cluster, from 1; nought is none.
    Cluster,
    /// How far it is from its centre.
    Distance,
    /// How likely it belongs there.
    Share,
}

/// The columns of new rows that a model reads; what is wrong with them is told with their file.
pub(crate) fn frame(data: &Data, names: &[String]) -> Result<Frame, Fault> {
    data.frame(names).map_err(|fault| within(data, fault))
}

/// A fault of the new rows.
pub(crate) fn within(data: &Data, fault: impl Into<Fault>) -> Fault {
    Fault::Fresh { file: data.name().to_owned(), fault: Box::new(fault.into()) }
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
        }
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
        let without = self.rows - self.answered;
        let count = number(lang, without as f64, 0);
        Sheet {
            name: "new".to_owned(),
            title: t!(lang, "stats-new", file = &self.file),
            heads: [Head::new("row", t!(lang, "stats-new-row"))].into_iter().chain(heads).collect(),
            rows: (0..self.rows).map(row).collect(),
            style: Style::Rows,
            note: if without > 0 { t!(lang, "stats-new-without", count = count) } else { String::new() },
        }
    }
}

impl Title {
    fn head(&self, lang: Lang) -> Head {
        match self {
            Title::Fitted => Head::new("fitted", t!(lang, "stats-new-fitted")),
            Title::Linear => Head::new("linear", t!(lang, "stats-new-linear")),
            Title::Error => Head::new("std_error", t!(lang, "stats-new-error")),
            Title::Low => Head::new("conf_low", t!(lang, "stats-new-low")),
            Title::High => Head::new("conf_high", t!(lang, "stats-new-high")),
            Title::OneLow => Head::new("pred_low", t!(lang, "stats-new-one-low")),
            Title::OneHigh => Head::new("pred_high", t!(lang, "stats-new-one-high")),
            Title::Quantile(tau) => {
                let title = t!(lang, "stats-new-quantile", tau = number(lang, *tau, 2));
                Head::new(format!("fitted_{tau}"), title)
            }
            Title::Penalty(lambda) => Head::new(
                format!("fitted_{lambda}"),
                t!(lang, "stats-new-penalty", lambda = figure(lang, *lambda)),
            ),
            Title::Score(name) => Head::new(format!("fitted_{}", name.to_lowercase()), name.clone()),
            Title::Cluster => Head::new("cluster", t!(lang, "stats-new-cluster")),
            Title::Distance => Head::new("distance", t!(lang, "stats-new-distance")),
            Title::Share => Head::new("probability", t!(lang, "stats-new-share")),
        }
    }
}
