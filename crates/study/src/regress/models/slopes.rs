//! A figure's slope in each group, where a formula lets the two go together: `comments ~ reach * type`.

use super::asked::Asked;
use crate::{Head, Sheet, Value, figure};
use locale::{Lang, t};
use stats::regress::formula::Slope;

/// A slope in a group with its interval.
pub struct GroupSlope {
    /// The figure and the group.
    pub slope: Slope,
    /// How the line rises with the figure there.
    pub estimate: f64,
    pub std_error: f64,
    pub conf_low: f64,
    pub conf_high: f64,
}

/// The slopes of all interactions of a figure with a factor, on the model's line; `kept` and `covariance` as the fit has them, `reach` the
/// errors that an interval spans.
pub fn slopes(
    asked: &Asked,
    coefficients: &[f64],
    kept: &[usize],
    covariance: &[Vec<f64>],
    reach: f64,
) -> Vec<GroupSlope> {
    let Ok(found) = asked.bound.recipe.slopes(&asked.frame, &asked.bound.design.rows) else {
        return Vec::new();
    };
    let one = |slope: Slope| {
        let along: Vec<f64> = kept.iter().map(|&c| slope.along.get(c).copied().unwrap_or(0.0)).collect();
        let estimate = kept.iter().zip(&along).map(|(&c, a)| coefficients[c] * a).sum::<f64>();
        let spread = covariance.iter().zip(&along);
        let variance: f64 =
            spread.map(|(row, a)| a * row.iter().zip(&along).map(|(v, b)| v * b).sum::<f64>()).sum();
        let std_error = variance.max(0.0).sqrt();
        let (conf_low, conf_high) = (estimate - reach * std_error, estimate + reach * std_error);
        GroupSlope { slope, estimate, std_error, conf_low, conf_high }
    };
    found.into_iter().map(one).collect()
}

/// The slopes as a table; none where there is no such interaction.
pub fn sheet(lang: Lang, slopes: &[GroupSlope]) -> Option<Sheet> {
    let heads = vec![
        Head::new("variable", t!(lang, "stats-models-variable")),
        Head::new("factor", t!(lang, "stats-models-factor")),
        Head::new("level", t!(lang, "stats-models-level")),
        Head::new("estimate", t!(lang, "stats-models-slope")),
        Head::new("std_error", t!(lang, "stats-models-std-error")),
        Head::new("conf_low", t!(lang, "stats-models-low")),
        Head::new("conf_high", t!(lang, "stats-models-high")),
    ];
    let row = |s: &GroupSlope| {
        let words =
            [&s.slope.variable, &s.slope.factor, &s.slope.level].map(|word| Value::Text(word.clone()));
        let figures = [s.estimate, s.std_error, s.conf_low, s.conf_high].map(Value::Number);
        words.into_iter().chain(figures).collect()
    };
    (!slopes.is_empty()).then(|| Sheet {
        name: "slopes".to_owned(),
        title: t!(lang, "stats-models-slopes"),
        heads,
        rows: slopes.iter().map(row).collect(),
        ..Sheet::default()
    })
}

/// The slopes of each interaction in a sentence.
pub fn said(lang: Lang, slopes: &[GroupSlope]) -> Vec<String> {
    let pair = |s: &GroupSlope| (s.slope.variable.clone(), s.slope.factor.clone());
    let one = |group: &[GroupSlope]| {
        let each: Vec<String> = group
            .iter()
            .take(8)
            .map(|s| {
                let (low, high) = (figure(lang, s.conf_low), figure(lang, s.conf_high));
                format!("{} — {} ({low} … {high})", s.slope.level, figure(lang, s.estimate))
            })
            .collect();
        let first = &group[0].slope;
        let (variable, factor) = (first.variable.as_str(), first.factor.as_str());
        t!(lang, "stats-models-slopes-said", variable = variable, factor = factor, each = each.join("; "))
    };
    slopes.chunk_by(|a, b| pair(a) == pair(b)).map(one).collect()
}
