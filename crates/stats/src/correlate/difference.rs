//! Whether two correlations differ.

use crate::dist::{Normal, StudentT};
use crate::{Error, Result};
use libm::{atanh, tanh};

/// A test of the difference of two correlations.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// Its name: `Fisher`, `Williams`, `Steiger`.
    pub method: &'static str,
    /// The first less the second.
    pub estimate: f64,
    /// The statistic, positive where the first is greater.
    pub statistic: f64,
    /// `z` or `t`.
    pub statistic_name: &'static str,
    /// Degrees of freedom of t.
    pub df: Option<f64>,
    /// The two-sided probability of error.
    pub p_value: f64,
    /// The lower end of the difference's interval.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
    /// The level of the interval.
    pub level: f64,
}

/// The interval of r − s out of Fisher's intervals of either, which lie unevenly about them, so that it never leaves −2 … 2
/// (Zou 2007, Psychological Methods 12); `together` is the correlation of the two as estimates, nought for two samples.
fn interval((r, n): (f64, f64), (s, m): (f64, f64), together: f64, level: f64) -> Result<(f64, f64)> {
    if !(0.0 < level && level < 1.0) {
        return Err(Error::Choice { name: "level", value: level.to_string(), allowed: "0 … 1".to_owned() });
    }
    let reach = Normal.isf(0.5 * (1.0 - level));
    let end = |r: f64, n: f64, sign: f64| tanh(atanh(r) + sign * reach / (n - 3.0).sqrt());
    // How far r may lie on one side, and s on the other.
    let away = |a: f64, b: f64| (a * a + b * b - 2.0 * together * a * b).max(0.0).sqrt();
    let low = r - s - away(r - end(r, n, -1.0), end(s, m, 1.0) - s);
    let high = r - s + away(end(r, n, 1.0) - r, s - end(s, m, -1.0));
    Ok((low, high))
}

fn correlation(values: &[f64]) -> Result<()> {
    match values.iter().find(|r| !(-1.0 < **r && **r < 1.0)) {
        Some(r) => {
            Err(Error::Choice { name: "correlation", value: r.to_string(), allowed: "−1 … 1".to_owned() })
        }
        None => Ok(()),
    }
}

fn enough(n: usize) -> Result<f64> {
    if n < 4 { Err(Error::TooFew { what: "rows", have: n, need: 4 }) } else { Ok(n as f64) }
}

/// Of two correlations in two samples, by Fisher's z, with Zou's interval at a level.
///
/// Errors: [`Error::Choice`] where one is not between −1 and 1, or the level not between 0 and 1, [`Error::TooFew`] under 4 rows.
pub fn independent(r1: f64, n1: usize, r2: f64, n2: usize, level: f64) -> Result<Difference> {
    correlation(&[r1, r2])?;
    let (n1, n2) = (enough(n1)?, enough(n2)?);
    let z = (atanh(r1) - atanh(r2)) / (1.0 / (n1 - 3.0) + 1.0 / (n2 - 3.0)).sqrt();
    let p_value = Normal.two_sided(z);
    let (low, high) = interval((r1, n1), (r2, n2), 0.0, level)?;
    Ok(Difference {
        method: "Fisher",
        estimate: r1 - r2,
        statistic: z,
        statistic_name: "z",
        df: None,
        p_value,
        low,
        high,
        level,
    })
}

/// Of r(x, y) and r(x, z) in one sample, where x is shared: Williams's t (1959), as Steiger (1980) advises, with Zou's interval.
///
/// Errors: as [`independent`].
pub fn shared(xy: f64, xz: f64, yz: f64, n: usize, level: f64) -> Result<Difference> {
    correlation(&[xy, xz, yz])?;
    let n = enough(n)?;
    let determinant = 1.0 - xy * xy - xz * xz - yz * yz + 2.0 * xy * xz * yz;
    if determinant < 0.0 {
        return Err(Error::Choice {
            name: "correlation",
            value: yz.to_string(),
            allowed: "R ⪰ 0".to_owned(),
        });
    }
    let (middle, cube) = (0.5 * (xy + xz), (1.0 - yz).powi(3));
    let under = 2.0 * (n - 1.0) / (n - 3.0) * determinant + middle * middle * cube;
    let t = (xy - xz) * ((n - 1.0) * (1.0 + yz) / under).sqrt();
    let df = n - 3.0;
    // The correlation of the two estimates (Olkin and Siotani 1964).
    let together = ((yz - 0.5 * xy * xz) * (1.0 - xy * xy - xz * xz - yz * yz) + yz.powi(3))
        / ((1.0 - xy * xy) * (1.0 - xz * xz));
    let (low, high) = interval((xy, n), (xz, n), together, level)?;
    Ok(Difference {
        method: "Williams",
        estimate: xy - xz,
        statistic: t,
        statistic_name: "t",
        df: Some(df),
        p_value: StudentT(df).two_sided(t),
        low,
        high,
        level,
    })
}

/// The six correlations of four columns, of which 1–2 and 3–4 are compared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Four {
    /// Of the first and second column.
    pub r12: f64,
    /// Of the third and fourth.
    pub r34: f64,
    /// Of the first and third.
    pub r13: f64,
    /// Of the first and fourth.
    pub r14: f64,
    /// Of the second and third.
    pub r23: f64,
    /// Of the second and fourth.
    pub r24: f64,
}

/// Of r(1, 2) and r(3, 4) in one sample, where no column is shared: Steiger's z (1980), with the two correlations pooled in
/// their covariance unless said otherwise, with Zou's interval.
///
/// Errors: as [`independent`].
pub fn apart(r: &Four, n: usize, pooled: bool, level: f64) -> Result<Difference> {
    correlation(&[r.r12, r.r34, r.r13, r.r14, r.r23, r.r24])?;
    let n = enough(n)?;
    let middle = 0.5 * (r.r12 + r.r34);
    let between = if pooled { related(r, middle, middle) } else { related(r, r.r12, r.r34) };
    let z = (atanh(r.r12) - atanh(r.r34)) * (n - 3.0).sqrt() / (2.0 * (1.0 - between)).sqrt();
    let (low, high) = interval((r.r12, n), (r.r34, n), related(r, r.r12, r.r34), level)?;
    Ok(Difference {
        method: "Steiger",
        estimate: r.r12 - r.r34,
        statistic: z,
        statistic_name: "z",
        df: None,
        p_value: Normal.two_sided(z),
        low,
        high,
        level,
    })
}

/// The correlation of r12 and r34 as estimates, were the sample normal (Pearson and Filon 1898); `a` and `b` stand for the two
/// themselves.
fn related(r: &Four, a: f64, b: f64) -> f64 {
    let sum = (r.r13 - a * r.r23) * (r.r24 - r.r23 * b)
        + (r.r14 - r.r13 * b) * (r.r23 - a * r.r13)
        + (r.r13 - r.r14 * b) * (r.r24 - a * r.r14)
        + (r.r14 - a * r.r24) * (r.r23 - r.r24 * b);
    0.5 * sum / ((1.0 - a * a) * (1.0 - b * b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_correlations_do_not_differ_and_turned_ones_turn_the_sign() {
        assert_eq!(independent(0.3, 50, 0.3, 80, 0.95).expect("they are correlations").p_value, 1.0);
        let (one, other) = (shared(0.5, 0.3, 0.6, 50, 0.95), shared(0.3, 0.5, 0.6, 50, 0.95));
        assert_eq!(one.expect("they are").statistic, -other.expect("they are").statistic);
        let four = Four { r12: 0.4, r34: 0.4, r13: 0.1, r14: 0.2, r23: 0.3, r24: 0.1 };
        assert_eq!(apart(&four, 60, true, 0.95).expect("they are").statistic, 0.0);
    }

    fn near(got: &Difference, low: f64, high: f64) {
        assert!((got.low - low).abs() < 1e-12 && (got.high - high).abs() < 1e-12, "{got:?}");
    }

    #[test]
    fn intervals_are_as_counted_by_hand() {
        // By hand: z = 1.959964, Fisher's intervals 0.355376 … 0.604708 of 0.49 and 0.161607 … 0.530424 of 0.36, so that
        // 0.13 − √(0.134624² + 0.170424²) … 0.13 + √(0.114708² + 0.198393²).
        let two = independent(0.49, 145, 0.36, 87, 0.95).expect("they are correlations");
        near(&two, -0.087181989427881, 0.359167685734686);
        assert!(two.p_value > 0.05 && two.low < two.estimate && two.estimate < two.high);
        // Likewise with the estimates' own correlation, 0.052571 and 0.089052.
        near(
            &shared(0.396, 0.179, 0.088, 66, 0.95).expect("they are"),
            -0.0929019216748104,
            0.5167599724816171,
        );
        let four = Four { r12: 0.396, r34: 0.189, r13: 0.208, r14: 0.143, r23: 0.023, r24: 0.423 };
        near(&apart(&four, 66, true, 0.95).expect("they are"), -0.0959559630502196, 0.5009151114401063);
        let (left, right) = (independent(0.99, 5, -0.99, 5, 0.9), independent(-0.99, 5, 0.99, 5, 0.9));
        let (left, right) = (left.expect("they are"), right.expect("they are"));
        assert!((left.low + right.high).abs() < 1e-15 && left.high <= 2.0, "{left:?}");
    }

    #[test]
    fn what_is_no_correlation_is_refused() {
        assert!(matches!(independent(0.1, 50, 0.3, 80, 1.0), Err(Error::Choice { name: "level", .. })));
        assert!(matches!(independent(1.0, 50, 0.3, 80, 0.95), Err(Error::Choice { .. })));
        assert!(matches!(independent(0.1, 3, 0.3, 80, 0.95), Err(Error::TooFew { .. })));
        assert!(matches!(shared(0.9, -0.9, 0.9, 50, 0.95), Err(Error::Choice { .. })));
    }
}
