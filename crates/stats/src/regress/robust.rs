//! M-estimators: least squares that far-off rows cannot bend (Huber 1981, chapter 7; Venables and Ripley 2002, section 6.5).
//!
//! The scale is re-estimated with the coefficients; at the end both are at rest to the last digits. Errors are Huber's, with his
//! correction for small samples, as R's `rlm` counts them.

use super::Design;
use super::weighted::{Weighted, solve, times};
use crate::dist::Normal;
use crate::{Error, Result};

/// How a residual, in units of the scale, counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Psi {
    /// As it is up to `k` (1.345), no more beyond.
    Huber(f64),
    /// Less and less, nothing beyond `c` (4.685): Tukey's biweight.
    Bisquare(f64),
    /// As it is up to `a` (2), no more up to `b` (4), then falling to nothing at `c` (8).
    Hampel(f64, f64, f64),
}

impl Psi {
    /// Huber's with 95 % efficiency where errors are normal.
    pub const HUBER: Psi = Psi::Huber(1.345);
    /// Tukey's with 95 % efficiency where errors are normal.
    pub const BISQUARE: Psi = Psi::Bisquare(4.685);
    /// Hampel's usual.
    pub const HAMPEL: Psi = Psi::Hampel(2.0, 4.0, 8.0);

    /// ψ(u) / u.
    pub fn weight(self, u: f64) -> f64 {
        let size = u.abs();
        match self {
            Psi::Huber(k) => {
                if size <= k {
                    1.0
                } else {
                    k / size
                }
            }
            Psi::Bisquare(c) => (1.0 - (size / c).min(1.0).powi(2)).powi(2),
            Psi::Hampel(a, b, c) => {
                let value = match size {
                    s if s <= a => return 1.0,
                    s if s <= b => a,
                    s if s <= c => a * (c - s) / (c - b),
                    _ => 0.0,
                };
                value / size
            }
        }
    }

    /// ψ′(u).
    pub fn slope(self, u: f64) -> f64 {
        let size = u.abs();
        match self {
            Psi::Huber(k) => f64::from(size <= k),
            Psi::Bisquare(c) => {
                let t = (size / c).powi(2);
                if t < 1.0 { (1.0 - t) * (1.0 - 5.0 * t) } else { 0.0 }
            }
            Psi::Hampel(a, b, c) => match size {
                s if s <= a => 1.0,
                s if s <= b => 0.0,
                s if s <= c => -a / (c - b),
                _ => 0.0,
            },
        }
    }
}

/// How the scale of the residuals is estimated.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Scale {
    /// The median of their sizes by 0.6745.
    #[default]
    Mad,
    /// Huber's second proposal, which holds their squares at `k2` scales (1.345).
    Proposal2(f64),
    /// A scale that was found before and stays: the second step of an MM-estimator.
    Fixed(f64),
}

/// What the design's weights mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Weights {
    /// A row of weight w has the variance σ² / w (`wt.method = "inv.var"`).
    #[default]
    InverseVariance,
    /// A row of weight w stands for w rows (`wt.method = "case"`).
    Cases,
}

/// A fitted M-estimator.
#[derive(Debug, Clone)]
pub struct Robust {
    /// The coefficients' names.
    pub names: Vec<String>,
    /// The coefficients; `NaN` where a column follows from others.
    pub coefficients: Vec<f64>,
    /// Their standard errors.
    pub std_errors: Vec<f64>,
    /// The columns that stand for themselves.
    pub kept: Vec<usize>,
    /// The covariances of their coefficients.
    pub covariance: Vec<Vec<f64>>,
    /// The scale of the residuals.
    pub scale: f64,
    /// Each row's residual.
    pub residuals: Vec<f64>,
    /// How much each row counts: 1 for a usual one, 0 for one that is left out.
    pub weights: Vec<f64>,
    /// Rows.
    pub n: usize,
    /// Rows left out because a value was missing.
    pub dropped: usize,
    /// Steps taken.
    pub steps: usize,
}

/// The most steps that are taken.
const STEPS: usize = 5_000;

/// Fits an M-estimator from the least-squares coefficients, or from given ones.
///
/// A ψ that falls again has more than one resting place: the one that is reached from the start is given, as in R.
///
/// # Errors
/// Too few rows; residuals of which more than half are 0, so that there is no scale ([`Error::Constant`]).
pub fn robust(
    design: &Design,
    psi: Psi,
    scale: Scale,
    weights: Weights,
    start: Option<&[f64]>,
) -> Result<Robust> {
    design.check()?;
    let n = design.n();
    if n <= design.width() {
        return Err(Error::TooFew { what: "rows", have: n, need: design.width() + 1 });
    }
    let ones = vec![1.0; n];
    let given = design.weights.as_deref().unwrap_or(&ones);
    let cases: &[f64] = if weights == Weights::Cases { given } else { &ones };
    // Weights by variance are one with the rows: a row's share in everything is its residual in units of its own spread.
    let root: Vec<f64> = match weights {
        Weights::Cases => ones.clone(),
        Weights::InverseVariance => given.iter().map(|w| w.sqrt()).collect(),
    };
    let scaled = |column: &[f64]| column.iter().zip(&root).map(|(x, r)| x * r).collect::<Vec<f64>>();
    let owned: Vec<Vec<f64>> = design.columns.iter().map(|column| scaled(&column.values)).collect();
    let columns: Vec<&[f64]> = owned.iter().map(Vec::as_slice).collect();
    let zeros = vec![0.0; n];
    let offset = design.offset.as_deref().unwrap_or(&zeros);
    let y = scaled(&design.y.iter().zip(offset).map(|(y, o)| y - o).collect::<Vec<f64>>());
    let first = solve(&columns, &y, cases);
    let (kept, aliased) = (first.kept.clone(), first.aliased.clone());
    let residuals = |beta: &[f64]| -> Vec<f64> {
        times(&columns, beta, n).iter().zip(&y).map(|(fit, y)| y - fit).collect()
    };
    let mut beta = match start {
        Some(given) if given.len() == columns.len() => given.to_vec(),
        _ => first.beta,
    };
    let mut rest = residuals(&beta);
    let mut s = mad(&rest, cases);
    let (mut before, mut steps) = (f64::INFINITY, 0);
    loop {
        steps += 1;
        s = match scale {
            Scale::Mad => mad(&rest, cases),
            Scale::Proposal2(k) => proposal(&rest, cases, s, k, kept.len()),
            Scale::Fixed(s) => s,
        };
        let size = rest.iter().fold(0.0f64, |most, r| most.max(r.abs()));
        if s.is_nan() || s <= 1e-14 * size.max(f64::MIN_POSITIVE) {
            return Err(Error::Constant { column: format!("residuals({})", design.response) });
        }
        let w: Vec<f64> = rest.iter().zip(cases).map(|(r, c)| c * psi.weight(r / s)).collect();
        // A correction to the coefficients, from the residuals themselves.
        let step = solve(&columns, &rest, &w).beta;
        let moved = step.iter().zip(&beta).map(|(d, b)| d.abs() / b.abs().max(1e-9 * s)).fold(0.0, f64::max);
        beta.iter_mut().zip(&step).for_each(|(b, d)| *b += d);
        rest = residuals(&beta);
        if moved < 1e-15 || (moved < 1e-12 && moved >= 0.9 * before) {
            break;
        }
        if steps == STEPS {
            return Err(Error::NoConvergence { what: "robust", steps });
        }
        before = moved;
    }
    let covariance = spread(&columns, cases, &rest, psi, s, kept.len(), weights == Weights::Cases);
    let mut std_errors = vec![f64::NAN; columns.len()];
    kept.iter()
        .zip(&covariance)
        .enumerate()
        .for_each(|(at, (&column, row))| std_errors[column] = row[at].sqrt());
    let mut coefficients = beta;
    aliased.iter().for_each(|&column| coefficients[column] = f64::NAN);
    let weights = rest.iter().map(|r| psi.weight(r / s)).collect();
    let residuals =
        rest.iter().zip(&root).map(|(r, root)| if *root > 0.0 { r / root } else { 0.0 }).collect();
    Ok(Robust {
        names: design.names(),
        coefficients,
        std_errors,
        kept,
        covariance,
        scale: s,
        residuals,
        weights,
        n,
        dropped: design.dropped,
        steps,
    })
}

/// The median of sizes by 0.6745; of weighted rows the weighted median.
fn mad(rest: &[f64], cases: &[f64]) -> f64 {
    let mut sizes: Vec<(f64, f64)> = rest.iter().map(|r| r.abs()).zip(cases.iter().copied()).collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = 0.5 * sizes.iter().map(|(_, w)| w).sum::<f64>();
    let (mut sum, mut at) = (0.0, 0);
    while at + 1 < sizes.len() && sum + sizes[at].1 < half {
        sum += sizes[at].1;
        at += 1;
    }
    let here = sizes.get(at).map_or(0.0, |size| size.0);
    let median = match sizes.get(at + 1) {
        Some(next) if sum + sizes[at].1 == half => 0.5 * (here + next.0),
        _ => here,
    };
    median / 0.6745
}

/// One step of Huber's second proposal.
fn proposal(rest: &[f64], cases: &[f64], s: f64, k: f64, rank: usize) -> f64 {
    let within = 1.0 - Normal.two_sided(k);
    let gamma = within + k * k * (1.0 - within) - 2.0 * k * Normal.pdf(k);
    let df = cases.iter().sum::<f64>() - rank as f64;
    let sum: f64 = rest.iter().zip(cases).map(|(r, c)| c * (r * r).min(k * k * s * s)).sum();
    (sum / (df * gamma)).sqrt()
}

/// Huber's covariance of the kept columns' coefficients.
fn spread(
    columns: &[&[f64]],
    cases: &[f64],
    rest: &[f64],
    psi: Psi,
    s: f64,
    rank: usize,
    weighted: bool,
) -> Vec<Vec<f64>> {
    let (n, p) = (cases.iter().sum::<f64>(), rank as f64);
    let square: f64 =
        rest.iter().zip(cases).map(|(r, c)| c * (r * psi.weight(r / s)).powi(2)).sum::<f64>() / (n - p);
    let slopes = rest.iter().zip(cases).map(|(r, c)| (psi.slope(r / s), *c));
    let mean = slopes.clone().map(|(slope, c)| c * slope).sum::<f64>() / n;
    let variance = slopes.map(|(slope, c)| c * (slope - mean).powi(2)).sum::<f64>() / (n - 1.0);
    let kappa = 1.0 + p * variance / (n * mean * mean);
    let spread = square * (kappa / mean).powi(2);
    let ones = vec![1.0; rest.len()];
    let solved: Weighted = solve(columns, rest, if weighted { cases } else { &ones });
    let scaled = |row: Vec<f64>| row.into_iter().map(|x| spread * x).collect();
    solved.inverse().into_iter().map(scaled).collect()
}
