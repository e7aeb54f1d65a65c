//! Least squares where each error carries a part of the one before it: AR(1).
//!
//! For each part ρ the rows are made independent (Prais and Winsten 1954, the first row kept) and the regression is solved. How
//! likely each ρ is says the restricted likelihood (Patterson and Thompson 1971; Cheang and Reinsel 2000 for this case), which
//! unlike the plain one is hardly drawn to nought by the coefficients. One ρ alone would make the errors of short series too
//! small, for it is itself only guessed; so the answers are averaged over all of them, weighted by how likely each is.

use super::least::{Least, least};
use crate::Result;

/// The parts that are tried: so many, from one end to the other. At the upper end a series wanders.
const PARTS: usize = 60;
const FROM: f64 = -0.9;
const TO: f64 = 0.985;
/// The golden section is narrowed so often.
const NARROWED: usize = 60;

/// A regression with errors that carry over.
pub(crate) struct Carried {
    /// The most likely part.
    pub rho: f64,
    /// The regression with that part.
    pub best: Least,
    /// The regressions with each part: its weight, of which all sum to one, the part, and the regression.
    all: Vec<(f64, f64, Least)>,
}

impl Carried {
    /// The regression of `y` on columns.
    ///
    /// # Errors
    /// No more rows than columns.
    pub fn new(columns: &[Vec<f64>], y: &[f64]) -> Result<Self> {
        let step = (TO - FROM) / (PARTS - 1) as f64;
        let mut all = Vec::with_capacity(PARTS);
        for part in 0..PARTS {
            let rho = FROM + step * part as f64;
            let (likely, fit) = with(columns, y, rho)?;
            all.push((rho, likely, fit));
        }
        let top = all.iter().map(|one| one.1).fold(f64::NEG_INFINITY, f64::max);
        let most = all.iter().find(|one| one.1 == top).map_or(0.0, |one| one.0);
        let (rho, best) = summit(columns, y, (most - step).max(FROM), (most + step).min(TO))?;
        let weights: Vec<f64> = all.iter().map(|one| (one.1 - top).exp()).collect();
        let sum: f64 = weights.iter().sum();
        let all =
            all.into_iter().zip(weights).map(|((rho, _, fit), weight)| (weight / sum, rho, fit)).collect();
        Ok(Carried { rho, best, all })
    }

    /// A sum of coefficients times numbers, and its variance.
    pub fn combine(&self, times: &[f64]) -> (f64, f64) {
        self.averaged(|_, fit| fit.combine(times))
    }

    /// What the course gives `steps` steps behind a value that is known, and its variance: of what that value is away from its
    /// own row a part is carried on, and each step brings chance of its own.
    pub fn ahead(&self, row: &[f64], steps: i32, known: f64, known_row: &[f64]) -> (f64, f64) {
        self.averaged(|rho, fit| {
            let carried = rho.powi(steps);
            let times: Vec<f64> = row.iter().zip(known_row).map(|(x, known)| x - carried * known).collect();
            let (estimate, variance) = fit.combine(&times);
            let chance = (1.0 - carried * carried) / (1.0 - rho * rho);
            (estimate + carried * known, variance + fit.rss / fit.df as f64 * chance)
        })
    }

    /// The average of a figure over all parts, and its variance: that within each part and that between them.
    fn averaged(&self, one: impl Fn(f64, &Least) -> (f64, f64)) -> (f64, f64) {
        let each: Vec<(f64, f64, f64)> = (self.all.iter())
            .map(|(weight, rho, fit)| {
                let (estimate, variance) = one(*rho, fit);
                (*weight, estimate, variance)
            })
            .collect();
        let estimate: f64 = each.iter().map(|(weight, estimate, _)| weight * estimate).sum();
        let spread =
            |(weight, own, variance): &(f64, f64, f64)| weight * (variance + (own - estimate).powi(2));
        (estimate, each.iter().map(spread).sum())
    }
}

/// The restricted log-likelihood of a part, but for a constant, and its regression.
fn with(columns: &[Vec<f64>], y: &[f64], rho: f64) -> Result<(f64, Least)> {
    let first = (1.0 - rho * rho).sqrt();
    let freed = |x: &[f64]| -> Vec<f64> {
        let rest = x.windows(2).map(|pair| pair[1] - rho * pair[0]);
        x.first().map(|x| x * first).into_iter().chain(rest).collect()
    };
    let columns: Vec<Vec<f64>> = columns.iter().map(|column| freed(column)).collect();
    let fit = least(&columns, &freed(y))?;
    let df = fit.df as f64;
    let likely = -0.5 * (df * (fit.rss / df).ln() + fit.log_determinant()) + first.ln();
    Ok((likely, fit))
}

/// The most likely part between two, by golden section.
fn summit(columns: &[Vec<f64>], y: &[f64], from: f64, to: f64) -> Result<(f64, Least)> {
    let golden = (5.0_f64.sqrt() - 1.0) / 2.0;
    let (mut low, mut high) = (from, to);
    for _ in 0..NARROWED {
        let reach = golden * (high - low);
        let (left, right) = (high - reach, low + reach);
        match with(columns, y, left)?.0 > with(columns, y, right)?.0 {
            true => high = right,
            false => low = left,
        }
    }
    let rho = 0.5 * (low + high);
    Ok((rho, with(columns, y, rho)?.1))
}
