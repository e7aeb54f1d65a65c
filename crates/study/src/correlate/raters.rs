//! How far raters agree.

use crate::{Answer, Fault, Head, Picture, Sheet, Style, Task, Told, Value};
use chart::{Axis, Coefficient, CoefficientWords, Coefficients};
use locale::{Lang, number, t};
use stats::Error;
use stats::correlate::{Icc, Iccs, icc};

/// The six intraclass correlations of columns, one a rater.
pub(super) struct Raters {
    file: String,
    names: Vec<String>,
    level: f64,
    found: Iccs,
}

impl Raters {
    pub(super) fn of(task: &Task<'_>) -> Result<Self, Fault> {
        let names = task.data.chosen(&task.options.columns("columns"))?;
        if names.len() < 2 {
            return Err(Error::TooFew { what: "columns", have: names.len(), need: 2 }.into());
        }
        let level = task.options.number("level").unwrap_or(0.95);
        let texts: Vec<&str> = names.iter().map(String::as_str).collect();
        let found = icc(&task.data.frame(&names)?, &texts, level)?;
        Ok(Raters { file: task.data.name().to_owned(), names, level, found })
    }

    fn says(kind: &Icc, lang: Lang) -> String {
        match kind.kind {
            "ICC1" => t!(lang, "correlate-icc1"),
            "ICC2" => t!(lang, "correlate-icc2"),
            "ICC3" => t!(lang, "correlate-icc3"),
            "ICC1k" => t!(lang, "correlate-icc1k"),
            "ICC2k" => t!(lang, "correlate-icc2k"),
            _ => t!(lang, "correlate-icc3k"),
        }
    }
}

impl Answer for Raters {
    fn tell(&self, lang: Lang) -> Told {
        let reach = number(lang, self.level * 100.0, 2);
        let heads = vec![
            Head::new("term", t!(lang, "correlate-icc-head")),
            Head::new("says", t!(lang, "correlate-icc-says")),
            Head::new("estimate", "ICC"),
            Head::new("conf_low", t!(lang, "correlate-icc-low", level = &reach)),
            Head::new("conf_high", t!(lang, "correlate-icc-high", level = &reach)),
            Head::new("statistic", "F"),
            Head::new("df", t!(lang, "correlate-icc-df")),
            Head::new("df_residual", t!(lang, "correlate-icc-df-rest")),
            Head::new("p_value", "p"),
        ];
        let row = |kind: &Icc| {
            vec![
                Value::Text(kind.kind.to_owned()),
                Value::Text(Raters::says(kind, lang)),
                Value::Fixed(kind.estimate, 3),
                Value::Fixed(kind.low, 3),
                Value::Fixed(kind.high, 3),
                Value::Number(kind.statistic),
                Value::Number(kind.df.0),
                Value::Number(kind.df.1),
                Value::P(kind.p_value),
            ]
        };
        let tidy = Sheet {
            name: "tidy".to_owned(),
            title: t!(lang, "correlate-icc-title"),
            heads,
            rows: self.found.kinds.iter().map(row).collect(),
            style: Style::Rows,
            note: t!(lang, "correlate-icc-note"),
        };
        let single = &self.found.kinds[1];
        let fixed = |r: f64| Value::Fixed(r, 2).shown(lang);
        let size = match single.estimate {
            r if r < 0.5 => t!(lang, "correlate-icc-poor"),
            r if r < 0.75 => t!(lang, "correlate-icc-moderate"),
            r if r < 0.9 => t!(lang, "correlate-icc-good"),
            _ => t!(lang, "correlate-icc-excellent"),
        };
        let (r, low, high) = (fixed(single.estimate), fixed(single.low), fixed(single.high));
        let rows = number(lang, self.found.n as f64, 0);
        let dropped = number(lang, self.found.dropped as f64, 0);
        let mut cautions = vec![t!(lang, "correlate-icc-choose")];
        if self.found.n < 30 {
            cautions.push(t!(lang, "correlate-icc-few", rows = self.found.n));
        }
        Told {
            method: "correlate.icc".to_owned(),
            title: t!(lang, "correlate-title", method = t!(lang, "correlate-icc"), file = self.file.as_str()),
            facts: vec![
                (t!(lang, "correlate-icc-raters"), self.names.join(", ")),
                (t!(lang, "correlate-rows"), t!(lang, "correlate-icc-rows", rows = rows, dropped = dropped)),
            ],
            sheets: vec![tidy],
            reading: vec![t!(lang, "correlate-icc-reading", r = r, low = low, high = high, size = size)],
            cautions,
        }
    }

    fn pictures(&self, lang: Lang) -> Vec<Picture> {
        let term = |kind: &Icc| Coefficient {
            name: kind.kind.to_owned(),
            low: kind.low,
            value: kind.estimate,
            high: kind.high,
            note: String::new(),
        };
        let caption = t!(lang, "correlate-icc-title");
        let svg = Coefficients {
            title: caption.clone(),
            axis: Axis::new("ICC", ""),
            terms: self.found.kinds.iter().map(term).collect(),
            words: CoefficientWords {
                reference: t!(lang, "correlate-icc-nought"),
                ..CoefficientWords::default()
            },
            ..Coefficients::default()
        }
        .svg(lang);
        vec![Picture { name: "icc", caption, svg }]
    }

    fn script(&self, file: &str) -> String {
        let names: Vec<String> = self.names.iter().map(|name| format!("{name:?}")).collect();
        format!(
            "library(psych)\ndata <- read.csv({file:?}, check.names = FALSE)\n\
             print(ICC(na.omit(data[c({})]), lmer = FALSE, alpha = {}))\n",
            names.join(", "),
            1.0 - self.level
        )
    }
}
