//! Whether a residual says something of the next: Durbin and Watson, Breusch and Godfrey.

use super::checks::{Check, auxiliary};
use super::{Design, Fit, Observed};
use crate::dist::Normal;
use crate::{Error, Result};
use matrix::{Mat, slices};

/// Up to so many rows Durbin and Watson's p is exact: it takes the eigenvalues of a matrix as large.
const EXACT: usize = 400;

/// Durbin and Watson (1950): near 2 where residuals are independent; p against positive dependence, exact up to 400 rows,
/// beyond them from the statistic's mean and variance.
pub fn durbin_watson(fit: &Fit, observed: &Observed) -> Result<Check> {
    fit.spare()?;
    let e = &observed.weighted;
    let steps: Vec<f64> = e.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let statistic = (slices::dot(&steps, &steps) / slices::dot(e, e)).value();
    if !statistic.is_finite() {
        return Err(Error::Constant { column: "residuals".to_owned() });
    }
    let p = if e.len() <= EXACT { exact(observed, statistic)? } else { by_moments(fit, observed, statistic) };
    Ok(Check { method: "durbin-watson", statistic, df: Vec::new(), p: p.clamp(0.0, 1.0) })
}

/// D A D's use: the second differences of a column, with half steps at its ends.
fn differences(x: &[f64]) -> Vec<f64> {
    let at = |row: usize| x.get(row).copied();
    let one = |row: usize| {
        let before = row.checked_sub(1).and_then(at).map_or(0.0, |other| x[row] - other);
        before + at(row + 1).map_or(0.0, |other| x[row] - other)
    };
    (0..x.len()).map(one).collect()
}

/// P(Σ (λᵢ − d) zᵢ² < 0) where λ are the eigenvalues of M A M, by Imhof's (1961) integral.
fn exact(observed: &Observed, statistic: f64) -> Result<f64> {
    let (n, q) = (observed.weighted.len(), &observed.basis);
    let rank = q.len();
    let aq: Vec<Vec<f64>> = q.iter().map(|column| differences(column)).collect();
    let inner: Vec<Vec<f64>> =
        q.iter().map(|a| aq.iter().map(|b| slices::dot(a, b).value()).collect()).collect();
    let a = |i: usize, j: usize| match i.abs_diff(j) {
        0 if i == 0 || i == n - 1 => 1.0,
        0 => 2.0,
        1 => -1.0,
        _ => 0.0,
    };
    let matrix = Mat::from_fn(n, n, |i, j| {
        let crossed: f64 = (0..rank).map(|k| q[k][i] * aq[k][j] + aq[k][i] * q[k][j]).sum();
        let twice: f64 =
            (0..rank).map(|k| q[k][i] * (0..rank).map(|l| inner[k][l] * q[l][j]).sum::<f64>()).sum();
        a(i, j) - crossed + twice
    });
    let fault = |_| Error::NoConvergence { what: "eigenvalues", steps: 0 };
    // The least `rank` of them are those of the directions that M takes out: noughts.
    let values = matrix::eigen(matrix.as_ref()).map_err(fault)?.values;
    let weights: Vec<f64> = values.iter().take(n - rank).map(|value| value - statistic).collect();
    Ok(below_nought(&weights))
}

/// P(Σ wᵢ zᵢ² < 0) of independent standard normal z: ½ − ∫ sin θ(u) / (π u ρ(u)) du (Imhof 1961), the integral over the whole
/// line in log u by the trapezoid rule, which for such a function doubles its digits when its step is halved.
pub(crate) fn below_nought(weights: &[f64]) -> f64 {
    let scale = weights.iter().fold(0.0, |most: f64, w| most.max(w.abs()));
    if scale == 0.0 {
        return 0.5;
    }
    let height = |t: f64| {
        let u = t.exp() / scale;
        let (mut angle, mut log) = (0.0, 0.0);
        for w in weights {
            angle += (w * u).atan();
            log += (w * u).powi(2).ln_1p();
        }
        (0.5 * angle).sin() * (-0.25 * log).exp()
    };
    let sum = |step: f64| {
        // From where the angle is nothing to where the height is.
        let count = (90.0 / step) as i64;
        (-count..=count).map(|at| height(at as f64 * step)).sum::<f64>() * step
    };
    let mut last = f64::NAN;
    let mut step = 0.25;
    for _ in 0..8 {
        let next = sum(step);
        if (next - last).abs() < 1e-15 {
            return 0.5 - next / std::f64::consts::PI;
        }
        (last, step) = (next, step / 2.0);
    }
    0.5 - last / std::f64::consts::PI
}

/// The normal distribution with the statistic's mean and variance (Durbin and Watson 1950).
fn by_moments(fit: &Fit, observed: &Observed, statistic: f64) -> f64 {
    let (n, k, q) = (fit.n as f64, fit.rank() as f64, &observed.basis);
    let aq: Vec<Vec<f64>> = q.iter().map(|column| differences(column)).collect();
    let (mut once, mut squared, mut crossed) = (0.0, 0.0, 0.0);
    for i in 0..q.len() {
        once += slices::dot(&q[i], &aq[i]).value();
        squared += slices::dot(&aq[i], &aq[i]).value();
        crossed += aq.iter().map(|b| slices::dot(&q[i], b).value().powi(2)).sum::<f64>();
    }
    let p = 2.0 * (n - 1.0) - once;
    let q = 2.0 * (3.0 * n - 4.0) - 2.0 * squared + crossed;
    let mean = p / (n - k);
    let variance = 2.0 / ((n - k) * (n - k + 2.0)) * (q - p * mean);
    Normal.cdf((statistic - mean) / variance.sqrt())
}

/// Breusch (1978) and Godfrey (1978): whether residuals depend on those of up to `order` rows before; the missing ones before
/// the first are nought. χ², or F where `f`.
pub fn breusch_godfrey(
    fit: &Fit,
    design: &Design,
    observed: &Observed,
    order: usize,
    f: bool,
) -> Result<Check> {
    let (n, e) = (fit.n, &observed.residuals);
    if order == 0 || fit.df_residual <= order || e.len() <= order {
        return Err(Error::TooFew { what: "rows", have: n, need: fit.rank() + order + 1 });
    }
    let lagged =
        |by: usize| std::iter::repeat_n(0.0, by).chain(e[..n - by].iter().copied()).collect::<Vec<f64>>();
    let more = (1..=order).map(lagged).collect();
    let other = auxiliary(design, e.clone(), more)?;
    let whole = slices::dot(e, e).value();
    if f {
        let (df1, df2) = (order as f64, (fit.df_residual - order) as f64);
        let statistic = ((whole - other.rss) / df1) / (other.rss / df2);
        return Ok(Check::f("breusch-godfrey", statistic, df1, df2));
    }
    Ok(Check::chi_squared("breusch-godfrey", n as f64 * (whole - other.rss) / whole, order as f64))
}
