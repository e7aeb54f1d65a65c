//! How many factors.

use super::fit::ledermann;
use super::{
    Correlations, Parallel, SimpleStructure, minimum_average_partial, parallel, very_simple_structure,
};
use crate::Result;

/// A rule for the number of factors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Parallel analysis of factors.
    ParallelFactors,
    /// Parallel analysis of components.
    ParallelComponents,
    /// Velicer's minimum average partial.
    Map,
    /// Eigenvalues above 1 (Kaiser 1960): known to ask for too many.
    Kaiser,
    /// The sharpest bend of the scree (Raîche and others 2013).
    Acceleration,
    /// Very simple structure with one loading a row.
    SimpleOne,
    /// Very simple structure with two.
    SimpleTwo,
}

/// What several rules say.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// What each says; rules that need the number of rows are absent where it is not known.
    pub rules: Vec<(Rule, usize)>,
    /// The number to go by: parallel analysis and MAP weigh most. It is the median of parallel analysis (both) and MAP, at
    /// least 1 and no more than the columns can tell apart.
    pub verdict: usize,
    /// The least and the greatest of parallel analysis and MAP: where they part, models of all of these should be looked at.
    pub range: (usize, usize),
    /// Parallel analysis.
    pub parallel: Option<Parallel>,
    /// Average partials for 1, 2, … components.
    pub map: Vec<f64>,
    /// Very simple structure for 1, 2, … factors.
    pub simple: SimpleStructure,
    /// Eigenvalues of the correlations.
    pub eigenvalues: Vec<f64>,
}

/// Asks all rules.
///
/// # Errors
/// A matrix that has no eigenvalues.
pub fn number(of: &Correlations, simulations: usize, seed: u64) -> Result<Number> {
    let p = of.width();
    let eigenvalues = matrix::eigen(of.matrix.as_ref()).map_err(super::dense::failed)?.values;
    let parallel = match of.n.is_some_and(|n| n > p) && p > 2 {
        true => Some(parallel(of, simulations, 0.95, seed)?),
        false => None,
    };
    let map = minimum_average_partial(&of.matrix, p)?;
    let simple = very_simple_structure(&of.matrix, ledermann(p).min(8))?;
    let best = |values: &[f64], sign: f64| {
        let known = values.iter().enumerate().filter(|(_, x)| x.is_finite());
        known.max_by(|a, b| (sign * a.1).total_cmp(&(sign * b.1))).map_or(1, |(at, _)| at + 1)
    };
    let mut rules = Vec::new();
    if let Some(found) = &parallel {
        rules.push((Rule::ParallelFactors, found.number_of_factors));
        rules.push((Rule::ParallelComponents, found.number_of_components));
    }
    rules.push((Rule::Map, best(&map, -1.0)));
    let trusted: Vec<usize> = rules.iter().map(|(_, count)| *count).collect();
    rules.push((Rule::Kaiser, eigenvalues.iter().filter(|x| **x > 1.0).count()));
    rules.push((Rule::Acceleration, acceleration(&eigenvalues)));
    rules.push((Rule::SimpleOne, best(&simple.one, 1.0)));
    rules.push((Rule::SimpleTwo, best(&simple.two, 1.0)));
    let mut sorted = trusted;
    sorted.sort_unstable();
    let most = ledermann(p);
    let verdict = sorted.get((sorted.len() - 1) / 2).copied().unwrap_or(1).clamp(1, most);
    let range = (sorted.first().copied().unwrap_or(1).max(1), sorted.last().copied().unwrap_or(1).max(1));
    Ok(Number { rules, verdict, range, parallel, map, simple, eigenvalues })
}

/// The factors before the greatest second difference.
fn acceleration(eigenvalues: &[f64]) -> usize {
    let bends = eigenvalues.windows(3).map(|w| w[0] - 2.0 * w[1] + w[2]);
    bends.enumerate().max_by(|a, b| a.1.total_cmp(&b.1)).map_or(1, |(at, _)| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sharpest_bend_is_found() {
        assert_eq!(acceleration(&[4.0, 2.5, 0.6, 0.5, 0.4]), 2);
        assert_eq!(acceleration(&[1.0]), 1);
    }
}
