//! Which correlations a model starts from, and what follows from that.

use super::ask;
use super::source::Source;
use crate::{Fault, Options, Task};
use locale::{Lang, t};
use stats::factor::{Basis, Correlations, Missing};

/// The basis asked for; none where the method cannot start from it.
pub fn asked(options: &Options) -> Result<Basis, Fault> {
    let name = options.text("correlation");
    let basis = match name {
        "spearman" => Basis::Spearman,
        "polychoric" => Basis::Polychoric,
        _ => return Ok(Basis::Pearson),
    };
    let refused = |allowed: &str| {
        let (name, value) = ("correlation".to_owned(), name.to_owned());
        Err(Fault::Choice { name, value, allowed: allowed.to_owned() })
    };
    // Its likelihood and errors are those of covariances.
    if options.text("method") == "cfa" {
        return refused("pearson (--method cfa)");
    }
    // A matrix is taken as it is, whatever it is of.
    if options.text("input") == "matrix" {
        return refused("pearson (--input matrix)");
    }
    // Neither ranks nor what lies behind a scale have a spread of their own.
    if options.text("method") == "pca" && options.text("scale") == "false" {
        return refused("pearson (--scale off)");
    }
    Ok(basis)
}

/// Correlations of ranks or scales; of words the levels in their order.
pub fn correlations(
    task: &Task<'_>,
    names: &[String],
    basis: Basis,
    missing: Missing,
) -> Result<Correlations, Fault> {
    let frame = task.data.frame(names)?;
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    Ok(match basis {
        Basis::Polychoric => Correlations::of_steps(&frame, &names, missing)?,
        _ => Correlations::of_ranks(&frame, &names, missing)?,
    })
}

/// What was correlated, where it is not the columns as they are.
pub fn fact(source: &Source, lang: Lang) -> Option<(String, String)> {
    let name = match source.of.basis {
        Basis::Pearson => return None,
        Basis::Spearman => "spearman",
        Basis::Polychoric => "polychoric",
    };
    Some((t!(lang, "stats-factor-fact-correlation"), ask::chosen(lang, "correlation", name)))
}

/// How scores are estimated, or why there are none.
pub fn scores(source: &Source, options: &Options, lang: Lang) -> String {
    match source.of.basis {
        Basis::Pearson => ask::chosen(lang, "scores", options.text("scores")),
        Basis::Spearman | Basis::Polychoric => t!(lang, "stats-factor-no-scores"),
    }
}

/// What should be known of correlations that are not Pearson's, and of any that had to be smoothed.
pub fn cautions(source: &Source, lang: Lang) -> Vec<String> {
    let of = &source.of;
    let mut lines = Vec::new();
    if let Some(least) = of.smoothed {
        lines.push(t!(lang, "stats-factor-smoothed", least = format!("{least:.2e}")));
    }
    if !of.filled.is_empty() {
        lines.push(t!(lang, "stats-factor-filled", pairs = first(&of.filled)));
    }
    if !of.unlikely.is_empty() {
        let (count, of_all) = (of.unlikely.len(), of.width() * (of.width() - 1) / 2);
        let pairs = first(&of.unlikely);
        lines.push(t!(lang, "stats-factor-unlikely", count = count, all = of_all, pairs = pairs));
    }
    if of.basis == Basis::Polychoric && source.words {
        lines.push(t!(lang, "correlate-order-of-words"));
    }
    lines
}

/// What figures of fit and tests are worth then.
pub fn fit(source: &Source, lang: Lang) -> Option<String> {
    match source.of.basis {
        Basis::Pearson => None,
        Basis::Spearman => Some(t!(lang, "stats-factor-fit-spearman")),
        Basis::Polychoric => Some(t!(lang, "stats-factor-fit-polychoric")),
    }
}

/// What parallel analysis is worth then.
pub fn chance(source: &Source, lang: Lang) -> Option<String> {
    (source.of.basis == Basis::Polychoric).then(|| t!(lang, "stats-factor-chance-polychoric"))
}

/// The first of them.
fn first(pairs: &[String]) -> String {
    let shown: Vec<&str> = pairs.iter().take(6).map(String::as_str).collect();
    let more = if pairs.len() > shown.len() { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}
