//! Whether two correlations differ.

use crate::dist::{Normal, StudentT};
use crate::{Error, Result};
use libm::atanh;

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

/// Of two correlations in two samples, by Fisher's z.
///
/// Errors: [`Error::Choice`] where one is not between −1 and 1, [`Error::TooFew`] under 4 rows.
pub fn independent(r1: f64, n1: usize, r2: f64, n2: usize) -> Result<Difference> {
    correlation(&[r1, r2])?;
    let (n1, n2) = (enough(n1)?, enough(n2)?);
    let z = (atanh(r1) - atanh(r2)) / (1.0 / (n1 - 3.0) + 1.0 / (n2 - 3.0)).sqrt();
    let p_value = Normal.two_sided(z);
    Ok(Difference {
        method: "Fisher",
        estimate: r1 - r2,
        statistic: z,
        statistic_name: "z",
        df: None,
        p_value,
    })
}

/// Of r(x, y) and r(x, z) in one sample, where x is shared: Williams's t (1959), as Steiger (1980) advises.
///
/// Errors: as [`independent`].
pub fn shared(xy: f64, xz: f64, yz: f64, n: usize) -> Result<Difference> {
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
    Ok(Difference {
        method: "Williams",
        estimate: xy - xz,
        statistic: t,
        statistic_name: "t",
        df: Some(df),
        p_value: StudentT(df).two_sided(t),
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
/// their covariance unless said otherwise.
///
/// Errors: as [`independent`].
pub fn apart(r: &Four, n: usize, pooled: bool) -> Result<Difference> {
    correlation(&[r.r12, r.r34, r.r13, r.r14, r.r23, r.r24])?;
    let n = enough(n)?;
    let middle = 0.5 * (r.r12 + r.r34);
    let (a, b) = if pooled { (middle, middle) } else { (r.r12, r.r34) };
    // The covariance of the two, were the sample normal (Pearson and Filon 1898).
    let sum = (r.r13 - a * r.r23) * (r.r24 - r.r23 * b)
        + (r.r14 - r.r13 * b) * (r.r23 - a * r.r13)
        + (r.r13 - r.r14 * b) * (r.r24 - a * r.r14)
        + (r.r14 - a * r.r24) * (r.r23 - r.r24 * b);
    let covariance = 0.5 * sum / ((1.0 - a * a) * (1.0 - b * b));
    let z = (atanh(r.r12) - atanh(r.r34)) * (n - 3.0).sqrt() / (2.0 * (1.0 - covariance)).sqrt();
    let (estimate, p_value) = (r.r12 - r.r34, Normal.two_sided(z));
    Ok(Difference { method: "Steiger", estimate, statistic: z, statistic_name: "z", df: None, p_value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_correlations_do_not_differ_and_turned_ones_turn_the_sign() {
        assert_eq!(independent(0.3, 50, 0.3, 80).expect("they are correlations").p_value, 1.0);
        let (one, other) = (shared(0.5, 0.3, 0.6, 50), shared(0.3, 0.5, 0.6, 50));
        assert_eq!(one.expect("they are").statistic, -other.expect("they are").statistic);
        let four = Four { r12: 0.4, r34: 0.4, r13: 0.1, r14: 0.2, r23: 0.3, r24: 0.1 };
        assert_eq!(apart(&four, 60, true).expect("they are").statistic, 0.0);
    }

    #[test]
    fn what_is_no_correlation_is_refused() {
        assert!(matches!(independent(1.0, 50, 0.3, 80), Err(Error::Choice { .. })));
        assert!(matches!(independent(0.1, 3, 0.3, 80), Err(Error::TooFew { .. })));
        assert!(matches!(shared(0.9, -0.9, 0.9, 50), Err(Error::Choice { .. })));
    }
}
