//! How well items make up one scale: Cronbach's α and what belongs to it.

use super::dense::failed;
use super::smooth::multiple;
use super::{Correlations, Interval};
use crate::dist::F;
use crate::{Error, Result};
use matrix::{Mat, eigen};

/// The reliability of a scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Alpha {
    /// α of the items as they are (Cronbach 1951).
    pub raw: f64,
    /// α of standardised items.
    pub standardised: f64,
    /// The interval of the raw α (Feldt 1965); none where the number of rows is not known.
    pub interval: Option<Interval>,
    /// The standard error of the raw α (Duhachek and Iacobucci 2004).
    pub std_error: f64,
    /// Guttman's λ₆: 1 − Σ(1 − smc)/ΣR.
    pub lambda6: f64,
    /// Guttman's λ₂.
    pub lambda2: f64,
    /// The mean correlation of two items.
    pub mean_r: f64,
    /// What each item does.
    pub items: Vec<AlphaItem>,
    /// The number of rows.
    pub n: Option<usize>,
}

/// An item of a scale.
#[derive(Debug, Clone, PartialEq)]
pub struct AlphaItem {
    /// Its name.
    pub name: String,
    /// Whether it counts the other way round.
    pub reversed: bool,
    /// Raw α without it; not a number where two are left of nothing.
    pub alpha_dropped: f64,
    /// Standardised α without it.
    pub standardised_dropped: f64,
    /// Its correlation with the sum of the others (psych's `r.drop`).
    pub rest: f64,
    /// Its correlation with the sum, corrected for its own share by the squared multiple correlations (psych's `r.cor`).
    pub corrected: f64,
}

/// Which items run against the others: −1, by the sign of their loading on the first principal component; the majority is 1.
pub fn keys(of: &Correlations) -> Result<Vec<f64>> {
    let found = eigen(of.matrix.as_ref()).map_err(failed)?;
    let signs: Vec<f64> =
        (0..of.width()).map(|row| if found.vectors[(row, 0)] < 0.0 { -1.0 } else { 1.0 }).collect();
    let turn = if (0..of.width()).map(|row| found.vectors[(row, 0)]).sum::<f64>() < 0.0 { -1.0 } else { 1.0 };
    Ok(signs.into_iter().map(|sign| sign * turn).collect())
}

/// Reliability with items turned by `keys` (1 or −1 each).
///
/// # Errors
/// Fewer than two items; keys of another length; a matrix that has no inverse.
pub fn alpha(of: &Correlations, keys: &[f64], level: f64) -> Result<Alpha> {
    let k = of.width();
    if k < 2 {
        return Err(Error::TooFew { what: "columns", have: k, need: 2 });
    }
    if keys.len() != k {
        return Err(Error::Lengths { left: k, right: keys.len() });
    }
    let r = Mat::from_fn(k, k, |row, col| keys[row] * keys[col] * of.matrix[(row, col)]);
    let c = Mat::from_fn(k, k, |row, col| r[(row, col)] * of.sds[row] * of.sds[col]);
    let smc = multiple(&r)?;
    let whole = total(&r, None);
    let fit: f64 = smc.iter().sum();
    let raw = coefficient(&c, None);
    let squares: f64 = (0..k)
        .map(|col| (0..k).filter(|row| *row != col).map(|row| r[(row, col)].powi(2)).sum::<f64>())
        .sum();
    let kf = k as f64;
    let items = (0..k).map(|at| {
        let cov: f64 = (0..k).filter(|row| *row != at).map(|row| c[(row, at)]).sum();
        let part: f64 = (0..k).map(|row| if row == at { smc[at] } else { r[(row, at)] }).sum();
        AlphaItem {
            name: of.names[at].clone(),
            reversed: keys[at] < 0.0,
            alpha_dropped: coefficient(&c, Some(at)),
            standardised_dropped: coefficient(&r, Some(at)),
            rest: cov / (c[(at, at)] * total(&c, Some(at))).sqrt(),
            corrected: part / (whole - kf + fit).sqrt(),
        }
    });
    Ok(Alpha {
        raw,
        standardised: coefficient(&r, None),
        interval: of.n.map(|n| feldt(raw, n as f64, kf, level)),
        std_error: of.n.map_or(f64::NAN, |n| (spread(&c) / n as f64).sqrt()),
        lambda6: 1.0 - (kf - fit) / whole,
        lambda2: (whole - kf + (squares * kf / (kf - 1.0)).sqrt()) / whole,
        mean_r: (whole - kf) / (kf * (kf - 1.0)),
        items: items.collect(),
        n: of.n,
    })
}

/// The sum of all cells, but for one row and column.
pub(super) fn total(a: &Mat<f64>, without: Option<usize>) -> f64 {
    let used = || (0..a.nrows()).filter(|at| Some(*at) != without);
    used().map(|col| used().map(|row| a[(row, col)]).sum::<f64>()).sum()
}

/// k/(k − 1) · (1 − tr C / ΣC), but for one item.
pub(super) fn coefficient(c: &Mat<f64>, without: Option<usize>) -> f64 {
    let k = c.nrows() - usize::from(without.is_some());
    if k < 2 {
        return f64::NAN;
    }
    let trace: f64 = (0..c.nrows()).filter(|at| Some(*at) != without).map(|at| c[(at, at)]).sum();
    (1.0 - trace / total(c, without)) * k as f64 / (k as f64 - 1.0)
}

/// Feldt's interval: (1 − α)/(1 − α̂) follows F.
fn feldt(alpha: f64, n: f64, k: f64, level: f64) -> Interval {
    let f = F(n - 1.0, (n - 1.0) * (k - 1.0));
    let tail = (1.0 - level) / 2.0;
    Interval { low: 1.0 - (1.0 - alpha) * f.isf(tail), high: 1.0 - (1.0 - alpha) * f.quantile(tail), level }
}

/// n times the variance of α under normality.
fn spread(c: &Mat<f64>) -> f64 {
    let k = c.nrows();
    let kf = k as f64;
    let sum = total(c, None);
    let trace: f64 = (0..k).map(|at| c[(at, at)]).sum();
    let square: f64 = (0..k).map(|col| (0..k).map(|row| c[(row, col)].powi(2)).sum::<f64>()).sum();
    let rows = |row: usize| (0..k).map(|col| c[(row, col)]).sum::<f64>();
    let twice: f64 = (0..k).map(|row| rows(row).powi(2)).sum();
    2.0 * kf * kf / ((kf - 1.0).powi(2) * sum.powi(3))
        * (sum * (square + trace * trace) - 2.0 * trace * twice)
}
