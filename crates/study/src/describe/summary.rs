//! Count, mean and spread of each column.

use crate::{Answer, Fault, Head, Picture, Sheet, Style, Task, Told, Value};
use locale::{Lang, t};
use stats::describe::{Moments, moments};

/// The moments of columns.
pub struct Summary {
    file: String,
    columns: Vec<(String, Moments)>,
}

impl Summary {
    /// Describes the chosen columns.
    pub fn of(task: &Task<'_>) -> Result<Self, Fault> {
        let names = task.data.chosen(&task.options.columns("columns"))?;
        let frame = task.data.frame(&names)?;
        let one = |name: &String| Ok((name.clone(), moments(name, frame.numbers(name)?)?));
        let columns = names.iter().map(one).collect::<Result<_, Fault>>()?;
        Ok(Summary { file: task.data.name().to_owned(), columns })
    }
}

impl Answer for Summary {
    fn tell(&self, lang: Lang) -> Told {
        let heads = vec![
            Head::new("term", t!(lang, "stats-head-column")),
            Head::new("n", t!(lang, "stats-head-n")),
            Head::new("missing", t!(lang, "stats-head-missing")),
            Head::new("mean", t!(lang, "stats-head-mean")),
            Head::new("sd", t!(lang, "stats-head-sd")),
        ];
        let row = |(name, found): &(String, Moments)| {
            vec![
                Value::Text(name.clone()),
                Value::Count(found.n as u64),
                Value::Count(found.missing as u64),
                Value::Number(found.mean),
                Value::Number(found.sd),
            ]
        };
        let tidy = Sheet {
            name: "tidy".to_owned(),
            title: t!(lang, "stats-describe-columns"),
            heads,
            rows: self.columns.iter().map(row).collect(),
            style: Style::Rows,
            note: String::new(),
        };
        Told {
            method: "describe.summary".to_owned(),
            title: t!(lang, "stats-describe-title", file = &self.file),
            sheets: vec![tidy],
            ..Told::default()
        }
    }

    fn pictures(&self, _: Lang) -> Vec<Picture> {
        Vec::new()
    }

    fn script(&self, file: &str) -> String {
        format!("data <- read.csv({file:?})\nsummary(data)\n")
    }
}
