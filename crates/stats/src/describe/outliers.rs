//! Values that stand apart.

use super::{Moments, Robust, moments};
use crate::dist::StudentT;
use crate::{Error, Result};

/// The bounds of a rule; what lies outside is marked, which is a reason to look and not to delete.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fence {
    /// What lies below is marked.
    pub low: f64,
    /// What lies above is marked.
    pub high: f64,
}

impl Fence {
    /// The rows that lie outside.
    pub fn outside(&self, values: &[f64]) -> Vec<usize> {
        (0..values.len()).filter(|&row| values[row] < self.low || values[row] > self.high).collect()
    }
}

/// Tukey's fences: `reach` (1.5; 3 for those far out) times the distance of the quartiles beyond them.
pub fn tukey(robust: &Robust, reach: f64) -> Fence {
    let (low, high) = robust.quartiles;
    Fence { low: low - reach * robust.iqr, high: high + reach * robust.iqr }
}

/// The rule of Iglewicz and Hoaglin (1993): more than `reach` (3.5) MADs from the median. Where the MAD is 0 everything but
/// the median would be marked, so nothing is.
pub fn mad_rule(robust: &Robust, reach: f64) -> Fence {
    let reach = if robust.mad > 0.0 { reach * robust.mad } else { f64::INFINITY };
    Fence { low: robust.median - reach, high: robust.median + reach }
}

/// A value that stands furthest from the mean of the others and itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extreme {
    /// Its row.
    pub row: usize,
    /// The value.
    pub value: f64,
    /// Its distance from the mean in standard deviations.
    pub statistic: f64,
    /// The distance above which it is an outlier at the level.
    pub critical: f64,
    /// The two-sided probability of error (Bonferroni's bound, as in R's `outliers`).
    pub p_value: f64,
}

/// Grubbs's test (1950) for one outlier in a normal sample, two-sided, at `alpha`.
///
/// Errors: [`Error::TooFew`] under 3 values, [`Error::Constant`], those of [`moments`].
pub fn grubbs(name: &str, values: &[f64], alpha: f64) -> Result<Extreme> {
    extreme(name, values, alpha)
}

/// Rosner's generalised test (1983) for up to `most` outliers: how many there are, and the steps in their order.
#[derive(Debug, Clone, PartialEq)]
pub struct Rosner {
    /// How many of the steps, from the first, are outliers.
    pub outliers: usize,
    /// Each step's value, its distance and the critical one.
    pub steps: Vec<Extreme>,
}

/// Rosner's test at `alpha`; sound from about 25 values on.
///
/// Errors: those of [`grubbs`], and [`Error::TooFew`] where fewer than three values would be left.
pub fn rosner(name: &str, values: &[f64], most: usize, alpha: f64) -> Result<Rosner> {
    let there = values.iter().filter(|value| !value.is_nan()).count();
    if there < most + 2 {
        return Err(Error::TooFew { what: "rows", have: there, need: most + 2 });
    }
    let mut left = values.to_vec();
    let mut steps = Vec::with_capacity(most);
    for _ in 0..most {
        match extreme(name, &left, alpha) {
            Ok(step) => {
                left[step.row] = f64::NAN;
                steps.push(step);
            }
            // What is left has no spread: nothing more can stand apart.
            Err(Error::Constant { .. }) if !steps.is_empty() => break,
            Err(error) => return Err(error),
        }
    }
    let outliers = steps.iter().rposition(|step| step.statistic > step.critical).map_or(0, |at| at + 1);
    Ok(Rosner { outliers, steps })
}

fn extreme(name: &str, values: &[f64], alpha: f64) -> Result<Extreme> {
    let Moments { n, mean, sd, .. } = moments(name, values)?;
    if n < 3 {
        return Err(Error::TooFew { what: "rows", have: n, need: 3 });
    }
    if sd.is_nan() || sd <= 0.0 {
        return Err(Error::Constant { column: name.to_owned() });
    }
    let mut furthest = (0, f64::NEG_INFINITY);
    for (row, value) in values.iter().enumerate().filter(|(_, value)| !value.is_nan()) {
        let distance = (value - mean).abs() / sd;
        if distance > furthest.1 {
            furthest = (row, distance);
        }
    }
    let (row, statistic) = furthest;
    let count = n as f64;
    let tail = StudentT(count - 2.0);
    // G at the greatest that it can be, (n − 1)/√n, leaves nothing below the line: t is infinite.
    let left = ((count - 1.0) * (count - 1.0) - count * statistic * statistic).max(0.0);
    let t = statistic * (count * (count - 2.0) / left).sqrt();
    let p_value = (count * if t.is_finite() { tail.two_sided(t) } else { 0.0 }).min(1.0);
    let t = tail.isf(alpha / (2.0 * count));
    let critical = (count - 1.0) * t / ((count - 2.0 + t * t) * count).sqrt();
    Ok(Extreme { row, value: values[row], statistic, critical, p_value })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::describe::robust;

    /// The data of Rosner (1983) as in the NIST/SEMATECH e-Handbook, section 1.3.5.17.3: three outliers.
    const ROSNER: [f64; 54] = [
        -0.25, 0.68, 0.94, 1.15, 1.20, 1.26, 1.26, 1.34, 1.38, 1.43, 1.49, 1.49, 1.55, 1.56, 1.58, 1.65,
        1.69, 1.70, 1.76, 1.77, 1.81, 1.91, 1.94, 1.96, 1.99, 2.06, 2.09, 2.10, 2.14, 2.15, 2.23, 2.24, 2.26,
        2.35, 2.37, 2.40, 2.47, 2.54, 2.62, 2.64, 2.90, 2.92, 2.92, 2.93, 3.21, 3.26, 3.30, 3.59, 3.68, 4.30,
        4.64, 5.34, 5.42, 6.01,
    ];

    #[test]
    fn rosner_finds_three_as_the_handbook_says() {
        let found = rosner("x", &ROSNER, 10, 0.05).expect("there are enough");
        assert_eq!(found.outliers, 3);
        let r: Vec<f64> = found.steps.iter().map(|step| (step.statistic * 1e3).round() / 1e3).collect();
        assert_eq!(r[..4], [3.119, 2.943, 3.179, 2.810]);
        let critical: Vec<f64> = found.steps.iter().map(|step| (step.critical * 1e3).round() / 1e3).collect();
        assert_eq!(critical[..4], [3.159, 3.151, 3.144, 3.136]);
    }

    #[test]
    fn fences_mark_what_is_outside() {
        let sorted = [1.0, 2.0, 3.0, 4.0, 5.0, 100.0];
        let measures = robust(&sorted, 0.1);
        assert_eq!(tukey(&measures, 1.5).outside(&sorted), [5]);
        assert_eq!(mad_rule(&measures, 3.5).outside(&sorted), [5]);
        assert!(mad_rule(&robust(&[1.0, 1.0, 1.0, 5.0], 0.1), 3.5).outside(&[5.0]).is_empty());
    }

    #[test]
    fn what_cannot_be_tested_says_why() {
        assert!(matches!(grubbs("x", &[1.0, 2.0], 0.05), Err(Error::TooFew { .. })));
        assert!(matches!(grubbs("x", &[1.0; 5], 0.05), Err(Error::Constant { .. })));
        assert!(matches!(rosner("x", &ROSNER[..5], 4, 0.05), Err(Error::TooFew { .. })));
    }
}
