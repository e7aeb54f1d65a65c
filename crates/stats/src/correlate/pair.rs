//! How a correlation is asked for, and what is found.

use crate::{Error, Result};

/// A coefficient for two columns of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Coefficient {
    /// Pearson's r: how near to a straight line.
    #[default]
    Pearson,
    /// Spearman's ρ: r of the ranks.
    Spearman,
    /// Kendall's τ-b: how many pairs of rows are in the same order.
    Kendall,
}

/// Which departure from 0 counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Alternative {
    /// Either.
    #[default]
    TwoSided,
    /// Above 0.
    Greater,
    /// Below 0.
    Less,
}

/// How a correlation is tested.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ask {
    /// The level of the interval, which is always two-sided.
    pub level: f64,
    /// Which departure counts.
    pub alternative: Alternative,
    /// Whether p is exact: as R decides where not said (Spearman up to 1,290 rows, Kendall under 50, neither with ties).
    pub exact: Option<bool>,
    /// Whether Kendall's and Spearman's asymptotic p are corrected for continuity.
    pub continuity: bool,
}

impl Default for Ask {
    fn default() -> Self {
        Ask { level: 0.95, alternative: Alternative::TwoSided, exact: None, continuity: false }
    }
}

/// A correlation that was estimated and tested.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correlation {
    /// The coefficient.
    pub estimate: f64,
    /// The lower end of its interval; `NaN` where there are too few rows.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// The level of the interval.
    pub level: f64,
    /// The statistic of the test.
    pub statistic: f64,
    /// Its name: `t`, `S`, `T` (pairs in order) or `z`.
    pub statistic_name: &'static str,
    /// Its degrees of freedom, where it has any.
    pub df: Option<f64>,
    /// The probability of a coefficient as far from 0, were there no relation.
    pub p_value: f64,
    /// Whether that probability is exact (for Spearman with 10 rows and more by the Edgeworth series of AS 89).
    pub exact: bool,
    /// Rows with both values.
    pub n: usize,
    /// Rows that lack one.
    pub dropped: usize,
}

impl Correlation {
    /// Where there is nothing to tell: a column is constant among the rows with both, or there are too few.
    pub(super) fn nothing(n: usize, dropped: usize, level: f64) -> Self {
        let no = f64::NAN;
        Correlation {
            estimate: no,
            low: no,
            high: no,
            level,
            statistic: no,
            statistic_name: "",
            df: None,
            p_value: no,
            exact: false,
            n,
            dropped,
        }
    }
}

/// The correlation of two columns over the rows that have both.
///
/// Errors: [`Error::Lengths`], [`Error::Infinite`], [`Error::TooFew`] under 3 such rows (2 for Kendall), [`Error::Constant`].
pub fn correlate(
    coefficient: Coefficient,
    (x_name, x): (&str, &[f64]),
    (y_name, y): (&str, &[f64]),
    ask: &Ask,
) -> Result<Correlation> {
    if x.len() != y.len() {
        return Err(Error::Lengths { left: x.len(), right: y.len() });
    }
    crate::describe::finite(x_name, x)?;
    crate::describe::finite(y_name, y)?;
    let (a, b) = both(x, y);
    let need = if coefficient == Coefficient::Kendall { 2 } else { 3 };
    if a.len() < need {
        return Err(Error::TooFew { what: "rows", have: a.len(), need });
    }
    for (name, values) in [(x_name, &a), (y_name, &b)] {
        if values.iter().all(|value| *value == values[0]) {
            return Err(Error::Constant { column: name.to_owned() });
        }
    }
    let dropped = x.len() - a.len();
    Ok(match coefficient {
        Coefficient::Pearson => super::pearson::test(super::pearson::estimate(&a, &b), a.len(), dropped, ask),
        Coefficient::Spearman => {
            let (a, b) = (super::rank::ranks(&a), super::rank::ranks(&b));
            let ties = !(a.ties.is_empty() && b.ties.is_empty());
            let rho = super::pearson::estimate(&a.ranks, &b.ranks);
            super::spearman::test(rho, a.ranks.len(), ties, dropped, ask)
        }
        Coefficient::Kendall => super::kendall::test(&super::kendall::concordance(&a, &b), dropped, ask),
    })
}

/// The values of the rows that have both.
pub(super) fn both(x: &[f64], y: &[f64]) -> (Vec<f64>, Vec<f64>) {
    x.iter().zip(y).filter(|(x, y)| !(x.is_nan() || y.is_nan())).map(|(x, y)| (*x, *y)).unzip()
}
