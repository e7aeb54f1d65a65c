//! Correlations other than Pearson's, as models may start from.

use super::{Correlations, Missing};
use crate::correlate::{self, Adjust, Coefficient, Latent, Steps, Whole, adjust, crossed, polychoric, steps};
use crate::{Error, Frame, Result};
use matrix::Mat;
use rayon::prelude::*;

/// What the correlations are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Basis {
    /// Of the columns as they are.
    #[default]
    Pearson,
    /// Of their ranks.
    Spearman,
    /// Of normal quantities that are seen only in steps.
    Polychoric,
}

/// What is put into the empty cells of a pair whose likelihood has no summit otherwise (psych's `correct`).
const FILL: f64 = 0.5;

impl Correlations {
    /// Spearman's correlations of columns of figures; with missing values pairwise each pair is ranked by itself.
    ///
    /// # Errors
    /// Fewer than two columns or three rows; a column that is not of figures, is constant, has no value or holds an infinite one.
    pub fn of_ranks(frame: &Frame, names: &[&str], missing: Missing) -> Result<Self> {
        let whole = Whole { coefficient: Coefficient::Spearman, missing, ..Whole::default() };
        let found = correlate::matrix(frame, names, &whole)?;
        let n = found.pairs.iter().map(|pair| pair.found.n).min().unwrap_or(0);
        if n < 3 {
            return Err(Error::TooFew { what: "rows", have: n, need: 3 });
        }
        let matrix = found.estimates();
        let lost = |at: usize| (0..names.len()).filter(|&other| matrix[(at, other)].is_nan()).count();
        // Of a pair that has no correlation the column is to blame that lacks more of them.
        if let Some(at) = (0..names.len()).filter(|&at| lost(at) > 0).max_by_key(|&at| lost(at)) {
            return Err(Error::Constant { column: names[at].to_owned() });
        }
        Correlations::seen(names, matrix, Basis::Spearman, missing, n, found.rows - found.complete).checked()
    }

    /// Polychoric correlations (tetrachoric of two levels by two) of columns that are scales: factors, or figures of few values.
    /// Thresholds are those of the rows of each pair (Olsson 1979, two steps; psych's `global = FALSE`). Where a pair's likelihood
    /// grows up to ±1, its empty cells are given half a row, and the pair is told in [`Correlations::filled`].
    ///
    /// # Errors
    /// Fewer than two columns or three rows; a column that is no scale, does not vary or has no value.
    pub fn of_steps(frame: &Frame, names: &[&str], missing: Missing) -> Result<Self> {
        let p = names.len();
        if p < 2 {
            return Err(Error::TooFew { what: "columns", have: p, need: 2 });
        }
        let mut places = Vec::new();
        for name in names {
            places.push(steps(frame.column(name)?)?);
        }
        let complete = frame.complete(names)?;
        if let Some(at) = places.iter().position(|column| column.iter().all(Option::is_none)) {
            return Err(Error::Missing { column: names[at].to_owned() });
        }
        if missing == Missing::Listwise {
            places.iter_mut().for_each(|own| *own = complete.iter().map(|&row| own[row]).collect());
        }
        let varies = |own: &Vec<Option<usize>>| {
            let mut there = own.iter().flatten();
            there.next().is_some_and(|first| there.any(|other| other != first))
        };
        let pairs: Vec<(usize, usize)> = (0..p).flat_map(|row| (0..row).map(move |col| (col, row))).collect();
        let tables: Vec<Vec<Vec<f64>>> =
            pairs.par_iter().map(|&(a, b)| crossed(&places[a], &places[b])).collect();
        let n = tables.iter().map(|table| table.iter().flatten().sum::<f64>() as usize).min().unwrap_or(0);
        if n < 3 {
            return Err(Error::TooFew { what: "rows", have: n, need: 3 });
        }
        if let Some(at) = places.iter().position(|own| !varies(own)) {
            return Err(Error::Constant { column: names[at].to_owned() });
        }
        let named = |&(a, b): &(usize, usize)| format!("{} × {}", names[a], names[b]);
        let found = pairs.par_iter().zip(&tables).map(|(pair, table)| one(table, || named(pair)));
        let found: Vec<(Latent, bool)> = found.collect::<Result<_>>()?;
        let mut matrix = Mat::identity(p, p);
        for (&(a, b), (latent, _)) in pairs.iter().zip(&found) {
            matrix[(a, b)] = latent.estimate;
            matrix[(b, a)] = latent.estimate;
        }
        let p_values: Vec<f64> = found.iter().map(|(latent, _)| latent.p_value).collect();
        let adjusted = adjust(&p_values, Adjust::Holm);
        let which = |chosen: Vec<bool>| -> Vec<String> {
            pairs.iter().zip(chosen).filter(|(_, chosen)| *chosen).map(|(pair, _)| named(pair)).collect()
        };
        let dropped = frame.rows() - complete.len();
        Correlations {
            filled: which(found.iter().map(|(_, filled)| *filled).collect()),
            unlikely: which(adjusted.into_iter().map(|p| p < 0.05).collect()),
            ..Correlations::seen(names, matrix, Basis::Polychoric, missing, n, dropped)
        }
        .checked()
    }

    /// Correlations that are not of the columns themselves: there are no means or deviations to go with them.
    fn seen(
        names: &[&str],
        matrix: Mat<f64>,
        basis: Basis,
        missing: Missing,
        n: usize,
        dropped: usize,
    ) -> Self {
        Correlations {
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            matrix,
            means: vec![0.0; names.len()],
            sds: vec![1.0; names.len()],
            n: Some(n),
            dropped,
            missing,
            smoothed: None,
            basis,
            filled: Vec::new(),
            unlikely: Vec::new(),
        }
    }
}

/// The correlation of a table, and whether its empty cells had to be filled.
fn one(table: &[Vec<f64>], name: impl Fn() -> String) -> Result<(Latent, bool)> {
    let told = |error| match error {
        Error::Separated { .. } => Error::Separated { column: name() },
        // Among the rows of the pair one of the columns does not vary.
        Error::TooFew { what: "levels", .. } => Error::Constant { column: name() },
        error => error,
    };
    match polychoric(table, Steps::Two, 0.0) {
        Ok(found) => Ok((found, false)),
        Err(Error::Separated { .. }) => {
            polychoric(table, Steps::Two, FILL).map(|found| (found, true)).map_err(told)
        }
        Err(error) => Err(told(error)),
    }
}
