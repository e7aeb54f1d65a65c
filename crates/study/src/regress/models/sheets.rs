//! Tables that several methods show.

use super::asked::Asked;
use crate::{Head, Sheet, Style, Value};
use locale::{Lang, number, t};
use stats::regress::Coefficient;

/// The heads of an estimate and what is known of it.
pub fn estimate_heads(lang: Lang) -> Vec<Head> {
    vec![
        Head::new("estimate", t!(lang, "stats-models-estimate")),
        Head::new("std_error", t!(lang, "stats-models-std-error")),
        Head::new("statistic", t!(lang, "stats-models-statistic")),
        Head::new("p_value", t!(lang, "stats-models-p")),
        Head::new("conf_low", t!(lang, "stats-models-low")),
        Head::new("conf_high", t!(lang, "stats-models-high")),
    ]
}

/// The cells of an estimate, the term apart.
pub fn cells(line: &Coefficient) -> Vec<Value> {
    vec![
        Value::Number(line.estimate),
        Value::Number(line.std_error),
        Value::Fixed(line.statistic, 2),
        Value::P(line.p_value),
        Value::Number(line.conf_low),
        Value::Number(line.conf_high),
    ]
}

/// The table of coefficients.
pub fn tidy(lang: Lang, lines: &[Coefficient]) -> Sheet {
    let mut heads = vec![Head::new("term", t!(lang, "stats-models-term"))];
    heads.extend(estimate_heads(lang));
    let row = |line: &Coefficient| {
        let mut row = vec![Value::Text(line.term.clone())];
        row.extend(cells(line));
        row
    };
    Sheet {
        name: "tidy".to_owned(),
        title: t!(lang, "stats-models-coefficients"),
        heads,
        rows: lines.iter().map(row).collect(),
        ..Sheet::default()
    }
}

/// A single row of named values.
pub fn glance(lang: Lang, values: Vec<(&'static str, String, Value)>) -> Sheet {
    Sheet {
        name: "glance".to_owned(),
        title: t!(lang, "stats-models-fit"),
        heads: values.iter().map(|(name, title, _)| Head::new(*name, title.clone())).collect(),
        rows: vec![values.into_iter().map(|(_, _, value)| value).collect()],
        style: Style::Facts,
        note: String::new(),
    }
}

/// What is known of each row: its number in the file and named columns of figures.
pub fn augment(lang: Lang, asked: &Asked, columns: &[(&'static str, String, &[f64])]) -> Sheet {
    let design = &asked.bound.design;
    let mut heads =
        vec![Head::new("row", t!(lang, "stats-models-row")), Head::new("outcome", design.response.clone())];
    heads.extend(columns.iter().map(|(name, title, _)| Head::new(*name, title.clone())));
    let row = |at: usize| {
        let number = design.rows.get(at).map_or(at, |row| *row) as u64 + 1;
        let mut row = vec![Value::Count(number), Value::Number(design.y[at])];
        row.extend(
            columns.iter().map(|(_, _, values)| Value::Number(values.get(at).copied().unwrap_or(f64::NAN))),
        );
        row
    };
    Sheet {
        name: "augment".to_owned(),
        title: t!(lang, "stats-models-rows"),
        heads,
        rows: (0..design.n()).map(row).collect(),
        style: Style::Machine,
        note: String::new(),
    }
}

/// The facts that every model begins with: formula, rows used, rows left out.
pub fn facts(lang: Lang, asked: &Asked, model: String) -> Vec<(String, String)> {
    let design = &asked.bound.design;
    let count = |count: usize| number(lang, count as f64, 0);
    let mut facts = vec![
        (t!(lang, "stats-models-model"), model),
        (t!(lang, "stats-models-formula"), asked.formula.clone()),
        (t!(lang, "stats-models-rows-used"), count(design.n())),
    ];
    if design.dropped > 0 {
        facts.push((t!(lang, "stats-models-rows-dropped"), count(design.dropped)));
    }
    facts
}
