//! A fitted linear model.

use super::Design;
use super::equations::{Solution, solve};
use super::rows::{Rows, Streamed, Whole};
use crate::Result;
use crate::dist::F;
use matrix::{Dd, Digits, Mat, slices};

/// How much of a column must be left when those before it are taken out of it, as a part of its length: less, and it follows
/// from them. R's own 10⁻⁷ would drop columns that still have eight digits to say something with.
pub const TOLERANCE: f64 = 1e-11;

/// A linear model fitted by least squares.
///
/// Matrices are over the kept columns ([`Fit::kept`]), row by row.
#[derive(Debug, Clone)]
pub struct Fit {
    /// `ols`, or `wls` with weights.
    pub method: &'static str,
    /// The response.
    pub response: String,
    /// The columns' names.
    pub names: Vec<String>,
    /// The terms of the formula, and which of them each column belongs to.
    pub terms: Vec<String>,
    /// Of each column the term.
    pub term_of: Vec<Option<usize>>,
    /// Whether the first column is the intercept.
    pub intercept: bool,
    /// The coefficients in the order of the columns; of a column that follows from others, not a number.
    pub estimates: Vec<f64>,
    /// The columns that were kept.
    pub kept: Vec<usize>,
    /// The names of those that follow from columns before them.
    pub aliased: Vec<String>,
    /// Rows.
    pub n: usize,
    /// Rows left out because something was missing.
    pub dropped: usize,
    /// Rows less kept columns.
    pub df_residual: usize,
    /// The sum of squared residuals, weighted.
    pub rss: f64,
    /// The sum of the response's squares, about its mean where there is an intercept.
    pub tss: f64,
    /// The residual standard deviation.
    pub sigma: f64,
    /// What part of `tss` is explained.
    pub r_squared: f64,
    /// The same, each side per degree of freedom.
    pub adj_r_squared: f64,
    /// The test that all coefficients but the intercept are nought.
    pub f: Option<FTest>,
    /// The logarithm of the likelihood of normal errors.
    pub log_likelihood: f64,
    /// Akaike's criterion.
    pub aic: f64,
    /// The Bayesian criterion.
    pub bic: f64,
    /// (Xᵀ W X)⁻¹.
    pub unscaled: Vec<f64>,
    /// Qᵀ y: its squares are the sequential sums of squares.
    pub effects: Vec<f64>,
    /// With how many digits products were summed.
    pub digits: Digits,
    /// How often the rows were passed over.
    pub passes: usize,
    pub(crate) solution: Solution,
    /// σ² T Tᵀ is the covariance; T in `f64`.
    pub(crate) transform: Vec<f64>,
}

/// An F test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FTest {
    /// F.
    pub statistic: f64,
    /// Degrees of freedom above.
    pub df1: f64,
    /// Degrees of freedom below.
    pub df2: f64,
    /// The chance of such an F or a greater where nothing is related.
    pub p: f64,
}

impl FTest {
    /// Of a statistic with its degrees of freedom.
    pub fn new(statistic: f64, df1: f64, df2: f64) -> Self {
        let p = if statistic.is_infinite() && statistic > 0.0 { 0.0 } else { F(df1, df2).sf(statistic) };
        FTest { statistic, df1, df2, p }
    }
}

/// Ordinary, or with weights weighted, least squares.
pub fn ols(design: &Design) -> Result<Fit> {
    ols_with(design, TOLERANCE)
}

/// The same with one's own tolerance for columns that follow from others.
pub fn ols_with(design: &Design, tolerance: f64) -> Result<Fit> {
    let mut fit = fitted(&Whole::new(design)?, tolerance)?;
    fit.terms.clone_from(&design.terms);
    fit.term_of = design.columns.iter().map(|column| column.term).collect();
    fit.dropped += design.dropped;
    fit.method = if design.weights.is_some() { "wls" } else { "ols" };
    Ok(fit)
}

/// Least squares over more rows than fit in memory.
pub fn ols_streamed(rows: &Streamed<'_>) -> Result<Fit> {
    fitted(rows, TOLERANCE)
}

fn fitted(rows: &dyn Rows, tolerance: f64) -> Result<Fit> {
    let solution = solve(rows, tolerance)?;
    let names = rows.names();
    let (n, rank) = (solution.n, solution.root.rank());
    let intercept = rows.intercept();
    let mut estimates = vec![f64::NAN; names.len()];
    for (&at, estimate) in solution.root.kept().iter().zip(&solution.estimates) {
        estimates[at] = estimate.value();
    }
    let df_residual = n.saturating_sub(rank);
    let (rss, tss) = (solution.rss.value(), solution.tss.value().max(0.0));
    let df = df_residual as f64;
    let sigma = if df_residual == 0 { f64::NAN } else { (rss / df).sqrt() };
    let free = rank.saturating_sub(usize::from(intercept));
    let total_df = (n - usize::from(intercept)) as f64;
    let explained = (solution.tss - solution.rss).value().max(0.0);
    let r_squared = if tss > 0.0 { explained / tss } else { f64::NAN };
    let test = || FTest::new(explained / free as f64 / (rss / df), free as f64, df);
    let rows_count = n as f64;
    let log_likelihood = 0.5
        * (solution.log_weights
            - rows_count * ((2.0 * std::f64::consts::PI).ln() + 1.0 - rows_count.ln() + rss.ln()));
    let parameters = rank as f64 + 1.0;
    let terms: Vec<String> = names.iter().skip(usize::from(intercept)).cloned().collect();
    let (transform, unscaled) = squares(&solution.transform, rank);
    let first = usize::from(intercept);
    Ok(Fit {
        method: "ols",
        response: rows.response().to_owned(),
        term_of: (0..names.len()).map(|at| at.checked_sub(first)).collect(),
        aliased: solution.root.aliased().iter().map(|&at| names[at].clone()).collect(),
        names,
        terms,
        intercept,
        estimates,
        kept: solution.root.kept().to_vec(),
        n,
        dropped: solution.dropped,
        df_residual,
        rss,
        tss,
        sigma,
        r_squared,
        adj_r_squared: 1.0 - (rss / df) / (tss / total_df),
        f: (free > 0 && df_residual > 0).then(test),
        log_likelihood,
        aic: 2.0 * (parameters - log_likelihood),
        bic: parameters * rows_count.ln() - 2.0 * log_likelihood,
        unscaled,
        effects: solution.effects.iter().map(|effect| effect.value()).collect(),
        digits: solution.digits,
        passes: solution.passes,
        transform,
        solution,
    })
}

/// T in `f64`, and T Tᵀ summed in double-double.
fn squares(transform: &[Dd], rank: usize) -> (Vec<f64>, Vec<f64>) {
    let (hi, lo): (Vec<f64>, Vec<f64>) = transform.iter().map(|x| (x.hi, x.lo)).unzip();
    let mut product = vec![0.0; rank * rank];
    for i in 0..rank {
        for j in i..rank {
            let (a, b) = (i * rank..(i + 1) * rank, j * rank..(j + 1) * rank);
            let sum = slices::dot(&hi[a.clone()], &hi[b.clone()])
                + slices::dot(&hi[a.clone()], &lo[b.clone()])
                + slices::dot(&lo[a], &hi[b]);
            product[i * rank + j] = sum.value();
            product[j * rank + i] = sum.value();
        }
    }
    (transform.iter().map(|x| x.value()).collect(), product)
}

impl Fit {
    /// How many columns were kept.
    pub fn rank(&self) -> usize {
        self.kept.len()
    }

    /// The kept columns' names.
    pub fn kept_names(&self) -> Vec<String> {
        self.kept.iter().map(|&at| self.names[at].clone()).collect()
    }

    /// The kept columns' coefficients.
    pub fn kept_estimates(&self) -> Vec<f64> {
        self.kept.iter().map(|&at| self.estimates[at]).collect()
    }

    /// The condition of the columns: the greatest singular value over the least.
    pub fn condition(&self) -> f64 {
        let (rank, root, shift) = (self.rank(), &self.solution.root, &self.solution.shift);
        // R of the unshifted columns; scaled columns would have another condition, R's `kappa` has this.
        let r = Mat::from_fn(rank, rank, |i, j| {
            let moved = if i == 0 && j > 0 { root.at(0, 0) * shift[j] } else { Dd::ZERO };
            (root.at(i, j) + moved).value()
        });
        match matrix::svd(r.as_ref()).map(|found| found.values) {
            Ok(values) => match (values.first(), values.last()) {
                (Some(&first), Some(&last)) if last > 0.0 => first / last,
                _ => f64::INFINITY,
            },
            Err(_) => f64::NAN,
        }
    }
}
