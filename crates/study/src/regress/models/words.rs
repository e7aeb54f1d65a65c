//! Sentences that several models share.

use super::asked::Asked;
use crate::figure;
use locale::{Lang, percent, t};
use stats::regress::Coefficient;

/// How many effects are told in words; the table has them all.
const TOLD: usize = 6;

/// What an effect is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// The outcome's own units.
    Units,
    /// Odds, as times as many.
    Odds,
    /// The mean, as times as much.
    Times,
    /// The model's line, which has no unit of its own.
    Line,
}

/// The clear effects, each in a sentence: those whose interval leaves no effect out; and those of which nothing can be said. What an
/// interaction holds is told as such: its parts are no effects by themselves.
pub fn effects(lang: Lang, lines: &[Coefficient], outcome: &str, scale: Scale) -> Vec<String> {
    let joined: Vec<&str> =
        lines.iter().filter(|line| line.term.contains(':')).flat_map(|l| l.term.split(':')).collect();
    let own = lines.iter().filter(|line| line.term != "(Intercept)" && line.estimate.is_finite());
    let (parts, own): (Vec<&Coefficient>, Vec<&Coefficient>) =
        own.partition(|line| joined.contains(&line.term.as_str()));
    let clear = |line: &&Coefficient| line.conf_low > 0.0 || line.conf_high < 0.0;
    let (mut clear, unclear): (Vec<&Coefficient>, Vec<&Coefficient>) = own.into_iter().partition(clear);
    clear.sort_by(|a, b| a.p_value.total_cmp(&b.p_value));
    let mut said: Vec<String> =
        clear.iter().take(TOLD).map(|line| effect(lang, line, outcome, scale)).collect();
    if clear.len() > TOLD {
        said.push(t!(lang, "stats-models-more-effects", count = clear.len() - TOLD));
    }
    if !unclear.is_empty() {
        said.push(t!(lang, "stats-models-unclear", terms = listed(&unclear), outcome = outcome));
    }
    if !parts.is_empty() {
        said.push(t!(lang, "stats-models-parts", terms = listed(&parts)));
    }
    said
}

/// The terms of lines, the first eight of them.
fn listed(lines: &[&Coefficient]) -> String {
    let mut names: Vec<&str> = lines.iter().take(8).map(|line| line.term.as_str()).collect();
    if lines.len() > 8 {
        names.push("…");
    }
    names.join(", ")
}

fn effect(lang: Lang, line: &Coefficient, outcome: &str, scale: Scale) -> String {
    let to = |x: f64| match scale {
        Scale::Odds | Scale::Times => figure(lang, x.exp()),
        Scale::Units | Scale::Line => figure(lang, x),
    };
    let (value, low, high) = (to(line.estimate), to(line.conf_low), to(line.conf_high));
    let term = line.term.as_str();
    match scale {
        Scale::Odds | Scale::Times if term.contains(':') => {
            t!(
                lang,
                "stats-models-together-times",
                term = term,
                outcome = outcome,
                value = value,
                low = low,
                high = high
            )
        }
        Scale::Units if term.contains(':') => {
            t!(
                lang,
                "stats-models-together",
                term = term,
                outcome = outcome,
                value = value,
                low = low,
                high = high
            )
        }
        Scale::Units if line.estimate > 0.0 => {
            t!(lang, "stats-models-up", term = term, outcome = outcome, value = value, low = low, high = high)
        }
        Scale::Units => {
            let value = figure(lang, -line.estimate);
            let (low, high) = (figure(lang, -line.conf_high), figure(lang, -line.conf_low));
            t!(
                lang,
                "stats-models-down",
                term = term,
                outcome = outcome,
                value = value,
                low = low,
                high = high
            )
        }
        Scale::Odds => {
            t!(
                lang,
                "stats-models-odds",
                term = term,
                outcome = outcome,
                value = value,
                low = low,
                high = high
            )
        }
        Scale::Times => {
            t!(
                lang,
                "stats-models-times",
                term = term,
                outcome = outcome,
                value = value,
                low = low,
                high = high
            )
        }
        Scale::Line if line.estimate > 0.0 => {
            t!(lang, "stats-models-line-up", term = term, outcome = outcome)
        }
        Scale::Line => t!(lang, "stats-models-line-down", term = term, outcome = outcome),
    }
}

/// What holds of every model of data that were not drawn by lot: rows left out, columns that follow from others, and that going
/// together is not causing.
pub fn cautions(lang: Lang, asked: &Asked, lost: &[String]) -> Vec<String> {
    let design = &asked.bound.design;
    let mut said = Vec::new();
    let share = design.dropped as f64 / (design.dropped + design.n()).max(1) as f64;
    if share > 0.05 {
        said.push(t!(lang, "stats-models-many-dropped", share = percent(lang, share, 1)));
    }
    if !lost.is_empty() {
        said.push(t!(lang, "stats-models-aliased", columns = lost.join(", ")));
    }
    if design.n() < 10 * design.width() {
        said.push(t!(lang, "stats-models-few-rows", rows = design.n(), columns = design.width()));
    }
    said.push(t!(lang, "stats-models-no-cause"));
    said
}
