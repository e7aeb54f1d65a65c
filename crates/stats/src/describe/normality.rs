//! Whether a sample could be a normal one.

use super::{Moments, Sum, moments, sorted};
use crate::dist::{ChiSquared, Normal};
use crate::{Error, Result};
use libm::{exp, log};

/// A test of normality.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Normality {
    /// Its name: `Anderson–Darling`, …
    pub method: &'static str,
    /// Its statistic.
    pub statistic: f64,
    /// The probability of so great a departure, were the sample normal.
    pub p_value: f64,
    /// Values that were there.
    pub n: usize,
}

fn checked(name: &str, values: &[f64], need: usize) -> Result<(Vec<f64>, Moments)> {
    let found = moments(name, values)?;
    if found.n < need {
        return Err(Error::TooFew { what: "rows", have: found.n, need });
    }
    if found.sd <= 0.0 {
        return Err(Error::Constant { column: name.to_owned() });
    }
    Ok((sorted(name, values)?, found))
}

/// Anderson and Darling's A² with mean and deviation from the sample; the p of D'Agostino and Stephens (1986, table 4.9).
///
/// Errors: [`Error::TooFew`] under 8 values, [`Error::Constant`], those of [`moments`].
pub fn anderson_darling(name: &str, values: &[f64]) -> Result<Normality> {
    let (sorted, found) = checked(name, values, 8)?;
    let n = found.n as f64;
    let z = |x: f64| (x - found.mean) / found.sd;
    let term = |(at, (&up, &down)): (usize, (&f64, &f64))| {
        let odd = 2.0 * at as f64 + 1.0;
        odd * (log(Normal.cdf(z(up))) + log(Normal.sf(z(down))))
    };
    let sum = Sum::of(sorted.iter().zip(sorted.iter().rev()).enumerate().map(term)).value();
    let statistic = -n - sum / n;
    let a = statistic * (1.0 + 0.75 / n + 2.25 / (n * n));
    let p_value = if a < 0.2 {
        1.0 - exp(-13.436 + 101.14 * a - 223.73 * a * a)
    } else if a < 0.34 {
        1.0 - exp(-8.318 + 42.796 * a - 59.938 * a * a)
    } else if a < 0.6 {
        exp(0.9177 - 4.279 * a - 1.38 * a * a)
    } else if a < 10.0 {
        exp(1.2937 - 5.709 * a + 0.0186 * a * a)
    } else {
        3.7e-24
    };
    Ok(Normality { method: "Anderson–Darling", statistic, p_value, n: found.n })
}

/// Lilliefors's version of Kolmogorov and Smirnov's D; the p of Dallal and Wilkinson (1986), above 0.1 that of Stephens (1974).
///
/// Errors: [`Error::TooFew`] under 5 values, [`Error::Constant`], those of [`moments`].
pub fn lilliefors(name: &str, values: &[f64]) -> Result<Normality> {
    let (sorted, found) = checked(name, values, 5)?;
    let n = found.n as f64;
    let mut d = 0.0f64;
    for (at, x) in sorted.iter().enumerate() {
        let p = Normal.cdf((x - found.mean) / found.sd);
        d = d.max((at as f64 + 1.0) / n - p).max(p - at as f64 / n);
    }
    let (scaled, size) = if n <= 100.0 { (d, n) } else { (d * (n / 100.0).powf(0.49), 100.0) };
    let shift = size + 2.780_19;
    let p = exp(-7.012_56 * scaled * scaled * shift + 2.995_87 * scaled * shift.sqrt() - 0.122_119
        + 0.974_598 / size.sqrt()
        + 1.679_97 / size);
    let p_value = if p <= 0.1 { p } else { stephens((n.sqrt() - 0.01 + 0.85 / n.sqrt()) * d) };
    Ok(Normality { method: "Lilliefors", statistic: d, p_value, n: found.n })
}

/// The upper tail of Stephens's modified D by pieces.
fn stephens(d: f64) -> f64 {
    let piece = |c: [f64; 5]| c.iter().rev().fold(0.0, |sum, c| sum * d + c);
    if d <= 0.302 {
        1.0
    } else if d <= 0.5 {
        piece([2.767_73, -19.828_315, 80.709_644, -138.551_52, 81.218_052])
    } else if d <= 0.9 {
        piece([-4.901_232, 40.662_806, -97.490_286, 94.029_866, -32.355_711])
    } else if d <= 1.31 {
        piece([6.198_765, -19.558_097, 23.186_922, -12.234_627, 2.423_045])
    } else {
        0.0
    }
}

/// Jarque and Bera's (1980) sum of squared skewness and kurtosis, against χ² of 2: right only for many rows.
///
/// Errors: [`Error::TooFew`] under 4 values, [`Error::Constant`], those of [`moments`].
pub fn jarque_bera(name: &str, values: &[f64]) -> Result<Normality> {
    let (_, found) = checked(name, values, 4)?;
    let (skewness, kurtosis) = (found.skewness.type1, found.kurtosis.type1);
    let statistic = found.n as f64 / 6.0 * (skewness * skewness + 0.25 * kurtosis * kurtosis);
    Ok(Normality { method: "Jarque–Bera", statistic, p_value: ChiSquared(2.0).sf(statistic), n: found.n })
}

/// D'Agostino and Pearson's K² (1973): skewness made normal by D'Agostino (1970), kurtosis by Anscombe and Glynn (1983).
///
/// Errors: [`Error::TooFew`] under 8 values, [`Error::Constant`], those of [`moments`].
pub fn dagostino(name: &str, values: &[f64]) -> Result<Normality> {
    let (_, found) = checked(name, values, 8)?;
    let n = found.n as f64;
    let y = found.skewness.type1 * ((n + 1.0) * (n + 3.0) / (6.0 * (n - 2.0))).sqrt();
    let beta = 3.0 * (n * n + 27.0 * n - 70.0) * (n + 1.0) * (n + 3.0)
        / ((n - 2.0) * (n + 5.0) * (n + 7.0) * (n + 9.0));
    let w2 = (2.0 * (beta - 1.0)).sqrt() - 1.0;
    let alpha = (2.0 / (w2 - 1.0)).sqrt();
    let by_skewness = libm::asinh(y / alpha) / (0.5 * log(w2)).sqrt();

    let mean = 3.0 * (n - 1.0) / (n + 1.0);
    let variance = 24.0 * n * (n - 2.0) * (n - 3.0) / ((n + 1.0) * (n + 1.0) * (n + 3.0) * (n + 5.0));
    let x = (found.kurtosis.type1 + 3.0 - mean) / variance.sqrt();
    let skew = 6.0 * (n * n - 5.0 * n + 2.0) / ((n + 7.0) * (n + 9.0))
        * (6.0 * (n + 3.0) * (n + 5.0) / (n * (n - 2.0) * (n - 3.0))).sqrt();
    let a = 6.0 + 8.0 / skew * (2.0 / skew + (1.0 + 4.0 / (skew * skew)).sqrt());
    let part = (1.0 - 2.0 / a) / (1.0 + x * (2.0 / (a - 4.0)).sqrt());
    let by_kurtosis = (1.0 - 2.0 / (9.0 * a) - libm::cbrt(part)) / (2.0 / (9.0 * a)).sqrt();

    let statistic = by_skewness * by_skewness + by_kurtosis * by_kurtosis;
    Ok(Normality {
        method: "D’Agostino–Pearson",
        statistic,
        p_value: ChiSquared(2.0).sf(statistic),
        n: found.n,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Chance;

    #[test]
    fn a_normal_sample_passes_and_a_skewed_one_does_not() {
        let mut chance = Chance::new(11);
        let normal: Vec<f64> = (0..500).map(|_| chance.normal()).collect();
        let skewed: Vec<f64> = normal.iter().map(|x| x.exp()).collect();
        for test in [anderson_darling, lilliefors, jarque_bera, dagostino] {
            let (pass, fail) = (test("x", &normal).expect("500"), test("x", &skewed).expect("500"));
            assert!(pass.p_value > 0.05 && pass.p_value <= 1.0, "{pass:?}");
            assert!(fail.p_value < 1e-4 && fail.p_value >= 0.0, "{fail:?}");
        }
    }

    #[test]
    fn what_cannot_be_tested_says_why() {
        for test in [anderson_darling, lilliefors, jarque_bera, dagostino] {
            assert!(matches!(test("x", &[1.0, 2.0, 3.0]), Err(Error::TooFew { .. })));
            assert!(matches!(test("x", &[1.0; 20]), Err(Error::Constant { .. })));
        }
    }
}
