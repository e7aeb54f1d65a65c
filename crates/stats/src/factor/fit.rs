//! How well a factor model gives the correlations back.

use super::Correlations;
use super::dense::{failed, outer, times};
use crate::dist::ChiSquared;
use crate::{Error, Result};
use matrix::Mat;

/// An interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
    /// Its level.
    pub level: f64,
}

/// The fit of a model with `factors` factors to correlations of `p` columns; what needs the number of rows is not a number
/// where that is not known, and what needs degrees of freedom where there are none.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// tr(Σ⁻¹R) − ln det(Σ⁻¹R) − p: maximum likelihood's distance, whatever the method was.
    pub objective: f64,
    /// The same of a model without factors.
    pub null_objective: f64,
    /// Degrees of freedom: ((p − k)² − p − k) / 2.
    pub df: f64,
    /// The objective times n − 1 − (2p + 5)/6 − 2k/3 (Bartlett's correction).
    pub statistic: f64,
    /// The probability of a worse fit of a true model.
    pub p_value: f64,
    /// χ² of the model without factors, its correction (2p + 5)/6.
    pub null_statistic: f64,
    /// n times the sum of squared residual correlations, both halves.
    pub empirical: f64,
    /// The probability of the empirical χ².
    pub empirical_p: f64,
    /// √(χ²/(df·n) − 1/(n − 1)), as psych has it.
    pub rmsea: f64,
    /// √((χ² − df)/(df·(n − 1))), as Steiger and most programs have it.
    pub rmsea_steiger: f64,
    /// The 90 % interval, from noncentral χ² (Browne and Cudeck 1993); both conventions share it.
    pub rmsea_interval: Interval,
    /// Tucker and Lewis (1973).
    pub tli: f64,
    /// Bentler (1990).
    pub cfi: f64,
    /// Root of the mean squared residual correlation (psych's `rms`).
    pub rmsr: f64,
    /// The same over the p(p + 1)/2 cells that the diagonal, which fits, is counted among (Hu and Bentler 1999).
    pub srmr: f64,
    /// χ² − df·ln n.
    pub bic: f64,
    /// Empirical χ² − df·ln n.
    pub ebic: f64,
    /// 1 − Σ residual² / Σ r², diagonal included.
    pub share: f64,
    /// The same off the diagonal.
    pub share_off: f64,
    /// R − ΛΦΛᵀ; the uniquenesses stand on the diagonal.
    pub residuals: Mat<f64>,
}

/// The fit of loadings with correlated factors.
///
/// # Errors
/// The model or the correlations are not positive definite.
pub fn fit(of: &Correlations, loadings: &Mat<f64>, phi: &Mat<f64>) -> Result<Fit> {
    let (p, k) = (of.width(), loadings.ncols());
    let common = outer(&times(loadings, phi), loadings);
    let residuals = Mat::from_fn(p, p, |row, col| of.matrix[(row, col)] - common[(row, col)]);
    let model = Mat::from_fn(p, p, |row, col| if row == col { 1.0 } else { common[(row, col)] });
    let logs = |a: &Mat<f64>| matrix::log_determinant(a.as_ref()).map_err(failed);
    let log = logs(&of.matrix)?;
    let both = matrix::cholesky_solve(model.as_ref(), of.matrix.as_ref()).map_err(failed)?;
    let trace: f64 = (0..p).map(|at| both[(at, at)] - 1.0).sum();
    let objective = (trace - log + logs(&model)?).max(0.0);
    let square = |a: &Mat<f64>| {
        let all = (0..p).flat_map(|col| (0..p).map(move |row| (row, col)));
        all.fold((0.0, 0.0), |(off, on), at| {
            let x = a[at] * a[at];
            if at.0 == at.1 { (off, on + x) } else { (off + x, on) }
        })
    };
    let ((r_off, r_on), (res_off, res_on)) = (square(&of.matrix), square(&residuals));
    let (pf, kf) = (p as f64, k as f64);
    let df = ((pf - kf).powi(2) - pf - kf) / 2.0;
    let n = of.n.map_or(f64::NAN, |n| n as f64);
    let known = |x: f64| if df > 0.0 { x } else { f64::NAN };
    let factor = n - 1.0 - (2.0 * pf + 5.0) / 6.0;
    let weight = factor - 2.0 * kf / 3.0;
    let statistic = if weight.is_nan() { f64::NAN } else { (objective * weight).max(0.0) };
    let null_df = pf * (pf - 1.0) / 2.0;
    let null_statistic = -log * factor;
    let tail = |x: f64| if df > 0.0 && x.is_finite() { ChiSquared(df).sf(x) } else { f64::NAN };
    let empirical = res_off * n;
    let (m0, m1) = (-log / null_df, objective / df);
    let excess = |chi: f64, df: f64| (chi - df).max(0.0);
    let rmsea_interval = known(1.0).is_finite().then(|| rmsea_interval(statistic, df, n, 0.9));
    Ok(Fit {
        objective,
        null_objective: -log,
        df,
        statistic,
        p_value: tail(statistic),
        null_statistic,
        empirical,
        empirical_p: tail(empirical),
        rmsea: known((statistic / (df * n) - 1.0 / (n - 1.0)).max(0.0).sqrt()),
        rmsea_steiger: known((excess(statistic, df) / (df * (n - 1.0))).sqrt()),
        rmsea_interval: rmsea_interval.unwrap_or(Interval { low: f64::NAN, high: f64::NAN, level: 0.9 }),
        tli: known((m0 - m1) / (m0 - 1.0 / weight)),
        cfi: known(1.0 - excess(statistic, df) / excess(null_statistic, null_df).max(excess(statistic, df))),
        rmsr: (res_off / (pf * (pf - 1.0))).sqrt(),
        srmr: (res_off / (pf * (pf + 1.0))).sqrt(),
        bic: known(statistic - df * n.ln()),
        ebic: known(empirical - df * n.ln()),
        share: 1.0 - (res_off + res_on) / (r_off + r_on),
        share_off: 1.0 - res_off / r_off,
        residuals,
    })
}

/// The interval of RMSEA: the noncentralities at which the statistic stands at either tail.
pub(super) fn rmsea_interval(statistic: f64, df: f64, n: f64, level: f64) -> Interval {
    let end = |share: f64| {
        if !statistic.is_finite() || !n.is_finite() {
            return f64::NAN;
        }
        (noncentrality(statistic, df, share) / (n - 1.0) / df).sqrt()
    };
    let tail = (1.0 - level) / 2.0;
    Interval { low: end(1.0 - tail), high: end(tail), level }
}

/// The noncentrality at which a share of χ² lies below the statistic; 0 where even none leaves less below.
fn noncentrality(statistic: f64, df: f64, share: f64) -> f64 {
    let below = |center: f64| noncentral(statistic, df, center);
    if below(0.0) <= share {
        return 0.0;
    }
    let (mut low, mut high) = (0.0, statistic.max(1.0));
    while below(high) > share && high < 1e12 {
        (low, high) = (high, high * 2.0);
    }
    for _ in 0..200 {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            break;
        }
        if below(middle) > share { low = middle } else { high = middle }
    }
    0.5 * (low + high)
}

/// The share of a noncentral χ² below x: a Poisson mixture of central ones, from its likeliest term both ways.
fn noncentral(x: f64, df: f64, center: f64) -> f64 {
    if center <= 0.0 {
        return ChiSquared(df).cdf(x);
    }
    let (half, mode) = (0.5 * center, (0.5 * center).floor());
    let weight = |j: f64| (j * half.ln() - half - libm::lgamma(j + 1.0)).exp();
    let share = |j: f64| ChiSquared(df + 2.0 * j).cdf(x);
    let side = |from: f64, step: f64| {
        let (mut sum, mut j) = (0.0, from);
        while j >= 0.0 {
            let (w, c) = (weight(j), share(j));
            sum += w * c;
            if w < 1e-18 || (step > 0.0 && w * c < 1e-18) {
                break;
            }
            j += step;
        }
        sum
    };
    side(mode, 1.0) + side(mode - 1.0, -1.0)
}

impl Fit {
    /// Whether the model leaves nothing to test.
    pub fn saturated(&self) -> bool {
        self.df <= 0.0
    }
}

/// The most factors that leave degrees of freedom (Ledermann 1937).
pub fn ledermann(columns: usize) -> usize {
    let p = columns as f64;
    (p + 0.5 - (2.0 * p + 0.25).sqrt()).floor().max(1.0) as usize
}

/// No more factors than the columns can tell apart.
pub(super) fn within(columns: usize, factors: usize) -> Result<()> {
    let most = ledermann(columns);
    match (1..=most).contains(&factors) {
        true => Ok(()),
        false => {
            let allowed = format!("1 … {most}");
            Err(Error::Choice { name: "factors", value: factors.to_string(), allowed })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noncentral_shares_are_those_of_a_normal_square() {
        // One degree of freedom: (z + √c)² < x is z between −√x − √c and √x − √c.
        let (x, c) = (3.0_f64, 2.0_f64);
        let normal = crate::dist::Normal;
        let want = normal.cdf(x.sqrt() - c.sqrt()) - normal.cdf(-x.sqrt() - c.sqrt());
        assert!((noncentral(x, 1.0, c) - want).abs() < 1e-12);
    }

    #[test]
    fn no_more_factors_than_can_be_told_apart() {
        assert_eq!([3, 5, 6, 24].map(ledermann), [1, 2, 3, 17]);
        assert!(within(6, 3).is_ok());
        assert!(matches!(within(6, 4), Err(Error::Choice { name: "factors", .. })));
    }
}
